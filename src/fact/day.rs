//! What days and years say for and against one fact.

use super::comparable::pattern_of;
use super::stage::published;
use super::{Run, Stand};
use crate::claim::Claim;
use crate::pack::Packs;
use crate::value::{Calendar, Relation, Slip, Value};

/// Whether two dates are days that follow each other.
pub(super) fn within_a_day(a: &Claim, b: &Claim) -> bool {
    days_apart(a, b) == Some(1)
}

/// How many days lie between two dates that are days.
pub(super) fn days_apart(a: &Claim, b: &Claim) -> Option<i64> {
    let day = |claim: &Claim| match claim.value() {
        Value::Date(dates) => {
            let (first, last) = dates.readings.first()?.start.as_ref()?.days()?;
            (first == last).then_some(first)
        }
        _ => None,
    };
    let between = day(a)?.duration_until(day(b)?);
    Some((between.as_hours() / 24).abs())
}

/// Whether two days, weeks or months lie so far apart that one event hardly has both.
pub(super) fn months_apart(a: &Claim, b: &Claim) -> bool {
    let days = |claim: &Claim| match claim.value() {
        Value::Date(dates) => {
            let start = dates.readings.first()?.start.as_ref()?;
            let fine = matches!(
                start.unit,
                Calendar::Day(..) | Calendar::Week(_) | Calendar::Month(_)
            );
            start.days().filter(|_| fine)
        }
        _ => None,
    };
    let (Some((first, end)), Some((other, last))) = (days(a), days(b)) else {
        return false;
    };
    let gap = |from, to: jiff::civil::Date| to.duration_until(from).as_hours() / 24;
    // A year more or less is a slip.
    (APART..YEAR).contains(&gap(first, last).max(gap(other, end)))
}

/// Whether two clock times differ by whole hours: by the clocks of two places they may be one.
pub(super) fn hours_apart(a: &Claim, b: &Claim) -> bool {
    minutes(a, b).is_some_and(|(one, other)| one.0 != other.0 && one.1 == other.1)
}

/// Whether one clock time is the other twelve hours later, and the earlier one does not say which half of the day it is of: "called off at
/// 8:25" may well be in the evening, "at 8:25 a.m." is not.
pub(super) fn half_a_day_apart(packs: &Packs, a: &Claim, b: &Claim) -> bool {
    minutes(a, b).is_some_and(|(one, other)| {
        let earlier = if one.0 < other.0 { a } else { b };
        let told = pattern_of(packs, earlier).is_some_and(|pattern| {
            let tells = |key| pattern.set.contains_key(key);
            tells("half-told") || tells("meridiem") || tells("hour")
        });
        one.0.abs_diff(other.0) == 12 && one.1 == other.1 && !told
    })
}

/// Hour and minute of two single clock times.
fn minutes(a: &Claim, b: &Claim) -> Option<((u8, u8), (u8, u8))> {
    let minute = |claim: &Claim| match claim.value() {
        Value::Time(range) if range.start == range.end => {
            Some((range.start.hour, range.start.minute.unwrap_or(0)))
        }
        _ => None,
    };
    minute(a).zip(minute(b))
}

/// Days between two dates from which on one event hardly has both, and after which one is rather that of another year.
const APART: i64 = 61;
const YEAR: i64 = 320;

/// Days from an article within which its dates may well be of several things.
const NEAR: i64 = 4;

/// Whether two dates are stretches of days, or days far from those on which the articles came out, as far as these are known.
pub(super) fn remote(run: &Run<'_>, a: Stand<'_>, b: Stand<'_>) -> bool {
    let days = |stand: Stand<'_>| match stand.claim.value() {
        Value::Date(dates) => {
            let range = dates.readings.first()?;
            let start = range.start.as_ref()?;
            let day = matches!(start.unit, Calendar::Day(..));
            Some((start.days()?.0, range.end.as_ref()?.days()?.1)).filter(|_| day)
        }
        _ => None,
    };
    let (Some((first, last)), Some(_)) = (days(a), days(b)) else {
        return false;
    };
    let away = |stand: Stand<'_>| {
        let published = published(run, stand)?;
        Some((first.duration_until(published).as_hours() / 24).abs() > NEAR)
    };
    let away: Vec<bool> = [a, b].into_iter().filter_map(away).collect();
    first != last || !away.is_empty() && away.into_iter().all(|far| far)
}

/// Whether a date without a year can be taken for one in the year that the other gives: the articles speak of one event,
/// and so do the sentences. Two dates without a year look alike and no more.
pub(super) fn same_year(a: &Claim, b: &Claim, relation: Relation, closeness: Closeness) -> bool {
    let swapped = relation == Relation::Disjoint(Slip::DayMonthSwap);
    let (articles, sentences) = if swapped { (0.25, 0.15) } else { (0.4, 0.15) };
    no_year(a) != no_year(b)
        && closeness.articles >= articles
        && closeness.sentences >= sentences
        && (swapped || !matches!(relation, Relation::Disjoint(_)))
}

/// How much two articles, and two sentences in them, speak of the same, 0 to 1.
#[derive(Debug, Clone, Copy)]
pub(super) struct Closeness {
    pub articles: f64,
    pub sentences: f64,
}

pub(super) fn no_year(claim: &Claim) -> bool {
    match claim.value() {
        Value::Date(dates) => dates.readings.iter().any(|range| {
            [&range.start, &range.end]
                .into_iter()
                .flatten()
                .any(|date| date.year.is_none())
        }),
        _ => false,
    }
}
