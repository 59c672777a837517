//! The HTML report from the command line; what a browser makes of it is tested in `tests/browser`.

use crosscheck::render;
use crosscheck::report::{Decided, Note, Remark, Report, Ruling, Source, findings};

use super::{library, run, stderr, stdout};

fn example(args: &[&str]) -> String {
    let all: Vec<_> = [
        "check",
        "docs/example",
        "--fail-on",
        "none",
        "--format",
        "html",
    ]
    .iter()
    .chain(args)
    .copied()
    .collect();
    let output = run(&library::project(""), &all);
    assert_eq!(output.status.code(), Some(0), "{}", stderr(&output));
    stdout(&output)
}

/// The text between the tags, a line for each element that holds some.
fn text_of(page: &str) -> String {
    let body = page.split("<main").nth(1).unwrap();
    let mut text = String::new();
    let mut in_tag = true;
    for c in body.chars() {
        match c {
            '<' => in_tag = true,
            '>' => in_tag = false,
            _ if !in_tag => text.push(c),
            _ => {}
        }
    }
    let text = text
        .replace("&#x2f;", "/")
        .replace("&quot;", "\"")
        .replace("&amp;", "&");
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[test]
fn the_page_is_the_same_every_time_and_in_each_language_its_own() {
    let english = example(&[]);
    assert_eq!(english, example(&["--jobs", "1"]));
    let vietnamese = example(&["--ui-language", "vi"]);
    assert!(english.contains("<html lang=\"en\">") && vietnamese.contains("<html lang=\"vi\">"));
}

#[test]
fn another_language_of_the_interface_is_refused() {
    let output = run(
        &library::project(""),
        &["check", "docs/example", "--ui-language", "xx"],
    );
    assert_eq!(output.status.code(), Some(2));
    assert!(
        stderr(&output).contains("possible values: en, vi"),
        "{}",
        stderr(&output)
    );
}

/// What the guide for readers quotes of the page stands on it.
#[test]
fn the_guide_for_readers_quotes_the_page() {
    let guide = std::fs::read_to_string(library::project("docs/guide-readers.md")).unwrap();
    let page = text_of(&example(&[]));
    let quoted: Vec<&str> = guide
        .lines()
        .filter_map(|line| line.strip_prefix("> "))
        .collect();
    assert!(quoted.len() > 8, "{quoted:?}");
    for line in quoted {
        assert!(page.contains(line), "not on the page: {line}\n{page}");
    }
}

/// The report as a page in Vietnamese, with a remark of every kind and decisions beside what the articles give.
fn in_vietnamese(report: &Report) -> String {
    let mut report = report.clone();
    let notes = findings().iter().map(|finding| Note {
        name: finding.name.to_owned(),
        message: format!("an English message on {}", finding.name),
        line: Some(1),
        limit: None,
        telling: None,
    });
    report.sources[0].notes.extend(notes.filter(|note| {
        note.name.starts_with("source-")
            || note.name.starts_with("charset-")
            || note.name == "limit-reached"
    }));
    let ids: Vec<String> = report.facts.iter().map(|fact| fact.id.clone()).collect();
    let decided = |finding: &String, ruling, reason: Option<&str>| Decided {
        finding: finding.clone(),
        ruling,
        reason: reason.map(str::to_owned),
        owner: reason.map(|_| "bàn tin".to_owned()),
        expires: reason.map(|_| "2026-12-31".to_owned()),
    };
    report.decisions.findings = vec![
        decided(&ids[0], Ruling::Waived, Some("đã đính chính")),
        decided(&ids[1], Ruling::Baseline, None),
    ];
    report.decisions.remarks = vec![Remark {
        name: "waiver-expired".to_owned(),
        message: "the waiver ended on 2026-01-01: decide anew, or remove it".to_owned(),
        file: "crosscheck.toml".to_owned(),
        line: 3,
        column: 1,
        telling: None,
    }];
    let options = render::Options {
        ui_language: render::UiLanguage::Vietnamese,
        ..render::Options::default()
    };
    let mut page = Vec::new();
    render::html(&report, &options, &mut page).unwrap();
    String::from_utf8(page).unwrap()
}

/// Stretches of three words and more of the English interface, without what is filled in.
fn english() -> Vec<String> {
    fn texts(value: &toml::Value, found: &mut Vec<String>) {
        match value {
            toml::Value::Table(table) => table.values().for_each(|value| texts(value, found)),
            toml::Value::Array(list) => list.iter().for_each(|value| texts(value, found)),
            toml::Value::String(text) => found.push(text.clone()),
            _ => {}
        }
    }
    let words = std::fs::read_to_string(library::project("src/render/html/page/en.toml")).unwrap();
    let mut found = Vec::new();
    texts(&words.parse().map(toml::Value::Table).unwrap(), &mut found);
    let gaps = regex::Regex::new(r"\{[a-z_]+\}").unwrap();
    let stretches = found.iter().flat_map(|text| gaps.split(text));
    let stretches = stretches.map(|part| part.trim_matches([' ', ',', '.', ':', ';']).to_owned());
    stretches
        .filter(|part| part.split(' ').count() >= 3)
        .collect()
}

#[test]
fn the_vietnamese_page_has_no_english_of_its_own() {
    let english = english();
    assert!(english.len() > 100, "{english:?}");
    for case in super::formats::cases() {
        let page = in_vietnamese(&case.report);
        let text = text_of(&page);
        let articles: String = case.texts.values().map(String::as_str).collect();
        let own =
            |words: &&String| text.contains(words.as_str()) && !articles.contains(words.as_str());
        let found: Vec<_> = english.iter().filter(own).collect();
        assert!(found.is_empty(), "{}: {found:?}", case.name);
        assert!(
            !text.contains("an English message") && !text.contains("the waiver ended"),
            "{}",
            case.name
        );
        assert!(
            text.contains("Được bỏ qua: đã đính chính (bàn tin, đến hết 31/12/2026)"),
            "{}",
            case.name
        );
        for fact in &case.report.facts {
            let sentence = fact.sentence();
            let is_told =
                sentence.contains(' ') && !articles.contains(sentence) && text.contains(sentence);
            assert!(!is_told, "{}: {sentence}", case.name);
            for line in &fact.evidence {
                assert!(!text.contains(line.as_str()), "{}: {line}", case.name);
            }
        }
        // What is tagged as English is an article in English.
        let is_english = |source: &Source| source.language.as_deref() == Some("en");
        if !case.report.sources.iter().any(is_english) {
            assert!(!page.contains("lang=\"en\""), "{}", case.name);
        }
    }
}

/// Numbers in the reasons of a Vietnamese page are written as in Vietnamese, and its dates too.
#[test]
fn reasons_have_the_notation_of_the_page() {
    let cases = super::formats::cases();
    let typhoon = cases
        .iter()
        .find(|case| case.name.contains("01-typhoon"))
        .unwrap();
    let text = text_of(&in_vietnamese(&typhoon.report));
    assert!(
        text.contains("khoảng 124.500 người so với khoảng 12.450 người, gấp 10 lần"),
        "{text}"
    );
    let summit = cases
        .iter()
        .find(|case| case.name.contains("04-summit"))
        .unwrap();
    let text = text_of(&in_vietnamese(&summit.report));
    assert!(
        text.contains("6/11/2025 và 7/11/2025: sự việc xảy ra sau khi đã đưa tin"),
        "{text}"
    );
}
