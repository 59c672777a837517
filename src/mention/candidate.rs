//! Readings of a stretch of tokens, before one of those that overlap is chosen.

use super::Kind;
use super::together::Together;
use crate::value::{Calendar, Number, PartialDate, Qualifier, Value};

/// One reading.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Candidate {
    /// Tokens of the phrase, half-open.
    pub start: usize,
    pub end: usize,
    /// Tokens of the number or date itself.
    pub core: (usize, usize),
    pub priority: i32,
    pub made: Made,
    /// Where the day and the time stand, of a date that has both.
    pub together: Option<Together>,
    /// Rule names, the outermost first.
    pub rules: Vec<String>,
}

/// What a reading makes.
#[derive(Debug, Clone, PartialEq)]
#[allow(
    clippy::large_enum_variant,
    reason = "short-lived, a few a sentence: a box would cost more than the copy"
)]
pub(super) enum Made {
    Value {
        kind: Kind,
        value: Value,
        qualifier: Qualifier,
        unit: Option<String>,
        role: Role,
    },
    /// No claim, and why.
    Ignored(String),
}

/// What a number does in a change: "từ 7 lên 11".
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub enum Role {
    /// It simply is.
    #[default]
    Is,
    /// The figure before the change.
    From,
    /// The figure after it.
    To,
}

/// Readings that would share words with the one before them give those up.
///
/// "2 ngày 11,12/7": a length of time whose unit is also the first word of the date behind it keeps that word when the
/// date covers just so many of the unit. Elsewhere the number belongs to what stands before it ("bão số 3 ngày 20/9").
pub(super) fn make_room(candidates: &mut [Candidate]) {
    let lengths: Vec<(usize, i64, Calendar)> = candidates
        .iter()
        .filter_map(|candidate| {
            let (count, unit) = whole_units(candidate)?;
            Some((candidate.end, count, unit))
        })
        .collect();
    let times: Vec<(usize, usize)> = candidates
        .iter()
        .filter(|candidate| kind_of(candidate) == Some(Kind::Time))
        .map(|candidate| (candidate.start, candidate.end))
        .collect();
    for candidate in candidates.iter_mut() {
        if kind_of(candidate) == Some(Kind::Date) {
            // "7:30 chiều ngày 20/4": the part of the day belongs to the clock time before it.
            let (start, core) = (candidate.start, candidate.core.0);
            let shared =
                |(from, end): &&(usize, usize)| *from < start && start < *end && *end <= core;
            if let Some((_, end)) = times.iter().filter(shared).max_by_key(|(_, end)| *end) {
                candidate.start = *end;
            }
        }
        let Some((covered, unit)) = units_covered(candidate) else {
            continue;
        };
        let shared = candidate.start + 1;
        let fits = lengths.iter().any(|(end, count, of)| {
            *end == shared && *count == covered && std::mem::discriminant(of) == unit
        });
        if fits && candidate.core.0 >= shared {
            candidate.start = shared;
        }
    }
}

fn kind_of(candidate: &Candidate) -> Option<Kind> {
    match &candidate.made {
        Made::Value { kind, .. } => Some(*kind),
        Made::Ignored(_) => None,
    }
}

/// "2 ngày": two days; the calendar unit stands for its kind.
fn whole_units(candidate: &Candidate) -> Option<(i64, Calendar)> {
    let Made::Value {
        value: Value::Duration {
            low: Some(low),
            high: Some(high),
        },
        ..
    } = &candidate.made
    else {
        return None;
    };
    let zero = Number::from_integer(0);
    let rest = [low.weeks, low.hours, low.minutes, low.seconds];
    if low != high || rest.iter().any(|field| *field != zero) {
        return None;
    }
    let (count, unit) = match (low.years, low.months, low.days) {
        (years, months, days) if months == zero && days == zero => (years, Calendar::Year),
        (years, months, days) if years == zero && days == zero => (months, Calendar::Month(1)),
        (years, months, days) if years == zero && months == zero => (days, Calendar::Day(1, 1)),
        _ => return None,
    };
    let whole = count.is_integer() && count > Number::from_integer(1);
    Some((
        i64::try_from(count.to_integer()).ok().filter(|_| whole)?,
        unit,
    ))
}

/// How many days, months or years a range of dates covers, both ends included.
fn units_covered(candidate: &Candidate) -> Option<(i64, std::mem::Discriminant<Calendar>)> {
    let Made::Value {
        value: Value::Date(dates),
        ..
    } = &candidate.made
    else {
        return None;
    };
    let range = dates.readings.first()?;
    let (start, end) = (range.start.as_ref()?, range.end.as_ref()?);
    let years = i64::from(end.year.unwrap_or(0)) - i64::from(start.year.unwrap_or(0));
    let covered = match (start.unit, end.unit) {
        (Calendar::Year, Calendar::Year) => years + 1,
        (Calendar::Month(from), Calendar::Month(to)) => {
            years * 12 + i64::from(to) - i64::from(from) + 1
        }
        (Calendar::Day(..), Calendar::Day(..)) => {
            let day = |date: &PartialDate| {
                // 2023 has no leap day: without a year a range over 29 February is a day short.
                let year = date.year.unwrap_or(2023);
                PartialDate {
                    year: Some(year),
                    ..date.clone()
                }
                .known_day()
            };
            let (from, to) = (day(start)?, day(end)?);
            i64::from((to - from).get_days()) + 1
        }
        _ => return None,
    };
    Some((covered, std::mem::discriminant(&start.unit)))
}

/// Of readings that overlap the longest stays, then the one of higher priority, then the earlier. Sorted by place.
pub(super) fn choose(mut candidates: Vec<Candidate>) -> (Vec<Candidate>, Vec<Candidate>) {
    candidates.sort_by(|a, b| {
        let length = |c: &Candidate| c.end - c.start;
        length(b)
            .cmp(&length(a))
            .then(b.priority.cmp(&a.priority))
            .then(a.start.cmp(&b.start))
    });
    let mut chosen: Vec<Candidate> = Vec::new();
    let mut rejected = Vec::new();
    for candidate in candidates {
        let clash = chosen
            .iter()
            .any(|c| c.start < candidate.end && candidate.start < c.end);
        if clash {
            rejected.push(candidate)
        } else {
            chosen.push(candidate)
        }
    }
    chosen.sort_by_key(|c| c.start);
    rejected.sort_by_key(|c| (c.start, c.end));
    (chosen, rejected)
}
