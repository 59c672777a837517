//! Numbers and ranges of them, in a unit.

use super::Number;

/// A number or an interval of numbers, in the unit in which it is written.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Quantity {
    /// Lower end, included; `None` when open.
    pub low: Option<Number>,
    /// Upper end, included; `None` when open. Equal to `low` for a single number.
    pub high: Option<Number>,
    /// The smallest place that is written: 1 for "11", 100 000 for "1,5 triệu", 10 for "2.40 nghìn". Positive.
    /// A figure stands for every value within half a step of it when it is held against a finer one.
    pub step: Number,
    /// What the unit measures and how large it is, where that is known.
    pub base: Option<Base>,
    /// Only the order of magnitude is meant: "hàng tỷ USD".
    pub magnitude_only: bool,
}

/// The size of a unit: 1 km is 1000 of the base unit of "length".
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Base {
    /// What is measured.
    pub dimension: String,
    /// Base units in one unit. Positive.
    pub factor: Number,
}

impl Quantity {
    /// What it comes to as one number: its lower end, or its upper one where the lower is open.
    pub fn size(&self) -> Option<Number> {
        self.low.or(self.high)
    }

    /// A single number, written to the place `step`.
    pub fn single(value: Number, step: Number) -> Self {
        Self {
            low: Some(value),
            high: Some(value),
            step,
            base: None,
            magnitude_only: false,
        }
    }

    /// From `low` to `high`, both included.
    pub fn range(low: Number, high: Number, step: Number) -> Self {
        Self {
            low: Some(low.min(high)),
            high: Some(low.max(high)),
            step,
            base: None,
            magnitude_only: false,
        }
    }

    /// The number, when it is a single one.
    pub fn as_single(&self) -> Option<Number> {
        if self.low == self.high {
            self.low
        } else {
            None
        }
    }
}
