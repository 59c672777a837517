//! The day that relative dates start from, and the steps from it.

use crate::value::{Calendar, DateRange, Dates, PartialDate, Period, Value};

pub use crate::value::{Direction, ShiftUnit as Step};

/// The day, month or year of publication; unknown when nobody says it, and never taken from the clock.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Reference {
    date: Option<PartialDate>,
}

impl Reference {
    /// An EDTF date or date-time; anything else counts as unknown.
    pub fn of(published: Option<&str>) -> Self {
        Self {
            date: published.and_then(PartialDate::parse),
        }
    }

    /// The date itself.
    pub fn date(&self) -> Option<&PartialDate> {
        self.date.as_ref()
    }

    /// Its year.
    pub fn year(&self) -> Option<i32> {
        self.date.as_ref()?.year
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
