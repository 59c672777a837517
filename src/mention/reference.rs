//! The day that relative dates start from, and the steps from it.

use std::cell::Cell;

use crate::value::{Calendar, DateRange, Dates, PartialDate, Period, Value};

pub use crate::value::{Direction, ShiftUnit as Step};

/// The day, month or year of publication; unknown when nobody says it, and never taken from the clock.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Reference {
    date: Option<PartialDate>,
    /// Whether the source writes the day before the month, as its unmistakable dates show.
    day_first: Option<bool>,
    /// Region of its language tag, "US".
    region: Option<String>,
}

/// A reference that knows whether anything asked for it.
#[derive(Debug)]
pub(super) struct Asked<'r> {
    reference: &'r Reference,
    asked: Cell<bool>,
}

impl<'r> Asked<'r> {
    pub(super) fn new(reference: &'r Reference) -> Self {
        Self {
            reference,
            asked: Cell::new(false),
        }
    }

    pub(super) fn get(&self) -> &'r Reference {
        self.asked.set(true);
        self.reference
    }

    pub(super) fn was_asked(&self) -> bool {
        self.asked.get()
    }
}

impl Reference {
    /// An EDTF date or date-time; anything else counts as unknown.
    pub fn of(published: Option<&str>) -> Self {
        Self {
            date: published.and_then(PartialDate::parse),
            ..Self::default()
        }
    }

    /// The same with what a source tells about the order of its dates in digits: its raw text and the BCP 47 tag of its language.
    #[must_use]
    pub fn told_by(self, text: &str, language: Option<&str>) -> Self {
        let region = language.and_then(|tag| {
            let mut parts = tag.split(['-', '_']).skip(1);
            parts.find(|part| part.len() == 2).map(str::to_uppercase)
        });
        Self {
            day_first: day_first(text),
            region,
            ..self
        }
    }

    /// Whether the day stands first in `11/7/2023`; `month_first` lists the regions that write the month first. `None` when nothing tells.
    pub(super) fn day_first(&self, month_first: &[String]) -> Option<bool> {
        self.day_first.or_else(|| {
            let region = self.region.as_ref()?;
            Some(!month_first.contains(region))
        })
    }

    /// The date itself.
    pub fn date(&self) -> Option<&PartialDate> {
        self.date.as_ref()
    }

    /// Its year.
    pub fn year(&self) -> Option<i32> {
        self.date.as_ref()?.year
    }

    /// The day, when it is one.
    pub(super) fn day(&self) -> Option<jiff::civil::Date> {
        self.date.as_ref()?.known_day()
    }

    /// How many days `date` lies after the reference, when both are days.
    pub(super) fn days_until(&self, date: &PartialDate) -> Option<i64> {
        let between = self.day()?.duration_until(date.known_day()?);
        Some(between.as_hours() / 24)
    }

    pub(super) fn shift(&self, step: Step, by: i32) -> Option<PartialDate> {
        crate::value::shift(self.date.as_ref()?, step, by)
    }

    /// The week that lies `by` weeks away, or a weekday of it.
    pub(super) fn week(&self, by: i32, weekday: Option<u8>) -> Option<PartialDate> {
        let week = self.shift(Step::Week, by)?;
        match weekday {
            Some(weekday) => crate::value::weekday_of_week(&week, weekday),
            None => Some(week),
        }
    }

    /// The weekday nearest to the reference: the last one on or before it, unless a direction is given.
    pub(super) fn weekday(&self, weekday: u8, direction: Option<Direction>) -> Option<PartialDate> {
        let today = self.date.as_ref()?;
        let date =
            crate::value::weekday_from(today, weekday, direction.unwrap_or(Direction::Last))?;
        // "last Tuesday" in Tuesday's paper is a week old; a bare "Tuesday" is that day.
        if direction == Some(Direction::Last) && date.unit == today.unit && date.year == today.year
        {
            return crate::value::shift(&date, Step::Day, -7);
        }
        Some(date)
    }

    /// The year in which `unit` lies nearest to the reference, or next or last by direction.
    pub(super) fn year_for(&self, unit: Calendar, direction: Option<Direction>) -> Option<i32> {
        crate::value::nearest_year(unit, self.date.as_ref()?, direction)
    }

    /// A day of a month that is not named: the last one on or before the reference, or the next.
    pub(super) fn day_of_month(
        &self,
        day: u8,
        direction: Option<Direction>,
    ) -> Option<PartialDate> {
        let today = self.date.as_ref()?;
        let (month, today_day) = match today.unit {
            Calendar::Day(month, day) => (month, Some(day)),
            Calendar::Month(month) => (month, None),
            _ => return None,
        };
        let date = |by: i32| {
            let shifted = crate::value::shift(
                &PartialDate {
                    year: today.year,
                    unit: Calendar::Month(month),
                    time: None,
                },
                Step::Month,
                by,
            )?;
            match shifted.unit {
                Calendar::Month(month) => PartialDate::day(shifted.year, month, day),
                _ => None,
            }
        };
        match (direction, today_day) {
            (_, None) => date(0),
            (Some(Direction::Next), Some(now)) if day < now => date(1),
            (Some(Direction::Next), Some(_)) => date(0),
            (_, Some(now)) if day > now => date(-1),
            (_, Some(_)) => date(0),
        }
    }

    /// The date so long before or after the reference, in the precision of the largest unit that is named.
    pub(super) fn away(&self, span: &Period, direction: Direction) -> Option<PartialDate> {
        let (step, count) = one_unit(span)?;
        self.shift(
            step,
            if direction == Direction::Next {
                count
            } else {
                -count
            },
        )
    }

    /// The stretch of that length up to or from the reference.
    pub(super) fn window(&self, span: &Period, direction: Direction) -> Option<Value> {
        let (step, count) = one_unit(span)?;
        let far = self.shift(
            step,
            if direction == Direction::Next {
                count
            } else {
                -count
            },
        )?;
        let near = match step {
            Step::Day => self.date.clone()?,
            step => self.shift(step, 0)?,
        };
        let (start, end) = if direction == Direction::Next {
            (near, far)
        } else {
            (far, near)
        };
        Some(Value::Date(Dates {
            readings: vec![DateRange {
                start: Some(start),
                end: Some(end),
            }],
        }))
    }
}

/// Whether the dates in digits of which only one order is possible ("25/7/2025") have the day first. `None` without any, or when they differ.
fn day_first(text: &str) -> Option<bool> {
    let bytes = text.as_bytes();
    let length = |from: usize| {
        let rest = bytes.get(from..).unwrap_or_default().iter();
        rest.take_while(|byte| byte.is_ascii_digit()).count()
    };
    let number = |from: usize, to: usize| text.get(from..to)?.parse::<u8>().ok();
    let mut told = None;
    for sign in memchr::memchr3_iter(b'/', b'-', b'.', bytes) {
        let before = bytes[..sign].iter().rev();
        let first = before.take_while(|byte| byte.is_ascii_digit()).count();
        let second = length(sign + 1);
        let end = sign + 1 + second;
        let short = (1..=2).contains(&first) && (1..=2).contains(&second);
        if !short || bytes.get(end) != bytes.get(sign) || length(end + 1) != 4 {
            continue;
        }
        let day_first = match (number(sign - first, sign), number(sign + 1, end)) {
            (Some(13..=31), Some(1..=12)) => true,
            (Some(1..=12), Some(13..=31)) => false,
            _ => continue,
        };
        if told.is_some_and(|told| told != day_first) {
            return None;
        }
        told = Some(day_first);
    }
    told
}

/// A span of one unit of the calendar as a step and how many of it.
fn one_unit(span: &Period) -> Option<(Step, i32)> {
    let parts = [
        (Step::Year, span.years),
        (Step::Month, span.months),
        (Step::Week, span.weeks),
        (Step::Day, span.days),
    ];
    let mut given = parts.iter().filter(|(_, number)| *number.numer() != 0);
    let (step, number) = given.next()?;
    if given.next().is_some() || !number.is_integer() {
        return None;
    }
    Some((*step, i32::try_from(number.to_integer()).ok()?))
}
