//! Candidates counted exactly: which pairs of texts are copies.

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
    /// Whether they differ in figures alone; in short sentences that is too much for `near`, but it tells a series.
    pub prose: bool,
    /// Word offsets in the longer text at which the shorter one is printed whole.
    pub inside: Vec<usize>,
    /// How the words of `left` become those of `right`; empty where nothing above holds.
    pub changes: Vec<DiffOp>,
    /// Whether the two are issues of a series, filled in later.
    pub series: bool,
}

impl Pair {
    /// Whether their words stand for each other, be it in a part.
    pub fn is_copy(&self) -> bool {
        self.near || self.prose || !self.inside.is_empty()
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

/// Pairs of sentence texts that are copies or share two thirds of the shorter one's trigrams, sorted.
pub(super) fn sentences(corpus: &Corpus, candidates: &[(u32, u32)]) -> Vec<Pair> {
    verified(corpus, candidates, Measure::Sentences)
}

/// Pairs of block texts that are copies, at least one of several sentences, sorted. Only blocks with a sentence in
/// common, equal or of a pair in `sentences`, are looked at.
pub(super) fn blocks(corpus: &Corpus, sentences: &[Pair]) -> Vec<Pair> {
    let holders = holders(corpus);
    let equal = (0_u32..)
        .zip(&corpus.texts)
        .filter(|(_, text)| text.units.len() > 1 && text.len() >= SHORTEST);
    let mut candidates = Vec::new();
    for (text, _) in equal {
        let holders = &holders[text as usize];
        let reach = if holders.len() <= CROWD { CROWD } else { 2 };
        for (at, &left) in holders.iter().enumerate() {
            candidates.extend(
                holders[at + 1..]
                    .iter()
                    .take(reach)
                    .map(|&right| (left, right)),
            );
        }
    }
    for pair in sentences {
        let (left, right) = (&holders[pair.left as usize], &holders[pair.right as usize]);
        for (at, &a) in left.iter().enumerate() {
            // Beyond a crowd each meets its neighbours in the other list.
            let (skip, take) = if left.len() * right.len() <= CROWD * CROWD {
                (0, right.len())
            } else {
                (at, 2)
            };
            candidates.extend(
                right
                    .iter()
                    .skip(skip)
                    .take(take)
                    .map(|&b| (a.min(b), a.max(b))),
            );
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

/// For every sentence text the texts of the blocks it stands in, sorted.
fn holders(corpus: &Corpus) -> Vec<Vec<u32>> {
    // By number of the block; blocks without a word have no text and are not asked for.
    let mut block_texts = Vec::new();
    for unit in corpus.units.iter().filter(|unit| unit.is_block()) {
        block_texts.resize(unit.block as usize + 1, unit.text);
    }
    let holders = |text: usize| {
        let blocks = corpus
            .sentences_of(text as u32)
            .map(|unit| block_texts[unit.block as usize]);
        let mut texts: Vec<u32> = blocks.collect();
        texts.sort_unstable();
        texts.dedup();
        texts
    };
    (0..corpus.texts.len())
        .into_par_iter()
        .map(holders)
        .collect()
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
        .map(|(text, &wanted)| {
            if wanted {
                trigrams(corpus.words(text as u32))
            } else {
                Vec::new()
            }
        })
        .collect();
    candidates
        .par_iter()
        .filter_map(|&(left, right)| {
            pair(
                corpus,
                (left, right),
                (&sets[left as usize], &sets[right as usize]),
                measure,
            )
        })
        .collect()
}

fn pair(
    corpus: &Corpus,
    (left, right): (u32, u32),
    sets: (&[u64], &[u64]),
    measure: Measure,
) -> Option<Pair> {
    let (a, b) = (corpus.words(left), corpus.words(right));
    if a.len().max(b.len()) > LONGEST || a.len().min(b.len()) < SHORTEST {
        return None;
    }
    let prose = same_prose(corpus, left, right);
    let least = sets.0.len().min(sets.1.len());
    let shared = shared(
        sets.0,
        sets.1,
        if prose { 0 } else { least.div_ceil(2).max(1) },
    )?;
    let union = sets.0.len() + sets.1.len() - shared;
    let similarity = u16::try_from(shared * 1000 / union.max(1))
        .unwrap_or(999)
        .min(999);
    // A few trigrams are a coincidence unless they are most of both texts.
    let enough = shared >= 6 || (shared >= 4 && similarity >= 600);
    let alike = enough
        && shared * 2 >= least
        && similarity
            >= if measure == Measure::Sentences {
                250
            } else {
                500
            };
    let (short, long) = if a.len() <= b.len() { (a, b) } else { (b, a) };
    let whole = shared == least && (alike || (enough && short.len() >= SHORTEST_INSIDE));
    let inside = if whole {
        offsets(short, long)
    } else {
        Vec::new()
    };
    let changes = if alike || prose || !inside.is_empty() {
        changes(a, b)
    } else {
        Vec::new()
    };
    // Names and set phrases in another order are no copy.
    let near = alike && in_order(&changes) * 5 >= least * 2;
    // Where sentences are cut differently, a part shows that the blocks are worth a look.
    let part = shared * 3 >= least * 2;
    let found = near || prose || part || !inside.is_empty();
    found.then_some(Pair {
        left,
        right,
        similarity,
        near,
        prose,
        inside,
        changes,
        series: false,
    })
}

/// Whether two texts differ in figures alone and have words enough to show it.
fn same_prose(corpus: &Corpus, left: u32, right: u32) -> bool {
    let masked = |text: u32| corpus.texts[text as usize].masked;
    masked(left) == masked(right)
        && corpus
            .words(left)
            .iter()
            .filter(|word| !word.is_number())
            .count()
            >= SHORTEST
}

/// Trigrams that both texts have in the same order.
fn in_order(changes: &[DiffOp]) -> usize {
    let equal = changes
        .iter()
        .filter(|change| matches!(change, DiffOp::Equal { .. }));
    equal
        .map(|change| change.old_range().len().saturating_sub(2))
        .sum()
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

/// The word-by-word difference with the fewest changed words (Myers).
fn changes(left: &[Word], right: &[Word]) -> Vec<DiffOp> {
    let same = |(a, b): &(&Word, &Word)| a.id == b.id;
    let head = left.iter().zip(right).take_while(same).count();
    let tail = left[head..]
        .iter()
        .rev()
        .zip(right[head..].iter().rev())
        .take_while(same)
        .count();
    let (left_end, right_end) = (left.len() - tail, right.len() - tail);
    let ids = |words: &[Word]| words.iter().map(|word| word.id).collect::<Vec<_>>();

    let mut ops = Vec::new();
    if head > 0 {
        ops.push(DiffOp::Equal {
            old_index: 0,
            new_index: 0,
            len: head,
        });
    }
    match (left_end - head, right_end - head) {
        (0, 0) => {}
        (old_len, 0) => ops.push(DiffOp::Delete {
            old_index: head,
            old_len,
            new_index: head,
        }),
        (0, new_len) => ops.push(DiffOp::Insert {
            old_index: head,
            new_index: head,
            new_len,
        }),
        // One word changed is the common case.
        (1, 1) => ops.push(DiffOp::Replace {
            old_index: head,
            old_len: 1,
            new_index: head,
            new_len: 1,
        }),
        _ => {
            let (left, right) = (ids(&left[head..left_end]), ids(&right[head..right_end]));
            let middle = capture_diff_slices(Algorithm::Myers, &left, &right);
            ops.extend(middle.into_iter().map(|op| moved(op, head)));
        }
    }
    if tail > 0 {
        ops.push(DiffOp::Equal {
            old_index: left_end,
            new_index: right_end,
            len: tail,
        });
    }
    ops
}

/// The same operation `by` words further in both texts.
fn moved(op: DiffOp, by: usize) -> DiffOp {
    let (old_index, new_index) = (op.old_range().start + by, op.new_range().start + by);
    let (old_len, new_len) = (op.old_range().len(), op.new_range().len());
    match op {
        DiffOp::Equal { len, .. } => DiffOp::Equal {
            old_index,
            new_index,
            len,
        },
        DiffOp::Delete { .. } => DiffOp::Delete {
            old_index,
            old_len,
            new_index,
        },
        DiffOp::Insert { .. } => DiffOp::Insert {
            old_index,
            new_index,
            new_len,
        },
        DiffOp::Replace { .. } => DiffOp::Replace {
            old_index,
            old_len,
            new_index,
            new_len,
        },
    }
}
