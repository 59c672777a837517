//! Groups of copied passages for the reader.

use std::cmp::Reverse;
use std::collections::BTreeMap;
use std::ops::Range;

use rayon::prelude::*;

use super::clique;
use super::corpus::{Corpus, Level, Unit};
use super::reported::Reported;
use super::series::Series;
use super::verify::Pair;
use super::{Change, Class, Duplicate, Passage, align};

/// Fewest words beside numbers of an exact duplicate.
const SHORTEST: usize = 4;
/// The same for page furniture, which repeats by nature.
const SHORTEST_FURNITURE: usize = 12;
/// Occurrences of two texts that are looked at to tell whether a chosen group holds both already.
const OCCURRENCES: usize = 4;

/// Sets of similar texts whose places are looked up at a time.
const AT_ONCE: usize = 1024;

/// A place where a text is printed.
#[derive(Debug, Clone)]
struct Place {
    passage: Passage,
    words: Range<usize>,
    text: u32,
    furniture: bool,
}

impl From<&Unit> for Place {
    fn from(unit: &Unit) -> Self {
        Self {
            passage: unit.passage,
            words: unit.words.clone(),
            text: unit.text,
            furniture: unit.furniture,
        }
    }
}

/// Groups of copied passages, largest first in the choice, sorted by their first passage in the result.
///
/// What a chosen group holds already is not told again: blocks come before sentences, exact before near. Issues of one
/// bulletin series are never in a group.
pub(super) fn groups(corpus: &Corpus, sentences: &[Pair], blocks: &[Pair]) -> Vec<Duplicate> {
    let inside = inside(corpus, sentences, blocks);
    let (whole, parts) = exact(corpus, &inside);
    let mut groups = Groups {
        corpus,
        series: Series::new(corpus),
        reported: Reported::default(),
        found: Vec::new(),
    };
    groups.exact(whole);
    groups.near(blocks);
    groups.exact(parts);
    groups.near(sentences);
    let mut found = groups.found;
    found.sort_by(|a, b| (&a.passages, a.class).cmp(&(&b.passages, b.class)));
    found
}

/// Places of texts that are printed whole inside a longer sentence or block, by text.
fn inside(corpus: &Corpus, sentences: &[Pair], blocks: &[Pair]) -> BTreeMap<u32, Vec<Place>> {
    let mut places = BTreeMap::<u32, Vec<Place>>::new();
    for pair in sentences.iter().chain(blocks) {
        let left_is_shorter = corpus.words(pair.left).len() <= corpus.words(pair.right).len();
        let (short, long) = if left_is_shorter {
            (pair.left, pair.right)
        } else {
            (pair.right, pair.left)
        };
        let length = corpus.words(short).len();
        for &at in &pair.inside {
            let stretches = corpus
                .units_of(long)
                .map(|unit| stretch(corpus, unit, at, length));
            places.entry(short).or_default().extend(stretches);
        }
    }
    places
}

/// `length` words of `unit` from word `at` on; at either end of the unit the punctuation there belongs to it.
fn stretch(corpus: &Corpus, unit: &Unit, at: usize, length: usize) -> Place {
    let words = unit.words.start + at..unit.words.start + at + length;
    let slice = corpus.slice(&words);
    let mut span = unit.passage.span;
    if at > 0 {
        span.start = slice.first().map_or(span.start, |word| word.span().start);
    }
    if words.end < unit.words.end {
        span.end = slice.last().map_or(span.end, |word| word.span().end);
    }
    Place {
        passage: Passage {
            span,
            ..unit.passage
        },
        words,
        ..unit.into()
    }
}

/// The places of every text that is printed more than once, longest text first: those that are a whole block at least
/// once, and sentences. Neighbouring sentences that were copied together are one.
fn exact(
    corpus: &Corpus,
    inside: &BTreeMap<u32, Vec<Place>>,
) -> (Vec<Vec<Place>>, Vec<Vec<Place>>) {
    let (mut whole, mut parts) = (Vec::new(), Vec::new());
    for (text, entry) in (0_u32..).zip(&corpus.texts) {
        let stretches = inside.get(&text).map(Vec::as_slice).unwrap_or_default();
        if entry.units.len() + stretches.len() < 2 {
            continue;
        }
        let is_whole = corpus.units_of(text).any(Unit::is_block);
        let length = match (is_whole, stretches) {
            (false, []) => copied_together(corpus, text, inside),
            _ => 1,
        };
        let places = entry
            .units
            .iter()
            .map(|&unit| run(corpus, unit, length))
            .chain(stretches.iter().cloned());
        match length {
            0 => {}
            _ if is_whole => whole.push(places.collect::<Vec<_>>()),
            _ => parts.push(places.collect()),
        }
    }
    for list in [&mut whole, &mut parts] {
        // Stable: texts of one length keep their order, which no order of sources can change.
        list.sort_by_key(|places| Reverse(places.first().map_or(0, |place| place.words.len())));
    }
    (whole, parts)
}

/// `length` neighbouring units as one place.
fn run(corpus: &Corpus, unit: u32, length: usize) -> Place {
    let first = &corpus.units[unit as usize];
    let last = &corpus.units[unit as usize + length.max(1) - 1];
    let span = first.passage.span.join(last.passage.span);
    Place {
        passage: Passage {
            span,
            ..first.passage
        },
        words: first.words.start..last.words.end,
        ..first.into()
    }
}

/// How many sentences from `text` on follow each other wherever it is printed; 0 when it is itself such a follower.
fn copied_together(corpus: &Corpus, text: u32, inside: &BTreeMap<u32, Vec<Place>>) -> usize {
    let units = &corpus.texts[text as usize].units;
    // The text that stands `by` sentences further in every place, and nowhere else.
    let neighbour = |by: isize| -> Option<u32> {
        let mut texts = units.iter().map(|&unit| {
            let other = corpus.units.get((unit as usize).checked_add_signed(by)?)?;
            let together =
                other.level == Level::Sentence && other.block == corpus.units[unit as usize].block;
            together.then_some(other.text)
        });
        let first = texts.next()??;
        let as_often =
            corpus.texts[first as usize].units.len() == units.len() && !inside.contains_key(&first);
        (as_often && first != text && texts.all(|text| text == Some(first))).then_some(first)
    };
    if neighbour(-1).is_some() {
        return 0;
    }
    (1..).take_while(|&by| neighbour(by).is_some()).count() + 1
}

/// The groups chosen so far.
struct Groups<'a> {
    corpus: &'a Corpus,
    series: Series<'a>,
    reported: Reported,
    found: Vec<Duplicate>,
}

impl Groups<'_> {
    /// Chooses among texts that are printed more than once; `lists` are the places of each.
    fn exact(&mut self, lists: Vec<Vec<Place>>) {
        let series = &self.series;
        let corpus = self.corpus;
        let parted: Vec<Vec<Vec<Place>>> = lists
            .into_par_iter()
            .map(|mut places| {
                disjoint(&mut places);
                if !is_long(corpus, &places) {
                    return Vec::new();
                }
                series.apart(places, |place| place.passage.source)
            })
            .collect();
        for places in parted.into_iter().flatten() {
            self.choose(Class::Exact, 1000, places, &[]);
        }
    }

    fn near(&mut self, pairs: &[Pair]) {
        let corpus = self.corpus;
        let few = |text: u32| corpus.units_of(text).take(OCCURRENCES);
        let is_open = |pair: &&Pair| {
            few(pair.left)
                .any(|a| few(pair.right).any(|b| !self.reported.cover(&[a.passage, b.passage])))
        };
        let open: Vec<&Pair> = pairs
            .par_iter()
            .filter(|pair| pair.near && !pair.series)
            .filter(is_open)
            .collect();
        let sets = clique::cover(&open);
        // A few at a time: their places together take more memory than the sets.
        for sets in sets.chunks(AT_ONCE) {
            let parted: Vec<Vec<Vec<Place>>> = sets
                .par_iter()
                .map(|(texts, _)| {
                    let places = self.in_order(texts);
                    if places.iter().all(|place| place.furniture) {
                        return Vec::new();
                    }
                    self.series.apart(places, |place| place.passage.source)
                })
                .collect();
            for (parts, (_, similarity)) in parted.into_iter().zip(sets) {
                for places in parts {
                    self.choose(Class::Near, *similarity, places, pairs);
                }
            }
        }
    }

    /// The places of `texts`: the most complete first, then those with other words, then the copies of the first.
    fn in_order(&self, texts: &[u32]) -> Vec<Place> {
        let key = |&text: &u32| {
            (
                self.corpus.words(text).len(),
                Reverse(self.corpus.texts[text as usize].units.first()),
            )
        };
        let longest = texts.iter().copied().max_by_key(key);
        let of = |text: u32| self.corpus.units_of(text).map(Place::from);
        let mut best: Vec<Place> = longest.into_iter().flat_map(of).collect();
        let mut others: Vec<Place> = texts
            .iter()
            .filter(|&&text| Some(text) != longest)
            .flat_map(|&t| of(t))
            .collect();
        disjoint(&mut best);
        disjoint(&mut others);
        others.retain(|place| {
            let next = best.partition_point(|other| other.passage < place.passage);
            !best[next.saturating_sub(1)..]
                .iter()
                .take(2)
                .any(|other| overlap(place, other))
        });
        if !best.is_empty() {
            let copies = best.split_off(1);
            best.extend(others);
            best.extend(copies);
        }
        best
    }

    fn choose(&mut self, class: Class, similarity: u16, places: Vec<Place>, pairs: &[Pair]) {
        let passages: Vec<Passage> = places.iter().map(|place| place.passage).collect();
        if passages.len() < 2 || self.reported.cover(&passages) {
            return;
        }
        self.reported.add(&passages);
        let changes = self.changes(&places, pairs);
        self.found.push(Duplicate {
            class,
            similarity,
            passages,
            changes,
        });
    }

    /// The words in which the second place differs from the first; `pairs` are sorted by their texts.
    fn changes(&self, places: &[Place], pairs: &[Pair]) -> Vec<Change> {
        let [first, second, ..] = places else {
            return Vec::new();
        };
        let texts = (first.text.min(second.text), first.text.max(second.text));
        let Ok(at) = pairs.binary_search_by_key(&texts, |pair| (pair.left, pair.right)) else {
            return Vec::new();
        };
        let (a, b) = (
            self.corpus.slice(&first.words),
            self.corpus.slice(&second.words),
        );
        if first.text == pairs[at].left {
            return align::changed(a, b, &pairs[at].changes);
        }
        let turned = align::changed(b, a, &pairs[at].changes).into_iter();
        turned
            .map(|change| Change {
                left: change.right,
                right: change.left,
            })
            .collect()
    }
}

/// Whether a text with these places has words enough for an exact duplicate.
fn is_long(corpus: &Corpus, places: &[Place]) -> bool {
    let Some(first) = places.first() else {
        return false;
    };
    let words = corpus.slice(&first.words).iter();
    let least = if places.iter().all(|place| place.furniture) {
        SHORTEST_FURNITURE
    } else {
        SHORTEST
    };
    words.filter(|word| !word.is_number()).count() >= least
}

fn overlap(a: &Place, b: &Place) -> bool {
    a.passage.source == b.passage.source && a.passage.span.overlaps(b.passage.span)
}

/// Sorts `places` and leaves out those that overlap one that begins before, or that is longer at the same start.
fn disjoint(places: &mut Vec<Place>) {
    places.sort_by_key(|place| {
        (
            place.passage.source,
            place.passage.span.start,
            Reverse(place.passage.span.end),
        )
    });
    places.dedup_by(|next, kept| overlap(next, kept));
}
