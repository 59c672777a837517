//! Articles of the accepted report that this run has not read.

use std::path::Path;

use anyhow::{Result, bail};
use crosscheck::snapshot::{Entry, Snapshot};

use super::Held;
use crate::cli::collect::Places;

/// Names that a message lists; the rest is counted.
const NAMED: usize = 5;

/// The articles, sorted by name.
pub struct Missing {
    /// Their files are there, or nobody can tell.
    pub left_out: Vec<String>,
    /// Whole folders were read and they are in none of them.
    pub gone: Vec<String>,
}

impl Missing {
    pub fn of(held: &Held) -> Self {
        let now = names(&held.now);
        let accepted = names(&held.accepted);
        let missing = accepted.iter().filter(|name| !now.contains(**name));
        let paths = &held.settings.paths.value;
        let places = Places::new(paths);
        // A file that was given tells nothing of the others; and folders in which no article is known are other folders.
        let whole = paths.iter().all(|path| path.is_dir())
            && accepted.iter().any(|name| now.contains(name));
        let (gone, left_out) = missing
            .map(|name| (*name).to_owned())
            .partition(|name| whole && !places.has(name));
        Self { left_out, gone }
    }

    /// An error where accepting everything would lose what was accepted of articles that nobody looked at.
    pub fn refuse(&self, file: &Path) -> Result<()> {
        if self.left_out.is_empty() {
            return Ok(());
        }
        bail!(
            "{} holds articles that are not among the paths given: {}; nothing was accepted\n\
             give their paths as well, or take single changes with `crosscheck snapshot review --accept ID`; \
             --drop-missing takes these articles out of the accepted report",
            file.display(),
            listed(&self.left_out)
        );
    }

    /// What went with the articles that are not there any more; empty where nothing did.
    pub fn dropped(&self) -> Option<String> {
        let all: Vec<String> = self.gone.iter().chain(&self.left_out).cloned().collect();
        (!all.is_empty()).then(|| {
            format!(
                "taken out of the accepted report, as not there: {}",
                listed(&all)
            )
        })
    }

    /// Why facts look changed that nobody touched; empty where every article was read.
    pub fn remark(&self) -> Option<String> {
        (!self.left_out.is_empty()).then(|| {
            format!(
                "not among the paths given: {}; what they share with the others looks changed",
                listed(&self.left_out)
            )
        })
    }
}

fn names(snapshot: &Snapshot) -> std::collections::BTreeSet<&str> {
    let sources = snapshot.entries.iter().filter_map(|entry| match entry {
        Entry::Source(source) => Some(source.name.as_str()),
        _ => None,
    });
    sources.collect()
}

fn listed(names: &[String]) -> String {
    let shown: Vec<_> = names
        .iter()
        .take(NAMED)
        .map(|name| crosscheck::render::visible(name))
        .collect();
    let rest = match names.len().saturating_sub(NAMED) {
        0 => String::new(),
        n => format!(" and {n} more"),
    };
    format!("{}{rest}", shown.join(", "))
}
