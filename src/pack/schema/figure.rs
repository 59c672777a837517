//! What a rule file says of numbers and amounts: number words, ranges, hedges, units and currencies.

use serde::{Deserialize, Serialize};

use super::super::placed::written;
use super::Example;

/// A number word.
#[derive(Debug, Clone, Deserialize, Serialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub(crate) struct Numeral {
    pub words: Vec<String>,
    pub role: NumeralRole,
    /// Decimal string; what it means depends on the role.
    #[serde(default)]
    pub value: Option<String>,
    /// May it be a number on its own? (`false`: "lăm", "linh", only inside a longer numeral.)
    #[serde(default = "yes")]
    pub alone: bool,
    /// An article as often as a number ("một", "a"): on its own it is a count only before a unit or a listed noun.
    #[serde(default)]
    pub article: bool,
    /// May digits stand before it, as in "5 triệu"?
    #[serde(default)]
    pub after_digits: bool,
    /// Written glued to digits ("500k", "1,5tr", "$1.2bn")?
    #[serde(default)]
    pub glued: bool,
    /// Only in an amount of money, or before one of the words of `before`: "$5m", "5m people", but "5m" of rope.
    #[serde(default)]
    pub money: bool,
    #[serde(default)]
    pub before: Vec<String>,
    /// A glued scale only when digits are glued behind it as well: the "t" of "2t3".
    #[serde(default)]
    pub between: bool,
    /// "nghìn" spoken before "tỷ": a scale that multiplies the scale after it.
    #[serde(default)]
    pub multiplies: bool,
    #[serde(default, with = "written")]
    pub examples: Vec<Example>,
    #[serde(default, with = "written")]
    pub not: Vec<String>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, Serialize)]
#[serde(rename_all = "kebab-case")]
pub(crate) enum NumeralRole {
    /// 0 to 9: "hai", "two".
    Digit,
    /// A digit only after tens: "mốt", "lăm", "tư".
    DigitAfterTens,
    /// 10 and additive teens and tens: "mười", "eleven", "twenty".
    Additive,
    /// Multiplies the digit before it by ten: "mươi", "chục".
    Tens,
    /// Multiplies what is below a thousand: "trăm", "hundred".
    Hundred,
    /// Multiplies the group before it: "nghìn", "triệu", "million".
    Scale,
    /// Says that a place is empty or joins: "linh", "lẻ", "and".
    Filler,
    /// Half of the last unit: "rưỡi".
    Half,
    /// Opens the decimals: "phẩy", "point".
    Point,
    /// "âm", "minus".
    Minus,
}

/// How a range is written: open = ["từ"], between = ["đến", "tới"].
#[derive(Debug, Clone, Deserialize, Serialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub(crate) struct RangeForm {
    pub name: String,
    /// Words before the first number; none is needed when it is empty.
    #[serde(default)]
    pub open: Vec<String>,
    /// Words or signs between the two.
    pub between: Vec<String>,
    /// What the two numbers are: a `range`, the two ends of a `change` ("từ 7 lên 11"), or the `sides` of a thing ("8x8 m").
    #[serde(default = "RangeForm::range")]
    pub relation: RangeRelation,
    #[serde(default, with = "written")]
    pub examples: Vec<Example>,
    #[serde(default, with = "written")]
    pub not: Vec<String>,
}

impl RangeForm {
    fn range() -> RangeRelation {
        RangeRelation::Range
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, Serialize)]
#[serde(rename_all = "kebab-case")]
pub(crate) enum RangeRelation {
    Range,
    Change,
    /// Length, width and height: "8x8 m".
    Sides,
}

/// A word that makes a value vague or a bound.
#[derive(Debug, Clone, Deserialize, Serialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub(crate) struct Hedge {
    pub words: Vec<String>,
    /// A qualifier of the report contract: about, almost, at-least, more-than, at-most, less-than.
    pub qualifier: String,
    /// "before" the number (default) or "after" it or its unit.
    #[serde(default)]
    pub after: bool,
    #[serde(default, with = "written")]
    pub examples: Vec<Example>,
    #[serde(default, with = "written")]
    pub not: Vec<String>,
}

/// A unit of measure, of time or of proportion.
#[derive(Debug, Clone, Deserialize, Serialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub(crate) struct Unit {
    /// UCUM or SI symbol: "km", "ha", "%"; for time the ISO 8601 designator: "Y", "M", "W", "D", "TH", "TM", "TS".
    pub symbol: String,
    pub kind: UnitKind,
    /// What is measured ("length"): values of one dimension convert by `factor`.
    #[serde(default)]
    pub dimension: Option<String>,
    /// Decimal string: how many base units of its dimension it holds.
    #[serde(default)]
    pub factor: Option<String>,
    pub words: Vec<String>,
    /// May be glued to digits: "5km", "30%".
    #[serde(default)]
    pub glued: bool,
    /// Only right when the next word is not one of these ("tấn" before "công").
    #[serde(default)]
    pub not_before: Vec<String>,
    /// Its figures are small: one sign in the digits before it opens decimals ("14.827 độ vĩ Bắc").
    #[serde(default)]
    pub decimals: bool,
    #[serde(default, with = "written")]
    pub examples: Vec<Example>,
    #[serde(default, with = "written")]
    pub not: Vec<String>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, Serialize)]
#[serde(rename_all = "kebab-case")]
pub(crate) enum UnitKind {
    Measure,
    Percent,
    Duration,
}

/// A currency by its ISO 4217 code.
#[derive(Debug, Clone, Deserialize, Serialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub(crate) struct Currency {
    pub code: String,
    pub words: Vec<String>,
    /// May stand before the number: "$", "USD".
    #[serde(default)]
    pub before: bool,
    #[serde(default)]
    pub glued: bool,
    /// Only behind a thousand and more: "40 triệu bảng", but 4 bảng of a draw.
    #[serde(default)]
    pub large: bool,
    #[serde(default)]
    pub not_before: Vec<String>,
    #[serde(default, with = "written")]
    pub examples: Vec<Example>,
    #[serde(default, with = "written")]
    pub not: Vec<String>,
}

fn yes() -> bool {
    true
}
