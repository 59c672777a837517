//! A snapshot as text: TOML with one entry a block and one claim a line, so that a diff shows what changed and no more.

use std::fmt::Write as _;

use super::{Duplicate, Entry, FORMAT, Fact, Snapshot, Source};
use crate::render::visible;
use crate::report::SCHEMA_VERSION;

const START: &str = "\
# What crosscheck reported when somebody last accepted it. `crosscheck snapshot verify` holds the articles against it,
# `review` and `accept` write it. It holds no line numbers: the text around a figure may change and move.
";

impl Snapshot {
    /// The content of the file.
    pub fn text(&self) -> String {
        let mut text = format!("{START}format = {FORMAT}\nreport-schema = {SCHEMA_VERSION}\n");
        for entry in &self.entries {
            text.push('\n');
            text.push_str(&entry.text());
        }
        text
    }
}

impl Entry {
    /// Its block of the file.
    pub fn text(&self) -> String {
        match self {
            Self::Source(source) => source_text(source),
            Self::Fact(fact) => fact_text(fact),
            Self::Duplicate(duplicate) => duplicate_text(duplicate),
        }
    }
}

fn source_text(source: &Source) -> String {
    let mut text = String::from("[[source]]\n");
    key(&mut text, "name", &source.name);
    for (name, value) in [
        ("publisher", &source.publisher),
        ("published", &source.published),
        ("language", &source.language),
    ] {
        if let Some(value) = value {
            key(&mut text, name, value);
        }
    }
    list(&mut text, "notes", source.notes.iter().map(|n| quoted(n)));
    let ignored = source.ignored.iter().map(|one| quoted(&one.text));
    list(&mut text, "ignored", ignored);
    text
}

fn fact_text(fact: &Fact) -> String {
    let mut text = String::from("[[fact]]\n");
    key(&mut text, "id", &fact.id);
    key(&mut text, "about", &fact.about);
    key(&mut text, "verdict", &fact.verdict);
    if let Some(kind) = &fact.kind {
        key(&mut text, "kind", kind);
    }
    // Writing to a string cannot fail.
    let _ = writeln!(text, "origins = {}", fact.origins);
    let claims = fact.claims.iter().map(|claim| {
        format!(
            "{{ source = {}, quote = {}, reads = {}, at = {} }}",
            quoted(&claim.source),
            quoted(&claim.quote),
            quoted(&claim.reads),
            quoted(&claim.at)
        )
    });
    list(&mut text, "claims", claims);
    text
}

fn duplicate_text(duplicate: &Duplicate) -> String {
    let mut text = String::from("[[duplicate]]\n");
    key(&mut text, "id", &duplicate.id);
    key(&mut text, "class", &duplicate.class);
    let passages = duplicate.passages.iter().map(|passage| {
        format!(
            "{{ source = {}, text = {}, digest = {} }}",
            quoted(&passage.source),
            quoted(&passage.text),
            quoted(&passage.digest)
        )
    });
    list(&mut text, "passages", passages);
    let changes = duplicate.changes.iter().map(|change| quoted(change));
    list(&mut text, "changes", changes);
    text
}

fn key(text: &mut String, name: &str, value: &str) {
    let _ = writeln!(text, "{name} = {}", quoted(value));
}

/// One item a line; nothing for an empty list.
fn list(text: &mut String, name: &str, items: impl Iterator<Item = String>) {
    let mut items = items.peekable();
    if items.peek().is_none() {
        return;
    }
    let _ = writeln!(text, "{name} = [");
    for item in items {
        let _ = writeln!(text, "    {item},");
    }
    text.push_str("]\n");
}

/// A TOML string. What steers a terminal, turns text around or hides is an escape: the file shows what it holds.
pub(crate) fn quoted(text: &str) -> String {
    let mut quoted = String::from("\"");
    let mut buffer = [0; 4];
    for c in text.chars() {
        match c {
            '"' | '\\' => quoted.extend(['\\', c]),
            _ if visible(c.encode_utf8(&mut buffer)) == *c.encode_utf8(&mut [0; 4]) => {
                quoted.push(c);
            }
            _ => {
                let _ = write!(quoted, "\\U{:08X}", u32::from(c));
            }
        }
    }
    quoted.push('"');
    quoted
}
