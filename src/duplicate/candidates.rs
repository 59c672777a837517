//! Which sentences may be alike, without trying all pairs.

use rayon::prelude::*;

use super::corpus::Corpus;
use super::shingle::{mix, runs};
use super::verify::{LONGEST, SHORTEST};

/// Texts in a bucket up to which all pairs are tried; beyond, each only with the next two.
const CROWD: usize = 12;
/// Rare runs that a pair must share.
const RUNS: usize = 2;
/// Bands of MinHash, of two hashes each: half-alike sets meet with a chance of 90 %, sets alike to 0.7 with 99.5 %.
const BANDS: u64 = 8;

/// Pairs of sentence texts that may be alike, `(left, right)` with `left < right`, sorted.
///
/// An inverted index over runs of four words finds also what is contained in longer text; MinHash bands find the
/// copies of phrases that are too common for the index. Both look at numbers as one word.
pub(super) fn pairs(corpus: &Corpus) -> Vec<(u32, u32)> {
    let entries: Vec<(u32, Box<[u64]>)> = corpus
        .texts
        .par_iter()
        .enumerate()
        .map(|(at, text)| (at as u32, text))
        .filter(|&(at, text)| (SHORTEST..=LONGEST).contains(&text.len()) && is_sentence(corpus, at))
        .map(|(at, _)| (at, runs(corpus.words(at)).into_boxed_slice()))
        .collect();
    let index = entries
        .par_iter()
        .flat_map_iter(|(text, runs)| runs.iter().map(|&run| (run, *text)))
        .collect();
    // Each list is large, and gone before the next is made.
    let mut pairs = in_buckets(index);
    pairs = pairs
        .chunk_by(|a, b| a == b)
        .filter(|same| same.len() >= RUNS)
        .map(|same| same[0])
        .collect();
    let bands = entries
        .par_iter()
        .flat_map_iter(|(text, runs)| bands(runs).map(|band| (band, *text)))
        .collect();
    drop(entries);
    pairs.extend(in_buckets(bands));
    pairs.par_sort_unstable();
    pairs.dedup();
    pairs
        .into_iter()
        .map(|pair| ((pair >> 32) as u32, pair as u32))
        .collect()
}

/// Whether a text is printed as a sentence somewhere, not only as a block.
fn is_sentence(corpus: &Corpus, text: u32) -> bool {
    corpus.sentences_of(text).next().is_some()
}

/// One key per band: the least of the runs under two permutations.
fn bands(runs: &[u64]) -> impl Iterator<Item = u64> {
    let least = |seed: u64| runs.iter().map(|&run| mix(run, seed)).min().unwrap_or(0);
    (0..BANDS).map(move |band| mix(mix(least(2 * band), least(2 * band + 1)), band))
}

/// Pairs that meet in a bucket, as `left << 32 | right`, sorted, once for each bucket they share.
fn in_buckets(mut entries: Vec<(u64, u32)>) -> Vec<u64> {
    entries.par_sort_unstable();
    let mut pairs = Vec::new();
    for bucket in entries.chunk_by(|a, b| a.0 == b.0) {
        let reach = if bucket.len() <= CROWD { CROWD } else { 2 };
        for (at, &(_, left)) in bucket.iter().enumerate() {
            let others = bucket[at + 1..].iter().take(reach);
            pairs.extend(others.map(|&(_, right)| u64::from(left) << 32 | u64::from(right)));
        }
    }
    pairs.par_sort_unstable();
    pairs
}
