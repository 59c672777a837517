//! Articles that have turned out to share many facts: they are surely about one event, whatever names they have in common.

use rayon::prelude::*;

use super::Run;
use super::beside::shared;
use super::evidence::stated;
use super::setting::Setting;
use crate::value::{Relation, relate};

/// Telling figures in common that make two articles surely of one event.
const ENOUGH_FIGURES: usize = 8;

/// Most articles of a run of which each is held against each.
pub(super) const FEW: usize = 256;

/// How close the articles of a run are, each to each; empty for a run of many, where it is asked pair by pair.
#[derive(Debug, Default)]
pub(super) struct Kin {
    /// One row an article.
    rows: Vec<Vec<f64>>,
}

impl Kin {
    /// Of all articles of `run`, those included that a third one brings together.
    pub fn of_all(run: &Run<'_>) -> Self {
        let count = run.headlines.len();
        if !(3..=FEW).contains(&count) {
            return Self::default();
        }
        let row = |a: usize| (0..count).map(|b| direct(run, a, b)).collect();
        let near: Vec<Vec<f64>> = (0..count).into_par_iter().map(row).collect();
        let over = |a: usize, b: usize| {
            let bridges = (0..count).filter(|c| *c != a && *c != b);
            let widest = bridges.map(|c| near[a][c].min(near[c][b]));
            near[a][b].max(widest.fold(0.0, f64::max) * BRIDGED)
        };
        let row = |a: usize| (0..count).map(|b| over(a, b)).collect();
        Self {
            rows: (0..count).into_par_iter().map(row).collect(),
        }
    }

    /// How much two articles speak of the same, from 0 to 1.
    pub fn of(&self, run: &Run<'_>, a: usize, b: usize) -> f64 {
        match self.rows.get(a).and_then(|row| row.get(b)) {
            Some(kinship) => *kinship,
            None => direct(run, a, b),
        }
    }
}

/// What is left of the closeness of two articles over a third.
const BRIDGED: f64 = 0.8;

/// How much of two headlines the other article of each speaks of when both are surely of one event, and when they are as far
/// as other things say so too; and how close that makes them.
const SURE: (f64, f64) = (0.6, 0.5);
const LIKELY: (f64, f64) = (0.5, 0.45);

/// Whether two articles speak of the same people, places and bodies, share telling figures, or tell what the other has in its
/// headline.
fn direct(run: &Run<'_>, a: usize, b: usize) -> f64 {
    if a == b {
        return 1.0;
    }
    let figures = run.common_figures(a, b).min(ENOUGH_FIGURES);
    let by_figures = figures as f64 / ENOUGH_FIGURES as f64;
    let plain = run.common_names(a, b).max(by_figures);
    let headline = run.common_headline(a, b);
    match headline {
        _ if headline >= SURE.0 => plain.max(SURE.1),
        _ if headline >= LIKELY.0 && plain >= 0.1 => plain.max(LIKELY.1),
        _ => plain,
    }
}

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
