//! Dates of one event in different articles: a report before what it reports, an opening outside the days of the event.

use std::collections::BTreeMap;

use jiff::civil::Date;

use super::across::{KIN, Numbered, numbered};
use super::copies::{happened, lies_after};
use super::line::{self, asserted};
use super::{Breach, Check};
use crate::claim::{Claim, Feature, FeatureKind};
use crate::fact::{Run, Stand};
use crate::mention::Kind;
use crate::pack::Packs;
use crate::value::{Calendar, PartialDate, Value};

/// Dates of different articles that cannot follow each other so.
pub(super) fn breaches(run: &Run<'_>, packs: &Packs) -> Vec<Breach> {
    let mut found = early_reports(run, packs);
    found.extend(phases(run, packs));
    found
}

/// Days from a report within which the event that it tells is looked for.
const NEAR: i64 = 7;

/// A report that tells as done what two other articles date to a later day.
fn early_reports(run: &Run<'_>, packs: &Packs) -> Vec<Breach> {
    let action = |claim: &Claim| claim.extent.predicates.first().cloned();
    let mut events: BTreeMap<(String, (u8, u8)), Vec<Numbered<'_>>> = BTreeMap::new();
    for (number, stand) in numbered(run) {
        let claim = stand.claim;
        if claim.mention.kind == Kind::Date
            && !claim.foreign
            && happened(claim)
            && let (Some(action), Some(day)) = (action(claim), month_and_day(claim))
        {
            events
                .entry((action, day))
                .or_default()
                .push((number, stand));
        }
    }
    let mut found = Vec::new();
    for (number, stand) in numbered(run) {
        let claim = stand.claim;
        if claim.mention.kind != Kind::Date || !claim.report || !asserted(claim) {
            continue;
        }
        let (Some(action), Some(day)) = (action(claim), day(claim)) else {
            continue;
        };
        if packs
            .reading(claim.language.as_deref())
            .traits(&action)
            .phase
        {
            continue;
        }
        let days = (-NEAR..=NEAR).filter_map(|by| {
            let other = day.checked_add(jiff::Span::new().days(by)).ok()?;
            Some((
                u8::try_from(other.month()).ok()?,
                u8::try_from(other.day()).ok()?,
            ))
        });
        let around: Vec<Numbered<'_>> = days
            .filter_map(|day| events.get(&(action.clone(), day)))
            .flatten()
            .filter(|(_, other)| {
                other.source != stand.source && run.kinship(stand.source, other.source) >= KIN
            })
            .copied()
            .collect();
        let late = |(_, event): &&Numbered<'_>| lies_after(event.claim, claim);
        let Some(event) = around.iter().find(late) else {
            continue;
        };
        let when = month_and_day(event.1.claim);
        let agreed = around
            .iter()
            .all(|(_, other)| month_and_day(other.claim) == when);
        let several = around
            .iter()
            .any(|(_, other)| other.source != event.1.source);
        if agreed && several && told_as_done(run, packs, stand) {
            let others = around.iter().map(|(other, _)| *other);
            let mut claims = vec![number, event.0];
            claims.extend(others.filter(|other| *other != event.0));
            found.push(Breach::new(Check::BeforeAfter, claims));
        }
    }
    found
}

/// Whether a word of a finished action stands in the sentence.
fn told_as_done(run: &Run<'_>, packs: &Packs, stand: Stand<'_>) -> bool {
    let lines = line::lines(run, packs, stand.source);
    let own = lines.iter().find(|line| {
        let mut claims = line.claims.iter();
        claims.any(|(_, claim)| std::ptr::eq(*claim, stand.claim))
    });
    own.is_some_and(|line| line.has("done", 0, line.len()) && !line.has("to-come", 0, line.len()))
}

/// "Khai mạc ngày 8/11" of an event that two other articles give to 6 and 7 November.
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
    let all: Vec<Numbered<'_>> = numbered(run).filter(|(_, stand)| dated(stand)).collect();
    let mut by_name: BTreeMap<&Feature, Vec<Numbered<'_>>> = BTreeMap::new();
    for (number, stand) in &all {
        let names = run.names_beside(*stand);
        for name in names.filter(|name| is_event_name(name)) {
            by_name.entry(name).or_default().push((*number, *stand));
        }
    }
    let mut found = Vec::new();
    for (number, stand) in &all {
        let Some(at) = day(stand.claim) else { continue };
        let near = |date: Date| (at.duration_since(date).as_hours() / 24).abs() <= 31;
        let names = run.names_beside(*stand);
        let others: Vec<&Numbered<'_>> = names
            .filter_map(|name| by_name.get(name))
            .flatten()
            .filter(|(other, _)| other != number)
            .collect();
        let outside = |(_, other): &&&Numbered<'_>| {
            let beyond = stretch(other.claim).is_some_and(|(first, last)| {
                (at < first || at > last) && near(first) && near(last)
            });
            beyond && same_event(run, *stand, *other, 1)
        };
        let Some((period, of)) = others.iter().find(outside).copied() else {
            continue;
        };
        // A second article has to date the same phase to another day.
        let phase = stand.claim.extent.predicates.first();
        let own = month_and_day(stand.claim);
        let contradicts = |(_, against): &&&Numbered<'_>| {
            against.source != of.source
                && against.source != stand.source
                && against.claim.extent.predicates.first() == phase
                && month_and_day(against.claim).is_some_and(|day| Some(day) != own)
                && same_event(run, *stand, *against, 2)
        };
        if let Some((other, _)) = others.iter().find(contradicts).copied() {
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
fn same_event(run: &Run<'_>, a: Stand<'_>, b: Stand<'_>, least: usize) -> bool {
    let (one, other) = (&a.claim.extent, &b.claim.extent);
    let kinds = one.events.is_empty()
        || other.events.is_empty()
        || one.events.iter().any(|id| other.events.contains(id));
    let named = || {
        let known: Vec<&Feature> = run.names_beside(b).collect();
        let mut names = run.names_beside(a);
        names.any(|name| is_event_name(name) && known.contains(&name))
    };
    let shared = || {
        let known: Vec<&Feature> = run.names_around(b).collect();
        let names = run.names_around(a);
        names.filter(|name| known.contains(name)).count()
    };
    kinds && named() && shared() >= least
}

/// Whether it is a short form or a long name, as events have.
fn is_event_name(feature: &Feature) -> bool {
    matches!(feature.kind, FeatureKind::Acronym | FeatureKind::Name)
}

fn single(claim: &Claim) -> Option<&PartialDate> {
    match claim.value() {
        Value::Date(dates) if dates.readings.len() == 1 => dates.readings[0].as_single(),
        _ => None,
    }
}

fn day(claim: &Claim) -> Option<Date> {
    single(claim)?.known_day()
}

fn month_and_day(claim: &Claim) -> Option<(u8, u8)> {
    match single(claim)?.unit {
        Calendar::Day(month, day) => Some((month, day)),
        _ => None,
    }
}

/// First and last day of a stretch of several days.
fn stretch(claim: &Claim) -> Option<(Date, Date)> {
    match claim.value() {
        Value::Date(dates) if dates.readings.len() == 1 => {
            let range = &dates.readings[0];
            let first = range.start.as_ref()?.known_day()?;
            let last = range.end.as_ref()?.known_day()?;
            (first < last).then_some((first, last))
        }
        _ => None,
    }
}
