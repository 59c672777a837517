//! The findings of the registry as rules.

use serde_json::{Value, json};

use crate::render::{Decisions, words};
use crate::report::{Finding, Severity, findings};

/// Name of the notification that results were left out.
pub(super) const RESULTS_LEFT_OUT: &str = "results-left-out";

/// Every finding of the registry, in its order.
pub(super) fn all(decisions: &Decisions) -> Vec<Value> {
    findings()
        .iter()
        .map(|finding| {
            let severity = decisions.severities.get(finding.name).copied();
            rule(finding, severity.unwrap_or(finding.severity))
        })
        .collect()
}

fn rule(finding: &Finding, severity: Severity) -> Value {
    let Finding {
        name, description, ..
    } = finding;
    let description = words::sentence(description);
    let help = words::help(name);
    let problem = match severity {
        Severity::Error => "error",
        Severity::Warning => "warning",
        Severity::Info => "recommendation",
    };
    json!({
        "id": name,
        "name": pascal_case(name),
        "shortDescription": { "text": description },
        "fullDescription": { "text": format!("{description} {help}") },
        "help": {
            "text": format!("{description}\n\n{help}"),
            "markdown": format!("**{description}**\n\n{help}"),
        },
        "defaultConfiguration": { "level": level(severity) },
        "properties": { "tags": ["article", tag(name)], "problem.severity": problem },
    })
}

pub(super) fn level(severity: Severity) -> &'static str {
    match severity {
        Severity::Error => "error",
        Severity::Warning => "warning",
        Severity::Info => "note",
    }
}

pub(super) fn results_left_out() -> Value {
    json!({
        "id": RESULTS_LEFT_OUT,
        "shortDescription": { "text": words::RESULTS_LEFT_OUT_MEANS },
        "defaultConfiguration": { "level": "warning" },
    })
}

fn tag(name: &str) -> &'static str {
    if name.starts_with("duplicate-") {
        "copied-text"
    } else if words::is_about_a_source(name) {
        "source"
    } else {
        "fact"
    }
}

/// `magnitude-slip` as `MagnitudeSlip`.
fn pascal_case(name: &str) -> String {
    let mut pascal = String::with_capacity(name.len());
    for word in name.split('-') {
        let mut letters = word.chars();
        pascal.extend(letters.next().map(|first| first.to_ascii_uppercase()));
        pascal.push_str(letters.as_str());
    }
    pascal
}
