//! Typed values in one sentence, with the rule path that made them.

mod candidate;
mod clock;
mod compound;
mod date;
mod day;
mod digits;
mod fill;
mod measured;
mod movable;
mod myriads;
mod notation;
mod numeral;
mod pattern;
mod places;
mod power;
mod quantity;
mod race;
mod range;
mod read;
mod reference;
mod sample;
mod shape;
mod sides;
mod stretch;
mod together;
mod words;

pub use candidate::Role;
pub(crate) use day::months_later;
pub(crate) use read::read_winners;
pub use read::{WordCache, read};
pub use reference::Reference;
pub(crate) use sample::sample;

use crate::pack::WordId;
use crate::text::{Span, Token};
use crate::value::{Qualifier, Value};

/// What sort of value a mention is; the `kind` of the report contract.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Kind {
    /// Things counted.
    Count,
    /// An amount in a currency.
    Money,
    /// A percentage.
    Percent,
    /// A quantity with a physical unit.
    Measure,
    /// A date or a range of dates.
    Date,
    /// A length of time.
    Duration,
    /// A clock time.
    Time,
    /// A place in an order.
    Ordinal,
    /// Something that repeats.
    Recurrence,
    /// The result of a match.
    Score,
}

impl Kind {
    /// The name in reports.
    pub fn name(self) -> &'static str {
        match self {
            Self::Count => "count",
            Self::Money => "money",
            Self::Percent => "percent",
            Self::Measure => "measure",
            Self::Date => "date",
            Self::Duration => "duration",
            Self::Time => "time",
            Self::Ordinal => "ordinal",
            Self::Recurrence => "recurrence",
            Self::Score => "score",
        }
    }
}

/// A typed value in a sentence.
#[derive(Debug, Clone)]
pub struct Mention {
    /// Sort of value.
    pub kind: Kind,
    /// The value.
    pub value: Value,
    /// How it is stated.
    pub qualifier: Qualifier,
    /// ISO 4217 code, "%", UCUM or SI symbol.
    pub unit: Option<String>,
    /// What the number does in a change.
    pub role: Role,
    /// Raw bytes of the number or date itself.
    pub core: Span,
    /// Raw bytes of the phrase as far as the value reaches: hedge, core, unit.
    pub span: Span,
    /// Tokens of the sentence that the phrase covers, half-open.
    pub tokens: (usize, usize),
    /// Names of the rules that made it, the outermost first.
    pub rules: Vec<String>,
}

/// Digits or number words that are no claim.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Ignored {
    /// Raw bytes.
    pub span: Span,
    /// Kebab-case: `designation`, `url`, `list-marker`, ….
    pub reason: String,
}

/// A reading that lost against a longer or firmer one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Rejected {
    /// Raw bytes.
    pub span: Span,
    /// The kind it would have been, or the reason for which it would have been ignored.
    pub kind: String,
    /// Rules that made it.
    pub rules: Vec<String>,
}

/// What a sentence holds.
#[derive(Debug, Clone, Default)]
pub struct Reading {
    /// Values, in the order of the text.
    pub mentions: Vec<Mention>,
    /// Digits and number words that are none; every run of digits of the sentence is here or in a mention.
    pub ignored: Vec<Ignored>,
    /// Readings that lost.
    pub rejected: Vec<Rejected>,
    /// Tokens of the sentence.
    pub tokens: Vec<Token>,
    /// The number of each token's word.
    pub words: Vec<WordId>,
    /// Whether the day that relative dates start from was asked for: otherwise the sentence says the same on any day.
    pub by_day: bool,
}

#[cfg(test)]
mod tests;
#[cfg(test)]
mod tests_dates;
