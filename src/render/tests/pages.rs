//! Whole pages.

use unicode_normalization::UnicodeNormalization;
use unicode_segmentation::UnicodeSegmentation;
use unicode_width::UnicodeWidthStr;

use super::super::*;
use crate::report::Report;

type Renderer = fn(&Report, &Options<'_>, &mut dyn std::io::Write) -> std::io::Result<()>;

const RENDERERS: [(&str, Renderer); 11] = [
    ("terminal", terminal),
    ("claim-list", claim_list),
    ("markdown", markdown),
    ("json", json),
    ("jsonl", jsonl),
    ("records", records),
    ("concise", concise),
    ("csv", csv),
    ("github", github),
    ("junit", junit),
    ("sarif", sarif),
];

fn rendered(renderer: Renderer, report: &Report, options: &Options<'_>) -> String {
    let mut page = Vec::new();
    renderer(report, options, &mut page).unwrap();
    String::from_utf8(page).unwrap()
}

#[test]
fn the_sample_looks_as_accepted() {
    let mut settings = insta::Settings::clone_current();
    settings.set_snapshot_path(concat!(env!("CARGO_MANIFEST_DIR"), "/snapshots"));
    settings.set_prepend_module_to_snapshot(false);
    settings.set_omit_expression(true);
    settings.bind(|| {
        for (name, renderer) in RENDERERS {
            let page = rendered(renderer, &sample::report(), &Options::default());
            insta::assert_snapshot!(format!("render-{name}"), page);
        }
    });
}

#[test]
fn a_report_without_findings_says_so() {
    let mut report = sample::report();
    report.facts.clear();
    report.duplicates.clear();
    report.summary.conflicts = 0;
    report.summary.possible_conflicts = 0;
    for renderer in [terminal as Renderer, markdown] {
        let page = rendered(renderer, &report, &Options::default());
        assert!(page.contains(words::NO_CONFLICTS), "{page}");
        assert!(page.contains(words::NOT_CHECKED), "{page}");
    }
}

#[test]
fn colours_change_no_text() {
    let plain = rendered(terminal, &sample::report(), &Options::default());
    let colored = rendered(
        terminal,
        &sample::report(),
        &Options {
            color: true,
            ..Options::default()
        },
    );
    assert!(
        colored.contains("\u{1b}[31m") || colored.contains("\u{1b}[1m"),
        "{colored}"
    );
    assert_eq!(anstream::adapter::strip_str(&colored).to_string(), plain);
}

#[test]
fn every_mark_stands_under_its_core() {
    for width in [40, 60, 100, 300] {
        for renderer in [terminal as Renderer, claim_list] {
            let page = rendered(
                renderer,
                &sample::report(),
                &Options {
                    width,
                    ..Options::default()
                },
            );
            let lines: Vec<_> = page.lines().collect();
            let marks: Vec<_> = (1..lines.len())
                .filter(|&at| lines[at].trim_start().starts_with('^'))
                .collect();
            assert!(!marks.is_empty());
            for at in marks {
                let marked = under(lines[at - 1], lines[at]);
                let known = sample::report().claims.iter().any(|claim| {
                    let core = claim.core.start - claim.sentence.start
                        ..claim.core.end - claim.sentence.start;
                    claim.context[core].nfc().collect::<String>() == marked
                });
                assert!(
                    known,
                    "{marked:?} is no core\n{}\n{}",
                    lines[at - 1],
                    lines[at]
                );
                assert!(lines[at - 1].width() <= width, "{}", lines[at - 1]);
            }
        }
    }
}

/// What stands over the `^` signs, counted in terminal columns.
fn under(line: &str, marks: &str) -> String {
    let (start, end) = (marks.find('^').unwrap(), marks.len());
    let mut column = 0;
    let mut marked = String::new();
    for grapheme in line.graphemes(true) {
        if (start..end).contains(&column) {
            marked.push_str(grapheme);
        }
        column += grapheme.width();
    }
    marked
}

/// Text that would clear the screen, set the title, turn the line around, and hide.
const HOSTILE: &str =
    "\u{1b}[2J\u{1b}]0;x\u{7}\u{9b}2J\r\u{8}\u{202e}\u{2066}\u{200b}\u{feff}\u{e0041}\u{0}";

/// The sample with `hostile` in every string that can come from outside.
pub(in crate::render) fn hostile_report(hostile: &str) -> Report {
    let mut report = serde_json::to_value(sample::report()).unwrap();
    spoil(&mut report, "", hostile);
    serde_json::from_value(report).unwrap()
}

fn spoil(value: &mut serde_json::Value, key: &str, hostile: &str) {
    use serde_json::Value;
    match value {
        // These hold words of crosscheck itself, and the sections and references of the report hang on them.
        Value::String(_) if matches!(key, "verdict" | "id" | "claims") => {}
        Value::String(text) => {
            text.insert_str(0, hostile);
            text.push_str(hostile);
        }
        Value::Array(items) => items.iter_mut().for_each(|item| spoil(item, key, hostile)),
        Value::Object(fields) => {
            if key == "ignored_by_reason" {
                fields.insert(hostile.to_owned(), 1.into());
            }
            fields
                .iter_mut()
                .for_each(|(key, field)| spoil(field, key, hostile));
        }
        _ => {}
    }
}

#[test]
fn no_text_of_an_article_steers_the_terminal() {
    let report = hostile_report(HOSTILE);
    for (name, renderer) in RENDERERS {
        let page = rendered(renderer, &report, &Options::default());
        // The line ends of RFC 4180.
        let page = page.replace("\r\n", "\n");
        let raw = page.chars().find(|&c| c != '\n' && visible::is_hidden(c));
        assert_eq!(raw, None, "{name}");
    }
    let again: Report =
        serde_json::from_str(&rendered(json, &report, &Options::default())).unwrap();
    assert_eq!(again, report, "escapes change no text");
}

#[test]
fn no_text_of_an_article_becomes_markdown() {
    let report =
        hostile_report("|`<script>@all #1 [x](y)\n\n# h <!-- **b** https://a.vn www.a.vn $1$ GH-1");
    let page = rendered(markdown, &report, &Options::default());
    let columns = |line: &str| line.replace("\\|", "").matches('|').count();
    for line in page.lines().filter(|line| line.starts_with('|')) {
        assert_eq!(columns(line), 6, "{line}");
    }
    for raw in [
        "<script",
        "@all",
        "#1",
        "[x]",
        "\n# h",
        "<!-- \\*",
        "**b",
        "https://a",
        "www.a",
        "$1",
        "GH-1",
    ] {
        assert!(!page.contains(raw), "{raw:?} is there");
    }
}
