//! The words of each language, and what they make of numbers and dates.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

use toml::Value as Entry;

use super::LANGUAGES;
use crate::render::html::UiLanguage;
use crate::render::html::language::Language;
use crate::render::sample;
use crate::report::findings;

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
    let [english, vietnamese] = [
        include_str!("../page/en.toml"),
        include_str!("../page/vi.toml"),
    ]
    .map(|text| {
        let mut found = BTreeMap::new();
        let mut words: toml::Table = text.parse().unwrap();
        // An English page says the patterns themselves.
        words.remove("said");
        gaps(&Entry::Table(words), "", &mut found);
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
        ("84", "exact", Some("[mi_i]/h"), "84 mph", "84 mph"),
        ("7", "exact", Some(""), "7", "7"),
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
fn sentences_of_the_report_are_told_with_what_stands_in_their_gaps() {
    use crate::report::{Gap, Sentence};
    let [english, vietnamese] = LANGUAGES.map(|language| Language::new(language).unwrap());
    let text = |text: &str| Gap::Text(text.to_owned());
    let number = |number: &str| Gap::Number(number.to_owned());
    let cases = [
        (
            "reason.conversion",
            vec![],
            "the same in another unit",
            "bằng nhau khi đổi đơn vị",
        ),
        (
            "evidence.share",
            vec![("rest", text("cầu, {rest}"))],
            "the sentences share: cầu, {rest}",
            "hai câu có chung: cầu, {rest}",
        ),
        (
            "evidence.copied",
            vec![("rest", number("98.3"))],
            "both stand at the same place of a copied passage (98.3% alike)",
            "cả hai nằm cùng một chỗ trong đoạn chép lại (giống nhau 98,3%)",
        ),
        (
            "found.times",
            vec![("a", text("x")), ("b", text("y")), ("n", number("1000"))],
            "x against y, 1,000 times the other",
            "x so với y, gấp 1.000 lần",
        ),
        (
            "found.monday",
            vec![("a", text("4/5/2026"))],
            "4/5/2026 is a Monday",
            "4/5/2026 là thứ Hai",
        ),
    ];
    for (key, gaps, in_english, in_vietnamese) in cases {
        let sentence = Sentence { key, gaps };
        let told = [&english, &vietnamese].map(|language| {
            language.told(&sentence, |gap| match gap {
                Gap::Number(number) => language.decimal(number),
                Gap::Text(text) | Gap::Claim(text) => text.clone(),
                Gap::Sentence(_) => unreachable!("no sentence in a gap of these"),
            })
        });
        assert_eq!(told, [in_english, in_vietnamese], "{key}");
    }
}

/// The English patterns of all remarks, as they stand in the code.
#[allow(
    clippy::disallowed_methods,
    reason = "a test that reads the code of the project"
)]
fn patterns() -> BTreeSet<String> {
    fn read(folder: &Path, found: &mut BTreeSet<String>) {
        for entry in fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                read(&path, found);
            } else if !path.to_string_lossy().contains("tests") {
                let code = fs::read_to_string(&path).unwrap();
                for maker in ["Saying::new(", "Kind::new(", "broken("] {
                    let parts = code.split(maker).skip(1);
                    let quoted = parts.filter_map(|part| part.trim_start().strip_prefix('"'));
                    found.extend(quoted.map(|rest| joined(&rest[..rest.find('"').unwrap()])));
                }
            }
        }
    }
    /// A literal over several lines.
    fn joined(literal: &str) -> String {
        let lines = literal.split("\\\n");
        let rest = lines.enumerate().map(|(number, line)| match number {
            0 => line,
            _ => line.trim_start(),
        });
        rest.collect()
    }
    let mut found = BTreeSet::new();
    read(
        &Path::new(env!("CARGO_MANIFEST_DIR")).join("src"),
        &mut found,
    );
    found
}

/// Words of other programs, which are English.
const FOREIGN: [&str; 5] = ["error", "io", "page", "manifest", "status"];

#[test]
fn every_remark_can_be_told_in_every_language() {
    let words: toml::Table = include_str!("../page/vi.toml").parse().unwrap();
    let said = words["said"].as_table().unwrap();
    let known: BTreeSet<String> = said.keys().cloned().collect();
    assert_eq!(known, patterns());
    let gaps = |text: &str| -> BTreeSet<String> {
        let gaps = text.split('{').skip(1);
        gaps.map(|rest| rest[..rest.find('}').unwrap()].to_owned())
            .collect()
    };
    for (pattern, told) in said {
        let told = gaps(told.as_str().unwrap());
        for gap in gaps(pattern) {
            let left_out = FOREIGN.contains(&gap.as_str());
            assert!(told.contains(&gap) || left_out, "{pattern}: {gap}");
        }
        assert!(told.is_subset(&gaps(pattern)), "{pattern}");
    }
}
