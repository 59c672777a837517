//! Reasons in words: the kind of the finding first, then one sentence that names both values.

use super::telling::{odd_rate, times};
use crate::fact::{Fact, Run};
use crate::text::Span;
use crate::value::{Slip, Why, format_number};
use crate::verdict::{Check, Judgement, Reason};

/// Words before and behind a phrase that has no noun of its own.
const BEFORE: usize = 4;
const AFTER: usize = 3;

/// For a conflict "kind: sentence", for all else a sentence.
pub(super) fn reason_of(run: &Run<'_>, judgement: &Judgement) -> String {
    let said = |number: usize| {
        let claim = run.stands[number].claim;
        let value = claim
            .mention
            .value
            .stated(claim.mention.qualifier)
            .unwrap_or_else(|| "an unknown date".to_owned());
        match &claim.mention.unit {
            Some(unit) => format!("{value} {unit}"),
            None => value,
        }
    };
    match judgement.reason {
        Reason::Alone => "only one passage states it".to_owned(),
        Reason::Same => "the same value throughout".to_owned(),
        Reason::Fits(why, a, b) => format!("{} and {}: {}", said(a), said(b), fits(why)),
        Reason::Incomparable(a, b) => format!("{} and {} cannot be compared", said(a), said(b)),
        Reason::Replaces(earlier, later) => format!("{} was later {}", said(earlier), said(later)),
        Reason::Breaks(check, a, b) => {
            format!(
                "{}: {}",
                check_name(check),
                broken(check, &said(a), &said(b))
            )
        }
        Reason::Excludes(slip, a, b) => {
            format!(
                "{}: {} against {}{}",
                slip_name(slip),
                said(a),
                said(b),
                detail(run, slip, a, b)
            )
        }
    }
}

/// The public name of a kind of conflict.
pub(crate) fn slip_name(slip: Slip) -> &'static str {
    match slip {
        Slip::DifferentValue => "different-value",
        Slip::MagnitudeSlip => "magnitude-slip",
        Slip::DigitSwap => "digit-swap",
        Slip::DayMonthSwap => "day-month-swap",
        Slip::UnitSlip => "unit-slip",
        Slip::SeparatorSlip => "separator-slip",
        Slip::BoundViolated => "bound-violated",
        Slip::OutsidePeriod => "outside-period",
    }
}

/// The public name of a check.
pub(crate) fn check_name(check: Check) -> &'static str {
    match check {
        Check::BeforeAfter | Check::EndBeforeStart => "before-after",
        Check::OutsidePeriod => "outside-period",
        Check::ImpossibleDate => "impossible-date",
        Check::Weekday(_) => "weekday-mismatch",
        Check::Age(_) => "age-does-not-follow",
        Check::Percent(_) => "percent-does-not-follow",
        Check::Change(_) => "change-does-not-follow",
        Check::PartExceedsWhole | Check::ShareExceedsWhole => "part-exceeds-whole",
        Check::Sum(_) => "sum-does-not-follow",
        Check::Product(_) => "product-does-not-follow",
        Check::ListLength(_) => "list-length",
        Check::Conversion(_) => "conversion-does-not-follow",
        Check::Rate(_) => "magnitude-slip",
    }
}

/// What a check found, the value in doubt first.
fn broken(check: Check, a: &str, b: &str) -> String {
    match check {
        Check::BeforeAfter => format!("{a} and {b}: the event lies after the report of it"),
        Check::EndBeforeStart => format!("{a}: the end lies before the start"),
        Check::OutsidePeriod => format!("{a} lies outside {b}, the days of the event"),
        Check::ImpossibleDate => format!("{a} of {b}: there is no such day"),
        Check::Weekday(day) => format!("{a} is a {}", WEEKDAYS[usize::from(day.clamp(1, 7)) - 1]),
        Check::Age(age) => {
            format!(
                "{a} years of age, but born in {b}, which gives {}",
                format_number(age)
            )
        }
        Check::Percent(percent) => format!(
            "{a} is stated, but {} % follows from the figures beside it",
            format_number(percent)
        ),
        Check::Change(change) => format!(
            "a change by {a} is stated, but the figures beside it differ by {}",
            format_number(change)
        ),
        Check::PartExceedsWhole => format!("the part {a} is larger than its whole {b}"),
        Check::ShareExceedsWhole => format!("a share of {a} is more than the whole"),
        Check::Sum(sum) => format!(
            "{a} is stated, but its parts come to {}",
            format_number(sum)
        ),
        Check::Product(product) => format!(
            "a total of {a} is stated, but the number of things at {b} each come to {}",
            format_number(product)
        ),
        Check::ListLength(length) => format!("{a} are announced, but {length} are listed"),
        Check::Conversion(expected) => format!(
            "{b} is about {} in the unit of {a}",
            format_number(expected.round())
        ),
        Check::Rate(times) => format!(
            "{a} stands for {b}, and elsewhere in these articles the rate of the two is {} times as much or as little",
            format_number(odd_rate(times))
        ),
    }
}

const WEEKDAYS: [&str; 7] = [
    "Monday",
    "Tuesday",
    "Wednesday",
    "Thursday",
    "Friday",
    "Saturday",
    "Sunday",
];

/// How many times one is the other; the other kinds say by their names how the two differ.
fn detail(run: &Run<'_>, slip: Slip, a: usize, b: usize) -> String {
    times(run, slip, a, b).map_or_else(String::new, |times| {
        format!(", {} times the other", format_number(times))
    })
}

fn fits(why: Why) -> &'static str {
    match why {
        Why::Rounding => "one is the other in round figures",
        Why::Hedge => "near enough for the wording",
        Why::Bound => "the figure keeps the bound",
        Why::Range => "one lies in the range of the other",
        Why::CoarserDate => "one date is the coarser of the two",
        Why::PartOfPeriod => "one lies in the part of the period that the other names",
        Why::Conversion => "the same in another unit",
        Why::OrderOfMagnitude => "only the order of magnitude is stated",
        Why::UnknownYear => "the year of one is not known",
        Why::TimeZone => "the same moment in two time zones",
    }
}

/// What the claims speak of: the noun of the first claim that has one, else its phrase.
pub(super) fn about(run: &Run<'_>, fact: &Fact) -> String {
    let nouns = fact
        .claims
        .iter()
        .filter_map(|number| run.stands[*number].claim.noun.as_ref());
    let longest = nouns
        .map(|noun| noun.text.as_str())
        // The age of somebody stands without a word.
        .filter(|text| !text.is_empty())
        .max_by_key(|text| (text.chars().count().min(60), std::cmp::Reverse(*text)));
    match longest {
        Some(text) => text.to_owned(),
        None => {
            let stand = run.stands[fact.claims[0]];
            let text = &run.sources[stand.source].text;
            in_its_words(text, stand.claim.sentence, stand.claim.span)
        }
    }
}

/// A phrase with some words of its sentence around it: "gặp nhau hôm thứ Hai tại Seoul". Alone where there is markup.
fn in_its_words(text: &str, sentence: Span, phrase: Span) -> String {
    let quote = phrase.of(text);
    if !sentence.contains(phrase) {
        return quote.to_owned();
    }
    let before = Span::new(sentence.start, phrase.start).of(text);
    let after = Span::new(phrase.end, sentence.end).of(text);
    // A phrase ends where a sign of punctuation is.
    let is_end = |c: char| ".,;:!?)]…-–—*>".contains(c);
    let is_start = |c: char| "([.,;:…-–—*<".contains(c);
    let words = before.split_whitespace().rev().take(BEFORE);
    let mut start: Vec<&str> = words
        .take_while(|word| !word.ends_with(is_end) && !word.starts_with(is_start))
        .collect();
    start.reverse();
    if !before.is_empty() && !before.ends_with(char::is_whitespace) {
        start.clear();
    }
    let mut end: Vec<&str> = Vec::new();
    if after.starts_with(char::is_whitespace) {
        for word in after.split_whitespace().take(AFTER) {
            if word.starts_with(is_start) {
                break;
            }
            end.push(word.trim_end_matches(is_end));
            if word.ends_with(is_end) {
                break;
            }
        }
    }
    let has_markup = |words: &[&str]| {
        words
            .iter()
            .any(|word| word.contains(['<', '>', '&', '*', '[', '|']))
    };
    if has_markup(&start) || has_markup(&end) {
        return quote.to_owned();
    }
    start.push(quote);
    start.extend(end);
    start.join(" ")
}
