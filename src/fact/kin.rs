//! Articles that have turned out to share many facts: they are surely about one event, whatever names they have in common.

use super::beside::shared;
use super::evidence::{Setting, stated};
use super::{ENOUGH_FIGURES, Run};
use crate::value::{Relation, relate};

/// Facts that two articles share before their other equal figures are looked at again.
const MANY: usize = 4;

/// Pairs of claims of such articles with equal values, the earlier first, with the number of facts that the articles share.
///
/// `of` gives the fact of each claim by a number that its members share. Articles that are known to be close as they are,
/// and claims of one fact already, are left out.
pub(super) fn pairs(run: &Run<'_>, of: &[usize]) -> Vec<(usize, usize, Setting)> {
    let article = |claim: usize| run.stands[claim].source;
    let mut found = Vec::new();
    for ((one, other), facts) in shared(run, of, article, MANY) {
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
            found.extend(rights.map(|right| (left, right, Setting::of_kin(facts))));
        }
    }
    found
}

/// How close two articles are that share so many facts, from 0 to 1.
pub(super) fn closeness(facts: usize) -> f64 {
    facts.min(ENOUGH_FIGURES) as f64 / ENOUGH_FIGURES as f64
}
