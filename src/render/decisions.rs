//! What people decided about findings, handed in beside the report.

use std::collections::BTreeMap;

use crate::report::Severity;

/// Decisions that change how a finding is shown, never whether it is there.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Decisions {
    /// How each finding stands to an accepted report, by the id of its fact or duplicate: what has no entry is new.
    /// `None` where there is no accepted report.
    pub baseline: Option<BTreeMap<String, Standing>>,
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

/// Nothing was decided.
pub(super) static NONE: Decisions = Decisions {
    baseline: None,
    waived: BTreeMap::new(),
    severities: BTreeMap::new(),
};
