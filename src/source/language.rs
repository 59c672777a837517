use super::line::words_of;
use crate::pack::{Packs, Table};
use crate::text::{is_letter, lower_into};

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
    tags: Vec<String>,
    /// The languages, by their place in `tags`, that a letter outside ASCII speaks for.
    letters: Table<char, Vec<usize>>,
    /// The same for a word in lower case.
    words: Table<String, Vec<usize>>,
}

impl Languages {
    pub fn new(packs: &Packs) -> Self {
        let mut languages = Self {
            tags: Vec::new(),
            letters: Table::default(),
            words: Table::default(),
        };
        for (tag, language) in packs.languages() {
            let number = languages.tags.len();
            languages.tags.push(tag.to_owned());
            let letters = language.letters.to_lowercase();
            for letter in letters
                .chars()
                .filter(|c| c.is_alphabetic() && !c.is_ascii())
            {
                languages.letters.entry(letter).or_default().push(number);
            }
            for word in &language.words {
                let word = word.to_lowercase();
                languages.words.entry(word).or_default().push(number);
            }
        }
        languages
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
        clear.then(|| self.tags[best].clone())
    }

    /// The language of a sentence in an article of language `main`: another one only where the sentence clearly says so.
    pub fn of_sentence(&self, text: &str, main: Option<&str>) -> Option<String> {
        let (words, scores) = self.scores(text);
        let other = best(&scores).filter(|&(index, hits)| {
            let mine = self.tags.iter().position(|tag| Some(tag.as_str()) == main);
            let mine = mine.map_or(0, |mine| if mine == index { hits } else { scores[mine] });
            words >= SENTENCE_WORDS
                && hits >= 2
                && hits * 1000 >= words * SENTENCE_ENOUGH
                && hits >= mine * 3
        });
        match other {
            Some((index, _)) => Some(self.tags[index].clone()),
            None => main.map(str::to_owned),
        }
    }

    /// The number of words, and how many of them speak for each language.
    fn scores(&self, text: &str) -> (usize, Vec<usize>) {
        let mut scores = vec![0; self.tags.len()];
        // The last word that spoke for each language: a word speaks once.
        let mut last = vec![0; self.tags.len()];
        let mut count = 0;
        let mut lower = String::new();
        for word in words_of(text).filter(|word| word.starts_with(is_letter)) {
            count += 1;
            lower.clear();
            lower_into(word, &mut lower);
            let letters = lower.chars().filter(|c| !c.is_ascii());
            let letters = letters.filter_map(|c| self.letters.get(&c));
            for &language in self.words.get(&lower).into_iter().chain(letters).flatten() {
                if last[language] != count {
                    last[language] = count;
                    scores[language] += 1;
                }
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
