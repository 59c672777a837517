//! Lengths of time and what repeats.

use num_traits::{CheckedAdd, CheckedMul};

use super::Number;

/// A length of time by its units, as written: 1 năm 6 tháng is one year and six months.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Default)]
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
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Recurrence {
    /// The period after which it repeats.
    pub every: Period,
}

impl Period {
    /// About how many hours it is, months and years by their mean length: only to tell the longer of two. `None` when
    /// that is more than numbers hold.
    pub fn mean_hours(&self) -> Option<Number> {
        let hours = |count: Number, numerator, denominator| {
            count.checked_mul(&Number::new(numerator, denominator))
        };
        hours(self.years, 24 * 36525, 100)?
            .checked_add(&hours(self.months, 24 * 36525, 1200)?)?
            .checked_add(&hours(self.weeks, 168, 1)?)?
            .checked_add(&hours(self.days, 24, 1)?)?
            .checked_add(&self.hours)?
            .checked_add(&hours(self.minutes, 1, 60)?)?
            .checked_add(&hours(self.seconds, 1, 3600)?)
    }

    /// How many there are of its unit, where it is told in one unit.
    pub fn single(&self) -> Option<Number> {
        let zero = Number::from_integer(0);
        let mut told = self.fields().into_iter().filter(|count| *count != zero);
        told.next().filter(|_| told.next().is_none())
    }

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
