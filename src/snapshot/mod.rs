//! Accepted reports: what a run is held against.
//!
//! A snapshot is a text file that people read, review and merge. It holds what a report says and nothing that moves when
//! an article is edited elsewhere: no line numbers, no byte ranges, no paths of a machine. This module is handed texts and
//! gives texts; files are the caller's.

mod compare;
mod entry;
mod excerpt;
mod pair;
mod read;
mod record;
mod tell;
mod write;

pub use compare::{Change, Comparison, What};
pub use entry::{Copied, Duplicate, Entry, Fact, Ignored, Source, Statement};
pub use tell::Line;

use std::collections::BTreeMap;

/// Version of the form of the file.
pub const FORMAT: u32 = 1;

/// An accepted report.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Snapshot {
    /// In the order of the file.
    pub entries: Vec<Entry>,
}

impl Snapshot {
    /// The snapshot with `changes` made in it, all found by [`Snapshot::compare`] on it: what was new is in it, what is
    /// gone is out, the rest is as it was.
    pub fn with(&self, changes: &[&Change], now: &Self) -> Self {
        let mut entries: Vec<Option<Entry>> = self.entries.iter().cloned().map(Some).collect();
        // Entries to come after the one of the same number; 0 is the start of the file.
        let mut added: Vec<Vec<Entry>> = vec![Vec::new(); entries.len() + 1];
        let places: BTreeMap<String, usize> = self
            .entries
            .iter()
            .enumerate()
            .map(|(at, entry)| (entry.key(), at))
            .collect();
        // A new entry belongs after the last one that comes before it and is here too.
        let place = |after: Option<usize>| {
            let before = now.entries.get(..after.unwrap_or(0)).unwrap_or_default();
            let known = |entry: &Entry| places.get(&entry.key()).copied();
            before.iter().rev().find_map(known).map_or(0, |at| at + 1)
        };
        for change in changes {
            let new = change.after.and_then(|at| now.entries.get(at)).cloned();
            match change.before {
                Some(at) => {
                    if let Some(slot) = entries.get_mut(at) {
                        *slot = new;
                    }
                }
                None => added[place(change.after)].extend(new),
            }
        }
        let mut added = added.into_iter();
        let mut merged: Vec<Entry> = added.next().unwrap_or_default();
        for (entry, after) in entries.into_iter().zip(added) {
            merged.extend(entry);
            merged.extend(after);
        }
        Self { entries: merged }
    }
}

#[cfg(test)]
mod tests;
