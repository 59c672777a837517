//! How two lengths of time relate.

use num_traits::{CheckedAdd, CheckedDiv, CheckedMul, CheckedSub, One, Zero};

use super::digits::Digits;
use super::figure::{End, Figure, Meeting, Rounding, Written};
use super::relate_number::slip_between;
use super::{Number, Period, Qualifier, Relation, Slip, Why};

/// Shortest and longest; `None` for an open end.
type Ends<'a> = (Option<&'a Period>, Option<&'a Period>);

const DAY: i128 = 86_400;

/// Fewest and most days that so many months in a row can have, 0 to 12.
const MONTH_DAYS: [(i128, i128); 13] = [
    (0, 0),
    (28, 31),
    (59, 62),
    (89, 92),
    (120, 123),
    (150, 153),
    (181, 184),
    (212, 215),
    (242, 245),
    (273, 276),
    (303, 306),
    (334, 337),
    (365, 366),
];

/// How two lengths of time relate. Symmetric.
///
/// Years and months are held against each other in months, smaller units in seconds, and months against smaller units by
/// the days that they can have: twelve months are not eleven, but one month may be thirty days.
pub(super) fn relate_durations(
    a: Ends<'_>,
    qualifier_a: Qualifier,
    b: Ends<'_>,
    qualifier_b: Qualifier,
) -> Relation {
    let in_months = [a.0, a.1, b.0, b.1]
        .into_iter()
        .flatten()
        .all(|period| period.fields()[2..].iter().all(Zero::is_zero));
    let figure = |ends: Ends<'_>, qualifier| Figure::new(written(ends, in_months)?, qualifier);
    let (Some(figure_a), Some(figure_b)) = (figure(a, qualifier_a), figure(b, qualifier_b)) else {
        return Relation::Incomparable;
    };
    match figure_a.meet(&figure_b, Why::Conversion) {
        Meeting::Same if a.0.or(a.1) == b.0.or(b.1) => Relation::Equal,
        Meeting::Same => Relation::Compatible(Why::Conversion),
        Meeting::Both(why) => Relation::Compatible(why),
        Meeting::Apart => {
            let bound = figure_a.is_bound() || figure_b.is_bound();
            let otherwise = if bound {
                Slip::BoundViolated
            } else {
                Slip::DifferentValue
            };
            Relation::Disjoint(slip(a, b).unwrap_or(otherwise))
        }
    }
}

/// Are the two the same length in every calendar? A year is twelve months, a week is seven days, a month is no number of days.
pub(super) fn same_length(a: &Period, b: &Period) -> bool {
    a == b || matches!((totals(a), totals(b)), (Some(a), Some(b)) if a == b)
}

/// The same number in another unit, or a slip in the digits of one unit. Of lengths of several units two digits of one of
/// them may have changed places: 4:15.02 and 4:15.20.
fn slip(a: Ends<'_>, b: Ends<'_>) -> Option<Slip> {
    let (Some((unit_a, numbers_a)), Some((unit_b, numbers_b))) = (one_unit(a), one_unit(b)) else {
        return swapped_in_one(single(a)?, single(b)?).then_some(Slip::DigitSwap);
    };
    if unit_a == unit_b {
        slip_between(numbers_a, numbers_b)
    } else {
        (numbers_a == numbers_b).then_some(Slip::UnitSlip)
    }
}

/// The length that both ends are.
fn single<'p>((low, high): Ends<'p>) -> Option<&'p Period> {
    low.filter(|low| Some(*low) == high)
}

/// Whether two lengths differ by two neighbouring digits of one unit that changed places, and by nothing else.
fn swapped_in_one(a: &Period, b: &Period) -> bool {
    let fields = a.fields().into_iter().zip(b.fields());
    let other: Vec<(Number, Number)> = fields.filter(|(x, y)| x != y).collect();
    let swapped =
        |x, y| matches!((Digits::of(x), Digits::of(y)), (Some(x), Some(y)) if x.swapped(&y));
    matches!(other[..], [(x, y)] if swapped(x, y))
}

/// The only unit in which both ends are written, as the index of its field, and the numbers.
fn one_unit(ends: Ends<'_>) -> Option<(usize, (Number, Number))> {
    let only = |period: &Period| {
        let fields = period.fields();
        let mut written = (0..fields.len()).filter(|&at| !fields[at].is_zero());
        let at = written.next()?;
        written.next().is_none().then_some((at, fields[at]))
    };
    let (low, high) = (only(ends.0.or(ends.1)?)?, only(ends.1.or(ends.0)?)?);
    (low.0 == high.0).then_some((low.0, (low.1, high.1)))
}

fn written(ends: Ends<'_>, in_months: bool) -> Option<Written> {
    let end = |period: Option<&Period>| match period {
        Some(period) => end(period, in_months).map(Some),
        None => Some(None),
    };
    let grain = grain(ends.0.or(ends.1)?, in_months)?;
    Some(Written {
        low: end(ends.0)?,
        high: end(ends.1)?,
        vague: false,
        grain,
        rounding: Rounding::Near(grain),
    })
}

/// The length in months or, where there are smaller units, in seconds. `None` on overflow.
fn end(period: &Period, in_months: bool) -> Option<End> {
    let (months, seconds) = totals(period)?;
    let (unit, count) = smallest(period, in_months);
    let place = Digits::of(count)
        .and_then(|digits| digits.place())
        .unwrap_or_else(Number::one)
        .checked_mul(&unit)?;
    if in_months {
        return Some(End::at(months, place));
    }
    let (least, most) = days_in(months)?;
    let day = Number::from_integer(DAY);
    let calendar = End {
        least: least.checked_mul(&day)?,
        most: most.checked_mul(&day)?,
        place,
    };
    calendar.plus(End::at(seconds, place))
}

/// The place to which the length is written: its smallest unit, or the last decimal of that.
fn grain(period: &Period, in_months: bool) -> Option<Number> {
    let (unit, count) = smallest(period, in_months);
    let place = Digits::of(count)
        .and_then(|digits| digits.place())
        .unwrap_or_else(Number::one);
    place.min(Number::one()).checked_mul(&unit)
}

/// The size of the smallest unit that is written, in months or seconds, and how many there are.
fn smallest(period: &Period, in_months: bool) -> (Number, Number) {
    let sizes = if in_months {
        [12, 1, 0, 0, 0, 0, 0]
    } else {
        [365 * DAY, 30 * DAY, 7 * DAY, DAY, 3600, 60, 1]
    };
    let fields = period.fields();
    let mut written = sizes
        .into_iter()
        .zip(fields)
        .filter(|(size, count)| *size > 0 && !count.is_zero());
    written
        .next_back()
        .map_or((Number::one(), Number::zero()), |(size, count)| {
            (Number::from_integer(size), count)
        })
}

/// Whole months, and seconds beside them. `None` on overflow.
fn totals(period: &Period) -> Option<(Number, Number)> {
    let sum = |parts: &[(Number, i128)]| {
        parts
            .iter()
            .try_fold(Number::zero(), |total, (count, size)| {
                total.checked_add(&count.checked_mul(&Number::from_integer(*size))?)
            })
    };
    let months = sum(&[(period.years, 12), (period.months, 1)])?;
    let parts = [
        (period.weeks, 7 * DAY),
        (period.days, DAY),
        (period.hours, 3600),
        (period.minutes, 60),
        (period.seconds, 1),
    ];
    Some((months, sum(&parts)?))
}

/// Fewest and most days of so many months in a row. Parts of a month count in proportion. `None` on overflow or below zero.
fn days_in(months: Number) -> Option<(Number, Number)> {
    if months < Number::zero() {
        return None;
    }
    let years = months.checked_div(&Number::from_integer(12))?.floor();
    let rest = months.checked_sub(&years.checked_mul(&Number::from_integer(12))?)?;
    let at = usize::try_from(*rest.floor().numer()).ok()?;
    let (this, next) = (MONTH_DAYS.get(at)?, MONTH_DAYS.get(at + 1)?);
    let days = |this: i128, next: i128, year: i128| {
        let part = rest
            .fract()
            .checked_mul(&Number::from_integer(next - this))?;
        years
            .checked_mul(&Number::from_integer(year))?
            .checked_add(&Number::from_integer(this))?
            .checked_add(&part)
    };
    Some((days(this.0, next.0, 365)?, days(this.1, next.1, 366)?))
}
