//! A report held against an accepted one: what is known, and what is not there any more.

use std::collections::{BTreeMap, BTreeSet};

use crate::render::{Absent, Baseline, Standing};
use crate::report::{Decided, Report, Ruling};
use crate::snapshot::{Comparison, Entry, Snapshot, What};

impl Report {
    /// Marks the findings that `baseline` holds unchanged: they are known and do not fail. Tells how every fact, duplicate
    /// and remark stands to it, and which findings it holds that are gone.
    pub fn mark_known(&mut self, baseline: &Snapshot) -> Baseline {
        let now = Snapshot::of(self);
        let comparison = baseline.compare(&now);
        let changed: BTreeMap<usize, (What, Option<usize>)> = comparison
            .changes
            .iter()
            .filter_map(|change| Some((change.after?, (change.what, change.before))))
            .collect();
        let mut standing: BTreeMap<String, Standing> = BTreeMap::new();
        for (at, entry) in now.entries.iter().enumerate() {
            let id = match entry {
                Entry::Fact(fact) => &fact.id,
                Entry::Duplicate(copies) => &copies.id,
                Entry::Source(_) => continue,
            };
            let stands = match changed.get(&at) {
                None => Standing::Unchanged,
                Some((What::Changed, before)) => {
                    let before = before.and_then(|before| baseline.entries.get(before));
                    // An agreement that is a conflict now was no finding then.
                    match before.and_then(finding_name) {
                        None if finding_name(entry).is_some() => Standing::New,
                        _ => Standing::Updated,
                    }
                }
                Some(_) => continue,
            };
            standing.insert(id.clone(), stands);
        }
        let known_notes = self.known_notes(baseline);
        standing.extend(
            known_notes
                .iter()
                .map(|id| (id.clone(), Standing::Unchanged)),
        );
        let unchanged = standing
            .iter()
            .filter(|(_, stands)| **stands == Standing::Unchanged);
        let known: BTreeSet<String> = unchanged.map(|(id, _)| id.clone()).collect();
        let known = known
            .into_iter()
            .filter(|id| self.decisions.on(id).is_none())
            .collect::<Vec<_>>();
        let decided = known.into_iter().map(|finding| Decided {
            finding,
            ruling: Ruling::Baseline,
            reason: None,
            owner: None,
            expires: None,
        });
        self.decisions.findings.extend(decided);
        Baseline {
            standing,
            absent: absent(baseline, &now, &comparison),
        }
    }

    /// Remarks on articles that the baseline has too.
    fn known_notes(&self, baseline: &Snapshot) -> Vec<String> {
        let told = |name: &str, note: &str| {
            let text = note.split_whitespace().collect::<Vec<_>>().join(" ");
            baseline.entries.iter().any(|entry| {
                matches!(entry, Entry::Source(source) if source.name == name && source.notes.contains(&text))
            })
        };
        self.notes()
            .filter(|(source, note)| {
                told(&source.source, &format!("{}: {}", note.name, note.message))
            })
            .map(|(source, note)| note.finding(source))
            .collect()
    }
}

/// What the baseline holds as a finding and this run does not, in the order of the baseline.
fn absent(baseline: &Snapshot, now: &Snapshot, comparison: &Comparison) -> Vec<Absent> {
    let mut gone: BTreeSet<usize> = comparison.obsolete.iter().copied().collect();
    for change in &comparison.changes {
        let is_finding = |entries: &[Entry], at: Option<usize>| {
            at.and_then(|at| entries.get(at))
                .and_then(finding_name)
                .is_some()
        };
        if is_finding(&baseline.entries, change.before) && !is_finding(&now.entries, change.after) {
            gone.extend(change.before);
        }
    }
    let mut absent = Vec::new();
    for (at, entry) in baseline.entries.iter().enumerate() {
        if let Entry::Source(source) = entry {
            let has = |note: &String| {
                now.entries.iter().any(|entry| {
                    matches!(entry, Entry::Source(now) if now.name == source.name && now.notes.contains(note))
                })
            };
            for note in source.notes.iter().filter(|note| !has(note)) {
                let (name, message) = note.split_once(": ").unwrap_or((note, ""));
                absent.push(Absent {
                    name: name.to_owned(),
                    id: note.clone(),
                    title: message.to_owned(),
                    sources: vec![source.name.clone()],
                });
            }
        }
        let Some(name) = finding_name(entry).filter(|_| gone.contains(&at)) else {
            continue;
        };
        let (id, title) = match entry {
            Entry::Fact(fact) => (&fact.id, fact.about.clone()),
            Entry::Duplicate(copies) => {
                let first = copies.passages.first();
                (
                    &copies.id,
                    first.map_or_else(String::new, |one| one.text.clone()),
                )
            }
            Entry::Source(_) => continue,
        };
        absent.push(Absent {
            name,
            id: id.clone(),
            title,
            sources: entry.sources().into_iter().map(str::to_owned).collect(),
        });
    }
    absent
}

/// The name under which an entry is listed as a finding; `None` for what is listed under none.
fn finding_name(entry: &Entry) -> Option<String> {
    match entry {
        Entry::Fact(fact) => match (fact.verdict.as_str(), &fact.kind) {
            ("conflict", Some(kind)) => Some(kind.clone()),
            ("conflict" | "possible-conflict" | "update", _) => Some(fact.verdict.clone()),
            _ => None,
        },
        Entry::Duplicate(copies) => Some(format!("duplicate-{}", copies.class)),
        Entry::Source(_) => None,
    }
}
