//! Exact and near-duplicate passages, within and across sources, and how their words align.
//!
//! It knows no language and no rule pack: a word is a run of letters and digits, likeness is counted in word trigrams.

mod align;
mod candidates;
mod clique;
mod corpus;
mod group;
mod reported;
mod series;
mod shingle;
mod verify;
mod words;

use crate::source::Source;
use crate::text::Span;

/// Finds the duplicates among `sources`.
///
/// 1. Cut every source into words, sentences and blocks; equal word sequences become one text.
/// 2. Collect pairs of sentences that may be alike, without trying all pairs.
/// 3. Count the shared trigrams of these, and of the blocks they stand in.
/// 4. Set figure-only pairs of a bulletin series apart, and the sources that are issues of one.
/// 5. Merge what is left into groups, largest passages first, and align word by word.
///
/// The result does not depend on threads; another order of sources gives the same sets of passages.
pub fn find(sources: &[Source]) -> Duplicates {
    found(corpus::Corpus::new(sources))
}

/// The same, of whose alignments only the words at `places` are told: raw spans of each source, ascending. All words of
/// copied passages take more memory than everything else that is known of them.
pub(crate) fn find_at(sources: &[Source], places: Vec<Vec<Span>>) -> Duplicates {
    let mut corpus = corpus::Corpus::new(sources);
    corpus.places = Some(places);
    found(corpus)
}

fn found(corpus: corpus::Corpus) -> Duplicates {
    let candidates = candidates::pairs(&corpus);
    let mut sentences = verify::sentences(&corpus, &candidates);
    let mut blocks = verify::blocks(&corpus, &sentences);
    series::mark(&corpus, &mut sentences, &mut blocks);
    Duplicates {
        groups: group::groups(&corpus, &sentences, &blocks),
        alignments: align::alignments(&corpus, &sentences, &blocks),
    }
}

/// What was found in a run.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Duplicates {
    /// For the reader: the largest passages only, sorted by their first passage.
    pub groups: Vec<Duplicate>,
    /// For grouping claims: pairs of similar sentences (and of blocks whose sentences are cut differently), sorted.
    ///
    /// Of many equal sentences each is aligned with the first, not with all; of many similar ones the first of each text.
    pub alignments: Vec<Alignment>,
}

impl Duplicates {
    /// Leaves of the alignments the passages alone.
    pub(crate) fn forget_words(&mut self) {
        for alignment in &mut self.alignments {
            alignment.words = Vec::new();
        }
    }
}

/// Passages that are the same text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Duplicate {
    /// Exactly or nearly.
    pub class: Class,
    /// Of the two least alike passages: shared share of word trigrams, in thousandths; 1000 for the same text only.
    pub similarity: u16,
    /// Two or more; none overlaps another.
    ///
    /// Exact ones stand in the order of the sources. Near ones begin with the most complete passage, then come those
    /// with other words, then the copies of the first, each in the order of the sources.
    pub passages: Vec<Passage>,
    /// For near duplicates: the words in which the second passage differs from the first.
    pub changes: Vec<Change>,
}

/// How alike.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Class {
    /// The same text after normalisation.
    Exact,
    /// Some words differ.
    Near,
}

/// A stretch of one source.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Passage {
    /// Index of the source.
    pub source: usize,
    /// Raw bytes, never cut inside a word.
    pub span: Span,
}

/// Words of the first passage and what stands for them in the second; either may be empty.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Change {
    /// Raw bytes in the first passage.
    pub left: Span,
    /// Raw bytes in the second passage.
    pub right: Span,
}

/// Two passages that are the same text, word by word.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Alignment {
    /// One.
    pub left: Passage,
    /// The other; later in the order of sources and bytes.
    pub right: Passage,
    /// Shared share of word trigrams, in thousandths.
    pub similarity: u16,
    /// Whether the two are issues of a bulletin series: same prose, new figures. Such figures do not speak of one fact.
    pub series: bool,
    /// Pairs of raw spans that stand for each other: equal words, and replaced runs of words.
    pub words: Vec<(Span, Span)>,
}

#[cfg(test)]
mod tests;
