//! What may fill the slots of templates, told by the tokens at hand before anyone tries.

use super::phrase::Phrases;
use super::table::WordSet;
use super::view::View;
use crate::text::TokenKind;

/// The tokens that a filling of a slot may start with; no other needs a look.
#[derive(Debug, Clone, Default)]
pub(crate) struct Gate {
    pub words: WordSet,
    /// Any word with a capital: Roman numerals are words of no pack.
    pub any_capital: bool,
    pub digits: bool,
    /// The signs among them.
    pub signs: Vec<char>,
    /// Whether a minus or point before digits may open it.
    pub minus: bool,
    /// Whether digits that it lets in fill it alone: what follows them can be looked at first.
    pub one_run: bool,
    /// The words that a filling may hold behind its first token.
    pub inner: WordSet,
}

impl Gate {
    /// Lets in what `phrases` start with.
    pub(crate) fn open_for<T>(&mut self, phrases: &Phrases<T>) {
        self.words.extend(phrases.first());
        self.digits |= phrases.start_with_digits();
        self.signs.extend(phrases.first_signs());
        self.inner.extend(&phrases.inner());
    }

    #[inline]
    pub(super) fn opens_with_sign(&self) -> bool {
        self.minus || !self.signs.is_empty()
    }

    #[inline]
    pub(super) fn lets_in(&self, view: &View<'_>, at: usize) -> bool {
        match view.tokens[at].kind {
            TokenKind::Word => {
                self.words.contains(view.words[at]) || self.any_capital && view.capital(at)
            }
            TokenKind::Digits => self.digits,
            TokenKind::Sign => {
                let digits = || view.digits(at + 1).is_some() || view.digits(at + 2).is_some();
                self.minus && digits()
                    || view.sign(at).is_some_and(|sign| self.signs.contains(&sign))
            }
        }
    }

    /// Whether a filling from token `at` on can hold that token alone, as the next one tells.
    #[inline]
    pub(super) fn ends_at(&self, view: &View<'_>, at: usize) -> bool {
        let Some(next) = view.tokens.get(at + 1) else {
            return true;
        };
        self.one_run && view.tokens[at].kind == TokenKind::Digits
            || next.kind == TokenKind::Word
                && next.spaced
                && !self.inner.contains(view.words[at + 1])
    }
}
