//! Numbers, dates and values as the language of the page writes them.

use super::language::Language;
use crate::render::unit::sign;
use crate::report::Claim;

impl Language {
    /// A decimal in groups of three digits: "1500000.5" is "1,500,000.5" or "1.500.000,5". All else stays as it is.
    pub fn decimal(&self, value: &str) -> String {
        let unsigned = value.strip_prefix('-').unwrap_or(value);
        let (whole, fraction) = match unsigned.split_once('.') {
            Some((whole, fraction)) => (whole, Some(fraction)),
            None => (unsigned, None),
        };
        let is_digits = |text: &str| !text.is_empty() && text.bytes().all(|b| b.is_ascii_digit());
        if !is_digits(whole) || fraction.is_some_and(|fraction| !is_digits(fraction)) {
            return value.to_owned();
        }
        let mut text = String::new();
        if unsigned.len() < value.len() {
            text.push('\u{2212}');
        }
        for (at, digit) in whole.chars().enumerate() {
            if at > 0 && (whole.len() - at) % 3 == 0 {
                text.push_str(self.text("number.group"));
            }
            text.push(digit);
        }
        if let Some(fraction) = fraction {
            text.push_str(self.text("number.decimal"));
            text.push_str(fraction);
        }
        text
    }

    /// An EDTF date, month, quarter or year, with a time behind `T` or without; `None` for what is none of these.
    pub fn date(&self, edtf: &str) -> Option<String> {
        let (date, time) = match edtf.split_once('T') {
            Some((date, time)) => (date, Some(time)),
            None => (edtf, None),
        };
        let parts: Vec<&str> = date.split('-').collect();
        let day = match parts.as_slice() {
            [year] => self.fill("date.year", &[("year", year_of(year)?)]),
            [year, part] => self.part_of_year(year, part)?,
            [year, month, day] => {
                let (month, day) = (self.month_name(month)?, two_digits(day)?.to_string());
                match year_of(year) {
                    Some(year) => self.fill(
                        "date.day",
                        &[("day", &day), ("month", month), ("year", year)],
                    ),
                    None => self.fill(
                        "date.day_of_year_unknown",
                        &[("day", &day), ("month", month)],
                    ),
                }
            }
            _ => return None,
        };
        match time.and_then(|time| time.get(..5)) {
            Some(time) => Some(self.fill("date.with_time", &[("date", &day), ("time", time)])),
            None => Some(day),
        }
    }

    /// A month, or a quarter of EDTF (33 to 36).
    fn part_of_year(&self, year: &str, part: &str) -> Option<String> {
        match (year_of(year), two_digits(part)?) {
            (Some(year), quarter @ 33..=36) => Some(self.fill(
                "date.quarter",
                &[("quarter", &(quarter - 32).to_string()), ("year", year)],
            )),
            (Some(year), _) => Some(self.fill(
                "date.month",
                &[("month", self.month_name(part)?), ("year", year)],
            )),
            (None, _) => Some(self.fill(
                "date.month_of_year_unknown",
                &[("month", self.month_name(part)?)],
            )),
        }
    }

    fn month_name(&self, month: &str) -> Option<&str> {
        let number = usize::from(two_digits(month)?);
        self.list("date.months")
            .get(number.checked_sub(1)?)
            .copied()
    }

    /// The value of a claim with its unit and how it is stated: "about 2,400 people", "18 months", "at least 20".
    pub fn value(&self, value: Option<&str>, claim: &Claim) -> String {
        let Some(value) = value else {
            return self.text("value.none").to_owned();
        };
        let stated = match claim.qualifier.as_str() {
            "about" => Some("value.about"),
            "almost" => Some("value.almost"),
            "at-least" => Some("value.at_least"),
            "more-than" => Some("value.more_than"),
            "at-most" => Some("value.at_most"),
            "less-than" => Some("value.less_than"),
            _ => None,
        };
        let (text, form) = match value.split_once("..") {
            Some((low, "")) => (self.single(low), stated.or(Some("value.at_least"))),
            Some(("", high)) => (self.single(high), stated.or(Some("value.at_most"))),
            Some((low, high)) => (self.range("value.range", low, high), None),
            None => (self.single(value), stated),
        };
        let text = self.with_unit(&text, claim.unit.as_deref());
        match form {
            Some(form) => self.fill(form, &[("value", &text)]),
            None => text,
        }
    }

    fn with_unit(&self, value: &str, unit: Option<&str>) -> String {
        match unit.and_then(sign) {
            Some(unit) if unit == "%" => self.fill("value.percent", &[("value", value)]),
            Some(unit) => self.fill("value.with_unit", &[("value", value), ("unit", &unit)]),
            None => value.to_owned(),
        }
    }

    fn range(&self, form: &str, from: &str, to: &str) -> String {
        let (from, to) = (self.single(from), self.single(to));
        self.fill(form, &[("from", &from), ("to", &to)])
    }

    fn single(&self, value: &str) -> String {
        if let Some(period) = value.strip_prefix("R/") {
            let period = self.period(period).unwrap_or_else(|| period.to_owned());
            return self.fill("value.every", &[("value", &period)]);
        }
        if let Some((from, to)) = value.split_once('/')
            && from.contains('-')
        {
            return self.range("date.range", from, to);
        }
        if let Some(time) = value.strip_prefix('T') {
            return time.to_owned();
        }
        let dated = value.contains('-').then(|| self.date(value)).flatten();
        dated
            .or_else(|| self.period(value))
            .unwrap_or_else(|| self.decimal(value))
    }

    /// "P1Y6M" as "1 year 6 months"; `None` for what is no ISO 8601 duration.
    fn period(&self, value: &str) -> Option<String> {
        let mut parts = Vec::new();
        let mut number = String::new();
        let mut in_time = false;
        for c in value.strip_prefix('P')?.chars() {
            match c {
                '0'..='9' | '.' | '-' => number.push(c),
                'T' if number.is_empty() => in_time = true,
                _ => {
                    parts.push(self.stretch(&number, c, in_time)?);
                    number.clear();
                }
            }
        }
        (number.is_empty() && !parts.is_empty()).then(|| parts.join(" "))
    }

    fn stretch(&self, number: &str, designator: char, in_time: bool) -> Option<String> {
        let key = match (designator, in_time) {
            ('Y', false) => "period.year",
            ('M', false) => "period.month",
            ('W', false) => "period.week",
            ('D', false) => "period.day",
            ('H', true) => "period.hour",
            ('M', true) => "period.minute",
            ('S', true) => "period.second",
            _ => return None,
        };
        Some(match number.parse() {
            Ok(n) => self.count(key, n),
            Err(_) => self.fill(&format!("{key}.other"), &[("n", &self.decimal(number))]),
        })
    }
}

/// A year of four digits; `None` for `XXXX`.
fn year_of(year: &str) -> Option<&str> {
    (year.len() == 4 && year.bytes().all(|b| b.is_ascii_digit())).then_some(year)
}

fn two_digits(text: &str) -> Option<u8> {
    (text.len() == 2).then(|| text.parse().ok()).flatten()
}
