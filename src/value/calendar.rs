//! Dates as far as they are known.

use jiff::civil::Date;
use jiff::fmt::temporal::Pieces;

/// A date, a range of dates, or the readings of an ambiguous one ("11/7/2023" without a known order).
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Dates {
    /// At least one; the preferred reading first.
    pub readings: Vec<DateRange>,
}

/// From the first instant of `start` to the last of `end`. Equal for a single date, `None` for an open end.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct DateRange {
    /// First date.
    pub start: Option<PartialDate>,
    /// Last date, included.
    pub end: Option<PartialDate>,
}

/// A date as far as it is known.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct PartialDate {
    /// Year of the Gregorian calendar, astronomical (0 is 1 BC); `None` when unknown. For a decade its first year, for a
    /// century its first year less one (1900 for the 20th). For a week the year of the ISO week.
    pub year: Option<i32>,
    /// Which part of the year, or how many years.
    pub unit: Calendar,
    /// Clock time on that day, where one is stated with it.
    pub time: Option<super::ClockTime>,
}

/// The unit of the calendar that a date names.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Calendar {
    /// A hundred years.
    Century,
    /// Ten years.
    Decade,
    /// A year.
    Year,
    /// 1 or 2.
    Half(u8),
    /// 1 to 4.
    Quarter(u8),
    /// Spring 1, summer 2, autumn 3, winter 4.
    Season(u8),
    /// 1 to 12.
    Month(u8),
    /// ISO week, 1 to 53.
    Week(u8),
    /// Month 1 to 12 and day 1 to 31.
    Day(u8, u8),
    /// A day of an unknown month, 1 to 31.
    DayOfMonth(u8),
    /// A weekday of an unknown week, Monday 1 to Sunday 7.
    Weekday(u8),
}

impl PartialDate {
    /// A date that exists. `None` for 31/6, for 29/2 of a known common year, for week 53 of a year without one, for
    /// years past 9999 either way, and for a decade or century that does not start on a round year.
    pub fn new(year: Option<i32>, unit: Calendar) -> Option<Self> {
        let date = Self {
            year,
            unit,
            time: None,
        };
        let valid = match unit {
            Calendar::DayOfMonth(day) => (1..=31).contains(&day),
            Calendar::Weekday(weekday) => (1..=7).contains(&weekday),
            Calendar::Week(week) if year.is_none() => (1..=53).contains(&week),
            Calendar::Decade => year.is_some_and(|year| year.rem_euclid(10) == 0),
            Calendar::Century => year.is_some_and(|year| year.rem_euclid(100) == 0),
            Calendar::Year => year.is_some(),
            _ => true,
        };
        // A leap year stands in for the unknown one.
        let exists = match unit {
            Calendar::DayOfMonth(_) | Calendar::Weekday(_) => true,
            Calendar::Week(_) if year.is_none() => true,
            _ => date.in_year(year.unwrap_or(2000)).days().is_some(),
        };
        (valid && exists).then_some(date)
    }

    /// A day; `None` when there is no such day.
    pub fn day(year: Option<i32>, month: u8, day: u8) -> Option<Self> {
        Self::new(year, Calendar::Day(month, day))
    }

    /// A month, 1 to 12.
    pub fn month(year: Option<i32>, month: u8) -> Option<Self> {
        Self::new(year, Calendar::Month(month))
    }

    /// A year, astronomical.
    pub fn whole_year(year: i32) -> Option<Self> {
        Self::new(Some(year), Calendar::Year)
    }

    /// Reads "2023", "2023-07", "2023-07-11" and stamps such as "2023-07-11T10:00:00+07:00", of which the local day counts.
    /// `None` for anything else.
    pub fn parse(text: &str) -> Option<Self> {
        let number = |part: &str, width: usize| {
            let plain = part.len() == width && part.bytes().all(|b| b.is_ascii_digit());
            if plain {
                part.parse::<u16>().ok()
            } else {
                None
            }
        };
        let year = i32::from(number(text.get(..4)?, 4)?);
        match text.get(4..)? {
            "" => Self::whole_year(year),
            month if month.len() == 3 => Self::month(
                Some(year),
                u8::try_from(number(month.strip_prefix('-')?, 2)?).ok()?,
            ),
            _ => {
                // Only the extended form; the parser below takes more.
                let hyphens = text.get(..10)?.bytes().filter(|b| *b == b'-').count() == 2;
                let stamp = text.len() == 10 || matches!(text.as_bytes()[10], b'T' | b't' | b' ');
                let pieces = Pieces::parse(text).ok().filter(|_| hyphens && stamp)?;
                Self::of(pieces.date())
            }
        }
    }

    /// The known day; `None` when year, month or day is not known.
    pub fn known_day(&self) -> Option<Date> {
        match self.unit {
            Calendar::Day(..) => Some(self.days()?.0),
            _ => None,
        }
    }

    /// The day of a calendar date.
    pub(super) fn of(date: Date) -> Option<Self> {
        Self::day(
            Some(i32::from(date.year())),
            u8::try_from(date.month()).ok()?,
            u8::try_from(date.day()).ok()?,
        )
    }

    /// The same date in a given year.
    pub(super) fn in_year(&self, year: i32) -> Self {
        Self {
            year: Some(year),
            ..self.clone()
        }
    }
}

impl DateRange {
    /// A single date.
    pub fn single(date: PartialDate) -> Self {
        Self {
            start: Some(date.clone()),
            end: Some(date),
        }
    }

    /// The date, when it is a single one.
    pub fn as_single(&self) -> Option<&PartialDate> {
        if self.start == self.end {
            self.start.as_ref()
        } else {
            None
        }
    }
}

impl Dates {
    /// A date that can be read in one way only.
    pub fn single(date: PartialDate) -> Self {
        Self {
            readings: vec![DateRange::single(date)],
        }
    }

    /// The year that is the whole of the date, "2024". `None` for a part of a year, several years and several readings.
    pub fn plain_year(&self) -> Option<i32> {
        let [range] = self.readings.as_slice() else {
            return None;
        };
        let date = range.as_single()?;
        (date.unit == Calendar::Year).then_some(date.year?)
    }
}
