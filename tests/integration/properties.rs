//! What holds for any text.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use crosscheck::pack::Packs;
use crosscheck::report::Report;
use crosscheck::source::Input;
use proptest::prelude::*;

use super::library;

static PACKS: LazyLock<Packs> = LazyLock::new(library::packs);

/// Sentences made of what articles are made of, with the signs that numbers hide behind.
fn text() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        "[0-9]{1,5}",
        "[0-9]{1,3}[.,:/%-][0-9]{1,4}",
        prop::sample::select(vec![
            "ngày",
            "tháng",
            "năm",
            "khoảng",
            "hơn",
            "từ",
            "đến",
            "triệu",
            "tỷ đồng",
            "người",
            "lần thứ",
            "hai",
            "rưỡi",
            "FA-50",
            "http://a.vn/1",
            "1.",
            "TP.",
            "USD",
            "giờ",
            "July",
            "million",
            "at least",
            "the",
            "\n",
            "\n\n",
            ". ",
            "(",
            ")",
            "“",
            "”",
            "\u{a0}",
            "\u{301}",
            "٣",
            "５",
            "½",
            "²",
            "&#49;",
            "<b>",
            "*",
            "| 1 |",
            "- ",
        ])
        .prop_map(str::to_owned),
        "\\PC{0,6}",
    ];
    prop::collection::vec(piece, 0..40).prop_map(|pieces| pieces.join(" "))
}

fn check(articles: &[(&str, &str)]) -> Report {
    let inputs = articles
        .iter()
        .map(|(name, text)| Input::new(*name, *text))
        .collect();
    library::check(inputs, &PACKS)
}

/// The raw bytes of the report's claims and ignored digits in one source.
fn covered(report: &Report, source: &str) -> Vec<(usize, usize)> {
    let claims = report.claims.iter().filter(|claim| claim.source == source);
    let ignored = report
        .ignored
        .iter()
        .filter(|ignored| ignored.source == source);
    claims
        .map(|claim| (claim.span.start, claim.span.end))
        .chain(ignored.map(|ignored| (ignored.start, ignored.end)))
        .collect()
}

/// More with `PROPTEST_CASES`.
fn cases() -> u32 {
    std::env::var("PROPTEST_CASES").map_or(100, |cases| cases.parse().unwrap())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: cases(), failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn every_digit_is_in_a_claim_or_ignored(text in text(), markdown in any::<bool>()) {
        let name = if markdown { "a.md" } else { "a.txt" };
        let report = check(&[(name, &text)]);
        let covered = covered(&report, name);
        for (byte, letter) in text.char_indices().filter(|(_, letter)| letter.is_ascii_digit()) {
            let found = covered.iter().any(|&(start, end)| (start..end).contains(&byte));
            prop_assert!(found, "{letter} at {byte} of {text:?}");
        }
    }

    #[test]
    fn every_place_of_a_report_is_text_of_its_article(a in text(), b in text()) {
        let report = check(&[("a.txt", &a), ("b.md", &b)]);
        let texts = BTreeMap::from([("a.txt", &a), ("b.md", &b)]);
        for claim in &report.claims {
            let text = texts[claim.source.as_str()];
            prop_assert_eq!(text.get(claim.span.start..claim.span.end), Some(claim.quote.as_str()));
            prop_assert!(claim.span.contains(claim.core) && claim.sentence.contains(claim.core));
        }
        for passage in report.duplicates.iter().flat_map(|found| &found.spans) {
            let text = texts[passage.source.as_str()];
            prop_assert_eq!(text.get(passage.start..passage.end), Some(passage.text.as_str()));
        }
    }

    #[test]
    fn every_claim_is_in_one_fact(a in text(), b in text()) {
        let report = check(&[("a.txt", &a), ("b.txt", &b)]);
        // A broken check stands beside the facts of its claims: nothing had to link them.
        let linked = report.facts.iter().filter(|fact| fact.verdict != "conflict" || !fact.evidence.is_empty());
        let mut in_facts: Vec<_> = linked.flat_map(|fact| fact.claims.clone()).collect();
        let mut claims: Vec<_> = report.claims.iter().map(|claim| claim.id.clone()).collect();
        in_facts.sort();
        claims.sort();
        prop_assert_eq!(in_facts, claims);
    }

    #[test]
    fn the_order_of_articles_changes_nothing(a in text(), b in text()) {
        let one = check(&[("a.txt", &a), ("b.txt", &b)]);
        let other = check(&[("b.txt", &b), ("a.txt", &a)]);
        prop_assert_eq!(one, other);
    }

    #[test]
    fn any_bytes_give_a_report(bytes in prop::collection::vec(any::<u8>(), 0..200)) {
        let report = library::check(vec![Input::new("a.txt", bytes)], &PACKS);
        prop_assert_eq!(report.sources.len(), 1);
    }
}
