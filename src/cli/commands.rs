//! One function a command.

use std::fmt::Write as _;
use std::process::ExitCode;

use anyhow::{Context, Result, bail};
use crosscheck::pack::Packs;
use crosscheck::render;
use crosscheck::report::Report;
use crosscheck::source::{Format, Input};

use super::args::{
    Check, CheckFormat, Color, Explain, Extract, ExtractFormat, InputFormat, Reading, UiLanguage,
};
use super::collect::Written;
use super::output::Target;
use super::progress::Progress;
use super::{collect, rules, say};

/// 1 when the report holds a finding that `--fail-on` names.
pub fn check(args: &Check, color: Color) -> Result<ExitCode> {
    let target = Target::new(args.output.as_deref(), color).in_language(match args.ui_language {
        UiLanguage::En => render::UiLanguage::English,
        UiLanguage::Vi => render::UiLanguage::Vietnamese,
    });
    let run = Run::prepare(&args.reading, &target)?;
    let mut report = run.report(crosscheck::check)?;
    let (renderer, shows_notes): (Renderer, bool) = match args.format {
        CheckFormat::Terminal => (render::terminal, true),
        CheckFormat::Html => (render::html, true),
        CheckFormat::Concise => (render::concise, true),
        CheckFormat::Markdown => (render::markdown, true),
        CheckFormat::Json => (render::json, false),
        CheckFormat::Jsonl => (render::records, false),
        CheckFormat::Sarif => (render::sarif, false),
        CheckFormat::Junit => (render::junit, false),
        CheckFormat::Csv => (render::csv, false),
        CheckFormat::Github => (render::github, true),
    };
    if !(args.reading.quiet || shows_notes && args.output.is_none()) {
        remarks(&report);
    }
    if args.format.is_about_files() {
        let places = collect::Places::new(&args.reading.paths);
        report = report.located(|name| places.of(name));
    }
    target.write(|options, page| renderer(&report, options, page))?;
    let found = report.finding_names();
    let failed = args
        .fail_on
        .iter()
        .any(|name| found.contains(name.as_str()));
    Ok(ExitCode::from(u8::from(failed)))
}

/// Always 0: a list of claims is no finding.
pub fn extract(args: &Extract, color: Color) -> Result<ExitCode> {
    let target = Target::new(args.output.as_deref(), color);
    let run = Run::prepare(&args.reading, &target)?;
    let renderer: Renderer = match args.format {
        ExtractFormat::Terminal => render::claim_list,
        ExtractFormat::Json => render::json,
        ExtractFormat::Jsonl => return extract_lines(run, &target),
    };
    let report = run.report(crosscheck::extract)?;
    if !args.reading.quiet {
        remarks(&report);
    }
    target.write(|options, page| renderer(&report, options, page))?;
    Ok(ExitCode::SUCCESS)
}

/// A list of lines needs no end: each is written as soon as those before it are.
fn extract_lines(run: Run, target: &Target) -> Result<ExitCode> {
    let Run {
        inputs,
        packs,
        options,
        quiet,
    } = run;
    let progress = Progress::new(quiet);
    let inputs = inputs.into_iter();
    target.stream(|layout, page| {
        crosscheck::extract_each(
            inputs,
            &packs,
            &options,
            &|step| progress.show(step),
            |report| {
                if !quiet {
                    remarks(report);
                }
                render::jsonl(report, layout, page)
            },
        )
    })?;
    usable(&packs)?;
    Ok(ExitCode::SUCCESS)
}

/// An id that names nothing, or more than one thing, cannot be explained.
pub fn explain(args: &Explain) -> Result<ExitCode> {
    let target = Target::new(None, Color::Never);
    let run = Run::prepare(&args.reading, &target)?;
    let explanation = crosscheck::explain(&args.id, run.inputs, &run.packs, &run.options);
    usable(&run.packs)?;
    let Some(explanation) = explanation else {
        bail!(
            "the id '{}' is of no claim and no fact of these articles, or the start of several",
            args.id
        );
    };
    let mut text = String::new();
    writeln!(text, "{}", render::visible(&explanation.title))?;
    for (number, step) in explanation.steps.iter().enumerate() {
        writeln!(text, "\n{}. {}", number + 1, render::visible(&step.heading))?;
        for line in &step.lines {
            writeln!(text, "   {}", render::visible(line))?;
        }
    }
    target.write(|_, page| page.write_all(text.as_bytes()))?;
    Ok(ExitCode::SUCCESS)
}

type Renderer = fn(&Report, &render::Options, &mut dyn std::io::Write) -> std::io::Result<()>;
type Pipeline =
    fn(Vec<Input>, &Packs, &crosscheck::Options, &(dyn Fn(crosscheck::Progress) + Sync)) -> Report;

/// Everything a run needs, read.
struct Run {
    inputs: Vec<Input>,
    packs: Packs,
    options: crosscheck::Options,
    quiet: bool,
}

impl Run {
    fn prepare(reading: &Reading, target: &Target) -> Result<Self> {
        if let Some(jobs) = reading.jobs {
            let pool = rayon::ThreadPoolBuilder::new().num_threads(jobs);
            pool.build_global().context("cannot start the threads")?;
        }
        let packs = rules::packs(reading.rules.as_deref())?;
        let written = match reading.input_format {
            InputFormat::Auto => Written::AsNamed,
            InputFormat::Text => Written::Articles(Format::Text),
            InputFormat::Markdown => Written::Articles(Format::Markdown),
            InputFormat::Jsonl => Written::JsonLines,
        };
        let inputs = collect::inputs(&reading.paths, written, target.file())?;
        let options = crosscheck::Options {
            as_of: reading.as_of.clone(),
        };
        Ok(Self {
            inputs,
            packs,
            options,
            quiet: reading.quiet,
        })
    }

    fn report(self, pipeline: Pipeline) -> Result<Report> {
        let progress = Progress::new(self.quiet);
        let report = pipeline(self.inputs, &self.packs, &self.options, &|step| {
            progress.show(step)
        });
        usable(&self.packs)?;
        // The process is about to end: to free the words of the packs one by one takes as long as to read an article.
        std::mem::forget(self.packs);
        Ok(report)
    }
}

/// A pack that turned out to be at fault when a source needed it: what was read without it counts for nothing.
fn usable(packs: &Packs) -> Result<()> {
    match packs.failure() {
        Some(error) => Err(error.into()),
        None => Ok(()),
    }
}

/// Tells of sources that could not be read, where the report itself is not in sight.
fn remarks(report: &Report) {
    for source in &report.sources {
        for note in source
            .notes
            .iter()
            .filter(|note| note.name == "source-unreadable")
        {
            say(&format!("warning: {}: {}", source.source, note.message));
        }
    }
}
