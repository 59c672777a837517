//! Feasts whose days no rule of the calendar in use gives: those of lunar calendars, year by year.

use std::collections::BTreeMap;

use super::load::{RuleFile, entries};
use crate::Error;
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
        let part = |range: std::ops::Range<usize>| text.get(range)?.parse::<i16>().ok();
        let [b'0'..=b'9', .., b'0'..=b'9'] = text.as_bytes() else {
            return None;
        };
        let signs = text.get(4..5) == Some("-") && text.get(7..8) == Some("-");
        if text.len() != 10 || !signs {
            return None;
        }
        let month = i8::try_from(part(5..7)?).ok()?;
        let day = i8::try_from(part(8..10)?).ok()?;
        let date = jiff::civil::Date::new(part(0..4)?, month, day).ok()?;
        Some(Self {
            year: date.year(),
            month: date.month().unsigned_abs(),
            day: date.day().unsigned_abs(),
        })
    }
}

/// The listed feasts of `files`; of two with one code the first.
pub(super) fn feasts(files: &[RuleFile]) -> Result<Feasts, Error> {
    let files: Vec<&RuleFile> = files.iter().collect();
    let mut feasts = Feasts::new();
    for at in entries(&files, |f| &f.feast) {
        let days = days(&at.get().days).map_err(|word| {
            at.error(format!(
                "\"{word}\" is no day: 2024-02-10, or 2024-03-11/2024-04-09"
            ))
        })?;
        if !(40_000..50_000).contains(&at.get().code) {
            return Err(at.error("the code of a listed feast is 40000 to 49999"));
        }
        feasts.entry(at.get().code).or_insert(days);
    }
    Ok(feasts)
}

/// Days and stretches of days with white space between: "2023-02-05 2024-03-11/2024-04-09". The error is the first word
/// that is neither.
fn days(text: &str) -> Result<Vec<FeastDays>, &str> {
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
