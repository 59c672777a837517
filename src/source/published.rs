use std::sync::LazyLock;

use jiff::civil::Date;
use regex::Regex;

static DAY_FIRST: LazyLock<Option<Regex>> = LazyLock::new(|| {
    Regex::new(r"(?:^|[^0-9/.-])([0-9]{1,2})([/.-])([0-9]{1,2})([/.-])([0-9]{4})(?:[^0-9/]|$)").ok()
});
static YEAR_FIRST: LazyLock<Option<Regex>> = LazyLock::new(|| {
    Regex::new(r"(?:^|[^0-9/.-])([0-9]{4})([/.-])([0-9]{1,2})([/.-])([0-9]{1,2})(?:[^0-9/]|$)").ok()
});
static DATE: LazyLock<Option<Regex>> = LazyLock::new(|| {
    Regex::new(
        r"^([0-9]{4})(?:-([0-9]{2})(?:-([0-9]{2})(?:[T ]([0-9]{2}):([0-9]{2})(?::[0-9]{2}(?:\.[0-9]+)?)?\s?(?:Z|[+-][0-9]{2}:?[0-9]{2})?)?)?)?$",
    )
    .ok()
});

/// Reads a day of publication: an EDTF date (`2023`, `2023-07`, `2023-07-11`), or a date-time of which the date counts.
/// `None` when it is neither, or no day of the calendar.
pub(super) fn date(text: &str) -> Option<String> {
    let text = text.trim();
    let found = DATE.as_ref()?.captures(text)?;
    let number = |group: usize| found.get(group).map(|part| part.as_str().parse::<i8>());
    let year: i16 = found.get(1)?.as_str().parse().ok()?;
    let month = number(2).transpose().ok()?;
    let day = number(3).transpose().ok()?;
    Date::new(year, month.unwrap_or(1), day.unwrap_or(1)).ok()?;
    let clock = |group: usize, below: i8| {
        number(group).is_none_or(|value| value.is_ok_and(|value| value < below))
    };
    let length = if day.is_some() { 10 } else { text.len() };
    (clock(4, 24) && clock(5, 60)).then(|| text[..length].to_owned())
}

/// The first whole date in digits, as an EDTF day. `day_first` says how `1/2/2023` is read.
pub(super) fn numeric(text: &str, day_first: bool) -> Option<String> {
    // There is none without the four digits of its year.
    let mut digits = text
        .as_bytes()
        .windows(4)
        .map(|four| four.iter().all(u8::is_ascii_digit));
    if !digits.any(|year| year) {
        return None;
    }
    let day_month = |found: regex::Captures<'_>| {
        let part = |group: usize| found.get(group)?.as_str().parse::<i8>().ok();
        let year: i16 = found.get(5)?.as_str().parse().ok()?;
        let (day, month) = if day_first {
            (part(1)?, part(3)?)
        } else {
            (part(3)?, part(1)?)
        };
        (found.get(2)?.as_str() == found.get(4)?.as_str())
            .then(|| Date::new(year, month, day).ok())?
    };
    let year_month = |found: regex::Captures<'_>| {
        let part = |group: usize| found.get(group)?.as_str().parse::<i8>().ok();
        let year: i16 = found.get(1)?.as_str().parse().ok()?;
        (found.get(2)?.as_str() == found.get(4)?.as_str())
            .then(|| Date::new(year, part(3)?, part(5)?).ok())?
    };
    let date = YEAR_FIRST
        .as_ref()
        .and_then(|regex| regex.captures(text))
        .and_then(year_month)
        .or_else(|| {
            DAY_FIRST
                .as_ref()
                .and_then(|regex| regex.captures(text))
                .and_then(day_month)
        })?;
    Some(date.to_string())
}
