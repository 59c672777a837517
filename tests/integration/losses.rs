//! What a limit left out is in sight of the user, whatever the format.

use std::fmt::Write as _;

use crate::{folder, report, run, stderr, stdout};

/// An article whose text is cut by `--limit text-bytes=2K`, and one of which a line is too long for `line-bytes=1K`.
fn long_articles() -> tempfile::TempDir {
    let long = "Có 12 người chết ở Quảng Trị.\n\n".repeat(200);
    let line = format!("Có 13 người chết.\n\n{}\n", "Có 14 người chết. ".repeat(80));
    folder(&[("long.txt", &long), ("line.txt", &line)])
}

const LIMITS: &str = "text-bytes=2K,line-bytes=1K";

#[test]
fn every_format_tells_what_was_cut_and_by_which_limit() {
    let dir = long_articles();
    let check = [
        "terminal", "html", "concise", "markdown", "json", "jsonl", "sarif", "junit", "csv",
        "github",
    ];
    let extract = ["terminal", "json", "jsonl"];
    let runs = check.map(|format| ("check", format));
    let runs = runs
        .into_iter()
        .chain(extract.map(|format| ("extract", format)));
    for (command, format) in runs {
        let args = [command, ".", "--format", format, "--limit", LIMITS];
        let output = run(dir.path(), &args);
        let page = stdout(&output);
        // A person at a terminal sees both.
        let seen = match format {
            "terminal" | "concise" | "github" => page,
            _ => stderr(&output),
        };
        for (file, limit) in [("long.txt", "text-bytes"), ("line.txt", "line-bytes")] {
            let told = seen.lines().any(|line| {
                line.contains(file) && line.contains(&format!("--limit {limit}=NUMBER"))
            });
            assert!(told, "{command} {format}: {file}\n{seen}");
        }
        let args = [command, ".", "--format", format, "--limit", LIMITS, "-q"];
        assert_eq!(stderr(&run(dir.path(), &args)), "", "{command} {format}");
        let args = [
            command, ".", "--format", format, "--limit", LIMITS, "-o", "page",
        ];
        let told = stderr(&run(dir.path(), &args));
        assert!(
            told.contains("long.txt") && told.contains("text-bytes"),
            "{told}"
        );
        std::fs::remove_file(dir.path().join("page")).unwrap();
    }
}

#[test]
fn warnings_are_bounded_and_the_rest_is_counted() {
    let mut lines = String::new();
    for number in 0..60 {
        writeln!(
            lines,
            "{{\"id\":\"a{number:02}\",\"text\":\"Có {number} người chết.\"}}"
        )
        .unwrap();
    }
    let dir = folder(&[("a.jsonl", &lines), ("b.txt", "Tin\n")]);
    let args = [
        "check",
        "a.jsonl",
        "b.txt",
        "--format",
        "csv",
        "--limit",
        "text-bytes=4",
    ];
    let told = stderr(&run(dir.path(), &args));
    assert_eq!(told.lines().count(), 21, "{told}");
    assert!(
        told.starts_with("warning: a.jsonl:1: line 1 has 44 bytes"),
        "{told}"
    );
    assert!(
        told.ends_with("(40 limit-reached); --format json names all\n"),
        "{told}"
    );
    let page = stdout(&run(
        dir.path(),
        &["check", "a.jsonl", "--limit", "text-bytes=4"],
    ));
    assert!(page.matches("limit-reached").count() == 60, "{page}");
}

#[test]
fn what_is_left_out_of_a_long_file_is_counted() {
    let mut lines = String::new();
    for number in 0..1_000 {
        writeln!(
            lines,
            "{{\"id\":\"a{number:03}\",\"text\":\"Có {number} người chết.\"}}\n"
        )
        .unwrap();
    }
    let dir = folder(&[("a.jsonl", &lines), ("b.jsonl", &lines)]);
    for (limit, name) in [
        ("sources=100", "sources"),
        ("total-bytes=1K", "total-bytes"),
        ("compared-bytes=1K", "compared-bytes"),
    ] {
        let report = report(dir.path(), &["a.jsonl", "--limit", limit]);
        let sources = report["sources"].as_array().unwrap();
        let note = sources
            .iter()
            .flat_map(|source| source["notes"].as_array().unwrap())
            .find(|note| note["name"] == "limit-reached" && note["line"].is_number())
            .unwrap_or_else(|| panic!("{limit}: {report}"));
        assert_eq!(note["limit"], name);
        let message = note["message"].as_str().unwrap();
        let numbers: Vec<usize> = message
            .split(|c: char| !c.is_ascii_digit())
            .filter_map(|digits| digits.parse().ok())
            .collect();
        // Those behind, the line, those before.
        assert_eq!(numbers[0] + numbers[2], 1_000, "{message}");
        let left_out = report["summary"]["left_out"].as_u64().unwrap();
        assert!(left_out >= 1, "{left_out}");
    }
    // Two files share the room of one run.
    let both = report(
        dir.path(),
        &["a.jsonl", "b.jsonl", "--limit", "sources=100"],
    );
    assert_eq!(both["summary"]["sources"], 100);
    assert_eq!(both["summary"]["left_out"], 2);
}
