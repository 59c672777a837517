//! Remarks on a source, and their names.

use super::Saying;

/// The source or a line of it could not be had at all.
pub const SOURCE_UNREADABLE: &str = "source-unreadable";
/// The bytes are no UTF-8.
pub const NOT_UTF_8: &str = "not-utf-8";
/// There is no text in it.
pub const SOURCE_EMPTY: &str = "source-empty";
/// It is no text file.
pub const SOURCE_BINARY: &str = "source-binary";
/// A line is longer than what is read of one and was left out.
pub const LINE_TOO_LONG: &str = "line-too-long";
/// Two sources had the same name, and one was renamed.
pub const SOURCE_RENAMED: &str = "source-renamed";
/// A limit cut a source short or kept it out.
pub const LIMIT_REACHED: &str = "limit-reached";
/// A source is broken and was read in part.
pub const SOURCE_DAMAGED: &str = "source-damaged";
/// The text was in another charset than UTF-8 and was converted.
pub const CHARSET_CONVERTED: &str = "charset-converted";
/// Bytes of the text are of no charset and were replaced.
pub const CHARSET_DAMAGED: &str = "charset-damaged";
/// Tracked changes of a document were read as accepted.
pub const TRACKED_CHANGES: &str = "tracked-changes";
/// The text holds characters that deceive a reader.
pub const SUSPICIOUS_TEXT: &str = "suspicious-text";
/// Another source has the same address.
pub const SAME_ADDRESS: &str = "same-address";
/// A value beside the text could not be used, as a date of publication that is no date.
pub const METADATA_IGNORED: &str = "metadata-ignored";

/// Something the reader of the report must know about a source.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Note {
    /// One of the names of this module.
    pub name: &'static str,
    /// What there is to say.
    pub says: Saying,
    /// 1-based line of the source, where there is one.
    pub line: Option<usize>,
}

impl Note {
    /// A remark without a line.
    pub fn new(name: &'static str, says: Saying) -> Self {
        Self {
            name,
            says,
            line: None,
        }
    }

    /// What the limit `limit` kept out.
    pub fn of_limit(limit: &'static str, says: Saying) -> Self {
        Self::new(LIMIT_REACHED, says.at_limit(limit))
    }

    /// Why a source could not be had: one remark, and a second one where a limit kept it out.
    pub fn of_loss(why: Saying, line: Option<usize>) -> Vec<Self> {
        let names = [LIMIT_REACHED, SOURCE_UNREADABLE];
        let names = &names[usize::from(why.limit.is_none())..];
        let note = |name: &&'static str| Self {
            line,
            ..Self::new(name, why.clone())
        };
        names.iter().map(note).collect()
    }

    /// The same, on the 1-based line `line`.
    pub fn on_line(self, line: usize) -> Self {
        Self {
            line: Some(line),
            ..self
        }
    }
}
