//! Judges a fact and says why.

mod check;
mod judge;
mod time;

pub use check::Check;
pub use judge::{Judgement, Reason, Side, judge};
pub use time::{Moment, moment_of};

use std::collections::BTreeMap;

use crate::duplicate::Duplicates;
use crate::fact::{Fact, Run};
use crate::pack::Packs;

/// Judges every fact of a run, in their order. Facts whose claims break a check together become one conflict.
pub fn judge_all(
    run: &Run<'_>,
    packs: &Packs,
    duplicates: &Duplicates,
    mut facts: Vec<Fact>,
) -> Vec<(Fact, Judgement)> {
    let mut broken: BTreeMap<usize, (Check, usize, usize)> = BTreeMap::new();
    for (check, a, b) in check::broken(run, duplicates) {
        let holds = |facts: &[Fact], claim: usize| {
            facts.iter().position(|fact| fact.claims.contains(&claim))
        };
        let (Some(one), Some(other)) = (holds(&facts, a), holds(&facts, b)) else {
            continue;
        };
        let (into, from) = (one.min(other), one.max(other));
        if into != from {
            let moved = facts.remove(from);
            facts[into].claims.extend(moved.claims);
            facts[into].claims.sort_unstable();
            facts[into].links.extend(moved.links);
            facts[into].said.extend(moved.said);
        }
        broken.entry(facts[into].claims[0]).or_insert((check, a, b));
    }
    facts
        .into_iter()
        .map(|fact| {
            let mut judgement = judge(run, packs, &fact);
            if let Some((check, a, b)) = broken.get(&fact.claims[0]) {
                judgement.verdict = Verdict::Conflict;
                judgement.confidence = Confidence::High;
                judgement.reason = Reason::Breaks(*check, *a, *b);
            }
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
