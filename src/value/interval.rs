//! Sets of numbers between two edges.

use super::Number;
use super::number::{minus, plus};

/// All numbers from `low` to `high`; `None` is an end that nothing limits.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Interval {
    pub low: Option<Edge>,
    pub high: Option<Edge>,
}

/// Where an interval ends.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Edge {
    pub at: Number,
    /// The number itself is left out.
    pub open: bool,
}

impl Edge {
    pub fn closed(at: Number) -> Self {
        Self { at, open: false }
    }

    pub fn open(at: Number) -> Self {
        Self { at, open: true }
    }
}

impl Interval {
    /// Does some number lie in both?
    pub fn overlaps(&self, other: &Self) -> bool {
        reaches(self.low, other.high) && reaches(other.low, self.high)
    }

    /// Is one end without a limit?
    pub fn is_unlimited(&self) -> bool {
        self.low.is_none() || self.high.is_none()
    }

    /// The smallest interval that holds both.
    pub fn hull(&self, other: &Self) -> Self {
        let low = match (self.low, other.low) {
            (Some(a), Some(b)) if (b.at, b.open) < (a.at, a.open) => Some(b),
            (Some(a), Some(_)) => Some(a),
            _ => None,
        };
        let high = match (self.high, other.high) {
            (Some(a), Some(b)) if (b.at, !b.open) > (a.at, !a.open) => Some(b),
            (Some(a), Some(_)) => Some(a),
            _ => None,
        };
        Self { low, high }
    }

    /// Moves the edges outwards to `below` under and `above` over where they are. `None` on overflow.
    pub fn widened(&self, below: Edge, above: Edge) -> Option<Self> {
        let low = match self.low {
            Some(edge) => Some(Edge {
                at: minus(edge.at, below.at)?,
                open: below.open,
            }),
            None => None,
        };
        let high = match self.high {
            Some(edge) => Some(Edge {
                at: plus(edge.at, above.at)?,
                open: above.open,
            }),
            None => None,
        };
        Some(Self { low, high })
    }
}

fn reaches(low: Option<Edge>, high: Option<Edge>) -> bool {
    match (low, high) {
        (Some(low), Some(high)) => {
            low.at < high.at || (low.at == high.at && !low.open && !high.open)
        }
        _ => true,
    }
}
