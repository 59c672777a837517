//! A day and a time of day that a text writes together: "Tuesday at 6 p.m." is two values, as in "6 p.m. on Tuesday".
//!
//! Two texts often share the day and differ in the hour, and a reader wants to see which of the two differs.

use super::Kind;
use super::candidate::{Candidate, Made};
use super::fill::SlotValue;
use crate::pack::{Filled, Slot, View};
use crate::text::TokenKind;
use crate::value::{Calendar, ClockRange, DateRange, Dates, PartialDate, Value};

/// Where the day and the time of one reading stand, in tokens.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Together {
    /// The phrase of the day.
    day: (usize, usize),
    /// The day itself.
    day_core: (usize, usize),
    /// The time of day.
    clock: (usize, usize),
}

impl Together {
    /// The two of a match over the tokens from `start` to `end`; `None` where it has no hour, or the hour stands inside the day.
    pub(super) fn of(
        filled: &[Filled<SlotValue>],
        view: &View<'_>,
        (start, end): (usize, usize),
    ) -> Option<Self> {
        let hour = |f: &Filled<SlotValue>| f.slot == Slot::Hour;
        let clock = |f: &&Filled<SlotValue>| f.slot.is_of_the_clock() || f.slot == Slot::Zone;
        let valued = |f: &&Filled<SlotValue>| !matches!(f.slot, Slot::List(_) | Slot::Part);
        if !filled.iter().any(hour) {
            return None;
        }
        let clock_tokens = reach(filled.iter().filter(clock))?;
        let core = reach(filled.iter().filter(|f| valued(f) && !clock(f)));
        let (mut from, mut to) = if core.map_or(start, |core| core.0) < clock_tokens.0 {
            (start, clock_tokens.0)
        } else {
            (clock_tokens.1, end)
        };
        // What joins the two belongs to neither.
        let joint = |f: &&Filled<SlotValue>| matches!(f.slot, Slot::List(_));
        for list in filled
            .iter()
            .filter(joint)
            .filter(|f| f.tokens.1 > f.tokens.0)
        {
            if list.tokens.1 == to && core.is_none_or(|core| core.1 <= list.tokens.0) {
                to = list.tokens.0;
            }
        }
        let sign = |i: usize| view.tokens[i].kind == TokenKind::Sign;
        while from < to && sign(from) {
            from += 1;
        }
        while from < to && sign(to - 1) {
            to -= 1;
        }
        let core = core.unwrap_or((from, to));
        let apart = core.1 <= clock_tokens.0 || clock_tokens.1 <= core.0;
        (from < to && apart).then_some(Self {
            day: (from, to),
            day_core: core,
            clock: clock_tokens,
        })
    }
}

fn reach<'f>(filled: impl Iterator<Item = &'f Filled<SlotValue>>) -> Option<(usize, usize)> {
    let filled = filled.filter(|f| f.tokens.1 > f.tokens.0);
    filled
        .map(|f| f.tokens)
        .reduce(|a, b| (a.0.min(b.0), a.1.max(b.1)))
}

/// A reading as the values that it makes, in the order of the text: two of a day with its time, else itself.
pub(super) fn values_of(candidate: &Candidate) -> Vec<Candidate> {
    let parts = candidate
        .together
        .and_then(|together| parted(candidate, together));
    parts.unwrap_or_else(|| vec![candidate.clone()])
}

fn parted(candidate: &Candidate, together: Together) -> Option<Vec<Candidate>> {
    let Made::Value {
        value: Value::Date(dates),
        qualifier,
        unit,
        role,
        ..
    } = &candidate.made
    else {
        return None;
    };
    let [range] = dates.readings.as_slice() else {
        return None;
    };
    let (first, last) = (range.start.as_ref()?, range.end.as_ref()?);
    let hours = ClockRange {
        start: first.time?,
        end: last.time?,
    };
    let without = |date: &PartialDate| PartialDate {
        time: None,
        ..date.clone()
    };
    let day = DateRange {
        start: Some(without(first)),
        end: Some(without(last)),
    };
    if day.start != day.end {
        return None;
    }
    let part = |kind: Kind, value: Value, (start, end): (usize, usize), core| Candidate {
        start,
        end,
        core,
        together: None,
        made: Made::Value {
            kind,
            value,
            qualifier: *qualifier,
            unit: unit.clone(),
            role: *role,
        },
        ..candidate.clone()
    };
    let day = Value::Date(Dates {
        readings: vec![day],
    });
    let mut parts = vec![
        part(Kind::Date, day, together.day, together.day_core),
        part(
            Kind::Time,
            Value::Time(hours),
            together.clock,
            together.clock,
        ),
    ];
    parts.sort_by_key(|part| part.start);
    Some(parts)
}

/// Whether a stretch of days ends on the day of the year on which it began.
pub(super) fn is_of_one_day(value: &Value) -> bool {
    let Value::Date(dates) = value else {
        return false;
    };
    let [range] = dates.readings.as_slice() else {
        return false;
    };
    let ends = range.start.as_ref().zip(range.end.as_ref());
    ends.is_some_and(|(start, end)| {
        matches!(start.unit, Calendar::Day(..)) && start.unit == end.unit
    })
}
