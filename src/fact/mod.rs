//! Which claims speak of the same thing, and which origins they have.
//!
//! Evidence for a link is weighed against what forbids it, and what forbids always wins. Claims whose values exclude each
//! other need more evidence than claims that agree: a false conflict costs a reader, a missed agreement a line.

mod against;
mod aligned;
mod beside;
mod block;
mod editor;
mod evidence;
mod figure;
mod group;
mod likeness;
mod link;
mod naming;
mod origin;

pub use against::Against;
pub use editor::Said;
pub use evidence::Evidence;
pub(crate) use evidence::{Setting, stated, weigh};
pub use figure::{Distinct, Telling};
pub use group::{Fact, Link, Refused, between, find, group};
pub use origin::origins;

use std::collections::{BTreeMap, BTreeSet};

use crate::claim::{Claim, Feature, SourceClaims};
use crate::source::Source;

/// A claim of a run: its source and the claim.
#[derive(Debug, Clone, Copy)]
pub struct Stand<'r> {
    /// Index of the source.
    pub source: usize,
    /// The claim.
    pub claim: &'r Claim,
    /// Its figure, when it tells by itself.
    pub figure: Option<Telling>,
}

/// All claims of a run, with how common every feature is in it.
#[derive(Debug)]
pub struct Run<'r> {
    /// The sources.
    pub sources: &'r [Source],
    /// Claims in the order of sources and bytes.
    pub stands: Vec<Stand<'r>>,
    /// First claim of each source, and the number of claims at the end.
    firsts: Vec<usize>,
    weights: BTreeMap<&'r Feature, f64>,
    rarest: f64,
    /// Numbers of the names of each source, sorted.
    names: Vec<Vec<u32>>,
    /// Weight of each name, by its number.
    name_weights: Vec<f64>,
    figures: figure::BySentence,
    /// Telling figures of each source.
    source_figures: Vec<BTreeSet<u32>>,
}

/// Telling figures in common that make two articles surely of one event.
const ENOUGH_FIGURES: usize = 8;

impl<'r> Run<'r> {
    /// Puts the claims of all sources in one order. `claims` has one entry a source.
    pub fn new(sources: &'r [Source], claims: &'r [SourceClaims]) -> Self {
        let mut stands = Vec::new();
        let mut numbers = figure::Numbers::default();
        let mut firsts = vec![0];
        let mut counts: BTreeMap<&Feature, u32> = BTreeMap::new();
        let mut sentences = 0;
        for (source, of) in claims.iter().enumerate() {
            stands.extend(of.claims.iter().map(|claim| Stand {
                source,
                claim,
                figure: numbers.of(claim),
            }));
            let first = firsts.last().copied().unwrap_or(0);
            figure::drop_repeated_dates(&mut stands[first..]);
            firsts.push(stands.len());
            sentences += of.sentences;
            for (feature, count) in &of.features {
                *counts.entry(feature).or_default() += count;
            }
        }
        let all = f64::from(sentences.max(1));
        // The inverse share of the sentences that hold a feature, as in information retrieval; what stands everywhere weighs little.
        let weight = |count: u32| ((all + 1.0) / (f64::from(count) + 0.5)).ln().max(0.15);
        let weights: BTreeMap<&Feature, f64> = counts
            .into_iter()
            .map(|(feature, count)| (feature, weight(count)))
            .collect();
        let all_names = weights.iter().filter(|(feature, _)| feature.is_name());
        let mut name_weights = Vec::new();
        let mut name_numbers: BTreeMap<&Feature, u32> = BTreeMap::new();
        for ((name, weight), number) in all_names.zip(0..) {
            name_numbers.insert(name, number);
            name_weights.push(*weight);
        }
        // Numbers are in the order of the names, so those of a source are sorted.
        let names = claims
            .iter()
            .map(|of| {
                let numbers = of.features.keys().filter_map(|f| name_numbers.get(f));
                numbers.copied().collect()
            })
            .collect();
        let figures = figure::by_sentence(&stands);
        let mut source_figures = vec![BTreeSet::new(); sources.len()];
        for ((source, _), keys) in &figures {
            source_figures[*source].extend(keys.iter().copied());
        }
        Self {
            figures,
            source_figures,
            names,
            name_weights,
            sources,
            stands,
            firsts,
            weights,
            rarest: weight(1),
        }
    }

    /// How much a feature says: high for rare ones.
    pub(crate) fn weight(&self, feature: &Feature) -> f64 {
        self.weights.get(feature).copied().unwrap_or(self.rarest)
    }

    /// How much two articles speak of the same people, places and bodies, or share telling figures, from 0 to 1.
    pub(crate) fn kinship(&self, a: usize, b: usize) -> f64 {
        let figures = self.common_figures(a, b).min(ENOUGH_FIGURES);
        let by_figures = figures as f64 / ENOUGH_FIGURES as f64;
        self.common_names(a, b).max(by_figures)
    }

    /// How many telling figures two articles share.
    fn common_figures(&self, a: usize, b: usize) -> usize {
        let (left, right) = (&self.source_figures[a], &self.source_figures[b]);
        left.iter().filter(|key| right.contains(*key)).count()
    }

    fn common_names(&self, a: usize, b: usize) -> f64 {
        let (left, right) = (&self.names[a], &self.names[b]);
        let weigh = |names: &[u32]| {
            names
                .iter()
                .map(|name| self.name_weight(*name))
                .sum::<f64>()
        };
        let shared: f64 = left
            .iter()
            .filter(|name| right.binary_search(name).is_ok())
            .map(|name| self.name_weight(*name))
            .sum();
        let smaller = weigh(left).min(weigh(right));
        if smaller > 0.0 { shared / smaller } else { 0.0 }
    }

    fn name_weight(&self, number: u32) -> f64 {
        self.name_weights[number as usize]
    }

    /// How many telling figures, other than their own, the sentences of two claims share.
    pub(crate) fn shared_figures(&self, a: Stand<'_>, b: Stand<'_>) -> usize {
        let of = |stand: Stand<'_>| {
            self.figures
                .get(&(stand.source, stand.claim.sentence_number))
        };
        let (Some(left), Some(right)) = (of(a), of(b)) else {
            return 0;
        };
        let own = [a, b].map(|stand| stand.figure.map(|figure| figure.number));
        left.iter()
            .filter(|number| right.contains(number) && !own.contains(&Some(**number)))
            .count()
    }

    /// Numbers of the claims of a source.
    pub(crate) fn of_source(&self, source: usize) -> std::ops::Range<usize> {
        self.firsts[source]..self.firsts[source + 1]
    }
}

#[cfg(test)]
mod tests;
