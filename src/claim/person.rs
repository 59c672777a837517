//! Whose age it is: "Phạm Thu Trà (29 tuổi)", "Marta Holubova, 57,", "the 41-year-old technician Phan Van Canh".

use super::Claim;
use super::read::Read;
use crate::claim::FeatureKind;
use crate::pack::View;
use crate::pack::schema::HeadPosition;
use crate::text::{TokenKind, plain};

/// Most words of a name.
const LONGEST: usize = 6;

/// Most words between an age and the name behind it: what somebody is.
const BETWEEN: usize = 4;

/// The name that stands right beside an age, folded and without a form of address; `None` where none does, and for what is no age.
pub(super) fn person(read: &Read<'_>, claim: &Claim) -> Option<Box<str>> {
    let noun = claim.noun.as_ref()?;
    if !read.pack.traits(noun.concept.as_deref()?).age {
        return None;
    }
    let view = read.view();
    let (start, end) = claim.mention.tokens;
    before(read, &view, start).or_else(|| behind(read, &view, end.max(noun.tokens.1)))
}

/// "Trà, 29 tuổi", "Canh, a 41-year-old father of two".
fn before(read: &Read<'_>, view: &View<'_>, start: usize) -> Option<Box<str>> {
    let stop = |i: usize| read.analysis.stop.get(i).copied().unwrap_or(false);
    let mut at = start;
    if at > 0 && view.sign(at - 1).is_none() && stop(at - 1) {
        at -= 1;
    }
    let apposed = at > 0 && matches!(view.sign(at - 1), Some(',' | '('));
    let to = if apposed { at - 1 } else { start };
    let mut from = to;
    while from > 0 && to - from < LONGEST && is_part(view, from - 1, to) && !stop(from - 1) {
        from -= 1;
    }
    // "Trẻ 15 tuổi": the capital of a sentence makes no name.
    (apposed || to > from + 1).then(|| named(read, view, (from, to)))?
}

/// "the 41-year-old technician Phan Van Canh", where a language puts what somebody is before the name.
fn behind(read: &Read<'_>, view: &View<'_>, end: usize) -> Option<Box<str>> {
    let most = match read.pack.language.head {
        HeadPosition::Last => BETWEEN,
        HeadPosition::First => 0,
    };
    let word = |i: &usize| {
        view.tokens
            .get(*i)
            .is_some_and(|t| t.kind == TokenKind::Word)
    };
    let mut reach = (end..=end + most).take_while(word);
    let from = reach.find(|i| view.capital(*i) && !is_entity(read, *i))?;
    let mut to = from + 1;
    while to - from < LONGEST && to < view.tokens.len() && is_part(view, to, from) {
        to += 1;
    }
    named(read, view, (from, to))
}

/// Whether a token goes on a name: a word with a capital, or a hyphen between two. `other` is the end of the name that is known.
fn is_part(view: &View<'_>, i: usize, other: usize) -> bool {
    let joined = |at: usize| view.tokens.get(at).is_some_and(|token| !token.spaced);
    match view.sign(i) {
        Some('-') => i != other && joined(i) && joined(i + 1),
        Some(_) => false,
        None => view.capital(i) || i > 0 && view.sign(i - 1) == Some('-') && joined(i) && i > other,
    }
}

/// Whether the packs know a word as a country, a body or the like.
fn is_entity(read: &Read<'_>, i: usize) -> bool {
    let mut marks = read.analysis.marks.iter();
    marks.any(|mark| mark.start <= i && i < mark.end && mark.feature.kind == FeatureKind::Entity)
}

/// The words of a name, without the form of address before it.
fn named(read: &Read<'_>, view: &View<'_>, (from, to): (usize, usize)) -> Option<Box<str>> {
    let mut from = from;
    while from < to {
        match read.pack.word_at("address", view, from) {
            Some(length) => from += length,
            None => break,
        }
    }
    if from >= to || is_entity(read, to - 1) {
        return None;
    }
    let words = (from..to).filter(|i| view.tokens[*i].kind == TokenKind::Word);
    let words: Vec<String> = words
        .map(|i| plain(&view.tokens[i].of(view.text).to_lowercase()))
        .collect();
    Some(words.join(" ").into_boxed_str())
}
