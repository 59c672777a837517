use super::{Metadata, Note, Saying};

/// One article as it is handed to the library.
#[derive(Debug, Clone)]
pub struct Input {
    /// Path relative to the folder given, with `/`, or the id of its JSON line.
    pub name: String,
    /// What is known beside the text; it wins over what the text says.
    pub meta: Metadata,
    /// How it is written; `None` lets the extension of the name decide.
    pub format: Option<Format>,
    /// The charset that whoever sent it named, if it is text.
    pub charset: Option<String>,
    /// 1-based line of its file on which it starts, where the file has several articles and lines.
    pub line: Option<usize>,
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
        /// Why.
        why: Saying,
        /// 1-based line of the file it should have come from, where there is one.
        line: Option<usize>,
    },
}

/// How a file is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Format {
    /// Plain text, a line or several a paragraph.
    Text,
    /// CommonMark, with or without front matter.
    Markdown,
    /// A saved web page.
    Html,
    /// HTML without the page around it: a mail, an entry of a feed.
    Fragment,
    /// A Word document.
    Docx,
    /// An electronic book.
    Epub,
    /// A file that only another program can read, as a PDF file.
    Pdf,
    /// One JSON object a line, each an article.
    JsonLines,
    /// Values with commas, semicolons or tabs between them, each record an article.
    Table,
    /// RSS, Atom or JSON Feed, each entry an article.
    Feed,
    /// A mail with what is attached to it.
    Mail,
    /// An archive of any of these.
    Zip,
}

impl Format {
    /// The endings of names, without the full stop, and what they stand for.
    pub const ENDINGS: [(&'static str, Self); 19] = [
        ("txt", Self::Text),
        ("text", Self::Text),
        ("md", Self::Markdown),
        ("markdown", Self::Markdown),
        ("html", Self::Html),
        ("htm", Self::Html),
        ("xhtml", Self::Html),
        ("docx", Self::Docx),
        ("epub", Self::Epub),
        ("pdf", Self::Pdf),
        ("jsonl", Self::JsonLines),
        ("ndjson", Self::JsonLines),
        ("csv", Self::Table),
        ("tsv", Self::Table),
        ("rss", Self::Feed),
        ("atom", Self::Feed),
        ("eml", Self::Mail),
        ("zip", Self::Zip),
        ("mht", Self::Mail),
    ];

    /// By an ending without its full stop.
    pub fn of_ending(ending: &str) -> Option<Self> {
        let known = Self::ENDINGS
            .iter()
            .find(|(known, _)| known.eq_ignore_ascii_case(ending));
        known.map(|(_, format)| *format)
    }

    /// By the extension of the name; plain text where it says nothing.
    pub fn of_name(name: &str) -> Self {
        let file = name.rsplit('/').next().unwrap_or(name);
        let extension = file.rsplit_once('.').map_or("", |(_, extension)| extension);
        Self::of_ending(extension).unwrap_or(Self::Text)
    }

    /// By the extension of the name, and by the first bytes where it says nothing.
    pub fn of(name: &str, bytes: &[u8]) -> Self {
        let file = name.rsplit('/').next().unwrap_or(name);
        let extension = file.rsplit_once('.').map_or("", |(_, extension)| extension);
        Self::of_ending(extension).unwrap_or_else(|| Self::of_bytes(bytes))
    }

    fn of_bytes(bytes: &[u8]) -> Self {
        const HEAD: usize = 4_096;
        let head = bytes.get(..HEAD).unwrap_or(bytes);
        let head = head.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(head);
        let has = |sign: &[u8]| head.windows(sign.len()).any(|part| part == sign);
        if head.starts_with(b"%PDF-") {
            return Self::Pdf;
        }
        if head.starts_with(b"PK\x03\x04") {
            return if has(b"application/epub+zip") {
                Self::Epub
            } else if has(b"[Content_Types].xml") || has(b"word/") {
                Self::Docx
            } else {
                Self::Zip
            };
        }
        let text = String::from_utf8_lossy(head).to_ascii_lowercase();
        let text = text.trim_start();
        if text.starts_with("<!doctype html") || text.starts_with("<html") {
            Self::Html
        } else if text.starts_with("<rss")
            || text.starts_with("<feed")
            || text.starts_with("<?xml") && (text.contains("<rss") || text.contains("<feed"))
        {
            Self::Feed
        } else {
            Self::Text
        }
    }

    /// Whether a file holds several articles.
    pub fn is_container(self) -> bool {
        matches!(
            self,
            Self::JsonLines | Self::Table | Self::Feed | Self::Mail | Self::Zip
        )
    }

    /// The name in reports: "text", "html", ….
    pub fn name(self) -> &'static str {
        match self {
            Self::Text => "text",
            Self::Markdown => "markdown",
            Self::Html | Self::Fragment => "html",
            Self::Docx => "docx",
            Self::Epub => "epub",
            Self::Pdf => "pdf",
            Self::JsonLines => "jsonl",
            Self::Table => "csv",
            Self::Feed => "feed",
            Self::Mail => "mail",
            Self::Zip => "zip",
        }
    }

    /// Whether spans are bytes of the file itself, and not of the text taken out of it.
    pub fn keeps_bytes(self) -> bool {
        matches!(self, Self::Text | Self::Markdown)
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
            charset: None,
            line: None,
            content,
            notes: Vec::new(),
        }
    }

    /// A file that could not be had, and why.
    pub fn unreadable(name: impl Into<String>, why: Saying) -> Self {
        let content = Content::Unreadable { why, line: None };
        Self {
            name: name.into(),
            meta: Metadata::default(),
            format: None,
            charset: None,
            line: None,
            content,
            notes: Vec::new(),
        }
    }

    /// Bytes that are held of it, with what is known beside it. None of what could not be had.
    pub fn held(&self) -> usize {
        match &self.content {
            Content::Bytes(bytes) => bytes.len() + self.meta.held(),
            Content::Unreadable { .. } => 0,
        }
    }

    /// The same with metadata.
    pub fn with_meta(self, meta: Metadata) -> Self {
        Self { meta, ..self }
    }
}
