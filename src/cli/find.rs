//! The `crosscheck.toml` of a run.

use std::env;
use std::fs;
use std::io::ErrorKind;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};
use crosscheck::config::Config;

use super::args::Reading;
use super::fetch;

/// Name of the file.
pub const NAME: &str = "crosscheck.toml";

/// A configuration and its folder.
#[derive(Debug)]
pub struct Found {
    pub config: Config,
    /// What its paths start from; empty for the current folder.
    pub folder: PathBuf,
}

/// The file that `--config` names; else the one in the folder that holds all paths, or in the nearest folder around it up to
/// the root of the repository. Where the command was started counts only when no path is given.
pub fn config(reading: &Reading) -> Result<Option<Found>> {
    if reading.no_config {
        return Ok(None);
    }
    if let Some(file) = &reading.config {
        let text =
            fs::read_to_string(file).with_context(|| format!("cannot read {}", file.display()))?;
        return found(file, &text).map(Some);
    }
    let Some(start) = start(&reading.paths) else {
        return Ok(None);
    };
    for folder in start.ancestors() {
        let file = folder.join(NAME);
        match fs::read_to_string(&file) {
            Ok(text) => return found(&near(&file), &text).map(Some),
            Err(error) if error.kind() == ErrorKind::NotFound => {}
            Err(error) => {
                return Err(error).with_context(|| format!("cannot read {}", file.display()));
            }
        }
        if folder.join(".git").exists() {
            break;
        }
    }
    Ok(None)
}

fn found(file: &Path, text: &str) -> Result<Found> {
    Ok(Found {
        config: Config::parse(&file.to_string_lossy(), text)?,
        folder: file.parent().map(Path::to_owned).unwrap_or_default(),
    })
}

/// The innermost folder that holds all of `paths`. A path that is not there is left to whoever reads it.
fn start(paths: &[PathBuf]) -> Option<PathBuf> {
    let mut folders = paths.iter().map(|path| {
        if path.as_os_str() == "-" || fetch::address(path).is_some() {
            return env::current_dir().ok();
        }
        let whole = fs::canonicalize(path).ok()?;
        if whole.is_dir() {
            Some(whole)
        } else {
            whole.parent().map(Path::to_owned)
        }
    });
    let Some(first) = folders.next() else {
        return env::current_dir().ok();
    };
    folders.try_fold(first?, |common, folder| {
        let folder = folder?;
        let inside = |outer: &&Path| folder.starts_with(outer);
        common.ancestors().find(inside).map(Path::to_owned)
    })
}

/// `file` from the current folder, where it lies in it.
fn near(file: &Path) -> PathBuf {
    let here = env::current_dir().and_then(fs::canonicalize);
    let below = here
        .ok()
        .and_then(|here| file.strip_prefix(here).ok().map(Path::to_owned));
    below.unwrap_or_else(|| file.to_owned())
}
