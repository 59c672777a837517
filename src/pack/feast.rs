//! Feasts whose days no rule of the calendar in use gives: those of lunar calendars, year by year.

use std::collections::BTreeMap;

use crate::value::PartialDate;

/// The days of each listed feast, by its code, in the order of its entry.
pub(crate) type Feasts = BTreeMap<i64, Vec<FeastDays>>;

/// The days of a feast in one year, both ends included.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct FeastDays {
    pub first: FeastDay,
    pub last: FeastDay,
}

/// A day of the Gregorian calendar that exists.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct FeastDay {
    pub year: i16,
    month: u8,
    day: u8,
}

impl FeastDay {
    /// As a value.
    pub(crate) fn date(self) -> PartialDate {
        PartialDate {
            year: Some(i32::from(self.year)),
            unit: crate::value::Calendar::Day(self.month, self.day),
            time: None,
        }
    }

    /// "2024-02-10".
    fn parse(text: &str) -> Option<Self> {
        let date: jiff::civil::Date = text.parse().ok().filter(|_| text.len() == 10)?;
        Some(Self {
            year: date.year(),
            month: date.month().unsigned_abs(),
            day: date.day().unsigned_abs(),
        })
    }
}

/// Days and stretches of days with white space between: "2023-02-05 2024-03-11/2024-04-09". The error is the first word
/// that is neither.
pub(super) fn days(text: &str) -> Result<Vec<FeastDays>, &str> {
    let stretch = |word: &str| {
        let (first, last) = word.split_once('/').unwrap_or((word, word));
        Some(FeastDays {
            first: FeastDay::parse(first)?,
            last: FeastDay::parse(last)?,
        })
    };
    text.split_whitespace()
        .map(|word| stretch(word).ok_or(word))
        .collect()
}
