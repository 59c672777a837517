//! Checks that hold a figure or a date of one passage against another passage, in the same article or in another.

use super::copies::{happened, lies_after};
use super::line::{self, asserted, quantity};
use super::{Breach, Check};
use crate::claim::{Claim, Feature, FeatureKind};
use crate::fact::{Run, Stand};
use crate::mention::{Kind, Role};
use crate::pack::Packs;
use crate::value::{Calendar, Number, PartialDate, Value};
use crate::verdict::time::moment_of;

/// How much two articles must speak of the same, from 0 to 1.
const KIN: f64 = 0.25;

/// What passages apart from each other break.
pub(super) fn breaches(run: &Run<'_>, packs: &Packs) -> Vec<Breach> {
    let mut found = local_parts(run, packs);
    found.extend(early_reports(run, packs));
    found.extend(phases(run, packs));
    found
}

/// "Hà Tĩnh 29 người chết" beside "21 người chết tại Hà Tĩnh, Nghệ An và Quảng Trị".
fn local_parts(run: &Run<'_>, packs: &Packs) -> Vec<Breach> {
    let numbered = || run.stands.iter().copied().enumerate();
    let toll = |claim: &Claim| {
        claim.mention.kind == Kind::Count
            && asserted(claim)
            && !claim.comparison
            && claim.mention.role != Role::From
    };
    let wholes: Vec<(usize, Stand<'_>)> = numbered()
        .filter(|(_, stand)| {
            toll(stand.claim)
                && !stand.claim.part
                && stand.claim.frame.listed.len() > 1
                && stand.claim.frame.local.is_empty()
        })
        .collect();
    if wholes.is_empty() {
        return Vec::new();
    }
    let mut found = Vec::new();
    let parts =
        numbered().filter(|(_, stand)| toll(stand.claim) && stand.claim.frame.local.len() == 1);
    for (number, part) in parts {
        let pack = packs.reading(part.claim.language.as_deref());
        let beyond = wholes.iter().find(|(_, whole)| {
            let place = &part.claim.frame.local[0];
            let theme = &whole.claim.frame.theme;
            let mut shared = part
                .claim
                .frame
                .theme
                .iter()
                .filter(|id| theme.contains(id));
            whole.claim.frame.listed.contains(place)
                && shared.any(|id| pack.traits(id).tally)
                && exceeds(part.claim, whole.claim)
                && (part.source == whole.source
                    || run.kinship(part.source, whole.source) >= KIN
                        && at_the_latest(run, part, *whole))
        });
        found.extend(
            beyond.map(|(whole, _)| Breach::new(Check::PartExceedsWhole, [number, *whole])),
        );
    }
    found
}

fn exceeds(part: &Claim, whole: &Claim) -> bool {
    let one = quantity(part).and_then(|q| q.as_single());
    let all = quantity(whole).and_then(|q| q.as_single());
    matches!((one, all), (Some(one), Some(all)) if one > all && all > Number::from_integer(0))
}

/// Whether the part was stated no later than the whole, so that no news lies between them.
fn at_the_latest(run: &Run<'_>, part: Stand<'_>, whole: Stand<'_>) -> bool {
    let of_whole = moment_of(run, whole, None);
    let of_part = moment_of(run, part, of_whole);
    let day = |moment: crate::verdict::Moment| moment.first.date();
    matches!((of_part, of_whole), (Some(part), Some(whole)) if day(part) <= day(whole))
}

/// A report that tells as done what two other articles date to a later day.
fn early_reports(run: &Run<'_>, packs: &Packs) -> Vec<Breach> {
    let mut found = Vec::new();
    for (number, stand) in run.stands.iter().copied().enumerate() {
        let claim = stand.claim;
        if claim.mention.kind != Kind::Date || !claim.report || !asserted(claim) {
            continue;
        }
        let Some(action) = claim.extent.predicates.first() else {
            continue;
        };
        let phase = packs
            .reading(claim.language.as_deref())
            .traits(action)
            .phase;
        if phase || day(claim).is_none() || !told_as_done(run, packs, stand) {
            continue;
        }
        let events: Vec<(usize, Stand<'_>)> = run
            .stands
            .iter()
            .copied()
            .enumerate()
            .filter(|(_, other)| {
                other.source != stand.source
                    && other.claim.mention.kind == Kind::Date
                    && !other.claim.foreign
                    && happened(other.claim)
                    && other.claim.extent.predicates.first() == Some(action)
                    && run.kinship(stand.source, other.source) >= KIN
                    && month_and_day(other.claim).is_some()
            })
            .collect();
        let late = |event: &&(usize, Stand<'_>)| lies_after(event.1.claim, claim);
        let Some(event) = events.iter().find(late) else {
            continue;
        };
        let when = month_and_day(event.1.claim);
        let agreed = events
            .iter()
            .all(|(_, other)| month_and_day(other.claim) == when);
        let several = events
            .iter()
            .any(|(_, other)| other.source != event.1.source);
        if agreed && several {
            let mut claims = vec![number, event.0];
            claims.extend(
                events
                    .iter()
                    .map(|(other, _)| *other)
                    .filter(|other| *other != event.0),
            );
            found.push(Breach::new(Check::BeforeAfter, claims));
        }
    }
    found
}

/// Whether a word of a finished action stands in the sentence.
fn told_as_done(run: &Run<'_>, packs: &Packs, stand: Stand<'_>) -> bool {
    line::lines(run, packs, stand.source)
        .iter()
        .filter(|line| {
            line.claims
                .iter()
                .any(|(_, claim)| std::ptr::eq(*claim, stand.claim))
        })
        .any(|line| line.has("done", 0, line.len()) && !line.has("to-come", 0, line.len()))
}

/// "Khai mạc ngày 8/11" of an event that two other passages give to 6 and 7 November.
fn phases(run: &Run<'_>, packs: &Packs) -> Vec<Breach> {
    let dated = |stand: &Stand<'_>| {
        let claim = stand.claim;
        let pack = packs.reading(claim.language.as_deref());
        let first = claim.extent.predicates.first();
        claim.mention.kind == Kind::Date
            && asserted(claim)
            && happened(claim)
            && first.is_some_and(|id| pack.traits(id).phase)
    };
    let all: Vec<(usize, Stand<'_>)> = run
        .stands
        .iter()
        .copied()
        .enumerate()
        .filter(|(_, stand)| dated(stand))
        .collect();
    let stretches: Vec<_> = all
        .iter()
        .filter_map(|(number, stand)| Some((*number, *stand, stretch(stand.claim)?)))
        .collect();
    let mut found = Vec::new();
    for (number, stand) in &all {
        let Some(at) = day(stand.claim) else { continue };
        let outside = stretches.iter().find(|(_, other, (first, last))| {
            let near =
                |date: jiff::civil::Date| (at.duration_since(date).as_hours() / 24).abs() <= 31;
            (at < *first || at > *last)
                && near(*first)
                && near(*last)
                && same_event(*stand, *other, 1)
        });
        let Some((period, of, _)) = outside else {
            continue;
        };
        // A second article has to date the same phase to another day.
        let contradicts = |(other, against): &&(usize, Stand<'_>)| {
            *other != *period
                && against.source != of.source
                && against.source != stand.source
                && against.claim.extent.predicates.first() == stand.claim.extent.predicates.first()
                && month_and_day(against.claim)
                    .is_some_and(|day| Some(day) != month_and_day(stand.claim))
                && same_event(*stand, *against, 2)
        };
        if let Some((other, _)) = all.iter().find(contradicts) {
            found.push(Breach::new(
                Check::OutsidePeriod,
                [*number, *period, *other],
            ));
        }
    }
    found
}

/// Whether two passages name one event: `least` names in common, one of them a short form or a long name in the clause of
/// both, and no other kind of event.
fn same_event(a: Stand<'_>, b: Stand<'_>, least: usize) -> bool {
    let (one, other) = (&a.claim.extent, &b.claim.extent);
    let shared = |left: &[Feature], right: &[Feature]| {
        let names = left.iter().filter(|feature| feature.is_name());
        names
            .filter(|feature| right.binary_search(feature).is_ok())
            .cloned()
            .collect::<Vec<_>>()
    };
    let kinds = one.events.is_empty()
        || other.events.is_empty()
        || one.events.iter().any(|id| other.events.contains(id));
    let named = shared(&one.clause, &other.clause)
        .iter()
        .any(|feature| matches!(feature.kind, FeatureKind::Acronym | FeatureKind::Name));
    kinds && named && shared(&one.sentence, &other.sentence).len() >= least
}

fn single(claim: &Claim) -> Option<&PartialDate> {
    match &claim.mention.value {
        Value::Date(dates) if dates.readings.len() == 1 => dates.readings[0].as_single(),
        _ => None,
    }
}

fn day(claim: &Claim) -> Option<jiff::civil::Date> {
    single(claim)?.known_day()
}

fn month_and_day(claim: &Claim) -> Option<(u8, u8)> {
    match single(claim)?.unit {
        Calendar::Day(month, day) => Some((month, day)),
        _ => None,
    }
}

/// First and last day of a stretch of several days.
fn stretch(claim: &Claim) -> Option<(jiff::civil::Date, jiff::civil::Date)> {
    match &claim.mention.value {
        Value::Date(dates) if dates.readings.len() == 1 => {
            let range = &dates.readings[0];
            let (first, last) = (
                range.start.as_ref()?.known_day()?,
                range.end.as_ref()?.known_day()?,
            );
            (first < last).then_some((first, last))
        }
        _ => None,
    }
}
