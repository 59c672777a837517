//! Tokens of derived text: runs of letters, runs of digits, single signs.

use super::is_letter;
use super::letter::{is_upper, lower};

/// What a token is made of.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum TokenKind {
    /// Letters and the marks on them; superscript digits count as letters ("m²").
    Word,
    /// ASCII digits.
    Digits,
    /// Any other visible character, one a token.
    Sign,
}

/// How a word is capitalised.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Case {
    /// No capital at the start.
    Lower,
    /// A capital at the start only.
    Title,
    /// Two or more letters, all capital.
    Upper,
}

/// A token; offsets are bytes of the derived text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Token {
    /// What it is made of.
    pub kind: TokenKind,
    /// First byte.
    pub start: u32,
    /// One past the last byte.
    pub end: u32,
    /// Whether white space or the start of the text stands before it.
    pub spaced: bool,
    /// Capitalisation of a word.
    pub case: Case,
    /// Whether it is a word that is the same in lower case, as far as a quick look tells.
    pub(crate) small: bool,
}

impl Token {
    /// The token's characters in `text`, the derived text it was made from.
    #[inline]
    pub fn of<'t>(&self, text: &'t str) -> &'t str {
        text.get(self.start as usize..self.end as usize)
            .unwrap_or("")
    }
}

/// Cuts derived text into tokens; white space is none.
pub fn tokens(text: &str) -> Vec<Token> {
    let bytes = text.as_bytes();
    let mut found = Vec::with_capacity(text.len() / 4 + 1);
    let mut spaced = true;
    let mut at = 0;
    while let Some(&byte) = bytes.get(at) {
        if byte == b' ' {
            spaced = true;
            at += 1;
            continue;
        }
        let start = at;
        let (first, width) = sort_at(text, at);
        at += width;
        let kind = first.kind();
        let mut small = first == Sort::Small;
        let mut all_upper = first == Sort::Capital;
        let mut alone = true;
        while kind != TokenKind::Sign && at < bytes.len() {
            // Every other letter is one of these.
            if kind == TokenKind::Word && bytes[at].is_ascii_lowercase() {
                (all_upper, alone) = (false, false);
                at += 1;
                continue;
            }
            let (sort, width) = sort_at(text, at);
            if sort.kind() != kind {
                break;
            }
            small &= sort == Sort::Small;
            all_upper &= sort == Sort::Capital;
            alone = false;
            at += width;
        }
        let case = match first {
            Sort::Capital if all_upper && !alone => Case::Upper,
            Sort::Capital => Case::Title,
            _ => Case::Lower,
        };
        // Sentences over 4 GiB cannot occur: derived text refuses them.
        found.push(Token {
            kind,
            start: start as u32,
            end: at as u32,
            spaced,
            case,
            small,
        });
        spaced = false;
    }
    found
}

/// What a character is to a token.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Sort {
    /// A letter that is the same in lower case.
    Small,
    Capital,
    /// Any other part of a word.
    Other,
    Digit,
    Sign,
    /// The table does not say.
    Unknown,
}

impl Sort {
    fn kind(self) -> TokenKind {
        match self {
            Self::Small | Self::Capital | Self::Other => TokenKind::Word,
            Self::Digit => TokenKind::Digits,
            Self::Sign | Self::Unknown => TokenKind::Sign,
        }
    }
}

/// Code points up to the end of Latin Extended-B, and the block Latin Extended Additional behind them.
const LATIN: usize = 0x250;
const ADDITIONAL: usize = 0x1E00;
static SORTS: [Sort; LATIN + 0x100] = {
    let mut sorts = [Sort::Unknown; LATIN + 0x100];
    let mut at = 0;
    while at < sorts.len() {
        let code = if at < LATIN {
            at
        } else {
            at - LATIN + ADDITIONAL
        };
        if let Some(c) = char::from_u32(code as u32) {
            sorts[at] = known_sort(c);
        }
        at += 1;
    }
    sorts
};

const fn known_sort(c: char) -> Sort {
    match c as u32 {
        0x30..=0x39 => Sort::Digit,
        // The signs of multiplication and division.
        0xD7 | 0xF7 => Sort::Sign,
        0x41..=0x5A | 0x61..=0x7A | 0xC0..=0x24F | 0x1E00..=0x1EFF => match lower(c) {
            Some(small) if small as u32 == c as u32 => Sort::Small,
            Some(_) => Sort::Capital,
            None => Sort::Unknown,
        },
        0..=0x7F => Sort::Sign,
        _ => Sort::Unknown,
    }
}

/// The sort of the character at byte `at`, and its bytes.
#[inline]
fn sort_at(text: &str, at: usize) -> (Sort, usize) {
    let bytes = text.as_bytes();
    let bits = |place: usize| usize::from(bytes.get(at + place).copied().unwrap_or(0) & 0x3F);
    let byte = bytes.get(at).copied().unwrap_or(0);
    let (known, width) = match byte {
        0..=0x7F => (SORTS[usize::from(byte)], 1),
        // U+00C0 to U+023F, and U+1E00 to U+1EFF.
        0xC3..=0xC8 => (SORTS[usize::from(byte & 0x1F) << 6 | bits(1)], 2),
        0xE1 if bits(1) >= 0x38 && bits(1) <= 0x3B => {
            (SORTS[LATIN + (bits(1) & 3) * 0x40 + bits(2)], 3)
        }
        _ => (Sort::Unknown, 0),
    };
    if known == Sort::Unknown {
        unknown_sort_at(text, at)
    } else {
        (known, width)
    }
}

#[cold]
fn unknown_sort_at(text: &str, at: usize) -> (Sort, usize) {
    let c = text.get(at..).and_then(|rest| rest.chars().next());
    let c = c.unwrap_or(' ');
    (sort_by_tables(c), c.len_utf8())
}

fn sort_by_tables(c: char) -> Sort {
    let part_of_word = is_letter(c)
        || ('\u{300}'..='\u{36F}').contains(&c)
        || matches!(c, '²' | '³' | '¹' | '⁰' | '⁴'..='⁹');
    match part_of_word {
        true if is_upper(c) => Sort::Capital,
        true => Sort::Other,
        false => Sort::Sign,
    }
}
