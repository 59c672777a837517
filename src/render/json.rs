//! The whole report as JSON.

use std::borrow::Cow;
use std::fmt::Write as _;
use std::io::{Result, Write};

use super::Options;
use super::visible::is_hidden;
use crate::report::Report;
use crate::text::all_plain;

/// Pretty-printed JSON with a line end. Hidden characters of the articles are written as `\u` escapes, so that the
/// output is safe on a terminal and parses to the same text.
pub fn json(report: &Report, _options: &Options, out: &mut dyn Write) -> Result<()> {
    let text = serde_json::to_string_pretty(report)?;
    writeln!(out, "{}", escape_hidden(&text))
}

/// In JSON text, a character above ASCII stands inside a string, where an escape means the same.
pub(super) fn escape_hidden(json: &str) -> Cow<'_, str> {
    if all_plain(json) || !json.chars().any(|c| c > '~' && is_hidden(c)) {
        return Cow::Borrowed(json);
    }
    let mut escaped = String::with_capacity(json.len());
    for c in json.chars() {
        if c > '~' && is_hidden(c) {
            for unit in c.encode_utf16(&mut [0; 2]) {
                // Writing to a string cannot fail.
                let _ = write!(escaped, "\\u{unit:04x}");
            }
        } else {
            escaped.push(c);
        }
    }
    Cow::Owned(escaped)
}
