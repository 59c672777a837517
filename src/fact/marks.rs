//! The features around the claims of a run as numbers, so that comparing two sentences compares integers.
//!
//! Numbers are in the order of the features themselves: a sorted list of numbers is a sorted list of features.

use std::collections::BTreeMap;

use rayon::prelude::*;

use crate::claim::{Claim, Feature, FeatureKind, SourceClaims};

/// Numbers of the lists of features around one claim.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Near {
    /// Of its sentence; claims of one sentence have the same.
    pub sentence: u32,
    /// Of the sentence before it.
    pub around: u32,
    /// Of the headline of its article.
    pub headline: u32,
    /// Of its clause, names alone.
    pub clause: u32,
}

/// Numbers of features, ascending, with what they weigh together.
#[derive(Debug, Default)]
pub(super) struct List {
    pub ids: Box<[u32]>,
    /// Those of names in capitalised words.
    names: Box<[u32]>,
    /// What all weigh together.
    pub worth: f64,
    /// What those weigh that texts of different languages can share.
    pub crossing: f64,
}

impl List {
    pub fn holds(&self, id: u32) -> bool {
        self.ids.binary_search(&id).is_ok()
    }
}

/// All features of a run.
#[derive(Debug)]
pub(super) struct Marks {
    /// By number, ascending.
    features: Vec<Feature>,
    /// How much each says: high for rare ones.
    weights: Vec<f64>,
    /// The words of each name in capitalised words, as numbers; empty for all others.
    words: Vec<Box<[u32]>>,
    /// Lists without repetition; the first is empty.
    lists: Vec<List>,
    /// Numbers of the features of each source, ascending.
    of_source: Vec<Vec<u32>>,
}

impl Marks {
    /// Numbers the features of `claims`; `weight` tells what one is worth that so many sentences hold. Gives the lists of
    /// every claim besides, in the order of sources and claims.
    pub fn of(claims: &[SourceClaims], weight: impl Fn(u32) -> f64) -> (Self, Vec<Near>) {
        let mut entries: Vec<(&Feature, usize, u32)> = claims
            .par_iter()
            .enumerate()
            .flat_map_iter(|(source, of)| of.features.iter().map(move |(f, n)| (f, source, *n)))
            .collect();
        entries.par_sort_unstable();
        let mut marks = Self {
            features: Vec::new(),
            weights: Vec::new(),
            words: Vec::new(),
            lists: vec![List::default()],
            of_source: vec![Vec::new(); claims.len()],
        };
        let mut known = BTreeMap::new();
        for (same, id) in entries.chunk_by(|a, b| a.0 == b.0).zip(0..) {
            for (_, source, _) in same {
                marks.of_source[*source].push(id);
            }
            let feature = same[0].0;
            marks.features.push(feature.clone());
            marks
                .weights
                .push(weight(same.iter().map(|(.., n)| n).sum()));
            marks.words.push(match feature.kind {
                FeatureKind::Name => words(&feature.name, &mut known),
                _ => Box::default(),
            });
        }
        let own: Vec<(Vec<Near>, Vec<List>)> = claims
            .par_iter()
            .enumerate()
            .map(|(source, of)| marks.lists_of(source, of))
            .collect();
        let mut near = Vec::new();
        for (places, lists) in own {
            let base = u32::try_from(marks.lists.len() - 1).unwrap_or(u32::MAX);
            let moved = |list: u32| if list == 0 { 0 } else { list + base };
            near.extend(places.into_iter().map(|place| Near {
                sentence: moved(place.sentence),
                around: moved(place.around),
                headline: moved(place.headline),
                clause: moved(place.clause),
            }));
            marks.lists.extend(lists);
        }
        (marks, near)
    }

    /// The lists of the claims of one source, numbered from 1.
    fn lists_of(&self, source: usize, of: &SourceClaims) -> (Vec<Near>, Vec<List>) {
        let ids = &self.of_source[source];
        let mut lists: Vec<List> = Vec::new();
        let mut list = |features: &[u32]| {
            let found: Box<[u32]> = features.iter().map(|at| ids[*at as usize]).collect();
            if found.is_empty() {
                return 0;
            }
            lists.push(self.list(found));
            u32::try_from(lists.len()).unwrap_or(0)
        };
        let mut near: Vec<Near> = Vec::with_capacity(of.claims.len());
        let mut last: Option<&Claim> = None;
        let mut headline: Option<u32> = None;
        for claim in &of.claims {
            let extent = &claim.extent;
            let same = last.filter(|last| last.sentence_number == claim.sentence_number);
            let mut place = match (same, near.last()) {
                (Some(_), Some(near)) => *near,
                _ => Near {
                    sentence: list(&extent.sentence),
                    around: list(&extent.around),
                    headline: 0,
                    clause: 0,
                },
            };
            place.headline = match headline {
                _ if extent.headline.is_empty() => 0,
                Some(known) => known,
                None => *headline.insert(list(&extent.headline)),
            };
            place.clause = list(&extent.clause);
            near.push(place);
            last = Some(claim);
        }
        (near, lists)
    }

    fn list(&self, ids: Box<[u32]>) -> List {
        let named = |id: &&u32| self.features[**id as usize].kind == FeatureKind::Name;
        let crosses = |id: &&u32| self.features[**id as usize].crosses_languages();
        List {
            names: ids.iter().filter(named).copied().collect(),
            worth: ids.iter().map(|id| self.worth(*id)).sum(),
            crossing: ids.iter().filter(crosses).map(|id| self.worth(*id)).sum(),
            ids,
        }
    }

    pub fn get(&self, list: u32) -> &List {
        &self.lists[list as usize]
    }

    pub fn feature(&self, id: u32) -> &Feature {
        &self.features[id as usize]
    }

    pub fn weight(&self, id: u32) -> f64 {
        self.weights[id as usize]
    }

    /// Numbers of the features of a source, ascending.
    pub fn of_source(&self, source: usize) -> &[u32] {
        &self.of_source[source]
    }

    /// How much its kind says.
    pub fn importance(&self, id: u32) -> f64 {
        importance(self.feature(id).kind)
    }

    /// Weight and kind together.
    pub fn worth(&self, id: u32) -> f64 {
        self.weight(id) * importance(self.feature(id).kind)
    }

    /// The number of a feature that some sentence of the run holds.
    pub fn number(&self, feature: &Feature) -> Option<u32> {
        let at = self.features.binary_search(feature).ok()?;
        u32::try_from(at).ok()
    }

    /// Numbers of the names of a source, ascending.
    pub fn names_of(&self, source: usize) -> impl Iterator<Item = u32> + '_ {
        let ids = self.of_source[source].iter().copied();
        ids.filter(|id| self.feature(*id).is_name())
    }

    /// Whether a list names this, in full or in part.
    pub fn names(&self, list: u32, id: u32) -> bool {
        let list = self.get(list);
        let part = |other: &u32| {
            let (one, other) = (&self.words[id as usize], &self.words[*other as usize]);
            within(one, other) || within(other, one)
        };
        list.holds(id) || self.feature(id).kind == FeatureKind::Name && list.names.iter().any(part)
    }
}

/// Names say more than words, and concepts more than the words that stand for them.
fn importance(kind: FeatureKind) -> f64 {
    match kind {
        FeatureKind::Name | FeatureKind::Acronym => 1.3,
        FeatureKind::Entity => 1.1,
        FeatureKind::Concept | FeatureKind::Noun => 1.0,
        FeatureKind::Word => 0.7,
    }
}

fn words<'r>(name: &'r str, known: &mut BTreeMap<&'r str, u32>) -> Box<[u32]> {
    let mut number = |word| {
        let next = u32::try_from(known.len()).unwrap_or(u32::MAX);
        *known.entry(word).or_insert(next)
    };
    name.split(' ').map(&mut number).collect()
}

fn within(short: &[u32], long: &[u32]) -> bool {
    short.iter().all(|word| long.contains(word))
}
