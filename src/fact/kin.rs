//! Articles that have turned out to share many facts: they are surely about one event, whatever names they have in common.

use rayon::prelude::*;

use super::evidence::stated;
use super::{ENOUGH_FIGURES, Run};
use crate::value::{Relation, relate};

/// Facts that two articles share before their other equal figures are looked at again.
const MANY: usize = 4;
/// Members of a fact beyond which it says little of two of its articles.
const CROWD: usize = 24;

/// Pairs of claims of such articles with equal values, the earlier first, with the number of facts that the articles share.
///
/// `of` gives the fact of each claim by a number that its members share. Articles that are known to be close as they are,
/// and claims of one fact already, are left out.
pub(super) fn pairs(run: &Run<'_>, of: &[usize]) -> Vec<(usize, usize, usize)> {
    let mut found = Vec::new();
    for ((one, other), facts) in shared(run, of) {
        if run.kinship(one, other) >= closeness(facts) {
            continue;
        }
        for left in run.of_source(one) {
            let a = run.stands[left].claim;
            let rights = run.of_source(other).filter(|right| {
                let b = run.stands[*right].claim;
                a.mention.kind == b.mention.kind
                    && of[left] != of[*right]
                    && relate(stated(a), stated(b)) == Relation::Equal
            });
            found.extend(rights.map(|right| (left, right, facts)));
        }
    }
    found
}

/// How close two articles are that share so many facts, from 0 to 1.
pub(super) fn closeness(facts: usize) -> f64 {
    facts.min(ENOUGH_FIGURES) as f64 / ENOUGH_FIGURES as f64
}

/// Articles that share [`MANY`] facts, the earlier first, with their number.
fn shared(run: &Run<'_>, of: &[usize]) -> Vec<((usize, usize), usize)> {
    let mut held: Vec<(usize, usize)> = of
        .iter()
        .enumerate()
        .map(|(claim, fact)| (*fact, run.stands[claim].source))
        .collect();
    held.par_sort_unstable();
    held.dedup();
    // One entry a fact and pair of articles: sorting them costs less than a table of so many.
    let mut pairs: Vec<(usize, usize)> = held
        .chunk_by(|a, b| a.0 == b.0)
        .filter(|articles| (2..=CROWD).contains(&articles.len()))
        .flat_map(|articles| {
            let each = articles.iter().enumerate();
            each.flat_map(|(at, (_, one))| {
                articles[at + 1..].iter().map(|(_, other)| (*one, *other))
            })
        })
        .collect();
    pairs.par_sort_unstable();
    let same = pairs.chunk_by(|a, b| a == b);
    same.filter(|same| same.len() >= MANY)
        .map(|same| (same[0], same.len()))
        .collect()
}
