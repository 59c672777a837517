//! Dates, clock times and the day they are counted from, read by the English pack.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "tests"
)]

use super::{Kind, Mention, Reference, WordCache, read};
use crate::pack::Packs;
use crate::source::Sentence;
use crate::text::{Derived, Span};

/// What an English sentence says of dates and times.
fn read_at(packs: &Packs, text: &str, reference: &Reference) -> Vec<(Kind, String)> {
    mentions(packs, text, reference)
        .into_iter()
        .map(|m| (m.kind, m.value.notation().unwrap_or_else(|| "?".to_owned())))
        .collect()
}

fn mentions(packs: &Packs, text: &str, reference: &Reference) -> Vec<Mention> {
    let span = Span::new(0, text.len());
    let sentence = Sentence {
        span,
        text: Derived::new(text, span),
        language: Some("en".to_owned()),
    };
    let pack = packs.get("en").expect("the English pack");
    read(&sentence, pack, reference, &mut WordCache::default()).mentions
}

/// Tuesday, 15 July 2025.
const TODAY: &str = "2025-07-15";

fn check(table: &[(&str, &[(Kind, &str)])]) {
    check_at(Some(TODAY), table);
}

fn check_at(published: Option<&str>, table: &[(&str, &[(Kind, &str)])]) {
    let packs = Packs::embedded().expect("the shipped packs");
    for (text, want) in table {
        let got = read_at(&packs, text, &Reference::of(published));
        let got: Vec<(Kind, &str)> = got.iter().map(|(kind, v)| (*kind, v.as_str())).collect();
        assert_eq!(got, *want, "{text}");
    }
}

use Kind::{Date, Ordinal, Time};

#[test]
fn days_in_either_order_and_with_any_sign() {
    check(&[
        ("on 22 July", &[(Date, "2025-07-22")]),
        ("July 11th, 2023", &[(Date, "2023-07-11")]),
        ("31-Oct-74", &[(Date, "1974-10-31")]),
        ("2024-Nov-08", &[(Date, "2024-11-08")]),
        ("the twenty-third day of September", &[(Date, "2025-09-23")]),
        ("31/12/2024 was", &[(Date, "2024-12-31")]),
        ("July 11-12, 2023", &[(Date, "2023-07-11/2023-07-12")]),
    ]);
}

#[test]
fn the_weekday_beside_a_day_chooses_the_year_and_the_month() {
    check_at(
        Some("2013-02-12"),
        &[
            ("on Fri, Sep 20", &[(Date, "2013-09-20")]),
            ("Thursday, 20 September", &[(Date, "2012-09-20")]),
            ("Tuesday the 19th", &[(Date, "2013-02-19")]),
        ],
    );
    // No near year has it: the nearest stands.
    check(&[("on July 15", &[(Date, "2025-07-15")])]);
    // A day of these days stays one of them: the weekday is wrong.
    check(&[
        ("on Friday, July 17", &[(Date, "2025-07-17")]),
        ("Wednesday, August 21", &[(Date, "2025-08-21")]),
    ]);
}

#[test]
fn months_of_one_stretch_ascend() {
    check_at(
        Some("2025-11-20"),
        &[
            ("between January and October", &[(Date, "2025-01/2025-10")]),
            ("in January-October", &[(Date, "2025-01/2025-10")]),
            ("between January and March", &[(Date, "2026-01/2026-03")]),
            ("from October to February", &[(Date, "2025-10/2026-02")]),
        ],
    );
}

#[test]
fn a_weekday_is_the_last_one_and_the_day_of_publication_is_one() {
    check(&[
        ("on Tuesday", &[(Date, "2025-07-15")]),
        ("on Wednesday", &[(Date, "2025-07-09")]),
        ("last Tuesday", &[(Date, "2025-07-08")]),
        ("next Tuesday", &[(Date, "2025-07-22")]),
        ("this Thursday", &[(Date, "2025-07-17")]),
        ("on Thursday last week", &[(Date, "2025-07-10")]),
    ]);
}

#[test]
fn which_weekday_of_a_month() {
    check(&[
        ("the first Monday of October 2014", &[(Date, "2014-10-06")]),
        ("the last Monday of May 2013", &[(Date, "2013-05-27")]),
        ("the last Friday of the month", &[(Date, "2025-07-25")]),
        ("the second Monday of last month", &[(Date, "2025-06-09")]),
    ]);
    let packs = Packs::embedded().expect("the shipped packs");
    let sixth = read_at(
        &packs,
        "the sixth Monday of October 2014",
        &Reference::default(),
    );
    // There is none: its parts are read one by one.
    let parts = [
        (Ordinal, "6".to_owned()),
        (Date, "XXXX-WXX-1".to_owned()),
        (Date, "2014-10".to_owned()),
    ];
    assert_eq!(sixth, parts);
}

#[test]
fn feasts_fixed_and_movable() {
    check(&[
        ("Christmas Day 2014", &[(Date, "2014-12-25")]),
        ("Labor Day 2012", &[(Date, "2012-09-03")]),
        ("Thanksgiving Day 2014", &[(Date, "2014-11-27")]),
        ("Easter Sunday 2000", &[(Date, "2000-04-23")]),
        ("Easter Sunday 2024", &[(Date, "2024-03-31")]),
        ("Good Friday 2025", &[(Date, "2025-04-18")]),
        ("next Memorial Day", &[(Date, "2026-05-25")]),
        ("on Boxing Day", &[(Date, "2025-12-26")]),
        ("Cyber Monday 2012", &[(Date, "2012-11-26")]),
        ("Orthodox Good Friday 2020", &[(Date, "2020-04-17")]),
        ("Orthodox Easter 2013", &[(Date, "2013-05-05")]),
    ]);
}

#[test]
fn feasts_of_other_calendars_are_listed_by_year() {
    check(&[
        ("Diwali 2019", &[(Date, "2019-10-27")]),
        ("Ramadan 2018", &[(Date, "2018-05-16/2018-06-14")]),
        // Twice in that year: the first counts.
        ("Eid al-Fitr 2000", &[(Date, "2000-01-08")]),
        ("last Chinese New Year", &[(Date, "2025-01-29")]),
        // Outside the table only the year is told.
        ("Diwali 1950", &[(Date, "1950")]),
    ]);
}

#[test]
fn the_last_day_of_a_month_and_days_told_by_an_ordinal() {
    check(&[
        ("the last day of October 2015", &[(Date, "2015-10-31")]),
        ("the last day of February 2024", &[(Date, "2024-02-29")]),
        ("on Tuesday the eighth", &[(Date, "2025-07-08")]),
        ("Friday, October third", &[(Date, "2025-10-03")]),
        ("the first Friday of October 2025", &[(Date, "2025-10-03")]),
    ]);
}

#[test]
fn without_a_day_of_publication_nothing_is_guessed() {
    check_at(
        None,
        &[
            ("on 22 July", &[(Date, "XXXX-07-22")]),
            ("last week", &[(Date, "?")]),
            ("Boxing Day", &[(Date, "?")]),
            ("the first Monday of October", &[(Date, "?")]),
        ],
    );
}

#[test]
fn so_long_ago_keeps_the_precision_of_its_unit() {
    check(&[
        ("two weeks ago", &[(Date, "2025-W27")]),
        ("six days ago", &[(Date, "2025-07-09")]),
        ("two years from now", &[(Date, "2027")]),
        ("three months ago", &[(Date, "2025-04")]),
    ]);
}

#[test]
fn clock_times() {
    check(&[
        ("at around 8.45pm", &[(Time, "T20:45")]),
        ("0 at 12am", &[(Kind::Count, "0"), (Time, "T00")]),
        ("12.15pm", &[(Time, "T12:15")]),
        ("at 3:30 in the afternoon", &[(Time, "T15:30")]),
        ("20 minutes to nine", &[(Time, "T08:40")]),
        ("at 0800 GMT", &[(Time, "T08:00Z")]),
        ("from 9am to 5pm", &[(Time, "T09/T17")]),
        ("5pm on Saturday", &[(Time, "T17"), (Date, "2025-07-12")]),
        ("Saturday at 5pm", &[(Date, "2025-07-12"), (Time, "T17")]),
        (
            "Saturday evening at 9",
            &[(Date, "2025-07-12"), (Time, "T21")],
        ),
        (
            "Saturday from 9:30 to 11:00",
            &[(Date, "2025-07-12"), (Time, "T09:30/T11:00")],
        ),
        ("5pm tomorrow", &[(Time, "T17"), (Date, "2025-07-16")]),
    ]);
}

#[test]
fn digits_that_fit_both_orders_keep_both_readings_unless_something_tells() {
    let packs = Packs::embedded().expect("the shipped packs");
    let text = "It opened on 11/7/2023 in Hue.";
    let both = "[2023-07-11,2023-11-07]";
    let cases = [
        (Reference::default(), both),
        (Reference::of(Some("2023-07-12")), "2023-07-11"),
        (Reference::of(Some("2023-11-01")), "2023-11-07"),
        (Reference::of(Some("2024-11-01")), both),
        (
            Reference::default().told_by("25/7/2023", None),
            "2023-07-11",
        ),
        (
            Reference::default().told_by("7-25-2023", None),
            "2023-11-07",
        ),
        (
            Reference::default().told_by("25/7/2023 7/25/2023", None),
            both,
        ),
        (
            Reference::default().told_by("1.25.3000 25.7", None),
            "2023-11-07",
        ),
        (
            Reference::default().told_by("", Some("en-US")),
            "2023-11-07",
        ),
        (
            Reference::default().told_by("", Some("en-GB")),
            "2023-07-11",
        ),
        (Reference::default().told_by("", Some("en")), both),
        // What the source writes weighs more than where it is from.
        (
            Reference::default().told_by("25/7/2023", Some("en-US")),
            "2023-07-11",
        ),
    ];
    for (reference, want) in cases {
        let got = read_at(&packs, text, &reference);
        assert_eq!(got, [(Date, want.to_owned())], "{reference:?}");
    }
}

#[test]
fn a_day_and_its_hour_stand_where_they_are_written() {
    let text = "On Tuesday, July 8, at 6 p.m. the alarm rang.";
    let packs = Packs::embedded().expect("the shipped packs");
    let read = mentions(&packs, text, &Reference::of(Some(TODAY)));
    let told: Vec<&str> = read
        .iter()
        .map(|mention| &text[mention.core.start..mention.core.end])
        .collect();
    assert_eq!(told, ["Tuesday, July 8", "6 p.m."]);
}
