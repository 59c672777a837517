//! Words of a pack under numbers, and how a word of a text finds its number.

use std::collections::HashMap;

use super::schema::Fold;

/// Number of a word that the pack knows; [`WordId::UNKNOWN`] for all others.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct WordId(pub(crate) u32);

impl WordId {
    /// A word that no rule of the pack names.
    pub const UNKNOWN: WordId = WordId(0);
}

/// The words of a pack.
#[derive(Debug, Default)]
pub struct Lexicon {
    ids: HashMap<String, WordId>,
    endings: Vec<(String, String)>,
    whole: HashMap<String, String>,
}

impl Lexicon {
    /// Takes the spelling variants of a pack; words come later.
    pub(crate) fn new<'a>(folds: impl Iterator<Item = &'a Fold>) -> Self {
        let mut lexicon = Self::default();
        for fold in folds {
            for from in &fold.from {
                if fold.whole {
                    lexicon.whole.insert(from.clone(), fold.to.clone());
                } else {
                    lexicon.endings.push((from.clone(), fold.to.clone()));
                }
            }
        }
        // The longest ending decides.
        lexicon
            .endings
            .sort_by(|a, b| b.0.len().cmp(&a.0.len()).then_with(|| a.cmp(b)));
        lexicon
    }

    /// The form under which `word` (NFC) is compared: lower case, one spelling of each variant.
    pub fn key(&self, word: &str) -> String {
        let lower = word.to_lowercase();
        if let Some(to) = self.whole.get(&lower) {
            return to.clone();
        }
        for (from, to) in &self.endings {
            if let Some(stem) = lower.strip_suffix(from.as_str()) {
                return format!("{stem}{to}");
            }
        }
        lower
    }

    /// The number of a word whose key is `key`.
    pub fn id(&self, key: &str) -> WordId {
        self.ids.get(key).copied().unwrap_or(WordId::UNKNOWN)
    }

    /// Gives `word` a number.
    pub(crate) fn add(&mut self, word: &str) -> WordId {
        let next = WordId(u32::try_from(self.ids.len()).unwrap_or(u32::MAX - 1) + 1);
        let key = self.key(word);
        *self.ids.entry(key).or_insert(next)
    }

    /// How many words it holds.
    pub(crate) fn len(&self) -> usize {
        self.ids.len()
    }
}
