//! Judges a fact and says why.

mod judge;
mod time;

pub use judge::{Judgement, Reason, Side, judge};
pub use time::moment_of;

use crate::duplicate::Duplicates;
use crate::fact::{Fact, Run};
use crate::pack::Packs;

/// Judges every fact of a run, in their order.
pub fn judge_all(
    run: &Run<'_>,
    packs: &Packs,
    _duplicates: &Duplicates,
    facts: Vec<Fact>,
) -> Vec<(Fact, Judgement)> {
    facts
        .into_iter()
        .map(|fact| {
            let judgement = judge(run, packs, &fact);
            (fact, judgement)
        })
        .collect()
}

/// What the values of a fact say to each other.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Verdict {
    /// The values exclude each other.
    Conflict,
    /// They do, if the claims really speak of the same thing.
    PossibleConflict,
    /// A later figure replaces an earlier one.
    Update,
    /// All the same.
    Agreement,
    /// Different, but all can be true.
    Compatible,
    /// Only one claim.
    Uncorroborated,
}

impl Verdict {
    /// The name in reports.
    pub fn name(self) -> &'static str {
        match self {
            Self::Conflict => "conflict",
            Self::PossibleConflict => "possible-conflict",
            Self::Update => "update",
            Self::Agreement => "agreement",
            Self::Compatible => "compatible",
            Self::Uncorroborated => "uncorroborated",
        }
    }
}

/// How sure a judgement is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Confidence {
    /// The claims may speak of different things.
    Low,
    /// The words around them agree well.
    Medium,
    /// Copied passages, or the same words throughout.
    High,
}

impl Confidence {
    /// The name in reports.
    pub fn name(self) -> &'static str {
        match self {
            Self::Low => "low",
            Self::Medium => "medium",
            Self::High => "high",
        }
    }
}

#[cfg(test)]
mod tests;
