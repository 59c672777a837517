//! Values as patterns of a pack write them: "0.5", "2/3", "3..9", "P1Y6M".

use num_traits::CheckedMul;

use crate::value::{Number, Period, Quantity, parse_decimal};

/// Both ends and the last place, so many times as much.
pub(super) fn times(quantity: &Quantity, factor: Number) -> Option<Quantity> {
    let end = |end: Option<Number>| match end {
        Some(end) => end.checked_mul(&factor).map(Some),
        None => Some(None),
    };
    Some(Quantity {
        low: end(quantity.low)?,
        high: end(quantity.high)?,
        step: quantity.step.checked_mul(&factor)?,
        ..quantity.clone()
    })
}

/// A number in the report's notation: "0.5", "2/3", "3..9", "1000000000..".
pub(super) fn notation(text: &str) -> Option<Quantity> {
    let one = Number::from_integer(1);
    let end = |part: &str| match part.split_once('/') {
        Some((over, under)) => {
            let under = parse_decimal(under).filter(|under| *under.numer() != 0)?;
            Some(parse_decimal(over)? / under)
        }
        None => parse_decimal(part),
    };
    let Some((low, high)) = text.split_once("..") else {
        let value = end(text)?;
        let step = if value.is_integer() {
            last_place(value)
        } else {
            one
        };
        return Some(Quantity::single(value, step));
    };
    let open = |part: &str| {
        if part.is_empty() {
            Some(None)
        } else {
            end(part).map(Some)
        }
    };
    let (low, high) = (open(low)?, open(high)?);
    let magnitude_only = high.is_none();
    Some(Quantity {
        low,
        high,
        step: one,
        base: None,
        magnitude_only,
    })
}

/// The place of the last digit of `value` that is not zero: 100 000 for 1 500 000.
fn last_place(value: Number) -> Number {
    let mut place = 1_i128;
    let number = value.to_integer();
    while number != 0 && number % (place * 10) == 0 && place < i128::MAX / 100 {
        place *= 10;
    }
    Number::from_integer(place)
}

/// "P1Y6M", "PT30M": the designators of ISO 8601, integers or decimals.
pub(super) fn iso_period(text: &str) -> Option<Period> {
    let mut period = Period::default();
    let mut in_time = false;
    let mut digits = String::new();
    for c in text.strip_prefix('P')?.chars() {
        if c == 'T' {
            in_time = true;
            continue;
        }
        if c.is_ascii_digit() || c == '.' {
            digits.push(c);
            continue;
        }
        let number = parse_decimal(&digits)?;
        digits.clear();
        match (c, in_time) {
            ('Y', false) => period.years = number,
            ('M', false) => period.months = number,
            ('W', false) => period.weeks = number,
            ('D', false) => period.days = number,
            ('H', true) => period.hours = number,
            ('M', true) => period.minutes = number,
            ('S', true) => period.seconds = number,
            _ => return None,
        }
    }
    digits.is_empty().then_some(period)
}
