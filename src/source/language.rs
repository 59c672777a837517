use crate::pack::{Packs, Table, Words};
use crate::text::{is_letter_or_digit, is_small, lower_into};

/// Of a thousand words, how many must be signs of a language or its function words to choose it.
const ENOUGH: usize = 220;
/// Of a thousand words, how many must be signs of it: function words alone are shared by too many languages.
const ENOUGH_SIGNS: usize = 40;
/// Fewest words of a sentence that is read by another pack than its article.
const SENTENCE_WORDS: usize = 5;
/// As [`ENOUGH`], for such a sentence.
const SENTENCE_ENOUGH: usize = 300;

/// Code points up to the last block of Latin letters with marks.
const LATIN: usize = 0x1F00;

/// The language that `text` is written in: the tag of the pack that most of its words speak for, by letters, frequent
/// words and function words. `None` when none of the packs is clearly right.
pub fn language(text: &str, packs: &Packs) -> Option<String> {
    Languages::new(packs).of_text(text)
}

/// How the packs know their languages.
#[derive(Debug)]
pub(super) struct Languages {
    tags: Vec<String>,
    /// The languages that a letter outside ASCII is a sign of.
    letters: Table<char, Set>,
    /// The same for Latin letters, small and capital, by code point.
    latin: Vec<Set>,
    /// What a word in lower case says.
    words: Words<Voice>,
    /// Bytes of the longest of `words`.
    longest: usize,
}

/// A set of languages by their place in `tags`, one bit each. More than these 64 are never guessed.
type Set = u64;

/// The languages that a word speaks for.
#[derive(Debug, Default, Clone, Copy)]
struct Voice {
    /// Those of which it is a sign or a function word.
    all: Set,
    /// Those of which it is a sign.
    signs: Set,
}

/// How many words of a text speak for a language.
#[derive(Debug, Default, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
struct Score {
    /// Signs and function words.
    all: usize,
    /// Signs alone: words with its letters, words that few other languages use.
    signs: usize,
}

impl Languages {
    pub fn new(packs: &Packs) -> Self {
        let mut languages = Self {
            tags: Vec::new(),
            letters: Table::default(),
            latin: vec![0; LATIN],
            words: Words::default(),
            longest: 0,
        };
        for (tag, language, function_words) in packs.languages() {
            let set = bit(languages.tags.len());
            languages.tags.push(tag.to_owned());
            let letters = language.letters.to_lowercase();
            for letter in letters
                .chars()
                .filter(|c| c.is_alphabetic() && !c.is_ascii())
            {
                match languages.latin.get_mut(letter as usize) {
                    Some(known) => *known |= set,
                    None => *languages.letters.entry(letter).or_default() |= set,
                }
            }
            let signs = language.words.iter().map(|word| (word, true));
            for (word, sign) in signs.chain(function_words.iter().map(|word| (word, false))) {
                let word = word.to_lowercase();
                languages.longest = languages.longest.max(word.len());
                let voice = languages.words.get_or_insert(&word, Voice::default());
                voice.all |= set;
                voice.signs |= if sign { set } else { 0 };
            }
        }
        languages.take_capitals();
        languages
    }

    /// Lets capitals say what their small letters say.
    fn take_capitals(&mut self) {
        for (code, place) in (0..).zip(0..LATIN) {
            let mut small = char::from_u32(code)
                .into_iter()
                .flat_map(char::to_lowercase);
            if let (Some(letter), None) = (small.next(), small.next()) {
                self.latin[place] |= self.latin.get(letter as usize).copied().unwrap_or(0);
            }
        }
    }

    /// The languages that a letter outside ASCII is a sign of.
    #[inline]
    fn signed_by(&self, letter: char) -> Set {
        match self.latin.get(letter as usize) {
            Some(set) => *set,
            None => {
                let small = letter.to_lowercase();
                let signs = small.filter_map(|letter| self.letters.get(&letter));
                signs.fold(0, |all, signs| all | signs)
            }
        }
    }

    /// As [`language`].
    pub fn of_text(&self, text: &str) -> Option<String> {
        let (words, scores) = self.scores(text);
        let (best, score) = best(&scores)?;
        let others = scores
            .iter()
            .enumerate()
            .filter(|&(index, _)| index != best);
        let second = others.map(|(_, score)| score.all).max().unwrap_or(0);
        let clear = score.all * 1000 >= words * ENOUGH
            && score.signs * 1000 >= words * ENOUGH_SIGNS
            && score.all >= 2
            && score.signs >= 1
            && score.all * 2 >= second * 3;
        clear.then(|| self.tags[best].clone())
    }

    /// The language of a sentence in an article of language `main`: another one only where the sentence clearly says so.
    pub fn of_sentence(&self, text: &str, main: Option<&str>) -> Option<String> {
        if main.is_some_and(|main| self.is_surely(text, main)) {
            return main.map(str::to_owned);
        }
        let (words, scores) = self.scores(text);
        let is_main = |index: usize| Some(self.tags[index].as_str()) == main;
        let mine = (0..scores.len())
            .find(|&index| is_main(index))
            .map_or(0, |index| scores[index].all);
        let other = best(&scores).filter(|&(index, score)| {
            !is_main(index)
                && words >= SENTENCE_WORDS
                && score.signs >= 2
                && score.all * 1000 >= words * SENTENCE_ENOUGH
                && score.all >= mine * 3
        });
        match other {
            Some((index, _)) => Some(self.tags[index].clone()),
            None => main.map(str::to_owned),
        }
    }

    /// Whether more than a third of the words hold a letter of `tag`, so that no other language has three times as many.
    fn is_surely(&self, text: &str, tag: &str) -> bool {
        let Some(language) = self.tags.iter().position(|known| known == tag) else {
            return false;
        };
        let language = bit(language);
        let (mut words, mut signed) = (0, 0);
        let (mut inside, mut told) = (false, false);
        for (at, c) in text.char_indices() {
            if c.is_ascii_alphanumeric() || !c.is_ascii() && is_letter_or_digit(c) {
                if !inside {
                    words += 1;
                    // What starts with a digit is no word to the scores.
                    told = c.is_ascii_digit();
                }
                inside = true;
                if !told && !c.is_ascii() && self.signed_by(c) & language != 0 {
                    told = true;
                    signed += 1;
                    // Were each second byte that is left a word of its own, it would still be more.
                    if signed * 3 > words + (text.len() - at) / 2 {
                        return true;
                    }
                }
            } else {
                inside = false;
            }
        }
        signed * 3 > words
    }

    /// The number of words, and how many of them speak for each language.
    fn scores(&self, text: &str) -> (usize, Vec<Score>) {
        let mut scores = vec![Score::default(); self.tags.len()];
        let mut count = 0;
        let mut room = String::new();
        let mut chars = text.char_indices();
        while let Some((start, first)) = chars.next() {
            if !is_letter_or_digit(first) {
                continue;
            }
            let mut signs = self.signs_in(first);
            let mut capital = !is_small(first);
            let mut end = text.len();
            for (at, c) in chars.by_ref() {
                if !is_letter_or_digit(c) {
                    end = at;
                    break;
                }
                signs |= self.signs_in(c);
                capital |= !is_small(c);
            }
            if first.is_ascii_digit() {
                continue;
            }
            count += 1;
            let voice = self.voice_of(text.get(start..end).unwrap_or(""), capital, &mut room);
            let signs = signs | voice.signs;
            let mut all = signs | voice.all;
            while all != 0 {
                let language = all.trailing_zeros() as usize;
                all &= all - 1;
                scores[language].all += 1;
                scores[language].signs += usize::from(signs & bit(language) != 0);
            }
        }
        (count, scores)
    }

    /// The languages that a letter of a word is a sign of.
    #[inline]
    fn signs_in(&self, letter: char) -> Set {
        if letter.is_ascii() {
            0
        } else {
            self.signed_by(letter)
        }
    }

    /// What a word says as a whole; `room` is overwritten.
    fn voice_of(&self, word: &str, capital: bool, room: &mut String) -> Voice {
        let known = if capital {
            room.clear();
            lower_into(word, room);
            self.words.get(room)
        } else if word.len() <= self.longest {
            self.words.get(word)
        } else {
            None
        };
        known.copied().unwrap_or_default()
    }
}

/// The set of the language at that place of the tags.
fn bit(language: usize) -> Set {
    u32::try_from(language)
        .ok()
        .and_then(|place| 1_u64.checked_shl(place))
        .unwrap_or(0)
}

/// The highest score; the first of equals.
fn best(scores: &[Score]) -> Option<(usize, Score)> {
    let scores = scores.iter().copied().enumerate();
    scores.max_by_key(|&(index, score)| (score, std::cmp::Reverse(index)))
}
