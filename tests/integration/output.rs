//! Where a report goes, and what lies there already.

use std::fs;

use super::{folder, names, report, run, stderr, stdout};

const FIRST: &str = "Cầu Bến Sứ dài 1.250 m, tổng vốn đầu tư 240 tỷ đồng.\n";
const SECOND: &str = "Cầu Bến Sứ dài 1.250 m, tổng vốn đầu tư 2.400 tỷ đồng.\n";

#[test]
fn an_article_is_never_overwritten() {
    let cases: [&[&str]; 5] = [
        &["check", "-o", "a.txt", "b.txt", "a.txt"],
        &["check", ".", "-o", "a.txt"],
        &["check", "--format", "json", "--output", "sub/c.md"],
        &["extract", "a.txt", "b.txt", "--output", "./sub/../b.txt"],
        &["extract", ".", "--format", "jsonl", "--output", "a.txt"],
    ];
    for args in cases {
        let dir = folder(&[("a.txt", FIRST), ("b.txt", SECOND), ("sub/c.md", FIRST)]);
        let output = run(dir.path(), args);
        let told = stderr(&output);
        assert_eq!(output.status.code(), Some(2), "{args:?}: {told}");
        let at = args.iter().position(|arg| arg.starts_with('-')).unwrap();
        let named = args[at..].iter().find(|arg| arg.contains('.')).unwrap();
        let file = named.rsplit('/').next().unwrap();
        assert!(
            told.contains("overwrite") && told.contains(file),
            "{args:?}: {told}"
        );
        for (name, text) in [("a.txt", FIRST), ("b.txt", SECOND), ("sub/c.md", FIRST)] {
            assert_eq!(fs::read_to_string(dir.path().join(name)).unwrap(), text);
        }
    }
}

#[test]
fn a_report_and_an_empty_file_may_be_overwritten() {
    for format in CHECK {
        let dir = folder(&[("a.txt", FIRST), ("b.txt", SECOND), ("page.txt", "")]);
        let args = ["check", ".", "--format", format, "-o", "page.txt"];
        let first = run(dir.path(), &args);
        assert_eq!(first.status.code(), Some(1), "{format}: {}", stderr(&first));
        let written = fs::read(dir.path().join("page.txt")).unwrap();
        assert!(!written.is_empty(), "{format}");
        let again = run(dir.path(), &args);
        assert_eq!(again.status.code(), Some(1), "{format}: {}", stderr(&again));
        assert_eq!(fs::read(dir.path().join("page.txt")).unwrap(), written);
    }
}

const CHECK: [&str; 10] = [
    "terminal", "html", "concise", "markdown", "json", "jsonl", "sarif", "junit", "csv", "github",
];

#[test]
fn a_report_among_the_articles_is_none_of_them() {
    let conflicts = [("a.txt", FIRST), ("b.txt", SECOND)];
    let peace = [("a.txt", FIRST), ("b.txt", FIRST)];
    let check = CHECK.map(|format| ("check", format));
    let extract = ["terminal", "json", "jsonl"].map(|format| ("extract", format));
    for articles in [conflicts, peace] {
        let plain = report(folder(&articles).path(), &["."]);
        for (command, format) in check.into_iter().chain(extract) {
            let ending = match format {
                "markdown" => "md",
                "html" | "csv" | "jsonl" => format,
                _ => "txt",
            };
            let dir = folder(&articles);
            let name = format!("page.{ending}");
            let write = [
                command, ".", "--format", format, "-o", &name, "--color", "always",
            ];
            run(dir.path(), &write);
            let output = run(dir.path(), &["check", ".", "--format", "json"]);
            let with: serde_json::Value = serde_json::from_slice(&output.stdout).unwrap();
            assert_eq!(plain, with, "{command} {format}");
            let told = stderr(&output);
            assert!(
                told.contains(&format!("{name} is a report of crosscheck")),
                "{command} {format}: {told}"
            );
        }
    }
    let dir = folder(&conflicts);
    run(dir.path(), &["check", ".", "-o", "page.txt"]);
    assert_eq!(stderr(&run(dir.path(), &["check", ".", "--quiet"])), "");
}

#[test]
fn an_article_that_speaks_of_reports_is_an_article() {
    let dir = folder(&[
        ("a.txt", "Conflicts\n\n1. Cầu dài 1.250 m.\n"),
        ("b.md", "**2 sources, 3 claims: who tells what.**\n"),
        ("c.txt", "No conflicts found.\n\nCầu dài 1.250 m.\n"),
        ("d.txt", "Ghi lúc 10:30:15: error digit 5 of 7.\n"),
        ("e.csv", "finding,text\nx,Cầu dài 1.250 m\n"),
        (
            "f.html",
            "<title>crosscheck 3</title><p>Cầu dài 1.250 m.</p>",
        ),
    ]);
    let expected = ["a.txt", "b.md", "c.txt", "d.txt", "e.csv:2", "f.html"];
    assert_eq!(names(dir.path(), &["."]), expected);
}

#[test]
fn a_report_alone_is_no_article() {
    let dir = folder(&[("a.txt", FIRST)]);
    run(dir.path(), &["check", "a.txt", "-o", "page.txt"]);
    let output = run(dir.path(), &["check", "page.txt"]);
    assert_eq!(output.status.code(), Some(2));
    assert!(
        stderr(&output).contains("page.txt is a report of crosscheck"),
        "{}",
        stderr(&output)
    );
}

#[cfg(target_os = "linux")]
#[test]
fn what_a_shell_opened_is_written_to_and_not_replaced() {
    let dir = folder(&[("news/a.txt", FIRST), ("news/b.txt", SECOND)]);
    let program = env!("CARGO_BIN_EXE_crosscheck");
    let page = stdout(&run(dir.path(), &["check", "news"]));
    for target in ["/dev/stdout", "/dev/fd/1", "/proc/self/fd/1", "link"] {
        let script = format!(
            "ln -sf /dev/stdout link; (echo before; '{program}' check news -o {target}; echo after) > all.txt"
        );
        let status = std::process::Command::new("sh")
            .args(["-c", &script])
            .current_dir(dir.path())
            .status()
            .unwrap();
        assert!(status.success());
        assert_eq!(
            fs::read_to_string(dir.path().join("all.txt")).unwrap(),
            format!("before\n{page}after\n"),
            "{target}"
        );
    }
    let script = format!("echo before > all.txt; '{program}' check news -o /dev/fd/7 7>> all.txt");
    std::process::Command::new("sh")
        .args(["-c", &script])
        .current_dir(dir.path())
        .status()
        .unwrap();
    let all = fs::read_to_string(dir.path().join("all.txt")).unwrap();
    assert_eq!(all, format!("before\n{page}"));
}
