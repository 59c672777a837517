//! One end of a date: its slots to a year, month, day or another period of the calendar.

use std::collections::BTreeMap;

use super::clock::clock;
use super::movable::{
    dated_weekday, feast, numbered_weekday, week_of_month, weekday_of_month, year_for,
};
use super::reference::{Direction, Reference, Step};
use crate::pack::{Pack, Slot};
use crate::value::{Calendar, PartialDate, ShiftUnit, shift};

/// The slots of one end and their values: a handful.
#[derive(Debug, Default, Clone)]
pub(super) struct Slots(Vec<(Slot, i64)>);

impl Slots {
    pub(super) fn get(&self, slot: &Slot) -> Option<&i64> {
        let mut slots = self.0.iter();
        slots.find_map(|(own, value)| (own == slot).then_some(value))
    }

    pub(super) fn contains_key(&self, slot: &Slot) -> bool {
        self.get(slot).is_some()
    }

    /// Of two values of a slot the later one counts.
    pub(super) fn insert(&mut self, slot: Slot, value: i64) {
        match self.0.iter_mut().find(|(own, _)| *own == slot) {
            Some((_, own)) => *own = value,
            None => self.0.push((slot, value)),
        }
    }

    /// In no order.
    pub(super) fn keys(&self) -> impl Iterator<Item = &Slot> {
        self.0.iter().map(|(slot, _)| slot)
    }
}

/// The same day, so many months later; `None` where that month has no such day.
pub(crate) fn months_later(date: &PartialDate, months: i32) -> Option<PartialDate> {
    let moved = shift(date, ShiftUnit::Month, months)?;
    match (date.unit, moved.unit) {
        (Calendar::Day(_, day), Calendar::Month(month)) => {
            valid(moved.year, Calendar::Day(month, day), date.time)
        }
        _ => None,
    }
}

/// One end. The outer `None`: no such date. The inner: it depends on a day that is not known.
#[expect(
    clippy::option_option,
    reason = "no date and an unknown date are different answers"
)]
pub(super) fn side(
    pack: &Pack,
    side: &Slots,
    set: &BTreeMap<String, i64>,
    reference: &Reference,
    direction: Option<Direction>,
) -> Option<Option<PartialDate>> {
    let get = |slot: Slot| side.get(&slot).and_then(|value| u8::try_from(*value).ok());
    let shift = |key: &str| set.get(key).and_then(|by| i32::try_from(*by).ok());
    let time = clock(side, set.get("before").is_some());
    let with_time = |date: Option<PartialDate>| Some(date.map(|date| PartialDate { time, ..date }));
    // These ask for a date that another sentence may tell.
    if set.contains_key("told-day") || set.contains_key("told-month") {
        return Some(None);
    }
    if let Some(by) = shift("shift-week") {
        return with_time(reference.week(by, get(Slot::Weekday)));
    }
    if let Some(by) = shift("shift-day") {
        return with_time(reference.shift(Step::Day, by));
    }
    if let Some(by) = shift("shift-quarter") {
        return with_time(reference.shift(Step::Quarter, by));
    }
    if let Some(by) = shift("shift-decade") {
        return with_time(reference.shift(Step::Decade, by));
    }
    if let Some(by) = shift("shift-month") {
        let Some(month) = reference.shift(Step::Month, by) else {
            return Some(None);
        };
        return match (get(Slot::Day), month.unit) {
            (Some(day), Calendar::Month(number)) => {
                Some(Some(valid(month.year, Calendar::Day(number, day), time)?))
            }
            (None, Calendar::Month(number))
                if side.contains_key(&Slot::Nth) || side.contains_key(&Slot::Int) =>
            {
                let nth = *side.get(&Slot::Nth).or(side.get(&Slot::Int))?;
                if set.contains_key("nth-week") {
                    return Some(Some(week_of_month(month.year?, number, nth)?));
                }
                with_time(Some(weekday_of_month(
                    month.year?,
                    number,
                    get(Slot::Weekday)?,
                    nth,
                )?))
            }
            _ => with_time(Some(month)),
        };
    }
    let year = year_of(side, set, reference);
    if let Some(code) = side.get(&Slot::Feast) {
        let day = |year: i32| feast(&pack.feasts, *code, year);
        return match year.or_else(|| year_for(day, reference, direction)) {
            Some(year) => with_time(Some(day(year)?)),
            None => Some(None),
        };
    }
    let weekday = get(Slot::Weekday);
    let month = get(Slot::Month);
    let place = side.get(&Slot::Nth).or(side.get(&Slot::Int));
    if let (Some(nth), Some(month), true) = (place, month, set.contains_key("nth-week")) {
        let first = |year: i32| weekday_of_month(year, month, 1, 1);
        return match year.or_else(|| year_for(first, reference, direction)) {
            Some(year) => Some(Some(week_of_month(year, month, *nth)?)),
            None => None,
        };
    }
    // "March third" and "Tuesday the eleventh", where no weekday is counted.
    let counted = weekday.is_some() && month.is_some() && !set.contains_key("nth-day");
    let day = get(Slot::Day).or(get(Slot::Nth).filter(|_| !counted));
    let day = day.filter(|day| *day > 0 || month.is_some());
    if side.get(&Slot::Nth).is_some_and(|nth| *nth > 5) && counted {
        return None;
    }
    if let (Some(0), None, Some(month)) = (day, weekday, month) {
        return last_of_month(month, year, reference, direction, time).map(Some);
    }
    if let (Some(nth), Some(weekday), Some(month)) = (place.filter(|_| counted), weekday, month) {
        let day = |year: i32| weekday_of_month(year, month, weekday, *nth);
        return match year.or_else(|| year_for(day, reference, direction)) {
            Some(year) => with_time(Some(day(year)?)),
            None => Some(None),
        };
    }
    // The weekday tells which of the years or months is meant.
    let told = weekday.filter(|_| year.is_none());
    let unit = match (get(Slot::Month), day) {
        (Some(month), Some(day)) => {
            let date =
                told.and_then(|weekday| dated_weekday(month, day, weekday, reference, direction));
            if date.is_some() {
                return with_time(date);
            }
            Some(Calendar::Day(month, day))
        }
        (Some(month), None) => Some(Calendar::Month(month)),
        (None, Some(day)) => {
            let date =
                told.and_then(|weekday| numbered_weekday(day, weekday, reference, direction));
            if let Some(date) = date {
                return with_time(Some(date));
            }
            if let Some(date) = reference.day_of_month(day, direction) {
                return with_time(Some(date));
            }
            Some(Calendar::DayOfMonth(day))
        }
        (None, None) => get(Slot::Quarter)
            .map(Calendar::Quarter)
            .or(get(Slot::Half).map(Calendar::Half))
            .or(get(Slot::Season).map(Calendar::Season))
            .or(get(Slot::Week).map(Calendar::Week)),
    };
    if let Some(unit) = unit {
        let nearest = || reference.year_for(unit, direction);
        let year = year.or_else(|| nearest().filter(|_| !set.contains_key("told-year")));
        return Some(Some(valid(year, unit, time)?));
    }
    if let Some(year) = year {
        return with_time(Some(PartialDate {
            year: Some(year),
            unit: Calendar::Year,
            time: None,
        }));
    }
    if let Some(weekday) = get(Slot::Weekday) {
        let date = reference.weekday(weekday, direction);
        return with_time(Some(date.unwrap_or(PartialDate {
            year: None,
            unit: Calendar::Weekday(weekday),
            time: None,
        })));
    }
    if let Some(decade) = side.get(&Slot::Decade) {
        return decade_of(*decade, side.get(&Slot::Century).copied()).map(Some);
    }
    if let Some(century) = side.get(&Slot::Century) {
        let year = i32::try_from((century - 1) * 100).ok()?;
        return Some(Some(PartialDate {
            year: Some(year),
            unit: Calendar::Century,
            time: None,
        }));
    }
    let waits = ["shift-year", "told-year"];
    if waits.iter().any(|key| set.contains_key(*key)) || side.contains_key(&Slot::Part) {
        return Some(None);
    }
    None
}

/// The year that is written or implied; two digits count from 1950 to 2049.
pub(super) fn year_of(
    side: &Slots,
    set: &BTreeMap<String, i64>,
    reference: &Reference,
) -> Option<i32> {
    let written = match (
        side.get(&Slot::Year).or(side.get(&Slot::AnyYear)),
        side.get(&Slot::Yy),
    ) {
        (Some(year), _) => Some(*year),
        (None, Some(short)) => Some(if *short < 50 {
            2000 + short
        } else {
            1900 + short
        }),
        _ => None,
    };
    let year = match written {
        Some(year) => i32::try_from(year).ok()?,
        None => {
            let by = i32::try_from(*set.get("shift-year")?).ok()?;
            reference.year()? + by
        }
    };
    Some(if set.get("bc") == Some(&1) {
        1 - year
    } else {
        year
    })
}

/// "the last day of June": of February only in a year that is known.
fn last_of_month(
    month: u8,
    year: Option<i32>,
    reference: &Reference,
    direction: Option<Direction>,
    time: Option<crate::value::ClockTime>,
) -> Option<PartialDate> {
    let year = year.or_else(|| reference.year_for(Calendar::Month(month), direction));
    if year.is_none() && month == 2 {
        return None;
    }
    (28..=31)
        .rev()
        .find_map(|day| valid(year, Calendar::Day(month, day), time))
}

/// "1990", or "90" within its century; without one, 30 and up belong to the 20th.
fn decade_of(decade: i64, century: Option<i64>) -> Option<PartialDate> {
    if decade % 10 != 0 {
        return None;
    }
    let year = match (decade, century) {
        (1000.., _) => decade,
        (0..=90, Some(century)) => (century - 1) * 100 + decade,
        (30..=90, None) => 1900 + decade,
        (0..=20, None) => 2000 + decade,
        _ => return None,
    };
    Some(PartialDate {
        year: Some(i32::try_from(year).ok()?),
        unit: Calendar::Decade,
        time: None,
    })
}

pub(super) fn valid(
    year: Option<i32>,
    unit: Calendar,
    time: Option<crate::value::ClockTime>,
) -> Option<PartialDate> {
    if let Calendar::Day(month, day) = unit {
        // 2024 is a leap year: 29 February is a day as long as the year is not known.
        let year = i16::try_from(year.unwrap_or(2024)).ok()?;
        jiff::civil::Date::new(year, i8::try_from(month).ok()?, i8::try_from(day).ok()?).ok()?;
    }
    Some(PartialDate { year, unit, time })
}

pub(super) fn any_year(side: &Slots) -> Option<i64> {
    [Slot::Year, Slot::AnyYear, Slot::Yy]
        .iter()
        .find_map(|slot| side.get(slot).copied())
}
