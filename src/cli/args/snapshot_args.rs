//! What `crosscheck snapshot` takes.

use std::path::PathBuf;

use clap::{ArgGroup, Subcommand};

use super::Reading;

#[derive(Debug, clap::Args)]
#[command(after_help = "\
Examples:
  crosscheck snapshot accept news/        take the report of today for good
  crosscheck snapshot verify news/        what is new, gone or changed since then
  crosscheck snapshot review news/        go through the changes one by one
  crosscheck snapshot review news/ --list

The accepted report is a text file. Keep it under version control: its diff is what changed in the articles.")]
pub struct Snapshot {
    #[command(subcommand)]
    pub command: SnapshotCommand,
}

#[derive(Debug, Subcommand)]
pub enum SnapshotCommand {
    /// Show what is new, gone or changed since the report was accepted.
    Verify(Verify),
    /// Accept the report as it is now.
    Accept(Accept),
    /// Go through the changes and accept or reject each.
    Review(Review),
}

/// What all of them take.
#[derive(Debug, clap::Args)]
pub struct Gate {
    #[command(flatten)]
    pub reading: Reading,
    /// File of the accepted report [default: snapshots/articles.toml beside the crosscheck.toml, or here].
    #[arg(long, value_name = "FILE")]
    pub snapshot: Option<PathBuf>,
}

#[derive(Debug, clap::Args)]
#[command(after_help = "\
Examples:
  crosscheck snapshot verify news/
  crosscheck snapshot verify news/ --fail-on-obsolete
  crosscheck snapshot verify --snapshot snapshots/news.toml news/

The exit status is 0 when nothing changed, 1 when something did, and 2 when crosscheck could not run. What would be accepted
now is written beside the snapshot, with .new behind its name, unless the variable CI is set.")]
pub struct Verify {
    #[command(flatten)]
    pub gate: Gate,
    /// Fail also when the snapshot has entries whose articles are not there any more.
    #[arg(long)]
    pub fail_on_obsolete: bool,
}

#[derive(Debug, clap::Args)]
#[command(after_help = "\
Examples:
  crosscheck snapshot accept news/
  crosscheck snapshot accept news/ --drop-missing

Give the same paths as for `verify`. When the accepted report holds articles that are not among them although their files are
there, or when only files are given and not their folder, nothing is accepted and the exit status is 2: what was accepted of
the others would be lost. Articles that are in none of the folders given are taken out, and named.")]
pub struct Accept {
    #[command(flatten)]
    pub gate: Gate,
    /// Take articles out of the accepted report that are not among the paths given.
    #[arg(long)]
    pub drop_missing: bool,
}

#[derive(Debug, clap::Args)]
#[command(
    group(ArgGroup::new("step").args(["list", "show", "explain", "accept", "reject", "accept_all"])),
    after_help = "\
Examples:
  crosscheck snapshot review news/                    asks about each change
  crosscheck snapshot review news/ --list             all changes, a line each
  crosscheck snapshot review news/ --show s-3f2a      one change in full
  crosscheck snapshot review news/ --explain s-3f2a   how the fact came about
  crosscheck snapshot review news/ --accept s-3f2a
  crosscheck snapshot review news/ --reject s-3f2a    leaves it out of the .new file; the article is to be mended
  crosscheck snapshot review news/ --accept-all

An id may be shortened. The exit status is 0 when no change is left, 1 when some are, and 2 when crosscheck could not run."
)]
pub struct Review {
    #[command(flatten)]
    pub gate: Gate,
    /// List the changes.
    #[arg(long)]
    pub list: bool,
    /// Show a change in full.
    #[arg(long, value_name = "ID")]
    pub show: Option<String>,
    /// Tell how the fact of a change came about.
    #[arg(long, value_name = "ID")]
    pub explain: Option<String>,
    /// Accept a change; may be given several times.
    #[arg(long, value_name = "ID")]
    pub accept: Vec<String>,
    /// Reject a change: the accepted report stays, and the .new file is without it.
    #[arg(long, value_name = "ID")]
    pub reject: Vec<String>,
    /// Accept all changes.
    #[arg(long)]
    pub accept_all: bool,
    /// With --accept-all: take articles out of the accepted report that are not among the paths given.
    #[arg(long, requires = "accept_all")]
    pub drop_missing: bool,
}
