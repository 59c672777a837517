//! Numbers in digits: which signs group and which open the decimals.

use crate::pack::{Pack, View};
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
/// percent sign follows.
pub(super) fn digits_at(pack: &Pack, view: &View<'_>, i: usize) -> Option<Digits> {
    let mut parts = vec![view.digits(i)?];
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
        let scaled = scale_or_percent_follows(pack, view, end);
        let (text, places) = join(pack, &parts[..count], &signs[..count - 1], scaled)?;
        let step = Number::new(1, 10_i128.checked_pow(places)?);
        Some(Digits {
            end,
            value: parse_decimal(&text)?,
            step,
        })
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
            ' ' => None,
            _ if groups && thousands => Some((parts.concat(), 0)),
            _ if opens_decimals && thousands && !scaled && sign == ',' => Some((parts.concat(), 0)),
            _ if opens_decimals || neutral && !thousands => decimal(whole, tail[0]),
            _ if neutral => Some((parts.concat(), 0)),
            // A point that cannot group: "2.5 triệu" in a text that writes decimals with a comma.
            '.' if tail[0].len() <= 2 => decimal(whole, tail[0]),
            _ => None,
        };
    }
    if signs.iter().all(|s| *s == sign) {
        return (grouped(parts) && !parts[0].starts_with('0')).then(|| (parts.concat(), 0));
    }
    let same_before = signs[..signs.len() - 1].iter().all(|s| *s == sign);
    (same_before && grouped(whole) && last != ' ').then(|| decimal(whole, tail[0]))?
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
        .is_some_and(|(_, unit)| pack.units[*unit].kind == crate::pack::schema::UnitKind::Percent);
    scale || percent
}
