use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

use serde_spanned::Spanned;
use toml::de::{DeTable, DeValue};

use super::{Metadata, Saying, published};
use crate::Error;
use crate::text::LineIndex;

/// What a `sources.toml` says of the files beside it: a table per file name, with `title`, `publisher`, `url`,
/// `published` (an EDTF date) and `language`.
#[derive(Debug, Clone)]
pub struct Manifest {
    file: String,
    text: String,
    entries: BTreeMap<String, Entry>,
}

#[derive(Debug, Clone)]
struct Entry {
    meta: Metadata,
    /// Where its name stands.
    key: Range<usize>,
}

impl Manifest {
    /// Reads `text`, the content of `file`.
    ///
    /// # Errors
    ///
    /// With the place in the file: broken TOML, a file named twice, an unknown key, a value that is no string, a
    /// `published` that is no date.
    pub fn parse(file: &str, text: &str) -> Result<Self, Error> {
        let fault =
            |message: String, range: Range<usize>| Error::manifest(message).at(file, text, range);
        let table = DeTable::parse(text).map_err(|error| {
            let range = error.span().unwrap_or(0..0);
            fault(error.message().to_owned(), range)
        })?;
        let mut entries = BTreeMap::new();
        for (name, value) in table.get_ref() {
            let DeValue::Table(keys) = value.get_ref() else {
                return Err(fault(
                    format!("`{}` must be a table: the name of a file", name.get_ref()),
                    name.span(),
                ));
            };
            let mut meta = Metadata::default();
            for (key, value) in keys {
                set(&mut meta, key.get_ref(), value).map_err(|wrong| match wrong {
                    Wrong::Key(message) => fault(message, key.span()),
                    Wrong::Value(message) => fault(message, value.span()),
                })?;
            }
            entries.insert(
                name.get_ref().to_string(),
                Entry {
                    meta,
                    key: name.span(),
                },
            );
        }
        Ok(Self {
            file: file.to_owned(),
            text: text.to_owned(),
            entries,
        })
    }

    /// What it says of the file `name`.
    pub fn get(&self, name: &str) -> Option<&Metadata> {
        self.entries.get(name).map(|entry| &entry.meta)
    }

    /// The entries that name none of the files `names`, in the order of the file.
    pub fn unmatched(&self, names: &[&str]) -> Vec<Unmatched> {
        let names: BTreeSet<&str> = names.iter().copied().collect();
        let missing = self.entries.iter();
        let mut missing: Vec<_> = missing
            .filter(|(name, _)| !names.contains(name.as_str()))
            .collect();
        missing.sort_by_key(|(_, entry)| entry.key.start);
        let lines = LineIndex::new(&self.text);
        let unmatched = missing.into_iter().map(|(name, entry)| {
            let place = lines.position(&self.text, entry.key.start);
            Unmatched {
                file: self.file.clone(),
                line: place.line,
                column: place.column,
                says: Saying::new("there is no source `{name}` beside this file")
                    .with("name", &**name),
            }
        });
        unmatched.collect()
    }
}

/// An entry of a manifest whose file is not there.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Unmatched {
    /// The manifest, as it was named.
    pub file: String,
    /// 1-based line of the entry.
    pub line: usize,
    /// 1-based column, in code points.
    pub column: usize,
    /// What there is to say.
    pub says: Saying,
}

enum Wrong {
    Key(String),
    Value(String),
}

fn set(meta: &mut Metadata, key: &str, value: &Spanned<DeValue<'_>>) -> Result<(), Wrong> {
    let is_date = matches!(key, "published" | "modified");
    let text = match value.get_ref() {
        DeValue::String(text) => text.to_string(),
        // TOML has dates of its own.
        DeValue::Datetime(date) if is_date => date.to_string(),
        DeValue::Integer(year) if is_date => year.to_string(),
        other => {
            return Err(unknown(key).unwrap_or(Wrong::Value(format!(
                "`{key}` must be a string, not {}",
                kind(other)
            ))));
        }
    };
    let field = match key {
        "title" => &mut meta.title,
        "publisher" => &mut meta.publisher,
        "author" => &mut meta.author,
        "url" => &mut meta.url,
        "language" => &mut meta.language,
        "published" | "modified" => {
            let date = published::date(&text).ok_or_else(|| {
                Wrong::Value(format!(
                    "`{text}` is no date: write 2023, 2023-07, 2023-07-11 or a date-time"
                ))
            })?;
            if key == "published" {
                meta.published = Some(date);
            } else {
                meta.modified = Some(date);
            }
            return Ok(());
        }
        _ => return unknown(key).map_or(Ok(()), Err),
    };
    *field = Some(text);
    Ok(())
}

fn unknown(key: &str) -> Option<Wrong> {
    const KEYS: [&str; 7] = [
        "title",
        "publisher",
        "author",
        "url",
        "published",
        "modified",
        "language",
    ];
    let known = KEYS.contains(&key);
    (!known).then(|| {
        Wrong::Key(format!(
            "unknown key `{key}`: a source has {}",
            KEYS.join(", ")
        ))
    })
}

fn kind(value: &DeValue<'_>) -> &'static str {
    match value {
        DeValue::String(_) => "a string",
        DeValue::Integer(_) => "an integer",
        DeValue::Float(_) => "a float",
        DeValue::Boolean(_) => "a boolean",
        DeValue::Datetime(_) => "a date",
        DeValue::Array(_) => "an array",
        DeValue::Table(_) => "a table",
    }
}
