#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "tests"
)]

use jiff::civil::date;

use super::*;
use crate::check::{End, LinkKind};
use crate::render::sample;
use crate::report::Ruling;
use crate::snapshot::Snapshot;

fn config(text: &str) -> Config {
    Config::parse("crosscheck.toml", text).unwrap()
}

#[test]
fn every_error_has_its_place() {
    let cases = [
        ("jobs = 2\nfial-on = []\n", (2, 1), "fial-on"),
        ("[snapshot]\nfiel = \"x\"\n", (2, 1), "fiel"),
        ("jobs = \"two\"\n", (1, 8), "string"),
        ("paths = [\n", (1, 10), "unclosed"),
        ("as-of = \"11/7\"\n", (1, 9), "YYYY-MM-DD"),
        ("as-of = \"2023-02-30\"\n", (1, 9), "no such day"),
        (
            "fail-on = [\"conflict\", \"digit-swop\"]\n",
            (1, 24),
            "'digit-swap'",
        ),
        (
            "[severity]\ndigit-swop = \"info\"\n",
            (2, 1),
            "'digit-swap'",
        ),
        (
            "[severity]\nconflict = \"fatal\"\n",
            (2, 12),
            "error, warning, info",
        ),
        (
            "\n[[waiver]]\nreason = \"x\"\n",
            (2, 1),
            "what does it waive",
        ),
        ("[[waiver]]\nfact = \"f-1\"\n", (1, 1), "needs a `reason`"),
        (
            "[[waiver]]\nfact = \"f-1\"\nreason = \" \"\n",
            (3, 10),
            "empty",
        ),
        (
            "[[waiver]]\ntext = \"(\"\nreason = \"x\"\n",
            (2, 8),
            "no regular expression",
        ),
        (
            "[[waiver]]\nsource = \"[\"\nreason = \"x\"\n",
            (2, 10),
            "no pattern",
        ),
        (
            "[[waiver]]\nfact = \"f-1\"\nreason = \"x\"\nexpires = \"soon\"\n",
            (4, 11),
            "YYYY-MM-DD",
        ),
        (
            "[[waiver]]\nfact = \"f-1\"\nreson = \"x\"\n",
            (3, 1),
            "reson",
        ),
        ("[[must-link]]\nclaims = [\"c-1\"]\n", (2, 10), "two claims"),
        (
            "[[cannot-link]]\nclaims = [\"c-1\", \"a.txt\"]\n",
            (2, 18),
            "SOURCE:LINE",
        ),
    ];
    for (text, (line, column), message) in cases {
        let error = Config::parse("crosscheck.toml", text).unwrap_err();
        assert_eq!(
            error.location(),
            Some(("crosscheck.toml", line, column)),
            "{text}{error}"
        );
        assert!(error.to_string().contains(message), "{text}{error}");
        assert!(error.is_config());
    }
}

#[test]
fn every_key_is_read() {
    let config = config(
        "paths = [\"a\"]\nas-of = 2023-07-11\ninput-format = \"text\"\nrules = \"r\"\njobs = 2\nquiet = true\n\
         format = \"json\"\nfail-on = [\"warning\"]\nbaseline = \"b\"\n[snapshot]\nfile = \"s\"\nfail-on-obsolete = true\n\
         [severity]\nupdate = \"error\"\n[[waiver]]\nfact = \"f-1\"\nfinding = \"update\"\ntext = \"x\"\nsource = \"*\"\n\
         reason = \"r\"\nowner = \"o\"\nexpires = 2026-12-31\n[[must-link]]\nclaims = [\"c-1\", \"c-2\"]\nreason = \"r\"\n\
         owner = \"o\"\n[[cannot-link]]\nclaims = [\"a:b.txt:12: 11  people\", \"f-a1\"]\n",
    );
    let settings = &config.settings;
    assert_eq!(settings.as_of.as_ref().unwrap().value, "2023-07-11");
    assert_eq!(settings.snapshot.as_ref().unwrap().line, 11);
    assert_eq!(config.severities["update"].value, "error");
    assert_eq!(config.waivers[0].expires, Some(date(2026, 12, 31)));
    assert_eq!(config.waivers[0].place.line, 15);
    let kinds: Vec<_> = config.links.iter().map(|link| link.kind).collect();
    assert_eq!(kinds, [LinkKind::Must, LinkKind::Cannot]);
    let phrase = End::Phrase {
        source: "a:b.txt".to_owned(),
        line: 12,
        quote: "11 people".to_owned(),
    };
    assert_eq!(config.links[1].ends, [phrase, End::Id("f-a1".to_owned())]);
}

#[test]
fn a_waiver_meets_what_fulfils_all_its_conditions() {
    // Facts of the sample: a conflict (magnitude-slip) between a.txt, b.txt and copy.txt, and more.
    let report = sample::report();
    let conflict = report
        .facts
        .iter()
        .find(|f| f.verdict == "conflict")
        .unwrap();
    let id = format!("fact = \"{}\"", conflict.id);
    let cases = [
        (id.as_str(), true),
        ("fact = \"f-0\"", false),
        ("finding = \"conflict\"", true),
        ("finding = \"magnitude-slip\"", true),
        ("finding = \"digit-swap\"", false),
        ("text = '24\\.000 người'", true),
        ("text = 'sinh viên và công nhân'", true),
        ("text = '24\\.001'", false),
        ("source = 'b.*'", true),
        ("source = 'news/b.*'", false),
        ("finding = \"conflict\"\nsource = 'z.txt'", false),
        (
            "finding = \"conflict\"\nsource = 'copy.txt'\ntext = 'biểu tình'",
            true,
        ),
    ];
    for (conditions, meets) in cases {
        let mut report = sample::report();
        config(&format!("[[waiver]]\n{conditions}\nreason = \"r\"\n"))
            .decide(&mut report, date(2026, 1, 1));
        let decided = report.decisions.on(&conflict.id);
        assert_eq!(decided.is_some(), meets, "{conditions}");
        assert_eq!(
            report.fails(&["conflict".to_owned()]),
            !meets,
            "{conditions}"
        );
        let unmatched = report
            .decisions
            .remarks
            .iter()
            .any(|r| r.name == "waiver-unmatched");
        assert_eq!(
            unmatched,
            report.decisions.findings.is_empty(),
            "{conditions}"
        );
    }
}

#[test]
fn a_waiver_lasts_through_its_last_day() {
    let text = "\n [[waiver]]\nfinding = \"conflict\"\nreason = \"r\"\nexpires = 2026-02-03\n";
    for (today, over) in [(date(2026, 2, 3), false), (date(2026, 2, 4), true)] {
        let mut report = sample::report();
        config(text).decide(&mut report, today);
        assert_eq!(report.fails(&["conflict".to_owned()]), over, "{today}");
        let remarks: Vec<_> = report
            .decisions
            .remarks
            .iter()
            .map(|remark| (remark.name.as_str(), remark.line, remark.column))
            .collect();
        let expected: &[_] = if over {
            &[("waiver-expired", 2, 2)]
        } else {
            &[]
        };
        assert_eq!(remarks, expected);
        assert_eq!(report.fails(&["waiver-expired".to_owned()]), over);
    }
}

#[test]
fn remarks_and_copies_can_be_waived() {
    for name in ["source-unreadable", "duplicate-exact", "duplicate-near"] {
        let mut report = sample::report();
        let wanted = [name.to_owned()];
        assert!(report.fails(&wanted), "{name}");
        config(&format!(
            "[[waiver]]\nfinding = \"{name}\"\nreason = \"r\"\n"
        ))
        .decide(&mut report, date(2026, 1, 1));
        assert!(!report.fails(&wanted), "{name}");
    }
}

#[test]
fn severities_decide_what_fails() {
    let cases = [
        ("", "error", true),
        ("conflict = \"warning\"", "error", false),
        ("conflict = \"warning\"", "warning", true),
        (
            "magnitude-slip = \"info\"\npossible-conflict = \"info\"",
            "error",
            false,
        ),
        // The kind goes before the verdict.
        (
            "magnitude-slip = \"error\"\nconflict = \"info\"",
            "error",
            true,
        ),
        ("conflict = \"info\"\nagreement = \"error\"", "error", true),
        ("conflict = \"info\"", "none", false),
        // A name is a name, whatever its severity.
        ("conflict = \"info\"", "conflict", true),
    ];
    for (severities, fail_on, fails) in cases {
        let mut report = sample::report();
        config(&format!("[severity]\n{severities}\n")).decide(&mut report, date(2026, 1, 1));
        assert_eq!(
            report.fails(&[fail_on.to_owned()]),
            fails,
            "{severities} {fail_on}"
        );
    }
}

#[test]
fn a_baseline_knows_what_was_there_and_nothing_else() {
    let everything = ["info".to_owned()];
    let mut report = sample::report();
    let baseline = Snapshot::of(&report);
    report.mark_known(&baseline);
    assert!(!report.fails(&everything));
    assert!(
        report
            .decisions
            .findings
            .iter()
            .all(|one| one.ruling == Ruling::Baseline)
    );

    let mut report = sample::report();
    report.claims[0].quote.push('0');
    report.mark_known(&baseline);
    assert!(
        report.fails(&["conflict".to_owned()]),
        "its claim is another"
    );
    assert!(!report.fails(&["agreement".to_owned()]));
    let mut report = sample::report();
    report.mark_known(&Snapshot::default());
    assert!(report.fails(&everything) && report.decisions.is_empty());
}
