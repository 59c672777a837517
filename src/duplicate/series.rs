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
        let of_sources = || source_pairs(corpus, pair).map(|key| by_sources.get(&key));
        // Where the rest of one article stands in the other with its figures, the formula was copied along.
        let copied = || of_sources().flatten().any(Figures::are_kept);
        pair.series = figures.alone
            && (figures.are_new()
                || is_formula(corpus, &formulas, pair) && !copied()
                || of_sources().all(|figures| figures.is_some_and(Figures::are_new)));
    };
    sentences.par_iter_mut().for_each(judge);
    blocks.par_iter_mut().for_each(judge);
}

/// Which sources are issues of one bulletin series as a whole: their prose is the same, and nearly all figures in it are
/// new. What they share word by word is that prose and no copy.
pub(super) struct Series<'a> {
    corpus: &'a Corpus,
    /// By source.
    articles: Vec<Article>,
}

/// An article as prose.
#[derive(Default)]
struct Article {
    /// By prose, each prose once.
    sentences: Vec<Sentence>,
    /// Words of all of them.
    words: usize,
    /// Whether its sentences alone let it be an issue of a series: most do not, and need not be held against others.
    repeats: bool,
}

/// A sentence as prose.
struct Sentence {
    prose: u64,
    text: u32,
    words: usize,
    figures: usize,
}

impl<'a> Series<'a> {
    pub fn new(corpus: &'a Corpus) -> Self {
        let sentence = |text: u32| {
            let words = corpus.words(text);
            Sentence {
                prose: corpus.texts[text as usize].masked,
                text,
                words: words.len(),
                figures: words.iter().filter(|word| word.is_number()).count(),
            }
        };
        let of_prose = |texts: &Vec<u32>| {
            let mut sentences: Vec<Sentence> = texts.iter().copied().map(sentence).collect();
            sentences.sort_unstable_by_key(|sentence| (sentence.prose, sentence.text));
            sentences.dedup_by_key(|sentence| sentence.prose);
            Article {
                words: sentences.iter().map(|sentence| sentence.words).sum(),
                sentences,
                repeats: false,
            }
        };
        let texts = texts_of_sources(corpus);
        let mut articles: Vec<Article> = texts.par_iter().map(of_prose).collect();
        let sentences = articles.iter().flat_map(|article| &article.sentences);
        let mut proses: Vec<(u64, u32)> = sentences.map(|s| (s.prose, s.text)).collect();
        proses.par_sort_unstable();
        articles
            .par_iter_mut()
            .for_each(|article| article.repeats = article.may_repeat(&proses));
        Self { corpus, articles }
    }

    /// Parts `items` so that no two of one part are issues of one series, those of a part in their order; `source` tells
    /// the source of an item.
    pub fn apart<T>(&self, items: Vec<T>, source: impl Fn(&T) -> usize) -> Vec<Vec<T>> {
        let mut parts = Vec::<Vec<T>>::new();
        // Of each part the sources that may be issues of anything.
        let mut issues = Vec::<Vec<usize>>::new();
        for item in items {
            let own = source(&item);
            let repeats = self
                .articles
                .get(own)
                .is_some_and(|article| article.repeats);
            let fits = |part: &Vec<usize>| {
                !repeats || part.iter().all(|other| !self.are_issues(*other, own))
            };
            let at = issues.iter().position(fits).unwrap_or_else(|| {
                parts.push(Vec::new());
                issues.push(Vec::new());
                parts.len() - 1
            });
            parts[at].push(item);
            if repeats {
                issues[at].push(own);
            }
        }
        parts
    }

    fn are_issues(&self, a: usize, b: usize) -> bool {
        let (a, b) = (&self.articles[a], &self.articles[b]);
        let enough = a.words.max(b.words) * WHOLE;
        if a.words * 10 < enough {
            return false;
        }
        let shared: usize = a.shared(b).map(|(left, _)| left.words).sum();
        if shared * 10 < enough {
            return false;
        }
        let mut figures = Figures::default();
        for (left, right) in a.shared(b) {
            figures.all += left.figures;
            if left.text != right.text {
                let (left, right) = (self.corpus.words(left.text), self.corpus.words(right.text));
                figures.new += left.iter().zip(right).filter(|(a, b)| a.id != b.id).count();
            }
        }
        figures.are_new()
    }
}

impl Article {
    /// Sentences of one prose in both.
    fn shared<'s>(&'s self, other: &'s Self) -> impl Iterator<Item = (&'s Sentence, &'s Sentence)> {
        let mut rest = other.sentences.as_slice();
        self.sentences.iter().filter_map(move |left| {
            let before = rest.iter().take_while(|s| s.prose < left.prose).count();
            rest = &rest[before..];
            let right = rest.first().filter(|right| right.prose == left.prose)?;
            Some((left, right))
        })
    }

    /// Whether sentences that also stand elsewhere are enough of it for an issue, and some stand there with other figures.
    /// `proses` are the sentences of all articles, sorted.
    fn may_repeat(&self, proses: &[(u64, u32)]) -> bool {
        let (mut words, mut figures) = (0, 0);
        for sentence in &self.sentences {
            let first = proses.partition_point(|(prose, _)| *prose < sentence.prose);
            let same = &proses[first..];
            let same = &same[..same.partition_point(|(prose, _)| *prose == sentence.prose)];
            if same.len() > 1 {
                words += sentence.words;
            }
            let ends = [same.first(), same.last()].into_iter().flatten();
            if ends.into_iter().any(|(_, text)| *text != sentence.text) {
                figures += sentence.figures;
            }
        }
        words * 10 >= self.words * WHOLE && figures >= FIGURES
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

    /// Whether there are enough, and two of three are the same.
    fn are_kept(&self) -> bool {
        self.all >= 2 * FIGURES && self.new * 3 <= self.all
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
        let (Some(a), Some(b)) = (texts.get(*a), texts.get(*b)) else {
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
fn texts_of_sources(corpus: &Corpus) -> Vec<Vec<u32>> {
    let mut texts = Vec::<Vec<u32>>::new();
    for unit in corpus.units.iter().filter(|unit| unit.is_sentence()) {
        let source = unit.passage.source;
        if texts.len() <= source {
            texts.resize(source + 1, Vec::new());
        }
        texts[source].push(unit.text);
    }
    texts.par_iter_mut().for_each(|texts| {
        texts.sort_unstable();
        texts.dedup();
    });
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
