//! Lengths of time and what repeats.

use super::Number;

/// A length of time by its units, as written: 1 năm 6 tháng is one year and six months.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Period {
    /// Years.
    pub years: Number,
    /// Months.
    pub months: Number,
    /// Weeks.
    pub weeks: Number,
    /// Days.
    pub days: Number,
    /// Hours.
    pub hours: Number,
    /// Minutes.
    pub minutes: Number,
    /// Seconds.
    pub seconds: Number,
}

/// Something that repeats.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Recurrence {
    /// The period after which it repeats.
    pub every: Period,
}

impl Period {
    /// Years, months, weeks, days, hours, minutes, seconds.
    pub(super) fn fields(&self) -> [Number; 7] {
        [
            self.years,
            self.months,
            self.weeks,
            self.days,
            self.hours,
            self.minutes,
            self.seconds,
        ]
    }
}
