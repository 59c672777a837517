//! `crosscheck.toml` from outside: where it is found, what it says, what wins.

use std::fs;
use std::io::{BufRead, BufReader};
use std::process::{Command as Process, Stdio};
use std::sync::mpsc::channel;
use std::time::Duration;

use super::{folder, library, report, run, stderr, stdout};

const A: &str = "Cầu Bến Sứ dài 1.250 m, tổng vốn đầu tư 240 tỷ đồng.\n";
const B: &str = "Cầu Bến Sứ dài 1.250 m, tổng vốn đầu tư 2.400 tỷ đồng.\n";

/// Two articles with a conflict of kind magnitude-slip.
fn conflict(config: &str) -> tempfile::TempDir {
    folder(&[
        ("crosscheck.toml", config),
        ("news/a.txt", A),
        ("news/b.txt", B),
    ])
}

#[test]
fn the_file_is_found_upwards_from_the_articles() {
    let dir = folder(&[
        ("crosscheck.toml", "fail-on = [\"none\"]\n"),
        ("deep/down/news/a.txt", A),
        ("deep/down/news/b.txt", B),
        ("own/crosscheck.toml", "fail-on = [\"magnitude-slip\"]\n"),
        ("own/a.txt", A),
        ("own/b.txt", B),
        ("repository/.git/HEAD", ""),
        ("repository/a.txt", A),
        ("repository/b.txt", B),
        ("other.toml", "fail-on = [\"update\"]\n"),
    ]);
    let cases: [(&[&str], i32); 8] = [
        (&["deep"], 0),
        (&["deep/down/news/a.txt", "deep/down/news/b.txt"], 0),
        (&["own"], 1),
        // The folder that holds all paths decides, not the first path.
        (&["own", "deep"], 0),
        (&["deep", "own"], 0),
        (&["repository"], 1),
        (&["own", "--config", "other.toml"], 0),
        (&["deep", "--no-config"], 1),
    ];
    let elsewhere = folder(&[("crosscheck.toml", "fail-on = [\"magnitude-slip\"]\n")]);
    for (args, code) in cases {
        let output = run(dir.path(), &[&["check"], args].concat());
        assert_eq!(
            output.status.code(),
            Some(code),
            "{args:?}: {}",
            stderr(&output)
        );
        if args.iter().any(|arg| arg.starts_with('-')) {
            continue;
        }
        // The folder in which it is started changes nothing.
        let whole: Vec<String> = args
            .iter()
            .map(|path| dir.path().join(path).to_str().unwrap().to_owned())
            .collect();
        let whole: Vec<&str> = whole.iter().map(String::as_str).collect();
        let output = run(elsewhere.path(), &[&["check"], whole.as_slice()].concat());
        assert_eq!(output.status.code(), Some(code), "{args:?} from elsewhere");
    }
}

#[test]
fn paths_of_the_file_start_from_its_folder() {
    let dir = folder(&[
        (
            "crosscheck.toml",
            "paths = [\"news\"]\n[snapshot]\nfile = \"kept/news.toml\"\n",
        ),
        ("news/a.txt", A),
        ("below/x.md", "11 lĩnh vực"),
    ]);
    for from in [dir.path().to_owned(), dir.path().join("below")] {
        let report = report(&from, &[]);
        assert_eq!(report["sources"][0]["source"], "a.txt");
        assert_eq!(report["sources"].as_array().unwrap().len(), 1);
        let output = run(&from, &["snapshot", "accept"]);
        assert_eq!(output.status.code(), Some(0), "{}", stderr(&output));
        assert!(dir.path().join("kept/news.toml").is_file());
    }
}

#[test]
fn what_is_wrong_in_the_file_stops_the_run_at_its_line() {
    let cases = [
        ("fial-on = []\n", "crosscheck.toml:1:1", "fial-on"),
        ("\nformat = \"jsn\"\n", "crosscheck.toml:2:10", "markdown"),
        ("input-format = \"odt\"\n", "crosscheck.toml:1:16", "jsonl"),
        ("jobs = 0\n", "crosscheck.toml:1:8", "1 to 1024"),
        (
            "[[waiver]]\nfact = \"f-1\"\n",
            "crosscheck.toml:1:1",
            "reason",
        ),
    ];
    for (text, place, message) in cases {
        let dir = conflict(text);
        let output = run(dir.path(), &["check", "news"]);
        let told = stderr(&output);
        assert_eq!(output.status.code(), Some(2), "{text}{told}");
        assert!(
            told.contains(place) && told.contains(message) && told.contains('^'),
            "{text}{told}"
        );
    }
    let dir = conflict("");
    let output = run(dir.path(), &["check", "news", "--config", "nowhere.toml"]);
    assert_eq!(output.status.code(), Some(2));
    assert!(stderr(&output).contains("nowhere.toml"));
}

#[test]
fn every_setting_tells_where_it_comes_from() {
    let dir = conflict(
        "jobs = 3\nfail-on = [\"warning\"]\n[severity]\nupdate = \"warning\"\n[[waiver]]\nfact = \"f-1\"\nreason = \"r\"\n",
    );
    let output = run(
        dir.path(),
        &[
            "config",
            "show",
            "news",
            "--fail-on",
            "conflict,update",
            "--format",
            "json",
        ],
    );
    assert_eq!(output.status.code(), Some(0), "{}", stderr(&output));
    let page = stdout(&output);
    let cases = [
        ("paths = [\"news\"]", "command line"),
        ("jobs = 3", "crosscheck.toml:1"),
        ("fail-on = [\"conflict\", \"update\"]", "command line"),
        ("format = \"json\"", "command line"),
        ("quiet = false", "default"),
        ("# as-of is not set", "default"),
        ("snapshot.file = \"snapshots/articles.toml\"", "default"),
        ("severity.update = \"warning\"", "crosscheck.toml:4"),
        ("waiver = \"r\"", "crosscheck.toml:5"),
    ];
    for (setting, origin) in cases {
        let line = page.lines().find(|line| line.starts_with(setting));
        let line = line.unwrap_or_else(|| panic!("no {setting:?} in\n{page}"));
        assert!(line.ends_with(&format!("# {origin}")), "{line}");
    }
    let none = stdout(&run(dir.path(), &["config", "show", "--no-config", "news"]));
    assert!(none.contains("configuration: none"), "{none}");
}

#[test]
fn init_writes_a_file_that_changes_nothing_and_tells_every_key() {
    let dir = folder(&[("news/a.txt", A), ("news/b.txt", B)]);
    let plain = run(dir.path(), &["check", "news"]);
    let output = run(dir.path(), &["init"]);
    assert_eq!(output.status.code(), Some(0), "{}", stderr(&output));
    let file = dir.path().join("crosscheck.toml");
    let text = fs::read_to_string(&file).unwrap();
    assert_eq!(run(dir.path(), &["check", "news"]).stdout, plain.stdout);

    // With the signs of comments taken away it is a configuration, and holds every key.
    let wanted: String = text
        .lines()
        .filter_map(|line| line.strip_prefix("# "))
        .filter(|line| line.starts_with('[') || line.split(' ').nth(1) == Some("="))
        .map(|line| format!("{line}\n"))
        .collect();
    fs::write(dir.path().join("all.toml"), &wanted).unwrap();
    let shown = run(dir.path(), &["config", "show", "--config", "all.toml"]);
    assert_eq!(shown.status.code(), Some(0), "{wanted}{}", stderr(&shown));
    for key in crosscheck::config::KEYS {
        let (table, key) = key.rsplit_once('.').unwrap_or(("", key));
        let heads = [format!("[{table}]"), format!("[[{table}]]")];
        let mut section = String::new();
        let known = wanted.lines().any(|line| {
            if line.starts_with('[') {
                section = line.to_owned();
            }
            let inside = if table.is_empty() {
                section.is_empty()
            } else {
                heads.contains(&section)
            };
            inside && line.starts_with(&format!("{key} =")) || line == format!("[{key}]")
        });
        assert!(known, "{table} {key} is not in\n{wanted}");
    }

    let again = run(dir.path(), &["init"]);
    assert_eq!(again.status.code(), Some(2));
    assert!(stderr(&again).contains("--force"), "{}", stderr(&again));
    assert_eq!(run(dir.path(), &["init", "--force"]).status.code(), Some(0));
    assert_eq!(run(dir.path(), &["init", "nowhere"]).status.code(), Some(2));
}

#[test]
fn every_key_is_documented() {
    let page = fs::read_to_string(library::project("docs/configuration.md")).unwrap();
    for key in crosscheck::config::KEYS {
        let (table, key) = key.rsplit_once('.').unwrap_or(("", key));
        assert!(page.contains(&format!("`{key}`")), "{key}");
        assert!(page.contains(table), "{table}");
    }
}

#[test]
fn a_waived_finding_is_shown_and_does_not_fail() {
    let waiver = "[[waiver]]\nfinding = \"magnitude-slip\"\nsource = \"a*\"\nreason = \"mended since\"\nowner = \"desk\"\n\
                  expires = 2026-03-01\n";
    let dir = conflict(waiver);
    let cases = [
        ("2026-03-01", 0, None),
        (
            "2026-03-02",
            1,
            Some("crosscheck.toml:1:1: the waiver ended on 2026-03-01"),
        ),
    ];
    for (today, code, told) in cases {
        let output = run(dir.path(), &["check", "news", "--today", today]);
        assert_eq!(output.status.code(), Some(code), "{}", stderr(&output));
        let waived = stdout(&output).contains("waived: mended since (desk, up to 2026-03-01)");
        assert_eq!(waived, code == 0, "{}", stdout(&output));
        match told {
            Some(told) => assert!(stderr(&output).contains(told), "{}", stderr(&output)),
            None => assert!(stderr(&output).is_empty(), "{}", stderr(&output)),
        }
    }
    let args = ["news", "--today", "2026-03-01"];
    let report = report(dir.path(), &args);
    let decided = &report["decisions"]["findings"][0];
    assert_eq!(decided["ruling"], "waived");
    assert_eq!(decided["finding"], report["facts"][0]["id"]);
    let markdown = run(
        dir.path(),
        &[&["check", "--format", "markdown"], args.as_slice()].concat(),
    );
    assert!(
        stdout(&markdown).contains("waived: mended since"),
        "{}",
        stdout(&markdown)
    );

    let dir = conflict("\n\n[[waiver]]\ntext = \"nothing like it\"\nreason = \"r\"\n");
    let output = run(dir.path(), &["check", "news"]);
    assert!(
        stderr(&output).contains("crosscheck.toml:3:1: the waiver meets no finding"),
        "{}",
        stderr(&output)
    );
    assert_eq!(output.status.code(), Some(1));
    let output = run(
        dir.path(),
        &["check", "news", "--fail-on", "waiver-unmatched"],
    );
    assert_eq!(output.status.code(), Some(1));
}

#[test]
fn findings_of_the_baseline_do_not_fail() {
    let dir = conflict("");
    run(
        dir.path(),
        &["snapshot", "accept", "news", "--snapshot", "base.toml"],
    );
    run(
        dir.path(),
        &["check", "news", "--format", "json", "--output", "base.json"],
    );
    for baseline in ["base.toml", "base.json"] {
        let output = run(dir.path(), &["check", "news", "--baseline", baseline]);
        assert_eq!(
            output.status.code(),
            Some(0),
            "{baseline}: {}",
            stderr(&output)
        );
        assert!(
            stdout(&output).contains("waived: it is in the baseline"),
            "{}",
            stdout(&output)
        );
        fs::write(dir.path().join("news/b.txt"), B.replace("2.400", "24.000")).unwrap();
        let output = run(dir.path(), &["check", "news", "--baseline", baseline]);
        assert_eq!(
            output.status.code(),
            Some(1),
            "{baseline}: another conflict"
        );
        fs::write(dir.path().join("news/b.txt"), B).unwrap();
    }
    fs::write(
        dir.path().join("crosscheck.toml"),
        "baseline = \"base.toml\"\n",
    )
    .unwrap();
    assert_eq!(run(dir.path(), &["check", "news"]).status.code(), Some(0));
    let output = run(dir.path(), &["check", "news", "--baseline", "nowhere.toml"]);
    assert_eq!(output.status.code(), Some(2));
    assert!(
        stderr(&output).contains("snapshot accept --snapshot nowhere.toml"),
        "{}",
        stderr(&output)
    );
}

#[test]
fn an_editor_joins_and_parts_claims() {
    let ends = "claims = [\"a.txt:1: 240 tỷ đồng\", \"b.txt:1: 2.400 tỷ đồng\"]\nreason = \"two bridges\"\nowner = \"desk\"\n";
    let cases = [
        ("", 1, false),
        ("[[cannot-link]]\n", 0, false),
        ("[[must-link]]\n", 1, true),
    ];
    for (head, code, told) in cases {
        let config = if head.is_empty() {
            String::new()
        } else {
            format!("{head}{ends}")
        };
        let dir = conflict(&config);
        let output = run(dir.path(), &["check", "news"]);
        assert_eq!(
            output.status.code(),
            Some(code),
            "{head}: {}",
            stdout(&output)
        );
        let said =
            stdout(&output).contains("an editor says that both are one fact: two bridges (desk)");
        assert_eq!(said, told, "{head}: {}", stdout(&output));
    }
    // Claims that nothing else would bring together; the line has moved, the phrase is the only one.
    let dir =
        conflict("[[must-link]]\nclaims = [\"a.txt:9: 1.250 m\", \"b.txt:1: 2.400 tỷ đồng\"]\n");
    let report = report(dir.path(), &["news"]);
    let fact = &report["facts"][0];
    assert_eq!(fact["claims"].as_array().unwrap().len(), 4, "{fact:#}");
    let dir =
        conflict("\n[[must-link]]\nclaims = [\"a.txt:1: 99 m\", \"b.txt:1: 2.400 tỷ đồng\"]\n");
    let output = run(dir.path(), &["check", "news"]);
    assert!(
        stderr(&output).contains("crosscheck.toml:2:1: the first claim of the link is not there"),
        "{}",
        stderr(&output)
    );
}

#[test]
fn an_equal_figure_brings_together_nothing_that_an_editor_parts() {
    let third = "Cầu Bến Sứ khánh thành hôm qua sau ba năm.\n\nNgười dân chờ cây cầu, vốn hết tổng cộng 2.400 tỷ đồng, đã lâu.\n";
    let parted =
        "[[cannot-link]]\nclaims = [\"a.txt:1: 240 tỷ đồng\", \"c.txt:3: 2.400 tỷ đồng\"]\n";
    for (config, claims) in [("", 3), (parted, 2)] {
        let dir = conflict(config);
        fs::write(dir.path().join("news/c.txt"), third).unwrap();
        let report = report(dir.path(), &["news"]);
        let facts = report["facts"].as_array().unwrap();
        let fact = facts.iter().find(|fact| fact["verdict"] == "conflict");
        let found = fact.map(|fact| fact["claims"].as_array().unwrap().len());
        assert_eq!(found, Some(claims), "{config}: {facts:#?}");
    }
}

#[test]
fn shells_and_manuals_know_every_command() {
    let dir = folder(&[]);
    for shell in ["bash", "zsh", "fish", "powershell", "elvish"] {
        let page = stdout(&run(dir.path(), &["completions", shell]));
        for word in ["snapshot", "verify", "fail-on-obsolete", "baseline"] {
            assert!(page.contains(word), "{shell}: no {word}");
        }
    }
    let page = stdout(&run(dir.path(), &["man"]));
    assert!(
        page.contains(".TH crosscheck 1") && page.contains("snapshot"),
        "{page}"
    );
    let output = run(dir.path(), &["man", "--output", "pages/man1"]);
    assert_eq!(output.status.code(), Some(0), "{}", stderr(&output));
    for page in [
        "crosscheck.1",
        "crosscheck-check.1",
        "crosscheck-snapshot-review.1",
    ] {
        let text = fs::read_to_string(dir.path().join("pages/man1").join(page)).unwrap();
        assert!(text.contains("Examples"), "{page}: {text}");
    }
}

#[test]
fn every_command_shows_an_example() {
    let dir = folder(&[]);
    let commands = [
        "snapshot",
        "snapshot verify",
        "snapshot review",
        "config",
        "config show",
        "init",
        "completions",
        "man",
    ];
    for command in commands {
        let words: Vec<&str> = command.split(' ').chain(["--help"]).collect();
        let help = stdout(&run(dir.path(), &words));
        assert!(
            help.contains("Example") && help.contains(&format!("crosscheck {command}")),
            "{help}"
        );
    }
}

#[test]
fn a_watched_folder_is_checked_again_when_an_article_is_saved() {
    let dir = conflict("");
    let mut child = Process::new(env!("CARGO_BIN_EXE_crosscheck"))
        .args(["check", "news", "--watch", "--color", "never"])
        .current_dir(dir.path())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    let (sender, lines) = channel();
    for pipe in [
        Box::new(child.stdout.take().unwrap()) as Box<dyn std::io::Read + Send>,
        Box::new(child.stderr.take().unwrap()),
    ] {
        let sender = sender.clone();
        std::thread::spawn(move || {
            for line in BufReader::new(pipe).lines() {
                let _ = sender.send(line.unwrap_or_default());
            }
        });
    }
    let wait = |wanted: &[&str]| {
        let mut left: Vec<&str> = wanted.to_vec();
        let mut seen = Vec::new();
        while !left.is_empty() {
            match lines.recv_timeout(Duration::from_secs(60)) {
                Ok(line) => {
                    left.retain(|wanted| !line.contains(wanted));
                    seen.push(line);
                }
                Err(_) => return Err(format!("no {left:?} in\n{}", seen.join("\n"))),
            }
        }
        Ok(())
    };
    let done = wait(&[": 1 conflict,", "watching"]).and_then(|()| {
        fs::write(dir.path().join("news/b.txt"), A).unwrap();
        wait(&["b.txt was saved", ": 0 conflicts,"])
    });
    let done = done.and_then(|()| {
        // What is wrong now is told, and mended later.
        fs::write(dir.path().join("crosscheck.toml"), "jobs = 0\n").unwrap();
        wait(&["1 to 1024"])
    });
    child.kill().unwrap();
    child.wait().unwrap();
    if let Err(error) = done {
        panic!("{error}");
    }
}
