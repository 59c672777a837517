//! The days that a date covers.

use jiff::Span;
use jiff::civil::{Date, ISOWeekDate, Weekday};

use super::{Calendar, DateRange, PartialDate, Qualifier};

/// From the first to the last day, both included; `None` for an open end.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Days {
    /// First day.
    pub first: Option<Date>,
    /// Last day.
    pub last: Option<Date>,
}

impl PartialDate {
    /// First and last day. `None` when the year is not known, for a weekday, for a day of an unknown month, for a date that
    /// does not exist and past the years -9999 to 9999.
    ///
    /// Usage differs on when seasons start, so each covers both habits, the calendar quarter and the meteorological season:
    /// spring January to May, summer April to August, autumn July to November, winter October to the next February.
    pub fn days(&self) -> Option<(Date, Date)> {
        let year = self.year?;
        match self.unit {
            Calendar::Century => months(year.checked_add(1)?, 1, year.checked_add(100)?, 12),
            Calendar::Decade => months(year, 1, year.checked_add(9)?, 12),
            Calendar::Year => months(year, 1, year, 12),
            Calendar::Half(half @ 1..=2) => months(year, half * 6 - 5, year, half * 6),
            Calendar::Quarter(quarter @ 1..=4) => months(year, quarter * 3 - 2, year, quarter * 3),
            Calendar::Season(season @ 1..=3) => months(year, season * 3 - 2, year, season * 3 + 2),
            Calendar::Season(4) => months(year, 10, year.checked_add(1)?, 2),
            Calendar::Month(month) => months(year, month, year, month),
            Calendar::Week(week) => {
                let monday = ISOWeekDate::new(
                    i16::try_from(year).ok()?,
                    i8::try_from(week).ok()?,
                    Weekday::Monday,
                )
                .ok()?
                .date();
                Some((monday, days_after(monday, 6)?))
            }
            Calendar::Day(month, day) => date(year, month, day).map(|day| (day, day)),
            Calendar::Half(_)
            | Calendar::Quarter(_)
            | Calendar::Season(_)
            | Calendar::DayOfMonth(_)
            | Calendar::Weekday(_) => None,
        }
    }
}

impl DateRange {
    /// The days that it covers, of a part of it with [`Qualifier::Start`], [`Qualifier::Mid`] or [`Qualifier::End`].
    ///
    /// The parts of a month are days 1 to 10, 11 to 20 and 21 to the last; those of a week its first three days, Tuesday to
    /// Thursday and its last three; those of a year, a half-year or a quarter are whole months, a third of them each; of
    /// anything else a third of its days, the middle taking what is left over. Other qualifiers change nothing. `None` when a
    /// date that is given has no days, or both ends are open.
    pub fn days(&self, qualifier: Qualifier) -> Option<Days> {
        let bounds = |date: &Option<PartialDate>| match date {
            Some(date) => date.days().map(Some),
            None => Some(None),
        };
        let whole = Days {
            first: bounds(&self.start)?.map(|days| days.0),
            last: bounds(&self.end)?.map(|days| days.1),
        };
        let part = match qualifier {
            Qualifier::Start => 0,
            Qualifier::Mid => 1,
            Qualifier::End => 2,
            _ => return (whole.first.is_some() || whole.last.is_some()).then_some(whole),
        };
        let (first, last) = (whole.first?, whole.last?);
        let unit = self.as_single().map(|date| date.unit);
        if let Some(Calendar::Week(_)) = unit {
            let (from, to) = [(0, 2), (1, 3), (4, 6)][part];
            return Some(Days {
                first: Some(days_after(first, from)?),
                last: Some(days_after(first, to)?),
            });
        }
        let thirds = match unit {
            Some(Calendar::Month(_)) => [10, 10],
            Some(Calendar::Year | Calendar::Half(_) | Calendar::Quarter(_)) => {
                thirds_by_month(first, last)?
            }
            _ => {
                let length = day_number(last) - day_number(first) + 1;
                let third = (length / 3).max(1).min(length);
                [third, (length - 2 * third).max(0)]
            }
        };
        let starts = [
            first,
            days_after(first, thirds[0])?,
            days_after(first, thirds[0] + thirds[1])?,
        ];
        let ends = [days_after(starts[1], -1)?, days_after(starts[2], -1)?, last];
        let (from, to) = (starts[part].min(last), ends[part].min(last));
        Some(Days {
            first: Some(from),
            last: Some(to.max(from)),
        })
    }
}

/// Lengths in days of the first and the second third, in whole months.
fn thirds_by_month(first: Date, last: Date) -> Option<[i64; 2]> {
    let third = (last.month() - first.month() + 1) / 3;
    let start = |months: i8| Date::new(first.year(), first.month() + months, 1).ok();
    let (second, third) = (start(third)?, start(2 * third)?);
    Some([
        day_number(second) - day_number(first),
        day_number(third) - day_number(second),
    ])
}

fn months(year: i32, month: u8, last_year: i32, last_month: u8) -> Option<(Date, Date)> {
    Some((
        date(year, month, 1)?,
        date(last_year, last_month, 1)?.last_of_month(),
    ))
}

/// A day of the calendar; `None` when there is none.
pub(super) fn date(year: i32, month: u8, day: u8) -> Option<Date> {
    Date::new(
        i16::try_from(year).ok()?,
        i8::try_from(month).ok()?,
        i8::try_from(day).ok()?,
    )
    .ok()
}

/// Days since 1970-01-01.
pub(super) fn day_number(date: Date) -> i64 {
    date.duration_since(jiff::civil::date(1970, 1, 1))
        .as_hours()
        / 24
}

/// The day so many days later, earlier when negative. `None` past the year 9999.
pub(super) fn days_after(date: Date, days: i64) -> Option<Date> {
    date.checked_add(Span::new().try_days(days).ok()?).ok()
}
