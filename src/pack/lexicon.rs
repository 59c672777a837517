//! Words of a pack under numbers, and how a word of a text finds its number.

use std::cell::RefCell;
use std::sync::atomic::{AtomicU64, Ordering};

use super::schema::Fold;
use super::table::{Table, WordSet, Words};
use crate::text::{lower_into, number_of, place_of};

/// Number of a word that the pack knows; [`WordId::UNKNOWN`] for all others.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct WordId(pub(crate) u32);

impl WordId {
    /// A word that no rule of the pack names.
    pub const UNKNOWN: WordId = WordId(0);
}

/// The words of a pack.
#[derive(Debug)]
pub struct Lexicon {
    /// No other lexicon has it.
    made: u64,
    ids: Words<WordId>,
    /// Spellings of the end of a word by their last character, the longest first.
    endings: Table<char, Vec<(String, String)>>,
    whole: Table<String, String>,
    /// By [`tail`], whether a spelling of `endings` or `whole` may end so: most words do not.
    tails: Vec<bool>,
    /// Room to work in.
    room: String,
}

/// Words that a thread has met last, as they are written, with the lexicon that was asked and their number there. A word has
/// one place, which another one may take.
type Met = Vec<(u128, u64, WordId)>;

/// Places of [`Met`], as a power of two.
const MET_BITS: u32 = 12;

thread_local! {
    static MET: RefCell<Met> = const { RefCell::new(Vec::new()) };
}

/// Lexicons that were made.
static MADE: AtomicU64 = AtomicU64::new(0);

impl Default for Lexicon {
    fn default() -> Self {
        Self {
            made: MADE.fetch_add(1, Ordering::Relaxed) + 1,
            ids: Words::default(),
            endings: Table::default(),
            whole: Table::default(),
            tails: Vec::new(),
            room: String::new(),
        }
    }
}

impl Lexicon {
    /// Takes the spelling variants of a pack; words come later.
    pub(crate) fn new<'a>(folds: impl Iterator<Item = &'a Fold>) -> Self {
        let mut lexicon = Self::default();
        for fold in folds {
            for from in &fold.from {
                let Some(last) = from.chars().next_back() else {
                    continue;
                };
                lexicon.tails.resize(TAILS, false);
                lexicon.tails[tail(from.as_bytes())] = true;
                if !fold.whole && from.len() < 3 {
                    // What stands before so short an ending is not known.
                    lexicon.tails.fill(true);
                }
                if fold.whole {
                    lexicon.whole.insert(from.clone(), fold.to.clone());
                } else {
                    let endings = lexicon.endings.entry(last).or_default();
                    endings.push((from.clone(), fold.to.clone()));
                    // The longest ending decides.
                    endings.sort_by(|a, b| b.0.len().cmp(&a.0.len()).then_with(|| a.cmp(b)));
                }
            }
        }
        lexicon
    }

    /// The form under which `word` (NFC) is compared: lower case, one spelling of each variant.
    pub fn key(&self, word: &str) -> String {
        let mut key = String::with_capacity(word.len() + 4);
        self.key_into(word, &mut key);
        key
    }

    /// Writes the key of `word` over `key`.
    pub(crate) fn key_into(&self, word: &str, key: &mut String) {
        key.clear();
        lower_into(word, key);
        if !self.varies(key) {
            return;
        }
        if let Some(to) = self.whole.get(key.as_str()) {
            key.clone_from(to);
            return;
        }
        let last = key.chars().next_back();
        let endings = last.and_then(|last| self.endings.get(&last));
        for (from, to) in endings.into_iter().flatten() {
            if key.ends_with(from.as_str()) {
                key.truncate(key.len() - from.len());
                key.push_str(to);
                return;
            }
        }
    }

    /// Whether a word in lower case may end in a spelling that another one stands for.
    #[inline]
    fn varies(&self, word: &str) -> bool {
        self.tails.get(tail(word.as_bytes())) == Some(&true)
    }

    /// The number of `word` (NFC), of which `small` says that it is in lower case; `room` is overwritten. All words of the pack
    /// are in.
    pub(crate) fn number(&self, word: &str, small: bool, room: &mut String) -> WordId {
        let Some(written) = number_of(word.as_bytes()) else {
            return self.find(word, small, room);
        };
        MET.with_borrow_mut(|met| {
            if met.is_empty() {
                *met = vec![(0, 0, WordId::UNKNOWN); 1 << MET_BITS];
            }
            let (known, by, id) = &mut met[place_of(written, MET_BITS)];
            if *known != written || *by != self.made {
                (*known, *by, *id) = (written, self.made, self.find(word, small, room));
            }
            *id
        })
    }

    fn find(&self, word: &str, small: bool, room: &mut String) -> WordId {
        if small && !self.varies(word) {
            return self.id(word);
        }
        self.key_into(word, room);
        self.id(room)
    }

    /// The number of a word whose key is `key`.
    #[inline]
    pub fn id(&self, key: &str) -> WordId {
        self.ids.get(key).copied().unwrap_or(WordId::UNKNOWN)
    }

    /// Gives `word` a number.
    pub(crate) fn add(&mut self, word: &str) -> WordId {
        let mut key = std::mem::take(&mut self.room);
        self.key_into(word, &mut key);
        let next = WordId(u32::try_from(self.ids.len()).unwrap_or(u32::MAX - 1) + 1);
        let id = *self.ids.get_or_insert(&key, next);
        self.room = key;
        id
    }

    /// The words whose key fits.
    pub(crate) fn words_like(&self, fits: impl Fn(&[u8]) -> bool) -> WordSet {
        let mut words = WordSet::default();
        self.ids.like(fits).for_each(|id| words.insert(*id));
        words
    }
}

/// Numbers that [`tail`] gives.
const TAILS: usize = 1 << 12;

/// A number for the last three bytes of a word, or all of them; different endings may share one.
#[inline]
fn tail(word: &[u8]) -> usize {
    let last = word.iter().rev().take(3);
    last.fold(0, |tail, byte| (tail * 37 + usize::from(*byte)) % TAILS)
}
