//! One function a command.

use std::fmt::Write as _;
use std::path::Path;
use std::process::ExitCode;

use anyhow::{Result, bail};
use crosscheck::config;
use crosscheck::render;
use crosscheck::report::{Remark, Report};

use super::args::{Check, CheckFormat, Color, Explain, Extract, ExtractFormat, UiLanguage};
use super::losses::Losses;
use super::output::Target;
use super::progress::Progress;
use super::run::{Run, usable};
use super::settings::Settings;
use super::texts::Texts;
use super::{collect, say, snapshot, watch};

/// 1 when the report holds a finding that `--fail-on` names and nobody decided on.
pub fn check(args: &Check, color: Color) -> Result<ExitCode> {
    if args.watch {
        return watch::watch(args, || check_once(args, color));
    }
    check_once(args, color)
}

fn check_once(args: &Check, color: Color) -> Result<ExitCode> {
    let settings = Settings::of(&args.reading)?;
    let target = Target::new(args.output.as_deref(), color).in_language(match args.ui_language {
        UiLanguage::En => render::UiLanguage::English,
        UiLanguage::Vi => render::UiLanguage::Vietnamese,
    });
    let fail_on = settings.fail_on(args)?.value;
    let baseline = match settings.baseline(args)?.value {
        Some(file) => Some(snapshot::baseline(&file)?),
        None => None,
    };
    let format = settings.format(args)?.value;
    let mut run = Run::prepare(&settings, target.file())?;
    run.goes_on = args.watch;
    let quiet = run.quiet;
    let parts = std::mem::take(&mut run.parts);
    let mut report = run.report(crosscheck::check)?;
    export(args.texts.export_texts.as_deref(), &report)?;
    if let Some(config) = settings.config() {
        config.decide(&mut report, args.today.unwrap_or_else(today));
    }
    let mut baseline = baseline.map(|baseline| report.mark_known(&baseline));
    let failed = report.fails(&fail_on);
    let (renderer, shows_notes): (Renderer, bool) = match format {
        CheckFormat::Terminal => (render::terminal, true),
        CheckFormat::Html => (render::html, false),
        CheckFormat::Concise => (render::concise, true),
        CheckFormat::Markdown => (render::markdown, false),
        CheckFormat::Json => (render::json, false),
        CheckFormat::Jsonl => (render::records, false),
        CheckFormat::Sarif => (render::sarif, false),
        CheckFormat::Junit => (render::junit, false),
        CheckFormat::Csv => (render::csv, false),
        CheckFormat::Github => (render::github, true),
    };
    if !quiet {
        if !shows_notes || args.output.is_some() {
            Losses::of(&report);
        }
        tell(&report.decisions.remarks);
    }
    if format.is_about_files() {
        let places = collect::Places::new(&settings.paths.value);
        report.parts = places.parts(&parts);
        report = report.located(|name| places.of(name));
        baseline = baseline.map(|baseline| baseline.located(|name| places.of(name)));
    }
    // What is known is no reason to leave a finding out of a SARIF log, which has a word of its own for it.
    let known = format != CheckFormat::Sarif;
    let decisions = config::shown(&report, baseline, known);
    target.write(|options, page| {
        let options = render::Options {
            decisions: Some(&decisions),
            ..*options
        };
        renderer(&report, &options, page)
    })?;
    readable(&report)?;
    Ok(ExitCode::from(u8::from(failed)))
}

/// An error when there was no article to look at: the report has said what stood in the way of each.
pub fn readable(report: &Report) -> Result<()> {
    if report.summary.sources > 0 {
        return Ok(());
    }
    let first = report.notes().find(|(_, note)| note.is_loss());
    match first {
        Some((source, note)) => {
            bail!(
                "no article could be read: {}: {}",
                source.source,
                note.message
            )
        }
        None => bail!("no article could be read"),
    }
}

/// The day of today, in UTC: the same for everybody who looks at the same time.
fn today() -> jiff::civil::Date {
    jiff::Timestamp::now()
        .to_zoned_datetime(jiff::tz::TimeZone::UTC)
        .date()
}

/// Always 0: a list of claims is no finding.
pub fn extract(args: &Extract, color: Color) -> Result<ExitCode> {
    let target = Target::new(args.output.as_deref(), color);
    let mut settings = Settings::of(&args.reading)?;
    if args.format == ExtractFormat::Jsonl {
        // A few articles are held at a time.
        settings.taking.limits.compared_bytes = usize::MAX;
    }
    let run = Run::prepare(&settings, target.file())?;
    let quiet = run.quiet;
    let renderer: Renderer = match args.format {
        ExtractFormat::Terminal => render::claim_list,
        ExtractFormat::Json => render::json,
        ExtractFormat::Jsonl => {
            return extract_lines(run, &target, args.texts.export_texts.as_deref());
        }
    };
    let report = run.report(crosscheck::extract)?;
    export(args.texts.export_texts.as_deref(), &report)?;
    if !quiet {
        if args.format != ExtractFormat::Terminal || args.output.is_some() {
            Losses::of(&report);
        }
        tell(&report.decisions.remarks);
    }
    target.write(|options, page| renderer(&report, options, page))?;
    readable(&report)?;
    Ok(ExitCode::SUCCESS)
}

/// A list of lines needs no end: each is written as soon as those before it are.
fn extract_lines(run: Run, target: &Target, texts: Option<&Path>) -> Result<ExitCode> {
    let Run {
        inputs,
        packs,
        options,
        quiet,
        remarks,
        ..
    } = run;
    if !quiet {
        tell(&remarks);
    }
    let progress = Progress::new(quiet);
    let inputs = inputs.into_iter();
    let mut texts = texts.map(Texts::new);
    let mut losses = Losses::default();
    let mut read = 0;
    target.stream(|layout, page| {
        crosscheck::extract_each(
            inputs,
            &packs,
            &options,
            &|step| progress.show(step),
            |report| {
                read += report.summary.sources;
                if !quiet {
                    losses.add(report);
                }
                if let Some(texts) = &mut texts {
                    texts.add(report).map_err(std::io::Error::other)?;
                }
                render::jsonl(report, layout, page)
            },
        )
    })?;
    losses.finish();
    usable(&packs)?;
    // As in `Run::report`: the process is about to end.
    std::mem::forget(packs);
    texts.map_or(Ok(()), Texts::finish)?;
    if read == 0 {
        bail!("no article could be read");
    }
    Ok(ExitCode::SUCCESS)
}

/// Writes the texts of `report` to `folder`, if the command line names one.
fn export(folder: Option<&Path>, report: &Report) -> Result<()> {
    let Some(folder) = folder else {
        return Ok(());
    };
    let mut texts = Texts::new(folder);
    texts.add(report)?;
    texts.finish()
}

/// An id that names nothing, or more than one thing, cannot be explained.
pub fn explain(args: &Explain) -> Result<ExitCode> {
    let target = Target::new(None, Color::Never);
    let run = Run::prepare(&Settings::of(&args.reading)?, None)?;
    if !run.quiet {
        tell(&run.remarks);
    }
    let text = explanation(&args.id, run)?;
    target.write(|_, page| page.write_all(text.as_bytes()))?;
    Ok(ExitCode::SUCCESS)
}

/// How the claim or fact of an id came about, as text.
pub fn explanation(id: &str, run: Run) -> Result<String> {
    let explanation = crosscheck::explain(id, run.inputs, &run.packs, &run.options);
    usable(&run.packs)?;
    let Some(explanation) = explanation else {
        bail!(
            "the id '{id}' is of no claim and no fact of these articles, or the start of several; the ids stand in \
             every report"
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
    Ok(text)
}

type Renderer = fn(&Report, &render::Options, &mut dyn std::io::Write) -> std::io::Result<()>;

/// Tells of waivers, links and entries of `sources.toml` that are of no use, at their lines.
pub fn tell(remarks: &[Remark]) {
    for remark in remarks {
        say(&format!(
            "warning: {}:{}:{}: {} ({})",
            remark.file, remark.line, remark.column, remark.message, remark.name
        ));
    }
}
