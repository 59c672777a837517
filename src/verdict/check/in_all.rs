//! Figures in a row and what they come to: "4 vàng, 3 bạc, 6 đồng, tổng cộng 13 tấm", "four gold, three silver and six bronze for 13 in all".

use num_traits::CheckedAdd;

use super::line::{Line, asserted, end_of, plain};
use super::{Breach, Check};
use crate::claim::Claim;
use crate::mention::{Kind, Role};
use crate::value::Number;

/// Most words of the noun of a figure in the row that no pack knows.
const NOUN: usize = 2;

/// Totals that the figures right before them do not come to.
pub(super) fn breaches(line: &Line<'_>) -> Vec<Breach> {
    (0..line.claims.len())
        .filter_map(|at| total(line, at))
        .collect()
}

fn total(line: &Line<'_>, at: usize) -> Option<Breach> {
    let (number, whole) = line.claims[at];
    let start = whole.mention.tokens.0;
    let before = line.pack.word_before("whole", &line.view(), start);
    // "12 in all", "12 medals in all"
    let behind = || line.has("whole", whole.mention.tokens.1, end_of(whole) + 1);
    let opened = before.or_else(|| behind().then_some(start))?;
    let said = whole_number(whole)?;
    let mut parts = Vec::new();
    let mut sum = Number::from_integer(0);
    let mut next = opened;
    for (part, claim) in line.claims[..at].iter().rev() {
        let end = claim.mention.tokens.1;
        let joint: &[&str] = if parts.is_empty() {
            &["joining", "stop"]
        } else {
            &["joining"]
        };
        // Nothing but its noun stands between a figure and the next one.
        let beside = end <= next && line.only(end_of(claim).min(next), next, joint, ",", NOUN);
        let Some(value) = whole_number(claim).filter(|_| beside) else {
            break;
        };
        // The items of a row are apart by a comma or a word: "Indonesia 91, Việt Nam 87" are rows of two.
        let apart = joined(line, next);
        if !apart && !parts.is_empty() {
            break;
        }
        sum = sum.checked_add(&value)?;
        parts.push(*part);
        next = claim.mention.tokens.0;
    }
    // "4 vàng, 3 bạc, tổng cộng 12 tấm": of two figures a third may go unsaid, but they come to no more than all.
    let told = parts.len() > 2 || parts.len() == 2 && sum > said;
    // "vàng, 3 bạc, 6 đồng": an item without a figure may stand before them.
    if !told || joined(line, next) || sum == said {
        return None;
    }
    parts.reverse();
    let mut claims = vec![number];
    claims.extend(parts);
    Some(Breach::new(Check::Sum(sum), claims))
}

/// Whether a comma or a word such as "and" stands right before token `i`.
fn joined(line: &Line<'_>, i: usize) -> bool {
    let comma = i.checked_sub(1).is_some_and(|i| line.sign(i) == Some(','));
    comma || line.follows("joining", i)
}

/// The whole number of a count that is told as it is.
fn whole_number(claim: &Claim) -> Option<Number> {
    let counts = claim.mention.kind == Kind::Count
        && claim.mention.role == Role::Is
        && asserted(claim)
        && !claim.comparison;
    let (value, _) = plain(claim).filter(|_| counts)?;
    value.is_integer().then_some(value)
}
