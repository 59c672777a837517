//! Remarks on articles.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::{Sentence, Source, telling};
use crate::source;

/// A remark on one article.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Note {
    /// Kebab-case name of the finding.
    pub name: String,
    /// One sentence.
    pub message: String,
    /// 1-based line, where there is one.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub line: Option<usize>,
    /// The limit that kept something out, as `--limit` names it.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub limit: Option<String>,
    /// `message` in parts, for pages in another language. No part of the JSON, which has it in English.
    #[serde(skip)]
    pub telling: Option<Sentence>,
}

/// Names of the remarks that tell of something that was not read, or not as it stands.
const LOSSES: [&str; 8] = [
    source::note::SOURCE_UNREADABLE,
    source::note::NOT_UTF_8,
    source::note::SOURCE_EMPTY,
    source::note::SOURCE_BINARY,
    source::note::LINE_TOO_LONG,
    source::note::LIMIT_REACHED,
    source::note::SOURCE_DAMAGED,
    source::note::CHARSET_DAMAGED,
];

/// Names of the remarks that tell of an article of which there is nothing.
const WHOLE: [&str; 4] = [
    source::note::SOURCE_UNREADABLE,
    source::note::NOT_UTF_8,
    source::note::SOURCE_EMPTY,
    source::note::SOURCE_BINARY,
];

impl Note {
    /// A remark as the reader of sources made it.
    pub(super) fn of(note: &source::Note) -> Self {
        Self {
            name: note.name.to_owned(),
            message: note.says.to_string(),
            line: note.line,
            limit: note.says.limit.map(str::to_owned),
            telling: Some(telling::of_saying(&note.says)),
        }
    }

    /// Whether something of the article was left out or could not be read.
    pub fn is_loss(&self) -> bool {
        LOSSES.contains(&self.name.as_str())
    }

    /// What [`Decided::finding`](super::Decided::finding) calls a remark on `source`.
    pub fn finding(&self, source: &Source) -> String {
        format!("{} {}", self.name, source.source)
    }
}

impl Source {
    /// Whether nothing of it was read: a line that was left out is not enough.
    pub(super) fn is_lost(&self) -> bool {
        self.notes
            .iter()
            .any(|note| WHOLE.contains(&note.name.as_str()))
    }

    /// The remarks on it for people, each once: a limit that kept all of it out gives two, with different names.
    pub fn remarks(&self) -> impl Iterator<Item = &Note> {
        let is_limit =
            |note: &&Note| note.name == source::note::LIMIT_REACHED && note.limit.is_some();
        let limits: Vec<&str> = self
            .notes
            .iter()
            .filter(is_limit)
            .map(|note| &*note.message)
            .collect();
        self.notes.iter().filter(move |note| {
            note.name != source::note::SOURCE_UNREADABLE || !limits.contains(&&*note.message)
        })
    }

    /// What of it was left out or could not be read, each thing once.
    pub fn losses(&self) -> impl Iterator<Item = &Note> {
        self.remarks().filter(|note| note.is_loss())
    }
}
