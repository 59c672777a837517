//! Exact and near-duplicate passages, within and across sources, and how their words align.

use crate::source::Source;
use crate::text::Span;

/// Passages that are the same text.
#[derive(Debug, Clone, PartialEq)]
pub struct Duplicate {
    /// Exactly or nearly.
    pub class: Class,
    /// Of the two least alike passages: shared share of word trigrams, in thousandths (1000 for the same text).
    pub similarity: u16,
    /// Two or more, in the order of the sources; none overlaps another.
    pub passages: Vec<Passage>,
    /// The words that differ, for near duplicates of two passages.
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
#[derive(Debug, Clone, PartialEq)]
pub struct Alignment {
    /// One.
    pub left: Passage,
    /// The other; later in the order of sources and bytes.
    pub right: Passage,
    /// Shared share of word trigrams, in thousandths.
    pub similarity: u16,
    /// Pairs of raw spans that stand for each other: equal words, and replaced runs of words.
    pub words: Vec<(Span, Span)>,
}

/// What was found in a run.
#[derive(Debug, Clone, Default)]
pub struct Duplicates {
    /// For the reader: the largest passages only, sorted by their first passage.
    pub groups: Vec<Duplicate>,
    /// For grouping claims: every pair of similar sentences or paragraphs that was verified, sorted.
    pub alignments: Vec<Alignment>,
}

/// Finds the duplicates among `sources`.
pub fn find(_sources: &[Source]) -> Duplicates {
    Duplicates::default()
}
