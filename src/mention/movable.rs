//! Days that move in the calendar: the third Friday of a month, Easter, "Friday the 26th".

use super::reference::{Direction, Reference, Step};
use crate::pack::{FeastDays, Feasts};
use crate::value::{Calendar, PartialDate, shift, weekday_from};

/// The `nth` weekday, Monday 1 to Sunday 7, of a month; 0 is the last. `None` when the month has no such day.
pub(super) fn weekday_of_month(year: i32, month: u8, weekday: u8, nth: i64) -> Option<PartialDate> {
    let first = PartialDate::day(Some(year), month, 1)?;
    let before = shift(&first, Step::Day, -1)?;
    let found = if nth == 0 {
        let next = shift(&first, Step::Month, 1)?;
        let Calendar::Month(number) = next.unit else {
            return None;
        };
        let end = shift(&PartialDate::day(next.year, number, 1)?, Step::Day, -1)?;
        weekday_from(&end, weekday, Direction::Last)?
    } else {
        let start = weekday_from(&before, weekday, Direction::Next)?;
        shift(&start, Step::Day, i32::try_from((nth - 1) * 7).ok()?)?
    };
    matches!(found.unit, Calendar::Day(at, _) if at == month).then_some(found)
}

/// The `nth` week, Monday to Sunday, that begins in a month; 0 is the last that ends in it. `None` when the month has no such week.
pub(super) fn week_of_month(year: i32, month: u8, nth: i64) -> Option<PartialDate> {
    let day = if nth == 0 {
        weekday_of_month(year, month, 7, 0)?
    } else {
        weekday_of_month(year, month, 1, nth)?
    };
    shift(&day, Step::Week, 0)
}

/// A feast by its code: 1225 is 25 December, 11144 the fourth (4) Thursday (4) of November (11), 2111441 the day (1) after it,
/// 30000 Easter Sunday, 29998 two days before it, 60000 the Easter Sunday of the eastern churches. The days of 40000 to
/// 49999 are listed in `feasts`, the first of them where the feast lasts longer.
pub(super) fn feast(feasts: &Feasts, code: i64, year: i32) -> Option<PartialDate> {
    let small = |value: i64| u8::try_from(value).ok();
    let from = |day: &PartialDate, days: i64| shift(day, Step::Day, i32::try_from(days).ok()?);
    match code {
        ..10_000 => PartialDate::day(Some(year), small(code / 100)?, small(code % 100)?),
        10_000..20_000 => weekday_of_month(
            year,
            small(code / 100 % 100)?,
            small(code / 10 % 10)?,
            code % 10,
        ),
        20_000..40_000 => from(&easter(year)?, code - 30_000),
        40_000..50_000 => Some(listed(feasts, code, year)?.first.date()),
        50_000..70_000 => from(&eastern_easter(year)?, code - 60_000),
        2_000_000.. => from(&feast(feasts, (code - 2_000_000) / 10, year)?, code % 10),
        _ => None,
    }
}

/// The last day of a feast that lasts longer than one and begins on `first`.
pub(super) fn last_day(feasts: &Feasts, code: i64, first: &PartialDate) -> Option<PartialDate> {
    let days = listed(feasts, code, first.year?)?;
    (days.last != days.first).then(|| days.last.date())
}

/// The days of a listed feast that begins in `year`; where it comes twice, the first.
fn listed(feasts: &Feasts, code: i64, year: i32) -> Option<&FeastDays> {
    let days = feasts.get(&code)?;
    days.iter().find(|days| i32::from(days.first.year) == year)
}

/// Easter Sunday of the eastern churches: the Julian computus (Meeus, Astronomical Algorithms, chapter 8), as a Gregorian day.
fn eastern_easter(year: i32) -> Option<PartialDate> {
    let (a, b, c) = (year % 4, year % 7, year % 19);
    let d = (19 * c + 15) % 30;
    let e = (2 * a + 4 * b - d + 34) % 7;
    let place = d + e + 114;
    let julian = PartialDate::day(
        Some(year),
        u8::try_from(place / 31).ok()?,
        u8::try_from(place % 31 + 1).ok()?,
    )?;
    shift(&julian, Step::Day, year / 100 - year / 400 - 2)
}

/// Easter Sunday of the western churches (the Gregorian computus as Meeus, Astronomical Algorithms, chapter 8, gives it).
fn easter(year: i32) -> Option<PartialDate> {
    let (a, b, c) = (year % 19, year / 100, year % 100);
    let f = (b + 8) / 25;
    let g = (b - f + 1) / 3;
    let h = (19 * a + b - b / 4 - g + 15) % 30;
    let l = (32 + 2 * (b % 4) + 2 * (c / 4) - h - c % 4) % 7;
    let m = (a + 11 * h + 22 * l) / 451;
    let place = h + l - 7 * m + 114;
    PartialDate::day(
        Some(year),
        u8::try_from(place / 31).ok()?,
        u8::try_from(place % 31 + 1).ok()?,
    )
}

/// The year in which a day lies nearest to the reference, or next or last by direction. `None` without a reference.
pub(super) fn year_for(
    day: impl Fn(i32) -> Option<PartialDate>,
    reference: &Reference,
    direction: Option<Direction>,
) -> Option<i32> {
    let now = reference.year()?;
    if reference.day().is_none() {
        return Some(now);
    }
    nearest((now - 1..=now + 1).filter_map(day), reference, direction)?.year
}

/// A day of a month that falls on `weekday` within a year of the reference: "Friday, 20 September". Where the day of this time of the year
/// falls on another, the weekday is wrong and not the year.
pub(super) fn dated_weekday(
    month: u8,
    day: u8,
    weekday: u8,
    reference: &Reference,
    direction: Option<Direction>,
) -> Option<PartialDate> {
    let now = reference.year()?;
    let days = (now - 1..=now + 1).filter_map(|year| PartialDate::day(Some(year), month, day));
    let close = |day: &PartialDate| {
        let away = reference.days_until(day);
        away.is_some_and(|away| away.abs() <= OF_THESE_DAYS)
    };
    if direction.is_none() && days.clone().any(|day| close(&day)) {
        return nearest(days, reference, None);
    }
    nearest(
        days.filter(|day| falls_on(day, weekday)),
        reference,
        direction,
    )
}

/// Days from the reference up to which a date without a year is one of these days, whatever weekday it is told to be.
const OF_THESE_DAYS: i64 = 60;

/// A day of an unknown month that falls on `weekday`, within half a year of the reference: "Friday the 26th".
pub(super) fn numbered_weekday(
    day: u8,
    weekday: u8,
    reference: &Reference,
    direction: Option<Direction>,
) -> Option<PartialDate> {
    let days = (-6..=6).filter_map(|by| {
        let month = reference.shift(Step::Month, by)?;
        match month.unit {
            Calendar::Month(number) => PartialDate::day(month.year, number, day),
            _ => None,
        }
    });
    nearest(
        days.filter(|day| falls_on(day, weekday)),
        reference,
        direction,
    )
}

fn falls_on(day: &PartialDate, weekday: u8) -> bool {
    day.known_day()
        .is_some_and(|day| day.weekday().to_monday_one_offset().unsigned_abs() == weekday)
}

/// Of some days the nearest to the reference; of two equally near the earlier.
fn nearest(
    days: impl Iterator<Item = PartialDate>,
    reference: &Reference,
    direction: Option<Direction>,
) -> Option<PartialDate> {
    days.filter_map(|day| Some((reference.days_until(&day)?, day)))
        .filter(|(away, _)| match direction {
            None => true,
            Some(Direction::Next) => *away > 0,
            Some(Direction::Last) => *away < 0,
        })
        .min_by_key(|(away, _)| away.abs())
        .map(|(_, day)| day)
}
