use super::{Qualifier, Value};

/// A value with how it is stated, ready to be held against another.
#[derive(Debug, Clone, Copy)]
pub struct Stated<'a> {
    /// The value.
    pub value: &'a Value,
    /// How it is stated.
    pub qualifier: Qualifier,
    /// ISO 4217 code, "%", UCUM or SI symbol, noun unit; values of different currencies are not comparable.
    pub unit: Option<&'a str>,
}

/// How two values relate.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Relation {
    /// The same value in the same precision.
    Equal,
    /// Both can be true.
    Compatible(Why),
    /// At most one can be true of the same thing.
    Disjoint(Slip),
    /// Nothing can be said: another kind, another currency, an unknown year, an unresolved date.
    Incomparable,
}

/// Why two different values can both be true.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Why {
    /// One is the other with fewer digits, rounded or cut off.
    Rounding,
    /// "khoảng", "gần": near enough for the wording.
    Hedge,
    /// One is a bound that the other keeps.
    Bound,
    /// One lies in the range of the other, or the ranges overlap.
    Range,
    /// One date is the coarser of the two and holds the other.
    CoarserDate,
    /// One lies in the part of the period that the other names.
    PartOfPeriod,
    /// The same quantity in another unit.
    Conversion,
    /// Only an order of magnitude is stated.
    OrderOfMagnitude,
    /// The year of one is not known.
    UnknownYear,
    /// The same instant in two time zones.
    TimeZone,
}

/// In which way two values that exclude each other differ: the likely slip.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Slip {
    /// No pattern in the difference.
    DifferentValue,
    /// Ten, a hundred, a thousand … times the other.
    MagnitudeSlip,
    /// Two neighbouring digits changed places.
    DigitSwap,
    /// Day and month changed places.
    DayMonthSwap,
    /// The same number with another unit.
    UnitSlip,
    /// Grouping read as decimals: 2.400 and 2,4.
    SeparatorSlip,
    /// A bound that the other breaks.
    BoundViolated,
    /// A date outside the period that the other gives.
    OutsidePeriod,
}

/// How `a` and `b` relate when they speak of the same thing. Symmetric.
pub fn relate(_a: Stated<'_>, _b: Stated<'_>) -> Relation {
    Relation::Incomparable
}
