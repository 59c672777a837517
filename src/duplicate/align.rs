//! Word-by-word alignment of similar passages.

use std::collections::BTreeSet;

use rayon::prelude::*;
use similar::DiffOp;

use super::corpus::{Corpus, Unit};
use super::verify::Pair;
use super::words::Word;
use super::{Alignment, Change};
use crate::text::Span;

/// Fewest words of equal sentences that are worth an alignment.
const SHORTEST: usize = 4;
/// Occurrences of a text up to which each is aligned with more than the first of its copies, and with the first of a
/// similar text; beyond, the copies say it through the first.
const OCCURRENCES: usize = 4;

/// Every pair of similar sentences, word by word, and the blocks whose sentences are cut differently; sorted.
pub(super) fn alignments(corpus: &Corpus, sentences: &[Pair], blocks: &[Pair]) -> Vec<Alignment> {
    let copies: Vec<(u32, u32)> = sentences
        .iter()
        .filter(|pair| pair.is_copy())
        .map(|p| (p.left, p.right))
        .collect();
    let copies = BTreeSet::from_iter(copies);
    let blocks = blocks
        .iter()
        .filter(|pair| !same_cut(corpus, &copies, pair.left, pair.right));

    let equal = (0..corpus.texts.len())
        .into_par_iter()
        .flat_map_iter(|text| equal(corpus, text as u32));
    let alike = sentences
        .par_iter()
        .filter(|pair| pair.is_copy())
        .flat_map_iter(|pair| {
            similar(
                corpus,
                pair,
                corpus.sentences_of(pair.left).collect(),
                corpus.sentences_of(pair.right).collect(),
            )
        });
    let mut found: Vec<Alignment> = equal.chain(alike).collect();
    found.extend(blocks.flat_map(|pair| {
        let whole = |text| {
            corpus
                .units_of(text)
                .filter(|unit| unit.is_block())
                .collect()
        };
        similar(corpus, pair, whole(pair.left), whole(pair.right))
    }));
    found.par_sort_by(|a, b| (a.left, a.right).cmp(&(b.left, b.right)));
    found.dedup_by(|a, b| (a.left, a.right) == (b.left, b.right));
    found
}

/// The units of one text: each with the first, and while they are few with the next.
fn equal(corpus: &Corpus, text: u32) -> Vec<Alignment> {
    if corpus.words(text).len() < SHORTEST {
        return Vec::new();
    }
    let mut found = star(corpus, corpus.sentences_of(text).collect());
    let cut = |unit: &Unit| corpus.sentences_in(unit).collect::<Vec<_>>();
    let blocks: Vec<&Unit> = corpus
        .units_of(text)
        .filter(|unit| unit.is_block())
        .collect();
    if blocks.windows(2).any(|pair| cut(pair[0]) != cut(pair[1])) {
        found.extend(star(corpus, blocks));
    }
    found
}

fn star(corpus: &Corpus, units: Vec<&Unit>) -> Vec<Alignment> {
    let mut found = Vec::new();
    for (at, unit) in units.iter().enumerate().skip(1) {
        if unit.furniture && units[0].furniture {
            continue;
        }
        let all = [DiffOp::Equal {
            old_index: 0,
            new_index: 0,
            len: unit.words.len(),
        }];
        found.push(alignment(corpus, (units[0], unit), &all, 1000, false));
        if at > 1 && units.len() <= OCCURRENCES {
            found.push(alignment(corpus, (units[at - 1], unit), &all, 1000, false));
        }
    }
    found
}

/// The occurrences of two similar texts: the first of both, and while they are few each of one with the first of the other.
fn similar(corpus: &Corpus, pair: &Pair, left: Vec<&Unit>, right: Vec<&Unit>) -> Vec<Alignment> {
    let few = left.len().max(right.len()) <= OCCURRENCES;
    let reach = if few { OCCURRENCES } else { 1 };
    let mut found = Vec::new();
    for (i, a) in left.iter().enumerate().take(reach) {
        for b in right.iter().take(if i == 0 { reach } else { 1 }) {
            if !(a.furniture && b.furniture) {
                found.push(alignment(
                    corpus,
                    (a, b),
                    &pair.changes,
                    pair.similarity,
                    pair.series,
                ));
            }
        }
    }
    found
}

fn alignment(
    corpus: &Corpus,
    (left, right): (&Unit, &Unit),
    ops: &[DiffOp],
    similarity: u16,
    series: bool,
) -> Alignment {
    let mut words = pairs(corpus.slice(&left.words), corpus.slice(&right.words), ops);
    let (mut left, mut right) = (left.passage, right.passage);
    if right < left {
        std::mem::swap(&mut left, &mut right);
        for pair in &mut words {
            *pair = (pair.1, pair.0);
        }
    }
    if corpus.places.is_some() {
        words.retain(|(at, _)| corpus.is_asked_for(left, *at));
        words.shrink_to_fit();
    }
    Alignment {
        left,
        right,
        similarity,
        series,
        words,
    }
}

/// Whether the sentences of two block texts are equal or similar one by one, so that aligning them says it all.
fn same_cut(corpus: &Corpus, copies: &BTreeSet<(u32, u32)>, left: u32, right: u32) -> bool {
    let cut = |text: u32| {
        let block = corpus.units_of(text).find(|unit| unit.is_block());
        block
            .map(|block| corpus.sentences_in(block).collect::<Vec<_>>())
            .unwrap_or_default()
    };
    let (left, right) = (cut(left), cut(right));
    left.len() == right.len()
        && left
            .iter()
            .zip(&right)
            .all(|(&a, &b)| a == b || copies.contains(&(a.min(b), a.max(b))))
}

/// Equal words one by one; replaced runs one by one where they are equally long, else as a whole.
fn pairs(left: &[Word], right: &[Word], ops: &[DiffOp]) -> Vec<(Span, Span)> {
    let mut found = Vec::with_capacity(left.len().max(right.len()));
    for op in ops {
        let (a, b) = (&left[op.old_range()], &right[op.new_range()]);
        if a.len() == b.len() {
            found.extend(a.iter().zip(b).map(|(a, b)| (a.span(), b.span())));
        } else if let (Some(a), Some(b)) = (run(a), run(b)) {
            found.push((a, b));
        }
    }
    found
}

/// The words that differ, where `ops` make `right` out of `left`.
pub(super) fn changed(left: &[Word], right: &[Word], ops: &[DiffOp]) -> Vec<Change> {
    let place = |words: &[Word], range: std::ops::Range<usize>| {
        run(&words[range.clone()]).unwrap_or_else(|| {
            // Nothing stands here: the place is right after the word before.
            let before = range.start.checked_sub(1).and_then(|at| words.get(at));
            let at = before
                .map(|word| word.span().end)
                .or(words.first().map(|word| word.span().start))
                .unwrap_or(0);
            Span::new(at, at)
        })
    };
    ops.iter()
        .filter(|op| !matches!(op, DiffOp::Equal { .. }))
        .map(|op| Change {
            left: place(left, op.old_range()),
            right: place(right, op.new_range()),
        })
        .collect()
}

fn run(words: &[Word]) -> Option<Span> {
    Some(words.first()?.span().join(words.last()?.span()))
}
