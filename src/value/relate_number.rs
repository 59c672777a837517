//! How two numbers relate.

use num_traits::{CheckedDiv, CheckedMul, One, Signed, Zero};

use super::digits::Digits;
use super::figure::{End, Figure, Meeting, Rounding, Written};
use super::number::times;
use super::{Number, Qualifier, Quantity, Relation, Slip, Why};

/// Percentages and percentage points never convert, not even into each other.
const UNCONVERTED: [&str; 2] = ["%", "pp"];

/// How two numbers in their units relate. Symmetric.
pub(super) fn relate_numbers(
    a: (&Quantity, Qualifier, Option<&str>),
    b: (&Quantity, Qualifier, Option<&str>),
) -> Relation {
    let scales = match scales(a.0, a.2, b.0, b.2) {
        Scales::Same => None,
        Scales::Convert(a, b) => Some((a, b)),
        Scales::Currencies if same_numerals(a.0, b.0) => return Relation::Disjoint(Slip::UnitSlip),
        Scales::Currencies | Scales::Apart => return Relation::Incomparable,
    };
    let one = Number::one();
    let (scale_a, scale_b) = scales.unwrap_or((one, one));
    let figure = |quantity: &Quantity, qualifier, scale| {
        let written = written(quantity)?;
        Figure::new(
            if scales.is_some() {
                written.times(&scale)?
            } else {
                written
            },
            qualifier,
        )
    };
    let (Some(figure_a), Some(figure_b)) = (figure(a.0, a.1, scale_a), figure(b.0, b.1, scale_b))
    else {
        return Relation::Incomparable;
    };
    match figure_a.meet(&figure_b, Why::Rounding) {
        Meeting::Same if scales.is_some() => Relation::Compatible(Why::Conversion),
        Meeting::Same => Relation::Equal,
        Meeting::Both(why) => Relation::Compatible(why),
        Meeting::Apart if scales.is_some() && same_numerals(a.0, b.0) => {
            Relation::Disjoint(Slip::UnitSlip)
        }
        Meeting::Apart if a.0.magnitude_only || b.0.magnitude_only => {
            Relation::Disjoint(Slip::BoundViolated)
        }
        Meeting::Apart => {
            let slip = if scales.is_none() && is_separator_slip(a.0, b.0) {
                Some(Slip::SeparatorSlip)
            } else {
                None
            };
            let slip = slip.or_else(|| slip_between(ends(a.0, scale_a)?, ends(b.0, scale_b)?));
            let bound = figure_a.is_bound() || figure_b.is_bound();
            Relation::Disjoint(slip.unwrap_or(if bound {
                Slip::BoundViolated
            } else {
                Slip::DifferentValue
            }))
        }
    }
}

/// Where the figure of a number begins, or where it ends when it has no beginning, and whether it has one. Equal figures of
/// one unit share it, as [`Figure::new`] sets their ends.
pub(super) fn first_edge(quantity: &Quantity, qualifier: Qualifier) -> (bool, Option<Number>) {
    let (low, high) = (quantity.low, quantity.high);
    match qualifier {
        _ if quantity.magnitude_only => (true, low.or(high)),
        Qualifier::AtLeast | Qualifier::MoreThan => (true, low.or(high)),
        Qualifier::AtMost | Qualifier::LessThan => (false, high.or(low)),
        _ => (low.is_some(), low.or(high)),
    }
}

/// What the digits of two figures that exclude each other say, lowest and highest number of each. `None` without a pattern.
pub(super) fn slip_between(a: (Number, Number), b: (Number, Number)) -> Option<Slip> {
    // Equal figures differ in their wording, a range and a single number in more than their digits.
    if a == b || (a.0 == a.1) != (b.0 == b.1) {
        return None;
    }
    if let (Some(low), Some(high)) = (power_of_ten(a.0, b.0), power_of_ten(a.1, b.1))
        && low == high
    {
        return Some(Slip::MagnitudeSlip);
    }
    let (low_a, high_a) = (Digits::of(a.0)?, Digits::of(a.1)?);
    let (low_b, high_b) = (Digits::of(b.0)?, Digits::of(b.1)?);
    if low_a.shifted(&low_b) && high_a.shifted(&high_b) {
        return Some(Slip::MagnitudeSlip);
    }
    let swapped = |x: &Digits, y: &Digits| x == y || x.swapped(y);
    (swapped(&low_a, &low_b) && swapped(&high_a, &high_b)).then_some(Slip::DigitSwap)
}

/// The power of ten, not the zeroth, that leads from `a` to `b`.
fn power_of_ten(a: Number, b: Number) -> Option<i32> {
    if a.is_zero() || b.is_zero() {
        return None;
    }
    if a.is_integer() && b.is_integer() && a.numer() % b.numer() != 0 && b.numer() % a.numer() != 0
    {
        return None;
    }
    let ratio = a.checked_div(&b)?;
    let (large, sign) = if ratio.is_integer() {
        (*ratio.numer(), 1)
    } else {
        (*ratio.denom(), -1)
    };
    let is_inverse = sign == 1 || *ratio.numer() == 1;
    let power = i32::try_from(large.checked_ilog10()?).ok()?;
    let exact = 10_i128.checked_pow(large.checked_ilog10()?)? == large;
    (is_inverse && exact && power > 0).then_some(sign * power)
}

/// A thousand times the other, the larger written with four or more digits and the smaller with decimals in the same
/// scale: 2.400 and 2,4; 16.610 tỷ and 16,61 tỷ.
fn is_separator_slip(a: &Quantity, b: &Quantity) -> bool {
    let (Some(x), Some(y)) = (a.as_single(), b.as_single()) else {
        return false;
    };
    let (large, large_step, small, small_step) = if x.abs() > y.abs() {
        (x, a.step, y, b.step)
    } else {
        (y, b.step, x, a.step)
    };
    let thousand = Number::from_integer(1000);
    if small_step >= large_step || times(small, thousand) != Some(large) {
        return false;
    }
    let written = large
        .abs()
        .checked_div(&large_step.max(Number::new(1, i128::MAX)));
    written.is_some_and(|count| count.is_integer() && count >= thousand)
}

/// Do both give the same numerals, whatever their units?
fn same_numerals(a: &Quantity, b: &Quantity) -> bool {
    (a.low, a.high) == (b.low, b.high)
}

/// Lowest and highest number; a missing end is the other one.
fn ends(quantity: &Quantity, scale: Number) -> Option<(Number, Number)> {
    let (low, high) = (
        quantity.low.or(quantity.high)?,
        quantity.high.or(quantity.low)?,
    );
    Some((times(low, scale)?, times(high, scale)?))
}

/// The figure, in its own unit. `None` without an end, and for a number that has no opposite in 128 bits.
fn written(quantity: &Quantity) -> Option<Written> {
    let (low, high) = (
        quantity.low.or(quantity.high)?,
        quantity.high.or(quantity.low)?,
    );
    if [low, high].iter().any(|value| *value.numer() == i128::MIN) {
        return None;
    }
    let end = |value: Number| End::at(value, place(value, quantity.step));
    let place = place(low, quantity.step);
    let (grain, rounding) = if low == high && is_round(low, quantity.step, place) {
        (place, Rounding::Near(place))
    } else {
        let step = counted_step(low, quantity.step).min(counted_step(high, quantity.step));
        (step, Rounding::Cut(step))
    };
    Some(Written {
        low: quantity.low.map(end),
        high: quantity.high.map(end),
        vague: quantity.magnitude_only,
        grain,
        rounding,
    })
}

/// A unit of the last digit that is not zero: 100 for 2400, 100 000 for 1.5 million. The step for 0, and a tenth for what no
/// decimal says: "khoảng 2/3" is good to a twentieth.
fn place(value: Number, step: Number) -> Number {
    match Digits::of(value) {
        Some(digits) => digits.place().unwrap_or(step),
        None => value.abs().checked_mul(&Number::new(1, 10)).unwrap_or(step),
    }
}

/// A long figure before a scale word that ends in zeros is a rounded one: "16.600 tỷ" stands for 16.610 tỷ.
///
/// With fewer than three digits before the zeros the tolerance would reach other figures: 20 triệu is not 24 triệu.
fn is_round(value: Number, step: Number, place: Number) -> bool {
    let long = step
        .checked_mul(&Number::from_integer(1000))
        .is_some_and(|least| value.abs() >= least);
    step > Number::one()
        && place > step
        && long
        && Digits::of(value).is_some_and(|digits| digits.significant() >= 3)
}

/// The step, but at most 1 for numbers below a thousand, as people count those: "ba trăm" is not 312. A fraction such as 2/3 has
/// none: it is as fine as can be.
fn counted_step(value: Number, step: Number) -> Number {
    let step = if value.abs() < Number::from_integer(1000) {
        step.min(Number::one())
    } else {
        step
    };
    Digits::of(value).map_or(Number::zero(), |digits| {
        digits.place().map_or(step, |place| place.min(step))
    })
}

/// What two units have in common.
enum Scales {
    /// The numbers compare as they are.
    Same,
    /// Base units in one unit of each.
    Convert(Number, Number),
    /// Two currencies.
    Currencies,
    /// Nothing.
    Apart,
}

fn scales(a: &Quantity, unit_a: Option<&str>, b: &Quantity, unit_b: Option<&str>) -> Scales {
    let bases = match (&a.base, &b.base) {
        (Some(a), Some(b)) if a.dimension == b.dimension => Some((a.factor, b.factor)),
        _ => None,
    };
    let fixed = |unit: Option<&str>| unit.is_some_and(|unit| UNCONVERTED.contains(&unit));
    match (unit_a, unit_b, bases) {
        (None, None, Some((a, b))) if a != b => Scales::Convert(a, b),
        _ if unit_a == unit_b => Scales::Same,
        _ if fixed(unit_a) || fixed(unit_b) => Scales::Apart,
        (_, _, Some((a, b))) if a == b => Scales::Same,
        (_, _, Some((a, b))) => Scales::Convert(a, b),
        (Some(a), Some(b), None) if is_currency(a) && is_currency(b) => Scales::Currencies,
        _ => Scales::Apart,
    }
}

/// The form of an ISO 4217 code.
fn is_currency(unit: &str) -> bool {
    unit.len() == 3 && unit.bytes().all(|b| b.is_ascii_uppercase())
}
