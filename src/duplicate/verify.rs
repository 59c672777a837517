use rayon::prelude::*;
use similar::{Algorithm, DiffOp, capture_diff_slices};

use super::corpus::{Corpus, Level};
use super::shingle::{shared, trigrams};
use super::words::Word;

/// Fewest words of a near duplicate.
pub(super) const SHORTEST: usize = 6;
/// Most words of a near duplicate; longer runs without a break are compared for equality only.
pub(super) const LONGEST: usize = 4000;
/// Fewest words of a passage that is printed whole inside a much longer one; shorter ones may be names.
const SHORTEST_INSIDE: usize = 10;
/// Occurrences of one sentence up to which all pairs of their blocks are tried.
const CROWD: usize = 12;

/// Two texts that have words in common.
#[derive(Debug)]
pub(super) struct Pair {
    /// One text.
    pub left: u32,
    /// The other, later in the order of texts.
    pub right: u32,
    /// Shared share of trigrams in thousandths, under 1000 because the texts differ.
    pub similarity: u16,
    /// Whether any reader sees a copy.
    pub near: bool,
    /// Word offsets in the longer text at which the shorter one is printed whole.
    pub inside: Vec<usize>,
    /// How the words of `left` become those of `right`; empty unless the pair is near or inside.
    pub changes: Vec<DiffOp>,
    /// Whether the two are issues of a series, filled in later.
    pub series: bool,
}

impl Pair {
    /// Whether it is a copy, be it of a part.
    pub fn is_copy(&self) -> bool {
        self.near || !self.inside.is_empty()
    }
}

/// How much must be shared.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Measure {
    /// A quarter of all trigrams and half of the shorter text.
    Sentences,
    /// Half of all trigrams; blocks that share less are told sentence by sentence.
    Blocks,
}

/// Pairs of sentence texts that share half of the shorter one's trigrams, sorted.
pub(super) fn sentences(corpus: &Corpus, candidates: &[(u32, u32)]) -> Vec<Pair> {
    verified(corpus, candidates, Measure::Sentences)
}

/// Pairs of block texts that are copies, at least one of several sentences, sorted. Only blocks with a sentence in
/// common, equal or of a pair in `sentences`, are looked at.
pub(super) fn blocks(corpus: &Corpus, sentences: &[Pair]) -> Vec<Pair> {
    let block_texts = block_texts(corpus);
    let holders = |text: u32| -> Vec<u32> {
        let mut texts: Vec<u32> = corpus.sentences_of(text).map(|unit| block_texts[unit.block as usize]).collect();
        texts.sort_unstable();
        texts.dedup();
        texts
    };
    let equal = (0_u32..).zip(&corpus.texts).filter(|(_, text)| text.units.len() > 1 && text.len() >= SHORTEST);
    let mut candidates = Vec::new();
    for (text, _) in equal {
        let holders = holders(text);
        let reach = if holders.len() <= CROWD { CROWD } else { 2 };
        for (at, &left) in holders.iter().enumerate() {
            candidates.extend(holders[at + 1..].iter().take(reach).map(|&right| (left, right)));
        }
    }
    for pair in sentences {
        let (left, right) = (holders(pair.left), holders(pair.right));
        for (at, &a) in left.iter().enumerate() {
            // Beyond a crowd each meets its neighbours in the other list.
            let (skip, take) = if left.len() * right.len() <= CROWD * CROWD { (0, right.len()) } else { (at, 2) };
            candidates.extend(right.iter().skip(skip).take(take).map(|&b| (a.min(b), a.max(b))));
        }
    }
    let several = |text: u32| corpus.units_of(text).any(|unit| unit.level == Level::Block);
    candidates.par_sort_unstable();
    candidates.dedup();
    candidates.retain(|&(a, b)| a != b && (several(a) || several(b)));
    let mut pairs = verified(corpus, &candidates, Measure::Blocks);
    pairs.retain(Pair::is_copy);
    pairs
}

/// The text of every block, by its number; blocks without a word have none and are not asked for.
fn block_texts(corpus: &Corpus) -> Vec<u32> {
    let mut texts = Vec::new();
    for unit in corpus.units.iter().filter(|unit| unit.is_block()) {
        texts.resize(unit.block as usize + 1, unit.text);
    }
    texts
}

fn verified(corpus: &Corpus, candidates: &[(u32, u32)], measure: Measure) -> Vec<Pair> {
    let mut wanted = vec![false; corpus.texts.len()];
    for &(left, right) in candidates {
        wanted[left as usize] = true;
        wanted[right as usize] = true;
    }
    let sets: Vec<Vec<u64>> = wanted
        .par_iter()
        .enumerate()
        .map(|(text, &wanted)| if wanted { trigrams(corpus.words(text as u32)) } else { Vec::new() })
        .collect();
    candidates
        .par_iter()
        .filter_map(|&(left, right)| {
            pair(corpus, (left, right), (&sets[left as usize], &sets[right as usize]), measure)
        })
        .collect()
}

fn pair(corpus: &Corpus, (left, right): (u32, u32), sets: (&[u64], &[u64]), measure: Measure) -> Option<Pair> {
    let (a, b) = (corpus.words(left), corpus.words(right));
    let least = sets.0.len().min(sets.1.len());
    if a.len().max(b.len()) > LONGEST || a.len().min(b.len()) < SHORTEST {
        return None;
    }
    let shared = shared(sets.0, sets.1);
    let union = sets.0.len() + sets.1.len() - shared;
    if shared * 2 < least || shared == 0 {
        return None;
    }
    let similarity = u16::try_from(shared * 1000 / union).unwrap_or(999).min(999);
    // A few trigrams are a coincidence unless they are most of both texts.
    let enough = shared >= 6 || (shared >= 4 && similarity >= 600);
    let near = enough && similarity >= if measure == Measure::Sentences { 250 } else { 500 };
    let (short, long) = if a.len() <= b.len() { (a, b) } else { (b, a) };
    let whole = shared == least && (near || (enough && short.len() >= SHORTEST_INSIDE));
    let inside = if whole { offsets(short, long) } else { Vec::new() };
    let changes = if near || !inside.is_empty() { changes(a, b) } else { Vec::new() };
    Some(Pair { left, right, similarity, near, inside, changes, series: false })
}

/// Where `short` stands in `long` word by word, without overlap.
fn offsets(short: &[Word], long: &[Word]) -> Vec<usize> {
    let mut found = Vec::new();
    let mut at = 0;
    while at + short.len() <= long.len() {
        if long[at..].iter().zip(short).all(|(a, b)| a.id == b.id) {
            found.push(at);
            at += short.len();
        } else {
            at += 1;
        }
    }
    found
}

/// The word-by-word difference. Patience anchors it on words that are rare in both, so common ones do not mislead it.
pub(super) fn changes(left: &[Word], right: &[Word]) -> Vec<DiffOp> {
    let ids = |words: &[Word]| words.iter().map(|word| word.id).collect::<Vec<_>>();
    capture_diff_slices(Algorithm::Patience, &ids(left), &ids(right))
}
