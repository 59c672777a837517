use super::line::{CLOSERS, ENDS, OPENERS, marker};
use crate::pack::{Pack, Words};
use crate::text::{Derived, Span};

/// What a language adds to the splitting of sentences.
#[derive(Debug, Default)]
pub(super) struct Splitter {
    /// Short forms with their full stop, as written.
    abbreviations: Words<()>,
    /// Frequent words, in lower case: one of them with a capital starts a sentence even after a short form.
    frequent: Words<()>,
}

impl Splitter {
    pub fn new<'p>(packs: impl IntoIterator<Item = &'p Pack>) -> Self {
        let mut splitter = Self::default();
        for pack in packs {
            for word in &pack.abbreviations {
                let stop = if word.ends_with('.') { "" } else { "." };
                let abbreviations = &mut splitter.abbreviations;
                abbreviations.get_or_insert(&[word, stop].concat(), ());
            }
            let frequent = pack.language.words.iter().chain(&pack.stop_words);
            for word in frequent {
                splitter.frequent.get_or_insert(&word.to_lowercase(), ());
            }
        }
        splitter
    }

    /// The raw spans of the sentences of `block`, in order: without white space at their ends, and together holding
    /// every character of it that is not white space.
    pub fn split(&self, raw: &str, block: &Derived) -> Vec<Span> {
        let mut spans = Vec::new();
        let mut from = block.span().start;
        for cut in self.cuts(block.text()) {
            let to = block.raw(cut - 1, cut).end;
            spans.push(super::passage::trimmed(raw, Span::new(from, to)));
            from = to;
        }
        spans.push(super::passage::trimmed(
            raw,
            Span::new(from, block.span().end),
        ));
        spans.retain(|span| !span.is_empty());
        if spans.iter().any(|span| span.len() > LONGEST) {
            spans = spans
                .into_iter()
                .flat_map(|span| pieces(raw, span))
                .collect();
        }
        spans
    }

    /// Where sentences end in `text`, but for the last: after the closing quotes and brackets that belong to them.
    fn cuts(&self, text: &str) -> Vec<usize> {
        let mut cuts = Vec::new();
        let (mut start, mut from) = (0, 0);
        while let Some(at) = next_end(text, from) {
            let stop = at + run_of_ends(&text[at..]);
            let end = stop + text[stop..].len() - text[stop..].trim_start_matches(CLOSERS).len();
            from = end;
            let rest = &text[end..];
            if rest.trim().is_empty() {
                break;
            }
            let one_stop = &text[at..stop] == ".";
            let ends = if rest.starts_with(' ') {
                starts_sentence(rest)
                    && !(one_stop && end == stop && self.goes_on(&text[start..stop], rest))
            } else {
                is_glued(&text[start..at], &text[stop..end], rest)
                    && !(one_stop && self.is_abbreviation(&text[start..stop]))
            };
            if ends {
                cuts.push(end);
                start = end;
            }
        }
        cuts
    }

    /// Whether the full stop at the end of `before` belongs to a list marker or short form, and the sentence goes on.
    fn goes_on(&self, before: &str, rest: &str) -> bool {
        if is_marker(before) {
            return true;
        }
        if !self.is_abbreviation(before) {
            return false;
        }
        let mut words = rest.split(' ').filter(|word| !word.is_empty());
        let next = words
            .next()
            .unwrap_or_default()
            .trim_matches(|c: char| !c.is_alphanumeric())
            .to_lowercase();
        // "p.m. The", but not "Dr. An Nguyen".
        let inner_stop = last_word(before).trim_end_matches('.').contains('.');
        let name = words
            .next()
            .is_some_and(|word| word.starts_with(char::is_uppercase));
        !(self.frequent.get(&next).is_some() && (inner_stop || !name))
    }

    /// Whether the last word of `before`, which ends in a full stop, is a short form: listed, an initial, or letters with
    /// full stops between them.
    fn is_abbreviation(&self, before: &str) -> bool {
        let word = last_word(before);
        let bare = word.trim_end_matches('.');
        let last = bare.rsplit(['.', '-', '/']).next().unwrap_or_default();
        let mut letters = last.chars().filter(|c| c.is_alphabetic());
        let initial = letters.next().is_some_and(char::is_uppercase)
            && letters.next().is_none()
            && last.chars().count() == 1
            && !is_unit(before);
        let dotted = bare.contains('.')
            && bare
                .split('.')
                .all(|part| part.chars().count() == 1 && part.chars().all(char::is_alphabetic));
        initial
            || dotted
            || self.abbreviations.get(word).is_some()
            || word.strip_suffix('.') != Some(last)
                && self.abbreviations.get(&[last, "."].concat()).is_some()
    }
}

/// Whether the last word of `before` is the unit of a number: "dưới cái nóng 34 độ C."
fn is_unit(before: &str) -> bool {
    let number = |word: &str| word.ends_with(|c: char| c.is_ascii_digit() || c == '°');
    let small = |word: &str| word.starts_with(char::is_lowercase);
    let mut words = before.split_whitespace().rev().skip(1);
    match (words.next(), words.next()) {
        (Some(word), _) if number(word) => true,
        (Some(word), Some(figure)) => small(word) && number(figure),
        _ => false,
    }
}

/// Bytes of the longest sentence. No person writes one; the time to read it grows faster than its length.
const LONGEST: usize = 3_000;

/// `span` cut where a space allows it, or between two characters, so that no piece is longer than a sentence may be.
fn pieces(raw: &str, span: Span) -> Vec<Span> {
    let mut pieces = Vec::new();
    let mut rest = span;
    while rest.len() > LONGEST {
        let most = crate::text::boundary_before(raw, rest.start + LONGEST);
        let window = Span::new(rest.start, most).of(raw);
        let space = window
            .rfind(char::is_whitespace)
            .filter(|at| *at > LONGEST / 2);
        let end = space.map_or(most, |at| rest.start + at);
        pieces.push(super::passage::trimmed(raw, Span::new(rest.start, end)));
        rest = super::passage::trimmed(raw, Span::new(end, rest.end));
    }
    pieces.push(rest);
    pieces.retain(|piece| !piece.is_empty());
    pieces
}

/// The byte of the first sign at or behind byte `from` that ends a sentence.
fn next_end(text: &str, from: usize) -> Option<usize> {
    let bytes = text.as_bytes();
    let mut at = from;
    // A stretch at a time: where one sign is near and another far, the far one is not looked for again and again.
    while at < bytes.len() {
        let stretch = &bytes[at..(at + STRETCH).min(bytes.len())];
        let stop = memchr::memchr3(b'.', b'!', b'?', stretch);
        let before = &stretch[..stop.unwrap_or(stretch.len())];
        // The ellipsis starts with this byte, as many other signs do.
        let ellipsis = memchr::memchr_iter(0xE2, before)
            .find(|sign| bytes[at + sign..].starts_with("…".as_bytes()));
        if let Some(end) = ellipsis.or(stop) {
            return Some(at + end);
        }
        at += stretch.len();
    }
    None
}

/// Bytes in which the next sign is looked for at once.
const STRETCH: usize = 512;

/// The bytes of the signs that end a sentence at the start of `text`: "?!", "…", "./.".
fn run_of_ends(text: &str) -> usize {
    let mut length = 0;
    while let Some(c) = text[length..].chars().next() {
        if ENDS.contains(&c) {
            length += c.len_utf8();
        } else if c == '/' && length > 0 && text[length + 1..].starts_with('.') {
            length += 2;
        } else {
            break;
        }
    }
    length
}

/// Whether a sentence can start at `rest`: with a capital, a digit, a letter without case, or a quotation.
fn starts_sentence(rest: &str) -> bool {
    let rest = rest.trim_start();
    if rest.starts_with(['"', '“', '«', '„', '‘']) {
        return true;
    }
    // "b) ": the next item of a list inside a paragraph.
    if rest.starts_with(char::is_lowercase)
        && rest.chars().nth(1) == Some(')')
        && marker(rest).is_some()
    {
        return true;
    }
    let first = rest
        .trim_start_matches(OPENERS)
        .trim_start_matches(['-', '*', '•', '¿', '¡', ' '])
        .chars()
        .next();
    first.is_some_and(|c| c.is_alphanumeric() && !c.is_lowercase())
}

/// Whether two sentences stand together without a space: "NATO.Được biết", but not "Vietnam.net", "U.S.A" or "2.400".
fn is_glued(before: &str, closers: &str, rest: &str) -> bool {
    let mut next = rest.chars();
    let capitalised =
        next.next().is_some_and(char::is_uppercase) && next.next().is_some_and(char::is_lowercase);
    if !capitalised {
        return false;
    }
    let word = last_word(before);
    let address =
        word.contains("://") || word.contains('@') || word.to_ascii_lowercase().starts_with("www.");
    let last = word
        .rsplit(|c: char| !c.is_alphanumeric())
        .next()
        .unwrap_or_default();
    let long = last.chars().count() >= 2 || last.ends_with(|c: char| c.is_ascii_digit());
    let after_closer = !closers.is_empty() || before.ends_with(CLOSERS);
    let numbered = closers.is_empty() && before.len() < 8 && is_marker(&format!("{before}."));
    !address && !numbered && (long || after_closer)
}

/// Whether `text` is nothing but the number of a list item with its full stop.
fn is_marker(text: &str) -> bool {
    let text = text.trim_start();
    text.len() <= 6 && marker(&format!("{text} x")).is_some_and(|length| length == text.len() + 1)
}

/// Bytes in which the last word is looked for: no word is longer, and a text without a space has no words.
const LONGEST_WORD: usize = 400;

/// What stands behind the last space or opening sign.
fn last_word(text: &str) -> &str {
    let near = crate::text::boundary_before(text, text.len().saturating_sub(LONGEST_WORD));
    text[near..]
        .rsplit(|c: char| c == ' ' || OPENERS.contains(&c))
        .next()
        .unwrap_or_default()
}
