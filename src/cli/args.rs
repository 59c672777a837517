//! What the command line takes.

use std::path::PathBuf;

use clap::builder::RangedU64ValueParser;
use clap::{Parser, Subcommand, ValueEnum};
use crosscheck::config;
use crosscheck::source::Format;
use jiff::civil::Date;

mod config_args;
mod fetch_args;
mod named;
mod snapshot_args;
mod texts_args;

pub use config_args::{Completions, ConfigArgs, ConfigCommand, ConfigShow, Init, Man};
pub use fetch_args::Fetch;
use named::{column, day, limit};
pub use snapshot_args::{Accept, Gate, Review, Snapshot, SnapshotCommand, Verify};
pub use texts_args::ExportTexts;

/// Compare articles about the same events: which figures and dates agree, which contradict each other, which text was
/// copied, and what was not checked.
#[derive(Debug, Parser)]
#[command(
    version,
    arg_required_else_help = true,
    max_term_width = 100,
    after_help = "\
Examples:
  crosscheck check news/                 compare the articles in a folder
  crosscheck check a.txt b.txt           compare two files
  crosscheck check news/ --format json   the whole report for other programs
  crosscheck extract a.txt               the figures and dates of one article
  crosscheck explain f-3f2a news/        how a fact of that id came about; ids of claims start with c-
  crosscheck rules test my-rules/        whether rules of your own do what they promise
  crosscheck snapshot verify news/       what is new, gone or changed since the report was accepted
  crosscheck init                        a crosscheck.toml to start from

`crosscheck help check` tells more. The exit status is 0 when nothing was found that --fail-on names,
1 when something was found, and 2 when crosscheck could not run."
)]
pub struct Args {
    #[command(subcommand)]
    pub command: Command,
    /// Colours on the terminal; `auto` also obeys the variable NO_COLOR.
    #[arg(long, global = true, value_name = "WHEN", default_value = "auto")]
    pub color: Color,
}

#[derive(Debug, Subcommand)]
pub enum Command {
    /// Compare the articles and report what agrees and what does not.
    Check(Check),
    /// List the figures and dates of the articles, without comparing them.
    Extract(Extract),
    /// Show step by step how one claim or fact came about.
    Explain(Explain),
    /// List, show and test the rule packs.
    Rules(Rules),
    /// Hold the articles against the report that was last accepted.
    Snapshot(Snapshot),
    /// Show the settings of a run, and where each comes from.
    Config(ConfigArgs),
    /// Write a crosscheck.toml with every setting, commented out.
    Init(Init),
    /// Print what lets a shell complete the commands and options.
    Completions(Completions),
    /// Print the manual page, or write one for every command.
    Man(Man),
}

#[derive(Debug, clap::Args)]
#[command(after_help = "\
Examples:
  crosscheck check news/
  crosscheck check news/ --format html --output report.html
  crosscheck check news/ --format markdown --output report.md
  crosscheck check news/ --format sarif --output crosscheck.sarif --fail-on none
  crosscheck check news/ --fail-on conflict,possible-conflict
  crosscheck check news/ --fail-on warning
  crosscheck check news/ --fail-on none
  crosscheck check news/ --baseline snapshots/articles.toml
  crosscheck check news/ --watch
  cat articles.jsonl | crosscheck check - --input-format jsonl

A folder may hold a file `sources.toml` with what is known of each article:
  [\"a.txt\"]
  publisher = \"Dân trí\"
  published = \"2023-05-03\"")]
pub struct Check {
    #[command(flatten)]
    pub reading: Reading,
    /// Form of the report.
    #[arg(
        long,
        value_name = "FORMAT",
        help = "Form of the report [default: terminal]"
    )]
    pub format: Option<CheckFormat>,
    /// Language of the page that `--format html` writes; all other formats are in English. The articles stay as they are.
    #[arg(long, value_name = "LANGUAGE", default_value = "en")]
    pub ui_language: UiLanguage,
    /// Write the report to FILE instead of standard output; FILE is replaced only when the report is complete.
    #[arg(long, short, value_name = "FILE")]
    pub output: Option<PathBuf>,
    #[command(flatten)]
    pub texts: ExportTexts,
    /// Findings that make the exit status 1, with commas between them.
    ///
    /// Names of verdicts, kinds of conflict, duplicates or notes; `error`, `warning` or `info` for all that matter that
    /// much or more; or `none`. Findings that are waived or in the baseline do not count.
    #[arg(long, value_name = "WHAT", value_delimiter = ',', value_parser = config::finding_name)]
    #[arg(
        help = "Findings that make the exit status 1: names of findings or severities, with commas, or `none` \
                [default: conflict]"
    )]
    pub fail_on: Option<Vec<String>>,
    /// Accepted report whose findings are known: they are marked and do not fail.
    #[arg(long, value_name = "FILE")]
    pub baseline: Option<PathBuf>,
    /// Day that waivers end by: YYYY-MM-DD [default: today, in UTC].
    #[arg(long, value_name = "DATE", value_parser = day)]
    pub today: Option<Date>,
    /// Check again whenever an article is saved, until it is stopped.
    #[arg(long)]
    pub watch: bool,
}

#[derive(Debug, clap::Args)]
#[command(after_help = "\
Examples:
  crosscheck extract a.txt
  crosscheck extract news/ --format jsonl > claims.jsonl")]
pub struct Extract {
    #[command(flatten)]
    pub reading: Reading,
    /// Form of the list; `jsonl` is one claim a line.
    #[arg(long, value_name = "FORMAT", default_value = "terminal")]
    pub format: ExtractFormat,
    /// Write the list to FILE instead of standard output; FILE is replaced only when the list is complete.
    #[arg(long, short, value_name = "FILE")]
    pub output: Option<PathBuf>,
    #[command(flatten)]
    pub texts: ExportTexts,
}

#[derive(Debug, clap::Args)]
#[command(after_help = "\
Examples:
  crosscheck explain f-3f2a news/
  crosscheck explain c-3f2a+c-91bd news/   # why the two are one fact, or are not

The ids stand in every report. Give the same articles and options as for the report.")]
pub struct Explain {
    /// Id of a claim or a fact, or the start of one; two ids of claims with `+` between them tell why they are one fact or not.
    pub id: String,
    #[command(flatten)]
    pub reading: Reading,
}

#[derive(Debug, clap::Args)]
#[command(after_help = "\
Examples:
  crosscheck rules list
  crosscheck rules show day-month
  crosscheck rules test my-rules/")]
pub struct Rules {
    #[command(subcommand)]
    pub command: RulesCommand,
}

#[derive(Debug, Subcommand)]
pub enum RulesCommand {
    /// List the packs: their languages, how many entries they have, and their patterns.
    List(RulesList),
    /// Show the entries of a name as they stand in their files, and what their examples give now.
    Show(RulesShow),
    /// Hold every example of the packs against what it gives now.
    Test(RulesTest),
}

#[derive(Debug, clap::Args)]
#[command(after_help = "\
Examples:
  crosscheck rules list
  crosscheck rules list --rules my-rules/")]
pub struct RulesList {
    /// Rules that add to the built-in ones: files DIR/LANGUAGE/*.toml.
    #[arg(long, value_name = "DIR")]
    pub rules: Option<PathBuf>,
}

#[derive(Debug, clap::Args)]
#[command(after_help = "\
Examples:
  crosscheck rules show day-month        every entry of that name
  crosscheck rules show vi/day-month     that of one language, as reports name it
  crosscheck rules show unit/km          a unit by its symbol")]
pub struct RulesShow {
    /// Name, id, symbol or code of an entry, alone or with its language or section before it.
    pub name: String,
    /// Rules that add to the built-in ones: files DIR/LANGUAGE/*.toml.
    #[arg(long, value_name = "DIR")]
    pub rules: Option<PathBuf>,
}

#[derive(Debug, clap::Args)]
#[command(after_help = "\
Examples:
  crosscheck rules test
  crosscheck rules test my-rules/

Each example that does not hold is a line `FILE:LINE:COLUMN: entry \"text\": wanted … got …`. The exit status is 0 when all
hold, 1 when some do not, and 2 when a pack cannot be read.")]
pub struct RulesTest {
    /// Rules that add to the built-in ones: files DIR/LANGUAGE/*.toml; without it the built-in ones alone.
    #[arg(value_name = "DIR")]
    pub dir: Option<PathBuf>,
}

/// What is read, and how.
#[derive(Debug, clap::Args)]
pub struct Reading {
    /// Articles: files, folders, `-` for standard input, or addresses with --fetch.
    ///
    /// Of a folder, every text, Markdown, HTML, Word, EPUB, PDF, mail, feed, CSV, JSON-lines and ZIP file below it is read,
    /// apart from hidden files and those that a .gitignore in it names; links out of the folder are not followed.
    #[arg(value_name = "PATH")]
    #[arg(
        help = "Articles: files, folders, `-` for standard input, or addresses with --fetch [default: the current folder]"
    )]
    pub paths: Vec<PathBuf>,
    #[command(flatten)]
    pub fetching: Fetch,
    /// How the articles are written; `auto` goes by the ending of the file, `jsonl` is one article a line.
    #[arg(long, value_name = "FORMAT")]
    pub input_format: Option<InputFormat>,
    /// Columns of a table or keys of JSON lines that are called otherwise: FIELD=NAME with commas between them. The fields
    /// are id, text, title, publisher, author, url, published, modified, language.
    #[arg(long, value_name = "FIELD=NAME", value_delimiter = ',', value_parser = column)]
    pub columns: Vec<(String, String)>,
    /// How much is read: NAME=NUMBER with commas between them, the number with K, M or G behind it. The names are
    /// file-bytes, text-bytes, line-bytes, blocks, work, nesting, tags, entries, archives, ratio, expanded-bytes, sources,
    /// total-bytes, compared-bytes. What a limit leaves out is named in the report.
    #[arg(long, value_name = "NAME=NUMBER", value_delimiter = ',', value_parser = limit)]
    pub limit: Vec<(String, usize)>,
    /// Day that "yesterday" or "11/7" start from in an article without a date: YYYY, YYYY-MM or YYYY-MM-DD.
    #[arg(long, value_name = "DATE", value_parser = config::day)]
    pub as_of: Option<String>,
    /// Rules that add to the built-in ones: files DIR/LANGUAGE/*.toml.
    #[arg(long, value_name = "DIR")]
    pub rules: Option<PathBuf>,
    /// Threads to work with [default: one for each processor].
    #[arg(long, value_name = "N", value_parser = RangedU64ValueParser::<usize>::new().range(1..=1024))]
    pub jobs: Option<usize>,
    /// No progress and no remarks on standard error.
    #[arg(long, short)]
    pub quiet: bool,
    /// Settings [default: the crosscheck.toml of the folder of the articles, or of one around it].
    #[arg(long, value_name = "FILE", conflicts_with = "no_config")]
    pub config: Option<PathBuf>,
    /// No crosscheck.toml.
    #[arg(long)]
    pub no_config: bool,
}

impl Reading {
    /// The columns and limits that are given.
    pub fn taking(&self) -> crosscheck::source::Reading {
        let mut taking = crosscheck::source::Reading::default();
        for (name, value) in &self.limit {
            taking.limits.set(name, *value);
        }
        for (field, column) in &self.columns {
            taking.columns.name(field, column);
        }
        taking
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Color {
    Auto,
    Always,
    Never,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum CheckFormat {
    /// For people, with the passages.
    Terminal,
    /// A page for editors, in one file.
    Html,
    /// A line a finding: `path:line:column: severity name message`.
    Concise,
    /// Tables for a pull request.
    Markdown,
    /// The whole report.
    Json,
    /// The whole report, an object a line.
    Jsonl,
    /// SARIF 2.1.0 for code scanning.
    Sarif,
    /// JUnit's XML for the test view of a CI server.
    Junit,
    /// A table for spreadsheets.
    Csv,
    /// Annotations of GitHub Actions.
    Github,
}

impl CheckFormat {
    /// Whether its readers open the files: it names them by their path from the working folder.
    pub fn is_about_files(self) -> bool {
        matches!(
            self,
            Self::Concise | Self::Sarif | Self::Junit | Self::Github
        )
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum UiLanguage {
    En,
    Vi,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum ExtractFormat {
    Terminal,
    Json,
    Jsonl,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum InputFormat {
    Auto,
    Text,
    Markdown,
    Html,
    Docx,
    Epub,
    Pdf,
    Mail,
    Feed,
    Csv,
    Jsonl,
    Zip,
}

impl InputFormat {
    /// `None` where the ending of each file decides.
    pub fn format(self) -> Option<Format> {
        Some(match self {
            Self::Auto => return None,
            Self::Text => Format::Text,
            Self::Markdown => Format::Markdown,
            Self::Html => Format::Html,
            Self::Docx => Format::Docx,
            Self::Epub => Format::Epub,
            Self::Pdf => Format::Pdf,
            Self::Mail => Format::Mail,
            Self::Feed => Format::Feed,
            Self::Csv => Format::Table,
            Self::Jsonl => Format::JsonLines,
            Self::Zip => Format::Zip,
        })
    }
}
