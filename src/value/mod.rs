//! Exact values as intervals, and how two of them relate. No text, no language, no floating point.

mod calendar;
mod clock;
mod date_slip;
mod days;
mod digits;
mod figure;
mod interval;
mod notation;
mod number;
mod period;
mod quantity;
mod relate_date;
mod relate_number;
mod relate_period;
mod relate_time;
mod relation;
mod resolve;
mod stretch;

pub use calendar::{Calendar, DateRange, Dates, PartialDate};
pub use clock::{ClockRange, ClockTime};
pub use days::Days;
pub use number::{Number, format_number, parse_decimal};
pub use period::{Period, Recurrence};
pub use quantity::{Base, Quantity};
pub use relation::{Relation, Slip, Stated, Why, equal_only_with, relate};
pub use resolve::{
    Direction, ShiftUnit, nearest_year, shift, weekday_from, weekday_of_week, window,
};

/// How a value is stated; the `qualifier` of the report contract.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub enum Qualifier {
    /// As written.
    #[default]
    Exact,
    /// "khoảng 2.400": near the figure, on either side.
    About,
    /// "gần 18 tháng": just under the figure.
    Almost,
    /// "ít nhất 20": the figure or more.
    AtLeast,
    /// "hơn 500": above the figure.
    MoreThan,
    /// "tối đa 5": the figure or less.
    AtMost,
    /// "chưa đến 1 tỷ": below the figure.
    LessThan,
    /// The first third of a period: days 1 to 10 of a month.
    Start,
    /// The second third: days 11 to 20.
    Mid,
    /// The last third: day 21 to the last.
    End,
}

impl Qualifier {
    /// Every qualifier, in the order of the contract.
    pub const ALL: [Self; 10] = [
        Self::Exact,
        Self::About,
        Self::Almost,
        Self::AtLeast,
        Self::MoreThan,
        Self::AtMost,
        Self::LessThan,
        Self::Start,
        Self::Mid,
        Self::End,
    ];

    /// The name in reports and rule packs.
    pub fn name(self) -> &'static str {
        match self {
            Self::Exact => "exact",
            Self::About => "about",
            Self::Almost => "almost",
            Self::AtLeast => "at-least",
            Self::MoreThan => "more-than",
            Self::AtMost => "at-most",
            Self::LessThan => "less-than",
            Self::Start => "start",
            Self::Mid => "mid",
            Self::End => "end",
        }
    }

    /// The qualifier of that name.
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|q| q.name() == name)
    }
}

/// A value of any kind.
#[allow(
    clippy::large_enum_variant,
    reason = "a text has few values, and a box would stand in every match"
)]
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum Value {
    /// A number, an amount, a percentage, a measure, a count or an ordinal.
    Number(Quantity),
    /// One date or range, or several readings of an ambiguous one.
    Date(Dates),
    /// A length of time, as an interval: both ends equal for a single one, `None` for an open end.
    Duration {
        /// Shortest.
        low: Option<Box<Period>>,
        /// Longest.
        high: Option<Box<Period>>,
    },
    /// A clock time or a range of them.
    Time(ClockRange),
    /// Something that repeats; `None` when the text does not say how often ("định kỳ").
    Recurrence(Option<Recurrence>),
    /// The result of a match: 3-2.
    Score(Vec<u32>),
    /// Stated relative to a moment that is not known ("năm tới" in an undated article).
    Unresolved {
        /// It is a quarter or longer, and not a day, a week or a month.
        coarse: bool,
    },
}

impl Value {
    /// What a number comes to, as [`Quantity::size`]; `None` for a value of another kind.
    pub fn size(&self) -> Option<Number> {
        match self {
            Self::Number(quantity) => quantity.size(),
            _ => None,
        }
    }
}

#[cfg(test)]
mod tests;
