//! Readings of a stretch of tokens, before one of those that overlap is chosen.

use super::Kind;
use crate::value::{Qualifier, Value};

/// One reading.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Candidate {
    /// Tokens of the phrase, half-open.
    pub start: usize,
    pub end: usize,
    /// Tokens of the number or date itself.
    pub core: (usize, usize),
    pub priority: i32,
    pub made: Made,
    /// Rule names, the outermost first.
    pub rules: Vec<String>,
}

/// What a reading makes.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Made {
    Value {
        kind: Kind,
        value: Value,
        qualifier: Qualifier,
        unit: Option<String>,
        role: Role,
    },
    /// No claim, and why.
    Ignored(String),
}

/// What a number does in a change: "từ 7 lên 11".
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub enum Role {
    /// It simply is.
    #[default]
    Is,
    /// The figure before the change.
    From,
    /// The figure after it.
    To,
}

/// Of readings that overlap the longest stays, then the one of higher priority, then the earlier. Sorted by place.
pub(super) fn choose(mut candidates: Vec<Candidate>) -> (Vec<Candidate>, Vec<Candidate>) {
    candidates.sort_by(|a, b| {
        let length = |c: &Candidate| c.end - c.start;
        length(b)
            .cmp(&length(a))
            .then(b.priority.cmp(&a.priority))
            .then(a.start.cmp(&b.start))
    });
    let mut chosen: Vec<Candidate> = Vec::new();
    let mut rejected = Vec::new();
    for candidate in candidates {
        let clash = chosen
            .iter()
            .any(|c| c.start < candidate.end && candidate.start < c.end);
        if clash {
            rejected.push(candidate)
        } else {
            chosen.push(candidate)
        }
    }
    chosen.sort_by_key(|c| c.start);
    rejected.sort_by_key(|c| (c.start, c.end));
    (chosen, rejected)
}
