//! Articles as blocks and sentences: bytes in, [`Source`] out, one file per input format.

mod address;
mod archive;
mod block;
mod charset;
mod columns;
mod content;
mod cue;
mod cue_firsts;
mod cue_names;
mod docx;
mod email;
mod epub;
mod extract;
mod feed;
mod front_matter;
mod html;
mod input;
mod json_lines;
mod language;
mod limits;
mod line;
mod manifest;
mod markdown;
mod metadata;
pub mod note;
mod passage;
mod published;
mod read;
mod saying;
mod sentence;
mod suspicious;
mod table;
mod tail;
mod tally;
mod text_file;
mod title;
mod unpack;
mod xml;

pub(crate) use address::mark_same_address;
pub use columns::{Columns, Reading};
pub(crate) use cue_names::CueNames;
pub use input::{Content, Format, Input};
pub use json_lines::{json_lines, json_lines_from};
pub use language::language;
pub use limits::Limits;
pub use manifest::{Manifest, Unmatched};
pub use metadata::Metadata;
pub use note::Note;
pub use read::{Reader, read};
pub use saying::{Filling, Saying};
pub use unpack::unpack;

use crate::text::{Derived, LineIndex, Span};

/// One article.
#[derive(Debug, Clone)]
pub struct Source {
    /// Path relative to the folder given, with `/`, or the id of its JSON line.
    pub name: String,
    /// How the file is written.
    pub format: Format,
    /// Whether spans are bytes of a text that was taken out of the file, and not of the file itself.
    pub extracted: bool,
    /// The raw text: as it lies on disk, or as it was taken out of a file that is no text in UTF-8.
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
    /// Whether the markup says that it serves the page: a menu, comments, headlines of other stories. Its figures are no
    /// claims of the article.
    pub furniture: bool,
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
