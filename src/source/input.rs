use super::{Metadata, Note};

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
        Self {
            name: name.into(),
            meta: Metadata::default(),
            format: None,
            content,
            notes: Vec::new(),
        }
    }

    /// A file that could not be had; `why` is one sentence.
    pub fn unreadable(name: impl Into<String>, why: impl Into<String>) -> Self {
        let content = Content::Unreadable {
            why: why.into(),
            line: None,
        };
        Self {
            name: name.into(),
            meta: Metadata::default(),
            format: None,
            content,
            notes: Vec::new(),
        }
    }

    /// The same with metadata.
    pub fn with_meta(self, meta: Metadata) -> Self {
        Self { meta, ..self }
    }
}
