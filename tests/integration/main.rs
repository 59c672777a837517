//! The command and the library, from outside.

#![allow(
    clippy::disallowed_methods,
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::print_stdout,
    reason = "tests"
)]

mod action;
mod ages;
mod architecture;
mod articles;
mod breakdown;
mod bulletins;
mod checks;
mod cli;
mod config;
mod containers;
mod errors;
mod faults;
mod fetch;
mod formats;
mod formats_in;
mod gold;
mod grouping;
mod hostile;
mod html;
mod languages;
mod library;
mod losses;
mod output;
mod owners;
mod pages;
mod parallel;
mod properties;
mod readme;
mod remaining;
mod revisions;
mod rules;
mod seeds;
mod series;
mod server;
mod snapshot;
mod unnamed;
mod untold;

use std::path::Path;
use std::process::Output;

use assert_cmd::Command;
use tempfile::TempDir;

/// A folder with these files; a name may hold folders.
fn folder(files: &[(&str, &str)]) -> TempDir {
    let dir = TempDir::new().unwrap();
    for (name, text) in files {
        let file = dir.path().join(name);
        std::fs::create_dir_all(file.parent().unwrap()).unwrap();
        std::fs::write(file, text).unwrap();
    }
    dir
}

/// `crosscheck` with the folder as its working directory.
fn crosscheck(dir: &Path, args: &[&str]) -> Command {
    let mut command = Command::cargo_bin("crosscheck").unwrap();
    command
        .current_dir(dir)
        .args(args)
        .env_remove("NO_COLOR")
        .env_remove("CLICOLOR_FORCE");
    command
}

fn run(dir: &Path, args: &[&str]) -> Output {
    crosscheck(dir, args).output().unwrap()
}

fn stdout(output: &Output) -> String {
    String::from_utf8(output.stdout.clone()).unwrap()
}

fn stderr(output: &Output) -> String {
    String::from_utf8(output.stderr.clone()).unwrap()
}

/// The JSON report of a run that must work.
fn report(dir: &Path, args: &[&str]) -> serde_json::Value {
    let args: Vec<_> = ["check", "--format", "json", "--fail-on", "none"]
        .iter()
        .chain(args)
        .copied()
        .collect();
    let output = run(dir, &args);
    assert_eq!(output.status.code(), Some(0), "{}", stderr(&output));
    serde_json::from_slice(&output.stdout).unwrap()
}

/// The names of the sources in the report of such a run.
fn names(dir: &Path, args: &[&str]) -> Vec<String> {
    let report = report(dir, args);
    report["sources"]
        .as_array()
        .unwrap()
        .iter()
        .map(|source| source["source"].as_str().unwrap().to_owned())
        .collect()
}
