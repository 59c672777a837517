//! Checks across numbers: small articles with an error, and their twins that look alike and are right.

mod english;
mod vietnamese;

use std::sync::LazyLock;

use crosscheck::pack::Packs;
use crosscheck::source::{Input, Metadata};

use super::library;

static PACKS: LazyLock<Packs> = LazyLock::new(library::packs);

/// A text with the names of what is wrong in it, in the order of the report; none where nothing is.
type Case = (&'static str, &'static [&'static str]);

/// The names of the conflicts in articles published on 10 June 2024, and of the remarks on them.
fn conflicts(texts: &[&str]) -> Vec<String> {
    found(None, texts)
}

fn found(language: Option<&str>, texts: &[&str]) -> Vec<String> {
    let article = |(number, text): (usize, &&str)| {
        Input::new(format!("{number}.txt"), text.as_bytes()).with_meta(Metadata {
            published: Some("2024-06-10".to_owned()),
            language: language.map(str::to_owned),
            ..Metadata::default()
        })
    };
    let report = library::check(texts.iter().enumerate().map(article).collect(), &PACKS);
    let wrong = report
        .facts
        .iter()
        .filter(|fact| fact.verdict == "conflict");
    let kinds = wrong.map(|fact| fact.reason.split(':').next().unwrap_or_default().to_owned());
    let notes = report.sources.iter().flat_map(|source| &source.notes);
    kinds.chain(notes.map(|note| note.name.clone())).collect()
}

fn hold(language: &str, cases: &[Case]) {
    let wrong: Vec<String> = cases
        .iter()
        .filter_map(|(text, expected)| {
            let found = found(Some(language), &[text]);
            (found != *expected)
                .then(|| format!("{text}\n    wanted {expected:?}\n    got    {found:?}"))
        })
        .collect();
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn an_amount_in_two_currencies_has_one_rate() {
    let a = "Hàn Quốc ký hợp đồng trị giá 6,2 tỷ USD (khoảng 8.600 tỷ won) với Romania.";
    let wrong = "The order is worth $6.2 billion (8.6 billion won), the ministry said.";
    let right = "The order is worth $6.2 billion (8.6 trillion won), the ministry said.";
    assert_eq!(conflicts(&[a, right]), Vec::<String>::new());
    assert!(conflicts(&[a, wrong]).contains(&"magnitude-slip".to_owned()));
    let other_year = "In 1995 the bank lent $100 million, or 78 billion won, to the port.";
    assert_eq!(
        conflicts(&[a, other_year]),
        Vec::<String>::new(),
        "rates move"
    );
}

#[test]
fn a_place_has_no_more_victims_than_all_places_together() {
    let whole =
        "Tính đến 17h ngày 10/6, bão số 2 làm 21 người chết tại Hà Tĩnh, Nghệ An và Quảng Trị.";
    let wrong = "Bão số 2 gây thiệt hại nặng. Trong số người thiệt mạng, Hà Tĩnh có 29 người, Nghệ An 8 người.";
    let right = "Bão số 2 gây thiệt hại nặng. Trong số người thiệt mạng, Hà Tĩnh có 9 người, Nghệ An 8 người.";
    let found = |text: &str| conflicts(&[&format!("{whole}\n\n{text}")]);
    assert_eq!(found(right), Vec::<String>::new());
    assert!(
        found(wrong).contains(&"part-exceeds-whole".to_owned()),
        "{:?}",
        found(wrong)
    );
}

#[test]
fn an_error_that_was_printed_again_is_told_once() {
    let text = "Sáng thứ Hai, ngày 14/5/2024, tòa mở phiên xét xử bị cáo Nguyễn Văn An tại Hà Nội.";
    assert_eq!(conflicts(&[text, text, text]), ["weekday-mismatch"]);
}

#[test]
fn two_shares_of_one_part_are_held_against_the_whole() {
    let plant = "Vay vốn xây nhà máy Phước Dinh\n\nNhà máy điện hạt nhân Phước Dinh ở Khánh Hòa trị giá 10,9 tỷ USD.";
    let wrong =
        format!("{plant} Ngân hàng Hàn Quốc cho vay 8,72 tỷ USD, tương đương 70% tổng vốn.");
    let loan = "Loan for the Phuoc Dinh plant\n\nA Korean bank will lend $8.72 billion, 80 percent of the bill, to the Phuoc Dinh nuclear plant in Khanh Hoa.";
    assert_eq!(conflicts(&[&wrong, loan]), ["percent-does-not-follow"]);
    // The same share, and a whole that gives neither.
    let right = wrong.replace("70%", "80%");
    assert_eq!(conflicts(&[&right, loan]), Vec::<String>::new());
    let unknown = wrong.replace("10,9 tỷ", "19 tỷ");
    assert_eq!(conflicts(&[&unknown, loan]), Vec::<String>::new());
}
