//! Checks again when an article is saved.

use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::sync::mpsc::{Receiver, RecvTimeoutError, channel};
use std::time::Duration;

use anyhow::{Context, Result};
use notify::{Event, EventKind, RecursiveMode, Watcher};

use super::args::Check;
use super::settings::Settings;
use super::{collect, fetch, message, say};

/// An editor writes a file in several steps: they are over when nothing has happened for this long.
const QUIET: Duration = Duration::from_millis(200);

/// Runs `check`, and again after every change of what it reads. Ends when the program is stopped.
pub fn watch(args: &Check, check: impl Fn() -> Result<ExitCode>) -> Result<ExitCode> {
    let settings = Settings::of(&args.reading)?;
    let (sender, events) = channel();
    let mut watcher =
        notify::recommended_watcher(sender).context("cannot watch the files of this system")?;
    let mut watched: Vec<PathBuf> = Vec::new();
    for path in settings
        .paths
        .value
        .iter()
        .chain(settings.rules.value.iter())
        .chain(settings.file().iter())
    {
        if fetch::address(path).is_some() {
            continue;
        }
        anyhow::ensure!(
            path.as_os_str() != "-",
            "standard input cannot be watched: name a file or a folder"
        );
        // Editors save by putting a new file in place of the old one: the folder sees it, the file does not.
        let (folder, mode) = if path.is_dir() {
            (path.clone(), RecursiveMode::Recursive)
        } else {
            let folder = path
                .parent()
                .filter(|folder| !folder.as_os_str().is_empty());
            let folder = folder.unwrap_or(Path::new("."));
            (folder.to_owned(), RecursiveMode::NonRecursive)
        };
        if !watched.contains(&folder) {
            watcher
                .watch(&folder, mode)
                .with_context(|| format!("cannot watch {}", folder.display()))?;
            watched.push(folder);
        }
    }
    let output = args.output.as_deref();
    loop {
        if let Err(error) = check() {
            say(&message(&error));
        }
        if !settings.quiet.value {
            say("watching; press Ctrl-C to stop");
        }
        let Some(saved) = wait(&events, output) else {
            return Ok(ExitCode::SUCCESS);
        };
        if !settings.quiet.value {
            say(&format!("{} was saved", saved.display()));
        }
    }
}

/// The first file that was saved, when everything is quiet again; `None` when nothing more can come.
fn wait(events: &Receiver<notify::Result<Event>>, output: Option<&Path>) -> Option<PathBuf> {
    loop {
        let Some(saved) = saved(events.recv().ok()?, output) else {
            continue;
        };
        loop {
            match events.recv_timeout(QUIET) {
                Ok(_) => {}
                Err(RecvTimeoutError::Timeout) => return Some(saved),
                Err(RecvTimeoutError::Disconnected) => return None,
            }
        }
    }
}

/// A file of the event that the report depends on.
fn saved(event: notify::Result<Event>, output: Option<&Path>) -> Option<PathBuf> {
    let event = event.ok()?;
    if matches!(event.kind, EventKind::Access(_)) {
        return None;
    }
    let whole = |path: &Path| std::fs::canonicalize(path).ok();
    let is_output = |path: &Path| output.is_some_and(|output| whole(path) == whole(output));
    event
        .paths
        .into_iter()
        .find(|path| collect::is_read(path) && !is_output(path))
}
