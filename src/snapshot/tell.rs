//! A difference in sentences: article, line and both values.

use similar::{Algorithm, DiffOp, TextDiff, capture_diff_slices};

use super::compare::Statements;
use super::pair::Pairs;
use super::{Change, Copied, Duplicate, Entry, Fact, Snapshot, Source};

/// A sentence about an article, or about a whole entry.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Line {
    /// Name of the article.
    pub source: Option<String>,
    /// The sentence.
    pub text: String,
}

/// What is needed to tell.
pub(super) struct Teller<'a> {
    pub before: &'a Snapshot,
    pub after: &'a Snapshot,
    pub old: &'a Statements<'a>,
    pub new: &'a Statements<'a>,
    pub pairs: &'a Pairs,
}

impl Teller<'_> {
    /// How `after` came of `before`; one of them at least is there.
    pub fn lines(&self, before: Option<usize>, after: Option<usize>) -> Vec<Line> {
        let old = before.and_then(|at| self.before.entries.get(at));
        let new = after.and_then(|at| self.after.entries.get(at));
        match (old, new) {
            (Some(Entry::Source(old)), Some(Entry::Source(new))) => sources(old, new),
            (Some(Entry::Duplicate(old)), Some(Entry::Duplicate(new))) => copies(old, new),
            (old, new) if is_fact(old) || is_fact(new) => {
                let mut lines = match (old, new) {
                    (Some(Entry::Fact(old)), Some(Entry::Fact(new))) => judged(old, new),
                    _ => Vec::new(),
                };
                lines.extend(after.into_iter().flat_map(|at| self.arrived(before, at)));
                lines.extend(before.into_iter().flat_map(|at| self.left(at, after)));
                lines
            }
            (None, Some(Entry::Source(new))) => vec![said(&new.name, "a new article")],
            (Some(Entry::Source(old)), _) => vec![said(&old.name, "the article is gone")],
            (None, Some(Entry::Duplicate(new))) => passages(&new.passages, "copied here"),
            (Some(Entry::Duplicate(old)), _) => passages(&old.passages, "no copy any more"),
            _ => Vec::new(),
        }
    }

    /// The claims of an entry of this run that are not as they were in `before`.
    fn arrived(&self, before: Option<usize>, after: usize) -> Vec<Line> {
        let told = |at: usize| {
            let now = self.new.all[at];
            let text = match self.pairs.old_of[at] {
                None => format!("{}{} is new", line(now.line), now.quote),
                Some(partner) => {
                    let was = self.old.all[partner];
                    let entry = self.old.entry[partner];
                    if was.key() != now.key() {
                        format!("{}{}", line(now.line), differs(was, now))
                    } else if Some(entry) != before {
                        let about = self.before.entries[entry].title();
                        format!(
                            "{}{} has joined; it stood under {about}",
                            line(now.line),
                            now.quote
                        )
                    } else {
                        return None;
                    }
                }
            };
            Some(said(&now.source, &text))
        };
        self.new.within(after).filter_map(told).collect()
    }

    /// The claims of an accepted entry that are not in `after`.
    fn left(&self, before: usize, after: Option<usize>) -> Vec<Line> {
        let told = |at: usize| {
            let was = self.old.all[at];
            let Some(partner) = self.pairs.new_of[at] else {
                let text = format!("{} is gone: {}", was.quote, was.at);
                return Some(said(&was.source, &text));
            };
            let (now, entry) = (self.new.all[partner], self.new.entry[partner]);
            if Some(entry) == after {
                return None;
            }
            // Told of where it went, if that entry was there before.
            let text = if was.key() != now.key() {
                format!("{}{}", line(now.line), differs(was, now))
            } else {
                let about = self.after.entries[entry].title();
                format!(
                    "{}{} has left; it stands under {about}",
                    line(now.line),
                    now.quote
                )
            };
            Some(said(&now.source, &text))
        };
        self.old.within(before).filter_map(told).collect()
    }
}

impl Change {
    /// The entry as accepted and as it is now, line by line: `-` what went, `+` what came, a space before the rest.
    pub fn diff(&self, before: &Snapshot, after: &Snapshot) -> String {
        let text = |snapshot: &Snapshot, at: Option<usize>| {
            at.and_then(|at| snapshot.entries.get(at))
                .map_or_else(String::new, Entry::text)
        };
        let (old, new) = (text(before, self.before), text(after, self.after));
        let diff = TextDiff::from_lines(old.as_str(), new.as_str());
        let mut page = String::new();
        for change in diff.iter_all_changes() {
            page.push_str(&format!("{}{}", change.tag(), change));
        }
        page
    }
}

fn is_fact(entry: Option<&Entry>) -> bool {
    matches!(entry, Some(Entry::Fact(_)))
}

fn said(source: &str, text: &str) -> Line {
    Line {
        source: Some(source.to_owned()),
        text: text.to_owned(),
    }
}

fn line(number: Option<usize>) -> String {
    number.map_or_else(String::new, |number| format!("line {number}: "))
}

fn differs(was: &super::Statement, now: &super::Statement) -> String {
    if was.quote != now.quote {
        format!("{}, was {}", now.quote, was.quote)
    } else {
        format!("{} reads {}, was {}", now.quote, now.reads, was.reads)
    }
}

fn judged(old: &Fact, new: &Fact) -> Vec<Line> {
    let verdict = |fact: &Fact| match &fact.kind {
        Some(kind) => format!("{} ({kind})", fact.verdict),
        None => fact.verdict.clone(),
    };
    let mut lines = Vec::new();
    let mut add = |now: String, was: String| {
        if now != was {
            lines.push(Line {
                source: None,
                text: format!("{now}, was {was}"),
            });
        }
    };
    add(verdict(new), verdict(old));
    let origins = |fact: &Fact| match fact.origins {
        1 => "1 origin".to_owned(),
        n => format!("{n} origins"),
    };
    add(origins(new), origins(old));
    lines
}

fn sources(old: &Source, new: &Source) -> Vec<Line> {
    let mut lines = Vec::new();
    for (name, old_value, new_value) in [
        ("publisher", &old.publisher, &new.publisher),
        ("published", &old.published, &new.published),
        ("language", &old.language, &new.language),
    ] {
        if old_value != new_value {
            let shown = |value: &Option<String>| value.clone().unwrap_or_else(|| "unknown".into());
            let text = format!("{name}: {}, was {}", shown(new_value), shown(old_value));
            lines.push(said(&new.name, &text));
        }
    }
    for note in new.notes.iter().filter(|note| !old.notes.contains(note)) {
        lines.push(said(&new.name, note));
    }
    for note in old.notes.iter().filter(|note| !new.notes.contains(note)) {
        lines.push(said(&new.name, &format!("no longer: {note}")));
    }
    let texts = |source: &Source| {
        let texts = source.ignored.iter().map(|one| one.text.clone());
        texts.collect::<Vec<_>>()
    };
    let (before, after) = (texts(old), texts(new));
    for op in capture_diff_slices(Algorithm::Myers, &before, &after) {
        lines.extend(ignored(&op, old, new));
    }
    lines
}

/// Digits that are no claim, one against one where as many went as came.
fn ignored(op: &DiffOp, old: &Source, new: &Source) -> Vec<Line> {
    if matches!(op, DiffOp::Equal { .. }) {
        return Vec::new();
    }
    let (was, now) = (&old.ignored[op.old_range()], &new.ignored[op.new_range()]);
    let paired = was.len().min(now.len());
    let mut lines: Vec<Line> = (0..paired)
        .map(|at| {
            let text = format!(
                "{}no claim, {}, was {}",
                line(now[at].line),
                now[at].text,
                was[at].text
            );
            said(&new.name, &text)
        })
        .collect();
    for one in &now[paired..] {
        let text = format!("{}no claim, {} is new", line(one.line), one.text);
        lines.push(said(&new.name, &text));
    }
    for one in &was[paired..] {
        lines.push(said(&new.name, &format!("no claim, {} is gone", one.text)));
    }
    lines
}

fn passages(passages: &[Copied], text: &str) -> Vec<Line> {
    let told = |one: &Copied| {
        said(
            &one.source,
            &format!("{}{text}: {}", line(one.line), one.text),
        )
    };
    passages.iter().map(told).collect()
}

fn copies(old: &Duplicate, new: &Duplicate) -> Vec<Line> {
    let mut lines = Vec::new();
    if old.class != new.class {
        lines.push(Line {
            source: None,
            text: format!("duplicate-{}, was duplicate-{}", new.class, old.class),
        });
    }
    let missing = |from: &Duplicate, other: &Duplicate| -> Vec<Copied> {
        let known = |one: &&Copied| {
            let same = |two: &Copied| (&one.source, &one.digest) == (&two.source, &two.digest);
            !other.passages.iter().any(same)
        };
        from.passages.iter().filter(known).cloned().collect()
    };
    let (came, mut went) = (missing(new, old), missing(old, new));
    for one in &came {
        let was = went.iter().position(|was| was.source == one.source);
        let was = was.map(|at| went.remove(at).text);
        let text = match was {
            Some(was) if was != one.text => format!("copied passage {}, was {was}", one.text),
            Some(_) => format!("copied passage changed, behind {}", one.text),
            None => format!("copied here: {}", one.text),
        };
        lines.push(said(&one.source, &format!("{}{text}", line(one.line))));
    }
    lines.extend(passages(&went, "no copy any more"));
    for change in new.changes.iter().filter(|one| !old.changes.contains(one)) {
        lines.push(Line {
            source: None,
            text: format!("differs in {change}"),
        });
    }
    lines
}
