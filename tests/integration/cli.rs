//! Formats, exit status, output and help.

use std::io::Read;
use std::process::{Command as Process, Stdio};

use super::{folder, run, stderr, stdout};

const TEXT: &str = "Hợp tác trên 11 lĩnh vực.\n";

#[test]
fn alone_it_shows_its_help() {
    let dir = folder(&[]);
    let alone = run(dir.path(), &[]);
    let help = run(dir.path(), &["--help"]);
    assert_eq!(help.status.code(), Some(0));
    assert!(alone.stdout.is_empty());
    for text in [stdout(&help), stderr(&alone)] {
        for word in ["check", "extract", "explain", "Examples:", "exit status"] {
            assert!(text.contains(word), "no {word:?} in\n{text}");
        }
    }
}

#[test]
fn every_command_has_help_with_an_example() {
    let dir = folder(&[]);
    for command in ["check", "extract", "explain"] {
        let help = stdout(&run(dir.path(), &[command, "--help"]));
        assert!(
            help.contains("Example") && help.contains(&format!("crosscheck {command} ")),
            "{help}"
        );
    }
}

#[test]
fn the_exit_status_tells_whether_something_was_found() {
    // A line of JSON that is none makes a source that cannot be read.
    let dir = folder(&[
        ("good/a.txt", TEXT),
        ("bad/a.txt", TEXT),
        ("bad/b.jsonl", "no json\n"),
    ]);
    let cases = [
        ("good", None, 0),
        ("bad", None, 0),
        ("good", Some("source-unreadable"), 0),
        ("bad", Some("source-unreadable"), 1),
        ("bad", Some("digit-swap, source-unreadable"), 1),
        ("bad", Some("conflict,digit-swap"), 0),
        ("bad", Some("none"), 0),
    ];
    for (path, fail_on, expected) in cases {
        let mut args = vec!["check", path];
        args.extend(fail_on.iter().flat_map(|&what| ["--fail-on", what]));
        let output = run(dir.path(), &args);
        assert_eq!(
            output.status.code(),
            Some(expected),
            "{args:?}: {}",
            stderr(&output)
        );
    }
}

#[test]
fn every_format_is_written() {
    let dir = folder(&[("news/a.txt", TEXT)]);
    let cases = [
        ("check", "terminal", "Not checked"),
        ("check", "markdown", "<details>"),
        ("check", "json", "\"schema_version\": 1"),
        ("extract", "terminal", "1 source, "),
        ("extract", "json", "\"facts\": []"),
        ("extract", "jsonl", ""),
    ];
    for (command, format, word) in cases {
        let output = run(dir.path(), &[command, "news", "--format", format]);
        assert_eq!(output.status.code(), Some(0), "{command} {format}");
        assert!(
            stdout(&output).contains(word),
            "{command} {format}: {}",
            stdout(&output)
        );
        assert!(
            stderr(&output).is_empty(),
            "{command} {format}: {}",
            stderr(&output)
        );
    }
    let lines = stdout(&run(dir.path(), &["extract", "news", "--format", "jsonl"]));
    for line in lines.lines() {
        let claim: serde_json::Value = serde_json::from_str(line).unwrap();
        assert_eq!(claim["source"], "a.txt");
    }
}

#[test]
fn a_json_report_obeys_the_schema() {
    let dir = folder(&[("news/a.txt", TEXT), ("news/b.jsonl", "no json\n")]);
    let file = concat!(env!("CARGO_MANIFEST_DIR"), "/docs/report.schema.json");
    let schema = serde_json::from_str(&std::fs::read_to_string(file).unwrap()).unwrap();
    let validator = jsonschema::validator_for(&schema).unwrap();
    for command in ["check", "extract"] {
        let output = run(dir.path(), &[command, "news", "--format", "json"]);
        let report = serde_json::from_slice(&output.stdout).unwrap();
        let errors: Vec<_> = validator
            .iter_errors(&report)
            .map(|error| error.to_string())
            .collect();
        assert!(errors.is_empty(), "{errors:#?}");
    }
}

#[test]
fn output_goes_to_a_file_in_one_piece() {
    let dir = folder(&[("news/a.txt", TEXT), ("report.json", "old")]);
    let direct = run(dir.path(), &["check", "news", "--format", "json"]);
    let output = run(
        dir.path(),
        &[
            "check",
            "news",
            "--format",
            "json",
            "--output",
            "report.json",
        ],
    );
    assert_eq!(output.status.code(), Some(0));
    assert!(output.stdout.is_empty());
    assert_eq!(
        std::fs::read(dir.path().join("report.json")).unwrap(),
        direct.stdout
    );
    let left: Vec<_> = std::fs::read_dir(dir.path())
        .unwrap()
        .map(|entry| entry.unwrap().file_name())
        .collect();
    assert_eq!(left.len(), 2, "{left:?}");
}

#[cfg(unix)]
#[test]
fn a_link_and_a_device_stay_what_they_are() {
    let dir = folder(&[("news/a.txt", TEXT), ("real.json", "old")]);
    let link = dir.path().join("link.json");
    std::os::unix::fs::symlink("real.json", &link).unwrap();
    run(
        dir.path(),
        &["check", "news", "--format", "json", "--output", "link.json"],
    );
    assert!(link.is_symlink());
    assert!(
        std::fs::read_to_string(dir.path().join("real.json"))
            .unwrap()
            .contains("schema_version")
    );
    let output = run(dir.path(), &["check", "news", "--output", "/dev/stdout"]);
    assert!(
        stdout(&output).contains("Not checked"),
        "{}",
        stderr(&output)
    );
}

#[test]
fn unreadable_sources_are_told_of_unless_the_run_is_quiet() {
    let dir = folder(&[("news/a.txt", TEXT), ("news/b.jsonl", "no json\n")]);
    let loud = run(dir.path(), &["check", "news", "--format", "json"]);
    assert!(stderr(&loud).contains("warning: "), "{}", stderr(&loud));
    let quiet = run(
        dir.path(),
        &["check", "news", "--format", "json", "--quiet"],
    );
    assert!(stderr(&quiet).is_empty(), "{}", stderr(&quiet));
    assert_eq!(loud.stdout, quiet.stdout);
}

#[test]
fn colours_come_only_when_asked_for() {
    let dir = folder(&[("news/a.txt", TEXT)]);
    let cases: [(&[&str], bool); 4] = [
        (&[], false),
        (&["--color", "always"], true),
        (&["--color", "never"], false),
        (&["--color", "auto"], false),
    ];
    for (args, colored) in cases {
        let output = run(dir.path(), &[&["check", "news"], args].concat());
        assert_eq!(stdout(&output).contains('\u{1b}'), colored, "{args:?}");
    }
}

#[test]
fn a_reader_that_leaves_is_no_error() {
    // More than a pipe holds, so that writing meets the closed end.
    let line = |n| format!("{{\"id\": \"article-{n:060}\", \"text\": \"11\"}}\n");
    let lines: String = (0..1000).map(line).collect();
    let dir = folder(&[("news/all.jsonl", &lines)]);
    let mut child = Process::new(env!("CARGO_BIN_EXE_crosscheck"))
        .args(["check", "news", "--format", "json", "--quiet"])
        .current_dir(dir.path())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    let mut first = [0; 10];
    child.stdout.take().unwrap().read_exact(&mut first).unwrap();
    let output = child.wait_with_output().unwrap();
    assert_eq!(output.status.code(), Some(0), "{}", stderr(&output));
    assert!(stderr(&output).is_empty(), "{}", stderr(&output));
}

#[test]
fn an_argument_at_fault_says_what_is_wrong() {
    let dir = folder(&[("a.txt", TEXT)]);
    let cases: [(&[&str], &str); 7] = [
        (&["--limit", "file-bytes=0"], "a whole number above 0"),
        (&["--limit", "file-bytes=-1"], "a whole number above 0"),
        (&["--limit", "file-bytes=1.5"], "a whole number above 0"),
        (
            &["--limit", "file-bytes=99999999999999999999999"],
            "too large",
        ),
        (&["--limit", "file-bytes=99999999999999999G"], "too large"),
        (&["--today", "2025-13-01"], "there is no such day"),
        (&["--today", "2025-12"], "write it as YYYY-MM-DD"),
    ];
    for (args, why) in cases {
        let output = run(dir.path(), &[&["check", "a.txt"], args].concat());
        assert_eq!(output.status.code(), Some(2), "{args:?}");
        assert!(
            stderr(&output).contains(why),
            "{args:?}: {}",
            stderr(&output)
        );
    }
    let there = run(
        dir.path(),
        &["check", "a.txt", "--output", "nowhere/page.md"],
    );
    assert_eq!(
        stderr(&there),
        "error: cannot write nowhere/page.md: there is no folder nowhere\n"
    );
}

#[test]
fn a_limit_is_told_of_once() {
    let dir = folder(&[("a.txt", TEXT), ("b.txt", TEXT)]);
    for format in ["concise", "github", "csv", "junit", "sarif"] {
        let args = ["check", ".", "--limit", "sources=1", "--format", format];
        let page = stdout(&run(dir.path(), &args));
        assert_eq!(
            page.matches("files not read: 1, from this one on").count(),
            1,
            "{format}: {page}"
        );
    }
}

#[test]
fn a_line_of_json_that_is_no_object_is_told_of_in_plain_words() {
    let list = r#"["a", "b", "c", "d", "e", "f", "2025-01-02", "2025-01-02", "vi"]"#;
    for line in ["[]", list, "\"a\"", "3"] {
        let dir = folder(&[("a.jsonl", &format!("{line}\n")), ("b.txt", TEXT)]);
        let told = stderr(&run(dir.path(), &["check", ".", "--format", "json"]));
        assert!(told.contains("expected an object"), "{line}: {told}");
        assert!(!told.contains("struct"), "{line}: {told}");
    }
}

/// The ids of the help have the form of those in the reports.
#[test]
fn the_help_shows_ids_as_they_are() {
    let dir = folder(&[]);
    for command in [&["--help"][..], &["explain", "--help"]] {
        let help = stdout(&run(dir.path(), command));
        let shown = help
            .lines()
            .filter_map(|line| line.split("crosscheck explain ").nth(1));
        let shown: Vec<_> = shown.filter(|rest| !rest.starts_with('[')).collect();
        assert!(!shown.is_empty(), "{help}");
        for id in shown {
            assert!(id.starts_with("f-") || id.starts_with("c-"), "{help}");
        }
    }
}

#[test]
fn an_explanation_is_in_words() {
    let dir = folder(&[
        (
            "a.txt",
            "Tổng vốn đầu tư của dự án cầu Bến Sứ là 2.400 tỷ đồng.\n",
        ),
        ("b.txt", "Cầu Bến Sứ có tổng vốn đầu tư 300 tỷ đồng.\n"),
        (
            "c.txt",
            "Bão làm 11 người chết, gồm 5 người ở Cửa Hội và 4 người ở Hải Vân.\n",
        ),
    ]);
    let found = super::report(dir.path(), &["."]);
    let claims = found["claims"].as_array().unwrap().iter();
    let money: Vec<_> = claims
        .filter(|claim| claim["kind"] == "money")
        .map(|claim| claim["id"].as_str().unwrap())
        .collect();
    let both = stdout(&run(dir.path(), &["explain", &money.join("+"), "."]));
    assert!(both.contains("the values exclude each other"), "{both}");
    assert!(!both.contains("Disjoint"), "{both}");
    assert!(!both.contains("None") && !both.contains("Strong"), "{both}");
    if both.contains("nothing\n") {
        assert!(both.contains("what speaks for it is not enough"), "{both}");
    }
    let facts = found["facts"].as_array().unwrap().iter();
    let check = facts
        .clone()
        .find(|fact| fact["verdict"] == "conflict")
        .unwrap();
    let told = stdout(&run(
        dir.path(),
        &["explain", check["id"].as_str().unwrap(), "."],
    ));
    assert!(
        told.contains("figures that have to fit each other were checked"),
        "{told}"
    );
    for fact in facts {
        let told = stdout(&run(
            dir.path(),
            &["explain", fact["id"].as_str().unwrap(), "."],
        ));
        assert!(
            !told.contains("1 claims") && !told.contains("1 origins"),
            "{told}"
        );
        assert!(!told.contains("1 articles"), "{told}");
        let sections: Vec<_> = told.split("\n\n").collect();
        assert!(
            sections.iter().all(
                |section| section.lines().count() > 1 || !section.starts_with(char::is_numeric)
            ),
            "{told}"
        );
    }
}
