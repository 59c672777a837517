//! Tables with words as keys: quick to ask, and never walked in their own order.

use std::collections::HashMap;
use std::hash::BuildHasherDefault;

use rapidhash::fast::RapidHasher;

use super::lexicon::WordId;

/// A hash map whose hash takes a few instructions. Its keys come from rule files and articles, but it holds rule files'
/// alone, so nobody can make it slow.
pub(crate) type Table<K, V> = HashMap<K, V, BuildHasherDefault<RapidHasher<'static>>>;

/// A table with words as keys. Short words, as most are, are compared as one number.
#[derive(Debug)]
pub(crate) struct Words<V> {
    short: Table<u128, V>,
    long: Table<String, V>,
}

impl<V> Default for Words<V> {
    fn default() -> Self {
        Self {
            short: Table::default(),
            long: Table::default(),
        }
    }
}

impl<V> Words<V> {
    #[inline]
    pub(crate) fn get(&self, word: &str) -> Option<&V> {
        match number_of(word) {
            Some(number) => self.short.get(&number),
            None => self.long.get(word),
        }
    }

    /// The value of `word`, which is `new` where it had none.
    pub(crate) fn get_or_insert(&mut self, word: &str, new: V) -> &mut V {
        match number_of(word) {
            Some(number) => self.short.entry(number).or_insert(new),
            None => self.long.entry(word.to_owned()).or_insert(new),
        }
    }

    pub(crate) fn len(&self) -> usize {
        self.short.len() + self.long.len()
    }

    /// The values of the words that fit, in no order.
    pub(crate) fn like(&self, fits: impl Fn(&[u8]) -> bool) -> impl Iterator<Item = &V> {
        let short = self.short.iter().filter({
            let fits = &fits;
            move |(number, _)| {
                let bytes = number.to_le_bytes();
                let length = usize::from(bytes[SHORT]).min(SHORT);
                fits(&bytes[..length])
            }
        });
        let short: Vec<&V> = short.map(|(_, value)| value).collect();
        let long = self
            .long
            .iter()
            .filter(move |(word, _)| fits(word.as_bytes()));
        short.into_iter().chain(long.map(|(_, value)| value))
    }
}

/// Bytes of the longest word that is a number.
const SHORT: usize = 15;

/// The bytes of a short word and their count as one number.
#[inline]
fn number_of(word: &str) -> Option<u128> {
    if word.len() > SHORT {
        return None;
    }
    let mut bytes = [0; SHORT + 1];
    bytes[..word.len()].copy_from_slice(word.as_bytes());
    bytes[SHORT] = word.len() as u8;
    Some(u128::from_le_bytes(bytes))
}

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
