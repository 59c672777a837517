//! A list that says its length: "ba người: A, B, C, D".

use super::line::{Line, asserted, end_of, plain};
use super::{Breach, Check};
use crate::mention::Kind;

/// Longest list that is counted.
const LONGEST: i128 = 15;

/// The lists of a sentence whose length is not the one that is said before them.
pub(super) fn breaches(line: &Line<'_>) -> Vec<Breach> {
    let mut found = Vec::new();
    for (number, claim) in &line.claims {
        if claim.mention.kind != Kind::Count || !asserted(claim) || claim.noun.is_none() {
            continue;
        }
        let Some(said) = plain(claim)
            .map(|(value, _)| value)
            .filter(|value| value.is_integer() && (2..=LONGEST).contains(value.numer()))
        else {
            continue;
        };
        let Some(items) = announced(line, claim.mention.tokens.1, end_of(claim)) else {
            continue;
        };
        if usize::try_from(*said.numer()).is_ok_and(|said| said != items) {
            found.push(Breach::new(Check::ListLength(items), [*number]));
        }
    }
    found
}

/// How many names a colon or a dash behind the counted noun announces; `None` unless every item is a name and the list ends for certain.
fn announced(line: &Line<'_>, from: usize, noun_end: usize) -> Option<usize> {
    let dash = |i: usize| line.spaced_dash(i);
    let opened = (from..(noun_end.max(from) + 3).min(line.len()))
        .find(|i| line.sign(*i) == Some(':') || dash(*i))
        .filter(|opened| (from..*opened).all(|i| line.sign(i).is_none()))?;
    let last = line.end();
    // "ba nước - Lào, Thái Lan và Campuchia - đã ký"
    let closed = dash(opened)
        .then(|| (opened + 1..last).find(|i| dash(*i)))
        .flatten();
    let (mut i, end) = (opened + 1, closed.unwrap_or(last));
    let mut items = 0;
    let mut joined = false;
    loop {
        i = name(line, i, end)?;
        items += 1;
        // "(35 tuổi)" behind a name.
        if line.sign(i) == Some('(') {
            i = (i..end).find(|at| line.sign(*at) == Some(')'))? + 1;
        }
        if i >= end {
            break;
        }
        let comma = matches!(line.sign(i), Some(',' | ';'));
        let at = i + usize::from(comma);
        let joint = line.word("joining", at);
        // A joining word before the last comma may belong to a name.
        if joined || !(comma || joint > 0) {
            return None;
        }
        joined = joint > 0;
        i = at + joint;
    }
    (items > 1).then_some(items)
}

/// One past a name that starts at token `i`, one or two lower words of address before it allowed.
fn name(line: &Line<'_>, i: usize, end: usize) -> Option<usize> {
    let start = (i..(i + 3).min(end)).find(|at| line.capital(*at))?;
    // "five South Koreans and two Germans" are groups, each with its number.
    let counted = |at: usize| {
        line.claims
            .iter()
            .any(|(_, claim)| claim.mention.tokens.0 == at)
    };
    if (i..start).any(|at| {
        line.sign(at).is_some()
            || line.digits(at).is_some()
            || counted(at)
            || line.word("joining", at) > 0
    }) {
        return None;
    }
    if let Some((length, _)) = line.pack.entities.longest_at(&line.view(), start) {
        return Some(start + length);
    }
    let mut at = start;
    while at < end {
        let hyphen = line.sign(at) == Some('-') && line.capital(at + 1);
        if line.capital(at) {
            at += 1;
        } else if hyphen {
            at += 2;
        } else {
            break;
        }
    }
    Some(at)
}
