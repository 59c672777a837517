//! Sources as words, sentences, blocks and distinct texts.

use std::ops::Range;

use rayon::prelude::*;

use super::Passage;
use super::shingle;
use super::words::{Word, split};
use crate::source::{BlockKind, Source};
use crate::text::Span;

/// All sources as words, units and texts.
pub(super) struct Corpus {
    /// Words of all sources, in order.
    words: Vec<Word>,
    /// Blocks and sentences that hold a word: each block of several sentences first, then its sentences in order.
    pub units: Vec<Unit>,
    /// Distinct word sequences, in an order that depends on nothing but their words.
    pub texts: Vec<Text>,
    /// Where words of alignments are asked for, by source; everywhere without it.
    pub places: Option<Vec<Vec<Span>>>,
}

/// A sentence, or a block of several sentences.
pub(super) struct Unit {
    /// Where it lies.
    pub passage: Passage,
    /// Its words.
    pub words: Range<usize>,
    /// Number of its block, counted over all sources.
    pub block: u32,
    /// Which of the texts it prints.
    pub text: u32,
    /// A block of several sentences, a block of one, or a sentence among others.
    pub level: Level,
    /// Whether it stands in the furniture of a page.
    pub furniture: bool,
}

impl Unit {
    /// Whether it is one sentence.
    pub fn is_sentence(&self) -> bool {
        self.level != Level::Block
    }

    /// Whether it is all of a block.
    pub fn is_block(&self) -> bool {
        self.level != Level::Sentence
    }
}

/// How much of its block a unit is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Level {
    /// A block of two or more sentences.
    Block,
    /// The only sentence of its block.
    Only,
    /// One sentence of several.
    Sentence,
}

/// A word sequence that one or more units print.
pub(super) struct Text {
    /// Words of its first unit.
    words: Range<usize>,
    /// The units that print it, in order.
    pub units: Vec<u32>,
    /// Hash of its words with all numbers alike.
    pub masked: u64,
}

impl Text {
    /// Number of words.
    pub fn len(&self) -> usize {
        self.words.len()
    }
}

impl Corpus {
    /// Cuts `sources`.
    pub fn new(sources: &[Source]) -> Self {
        let cut: Vec<_> = sources
            .par_iter()
            .enumerate()
            .map(|(at, source)| cut(at, source))
            .collect();
        let (mut words, mut units, mut blocks) = (Vec::new(), Vec::<Unit>::new(), 0);
        for (own_words, own_units, own_blocks) in cut {
            let base = words.len();
            units.extend(own_units.into_iter().map(|unit| Unit {
                words: unit.words.start + base..unit.words.end + base,
                block: unit.block + blocks,
                ..unit
            }));
            words.extend(own_words);
            blocks += own_blocks;
        }
        let texts = texts(&words, &mut units);
        Self {
            words,
            units,
            texts,
            places: None,
        }
    }

    /// Whether anybody asks for the word `at` of `passage`.
    pub fn is_asked_for(&self, passage: Passage, at: Span) -> bool {
        let Some(places) = &self.places else {
            return true;
        };
        let places = places.get(passage.source).map_or(&[][..], Vec::as_slice);
        let first = places.partition_point(|place| place.start < passage.span.start);
        places[first..]
            .iter()
            .take_while(|place| place.start < at.end)
            .any(|place| place.overlaps(at))
    }

    /// The words of a text.
    pub fn words(&self, text: u32) -> &[Word] {
        &self.words[self.texts[text as usize].words.clone()]
    }

    /// The words of a range, as units have them.
    pub fn slice(&self, range: &Range<usize>) -> &[Word] {
        &self.words[range.clone()]
    }

    /// The units that print a text, in order.
    pub fn units_of(&self, text: u32) -> impl Iterator<Item = &Unit> + Clone {
        self.texts[text as usize]
            .units
            .iter()
            .map(|&unit| &self.units[unit as usize])
    }

    /// The texts of the sentences of a block, in order.
    pub fn sentences_in(&self, block: &Unit) -> impl Iterator<Item = u32> {
        let first = self.units.partition_point(|unit| unit.block < block.block);
        let units = self.units[first..]
            .iter()
            .take_while(|unit| unit.block == block.block);
        units
            .filter(|unit| unit.is_sentence())
            .map(|unit| unit.text)
    }

    /// The units that print a text as a sentence, in order.
    pub fn sentences_of(&self, text: u32) -> impl Iterator<Item = &Unit> + Clone {
        self.units_of(text).filter(|unit| unit.is_sentence())
    }
}

/// Words, units with offsets of this source alone, and the number of blocks.
fn cut(at: usize, source: &Source) -> (Vec<Word>, Vec<Unit>, u32) {
    let mut words = Vec::new();
    let mut units = Vec::new();
    let mut number = 0;
    for block in &source.blocks {
        let furniture = matches!(block.kind, BlockKind::Boilerplate | BlockKind::Meta);
        let unit = |span: Span, words: Range<usize>, level| Unit {
            passage: Passage { source: at, span },
            words,
            block: number,
            text: 0,
            level,
            furniture,
        };
        let first = words.len();
        let sentences: Vec<(Span, Range<usize>)> = block
            .sentences
            .iter()
            .filter_map(|sentence| {
                let start = words.len();
                split(&sentence.text, &mut words);
                (words.len() > start).then_some((sentence.span, start..words.len()))
            })
            .collect();
        if sentences.len() > 1 {
            units.push(unit(block.span, first..words.len(), Level::Block));
        }
        let level = if sentences.len() > 1 {
            Level::Sentence
        } else {
            Level::Only
        };
        units.extend(
            sentences
                .into_iter()
                .map(|(span, words)| unit(span, words, level)),
        );
        number += 1;
    }
    (words, units, number)
}

/// Finds the distinct word sequences and tells each unit its own.
fn texts(words: &[Word], units: &mut [Unit]) -> Vec<Text> {
    let mut order: Vec<(u64, u32)> = units
        .par_iter()
        .enumerate()
        .map(|(at, unit)| {
            (
                shingle::sequence(&words[unit.words.clone()], |word| word.id),
                at as u32,
            )
        })
        .collect();
    let ids = |unit: u32| {
        words[units[unit as usize].words.clone()]
            .iter()
            .map(|word| word.id)
    };
    // The hash decides; the words themselves only where two sequences should ever share one.
    order.par_sort_unstable_by(|a, b| {
        a.0.cmp(&b.0)
            .then_with(|| ids(a.1).cmp(ids(b.1)))
            .then(a.1.cmp(&b.1))
    });
    let mut texts = Vec::new();
    for class in order.chunk_by(|a, b| a.0 == b.0 && ids(a.1).eq(ids(b.1))) {
        let range = units[class[0].1 as usize].words.clone();
        let masked = shingle::sequence(&words[range.clone()], Word::masked);
        texts.push(Text {
            words: range,
            units: class.iter().map(|&(_, unit)| unit).collect(),
            masked,
        });
    }
    for (text, at) in texts.iter().zip(0..) {
        for &unit in &text.units {
            units[unit as usize].text = at;
        }
    }
    texts
}
