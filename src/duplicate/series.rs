//! Bulletins: the same prose with new figures is no copy.

use std::collections::BTreeMap;

use rayon::prelude::*;
use similar::DiffOp;

use super::corpus::{Corpus, Unit};
use super::verify::Pair;
use super::words::Word;

/// Fewest figures that make a series.
const FIGURES: usize = 3;
/// Texts that differ in figures alone: from this many on, the prose is a formula and not a copy.
const FORMULA: usize = 9;
/// Tenths of the longer article whose prose the other must have for both to be issues of one series as a whole.
const WHOLE: usize = 6;
/// Occurrences of a text that are looked at for the sources of a pair.
const OCCURRENCES: usize = 2;

/// Marks the pairs that are issues of one bulletin series: same prose, nearly all figures new.
///
/// A sentence may hold a single figure, so the figures of all similar sentences of the two sources count together.
/// A copy with one figure changed is no series: its other figures stay.
pub(super) fn mark(corpus: &Corpus, sentences: &mut [Pair], blocks: &mut [Pair]) {
    let by_sources = by_sources(corpus, sentences);
    let formulas = formulas(corpus);
    let judge = |pair: &mut Pair| {
        if !pair.near && !pair.prose {
            return;
        }
        let figures = Figures::of(
            corpus.words(pair.left),
            corpus.words(pair.right),
            &pair.changes,
        );
        pair.series = figures.alone
            && (figures.are_new()
                || is_formula(corpus, &formulas, pair)
                || source_pairs(corpus, pair)
                    .all(|key| by_sources.get(&key).is_some_and(Figures::are_new)));
    };
    sentences.par_iter_mut().for_each(judge);
    blocks.par_iter_mut().for_each(judge);
}

/// Which sources are issues of one bulletin series as a whole: their prose is the same, and nearly all figures in it are
/// new. What they share word by word is that prose and no copy.
pub(super) struct Series<'a> {
    corpus: &'a Corpus,
    /// The sentences of every source, by their prose.
    sources: BTreeMap<usize, Vec<Sentence>>,
}

/// A sentence as prose, and the text that it is.
type Sentence = (u64, u32);

impl<'a> Series<'a> {
    pub fn new(corpus: &'a Corpus) -> Self {
        let of_prose = |texts: Vec<u32>| {
            let prose = |text: u32| (corpus.texts[text as usize].masked, text);
            let mut sentences: Vec<Sentence> = texts.into_iter().map(prose).collect();
            sentences.sort_unstable();
            sentences.dedup_by_key(|&mut (prose, _)| prose);
            sentences
        };
        let texts = texts_of_sources(corpus).into_iter();
        let sources = texts
            .map(|(source, texts)| (source, of_prose(texts)))
            .collect();
        Self { corpus, sources }
    }

    /// Parts `items` so that no two of one part are issues of one series, those of a part in their order; `source` tells
    /// the source of an item.
    pub fn apart<T>(&self, items: Vec<T>, source: impl Fn(&T) -> usize) -> Vec<Vec<T>> {
        let mut parts = Vec::<Vec<T>>::new();
        for item in items {
            let fits = |part: &&mut Vec<T>| {
                let mut others = part.iter().map(&source);
                others.all(|other| !self.are_issues(other, source(&item)))
            };
            match parts.iter_mut().find(fits) {
                Some(part) => part.push(item),
                None => parts.push(vec![item]),
            }
        }
        parts
    }

    fn are_issues(&self, a: usize, b: usize) -> bool {
        let (Some(a), Some(b)) = (self.sources.get(&a), self.sources.get(&b)) else {
            return false;
        };
        let words = |sentences: &[Sentence]| {
            let lengths = sentences
                .iter()
                .map(|&(_, text)| self.corpus.words(text).len());
            lengths.sum::<usize>()
        };
        let (mut shared, mut figures) = (0, Figures::default());
        for &(prose, left) in a {
            let Ok(at) = b.binary_search_by_key(&prose, |&(prose, _)| prose) else {
                continue;
            };
            let (left, right) = (self.corpus.words(left), self.corpus.words(b[at].1));
            shared += left.len();
            figures.all += left.iter().filter(|word| word.is_number()).count();
            figures.new += left.iter().zip(right).filter(|(a, b)| a.id != b.id).count();
        }
        shared * 10 >= words(a).max(words(b)) * WHOLE && figures.are_new()
    }
}

/// The figures of two similar passages.
#[derive(Default)]
struct Figures {
    /// How many there are, on the side that has more.
    all: usize,
    /// How many of them differ.
    new: usize,
    /// Whether the words that differ are nearly all figures.
    alone: bool,
}

impl Figures {
    fn of(left: &[Word], right: &[Word], changes: &[DiffOp]) -> Self {
        let count = |words: &[Word]| words.iter().filter(|word| word.is_number()).count();
        let (mut words, mut changed, mut kept) = (0, 0, 0);
        for change in changes {
            let (a, b) = (&left[change.old_range()], &right[change.new_range()]);
            if matches!(change, DiffOp::Equal { .. }) {
                kept += count(a);
            } else {
                words += a.len() + b.len();
                changed += count(a) + count(b);
            }
        }
        let all = count(left).max(count(right));
        Self {
            all,
            new: all - kept,
            alone: changed > 0 && changed * 5 >= words * 4,
        }
    }

    /// Whether there are enough, and nearly all differ; where there are many, some are equal by chance or are the year.
    fn are_new(&self) -> bool {
        let nearly_all = self.new * 5 >= self.all * 4
            || (self.all >= 2 * FIGURES && self.new * 3 >= self.all * 2);
        self.all >= FIGURES && nearly_all
    }
}

/// The figures of similar and equal sentences, for each pair of sources that has similar ones.
fn by_sources(corpus: &Corpus, sentences: &[Pair]) -> BTreeMap<(usize, usize), Figures> {
    let mut totals = BTreeMap::<_, Figures>::new();
    for pair in sentences.iter().filter(|pair| pair.near || pair.prose) {
        let figures = Figures::of(
            corpus.words(pair.left),
            corpus.words(pair.right),
            &pair.changes,
        );
        for key in source_pairs(corpus, pair).filter(|(a, b)| a != b) {
            let total = totals.entry(key).or_default();
            total.all += figures.all;
            total.new += figures.new;
        }
    }
    let texts = texts_of_sources(corpus);
    for ((a, b), total) in &mut totals {
        let (Some(a), Some(b)) = (texts.get(a), texts.get(b)) else {
            continue;
        };
        let equal = a.iter().filter(|text| b.binary_search(text).is_ok());
        total.all += equal
            .map(|&text| {
                corpus
                    .words(text)
                    .iter()
                    .filter(|word| word.is_number())
                    .count()
            })
            .sum::<usize>();
    }
    totals
}

/// The sentence texts of every source, sorted.
fn texts_of_sources(corpus: &Corpus) -> BTreeMap<usize, Vec<u32>> {
    let mut texts = BTreeMap::<usize, Vec<u32>>::new();
    for unit in corpus.units.iter().filter(|unit| unit.is_sentence()) {
        texts
            .entry(unit.passage.source)
            .or_default()
            .push(unit.text);
    }
    for texts in texts.values_mut() {
        texts.sort_unstable();
        texts.dedup();
    }
    texts
}

/// The sources in which the two texts of a pair stand, the earlier first.
fn source_pairs(corpus: &Corpus, pair: &Pair) -> impl Iterator<Item = (usize, usize)> {
    let source = |unit: &Unit| unit.passage.source;
    let right = corpus.units_of(pair.right).take(OCCURRENCES).map(source);
    let left = corpus.units_of(pair.left).take(OCCURRENCES).map(source);
    left.flat_map(move |a| right.clone().map(move |b| (a.min(b), a.max(b))))
}

/// How many texts there are to every prose of which two or more differ in figures alone.
fn formulas(corpus: &Corpus) -> Vec<u64> {
    let mut prose: Vec<u64> = corpus.texts.iter().map(|text| text.masked).collect();
    prose.par_sort_unstable();
    prose
        .chunk_by(|a, b| a == b)
        .filter(|same| same.len() >= FORMULA)
        .map(|same| same[0])
        .collect()
}

fn is_formula(corpus: &Corpus, formulas: &[u64], pair: &Pair) -> bool {
    let prose = |text: u32| corpus.texts[text as usize].masked;
    prose(pair.left) == prose(pair.right) && formulas.binary_search(&prose(pair.left)).is_ok()
}
