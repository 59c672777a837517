//! Arguments of the form `NAME=VALUE`.

use crosscheck::source::{Columns, Limits};

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
    let value = digits
        .parse::<usize>()
        .ok()
        .and_then(|value| value.checked_mul(factor))
        .filter(|value| *value > 0)
        .ok_or("it must be a whole number above 0")?;
    if Limits::default().set(name, value) {
        Ok((name.to_owned(), value))
    } else {
        Err(format!(
            "there is no such limit; the limits are: {}",
            Limits::NAMES.join(", ")
        ))
    }
}
