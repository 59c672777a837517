//! Articles as blocks and sentences: bytes in, [`Source`] out, one file per input format.

mod block;
mod cue;
mod front_matter;
mod input;
mod json_lines;
mod language;
mod line;
mod manifest;
mod markdown;
pub mod note;
mod passage;
mod published;
mod read;
mod sentence;
mod tail;
mod text_file;
mod title;

pub use input::{Content, Format, Input};
pub use json_lines::json_lines;
pub use language::language;
pub use manifest::Manifest;
pub use note::Note;
pub use read::{Reader, read};

use crate::text::{Derived, LineIndex, Span};

/// What is known of an article beside its text.
#[derive(Debug, Clone, Default, PartialEq, Eq, serde::Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Metadata {
    /// Headline.
    pub title: Option<String>,
    /// Who printed it.
    pub publisher: Option<String>,
    /// Its address.
    pub url: Option<String>,
    /// When it was published: an EDTF date, `2023-05-03`, `2023-07` or `2023`, or a date-time of which the date counts.
    pub published: Option<String>,
    /// BCP 47 tag of its main language.
    pub language: Option<String>,
}

/// One article as it is handed to the library.
#[derive(Debug, Clone)]
pub struct Input {
    /// Path relative to the folder given, with `/`, or the id of its JSON line.
    pub name: String,
    /// What is known beside the text; it wins over what the text says.
    pub meta: Metadata,
    /// How it is written; `None` lets the extension of the name decide.
    pub format: Option<Format>,
    /// The article itself.
    pub content: Content,
    /// What was noticed before it came here.
    pub notes: Vec<Note>,
}

/// The bytes of an article, or why there are none.
#[derive(Debug, Clone)]
pub enum Content {
    /// The file as it lies on disk.
    Bytes(Vec<u8>),
    /// It could not be had.
    Unreadable {
        /// Why, in one sentence.
        why: String,
        /// 1-based line of the file it should have come from, where there is one.
        line: Option<usize>,
    },
}

/// How an article is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Format {
    /// Plain text, a line or several a paragraph.
    Text,
    /// CommonMark, with or without front matter.
    Markdown,
}

impl Format {
    /// By the extension of the name; plain text where it says nothing.
    pub fn of_name(name: &str) -> Self {
        let extension = name.rsplit_once('.').map_or("", |(_, extension)| extension);
        match extension.to_ascii_lowercase().as_str() {
            "md" | "markdown" => Self::Markdown,
            _ => Self::Text,
        }
    }
}

impl Input {
    /// A file without metadata.
    pub fn new(name: impl Into<String>, bytes: impl Into<Vec<u8>>) -> Self {
        let content = Content::Bytes(bytes.into());
        Self { name: name.into(), meta: Metadata::default(), format: None, content, notes: Vec::new() }
    }

    /// A file that could not be had; `why` is one sentence.
    pub fn unreadable(name: impl Into<String>, why: impl Into<String>) -> Self {
        let content = Content::Unreadable { why: why.into(), line: None };
        Self { name: name.into(), meta: Metadata::default(), format: None, content, notes: Vec::new() }
    }

    /// The same with metadata.
    pub fn with_meta(self, meta: Metadata) -> Self {
        Self { meta, ..self }
    }
}

/// One article a line.
pub fn json_lines(name: &str, bytes: &[u8]) -> Vec<Input> {
    #[derive(serde::Deserialize)]
    struct Line {
        id: String,
        text: String,
        publisher: Option<String>,
        published: Option<String>,
    }
    let lines = String::from_utf8_lossy(bytes);
    let lines = lines.lines().enumerate().filter(|(_, line)| !line.trim().is_empty());
    lines
        .map(|(at, line)| match serde_json::from_str::<Line>(line) {
            Ok(line) => Input::new(line.id, line.text).with_meta(Metadata {
                publisher: line.publisher,
                published: line.published,
                ..Metadata::default()
            }),
            Err(error) => Input::unreadable(format!("{name}:{}", at + 1), error.to_string()),
        })
        .collect()
}

/// A `sources.toml`.
#[derive(Debug)]
pub struct Manifest {
    file: String,
    text: String,
    sources: std::collections::BTreeMap<toml::Spanned<String>, Metadata>,
}

impl Manifest {
    /// Reads `text`, which stands in `file`.
    pub fn parse(file: &str, text: &str) -> Result<Self, crate::Error> {
        let sources = toml::from_str(text)
            .map_err(|error| crate::Error::manifest(error.message()).at(file, text, error.span().unwrap_or(0..0)))?;
        Ok(Self { file: file.to_owned(), text: text.to_owned(), sources })
    }

    /// What is known of a source.
    pub fn get(&self, name: &str) -> Option<&Metadata> {
        self.sources.iter().find(|(known, _)| known.get_ref() == name).map(|(_, meta)| meta)
    }

    /// Whether every entry is one of `names`.
    pub fn check_names(&self, names: &[String]) -> Result<(), crate::Error> {
        match self.sources.keys().find(|known| !names.contains(known.get_ref())) {
            Some(known) => Err(crate::Error::manifest(format!("there is no article \"{}\"", known.get_ref()))
                .at(&self.file, &self.text, known.span())),
            None => Ok(()),
        }
    }
}

/// One article.
#[derive(Debug, Clone)]
pub struct Source {
    /// Path relative to the folder given, with `/`, or the id of its JSON line.
    pub name: String,
    /// The raw text, as it lies on disk.
    pub text: String,
    /// Starts of its lines.
    pub lines: LineIndex,
    /// Metadata given from outside. What is not given is filled in where the text shows it: title, language, and the day
    /// of publication from a date line in digits.
    pub meta: Metadata,
    /// Its blocks in the order of the text; together they hold every character that is not white space.
    pub blocks: Vec<Block>,
    /// What went wrong or was left out while reading it.
    pub notes: Vec<Note>,
}

/// One passage of an article.
#[derive(Debug, Clone)]
pub struct Block {
    /// What the passage is.
    pub kind: BlockKind,
    /// Its raw bytes, without white space at either end.
    pub span: Span,
    /// Whether it belongs to another story: navigation above the article, headlines below it.
    pub foreign: bool,
    /// Its sentences, in order; together they hold every character that is not white space.
    pub sentences: Vec<Sentence>,
}

/// What a block is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum BlockKind {
    /// The headline.
    Title,
    /// The paragraph that sums the story up.
    Lede,
    /// Running text.
    Body,
    /// The line under a picture.
    Caption,
    /// An item of a list.
    ListItem,
    /// A short text that leads to another story.
    Teaser,
    /// Author, agency, date line, address.
    Meta,
    /// Navigation and page furniture.
    Boilerplate,
}

impl BlockKind {
    /// The name in reports: "title", "list-item", ….
    pub fn name(self) -> &'static str {
        match self {
            Self::Title => "title",
            Self::Lede => "lede",
            Self::Body => "body",
            Self::Caption => "caption",
            Self::ListItem => "list-item",
            Self::Teaser => "teaser",
            Self::Meta => "meta",
            Self::Boilerplate => "boilerplate",
        }
    }
}

/// One sentence.
#[derive(Debug, Clone)]
pub struct Sentence {
    /// Its raw bytes, without white space at either end.
    pub span: Span,
    /// Its text for matching.
    pub text: Derived,
    /// Tag of the pack that reads it; `None` when its language is unknown.
    pub language: Option<String>,
}

#[cfg(test)]
mod tests;
