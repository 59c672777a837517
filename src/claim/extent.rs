//! The features around a value, by how near they stand.

use std::sync::Arc;

/// Features near a value, by their numbers in the [`features`](super::SourceClaims::features) of the article; each list
/// is ascending and without repetition. Claims of one sentence, and of one article, share their lists.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Extent {
    /// In its clause, names alone.
    pub clause: Box<[u32]>,
    /// In its sentence.
    pub sentence: Arc<[u32]>,
    /// In the sentence before it in the same passage.
    pub around: Arc<[u32]>,
    /// In the headline of its article; empty for what stands in the headline itself.
    pub headline: Arc<[u32]>,
    /// Predicate concepts, the nearest first.
    pub predicates: Vec<String>,
    /// Event concepts, the nearest first.
    pub events: Vec<String>,
}

/// Whether a noun of these tokens stands near enough to a value of those to make one phrase with it.
pub(super) fn near(noun_start: usize, noun_end: usize, start: usize, end: usize) -> bool {
    noun_start <= end + 1 && start <= noun_end + 3
}
