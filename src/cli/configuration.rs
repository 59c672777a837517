//! The settings of a run, shown, and a file to start from.

use std::fs;
use std::path::PathBuf;
use std::process::ExitCode;

use anyhow::{Context, Result, bail};
use clap::ValueEnum;
use crosscheck::render::visible;

use super::args::{Color, ConfigCommand, ConfigShow, Init};
use super::file;
use super::find::NAME;
use super::output::Target;
use super::say;
use super::settings::{Setting, Settings};

pub fn run(command: &ConfigCommand) -> Result<ExitCode> {
    match command {
        ConfigCommand::Show(args) => show(args),
    }
}

/// A line a setting: as it would stand in the file, and where it comes from.
fn show(args: &ConfigShow) -> Result<ExitCode> {
    let check = &args.check;
    let settings = Settings::of(&check.reading)?;
    let mut rows = Rows::default();
    let shown = |paths: &Vec<PathBuf>| list(paths.iter().map(|path| path.display().to_string()));
    let path = |path: &PathBuf| text(&path.display().to_string());
    rows.add("paths", &settings.paths, shown);
    rows.add("input-format", &settings.input_format, |v| named(*v));
    rows.maybe("as-of", &settings.as_of, |day| text(day));
    rows.maybe("rules", &settings.rules, path);
    rows.maybe("jobs", &settings.jobs, ToString::to_string);
    rows.add("quiet", &settings.quiet, ToString::to_string);
    rows.add("format", &settings.format(check)?, |v| named(*v));
    rows.add("fail-on", &settings.fail_on(check)?, |names| {
        list(names.iter().cloned())
    });
    rows.maybe("baseline", &settings.baseline(check)?, path);
    rows.add("snapshot.file", &settings.snapshot_file(None)?, path);
    rows.add(
        "snapshot.fail-on-obsolete",
        &settings.fail_on_obsolete(false)?,
        ToString::to_string,
    );
    if let Some(config) = settings.config() {
        let place = |line: usize| format!("{}:{line}", config.file());
        for (name, severity) in &config.severities {
            let key = format!("severity.{name}");
            rows.push(&key, text(&severity.value), place(severity.line));
        }
        for waiver in &config.waivers {
            rows.push("waiver", text(&waiver.reason), place(waiver.place.line));
        }
        for link in &config.links {
            let key = match link.kind {
                crosscheck::LinkKind::Must => "must-link",
                crosscheck::LinkKind::Cannot => "cannot-link",
            };
            let reason = text(link.reason.as_deref().unwrap_or(""));
            rows.push(key, reason, place(link.place.1));
        }
    }
    let file = match settings.config() {
        Some(config) => config.file().to_owned(),
        None => format!("none: no {NAME} in the folder of the articles or around it"),
    };
    let page = format!("# configuration: {file}\n{}", rows.page());
    Target::new(None, Color::Never).write(|_, out| {
        for line in page.lines() {
            writeln!(out, "{}", visible(line))?;
        }
        Ok(())
    })?;
    Ok(ExitCode::SUCCESS)
}

#[derive(Default)]
struct Rows(Vec<(String, String)>);

impl Rows {
    fn push(&mut self, key: &str, value: String, origin: String) {
        self.0.push((format!("{key} = {value}"), origin));
    }

    fn add<T>(&mut self, key: &str, setting: &Setting<T>, shown: impl Fn(&T) -> String) {
        self.push(key, shown(&setting.value), setting.origin.to_string());
    }

    /// A setting that need not be set.
    fn maybe<T>(&mut self, key: &str, setting: &Setting<Option<T>>, shown: impl Fn(&T) -> String) {
        match &setting.value {
            Some(value) => self.push(key, shown(value), setting.origin.to_string()),
            None => self
                .0
                .push((format!("# {key} is not set"), "default".to_owned())),
        }
    }

    /// Origins in one column.
    fn page(&self) -> String {
        let widths = self.0.iter().map(|(row, _)| row.chars().count());
        let width = widths.filter(|width| *width <= 60).max().unwrap_or(0);
        self.0
            .iter()
            .map(|(row, origin)| format!("{row:width$}  # {origin}\n"))
            .collect()
    }
}

fn text(value: &str) -> String {
    toml::Value::String(value.to_owned()).to_string()
}

fn list(values: impl Iterator<Item = String>) -> String {
    let values: Vec<String> = values.map(|value| text(&value)).collect();
    format!("[{}]", values.join(", "))
}

fn named<T: ValueEnum>(value: T) -> String {
    let value = value.to_possible_value();
    text(value.as_ref().map_or("", |value| value.get_name()))
}

/// A file with every key, all of them commented out: it changes nothing until somebody says so.
pub fn init(args: &Init) -> Result<ExitCode> {
    let path = match args.folder.to_str() {
        Some(".") => PathBuf::from(NAME),
        _ => args.folder.join(NAME),
    };
    let shown = path.display();
    if !args.folder.is_dir() {
        bail!("there is no folder {}", args.folder.display());
    }
    if fs::symlink_metadata(&path).is_ok() && !args.force {
        bail!("{shown} is there already: --force replaces it");
    }
    file::replace(&path, |out| out.write_all(TEMPLATE.as_bytes()))
        .context("nothing was written")?;
    say(&format!(
        "wrote {shown}: take the # away from what you want to set"
    ));
    Ok(ExitCode::SUCCESS)
}

const TEMPLATE: &str = r#"# Settings of crosscheck for the articles in this folder and below. The command line goes first.
# Paths start from this folder. `crosscheck config show` tells what counts, docs/configuration.md what every key means.

# What is read when the command line names no path.
# paths = ["."]

# auto, text, markdown or jsonl.
# input-format = "auto"

# The day that "yesterday" starts from in an article without a date.
# as-of = "2023-07-11"

# Rules that add to the built-in ones: LANGUAGE/*.toml below this folder.
# rules = "my-rules"

# Threads; without it one for each processor.
# jobs = 2

# No progress and no remarks on standard error.
# quiet = false

# Form of the report: terminal, json, markdown, ...
# format = "terminal"

# Findings that make the exit status 1: names of findings, or error, warning or info for all of that weight and more.
# fail-on = ["conflict"]

# An accepted report: what it holds is known and does not fail.
# baseline = "snapshots/baseline.toml"

# The report that `crosscheck snapshot verify` holds the articles against.
# [snapshot]
# file = "snapshots/articles.toml"
# fail-on-obsolete = false

# How much a finding matters: error, warning or info.
# [severity]
# possible-conflict = "error"

# A finding that may stay: it is shown as waived and does not fail. All conditions must hold; a reason is required.
# [[waiver]]
# fact = "f-16bac84cf57f"
# finding = "magnitude-slip"
# text = "people|persons"
# source = "evening*.txt"
# reason = "the paper has printed a correction"
# owner = "desk"
# expires = 2026-12-31

# Two claims that speak of the same thing, or never do: "SOURCE:LINE: PHRASE", or ids of claims or facts.
# [[must-link]]
# claims = ["evening.txt:5: 240 people", "morning.txt:5: 2,400 people"]
# reason = "both count the crowd on the square"
# owner = "desk"

# [[cannot-link]]
# claims = ["evening.txt:7: 12 days", "morning.txt:9: 12 days"]
# reason = "one is the trip, the other the summit"
# owner = "desk"
"#;
