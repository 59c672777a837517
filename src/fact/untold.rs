//! Dates that do not contradict each other, whatever days they are: of pictures, of two quarters, of what the clock of a desk says.

use super::comparable::pattern_of;
use super::day::{days_apart, within_a_day};
use super::evidence::stated;
use super::{Run, Stand};
use crate::claim::Claim;
use crate::mention::Kind;
use crate::pack::Packs;
use crate::source::BlockKind;
use crate::value::{Calendar, DateRange, PartialDate, Qualifier, Relation, Slip, Value, relate};

/// Most days of a stretch outside of which a day of the event would be an error.
const EVENT: i64 = 62;

/// Whether nothing follows from it that two dates exclude each other. In one article only a day of the desk gives way.
pub(super) fn tells_nothing(
    run: &Run<'_>,
    packs: &Packs,
    (a, b): (Stand<'_>, Stand<'_>),
    relation: Relation,
) -> bool {
    let (left, right) = (a.claim, b.claim);
    if left.mention.kind != Kind::Date {
        return false;
    }
    let desk = || is_of_the_desk(run, packs, a, b) || is_of_the_desk(run, packs, b, a);
    if a.source == b.source {
        return desk();
    }
    // "Rescuers at the tower, Wednesday, April 2": when the picture was taken.
    let pictured = |claim: &Claim| claim.block == BlockKind::Caption;
    // "chỉ thua quý II/2022": figures are of a quarter, nothing happens in it.
    let quarters = both(left, right, |date| {
        matches!(date.unit, Calendar::Quarter(_) | Calendar::Half(_))
    });
    let outside = relation == Relation::Disjoint(Slip::OutsidePeriod);
    let vague = outside && !(is_of_an_event(left) && is_of_an_event(right));
    let now = || is_of_now(packs, left, right) || is_of_now(packs, right, left);
    pictured(left) || pictured(right) || quarters || vague || desk() || now()
}

/// Days from today within which two articles may tell one day by their clocks.
const FEW_DAYS: i64 = 3;

/// "Sáng nay, số người chết trong trận động đất đã lên 215": a day counted from the one on which the text came out is that of the news, and no other
/// day of what happened long before.
fn is_of_now(packs: &Packs, a: &Claim, b: &Claim) -> bool {
    shifted(packs, a) && days_apart(a, b).is_some_and(|days| days >= FEW_DAYS)
}

/// Whether a date is told by the number of days from that on which the text came out.
fn shifted(packs: &Packs, claim: &Claim) -> bool {
    pattern_of(packs, claim).is_some_and(|pattern| pattern.set.contains_key("shift-day"))
}

/// Whether a date that is a stretch of time may well be the days of one event: these are named by day, and few.
fn is_of_an_event(claim: &Claim) -> bool {
    let fits = |range: &DateRange| {
        let (Some(start), Some(end)) = (&range.start, &range.end) else {
            return true;
        };
        let single = start == end;
        let days =
            |date: &PartialDate| matches!(date.unit, Calendar::Day(..) | Calendar::DayOfMonth(_));
        let long = || {
            let (first, last) = (start.days()?.0, end.days()?.1);
            Some(first.duration_until(last).as_hours() / 24 > EVENT)
        };
        single || days(start) && days(end) && long() != Some(true)
    };
    let part = matches!(
        claim.mention.qualifier,
        Qualifier::Start | Qualifier::Mid | Qualifier::End
    );
    match claim.value() {
        Value::Date(dates) => !part && dates.readings.iter().all(fits),
        _ => true,
    }
}

/// "hôm qua", "two days ago": a day counted from the one on which the text came out, by the clock of its desk, beside the next or the
/// last one, which the same article names or which nobody counted so exactly.
fn is_of_the_desk(run: &Run<'_>, packs: &Packs, a: Stand<'_>, b: Stand<'_>) -> bool {
    if !within_a_day(a.claim, b.claim) {
        return false;
    }
    let Some(pattern) = pattern_of(packs, a.claim) else {
        return false;
    };
    let counted = pattern.set.contains_key("counted");
    let named = || {
        run.of_source(a.source).any(|other| {
            let claim = run.stands[other].claim;
            claim.mention.kind == Kind::Date
                && relate(stated(claim), stated(b.claim)) == Relation::Equal
        })
    };
    counted || pattern.set.contains_key("shift-day") && named()
}

fn both(a: &Claim, b: &Claim, is: impl Fn(&PartialDate) -> bool) -> bool {
    [a, b].into_iter().all(|claim| match claim.value() {
        Value::Date(dates) => dates
            .readings
            .iter()
            .all(|range| range.start.as_ref().is_some_and(&is)),
        _ => false,
    })
}
