//! Sentences that were read before. News repeats itself: what a sentence says by itself is read once.

use std::sync::{Arc, Mutex, PoisonError};

use super::analysis::Analysis;
use crate::mention::{self, Reading, Reference, WordCache};
use crate::pack::{Pack, Table, View};
use crate::source::Sentence;

/// Parts of the store, so that threads seldom wait for each other.
const PARTS: usize = 16;
/// Sentences of one generation of a part: with all their tokens they take about one and a half kilobytes each.
const GENERATION: usize = 512;
/// Bytes of the longest sentence that is kept: longer ones seldom come again.
const LONGEST: usize = 400;

/// What was read of sentences in a run. What it holds changes no result, and it does not grow with the run.
#[derive(Debug)]
pub struct KnownSentences(Vec<Mutex<Part>>);

/// Sentences by their text. When the young ones are many they grow old, and those that were old and not met again go.
#[derive(Debug, Default)]
struct Part {
    young: Table<Box<str>, Known>,
    old: Table<Box<str>, Known>,
}

/// What a sentence says by itself, wherever it stands.
#[derive(Debug, Clone)]
pub(super) struct Told {
    pub reading: Arc<Reading>,
    pub analysis: Arc<Analysis>,
    /// The raw byte at which the sentence began from which `reading` was made.
    pub start: usize,
}

#[derive(Debug)]
struct Known {
    told: Told,
    /// Code of the pack that read it.
    pack: String,
    /// The day from which it was read, where that makes a difference.
    day: Option<Reference>,
}

impl Default for KnownSentences {
    fn default() -> Self {
        Self((0..PARTS).map(|_| Mutex::default()).collect())
    }
}

impl KnownSentences {
    /// Reads `sentence`, or finds what was read of its like before; without the readings that lost.
    pub(super) fn told(&self, sentence: &Sentence, pack: &Pack, reference: &Reference) -> Told {
        let text = sentence.text.text();
        // Elsewhere the same text may stand for other raw bytes.
        if text.len() > LONGEST || !sentence.text.is_even() {
            return told(sentence, pack, reference, false);
        }
        let part = rapidhash::v3::rapidhash_v3(text.as_bytes()) as usize % PARTS;
        let part = &self.0[part];
        let lock = || part.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(told) = lock().find(text, pack, reference) {
            return told;
        }
        let told = told(sentence, pack, reference, false);
        let known = Known {
            told: told.clone(),
            pack: pack.code().to_owned(),
            day: told.reading.by_day.then(|| reference.clone()),
        };
        lock().keep(text.into(), known);
        told
    }
}

/// Reads `sentence`; `losers` asks for the readings that lost as well.
pub(super) fn told(sentence: &Sentence, pack: &Pack, reference: &Reference, losers: bool) -> Told {
    let read = if losers {
        mention::read
    } else {
        mention::read_winners
    };
    let reading = read(sentence, pack, reference, &mut WordCache::default());
    let view = View {
        text: sentence.text.text(),
        tokens: &reading.tokens,
        words: &reading.words,
    };
    let analysis = Analysis::of(pack, &view);
    Told {
        reading: Arc::new(reading),
        analysis: Arc::new(analysis),
        start: sentence.span.start,
    }
}

impl Part {
    /// What is known of `text` as `pack` reads it on that day.
    fn find(&mut self, text: &str, pack: &Pack, reference: &Reference) -> Option<Told> {
        if let Some((text, known)) = self.old.remove_entry(text) {
            self.keep(text, known);
        }
        let known = self.young.get(text)?;
        let same = known.pack == pack.code() && known.day.as_ref().is_none_or(|d| d == reference);
        same.then(|| known.told.clone())
    }

    fn keep(&mut self, text: Box<str>, known: Known) {
        if self.young.len() >= GENERATION {
            self.old = std::mem::take(&mut self.young);
        }
        self.young.insert(text, known);
    }
}
