//! From arguments to an exit status: 0 nothing found that `--fail-on` names, 1 found, 2 could not run.

#![allow(
    clippy::disallowed_methods,
    clippy::disallowed_types,
    reason = "the one door to files, environment and threads"
)]

mod args;
mod begun;
mod collect;
mod commands;
mod configuration;
mod fetch;
mod file;
mod find;
mod losses;
mod output;
mod progress;
mod rules;
mod run;
mod settings;
mod shell;
mod snapshot;
mod texts;
mod watch;

use std::io::Write;
use std::process::ExitCode;

use clap::Parser;
use crosscheck::render::visible;

use args::{Args, Command};

/// Runs the command line of this process.
pub fn main() -> ExitCode {
    let args = Args::parse();
    begun::removed_on_interruption();
    let done = match &args.command {
        Command::Check(check) => commands::check(check, args.color),
        Command::Extract(extract) => commands::extract(extract, args.color),
        Command::Explain(explain) => commands::explain(explain),
        Command::Rules(rules) => rules::run(&rules.command),
        Command::Snapshot(snapshot) => snapshot::run(&snapshot.command, args.color),
        Command::Config(config) => configuration::run(&config.command),
        Command::Init(init) => configuration::init(init),
        Command::Completions(completions) => shell::completions(completions),
        Command::Man(man) => shell::manual(man),
    };
    done.unwrap_or_else(|error| {
        say(&message(&error));
        ExitCode::from(2)
    })
}

/// An error of the library brings an excerpt of the file at fault.
fn message(error: &anyhow::Error) -> String {
    match error.downcast_ref::<crosscheck::Error>() {
        Some(error) => error.excerpt(),
        None => format!("error: {error:#}"),
    }
}

/// Writes to standard error; names of files cannot steer the terminal. There is no place left to report a failure.
fn say(text: &str) {
    let mut stderr = std::io::stderr().lock();
    for line in text.lines() {
        let _ = writeln!(stderr, "{}", visible(line));
    }
}
