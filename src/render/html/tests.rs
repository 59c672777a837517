#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "tests"
)]

use std::collections::BTreeMap;

use toml::Value as Entry;

use super::diff::{Side, odd_part, words};
use super::*;
use crate::render::sample;
use crate::render::tests::pages::hostile_report;
use crate::report::{ArticleText, Span, TextBlock, findings};

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
fn the_languages_have_the_same_words_with_the_same_gaps() {
    fn gaps(entry: &Entry, at: &str, found: &mut BTreeMap<String, Vec<String>>) {
        match entry {
            Entry::Table(table)
                if table.contains_key("other") && !table.contains_key("all_sources") =>
            {
                gaps(&table["other"], at, found);
            }
            Entry::Table(table) => {
                for (key, entry) in table {
                    gaps(entry, &format!("{at}.{key}"), found);
                }
            }
            Entry::String(text) => {
                assert!(
                    !text.trim().is_empty() || at == ".number.group",
                    "{at} is empty"
                );
                let mut names: Vec<String> = text
                    .split('{')
                    .skip(1)
                    .map(|rest| rest.split('}').next().unwrap().to_owned())
                    .collect();
                names.sort();
                found.insert(at.to_owned(), names);
            }
            Entry::Array(list) => {
                let names = if at.ends_with("months") {
                    vec![list.len().to_string()]
                } else {
                    Vec::new()
                };
                found.insert(at.to_owned(), names);
            }
            _ => panic!("{at}: neither text nor table"),
        }
    }
    let [english, vietnamese] =
        [include_str!("page/en.toml"), include_str!("page/vi.toml")].map(|text| {
            let mut found = BTreeMap::new();
            gaps(&Entry::Table(text.parse().unwrap()), "", &mut found);
            found
        });
    assert_eq!(english[".date.months"], ["12"]);
    for (key, names) in &english {
        assert_eq!(vietnamese.get(key), Some(names), "{key}");
    }
    assert_eq!(english.len(), vietnamese.len());
}

#[test]
fn every_finding_has_its_words() {
    for language in LANGUAGES.map(|language| Language::new(language).unwrap()) {
        for finding in findings() {
            let sections = ["slip", "verdict", "note"];
            let known = sections.iter().any(|section| {
                language
                    .known(&format!("{section}.{}", finding.name))
                    .is_some()
            });
            assert!(
                known || finding.name.starts_with("duplicate-"),
                "{}",
                finding.name
            );
        }
    }
}

#[test]
fn numbers_dates_and_values_are_written_for_the_reader() {
    let cases = [
        ("2400", "exact", Some("người"), "2,400 người", "2.400 người"),
        (
            "24000",
            "about",
            Some("người"),
            "about 24,000 người",
            "khoảng 24.000 người",
        ),
        ("-12345.678", "exact", None, "−12,345.678", "−12.345,678"),
        ("6.5", "exact", Some("%"), "6.5%", "6,5%"),
        ("18..25", "exact", Some("%"), "18 to 25%", "18 đến 25%"),
        ("500..", "more-than", None, "more than 500", "hơn 500"),
        ("20..", "exact", None, "at least 20", "ít nhất 20"),
        ("..7000", "less-than", None, "less than 7,000", "dưới 7.000"),
        ("2/3", "exact", None, "2/3", "2/3"),
        ("3-2", "exact", None, "3-2", "3-2"),
        ("P18M", "almost", None, "almost 18 months", "gần 18 tháng"),
        ("P1Y6M", "exact", None, "1 year 6 months", "1 năm 6 tháng"),
        ("PT1.5H", "exact", None, "1.5 hours", "1,5 giờ"),
        (
            "P1Y..P2Y",
            "exact",
            None,
            "1 year to 2 years",
            "1 năm đến 2 năm",
        ),
        ("R/P1Y", "exact", None, "every 1 year", "mỗi 1 năm"),
        ("T16:26", "exact", None, "16:26", "16:26"),
        ("2023-07-11", "exact", None, "11 July 2023", "11/7/2023"),
        (
            "2023-07-11/2023-07-12",
            "exact",
            None,
            "11 July 2023 to 12 July 2023",
            "11/7/2023 đến 12/7/2023",
        ),
        ("2023-07", "exact", None, "July 2023", "tháng 7/2023"),
        ("2025-34", "exact", None, "quarter 2 of 2025", "quý 2/2025"),
        (
            "XXXX-07-11",
            "exact",
            None,
            "11 July, year unknown",
            "11/7, không rõ năm",
        ),
        (
            "XXXX-07",
            "exact",
            None,
            "July, year unknown",
            "tháng 7, không rõ năm",
        ),
        ("2023-13-11", "exact", None, "2023-13-11", "2023-13-11"),
        ("Pxyz", "exact", None, "Pxyz", "Pxyz"),
        ("", "exact", None, "", ""),
    ];
    let mut claim = sample::report().claims.remove(0);
    let languages = LANGUAGES.map(|language| Language::new(language).unwrap());
    for (value, qualifier, unit, english, vietnamese) in cases {
        claim.qualifier = qualifier.to_owned();
        claim.unit = unit.map(str::to_owned);
        let written = languages
            .each_ref()
            .map(|language| language.value(Some(value), &claim));
        assert_eq!(written, [english, vietnamese], "{value}");
    }
    let published = ["2023", "2023-05-03T14:05+07:00", "spring"];
    let dates = published.map(|date| languages[0].date(date).unwrap_or_default());
    assert_eq!(dates, ["2023", "3 May 2023, 14:05", ""]);
}

#[test]
fn counts_take_the_form_of_their_number() {
    let [english, vietnamese] = LANGUAGES.map(|language| Language::new(language).unwrap());
    let forms = [0, 1, 2, 1000].map(|n| english.count("count.origins", n));
    assert_eq!(
        forms,
        ["0 origins", "1 origin", "2 origins", "1,000 origins"]
    );
    let forms = [1, 1000].map(|n| vietnamese.count("count.origins", n));
    assert_eq!(forms, ["1 nguồn gốc", "1.000 nguồn gốc"]);
}

#[test]
fn what_fills_a_gap_is_not_filled_again() {
    let language = Language::new(UiLanguage::English).unwrap();
    let filled = language.fill("value.range", &[("from", "{to}"), ("to", "{from} {x}")]);
    assert_eq!(filled, "{to} to {from} {x}");
}

#[test]
fn reasons_of_the_report_are_translated_where_they_are_known() {
    let language = Language::new(UiLanguage::Vietnamese).unwrap();
    let cases = [
        (
            "reason",
            "the same in another unit",
            Some("bằng nhau khi đổi đơn vị"),
        ),
        (
            "evidence",
            "the sentences share: cầu, vốn",
            Some("hai câu có chung: cầu, vốn"),
        ),
        ("evidence", "something new", None),
    ];
    for (section, sentence, expected) in cases {
        assert_eq!(
            language.translated(section, sentence).as_deref(),
            expected,
            "{sentence}"
        );
    }
}

#[test]
fn differences_are_found_by_words() {
    let cases: [(&str, &str, &[(Side, &str)]); 5] = [
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
    report.summary = crate::report::Summary::default();
    let page = page(&report, UiLanguage::English);
    assert!(page.contains("There was nothing to compare."));
    assert!(page.contains("No conflicts found."));
}
