//! The entries of rule files as they were written: names, places, and the examples that they promise.

use std::collections::BTreeMap;
use std::ops::Range;

use serde_spanned::Spanned;
use toml::de::{DeTable, DeValue};

use super::Packs;
use crate::Error;
use crate::text::LineIndex;

/// One entry of a rule file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entry {
    /// Folder of its file: the language, or `base`.
    pub language: String,
    /// Section of the file: `pattern`, `unit`, ….
    pub section: String,
    /// Its name, id, symbol, code or first word, whichever the section has.
    pub name: String,
    /// `kind`, `role`, `block` or `relation`, where it has one; `ignored: …` with the reason for what is ignored, and
    /// `tail` for a block that opens one.
    pub kind: Option<String>,
    /// Path of its file.
    pub file: String,
    /// 1-based line.
    pub line: usize,
    /// 1-based column in code points.
    pub column: usize,
    /// The entry as it stands in its file.
    pub source: String,
    /// What it promises.
    pub samples: Vec<Sample>,
    /// Words of a numeral.
    pub(crate) words: Vec<String>,
}

/// A text, and what its entry promises to make of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sample {
    /// The text.
    pub text: String,
    /// 1-based line of the sample in its file.
    pub line: usize,
    /// 1-based column in code points.
    pub column: usize,
    /// What must come out.
    pub wanted: Wanted,
}

/// What must come of a sample.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Wanted {
    /// A typed value, or for entries that ignore: no value.
    Reading {
        /// In the notation of the report; `None`: any.
        value: Option<String>,
        /// Name of a kind; `None`: any.
        kind: Option<String>,
        /// Unit of the report; `None`: any.
        unit: Option<String>,
        /// Name of a qualifier; `None`: any.
        qualifier: Option<String>,
        /// The day that relative expressions start from.
        published: Option<String>,
    },
    /// A credit to this source.
    Credit(String),
    /// The block that the entry names.
    Block,
    /// The entry makes nothing of it.
    Nothing,
}

impl Packs {
    /// Every entry of the shipped rule files with `overlay` over them, as [`Packs::with_overlay`] takes it; by language,
    /// file and place. Fails where a file is no TOML.
    pub fn entries(overlay: Vec<(String, String)>) -> Result<Vec<Entry>, Error> {
        let mut entries = Vec::new();
        for ((folder, _), (path, text)) in super::load::merged(overlay)? {
            entries.extend(entries_of(&folder, &path, &text)?);
        }
        Ok(entries)
    }
}

fn entries_of(language: &str, path: &str, text: &str) -> Result<Vec<Entry>, Error> {
    let document = DeTable::parse(text).map_err(|e| {
        Error::pack(e.message().to_owned()).at(path, text, e.span().unwrap_or(0..0))
    })?;
    let file = File {
        language,
        path,
        text,
        lines: LineIndex::new(text),
    };
    let mut entries = Vec::new();
    for (section, content) in document.get_ref() {
        let section = section.get_ref().as_ref();
        match content.get_ref() {
            DeValue::Array(list) => {
                entries.extend(list.iter().filter_map(|entry| file.entry(section, entry)));
            }
            // `[words]` holds its lists by name.
            DeValue::Table(lists) if section == "words" => {
                for (name, list) in lists {
                    entries.push(file.named(section, name.get_ref(), None, list.span()));
                }
            }
            DeValue::Table(_) => entries.extend(file.entry(section, content)),
            _ => {}
        }
    }
    entries.sort_by_key(|entry| (entry.line, entry.column));
    Ok(entries)
}

/// A rule file while its entries are taken out.
struct File<'f> {
    language: &'f str,
    path: &'f str,
    text: &'f str,
    lines: LineIndex,
}

type Table<'f> = BTreeMap<&'f str, &'f Spanned<DeValue<'f>>>;

impl File<'_> {
    fn entry(&self, section: &str, entry: &Spanned<DeValue<'_>>) -> Option<Entry> {
        let table = table_of(entry)?;
        let string = |key: &str| table.get(key).and_then(|value| text_of(value));
        let names = [
            "name",
            "symbol",
            "code",
            "id",
            "slot",
            "qualifier",
            "modality",
            "to",
        ];
        let words: Vec<String> = ["words", "concepts", "grouping"]
            .iter()
            .find_map(|key| table.get(key))
            .map(|list| strings(list).map(|(word, _)| word).collect())
            .unwrap_or_default();
        let name = names.iter().find_map(|key| string(key));
        let name = name.or_else(|| words.first().cloned()).unwrap_or_default();
        let kind = ["kind", "role", "block", "relation"]
            .iter()
            .find_map(|key| string(key));
        let kind = match string("reason") {
            Some(reason) => Some(format!("ignored: {reason}")),
            None if is_true(table.get("opens-tail")) => Some("tail".to_owned()),
            None => kind,
        };
        let end = entry.span().end.max(
            table
                .values()
                .map(|value| value.span().end)
                .max()
                .unwrap_or(0),
        );
        let mut made = self.named(section, &name, kind, entry.span().start..end);
        made.samples = self.samples(section, &table);
        made.words = words;
        Some(made)
    }

    fn named(&self, section: &str, name: &str, kind: Option<String>, span: Range<usize>) -> Entry {
        let start = self.lines.position(self.text, span.start);
        Entry {
            language: self.language.to_owned(),
            section: section.to_owned(),
            name: name.to_owned(),
            kind,
            file: self.path.to_owned(),
            line: start.line,
            column: start.column,
            source: self.text.get(span).unwrap_or("").trim_end().to_owned(),
            samples: Vec::new(),
            words: Vec::new(),
        }
    }

    fn samples(&self, section: &str, table: &Table<'_>) -> Vec<Sample> {
        let sample = |text: String, at: usize, wanted: Wanted| {
            let place = self.lines.position(self.text, at);
            Sample {
                text,
                line: place.line,
                column: place.column,
                wanted,
            }
        };
        let mut samples = Vec::new();
        if let Some(DeValue::Array(list)) = table.get("examples").map(|list| list.get_ref()) {
            for item in list {
                let start = item.span().start;
                if let Some(text) = text_of(item) {
                    samples.push(sample(text, start, Wanted::Block));
                    continue;
                }
                let Some(example) = table_of(item) else {
                    continue;
                };
                let string = |key: &str| example.get(key).and_then(|value| text_of(value));
                let wanted = match string("source") {
                    Some(source) if section == "attribution" => Wanted::Credit(source),
                    _ => Wanted::Reading {
                        value: string("value"),
                        kind: string("kind"),
                        unit: string("unit"),
                        qualifier: string("qualifier"),
                        published: string("published"),
                    },
                };
                samples.push(sample(string("text").unwrap_or_default(), start, wanted));
            }
        }
        if let Some(list) = table.get("not") {
            samples.extend(strings(list).map(|(text, at)| sample(text, at, Wanted::Nothing)));
        }
        samples
    }
}

fn table_of<'t>(value: &'t Spanned<DeValue<'_>>) -> Option<Table<'t>> {
    match value.get_ref() {
        DeValue::Table(table) => Some(
            table
                .iter()
                .map(|(key, value)| (key.get_ref().as_ref(), value))
                .collect(),
        ),
        _ => None,
    }
}

fn is_true(value: Option<&&Spanned<DeValue<'_>>>) -> bool {
    value.is_some_and(|value| matches!(value.get_ref(), DeValue::Boolean(true)))
}

fn text_of(value: &Spanned<DeValue<'_>>) -> Option<String> {
    match value.get_ref() {
        DeValue::String(text) => Some(text.to_string()),
        _ => None,
    }
}

/// The strings of a list, each with its first byte in the file.
fn strings<'v>(value: &'v Spanned<DeValue<'_>>) -> impl Iterator<Item = (String, usize)> + use<'v> {
    let list = match value.get_ref() {
        DeValue::Array(list) => list.iter().collect::<Vec<_>>(),
        _ => Vec::new(),
    };
    list.into_iter()
        .filter_map(|item| Some((text_of(item)?, item.span().start)))
}
