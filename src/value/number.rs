//! Exact numbers.

use num_rational::Ratio;
use num_traits::{CheckedAdd, CheckedMul, CheckedSub};

/// An exact number: decimals and fractions alike, within 38 digits.
pub type Number = Ratio<i128>;

/// Reads "2400", "-5" or "1234.56": ASCII digits, at most one point, no grouping. `None` for anything else, and past 30 digits.
pub fn parse_decimal(text: &str) -> Option<Number> {
    let (sign, digits) = match text.strip_prefix('-') {
        Some(rest) => (-1, rest),
        None => (1, text),
    };
    let (whole, decimals) = digits.split_once('.').unwrap_or((digits, ""));
    let plain = |part: &str| part.bytes().all(|b| b.is_ascii_digit());
    if decimals.is_empty() && (1..=18).contains(&whole.len()) && plain(whole) {
        let value: i64 = whole.parse().ok()?;
        return Some(Number::from_integer(sign * i128::from(value)));
    }
    if whole.is_empty() || !plain(whole) || !plain(decimals) || whole.len() + decimals.len() > 30 {
        return None;
    }
    let numerator: i128 = format!("{whole}{decimals}").parse().ok()?;
    let scale = u32::try_from(decimals.len()).ok()?;
    Some(Number::new(sign * numerator, 10_i128.checked_pow(scale)?))
}

/// The product; `None` on overflow. Whole numbers, as nearly all are, are not reduced.
pub(super) fn times(a: Number, b: Number) -> Option<Number> {
    if a.is_integer() && b.is_integer() {
        return i128::checked_mul(*a.numer(), *b.numer()).map(Number::from_integer);
    }
    CheckedMul::checked_mul(&a, &b)
}

/// Half of it; `None` on overflow.
pub(super) fn half(a: Number) -> Option<Number> {
    if a.is_integer() {
        let numer = *a.numer();
        let whole = numer % 2 == 0;
        return Some(if whole {
            Number::from_integer(numer / 2)
        } else {
            Number::new_raw(numer, 2)
        });
    }
    CheckedMul::checked_mul(&a, &Number::new_raw(1, 2))
}

/// The sum; `None` on overflow.
pub(super) fn plus(a: Number, b: Number) -> Option<Number> {
    if a.is_integer() && b.is_integer() {
        return i128::checked_add(*a.numer(), *b.numer()).map(Number::from_integer);
    }
    CheckedAdd::checked_add(&a, &b)
}

/// The difference; `None` on overflow.
pub(super) fn minus(a: Number, b: Number) -> Option<Number> {
    if a.is_integer() && b.is_integer() {
        return i128::checked_sub(*a.numer(), *b.numer()).map(Number::from_integer);
    }
    CheckedSub::checked_sub(&a, &b)
}

/// "2400", "-5", "0.75", or "2/3" where no finite decimal says it.
pub fn format_number(number: Number) -> String {
    if number.is_integer()
        && let Ok(value) = i64::try_from(*number.numer())
    {
        return value.to_string();
    }
    let mut denominator = *number.denom();
    let mut places = 0_u32;
    for prime in [2, 5] {
        let mut power = 0;
        while denominator % prime == 0 {
            denominator /= prime;
            power += 1;
        }
        places = places.max(power);
    }
    let scaled = 10_i128
        .checked_pow(places)
        .map(Number::from_integer)
        .filter(|_| denominator == 1);
    let Some(scaled) = scaled.and_then(|scale| CheckedMul::checked_mul(&number, &scale)) else {
        return format!("{}/{}", number.numer(), number.denom());
    };
    let digits = scaled.numer().unsigned_abs().to_string();
    let sign = if *number.numer() < 0 { "-" } else { "" };
    let places = places as usize;
    if places == 0 {
        return format!("{sign}{digits}");
    }
    let digits = format!("{digits:0>width$}", width = places + 1);
    let (whole, decimals) = digits.split_at(digits.len() - places);
    format!("{sign}{whole}.{decimals}")
}
