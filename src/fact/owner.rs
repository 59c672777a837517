//! Whose figure it is, and of which place: names that tell two figures apart.

use super::against::Against;
use super::likeness::{common_traits, tally};
use super::naming::{knows, knows_number, same_name};
use super::{Run, Stand};
use crate::claim::{Feature, FeatureKind};
use crate::mention::Kind;
use crate::pack::Packs;
use crate::source::BlockKind;
use crate::text::plain;

/// Different names stand before the figures, or one before the one and the other passage does not know it. What one event
/// has a single figure of is told apart by its place.
pub(super) fn other_owner(
    run: &Run<'_>,
    packs: &Packs,
    left: Stand<'_>,
    right: Stand<'_>,
) -> Option<Against> {
    let (a, b) = (left.claim, right.claim);
    let pack = packs.reading(a.language.as_deref());
    // The damage of a storm is nobody's, whoever reports it.
    let evolves = common_traits(packs, a, b).any(|traits| traits.evolves);
    let counts_anything = |noun: &crate::claim::Noun| {
        let id = noun.concept.as_deref();
        id.is_some_and(|id| pack.traits(id).generic)
    };
    let owned = match a.mention.kind {
        Kind::Percent | Kind::Money | Kind::Measure => !evolves,
        // "161.000 người" are somebody's; "11 lĩnh vực" are told apart by their words.
        Kind::Count => !tally(packs, a, b) && a.noun.as_ref().is_some_and(counts_anything),
        _ => false,
    };
    if !owned {
        return None;
    }
    match (&a.frame.subject, &b.frame.subject) {
        (Some(one), Some(other)) if !same_name(one, other) => Some(Against::OtherEntity(
            one.name.to_string(),
            other.name.to_string(),
        )),
        (Some(one), None) if !knows(run, right, one) => {
            Some(Against::OtherOwner(one.name.to_string()))
        }
        (None, Some(other)) if !knows(run, left, other) => {
            Some(Against::OtherOwner(other.name.to_string()))
        }
        _ => None,
    }
}

/// Both are limited to a name, to different ones; or one is limited to a name and the other is the whole.
pub(super) fn other_place(
    run: &Run<'_>,
    packs: &Packs,
    a: Stand<'_>,
    b: Stand<'_>,
    disjoint: bool,
) -> Option<Against> {
    let (left, right) = (&a.claim.frame.local, &b.claim.frame.local);
    // The other claim stands in the same place without saying so again, unless it sums up several.
    let apart = |own: Stand<'_>, other: Stand<'_>| {
        let frame = &other.claim.frame;
        let summed = |name: &Feature| frame.listed.contains(name) || frame.rows.contains(name);
        own.claim.frame.local.iter().all(|name| {
            summed(name)
                || !knows(run, other, name)
                    && !tells_below(run, other, name)
                    && !is_of_the_event((run, packs), own, other, name)
        })
    };
    let count = a.claim.mention.kind == Kind::Count;
    match (left.first(), right.first()) {
        (Some(one), Some(other))
            if (one.kind == other.kind || a.claim.language == b.claim.language)
                && !left
                    .iter()
                    .any(|name| right.iter().any(|o| same_name(name, o))) =>
        {
            Some(Against::OtherEntity(
                one.name.to_string(),
                other.name.to_string(),
            ))
        }
        (Some(_), None) if disjoint && count && apart(a, b) => Some(Against::PartOfWhole),
        (None, Some(_)) if disjoint && count && apart(b, a) => Some(Against::PartOfWhole),
        _ => None,
    }
}

/// Whether the article under a headline names in its opening what the headline leaves out: where it happened.
fn tells_below(run: &Run<'_>, stand: Stand<'_>, name: &Feature) -> bool {
    let opening = |number: &usize| run.stands[*number].claim.sentence_number <= OPENING;
    let mut below = run.of_source(stand.source).take_while(opening);
    stand.claim.block == BlockKind::Title
        && below.any(|number| knows(run, run.stands[number], name))
}

/// "Hai Phong apartment fire leaves nine dead": the place that a headline gives is that of all, where the other article names it
/// nowhere, or where it begins, or has no figure of its own for it.
fn is_of_the_event(
    (run, packs): (&Run<'_>, &Packs),
    own: Stand<'_>,
    other: Stand<'_>,
    name: &Feature,
) -> bool {
    let headline = run.marks.get(own.near.headline);
    let mut named = headline.ids.iter().map(|id| run.marks.feature(*id));
    let in_headline =
        own.claim.block == BlockKind::Title || named.any(|known| same_name(known, name));
    let mut others = run.of_source(other.source).map(|number| run.stands[number]);
    let known = others.find(|stand| knows(run, *stand, name));
    let counted = |stand: Stand<'_>| {
        let local = stand.claim.frame.local.iter();
        tally(packs, own.claim, stand.claim) && local.into_iter().any(|at| same_name(at, name))
    };
    let opens = |first: Stand<'_>| first.claim.sentence_number <= LEAD;
    let mut stands = run.of_source(other.source).map(|number| run.stands[number]);
    in_headline && known.is_none_or(|first| opens(first) || !stands.any(counted))
}

/// Sentences at the head of an article, the headline among them, that say where it happened.
const LEAD: usize = 1;

/// Sentences under a headline that it sums up.
const OPENING: usize = 4;

/// An entity of each that the other does not name at all, both of one kind.
pub(super) fn other_entity(run: &Run<'_>, a: Stand<'_>, b: Stand<'_>) -> Option<(String, String)> {
    let left = own_names(run, a, b);
    let named = left
        .iter()
        .filter(|one| !matches!(kind(one), "org" | "region"));
    let right = named.clone().next().map(|_| own_names(run, b, a))?;
    named.into_iter().find_map(|one| {
        let other = right.iter().find(|other| kind(other) == kind(one))?;
        Some((one.name.to_string(), other.name.to_string()))
    })
}

/// The names in the clause of a claim that the other claim does not know, without whom the statement is credited to.
fn own_names<'r>(run: &'r Run<'_>, stand: Stand<'_>, other: Stand<'_>) -> Vec<&'r Feature> {
    let clause = run.marks.get(stand.near.clause);
    let unknown = |id: &&u32| !knows_number(run, other, **id);
    let mut names: Vec<&Feature> = clause
        .ids
        .iter()
        .filter(unknown)
        .map(|id| run.marks.feature(*id))
        .collect();
    if !names.is_empty()
        && let Some(credit) = &stand.claim.attribution
    {
        let credited = plain(&credit.to_lowercase());
        names.retain(|name| !credited.contains(&*name.name));
    }
    names
}

/// What a name is the name of, as far as it tells.
fn kind(name: &Feature) -> &str {
    match name.kind {
        FeatureKind::Entity => name.name.split('/').next().unwrap_or(""),
        FeatureKind::Acronym => "acronym",
        _ => "name",
    }
}
