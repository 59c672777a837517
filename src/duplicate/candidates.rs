//! Which sentences may be alike, without trying all pairs.

use rayon::prelude::*;

use super::corpus::Corpus;
use super::shingle::{mix, runs};
use super::verify::{LONGEST, SHORTEST};

/// Texts in a bucket up to which all pairs are tried; beyond, each only with the next two.
const CROWD: usize = 12;
/// Prints of one sentence up to which what stands beside each is held against what stands beside the others.
const COPIES: usize = 6;
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
    pairs.extend(beside_copies(corpus));
    pairs.par_sort_unstable();
    pairs.dedup();
    pairs
        .into_iter()
        .map(|pair| ((pair >> 32) as u32, pair as u32))
        .collect()
}

/// Sentences of one prose that stand beside the same sentence: in a formula of very many figures the copy of a copied article.
fn beside_copies(corpus: &Corpus) -> Vec<u64> {
    let units = &corpus.units;
    let sentences: Vec<usize> = (0..units.len())
        .filter(|unit| units[*unit].is_sentence())
        .collect();
    let place = |unit: u32| sentences.binary_search(&(unit as usize)).ok();
    // The text that stands so many sentences on in the same source.
    let beside = |at: usize, next: bool| {
        let other = if next {
            at.checked_add(1)
        } else {
            at.checked_sub(1)
        };
        let unit = &units[*sentences.get(other?)?];
        (unit.passage.source == units[sentences[at]].passage.source).then_some(unit.text)
    };
    let alike = |a: u32, b: u32| {
        let (one, other) = (&corpus.texts[a as usize], &corpus.texts[b as usize]);
        a != b && one.masked == other.masked && (SHORTEST..=LONGEST).contains(&one.len())
    };
    let copied = corpus
        .texts
        .par_iter()
        .filter(|text| text.len() >= SHORTEST);
    copied
        .flat_map_iter(|text| {
            let printed: Vec<usize> = text.units.iter().filter_map(|unit| place(*unit)).collect();
            let few = if printed.len() <= COPIES {
                printed
            } else {
                Vec::new()
            };
            let pairs = few
                .iter()
                .enumerate()
                .flat_map(|(at, &a)| few[at + 1..].iter().map(move |&b| (a, b)));
            let found = pairs.flat_map(|(a, b)| {
                [false, true].map(|next| Some((beside(a, next)?, beside(b, next)?)))
            });
            let found = found.flatten().filter(|(a, b)| alike(*a, *b));
            found
                .map(|(a, b)| (u64::from(a.min(b)) << 32) | u64::from(a.max(b)))
                .collect::<Vec<_>>()
        })
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
