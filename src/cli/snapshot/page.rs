//! What changed, for people.

use std::io::{Result, Write};
use std::path::PathBuf;

use anstyle::{AnsiColor, Style};
use crosscheck::render::visible;
use crosscheck::snapshot::{Change, Entry, What};

use super::Held;
use super::missing::Missing;
use crate::cli::collect::Places;

const NEW: Style = AnsiColor::Green.on_default();
const GONE: Style = AnsiColor::Red.on_default();
const HEAD: Style = Style::new().bold();

/// Lines of a change that are shown without being asked for.
const SHOWN: usize = 12;

pub struct Page<'h> {
    held: &'h Held,
    /// What makes the name of an article a path from here.
    places: Places,
}

impl<'h> Page<'h> {
    pub fn new(held: &'h Held) -> Self {
        Self {
            held,
            places: Places::new(&held.settings.paths.value),
        }
    }

    /// All changes with their diffs, what is obsolete, and what to do next.
    pub fn verdict(
        &self,
        color: bool,
        proposed: Option<PathBuf>,
        out: &mut dyn Write,
    ) -> Result<()> {
        let comparison = &self.held.comparison;
        for change in &comparison.changes {
            self.change(change, color, out)?;
            writeln!(out)?;
        }
        for &at in &comparison.obsolete {
            if let Some(entry) = self.held.accepted.entries.get(at) {
                writeln!(out, "obsolete: {}", self.obsolete(entry))?;
            }
        }
        self.remark(out)?;
        let file = self.held.file.display().to_string();
        writeln!(out, "{}: {}", visible(&file), self.counts())?;
        if !comparison.changes.is_empty() {
            let review = "`crosscheck snapshot review` goes through the changes, `crosscheck snapshot accept` takes all of \
                          them (with the same paths)";
            writeln!(out, "{review}")?;
        }
        if let Some(proposed) = proposed {
            let proposed = proposed.display().to_string();
            writeln!(out, "what would be accepted: {}", visible(&proposed))?;
        }
        Ok(())
    }

    /// Articles that were left out of this run.
    pub fn remark(&self, out: &mut dyn Write) -> Result<()> {
        match Missing::of(self.held).remark() {
            Some(remark) => writeln!(out, "{remark}"),
            None => Ok(()),
        }
    }

    /// "1 new, 0 gone, 2 changed".
    pub fn counts(&self) -> String {
        let count = |what| {
            let of = self.held.comparison.changes.iter();
            of.filter(|change| change.what == what).count()
        };
        let obsolete = match self.held.comparison.obsolete.len() {
            0 => String::new(),
            n => format!(", {n} obsolete"),
        };
        let counts = [What::New, What::Gone, What::Changed]
            .map(|what| format!("{} {}", count(what), what.name()));
        if self.held.comparison.changes.is_empty() {
            return format!("nothing changed{obsolete}");
        }
        format!("{}{obsolete}", counts.join(", "))
    }

    /// A change with its sentences and its diff.
    pub fn change(&self, change: &Change, color: bool, out: &mut dyn Write) -> Result<()> {
        writeln!(out, "{}", paint(color, HEAD, &self.head(change)))?;
        for line in change.lines.iter().take(SHOWN) {
            writeln!(out, "  {}", visible(&self.sentence(line)))?;
        }
        if change.lines.len() > SHOWN {
            writeln!(out, "  and {} more", change.lines.len() - SHOWN)?;
        }
        let diff = change.diff(&self.held.accepted, &self.held.now);
        for line in diff.lines() {
            let style = match line.chars().next() {
                Some('-') => GONE,
                Some('+') => NEW,
                _ => Style::new(),
            };
            writeln!(out, "    {}", paint(color, style, &visible(line)))?;
        }
        Ok(())
    }

    /// Id, what became of it, and what it is: one line.
    pub fn head(&self, change: &Change) -> String {
        let entry = match change.after {
            Some(at) => self.held.now.entries.get(at),
            None => change
                .before
                .and_then(|at| self.held.accepted.entries.get(at)),
        };
        let title = entry.map(Entry::title).unwrap_or_default();
        format!("{} {} {}", change.id, change.what.name(), visible(&title))
    }

    fn sentence(&self, line: &crosscheck::snapshot::Line) -> String {
        match &line.source {
            Some(source) => format!("{}: {}", self.places.of(source), line.text),
            None => line.text.clone(),
        }
    }

    fn obsolete(&self, entry: &Entry) -> String {
        let gone = entry.sources().join(", ");
        visible(&format!("{} (no article {gone})", entry.title())).into_owned()
    }
}

fn paint(color: bool, style: Style, text: &str) -> String {
    if color {
        format!("{style}{text}{style:#}")
    } else {
        text.to_owned()
    }
}
