//! Words of a sentence with their raw bytes.

use unicode_normalization::char::is_combining_mark;

use rapidhash::v3::rapidhash_v3;

use crate::text::{Derived, Span};

/// A word: its folded form as a number, and where it lies.
///
/// Two words are the same when their ids are: the id is a 64-bit hash of the lower-case NFC form.
#[derive(Debug, Clone, Copy)]
pub(super) struct Word {
    /// Hash of the folded form; the lowest bit tells numbers from other words.
    pub id: u64,
    start: u32,
    end: u32,
}

impl Word {
    /// Whether it begins with a digit.
    pub fn is_number(self) -> bool {
        self.id & 1 == 1
    }

    /// Id with all numbers alike.
    pub fn masked(self) -> u64 {
        if self.is_number() { 1 } else { self.id }
    }

    /// Its raw bytes.
    pub fn span(self) -> Span {
        Span::new(self.start as usize, self.end as usize)
    }
}

/// Appends the words of `sentence` to `out`: runs of letters, digits and the marks on them; "2.400" is one word.
pub(super) fn split(sentence: &Derived, out: &mut Vec<Word>) {
    let text = sentence.text();
    let mut folded = String::new();
    let mut start = None;
    let mut before = ' ';
    let mut rest = text.char_indices().peekable();
    while let Some((at, c)) = rest.next() {
        let next = rest.peek().map(|&(_, next)| next);
        let inside = start.is_some();
        let groups_digits = matches!(c, '.' | ',')
            && before.is_ascii_digit()
            && next.is_some_and(|next| next.is_ascii_digit());
        if c.is_alphanumeric() || (inside && (groups_digits || is_combining_mark(c))) {
            start = start.or(Some(at));
            if c.is_ascii() {
                folded.push(c.to_ascii_lowercase())
            } else {
                folded.extend(c.to_lowercase())
            }
        } else if let Some(start) = start.take() {
            push(sentence, &mut folded, start, at, out);
        }
        before = c;
    }
    if let Some(start) = start {
        push(sentence, &mut folded, start, text.len(), out);
    }
}

fn push(sentence: &Derived, folded: &mut String, start: usize, end: usize, out: &mut Vec<Word>) {
    let number = u64::from(folded.starts_with(char::is_numeric));
    let id = rapidhash_v3(folded.as_bytes()) & !1 | number;
    let span = sentence.raw(start, end);
    // Derived text has 32-bit offsets, so these fit.
    let offset = |byte: usize| u32::try_from(byte).unwrap_or(u32::MAX);
    out.push(Word {
        id,
        start: offset(span.start),
        end: offset(span.end),
    });
    folded.clear();
}
