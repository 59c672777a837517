//! What this program has written itself, known by its fixed words.

use std::str::from_utf8;

use anstream::adapter::strip_str;

use super::finding::registered;
use super::words;
use super::{csv, html};

/// Bytes at the start of a file that hold the head of a page.
const HEAD: usize = 8_192;

/// Whether `bytes` are a report or a list of claims in one of the formats of this module, and no article.
pub fn is_report(bytes: &[u8]) -> bool {
    let bytes = bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(bytes);
    let head = bytes.get(..HEAD).unwrap_or(bytes);
    let head = match from_utf8(head) {
        Ok(head) => head,
        // The cut may go through a letter.
        Err(error) => from_utf8(&head[..error.valid_up_to()]).unwrap_or_default(),
    };
    let head = head.trim_start();
    let first = head.lines().next().unwrap_or_default();
    is_markdown(first)
        || is_table(first)
        || is_json(head)
        || is_page(head)
        || is_annotation(first)
        || is_concise(first)
        || is_for_terminal(first, bytes)
}

fn is_markdown(first: &str) -> bool {
    let bold = first
        .strip_prefix("**")
        .and_then(|line| line.strip_suffix("**"));
    bold.is_some_and(words::is_summary)
}

fn is_table(first: &str) -> bool {
    let mut columns = first.split(',');
    csv::COLUMNS.iter().all(|name| columns.next() == Some(name)) && columns.next().is_none()
}

/// The report, its lines, a list of claims, a SARIF log.
fn is_json(head: &str) -> bool {
    let Some(object) = head.strip_prefix('{') else {
        return false;
    };
    let mut tight = String::with_capacity(object.len());
    tight.extend(object.chars().filter(|c| !c.is_whitespace()));
    let of_claim = || tight.contains("\"span\":{\"start\":") && tight.contains("\"core\":{");
    tight.starts_with("\"schema_version\":") && tight.contains("\"sources\":[")
        || tight.starts_with("\"record\":\"report\",\"schema_version\":")
        || tight.starts_with("\"id\":\"c-") && of_claim()
        || tight.contains("\"driver\":{\"name\":\"crosscheck\"")
}

fn is_page(head: &str) -> bool {
    head.contains(html::GENERATOR)
        || head.starts_with("<?xml") && head.contains("<testsuites name=\"crosscheck\"")
}

/// "::error file=a.txt,…,title=digit-swap::".
fn is_annotation(first: &str) -> bool {
    let levels = ["::error ", "::warning ", "::notice "];
    let properties = levels.iter().find_map(|level| first.strip_prefix(level));
    let properties = properties.and_then(|rest| rest.split_once("::"));
    properties.is_some_and(|(properties, _)| {
        let mut properties = properties.split(',');
        properties.any(|property| property.strip_prefix("title=").is_some_and(is_name))
    })
}

/// "a.txt:3:5: error digit-swap …".
fn is_concise(first: &str) -> bool {
    first.match_indices(": ").any(|(at, _)| {
        let mut numbers = first[..at].rsplitn(3, ':');
        let is_number = |part: Option<&str>| part.is_some_and(|part| part.parse::<usize>().is_ok());
        let placed = is_number(numbers.next()) && is_number(numbers.next());
        let mut words = first[at + 2..].split(' ');
        let severity = matches!(words.next(), Some("error" | "warning" | "info"));
        placed && severity && words.next().is_some_and(is_name)
    })
}

fn is_name(name: &str) -> bool {
    registered(name).is_some()
}

/// Whether the first line is the first heading and the last one counts, or the last one counts what a list of claims holds.
fn is_for_terminal(first: &str, bytes: &[u8]) -> bool {
    let tail = bytes.trim_ascii_end();
    let from = memchr::memrchr(b'\n', tail).map_or(0, |at| at + 1);
    let Ok(last) = from_utf8(&tail[from..]) else {
        return false;
    };
    let headings = [words::NO_CONFLICTS, words::CONFLICTS, words::NOTHING_READ];
    let [first, last] = [first, last].map(|line| strip_str(line).to_string());
    headings.contains(&first.as_str()) && words::is_summary(&last)
        || words::is_count_of_claims(&last)
}
