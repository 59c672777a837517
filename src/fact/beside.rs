//! Claims whose sentences already share facts: "đóng năm 2012, dài 24 m" beside "the 24-metre vessel, built in 2012".
//!
//! What two sentences of different articles have in common is no accident, so an equal figure that each has once is taken
//! for one fact although nothing else tells what it counts.

use std::collections::{BTreeMap, BTreeSet};

use super::Run;
use crate::mention::Kind;

/// Members of a fact beyond which its sentences are not paired: a fact that stands everywhere says little of two of them.
const CROWD: usize = 24;

/// A sentence of a run: its source and its number there.
type Place = (usize, usize);

/// Pairs of claims of different articles whose sentences share facts, the earlier first, with the number of those facts.
///
/// `of` gives the fact of each claim by a number that its members share. Claims of one fact already are left out, and
/// claims that have a second of their value in their sentence: which one is meant is not known.
pub(super) fn pairs(run: &Run<'_>, of: &[usize]) -> Vec<(usize, usize, usize)> {
    let mut members: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
    let mut sentences: BTreeMap<Place, Vec<usize>> = BTreeMap::new();
    for (claim, fact) in of.iter().enumerate() {
        members.entry(*fact).or_default().push(claim);
        sentences.entry(place(run, claim)).or_default().push(claim);
    }
    let mut shared: BTreeMap<(Place, Place), BTreeSet<usize>> = BTreeMap::new();
    for (fact, claims) in members {
        if claims.len() > CROWD {
            continue;
        }
        for (at, &a) in claims.iter().enumerate() {
            for &b in &claims[at + 1..] {
                let (one, other) = (place(run, a), place(run, b));
                if one.0 != other.0 {
                    shared.entry((one, other)).or_default().insert(fact);
                }
            }
        }
    }
    let mut found = Vec::new();
    for ((one, other), facts) in shared {
        let (left, right) = (&sentences[&one], &sentences[&other]);
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

fn place(run: &Run<'_>, claim: usize) -> Place {
    let stand = run.stands[claim];
    (stand.source, stand.claim.sentence_number)
}

fn same_kind(run: &Run<'_>, a: usize, b: usize) -> bool {
    let kind = |claim: usize| run.stands[claim].claim.mention.kind;
    kind(a) == kind(b) && kind(a) != Kind::Recurrence
}

/// Whether no other claim of its sentence has its value.
fn alone(run: &Run<'_>, claim: usize, sentence: &[usize]) -> bool {
    let mention = |claim: usize| &run.stands[claim].claim.mention;
    sentence.iter().all(|other| {
        *other == claim
            || mention(*other).kind != mention(claim).kind
            || mention(*other).value != mention(claim).value
    })
}
