//! Which findings of the registry a report holds.

use std::collections::BTreeSet;

use super::{Duplicate, Fact, Finding, Report, findings};

impl Report {
    /// Names of the findings in this report: verdicts, kinds of its conflicts, classes of its duplicates and names of
    /// its notes. A kind counts only where the verdict is `conflict`, not where it is a possible one.
    pub fn finding_names(&self) -> BTreeSet<&str> {
        let mut names = BTreeSet::new();
        for fact in &self.facts {
            names.insert(fact.verdict.as_str());
            if fact.verdict == "conflict"
                && let Some(kind) = fact.kind()
            {
                names.insert(kind.name);
            }
        }
        for duplicate in &self.duplicates {
            names.insert(duplicate.finding_name());
        }
        names.extend(
            self.sources
                .iter()
                .flat_map(|source| &source.notes)
                .map(|note| note.name.as_str()),
        );
        names
    }
}

impl Fact {
    /// The finding that `reason` names before its first colon, if it names one.
    pub fn kind(&self) -> Option<&'static Finding> {
        let (name, _) = self.reason.split_once(':')?;
        findings().iter().find(|finding| finding.name == name)
    }

    /// `reason` without the kind in front of it.
    pub fn sentence(&self) -> &str {
        match (self.kind(), self.reason.split_once(':')) {
            (Some(_), Some((_, sentence))) => sentence.trim_start(),
            _ => &self.reason,
        }
    }
}

impl Duplicate {
    /// The name of this finding in the registry.
    pub fn finding_name(&self) -> &'static str {
        if self.class == "exact" {
            "duplicate-exact"
        } else {
            "duplicate-near"
        }
    }
}
