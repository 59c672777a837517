//! The claims alone, for people.

use std::io::{Result, Write};

use super::excerpt::Excerpt;
use super::index::place;
use super::value::plain;
use super::{Options, visible, words};
use crate::report::Report;

/// Things left out that are listed one by one; the rest is counted.
const LOSSES: usize = 100;

/// One claim a paragraph: its place, kind, value and unit, and its sentence with a mark under the value. Then what was left
/// out of the sources; the last line counts.
pub fn claim_list(report: &Report, options: &Options, out: &mut dyn Write) -> Result<()> {
    let width = options.width.max(40) - 2;
    for claim in &report.claims {
        let value = claim
            .value
            .as_deref()
            .map_or(words::NO_VALUE.to_owned(), |value| plain(value, claim));
        writeln!(
            out,
            "{}: {} {}",
            place(claim),
            visible(&claim.kind),
            visible(&value)
        )?;
        let excerpt = Excerpt::of_claim(claim, width);
        let (gap, length) = excerpt.underline();
        writeln!(out, "  {}{}{}", excerpt.before, excerpt.core, excerpt.after)?;
        writeln!(out, "  {}{}", " ".repeat(gap), "^".repeat(length))?;
    }
    let losses = || {
        let sources = report.sources.iter();
        sources.flat_map(|source| source.losses().map(move |note| (source, note)))
    };
    for (source, note) in losses().take(LOSSES) {
        let line = note.line.map(|line| format!(":{line}")).unwrap_or_default();
        let (text, name) = (words::remark(note), visible(&note.name));
        writeln!(
            out,
            "{}{line}: {} ({name})",
            visible(&source.source),
            visible(&text)
        )?;
    }
    let left = losses().count().saturating_sub(LOSSES);
    if left > 0 {
        writeln!(out, "{}", words::more_remarks(left))?;
    }
    let summary = &report.summary;
    let (sources, claims) = (
        words::count(summary.sources, words::SOURCE),
        words::count(summary.claims, words::CLAIM),
    );
    writeln!(
        out,
        "{sources}, {claims}; {}.",
        visible(&words::ignored(summary))
    )
}
