//! A figure of one place held against the figure of several places together, in the same article or in another.

use std::collections::BTreeMap;

use rayon::prelude::*;

use super::line::{asserted, quantity};
use super::{Breach, Check};
use crate::claim::{Claim, Feature, Noun};
use crate::fact::{Run, Stand};
use crate::mention::{Kind, Role};
use crate::pack::Packs;
use crate::value::Number;
use crate::verdict::time::{Moment, Times};

/// How much two articles must speak of the same, from 0 to 1.
pub(super) const KIN: f64 = 0.25;

/// Claims with their numbers in the run.
pub(super) type Numbered<'r> = (usize, Stand<'r>);

pub(super) fn numbered<'a, 'r>(run: &'a Run<'r>) -> impl Iterator<Item = Numbered<'r>> + 'a {
    run.stands.iter().copied().enumerate()
}

/// "Hà Tĩnh 29 người chết" beside "21 người chết tại Hà Tĩnh, Nghệ An và Quảng Trị".
pub(super) fn breaches(run: &Run<'_>, packs: &Packs, times: &Times<'_, '_>) -> Vec<Breach> {
    let toll = |claim: &Claim| {
        claim.mention.kind == Kind::Count
            && asserted(claim)
            && !claim.comparison
            && claim.mention.role != Role::From
    };
    let mut wholes: BTreeMap<&Feature, Vec<Numbered<'_>>> = BTreeMap::new();
    for (number, stand) in numbered(run) {
        let frame = &stand.claim.frame;
        let several = frame.listed.len() > 1 && frame.local.is_empty();
        if toll(stand.claim) && !stand.claim.part && several {
            for place in &frame.listed {
                wholes.entry(place).or_default().push((number, stand));
            }
        }
    }
    let beyond = |number: usize| {
        let part = run.stands[number];
        let [place] = part.claim.frame.local.as_slice() else {
            return None;
        };
        let wholes = wholes.get(place).filter(|_| toll(part.claim))?;
        let pack = packs.reading(part.claim.language.as_deref());
        let beyond = wholes.iter().find(|(_, whole)| {
            let theme = &whole.claim.frame.theme;
            let own = part.claim.frame.theme.iter();
            let mut shared = own.filter(|id| theme.contains(id));
            exceeds(part.claim, whole.claim)
                && same_thing(part.claim, whole.claim)
                && shared.any(|id| pack.traits(id).tally)
                && (part.source == whole.source
                    || at_the_latest(times, part, *whole)
                        && run.kinship(part.source, whole.source) >= KIN)
        });
        let (whole, _) = beyond?;
        Some(Breach::new(Check::PartExceedsWhole, [number, *whole]))
    };
    let parts = (0..run.stands.len()).into_par_iter();
    parts.filter_map(beyond).collect()
}

/// "38 tàu mất tích" are no part of "40 người mất tích".
fn same_thing(part: &Claim, whole: &Claim) -> bool {
    match (&part.noun, &whole.noun) {
        (Some(one), Some(other)) => {
            let within = |one: &Noun, other: &Noun| {
                other
                    .concept
                    .as_ref()
                    .is_some_and(|id| one.concept.as_ref() == Some(id) || one.broader.contains(id))
            };
            within(one, other) || within(other, one)
        }
        _ => true,
    }
}

fn exceeds(part: &Claim, whole: &Claim) -> bool {
    let one = quantity(part).and_then(|q| q.as_single());
    let all = quantity(whole).and_then(|q| q.as_single());
    matches!((one, all), (Some(one), Some(all)) if one > all && all > Number::from_integer(0))
}

/// Whether the part was stated no later than the whole, so that no news lies between them.
fn at_the_latest(times: &Times<'_, '_>, part: Stand<'_>, whole: Stand<'_>) -> bool {
    let of_whole = times.moment(whole, None);
    let of_part = times.moment(part, of_whole);
    let day = |moment: Moment| moment.first.date();
    matches!((of_part, of_whole), (Some(part), Some(whole)) if day(part) <= day(whole))
}
