//! Values of the report in a form for people: "P18M" is "18 months", "20.." is "at least 20".

use super::unit::sign;
use super::words;
use crate::report::Claim;

/// `value` in the notation of [`Claim::value`]; `claim` tells how it is stated and in which unit.
pub(super) fn plain(value: &str, claim: &Claim) -> String {
    let unit = match claim.unit.as_deref().and_then(sign) {
        Some(unit) if unit == "%" => "%".to_owned(),
        Some(unit) => format!(" {unit}"),
        None => String::new(),
    };
    let stated = words::qualifier(&claim.qualifier);
    match value.split_once("..") {
        Some((low, "")) => format!("{}{}{unit}", stated.unwrap_or(words::AT_LEAST), single(low)),
        Some(("", high)) => format!("{}{}{unit}", stated.unwrap_or(words::AT_MOST), single(high)),
        Some((low, high)) => format!("{}{}{}{unit}", single(low), words::TO, single(high)),
        None => format!("{}{}{unit}", stated.unwrap_or(""), single(value)),
    }
}

fn single(value: &str) -> String {
    if let Some(period) = value.strip_prefix("R/") {
        return format!("{}{}", words::EVERY, single(period));
    }
    if let Some((start, end)) = value.split_once('/')
        && start.contains('-')
    {
        return format!("{}{}{}", single(start), words::TO, single(end));
    }
    if let Some(time) = value.strip_prefix('T') {
        return time.to_owned();
    }
    quarter(value)
        .or_else(|| period(value))
        .unwrap_or_else(|| grouped(value))
}

/// "2026-35", a quarter of EDTF, as "Q3 2026".
fn quarter(value: &str) -> Option<String> {
    let (year, part) = value.split_once('-')?;
    let number = ["33", "34", "35", "36"]
        .iter()
        .position(|known| *known == part)?;
    Some(words::quarter(number + 1, year))
}

/// "P1Y6M" as "1 year 6 months"; `None` for what is no ISO 8601 duration.
fn period(value: &str) -> Option<String> {
    let mut parts = Vec::new();
    let mut number = String::new();
    let mut in_time = false;
    for c in value.strip_prefix('P')?.chars() {
        match c {
            '0'..='9' | '.' | '-' => number.push(c),
            'T' if number.is_empty() => in_time = true,
            _ => {
                let (one, several) = words::period(c, in_time)?;
                parts.push(format!(
                    "{number} {}",
                    if number == "1" { one } else { several }
                ));
                number.clear();
            }
        }
    }
    (number.is_empty() && !parts.is_empty()).then(|| parts.join(" "))
}

/// A decimal of five digits or more in groups of three: "1 500 000.5".
pub(super) fn grouped(value: &str) -> String {
    let (whole, fraction) = value
        .split_once('.')
        .map_or((value, None), |(whole, rest)| (whole, Some(rest)));
    let digits = whole.strip_prefix('-').unwrap_or(whole);
    if digits.len() < 5 || !digits.bytes().all(|b| b.is_ascii_digit()) {
        return value.to_owned();
    }
    let mut text = String::from(whole.strip_suffix(digits).unwrap_or(""));
    for (at, digit) in digits.chars().enumerate() {
        if at > 0 && (digits.len() - at) % 3 == 0 {
            text.push(' ');
        }
        text.push(digit);
    }
    if let Some(fraction) = fraction {
        text.push('.');
        text.push_str(fraction);
    }
    text
}
