//! The part of a sentence that fits on a line, and where its figure stands in it.

use std::ops::Range;

use unicode_normalization::UnicodeNormalization;
use unicode_segmentation::UnicodeSegmentation;
use unicode_width::UnicodeWidthStr;

use super::visible;
use crate::report::Claim;

const CUT: &str = "…";

/// One line of a sentence around its core: NFC, white space as single spaces, hidden characters made visible.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Excerpt {
    pub before: String,
    pub core: String,
    pub after: String,
}

impl Excerpt {
    /// The sentence of `claim` in at most `width` terminal columns; where its spans do not fit its text, the quote alone.
    pub fn of_claim(claim: &Claim, width: usize) -> Self {
        let start = claim.core.start.checked_sub(claim.sentence.start);
        let end = claim.core.end.checked_sub(claim.sentence.start);
        match (start, end) {
            (Some(start), Some(end)) if start < end && claim.context.get(start..end).is_some() => {
                Self::new(&claim.context, start..end, width)
            }
            _ => Self::new(&claim.quote, 0..claim.quote.len(), width),
        }
    }

    /// `core` is a byte range of `text`, on character boundaries.
    pub fn new(text: &str, core: Range<usize>, width: usize) -> Self {
        let part = |range: Range<usize>| one_line(text.get(range).unwrap_or(""));
        let before = part(0..core.start).trim_start().to_owned();
        let after = part(core.end..text.len()).trim_end().to_owned();
        let core = first_columns(&part(core), width);
        let room = width.saturating_sub(columns(&core));
        // Each side gets half of the room and what the other side leaves over.
        let half = room / 2;
        let left = room.saturating_sub(columns_to(&after, room)).max(half);
        let before = last_columns(&before, left);
        let after = first_columns(&after, room.saturating_sub(columns(&before)));
        Self {
            before,
            core,
            after,
        }
    }

    /// Columns before the core, and columns of the core (at least one).
    pub fn underline(&self) -> (usize, usize) {
        (columns(&self.before), columns(&self.core).max(1))
    }
}

/// The first `width` columns of `text` on one line, for passages without a core.
pub(super) fn head(text: &str, width: usize) -> String {
    first_columns(one_line(text).trim(), width)
}

/// Columns of a terminal that `text` takes.
pub(super) fn columns(text: &str) -> usize {
    text.graphemes(true).map(UnicodeWidthStr::width).sum()
}

/// The same, counted no further than past `most`: of a long sentence a line shows little.
fn columns_to(text: &str, most: usize) -> usize {
    let mut sum = 0;
    for grapheme in text.graphemes(true) {
        sum += grapheme.width();
        if sum > most {
            break;
        }
    }
    sum
}

/// `text` in NFC with white space as single spaces and hidden characters made visible.
pub(super) fn one_line(text: &str) -> String {
    let mut line = String::with_capacity(text.len());
    let mut in_space = false;
    for c in text.nfc() {
        if !c.is_whitespace() {
            line.push(c);
        } else if !in_space {
            line.push(' ');
        }
        in_space = c.is_whitespace();
    }
    visible(&line).into_owned()
}

/// As much of the start of `text` as fits, cut after a word where that loses little.
fn first_columns(text: &str, width: usize) -> String {
    let kept = fitting(text.graphemes(true), text, width);
    if kept == text.len() {
        return text.to_owned();
    }
    let kept = text.get(..kept).unwrap_or("");
    let kept = match kept.rfind(' ') {
        Some(space) if columns(kept.get(space..).unwrap_or("")) <= WORD => {
            kept.get(..space).unwrap_or(kept)
        }
        _ => kept,
    };
    format!("{}{CUT}", kept.trim_end())
}

/// As much of the end of `text` as fits, cut before a word where that loses little.
fn last_columns(text: &str, width: usize) -> String {
    let kept = fitting(text.graphemes(true).rev(), text, width);
    if kept == text.len() {
        return text.to_owned();
    }
    let kept = text.get(text.len() - kept..).unwrap_or("");
    let kept = match kept.find(' ') {
        Some(space) if columns(kept.get(..space).unwrap_or("")) <= WORD => {
            kept.get(space..).unwrap_or(kept)
        }
        _ => kept,
    };
    // The space before the core stays; those after the cut go.
    let trimmed = kept.trim_start();
    let space = if trimmed.is_empty() && !kept.is_empty() {
        " "
    } else {
        ""
    };
    format!("{CUT}{space}{trimmed}")
}

/// A longer stretch than this is cut inside.
const WORD: usize = 16;

/// Bytes of the leading `graphemes` that fit into `width` columns: all of `text`, or what leaves room for [`CUT`].
fn fitting<'a>(graphemes: impl Iterator<Item = &'a str>, text: &str, width: usize) -> usize {
    if columns_to(text, width) <= width {
        return text.len();
    }
    let mut room = width.saturating_sub(1);
    let mut bytes = 0;
    for grapheme in graphemes {
        let Some(left) = room.checked_sub(grapheme.width()) else {
            break;
        };
        room = left;
        bytes += grapheme.len();
    }
    bytes
}
