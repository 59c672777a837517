use std::collections::BTreeSet;

use super::line::words_of;
use crate::pack::Packs;
use crate::pack::schema::Language;

/// Of a thousand words, how many must speak for a language to choose it.
const ENOUGH: usize = 180;
/// Fewest words of a sentence that is read by another pack than its article.
const SENTENCE_WORDS: usize = 5;
/// Of a thousand words of such a sentence, how many must speak for the other language.
const SENTENCE_ENOUGH: usize = 300;

/// The language that `text` is written in: the tag of the pack that most of its words speak for, by letters and frequent
/// words. `None` when none of the packs is clearly right.
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
    letters: BTreeSet<char>,
    words: BTreeSet<String>,
}

impl Languages {
    pub fn new(packs: &Packs) -> Self {
        Self {
            signs: packs
                .languages()
                .map(|(tag, language)| Signs::new(tag, language))
                .collect(),
        }
    }

    /// As [`language`].
    pub fn of_text(&self, text: &str) -> Option<String> {
        let (words, scores) = self.scores(text);
        let (best, hits) = best(&scores)?;
        let second = scores
            .iter()
            .enumerate()
            .filter(|&(index, _)| index != best)
            .map(|(_, &hits)| hits)
            .max()
            .unwrap_or(0);
        let clear = hits >= 2 && hits * 1000 >= words * ENOUGH && hits * 2 >= second * 3;
        clear.then(|| self.signs[best].tag.clone())
    }

    /// The language of a sentence in an article of language `main`: another one only where the sentence clearly says so.
    pub fn of_sentence(&self, text: &str, main: Option<&str>) -> Option<String> {
        let (words, scores) = self.scores(text);
        let other = best(&scores).filter(|&(index, hits)| {
            let mine = self
                .signs
                .iter()
                .position(|signs| Some(signs.tag.as_str()) == main);
            let mine = mine.map_or(0, |mine| if mine == index { hits } else { scores[mine] });
            words >= SENTENCE_WORDS
                && hits >= 2
                && hits * 1000 >= words * SENTENCE_ENOUGH
                && hits >= mine * 3
        });
        match other {
            Some((index, _)) => Some(self.signs[index].tag.clone()),
            None => main.map(str::to_owned),
        }
    }

    /// The number of words, and how many of them speak for each language.
    fn scores(&self, text: &str) -> (usize, Vec<usize>) {
        let mut scores = vec![0; self.signs.len()];
        let mut count = 0;
        for word in words_of(text).filter(|word| word.starts_with(char::is_alphabetic)) {
            count += 1;
            let lower = word.to_lowercase();
            for (score, signs) in scores.iter_mut().zip(&self.signs) {
                *score += usize::from(signs.speak_in(&lower));
            }
        }
        (count, scores)
    }
}

/// The highest score; the first of equals.
fn best(scores: &[usize]) -> Option<(usize, usize)> {
    scores
        .iter()
        .copied()
        .enumerate()
        .max_by_key(|&(index, hits)| (hits, std::cmp::Reverse(index)))
}

impl Signs {
    fn new(tag: &str, language: &Language) -> Self {
        Self {
            tag: tag.to_owned(),
            letters: language
                .letters
                .to_lowercase()
                .chars()
                .filter(|c| c.is_alphabetic())
                .collect(),
            words: language
                .words
                .iter()
                .map(|word| word.to_lowercase())
                .collect(),
        }
    }

    fn speak_in(&self, word: &str) -> bool {
        self.words.contains(word)
            || word
                .chars()
                .any(|c| !c.is_ascii() && self.letters.contains(&c))
    }
}
