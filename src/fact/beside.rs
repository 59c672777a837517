//! Claims whose sentences already share facts: "đóng năm 2012, dài 24 m" beside "the 24-metre vessel, built in 2012".
//!
//! What two sentences of different articles have in common is no accident, so an equal figure that each has once is taken
//! for one fact although nothing else tells what it counts.

use std::collections::{BTreeMap, BTreeSet};

use super::Run;
use super::figure;
use crate::mention::Kind;

/// Members of a fact beyond which its sentences are not paired: a fact that stands everywhere says little of two of them.
const CROWD: usize = 24;

/// Facts that two paragraphs share before they lend each other figures.
const MANY: usize = 3;

/// A sentence or paragraph of a run: its source and its number there.
type Place = (usize, usize);

/// Pairs of claims of different articles whose sentences share facts, the earlier first, with the number of those facts;
/// long figures also where their paragraphs share [`MANY`].
///
/// `of` gives the fact of each claim by a number that its members share. Claims of one fact already are left out, and
/// claims that have a second of their value beside them: which one is meant is not known.
pub(super) fn pairs(run: &Run<'_>, of: &[usize]) -> Vec<(usize, usize, usize)> {
    let sentence = |claim: usize| run.stands[claim].claim.sentence_number;
    let block = |claim: usize| run.stands[claim].claim.block_number;
    let mut found = within(run, of, sentence, 1);
    let long = |claim: usize| figure::digits(run.stands[claim].claim) >= 2;
    let mut wider = within(run, of, block, MANY);
    wider.retain(|(a, b, _)| long(*a) && long(*b) && same_unit(run, *a, *b));
    found.extend(wider);
    found.sort_unstable_by_key(|(a, b, facts)| (*a, *b, std::cmp::Reverse(*facts)));
    found.dedup_by_key(|(a, b, _)| (*a, *b));
    found
}

/// The same for places of an article, by their number there, that share `least` facts or more.
fn within(
    run: &Run<'_>,
    of: &[usize],
    number: impl Fn(usize) -> usize,
    least: usize,
) -> Vec<(usize, usize, usize)> {
    let place = |claim: usize| (run.stands[claim].source, number(claim));
    let mut members: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
    let mut places: BTreeMap<Place, Vec<usize>> = BTreeMap::new();
    for (claim, fact) in of.iter().enumerate() {
        members.entry(*fact).or_default().push(claim);
        places.entry(place(claim)).or_default().push(claim);
    }
    let mut shared: BTreeMap<(Place, Place), BTreeSet<usize>> = BTreeMap::new();
    for (fact, claims) in members {
        if claims.len() > CROWD {
            continue;
        }
        for (at, &a) in claims.iter().enumerate() {
            for &b in &claims[at + 1..] {
                let (one, other) = (place(a), place(b));
                if one.0 != other.0 {
                    shared.entry((one, other)).or_default().insert(fact);
                }
            }
        }
    }
    let mut found = Vec::new();
    for ((one, other), facts) in shared {
        if facts.len() < least {
            continue;
        }
        let (left, right) = (&places[&one], &places[&other]);
        for &a in left {
            for &b in right {
                let apart = of[a] != of[b] && same_kind(run, a, b);
                if apart && alone(run, a, left) && alone(run, b, right) {
                    found.push((a, b, facts.len()));
                }
            }
        }
    }
    found
}

/// Whether both are figures in one unit, or counts of hundreds or more.
fn same_unit(run: &Run<'_>, a: usize, b: usize) -> bool {
    let mention = |claim: usize| &run.stands[claim].claim.mention;
    match mention(a).kind {
        Kind::Money | Kind::Measure | Kind::Percent => mention(a).unit == mention(b).unit,
        Kind::Count => [a, b]
            .iter()
            .all(|claim| figure::digits(run.stands[*claim].claim) >= 3),
        _ => false,
    }
}

fn same_kind(run: &Run<'_>, a: usize, b: usize) -> bool {
    let kind = |claim: usize| run.stands[claim].claim.mention.kind;
    kind(a) == kind(b) && kind(a) != Kind::Recurrence
}

/// Whether no other claim of its place has its value.
fn alone(run: &Run<'_>, claim: usize, place: &[usize]) -> bool {
    let mention = |claim: usize| &run.stands[claim].claim.mention;
    place.iter().all(|other| {
        *other == claim
            || mention(*other).kind != mention(claim).kind
            || mention(*other).value != mention(claim).value
    })
}
