//! Tokens of derived text: runs of letters, runs of digits, single signs.

use super::is_letter;
use super::letter::is_upper;

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
    let mut at = 0;
    while let Some(c) = char_at(text, at) {
        let start = at;
        at += c.len_utf8();
        if c == ' ' {
            spaced = true;
            continue;
        }
        let kind = kind_of(c);
        let mut end = at;
        let capital = kind == TokenKind::Word && is_upper(c);
        let mut all_upper = capital;
        let mut letters = 1;
        if kind != TokenKind::Sign {
            while let Some(next) = char_at(text, end).filter(|next| kind_of(*next) == kind) {
                end += next.len_utf8();
                letters += 1;
                all_upper = all_upper && is_upper(next);
            }
            at = end;
        }
        let case = match (kind, capital) {
            (TokenKind::Word, true) if all_upper && letters > 1 => Case::Upper,
            (TokenKind::Word, true) => Case::Title,
            _ => Case::Lower,
        };
        // Sentences over 4 GiB cannot occur: derived text refuses them.
        found.push(Token {
            kind,
            start: start as u32,
            end: end as u32,
            spaced,
            case,
        });
        spaced = false;
    }
    found
}

/// The character that starts at byte `at`.
#[inline]
fn char_at(text: &str, at: usize) -> Option<char> {
    match text.as_bytes().get(at) {
        Some(byte) if byte.is_ascii() => Some(char::from(*byte)),
        _ => text.get(at..)?.chars().next(),
    }
}

fn kind_of(c: char) -> TokenKind {
    if c.is_ascii_digit() {
        TokenKind::Digits
    } else if is_letter(c)
        || ('\u{300}'..='\u{36F}').contains(&c)
        || matches!(c, '²' | '³' | '¹' | '⁰' | '⁴'..='⁹')
    {
        TokenKind::Word
    } else {
        TokenKind::Sign
    }
}
