//! A table for spreadsheets: a row for each claim of a fact, each copied passage and each remark on a source.

use std::io::{Result, Write};

use super::finding::registered;
use super::index::Index;
use super::{Options, visible, words};
use crate::report::{Claim, Fact, Report, Severity};

pub(super) const COLUMNS: [&str; 22] = [
    "finding",
    "severity",
    "id",
    "verdict",
    "confidence",
    "about",
    "source",
    "publisher",
    "published",
    "line",
    "column",
    "block",
    "kind",
    "value",
    "qualifier",
    "unit",
    "origins",
    "modality",
    "attribution",
    "quote",
    "reason",
    "waived",
];

type Row<'a> = [&'a str; COLUMNS.len()];

/// RFC 4180 in UTF-8 without a byte order mark: a head line, lines end in CR LF, columns of the text in code points.
///
/// A cell that a spreadsheet would take for a formula gets an apostrophe in front; a plain negative number stays.
pub fn csv(report: &Report, options: &Options<'_>, out: &mut dyn Write) -> Result<()> {
    let index = Index::new(report);
    let decisions = options.decisions();
    let severity = |name: &str| {
        let usual = || registered(name).map_or(Severity::Warning, |(_, known)| known.severity);
        let severity = decisions.severities.get(name).copied();
        severity.unwrap_or_else(usual).name()
    };
    let waived = |id: &str| decisions.waived.get(id).map_or("", String::as_str);
    write_row(&COLUMNS, out)?;
    for fact in &report.facts {
        let name = match fact.kind() {
            Some(kind) if fact.verdict == "conflict" => kind.name,
            _ => &fact.verdict,
        };
        for group in &fact.values {
            let origins = group.origins.to_string();
            for claim in index.claims(&group.claims) {
                let (line, column) = (claim.line.to_string(), claim.column.to_string());
                let (publisher, published) = index.imprint_parts(&claim.source);
                let mut row = of_claim(claim);
                row[0] = name;
                row[1] = severity(name);
                of_fact(fact, &mut row);
                row[7] = publisher;
                row[8] = published;
                row[9] = &line;
                row[10] = &column;
                row[16] = &origins;
                row[21] = waived(&fact.id);
                write_row(&row, out)?;
            }
        }
    }
    for duplicate in &report.duplicates {
        let alike = duplicate.similarity.to_string();
        for passage in &duplicate.spans {
            let (line, column) = (passage.line.to_string(), passage.column.to_string());
            let (publisher, published) = index.imprint_parts(&passage.source);
            let mut row: Row<'_> = [""; COLUMNS.len()];
            row[0] = duplicate.finding_name();
            row[1] = severity(row[0]);
            row[2] = &duplicate.id;
            row[6] = &passage.source;
            row[7] = publisher;
            row[8] = published;
            row[9] = &line;
            row[10] = &column;
            row[13] = &alike;
            row[19] = &passage.text;
            row[21] = waived(&duplicate.id);
            write_row(&row, out)?;
        }
    }
    for source in &report.sources {
        for note in source.remarks() {
            let line = note.line.map(|line| line.to_string()).unwrap_or_default();
            let mut row: Row<'_> = [""; COLUMNS.len()];
            row[0] = &note.name;
            row[1] = severity(&note.name);
            row[6] = &source.source;
            row[9] = &line;
            let remark = words::remark(note);
            row[20] = &remark;
            row[21] = waived(&format!("{} {}", note.name, source.source));
            write_row(&row, out)?;
        }
    }
    Ok(())
}

fn of_fact<'a>(fact: &'a Fact, row: &mut Row<'a>) {
    row[2] = &fact.id;
    row[3] = &fact.verdict;
    row[4] = &fact.confidence;
    row[5] = &fact.about;
    row[20] = &fact.reason;
}

fn of_claim(claim: &Claim) -> Row<'_> {
    let mut row = [""; COLUMNS.len()];
    row[6] = &claim.source;
    row[11] = &claim.block;
    row[12] = &claim.kind;
    row[13] = claim.value.as_deref().unwrap_or("");
    row[14] = &claim.qualifier;
    row[15] = claim.unit.as_deref().unwrap_or("");
    row[17] = &claim.modality;
    row[18] = claim.attribution.as_deref().unwrap_or("");
    row[19] = &claim.quote;
    row
}

fn write_row(row: &Row<'_>, out: &mut dyn Write) -> Result<()> {
    let mut line = String::new();
    for (at, cell) in row.iter().enumerate() {
        if at > 0 {
            line.push(',');
        }
        line.push_str(&field(cell));
    }
    line.push_str("\r\n");
    out.write_all(line.as_bytes())
}

/// One cell: harmless, on one line, and in quotes where it has to be.
fn field(text: &str) -> String {
    let mut cell = visible(text).into_owned();
    if is_formula(text) {
        cell.insert(0, '\'');
    }
    if cell.contains(['"', ',']) || cell.starts_with(' ') || cell.ends_with(' ') {
        format!("\"{}\"", cell.replace('"', "\"\""))
    } else {
        cell
    }
}

/// Whether a spreadsheet may run `text`: it goes by the first sign, and some by the wide forms of it too.
fn is_formula(text: &str) -> bool {
    let starts = text.starts_with(['\t', '\r', '\n'])
        || text
            .trim_start()
            .starts_with(['=', '+', '-', '@', '＝', '＋', '－', '＠']);
    let number = text.strip_prefix('-').is_some_and(|rest| {
        !rest.is_empty()
            && rest
                .bytes()
                .all(|sign| sign.is_ascii_digit() || sign == b'.')
    });
    starts && !number
}
