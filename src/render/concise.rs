//! A line a finding, for editors, `grep` and logs.

use std::io::{Result, Write};

use super::finding::{Finding, listed};
use super::index::Index;
use super::{Options, visible, words};
use crate::report::Report;

/// `path:line:column: severity name message`, the column in code points. A remark on a whole article stands at `1:1`, one
/// on a whole line in column 1.
pub fn concise(report: &Report, options: &Options<'_>, out: &mut dyn Write) -> Result<()> {
    let index = Index::new(report);
    for finding in listed(report, &index, options.decisions()) {
        writeln!(out, "{}", line(&finding))?;
    }
    Ok(())
}

/// The line of one finding, without its end.
pub(super) fn line(finding: &Finding<'_>) -> String {
    let place = finding.places.first().map_or_else(String::new, |place| {
        let (line, column) = place.start.unwrap_or((1, 1));
        format!("{}:{line}:{}", visible(place.source), column.max(1))
    });
    let (severity, name) = (finding.severity.name(), visible(finding.name));
    let waived = finding
        .waived
        .map(|reason| format!(" ({})", visible(&words::waived(reason))))
        .unwrap_or_default();
    format!("{place}: {severity} {name} {}{waived}", finding.text())
}
