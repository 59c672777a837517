//! What a rule file may say: the TOML of `rules/<language>/*.toml`, before it is checked and compiled.
//!
//! Every file of a pack may hold every section; a pack is the union of its files over the shared `rules/base/`.
//! Unknown keys are errors.

#![allow(
    dead_code,
    reason = "the examples of entries are checked for their keys here and read with their places by `entry`"
)]

mod figure;
mod meaning;

pub(crate) use figure::*;
pub(crate) use meaning::*;

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
    /// Whether every noun has a capital, so that two in a row are no name where the pack knows one of them.
    #[serde(default)]
    pub nouns_capitalised: bool,
    /// Order of an all-digit date: "dmy", "mdy" or "ymd".
    #[serde(default = "Language::day_first")]
    pub date_order: String,
    /// Regions (ISO 3166) of a language with `date-order = "dmy"` that write the month first.
    #[serde(default)]
    pub month_first_regions: Vec<String>,
    /// ISO 4217 code of the currency that its texts leave out where they name none: "VND".
    #[serde(default)]
    pub currency: Option<String>,
    /// Languages that no pack reads and that share many of its words.
    #[serde(default)]
    pub neighbours: Vec<Neighbour>,
}

/// A language that a text may be in and that no pack reads, so that it is not taken for the one beside it.
#[derive(Debug, Clone, Deserialize, Serialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub(crate) struct Neighbour {
    /// BCP 47 tag, "pt".
    pub code: String,
    /// As those of a language that is read.
    #[serde(default)]
    pub letters: String,
    /// Frequent short words that the language beside it has not.
    pub words: Vec<String>,
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
    /// Whether digits go on behind scale words, and those from ten thousand on multiply all before them: "1万2000".
    #[serde(default)]
    pub myriads: bool,
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
