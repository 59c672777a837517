//! A line of JSON at a time, for other programs.

use std::io::{Result, Write};

use super::Options;
use super::json::escape_hidden;
use crate::report::{Claim, Report};
use crate::text::{Span, all_plain};

/// One claim a line, with the keys it has in the JSON report.
pub fn jsonl(report: &Report, _options: &Options<'_>, out: &mut dyn Write) -> Result<()> {
    let mut line = Vec::new();
    for claim in &report.claims {
        line.clear();
        claim_into(claim, &mut line)?;
        line.push(b'\n');
        out.write_all(&line)?;
    }
    Ok(())
}

/// The claim as serde writes it, key by key: most of what an extraction writes is plain text, which needs one look and one
/// copy here.
fn claim_into(claim: &Claim, line: &mut Vec<u8>) -> Result<()> {
    let optional = |text: &Option<String>, line: &mut Vec<u8>| match text {
        Some(text) => string(text, line),
        None => {
            line.extend_from_slice(b"null");
            Ok(())
        }
    };
    line.extend_from_slice(b"{\"id\":");
    string(&claim.id, line)?;
    line.extend_from_slice(b",\"source\":");
    string(&claim.source, line)?;
    line.extend_from_slice(b",\"block\":");
    string(&claim.block, line)?;
    span(",\"span\":", claim.span, line)?;
    span(",\"core\":", claim.core, line)?;
    write!(
        line,
        ",\"line\":{},\"column\":{},\"quote\":",
        claim.line, claim.column
    )?;
    string(&claim.quote, line)?;
    line.extend_from_slice(b",\"kind\":");
    string(&claim.kind, line)?;
    line.extend_from_slice(b",\"value\":");
    optional(&claim.value, line)?;
    line.extend_from_slice(b",\"qualifier\":");
    string(&claim.qualifier, line)?;
    line.extend_from_slice(b",\"unit\":");
    optional(&claim.unit, line)?;
    line.extend_from_slice(b",\"subjects\":");
    strings(&claim.subjects, line)?;
    line.extend_from_slice(b",\"attribution\":");
    optional(&claim.attribution, line)?;
    line.extend_from_slice(b",\"modality\":");
    string(&claim.modality, line)?;
    line.extend_from_slice(b",\"rules\":");
    strings(&claim.rules, line)?;
    span(",\"sentence\":", claim.sentence, line)?;
    line.extend_from_slice(b",\"context\":");
    string(&claim.context, line)?;
    line.push(b'}');
    Ok(())
}

fn span(key: &str, span: Span, line: &mut Vec<u8>) -> Result<()> {
    let Span { start, end } = span;
    write!(line, "{key}{{\"start\":{start},\"end\":{end}}}")
}

fn strings(texts: &[String], line: &mut Vec<u8>) -> Result<()> {
    line.push(b'[');
    for (number, text) in texts.iter().enumerate() {
        if number > 0 {
            line.push(b',');
        }
        string(text, line)?;
    }
    line.push(b']');
    Ok(())
}

fn string(text: &str, line: &mut Vec<u8>) -> Result<()> {
    if !all_plain(text) {
        line.extend_from_slice(escape_hidden(&serde_json::to_string(text)?).as_bytes());
        return Ok(());
    }
    line.push(b'"');
    let mut rest = text.as_bytes();
    while let Some(at) = rest.iter().position(|byte| matches!(byte, b'"' | b'\\')) {
        line.extend_from_slice(&rest[..at]);
        line.extend_from_slice(&[b'\\', rest[at]]);
        rest = &rest[at + 1..];
    }
    line.extend_from_slice(rest);
    line.push(b'"');
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
