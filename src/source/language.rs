use super::line::words_of;
use crate::pack::{Packs, Table};
use crate::text::{is_letter_or_digit, lower_into};

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
    /// The languages, by their place in `tags`, that a letter outside ASCII is a sign of.
    letters: Table<char, Vec<usize>>,
    /// The same for Latin letters, by code point: a number in `latin_signs`, whose first set is empty.
    latin: Vec<u16>,
    latin_signs: Vec<Vec<usize>>,
    /// What a word in lower case says.
    words: Table<String, Vec<Voice>>,
}

/// What a word says of a language.
#[derive(Debug)]
struct Voice {
    /// Its place in `tags`.
    language: usize,
    /// A sign of it, or only one of its function words.
    sign: bool,
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
            latin_signs: vec![Vec::new()],
            words: Table::default(),
        };
        for (tag, language, function_words) in packs.languages() {
            let number = languages.tags.len();
            languages.tags.push(tag.to_owned());
            let letters = language.letters.to_lowercase();
            for letter in letters
                .chars()
                .filter(|c| c.is_alphabetic() && !c.is_ascii())
            {
                languages.letters.entry(letter).or_default().push(number);
            }
            let signs = language.words.iter().map(|word| (word, true));
            for (word, sign) in signs.chain(function_words.iter().map(|word| (word, false))) {
                languages
                    .words
                    .entry(word.to_lowercase())
                    .or_default()
                    .push(Voice {
                        language: number,
                        sign,
                    });
            }
        }
        languages.take_latin();
        languages
    }

    /// Puts Latin letters where they are found without a hash.
    fn take_latin(&mut self) {
        for (code, place) in (0..).zip(&mut self.latin) {
            let signs = char::from_u32(code).and_then(|letter| self.letters.remove(&letter));
            if let (Some(signs), Ok(number)) = (signs, u16::try_from(self.latin_signs.len())) {
                *place = number;
                self.latin_signs.push(signs);
            }
        }
    }

    /// The languages that a letter outside ASCII is a sign of.
    fn signed_by(&self, letter: char) -> &[usize] {
        let signs = match self.latin.get(letter as usize) {
            Some(number) => self.latin_signs.get(usize::from(*number)),
            None => self.letters.get(&letter),
        };
        signs.map_or(&[], Vec::as_slice)
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
        let (mut words, mut signed) = (0, 0);
        let (mut inside, mut told) = (false, false);
        for c in text.chars() {
            if c.is_ascii_alphanumeric() || !c.is_ascii() && is_letter_or_digit(c) {
                if !inside {
                    words += 1;
                    // What starts with a digit is no word to the scores.
                    told = c.is_ascii_digit();
                }
                inside = true;
                if !told && !c.is_ascii() && self.signed_by(c).contains(&language) {
                    told = true;
                    signed += 1;
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
        // The last word that spoke for each language, and the last that was a sign of it: a word speaks once.
        let mut last = vec![(0, 0); self.tags.len()];
        let mut count = 0;
        let mut lower = String::with_capacity(64);
        for word in words_of(text).filter(|word| !word.starts_with(|c: char| c.is_ascii_digit())) {
            count += 1;
            lower.clear();
            lower_into(word, &mut lower);
            let mut speak = |language: usize, sign: bool| {
                let (spoke, signed) = &mut last[language];
                if *spoke != count {
                    *spoke = count;
                    scores[language].all += 1;
                }
                if sign && *signed != count {
                    *signed = count;
                    scores[language].signs += 1;
                }
            };
            for voice in self.words.get(lower.as_str()).into_iter().flatten() {
                speak(voice.language, voice.sign);
            }
            if lower.is_ascii() {
                continue;
            }
            for letter in lower.chars().filter(|c| !c.is_ascii()) {
                for &language in self.signed_by(letter) {
                    speak(language, true);
                }
            }
        }
        (count, scores)
    }
}

/// The highest score; the first of equals.
fn best(scores: &[Score]) -> Option<(usize, Score)> {
    let scores = scores.iter().copied().enumerate();
    scores.max_by_key(|&(index, score)| (score, std::cmp::Reverse(index)))
}
