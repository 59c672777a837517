//! Numbers in digits: which signs group and which open the decimals.

use num_traits::{CheckedAdd, CheckedMul};

use super::numeral::{NumberAt, one};
use super::power::{exponent_at, power_of, power_of_ten};
use crate::pack::schema::UnitKind;
use crate::pack::{Pack, View};
use crate::text::TokenKind;
use crate::value::{Number, parse_decimal};

/// A number in digits as it stands in a sentence.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Digits {
    /// Token after it.
    pub end: usize,
    pub value: Number,
    /// The last place that is written.
    pub step: Number,
}

/// The longest reading of the digits at token `i` as one number.
///
/// Two equal separators, or two different ones of which the last opens decimals, are certain in every language. One
/// separator alone is read as the pack says; three digits after a decimal sign count as grouping unless a scale word or a
/// percent sign follows or nothing else stands in the text.
pub(super) fn digits_at(pack: &Pack, view: &View<'_>, i: usize) -> Option<Digits> {
    let first = view.digits(i)?;
    // "de 7 200 à 4 300": what a usual space groups begins no number of its own.
    let grouped = |before: usize| {
        let head = view.digits(before).filter(|head| head.len() <= 3);
        head.is_some_and(|head| one_space_groups(pack, view, before, &[head, first], i + 1))
    };
    if usual_space(pack)
        && first.len() == 3
        && view.tokens[i].spaced
        && i.checked_sub(1).is_some_and(grouped)
    {
        return None;
    }
    if !may_go_on(pack, view, i + 1) || lists(pack, view, i) {
        return Some(Digits {
            end: i + 1,
            value: parse_decimal(first)?,
            step: one(),
        });
    }
    let mut parts = vec![first];
    let mut signs: Vec<char> = Vec::new();
    let mut ends = vec![i + 1];
    let mut at = i + 1;
    loop {
        let glued_sign = view.sign(at).filter(|_| !view.tokens[at].spaced);
        if let (Some(sign), Some(next)) = (glued_sign, view.digits(at + 1))
            && !view.tokens[at + 1].spaced
            && (matches!(sign, '.' | ',') || pack.format.grouping.contains(&sign))
        {
            signs.push(sign);
            parts.push(next);
            at += 2;
        } else if let Some(next) = view.digits(at)
            && view.tokens[at].spaced
            && next.len() == 3
            && pack.format.grouping.contains(&' ')
        {
            signs.push(' ');
            parts.push(next);
            at += 1;
        } else {
            break;
        }
        ends.push(at);
    }
    (1..=parts.len()).rev().find_map(|count| {
        let end = ends[count - 1];
        let spaced = signs[..count - 1] == [' '];
        if spaced && !one_space_groups(pack, view, i, &parts, end) {
            return None;
        }
        let scaled = scale_or_percent_follows(pack, view, end)
            || fills_the_text(view, i, end) && parts[count - 1] != "000";
        let sole = (signs[..count - 1].len() == 1
            && signs[0] != ' '
            && small_unit_follows(pack, view, end))
        .then(|| (parts[..count].join("."), u32::try_from(parts[1].len()).ok()));
        let (text, places) = match sole {
            Some((text, places)) => (text, places?),
            None => join(pack, &parts[..count], &signs[..count - 1], scaled)?,
        };
        let step = Number::new(1, 10_i128.checked_pow(places)?);
        Some(Digits {
            end,
            value: parse_decimal(&text)?,
            step,
        })
    })
}

/// Whether the digits at token `i` stand in a list without spaces, "22,24,26": numbers of one or two digits with nothing but
/// commas between, and three of them where a comma opens decimals.
pub(super) fn lists(pack: &Pack, view: &View<'_>, i: usize) -> bool {
    let comma = |at: usize| view.sign(at) == Some(',') && !view.tokens[at].spaced;
    let short = |at: usize| {
        let glued = at == 0 || !view.tokens[at].spaced || view.sign(at - 1) != Some(',');
        view.digits(at).is_some_and(|digits| digits.len() <= 2) && glued
    };
    if !(short(i) && (comma(i + 1) || i > 0 && comma(i - 1))) {
        return false;
    }
    let mut first = i;
    while first > 1
        && comma(first - 1)
        && !view.tokens[first].spaced
        && view.digits(first - 2).is_some()
    {
        first -= 2;
    }
    let (mut at, mut members) = (first, 0);
    loop {
        if !short(at) {
            return false;
        }
        members += 1;
        let next = at + 2;
        let goes_on = view.tokens.get(next).is_some_and(|token| !token.spaced);
        if !comma(at + 1) || !goes_on || view.digits(next).is_none() {
            break;
        }
        at = next;
    }
    // "1,5.2" and "11,12/7" are something else.
    let whole = view.tokens.get(at + 1).is_none_or(|next| {
        next.spaced
            || next.kind == TokenKind::Sign && view.tokens.get(at + 2).is_none_or(|t| t.spaced)
    });
    let groups = !pack.format.decimal.is_empty() && !pack.format.decimal.contains(&',');
    let least = if groups { 2 } else { 3 };
    members >= least && whole
}

/// Whether a digit run that ends before token `at` can have another part: most are one run alone.
fn may_go_on(pack: &Pack, view: &View<'_>, at: usize) -> bool {
    let joined = view.sign(at).is_some() && view.digits(at + 1).is_some();
    joined || view.digits(at).is_some() && pack.format.grouping.contains(&' ')
}

/// ".75" at token `i`: decimals that leave the zero before them out, the sign glued to the digits behind it and to nothing before.
/// A comma does so only where the text or a bracket opens, for it is as often a comma behind a stray space.
pub(super) fn bare_decimals(pack: &Pack, view: &View<'_>, i: usize) -> Option<Digits> {
    let sign = view.sign(i)?;
    let digits = view.digits(i + 1).filter(|_| !view.tokens[i + 1].spaced)?;
    let opens = i == 0 || matches!(view.sign(i - 1), Some('(' | '-'));
    let free = opens || sign == '.' && view.tokens[i].spaced;
    if !free || !pack.format.decimal.contains(&sign) {
        return None;
    }
    let joint = view
        .sign(i + 2)
        .is_some_and(|next| matches!(next, '.' | ',' | '/' | ':'));
    let goes_on = joint
        && !view.tokens[i + 2].spaced
        && view
            .digits(i + 3)
            .is_some_and(|_| !view.tokens[i + 3].spaced);
    let places = u32::try_from(digits.len())
        .ok()
        .filter(|places| *places <= 9 && !goes_on)?;
    Some(Digits {
        end: i + 2,
        value: parse_decimal(&format!("0.{digits}"))?,
        step: Number::new(1, 10_i128.checked_pow(places)?),
    })
}

/// Plain decimal text and number of decimals, if the parts can be one number.
fn join(pack: &Pack, parts: &[&str], signs: &[char], scaled: bool) -> Option<(String, u32)> {
    let grouped = |parts: &[&str]| {
        let first = parts.first().map_or(0, |p| p.len());
        (1..=3).contains(&first) && parts[1..].iter().all(|part| part.len() == 3)
    };
    let decimal = |whole: &[&str], decimals: &str| {
        let places = u32::try_from(decimals.len()).ok()?;
        Some((format!("{}.{decimals}", whole.concat()), places))
    };
    let (Some(&sign), Some(&last)) = (signs.first(), signs.last()) else {
        return Some((parts.first()?.to_string(), 0));
    };
    let (whole, tail) = parts.split_at(parts.len() - 1);
    if signs.len() == 1 {
        let thousands = grouped(parts) && !parts[0].starts_with('0');
        let groups = pack.format.grouping.contains(&sign);
        let opens_decimals = pack.format.decimal.contains(&sign);
        let neutral = pack.format.decimal.is_empty();
        return match sign {
            ' ' if !thousands => None,
            _ if groups && thousands && !(opens_decimals && scaled) => Some((parts.concat(), 0)),
            _ if opens_decimals || neutral && !thousands => decimal(whole, tail[0]),
            _ if neutral => Some((parts.concat(), 0)),
            // A point that cannot group: "2.5 triệu" in a text that writes decimals with a comma.
            '.' if tail[0].len() <= 2 => decimal(whole, tail[0]),
            _ => None,
        };
    }
    // "12,34,567": the South Asian grouping, by hundreds above the thousands.
    let by_hundreds = |parts: &[&str]| {
        let [first, middle @ .., last] = parts else {
            return false;
        };
        let lengths = (1..=2).contains(&first.len()) && last.len() == 3;
        let format = &pack.format;
        let grouping =
            sign == ',' && format.grouping.contains(&',') && !format.decimal.contains(&',');
        grouping && lengths && !middle.is_empty() && middle.iter().all(|part| part.len() == 2)
    };
    let thousands = |parts: &[&str]| grouped(parts) || by_hundreds(parts);
    if signs.iter().all(|s| *s == sign) {
        return (thousands(parts) && !parts[0].starts_with('0')).then(|| (parts.concat(), 0));
    }
    // "tháng 2 760.000 tấn": a number is grouped by one sign throughout, so spaces group nothing before a point that groups.
    let groups_too = sign == ' '
        && tail[0].len() == 3
        && pack.format.grouping.contains(&last)
        && !pack.format.decimal.contains(&last);
    let same_before = signs[..signs.len() - 1].iter().all(|s| *s == sign);
    (same_before && thousands(whole) && last != ' ' && !groups_too)
        .then(|| decimal(whole, tail[0]))?
}

/// Whether a space is the usual sign that groups.
fn usual_space(pack: &Pack) -> bool {
    pack.format.grouping.first() == Some(&' ')
}

/// Whether one space between two runs of digits groups them: "100 000 đồng", "9 999 cái áo", and not "tháng 7 100 xe".
fn one_space_groups(pack: &Pack, view: &View<'_>, i: usize, parts: &[&str], end: usize) -> bool {
    let first = parts.first().copied().unwrap_or("");
    let last = parts.get(1).copied().unwrap_or("");
    let apart = |at: Option<usize>| at.is_none_or(|at| view.digits(at).is_none());
    let glued = |at: usize| view.tokens.get(at).is_some_and(|token| !token.spaced);
    let goes_on = matches!(view.sign(end), Some('.' | ','))
        && glued(end)
        && glued(end + 1)
        && view.digits(end + 1).is_some();
    let free = !first.starts_with('0') && !goes_on && apart(i.checked_sub(1)) && apart(Some(end));
    let counted = view
        .tokens
        .get(end)
        .is_some_and(|next| next.kind == TokenKind::Word)
        || quantity_follows(pack, view, end);
    // "est passé à 4 300.": where a space is the usual sign, it groups whatever follows.
    free && (usual_space(pack) || last == "000" || counted)
}

/// Whether tokens `i..end` are all that the text holds, but for a sign before them.
fn fills_the_text(view: &View<'_>, i: usize, end: usize) -> bool {
    end == view.tokens.len() && (0..i).all(|at| view.sign(at).is_some())
}

/// What a number in digits may go on with: a fraction ("2 1/2 giờ"), a power of ten ("5,5 x 10^3"), parts of its last
/// place ("9,77-3/4 USD"); or it is a fraction of a unit itself ("1/2 kg").
pub(super) fn in_parts(pack: &Pack, view: &View<'_>, number: &mut NumberAt) -> Option<()> {
    let power = power_of_ten(pack, view, number.end);
    let power = power.or_else(|| exponent_at(view, number.end, number.step < one()));
    if let Some((exponent, end)) = power {
        let power = Number::from_integer(10_i128.checked_pow(exponent.unsigned_abs())?);
        let factor = if exponent < 0 { one() / power } else { power };
        number.value = number.value.checked_mul(&factor)?;
        number.step = number.step.checked_mul(&factor)?;
        number.end = end;
        return Some(());
    }
    if let Some((value, end)) = power_of(view, number.value, number.end) {
        (number.value, number.step, number.end) = (value, value.min(one()), end);
        return Some(());
    }
    let start = number.start;
    let minus = start > 0 && view.sign(start - 1) == Some('-');
    if number.end == start + 1
        && let Some((part, end)) = fraction_at(view, start)
        && (measure_follows(pack, view, end) || minus && fills_the_text(view, start, end))
    {
        (number.value, number.step, number.end) = (part, Number::new(1, *part.denom()), end);
        return Some(());
    }
    let spaced = view.tokens.get(number.end).is_some_and(|t| t.spaced);
    if let Some((part, end)) = fraction_at(view, number.end).filter(|_| spaced)
        && number.step == one()
        && (quantity_follows(pack, view, end) || fills_the_text(view, start, end))
    {
        number.value = number.value.checked_add(&part)?;
        (number.step, number.end) = (Number::new(1, *part.denom()), end);
        return Some(());
    }
    let tick = view.sign(number.end) == Some('-') && !spaced;
    if let Some((part, end)) = fraction_at(view, number.end + 1).filter(|_| tick)
        && number.step < one()
        && matches!(*part.denom(), 2 | 4 | 8 | 16 | 32)
        && quantity_follows(pack, view, end)
    {
        number.value = number.value.checked_add(&part.checked_mul(&number.step)?)?;
        number.step /= Number::from_integer(*part.denom());
        number.end = end;
    }
    Some(())
}

/// "3/4": less than one, over a denominator of at most two digits; the token after it.
fn fraction_at(view: &View<'_>, at: usize) -> Option<(Number, usize)> {
    let glued = |at: usize| view.tokens.get(at).is_some_and(|token| !token.spaced);
    let small = |digits: &str| digits.len() <= 2 && !digits.starts_with('0');
    let over = view.digits(at).filter(|over| small(over))?;
    if view.sign(at + 1) != Some('/') || !glued(at + 1) || !glued(at + 2) {
        return None;
    }
    let under = view.digits(at + 2).filter(|under| small(under))?;
    let joint = matches!(view.sign(at + 3), Some('/' | '-' | '.' | ',' | ':'));
    if joint && glued(at + 3) && view.digits(at + 4).is_some() && glued(at + 4) {
        return None;
    }
    let (over, under): (i128, i128) = (over.parse().ok()?, under.parse().ok()?);
    (over < under).then(|| (Number::new(over, under), at + 3))
}

/// Whether a unit or a currency stands at token `at`.
fn quantity_follows(pack: &Pack, view: &View<'_>, at: usize) -> bool {
    pack.unit_words.longest_at(view, at).is_some()
        || pack.currency_words.longest_at(view, at).is_some()
}

/// Whether a unit of measure stands at token `at`; behind a fraction one of time may belong to a date ("2/3 năm 2024").
fn measure_follows(pack: &Pack, view: &View<'_>, at: usize) -> bool {
    let glued = view.tokens.get(at).is_some_and(|token| !token.spaced);
    pack.unit_words
        .all_at(view, at)
        .into_iter()
        .any(|(length, unit)| {
            let unit = &pack.units[*unit];
            let whole = view
                .tokens
                .get(at + length)
                .is_none_or(|next| next.spaced || next.kind != TokenKind::Word);
            unit.kind == UnitKind::Measure && (!glued || unit.glued && whole)
        })
}

/// Whether what follows token `end` needs decimals before it: "7,016 tỷ", "18,429%".
fn scale_or_percent_follows(pack: &Pack, view: &View<'_>, end: usize) -> bool {
    let scale = pack
        .numerals
        .longest_at(view, end)
        .is_some_and(|(_, word)| word.after_digits || word.glued);
    let percent = pack
        .unit_words
        .longest_at(view, end)
        .is_some_and(|(_, unit)| pack.units[*unit].kind == UnitKind::Percent);
    scale || percent
}

/// Whether the unit at token `end` is one of small figures: a degree of latitude.
fn small_unit_follows(pack: &Pack, view: &View<'_>, end: usize) -> bool {
    let unit = pack.unit_words.longest_at(view, end);
    unit.is_some_and(|(_, unit)| pack.units[*unit].decimals)
}
