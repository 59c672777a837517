//! Tables with words as keys: quick to ask, and never walked in their own order.

use std::collections::HashMap;
use std::hash::BuildHasherDefault;

use rapidhash::fast::RapidHasher;

use super::lexicon::WordId;
use crate::text::{SHORT, number_of, place_of};

/// A hash map whose hash takes a few instructions. Its keys come from rule files and articles, but it holds rule files'
/// alone, so nobody can make it slow.
pub(crate) type Table<K, V> = HashMap<K, V, BuildHasherDefault<RapidHasher<'static>>>;

/// A table with words as keys. Short words, as most are, are compared as one number.
#[derive(Debug)]
pub(crate) struct Words<V> {
    /// The short words with their values, in the order they came.
    short: Vec<(u128, V)>,
    /// For each place that the number of a word may have, one more than the place of a word in `short`; the words that share
    /// a place stand in the next ones. At most half of them are taken.
    places: Vec<u32>,
    long: Table<String, V>,
}

impl<V> Default for Words<V> {
    fn default() -> Self {
        Self {
            short: Vec::new(),
            places: Vec::new(),
            long: Table::default(),
        }
    }
}

impl<V> Words<V> {
    #[inline]
    pub(crate) fn get(&self, word: &str) -> Option<&V> {
        match number_of(word.as_bytes()) {
            Some(number) => self.short_word(number).map(|at| &self.short[at].1),
            None => self.long.get(word),
        }
    }

    /// Where the word of that number stands in `short`.
    #[inline]
    fn short_word(&self, number: u128) -> Option<usize> {
        if self.places.is_empty() {
            return None;
        }
        let mut place = place_of(number, self.places.len().trailing_zeros());
        loop {
            let at = (self.places[place] as usize).checked_sub(1)?;
            if self.short[at].0 == number {
                return Some(at);
            }
            place = (place + 1) & (self.places.len() - 1);
        }
    }

    /// The value of `word`, which is `new` where it had none.
    pub(crate) fn get_or_insert(&mut self, word: &str, new: V) -> &mut V {
        let Some(number) = number_of(word.as_bytes()) else {
            return self.long.entry(word.to_owned()).or_insert(new);
        };
        let at = match self.short_word(number) {
            Some(at) => at,
            None => {
                self.short.push((number, new));
                if self.short.len() * 2 > self.places.len() {
                    self.places = vec![0; (self.places.len() * 2).max(FEWEST)];
                    (0..self.short.len()).for_each(|at| self.take_place(at));
                } else {
                    self.take_place(self.short.len() - 1);
                }
                self.short.len() - 1
            }
        };
        &mut self.short[at].1
    }

    /// Notes where the word stands that is at `at` of `short`.
    fn take_place(&mut self, at: usize) {
        let bits = self.places.len().trailing_zeros();
        let mut place = place_of(self.short[at].0, bits);
        while self.places[place] != 0 {
            place = (place + 1) & (self.places.len() - 1);
        }
        self.places[place] = u32::try_from(at + 1).unwrap_or(u32::MAX);
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

impl<V> FromIterator<(String, V)> for Words<V> {
    fn from_iter<I: IntoIterator<Item = (String, V)>>(words: I) -> Self {
        let mut table = Self::default();
        for (word, value) in words {
            table.get_or_insert(&word, value);
        }
        table
    }
}

/// Values by the numbers of words; where there are many, a word is looked up without a hash.
#[derive(Debug)]
pub(crate) struct ByWord<V> {
    values: Vec<V>,
    /// Where the value of a word stands in `values`.
    numbers: Table<WordId, usize>,
    /// The same for each word by its number, one more each, once there are many.
    places: Vec<u32>,
}

/// Values that are many.
const MANY: usize = 64;

impl<V> Default for ByWord<V> {
    fn default() -> Self {
        Self {
            values: Vec::new(),
            numbers: Table::default(),
            places: Vec::new(),
        }
    }
}

impl<V: Default> ByWord<V> {
    #[inline]
    pub(crate) fn get(&self, word: WordId) -> Option<&V> {
        if self.places.is_empty() {
            return self.numbers.get(&word).map(|at| &self.values[*at]);
        }
        let place = *self.places.get(word.0 as usize)? as usize;
        self.values.get(place.checked_sub(1)?)
    }

    /// The value of `word`, which is empty where it had none.
    pub(crate) fn of(&mut self, word: WordId) -> &mut V {
        let new = self.values.len();
        let at = *self.numbers.entry(word).or_insert(new);
        if at == new {
            self.values.push(V::default());
            if self.values.len() == MANY {
                let all: Vec<(WordId, usize)> =
                    self.numbers.iter().map(|(w, at)| (*w, *at)).collect();
                all.into_iter()
                    .for_each(|(word, at)| self.take_place(word, at));
            } else if self.values.len() > MANY {
                self.take_place(word, at);
            }
        }
        &mut self.values[at]
    }

    fn take_place(&mut self, word: WordId, at: usize) {
        let number = word.0 as usize;
        if self.places.len() <= number {
            self.places.resize(number + 1, 0);
        }
        self.places[number] = u32::try_from(at + 1).unwrap_or(u32::MAX);
    }

    /// In no order.
    pub(crate) fn values(&self) -> impl Iterator<Item = &V> {
        self.values.iter()
    }
}

/// Fewest places of a table that holds a word.
const FEWEST: usize = 16;

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

#[inline]
fn place(word: WordId) -> (usize, u64) {
    (word.0 as usize / 64, 1 << (word.0 % 64))
}
