//! Phrases of one or more tokens, and tables that find the longest one at a place.

use super::lexicon::{Lexicon, WordId};
use super::table::{ByWord, Table, WordSet};
use super::view::View;
use crate::text::{Case, TokenKind, tokens};

/// One token of a phrase or template.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub(crate) enum Atom {
    Word { id: WordId, capital: bool },
    Digits(String),
    Sign(char),
}

impl Atom {
    #[inline]
    pub(crate) fn matches(&self, view: &View<'_>, i: usize) -> bool {
        let Some(token) = view.tokens.get(i) else {
            return false;
        };
        match self {
            Self::Word { id, capital } => {
                view.words[i] == *id && (!capital || token.case != Case::Lower)
            }
            Self::Digits(digits) => view.digits(i) == Some(digits),
            Self::Sign(sign) => view.sign(i) == Some(*sign),
        }
    }
}

/// Tokens in a row; a glued token has no space before it.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub(crate) struct Phrase {
    atoms: Vec<(Atom, bool)>,
    /// Its second word; unknown where the second token is none.
    second: WordId,
    /// Letters that stand for words: in a text where only the first is a capital they are a name.
    acronym: bool,
    /// Small letters only: where the later words of the text have capitals it is a name.
    small: bool,
}

impl Phrase {
    /// Reads a phrase as it stands in a rule file: `^` before a word asks for a capital.
    pub(crate) fn parse(text: &str, lexicon: &mut Lexicon) -> Self {
        let plain = crate::text::Derived::new(text, crate::text::Span::new(0, text.len()));
        let text = plain.text();
        let mut atoms = Vec::new();
        let mut capital = false;
        let mut spaced = false;
        for token in tokens(text) {
            let word = token.of(text);
            spaced |= token.spaced;
            if word == "^" {
                capital = true;
                continue;
            }
            let atom = match token.kind {
                TokenKind::Word => Atom::Word {
                    id: lexicon.add(word),
                    capital,
                },
                TokenKind::Digits => Atom::Digits(word.to_owned()),
                TokenKind::Sign => Atom::Sign(word.chars().next().unwrap_or(' ')),
            };
            atoms.push((atom, !spaced));
            (capital, spaced) = (false, false);
        }
        let second = match atoms.get(1) {
            Some((Atom::Word { id, .. }, _)) => *id,
            _ => WordId::UNKNOWN,
        };
        Self {
            atoms,
            second,
            acronym: false,
            small: false,
        }
    }

    /// Reads what things are called: a word all in capitals is no word with a capital at its start ("NGO", "Ngo"). Where a language
    /// writes its words in syllables, small ones are no capital ones: "cầu bến" is not in "Cầu Bến Sứ".
    pub(crate) fn parse_term(text: &str, syllabic: bool, lexicon: &mut Lexicon) -> Self {
        let letters = || text.chars().filter(|c| c.is_alphabetic());
        let acronym = letters().count() > 1 && text.chars().all(char::is_uppercase);
        Self {
            acronym,
            small: syllabic && !text.chars().any(char::is_uppercase),
            ..Self::parse(text, lexicon)
        }
    }

    /// Reads a name: words that are capitalised in it must be capitalised in the text.
    pub(crate) fn parse_name(text: &str, lexicon: &mut Lexicon) -> Self {
        let mut marked = String::with_capacity(text.len() + 4);
        let mut inside = false;
        for c in text.chars() {
            if !inside && c.is_uppercase() {
                marked.push('^');
            }
            inside = c.is_alphabetic();
            marked.push(c);
        }
        Self::parse(&marked, lexicon)
    }

    #[inline]
    pub(crate) fn len(&self) -> usize {
        self.atoms.len()
    }

    /// Whether every word behind the first at token `i` has a capital at its start. "Cục Hải quan" is an office of that name.
    fn is_named(&self, view: &View<'_>, i: usize) -> bool {
        let mut behind = view.tokens[i..i + self.atoms.len()].iter().skip(1);
        self.atoms.len() > 1 && behind.all(|token| token.case == Case::Title)
    }

    /// Whether it stands at token `i`.
    #[inline]
    pub(crate) fn at(&self, view: &View<'_>, i: usize) -> bool {
        i + self.atoms.len() <= view.tokens.len()
            && !(self.acronym && view.tokens[i].case == Case::Title)
            && !(self.small && self.is_named(view, i))
            && self.atoms.iter().enumerate().all(|(k, (atom, glued))| {
                (k == 0 || view.tokens[i + k].spaced != *glued) && atom.matches(view, i + k)
            })
    }
}

/// The word behind token `i`.
#[inline]
fn next_word(view: &View<'_>, i: usize) -> WordId {
    view.words.get(i + 1).copied().unwrap_or(WordId::UNKNOWN)
}

/// Phrases with a value each; of those at one place the longest counts, of equally long ones the first entered.
#[derive(Debug)]
pub(crate) struct Phrases<T> {
    by_word: ByWord<List<T>>,
    by_digits: Table<String, List<T>>,
    by_sign: Table<char, List<T>>,
    /// The keys of `by_word`.
    first: WordSet,
    last: Last,
    longest: usize,
}

/// Phrases that start alike: by their second word, those without one first, and then the longest first.
type List<T> = Vec<(Phrase, T)>;

/// Those of `list` that can go on with the word `next` behind their first token, the longest first: most phrases that start
/// alike part there. Of one place no two of them with and without a second word are equally long.
#[inline]
fn going_on<T>(list: &[(Phrase, T)], next: WordId) -> impl Iterator<Item = &(Phrase, T)> {
    let (from, to) = match list {
        [] => (0, 0),
        // Where no word stands, no second word does.
        _ if next == WordId::UNKNOWN => (0, 0),
        [.., (last, _)] if last.second < next => (0, 0),
        _ => {
            let from = list.partition_point(|(phrase, _)| phrase.second < next);
            let alike = list[from..]
                .iter()
                .take_while(|(phrase, _)| phrase.second == next);
            (from, from + alike.count())
        }
    };
    let others = list
        .iter()
        .take_while(|(phrase, _)| phrase.second == WordId::UNKNOWN);
    list[from..to].iter().chain(others)
}

/// What phrases end with.
#[derive(Debug, Default)]
struct Last {
    words: WordSet,
    digits: bool,
    signs: bool,
}

impl<T> Default for Phrases<T> {
    fn default() -> Self {
        Self {
            by_word: ByWord::default(),
            by_digits: Table::default(),
            by_sign: Table::default(),
            first: WordSet::default(),
            last: Last::default(),
            longest: 0,
        }
    }
}

impl<T> Phrases<T> {
    pub(crate) fn insert(&mut self, phrase: Phrase, value: T) {
        let Some((first, _)) = phrase.atoms.first() else {
            return;
        };
        self.longest = self.longest.max(phrase.len());
        match phrase.atoms.last() {
            Some((Atom::Word { id, .. }, _)) => self.last.words.insert(*id),
            Some((Atom::Digits(_), _)) => self.last.digits = true,
            Some((Atom::Sign(_), _)) => self.last.signs = true,
            None => {}
        }
        let list = match first {
            Atom::Word { id, .. } => {
                self.first.insert(*id);
                self.by_word.of(*id)
            }
            Atom::Digits(digits) => self.by_digits.entry(digits.clone()).or_default(),
            Atom::Sign(sign) => self.by_sign.entry(*sign).or_default(),
        };
        let place = |phrase: &Phrase| (phrase.second, std::cmp::Reverse(phrase.len()));
        let at = list.partition_point(|(other, _)| place(other) <= place(&phrase));
        list.insert(at, (phrase, value));
    }

    /// Tokens covered and value of the longest phrase at token `i`.
    #[inline]
    pub(crate) fn longest_at<'s>(&'s self, view: &View<'_>, i: usize) -> Option<(usize, &'s T)> {
        // Most places need no closer look.
        let may_start = match view.tokens.get(i).map(|token| token.kind) {
            None => false,
            Some(TokenKind::Word) => self.first.contains(view.words[i]),
            Some(TokenKind::Digits) => !self.by_digits.is_empty(),
            Some(TokenKind::Sign) => !self.by_sign.is_empty(),
        };
        may_start.then(|| self.longest_listed(view, i)).flatten()
    }

    fn longest_listed<'s>(&'s self, view: &View<'_>, i: usize) -> Option<(usize, &'s T)> {
        let mut list = going_on(self.list_at(view, i), next_word(view, i));
        let (phrase, value) = list.find(|(phrase, _)| phrase.at(view, i))?;
        Some((phrase.len(), value))
    }

    /// Whether some phrase starts with such a token as token `i`: most places need no closer look.
    #[inline]
    pub(crate) fn may_start(&self, view: &View<'_>, i: usize) -> bool {
        match view.tokens.get(i).map(|token| token.kind) {
            None => false,
            Some(TokenKind::Word) => self.first.contains(view.words[i]),
            Some(TokenKind::Digits) => !self.by_digits.is_empty(),
            Some(TokenKind::Sign) => {
                !self.by_sign.is_empty()
                    && view
                        .sign(i)
                        .is_some_and(|sign| self.by_sign.contains_key(&sign))
            }
        }
    }

    /// Whether some phrase ends with such a token as the one before token `i`.
    #[inline]
    pub(crate) fn may_end_before(&self, view: &View<'_>, i: usize) -> bool {
        let Some(before) = i.checked_sub(1) else {
            return false;
        };
        match view.tokens.get(before).map(|token| token.kind) {
            None => false,
            Some(TokenKind::Word) => self.last.words.contains(view.words[before]),
            Some(TokenKind::Digits) => self.last.digits,
            Some(TokenKind::Sign) => self.last.signs,
        }
    }

    /// All phrases at token `i`, the longest first: tokens covered and value.
    #[inline]
    pub(crate) fn all_at<'s>(
        &'s self,
        view: &View<'_>,
        i: usize,
    ) -> impl Iterator<Item = (usize, &'s T)> {
        let list = going_on(self.list_at(view, i), next_word(view, i));
        let list = list.filter(move |(phrase, _)| phrase.at(view, i));
        list.map(|(phrase, value)| (phrase.len(), value))
    }

    pub(crate) fn start_with_digits(&self) -> bool {
        !self.by_digits.is_empty()
    }

    /// The signs that a phrase may start with, in no order.
    pub(crate) fn first_signs(&self) -> impl Iterator<Item = char> + '_ {
        self.by_sign.keys().copied()
    }

    /// The words that a phrase may start with.
    pub(crate) fn first(&self) -> &WordSet {
        &self.first
    }

    /// The words that a phrase may hold behind its first token.
    pub(crate) fn inner(&self) -> WordSet {
        let mut inner = WordSet::default();
        for atom in self
            .phrases()
            .flat_map(|phrase| phrase.atoms.iter().skip(1))
        {
            if let (Atom::Word { id, .. }, _) = atom {
                inner.insert(*id);
            }
        }
        inner
    }

    /// The first token of each phrase, in no order.
    pub(crate) fn first_atoms(&self) -> impl Iterator<Item = &Atom> {
        let first = self.phrases().filter_map(|phrase| phrase.atoms.first());
        first.map(|(atom, _)| atom)
    }

    fn phrases(&self) -> impl Iterator<Item = &Phrase> {
        let words = self.by_word.values();
        let others = self.by_digits.values().chain(self.by_sign.values());
        words.chain(others).flatten().map(|(phrase, _)| phrase)
    }

    /// The phrases that start as token `i` does.
    #[inline]
    fn list_at(&self, view: &View<'_>, i: usize) -> &[(Phrase, T)] {
        let Some(token) = view.tokens.get(i) else {
            return &[];
        };
        let list = match token.kind {
            TokenKind::Word if !self.first.contains(view.words[i]) => None,
            TokenKind::Word => self.by_word.get(view.words[i]),
            TokenKind::Digits if self.by_digits.is_empty() => None,
            TokenKind::Digits => self.by_digits.get(token.of(view.text)),
            TokenKind::Sign if self.by_sign.is_empty() => None,
            TokenKind::Sign => view.sign(i).and_then(|sign| self.by_sign.get(&sign)),
        };
        list.map_or(&[], Vec::as_slice)
    }

    /// The longest phrase that ends directly before token `i`: its first token and its value.
    #[inline]
    pub(crate) fn ending_before<'s>(&'s self, view: &View<'_>, i: usize) -> Option<(usize, &'s T)> {
        // Most places need no closer look.
        if !self.may_end_before(view, i) {
            return None;
        }
        self.longest_before(view, i)
    }

    fn longest_before<'s>(&'s self, view: &View<'_>, i: usize) -> Option<(usize, &'s T)> {
        (1..=self.longest.min(i)).rev().find_map(|length| {
            let start = i - length;
            if !self.may_start(view, start) {
                return None;
            }
            let fits =
                |(phrase, _): &&(Phrase, T)| phrase.len() == length && phrase.at(view, start);
            self.list_at(view, start)
                .iter()
                .find(fits)
                .map(|(_, value)| (start, value))
        })
    }
}

/// A set of phrases.
pub(crate) type PhraseSet = Phrases<()>;

impl<T> Phrases<T> {
    #[inline]
    pub(crate) fn contains_at(&self, view: &View<'_>, i: usize) -> bool {
        self.longest_at(view, i).is_some()
    }
}

impl PhraseSet {
    pub(crate) fn of<'a>(
        words: impl IntoIterator<Item = &'a String>,
        lexicon: &mut Lexicon,
    ) -> Self {
        let mut set = Self::default();
        for word in words {
            set.insert(Phrase::parse(word, lexicon), ());
        }
        set
    }
}
