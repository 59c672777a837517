//! Tables with words as keys: quick to ask, and never walked in their own order.

use std::collections::HashMap;
use std::hash::BuildHasherDefault;

use rapidhash::fast::RapidHasher;

use super::lexicon::WordId;

/// A hash map whose hash takes a few instructions. Its keys come from rule files and articles, but it holds rule files'
/// alone, so nobody can make it slow.
pub(crate) type Table<K, V> = HashMap<K, V, BuildHasherDefault<RapidHasher<'static>>>;

/// A set of words, one bit each.
#[derive(Debug, Clone, Default)]
pub(crate) struct WordSet {
    bits: Vec<u64>,
}

impl WordSet {
    pub(crate) fn insert(&mut self, word: WordId) {
        let (at, bit) = place(word);
        if self.bits.len() <= at {
            self.bits.resize(at + 1, 0);
        }
        self.bits[at] |= bit;
    }

    #[inline]
    pub(crate) fn contains(&self, word: WordId) -> bool {
        let (at, bit) = place(word);
        self.bits.get(at).is_some_and(|bits| bits & bit != 0)
    }

    /// A number that no word of the set reaches.
    pub(crate) fn bound(&self) -> usize {
        self.bits.len() * 64
    }

    pub(crate) fn extend(&mut self, other: &Self) {
        if self.bits.len() < other.bits.len() {
            self.bits.resize(other.bits.len(), 0);
        }
        for (bits, more) in self.bits.iter_mut().zip(&other.bits) {
            *bits |= more;
        }
    }
}

fn place(word: WordId) -> (usize, u64) {
    (word.0 as usize / 64, 1 << (word.0 % 64))
}
