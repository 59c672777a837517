//! What one claim must be like to be held against another at all.

use super::figure::is_large;
use crate::claim::{Claim, Noun, names_thing};
use crate::mention::Kind;
use crate::pack::{Packs, Pattern, Traits};
use crate::value::{Calendar, Value};

/// Both nouns are known, or stand in one language, and are different ones. An amount is of what it is paid for or of the sum that it
/// is: "cây cầu, vốn hết tổng cộng 2.400 tỷ đồng" and "tổng vốn đầu tư" are no other thing.
pub(super) fn other_noun(packs: &Packs, a: &Claim, b: &Claim) -> bool {
    let sum = |claim| noun_traits(packs, claim).is_some_and(|traits| traits.in_money);
    if a.mention.kind == Kind::Money && sum(a) != sum(b) {
        return false;
    }
    match (&a.noun, &b.noun) {
        (Some(one), Some(other)) => {
            one.concept.is_some() && other.concept.is_some()
                || a.language == b.language && one.concept.is_none() && other.concept.is_none()
        }
        _ => false,
    }
}

/// Whether one counts people whom something befell and the other things: "14 still missing", "14 homes". Small numbers of
/// both meet by chance.
pub(super) fn people_and_things(packs: &Packs, a: &Claim, b: &Claim) -> bool {
    let befell = |one: &Claim, other: &Claim| {
        let pack = packs.reading(one.language.as_deref());
        let befalls = |claim: &Claim| claim.frame.theme.iter().any(|id| pack.traits(id).befalls);
        let things = |noun: &Noun| names_thing(pack, noun);
        let people = |noun: &Noun| noun.concept.is_some() && !things(noun);
        befalls(one)
            && one.noun.as_ref().is_some_and(people)
            && !befalls(other)
            && other.noun.as_ref().is_some_and(things)
    };
    let small = |claim: &Claim| !is_large(claim.value());
    let counts = a.mention.kind == Kind::Count && small(a) && small(b);
    counts && (befell(a, b) || befell(b, a))
}

/// The pattern that a claim was read by.
pub(super) fn pattern_of<'p>(packs: &'p Packs, claim: &Claim) -> Option<&'p Pattern> {
    let pack = packs.reading(claim.language.as_deref());
    pack.pattern(claim.mention.rules.first()?)
}

/// How many of the first predicates near two claims are the same, two at the most, and whether each has some and none of the other's.
pub(super) fn actions(a: &Claim, b: &Claim) -> (usize, bool) {
    let first = |claim: &Claim| claim.extent.predicates.len().min(3);
    let left = &a.extent.predicates[..first(a)];
    let right = &b.extent.predicates[..first(b)];
    let same = left.iter().filter(|id| right.contains(id)).count().min(2);
    (same, same == 0 && !left.is_empty() && !right.is_empty())
}

/// Whether a claim counts how often something has happened.
pub(super) fn occurs(claim: &Claim) -> bool {
    claim.noun.as_ref().is_some_and(|noun| noun.occurrence)
}

/// Whether one date is a day or part of a month and the other a year or more: too far apart to speak of one thing.
pub(super) fn other_grain(a: &Claim, b: &Claim) -> bool {
    matches!((is_coarse(a), is_coarse(b)), (Some(x), Some(y)) if x != y)
}

/// Whether a date is a quarter or longer; `None` for what is no date.
pub(super) fn is_coarse(claim: &Claim) -> Option<bool> {
    let dates = match claim.value() {
        Value::Date(dates) => dates,
        Value::Unresolved { coarse } => return Some(*coarse),
        _ => return None,
    };
    let date = dates.readings.first()?.start.as_ref()?;
    Some(matches!(
        date.unit,
        Calendar::Year
            | Calendar::Half(_)
            | Calendar::Quarter(_)
            | Calendar::Decade
            | Calendar::Century
    ))
}

/// Whether what is said of a claim is a phase of an event: that it opens, takes place or ends.
pub(super) fn in_phase(packs: &Packs, claim: &Claim) -> bool {
    let pack = packs.reading(claim.language.as_deref());
    claim
        .extent
        .predicates
        .first()
        .is_some_and(|id| pack.traits(id).phase)
}

/// Whether the language of one claim is not known well enough to tell figures of two happenings apart.
pub(crate) fn is_unread(packs: &Packs, a: &Claim, b: &Claim) -> bool {
    [a, b]
        .iter()
        .any(|claim| !packs.reading(claim.language.as_deref()).knows_happenings())
}

/// What the things are like that a claim counts or measures, where the packs know them.
pub(crate) fn noun_traits<'p>(packs: &'p Packs, claim: &Claim) -> Option<&'p Traits> {
    let id = claim.noun.as_ref()?.concept.as_deref()?;
    Some(packs.reading(claim.language.as_deref()).traits(id))
}

/// Whether a claim is of things that come many in a row.
pub(super) fn is_serial(packs: &Packs, claim: &Claim) -> bool {
    noun_traits(packs, claim).is_some_and(|traits| traits.serial)
}

/// Whether only the order of magnitude of a count is told: "hàng trăm".
pub(super) fn is_vague(claim: &Claim) -> bool {
    claim.mention.kind == Kind::Count
        && matches!(claim.value(), Value::Number(quantity) if quantity.magnitude_only)
}
