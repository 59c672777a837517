//! Filled slots of a template to dates.

use std::collections::BTreeMap;

use super::clock::clocks;
use super::day::{Slots, any_year, side, valid, year_of};
use super::fill::SlotValue;
use super::measured::period;
use super::movable::last_day;
use super::reference::{Direction, Reference};
use super::stretch::{ascending, descends, in_one_stretch};
use crate::pack::{Filled, Pack, Slot};
use crate::value::{Calendar, DateRange, Dates, Number, PartialDate, Qualifier, Value};

/// The slots of one match, for the date itself and for the end of a range.
#[derive(Debug, Default)]
pub(super) struct Fields {
    pub start: Slots,
    pub end: Slots,
    pub number: Option<Number>,
    pub unit: Option<usize>,
}

impl Fields {
    pub(super) fn of(filled: &[Filled<SlotValue>], set: &BTreeMap<String, i64>) -> Self {
        let mut fields = Self::default();
        for slot in filled {
            match &slot.value {
                SlotValue::Integer(value) => {
                    let side = if slot.end {
                        &mut fields.end
                    } else {
                        &mut fields.start
                    };
                    side.insert(
                        match slot.slot {
                            Slot::MonthName => Slot::Month,
                            Slot::Festival => Slot::Feast,
                            other => other,
                        },
                        *value,
                    );
                }
                SlotValue::Number(number) => fields.number = Some(number.value),
                SlotValue::Unit(unit) => fields.unit = Some(*unit),
                SlotValue::Words => {}
            }
        }
        for (key, value) in set {
            let (side, name) = match key.strip_prefix("end.") {
                Some(name) => (&mut fields.end, name),
                None => (&mut fields.start, key.as_str()),
            };
            if let Some(slot) = Slot::named(name) {
                side.insert(slot, *value);
            }
        }
        fields
    }
}

/// The date that `fields` give, and the part of it that is meant. `None` when they give none ("31/2").
pub(super) fn dates(
    pack: &Pack,
    mut fields: Fields,
    set: &BTreeMap<String, i64>,
    reference: &Reference,
) -> Option<(Value, Qualifier)> {
    let flag = |key: &str| set.get(key).copied().unwrap_or(0);
    let direction = match flag("direction") {
        0 => None,
        n if n > 0 => Some(Direction::Next),
        _ => Some(Direction::Last),
    };
    let qualifier = match fields.start.get(&Slot::Part) {
        Some(1) => Qualifier::Start,
        Some(2) => Qualifier::Mid,
        Some(3) => Qualifier::End,
        _ => Qualifier::Exact,
    };
    let one = |date: PartialDate| Some(single(Some(date.clone()), Some(date)));
    if let (Some(number), Some(unit)) = (fields.number, fields.unit) {
        let span = period(&pack.units[unit], number)?;
        let value = match (flag("window"), direction) {
            (0, Some(direction)) => reference.away(&span, direction).and_then(one),
            (0, None) => None,
            (n, _) if n > 0 => reference.window(&span, Direction::Next),
            _ => reference.window(&span, Direction::Last),
        };
        let coarse = pack.units[unit].symbol == "Y";
        return Some((value.unwrap_or(Value::Unresolved { coarse }), qualifier));
    }
    if let Some(&months) = fields.start.get(&Slot::Months) {
        let year = year_of(&fields.start, set, reference).or_else(|| reference.year());
        let count = u8::try_from(months).ok()?;
        let (first, last) = if flag("from") == 3 {
            (13 - count, 12)
        } else {
            (1, count)
        };
        let month = |month: u8| PartialDate {
            year,
            unit: Calendar::Month(month),
            time: None,
        };
        return Some((single(Some(month(first)), Some(month(last))), qualifier));
    }
    let ranged = fields.end.keys().any(|slot| !slot.is_of_the_clock());
    let written = (
        any_year(&fields.start).is_some(),
        any_year(&fields.end).is_some(),
    );
    if ranged {
        share(&mut fields);
    }
    let coarse = is_coarse(&fields, set);
    let start = side(pack, &fields.start, set, reference, direction)?;
    // What is set for the end of a range wins there over what is set for its start.
    let own_end: BTreeMap<String, i64> = set
        .iter()
        .filter_map(|(key, by)| Some((key.strip_prefix("end.")?.to_owned(), *by)))
        .collect();
    let ranged = ranged || own_end.keys().any(|key| key.starts_with("shift"));
    let hours = fields.end.contains_key(&Slot::Hour) && !ranged;
    let hours = if hours { clocks(&fields, set) } else { None };
    let end = match (ranged, own_end.is_empty()) {
        (false, _) => {
            let code = fields.start.get(&Slot::Feast).copied();
            let last = code.zip(start.as_ref());
            let last = last.and_then(|(code, first)| last_day(&pack.feasts, code, first));
            last.or_else(|| start.clone())
        }
        (true, true) => side(pack, &fields.end, set, reference, direction)?,
        (true, false) => side(pack, &fields.end, &own_end, reference, direction)?,
    };
    let (Some(start), Some(end)) = (start, end) else {
        return Some((Value::Unresolved { coarse }, qualifier));
    };
    // "Thursday from 9:30 to 11:00"
    let (start, end) = match hours {
        Some(hours) => (
            PartialDate {
                time: Some(hours.start),
                ..start
            },
            PartialDate {
                time: Some(hours.end),
                ..end
            },
        ),
        None => (start, end),
    };
    let (start, end) = in_one_stretch((start, end), (&fields.start, &fields.end), direction);
    // "2014-10" is no range: years ascend.
    if (start.unit, end.unit) == (Calendar::Year, Calendar::Year) && end.year < start.year {
        return None;
    }
    if flag("either-order") == 1 {
        let value = if ranged {
            range_in_either_order(pack, (start, end), written, reference)
        } else {
            in_either_order(pack, start, reference)
        };
        return Some((value, qualifier));
    }
    let (start, end) = if ranged {
        ascending((start, end), written, reference)
    } else {
        (start, end)
    };
    let value = match (flag("open-start"), flag("open-end")) {
        (0, 0) => single(Some(start), Some(end)),
        (_, 0) => single(None, Some(end)),
        _ => single(Some(start), None),
    };
    Some((value, qualifier))
}

/// Whether what is said of a date names no part of a year shorter than a quarter.
fn is_coarse(fields: &Fields, set: &BTreeMap<String, i64>) -> bool {
    let long = |key: &String| {
        matches!(
            key.as_str(),
            "shift-year" | "told-year" | "shift-quarter" | "shift-decade" | "quarter" | "year"
        )
    };
    let short = |key: &String| {
        matches!(
            key.as_str(),
            "shift-day"
                | "told-day"
                | "shift-week"
                | "shift-month"
                | "told-month"
                | "weekday"
                | "day"
                | "month"
                | "hour"
        )
    };
    let whole = |slot: &Slot| {
        matches!(
            slot,
            Slot::Year | Slot::Quarter | Slot::Half | Slot::Decade | Slot::Part
        )
    };
    set.keys().any(long) && !set.keys().any(short) && fields.start.keys().all(whole)
}

fn single(start: Option<PartialDate>, end: Option<PartialDate>) -> Value {
    Value::Date(Dates {
        readings: vec![DateRange { start, end }],
    })
}

/// A day in digits whose month could be its day: both readings, the order of the pattern first, unless something tells
/// which is meant: another date in digits of the source, or a day of publication within a week of one reading alone.
fn in_either_order(pack: &Pack, date: PartialDate, reference: &Reference) -> Value {
    let only = |date: PartialDate| single(Some(date.clone()), Some(date));
    let other = match date.unit {
        Calendar::Day(month, day) if month != day => {
            valid(date.year, Calendar::Day(day, month), date.time)
        }
        _ => None,
    };
    let Some(other) = other else {
        return only(date);
    };
    let written_day_first = pack.language.date_order != "mdy";
    let near = |date: &PartialDate| {
        reference
            .days_until(date)
            .is_some_and(|away| away.abs() <= NEAR)
    };
    match (
        reference.day_first(&pack.language.month_first_regions),
        near(&date),
        near(&other),
    ) {
        (Some(day_first), ..) => only(if day_first == written_day_first {
            date
        } else {
            other
        }),
        (None, true, false) => only(date),
        (None, false, true) => only(other),
        _ => Value::Date(Dates {
            readings: [date, other].into_iter().map(DateRange::single).collect(),
        }),
    }
}

/// A range of days in digits in both orders, the order of the pattern first, unless something tells which is meant.
fn range_in_either_order(
    pack: &Pack,
    (start, end): (PartialDate, PartialDate),
    written: (bool, bool),
    reference: &Reference,
) -> Value {
    let turned = |date: &PartialDate| match date.unit {
        Calendar::Day(month, day) => valid(date.year, Calendar::Day(day, month), date.time),
        _ => None,
    };
    let free = written == (false, false);
    let nearest = |date: PartialDate| PartialDate {
        year: reference
            .year_for(date.unit, None)
            .filter(|_| free)
            .or(date.year),
        ..date
    };
    let other = turned(&start)
        .zip(turned(&end))
        .map(|(start, end)| (nearest(start), nearest(end)));
    let ordered = |ends: (PartialDate, PartialDate)| {
        let (start, end) = ascending(ends, written, reference);
        DateRange {
            start: Some(start),
            end: Some(end),
        }
    };
    let one = ordered((start, end));
    let other = other
        .map(ordered)
        .filter(|other| *other != one && !descends(other));
    let written_day_first = pack.language.date_order != "mdy";
    let readings = match (
        other,
        reference.day_first(&pack.language.month_first_regions),
    ) {
        (None, _) => vec![one],
        (Some(other), _) if descends(&one) => vec![other],
        (Some(other), None) => vec![one, other],
        (Some(_), Some(day_first)) if day_first == written_day_first => vec![one],
        (Some(other), Some(_)) => vec![other],
    };
    Value::Date(Dates { readings })
}

/// Days between a date and its publication that make it the likely reading.
const NEAR: i64 = 7;

/// What one end of a range lacks it takes from the other: "11-12/7" has one month, "30/6-2/7/2023" one year.
fn share(fields: &mut Fields) {
    for slot in [
        Slot::Day,
        Slot::Month,
        Slot::Quarter,
        Slot::Half,
        Slot::Century,
        Slot::Decade,
    ] {
        // A finer slot is shared only with a finer or equal one: "tháng 4 - 12/6" has no day at its start.
        let coarser = matches!(slot, Slot::Month) || !matches!(slot, Slot::Day);
        if !coarser {
            continue;
        }
        if let (None, Some(value)) = (fields.start.get(&slot), fields.end.get(&slot).copied())
            && (slot != Slot::Month || fields.start.contains_key(&Slot::Day))
        {
            fields.start.insert(slot, value);
        }
        if let (Some(value), None) = (fields.start.get(&slot).copied(), fields.end.get(&slot))
            && slot == Slot::Month
            && (fields.end.contains_key(&Slot::Day) || fields.end.contains_key(&Slot::Nth))
        {
            fields.end.insert(slot, value);
        }
    }
    for slot in [Slot::Year, Slot::Yy, Slot::AnyYear] {
        if let (None, Some(value)) = (any_year(&fields.start), fields.end.get(&slot).copied()) {
            fields.start.insert(slot, value);
        }
        if let (Some(value), None) = (fields.start.get(&slot).copied(), any_year(&fields.end)) {
            fields.end.insert(slot, value);
        }
    }
}
