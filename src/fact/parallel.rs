//! Sentences that tell the same figures but for one: "từ 26.100 tỷ lên 38.700 tỷ đồng, tức tăng 48%" beside "58 per cent more,
//! from 26.1 trillion to 38.7 trillion dong".
//!
//! What is left over of two sentences of different articles that share figures is one figure as a rule, where each has but one of
//! its sort, or where the one is the other as a slip of the pen makes it.

use std::collections::{BTreeMap, BTreeSet};

use super::Run;
use super::beside::shared;
use super::evidence::stated;
use super::figure::{differ_in_one_digit, digits, within};
use super::setting::Setting;
use super::slip;
use super::told::sort;
use crate::mention::Kind;
use crate::value::{Relation, Slip, Value, format_number, relate};

/// Figures that two sentences share before a third, of which one digit is another, is taken for one.
const MANY: usize = 2;

/// Pairs of claims of different articles that exclude each other in sentences that share figures, the earlier first.
///
/// `of` gives the fact of each claim by a number that its members share.
pub(super) fn pairs(run: &Run<'_>, of: &[usize]) -> Vec<(usize, usize, Setting)> {
    let place = |claim: usize| {
        let stand = run.stands[claim];
        (stand.source, stand.claim.sentence_number)
    };
    let mut sentences: BTreeMap<_, Vec<usize>> = BTreeMap::new();
    for claim in 0..of.len() {
        sentences.entry(place(claim)).or_default().push(claim);
    }
    let mut found = Vec::new();
    for ((one, other), _) in shared(run, of, place, 1) {
        let (left, right) = (&sentences[&one], &sentences[&other]);
        let known = |claims: &[usize]| claims.iter().map(|claim| of[*claim]).collect();
        let (ours, theirs): (BTreeSet<usize>, BTreeSet<usize>) = (known(left), known(right));
        // A day is told beside anything.
        let figures = left.iter().filter(|claim| !is_timed(run, **claim));
        let figures: BTreeSet<usize> = figures.map(|claim| of[*claim]).collect();
        let facts = figures.intersection(&theirs).count();
        let rest = |claims: &[usize], others: &BTreeSet<usize>| -> Vec<usize> {
            let mut rest = claims.to_vec();
            rest.retain(|claim| !others.contains(&of[*claim]));
            rest
        };
        let (left, right) = (rest(left, &theirs), rest(right, &ours));
        if facts > 0 {
            found.extend(odd_ones(run, &left, &right, facts));
        }
    }
    let found = found.into_iter();
    found.map(|(a, b)| (a, b, Setting::parallel())).collect()
}

fn is_timed(run: &Run<'_>, claim: usize) -> bool {
    let kind = run.stands[claim].claim.mention.kind;
    matches!(kind, Kind::Date | Kind::Time)
}

/// Pairs of what is left over of two sentences that share so many figures, none of which has another counterpart.
fn odd_ones(run: &Run<'_>, left: &[usize], right: &[usize], facts: usize) -> Vec<(usize, usize)> {
    let mut found = Vec::new();
    for &a in left {
        for &b in right {
            if is_odd(run, (a, left), (b, right), facts) {
                found.push((a, b));
            }
        }
    }
    let alone = |(a, b): &&(usize, usize)| {
        let mut others = found.iter().filter(|(x, y)| x == a || y == b);
        others.all(|(x, y)| (x, y) == (a, b))
    };
    found.iter().filter(alone).copied().collect()
}

/// Whether two figures that exclude each other are one figure of which one sentence has it wrong.
fn is_odd(
    run: &Run<'_>,
    (a, left): (usize, &[usize]),
    (b, right): (usize, &[usize]),
    facts: usize,
) -> bool {
    let (one, other) = (run.stands[a], run.stands[b]);
    if sort(&one) != sort(&other) {
        return false;
    }
    let Relation::Disjoint(slip) = relate(stated(one.claim), stated(other.claim)) else {
        return false;
    };
    let relation = Relation::Disjoint(slip);
    let timed = is_timed(run, a);
    // "31.450 tỷ đồng", "3.150 tỷ đồng": a digit less makes it the figure of another.
    let same_digits = timed || digits(one.claim) == digits(other.claim);
    if slip.is_of_the_pen() && slip::is_telling(one.claim, other.claim, relation) {
        return same_digits && !slip::is_told_elsewhere(run, one, other);
    }
    let single = |claims: &[usize], claim: usize| {
        let own = sort(&run.stands[claim]);
        claims
            .iter()
            .filter(|c| sort(&run.stands[**c]) == own)
            .count()
            == 1
    };
    let only = single(left, a) && single(right, b);
    slip == Slip::DifferentValue
        && !timed
        && only
        && facts >= MANY
        && one_digit_apart(one.claim.value(), other.claim.value())
        && digits(one.claim).max(digits(other.claim)) >= 2
        && within(10, one.claim.value(), other.claim.value())
}

/// Whether two numbers, or two lengths of time in one unit, are written with the same digits but for one.
fn one_digit_apart(a: &Value, b: &Value) -> bool {
    let written = |value: &Value| match value {
        Value::Number(quantity) => quantity.as_single().map(format_number),
        Value::Duration { .. } => value.notation(),
        _ => None,
    };
    let (Some(one), Some(other)) = (written(a), written(b)) else {
        return false;
    };
    differ_in_one_digit(&one, &other)
}
