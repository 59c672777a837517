//! What a rule file may say: the TOML of `rules/<language>/*.toml`, before it is checked and compiled.
//!
//! Every file of a pack may hold every section; a pack is the union of its files over the shared `rules/base/`.
//! Unknown keys are errors.

#![allow(
    dead_code,
    reason = "the examples of entries are checked for their keys here and read with their places by `entry`"
)]

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::placed::{Placed, written};

/// One rule file.
#[derive(Debug, Default, Deserialize, Serialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case", default)]
pub(crate) struct PackFile {
    pub language: Option<Placed<Language>>,
    pub number_format: Option<Placed<NumberFormat>>,
    pub fold: Vec<Placed<Fold>>,
    pub numeral: Vec<Placed<Numeral>>,
    pub range: Vec<Placed<RangeForm>>,
    pub hedge: Vec<Placed<Hedge>>,
    pub unit: Vec<Placed<Unit>>,
    pub currency: Vec<Placed<Currency>>,
    pub slot: Vec<Placed<SlotWord>>,
    pub feast: Vec<Placed<Feast>>,
    pub list: Vec<Placed<WordList>>,
    pub pattern: Vec<Placed<Pattern>>,
    pub shape: Vec<Placed<Shape>>,
    pub concept: Vec<Placed<Concept>>,
    pub entity: Vec<Placed<Entity>>,
    pub contrast: Vec<Placed<Contrast>>,
    #[serde(rename = "trait")]
    pub traits: Vec<Placed<ConceptTrait>>,
    pub attribution: Vec<Placed<Attribution>>,
    pub modality: Vec<Placed<Modality>>,
    pub abbreviation: Vec<Placed<Abbreviation>>,
    pub block: Vec<Placed<BlockCue>>,
    pub words: BTreeMap<String, Placed<Vec<String>>>,
}

/// The language of a pack and how its text is known.
#[derive(Debug, Clone, Deserialize, Serialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub(crate) struct Language {
    /// BCP 47 tag, "vi".
    pub code: String,
    /// The language's own name.
    pub name: String,
    /// Letters that few other languages use; each counts for the language in the choice by score.
    #[serde(default)]
    pub letters: String,
    /// Frequent short words that few other languages use.
    #[serde(default)]
    pub words: Vec<String>,
    /// Where the head of a noun phrase stands: "first" ("lĩnh vực hợp tác") or "last" ("areas").
    #[serde(default = "Language::head_first")]
    pub head: HeadPosition,
    /// Whether words are written as several space-separated syllables, so that one rare syllable says little.
    #[serde(default)]
    pub syllabic: bool,
    /// Order of an all-digit date: "dmy", "mdy" or "ymd".
    #[serde(default = "Language::day_first")]
    pub date_order: String,
    /// Regions (ISO 3166) of a language with `date-order = "dmy"` that write the month first.
    #[serde(default)]
    pub month_first_regions: Vec<String>,
}

impl Language {
    fn head_first() -> HeadPosition {
        HeadPosition::First
    }
    fn day_first() -> String {
        "dmy".to_owned()
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, Serialize)]
#[serde(rename_all = "kebab-case")]
pub(crate) enum HeadPosition {
    First,
    Last,
}

/// How digits are grouped. Each string is one character.
#[derive(Debug, Clone, Deserialize, Serialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub(crate) struct NumberFormat {
    /// Characters that group thousands, the usual one first: [".", " "].
    pub grouping: Vec<String>,
    /// Characters that open the decimals, the usual one first: [","].
    pub decimal: Vec<String>,
    /// Whether a digit after a scale word counts its next place: "ba triệu hai" is 3 200 000.
    #[serde(default)]
    pub elliptical: bool,
}

/// Endings that are spelled in two ways and count as one for matching: from = "oà", to = "òa".
#[derive(Debug, Clone, Deserialize, Serialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub(crate) struct Fold {
    /// Spellings, lower case NFC, of the end of a word (`whole = true`: of the whole word).
    pub from: Vec<String>,
    pub to: String,
    #[serde(default)]
    pub whole: bool,
}

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
    #[serde(default)]
    pub not_before: Vec<String>,
    #[serde(default, with = "written")]
    pub examples: Vec<Example>,
    #[serde(default, with = "written")]
    pub not: Vec<String>,
}

/// Words that fill a typed slot of the templates: slot = "month", value = 7, words = ["bảy"].
///
/// A word with `^` before it must be capitalised in the text ("thứ ^hai" is Monday, "thứ hai" second).
#[derive(Debug, Clone, Deserialize, Serialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub(crate) struct SlotWord {
    pub slot: String,
    pub value: i64,
    pub words: Vec<String>,
}

/// A feast whose days are listed: those of lunar calendars.
#[derive(Debug, Clone, Deserialize, Serialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub(crate) struct Feast {
    pub name: String,
    /// What the slots `feast` and `festival` give: 40000 to 49999.
    pub code: i64,
    /// Days in ISO 8601 with white space between; "first/last" for a feast of several days.
    pub days: String,
}

/// Words under a name, for templates: `<name>`.
#[derive(Debug, Clone, Deserialize, Serialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub(crate) struct WordList {
    pub name: String,
    pub words: Vec<String>,
}

/// A template over typed slots and what it makes.
#[derive(Debug, Clone, Deserialize, Serialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub(crate) struct Pattern {
    /// Kebab-case, unique in the pack; the report names it as `<language>/<name>`.
    pub name: String,
    pub kind: PatternKind,
    pub templates: Vec<Placed<String>>,
    /// Of two readings of the same length the higher wins (default 0).
    #[serde(default)]
    pub priority: i32,
    /// Date slots that are the same in every match: { part = 3 }.
    #[serde(default)]
    pub set: BTreeMap<String, i64>,
    /// For `ignore`: why it is no claim (kebab-case).
    #[serde(default)]
    pub reason: Option<String>,
    /// For `recurrence`: the ISO 8601 form, "R/P1Y". For `number`: the value. Empty: no value.
    #[serde(default)]
    pub value: Option<String>,
    /// For `number`, `money`: the qualifier that the wording implies.
    #[serde(default)]
    pub qualifier: Option<String>,
    /// The match counts only when the word before it is not one of these.
    #[serde(default)]
    pub not_after: Vec<String>,
    /// … when the word after it is not one of these.
    #[serde(default)]
    pub not_before: Vec<String>,
    /// … when the word before it is one of these.
    #[serde(default)]
    pub after: Vec<String>,
    /// … when the word after it is one of these.
    #[serde(default)]
    pub before: Vec<String>,
    /// Whether the end of the text counts as one of `before`.
    #[serde(default)]
    pub before_end: bool,
    /// … only at the start of a sentence.
    #[serde(default)]
    pub sentence_start: bool,
    #[serde(default, with = "written")]
    pub examples: Vec<Example>,
    #[serde(default, with = "written")]
    pub not: Vec<String>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, Serialize)]
#[serde(rename_all = "kebab-case")]
pub(crate) enum PatternKind {
    /// A date, a date range or a date with a time.
    Date,
    Duration,
    Time,
    Recurrence,
    Ordinal,
    /// A number that the numerals alone do not give: "nửa triệu", "hàng tỷ", "hai phần ba".
    Number,
    Score,
    /// No claim at all.
    Ignore,
}

/// A text and what the entry makes of it.
#[derive(Debug, Clone, Deserialize, Serialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub(crate) struct Example {
    pub text: String,
    /// `value` of the report contract; absent for what is ignored.
    #[serde(default)]
    pub value: Option<String>,
    /// The day that relative expressions start from (default: none).
    #[serde(default)]
    pub published: Option<String>,
    #[serde(default)]
    pub kind: Option<String>,
    #[serde(default)]
    pub unit: Option<String>,
    #[serde(default)]
    pub qualifier: Option<String>,
}

/// A run of characters that is no claim, as an anchored regular expression over ASCII classes: URLs, model names, phones.
#[derive(Debug, Clone, Deserialize, Serialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub(crate) struct Shape {
    pub name: String,
    pub reason: String,
    pub regex: Placed<String>,
    #[serde(default, with = "written")]
    pub examples: Vec<Example>,
    #[serde(default, with = "written")]
    pub not: Vec<String>,
}

/// What can be counted, measured or dated, under an id that all packs share: "area-of-cooperation".
#[derive(Debug, Clone, Deserialize, Serialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub(crate) struct Concept {
    pub id: String,
    pub role: ConceptRole,
    /// A wider concept: "airplane" under "vehicle".
    #[serde(default)]
    pub broader: Option<String>,
    pub words: Vec<String>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, Serialize)]
#[serde(rename_all = "kebab-case")]
pub(crate) enum ConceptRole {
    /// What a number counts: "lĩnh vực", "areas".
    Noun,
    /// What happens to it: "giao", "delivered", "chết", "killed".
    Predicate,
    /// What a date or duration belongs to: "hội nghị thượng đỉnh", "summit".
    Event,
    /// Saying, reporting: its date is the date of the report.
    Report,
}

/// A name with its other names, under an id that all packs share: "country/KR".
#[derive(Debug, Clone, Deserialize, Serialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub(crate) struct Entity {
    pub id: String,
    pub names: Vec<String>,
}

/// Concepts of which at most one can be meant: killed / injured.
#[derive(Debug, Clone, Deserialize, Serialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub(crate) struct Contrast {
    pub concepts: Vec<String>,
}

/// What some concepts are like.
#[derive(Debug, Clone, Deserialize, Serialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub(crate) struct ConceptTrait {
    /// Concept ids.
    pub concepts: Vec<String>,
    /// Says little by itself: what happens to it tells what is counted ("người").
    #[serde(default)]
    pub generic: bool,
    /// One event has a single one at a time, so that two different figures cannot both be true (a death toll).
    #[serde(default)]
    pub tally: bool,
    /// Its figure grows as news comes in, so that a later, larger one is no contradiction.
    #[serde(default)]
    pub evolves: bool,
    /// Its figure falls as news comes in (people missing).
    #[serde(default)]
    pub falls: bool,
    /// Comes many in a row, so that two different ordinals of it are two things (a minute, a round).
    #[serde(default)]
    pub serial: bool,
    /// Bears names that end in a number, which counts nothing ("tàu Hải Âu 36").
    #[serde(default)]
    pub numbered: bool,
    /// Acts and pays, but is no amount itself (a government, a bank).
    #[serde(default)]
    pub actor: bool,
    /// A phase of an event: its date lies in the period of the event (open, close, take place).
    #[serde(default)]
    pub phase: bool,
    /// The predicate that a noun says: "death" implies "die".
    #[serde(default)]
    pub implies: Option<String>,
}

/// How a text names who said it. The template holds `{source}`: "theo {source},", "{source} cho biết".
#[derive(Debug, Clone, Deserialize, Serialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub(crate) struct Attribution {
    pub name: String,
    /// Words before the one who is credited.
    #[serde(default)]
    pub before: Vec<String>,
    /// Words after.
    #[serde(default)]
    pub after: Vec<String>,
    #[serde(default, with = "written")]
    pub examples: Vec<AttributionExample>,
    #[serde(default)]
    pub not: Vec<String>,
}

#[derive(Debug, Clone, Deserialize, Serialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub(crate) struct AttributionExample {
    pub text: String,
    pub source: String,
}

/// Words that make a statement planned, possible or denied.
#[derive(Debug, Clone, Deserialize, Serialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub(crate) struct Modality {
    /// planned, possible, denied.
    pub modality: String,
    pub words: Vec<String>,
}

/// A short form whose full stop ends no sentence: "TP.", "Dr.".
#[derive(Debug, Clone, Deserialize, Serialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub(crate) struct Abbreviation {
    pub words: Vec<String>,
}

/// Words by which a block that is no body text is known.
#[derive(Debug, Clone, Deserialize, Serialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub(crate) struct BlockCue {
    pub name: String,
    /// caption, meta, boilerplate, teaser, or topic: the title of a page of teasers.
    pub block: String,
    /// Where the words stand: "start", "end", "anywhere" or "whole" of the line.
    pub at: CuePosition,
    /// `…` stands for one to twelve words, `#` for digits.
    pub words: Vec<String>,
    /// Lines longer than this many words are body text all the same (0: no limit).
    #[serde(default)]
    pub max_words: usize,
    /// What follows the line belongs to other stories ("Tin cùng chuyên mục").
    #[serde(default)]
    pub opens_tail: bool,
    #[serde(default, with = "written")]
    pub examples: Vec<String>,
    #[serde(default, with = "written")]
    pub not: Vec<String>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, Serialize)]
#[serde(rename_all = "kebab-case")]
pub(crate) enum CuePosition {
    Start,
    End,
    Anywhere,
    Whole,
}

fn yes() -> bool {
    true
}
