//! Who is credited with a statement.

use super::analysis::Analysis;
use super::subject::names_alone;
use crate::pack::{Pack, View};
use crate::text::TokenKind;

/// Longest name of one who is credited, in tokens.
const LONGEST: usize = 14;

/// Every credit of a sentence: the tokens of the one who is credited, half-open.
pub(super) fn credits(pack: &Pack, view: &View<'_>, analysis: &Analysis) -> Vec<(usize, usize)> {
    let mut found = Vec::new();
    let masked = |i: usize| {
        (i.saturating_sub(1)..=i).any(|from| {
            pack.credits_not
                .longest_at(view, from)
                .is_some_and(|(length, ())| from + length > i)
        })
    };
    let tells =
        |i: usize| pack.credits_before.may_start(view, i) || pack.credits_after.may_start(view, i);
    for i in 0..view.tokens.len() {
        if !tells(i) || masked(i) {
            continue;
        }
        if let Some((length, _)) = pack.credits_before.longest_at(view, i) {
            let from = i + length;
            found.extend(named(pack, view, analysis, from, forward(pack, view, from)));
        }
        if i > 0 && pack.credits_after.longest_at(view, i).is_some() {
            let to = before_apposition(view, analysis, i);
            let from = backward(view, analysis, to);
            found.extend(named(pack, view, analysis, from, to));
        }
    }
    found.sort_unstable();
    found.dedup();
    found
}

/// The name ends at a sign, a saying verb or the length limit.
fn forward(pack: &Pack, view: &View<'_>, from: usize) -> usize {
    let mut to = from;
    while to < view.tokens.len() && to - from < LONGEST {
        let stops = matches!(
            view.sign(to),
            Some(',' | ':' | ';' | '.' | '(' | ')' | '"' | '“' | '”')
        );
        if stops || pack.credits_after.longest_at(view, to).is_some() || view.digits(to).is_some() {
            break;
        }
        to += 1;
    }
    to
}

/// Back from a saying verb to the sign or the clause before it.
fn backward(view: &View<'_>, analysis: &Analysis, to: usize) -> usize {
    let (clause, _) = analysis.clause(to - 1, view.tokens.len());
    let mut from = to;
    while from > clause && to - from < LONGEST {
        if matches!(
            view.sign(from - 1),
            Some(',' | ':' | ';' | '.' | '"' | '“' | '”' | ')')
        ) || view.digits(from - 1).is_some()
        {
            break;
        }
        from -= 1;
    }
    from
}

/// "Lê Văn A, phó chủ tịch xã, cho biết": the end of the name before what is said of the one in commas, or `to`.
fn before_apposition(view: &View<'_>, analysis: &Analysis, to: usize) -> usize {
    if view.sign(to - 1) != Some(',') || to < 4 {
        return to;
    }
    let from = backward(view, analysis, to - 1);
    let closed = from + 1 < to && from >= 2 && view.sign(from - 1) == Some(',');
    if closed { from - 1 } else { to }
}

/// A credit needs a name in it: an entity, or capitals that are not the first of the sentence alone; or a word for one who speaks.
fn named(
    pack: &Pack,
    view: &View<'_>,
    analysis: &Analysis,
    from: usize,
    to: usize,
) -> Option<(usize, usize)> {
    let (mut from, mut to) = (from, to);
    while from < to && (analysis.stop[from] || view.tokens[from].kind != TokenKind::Word) {
        from += 1;
    }
    while from < to && analysis.stop[to - 1] {
        to -= 1;
    }
    let capital = |i: usize| view.tokens[i].case != crate::text::Case::Lower && i > 0;
    let name = analysis
        .marks
        .iter()
        .any(|m| m.start >= from && m.end <= to && m.role.is_none());
    // One word that opens the sentence and that no pack knows as a common noun: "Hanbit cited military sources".
    let opens = from == 0
        && to == 1
        && !analysis.marks.iter().any(|m| m.start == 0)
        && names_alone(pack, view, analysis, 0);
    let speaks = |i: usize| {
        pack.word_at("speaker", view, i)
            .is_some_and(|length| i + length <= to)
    };
    let known = || name || opens || (from..to).any(|i| capital(i) || speaks(i));
    (from < to && known()).then_some((from, to))
}
