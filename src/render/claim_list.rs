//! The claims alone, for people.

use std::io::{Result, Write};

use super::excerpt::Excerpt;
use super::index::place;
use super::value::plain;
use super::{Options, visible, words};
use crate::report::Report;

/// One claim a paragraph: its place, kind, value and unit, and its sentence with a mark under the value. The last line
/// counts.
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
