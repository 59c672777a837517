//! Reasons in words: the kind of the finding first, then one sentence that names both values.

use crate::fact::{Fact, Run};
use crate::value::{Number, Slip, Value, Why, format_number};
use crate::verdict::{Check, Judgement, Reason};

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
        Check::Rate(times) => {
            let times = if times < Number::from_integer(1) {
                times.recip()
            } else {
                times
            };
            format!(
                "{a} stands for {b}, and elsewhere in these articles the rate of the two is {} times as much or as little",
                format_number(times.round())
            )
        }
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

fn detail(run: &Run<'_>, slip: Slip, a: usize, b: usize) -> String {
    let number = |at: usize| match &run.stands[at].claim.mention.value {
        Value::Number(quantity) => quantity.as_single(),
        _ => None,
    };
    match slip {
        Slip::MagnitudeSlip | Slip::SeparatorSlip => match (number(a), number(b)) {
            (Some(x), Some(y)) if *x.numer() != 0 && *y.numer() != 0 => {
                let times = if x > y { x / y } else { y / x };
                format!(", {} times the other", format_number(times))
            }
            _ => String::new(),
        },
        Slip::DigitSwap => ", two neighbouring digits changed places".to_owned(),
        Slip::DayMonthSwap => ", day and month changed places".to_owned(),
        Slip::UnitSlip => ", the same number with another unit".to_owned(),
        Slip::BoundViolated => ", outside the bound".to_owned(),
        Slip::OutsidePeriod => ", outside the period".to_owned(),
        Slip::DifferentValue => String::new(),
    }
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
        .max_by_key(|text| (text.chars().count().min(60), std::cmp::Reverse(*text)));
    match longest {
        Some(text) => text.to_owned(),
        None => {
            let stand = run.stands[fact.claims[0]];
            let events = stand
                .claim
                .extent
                .events
                .iter()
                .chain(&stand.claim.extent.predicates)
                .take(2);
            let named: Vec<&str> = events.map(String::as_str).collect();
            let quote = stand.claim.span.of(&run.sources[stand.source].text);
            if named.is_empty() {
                quote.to_owned()
            } else {
                format!("{quote} ({})", named.join(", "))
            }
        }
    }
}
