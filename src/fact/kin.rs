//! Articles that have turned out to share many facts: they are surely about one event, whatever names they have in common.

use std::collections::{BTreeMap, BTreeSet};

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
        if facts < MANY || run.kinship(one, other) >= closeness(facts) {
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

/// How many facts each two articles share, the earlier first.
fn shared(run: &Run<'_>, of: &[usize]) -> BTreeMap<(usize, usize), usize> {
    let mut sources: BTreeMap<usize, BTreeSet<usize>> = BTreeMap::new();
    for (claim, fact) in of.iter().enumerate() {
        let sources = sources.entry(*fact).or_default();
        sources.insert(run.stands[claim].source);
    }
    let mut found = BTreeMap::new();
    for sources in sources.values().filter(|sources| sources.len() <= CROWD) {
        for one in sources {
            for other in sources.range(one + 1..) {
                *found.entry((*one, *other)).or_default() += 1;
            }
        }
    }
    found
}
