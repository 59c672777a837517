//! The claims alone, for other programs.

use std::io::{Result, Write};

use super::Options;
use super::json::escape_hidden;
use crate::report::Report;

/// One claim a line, with the keys it has in the JSON report.
pub fn jsonl(report: &Report, _options: &Options, out: &mut dyn Write) -> Result<()> {
    for claim in &report.claims {
        writeln!(out, "{}", escape_hidden(&serde_json::to_string(claim)?))?;
    }
    Ok(())
}
