//! The changes one by one: accepted, rejected, left for later, or explained.

use std::collections::BTreeSet;
use std::fs;
use std::io::{BufRead, stdin};
use std::process::ExitCode;

use anyhow::{Context, Result, bail};
use crosscheck::snapshot::{Change, Entry, Snapshot};

use super::{Held, in_ci, read, write};
use crate::cli::args::{Color, Review};
use crate::cli::commands::explanation;
use crate::cli::file;
use crate::cli::output::Target;
use crate::cli::run::Run;

const KEYS: &str =
    "a accept, r reject, s skip, e explain, A accept this and all that follow, q quit";

/// What the `.new` file says of a rejected change, in a comment.
const REJECTED: &str = "# rejected: ";

/// 1 when a change is left.
pub fn review(args: &Review, color: Color) -> Result<ExitCode> {
    let held = Held::of(&args.gate, |file| Ok(read(file)?.unwrap_or_default()))?;
    let target = Target::new(None, color);
    let mut session = Session::new(&held);
    if args.list {
        return session.list(&target);
    }
    if let Some(id) = &args.show {
        let change = session.find(id)?;
        target.write(|options, out| held.page().change(change, options.color, out))?;
        return Ok(ExitCode::SUCCESS);
    }
    if let Some(id) = &args.explain {
        let text = session.explain(session.find(id)?)?;
        target.write(|_, out| out.write_all(text.as_bytes()))?;
        return Ok(ExitCode::SUCCESS);
    }
    if args.accept_all {
        held.accept(args.drop_missing)?;
        return Ok(ExitCode::SUCCESS);
    }
    if !args.accept.is_empty() || !args.reject.is_empty() {
        // All ids first: one that is wrong leaves everything as it was.
        let ids = |wanted: &[String]| {
            let found = wanted.iter().map(|id| Ok(session.find(id)?.id.clone()));
            found.collect::<Result<Vec<String>>>()
        };
        let (accepted, rejected) = (ids(&args.accept)?, ids(&args.reject)?);
        session.accepted.extend(accepted);
        session.rejected.extend(rejected);
        return session.save();
    }
    session.ask(&target)
}

/// What has been decided so far, by the ids of the changes.
struct Session<'h> {
    held: &'h Held,
    accepted: BTreeSet<String>,
    rejected: BTreeSet<String>,
}

impl<'h> Session<'h> {
    /// What an earlier review rejected stands in the `.new` file, until the next `verify` writes it anew.
    fn new(held: &'h Held) -> Self {
        let proposed = fs::read_to_string(held.beside()).unwrap_or_default();
        let rejected = proposed
            .lines()
            .filter_map(|line| line.strip_prefix(REJECTED));
        Self {
            held,
            accepted: BTreeSet::new(),
            rejected: rejected.map(str::to_owned).collect(),
        }
    }

    fn changes(&self) -> &'h [Change] {
        &self.held.comparison.changes
    }

    fn find(&self, id: &str) -> Result<&'h Change> {
        let mut matching = self
            .changes()
            .iter()
            .filter(|change| change.id.starts_with(id) && id.len() > 2);
        match (matching.next(), matching.next()) {
            (Some(change), None) => Ok(change),
            (Some(_), Some(_)) => bail!("more than one change has an id that starts with '{id}'"),
            (None, _) => bail!("no change has the id '{id}': `--list` shows all of them"),
        }
    }

    fn list(&self, target: &Target) -> Result<ExitCode> {
        let page = self.held.page();
        target.write(|_, out| {
            for change in self.changes() {
                let rejected = if self.rejected.contains(&change.id) {
                    " (rejected)"
                } else {
                    ""
                };
                writeln!(out, "{}{rejected}", page.head(change))?;
            }
            page.remark(out)?;
            writeln!(out, "{}", page.counts())
        })?;
        Ok(ExitCode::from(u8::from(!self.changes().is_empty())))
    }

    fn explain(&self, change: &Change) -> Result<String> {
        let entry = change.after.and_then(|at| self.held.now.entries.get(at));
        let Some(Entry::Fact(fact)) = entry else {
            return Ok("only a fact that is there now can be explained\n".to_owned());
        };
        explanation(&fact.id, Run::prepare(&self.held.settings, None)?)
    }

    /// Asks about every change that is not decided.
    fn ask(&mut self, target: &Target) -> Result<ExitCode> {
        if self
            .held
            .settings
            .paths
            .value
            .iter()
            .any(|path| path.as_os_str() == "-")
        {
            bail!("standard input holds the articles: decide with --list, --accept and --reject");
        }
        self.rejected.clear();
        let mut answers = stdin().lock().lines();
        let total = self.changes().len();
        let mut all = false;
        'changes: for (number, change) in self.changes().iter().enumerate() {
            if all {
                self.accepted.insert(change.id.clone());
                continue;
            }
            target.write(|options, out| {
                writeln!(out, "{} of {total}", number + 1)?;
                self.held.page().change(change, options.color, out)
            })?;
            loop {
                target.write(|_, out| write!(out, "{KEYS}: "))?;
                let answer = match answers.next() {
                    None => break 'changes,
                    Some(answer) => answer.context("cannot read the answer")?,
                };
                match answer.trim() {
                    "a" => {
                        self.accepted.insert(change.id.clone());
                    }
                    "A" => {
                        self.accepted.insert(change.id.clone());
                        all = true;
                    }
                    "r" => {
                        self.rejected.insert(change.id.clone());
                    }
                    "s" => {}
                    "q" => break 'changes,
                    "e" => {
                        let text = self.explain(change)?;
                        target.write(|_, out| writeln!(out, "\n{text}"))?;
                        continue;
                    }
                    _ => continue,
                }
                // At once: what was decided is not lost when the review is broken off.
                self.save()?;
                break;
            }
        }
        let code = self.save()?;
        target.write(|_, out| {
            let (accepted, rejected) = (self.accepted.len(), self.rejected.len());
            let left = total - accepted - rejected;
            writeln!(
                out,
                "\n{accepted} accepted, {rejected} rejected, {left} left"
            )
        })?;
        Ok(code)
    }

    /// Writes both files as decided. 1 when a change is not accepted.
    fn save(&self) -> Result<ExitCode> {
        let Held {
            accepted,
            now,
            file,
            ..
        } = self.held;
        let chosen = |wanted: &dyn Fn(&str) -> bool| -> Snapshot {
            let changes: Vec<&Change> = self
                .changes()
                .iter()
                .filter(|change| wanted(&change.id))
                .collect();
            accepted.with(&changes, now)
        };
        if !self.accepted.is_empty() {
            write(file, &chosen(&|id| self.accepted.contains(id)).text())?;
        }
        let left = self.accepted.len() < self.changes().len();
        if !left {
            file::remove(&self.held.beside())?;
        } else if !in_ci() {
            let mut text = chosen(&|id| !self.rejected.contains(id)).text();
            for id in &self.rejected {
                text.push_str(&format!("{REJECTED}{id}\n"));
            }
            write(&self.held.beside(), &text)?;
        }
        Ok(ExitCode::from(u8::from(left)))
    }
}
