//! Values in the notation of the report: decimals, EDTF dates (ISO 8601-2), ISO 8601 durations and times.

use num_traits::{CheckedAdd, CheckedMul, Signed, Zero};

use super::{
    Calendar, ClockRange, ClockTime, DateRange, Dates, Number, PartialDate, Period, Qualifier,
    Quantity, Value, format_number,
};

impl Value {
    /// The `value` of the report: "2400", "18..25", "20..", "2023-07-11/2023-07-12", "P18M", "T16:26", "R/P1Y", "3-2".
    ///
    /// `None` for what is not resolved, and for a length of time that no decimal says. The qualifier and the unit are not part of it.
    pub fn notation(&self) -> Option<String> {
        match self {
            Self::Number(quantity) => quantity.notation(),
            Self::Date(dates) => dates.notation(),
            Self::Duration { low, high } => {
                let end = |period: &Option<Box<Period>>| match period {
                    Some(period) => period.notation().map(Some),
                    None => Some(None),
                };
                between(end(low)?, end(high)?, "..", "")
            }
            Self::Time(range) => Some(range.notation()),
            Self::Recurrence(recurrence) => {
                Some(format!("R/{}", recurrence.as_ref()?.every.notation()?))
            }
            Self::Score(goals) if goals.is_empty() => None,
            Self::Score(goals) => Some(
                goals
                    .iter()
                    .map(u32::to_string)
                    .collect::<Vec<_>>()
                    .join("-"),
            ),
            Self::Unresolved { .. } => None,
        }
    }
}

impl Value {
    /// The notation of the value as `qualifier` states it: the days of a part of a month or week ("cuối tháng 1" is
    /// "2023-01-21/2023-01-31"). Parts of longer periods keep the notation of the whole, for usage differs on how long they
    /// are, and so does whatever has no year.
    pub fn stated(&self, qualifier: Qualifier) -> Option<String> {
        self.part_of_period(qualifier).or_else(|| self.notation())
    }

    fn part_of_period(&self, qualifier: Qualifier) -> Option<String> {
        let part = matches!(
            qualifier,
            Qualifier::Start | Qualifier::Mid | Qualifier::End
        );
        let Self::Date(dates) = self else { return None };
        let [range] = dates.readings.as_slice() else {
            return None;
        };
        let unit = range.as_single().filter(|_| part)?.unit;
        let days = range
            .days(qualifier)
            .filter(|_| matches!(unit, Calendar::Month(_) | Calendar::Week(_)))?;
        Some(format!("{}/{}", days.first?, days.last?))
    }
}

impl Quantity {
    /// "2400", "18..25", "20..", "..7000".
    fn notation(&self) -> Option<String> {
        between(
            self.low.map(format_number),
            self.high.map(format_number),
            "..",
            "",
        )
    }
}

impl Dates {
    /// One date, or the set of its readings: "[2026-07-11,2026-11-07]".
    fn notation(&self) -> Option<String> {
        let mut readings: Vec<String> = Vec::new();
        // In a set the two ends of a range stand around "..", not "/".
        let joint = if self.readings.len() > 1 { ".." } else { "/" };
        for reading in &self.readings {
            let open_end = if self.readings.len() > 1 { "" } else { ".." };
            let text = reading.notation(joint, open_end)?;
            if !readings.contains(&text) {
                readings.push(text);
            }
        }
        match readings.len() {
            0 => None,
            1 => readings.pop(),
            _ => Some(format!("[{}]", readings.join(","))),
        }
    }
}

impl DateRange {
    fn notation(&self, joint: &str, open_end: &str) -> Option<String> {
        let end = |date: &Option<PartialDate>| match date {
            Some(date) => date.notation().map(Some),
            None => Some(None),
        };
        between(end(&self.start)?, end(&self.end)?, joint, open_end)
    }
}

impl PartialDate {
    /// EDTF: "2023-07-11", "XXXX-07-11", "2025-34" for a quarter, "199X", "19XX" for the 20th century, "2025-W28", "-0110" for 111 BC,
    /// "2025-07-11T15:00+07:00". A weekday of an unknown week is "XXXX-WXX-5", which EDTF does not have.
    ///
    /// `None` for a decade or century without a year. Decades and centuries before year 0 are written as the years they cover.
    pub fn notation(&self) -> Option<String> {
        let year = self.year.map_or_else(|| "XXXX".to_owned(), year_notation);
        let date = match self.unit {
            Calendar::Century | Calendar::Decade => long_period(self.year?, self.unit)?,
            Calendar::Year => year,
            Calendar::Half(half) => format!("{year}-{}", 39 + half.min(2)),
            Calendar::Quarter(quarter) => format!("{year}-{}", 32 + quarter.min(4)),
            Calendar::Season(season) => format!("{year}-{}", 20 + season.min(4)),
            Calendar::Month(month) => format!("{year}-{month:02}"),
            Calendar::Week(week) => format!("{year}-W{week:02}"),
            Calendar::Day(month, day) => format!("{year}-{month:02}-{day:02}"),
            Calendar::DayOfMonth(day) => format!("{year}-XX-{day:02}"),
            Calendar::Weekday(weekday) => format!("{year}-WXX-{weekday}"),
        };
        let time = self.time.map_or_else(String::new, |time| time.notation());
        Some(format!("{date}{time}"))
    }
}

impl ClockRange {
    fn notation(&self) -> String {
        if self.start == self.end {
            self.start.notation()
        } else {
            format!("{}/{}", self.start.notation(), self.end.notation())
        }
    }
}

impl ClockTime {
    /// "T16", "T16:26", "T16:26:05", with "Z" or "+07:00" where the zone is stated.
    pub fn notation(&self) -> String {
        let part = |part: Option<u8>| part.map_or_else(String::new, |part| format!(":{part:02}"));
        let zone = match self.offset {
            None => String::new(),
            Some(0) => "Z".to_owned(),
            Some(offset) => {
                let sign = if offset < 0 { '-' } else { '+' };
                let minutes = offset.unsigned_abs();
                format!("{sign}{:02}:{:02}", minutes / 60, minutes % 60)
            }
        };
        format!(
            "T{:02}{}{}{zone}",
            self.hour,
            part(self.minute),
            part(self.second)
        )
    }
}

impl Period {
    /// ISO 8601: "P1Y6M", "P2W", "PT90M". A part of a unit becomes whole smaller units where there are such: 2.5 years are
    /// "P2Y6M", 1.5 months "P1.5M". `None` below zero, and where no decimal says the part.
    pub fn notation(&self) -> Option<String> {
        const UNITS: [char; 7] = ['Y', 'M', 'W', 'D', 'H', 'M', 'S'];
        /// How many of the next smaller unit one holds, and which that is.
        const SMALLER: [Option<(usize, i128)>; 7] = [
            Some((1, 12)),
            None,
            Some((3, 7)),
            Some((4, 24)),
            Some((5, 60)),
            Some((6, 60)),
            None,
        ];
        let mut fields = self.fields();
        if fields.iter().any(Signed::is_negative) {
            return None;
        }
        for at in 0..fields.len() {
            if let Some((next, count)) = SMALLER[at]
                && !fields[at].is_integer()
            {
                let part = fields[at]
                    .fract()
                    .checked_mul(&Number::from_integer(count))?;
                if part.is_integer() {
                    fields[next] = fields[next].checked_add(&part)?;
                    fields[at] = fields[at].trunc();
                }
            }
        }
        let mut text = String::from("P");
        for (at, field) in fields
            .into_iter()
            .enumerate()
            .filter(|(_, field)| !field.is_zero())
        {
            if at >= 4 && !text.contains('T') {
                text.push('T');
            }
            let count = format_number(field);
            if count.contains('/') {
                return None;
            }
            text.push_str(&count);
            text.push(UNITS[at]);
        }
        Some(if text.len() == 1 {
            "PT0S".to_owned()
        } else {
            text
        })
    }
}

/// One value, or two with `joint` between them and `open` for an end that is not given. `None` without any.
fn between(low: Option<String>, high: Option<String>, joint: &str, open: &str) -> Option<String> {
    if low.is_none() && high.is_none() {
        return None;
    }
    if low == high {
        return low;
    }
    let end = |end: Option<String>| end.unwrap_or_else(|| open.to_owned());
    Some(format!("{}{joint}{}", end(low), end(high)))
}

/// Four digits, a sign before year 0, and "Y" before years of more than four digits.
fn year_notation(year: i32) -> String {
    let sign = if year < 0 { "-" } else { "" };
    let digits = year.unsigned_abs();
    if digits > 9999 {
        format!("Y{sign}{digits}")
    } else {
        format!("{sign}{digits:04}")
    }
}

/// "199X" and "19XX"; the years they cover where those digits would say others.
fn long_period(year: i32, unit: Calendar) -> Option<String> {
    let century = unit == Calendar::Century;
    if (0..=9999).contains(&year) {
        return Some(if century {
            format!("{:02}XX", year / 100)
        } else {
            format!("{:03}X", year / 10)
        });
    }
    let (first, last) = if century {
        (year.checked_add(1)?, year.checked_add(100)?)
    } else {
        (year, year.checked_add(9)?)
    };
    Some(format!("{}/{}", year_notation(first), year_notation(last)))
}
