//! Text without language: spans, lines, derived text that maps back to the raw bytes.

mod derived;
mod fold;
mod letter;
mod line_index;
mod row;
mod spacing;
mod span;
mod token;

pub use derived::{Cut, Derived};
pub(crate) use fold::plain;
pub(crate) use letter::{all_plain, is_letter, is_letter_or_digit, is_small, lower_into};
pub use line_index::{LineIndex, Position};
pub(crate) use row::{
    Calm, SHORT, any_three, count, count_between, number_in, number_of, place_of,
};
pub(crate) use spacing::{closed_up, is_syllable};
pub use span::Span;
pub use token::{Case, Token, TokenKind, tokens};

/// The last character boundary of `text` at or before byte `at`.
#[inline]
pub(crate) fn boundary_before(text: &str, at: usize) -> usize {
    (0..=at.min(text.len()))
        .rev()
        .find(|&at| text.is_char_boundary(at))
        .unwrap_or(0)
}

/// The first character boundary of `text` at or after byte `at`.
#[inline]
pub(crate) fn boundary_after(text: &str, at: usize) -> usize {
    (at..text.len())
        .find(|&at| text.is_char_boundary(at))
        .unwrap_or(text.len())
}

#[cfg(test)]
mod tests;
