//! How much of a report GitHub takes.
//!
//! Source: GitHub's documentation, "SARIF results exceed one or more limits" and "SARIF support for code scanning": 25,000
//! results a run, 1,000 locations a result of which 100 are kept, 10 tags a rule, 1,024 characters of a text, and 10 MB for
//! the file compressed with gzip. It shows the 5,000 most severe results of a run.

/// Results of a run.
pub(super) const MOST_RESULTS: usize = 25_000;

/// Bytes of results and artifacts, before compression: what compresses badly stays under the limit too. The rest of the file
/// is a few kilobytes.
pub(super) const LARGEST_FILE: usize = 9_900_000;

/// Places of a result.
pub(super) const MOST_PLACES: usize = 100;

/// Characters of a message.
pub(super) const LONGEST_TEXT: usize = 1_000;

/// The first characters of `text`, with a sign where it is cut.
pub(super) fn shortened(text: &str) -> String {
    match text.char_indices().nth(LONGEST_TEXT) {
        Some((at, _)) => format!("{}…", text.get(..at).unwrap_or(text)),
        None => text.to_owned(),
    }
}
