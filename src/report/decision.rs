//! What editors decided of the findings: waived ones, those that were there before, and how much each matters.
//!
//! A finding that somebody decided on stays in the report and does not make a run fail.

use std::collections::BTreeMap;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::telling::of_saying;
use super::{Fact, Note, Report, Sentence, Severity, Source, findings};
use crate::source::Saying;

/// Decisions on a report, and what is to be said of them.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Decisions {
    /// Findings that somebody decided on, in the order of the report.
    pub findings: Vec<Decided>,
    /// Severities other than the default, by name of the finding: error, warning or info.
    pub severities: BTreeMap<String, String>,
    /// Waivers, links and entries of `sources.toml` that are of no use.
    pub remarks: Vec<Remark>,
}

/// A finding that does not make the run fail.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Decided {
    /// Id of the fact or duplicate; of a remark on an article `NAME SOURCE`.
    pub finding: String,
    /// waived: somebody gave a reason. baseline: it was there when the baseline was taken.
    pub ruling: Ruling,
    /// Why it is waived.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reason: Option<String>,
    /// Who answers for it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub owner: Option<String>,
    /// Last day of the waiver, YYYY-MM-DD.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub expires: Option<String>,
}

/// How it was decided.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Ruling {
    /// By a waiver.
    Waived,
    /// By a baseline.
    Baseline,
}

/// A remark on a place in the configuration or in a `sources.toml`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Remark {
    /// Name of the finding.
    pub name: String,
    /// One sentence.
    pub message: String,
    /// The file, as it was named.
    pub file: String,
    /// 1-based line.
    pub line: usize,
    /// 1-based column, in code points.
    pub column: usize,
    /// `message` in parts, for pages in another language. No part of the JSON.
    #[serde(skip)]
    pub telling: Option<Sentence>,
}

impl Remark {
    /// A remark on the 1-based line and column `place` of `file`.
    pub fn new(name: &str, says: &Saying, file: &str, place: (usize, usize)) -> Self {
        Self {
            name: name.to_owned(),
            message: says.to_string(),
            file: file.to_owned(),
            line: place.0,
            column: place.1,
            telling: Some(of_saying(says)),
        }
    }
}

impl Decisions {
    /// Whether nothing was decided and nothing is to be said.
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }

    /// The decision on the finding of this id.
    pub fn on(&self, id: &str) -> Option<&Decided> {
        self.findings.iter().find(|decided| decided.finding == id)
    }
}

impl Report {
    /// How much a finding of this name matters: as configured, else by default.
    pub fn severity_of(&self, name: &str) -> Severity {
        let set = self.decisions.severities.get(name);
        let by_default = || {
            let known = findings().iter().find(|finding| finding.name == name);
            known.map_or(Severity::Info, |finding| finding.severity)
        };
        set.and_then(|set| Severity::named(set))
            .unwrap_or_else(by_default)
    }

    /// How much a fact matters. Of a conflict, what is configured for its kind counts before what is for conflicts.
    pub fn severity_of_fact(&self, fact: &Fact) -> Severity {
        let kind = (fact.verdict == "conflict").then(|| fact.kind()).flatten();
        let set = kind.and_then(|kind| self.decisions.severities.get(kind.name));
        set.and_then(|set| Severity::named(set))
            .unwrap_or_else(|| self.severity_of(&fact.verdict))
    }

    /// Whether a finding that nobody decided on is named by `wanted`: the name of a finding, or a severity, which
    /// means that one and all above it.
    pub fn fails(&self, wanted: &[String]) -> bool {
        let least = wanted.iter().filter_map(|name| Severity::named(name)).max();
        // Errors come first in the order of severities.
        let heavy = |severity: Severity| least.is_some_and(|least| severity <= least);
        let named = |name: &str| wanted.iter().any(|one| one == name);
        let plain = |name: &str| named(name) || heavy(self.severity_of(name));
        let open = |id: &str| self.decisions.on(id).is_none();
        let fact = |fact: &Fact| {
            let kind = (fact.verdict == "conflict").then(|| fact.kind()).flatten();
            let names = named(&fact.verdict) || kind.is_some_and(|kind| named(kind.name));
            (names || heavy(self.severity_of_fact(fact))) && open(&fact.id)
        };
        self.facts.iter().any(fact)
            || self
                .duplicates
                .iter()
                .any(|found| plain(found.finding_name()) && open(&found.id))
            || self
                .notes()
                .any(|(source, note)| plain(&note.name) && open(&note.finding(source)))
            || self.decisions.remarks.iter().any(|one| plain(&one.name))
    }

    /// The remarks on all articles.
    pub fn notes(&self) -> impl Iterator<Item = (&Source, &Note)> {
        self.sources
            .iter()
            .flat_map(|source| source.notes.iter().map(move |note| (source, note)))
    }
}

impl Severity {
    /// The severity of this name.
    pub fn named(name: &str) -> Option<Self> {
        [Self::Error, Self::Warning, Self::Info]
            .into_iter()
            .find(|severity| severity.name() == name)
    }
}
