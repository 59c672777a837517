//! What is new, gone or changed since a report was accepted.

use std::collections::{BTreeMap, BTreeSet, VecDeque};

use super::pair::pairs;
use super::tell::{Line, Teller};
use super::{Entry, Snapshot, Statement};

/// What became of an entry.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum What {
    /// It was not there.
    New,
    /// It says something else.
    Changed,
    /// It is not there any more.
    Gone,
}

impl What {
    /// The word for it.
    pub fn name(self) -> &'static str {
        match self {
            Self::New => "new",
            Self::Changed => "changed",
            Self::Gone => "gone",
        }
    }
}

/// One difference.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Change {
    /// `s-` and a hash of both sides.
    pub id: String,
    /// What became of the entry.
    pub what: What,
    /// Number of the entry in the snapshot.
    pub before: Option<usize>,
    /// Number of the entry in this run.
    pub after: Option<usize>,
    /// What happened, a sentence each.
    pub lines: Vec<Line>,
}

/// All differences.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Comparison {
    /// In the order of this run; what is gone comes last, in the order of the snapshot.
    pub changes: Vec<Change>,
    /// Numbers of the entries whose articles all are not there: nothing to hold against, so no change.
    pub obsolete: Vec<usize>,
}

impl Snapshot {
    /// Holds `now`, the snapshot of this run, against this accepted one.
    pub fn compare(&self, now: &Self) -> Comparison {
        let old = Statements::of(self);
        let new = Statements::of(now);
        let paired = pairs(&old, &new);
        let mut matching = Matching::new(self, now);
        matching.equal();
        matching.named();
        matching.overlapping(&old, &new, &paired.new_of);
        matching.copied();
        let teller = Teller {
            before: self,
            after: now,
            old: &old,
            new: &new,
            pairs: &paired,
        };
        let present: BTreeSet<&str> = now
            .entries
            .iter()
            .filter_map(|entry| match entry {
                Entry::Source(source) => Some(source.name.as_str()),
                _ => None,
            })
            .collect();
        let mut comparison = Comparison::default();
        for (at, entry) in now.entries.iter().enumerate() {
            let before = matching.old_of[at];
            let what = match before.and_then(|before| self.entries.get(before)) {
                Some(known) if known.same(entry) => continue,
                Some(_) => What::Changed,
                None => What::New,
            };
            comparison.changes.push(Change {
                id: String::new(),
                what,
                before,
                after: Some(at),
                lines: teller.lines(before, Some(at)),
            });
        }
        for (at, entry) in self.entries.iter().enumerate() {
            if matching.new_of[at].is_some() {
                continue;
            }
            if entry.sources().iter().all(|name| !present.contains(name)) {
                comparison.obsolete.push(at);
                continue;
            }
            comparison.changes.push(Change {
                id: String::new(),
                what: What::Gone,
                before: Some(at),
                after: None,
                lines: teller.lines(Some(at), None),
            });
        }
        name(&mut comparison.changes, self, now);
        comparison
    }
}

/// Gives every change an id of its own, by content.
fn name(changes: &mut [Change], before: &Snapshot, after: &Snapshot) {
    let mut seen: BTreeMap<String, usize> = BTreeMap::new();
    for change in changes {
        let text = |entries: &[Entry], at: Option<usize>| {
            at.and_then(|at| entries.get(at))
                .map_or_else(String::new, Entry::text)
        };
        let content = format!(
            "{}\u{0}{}",
            text(&before.entries, change.before),
            text(&after.entries, change.after)
        );
        let again = seen.entry(content.clone()).or_default();
        let hash = rapidhash::v3::rapidhash_v3(format!("{content}\u{0}{again}").as_bytes());
        *again += 1;
        change.id = format!("s-{:012x}", hash >> 16);
    }
}

/// The claims of all facts of a snapshot in one list.
pub(super) struct Statements<'a> {
    pub all: Vec<&'a Statement>,
    /// Verdict and kind of the fact of each: a claim that breaks a check stands in two facts.
    pub judged: Vec<String>,
    /// The entry of each.
    pub entry: Vec<usize>,
}

impl<'a> Statements<'a> {
    fn of(snapshot: &'a Snapshot) -> Self {
        let (mut all, mut judged, mut entry) = (Vec::new(), Vec::new(), Vec::new());
        for (at, one) in snapshot.entries.iter().enumerate() {
            if let Entry::Fact(fact) = one {
                all.extend(&fact.claims);
                entry.resize(all.len(), at);
                judged.resize(all.len(), format!("{} {:?}", fact.verdict, fact.kind));
            }
        }
        Self { all, judged, entry }
    }

    /// Numbers of the claims of an entry.
    pub fn within(&self, entry: usize) -> std::ops::Range<usize> {
        let first = self.entry.partition_point(|at| *at < entry);
        let end = self.entry.partition_point(|at| *at <= entry);
        first..end
    }
}

/// Which entry of this run is which accepted one.
struct Matching<'a> {
    before: &'a [Entry],
    after: &'a [Entry],
    new_of: Vec<Option<usize>>,
    old_of: Vec<Option<usize>>,
}

impl<'a> Matching<'a> {
    fn new(before: &'a Snapshot, after: &'a Snapshot) -> Self {
        Self {
            before: &before.entries,
            after: &after.entries,
            new_of: vec![None; before.entries.len()],
            old_of: vec![None; after.entries.len()],
        }
    }

    /// Entries that say the same. Of articles that share a name those with the same text belong together.
    fn equal(&mut self) {
        self.by(|entry| match entry {
            Entry::Source(_) => Some(entry.text()),
            Entry::Fact(_) | Entry::Duplicate(_) => Some(entry.key()),
        });
    }

    /// Articles of the same name.
    fn named(&mut self) {
        self.by(|entry| match entry {
            Entry::Source(source) => Some(source.name.clone()),
            _ => None,
        });
    }

    fn by(&mut self, key: impl Fn(&Entry) -> Option<String>) {
        let mut waiting: BTreeMap<String, VecDeque<usize>> = BTreeMap::new();
        for (at, entry) in self.after.iter().enumerate() {
            if self.old_of[at].is_none()
                && let Some(key) = key(entry)
            {
                waiting.entry(key).or_default().push_back(at);
            }
        }
        for at in 0..self.before.len() {
            if self.new_of[at].is_none()
                && let Some(key) = key(&self.before[at])
                && let Some(found) = waiting.get_mut(&key).and_then(VecDeque::pop_front)
            {
                self.join(at, found);
            }
        }
    }

    /// Facts that share the most claims.
    fn overlapping(&mut self, old: &Statements<'_>, new: &Statements<'_>, pairs: &[Option<usize>]) {
        let mut shared: BTreeMap<(usize, usize), usize> = BTreeMap::new();
        for (claim, partner) in pairs.iter().enumerate() {
            if let Some(partner) = partner {
                *shared
                    .entry((old.entry[claim], new.entry[*partner]))
                    .or_default() += 1;
            }
        }
        self.greedily(shared);
    }

    /// Groups of copies that share the most passages, or at least articles.
    fn copied(&mut self) {
        let mut shared: BTreeMap<(usize, usize), usize> = BTreeMap::new();
        for (a, old) in self.before.iter().enumerate() {
            let (Entry::Duplicate(old), None) = (old, self.new_of[a]) else {
                continue;
            };
            for (b, new) in self.after.iter().enumerate() {
                let (Entry::Duplicate(new), None) = (new, self.old_of[b]) else {
                    continue;
                };
                let score = |one: &super::Copied| {
                    let likes = |two: &super::Copied| {
                        let (text, digest) = (one.text == two.text, one.digest == two.digest);
                        if one.source == two.source {
                            usize::from(text) * 2 + usize::from(digest)
                        } else {
                            0
                        }
                    };
                    new.passages.iter().map(likes).max().unwrap_or(0)
                };
                let score: usize = old.passages.iter().map(score).sum();
                if score > 0 {
                    shared.insert((a, b), score);
                }
            }
        }
        self.greedily(shared);
    }

    fn greedily(&mut self, shared: BTreeMap<(usize, usize), usize>) {
        let mut shared: Vec<_> = shared.into_iter().collect();
        shared.sort_by(|x, y| y.1.cmp(&x.1).then(x.0.cmp(&y.0)));
        for ((a, b), _) in shared {
            if self.new_of[a].is_none() && self.old_of[b].is_none() {
                self.join(a, b);
            }
        }
    }

    fn join(&mut self, old: usize, new: usize) {
        self.new_of[old] = Some(new);
        self.old_of[new] = Some(old);
    }
}
