//! Claims whose sentences already share facts: "đóng năm 2012, dài 24 m" beside "the 24-metre vessel, built in 2012".
//!
//! What two sentences of different articles have in common is no accident, so an equal figure that each has once is taken
//! for one fact although nothing else tells what it counts.

use std::collections::BTreeMap;

use rayon::prelude::*;

use super::Run;
use super::figure;
use super::setting::Setting;
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
pub(super) fn pairs(run: &Run<'_>, of: &[usize]) -> Vec<(usize, usize, Setting)> {
    let sentence = |claim: usize| run.stands[claim].claim.sentence_number;
    let block = |claim: usize| run.stands[claim].claim.block_number;
    let mut found = within(run, of, sentence, 1);
    let long = |claim: usize| figure::digits(run.stands[claim].claim) >= 2;
    let mut wider = within(run, of, block, MANY);
    wider.retain(|(a, b, _)| long(*a) && long(*b) && same_unit(run, *a, *b));
    found.extend(wider);
    found.sort_unstable_by_key(|(a, b, facts)| (*a, *b, std::cmp::Reverse(*facts)));
    found.dedup_by_key(|(a, b, _)| (*a, *b));
    let found = found.into_iter();
    found
        .map(|(a, b, facts)| (a, b, Setting::beside(facts)))
        .collect()
}

/// The same for places of an article, by their number there, that share `least` facts or more.
fn within(
    run: &Run<'_>,
    of: &[usize],
    number: impl Fn(usize) -> usize,
    least: usize,
) -> Vec<(usize, usize, usize)> {
    let place = |claim: usize| (run.stands[claim].source, number(claim));
    let mut places: BTreeMap<Place, Vec<usize>> = BTreeMap::new();
    for claim in 0..of.len() {
        places.entry(place(claim)).or_default().push(claim);
    }
    let mut found = Vec::new();
    for ((one, other), facts) in shared(run, of, place, least) {
        let (left, right) = (&places[&one], &places[&other]);
        for &a in left {
            for &b in right {
                let apart = of[a] != of[b] && same_kind(run, a, b);
                if apart && alone(run, a, left) && alone(run, b, right) {
                    found.push((a, b, facts));
                }
            }
        }
    }
    found
}

/// Places of different articles that share `least` facts or more, the earlier first, with the number of those facts.
///
/// `of` gives the fact of each claim by a number that its members share, `place` where it stands.
pub(super) fn shared<P: Ord + Copy + Send>(
    run: &Run<'_>,
    of: &[usize],
    place: impl Fn(usize) -> P,
    least: usize,
) -> Vec<((P, P), usize)> {
    let mut members: Vec<(usize, usize)> = of.iter().copied().zip(0..).collect();
    members.par_sort_unstable();
    // One entry a fact and pair of places: sorting them costs less than a table of so many.
    let mut meetings: Vec<((P, P), usize)> = Vec::new();
    for claims in members.chunk_by(|a, b| a.0 == b.0) {
        if claims.len() > CROWD {
            continue;
        }
        for (at, &(fact, a)) in claims.iter().enumerate() {
            let others = claims[at + 1..].iter().map(|&(_, b)| b);
            let elsewhere = others.filter(|b| run.stands[*b].source != run.stands[a].source);
            meetings.extend(elsewhere.map(|b| ((place(a), place(b)), fact)));
        }
    }
    meetings.par_sort_unstable();
    meetings.dedup();
    let same = meetings.chunk_by(|a, b| a.0 == b.0);
    same.filter(|same| same.len() >= least)
        .map(|same| (same[0].0, same.len()))
        .collect()
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
