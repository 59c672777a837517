//! Articles as blocks and sentences: bytes in, [`Source`] out, one file per input format.

mod block;
mod cue;
mod cue_names;
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

pub(crate) use cue_names::CueNames;
pub use input::{Content, Format, Input};
pub use json_lines::json_lines;
pub use language::language;
pub use manifest::Manifest;
pub use note::Note;
pub use read::{Reader, read};

use crate::text::{Derived, LineIndex, Span};

/// What is known of an article beside its text.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
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
