//! The public, versioned, sorted model of a run: the only serialisable types of the library.
//!
//! Keys are only ever added within a schema version. Spans are half-open byte ranges into the source as it lies on disk;
//! lines and columns are 1-based, columns in code points.

mod article;
mod assemble;
mod decision;
mod located;
mod names;
mod note;
mod reason;
mod registry;
mod schema;
mod telling;
#[cfg(test)]
mod tests;

use std::collections::BTreeMap;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

pub use crate::text::Span;
pub use article::{ArticleText, TextBlock};
pub(crate) use assemble::{claim_ids, fact_id, report as assemble};
pub use decision::{Decided, Decisions, Remark, Ruling};
pub use located::Part;
pub use note::Note;
pub use registry::{Finding, Severity, findings, findings_page};
pub use schema::json_schema;
pub use telling::{Gap, Sentence, Telling};

/// Version of the report's shape.
pub const SCHEMA_VERSION: u32 = 1;

/// Everything one run of crosscheck found.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Report {
    /// Version of this shape: 1.
    pub schema_version: u32,
    /// The articles, sorted by name.
    pub sources: Vec<Source>,
    /// Sorted by source and place.
    pub claims: Vec<Claim>,
    /// Most important first: conflicts, possible conflicts, updates, agreements, compatible, uncorroborated; conflicts with
    /// the most certain first; then by place.
    pub facts: Vec<Fact>,
    /// Sorted by the place of their first passage.
    pub duplicates: Vec<Duplicate>,
    /// Digits and number words that are no claim, sorted by source and place.
    pub ignored: Vec<Ignored>,
    /// Counts of the above.
    pub summary: Summary,
    /// What editors decided of the findings; absent where they decided nothing.
    #[serde(default, skip_serializing_if = "Decisions::is_empty")]
    pub decisions: Decisions,
    /// Articles that are no files of their own, by name, for formats that open the files. No part of the JSON.
    #[serde(skip)]
    pub parts: BTreeMap<String, Part>,
}

/// One article.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Source {
    /// Path relative to the folder given, with `/`.
    pub source: String,
    /// Headline.
    pub title: Option<String>,
    /// Who printed it.
    pub publisher: Option<String>,
    /// Its address.
    pub url: Option<String>,
    /// EDTF date.
    pub published: Option<String>,
    /// BCP 47 tag.
    pub language: Option<String>,
    /// Who wrote it.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub author: Option<String>,
    /// EDTF date of its last change.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub modified: Option<String>,
    /// How the file is written, where it is no plain text: "html", "docx", ….
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub format: Option<String>,
    /// Whether spans, lines and columns are those of the text that was taken out of the file, and not of the file.
    #[serde(skip_serializing_if = "std::ops::Not::not", default)]
    pub extracted: bool,
    /// Where the file itself says what was not given from outside: `published` → "JSON-LD".
    #[serde(skip_serializing_if = "BTreeMap::is_empty", default)]
    pub metadata_from: BTreeMap<String, String>,
    /// What the reader must know: unreadable parts, left-out lines.
    pub notes: Vec<Note>,
    /// The article itself, for pages that show it in full. No part of the JSON: the file on disk holds it.
    #[serde(skip)]
    pub text: ArticleText,
}

/// One figure or date of one article.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Claim {
    /// Hash of its content.
    pub id: String,
    /// Name of the article.
    pub source: String,
    /// "title", "lede", "body", "caption", "list-item", "teaser", "meta", "boilerplate".
    #[schemars(extend("enum" = ["title", "lede", "body", "caption", "list-item", "teaser", "meta", "boilerplate"]))]
    pub block: String,
    /// The whole phrase.
    pub span: Span,
    /// The number or date itself.
    pub core: Span,
    /// 1-based line of the core.
    pub line: usize,
    /// 1-based column of the core, in code points.
    pub column: usize,
    /// The phrase as it stands in the article.
    pub quote: String,
    /// count, money, percent, measure, date, duration, time, ordinal, recurrence, score.
    #[schemars(extend("enum" = ["count", "money", "percent", "measure", "date", "duration", "time", "ordinal", "recurrence", "score"]))]
    pub kind: String,
    /// Decimal, range, EDTF date, ISO 8601 duration; null where the text gives none.
    pub value: Option<String>,
    /// exact, about, almost, at-least, more-than, at-most, less-than, start, mid, end.
    #[schemars(extend("enum" = ["exact", "about", "almost", "at-least", "more-than", "at-most", "less-than", "start", "mid", "end"]))]
    pub qualifier: String,
    /// ISO 4217 code, "%", UCUM or SI symbol; for counts the noun.
    pub unit: Option<String>,
    /// Whom or what the claim is about.
    pub subjects: Vec<String>,
    /// Who is credited with it.
    pub attribution: Option<String>,
    /// asserted, planned, possible, denied, quoted.
    #[schemars(extend("enum" = ["asserted", "planned", "possible", "denied", "quoted"]))]
    pub modality: String,
    /// Names of the rules that made it.
    pub rules: Vec<String>,
    /// The sentence it stands in.
    pub sentence: Span,
    /// The raw text of that sentence: its first byte is `sentence.start`.
    pub context: String,
}

/// Claims that speak of the same thing, and what their values say to each other.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Fact {
    /// Hash of its content.
    pub id: String,
    /// agreement, compatible, update, conflict, possible-conflict, uncorroborated.
    #[schemars(extend("enum" = ["agreement", "compatible", "update", "conflict", "possible-conflict", "uncorroborated"]))]
    pub verdict: String,
    /// For a conflict its kind and then a sentence: "magnitude-slip: 24000 is 10 times 2400".
    pub reason: String,
    /// high, medium or low.
    #[schemars(extend("enum" = ["high", "medium", "low"]))]
    pub confidence: String,
    /// What the claims speak of, in the words of the first of them.
    pub about: String,
    /// Ids of the claims, in the order of the sources.
    pub claims: Vec<String>,
    /// How many articles hold these claims.
    pub articles: usize,
    /// The different values, most supported first.
    pub values: Vec<ValueGroup>,
    /// Independent origins of the claims.
    pub origins: usize,
    /// Why the claims are one fact, a sentence each.
    pub evidence: Vec<String>,
    /// `reason` and `evidence` in parts, for pages in another language. No part of the JSON, which has both in English.
    #[serde(skip)]
    pub telling: Telling,
}

/// Claims of one fact with the same value.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct ValueGroup {
    /// As in [`Claim::value`].
    pub value: Option<String>,
    /// Ids of the claims.
    pub claims: Vec<String>,
    /// Independent origins of these claims.
    pub origins: usize,
}

/// Passages that are the same text.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Duplicate {
    /// Hash of its content.
    pub id: String,
    /// exact or near.
    #[schemars(extend("enum" = ["exact", "near"]))]
    pub class: String,
    /// 0 to 1, by shared word trigrams.
    pub similarity: f64,
    /// The passages.
    pub spans: Vec<Passage>,
    /// Words that differ, for near duplicates.
    pub changes: Vec<Change>,
}

/// A stretch of an article.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Passage {
    /// Name of the article.
    pub source: String,
    /// First byte.
    pub start: usize,
    /// One past the last byte.
    pub end: usize,
    /// 1-based line.
    pub line: usize,
    /// 1-based column, in code points.
    pub column: usize,
    /// The text itself.
    pub text: String,
}

/// Words that differ between two passages; either side may be empty.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Change {
    /// In the first passage.
    pub from: String,
    /// In the second.
    pub to: String,
}

/// Digits or a number word that are no claim.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Ignored {
    /// Name of the article.
    pub source: String,
    /// First byte.
    pub start: usize,
    /// One past the last byte.
    pub end: usize,
    /// The text itself.
    pub quote: String,
    /// Kebab-case reason.
    pub reason: String,
    /// 1-based line.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub line: Option<usize>,
}

/// Counts.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Summary {
    /// Articles that were read.
    pub sources: usize,
    /// Articles that could not be read.
    pub unreadable: usize,
    /// Those of them that a limit kept out.
    #[serde(default, skip_serializing_if = "is_none")]
    pub left_out: usize,
    /// Claims.
    pub claims: usize,
    /// Facts by verdict.
    pub conflicts: usize,
    /// Possible conflicts.
    pub possible_conflicts: usize,
    /// Updates.
    pub updates: usize,
    /// Agreements.
    pub agreements: usize,
    /// Compatible facts.
    pub compatible: usize,
    /// Facts that only one passage states.
    pub uncorroborated: usize,
    /// Groups of duplicate passages.
    pub duplicates: usize,
    /// Digits and number words that are no claim.
    pub ignored: usize,
    /// The same by reason; the counts add up to `ignored`.
    pub ignored_by_reason: BTreeMap<String, usize>,
}

/// Whether a count says nothing.
fn is_none(count: &usize) -> bool {
    *count == 0
}
