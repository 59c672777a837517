//! Powers in digits: "5,5 x 10^3", "10⁶", "2^10", "1.3e6".

use num_traits::CheckedMul;

use super::numeral::one;
use crate::pack::schema::RangeRelation;
use crate::pack::{Pack, View};
use crate::text::TokenKind;
use crate::value::Number;

/// "x 10^3", "×10⁶" at token `at`: the exponent and the token after it.
pub(super) fn power_of_ten(pack: &Pack, view: &View<'_>, at: usize) -> Option<(i32, usize)> {
    let times = pack
        .ranges
        .iter()
        .filter(|form| form.relation == RangeRelation::Sides)
        .find_map(|form| form.between.longest_at(view, at))?;
    let ten = at + times.0;
    if view.digits(ten) != Some("10") {
        return None;
    }
    exponent_behind(view, ten + 1)
}

/// "^6", "^-3", "⁶", "⁻³" glued behind the base of a power at token `at`: the exponent and the token after it.
fn exponent_behind(view: &View<'_>, at: usize) -> Option<(i32, usize)> {
    view.tokens.get(at).filter(|token| !token.spaced)?;
    if view.sign(at) == Some('^') {
        let minus = usize::from(view.sign(at + 1) == Some('-'));
        let glued = |at: usize| view.tokens.get(at).is_some_and(|token| !token.spaced);
        let exponent: i32 = view.digits(at + 1 + minus)?.parse().ok()?;
        let exponent = if minus > 0 { -exponent } else { exponent };
        return ((-18..=18).contains(&exponent) && (at + 1..=at + 1 + minus).all(glued))
            .then_some((exponent, at + 2 + minus));
    }
    let minus = usize::from(view.sign(at) == Some('⁻'));
    let raised = view.tokens.get(at + minus)?;
    let exponent = raised.of(view.text).chars().try_fold(0_i32, |value, c| {
        const SUPERSCRIPT: [char; 10] = ['⁰', '¹', '²', '³', '⁴', '⁵', '⁶', '⁷', '⁸', '⁹'];
        let digit = SUPERSCRIPT.iter().position(|s| *s == c)?;
        value
            .checked_mul(10)?
            .checked_add(i32::try_from(digit).ok()?)
    })?;
    let signed = if minus > 0 { -exponent } else { exponent };
    (1..=18)
        .contains(&exponent)
        .then_some((signed, at + 1 + minus))
}

/// "10^6", "2^10", "10⁶": the base is all of the number in digits before token `at`. Behind another base than ten, and for
/// the small powers of ten, a raised digit is as often the number of a footnote.
pub(super) fn power_of(view: &View<'_>, base: Number, at: usize) -> Option<(Number, usize)> {
    let (exponent, end) = exponent_behind(view, at)?;
    let ten = Number::from_integer(10);
    let told = view.sign(at) == Some('^') || base == ten && !(0..=2).contains(&exponent);
    let positive = base > one() && base.is_integer();
    let value =
        (0..exponent.unsigned_abs()).try_fold(one(), |value, _| value.checked_mul(&base))?;
    (told && positive).then(|| (if exponent < 0 { one() / value } else { value }, end))
}

/// "e6", "e-3" glued behind a number at token `at`, as programs write powers of ten: the exponent and the token after it.
/// A capital letter is one only behind decimals: "4E12" may be a seat.
pub(super) fn exponent_at(view: &View<'_>, at: usize, decimals: bool) -> Option<(i32, usize)> {
    let glued = |at: usize| view.tokens.get(at).is_some_and(|token| !token.spaced);
    let letter = view.tokens.get(at)?.of(view.text);
    if !glued(at) || letter != "e" && !(decimals && letter == "E") {
        return None;
    }
    let sign = view.sign(at + 1).filter(|sign| matches!(sign, '-' | '+'));
    let digits = at + 1 + usize::from(sign.is_some());
    if !(at + 1..=digits).all(glued) {
        return None;
    }
    let exponent: i32 = view.digits(digits)?.parse().ok()?;
    let whole = view
        .tokens
        .get(digits + 1)
        .is_none_or(|next| next.spaced || next.kind == TokenKind::Sign);
    let exponent = if sign == Some('-') {
        -exponent
    } else {
        exponent
    };
    (whole && (-18..=18).contains(&exponent)).then_some((exponent, digits + 1))
}
