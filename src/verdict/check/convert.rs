//! A measure beside its own conversion: "200 km (124 dặm)".

use num_traits::{CheckedDiv, CheckedMul};

use super::line::{Line, asserted, end_of, place, quantity};
use super::{Breach, Check};
use crate::claim::Claim;
use crate::mention::Kind;
use crate::text::TokenKind;
use crate::value::{Number, Qualifier};

/// Measures that are not what their own conversion says.
pub(super) fn breaches(line: &Line<'_>) -> Vec<Breach> {
    let beside = line
        .claims
        .windows(2)
        .filter(|pair| restated(line, pair[0].1, pair[1].1));
    beside
        .filter_map(|pair| {
            let expected = off(pair[0].1, pair[1].1)?;
            Some(Breach::new(
                Check::Conversion(expected),
                [pair[1].0, pair[0].0],
            ))
        })
        .collect()
}

/// Whether the second figure states the first again: it stands alone in brackets behind it, or behind "tương đương".
pub(super) fn restated(line: &Line<'_>, one: &Claim, other: &Claim) -> bool {
    let start = other.mention.tokens.0;
    let from = end_of(one).min(start);
    // "6-foot-4": more than its unit says.
    let last = from.saturating_sub(1);
    let mixed = one.mention.kind == Kind::Measure && line.digits(last).is_some();
    if !asserted(one) || one.mention.kind != other.mention.kind || mixed {
        return false;
    }
    if line.sign(from) == Some('(') {
        let inside = line.only(from + 1, start, &["conversion"], "", 0);
        return inside && matches!(line.sign(other.mention.tokens.1), Some(')' | ',' | ';'));
    }
    let opened = from + usize::from(line.sign(from) == Some(','));
    // "600 grams of heroin or 2.5 kg of opium": amounts of two things.
    if amount_of(line, one) && amount_of(line, other) {
        return false;
    }
    let said = line.word("conversion", opened);
    said > 0 && line.only(opened + said, start, &["conversion"], "", 0)
}

/// Whether what it is an amount of stands right behind it.
fn amount_of(line: &Line<'_>, claim: &Claim) -> bool {
    let end = claim.mention.tokens.1;
    let lists = ["stop", "clause", "conversion", "joining", "rate", "apiece"];
    let word = line
        .tokens
        .get(end)
        .is_some_and(|token| token.kind == TokenKind::Word);
    word && (line.word("complement", end) > 0 || lists.iter().all(|list| line.word(list, end) == 0))
}

/// What the first measure is in the unit of the second, when the second is something else.
fn off(one: &Claim, other: &Claim) -> Option<Number> {
    if one.mention.kind != Kind::Measure || one.mention.unit == other.mention.unit {
        return None;
    }
    let (a, b) = (quantity(one)?, quantity(other)?);
    let (from, to) = (a.base.as_ref()?, b.base.as_ref()?);
    if from.dimension != to.dimension {
        return None;
    }
    let (x, y) = (a.as_single()?, b.as_single()?);
    let expected = x.checked_mul(&from.factor)?.checked_div(&to.factor)?;
    let hedged = |claim: &Claim| claim.mention.qualifier != Qualifier::Exact;
    // The first may be rounded a little, the second to its last digit that is not zero.
    let part = if hedged(one) || hedged(other) {
        Number::new(1, 10)
    } else {
        Number::new(1, 40)
    };
    let reach = expected.checked_mul(&part)? + place(y, b.step);
    let apart = if y > expected {
        y - expected
    } else {
        expected - y
    };
    (apart > reach).then_some(expected)
}
