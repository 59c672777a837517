//! The pipeline: read this file first.
//!
//! bytes → source → sentence → mention → claim → fact → verdict → report, with duplicates found beside. Each stage is a
//! function of what the stage before it gave; nothing here looks at a clock, a file or the environment.

mod explain;
mod links;
mod room;
mod sample;

use rayon::prelude::*;

use crate::claim::{self, KnownSentences, SharedWords, SourceClaims};
use crate::duplicate::{self, Duplicates};
use crate::fact::{self, Run};
use crate::mention::Reference;
use crate::pack::Packs;
use crate::report::{self, Report};
use crate::source::{self, Input, Reader, Reading, Source};
use crate::verdict;

pub use explain::{Explanation, Step, explain};
pub use links::{End, Link, LinkKind};
pub use sample::{SampleResult, samples};

/// What a run is told beside its sources.
#[derive(Debug, Clone, Default)]
pub struct Options {
    /// The day that relative dates of undated articles start from, as an EDTF date.
    pub as_of: Option<String>,
    /// How articles are taken out of files, and how much is read of them.
    pub reading: Reading,
    /// What editors say belongs together, or does not.
    pub links: Vec<Link>,
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
    let known = KnownSentences::default();
    let sources = sources(inputs, packs, options, &known, progress);
    let mut claims = claims(&sources, packs, options, Some(&known), progress);
    drop(known);
    let cores = claims.iter().map(SourceClaims::cores).collect();
    let mut duplicates = duplicate::find_at(&sources, cores);
    let run = Run::new(&sources, &mut claims);
    let (said, remarks) = links::resolve(&run, &options.links);
    let facts = fact::find(&run, packs, &mut duplicates, &said);
    let judged = verdict::judge_all(&run, packs, &duplicates, facts);
    let mut report = report::assemble(&run, duplicates, judged);
    report.decisions.remarks = remarks;
    report
}

/// Articles that [`extract_each`] holds at a time: enough to keep the threads busy, few enough to fit anywhere.
const BATCH: usize = 256;

/// The claims of `inputs` alone: no facts, no duplicates.
pub fn extract(
    inputs: Vec<Input>,
    packs: &Packs,
    options: &Options,
    progress: &(dyn Fn(Progress) + Sync),
) -> Report {
    let known = KnownSentences::default();
    let sources = sources(inputs, packs, options, &known, progress);
    let count = Counter::new("extracting", sources.len(), progress);
    let claims: Vec<SourceClaims> = sources
        .par_iter()
        .map(|source| {
            count.after(claim::read_alone(
                source,
                packs,
                &reference(source, options),
                &known,
            ))
        })
        .collect();
    listed(&sources, &claims)
}

/// The same for any number of articles in bounded memory: `sink` gets the report of a few at a time, in the order of
/// `inputs`, and an error of it ends the run.
///
/// The claims are those of [`extract`] when the names of `inputs` differ and are in order.
pub fn extract_each<E>(
    inputs: impl ExactSizeIterator<Item = Input>,
    packs: &Packs,
    options: &Options,
    progress: &(dyn Fn(Progress) + Sync),
    mut sink: impl FnMut(&Report) -> Result<(), E>,
) -> Result<(), E> {
    let count = Counter::new("extracting", inputs.len(), progress);
    let reader = Reader::new(packs).within(options.reading.limits.clone());
    let known = KnownSentences::default();
    let mut inputs = inputs.peekable();
    while inputs.peek().is_some() {
        let batch: Vec<Input> = inputs.by_ref().take(BATCH).collect();
        let (sources, claims): (Vec<Source>, Vec<SourceClaims>) = batch
            .into_par_iter()
            .map(|input| {
                let source = claim::dated(reader.read(input), packs, &known);
                let day = reference(&source, options);
                let claims = claim::read_alone(&source, packs, &day, &known);
                count.after((source, claims))
            })
            .unzip();
        sink(&listed(&sources, &claims))?;
    }
    Ok(())
}

fn listed(sources: &[Source], claims: &[SourceClaims]) -> Report {
    let run = Run::listing(sources, claims);
    report::assemble::<(fact::Fact, verdict::Judgement)>(&run, Duplicates::default(), Vec::new())
}

/// Sources in the order of their names.
fn sources(
    inputs: Vec<Input>,
    packs: &Packs,
    options: &Options,
    known: &KnownSentences,
    progress: &(dyn Fn(Progress) + Sync),
) -> Vec<Source> {
    let mut inputs: Vec<Input> = inputs
        .into_iter()
        .flat_map(|input| source::unpack(input, &options.reading))
        .collect();
    inputs.sort_by(|a, b| a.name.cmp(&b.name));
    let count = Counter::new("reading", inputs.len(), progress);
    let reader = Reader::new(packs).within(options.reading.limits.clone());
    packs.compile(&reader.expected(&inputs));
    let read = room::read(inputs, &reader, &options.reading.limits, &count);
    let mut sources: Vec<Source> = read
        .into_par_iter()
        .map(|source| claim::dated(source, packs, known))
        .collect();
    source::mark_same_address(&mut sources);
    sources
}

/// The claims of each source. Without `known` sentences they come with the readings that lost, which only an explanation
/// names.
fn claims(
    sources: &[Source],
    packs: &Packs,
    options: &Options,
    known: Option<&KnownSentences>,
    progress: &(dyn Fn(Progress) + Sync),
) -> Vec<SourceClaims> {
    let count = Counter::new("extracting", sources.len(), progress);
    let words = SharedWords::default();
    sources
        .par_iter()
        .map(|source| {
            let day = reference(source, options);
            let mut of = match known {
                Some(known) => claim::read_known(source, packs, &day, known),
                None => claim::read(source, packs, &day),
            };
            words.share(&mut of);
            count.after(of)
        })
        .collect()
}

/// What relative dates of `source` start from.
fn reference(source: &Source, options: &Options) -> Reference {
    let published = source.meta.published.as_deref();
    Reference::of(published.or(options.as_of.as_deref()))
        .told_by(&source.text, source.meta.language.as_deref())
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
