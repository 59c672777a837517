//! What the commands about settings, shells and manuals take.

use std::path::PathBuf;

use clap::Subcommand;
use clap_complete::Shell;

use super::Check;

#[derive(Debug, clap::Args)]
#[command(after_help = "\
Examples:
  crosscheck config show
  crosscheck config show news/ --fail-on warning")]
pub struct ConfigArgs {
    #[command(subcommand)]
    pub command: ConfigCommand,
}

#[derive(Debug, Subcommand)]
pub enum ConfigCommand {
    /// Show every setting that `check` would run with, and where it comes from.
    Show(ConfigShow),
}

#[derive(Debug, clap::Args)]
#[command(after_help = "\
Example:
  crosscheck config show news/ --jobs 2

Takes the paths and options of `check`, reads no article, and prints a line for each setting: its value, then `default`, the
line of the crosscheck.toml, or `command line`.")]
pub struct ConfigShow {
    #[command(flatten)]
    pub check: Check,
}

#[derive(Debug, clap::Args)]
#[command(after_help = "\
Examples:
  crosscheck init
  crosscheck init news/")]
pub struct Init {
    /// Folder of the new crosscheck.toml.
    #[arg(value_name = "FOLDER", default_value = ".")]
    pub folder: PathBuf,
    /// Replace a crosscheck.toml that is there.
    #[arg(long)]
    pub force: bool,
}

#[derive(Debug, clap::Args)]
#[command(after_help = "\
Examples:
  crosscheck completions bash > ~/.local/share/bash-completion/completions/crosscheck
  crosscheck completions fish > ~/.config/fish/completions/crosscheck.fish")]
pub struct Completions {
    /// The shell.
    pub shell: Shell,
}

#[derive(Debug, clap::Args)]
#[command(after_help = "\
Examples:
  crosscheck man | man -l -
  crosscheck man --output /usr/local/share/man/man1")]
pub struct Man {
    /// Write a page for every command into FOLDER instead.
    #[arg(long, short, value_name = "FOLDER")]
    pub output: Option<PathBuf>,
}
