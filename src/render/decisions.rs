//! What people decided about findings, handed in beside the report.

use std::collections::BTreeMap;

use crate::report::Severity;

/// Decisions that change how a finding is shown, never whether it is there.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Decisions {
    /// How each finding stands to an accepted report, by the id of its fact or duplicate: what has no entry is new.
    /// Of a remark on an article the key is `NAME SOURCE`. `None` where there is no accepted report.
    pub baseline: Option<BTreeMap<String, Standing>>,
    /// Findings of the accepted report that are not there any more.
    pub absent: Vec<Absent>,
    /// Why a finding is waived, by the id of its fact or duplicate; of a remark on an article by `NAME SOURCE`.
    pub waived: BTreeMap<String, String>,
    /// Severities other than those of the registry, by the name of the finding.
    pub severities: BTreeMap<String, Severity>,
}

/// How a finding stands to an accepted report that holds it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Standing {
    /// The accepted report does not hold it.
    New,
    /// It is there as it was accepted.
    Unchanged,
    /// It was accepted with other values or other members.
    Updated,
}

/// How a report stands to an accepted one.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Baseline {
    /// By the id of the fact or duplicate; of a remark on an article by `NAME SOURCE`. What has no entry is new.
    pub standing: BTreeMap<String, Standing>,
    /// Findings of the accepted report that are not there any more, in its order.
    pub absent: Vec<Absent>,
}

/// A finding that only the accepted report has.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Absent {
    /// Name of the finding: for a conflict its kind.
    pub name: String,
    /// Id of the fact or duplicate; of a remark on an article its text.
    pub id: String,
    /// What it is about.
    pub title: String,
    /// The articles that it was in; never empty.
    pub sources: Vec<String>,
}

impl Baseline {
    /// The same with the name of every article replaced by what `place` gives for it.
    pub fn located(mut self, place: impl Fn(&str) -> String) -> Self {
        let moved = |(id, stands): (String, Standing)| match id.split_once(' ') {
            Some((name, source)) => (format!("{name} {}", place(source)), stands),
            None => (id, stands),
        };
        self.standing = self.standing.into_iter().map(moved).collect();
        for source in self.absent.iter_mut().flat_map(|one| &mut one.sources) {
            *source = place(source);
        }
        self
    }
}

/// Nothing was decided.
pub(super) static NONE: Decisions = Decisions {
    baseline: None,
    absent: Vec::new(),
    waived: BTreeMap::new(),
    severities: BTreeMap::new(),
};
