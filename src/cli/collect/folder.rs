//! The articles in a folder.

use std::fs;
use std::io::{self, ErrorKind};
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail};
use ignore::WalkBuilder;

use super::MANIFEST;

/// Endings of the files that count as articles in a folder.
pub const ENDINGS: [&str; 4] = ["txt", "md", "markdown", "jsonl"];

/// A file that is an article, or something in the way of one.
pub struct Found {
    pub path: PathBuf,
    /// Relative to the folder, with `/`.
    pub name: String,
    /// Why it cannot be read, if that is known already.
    pub trouble: Option<String>,
}

/// The articles below `root`, by name: hidden files, and those that a `.gitignore` in the folder names, do not count.
///
/// A folder that cannot be opened, is empty or holds no article is an error.
pub fn articles(root: &Path) -> Result<Vec<Found>> {
    let mut entries =
        fs::read_dir(root).with_context(|| format!("cannot open the folder {}", root.display()))?;
    if entries.next().is_none() {
        bail!("the folder {} is empty", root.display());
    }
    // Only files inside the folder decide what is read: no setting of the machine, no repository around it.
    let walk = WalkBuilder::new(root)
        .follow_links(true)
        .parents(false)
        .git_global(false)
        .git_exclude(false)
        .require_git(false)
        .build();
    let mut found: Vec<_> = walk.filter_map(|entry| article(root, entry)).collect();
    if found.is_empty() {
        bail!(
            "no article in the folder {}: files that end in .txt, .md, .markdown or .jsonl count, unless they are \
             hidden or a .gitignore names them",
            root.display()
        );
    }
    found.sort_by(|a, b| a.name.cmp(&b.name));
    Ok(found)
}

fn article(root: &Path, entry: Result<ignore::DirEntry, ignore::Error>) -> Option<Found> {
    let (path, trouble) = match entry {
        Ok(entry) if entry.file_type().is_some_and(|kind| kind.is_dir()) => return None,
        Ok(entry) => {
            // Reading from a pipe could wait for ever.
            let regular = entry.file_type().is_some_and(|kind| kind.is_file());
            let trouble = (!regular)
                .then(|| "the file could not be read: it is a pipe or a device".to_owned());
            (entry.into_path(), trouble)
        }
        Err(error) => trouble(&error)?,
    };
    let ending = ending(&path);
    let counts = ENDINGS.contains(&ending.as_str()) || trouble.is_some() && ending.is_empty();
    if !counts || path.file_name().is_some_and(|name| name == MANIFEST) {
        return None;
    }
    let name = relative(root, &path);
    Some(Found {
        path,
        name,
        trouble,
    })
}

/// What a walk could not enter, and why.
fn trouble(error: &ignore::Error) -> Option<(PathBuf, Option<String>)> {
    match error {
        ignore::Error::WithDepth { err, .. } => trouble(err),
        ignore::Error::WithPath { path, err } => Some((
            path.clone(),
            Some(
                err.io_error()
                    .map_or_else(|| err.to_string(), |io| reason(path, io)),
            ),
        )),
        ignore::Error::Loop { child, .. } => Some((
            child.clone(),
            Some("the folder was not entered: it is a link to a folder around it".to_owned()),
        )),
        _ => None,
    }
}

/// Why a file cannot be read: one sentence, the same on every machine.
pub fn reason(path: &Path, error: &io::Error) -> String {
    match error.kind() {
        ErrorKind::NotFound if fs::symlink_metadata(path).is_ok() => {
            "a link that leads nowhere".to_owned()
        }
        kind => kind.to_string(),
    }
}

/// What stands after the last full stop of the name, in small letters.
pub fn ending(path: &Path) -> String {
    path.extension()
        .map(|ending| ending.to_string_lossy().to_ascii_lowercase())
        .unwrap_or_default()
}

/// `path` below `root`, with `/`.
pub fn relative(root: &Path, path: &Path) -> String {
    let below = path.strip_prefix(root).unwrap_or(path);
    let parts: Vec<_> = below
        .components()
        .map(|part| part.as_os_str().to_string_lossy())
        .collect();
    parts.join("/")
}
