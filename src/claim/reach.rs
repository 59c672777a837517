//! How far a noun phrase reaches.

use super::analysis::Analysis;
use crate::pack::View;
use crate::pack::schema::ConceptRole;
use crate::text::{Token, TokenKind};

/// Whether a token may go on a noun phrase: as [`fits`], and no clause begins with it.
pub(super) fn belongs(view: &View<'_>, analysis: &Analysis, i: usize) -> bool {
    let word = |token: &Token| token.kind == TokenKind::Word;
    let opens = view.tokens.get(i).is_some_and(word) && analysis.clauses.contains(&i);
    !opens && fits(view, analysis, i)
}

/// Whether a token may belong to a noun phrase: a word or the digits of a name, with no sign before it but a hyphen.
pub(super) fn fits(view: &View<'_>, analysis: &Analysis, i: usize) -> bool {
    let Some(token) = view.tokens.get(i) else {
        return false;
    };
    match token.kind {
        // "check-in desks": what a hyphen joins is one word.
        TokenKind::Word => !analysis.stop[i] || is_joined(view, i),
        TokenKind::Sign => {
            matches!(view.sign(i), Some('-'))
                && !token.spaced
                && view.tokens.get(i + 1).is_some_and(|t| !t.spaced)
        }
        TokenKind::Digits => !token.spaced,
    }
}

/// Whether a word is the later part of one with a hyphen.
pub(super) fn is_joined(view: &View<'_>, i: usize) -> bool {
    let word = |i: usize| {
        view.tokens
            .get(i)
            .is_some_and(|t| t.kind == TokenKind::Word)
    };
    let hyphen = i > 1 && view.sign(i - 1) == Some('-') && word(i - 2);
    hyphen && !view.tokens[i - 1].spaced && !view.tokens[i].spaced
}

pub(super) fn is_predicate(analysis: &Analysis, i: usize) -> bool {
    analysis.marks.iter().any(|m| {
        m.start == i && matches!(m.role, Some(ConceptRole::Predicate | ConceptRole::Report))
    })
}
