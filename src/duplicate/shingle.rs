//! Runs of words as hashes, and how many two passages share.

use super::words::Word;

/// Words in a row that likeness is counted in.
const LIKENESS: usize = 3;
/// Words in a row that candidates share. Two passages with half of their trigrams in common share a run this long.
const CANDIDATE: usize = 4;

/// The distinct trigrams of `words` as sorted hashes.
pub(super) fn trigrams(words: &[Word]) -> Vec<u64> {
    set(words, LIKENESS, |word| word.id)
}

/// The distinct runs of four words, all numbers alike, as sorted hashes: a copy with another figure keeps them.
pub(super) fn runs(words: &[Word]) -> Vec<u64> {
    set(words, CANDIDATE, Word::masked)
}

/// One hash for the whole sequence.
pub(super) fn sequence(words: &[Word], id: impl Fn(Word) -> u64) -> u64 {
    words
        .iter()
        .fold(words.len() as u64, |hash, &word| mix(hash, id(word)))
}

fn set(words: &[Word], length: usize, id: impl Fn(Word) -> u64 + Copy) -> Vec<u64> {
    let mut hashes: Vec<u64> = words
        .windows(length)
        .map(|window| sequence(window, id))
        .collect();
    hashes.sort_unstable();
    hashes.dedup();
    hashes
}

/// How many hashes two sorted sets have in common; `None` as soon as it is clear that fewer than `least`.
pub(super) fn shared(left: &[u64], right: &[u64], least: usize) -> Option<usize> {
    let (mut i, mut j, mut count) = (0, 0, 0);
    while i < left.len() && j < right.len() {
        if count + (left.len() - i).min(right.len() - j) < least {
            return None;
        }
        let (a, b) = (left[i], right[j]);
        count += usize::from(a == b);
        i += usize::from(a <= b);
        j += usize::from(b <= a);
    }
    (count >= least).then_some(count)
}

/// The folded multiplication of rapidhash, with its first two constants: frozen, so results never change with a library.
pub(super) fn mix(a: u64, b: u64) -> u64 {
    let product = u128::from(a ^ 0x2d35_8dcc_aa6c_78a5) * u128::from(b ^ 0x8bb8_4b93_962e_acc9);
    (product as u64) ^ ((product >> 64) as u64)
}
