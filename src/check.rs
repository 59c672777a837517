//! The pipeline: read this file first.
//!
//! bytes → source → sentence → mention → claim → fact → verdict → report, with duplicates found beside. Each stage is a
//! function of what the stage before it gave; nothing here looks at a clock, a file or the environment.

mod explain;
mod sample;

use rayon::prelude::*;

use crate::claim::{self, SourceClaims};
use crate::duplicate::{self, Duplicates};
use crate::fact::{self, Run};
use crate::mention::Reference;
use crate::pack::Packs;
use crate::report::{self, Report};
use crate::source::{Input, Reader, Source};
use crate::verdict;

pub use explain::{Explanation, Step, explain};
pub use sample::{SampleResult, samples};

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

/// Compares `inputs`: what agrees, what contradicts, what was copied, what was not checked.
///
/// The report is the same whatever the order of `inputs` and the number of threads.
pub fn check(
    inputs: Vec<Input>,
    packs: &Packs,
    options: &Options,
    progress: &(dyn Fn(Progress) + Sync),
) -> Report {
    let sources = sources(inputs, packs, progress);
    let claims = claims(&sources, packs, options, progress);
    let duplicates = duplicate::find(&sources);
    let run = Run::new(&sources, &claims);
    let facts = fact::find(&run, packs, &duplicates);
    let judged = verdict::judge_all(&run, packs, &duplicates, facts);
    report::assemble(&run, &claims, &duplicates, &judged)
}

/// The claims of `inputs` alone: no facts, no duplicates.
pub fn extract(
    inputs: Vec<Input>,
    packs: &Packs,
    options: &Options,
    progress: &(dyn Fn(Progress) + Sync),
) -> Report {
    let sources = sources(inputs, packs, progress);
    let claims = claims(&sources, packs, options, progress);
    report::assemble(
        &Run::new(&sources, &claims),
        &claims,
        &Duplicates::default(),
        &[],
    )
}

/// Sources in the order of their names.
fn sources(
    mut inputs: Vec<Input>,
    packs: &Packs,
    progress: &(dyn Fn(Progress) + Sync),
) -> Vec<Source> {
    inputs.sort_by(|a, b| a.name.cmp(&b.name));
    let count = Counter::new("reading", inputs.len(), progress);
    let reader = Reader::new(packs);
    inputs
        .into_par_iter()
        .map(|input| count.after(reader.read(input)))
        .collect()
}

fn claims(
    sources: &[Source],
    packs: &Packs,
    options: &Options,
    progress: &(dyn Fn(Progress) + Sync),
) -> Vec<SourceClaims> {
    let count = Counter::new("extracting", sources.len(), progress);
    let reference = |source: &Source| {
        Reference::of(
            source
                .meta
                .published
                .as_deref()
                .or(options.as_of.as_deref()),
        )
        .told_by(&source.text, source.meta.language.as_deref())
    };
    sources
        .par_iter()
        .map(|source| count.after(claim::read(source, packs, &reference(source))))
        .collect()
}

/// Counts the items of a stage as threads finish them.
struct Counter<'p> {
    stage: &'static str,
    total: usize,
    done: std::sync::atomic::AtomicUsize,
    progress: &'p (dyn Fn(Progress) + Sync),
}

impl<'p> Counter<'p> {
    fn new(stage: &'static str, total: usize, progress: &'p (dyn Fn(Progress) + Sync)) -> Self {
        Self {
            stage,
            total,
            done: std::sync::atomic::AtomicUsize::new(0),
            progress,
        }
    }

    fn after<T>(&self, item: T) -> T {
        let done = self.done.fetch_add(1, std::sync::atomic::Ordering::Relaxed) + 1;
        (self.progress)(Progress {
            stage: self.stage,
            done,
            total: self.total,
        });
        item
    }
}
