//! Everything a run needs, read.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::sync::OnceLock;

use anyhow::{Context, Result};
use crosscheck::pack::Packs;
use crosscheck::report::{Remark, Report};
use crosscheck::source::Input;

use super::progress::Progress;
use super::settings::Settings;
use super::{collect, rules, say};

/// A function of the library that makes a report.
pub type Pipeline =
    fn(Vec<Input>, &Packs, &crosscheck::Options, &(dyn Fn(crosscheck::Progress) + Sync)) -> Report;

/// Articles, rules and options.
pub struct Run {
    pub inputs: Vec<Input>,
    pub packs: Packs,
    pub options: crosscheck::Options,
    pub quiet: bool,
    /// Articles that are parts of a file, by name: the file, and the line on which they start there.
    pub parts: BTreeMap<String, (PathBuf, Option<usize>)>,
    /// What is to be said of the files that describe the articles.
    pub remarks: Vec<Remark>,
    /// Whether the process goes on after this run.
    pub goes_on: bool,
}

/// The threads are started once, however often the articles are read.
static THREADS: OnceLock<()> = OnceLock::new();

impl Run {
    /// Reads what `settings` name; `output` is never an article.
    pub fn prepare(settings: &Settings, output: Option<&Path>) -> Result<Self> {
        if let Some(jobs) = settings.jobs.value
            && THREADS.set(()).is_ok()
        {
            let pool = rayon::ThreadPoolBuilder::new().num_threads(jobs);
            pool.build_global().context("cannot start the threads")?;
        }
        let packs = rules::packs(settings.rules.value.as_deref())?;
        let written = settings.input_format.value.format();
        let taking = settings.taking.clone();
        let links = settings.config().map(|config| config.links.clone());
        let collected = collect::inputs(
            &settings.paths.value,
            written,
            &taking,
            output,
            settings.fetching(output).as_ref(),
        )?;
        if !settings.quiet.value {
            for report in &collected.own_reports {
                say(&format!(
                    "note: {report} is a report of crosscheck and no article; it was left out"
                ));
            }
        }
        Ok(Self {
            inputs: collected.inputs,
            parts: collected.parts,
            remarks: collected.remarks,
            packs,
            options: crosscheck::Options {
                as_of: settings.as_of.value.clone(),
                links: links.unwrap_or_default(),
                reading: taking,
            },
            quiet: settings.quiet.value,
            goes_on: false,
        })
    }

    pub fn report(self, pipeline: Pipeline) -> Result<Report> {
        let progress = Progress::new(self.quiet);
        let mut report = pipeline(self.inputs, &self.packs, &self.options, &|step| {
            progress.show(step)
        });
        usable(&self.packs)?;
        report.decisions.remarks.extend(self.remarks);
        if !self.goes_on {
            // The process is about to end: to free the words of the packs one by one takes as long as to read an article.
            std::mem::forget(self.packs);
        }
        Ok(report)
    }
}

/// A pack that turned out to be at fault when a source needed it: what was read without it counts for nothing.
pub fn usable(packs: &Packs) -> Result<()> {
    match packs.failure() {
        Some(error) => Err(error.into()),
        None => Ok(()),
    }
}
