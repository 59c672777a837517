use std::cell::RefCell;
use std::sync::atomic::{AtomicU64, Ordering};

use super::tally::{Set, Tally, bit};
use crate::pack::{Packs, Table, Words};
use crate::text::{Calm, any_three, is_letter_or_digit, is_small, lower_into, number_in, place_of};

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
/// words and function words. `None` when none of the packs is clearly right, or a language that none of them reads.
pub fn language(text: &str, packs: &Packs) -> Option<String> {
    Languages::new(packs).of_text(text)
}

/// How the packs know their languages.
#[derive(Debug)]
pub(super) struct Languages {
    tags: Vec<String>,
    /// How many of `tags`, the first, packs read.
    read: usize,
    /// The languages that a letter outside ASCII is a sign of.
    letters: Table<char, Set>,
    /// The same for Latin letters, small and capital, by code point.
    latin: Vec<Set>,
    /// What a word in lower case says.
    words: Words<Voice>,
    /// Bytes of the longest of `words`.
    longest: usize,
    /// No other set of languages has it.
    number: u64,
}

/// The languages that a word speaks for.
#[derive(Debug, Default, Clone, Copy)]
struct Voice {
    /// Those of which it is a sign or a function word.
    all: Set,
    /// Those of which it is a sign.
    signs: Set,
    /// Those of which one of its letters is a sign.
    letters: Set,
}

/// What the short words say that a thread met last: each language has some thousand words that come again and again.
#[derive(Debug, Default)]
struct Heard {
    /// The number of the languages that were asked.
    by: u64,
    /// A word has one place, which another one may take.
    voices: Vec<(u128, Voice)>,
}

/// Words that a thread remembers, as a power of two.
const HEARD_BITS: u32 = 12;

thread_local! {
    static HEARD: RefCell<Heard> = RefCell::default();
}

/// Sets of languages that were made: a thread must not take one for another.
static MADE: AtomicU64 = AtomicU64::new(0);

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
            read: 0,
            letters: Table::default(),
            latin: vec![0; LATIN],
            words: Words::default(),
            longest: 0,
            number: MADE.fetch_add(1, Ordering::Relaxed) + 1,
        };
        for (tag, language, function_words) in packs.languages() {
            languages.add(tag, &language.letters, &language.words, function_words);
        }
        languages.read = languages.tags.len();
        for (_, language, _) in packs.languages() {
            for other in &language.neighbours {
                if !languages.tags.contains(&other.code) {
                    languages.add(&other.code, &other.letters, &other.words, &[]);
                }
            }
        }
        languages.take_capitals();
        languages
    }

    /// Adds a language by its letters and the words that are a sign of it, and by its function words.
    fn add(&mut self, tag: &str, letters: &str, words: &[String], function_words: &[String]) {
        let set = bit(self.tags.len());
        self.tags.push(tag.to_owned());
        let letters = letters.to_lowercase();
        for letter in letters
            .chars()
            .filter(|c| c.is_alphabetic() && !c.is_ascii())
        {
            match self.latin.get_mut(letter as usize) {
                Some(known) => *known |= set,
                None => *self.letters.entry(letter).or_default() |= set,
            }
        }
        let signs = words.iter().map(|word| (word, true));
        for (word, sign) in signs.chain(function_words.iter().map(|word| (word, false))) {
            let word = word.to_lowercase();
            self.longest = self.longest.max(word.len());
            let voice = self.words.get_or_insert(&word, Voice::default());
            voice.all |= set;
            voice.signs |= if sign { set } else { 0 };
        }
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
        (clear && best < self.read).then(|| self.tags[best].clone())
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
            Some((index, _)) => (index < self.read).then(|| self.tags[index].clone()),
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
        self.each_word(text, |voice, left| {
            words += 1;
            // What starts with a digit is no word to the scores.
            signed += usize::from(voice.is_some_and(|voice| voice.letters & language != 0));
            // Were each second byte that is left a word of its own, it would still be more.
            signed * 3 <= words + left / 2
        });
        signed * 3 > words
    }

    /// The number of words, and how many of them speak for each language.
    fn scores(&self, text: &str) -> (usize, Vec<Score>) {
        let (mut all, mut signs) = (Tally::default(), Tally::default());
        let mut count = 0;
        self.each_word(text, |voice, _| {
            if let Some(voice) = voice {
                count += 1;
                all.add(voice.all);
                signs.add(voice.signs);
            }
            true
        });
        let score = |language: usize| Score {
            all: all.of(language),
            signs: signs.of(language),
        };
        (count, (0..self.tags.len()).map(score).collect())
    }

    /// Tells `take` what each word of `text` says, and how many bytes stand behind it, as long as it wants more. A run of letters
    /// and digits that starts with a digit says nothing.
    fn each_word(&self, text: &str, mut take: impl FnMut(Option<&Voice>, usize) -> bool) {
        HEARD.with_borrow_mut(|heard| {
            if heard.by != self.number {
                heard.by = self.number;
                heard.voices = vec![Default::default(); 1 << HEARD_BITS];
            }
            let bytes = text.as_bytes();
            // Then nothing but letters holds the bytes of one.
            let plain = !any_three(bytes, &CALM, |byte, next, _| {
                ((byte == 0xC3) & ((next == 0x97) | (next == 0xB7)))
                    | ((byte == 0xE1) & !(0xB8..=0xBB).contains(&next))
            });
            let mut room = String::new();
            let mut at = 0;
            while at < bytes.len() {
                if matches!(bytes[at], b' ' | b',' | b'.') {
                    at += 1;
                    continue;
                }
                let start = at;
                if plain {
                    let mut run = bytes[at..].iter();
                    let length = run.position(|byte| !IN_WORDS[usize::from(*byte)]);
                    at = length.map_or(bytes.len(), |length| at + length);
                }
                if !plain || bytes.get(at).is_some_and(|byte| !byte.is_ascii()) {
                    at = end_of_word(text, at);
                }
                if at == start {
                    at += width_at(text, at);
                    continue;
                }
                let more = if bytes[start].is_ascii_digit() {
                    take(None, bytes.len() - at)
                } else if let Some(number) = number_in(bytes, start, at) {
                    let (known, voice) = &mut heard.voices[place_of(number, HEARD_BITS)];
                    if *known != number {
                        *voice = self.voice_of(&text[start..at], &mut room);
                        *known = number;
                    }
                    take(Some(voice), bytes.len() - at)
                } else {
                    let voice = self.voice_of(&text[start..at], &mut room);
                    take(Some(&voice), bytes.len() - at)
                };
                if !more {
                    break;
                }
            }
        });
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

    /// What a word says, by its letters and as a whole; `room` is overwritten.
    fn voice_of(&self, word: &str, room: &mut String) -> Voice {
        let letters = word.chars().fold(0, |all, c| all | self.signs_in(c));
        let known = if !word.chars().all(is_small) {
            room.clear();
            lower_into(word, room);
            self.words.get(room)
        } else if word.len() <= self.longest {
            self.words.get(word)
        } else {
            None
        };
        let known = known.copied().unwrap_or_default();
        let signs = letters | known.signs;
        Voice {
            all: signs | known.all,
            signs,
            letters,
        }
    }
}

/// The byte behind the letters and digits from byte `at` on.
#[inline]
fn end_of_word(text: &str, mut at: usize) -> usize {
    let bytes = text.as_bytes();
    while let Some(&byte) = bytes.get(at) {
        let width = usize::from(LETTERS[usize::from(byte)]);
        at += match width {
            0 if byte < 0x80 => break,
            // U+00C0 to U+00FF, but for the signs of multiplication and division.
            0 if byte == 0xC3 && !matches!(bytes.get(at + 1), Some(0x97 | 0xB7)) => 2,
            // U+1E00 to U+1EFF.
            0 if byte == 0xE1 && matches!(bytes.get(at + 1), Some(0xB8..=0xBB)) => 3,
            0 if text[at..].starts_with(is_letter_or_digit) => width_at(text, at),
            0 => break,
            width => width,
        };
    }
    at
}

/// The bytes of letters and digits where nothing else starts with `0xC3` or `0xE1`.
static IN_WORDS: [bool; 256] = {
    let mut in_words = [false; 256];
    let mut byte = 0;
    while byte < 256 {
        let rest = byte >= 0x80 && byte < 0xC0;
        in_words[byte] = LETTERS[byte] > 0 || rest || byte == 0xC3 || byte == 0xE1;
        byte += 1;
    }
    in_words
};

static CALM: Calm = Calm::but(b"");

/// The bytes of the character at byte `at`.
fn width_at(text: &str, at: usize) -> usize {
    let c = text.get(at..).and_then(|rest| rest.chars().next());
    c.map_or(1, char::len_utf8)
}

/// The bytes of a letter or digit, by its first one; 0 where that does not tell.
static LETTERS: [u8; 256] = {
    let mut widths = [0; 256];
    let mut byte = 0;
    while byte < 256 {
        widths[byte] = match byte as u8 {
            b'0'..=b'9' | b'A'..=b'Z' | b'a'..=b'z' => 1,
            // U+0100 to U+023F.
            0xC4..=0xC8 => 2,
            _ => 0,
        };
        byte += 1;
    }
    widths
};

/// The highest score; the first of equals.
fn best(scores: &[Score]) -> Option<(usize, Score)> {
    let scores = scores.iter().copied().enumerate();
    scores.max_by_key(|&(index, score)| (score, std::cmp::Reverse(index)))
}
