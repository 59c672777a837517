//! Ranges of days and months whose ends lack a month or a year: the one that lets them ascend.

use super::day::{Slots, months_later};
use super::reference::{Direction, Reference};
use crate::pack::Slot;
use crate::value::{Calendar, DateRange, PartialDate};

/// Both ends of a range of days, the earlier first: what names no year of its own lies in the year that makes it so, and of two
/// such years in the one nearer to the reference. `written`: which of the two names its year.
pub(super) fn ascending(
    (start, end): (PartialDate, PartialDate),
    written: (bool, bool),
    reference: &Reference,
) -> (PartialDate, PartialDate) {
    // "từ tháng 1 đến tháng 10" in November: months of one year, that of the last.
    if let (Calendar::Month(first), Calendar::Month(last)) = (start.unit, end.unit)
        && first <= last
        && written == (false, false)
    {
        let year = end.year;
        return (PartialDate { year, ..start }, end);
    }
    let whole = DateRange {
        start: Some(start.clone()),
        end: Some(end.clone()),
    };
    let descends = descends(&whole);
    let moved = |date: &PartialDate, by: i32| PartialDate {
        year: date.year.map(|year| year + by),
        ..date.clone()
    };
    let (before, after) = (
        (moved(&start, -1), end.clone()),
        (start.clone(), moved(&end, 1)),
    );
    // A range of nearly a year is rather a slip: "from July 15 to July 12, 2024" stays as it stands.
    let short = |(from, to): &(PartialDate, PartialDate)| {
        let days = from.days().zip(to.days());
        days.is_some_and(|((from, _), (_, to))| from.duration_until(to).as_hours() < LONGEST * 24)
    };
    match written {
        _ if !descends || !short(&before) || !short(&after) => (start, end),
        (true, true) => (start, end),
        (true, false) => after,
        (false, true) => before,
        (false, false) => {
            // Of the one the end is near, of the other the start.
            let published = reference.day();
            let away = |from: &PartialDate, last: bool| {
                let (first, end) = from.days()?;
                let day = if last { end } else { first };
                Some(published?.duration_until(day).as_hours().abs())
            };
            if away(&before.1, true) < away(&after.0, false) {
                before
            } else {
                after
            }
        }
    }
}

/// Whether the first of two days or months lies behind the second.
pub(super) fn descends(range: &DateRange) -> bool {
    let place = |date: &PartialDate, bare: u8| match date.unit {
        Calendar::Day(month, day) => Some((date.year?, month, day)),
        Calendar::Month(month) => Some((date.year?, month, bare)),
        _ => None,
    };
    let start = range.start.as_ref().and_then(|start| place(start, 1));
    let end = range.end.as_ref().and_then(|end| place(end, 31));
    matches!((start, end), (Some(start), Some(end)) if start > end)
}

/// Days of the longest range that is taken to run across the end of a year.
const LONGEST: i64 = 300;

/// Whether an end is nothing but the number of a day.
fn names_no_month(side: &Slots) -> bool {
    let mut dated = side.keys().filter(|slot| !slot.is_of_the_clock());
    dated.all(|slot| *slot == Slot::Day) && side.contains_key(&Slot::Day)
}

/// Two days without months, the earlier first: "từ ngày 14 đến 18" around the day of publication. The end moves into the next
/// month, or the start of days to come into the month before.
pub(super) fn in_one_stretch(
    (start, end): (PartialDate, PartialDate),
    sides: (&Slots, &Slots),
    direction: Option<Direction>,
) -> (PartialDate, PartialDate) {
    let monthless = names_no_month(sides.0) && names_no_month(sides.1);
    let descends = monthless
        && match (start.known_day(), end.known_day()) {
            (Some(first), Some(last)) => last < first,
            _ => false,
        };
    match (descends, direction) {
        (false, _) => (start, end),
        (true, Some(Direction::Next)) => (months_later(&start, -1).unwrap_or(start), end),
        (true, _) => {
            let end = months_later(&end, 1).unwrap_or(end);
            (start, end)
        }
    }
}
