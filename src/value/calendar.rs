/// A date, a range of dates, or the readings of an ambiguous one ("11/7/2023" without a known order).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Dates {
    /// At least one; the preferred reading first.
    pub readings: Vec<DateRange>,
}

/// From the first instant of `start` to the last of `end`. Equal for a single date, `None` for an open end.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DateRange {
    /// First date.
    pub start: Option<PartialDate>,
    /// Last date, included.
    pub end: Option<PartialDate>,
}

/// A date as far as it is known.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PartialDate {
    /// Year of the Gregorian calendar, astronomical (0 is 1 BC); `None` when unknown. For a decade its first year, for a
    /// century its first year less one (1900 for the 20th).
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
