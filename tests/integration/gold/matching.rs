//! Which claim of a report stands for which label, and whether it has the right value.

use std::collections::BTreeMap;

use crosscheck::report::{self, Report};

use super::labels::Claim;

/// The claim of the report for each label that has one, by the label's id.
pub type Found<'r> = BTreeMap<&'r str, &'r report::Claim>;

/// A half-open byte range.
pub type Range = (usize, usize);

/// How many bytes two ranges share.
pub fn overlap(a: Range, b: Range) -> usize {
    a.1.min(b.1).saturating_sub(a.0.max(b.0))
}

/// The last part of a name with folders.
pub fn file_name(source: &str) -> &str {
    source.rsplit('/').next().unwrap_or(source)
}

pub fn core(claim: &report::Claim) -> Range {
    (claim.core.start, claim.core.end)
}

pub fn labelled_core(label: &Claim) -> Range {
    (label.core.start, label.core.end)
}

/// By overlap with the number itself: the same kind first, then the right value, then the longest overlap.
pub fn found<'r>(labels: &'r [Claim], report: &'r Report) -> Found<'r> {
    let mut found = Found::new();
    for label in labels {
        let mut best = None;
        for claim in &report.claims {
            let shared = overlap(labelled_core(label), core(claim));
            if shared == 0 || file_name(&claim.source) != label.doc {
                continue;
            }
            let rank = (same_kind(label, claim), right_value(label, claim), shared);
            if best.is_none_or(|(highest, _)| rank > highest) {
                best = Some((rank, claim));
            }
        }
        if let Some((_, claim)) = best {
            found.insert(label.id.as_str(), claim);
        }
    }
    found
}

pub fn same_kind(label: &Claim, claim: &report::Claim) -> bool {
    class(&label.kind) == class(&claim.kind)
}

/// Kinds between which nobody need decide.
fn class(kind: &str) -> &str {
    match kind {
        "date_range" | "time" => "date",
        "count" | "measure" | "score" => "number",
        other => other,
    }
}

/// Any reading of the label is right: the informed value, what the text alone gives, its ISO form, its window.
pub fn right_value(label: &Claim, claim: &report::Claim) -> bool {
    let Some(value) = claim.value.as_deref().map(canonical) else {
        return false;
    };
    [
        &label.value,
        &label.value_text,
        &label.value_iso,
        &label.window,
    ]
    .into_iter()
    .flatten()
    .any(|accepted| canonical(accepted) == value)
}

/// Decimal strings compare as numbers and clock times as hours and minutes, everything else as written.
pub fn canonical(value: &str) -> String {
    let parts: Vec<_> = value.split("..").map(canonical_part).collect();
    parts.join("..")
}

fn canonical_part(part: &str) -> String {
    if let Some(time) = clock_time(part) {
        return time;
    }
    let is_year = part.len() == 4 && digits(part);
    if !is_decimal(part) || is_year {
        return part.to_owned();
    }
    let short = if part.contains('.') {
        part.trim_end_matches('0').trim_end_matches('.')
    } else {
        part
    };
    match short.trim_start_matches('0') {
        "" => "0".to_owned(),
        plain => plain.to_owned(),
    }
}

/// `16:26`, `T16:26`, `T16`, each with or without seconds of zero.
fn clock_time(part: &str) -> Option<String> {
    if !part.starts_with('T') && !part.contains(':') {
        return None;
    }
    let pieces: Vec<_> = part.strip_prefix('T').unwrap_or(part).split(':').collect();
    let two = |piece: &str| piece.len() == 2 && digits(piece);
    match pieces.as_slice() {
        [hour] if two(hour) => Some(format!("{hour}:00")),
        [hour, minute] | [hour, minute, "00"] if two(hour) && two(minute) => {
            Some(format!("{hour}:{minute}"))
        }
        _ => None,
    }
}

fn is_decimal(part: &str) -> bool {
    let unsigned = part.strip_prefix('-').unwrap_or(part);
    match unsigned.split_once('.') {
        Some((whole, fraction)) => digits(whole) && digits(fraction),
        None => digits(unsigned),
    }
}

fn digits(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit())
}
