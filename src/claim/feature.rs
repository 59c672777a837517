//! What the words around a value say, in a form that two languages can share.

use std::sync::Arc;

/// A word, name or concept near a value.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Feature {
    /// What it is.
    pub kind: FeatureKind,
    /// Concept id, entity id, or the folded words themselves. Shared: a run holds the same words many times.
    pub name: Arc<str>,
}

/// What a feature is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum FeatureKind {
    /// An entity of the packs: "country/KR".
    Entity,
    /// A short form in capitals: "itpp".
    Acronym,
    /// A name in capitalised words: "fumio kishida".
    Name,
    /// A concept of the packs: what happens or is dated.
    Concept,
    /// A noun concept.
    Noun,
    /// One word, or two in a row where a language writes its words in syllables.
    Word,
}

impl Feature {
    pub(crate) fn new(kind: FeatureKind, name: impl Into<Arc<str>>) -> Self {
        Self {
            kind,
            name: name.into(),
        }
    }

    /// Whether it names somebody or something.
    pub fn is_name(&self) -> bool {
        matches!(
            self.kind,
            FeatureKind::Entity | FeatureKind::Acronym | FeatureKind::Name
        )
    }

    /// Whether it may name a place: an entity that is one, or any name that no pack knows.
    pub(super) fn may_be_place(&self) -> bool {
        match self.kind {
            FeatureKind::Name => true,
            FeatureKind::Entity => ["country", "city", "region"]
                .iter()
                .any(|kind| self.name.starts_with(kind)),
            _ => false,
        }
    }

    /// Whether texts of different languages can share it.
    pub fn crosses_languages(&self) -> bool {
        !matches!(self.kind, FeatureKind::Word)
    }
}

/// The features of all `lists`, sorted, and how many lists hold each.
pub(super) fn counted(lists: &[Vec<Feature>]) -> Vec<(Feature, u32)> {
    let mut all: Vec<&Feature> = lists.iter().flatten().collect();
    all.sort_unstable();
    let same = all.chunk_by(|a, b| a == b);
    same.map(|same| {
        (
            same[0].clone(),
            u32::try_from(same.len()).unwrap_or(u32::MAX),
        )
    })
    .collect()
}

/// The places in `known` of the features of a sorted list.
pub(super) fn numbers<'f>(
    known: &[(Feature, u32)],
    list: impl IntoIterator<Item = &'f Feature>,
) -> impl Iterator<Item = u32> {
    let place = |feature: &Feature| known.binary_search_by(|(other, _)| other.cmp(feature)).ok();
    let places = list.into_iter().filter_map(place);
    places.filter_map(|place| u32::try_from(place).ok())
}
