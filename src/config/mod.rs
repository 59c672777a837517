//! `crosscheck.toml`: settings, and what editors decided.
//!
//! This module is handed the text of the file and gives checked values, each with its line. It knows no file and no day:
//! the command line finds the file and says which day it is.

mod baseline;
mod decide;
mod names;
mod read;
mod schema;
mod waiver;

pub use decide::shown;
pub use names::{finding_name, severity_name};
pub use read::day;
pub use waiver::Waiver;

use std::collections::BTreeMap;
use std::ops::Range;

use crate::Error;
use crate::check::Link;

/// A checked configuration.
#[derive(Debug, Clone)]
pub struct Config {
    file: String,
    text: String,
    /// What the command line can say too.
    pub settings: Settings,
    /// Severities other than the default: names of findings to error, warning or info.
    pub severities: BTreeMap<String, Placed<String>>,
    /// Findings that do not fail, in the order of the file.
    pub waivers: Vec<Waiver>,
    /// Claims that are one fact, or never one.
    pub links: Vec<Link>,
}

/// Settings as written. A folder or file is relative to the folder of the configuration.
#[derive(Debug, Clone, Default)]
pub struct Settings {
    /// Articles, when the command line names none.
    pub paths: Option<Placed<Vec<String>>>,
    /// EDTF date.
    pub as_of: Option<Placed<String>>,
    /// How the articles are written.
    pub input_format: Option<Placed<String>>,
    /// Folder of rules.
    pub rules: Option<Placed<String>>,
    /// Threads.
    pub jobs: Option<Placed<usize>>,
    /// No progress and no remarks.
    pub quiet: Option<Placed<bool>>,
    /// Form of the report.
    pub format: Option<Placed<String>>,
    /// Names of findings or severities; checked.
    pub fail_on: Option<Placed<Vec<String>>>,
    /// File of an accepted report.
    pub baseline: Option<Placed<String>>,
    /// File of the snapshot.
    pub snapshot: Option<Placed<String>>,
    /// Whether obsolete entries of the snapshot fail.
    pub fail_on_obsolete: Option<Placed<bool>>,
}

/// A value and where it stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Placed<T> {
    /// The value.
    pub value: T,
    /// 1-based line.
    pub line: usize,
    range: Range<usize>,
}

impl Config {
    /// The name of the file, as it was given.
    pub fn file(&self) -> &str {
        &self.file
    }

    /// An error at the place of `value`.
    pub fn fault<T>(&self, value: &Placed<T>, message: impl Into<String>) -> Error {
        Error::config(message).at(&self.file, &self.text, value.range.clone())
    }
}

/// The keys of the file, those of tables as `table.key`; the documentation has all of them.
pub const KEYS: [&str; 25] = [
    "paths",
    "as-of",
    "input-format",
    "rules",
    "jobs",
    "quiet",
    "format",
    "fail-on",
    "baseline",
    "snapshot.file",
    "snapshot.fail-on-obsolete",
    "severity",
    "waiver.fact",
    "waiver.finding",
    "waiver.text",
    "waiver.source",
    "waiver.reason",
    "waiver.owner",
    "waiver.expires",
    "must-link.claims",
    "must-link.reason",
    "must-link.owner",
    "cannot-link.claims",
    "cannot-link.reason",
    "cannot-link.owner",
];

#[cfg(test)]
mod tests;
