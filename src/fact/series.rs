//! Figures of one kind that an article gives several of: each quake of a swarm with its strength, each dealer with its price.

use std::collections::{BTreeMap, BTreeSet};

use super::stage::sentence_of;
use super::{Run, Stand};
use crate::claim::Claim;
use crate::mention::{Kind, Role};
use crate::source::BlockKind;
use crate::value::Value;

/// What figures of one kind have in common: their kind, their unit, what they count.
type Sort<'r> = (&'static str, Option<&'r str>, &'r str);

/// Figures of one sort that are told apart.
const MOST: usize = u8::MAX as usize;

/// Notes with each claim of one source how many different figures of its sort the source gives.
pub(super) fn note(stands: &mut [Stand<'_>]) {
    let mut given: BTreeMap<Sort<'_>, Vec<&Value>> = BTreeMap::new();
    for claim in stands.iter().map(|stand| stand.claim) {
        let Some(sort) = sort(claim) else { continue };
        let values = given.entry(sort).or_default();
        // No more are told apart below, and a text may give very many.
        if values.len() < MOST && !values.contains(&claim.value()) {
            values.push(claim.value());
        }
    }
    for stand in stands {
        let values = sort(stand.claim).and_then(|sort| given.get(&sort));
        stand.versions = values.map_or(0, Vec::len) as u8;
    }
}

/// The sort of a figure that may be one of a series: not that of a headline, of a part, of a named place or of another time.
fn sort(claim: &Claim) -> Option<Sort<'_>> {
    let mention = &claim.mention;
    let by_itself = claim.part
        || claim.comparison
        || claim.foreign
        || mention.role == Role::From
        || !claim.frame.local.is_empty()
        || matches!(claim.block, BlockKind::Title | BlockKind::Teaser);
    if by_itself || matches!(mention.kind, Kind::Date | Kind::Recurrence) {
        return None;
    }
    let noun = claim.noun.as_ref();
    let named = noun.and_then(|noun| {
        noun.concept
            .as_deref()
            .or(noun.words.first().map(String::as_str))
    });
    Some((
        mention.kind.name(),
        mention.unit.as_deref(),
        named.unwrap_or_default(),
    ))
}

/// "16 points, 10 rebounds and 10 assists", "11 points, five rebounds and four assists": whether two sentences of one text count two other
/// things alike, and so tell of two that are counted.
pub(super) fn of_one_form(run: &Run<'_>, a: Stand<'_>, b: Stand<'_>) -> bool {
    let counted = |stand: Stand<'_>| -> BTreeSet<&str> {
        sentence_of(run, stand).filter_map(noun_of).collect()
    };
    let own = noun_of(a.claim);
    let (one, other) = (counted(a), counted(b));
    let shared = one.intersection(&other);
    a.claim.sentence_number != b.claim.sentence_number
        && shared.filter(|noun| Some(**noun) != own).count() > 1
}

/// The concept that a count is of, or the first word of what it counts.
fn noun_of(claim: &Claim) -> Option<&str> {
    let noun = claim
        .noun
        .as_ref()
        .filter(|_| claim.mention.kind == Kind::Count)?;
    noun.concept
        .as_deref()
        .or(noun.words.first().map(String::as_str))
}
