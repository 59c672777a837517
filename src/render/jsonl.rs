//! A line of JSON at a time, for other programs.

use std::io::{Result, Write};

use super::json::escape_hidden;
use super::{Options, claim_line};
use crate::report::Report;

/// One claim a line, with the keys it has in the JSON report.
pub fn jsonl(report: &Report, _options: &Options<'_>, out: &mut dyn Write) -> Result<()> {
    let mut line = String::new();
    for claim in &report.claims {
        line.clear();
        claim_line::write(claim, &mut line)?;
        line.push('\n');
        out.write_all(line.as_bytes())?;
    }
    Ok(())
}

/// The whole report, an object a line. The key `record` says which list of the JSON report the line is an element of:
/// `source`, `claim`, `fact`, `duplicate` or `ignored`. The first line is `report` with the schema version, the last
/// one `summary`; what editors decided, if anything, is `decisions` before it.
pub fn records(report: &Report, _options: &Options<'_>, out: &mut dyn Write) -> Result<()> {
    let version = report.schema_version;
    writeln!(
        out,
        "{{\"record\":\"report\",\"schema_version\":{version}}}"
    )?;
    for source in &report.sources {
        record("source", &serde_json::to_string(source)?, out)?;
    }
    for claim in &report.claims {
        record("claim", &serde_json::to_string(claim)?, out)?;
    }
    for fact in &report.facts {
        record("fact", &serde_json::to_string(fact)?, out)?;
    }
    for duplicate in &report.duplicates {
        record("duplicate", &serde_json::to_string(duplicate)?, out)?;
    }
    for ignored in &report.ignored {
        record("ignored", &serde_json::to_string(ignored)?, out)?;
    }
    if !report.decisions.is_empty() {
        record("decisions", &serde_json::to_string(&report.decisions)?, out)?;
    }
    record("summary", &serde_json::to_string(&report.summary)?, out)
}

/// `object` with the key put in front of its own, which keep their order.
fn record(kind: &str, object: &str, out: &mut dyn Write) -> Result<()> {
    let keys = object.strip_prefix('{').unwrap_or(object);
    writeln!(out, "{{\"record\":\"{kind}\",{}", escape_hidden(keys))
}
