//! Units behind a unit: a rate, a length in falling units, several units of time.

use num_traits::CheckedMul;

use super::measured::{Measured, What, base, period};
use super::numeral::number_at;
use super::quantity::Amount;
use crate::pack::schema::{NumeralRole, UnitKind};
use crate::pack::{Pack, View};
use crate::text::TokenKind;
use crate::value::{Number, Period, Quantity};

/// "37 micrograms per gram", "5 t/ha": a second unit under the first makes another unit than either.
pub(super) fn rated(pack: &Pack, view: &View<'_>, mut measured: Measured) -> Measured {
    let What::Unit(over) = measured.what else {
        return measured;
    };
    let glued = |at: usize| view.tokens.get(at).is_some_and(|token| !token.spaced);
    let at = measured.end;
    let from = match pack.word_at("rate", view, at) {
        Some(length) => at + length,
        None if view.sign(at) == Some('/') && glued(at) && glued(at + 1) => at + 1,
        None => return measured,
    };
    let whole = |end: usize| {
        let next = view.tokens.get(end);
        next.is_none_or(|next| next.spaced || next.kind == TokenKind::Sign)
    };
    let mut under = pack.unit_words.all_at(view, from);
    let under = under.find(|(length, unit)| {
        let unit = &pack.units[**unit];
        whole(from + length) && unit.kind != UnitKind::Percent && !unit.symbol.contains('/')
    });
    if pack.units[over].kind == UnitKind::Measure
        && !pack.units[over].symbol.contains('/')
        && let Some((length, under)) = under
    {
        // Units of time carry the designators of ISO 8601; under a line stand the symbols of UCUM.
        let under = match pack.units[*under].symbol.as_str() {
            "Y" => "a",
            "M" => "mo",
            "W" => "wk",
            "D" => "d",
            "TH" => "h",
            "TM" => "min",
            "TS" => "s",
            symbol => symbol,
        };
        measured.what = What::Rate(format!("{}/{under}", pack.units[over].symbol));
        measured.end = from + length;
    }
    measured
}

/// "7 feet 10 inches", "2 m 5 cm": a length, mass or volume told in falling units of one dimension, in the last of them.
pub(super) fn finer_units(
    pack: &Pack,
    view: &View<'_>,
    amount: &mut Amount,
    mut unit: usize,
    end: &mut usize,
) -> usize {
    let size = |unit: usize| {
        let unit = &pack.units[unit];
        let told = matches!(
            unit.dimension.as_deref(),
            Some("length" | "mass" | "volume")
        );
        base(unit).filter(|_| told && unit.kind == UnitKind::Measure)
    };
    while let (Some(whole), Some(value)) = (size(unit), amount.quantity.as_single()) {
        let joined = pack
            .numerals
            .longest_at(view, *end)
            .filter(|(_, word)| word.role == NumeralRole::Filler);
        let hyphened = hyphen_and_digits(view, *end);
        let at = *end + joined.map_or(usize::from(hyphened), |(length, _)| length);
        let Some(number) = number_at(pack, view, at).filter(|n| n.value > Number::from_integer(0))
        else {
            break;
        };
        let next = pack.unit_words.longest_at(view, number.end);
        // "5-foot-11-inch"
        let next = next.or_else(|| {
            let joined = hyphened && view.sign(number.end) == Some('-');
            let behind = pack.unit_words.longest_at(view, number.end + 1);
            behind
                .filter(|_| joined)
                .map(|(length, next)| (length + 1, next))
        });
        let next = next.map(|(length, next)| (length, *next));
        let next = next.or_else(|| twelfths(pack, view, number.end, unit, hyphened));
        let Some((length, part, ratio)) = next.and_then(|(length, next)| {
            let part = size(next).filter(|part| part.dimension == whole.dimension)?;
            let ratio = whole.factor / part.factor;
            // A whole number of the finer unit in the coarser, and less of it than one of that.
            (ratio.is_integer() && ratio > number.value).then_some((length, next, ratio))
        }) else {
            break;
        };
        let Some(total) = value.checked_mul(&ratio) else {
            break;
        };
        amount.quantity = Quantity::single(total + number.value, number.step);
        amount.end = number.end;
        (*end, unit) = (number.end + length, part);
    }
    unit
}

/// "6ft 2in", "6-foot-2": a short word glued to its digits, or nothing behind a hyphen, that names a twelfth of the unit before.
/// Its tokens, and which unit it is.
fn twelfths(
    pack: &Pack,
    view: &View<'_>,
    at: usize,
    over: usize,
    hyphened: bool,
) -> Option<(usize, usize)> {
    let glued = view.tokens.get(at).is_some_and(|token| !token.spaced);
    let length = match pack.word_at("twelfth", view, at).filter(|_| glued) {
        Some(length) => length,
        None if hyphened && !glued => 0,
        None => return None,
    };
    let (over, twelve) = (base(&pack.units[over])?, Number::from_integer(12));
    let part = pack.units.iter().position(|unit| {
        base(unit).is_some_and(|unit| {
            unit.dimension == over.dimension
                && unit.factor.checked_mul(&twelve) == Some(over.factor)
        })
    });
    part.map(|part| (length, part))
}

/// Whether a hyphen glued on both sides joins token `at` to one or two digits: "6-foot-2".
fn hyphen_and_digits(view: &View<'_>, at: usize) -> bool {
    let glued = |i: usize| view.tokens.get(i).is_some_and(|token| !token.spaced);
    view.sign(at) == Some('-')
        && glued(at)
        && glued(at + 1)
        && view.digits(at + 1).is_some_and(|digits| digits.len() <= 2)
}

/// "1 năm 6 tháng", "2 giờ 30 phút": units of time in falling order make one period.
pub(super) fn compound(
    pack: &Pack,
    view: &View<'_>,
    amount: &Amount,
    unit: usize,
    end: &mut usize,
) -> Option<Period> {
    const ORDER: [&str; 7] = ["Y", "M", "W", "D", "TH", "TM", "TS"];
    let rank = |unit: usize| {
        ORDER
            .iter()
            .position(|symbol| *symbol == pack.units[unit].symbol)
    };
    let mut last = rank(unit).filter(|_| pack.units[unit].kind == UnitKind::Duration)?;
    let mut total = period(&pack.units[unit], amount.quantity.as_single()?)?;
    let mut parts = 1;
    let mut after = *end;
    let first = last;
    let mut listed = false;
    let more = |at: usize| {
        let number = number_at(pack, view, at)?;
        let (length, next) = pack.unit_words.longest_at(view, number.end)?;
        let place = rank(*next).filter(|_| pack.units[*next].factor.is_none())?;
        Some((number, length, *next, place))
    };
    loop {
        let (at, comma) = past_joint(pack, view, after);
        let Some((number, length, next, place)) = more(at) else {
            break;
        };
        // "kỳ hạn 1 năm, 6 tháng, 3 tháng" is a list.
        if place <= last {
            if place > first && listed {
                return None;
            }
            break;
        }
        listed |= comma;
        let Some(part) = period(&pack.units[next], number.value) else {
            break;
        };
        total = Period {
            years: total.years + part.years,
            months: total.months + part.months,
            weeks: total.weeks + part.weeks,
            days: total.days + part.days,
            hours: total.hours + part.hours,
            minutes: total.minutes + part.minutes,
            seconds: total.seconds + part.seconds,
        };
        after = number.end + length;
        last = place;
        parts += 1;
    }
    if parts > 1 {
        *end = after;
        return Some(total);
    }
    None
}

/// What may join the parts of one length of time, from token `at`: "2 years, 3 months", "an hour and 30 seconds". The token after it,
/// and whether a comma is part of it.
fn past_joint(pack: &Pack, view: &View<'_>, at: usize) -> (usize, bool) {
    let comma = view.sign(at) == Some(',')
        && !view.tokens[at].spaced
        && view.tokens.get(at + 1).is_some_and(|next| next.spaced);
    let from = at + usize::from(comma);
    let joint = pack.numerals.longest_at(view, from);
    let joint = joint.filter(|(_, word)| word.role == NumeralRole::Filler);
    (from + joint.map_or(0, |(length, _)| length), comma)
}
