use super::cue_firsts::Firsts;
use super::line::{Line, folded};
use crate::pack::schema::{BlockCue, CuePosition};
use crate::pack::{Pack, Table};
use crate::text::is_letter_or_digit;

/// Words for which the gap `…` of a cue stands, at most.
const GAP_WORDS: usize = 12;
/// Bytes that so many words take at most.
const GAP_BYTES: usize = 400;
/// Most words of a line that is nothing but a credit.
const LABEL_WORDS: usize = 6;
/// Most words of a line in whose middle and end cues are looked for: no caption is longer.
const INNER_WORDS: usize = 150;
/// The same in bytes: a line of nothing but signs has no words.
const INNER_BYTES: usize = 8 * 1024;

/// The cues by which the blocks of a language are known.
#[derive(Debug, Default)]
pub(super) struct Cues {
    /// Strongest first.
    phrases: Vec<Phrase>,
    /// Phrases of a whole line or its start, by the word or sign they start with; under "" those that start with a gap or
    /// a number.
    openings: Table<String, Vec<usize>>,
    /// Phrases of the end.
    at_end: Firsts,
    /// Words that one of them covers at most.
    end_words: usize,
    /// Phrases of any place.
    anywhere: Firsts,
}

/// What a cue says of its line.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum CueKind {
    Caption,
    Meta,
    Furniture,
    /// Furniture, and what follows belongs to other stories.
    Tail,
    Teaser,
    /// The title of a page of teasers.
    Topic,
}

#[derive(Debug)]
struct Phrase {
    parts: Vec<Part>,
    at: CuePosition,
    kind: CueKind,
    max_words: usize,
    /// How much the phrase says: the position first, then its letters.
    weight: (u8, usize),
}

#[derive(Debug, PartialEq, Eq)]
enum Part {
    /// Folded text.
    Text(String),
    /// `…`: one to twelve words.
    Gap,
    /// `#`: digits.
    Number,
}

impl Cues {
    /// The cues of all `packs` together. A cue of an unknown kind says nothing; the check of the packs reports it.
    pub fn new<'p>(packs: impl IntoIterator<Item = &'p Pack>) -> Self {
        let cues = packs.into_iter().flat_map(|pack| &pack.blocks);
        let known = cues.filter_map(|cue| Some((cue, kind_of(cue)?)));
        let mut phrases: Vec<Phrase> = known.flat_map(|(cue, kind)| phrases(cue, kind)).collect();
        // Stable: of two that say as much the earlier one wins.
        phrases.sort_by_key(|phrase| std::cmp::Reverse(phrase.weight));
        let mut openings: Table<String, Vec<usize>> = Table::default();
        let (mut at_end, mut anywhere) = (Firsts::default(), Firsts::default());
        let mut end_words = 0;
        for (index, phrase) in phrases.iter().enumerate() {
            let start = match phrase.parts.first() {
                Some(Part::Text(text)) => text.as_str(),
                _ => "",
            };
            match phrase.at {
                CuePosition::Whole | CuePosition::Start => {
                    openings
                        .entry(opening(start).to_owned())
                        .or_default()
                        .push(index);
                }
                CuePosition::End => {
                    at_end.add(start.as_bytes(), index);
                    end_words = end_words.max(phrase.most_words());
                }
                CuePosition::Anywhere => anywhere.add(start.as_bytes(), index),
            }
        }
        Self {
            phrases,
            openings,
            at_end,
            end_words,
            anywhere,
        }
    }

    /// What the strongest cue in `line` says.
    pub fn find(&self, line: &Line) -> Option<CueKind> {
        let unadorned = line.folded.trim_start_matches(is_ornament);
        let start = line.folded.len() - unadorned.len();
        // A phrase by its place in the order of strength, and where it would stand.
        let mut candidates: Vec<(usize, usize)> = Vec::new();
        for key in [opening(unadorned), ""] {
            candidates.extend(
                self.openings
                    .get(key)
                    .into_iter()
                    .flatten()
                    .map(|&index| (index, start)),
            );
        }
        if line.words <= INNER_WORDS && line.folded.len() <= INNER_BYTES {
            let folded = line.folded.as_str();
            let mut add = |index: usize, at: usize| {
                let first = self.phrases[index].parts.first();
                if matches!(first, Some(Part::Text(text)) if folded[at..].starts_with(text.as_str()))
                {
                    candidates.push((index, at));
                }
            };
            let tail = tail(folded, self.end_words);
            self.at_end.each(folded, tail, &mut add);
            if self.anywhere.may_stand_in(folded) {
                self.anywhere.each(folded, 0, &mut add);
            }
        }
        candidates.sort_unstable();
        let sentence = line.ends_in_full_stop();
        let fits = |&(index, at): &(usize, usize)| {
            let phrase = &self.phrases[index];
            (phrase.max_words == 0 || line.words <= phrase.max_words)
                && !(sentence && phrase.needs_open_end())
                && phrase.is_at(line, at)
        };
        candidates
            .into_iter()
            .find(fits)
            .map(|(index, _)| self.phrases[index].kind)
    }
}

/// The byte of `folded` behind which no more than `words` words stand; 0 where it has no more.
fn tail(folded: &str, words: usize) -> usize {
    let mut left = words;
    let mut end = folded.len();
    for at in memchr::memrchr_iter(b' ', folded.as_bytes()) {
        if folded[at..end].contains(is_letter_or_digit) {
            if left == 0 {
                return at;
            }
            left -= 1;
        }
        end = at;
    }
    0
}

/// The word that `text` starts with, or the sign.
fn opening(text: &str) -> &str {
    let word = text
        .find(|c: char| !c.is_alphanumeric())
        .unwrap_or(text.len());
    let sign = text.chars().next().map_or(0, char::len_utf8);
    &text[..if word > 0 { word } else { sign }]
}

fn kind_of(cue: &BlockCue) -> Option<CueKind> {
    match cue.block.as_str() {
        _ if cue.opens_tail => Some(CueKind::Tail),
        "caption" => Some(CueKind::Caption),
        "meta" => Some(CueKind::Meta),
        "boilerplate" => Some(CueKind::Furniture),
        "teaser" => Some(CueKind::Teaser),
        "topic" => Some(CueKind::Topic),
        _ => None,
    }
}

fn phrases(cue: &BlockCue, kind: CueKind) -> impl Iterator<Item = Phrase> {
    let strength = match cue.at {
        CuePosition::Whole => 3,
        CuePosition::Start => 2,
        CuePosition::End => 1,
        CuePosition::Anywhere => 0,
    };
    cue.words.iter().map(move |words| {
        let parts = parts(words);
        let letters = parts
            .iter()
            .map(|part| {
                if let Part::Text(text) = part {
                    text.len()
                } else {
                    0
                }
            })
            .sum();
        Phrase {
            parts,
            at: cue.at,
            kind,
            max_words: cue.max_words,
            weight: (strength, letters),
        }
    })
}

fn parts(words: &str) -> Vec<Part> {
    let mut parts = Vec::new();
    let words = folded(words);
    let mut rest = words.as_str();
    while let Some(at) = rest.find(['…', '#']) {
        if at > 0 {
            parts.push(Part::Text(rest[..at].to_owned()));
        }
        let sign = if rest[at..].starts_with('#') {
            Part::Number
        } else {
            Part::Gap
        };
        rest = &rest[at
            + if sign == Part::Number {
                1
            } else {
                '…'.len_utf8()
            }..];
        parts.push(sign);
    }
    if !rest.is_empty() {
        parts.push(Part::Text(rest.to_owned()));
    }
    parts
}

impl Phrase {
    /// The words that it covers at most.
    fn most_words(&self) -> usize {
        let words = self.parts.iter().map(|part| match part {
            Part::Text(text) => text.split(' ').count(),
            Part::Gap => GAP_WORDS,
            Part::Number => 1,
        });
        words.sum()
    }

    /// Words alone, without a colon or bracket, do not make an author or date line of a whole sentence ("By noon, …").
    fn needs_open_end(&self) -> bool {
        let signs =
            |part: &Part| matches!(part, Part::Text(text) if text.contains([':', '(', '[', '|']));
        self.kind == CueKind::Meta && !self.parts.iter().any(signs)
    }

    /// Whether the phrase stands in `line` from byte `at` of its folded text.
    fn is_at(&self, line: &Line, at: usize) -> bool {
        let bare =
            |rest: &str| !rest.contains(|c: char| c.is_alphanumeric() || c == '(' || c == '[');
        let (before, from) = line.folded.split_at(at);
        let in_word =
            from.starts_with(char::is_alphanumeric) && before.ends_with(char::is_alphanumeric);
        match self.at {
            CuePosition::Whole => fits(&self.parts, from, &bare),
            CuePosition::Start => fits(&self.parts, from, &ends_word),
            CuePosition::End => {
                // A label with a long text behind it opens a headline ("Video: …"); with a name it is a credit.
                let label = before.is_empty()
                    && line.words > LABEL_WORDS
                    && self.parts.last() == Some(&Part::Gap);
                !in_word && !label && fits(&self.parts, from, &bare)
            }
            CuePosition::Anywhere => !in_word && fits(&self.parts, from, &ends_word),
        }
    }
}

/// Signs before the words of a line that do not change what it is.
fn is_ornament(c: char) -> bool {
    c == ' '
        || matches!(
            c,
            '>' | '»' | '›' | '•' | '*' | '|' | '►' | '▶' | '+' | '=' | '"' | '#'
        )
}

fn ends_word(rest: &str) -> bool {
    !rest.starts_with(char::is_alphanumeric)
}

/// Whether `rest` starts with the parts and `done` holds for what follows them.
fn fits(parts: &[Part], rest: &str, done: &dyn Fn(&str) -> bool) -> bool {
    match parts {
        [] => done(rest),
        [Part::Text(text)] => {
            let ends_in_word = text.ends_with(char::is_alphanumeric);
            rest.strip_prefix(text.as_str())
                .is_some_and(|rest| (!ends_in_word || ends_word(rest)) && done(rest))
        }
        [Part::Text(text), others @ ..] => rest
            .strip_prefix(text.as_str())
            .is_some_and(|rest| fits(others, rest, done)),
        [Part::Number, others @ ..] => {
            let digits = rest.bytes().take_while(u8::is_ascii_digit).count();
            digits > 0 && fits(others, &rest[digits..], done)
        }
        [Part::Gap] => is_gap(rest) && done(""),
        [Part::Gap, Part::Text(text), others @ ..] => rest
            .match_indices(text.as_str())
            .take_while(|&(at, _)| at <= GAP_BYTES && words(&rest[..at]) <= GAP_WORDS)
            .any(|(at, _)| is_gap(&rest[..at]) && fits(others, &rest[at + text.len()..], done)),
        [Part::Gap, others @ ..] => fits(others, rest, done),
    }
}

fn is_gap(text: &str) -> bool {
    text.len() <= GAP_BYTES && (1..=GAP_WORDS).contains(&words(text))
}

fn words(text: &str) -> usize {
    text.split(' ')
        .filter(|word| word.contains(char::is_alphanumeric))
        .count()
}
