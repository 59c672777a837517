//! Dates that point back at a date of the text: "the same day", "hôm sau", "in March of that year".

use super::Claim;
use super::ahead::one_range;
use crate::mention::{Kind, Mention};
use crate::pack::Pack;
use crate::value::{Calendar, DateRange, Dates, PartialDate, ShiftUnit, Value, shift};

/// Sentences up to which a date that was told is the one pointed at.
const REACH: usize = 2;

/// A year for days whose own is unknown; it has no leap day.
const ANY_YEAR: i32 = 2023;

/// What a date says that points back.
pub(super) enum Antecedent {
    /// It points at nothing.
    None,
    /// The text tells no date that it could mean.
    Missing,
    /// The date that is meant.
    Found(Box<Value>),
}

/// The date that `mention` of sentence `number` means by a date `told` before.
pub(super) fn antecedent(
    pack: &Pack,
    mention: &Mention,
    number: usize,
    told: &[Claim],
) -> Antecedent {
    let found = |value: Value| Antecedent::Found(Box::new(value));
    let Some((step, by)) = pointer(pack, mention) else {
        return Antecedent::None;
    };
    let dates = told
        .iter()
        .rev()
        .filter(|claim| claim.mention.kind == Kind::Date)
        .take_while(|claim| claim.sentence_number + REACH >= number);
    let mut dates = dates.filter_map(|claim| last_day(&claim.mention.value));
    let year = match step {
        ShiftUnit::Year => dates.find_map(|date| date.year?.checked_add(by)),
        _ => {
            let moved = dates.find_map(|date| moved(&date, step, by));
            return moved.map_or(Antecedent::Missing, |date| found(one(date)));
        }
    };
    let value = year.and_then(|year| in_year(&mention.value, year));
    value.map_or(Antecedent::Missing, found)
}

/// The step from the date pointed at, as `told-day`, `told-month` or `told-year` of the pattern says.
fn pointer(pack: &Pack, mention: &Mention) -> Option<(ShiftUnit, i32)> {
    if mention.kind != Kind::Date || !is_open(&mention.value) {
        return None;
    }
    let pattern = pack.pattern(mention.rules.first()?)?;
    let step = |key: &str, unit| {
        let by = i32::try_from(*pattern.set.get(key)?).ok()?;
        Some((unit, by))
    };
    step("told-day", ShiftUnit::Day)
        .or_else(|| step("told-month", ShiftUnit::Month))
        .or_else(|| step("told-year", ShiftUnit::Year))
}

/// Whether a date or its year waits for another.
fn is_open(value: &Value) -> bool {
    match value {
        Value::Date(dates) => dates
            .readings
            .iter()
            .any(|range| range.start.as_ref().is_some_and(|date| date.year.is_none())),
        _ => true,
    }
}

/// Where a date ends; `None` for one of several readings.
fn last_day(value: &Value) -> Option<PartialDate> {
    let Value::Date(dates) = value else {
        return None;
    };
    let [range] = dates.readings.as_slice() else {
        return None;
    };
    range.end.clone()
}

/// `date` so many days or months on, without its time of day. The year stays unknown where it was.
fn moved(date: &PartialDate, step: ShiftUnit, by: i32) -> Option<PartialDate> {
    let fits = matches!(
        (step, date.unit),
        (_, Calendar::Day(..)) | (ShiftUnit::Month, Calendar::Month(_))
    );
    let date = PartialDate {
        time: None,
        ..date.clone()
    };
    if !fits {
        return None;
    }
    if by == 0 && step == ShiftUnit::Day {
        return Some(date);
    }
    if date.year.is_some() {
        return shift(&date, step, by);
    }
    let known = PartialDate {
        year: Some(ANY_YEAR),
        ..date
    };
    let moved = shift(&known, step, by).filter(|moved| moved.year == known.year)?;
    let leap =
        |date: &PartialDate| matches!(date.unit, Calendar::Day(2, 28..) | Calendar::Day(3, 1));
    (!leap(&moved) || !leap(&known)).then_some(PartialDate {
        year: None,
        ..moved
    })
}

/// A year by itself, or a part of a year that waits for it.
fn in_year(value: &Value, year: i32) -> Option<Value> {
    let Value::Date(dates) = value else {
        return PartialDate::whole_year(year).map(one);
    };
    let [range] = dates.readings.as_slice() else {
        return None;
    };
    let dated = |date: &PartialDate| PartialDate {
        year: Some(date.year.unwrap_or(year)),
        ..date.clone()
    };
    Some(Value::Date(Dates {
        readings: vec![DateRange {
            start: range.start.as_ref().map(dated),
            end: range.end.as_ref().map(dated),
        }],
    }))
}

fn one(date: PartialDate) -> Value {
    one_range(date.clone(), date)
}
