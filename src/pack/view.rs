//! A sentence as rules see it.

use super::lexicon::WordId;
use crate::text::{Case, Token, TokenKind, closed_up};

/// A sentence as rules see it: its tokens with their word numbers.
#[derive(Debug, Clone, Copy)]
pub struct View<'a> {
    /// Derived text.
    pub text: &'a str,
    /// Its tokens.
    pub tokens: &'a [Token],
    /// The number of each token's word; unknown for digits and signs.
    pub words: &'a [WordId],
}

impl View<'_> {
    /// The sign at token `i`, if it is one.
    #[inline]
    pub fn sign(&self, i: usize) -> Option<char> {
        let token = self.tokens.get(i).filter(|t| t.kind == TokenKind::Sign)?;
        match self.text.as_bytes().get(token.start as usize) {
            Some(byte) if byte.is_ascii() => Some(char::from(*byte)),
            _ => token.of(self.text).chars().next(),
        }
    }

    /// The digits at token `i`, if it is a run of digits.
    #[inline]
    pub fn digits(&self, i: usize) -> Option<&str> {
        self.tokens
            .get(i)
            .filter(|t| t.kind == TokenKind::Digits)
            .map(|t| t.of(self.text))
    }

    /// Whether token `i` is a word with a capital.
    #[inline]
    pub fn capital(&self, i: usize) -> bool {
        let token = self.tokens.get(i);
        token.is_some_and(|t| t.kind == TokenKind::Word && t.case != Case::Lower)
    }

    /// What a reader sees of tokens `from..to`, of which there is one at least.
    pub(crate) fn shown(&self, (from, to): (usize, usize)) -> String {
        let (start, end) = (self.tokens[from].start, self.tokens[to - 1].end);
        closed_up(self.text.get(start as usize..end as usize).unwrap_or(""))
    }
}
