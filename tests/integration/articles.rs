//! Which articles are read, and under which names.

use super::{crosscheck, folder, names, report, run, stderr};

const TEXT: &str = "Hợp tác trên 11 lĩnh vực.\n";

#[test]
fn a_folder_gives_its_articles_and_nothing_else() {
    let dir = folder(&[
        ("news/b.txt", TEXT),
        ("news/A.MD", TEXT),
        ("news/sub/c.markdown", TEXT),
        ("news/picture.png", ""),
        ("news/notes.css", TEXT),
        ("news/.hidden.txt", TEXT),
        ("news/.hidden/d.txt", TEXT),
        ("news/draft.txt", TEXT),
        ("news/.gitignore", "draft.txt\n"),
    ]);
    assert_eq!(
        names(dir.path(), &["news"]),
        ["A.MD", "b.txt", "sub/c.markdown"]
    );
    assert_eq!(
        names(&dir.path().join("news"), &[]),
        ["A.MD", "b.txt", "sub/c.markdown"],
        "the current folder"
    );
}

#[test]
fn rules_around_a_folder_do_not_reach_into_it() {
    let dir = folder(&[(".gitignore", "*.txt\nnews/\n"), ("news/a.txt", TEXT)]);
    assert_eq!(names(dir.path(), &["news"]), ["a.txt"]);
}

#[test]
fn a_file_is_an_article_whatever_its_ending() {
    let dir = folder(&[("a.html", TEXT), ("b", TEXT), (".hidden", TEXT)]);
    assert_eq!(
        names(dir.path(), &["a.html", "b", ".hidden"]),
        [".hidden", "a.html", "b"]
    );
}

#[test]
fn the_order_and_repetition_of_paths_change_nothing() {
    let dir = folder(&[
        ("x/a.txt", TEXT),
        ("x/b.txt", "12"),
        ("y/a.txt", "13"),
        ("c.txt", "14"),
    ]);
    let check = |paths: &[&str]| {
        run(
            dir.path(),
            &[&["check", "--format", "json"], paths].concat(),
        )
        .stdout
    };
    let expected = check(&["x", "y", "c.txt"]);
    assert!(!expected.is_empty());
    for paths in [
        &["c.txt", "y", "x"][..],
        &["y", "x", "y", "c.txt"],
        &["x/b.txt", "./x/", "c.txt", "y", "x/../x"],
    ] {
        assert_eq!(check(paths), expected, "{paths:?}");
    }
    assert_eq!(check(&["x", "y", "c.txt", "--jobs", "1"]), expected);
    assert_eq!(check(&["x", "y", "c.txt", "--jobs", "3"]), expected);
}

#[test]
fn names_that_meet_get_their_folders() {
    let dir = folder(&[
        ("x/a.txt", "1"),
        ("x/only.txt", "2"),
        ("y/a.txt", "3"),
        ("old/x/a.txt", "4"),
        ("c.txt", "5"),
        ("one.jsonl", "{\"id\": \"n1\", \"text\": \"6\"}\n"),
        ("two.jsonl", "{\"id\": \"n1\", \"text\": \"7\"}\n"),
    ]);
    let cases: [(&[&str], &[&str]); 5] = [
        (&["x", "c.txt"], &["a.txt", "c.txt", "only.txt"]),
        (&["x", "y"], &["x/a.txt", "x/only.txt", "y/a.txt"]),
        (&["x/a.txt", "y/a.txt"], &["x/a.txt", "y/a.txt"]),
        (&["old/x", "y"], &["x/a.txt", "y/a.txt"]),
        (
            &["one.jsonl", "two.jsonl"],
            &["one.jsonl/n1", "two.jsonl/n1"],
        ),
    ];
    for (paths, expected) in cases {
        assert_eq!(names(dir.path(), paths), expected, "{paths:?}");
    }
    let deep = names(dir.path(), &["x", "old/x"]);
    assert!(
        deep.contains(&"old/x/a.txt".to_owned()) && deep.len() == 3,
        "{deep:?}"
    );
}

#[test]
fn sources_toml_describes_the_articles_of_its_folder() {
    let dir = folder(&[
        (
            "news/sources.toml",
            "[\"a.txt\"]\npublisher = \"Dân trí\"\n[\"sub/b.txt\"]\npublisher = \"outer\"\n",
        ),
        ("news/a.txt", TEXT),
        ("news/sub/b.txt", TEXT),
        ("news/sub/c.txt", TEXT),
        (
            "news/sub/sources.toml",
            "[\"c.txt\"]\npublisher = \"inner\"\n",
        ),
    ]);
    let publishers = |paths: &[&str]| {
        let report = report(dir.path(), paths);
        let sources = report["sources"].as_array().unwrap().iter();
        sources
            .map(|source| source["publisher"].as_str().unwrap_or("").to_owned())
            .collect::<Vec<_>>()
    };
    assert_eq!(publishers(&["news"]), ["Dân trí", "outer", "inner"]);
    assert_eq!(publishers(&["news/a.txt"]), ["Dân trí"], "beside a file");
    assert_eq!(
        publishers(&["news/a.txt", "news/sources.toml"]),
        ["Dân trí"],
        "as a shell spells out news/*"
    );
}

#[test]
fn standard_input_is_an_article_called_dash() {
    let dir = folder(&[("a.txt", TEXT)]);
    let args = ["check", "-", "a.txt", "--format", "json"];
    let output = crosscheck(dir.path(), &args)
        .write_stdin(TEXT)
        .output()
        .unwrap();
    let report: serde_json::Value = serde_json::from_slice(&output.stdout).unwrap();
    assert_eq!(report["sources"][0]["source"], "-");
    assert_eq!(report["sources"][1]["source"], "a.txt");
}

#[test]
fn json_lines_are_articles() {
    let lines = "{\"id\": \"n2\", \"text\": \"11 lĩnh vực\", \"publisher\": \"Dân trí\"}\n\n{\"id\": \"n1\", \"text\": \"12\"}\n";
    let dir = folder(&[
        ("news/all.jsonl", lines),
        ("news/z.txt", TEXT),
        ("lines.txt", lines),
    ]);
    assert_eq!(names(dir.path(), &["news"]), ["n1", "n2", "z.txt"]);
    assert_eq!(
        names(dir.path(), &["lines.txt", "--input-format", "jsonl"]),
        ["n1", "n2"]
    );
    assert_eq!(
        names(dir.path(), &["news/all.jsonl", "--input-format", "text"]),
        ["all.jsonl"]
    );
    let args = ["check", "-", "--input-format", "jsonl", "--format", "json"];
    let output = crosscheck(dir.path(), &args)
        .write_stdin(lines)
        .output()
        .unwrap();
    let report: serde_json::Value = serde_json::from_slice(&output.stdout).unwrap();
    assert_eq!(report["sources"][1]["publisher"], "Dân trí");
}

#[test]
fn articles_with_one_id_get_two_names() {
    let line = "{\"id\": \"n1\", \"text\": \"11\"}\n";
    let dir = folder(&[("all.jsonl", &line.repeat(2))]);
    let report = report(dir.path(), &["all.jsonl"]);
    let sources = report["sources"].as_array().unwrap();
    assert_eq!(sources.len(), 2);
    assert_ne!(sources[0]["source"], sources[1]["source"]);
    let renamed = |source: &serde_json::Value| {
        source["notes"]
            .as_array()
            .unwrap()
            .iter()
            .any(|note| note["name"] == "source-renamed")
    };
    assert!(sources.iter().any(renamed), "{sources:?}");
}

#[cfg(unix)]
#[test]
fn what_cannot_be_read_is_a_note_and_the_rest_is_checked() {
    use std::os::unix::fs::symlink;
    let dir = folder(&[("news/a.txt", TEXT), ("news/sub/b.txt", TEXT)]);
    let news = dir.path().join("news");
    symlink("nowhere", news.join("broken.txt")).unwrap();
    symlink("nowhere", news.join("broken.png")).unwrap();
    symlink("..", news.join("sub/loop")).unwrap();
    let found = report(dir.path(), &["news"]);
    let sources: Vec<_> = found["sources"]
        .as_array()
        .unwrap()
        .iter()
        .map(|s| (&s["source"], &s["notes"]))
        .collect();
    let names: Vec<_> = sources
        .iter()
        .map(|(name, _)| name.as_str().unwrap())
        .collect();
    assert_eq!(names, ["a.txt", "broken.txt", "sub/b.txt", "sub/loop"]);
    for (name, notes) in sources {
        let unreadable = ["broken.txt", "sub/loop"].contains(&name.as_str().unwrap());
        let noted = notes
            .as_array()
            .unwrap()
            .iter()
            .any(|note| note["name"] == "source-unreadable");
        assert_eq!(noted, unreadable, "{name}");
    }
    // Alone it leaves nothing to check, and the report says why.
    let alone = run(
        dir.path(),
        &["check", "news/broken.txt", "--format", "json"],
    );
    assert_eq!(alone.status.code(), Some(2));
    let direct: serde_json::Value = serde_json::from_slice(&alone.stdout).unwrap();
    assert_eq!(
        direct["sources"][0]["notes"][0]["name"],
        "source-unreadable"
    );
}

#[cfg(unix)]
#[test]
fn a_pipe_in_a_folder_is_not_waited_for() {
    let dir = folder(&[("news/a.txt", TEXT)]);
    let made = std::process::Command::new("mkfifo")
        .arg(dir.path().join("news/pipe.txt"))
        .status()
        .unwrap();
    assert!(made.success());
    let mut command = crosscheck(dir.path(), &["check", "news", "--format", "json"]);
    let output = command
        .timeout(std::time::Duration::from_secs(20))
        .output()
        .unwrap();
    let report: serde_json::Value = serde_json::from_slice(&output.stdout).unwrap();
    assert_eq!(
        report["sources"][1]["notes"][0]["name"],
        "source-unreadable"
    );
}

#[test]
fn the_report_of_the_last_run_is_no_article() {
    let dir = folder(&[("news/a.txt", TEXT)]);
    let args = [
        "check",
        "news",
        "--format",
        "markdown",
        "--output",
        "news/report.md",
    ];
    run(dir.path(), &args);
    let first = std::fs::read(dir.path().join("news/report.md")).unwrap();
    run(dir.path(), &args);
    assert_eq!(
        std::fs::read(dir.path().join("news/report.md")).unwrap(),
        first
    );
}

#[test]
fn an_entry_of_sources_toml_whose_article_is_gone_is_a_warning() {
    let about = "[\"a.txt\"]\npublisher = \"x\"\n\n[\"gone.txt\"]\npublisher = \"y\"\n";
    let dir = folder(&[("news/a.txt", TEXT), ("news/sources.toml", about)]);
    let commands: [&[&str]; 7] = [
        &["check", "news"],
        &["check", "news", "--format", "json"],
        &["extract", "news"],
        &["extract", "news", "--format", "jsonl"],
        &["snapshot", "accept", "news"],
        &["snapshot", "verify", "news"],
        &["check", "news/sub/..", "news"],
    ];
    std::fs::create_dir(dir.path().join("news/sub")).unwrap();
    for args in commands {
        let output = run(dir.path(), args);
        let told = stderr(&output);
        assert_eq!(output.status.code(), Some(0), "{args:?}: {told}");
        let warnings: Vec<_> = told
            .lines()
            .filter(|line| line.contains("sources.toml:4:2: there is no source `gone.txt`"))
            .collect();
        assert_eq!(warnings.len(), 1, "{args:?}: {told}");
        assert!(warnings[0].ends_with("(metadata-ignored)"), "{told}");
        let quiet = run(dir.path(), &[args, &["--quiet"]].concat());
        assert_eq!(stderr(&quiet), "", "{args:?}");
    }
    let report = report(dir.path(), &["news"]);
    assert_eq!(report["sources"][0]["publisher"], "x");
    assert_eq!(
        report["decisions"]["remarks"][0]["name"],
        "metadata-ignored"
    );
    assert_eq!(report["decisions"]["remarks"][0]["line"], 4);
    let wanted = ["check", "news", "--fail-on", "metadata-ignored"];
    assert_eq!(run(dir.path(), &wanted).status.code(), Some(1));
}
