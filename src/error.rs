//! The library's one error type: opaque, with predicates, and with the place in a file where there is one.

use std::fmt;

use annotate_snippets::{AnnotationKind, Level, Renderer, Snippet};

/// Why the library could not do what it was asked.
///
/// Trouble with a single article is no error: it is a note in the report.
#[derive(Debug, Clone)]
pub struct Error {
    kind: Kind,
    message: String,
    place: Option<Place>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Kind {
    Pack,
    Manifest,
    Snapshot,
    Config,
}

/// A half-open byte range in a named file, with the text needed to show it.
#[derive(Debug, Clone)]
struct Place {
    file: String,
    text: String,
    start: usize,
    end: usize,
}

impl Error {
    /// A rule pack that cannot be used.
    pub(crate) fn pack(message: impl Into<String>) -> Self {
        Self {
            kind: Kind::Pack,
            message: message.into(),
            place: None,
        }
    }

    /// A `sources.toml` that cannot be used.
    pub(crate) fn manifest(message: impl Into<String>) -> Self {
        Self {
            kind: Kind::Manifest,
            message: message.into(),
            place: None,
        }
    }

    /// A snapshot that cannot be used.
    pub(crate) fn snapshot(message: impl Into<String>) -> Self {
        Self {
            kind: Kind::Snapshot,
            message: message.into(),
            place: None,
        }
    }

    /// A `crosscheck.toml` that cannot be used.
    pub(crate) fn config(message: impl Into<String>) -> Self {
        Self {
            kind: Kind::Config,
            message: message.into(),
            place: None,
        }
    }

    /// Adds the place: `range` is half-open, in bytes of `text`.
    pub(crate) fn at(mut self, file: &str, text: &str, range: std::ops::Range<usize>) -> Self {
        let end = range.end.min(text.len());
        self.place = Some(Place {
            file: file.to_owned(),
            text: text.to_owned(),
            start: range.start.min(end),
            end,
        });
        self
    }

    /// Whether a rule pack is at fault.
    pub fn is_pack(&self) -> bool {
        self.kind == Kind::Pack
    }

    /// Whether a `sources.toml` is at fault.
    pub fn is_manifest(&self) -> bool {
        self.kind == Kind::Manifest
    }

    /// Whether a snapshot is at fault.
    pub fn is_snapshot(&self) -> bool {
        self.kind == Kind::Snapshot
    }

    /// Whether a `crosscheck.toml` is at fault.
    pub fn is_config(&self) -> bool {
        self.kind == Kind::Config
    }

    /// File, 1-based line and 1-based column in code points, where the error has a place.
    pub fn location(&self) -> Option<(&str, usize, usize)> {
        let place = self.place.as_ref()?;
        let before = place.text.get(..place.start)?;
        let line = before.matches('\n').count() + 1;
        let column = before.rsplit('\n').next().unwrap_or("").chars().count() + 1;
        Some((&place.file, line, column))
    }

    /// The error with an excerpt of the file and a mark under the place, in plain text.
    pub fn excerpt(&self) -> String {
        let Some(place) = &self.place else {
            return format!("error: {}", self.message);
        };
        let snippet = Snippet::source(&place.text)
            .path(&place.file)
            .annotation(AnnotationKind::Primary.span(place.start..place.end));
        let report = [Level::ERROR.primary_title(&self.message).element(snippet)];
        Renderer::plain().render(&report)
    }
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.location() {
            Some((file, line, column)) => write!(f, "{file}:{line}:{column}: {}", self.message),
            None => f.write_str(&self.message),
        }
    }
}

impl std::error::Error for Error {}
