//! Filled slots of a template to clock times.

use std::collections::BTreeMap;

use super::date::Fields;
use super::day::Slots;
use crate::pack::Slot;
use crate::value::{ClockRange, ClockTime};

/// The time or range of times that `fields` give.
pub(super) fn clocks(fields: &Fields, set: &BTreeMap<String, i64>) -> Option<ClockRange> {
    let before = set.contains_key("before");
    let mut fields_start = fields.start.clone();
    let mut fields_end = fields.end.clone();
    for slot in [Slot::Meridiem, Slot::Zone] {
        // "8-10 giờ sáng": one word serves both.
        if let (None, Some(value)) = (fields_start.get(&slot), fields_end.get(&slot).copied()) {
            fields_start.insert(slot, value);
        }
        if let (Some(value), None) = (fields.start.get(&slot).copied(), fields_end.get(&slot)) {
            fields_end.insert(slot, value);
        }
    }
    let start = clock(&fields_start, before)?;
    let end = if fields.end.contains_key(&Slot::Hour) {
        clock(&fields_end, before)?
    } else {
        start
    };
    Some(ClockRange { start, end })
}

/// One time, `before` the hour if so said ("9 giờ kém 15"). `None` without an hour.
pub(super) fn clock(side: &Slots, before: bool) -> Option<ClockTime> {
    let small = |slot: Slot| side.get(&slot).and_then(|value| u8::try_from(*value).ok());
    // "0800", "330".
    let whole = side.get(&Slot::Hhmm).copied();
    let part = |value: i64| u8::try_from(value).ok();
    let mut hour = small(Slot::Hour).or_else(|| part(whole? / 100))?;
    // Seconds without minutes leave none out: "ba giờ ba giây".
    let second = small(Slot::Second).or_else(|| small(Slot::AnySecond));
    let mut minute = small(Slot::Minute)
        .or_else(|| small(Slot::AnyMinute))
        .or_else(|| part(whole? % 100))
        .or(second.map(|_| 0));
    if minute.is_some_and(|minute| minute > 59) {
        return None;
    }
    hour = match small(Slot::Meridiem) {
        Some(1 | 6) if hour == 12 => 0,
        Some(2) if hour == 1 || hour == 2 => hour + 12,
        Some(3 | 4) if hour < 12 => hour + 12,
        // At night the small hours stay, the late ones are counted on to midnight.
        Some(5) if hour == 12 => 24,
        Some(5) if (6..12).contains(&hour) => hour + 12,
        _ => hour,
    };
    if before {
        let total = i32::from(hour) * 60 - i32::from(minute?);
        let total = u16::try_from(total.rem_euclid(24 * 60)).ok()?;
        (hour, minute) = (
            u8::try_from(total / 60).ok()?,
            u8::try_from(total % 60).ok(),
        );
    }
    let offset = side
        .get(&Slot::Zone)
        .and_then(|minutes| i16::try_from(*minutes).ok());
    (hour <= 24).then_some(ClockTime {
        hour,
        minute,
        second,
        offset,
    })
}
