use std::borrow::Cow;
use std::collections::BTreeSet;

use super::line::words_of;
use crate::pack::{Pack, Packs};

/// Of a thousand words, how many must be signs of a language or its function words to choose it.
const ENOUGH: usize = 220;
/// Of a thousand words, how many must be signs of it: function words alone are shared by too many languages.
const ENOUGH_SIGNS: usize = 40;
/// Fewest words of a sentence that is read by another pack than its article.
const SENTENCE_WORDS: usize = 5;
/// As [`ENOUGH`], for such a sentence.
const SENTENCE_ENOUGH: usize = 300;

/// The language that `text` is written in: the tag of the pack that most of its words speak for, by letters, frequent
/// words and function words. `None` when none of the packs is clearly right.
pub fn language(text: &str, packs: &Packs) -> Option<String> {
    Languages::new(packs).of_text(text)
}

/// How the packs know their languages.
#[derive(Debug)]
pub(super) struct Languages {
    signs: Vec<Signs>,
}

#[derive(Debug)]
struct Signs {
    tag: String,
    /// All sorted.
    letters: Vec<char>,
    words: Vec<String>,
    function_words: Vec<String>,
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
        let signs = packs.iter().map(|(tag, pack)| Signs::new(tag, pack));
        Self {
            signs: signs.collect(),
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
        clear.then(|| self.signs[best].tag.clone())
    }

    /// The language of a sentence in an article of language `main`: another one only where the sentence clearly says so.
    pub fn of_sentence(&self, text: &str, main: Option<&str>) -> Option<String> {
        let (words, scores) = self.scores(text);
        let is_main = |index: usize| Some(self.signs[index].tag.as_str()) == main;
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
            Some((index, _)) => Some(self.signs[index].tag.clone()),
            None => main.map(str::to_owned),
        }
    }

    /// The number of words, and how many of them speak for each language.
    fn scores(&self, text: &str) -> (usize, Vec<Score>) {
        let mut scores = vec![Score::default(); self.signs.len()];
        let mut count = 0;
        for word in words_of(text).filter(|word| !word.starts_with(|c: char| c.is_ascii_digit())) {
            count += 1;
            let lower: Cow<'_, str> = if word.contains(char::is_uppercase) {
                word.to_lowercase().into()
            } else {
                word.into()
            };
            for (score, signs) in scores.iter_mut().zip(&self.signs) {
                let sign = signs.hold(&lower);
                score.signs += usize::from(sign);
                score.all += usize::from(sign || is_among(&signs.function_words, &lower));
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

impl Signs {
    fn new(tag: &str, pack: &Pack) -> Self {
        let letters = pack.language.letters.to_lowercase();
        Self {
            tag: tag.to_owned(),
            letters: sorted(letters.chars().filter(|c| c.is_alphabetic())),
            words: sorted(pack.language.words.iter().map(|word| word.to_lowercase())),
            function_words: sorted(pack.stop_words.iter().map(|word| word.to_lowercase())),
        }
    }

    fn hold(&self, word: &str) -> bool {
        let known = |c: char| !c.is_ascii() && self.letters.binary_search(&c).is_ok();
        (!word.is_ascii() && word.chars().any(known)) || is_among(&self.words, word)
    }
}

fn sorted<T: Ord>(items: impl Iterator<Item = T>) -> Vec<T> {
    items.collect::<BTreeSet<_>>().into_iter().collect()
}

fn is_among(words: &[String], word: &str) -> bool {
    words
        .binary_search_by(|known| known.as_str().cmp(word))
        .is_ok()
}
