//! One finding as a result.

use serde_json::{Value, json};

use super::bounds::{MOST_PLACES, shortened};
use super::place::Artifacts;
use super::rule::level;
use crate::render::finding::{Finding, Piece, Place, Subject, registered};
use crate::render::{Absent, Decisions, Standing, visible, words};
use crate::report::Severity;

/// The result; what it points at is added to `artifacts`.
pub(super) fn of<'a>(
    finding: &Finding<'a>,
    decisions: &Decisions,
    artifacts: &mut Artifacts<'a>,
) -> Value {
    let mut result = json!({
        "ruleId": finding.name,
        "level": level(finding.severity),
        "message": { "text": message(finding) },
        "partialFingerprints": fingerprints(finding),
    });
    if let Some((index, _)) = registered(finding.name) {
        result["ruleIndex"] = index.into();
    }
    let mut places = finding.places.iter();
    let first = places.next().map(|place| artifacts.location(place));
    result["locations"] = first.into_iter().collect();
    let related: Vec<Value> = places
        .enumerate()
        .take(MOST_PLACES - 1)
        .map(|(at, place)| {
            let mut location = artifacts.location(place);
            location["id"] = (at + 1).into();
            let text = words::value_and_quote(&place.value, &place.quote);
            location["message"] = json!({ "text": escaped(&text) });
            location
        })
        .collect();
    if !related.is_empty() {
        result["relatedLocations"] = related.into();
    }
    if let Some(baseline) = &decisions.baseline {
        result["baselineState"] = match baseline.get(&key(finding)) {
            None | Some(Standing::New) => "new",
            Some(Standing::Unchanged) => "unchanged",
            Some(Standing::Updated) => "updated",
        }
        .into();
    }
    if let Some(reason) = finding.waived {
        result["suppressions"] = json!([{
            "kind": "external",
            "status": "accepted",
            "justification": shortened(reason),
        }]);
    }
    if let Some(properties) = properties(finding) {
        result["properties"] = properties;
    }
    result
}

/// A finding that only the accepted report has. It points at its articles as a whole: where in them it stood is not kept.
///
/// It is suppressed, as it is no finding of this run: a reader of the file that does not know `baselineState`, such as code
/// scanning, would open it again.
pub(super) fn of_absent<'a>(absent: &'a Absent, artifacts: &mut Artifacts<'a>) -> Value {
    let severity = registered(&absent.name).map_or(Severity::Warning, |(_, of)| of.severity);
    let id = if absent.name.starts_with("duplicate-") {
        json!({ "crosscheckDuplicate/v1": absent.id })
    } else if absent.id.starts_with("f-") {
        json!({ "crosscheckFact/v1": absent.id })
    } else {
        let source = absent.sources.first().map_or("", String::as_str);
        json!({ "crosscheckNote/v1": hash(&[source, &absent.name, &absent.title]) })
    };
    let mut result = json!({
        "ruleId": absent.name,
        "level": level(severity),
        "message": { "text": shortened(&escaped(&words::absent(&visible(&absent.title)))) },
        "partialFingerprints": id,
        "baselineState": "absent",
        "suppressions": [{
            "kind": "external",
            "status": "accepted",
            "justification": words::ABSENT,
        }],
    });
    if let Some((index, _)) = registered(&absent.name) {
        result["ruleIndex"] = index.into();
    }
    let mut places = absent.sources.iter().map(|name| artifacts.whole(name));
    result["locations"] = places.next().into_iter().collect();
    let related: Vec<Value> = places.take(MOST_PLACES - 1).collect();
    if !related.is_empty() {
        result["relatedLocations"] = related.into();
    }
    result
}

/// What the accepted report knows a finding by.
fn key(finding: &Finding<'_>) -> String {
    match finding.subject {
        Subject::Fact(fact) => fact.id.clone(),
        Subject::Duplicate(duplicate) => duplicate.id.clone(),
        Subject::Note(note) => {
            let source = finding.places.first().map_or("", Place::article);
            format!("{} {source}", note.name)
        }
    }
}

/// A message whose places are links to the related locations, which is where GitHub shows them.
fn message(finding: &Finding<'_>) -> String {
    let mut text = String::new();
    for piece in finding.message() {
        let piece = match piece {
            Piece::Text(words) => escaped(&words),
            Piece::Place(at) => format!("[{}]({at})", escaped(&finding.places[at].label())),
        };
        if text.chars().count() + piece.chars().count() > super::bounds::LONGEST_TEXT {
            text.push('…');
            break;
        }
        text.push_str(&piece);
    }
    if let Some(left) = finding.places.len().checked_sub(MOST_PLACES + 1) {
        text.push_str(&words::more_places(left + 1));
    }
    text
}

/// `text` in a message: brackets make a link there and braces a placeholder.
fn escaped(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '[' | ']' | '\\' => escaped.extend(['\\', c]),
            '{' | '}' => escaped.extend([c, c]),
            _ => escaped.push(c),
        }
    }
    escaped
}

/// What makes a finding the same finding in a later run, without lines and columns. The name that GitHub fills in itself,
/// from the text of the line, is left to it.
fn fingerprints(finding: &Finding<'_>) -> Value {
    match finding.subject {
        Subject::Fact(fact) => {
            let mut claims: Vec<&str> = fact.claims.iter().map(String::as_str).collect();
            claims.sort_unstable();
            json!({
                "crosscheckFact/v1": fact.id,
                "crosscheckClaims/v1": hash(&claims),
            })
        }
        Subject::Duplicate(duplicate) => json!({ "crosscheckDuplicate/v1": duplicate.id }),
        Subject::Note(note) => {
            let source = finding.places.first().map_or("", Place::article);
            json!({ "crosscheckNote/v1": hash(&[source, &note.name, &note.message]) })
        }
    }
}

/// Sixteen hexadecimal digits of a hash whose function never changes.
fn hash(parts: &[&str]) -> String {
    let content = parts.join("\u{0}");
    format!("{:016x}", rapidhash::v3::rapidhash_v3(content.as_bytes()))
}

fn properties(finding: &Finding<'_>) -> Option<Value> {
    match finding.subject {
        Subject::Fact(fact) => Some(json!({
            "verdict": fact.verdict,
            "confidence": fact.confidence,
            "articles": fact.articles,
            "origins": fact.origins,
            "evidence": fact.evidence.iter().map(|line| shortened(line)).collect::<Vec<_>>(),
        })),
        Subject::Duplicate(duplicate) => Some(json!({ "similarity": duplicate.similarity })),
        Subject::Note(_) => None,
    }
}
