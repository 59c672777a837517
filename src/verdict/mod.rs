//! Judges a fact and says why.

mod check;
mod judge;
mod later;
mod news;
mod sides;
mod time;

pub use check::Check;
pub use judge::{Judgement, Reason, judge};
pub use sides::Side;
pub use time::{Moment, Times};

use rayon::prelude::*;

use crate::duplicate::Duplicates;
use crate::fact::{Fact, Run};
use crate::pack::Packs;

/// Judges every fact of a run, in their order, and then adds a conflict for each check that claims break together. The claims
/// of such a conflict stay in their own facts as well.
pub fn judge_all(
    run: &Run<'_>,
    packs: &Packs,
    duplicates: &Duplicates,
    facts: Vec<Fact>,
) -> Vec<(Fact, Judgement)> {
    let times = Times::of(run);
    let mut judged: Vec<(Fact, Judgement)> = facts
        .into_par_iter()
        .map(|fact| {
            let judgement = judge(run, packs, &times, &fact);
            (fact, judgement)
        })
        .collect();
    let breaches = check::breaches(run, packs, &times, duplicates);
    judged.extend(
        breaches
            .into_iter()
            .filter_map(|breach| broken(run, breach)),
    );
    judged
}

/// A broken check as a conflict of its claims.
fn broken(run: &Run<'_>, breach: check::Breach) -> Option<(Fact, Judgement)> {
    let first = *breach.claims.first()?;
    let second = breach.claims.get(1).copied().unwrap_or(first);
    let mut claims = breach.claims;
    claims.sort_unstable();
    claims.dedup();
    let fact = Fact {
        claims,
        links: Vec::new(),
        said: Vec::new(),
    };
    let judgement = Judgement {
        verdict: Verdict::Conflict,
        reason: Reason::Breaks(breach.check, first, second),
        confidence: Confidence::High,
        sides: sides::sides(run, &fact),
    };
    Some((fact, judgement))
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
