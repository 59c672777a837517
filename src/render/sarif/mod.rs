//! SARIF 2.1.0, for code scanning and for editors that show it: one run, a result a finding.
//!
//! The form is the OASIS standard's; the limits are those that GitHub states for uploads.

mod bounds;
mod place;
mod result;
mod rule;
#[cfg(test)]
mod tests;
mod uri;

use std::io::{Result, Write};

use serde_json::{Value, json};

use super::finding::listed;
use super::index::Index;
use super::json::escape_hidden;
use super::{Options, words};
use crate::report::Report;
use bounds::{LARGEST_FILE, MOST_RESULTS};
use place::Artifacts;

const SCHEMA: &str =
    "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json";

/// One run with a result for each finding apart from agreements, compatible facts and what is stated once; behind them what
/// the accepted report held and this one does not, as absent.
///
/// Columns are code points. Locations are relative to the folder that the names of the sources are relative to. A report
/// with more than GitHub takes is cut at its least important end, and a notification says so.
pub fn sarif(report: &Report, options: &Options<'_>, out: &mut dyn Write) -> Result<()> {
    let index = Index::new(report);
    let decisions = options.decisions();
    let mut log = Log {
        artifacts: Artifacts::new(report),
        results: Vec::new(),
        size: 0,
        left_out: 0,
    };
    for finding in listed(report, &index, decisions) {
        log.add(|artifacts| result::of(&finding, decisions, artifacts))?;
    }
    for absent in &decisions.absent {
        log.add(|artifacts| result::of_absent(absent, artifacts))?;
    }
    let Log {
        artifacts,
        results,
        left_out,
        ..
    } = log;
    let head = json!({
        "driver": {
            "name": "crosscheck",
            "version": env!("CARGO_PKG_VERSION"),
            "semanticVersion": env!("CARGO_PKG_VERSION"),
            "shortDescription": { "text": env!("CARGO_PKG_DESCRIPTION") },
            "rules": rule::all(decisions),
            "notifications": [rule::results_left_out()],
        }
    });
    writeln!(
        out,
        "{{\"$schema\":\"{SCHEMA}\",\"version\":\"2.1.0\",\"runs\":[{{"
    )?;
    writeln!(out, "\"tool\":{},", line(&head)?)?;
    writeln!(out, "\"columnKind\":\"unicodeCodePoints\",")?;
    writeln!(out, "\"originalUriBaseIds\":{},", line(&place::bases())?)?;
    writeln!(out, "\"invocations\":{},", line(&invocations(left_out))?)?;
    writeln!(out, "\"artifacts\":{},", line(&artifacts.list())?)?;
    writeln!(out, "\"properties\":{},", line(&counts(report))?)?;
    write!(out, "\"results\":[")?;
    for (at, result) in results.iter().enumerate() {
        write!(out, "{}\n{result}", if at == 0 { "" } else { "," })?;
    }
    writeln!(out, "]\n}}]}}")
}

/// Results, as many as may be uploaded.
struct Log<'a> {
    artifacts: Artifacts<'a>,
    results: Vec<String>,
    /// About how many bytes all of it takes.
    size: usize,
    left_out: usize,
}

impl<'a> Log<'a> {
    fn add(&mut self, result: impl FnOnce(&mut Artifacts<'a>) -> Value) -> Result<()> {
        let before = self.artifacts.size();
        if self.left_out > 0 || self.results.len() == MOST_RESULTS {
            self.left_out += 1;
            return Ok(());
        }
        let result = line(&result(&mut self.artifacts))?;
        self.size += result.len() + self.artifacts.size() - before;
        if self.size > LARGEST_FILE {
            self.left_out = 1;
        } else {
            self.results.push(result);
        }
        Ok(())
    }
}

fn line(value: &Value) -> Result<String> {
    let text = serde_json::to_string(value)?;
    Ok(escape_hidden(&text).into_owned())
}

/// The run went to its end: what could not be read are results.
fn invocations(left_out: usize) -> Value {
    let mut invocation = json!({ "executionSuccessful": true });
    if left_out > 0 {
        invocation["toolExecutionNotifications"] = json!([{
            "descriptor": { "id": rule::RESULTS_LEFT_OUT, "index": 0 },
            "level": "warning",
            "message": { "text": words::results_left_out(left_out) },
        }]);
    }
    json!([invocation])
}

/// What became of the facts that are no results.
fn counts(report: &Report) -> Value {
    let summary = &report.summary;
    json!({
        "sources": summary.sources,
        "claims": summary.claims,
        "conflicts": summary.conflicts,
        "possibleConflicts": summary.possible_conflicts,
        "updates": summary.updates,
        "agreements": summary.agreements,
        "compatible": summary.compatible,
        "uncorroborated": summary.uncorroborated,
        "duplicates": summary.duplicates,
    })
}
