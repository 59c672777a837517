//! The pipeline: read this file first.

use crate::pack::Packs;
use crate::report::{Note, Report, SCHEMA_VERSION, Source, Summary};
use crate::source::{Content, Input};

/// What a run is told beside its sources.
#[derive(Debug, Clone, Default)]
pub struct Options {
    /// The day that relative dates of undated articles start from, as an EDTF date.
    pub as_of: Option<String>,
}

/// How far a run has come.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Progress {
    /// Name of the stage.
    pub stage: &'static str,
    /// Items of the stage that are done.
    pub done: usize,
    /// Items of the stage.
    pub total: usize,
}

/// How one claim or fact came about.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Explanation {
    /// What is explained.
    pub title: String,
    /// In the order of the pipeline.
    pub steps: Vec<Step>,
}

/// One step of an explanation.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Step {
    /// What was done.
    pub heading: String,
    /// What came of it.
    pub lines: Vec<String>,
}

/// Compares `inputs`.
pub fn check(
    inputs: Vec<Input>,
    _packs: &Packs,
    _options: &Options,
    _progress: &(dyn Fn(Progress) + Sync),
) -> Report {
    let sources: Vec<_> = inputs.into_iter().map(source).collect();
    let unreadable = sources.iter().filter(|source| !source.notes.is_empty()).count();
    Report {
        schema_version: SCHEMA_VERSION,
        summary: Summary { sources: sources.len() - unreadable, unreadable, ..Summary::default() },
        sources,
        claims: Vec::new(),
        facts: Vec::new(),
        duplicates: Vec::new(),
        ignored: Vec::new(),
    }
}

/// The claims alone: no facts, no duplicates.
pub fn extract(
    inputs: Vec<Input>,
    packs: &Packs,
    options: &Options,
    progress: &(dyn Fn(Progress) + Sync),
) -> Report {
    check(inputs, packs, options, progress)
}

/// How the claim or fact came about whose id is `id` or alone starts with it.
pub fn explain(_id: &str, _inputs: Vec<Input>, _packs: &Packs, _options: &Options) -> Option<Explanation> {
    None
}

fn source(input: Input) -> Source {
    let note = |name: &str, message, line| Note { name: name.to_owned(), message, line };
    let mut notes: Vec<_> = input.notes.into_iter().map(|n| note(n.name, n.message, n.line)).collect();
    if let Content::Unreadable { why, line } = input.content {
        notes.push(note("source-unreadable", why, line));
    }
    Source {
        source: input.name,
        title: input.meta.title,
        publisher: input.meta.publisher,
        url: input.meta.url,
        published: input.meta.published,
        language: input.meta.language,
        notes,
    }
}
