//! The line of a breakdown that a figure stands in: "Lào Cai: 155 người (53 người chết, 102 người mất tích)".

use super::analysis::{Analysis, Mark};
use super::feature::Feature;
use crate::pack::View;

/// Tokens that are looked back over: a line that is longer is no line of a breakdown, and one with thousands of figures would
/// be read anew for each.
pub(super) const REACH: usize = 300;

/// The name that opens the line of the figure at token `start`: right before it, or before the colon of its clause.
pub(super) fn label<'a>(
    view: &View<'_>,
    analysis: &'a Analysis,
    start: usize,
) -> Option<&'a Feature> {
    let name_before = |end: usize| {
        let mut marks = analysis.marks.iter();
        marks
            .find(|mark| mark.end == end && mark.feature.may_be_place())
            .map(|mark| &mark.feature)
    };
    let before = start.checked_sub(1)?;
    if let Some(name) = name_before(start) {
        return Some(name);
    }
    if matches!(view.sign(before), Some(':' | '(' | '-' | '–')) {
        return name_before(before);
    }
    // "Yên Bái: 3 người chết, 5 người bị thương": the line goes on to the next semicolon, outside of brackets.
    let mut depth = 0_usize;
    for i in (start.saturating_sub(REACH)..start).rev() {
        match view.sign(i) {
            Some(')') => depth += 1,
            Some('(' | ';') if depth == 0 => return None,
            Some('(') => depth -= 1,
            Some(':') if depth == 0 => return name_before(i),
            _ => {}
        }
    }
    None
}

/// The name at the end of the bracket that opens at token `open` and holds no figure: "1 người mất tích (Bắc Giang)".
pub(super) fn named_behind<'a>(
    view: &View<'_>,
    analysis: &'a Analysis,
    open: usize,
) -> Option<&'a Feature> {
    if view.sign(open) != Some('(') {
        return None;
    }
    let word = |i: &usize| view.digits(*i).is_none() && view.sign(*i).is_none();
    let words = (open + 1..view.tokens.len().min(open + REACH)).take_while(word);
    let close = open + 1 + words.count();
    if view.sign(close) != Some(')') {
        return None;
    }
    let mut marks = analysis.marks.iter();
    let named = |mark: &&Mark| mark.end == close && mark.start <= open + 3;
    let mark = marks.find(|mark| named(mark) && mark.feature.may_be_place())?;
    Some(&mark.feature)
}

/// The bracket that opens before token `start` and is still open there.
pub(super) fn bracket(view: &View<'_>, start: usize) -> Option<usize> {
    let mut closed = 0_usize;
    let from = start.saturating_sub(REACH);
    (from..start).rev().find(|i| match view.sign(*i) {
        Some(')') => {
            closed += 1;
            false
        }
        Some('(') if closed == 0 => true,
        Some('(') => {
            closed -= 1;
            false
        }
        _ => false,
    })
}

/// Whether token `at` stands in a bracket that is closed before token `start`.
pub(super) fn is_closed(view: &View<'_>, at: usize, start: usize) -> bool {
    bracket(view, at).is_some_and(|open| {
        let mut depth = 0_usize;
        (open..start).any(|i| {
            match view.sign(i) {
                Some('(') => depth += 1,
                Some(')') => depth = depth.saturating_sub(1),
                _ => {}
            }
            depth == 0
        })
    })
}
