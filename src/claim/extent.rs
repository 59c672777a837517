//! The features around a value, by how near they stand.

use std::sync::Arc;

use super::Feature;

/// Features near a value; each list is sorted and without repetition. Claims of one sentence, and of one article, share
/// their lists.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Extent {
    /// In its clause.
    pub clause: Vec<Feature>,
    /// In its sentence.
    pub sentence: Arc<[Feature]>,
    /// In the sentence before it in the same passage.
    pub around: Arc<[Feature]>,
    /// In the headline of its article; empty for what stands in the headline itself.
    pub headline: Arc<[Feature]>,
    /// Predicate concepts, the nearest first.
    pub predicates: Vec<String>,
    /// Event concepts, the nearest first.
    pub events: Vec<String>,
}
