//! Figures that differ as a slip of the pen makes them differ: digits or day and month swapped, a nought too many, another unit.

use num_traits::Signed;

use super::figure::{self, digits, within};
use super::{Run, Stand};
use crate::claim::Claim;
use crate::mention::Kind;
use crate::value::{
    Calendar, ClockRange, Dates, Number, Qualifier, Relation, Slip, Value, format_number,
};

/// Whether two values differ by a slip that chance seldom makes.
pub(super) fn is_telling(a: &Claim, b: &Claim, relation: Relation) -> bool {
    let Relation::Disjoint(slip) = relation else {
        return false;
    };
    let digits = || digits(a).min(digits(b));
    match slip {
        Slip::DayMonthSwap => true,
        // One nought or three are too many as a rule; a figure a hundred times as large is that of something else.
        Slip::MagnitudeSlip
            if !within(30, a.value(), b.value()) && within(300, a.value(), b.value()) =>
        {
            false
        }
        // Nor is a figure a hundred thousand times as large; thousands and billions are taken for each other.
        Slip::MagnitudeSlip if !within(3_000, a.value(), b.value()) && !is_millionfold(a, b) => {
            false
        }
        // "28 km" and "280 mm" have nothing in common.
        Slip::MagnitudeSlip
            if a.mention.kind == Kind::Measure
                && a.mention.unit != b.mention.unit
                && !within(30, a.value(), b.value()) =>
        {
            false
        }
        // Nobody counts as many miles of one thing as kilometres of another, were it only seven.
        Slip::UnitSlip if figure::is_amount(a) => digits() >= 1,
        // "300 triệu" for "300 tỷ": even one digit of an amount is seldom the same by chance.
        Slip::MagnitudeSlip if a.mention.kind == Kind::Money => digits() >= 1,
        slip if slip.is_of_the_pen() => digits() >= 2,
        // "1.071.395 thí sinh" and "1.071.393": long figures are not alike by chance.
        Slip::DifferentValue => one_digit_apart(a, b),
        _ => false,
    }
}

/// What the sentences of two figures must share, as [`super::likeness::context`], for them to be one, where they differ as a slip
/// of the pen makes figures differ and neither article leaves over another that differs so from one of the other's. `None`
/// where that is no evidence.
///
/// Which of these need no words in common was counted in what the articles of 45 labelled clusters leave over, planted errors
/// among it: such figures were one in 37 cases, and two things in 2, hours both.
pub(super) fn needed(a: &Claim, b: &Claim, relation: Relation) -> Option<f64> {
    let Relation::Disjoint(slip) = relation else {
        return None;
    };
    let digits = digits(a).min(digits(b));
    let kind = a.mention.kind;
    let known = one_noun(a, b);
    match (slip, kind) {
        // "tháng 2" holds the day that "tháng 4" might have been.
        (Slip::DayMonthSwap, _) if key(a).is_some() && key(a) == key(b) => Some(0.0),
        (Slip::DigitSwap, Kind::Duration) if digits == 0 || digits >= 3 => Some(0.0),
        (Slip::DigitSwap, Kind::Time) => Some(0.0),
        (Slip::DigitSwap, Kind::Count) if digits >= 3 => Some(0.0),
        (Slip::DigitSwap, Kind::Count) if digits == 2 => {
            let long = figure::is_long(a) && figure::is_long(b);
            (known || long).then_some(FEW_DIGITS)
        }
        (Slip::DigitSwap, Kind::Money | Kind::Measure) if digits >= 2 => Some(0.0),
        (Slip::DigitSwap, Kind::Percent) if digits >= 2 => {
            // Each of two firms has its margin.
            Some(if digits == 2 { FEW_DIGITS } else { 0.1 })
        }
        (Slip::UnitSlip, Kind::Money | Kind::Measure) if digits >= 2 => Some(0.0),
        // "30 ngày", "30 weeks": of small numbers there are as many days of one thing as months of another.
        // Nor is "three decades" a slip for "30 ngày".
        (Slip::UnitSlip, Kind::Duration) if is_of_tens(a) && within(100, a.value(), b.value()) => {
            Some(0.0)
        }
        (Slip::MagnitudeSlip, Kind::Money) if is_times(10, a, b) || is_times(1000, a, b) => {
            // "mốc 50 tỷ", "mốc 500 tỷ": round sums are told of many things, and so are 350.000 đồng and 350 triệu.
            let round = digits < 2 || digits == 2 && is_times(1000, a, b);
            Some(if round { FEW_DIGITS } else { 0.0 })
        }
        (Slip::MagnitudeSlip, _) if is_times(10, a, b) => {
            let least = match kind {
                // "110 người", "11 người": hundreds and tens are told of many things.
                Kind::Count if known && (figure::is_long(a) || figure::is_long(b)) => 2,
                Kind::Count | Kind::Percent => 3,
                Kind::Measure => 2,
                _ => return None,
            };
            // "khoảng 120 m3 đất đá", "1.200 m3 đá": about so much may be of anything.
            let rough = |claim: &Claim| claim.mention.qualifier != Qualifier::Exact;
            if kind == Kind::Measure && (rough(a) || rough(b)) {
                return Some(FEW_DIGITS);
            }
            // "1.552 phạm nhân", "155 người chết": a digit less makes many a figure of another.
            let lost = figure::digits(a) != figure::digits(b);
            if lost && kind == Kind::Count && !known {
                return None;
            }
            (digits >= least).then_some(if lost { FEW_DIGITS } else { 0.0 })
        }
        (Slip::DifferentValue, Kind::Time | Kind::Date) => {
            is_one_part_apart(a.value(), b.value()).then_some(0.15)
        }
        _ => None,
    }
}

/// What sentences must share where chance makes the one figure of the other often enough.
const FEW_DIGITS: f64 = 0.25;

/// Whether two hours have the same minute, and not the full one, or two days of a year the same number in their months.
fn is_one_part_apart(a: &Value, b: &Value) -> bool {
    match (a, b) {
        (Value::Time(one), Value::Time(other)) => {
            let minute = |range: &ClockRange| {
                let minute = range.start.minute.filter(|minute| *minute != 0)?;
                (range.start == range.end).then_some((minute, range.start.offset))
            };
            minute(one).is_some() && minute(one) == minute(other)
        }
        (Value::Date(one), Value::Date(other)) => {
            let day = |dates: &Dates| {
                let [range] = dates.readings.as_slice() else {
                    return None;
                };
                let date = range.as_single()?;
                match date.unit {
                    Calendar::Day(_, day) => Some((date.year?, day)),
                    _ => None,
                }
            };
            day(one).is_some() && day(one) == day(other)
        }
        _ => false,
    }
}

/// Whether a length of time is written with twenty or more of one unit.
fn is_of_tens(claim: &Claim) -> bool {
    let Value::Duration { low, .. } = claim.value() else {
        return false;
    };
    let units = low.as_ref().and_then(|length| length.single());
    units.is_some_and(|number| number >= Number::from_integer(20))
}

/// "Mức trần 1,76 triệu một tháng, nhân với mười tháng, ra 17,6 triệu": whether the article of one figure tells the other as well,
/// of whatever kind. In labelled articles two of 421 such pairs are one.
pub(super) fn is_told_elsewhere(run: &Run<'_>, a: Stand<'_>, b: Stand<'_>) -> bool {
    let size = |stand: Stand<'_>| stand.claim.value().size();
    let tells = |stand: Stand<'_>, other: Stand<'_>| {
        let mut own = run.of_source(stand.source).map(|n| run.stands[n]);
        size(other).is_some() && own.any(|told| size(told) == size(other))
    };
    tells(a, b) || tells(b, a)
}

/// Whether both count what the packs know under one name.
pub(super) fn one_noun(a: &Claim, b: &Claim) -> bool {
    let concept = |claim: &Claim| claim.noun.as_ref().and_then(|noun| noun.concept.clone());
    a.mention.kind == Kind::Count && concept(a).is_some() && concept(a) == concept(b)
}

/// Whether one figure is about so many times the other.
fn is_times(times: i128, a: &Claim, b: &Claim) -> bool {
    within(times * 3 / 2, a.value(), b.value()) && !within(times * 2 / 3, a.value(), b.value())
}

/// "5 triệu đồng" for the injured, "50 million dong" for the bereaved: round sums with a nought more or less are paid for many things.
pub(super) fn is_of_a_round_sum(a: &Claim, b: &Claim, relation: Relation) -> bool {
    relation == Relation::Disjoint(Slip::MagnitudeSlip)
        && digits(a).min(digits(b)) < 2
        && within(30, a.value(), b.value())
}

/// Whether one figure is a million times the other.
fn is_millionfold(a: &Claim, b: &Claim) -> bool {
    within(2_000_000, a.value(), b.value()) && !within(500_000, a.value(), b.value())
}

/// What a figure and its slips of the pen have in common: the digits of a number in ascending order, day and month of a date
/// in whichever order. `None` for what is alike by chance.
pub(super) fn key(claim: &Claim) -> Option<String> {
    let fewest = match claim.mention.kind {
        Kind::Money | Kind::Measure | Kind::Percent => 2,
        // "4,1 triệu lượt khách" has no third digit to tell.
        Kind::Count if figure::is_long(claim) => 2,
        Kind::Count => 3,
        _ => 0,
    };
    match claim.value() {
        Value::Number(quantity) if fewest > 0 => {
            let written = format_number(quantity.as_single()?.abs()).replace('.', "");
            let digits = written.trim_start_matches('0').trim_end_matches('0');
            let mut digits: Vec<char> = digits.chars().collect();
            digits.sort_unstable();
            let known = digits.len() >= fewest;
            known.then(|| {
                format!(
                    "{}/{}",
                    claim.mention.kind.name(),
                    String::from_iter(digits)
                )
            })
        }
        Value::Date(dates) => {
            let [range] = dates.readings.as_slice() else {
                return None;
            };
            let Calendar::Day(month, day) = range.start.as_ref()?.unit else {
                return None;
            };
            let either = month != day && day <= 12 && range.start == range.end;
            either.then(|| format!("{}-{}", month.min(day), month.max(day)))
        }
        _ => None,
    }
}

/// Whether a figure has so many digits that another with the same ones is hardly alike by chance.
pub(super) fn is_long(claim: &Claim) -> bool {
    digits(claim) >= TELLING && key(claim).is_some()
}

/// Fewest digits that say by themselves that two figures are one, slip or no slip.
const TELLING: usize = 4;

/// Fewest digits of figures that are hardly alike by chance.
const LONG: usize = 5;

/// Whether two long counts or amounts in one unit are written with the same digits but for one.
fn one_digit_apart(a: &Claim, b: &Claim) -> bool {
    let least = 10_u128.pow(LONG as u32 - 1);
    let whole = |claim: &Claim| match claim.value() {
        Value::Number(quantity) if matches!(claim.mention.kind, Kind::Count | Kind::Money) => {
            let whole = quantity.as_single().filter(|value| value.is_integer())?;
            // Shorter ones need not be written out.
            (whole.numer().unsigned_abs() >= least).then_some(whole)
        }
        _ => None,
    };
    let (Some(_), Some(_)) = (whole(a), whole(b)) else {
        return false;
    };
    let written = |claim: &Claim| whole(claim).map(format_number);
    let (Some(one), Some(other)) = (written(a), written(b)) else {
        return false;
    };
    a.mention.unit == b.mention.unit
        && digits(a).min(digits(b)) >= LONG
        && figure::differ_in_one_digit(&one, &other)
}
