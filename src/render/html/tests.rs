#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "tests"
)]

mod words;

use super::diff::{Side, odd_part, words};
use super::*;
use crate::render::sample;
use crate::render::tests::pages::hostile_report;
use crate::report::{ArticleText, Span, TextBlock};

const LANGUAGES: [UiLanguage; 2] = [UiLanguage::English, UiLanguage::Vietnamese];

fn page(report: &Report, ui_language: UiLanguage) -> String {
    let options = Options {
        ui_language,
        ..Options::default()
    };
    let mut page = Vec::new();
    html(report, &options, &mut page).unwrap();
    String::from_utf8(page).unwrap()
}

/// The page without its style, its script and the policy that follows from them.
fn content(page: &str) -> String {
    page.replace(STYLE, "")
        .replace(SCRIPT, "")
        .lines()
        .filter(|line| !line.contains("Content-Security-Policy"))
        .map(|line| format!("{line}\n"))
        .collect()
}

/// The sample with the text of an article whose markup shows nothing.
fn with_text() -> Report {
    let mut report = sample::report();
    let raw =
        "Khoảng <b>2.400</b> người biểu tình đã tập trung. Hội nghị.\n\nThời hạn là 17 tháng.\n";
    let at = |part: &str| {
        let start = raw.find(part).unwrap();
        Span::new(start, start + part.len())
    };
    let copy = report
        .sources
        .iter_mut()
        .find(|source| source.source == "copy.txt")
        .unwrap();
    copy.text = ArticleText {
        raw: raw.to_owned(),
        blocks: vec![
            TextBlock {
                kind: "body".to_owned(),
                span: at("Khoảng <b>2.400</b> người biểu tình đã tập trung. Hội nghị."),
                markup: vec![at("<b>"), at("</b>")],
            },
            TextBlock {
                kind: "body".to_owned(),
                span: at("Thời hạn là 17 tháng."),
                markup: Vec::new(),
            },
        ],
    };
    for (id, span, core, sentence) in [
        (
            "c10",
            "Khoảng <b>2.400</b> người",
            "2.400",
            "Khoảng <b>2.400</b> người biểu tình đã tập trung.",
        ),
        ("c11", "17 tháng", "17 tháng", "Thời hạn là 17 tháng."),
    ] {
        let claim = report
            .claims
            .iter_mut()
            .find(|claim| claim.id == id)
            .unwrap();
        (claim.span, claim.core, claim.sentence) = (at(span), at(core), at(sentence));
    }
    report
}

#[test]
fn the_sample_looks_as_accepted() {
    let mut settings = insta::Settings::clone_current();
    settings.set_snapshot_path(concat!(env!("CARGO_MANIFEST_DIR"), "/snapshots"));
    settings.set_prepend_module_to_snapshot(false);
    settings.set_omit_expression(true);
    settings.bind(|| {
        let page = page(&with_text(), UiLanguage::English);
        insta::assert_snapshot!("render-html", content(&page));
    });
}

#[test]
fn differences_are_found_by_words() {
    type Stretches<'s> = &'s [(Side, &'s str)];
    let cases: [(&str, &str, Stretches<'_>); 5] = [
        ("a b c", "a b c", &[(Side::Both, "a b c")]),
        (
            "a b, c",
            "a x, c",
            &[
                (Side::Both, "a "),
                (Side::OnlyFirst, "b"),
                (Side::OnlyOther, "x"),
                (Side::Both, ", c"),
            ],
        ),
        (
            "b c",
            "a b c",
            &[(Side::OnlyOther, "a "), (Side::Both, "b c")],
        ),
        (
            "a b c d",
            "a x y d",
            &[
                (Side::Both, "a "),
                (Side::OnlyFirst, "b c"),
                (Side::OnlyOther, "x y"),
                (Side::Both, " d"),
            ],
        ),
        ("", "", &[]),
    ];
    for (first, other, expected) in cases {
        let found = words(first, other);
        let found: Vec<_> = found
            .iter()
            .map(|(side, text)| (*side, text.as_str()))
            .collect();
        assert_eq!(found, expected, "{first} / {other}");
    }
}

#[test]
fn the_digits_that_differ_are_found() {
    let cases = [
        ("38.946", "39.846", Some("8.9")),
        ("2.530", "2.350", Some("53")),
        ("8/7", "7/8", None),
        ("7", "9", None),
        ("12", "12", None),
        ("", "1", None),
    ];
    for (figure, other, expected) in cases {
        let odd = odd_part(figure, other).map(|range| &figure[range]);
        assert_eq!(odd, expected, "{figure} / {other}");
    }
}

#[test]
fn an_article_is_shown_without_its_markup_and_its_figures_lead_to_their_facts() {
    let page = page(&with_text(), UiLanguage::English);
    let figure = "<a class=\"m conflict\" id=\"claim-c10\" href=\"#fact-f1\" title=\"Conflict\">Khoảng 2.400 người</a>";
    assert!(
        page.contains(&format!(">{figure} biểu tình đã tập trung. Hội nghị.</p>")),
        "{page}"
    );
    assert!(
        page.contains("<mark>2.400</mark> người biểu tình đã tập trung."),
        "a passage has no markup either"
    );
}

#[test]
fn the_style_and_the_script_fit_into_their_elements() {
    assert!(!STYLE.contains("</") && !SCRIPT.contains("</"));
    for ui_language in LANGUAGES {
        let page = page(&sample::report(), ui_language);
        assert!(page.contains(&format!("<style>{STYLE}</style>")));
        assert!(page.contains(&format!("<script>{SCRIPT}</script>")));
        let policy = minijinja::HtmlEscape(&policy()).to_string();
        assert!(page.contains(&policy), "{policy}");
        let content = content(&page);
        for outside in [
            " style=", " src=", "url(", "@import", "onclick", "<img", "<link",
        ] {
            assert!(
                !content.contains(outside) && !STYLE.contains(outside),
                "{outside}"
            );
        }
    }
}

#[test]
fn no_text_of_an_article_becomes_markup_or_hides() {
    let signs = "</script></style><script>alert(1)</script>\"'><img src=x onerror=alert(1)>&lt;{{ 1 }}{% x %}\u{202e}\u{0}\u{1b}";
    for ui_language in LANGUAGES {
        let page = page(&hostile_report(signs), ui_language);
        let content = content(&page);
        assert!(
            !content.contains("<script>alert")
                && !content.contains("<img")
                && !content.contains("</style><script")
        );
        assert_eq!(content.matches("<script>").count(), 1);
        let hidden = content
            .chars()
            .find(|&c| c != '\n' && crate::render::visible::is_hidden(c));
        assert_eq!(hidden, None);
    }
}

#[test]
fn only_web_addresses_become_links() {
    let cases = [
        ("https://example.org/a?b=1&c=2", true),
        ("HTTP://example.org", true),
        ("javascript:alert(1)", false),
        ("data:text/html,x", false),
        (" javascript:alert(1)", false),
        ("//example.org", false),
        ("é", false),
    ];
    for (url, is_link) in cases {
        let mut report = sample::report();
        report.sources[0].url = Some(url.to_owned());
        let page = page(&report, UiLanguage::English);
        assert_eq!(page.contains("rel=\"noopener"), is_link, "{url}");
    }
}

#[test]
fn an_update_goes_from_the_earlier_article_to_the_later() {
    let mut report = sample::report();
    // The later value comes first, as the one with more passages does.
    let update = report
        .facts
        .iter_mut()
        .find(|fact| fact.verdict == "update")
        .unwrap();
    update.values.reverse();
    let (a, b) = ("2024-07-01", "2024-07-05");
    report.sources[0].published = Some(a.to_owned());
    report.sources[1].published = Some(b.to_owned());
    let page = page(&report, UiLanguage::English);
    let timeline = page.split("<ol class=\"timeline\">").nth(1).unwrap();
    assert!(timeline.find("1 July 2024").unwrap() < timeline.find("5 July 2024").unwrap());
}

#[test]
fn decisions_are_shown_and_hide_nothing() {
    let report = sample::report();
    let decisions = crate::render::Decisions {
        baseline: Some([("f2".to_owned(), crate::render::Standing::Unchanged)].into()),
        waived: [("f1".to_owned(), "known <b>misprint</b>".to_owned())].into(),
        ..Default::default()
    };
    let options = Options {
        decisions: Some(&decisions),
        ..Options::default()
    };
    let mut page = Vec::new();
    html(&report, &options, &mut page).unwrap();
    let page = String::from_utf8(page).unwrap();
    let shown = |id: &str| page.split(&format!("id=\"fact-{id}\"")).nth(1).unwrap();
    assert!(shown("f1").contains("Waived: known &lt;b&gt;misprint&lt;&#x2f;b&gt;"));
    assert!(shown("f1").starts_with(" data-v=\"conflict\""));
    assert!(shown("f2").contains("As accepted") && shown("f3").contains("<span>New</span>"));
}

#[test]
fn many_articles_make_a_table_that_names_them() {
    let mut report = sample::report();
    for number in 0..40 {
        let mut source = report.sources[0].clone();
        source.source = format!("more-{number}.txt");
        report.sources.push(source);
    }
    let page = page(&report, UiLanguage::English);
    assert!(page.contains("<table class=\"wide\">"));
    assert!(page.contains("There are too many articles"));
}

#[test]
fn a_report_without_findings_says_so() {
    let mut report = sample::report();
    report.facts.clear();
    report.duplicates.clear();
    report.claims.clear();
    report.summary = crate::report::Summary {
        sources: 1,
        ..crate::report::Summary::default()
    };
    let shown = page(&report, UiLanguage::English);
    assert!(shown.contains("There was nothing to compare."));
    assert!(shown.contains("No conflicts found."));
    // Of what nobody could read nothing is known.
    report.summary.sources = 0;
    let shown = page(&report, UiLanguage::English);
    assert!(shown.contains("no article could be read."));
    assert!(!shown.contains("No conflicts found."));
}
