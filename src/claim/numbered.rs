//! Names that end in a number: "Rào Trăng 3", "tàu Hải Âu 36", "Trạm 67". Their numbers count nothing.

use std::collections::{BTreeMap, BTreeSet};

use super::analysis::{Analysis, Mark};
use super::feature::FeatureKind;
use super::read::Read;
use crate::mention::{Kind, Mention};
use crate::pack::schema::ConceptRole;
use crate::pack::{Pack, View};
use crate::text::{Case, Token, TokenKind, plain};

/// The last word of a name, in plain small letters, and the number behind it.
pub(super) type NumberedNames = BTreeSet<(String, String)>;

/// Longest number that is a part of a name, in digits.
const DIGITS: usize = 4;

/// The numbered names of a source: a name and a number that come together twice or more, at least once with nothing
/// behind that the number could count.
pub(super) fn numbered_names(reads: &[Read<'_>]) -> NumberedNames {
    let mut seen: BTreeMap<(String, String), (usize, usize)> = BTreeMap::new();
    for read in reads {
        let view = read.view();
        let digits = |(_, token): &(usize, &Token)| token.kind == TokenKind::Digits;
        for (at, _) in view.tokens.iter().enumerate().filter(digits) {
            let Some(name) = key(&view, at) else {
                continue;
            };
            // "Hà Nội 3" is a place and its figure.
            let is_place = read.analysis.marks.iter().any(|mark| {
                mark.start < at && at <= mark.end && mark.feature.kind == FeatureKind::Entity
            });
            if is_place {
                continue;
            }
            let free = view.tokens.get(at + 1).is_none_or(|next| {
                next.kind == TokenKind::Sign
                    || read.analysis.stop[at + 1]
                    || read.pack.word_at("stop", &view, at + 1).is_some()
            });
            let (times, alone) = seen.entry(name).or_default();
            *times += 1;
            *alone += usize::from(free);
        }
    }
    seen.into_iter()
        .filter(|(_, (times, alone))| *times >= 2 && *alone >= 1)
        .map(|(key, _)| key)
        .collect()
}

/// Whether the number of `mention` belongs to one of `names`, or to the name of a thing that is told by number.
pub(super) fn in_name(
    pack: &Pack,
    view: &View<'_>,
    analysis: &Analysis,
    mention: &Mention,
    names: &NumberedNames,
) -> bool {
    let (start, end) = mention.tokens;
    mention.kind == Kind::Count
        && end == start + 1
        && (bears_number(pack, view, analysis, start)
            || key(view, start).is_some_and(|key| {
                names.contains(&key)
                    || pack.word_at("uncounted", view, end).is_some()
                    || names_a_thing(pack, view, analysis, start)
            }))
}

/// "Bệnh viện 198", "Nhà máy 3": the kind of the thing with a capital in the middle of a sentence, and right behind it a number
/// that counts nothing.
fn bears_number(pack: &Pack, view: &View<'_>, analysis: &Analysis, at: usize) -> bool {
    let digits = view.digits(at).is_some_and(|digits| digits.len() <= DIGITS);
    let kind = |mark: &Mark| {
        let opens = mark.start == 0 || view.sign(mark.start - 1).is_some();
        mark.end == at
            && view.capital(mark.start)
            && !opens
            && pack.traits(&mark.feature.name).numbered
    };
    let free = view.tokens.get(at + 1).is_none_or(|next| {
        next.kind == TokenKind::Sign && next.spaced
            || matches!(view.sign(at + 1), Some(',' | '.' | ';' | ')'))
                && view.digits(at + 2).is_none()
            || analysis.stop[at + 1]
            || analysis.clauses.contains(&(at + 1))
    });
    digits && free && analysis.marks.iter().any(kind)
}

/// "tàu Hải Âu 36": a thing whose kind bears numbered names, its capital words, and the number with nothing to count.
fn names_a_thing(pack: &Pack, view: &View<'_>, analysis: &Analysis, at: usize) -> bool {
    let capital = |i: usize| {
        let token = &view.tokens[i];
        token.kind == TokenKind::Word && token.case == Case::Title
    };
    let mut first = at;
    while first > 0 && capital(first - 1) {
        first -= 1;
    }
    let nouns = || {
        let own = analysis.marks.iter();
        own.filter(|mark| mark.role == Some(ConceptRole::Noun))
    };
    let numbered = |mark: &Mark| pack.traits(&mark.feature.name).numbered;
    let thing = nouns().any(|mark| (first..at).contains(&mark.end) && numbered(mark));
    // "the Nam Hua 2 plant": the kind of the thing stands behind its name.
    let bare = first > 0 && analysis.stop[first - 1];
    let behind = !pack.language.syllabic && at >= first + 2 && bare;
    thing && !nouns().any(|mark| mark.start == at + 1)
        || behind && nouns().any(|mark| mark.start == at + 1 && numbered(mark))
}

/// A capital word right before a short number in digits.
fn key(view: &View<'_>, at: usize) -> Option<(String, String)> {
    let digits = view.digits(at).filter(|digits| digits.len() <= DIGITS)?;
    let before = &view.tokens[at.checked_sub(1)?];
    let named = view.capital(at - 1) && view.tokens[at].spaced;
    // The first word of a sentence has a capital whatever it is.
    let opens = at < 2 || view.sign(at - 2).is_some();
    let goes_before = at >= 2 && view.capital(at - 2);
    if !named || opens && !goes_before && before.case != Case::Upper {
        return None;
    }
    let joined = view.tokens.get(at + 1).is_some_and(|next| {
        !next.spaced && matches!(view.sign(at + 1), Some('%' | '/' | '-' | '.' | ','))
    }) && view
        .tokens
        .get(at + 2)
        .is_some_and(|next| !next.spaced && view.digits(at + 2).is_some());
    let percent = view.sign(at + 1) == Some('%');
    (!joined && !percent).then(|| {
        let word = plain(&before.of(view.text).to_lowercase());
        (word, digits.to_owned())
    })
}
