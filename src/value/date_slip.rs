//! In which way two dates that exclude each other differ.

use jiff::civil::Date;

use super::days::{date, day_number};
use super::digits;
use super::{Calendar, DateRange, Days, PartialDate, Qualifier, Slip};

/// A swapped day inside a month or a longer stretch proves nothing: fewer days than the shortest month has.
const SHORT: i64 = 27;

/// The slip that leads from one date to the other; the years are known. Symmetric.
pub(super) fn slip_between_days(a: (&DateRange, Qualifier), b: (&DateRange, Qualifier)) -> Slip {
    let swapped =
        |day: &DateRange, other: (&DateRange, Qualifier)| swapped_into(day, other.0.days(other.1));
    if swapped(a.0, b) || swapped(b.0, a) || swapped_ends(a.0, b.0) {
        return Slip::DayMonthSwap;
    }
    match (a.0.as_single(), b.0.as_single()) {
        (Some(x), Some(y))
            if std::mem::discriminant(&x.unit) == std::mem::discriminant(&y.unit) =>
        {
            if digit_swapped(x, y) {
                Slip::DigitSwap
            } else {
                Slip::DifferentValue
            }
        }
        (None, None) => Slip::DifferentValue,
        _ => Slip::OutsidePeriod,
    }
}

/// The slip that leads from one number of a day to another.
pub(super) fn slip_of_days(a: i32, b: i32) -> Slip {
    if digits::swapped(a, b) {
        Slip::DigitSwap
    } else {
        Slip::DifferentValue
    }
}

/// Does a single day fall on or into the other when its day and month change places?
fn swapped_into(day: &DateRange, other: Option<Days>) -> bool {
    let Some((
        day,
        Days {
            first: Some(first),
            last: Some(last),
        },
    )) = day.as_single().and_then(swapped).zip(other)
    else {
        return false;
    };
    day_number(last) - day_number(first) < SHORT && first <= day && day <= last
}

/// Does a range become the other when day and month change places at both ends?
fn swapped_ends(a: &DateRange, b: &DateRange) -> bool {
    let ends = |range: &DateRange| {
        Some((
            range.start.as_ref()?.known_day()?,
            range.end.as_ref()?.known_day()?,
        ))
    };
    let turned = a
        .start
        .as_ref()
        .and_then(swapped)
        .zip(a.end.as_ref().and_then(swapped));
    turned.is_some() && turned == ends(b)
}

fn swapped(day: &PartialDate) -> Option<Date> {
    match day.unit {
        // 7/7 is no other day when turned around.
        Calendar::Day(month, day_of_month) if month != day_of_month => {
            date(day.year?, day_of_month, month)
        }
        _ => None,
    }
}

/// One part of two dates of the same unit differs, by two digits that changed places: 13/1 and 31/1, 2012 and 2021.
fn digit_swapped(a: &PartialDate, b: &PartialDate) -> bool {
    match (a.unit, b.unit) {
        (Calendar::Day(month_a, day_a), Calendar::Day(month_b, day_b))
            if a.year == b.year && month_a == month_b =>
        {
            digits::swapped(i32::from(day_a), i32::from(day_b))
        }
        (x, y) => x == y && matches!((a.year, b.year), (Some(x), Some(y)) if digits::swapped(x, y)),
    }
}
