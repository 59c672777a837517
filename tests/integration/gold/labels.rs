//! The labels of a gold set, as far as they are scored. `tests/gold/seeds/README.md` says what the fields mean.

use std::collections::BTreeMap;
use std::path::Path;

use serde::Deserialize;
use serde::de::DeserializeOwned;

/// Everything a reader wrote down about one set of articles.
pub struct Labels {
    pub claims: Vec<Claim>,
    pub non_claims: Vec<Place>,
    pub verdicts: Verdicts,
    pub duplicates: Duplicates,
    pub mutations: Vec<Mutation>,
}

/// A stretch of an article: a half-open byte range.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
pub struct Place {
    pub doc: String,
    pub start: usize,
    pub end: usize,
}

#[derive(Debug, Clone, Copy, Deserialize)]
pub struct Core {
    pub start: usize,
    pub end: usize,
}

#[derive(Debug, Deserialize)]
pub struct Claim {
    pub id: String,
    pub doc: String,
    pub core: Core,
    pub quote: String,
    pub kind: String,
    pub value: Option<String>,
    pub value_text: Option<String>,
    pub value_iso: Option<String>,
    pub window: Option<String>,
    pub unit_or_noun: Option<String>,
    pub currency: Option<String>,
    /// The real-world fact it speaks of.
    pub about: String,
    #[serde(default = "yes")]
    pub required: bool,
}

fn yes() -> bool {
    true
}

#[derive(Debug, Deserialize)]
pub struct Verdicts {
    pub agree: Vec<Group>,
    pub compatible: Vec<Group>,
    pub conflict: Vec<Group>,
    #[serde(default)]
    pub update: Vec<Group>,
    pub must_not_conflict: Vec<Trap>,
}

/// Claims that belong together, by id.
#[derive(Debug, Deserialize)]
pub struct Group {
    pub about: String,
    pub members: Vec<String>,
    pub kind: Option<String>,
    /// The sides of a conflict.
    #[serde(default)]
    pub values: BTreeMap<String, Vec<String>>,
}

/// Two claims that only look alike.
#[derive(Debug, Deserialize)]
pub struct Trap {
    pub a: String,
    pub b: String,
    pub why: String,
    #[serde(default)]
    pub must_not_agree: bool,
}

#[derive(Debug, Deserialize)]
pub struct Duplicates {
    pub pairs: Vec<Pair>,
}

#[derive(Debug, Deserialize)]
pub struct Pair {
    pub id: String,
    pub class: String,
    pub level: String,
    pub scope: String,
    pub strength: Option<String>,
    pub a: Place,
    pub b: Place,
}

/// An error to plant, or a harmless rewrite.
#[derive(Debug, Deserialize)]
pub struct Mutation {
    pub id: String,
    #[serde(flatten)]
    pub edit: Edit,
    #[serde(default)]
    pub also: Vec<Edit>,
    #[serde(default)]
    pub against: Vec<String>,
    pub tier: String,
    pub category: String,
    pub expect: Expect,
}

#[derive(Debug, Deserialize)]
pub struct Edit {
    pub doc: String,
    pub find: String,
    pub replace: String,
}

#[derive(Debug, Deserialize)]
#[serde(untagged)]
pub enum Expect {
    /// "no_conflict" and the like.
    Silence(#[allow(dead_code, reason = "its presence says all")] String),
    Verdict {
        verdict: String,
    },
}

impl Expect {
    pub fn is_conflict(&self) -> bool {
        matches!(self, Self::Verdict { verdict } if verdict == "conflict")
    }
}

impl Labels {
    pub fn read(folder: &Path) -> Self {
        Self {
            claims: lines(&folder.join("claims.jsonl")),
            non_claims: lines(&folder.join("non_claims.jsonl")),
            verdicts: whole(&folder.join("verdicts.json")),
            duplicates: whole(&folder.join("duplicates.json")),
            mutations: whole(&folder.join("mutations.json")),
        }
    }
}

fn whole<T: DeserializeOwned>(file: &Path) -> T {
    let text = std::fs::read_to_string(file).unwrap();
    serde_json::from_str(&text).unwrap_or_else(|error| panic!("{}: {error}", file.display()))
}

fn lines<T: DeserializeOwned>(file: &Path) -> Vec<T> {
    let text = std::fs::read_to_string(file).unwrap();
    let parse = |line| {
        serde_json::from_str(line).unwrap_or_else(|error| panic!("{}: {error}", file.display()))
    };
    text.lines()
        .filter(|line| !line.trim().is_empty())
        .map(parse)
        .collect()
}
