//! The articles in a folder.

use std::fs;
use std::io::{self, ErrorKind};
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, PoisonError};

use anyhow::{Context, Result, bail};
use crosscheck::source::{Format, Saying};
use ignore::WalkBuilder;

use super::MANIFEST;

/// A file that is an article, or something in the way of one.
pub struct Found {
    pub path: PathBuf,
    /// Relative to the folder, with `/`.
    pub name: String,
    /// Why it cannot be read, if that is known already.
    pub trouble: Option<Saying>,
}

/// The articles below `root`, by name: hidden files, and those that a `.gitignore` in the folder names, do not count. A
/// link that leads out of the folder is not followed: what stands for it says so.
///
/// A folder that cannot be opened, is empty or holds no article is an error.
pub fn articles(root: &Path) -> Result<Vec<Found>> {
    let mut entries =
        fs::read_dir(root).with_context(|| format!("cannot open the folder {}", root.display()))?;
    if entries.next().is_none() {
        bail!("the folder {} is empty", root.display());
    }
    // Only files inside the folder decide what is read: no setting of the machine, no repository around it.
    let whole = fs::canonicalize(root).unwrap_or_else(|_| root.to_owned());
    let outside = Arc::new(Mutex::new(Vec::new()));
    let leading_out = Arc::clone(&outside);
    let walk = WalkBuilder::new(root)
        .filter_entry(move |entry| {
            let leads_out = entry.depth() > 0
                && entry.path_is_symlink()
                && fs::canonicalize(entry.path()).is_ok_and(|target| !target.starts_with(&whole));
            if leads_out {
                let mut outside = leading_out.lock().unwrap_or_else(PoisonError::into_inner);
                outside.push(entry.path().to_owned());
            }
            !leads_out
        })
        .follow_links(true)
        .parents(false)
        .git_global(false)
        .git_exclude(false)
        .require_git(false)
        .build();
    let mut found: Vec<_> = walk.filter_map(|entry| article(root, entry)).collect();
    let outside = outside.lock().unwrap_or_else(PoisonError::into_inner);
    found.extend(outside.iter().filter_map(|path| link_out(root, path)));
    drop(outside);
    if found.is_empty() {
        bail!(
            "no article in the folder {}: files that end in {} count, unless they are hidden or a .gitignore names them",
            root.display(),
            endings()
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
                .then(|| Saying::new("the file could not be read: it is a pipe or a device"));
            (entry.into_path(), trouble)
        }
        Err(error) => trouble(&error)?,
    };
    let ending = ending(&path);
    let counts = Format::of_ending(&ending).is_some() || trouble.is_some() && ending.is_empty();
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

/// A link that is not followed, if what it leads to would count.
fn link_out(root: &Path, path: &Path) -> Option<Found> {
    let ending = ending(path);
    let counts = Format::of_ending(&ending).is_some() || path.is_dir();
    counts.then(|| Found {
        name: relative(root, path),
        path: path.to_owned(),
        trouble: Some(Saying::new(
            "it is a link that leads out of the folder, and was not followed",
        )),
    })
}

/// The endings that count, for people.
fn endings() -> String {
    let endings: Vec<String> = Format::ENDINGS
        .iter()
        .map(|(ending, _)| format!(".{ending}"))
        .collect();
    match endings.split_last() {
        Some((last, others)) => format!("{} or {last}", others.join(", ")),
        None => String::new(),
    }
}

/// What a walk could not enter, and why.
fn trouble(error: &ignore::Error) -> Option<(PathBuf, Option<Saying>)> {
    match error {
        ignore::Error::WithDepth { err, .. } => trouble(err),
        ignore::Error::WithPath { path, err } => Some((
            path.clone(),
            Some(
                err.io_error()
                    .map_or_else(|| of_system(err.to_string()), |io| reason(path, io)),
            ),
        )),
        ignore::Error::Loop { child, .. } => Some((
            child.clone(),
            Some(Saying::new(
                "the folder was not entered: it is a link to a folder around it",
            )),
        )),
        _ => None,
    }
}

/// Why a file cannot be read: the same on every machine.
pub fn reason(path: &Path, error: &io::Error) -> Saying {
    match error.kind() {
        ErrorKind::NotFound if fs::symlink_metadata(path).is_ok() => {
            Saying::new("a link that leads nowhere")
        }
        ErrorKind::NotFound => Saying::new("entity not found"),
        ErrorKind::PermissionDenied => Saying::new("permission denied"),
        ErrorKind::IsADirectory => Saying::new("is a directory"),
        kind => of_system(kind.to_string()),
    }
}

/// What the system says of a file that it does not give.
fn of_system(error: String) -> Saying {
    Saying::new("{io}").with("io", error)
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
