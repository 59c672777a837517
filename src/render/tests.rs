#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "tests"
)]

use unicode_normalization::UnicodeNormalization;
use unicode_segmentation::UnicodeSegmentation;
use unicode_width::UnicodeWidthStr;

use super::excerpt::Excerpt;
use super::markdown::escape;
use super::*;
use crate::report::Report;

type Renderer = fn(&Report, &Options, &mut dyn std::io::Write) -> std::io::Result<()>;

const RENDERERS: [(&str, Renderer); 5] = [
    ("terminal", terminal),
    ("claim-list", claim_list),
    ("markdown", markdown),
    ("json", json),
    ("jsonl", jsonl),
];

fn rendered(renderer: Renderer, report: &Report, options: &Options) -> String {
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

#[test]
fn an_excerpt_keeps_its_core_and_its_width() {
    let long = "một hai ba bốn năm sáu bảy tám chín mười ".repeat(5);
    let cases = [
        ("Có 11 lĩnh vực.", "11", 40, "Có [11] lĩnh vực."),
        ("Có\n  11\tlĩnh vực.\n", "11", 40, "Có [11] lĩnh vực."),
        ("11", "11", 40, "[11]"),
        ("東京で約2400人", "2400", 40, "東京で約[2400]人"),
        (
            "a\u{1b}[31m 11 b\u{202e}c",
            "11",
            40,
            "a␛[31m [11] b\\u{202e}c",
        ),
        (
            &format!("{long}11 {long}"),
            "11",
            30,
            "…chín mười [11] một hai ba bốn…",
        ),
        (
            &format!("11 {long}"),
            "11",
            30,
            "[11] một hai ba bốn năm sáu…",
        ),
        (
            &format!("{long}11"),
            "11",
            30,
            "…năm sáu bảy tám chín mười [11]",
        ),
        (
            &"9".repeat(50),
            &"9".repeat(50),
            20,
            &format!("[{}…]", "9".repeat(19)),
        ),
        (
            &format!("{}11", "x".repeat(99)),
            "11",
            20,
            &format!("…{}[11]", "x".repeat(17)),
        ),
    ];
    for (text, core, width, expected) in cases {
        let forms: [String; 2] = [text.to_owned(), text.nfd().collect()];
        for text in forms {
            let start = text.find(core).unwrap();
            let excerpt = Excerpt::new(&text, start..start + core.len(), width);
            assert_eq!(
                format!("{}[{}]{}", excerpt.before, excerpt.core, excerpt.after),
                expected
            );
            let line = format!("{}{}{}", excerpt.before, excerpt.core, excerpt.after);
            assert!(line.width() <= width, "{line}");
        }
    }
}

#[test]
fn a_claim_whose_spans_do_not_fit_its_sentence_shows_its_quote() {
    let mut claim = sample::report().claims.remove(0);
    claim.core.end = claim.core.start + 100_000;
    assert_eq!(Excerpt::of_claim(&claim, 80).core, claim.quote);
    claim.core.start = 0;
    assert_eq!(Excerpt::of_claim(&claim, 80).core, claim.quote);
}

#[test]
fn hidden_characters_become_visible() {
    let cases = [
        ("Hà Nội, 11 lĩnh vực", "Hà Nội, 11 lĩnh vực"),
        ("\u{1b}]0;title\u{7}", "␛]0;title␇"),
        ("a\r\n\tb\u{0}\u{7f}", "a␍␊␉b␀␡"),
        ("\u{9b}31m", "\\u{9b}31m"),
        ("\u{202e}txt.exe\u{2066}", "\\u{202e}txt.exe\\u{2066}"),
        ("1\u{200b}1\u{feff}", "1\\u{200b}1\\u{feff}"),
        ("\u{e0041}", "\\u{e0041}"),
        ("\u{2028}", "\\u{2028}"),
        ("e\u{302}\u{323} ✌\u{fe0f}", "e\u{302}\u{323} ✌\u{fe0f}"),
    ];
    for (text, expected) in cases {
        assert_eq!(visible(text), expected);
        assert_eq!(
            visible(&visible(text)),
            expected,
            "a second pass changes nothing"
        );
    }
}

/// Text that would clear the screen, set the title, turn the line around, and hide.
const HOSTILE: &str =
    "\u{1b}[2J\u{1b}]0;x\u{7}\u{9b}2J\r\u{8}\u{202e}\u{2066}\u{200b}\u{feff}\u{e0041}\u{0}";

/// The sample with `hostile` in every string that can come from outside.
fn hostile_report(hostile: &str) -> Report {
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

#[test]
fn escaped_text_reads_as_before() {
    let cases = [
        (
            "Giá 1,5 tỷ (2.400 người) - 11/7: 30%",
            "Giá 1,5 tỷ (2.400 người) - 11/7: 30%",
        ),
        ("a|b", "a\\|b"),
        ("a & b < c", "a &amp; b &lt; c"),
        ("toi@vnexpress.net", "toi@<!-- -->vnexpress.net"),
        ("https://a.vn", "https:<!-- -->//a.vn"),
        ("WWW.a.vn", "WWW<!-- -->.a.vn"),
        ("snake_case*", "snake\\_case\\*"),
    ];
    for (text, expected) in cases {
        assert_eq!(escape(text), expected);
    }
}

#[test]
fn values_are_shown_for_people() {
    let cases = [
        ("2400", "exact", Some("người"), "2400 người"),
        ("24000", "about", Some("người"), "about 24 000 người"),
        ("1500000000", "exact", Some("USD"), "1 500 000 000 USD"),
        ("-12345.678", "exact", None, "-12 345.678"),
        ("6.5", "exact", Some("%"), "6.5%"),
        ("18..25", "exact", Some("%"), "18 to 25%"),
        ("500..", "more-than", None, "more than 500"),
        ("20..", "exact", None, "at least 20"),
        ("..7000", "less-than", None, "less than 7000"),
        ("2/3", "exact", None, "2/3"),
        ("P18M", "almost", None, "almost 18 months"),
        ("P1Y6M", "exact", None, "1 year 6 months"),
        ("PT1H30M", "exact", None, "1 hour 30 minutes"),
        ("P1Y..P2Y", "exact", None, "1 year to 2 years"),
        ("R/P1Y", "exact", None, "every 1 year"),
        ("T16:26", "exact", None, "16:26"),
        (
            "2023-07-11/2023-07-12",
            "exact",
            None,
            "2023-07-11 to 2023-07-12",
        ),
        (
            "2023-01-21/2023-01-31",
            "end",
            None,
            "2023-01-21 to 2023-01-31",
        ),
        ("XXXX-07-11", "exact", None, "XXXX-07-11"),
        ("Pxyz", "exact", None, "Pxyz"),
        ("", "exact", None, ""),
    ];
    let mut claim = sample::report().claims.remove(0);
    for (value, qualifier, unit, expected) in cases {
        claim.qualifier = qualifier.to_owned();
        claim.unit = unit.map(str::to_owned);
        assert_eq!(value::plain(value, &claim), expected, "{value}");
    }
}
