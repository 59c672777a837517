//! Dates that are told from another one: next month, three weeks ago, Monday, 11 July without a year.

use jiff::civil::{Date, Weekday};

use super::days::{day_number, days_after};
use super::{Calendar, DateRange, PartialDate};

/// A unit by which a date is moved.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum ShiftUnit {
    /// Days.
    Day,
    /// ISO weeks, Monday to Sunday.
    Week,
    /// Months.
    Month,
    /// Quarters.
    Quarter,
    /// Years.
    Year,
    /// Decades, from a year that ends in 0.
    Decade,
}

/// Which way to look from a reference.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Direction {
    /// Backwards in time.
    Last,
    /// Forwards in time.
    Next,
}

/// The unit that holds `reference`, moved by `by` of its kind: the next month after 2023-12-15 is 2024-01, the next year after 2023-02 is 2024.
///
/// `None` when the reference is coarser than the unit or spreads over several (the month of a week), or its year is not known.
pub fn shift(reference: &PartialDate, unit: ShiftUnit, by: i32) -> Option<PartialDate> {
    let (first, last) = reference.days()?;
    match unit {
        ShiftUnit::Day => PartialDate::of(days_after(reference.known_day()?, i64::from(by))?),
        ShiftUnit::Week => {
            let week = days_after(first, 7 * i64::from(by))?.iso_week_date();
            let moved = PartialDate::new(
                Some(i32::from(week.year())),
                Calendar::Week(u8::try_from(week.week()).ok()?),
            );
            moved.filter(|_| {
                first.iso_week_date().week() == last.iso_week_date().week()
                    && day_number(last) - day_number(first) < 7
            })
        }
        ShiftUnit::Month => {
            let (year, month) = places(first, last, 1, by)?;
            PartialDate::month(Some(year), month)
        }
        ShiftUnit::Quarter => {
            let (year, quarter) = places(first, last, 3, by)?;
            PartialDate::new(Some(year), Calendar::Quarter(quarter))
        }
        ShiftUnit::Year => PartialDate::whole_year(year_of(reference)?.checked_add(by)?),
        ShiftUnit::Decade => {
            let decade = year_of(reference)
                .or_else(|| {
                    reference
                        .year
                        .filter(|_| reference.unit == Calendar::Decade)
                })?
                .div_euclid(10);
            PartialDate::new(
                Some(decade.checked_add(by)?.checked_mul(10)?),
                Calendar::Decade,
            )
        }
    }
}

/// The stretch of `by` units that starts at `reference`, or ends there when `by` is negative; both ends included.
///
/// Days and weeks are counted in days, longer units by their own kind: three years back from 2025-07-15 is 2022/2025.
/// `None` as for [`shift`].
pub fn window(reference: &PartialDate, unit: ShiftUnit, by: i32) -> Option<DateRange> {
    let (unit, by) = match unit {
        ShiftUnit::Week => (ShiftUnit::Day, by.checked_mul(7)?),
        other => (other, by),
    };
    let (here, there) = (shift(reference, unit, 0)?, shift(reference, unit, by)?);
    let (start, end) = if by < 0 { (there, here) } else { (here, there) };
    Some(DateRange {
        start: Some(start),
        end: Some(end),
    })
}

/// The year of a date that is told without one: that in which it lies nearest to `reference`, or is the next on or after it or
/// the last on or before it.
///
/// `unit` is a day, month, week, quarter, season or half-year. Of a reference that is coarser than a day its middle counts for the
/// nearest, and for a direction any of its days; a year is taken as it is. Of two years equally near the earlier. `None`
/// when the reference has no year, or no near year has such a day.
pub fn nearest_year(
    unit: Calendar,
    reference: &PartialDate,
    direction: Option<Direction>,
) -> Option<i32> {
    let (first, last) = reference.days()?;
    let year = year_of(reference)?;
    if reference.unit == Calendar::Year {
        return Some(year);
    }
    let (first, last) = (day_number(first), day_number(last));
    // 29 February may be eight years away.
    let candidates = (-8..=8).filter_map(|by| {
        let year = year + by;
        let (from, to) = PartialDate::new(Some(year), unit)?.days()?;
        Some((year, day_number(from), day_number(to)))
    });
    match direction {
        None => {
            let middle = (first + last) / 2;
            candidates
                .min_by_key(|(_, from, to)| (from - middle).max(middle - to).max(0))
                .map(|(year, ..)| year)
        }
        Some(Direction::Next) => candidates
            .filter(|(_, _, to)| *to >= first)
            .map(|(year, ..)| year)
            .min(),
        Some(Direction::Last) => candidates
            .filter(|(_, from, _)| *from <= last)
            .map(|(year, ..)| year)
            .max(),
    }
}

/// The day that is this weekday, Monday 1 to Sunday 7: the latest on or before `reference`, or the earliest after it.
///
/// `None` when the reference is not a known day, or there is no such weekday.
pub fn weekday_from(
    reference: &PartialDate,
    weekday: u8,
    direction: Direction,
) -> Option<PartialDate> {
    let today = reference.known_day()?;
    let weekday = weekday_of(weekday)?;
    let back = i64::from(weekday.until(today.weekday()));
    PartialDate::of(days_after(
        today,
        if direction == Direction::Last {
            -back
        } else {
            7 - back
        },
    )?)
}

/// A weekday, Monday 1 to Sunday 7, of an ISO week or of the week that holds a known day. `None` for anything else.
pub fn weekday_of_week(week: &PartialDate, weekday: u8) -> Option<PartialDate> {
    let week = shift(week, ShiftUnit::Week, 0)?;
    let ahead = i64::from(weekday_of(weekday)?.to_monday_zero_offset());
    PartialDate::of(days_after(week.days()?.0, ahead)?)
}

fn weekday_of(weekday: u8) -> Option<Weekday> {
    Weekday::from_monday_one_offset(i8::try_from(weekday).ok()?).ok()
}

/// The year that holds the date, for units within one.
fn year_of(date: &PartialDate) -> Option<i32> {
    match date.unit {
        Calendar::Century | Calendar::Decade => None,
        _ => date.year,
    }
}

/// Year and number, from 1, of the stretch of so many months that holds both days, moved by `by` stretches.
fn places(first: Date, last: Date, months: i32, by: i32) -> Option<(i32, u8)> {
    let place =
        |day: Date| (i32::from(day.year()) * 12 + i32::from(day.month()) - 1).div_euclid(months);
    if place(first) != place(last) {
        return None;
    }
    let moved = place(first).checked_add(by)?;
    let per_year = 12 / months;
    Some((
        moved.div_euclid(per_year),
        u8::try_from(moved.rem_euclid(per_year) + 1).ok()?,
    ))
}
