//! What cannot run says why, on standard error, with exit status 2.

use super::{crosscheck, folder, run, stderr, stdout};

const TEXT: &str = "Hợp tác trên 11 lĩnh vực.\n";

#[test]
fn every_error_names_its_cause() {
    let dir = folder(&[
        ("news/a.txt", TEXT),
        ("pictures/a.png", ""),
        ("unknown/a.txt", TEXT),
        ("unknown/sources.toml", ""),
        ("broken/a.txt", TEXT),
        ("broken/sources.toml", "[\"a.txt\"]\npublisher = \n"),
        ("rules-broken/vi/numbers.toml", "# numbers\n[[numeral]\n"),
        ("rules-flat/numbers.toml", ""),
    ]);
    std::fs::create_dir(dir.path().join("empty")).unwrap();
    let cases: &[(&[&str], &[&str])] = &[
        (&["check", "nowhere"], &["no file or folder", "nowhere"]),
        (
            &["check", "news", "nowhere.txt"],
            &["no file or folder", "nowhere.txt"],
        ),
        (&["extract", "nowhere"], &["no file or folder"]),
        (&["check", "empty"], &["empty", "is empty"]),
        (
            &["check", "pictures"],
            &["no article", ".txt", ".md", ".markdown", ".jsonl"],
        ),
        (&["check", "unknown/sources.toml"], &["no article"]),
        (&["check", "broken"], &["broken/sources.toml:2:", "^"]),
        (&["check", "broken/a.txt"], &["broken/sources.toml:2:", "^"]),
        (
            &["check", "news", "--rules", "nowhere"],
            &["rules", "nowhere"],
        ),
        (
            &["check", "news", "--rules", "empty"],
            &["no rules in empty", "LANGUAGE/*.toml"],
        ),
        (
            &["check", "news", "--rules", "rules-flat"],
            &["no rules in rules-flat"],
        ),
        (
            &["check", "news", "--rules", "rules-broken"],
            &["rules-broken/vi/numbers.toml:2:", "^"],
        ),
        (
            &["check", "news", "--fail-on", "digit-swop"],
            &["digit-swop", "did you mean 'digit-swap'"],
        ),
        (
            &["check", "news", "--fail-on", "conflict,qqq"],
            &["qqq", "the names are", "before-after"],
        ),
        (
            &["check", "news", "--as-of", "11/7"],
            &["11/7", "YYYY-MM-DD"],
        ),
        (
            &["check", "news", "--as-of", "2023-02-30"],
            &["no such day"],
        ),
        (&["check", "news", "--jobs", "0"], &["0", "1..=1024"]),
        (&["check", "news", "--format", "yaml"], &["yaml"]),
        (
            &["check", "news", "--output", "empty"],
            &["cannot write empty", "folder"],
        ),
        (
            &["check", "news", "--output", "nowhere/report.json"],
            &["cannot write nowhere/report.json"],
        ),
        (
            &["explain", "zzz", "news"],
            &["'zzz'", "no claim and no fact"],
        ),
        (&["chekc", "news"], &["chekc", "check"]),
    ];
    for (args, words) in cases {
        let output = run(dir.path(), args);
        let told = stderr(&output);
        assert_eq!(output.status.code(), Some(2), "{args:?}: {told}");
        assert!(
            output.stdout.is_empty(),
            "{args:?} wrote to standard output"
        );
        for word in *words {
            assert!(told.contains(word), "{args:?}: no {word:?} in\n{told}");
        }
    }
}

/// Every format says what was left out, and none says that all is well.
#[test]
fn without_an_article_that_can_be_read_a_run_fails() {
    let dir = folder(&[
        ("empty.txt", ""),
        ("lines.jsonl", "no json\n"),
        ("both/empty.txt", " \n"),
        ("both/picture.txt", "\u{0}\u{1}\u{2}"),
    ]);
    let formats = [
        "terminal", "html", "concise", "markdown", "json", "jsonl", "sarif", "junit", "csv",
        "github",
    ];
    for path in ["empty.txt", "lines.jsonl", "both"] {
        for format in formats {
            let output = run(
                dir.path(),
                &["check", path, "--format", format, "--fail-on", "none"],
            );
            let (page, told) = (stdout(&output), stderr(&output));
            assert_eq!(output.status.code(), Some(2), "{path} {format}: {told}");
            assert!(told.contains("error: no article could be read"), "{told}");
            let named = if path == "both" { "empty.txt" } else { path };
            assert!(page.contains(named), "{format}: {page}");
            assert!(!page.contains("No conflicts found"), "{format}: {page}");
        }
        let vietnamese = ["check", path, "--format", "html", "--ui-language", "vi"];
        let page = stdout(&run(dir.path(), &vietnamese));
        assert!(!page.contains("Không thấy mâu thuẫn"), "{page}");
        for format in ["terminal", "json", "jsonl"] {
            let output = run(dir.path(), &["extract", path, "--format", format]);
            assert_eq!(output.status.code(), Some(2), "{path} {format}");
            assert!(stderr(&output).contains("no article could be read"));
        }
        let accept = run(dir.path(), &["snapshot", "accept", path]);
        assert_eq!(accept.status.code(), Some(2), "{}", stderr(&accept));
        assert!(!dir.path().join("snapshots").exists());
    }
    let mut nothing = crosscheck(dir.path(), &["check", "-"]);
    assert_eq!(nothing.output().unwrap().status.code(), Some(2));
}

#[test]
fn a_failed_run_leaves_the_old_report() {
    let dir = folder(&[("report.json", "old")]);
    run(dir.path(), &["check", "nowhere", "--output", "report.json"]);
    assert_eq!(
        std::fs::read_to_string(dir.path().join("report.json")).unwrap(),
        "old"
    );
}

#[test]
fn names_in_errors_cannot_steer_the_terminal() {
    let dir = folder(&[("news/a.txt", TEXT)]);
    let told = stderr(&run(dir.path(), &["check", "no\u{1b}[2Jwhere"]));
    assert!(told.contains("no␛[2Jwhere"), "{told}");
}
