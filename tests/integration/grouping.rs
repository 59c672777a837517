//! Which figures of several articles come together, told by small articles on one event each.

use std::collections::BTreeSet;

use crosscheck::report::Report;
use crosscheck::source::{Input, Metadata};

use super::library;

/// A sinking, as told on its day, on the next, and by an agency abroad.
const FERRY: [(&str, &str); 3] = [
    ("2024-06-14", include_str!("grouping/ferry-first-day.txt")),
    ("2024-06-15", include_str!("grouping/ferry-next-day.txt")),
    ("2024-06-15", include_str!("grouping/ferry-agency.txt")),
];

/// A decision of a central bank, with one figure mistyped in the third article.
const RATE: [(&str, &str); 3] = [
    ("2023-05-03", include_str!("grouping/rate-agency.txt")),
    ("2023-05-04", include_str!("grouping/rate-vietnamese.txt")),
    ("2023-05-04", include_str!("grouping/rate-london.txt")),
];

/// An illness in a factory: who fell ill, and how many work there.
const OUTBREAK: [(&str, &str); 2] = [
    ("2024-05-12", include_str!("grouping/outbreak-first.txt")),
    ("2024-05-13", include_str!("grouping/outbreak-second.txt")),
];

/// An examination in figures, the number of examinees with another last digit in the second article.
const EXAM: [(&str, &str); 2] = [
    ("2024-06-25", include_str!("grouping/exam-first.txt")),
    ("2024-06-26", include_str!("grouping/exam-second.txt")),
];

/// A telephone shown in the evening of one day, which is the next in Viet Nam, with two digits of its weight swapped.
const LAUNCH: [(&str, &str); 2] = [
    ("2024-09-12", include_str!("grouping/launch-first.txt")),
    ("2024-09-13", include_str!("grouping/launch-vietnamese.txt")),
];

/// A trial: the terms that the prosecution asked for, and those that the court gave, in two languages.
const TRIAL: [(&str, &str); 3] = [
    ("2024-09-18", include_str!("grouping/trial-demand.txt")),
    ("2024-09-27", include_str!("grouping/trial-judgment.txt")),
    ("2024-09-27", include_str!("grouping/trial-agency.txt")),
];

/// A fire: on its night, with the toll of the next day, by an agency, and two days later. Nothing but the texts says when
/// they were published. The second article gives the injured another sum.
const FIRE: [&str; 4] = [
    include_str!("grouping/fire-first.txt"),
    include_str!("grouping/fire-toll.txt"),
    include_str!("grouping/fire-agency.txt"),
    include_str!("grouping/fire-charge.txt"),
];

/// A strike at airports, told by an agency, after it in Vietnamese with other passengers, and on the next day.
const STRIKE: [&str; 3] = [
    include_str!("grouping/strike-agency.txt"),
    include_str!("grouping/strike-vietnamese.txt"),
    include_str!("grouping/strike-after.txt"),
];

/// A metro line before and on its first day.
const METRO: [&str; 3] = [
    include_str!("grouping/metro-before.txt"),
    include_str!("grouping/metro-agency.txt"),
    include_str!("grouping/metro-first-day.txt"),
];

/// The next meeting of one body, in one article a year later than in the other.
const MEETINGS: [(&str, &str); 2] = [
    (
        "2025-11-07",
        "Diễn đàn sông Hồng bế mạc\n\nDiễn đàn Sông Hồng bế mạc tại Đà Nẵng hôm 7/11 với 9 lĩnh vực hợp tác.\n\n\
        Diễn đàn lần thứ 6 sẽ được tổ chức tại Viêng Chăn vào năm 2028.\n",
    ),
    (
        "2025-11-08",
        "Lào nhận vai trò chủ nhà\n\nDiễn đàn Sông Hồng vừa bế mạc tại Đà Nẵng với 9 lĩnh vực hợp tác.\n\n\
        Diễn đàn lần thứ sáu dự kiến diễn ra tại Viêng Chăn năm 2029.\n",
    ),
];

/// The wind of one storm as it grew, in one text.
const WIND: &str = "Bão Sơn Ca mạnh lên\n\nSáng 17/9, bão Sơn Ca có sức gió mạnh nhất 75 km/h.\n\n\
Chiều 18/9, sức gió mạnh nhất của bão Sơn Ca là 130 km/h.\n";

fn inputs(articles: &[(&str, &str)]) -> Vec<Input> {
    let inputs = articles.iter().enumerate().map(|(number, (day, text))| {
        Input::new(format!("{}.txt", number + 1), text.as_bytes()).with_meta(Metadata {
            published: Some((*day).to_owned()),
            publisher: Some(format!("Publisher {number}")),
            ..Metadata::default()
        })
    });
    inputs.collect()
}

pub(super) fn report(articles: &[(&str, &str)]) -> Report {
    library::check(inputs(articles), &library::packs())
}

/// The report on articles of which nothing is known but their texts.
fn bare(articles: &[&str]) -> Report {
    let inputs = articles.iter().enumerate();
    let inputs = inputs.map(|(number, text)| Input::new(format!("{}.txt", number + 1), *text));
    library::check(inputs.collect(), &library::packs())
}

/// The quotes of every fact of a verdict, each with its article, in the order of the report.
pub(super) fn told(report: &Report, verdict: &str) -> Vec<String> {
    let of_verdict = report.facts.iter().filter(|fact| fact.verdict == verdict);
    of_verdict
        .map(|fact| {
            let claims = fact.claims.iter().map(|id| {
                let claim = report.claims.iter().find(|claim| claim.id == *id).unwrap();
                format!("{} {}", claim.source.trim_end_matches(".txt"), claim.quote)
            });
            claims.collect::<Vec<_>>().join(" | ")
        })
        .collect()
}

#[test]
fn a_toll_that_grows_is_an_update_and_what_is_found_on_top_no_toll() {
    let report = report(&FERRY);
    assert_eq!(told(&report, "conflict"), Vec::<String>::new());
    assert_eq!(told(&report, "possible-conflict"), Vec::<String>::new());
    let updates = told(&report, "update");
    let toll = updates.iter().find(|fact| fact.contains("11 người chết"));
    assert!(
        toll.is_some_and(|fact| fact.contains("14 người chết")),
        "{updates:?}"
    );
    let agreements = told(&report, "agreement");
    let bodies = agreements.iter().find(|fact| fact.contains("three bodies"));
    assert!(
        bodies.is_some_and(|fact| fact.contains("3 thi thể")),
        "{agreements:?}"
    );
}

#[test]
fn sentences_that_share_facts_lend_each_other_equal_figures() {
    let ferry = told(&report(&FERRY), "agreement");
    for shared in [
        "1 năm 2012 | 3 2012",
        "1 Năm 2011 | 3 2011",
        "11 foreign tourists",
    ] {
        assert!(
            ferry.iter().any(|fact| fact.contains(shared)),
            "{shared}: {ferry:?}"
        );
    }
    let rate = told(&report(&RATE), "agreement");
    for shared in [
        "1 2007 | 2 năm 2007",
        "1 June 2022 | 2 tháng 6/2022 | 3 last June",
    ] {
        assert!(
            rate.iter().any(|fact| fact.contains(shared)),
            "{shared}: {rate:?}"
        );
    }
}

#[test]
fn long_figures_that_differ_in_one_digit_are_one_figure() {
    let conflicts = told(&report(&EXAM), "conflict");
    assert_eq!(conflicts.len(), 1, "{conflicts:?}");
    for figure in ["1 1.071.395 thí sinh", "2 1.071.393 thí sinh"] {
        assert!(conflicts[0].contains(figure), "{conflicts:?}");
    }
}

#[test]
fn a_day_by_another_clock_is_no_conflict_and_paragraphs_lend_long_figures() {
    let conflicts = told(&report(&LAUNCH), "conflict");
    assert_eq!(conflicts, ["1 weighs 187 grams | 2 nặng 178 gram"]);
}

#[test]
fn one_text_that_tells_a_figure_as_it_grew_does_not_contradict_itself() {
    let report = report(&[("2025-09-19", WIND)]);
    assert_eq!(
        report
            .claims
            .iter()
            .filter(|claim| claim.kind == "measure")
            .count(),
        2
    );
    for verdict in ["conflict", "possible-conflict"] {
        assert_eq!(told(&report, verdict), Vec::<String>::new());
    }
}

#[test]
fn a_year_that_nobody_knows_is_no_day() {
    let dated = "Typhoon Son Ca\n\nTyphoon Son Ca hit Ha Tinh on September 18, 2025 and killed 21 people.\n";
    let undated = "Remembering the storm\n\n\
        Residents of Ha Tinh recalled last year's Typhoon Son Ca, in which 21 people died.\n";
    let english = Metadata {
        language: Some("en".to_owned()),
        ..Metadata::default()
    };
    let inputs = [("1.txt", dated), ("2.txt", undated)]
        .map(|(name, text)| Input::new(name, text).with_meta(english.clone()));
    let report = library::check(inputs.into(), &library::packs());
    let alone = told(&report, "uncorroborated");
    assert!(alone.iter().any(|fact| fact == "2 last year"), "{alone:?}");
}

#[test]
fn a_link_that_rests_on_shared_facts_says_so() {
    let report = report(&FERRY);
    let id = |source: &str, quote: &str| {
        let is =
            |claim: &&crosscheck::report::Claim| claim.source == source && claim.quote == quote;
        report.claims.iter().find(is).unwrap().id.clone()
    };
    let pair = format!(
        "{}+{}",
        id("2.txt", "350 người"),
        id("3.txt", "More than 350 soldiers and police")
    );
    let told = crosscheck::explain(
        &pair,
        inputs(&FERRY),
        &library::packs(),
        &crosscheck::Options::default(),
    );
    let lines: Vec<String> = told
        .unwrap()
        .steps
        .into_iter()
        .flat_map(|step| step.lines)
        .collect();
    assert!(
        lines
            .iter()
            .any(|line| line == "their sentences share other facts"),
        "{lines:?}"
    );
    assert!(
        lines.iter().any(|line| line == "they are in one fact"),
        "{lines:?}"
    );
}

#[test]
fn the_number_of_a_name_counts_nothing() {
    let report = report(&FERRY);
    // "Tàu Hải Âu 36 đóng năm 2012", "vụ lật tàu Hải Âu 36 lên 14" stand beside "36 người được cứu".
    let vietnamese = report.claims.iter().filter(|claim| claim.source != "3.txt");
    let quotes: Vec<&str> = vietnamese
        .filter(|claim| claim.quote.starts_with("36"))
        .map(|claim| claim.quote.as_str())
        .collect();
    assert_eq!(quotes, ["36 người", "36 người được cứu"]);
}

#[test]
fn two_figures_that_one_article_tells_apart_stay_apart() {
    let rate = report(&RATE);
    let conflicts = told(&rate, "conflict");
    assert_eq!(conflicts.len(), 1, "{conflicts:?}");
    assert!(conflicts[0].contains("263,000"), "{conflicts:?}");
    let agreements = told(&rate, "agreement");
    for peak in ["9.1%", "6.0%"] {
        let facts: Vec<&String> = agreements
            .iter()
            .filter(|fact| fact.contains(peak))
            .collect();
        assert_eq!(facts.len(), 1, "{peak}: {agreements:?}");
    }
    let outbreak = told(&report(&OUTBREAK), "conflict");
    assert_eq!(outbreak, ["1 1.350 công nhân | 2 1.530 công nhân"]);
}

#[test]
fn a_figure_beside_a_shared_fact_is_one_figure_told_in_two_ways() {
    let conflicts = told(&report(&MEETINGS), "conflict");
    assert_eq!(conflicts, ["1 năm 2028 | 2 năm 2029"]);
}

#[test]
fn what_was_asked_for_is_no_other_version_of_what_was_given() {
    let trial = report(&TRIAL);
    assert_eq!(told(&trial, "conflict"), [""; 0]);
    let agreements = told(&trial, "agreement");
    let given = "2 8 năm tù | 3 eight years in prison".to_owned();
    assert!(agreements.contains(&given), "{agreements:?}");
}

#[test]
fn a_date_line_names_the_day_of_publication_and_nobody_in_the_story() {
    let days = |report: &Report| -> Vec<Option<String>> {
        let sources = report.sources.iter();
        sources.map(|source| source.published.clone()).collect()
    };
    let day = |day: &str| Some(format!("2025-{day}"));
    let fire = bare(&FIRE);
    // "HANOI, May 14 (Global Wire) -" does not say of which year.
    assert_eq!(
        days(&fire),
        [day("05-14"), day("05-15"), None, day("05-16")]
    );
    assert_eq!(
        days(&bare(&STRIKE)),
        [day("03-10"), day("03-11"), day("03-11")]
    );
    let bracketed = "HANOI (Sept 12, 2025) - Police have arrested 46 people over a fire.\n";
    assert_eq!(days(&bare(&[bracketed])), [day("09-12")]);
    let subjects = fire.claims.iter().flat_map(|claim| &claim.subjects);
    let named: BTreeSet<&str> = subjects.map(String::as_str).collect();
    assert!(named.contains("Khuong Ha"), "{named:?}");
    for paper in ["Tin Nhanh", "Báo Thủ Đô", "Global Wire", "Điện tử 24"] {
        assert!(!named.contains(paper), "{paper}: {named:?}");
    }
}

#[test]
fn a_toll_of_another_year_is_that_of_another_event() {
    let fire = bare(&FIRE);
    let agreements = told(&fire, "agreement");
    let earlier = "1 56 người chết | 3 56 people".to_owned();
    assert!(agreements.contains(&earlier), "{agreements:?}");
    let updates = told(&fire, "update");
    assert!(
        updates.iter().all(|fact| !fact.contains("56")),
        "{updates:?}"
    );
}

#[test]
fn what_nobody_dated_to_the_hour_fits_into_news_that_is_dated() {
    let updates = told(&bare(&FIRE), "update");
    assert_eq!(updates.len(), 1, "{updates:?}");
    assert!(updates[0].contains("9 người chết") && updates[0].contains("3 14"));
}

#[test]
fn a_sum_for_the_injured_does_not_grow_as_they_do() {
    let conflicts = told(&bare(&FIRE), "conflict");
    // Under control at one hour and out at another, the fire is told in two stages.
    assert_eq!(conflicts.len(), 1, "{conflicts:?}");
    assert!(conflicts[0].contains("20 triệu đồng"), "{conflicts:?}");
}

#[test]
fn a_day_to_come_and_a_figure_a_hundred_times_as_large_are_no_conflict() {
    let conflicts = told(&bare(&STRIKE), "conflict");
    assert!(
        conflicts
            .iter()
            .all(|fact| !fact.contains("Friday") && !fact.contains("2.5 million")),
        "{conflicts:?}"
    );
}

#[test]
fn a_stretch_of_the_day_and_a_range_of_prices_tell_by_themselves() {
    let metro = bare(&METRO);
    let told: Vec<String> = ["agreement", "compatible"]
        .iter()
        .flat_map(|verdict| told(&metro, verdict))
        .collect();
    for range in [
        "from 5 a.m. to 10 p.m.",
        "7,000 to 20,000 dong",
        "200 trips",
    ] {
        let found = told.iter().any(|fact| fact.contains(range));
        assert!(found, "{range}: {told:?}");
    }
    // Their names say little of how close the articles are, the facts that they share do.
    let trips = "1 200 chuyến | 2 200 trips a day | 3 200 chuyến".to_owned();
    assert!(told.contains(&trips), "{told:?}");
}

#[test]
fn a_headline_that_tells_a_part_of_another_size_is_no_other_version_of_the_whole() {
    let day = "2027-03-20";
    let text = "Sau kiểm toán, Thép Vạn Thắng lỗ thêm 72 tỷ đồng\n\n\
        Báo cáo kiểm toán công bố hôm nay cho thấy Thép Vạn Thắng lỗ 1.312 tỷ đồng trong năm 2026.\n";
    assert_eq!(
        told(&report(&[(day, text)]), "conflict"),
        Vec::<String>::new()
    );
    let slipped = text.replace("lỗ thêm 72 tỷ", "lỗ 1.321 tỷ");
    assert_eq!(told(&report(&[(day, &slipped)]), "conflict").len(), 1);
}
