use std::collections::BTreeMap;

use aho_corasick::AhoCorasick;

use super::line::{Line, folded};
use crate::pack::Pack;
use crate::pack::schema::{BlockCue, CuePosition};
use crate::text::boundary_before;

/// Words for which the gap `…` of a cue stands, at most.
const GAP_WORDS: usize = 12;
/// Most words of a line that is nothing but a credit.
const LABEL_WORDS: usize = 6;
/// Bytes at the end of a line in which a cue of the end is looked for.
const END_WINDOW: usize = 240;

/// The cues by which the blocks of a language are known.
#[derive(Debug, Default)]
pub(super) struct Cues {
    /// Strongest first.
    phrases: Vec<Phrase>,
    /// Finds the first texts of the phrases that may stand anywhere.
    texts: Option<AhoCorasick>,
    /// For each of these phrases the number of its first text.
    text_of: Vec<Option<usize>>,
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
    /// Words alone, without a colon or bracket, do not make an author or date line of a whole sentence ("By noon, …").
    needs_open_end: bool,
    /// The first byte of a phrase that starts its line with a text.
    first: Option<u8>,
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
        let mut phrases: Vec<Phrase> = cues
            .filter_map(|cue| Some((cue, kind_of(cue)?)))
            .flat_map(|(cue, kind)| phrases(cue, kind))
            .collect();
        // Stable: of two that say as much the earlier one wins.
        phrases.sort_by_key(|phrase| std::cmp::Reverse(phrase.weight));
        let mut texts: Vec<&str> = Vec::new();
        let mut numbers: BTreeMap<&str, usize> = BTreeMap::new();
        let text_of = phrases
            .iter()
            .map(|phrase| {
                let searched = matches!(phrase.at, CuePosition::End | CuePosition::Anywhere);
                let text = searched.then(|| phrase.first_text())?;
                Some(*numbers.entry(text).or_insert_with(|| {
                    texts.push(text);
                    texts.len() - 1
                }))
            })
            .collect();
        // Without the finder every phrase is tried.
        let texts = AhoCorasick::new(&texts).ok();
        Self {
            phrases,
            texts,
            text_of,
        }
    }

    /// What the strongest cue in `line` says.
    pub fn find(&self, line: &Line) -> Option<CueKind> {
        let sentence = line.ends_in_full_stop();
        let start = line.folded.trim_start_matches(is_ornament);
        let first = start.bytes().next();
        let mut stands = vec![self.texts.is_none(); self.phrases.len()];
        if let Some(texts) = &self.texts {
            for found in texts.find_overlapping_iter(&line.folded) {
                stands[found.pattern().as_usize()] = true;
            }
        }
        let fits = |(phrase, text): &(&Phrase, &Option<usize>)| {
            text.is_none_or(|text| stands[text])
                && (phrase.first.is_none() || phrase.first == first)
                && (phrase.max_words == 0 || line.words <= phrase.max_words)
                && !(sentence && phrase.needs_open_end)
                && phrase.is_in(line, start)
        };
        let mut phrases = self.phrases.iter().zip(&self.text_of);
        phrases.find(fits).map(|(phrase, _)| phrase.kind)
    }
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
        let signs =
            |part: &Part| matches!(part, Part::Text(text) if text.contains([':', '(', '[', '|']));
        let starts = matches!(cue.at, CuePosition::Whole | CuePosition::Start);
        let first = match parts.first() {
            Some(Part::Text(text)) if starts => text.bytes().next(),
            _ => None,
        };
        Phrase {
            needs_open_end: kind == CueKind::Meta && !parts.iter().any(signs),
            first,
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
    /// `start` is the line without the ornaments before it.
    fn is_in(&self, line: &Line, start: &str) -> bool {
        let Line {
            folded: line,
            words,
            ..
        } = line;
        let bare =
            |rest: &str| !rest.contains(|c: char| c.is_alphanumeric() || c == '(' || c == '[');
        match self.at {
            CuePosition::Whole => fits(&self.parts, start, &bare),
            CuePosition::Start => fits(&self.parts, start, &ends_word),
            CuePosition::End => {
                let window = &line[boundary_before(line, line.len().saturating_sub(END_WINDOW))..];
                // A label with a long text behind it opens a headline ("Video: …"); with a name it is a credit.
                let labels = *words > LABEL_WORDS && self.parts.last() == Some(&Part::Gap);
                self.starts(window).any(|from| {
                    !(labels && from.len() == line.len()) && fits(&self.parts, from, &bare)
                })
            }
            CuePosition::Anywhere => self
                .starts(line)
                .any(|from| fits(&self.parts, from, &ends_word)),
        }
    }

    /// Empty where the phrase starts with no text.
    fn first_text(&self) -> &str {
        match self.parts.first() {
            Some(Part::Text(text)) => text,
            _ => "",
        }
    }

    /// What follows each place where the phrase may start.
    fn starts<'l>(&self, line: &'l str) -> impl Iterator<Item = &'l str> {
        let first = self.first_text();
        let at_word = first.starts_with(char::is_alphanumeric);
        let found = if first.is_empty() {
            Vec::new()
        } else {
            line.match_indices(first).map(|(at, _)| at).collect()
        };
        found
            .into_iter()
            .filter(move |&at| !at_word || !line[..at].ends_with(char::is_alphanumeric))
            .map(|at| &line[at..])
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
            .take_while(|&(at, _)| at == 0 || words(&rest[..at]) <= GAP_WORDS)
            .any(|(at, _)| is_gap(&rest[..at]) && fits(others, &rest[at + text.len()..], done)),
        [Part::Gap, others @ ..] => fits(others, rest, done),
    }
}

fn is_gap(text: &str) -> bool {
    (1..=GAP_WORDS).contains(&words(text))
}

fn words(text: &str) -> usize {
    text.split(' ')
        .filter(|word| word.contains(char::is_alphanumeric))
        .count()
}
