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
    let mut found = Vec::with_capacity(text.len() / 4 + 1);
    let mut spaced = true;
    let mut chars = text.char_indices();
    let mut next = chars.next();
    while let Some((start, c)) = next {
        next = chars.next();
        if c == ' ' {
            spaced = true;
            continue;
        }
        let first = sort_of(c);
        let kind = first.kind();
        let mut small = first == Sort::Small;
        let mut all_upper = first == Sort::Capital;
        let mut alone = true;
        if kind != TokenKind::Sign {
            while let Some((_, c)) = next {
                let sort = sort_of(c);
                if sort.kind() != kind {
                    break;
                }
                small &= sort == Sort::Small;
                all_upper &= sort == Sort::Capital;
                alone = false;
                next = chars.next();
            }
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
            end: next.map_or(text.len(), |(at, _)| at) as u32,
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

#[inline]
fn sort_of(c: char) -> Sort {
    let code = c as usize;
    let known = if code < LATIN {
        SORTS[code]
    } else {
        let place = code.wrapping_sub(ADDITIONAL - LATIN);
        let known = SORTS.get(place).filter(|_| place >= LATIN);
        known.copied().unwrap_or(Sort::Unknown)
    };
    if known == Sort::Unknown {
        sort_by_tables(c)
    } else {
        known
    }
}

#[cold]
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
