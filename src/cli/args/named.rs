//! Arguments of the form `NAME=VALUE`.

use crosscheck::config;
use crosscheck::source::{Columns, Limits};
use jiff::civil::Date;

pub fn column(text: &str) -> Result<(String, String), String> {
    let (field, column) = text
        .split_once('=')
        .ok_or("write it as FIELD=NAME, as text=body")?;
    if Columns::default().name(field, column) {
        Ok((field.to_owned(), column.to_owned()))
    } else {
        Err(format!(
            "there is no such field; the fields are: {}",
            Columns::FIELDS.join(", ")
        ))
    }
}

pub fn limit(text: &str) -> Result<(String, usize), String> {
    let (name, number) = text
        .split_once('=')
        .ok_or("write it as NAME=NUMBER, as file-bytes=64M")?;
    let (digits, factor) = match number.trim_end_matches(['k', 'K', 'm', 'M', 'g', 'G']) {
        digits if digits.len() == number.len() => (digits, 1),
        digits if number[digits.len()..].eq_ignore_ascii_case("k") => (digits, 1 << 10),
        digits if number[digits.len()..].eq_ignore_ascii_case("m") => (digits, 1 << 20),
        digits if number[digits.len()..].eq_ignore_ascii_case("g") => (digits, 1 << 30),
        _ => return Err("the number has one of K, M, G behind it, or nothing".to_owned()),
    };
    if digits.is_empty() || !digits.bytes().all(|digit| digit.is_ascii_digit()) {
        return Err("it must be a whole number above 0".to_owned());
    }
    let value = digits.parse::<usize>().ok();
    let value = match value.and_then(|value| value.checked_mul(factor)) {
        Some(0) => return Err("it must be a whole number above 0".to_owned()),
        Some(value) => value,
        None => return Err(format!("the number is too large: {} at most", usize::MAX)),
    };
    if Limits::default().set(name, value) {
        Ok((name.to_owned(), value))
    } else {
        Err(format!(
            "there is no such limit; the limits are: {}",
            Limits::NAMES.join(", ")
        ))
    }
}

/// A whole day.
pub fn day(text: &str) -> Result<Date, String> {
    let text = config::day(text)?;
    let day = text.parse::<Date>();
    day.map_err(|_| "write it as YYYY-MM-DD".to_owned())
}
