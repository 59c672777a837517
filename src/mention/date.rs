//! Filled slots of a template to dates.

use std::collections::BTreeMap;

use super::clock::clock;
use super::fill::SlotValue;
use super::movable::{
    dated_weekday, feast, last_day, numbered_weekday, weekday_of_month, year_for,
};
use super::quantity::period;
use super::reference::{Direction, Reference, Step};
use crate::pack::{Filled, Pack, Slot};
use crate::value::{Calendar, DateRange, Dates, Number, PartialDate, Qualifier, Value};

/// The slots of one match, for the date itself and for the end of a range.
#[derive(Debug, Default)]
pub(super) struct Fields {
    pub start: BTreeMap<Slot, i64>,
    pub end: BTreeMap<Slot, i64>,
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
        return Some((value.unwrap_or(Value::Unresolved), qualifier));
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
    let ranged = fields.end.keys().any(|slot| {
        !matches!(
            slot,
            Slot::Hour | Slot::Minute | Slot::Second | Slot::Meridiem
        )
    });
    if ranged {
        share(&mut fields);
    }
    let start = side(pack, &fields.start, set, reference, direction)?;
    // What is set for the end of a range wins there over what is set for its start.
    let own_end: BTreeMap<String, i64> = set
        .iter()
        .filter_map(|(key, by)| Some((key.strip_prefix("end.")?.to_owned(), *by)))
        .collect();
    let ranged = ranged || own_end.keys().any(|key| key.starts_with("shift"));
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
        return Some((Value::Unresolved, qualifier));
    };
    if flag("either-order") == 1 && !ranged {
        return Some((in_either_order(pack, start, reference), qualifier));
    }
    let value = match (flag("open-start"), flag("open-end")) {
        (0, 0) => single(Some(start), Some(end)),
        (_, 0) => single(None, Some(end)),
        _ => single(Some(start), None),
    };
    Some((value, qualifier))
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
            && fields.end.contains_key(&Slot::Day)
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

fn any_year(side: &BTreeMap<Slot, i64>) -> Option<i64> {
    [Slot::Year, Slot::AnyYear, Slot::Yy]
        .iter()
        .find_map(|slot| side.get(slot).copied())
}

/// The year that is written or implied; two digits count from 1950 to 2049.
fn year_of(
    side: &BTreeMap<Slot, i64>,
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

/// One end. The outer `None`: no such date. The inner: it depends on a day that is not known.
#[expect(
    clippy::option_option,
    reason = "no date and an unknown date are different answers"
)]
fn side(
    pack: &Pack,
    side: &BTreeMap<Slot, i64>,
    set: &BTreeMap<String, i64>,
    reference: &Reference,
    direction: Option<Direction>,
) -> Option<Option<PartialDate>> {
    let get = |slot: Slot| side.get(&slot).and_then(|value| u8::try_from(*value).ok());
    let shift = |key: &str| set.get(key).and_then(|by| i32::try_from(*by).ok());
    let time = clock(side, set.get("before").is_some());
    let with_time = |date: Option<PartialDate>| Some(date.map(|date| PartialDate { time, ..date }));
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
            (None, Calendar::Month(number)) if side.contains_key(&Slot::Nth) => {
                let nth = *side.get(&Slot::Nth)?;
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
    if let (Some(nth), Some(weekday), Some(month)) =
        (side.get(&Slot::Nth).filter(|_| counted), weekday, month)
    {
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
        let year = year.or_else(|| reference.year_for(unit, direction));
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
    if set.contains_key("shift-year") || side.contains_key(&Slot::Part) {
        return Some(None);
    }
    None
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

fn valid(
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
