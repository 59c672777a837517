//! Names that people write, checked, with the nearest one when there is no such name.

use crate::report::{Severity, findings};

/// What names everything of one severity and above, or nothing.
const SEVERITIES: [&str; 3] = ["error", "warning", "info"];

/// What findings can make a run fail: the name of a finding, a severity, which means that one and all above it, or `none`.
///
/// # Errors
///
/// Says which name is the nearest, or all of them.
pub fn finding_name(text: &str) -> Result<String, String> {
    one_of(text, &["none", "error", "warning", "info"])
}

/// The name of a finding.
pub(super) fn finding(text: &str) -> Result<String, String> {
    one_of(text, &[])
}

fn one_of(text: &str, more: &[&'static str]) -> Result<String, String> {
    let name = text.trim();
    let known = || {
        let names = findings().iter().map(|finding| finding.name);
        more.iter().copied().chain(names)
    };
    if known().any(|known| known == name) {
        return Ok(name.to_owned());
    }
    let likeness = |known: &str| strsim::jaro_winkler(known, name);
    let nearest = known().max_by(|a, b| likeness(a).total_cmp(&likeness(b)));
    match nearest.filter(|nearest| likeness(nearest) > 0.8) {
        Some(nearest) => Err(format!(
            "there is no such finding; did you mean '{nearest}'?"
        )),
        None => Err(format!(
            "there is no such finding; the names are: {}",
            known().collect::<Vec<_>>().join(", ")
        )),
    }
}

/// `error`, `warning` or `info`.
///
/// # Errors
///
/// Says which there are.
pub fn severity_name(text: &str) -> Result<String, String> {
    match Severity::named(text) {
        Some(severity) => Ok(severity.name().to_owned()),
        None => Err(format!(
            "there is no such severity: they are {}",
            SEVERITIES.join(", ")
        )),
    }
}
