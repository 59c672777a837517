//! A stated figure as the set of values that its wording admits, for numbers and lengths of time alike.

use num_traits::{CheckedMul, CheckedSub, Signed, Zero};

use super::interval::{Edge, Interval};
use super::number::{half, plus, times};
use super::{Number, Qualifier, Why};

/// A figure with what its wording admits.
#[derive(Debug, Clone)]
pub(super) struct Figure {
    /// From the lowest to the highest value as written, and without an end where a bound word takes it away.
    set: Interval,
    /// `set`, and what "khoảng" or "gần" adds to it: half a unit of the last digit that is not zero, of "khoảng" a quarter at the most.
    admitted: Interval,
    /// `admitted`, and every finer figure that would be rounded or cut to this one.
    rounded: Interval,
    /// One number, not two ends; also of a bound.
    single: bool,
    /// "khoảng" or "gần".
    hedge: Option<Qualifier>,
    /// A word such as "ít nhất", or an open end.
    bound: bool,
    /// Only the order of magnitude is meant.
    vague: bool,
    /// The place to which it is written; of two figures the one with the larger grain is the coarser.
    grain: Number,
}

/// What [`Figure::new`] starts from.
#[derive(Debug, Clone, Copy)]
pub(super) struct Written {
    pub low: Option<End>,
    pub high: Option<End>,
    pub vague: bool,
    pub grain: Number,
    pub rounding: Rounding,
}

/// One end of a figure. A length of time may be a little more or less: a month has 28 to 31 days.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct End {
    pub least: Number,
    pub most: Number,
    /// A unit of the last digit that is not zero: 100 for 2400.
    pub place: Number,
}

/// Which finer figures an exact one stands for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Rounding {
    /// Those rounded to the step, or cut to it: 1.5 million stands for 1 450 000 to 1 599 999. Nobody takes away more than a
    /// quarter, adds more than a fifth or cuts off more than a sixth: 1 million is not 1.9 million, nor 500 000.
    Cut(Number),
    /// Those less than half a step away.
    Near(Number),
}

/// How two figures meet.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Meeting {
    Same,
    Both(Why),
    Apart,
}

impl Figure {
    /// `None` on overflow, or when neither end is known.
    pub fn new(written: Written, qualifier: Qualifier) -> Option<Self> {
        let (first, last) = (written.low.or(written.high)?, written.high.or(written.low)?);
        let stated = Interval {
            low: written.low.map(|end| Edge::closed(end.least)),
            high: written.high.map(|end| Edge::closed(end.most)),
        };
        let set = match qualifier {
            _ if written.vague => Interval {
                low: Some(Edge::closed(first.least)),
                high: None,
            },
            Qualifier::AtLeast => Interval {
                low: Some(Edge::closed(first.least)),
                high: None,
            },
            Qualifier::MoreThan => Interval {
                low: Some(Edge::open(first.least)),
                high: None,
            },
            Qualifier::AtMost => Interval {
                low: None,
                high: Some(Edge::closed(last.most)),
            },
            Qualifier::LessThan => Interval {
                low: None,
                high: Some(Edge::open(last.most)),
            },
            _ => stated,
        };
        // "about 10,000" is no 6,099, though all its zeros are one place.
        let half_place = |end: End| {
            let quarter = end.least.abs().checked_mul(&Number::new(1, 4))?;
            Some(half(end.place)?.min(quarter))
        };
        let admitted = match qualifier {
            Qualifier::About => set.widened(
                Edge::closed(half_place(first)?),
                Edge::closed(half_place(last)?),
            )?,
            Qualifier::Almost => set.widened(
                Edge::closed(shortfall(first)?),
                Edge::closed(Number::zero()),
            )?,
            _ => set,
        };
        let bound = set.is_unlimited();
        let rounded = match qualifier {
            Qualifier::Almost => admitted,
            _ if bound => admitted,
            _ => written.rounding.applied(&set)?.hull(&admitted),
        };
        let hedge = Some(qualifier).filter(|q| matches!(q, Qualifier::About | Qualifier::Almost));
        let single = bound || written.low == written.high;
        Some(Self {
            set,
            admitted,
            rounded,
            single,
            hedge,
            bound,
            vague: written.vague,
            grain: written.grain,
        })
    }

    /// A word such as "ít nhất", or an open end.
    pub fn is_bound(&self) -> bool {
        self.bound
    }

    /// How `self` and `other` meet. Symmetric. `plain` is the reason given when no word or range gives one.
    pub fn meet(&self, other: &Self, plain: Why) -> Meeting {
        if self.set == other.set
            && self.hedge == other.hedge
            && self.single == other.single
            && self.vague == other.vague
        {
            return Meeting::Same;
        }
        let overlap = self.admitted.overlaps(&other.admitted);
        if self.vague || other.vague {
            return if overlap {
                Meeting::Both(Why::OrderOfMagnitude)
            } else {
                Meeting::Apart
            };
        }
        let bound = self.bound || other.bound;
        if overlap {
            return Meeting::Both(match () {
                () if bound => Why::Bound,
                () if !self.single || !other.single => Why::Range,
                () if self.hedge.is_some() || other.hedge.is_some() => Why::Hedge,
                () => plain,
            });
        }
        if self.is_just_above(other) || other.is_just_above(self) {
            return Meeting::Both(Why::Bound);
        }
        let (coarse, fine) = if self.grain > other.grain {
            (self, other)
        } else {
            (other, self)
        };
        if coarse.grain > fine.grain && coarse.rounded.overlaps(&fine.admitted) {
            return Meeting::Both(if bound { Why::Bound } else { Why::Rounding });
        }
        Meeting::Apart
    }

    /// "hơn 500" beside a plain 500: the same figure, and one of the two left the word out.
    fn is_just_above(&self, plain: &Self) -> bool {
        let start = self.set.low.filter(|edge| edge.open).map(|edge| edge.at);
        start.is_some()
            && plain.single
            && !plain.bound
            && start == plain.set.high.map(|edge| edge.at)
    }
}

impl Rounding {
    fn applied(self, set: &Interval) -> Option<Interval> {
        match self {
            Self::Near(step) => set.widened(Edge::open(half(step)?), Edge::open(half(step)?)),
            // Digits are cut off towards zero.
            Self::Cut(step) => {
                let half = half(step)?;
                let part = |at: Number, of: i128| at.abs().checked_mul(&Number::new(1, of));
                let added = |at: Number| Some(Edge::closed(half.min(part(at, 5)?)));
                let cut = |at: Number| {
                    let rounded = half.min(part(at, 4)?);
                    Some(Edge::open(step.min(part(at, 6)?).max(rounded)))
                };
                let below = match set.low {
                    Some(edge) if edge.at < Number::zero() => cut(edge.at)?,
                    Some(edge) => added(edge.at)?,
                    None => Edge::closed(half),
                };
                let above = match set.high {
                    Some(edge) if edge.at < Number::zero() => added(edge.at)?,
                    Some(edge) => cut(edge.at)?,
                    None => Edge::open(step),
                };
                set.widened(below, above)
            }
        }
    }
}

/// How far below its figure "gần" may lie: a tenth of it, or half a unit of its last digit that is not zero where that is
/// more, but never above a fifth. "gần 40.000" admits 35 000 to 40 000, "gần 18" admits 16.2 to 18, "gần 2" admits 1.6 to 2.
fn shortfall(end: End) -> Option<Number> {
    let size = if end.least < Number::zero() {
        Number::zero().checked_sub(&end.least)?
    } else {
        end.least
    };
    let part = |of: i128| size.checked_mul(&Number::new(1, of));
    let half = half(end.place)?;
    Some(part(10)?.max(half.min(part(5)?)))
}

impl End {
    /// An end at one number.
    pub fn at(value: Number, place: Number) -> Self {
        Self {
            least: value,
            most: value,
            place,
        }
    }

    /// The end in another unit. `None` on overflow.
    pub fn times(self, factor: &Number) -> Option<Self> {
        Some(Self {
            least: times(self.least, *factor)?,
            most: times(self.most, *factor)?,
            place: times(self.place, *factor)?,
        })
    }

    /// The sum of two ends, with the place of the second. `None` on overflow.
    pub fn plus(self, other: Self) -> Option<Self> {
        Some(Self {
            least: plus(self.least, other.least)?,
            most: plus(self.most, other.most)?,
            place: other.place,
        })
    }
}

impl Written {
    /// The figure in another unit. `None` on overflow.
    pub fn times(self, factor: &Number) -> Option<Self> {
        let scaled = |end: Option<End>| match end {
            Some(end) => end.times(factor).map(Some),
            None => Some(None),
        };
        Some(Self {
            low: scaled(self.low)?,
            high: scaled(self.high)?,
            vague: self.vague,
            grain: times(self.grain, *factor)?,
            rounding: match self.rounding {
                Rounding::Cut(step) => Rounding::Cut(times(step, *factor)?),
                Rounding::Near(step) => Rounding::Near(times(step, *factor)?),
            },
        })
    }
}
