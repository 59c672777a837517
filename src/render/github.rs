//! Annotations on the changed files of a pull request, as GitHub Actions reads them from the log of a step.

use std::io::{Result, Write};

use super::finding::{Finding, listed};
use super::index::Index;
use super::{Options, concise, visible, words};
use crate::report::{Report, Severity};

/// Annotations of one level that GitHub shows of a step; what a step prints beyond them is dropped without a word.
const SHOWN: usize = 10;

/// `::error file=…,line=…,col=…::message`, columns in code points. Of each level at most ten are annotations, as
/// GitHub shows no more of a step; the last of them then says how many are left out, and the rest and what is waived
/// follow as plain lines in a folded group.
pub fn github(report: &Report, options: &Options<'_>, out: &mut dyn Write) -> Result<()> {
    let index = Index::new(report);
    let (waived, counting): (Vec<_>, Vec<_>) =
        listed(report, &index, options.decisions()).partition(|finding| finding.waived.is_some());
    let mut plain = Vec::new();
    for level in [Severity::Error, Severity::Warning, Severity::Info] {
        let of_level: Vec<_> = counting.iter().filter(|f| f.severity == level).collect();
        let room = if of_level.len() > SHOWN {
            SHOWN - 1
        } else {
            SHOWN
        };
        let (shown, left) = of_level.split_at(room.min(of_level.len()));
        for finding in shown {
            writeln!(out, "{}", annotation(finding))?;
        }
        if !left.is_empty() {
            let text = message(&words::not_annotated(left.len(), level.name()));
            writeln!(out, "::{}::{text}", command(level))?;
        }
        plain.extend_from_slice(left);
    }
    plain.extend(&waived);
    if plain.is_empty() {
        return Ok(());
    }
    writeln!(out, "::group::{}", message(&words::not_shown(plain.len())))?;
    for finding in plain {
        // The sign in front keeps the line from being read as a command, whatever the name of the file.
        writeln!(out, "- {}", concise::line(finding).replace("##[", "# #["))?;
    }
    writeln!(out, "::endgroup::")
}

fn annotation(finding: &Finding<'_>) -> String {
    let mut place = Vec::new();
    if let Some(first) = finding.places.first() {
        place.push(format!("file={}", property(first.source)));
        if let Some((line, column)) = first.start {
            place.push(format!("line={line}"));
            let end = first.end.filter(|(end, _)| *end == line);
            match end {
                // GitHub takes columns only for an annotation that stays on its line, the last one included.
                Some((_, end)) => {
                    place.push(format!("endLine={line},col={column},endColumn={}", end - 1))
                }
                None if column > 0 => place.push(format!("col={column}")),
                None => {}
            }
        }
    }
    place.push(format!("title={}", property(finding.name)));
    let (command, place) = (command(finding.severity), place.join(","));
    format!("::{command} {place}::{}", message(&finding.text()))
}

fn command(severity: Severity) -> &'static str {
    match severity {
        Severity::Error => "error",
        Severity::Warning => "warning",
        Severity::Info => "notice",
    }
}

/// What stands behind `::`. Line ends cannot be in it any more, but `%` starts an escape.
fn message(text: &str) -> String {
    visible(text).replace('%', "%25")
}

/// A value between commas.
fn property(text: &str) -> String {
    message(text).replace(':', "%3A").replace(',', "%2C")
}
