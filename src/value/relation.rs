//! How two stated values relate: the types, and which module judges which kind.

use super::relate_date::relate_dates;
use super::relate_number::{first_edge, relate_numbers};
use super::relate_period::{relate_durations, same_length};
use super::relate_time::relate_times;
use super::{Number, Qualifier, Value};

/// A value with how it is stated, ready to be held against another.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
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
    /// Nothing can be said: another kind, another currency, an unresolved date, a number past 38 digits.
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
    /// One date or clock time is the coarser of the two and holds the other.
    CoarserDate,
    /// One lies in the part of the period that the other names.
    PartOfPeriod,
    /// The same quantity in another unit.
    Conversion,
    /// Only an order of magnitude is stated.
    OrderOfMagnitude,
    /// The year of one is not known, or the month of one.
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

impl Slip {
    /// Whether a slip of the pen makes it: the digits are there, but not in their places, or with another unit.
    pub fn is_of_the_pen(self) -> bool {
        matches!(
            self,
            Self::MagnitudeSlip
                | Self::SeparatorSlip
                | Self::DigitSwap
                | Self::DayMonthSwap
                | Self::UnitSlip
        )
    }
}

/// How `a` and `b` relate when they speak of the same thing. Symmetric.
///
/// What a wording admits, for numbers and lengths of time:
///
/// | qualifier | values |
/// |---|---|
/// | exact | the figure; held against a finer one, every value that is rounded or cut to its last written place |
/// | about | half a unit of the last digit that is not zero, on either side: "khoảng 2.400" is 2350 to 2450 |
/// | almost | at most a tenth below (a figure of one digit: at most a fifth), up to the figure itself |
/// | at-least, more-than, at-most, less-than | everything on that side; "hơn 500" also keeps a plain 500 |
///
/// Whole numbers that are written out never round without a hedge: 2000 and 2400 exclude each other. A long figure that ends
/// in zeros before a scale word does: "16.600 tỷ" and "16.610 tỷ" go together.
pub fn relate(a: Stated<'_>, b: Stated<'_>) -> Relation {
    if a.value == b.value && a.qualifier == b.qualifier && a.unit == b.unit {
        return match a.value {
            Value::Unresolved { .. } | Value::Recurrence(None) => Relation::Incomparable,
            _ => Relation::Equal,
        };
    }
    match (a.value, b.value) {
        (Value::Number(x), Value::Number(y)) => {
            relate_numbers((x, a.qualifier, a.unit), (y, b.qualifier, b.unit))
        }
        (Value::Date(x), Value::Date(y)) => relate_dates(x, a.qualifier, y, b.qualifier),
        (
            Value::Duration { low, high },
            Value::Duration {
                low: other_low,
                high: other_high,
            },
        ) => relate_durations(
            (low.as_deref(), high.as_deref()),
            a.qualifier,
            (other_low.as_deref(), other_high.as_deref()),
            b.qualifier,
        ),
        (Value::Time(x), Value::Time(y)) => relate_times(*x, a.qualifier, *y, b.qualifier),
        (Value::Recurrence(Some(x)), Value::Recurrence(Some(y))) => {
            equal_or_different(same_length(&x.every, &y.every))
        }
        (Value::Score(x), Value::Score(y)) => equal_or_different(x == y),
        _ => Relation::Incomparable,
    }
}

/// What two values have in common that are [`Relation::Equal`]: values with different ones are never equal, those with the
/// same one may be. It sorts values, so that not every value has to be held against every other.
pub fn equal_only_with(stated: Stated<'_>) -> Option<(bool, Option<Number>)> {
    match stated.value {
        Value::Number(quantity) => Some(first_edge(quantity, stated.qualifier)),
        _ => None,
    }
}

fn equal_or_different(equal: bool) -> Relation {
    if equal {
        Relation::Equal
    } else {
        Relation::Disjoint(Slip::DifferentValue)
    }
}
