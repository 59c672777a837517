//! What was left out or could not be read, told beside the report.

use std::collections::BTreeMap;

use crosscheck::report::Report;

use super::say;

/// Things that are named one by one; the rest is counted.
const NAMED: usize = 20;

/// Warns of what is lost, where the report itself is not in sight: of the first things by file, of all others by number.
#[derive(Debug, Default)]
pub struct Losses {
    told: usize,
    /// By the name of the remark.
    untold: BTreeMap<String, usize>,
}

impl Losses {
    /// Warns of the losses of all sources of `report`.
    pub fn of(report: &Report) {
        let mut losses = Self::default();
        losses.add(report);
        losses.finish();
    }

    /// The same for a report that is one of several.
    pub fn add(&mut self, report: &Report) {
        for source in &report.sources {
            for note in source.losses() {
                self.told += 1;
                if self.told > NAMED {
                    *self.untold.entry(note.name.clone()).or_default() += 1;
                    continue;
                }
                let line = note.line.map(|line| format!(":{line}")).unwrap_or_default();
                // A line that is no article is named by its number already.
                let line = if source.source.ends_with(&line) {
                    ""
                } else {
                    &line
                };
                let more = match &note.limit {
                    Some(limit) => format!("; --limit {limit}=NUMBER allows more"),
                    None => String::new(),
                };
                let (name, message) = (&note.name, &note.message);
                say(&format!(
                    "warning: {}{line}: {message} ({name}{more})",
                    source.source
                ));
            }
        }
    }

    /// Tells how many things were not named.
    pub fn finish(self) {
        if self.untold.is_empty() {
            return;
        }
        let counts = self.untold.iter();
        let counts: Vec<String> = counts.map(|(name, n)| format!("{n} {name}")).collect();
        say(&format!(
            "warning: and {} more that were left out or could not be read ({}); --format json names all",
            self.untold.values().sum::<usize>(),
            counts.join(", ")
        ));
    }
}
