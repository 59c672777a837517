//! The coming day of a plan: "will meet on Friday" looks forward where "met on Friday" looks back.

use super::Modality;
use crate::mention::{Mention, Reference};
use crate::pack::Pack;
use crate::value::{DateRange, Dates, PartialDate, ShiftUnit, Value, shift};

/// Days of a week.
const WEEK: i32 = 7;

/// The value of a weekday in a clause that tells a plan: the first such day from that of publication on. `None` where the value stays.
pub(super) fn coming(
    pack: &Pack,
    mention: &Mention,
    modality: Modality,
    reference: &Reference,
) -> Option<Value> {
    let Value::Date(dates) = &mention.value else {
        return None;
    };
    let named = |rule: &String| pack.patterns.iter().find(|pattern| pattern.name == *rule);
    let pattern = mention.rules.first().and_then(named)?;
    if modality != Modality::Planned || !pattern.set.contains_key("plan-ahead") {
        return None;
    }
    let [range] = dates.readings.as_slice() else {
        return None;
    };
    let published = reference.date()?.known_day()?;
    let past = |date: &PartialDate| date.known_day().is_some_and(|day| day < published);
    let later = |date: &PartialDate| {
        let moved = shift(date, ShiftUnit::Day, WEEK)?;
        Some(PartialDate {
            time: date.time,
            ..moved
        })
    };
    let (start, end) = (range.start.as_ref()?, range.end.as_ref()?);
    past(start).then_some(())?;
    Some(Value::Date(Dates {
        readings: vec![DateRange {
            start: Some(later(start)?),
            end: Some(later(end)?),
        }],
    }))
}
