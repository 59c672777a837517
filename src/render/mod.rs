//! One file per output format, each a function over the report. Nothing is sorted or counted here.
//!
//! Text of an article reaches the output only through [`visible`] or, in JSON, as escapes: an article cannot steer a
//! terminal, turn text around or hide characters.

mod claim_line;
mod claim_list;
mod concise;
mod csv;
mod decisions;
mod excerpt;
mod finding;
mod github;
mod grounds;
mod html;
mod index;
mod json;
mod jsonl;
mod junit;
mod markdown;
mod own;
mod sarif;
mod terminal;
mod unit;
mod value;
mod visible;
mod words;

pub use claim_list::claim_list;
pub use concise::concise;
pub use csv::csv;
pub use decisions::{Absent, Baseline, Decisions, Standing};
pub use github::github;
pub use html::{UiLanguage, html};
pub use json::json;
pub use jsonl::{jsonl, records};
pub use junit::junit;
pub use markdown::markdown;
pub use own::is_report;
pub use sarif::sarif;
pub use terminal::terminal;
pub use visible::visible;

/// How a report is laid out; what it says does not depend on it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Options<'a> {
    /// Whether to write ANSI colours. Only the formats for a terminal have any.
    pub color: bool,
    /// Columns of the page; excerpts are shortened to fit. Less than 40 counts as 40.
    pub width: usize,
    /// Language of the words around the articles. Only the HTML report has more than one.
    pub ui_language: UiLanguage,
    /// What people decided about the findings; `None` where nothing was.
    pub decisions: Option<&'a Decisions>,
}

impl<'a> Options<'a> {
    fn decisions(&self) -> &'a Decisions {
        self.decisions.unwrap_or(&decisions::NONE)
    }
}

impl Default for Options<'_> {
    fn default() -> Self {
        Self {
            color: false,
            width: 100,
            ui_language: UiLanguage::English,
            decisions: None,
        }
    }
}

#[cfg(test)]
pub(crate) mod sample;
#[cfg(test)]
mod tests;
