//! Runs of characters that are no claim by their shape: addresses, model names, telephone numbers.

use super::candidate::{Candidate, Made};
use crate::pack::{Pack, View};
use crate::text::{Case, Token, TokenKind};

/// Tries the shapes of the pack at every token of a stretch without spaces that holds a digit or a sign of an address.
pub(super) fn shapes(pack: &Pack, view: &View<'_>, out: &mut Vec<Candidate>) {
    let in_shape = |(i, token): (usize, &Token)| match token.kind {
        TokenKind::Word => false,
        TokenKind::Digits => true,
        TokenKind::Sign => matches!(view.sign(i), Some('@' | '#' | '/')),
    };
    if pack.shapes.is_empty() || !view.tokens.iter().enumerate().any(in_shape) {
        return;
    }
    let mut start = 0;
    while start < view.tokens.len() {
        let mut end = start + 1;
        while end < view.tokens.len() && !view.tokens[end].spaced {
            end += 1;
        }
        // "iPhone 15", "UTC +07:00": the digits of a name may stand behind a space.
        let digits_next = view.digits(end).is_some()
            || view.sign(end).is_some() && view.digits(end + 1).is_some();
        let worth = digits_next
            || (start..end)
                .any(|i| view.digits(i).is_some() || matches!(view.sign(i), Some('@' | '#')))
            || end - start > 4 && (start..end).any(|i| view.sign(i) == Some('/'));
        if worth {
            let mut at = start;
            while at < end {
                at = shape_at(pack, view, start, at, out)
                    .unwrap_or(at + 1)
                    .max(at + 1);
            }
        }
        start = end;
    }
}

/// The longest shape at token `at`: the token after it.
fn shape_at(
    pack: &Pack,
    view: &View<'_>,
    start: usize,
    at: usize,
    out: &mut Vec<Candidate>,
) -> Option<usize> {
    // A shape starts where a word starts: at the start of the stretch or behind a sign that is no joint of a name.
    if at > start && view.tokens[at - 1].kind != TokenKind::Sign {
        return None;
    }
    // "RM5": a currency of two letters or more before its number is no model name.
    if let Some((length, currency)) = pack.currency_words.longest_at(view, at)
        && pack.currencies[*currency].before
        && view.tokens[at].case == Case::Upper
        && view.digits(at + length).is_some()
    {
        return None;
    }
    let from = view.tokens[at].start as usize;
    let rest = view.text.get(from..)?;
    if !pack.may_have_shape(rest) {
        return None;
    }
    let mut best: Option<(usize, usize)> = None;
    for (index, shape) in pack.shapes.iter().enumerate() {
        let Some(found) = shape.regex.find(rest) else {
            continue;
        };
        if found.end() > 0 && best.is_none_or(|(length, _)| found.end() > length) {
            best = Some((found.end(), index));
        }
    }
    let (length, index) = best?;
    let until = u32::try_from(from + length).ok()?;
    let end = at + view.tokens[at..].partition_point(|token| token.end <= until);
    let shape = &pack.shapes[index];
    (end > at).then(|| {
        out.push(Candidate {
            start: at,
            end,
            core: (at, end),
            priority: 5,
            made: Made::Ignored(shape.reason.clone()),
            together: None,
            rules: vec![format!("shape/{}", shape.name)],
        });
        end
    })
}
