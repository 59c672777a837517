//! The findings of a report in one shape, for the formats that list them one by one.

use super::excerpt::{Excerpt, head};
use super::index::Index;
use super::{Decisions, visible, words};
use crate::report::{Claim, Duplicate, Fact, Finding as Registered, Note, Report, Severity};
use crate::report::{Passage, findings};

/// Columns of a quoted sentence.
const QUOTE: usize = 160;
/// Other places that a message names; the rest is counted.
const NAMED: usize = 5;

/// One finding with its name, its severity and where it stands.
pub(super) struct Finding<'a> {
    /// A name of the registry: for a conflict its kind.
    pub name: &'a str,
    pub severity: Severity,
    /// Why it is waived.
    pub waived: Option<&'a str>,
    pub subject: Subject<'a>,
    /// Where it is reported first, then the passages that say otherwise, then those that say the same.
    pub places: Vec<Place<'a>>,
}

pub(super) enum Subject<'a> {
    Fact(&'a Fact),
    Duplicate(&'a Duplicate),
    Note(&'a Note),
}

/// A stretch of an article, or the article as a whole.
pub(super) struct Place<'a> {
    /// The article, or the file that it is a part of.
    pub source: &'a str,
    /// The name of an article that is a part of a file.
    pub part: Option<&'a str>,
    /// 1-based line and column in code points; the column is 0 where only the line is known.
    pub start: Option<(usize, usize)>,
    /// One past the last code point, where the stretch is known to its end.
    pub end: Option<(usize, usize)>,
    /// The stretch itself, raw.
    pub text: &'a str,
    /// The value that stands there, as shown.
    pub value: String,
    /// The words around it on one line.
    pub quote: String,
}

/// A part of a message.
pub(super) enum Piece {
    Text(String),
    /// A place, by its number in [`Finding::places`].
    Place(usize),
}

/// What is worth a line of its own: everything apart from agreements, compatible facts and what is stated once. In the
/// order of the report, the remarks on sources between possible conflicts and updates.
pub(super) fn listed<'a>(
    report: &'a Report,
    index: &'a Index<'a>,
    decisions: &'a Decisions,
) -> impl Iterator<Item = Finding<'a>> {
    let of = move |verdict: &'static str| {
        let facts = report.facts.iter();
        facts
            .filter(move |fact| fact.verdict == verdict)
            .map(move |fact| of_fact(fact, index, decisions))
    };
    let notes = report.sources.iter().flat_map(move |source| {
        source
            .remarks()
            .map(move |note| of_note(&source.source, note, decisions))
    });
    let duplicates = report.duplicates.iter();
    of("conflict")
        .chain(of("possible-conflict"))
        .chain(notes)
        .chain(of("update"))
        .chain(duplicates.map(|duplicate| of_duplicate(duplicate, decisions)))
        .map(|finding| finding.in_files(report))
}

/// Any fact, whatever its verdict.
pub(super) fn of_fact<'a>(
    fact: &'a Fact,
    index: &Index<'a>,
    decisions: &'a Decisions,
) -> Finding<'a> {
    let name = match fact.kind() {
        Some(kind) if fact.verdict == "conflict" => kind.name,
        _ => &fact.verdict,
    };
    let first = fact.claims.first();
    let own = fact
        .values
        .iter()
        .position(|group| first.is_some_and(|first| group.claims.contains(first)));
    // What disagrees with the first passage comes before what agrees with it: long lists are cut at their end.
    let others = (0..fact.values.len()).filter(|at| Some(*at) != own);
    let mut places: Vec<Place<'a>> = first
        .into_iter()
        .flat_map(|id| index.claim(id))
        .map(|claim| of_claim(claim, value_of(fact, own, index)))
        .collect();
    for at in others.chain(own) {
        let claims = index.claims(&fact.values[at].claims).into_iter();
        let rest = claims.filter(|claim| Some(&claim.id) != first);
        places.extend(rest.map(|claim| of_claim(claim, value_of(fact, Some(at), index))));
    }
    Finding {
        name,
        severity: severity(name, decisions),
        waived: decisions.waived.get(&fact.id).map(String::as_str),
        subject: Subject::Fact(fact),
        places,
    }
}

fn value_of<'a>(fact: &'a Fact, group: Option<usize>, index: &Index<'a>) -> String {
    group
        .and_then(|at| fact.values.get(at))
        .map_or_else(String::new, |group| index.value(group))
}

fn of_duplicate<'a>(duplicate: &'a Duplicate, decisions: &'a Decisions) -> Finding<'a> {
    let name = duplicate.finding_name();
    Finding {
        name,
        severity: severity(name, decisions),
        waived: decisions.waived.get(&duplicate.id).map(String::as_str),
        subject: Subject::Duplicate(duplicate),
        places: duplicate.spans.iter().map(of_passage).collect(),
    }
}

fn of_note<'a>(source: &'a str, note: &'a Note, decisions: &'a Decisions) -> Finding<'a> {
    Finding {
        name: &note.name,
        severity: severity(&note.name, decisions),
        waived: decisions
            .waived
            .get(&format!("{} {source}", note.name))
            .map(String::as_str),
        subject: Subject::Note(note),
        places: vec![Place {
            source,
            part: None,
            start: note.line.map(|line| (line, 0)),
            end: None,
            text: "",
            value: String::new(),
            quote: String::new(),
        }],
    }
}

fn of_claim(claim: &Claim, value: String) -> Place<'_> {
    let core = claim
        .core
        .start
        .checked_sub(claim.sentence.start)
        .zip(claim.core.end.checked_sub(claim.sentence.start))
        .and_then(|(start, end)| claim.context.get(start..end))
        .filter(|core| !core.is_empty());
    let start = (claim.line, claim.column);
    let excerpt = Excerpt::of_claim(claim, QUOTE);
    Place {
        source: &claim.source,
        part: None,
        start: Some(start),
        end: core.map(|core| after(start, core)),
        text: core.unwrap_or(&claim.quote),
        value,
        quote: format!("{}{}{}", excerpt.before, excerpt.core, excerpt.after),
    }
}

fn of_passage(passage: &Passage) -> Place<'_> {
    let start = (passage.line, passage.column);
    // A long passage is shortened in the report.
    let whole = passage.end.checked_sub(passage.start) == Some(passage.text.len());
    Place {
        source: &passage.source,
        part: None,
        start: Some(start),
        end: whole.then(|| after(start, &passage.text)),
        text: &passage.text,
        value: String::new(),
        quote: head(&passage.text, QUOTE),
    }
}

/// Line and column behind `text` that starts at `start`.
fn after((line, column): (usize, usize), text: &str) -> (usize, usize) {
    match text.rsplit_once('\n') {
        Some((before, last)) => (
            line + before.matches('\n').count() + 1,
            last.chars().count() + 1,
        ),
        None => (line, column + text.chars().count()),
    }
}

fn severity(name: &str, decisions: &Decisions) -> Severity {
    decisions.severities.get(name).copied().unwrap_or_else(|| {
        registered(name).map_or(Severity::Warning, |(_, finding)| finding.severity)
    })
}

/// A name's place in the registry.
pub(super) fn registered(name: &str) -> Option<(usize, &'static Registered)> {
    findings()
        .iter()
        .enumerate()
        .find(|(_, finding)| finding.name == name)
}

impl<'a> Finding<'a> {
    /// The same with the files in place of articles that are parts of them. Of the place in a file the line is known at most.
    pub fn in_files(mut self, report: &'a Report) -> Self {
        for place in &mut self.places {
            if let Some(part) = report.parts.get(place.source) {
                place.part = Some(place.source);
                place.source = &part.file;
                place.start = part.line.map(|line| (line, 0));
                place.end = None;
            }
        }
        self
    }
}

impl Finding<'_> {
    /// One sentence or two on one line, without control characters.
    pub fn message(&self) -> Vec<Piece> {
        match self.subject {
            Subject::Fact(fact) => self.of_values(fact),
            Subject::Duplicate(duplicate) => self.of_copies(duplicate),
            Subject::Note(note) => vec![Piece::Text(visible(&words::remark(note)).into_owned())],
        }
    }

    /// What it is about and the id to ask for, on one line: "total (f-16bac84cf57f)".
    pub fn title(&self) -> String {
        let (about, id) = match self.subject {
            Subject::Fact(fact) => (head(&fact.about, QUOTE), fact.id.as_str()),
            Subject::Duplicate(duplicate) => {
                let quote = self.places.first().map_or("", |place| &place.quote);
                (quote.to_owned(), duplicate.id.as_str())
            }
            Subject::Note(note) => {
                let line = note.line.map(|line| format!(":{line}"));
                return format!("{}{}", visible(&note.name), line.unwrap_or_default());
            }
        };
        format!("{about} ({})", visible(id))
    }

    /// The message with the places written out.
    pub fn text(&self) -> String {
        let mut text = String::new();
        for piece in self.message() {
            match piece {
                Piece::Text(words) => text.push_str(&words),
                Piece::Place(at) => text.push_str(&self.places[at].label()),
            }
        }
        text
    }

    /// "total: 240 VND, but 2400 VND at b.txt:3:5. One figure is …".
    fn of_values(&self, fact: &Fact) -> Vec<Piece> {
        let mut text = head(&fact.about, QUOTE);
        let Some(first) = self.places.first() else {
            return vec![Piece::Text(visible(&fact.reason).into_owned())];
        };
        text.push_str(": ");
        text.push_str(&first.value);
        let between = if fact.verdict == "update" {
            words::AND_AT
        } else {
            words::BUT_AT
        };
        let mut pieces = vec![Piece::Text(text)];
        let mut shown = vec![first.value.as_str()];
        let mut left = 0;
        for (at, place) in self.places.iter().enumerate().skip(1) {
            if shown.contains(&place.value.as_str()) {
                continue;
            }
            shown.push(&place.value);
            if shown.len() > NAMED + 1 {
                left += 1;
                continue;
            }
            pieces.push(Piece::Text(words::value_at(between, &place.value)));
            pieces.push(Piece::Place(at));
        }
        let rest = if left > 0 {
            words::more_values(left)
        } else {
            String::new()
        };
        let reason = words::capital(&words::kind_and_reason(fact));
        pieces.push(Piece::Text(format!("{rest}. {}", visible(&reason))));
        pieces
    }

    /// "the same text …, 80% alike: “…”; also at b.txt:3:5".
    fn of_copies(&self, duplicate: &Duplicate) -> Vec<Piece> {
        let quote = self.places.first().map_or("", |place| &place.quote);
        let mut pieces = vec![Piece::Text(words::copied(duplicate, quote))];
        for (at, _) in self.places.iter().enumerate().skip(1).take(NAMED) {
            pieces.push(Piece::Text(
                if at == 1 { words::ALSO_AT } else { ", " }.to_owned(),
            ));
            pieces.push(Piece::Place(at));
        }
        let left = self.places.len().saturating_sub(NAMED + 1);
        if left > 0 {
            pieces.push(Piece::Text(words::more_places(left)));
        }
        pieces
    }
}

impl Place<'_> {
    /// The name of the article, as the report has it.
    pub fn article(&self) -> &str {
        self.part.unwrap_or(self.source)
    }

    /// "news/a.txt:3:5", as much of it as is known, without control characters.
    pub fn label(&self) -> String {
        let source = visible(self.source);
        match self.start {
            Some((line, 0)) => format!("{source}:{line}"),
            Some((line, column)) => format!("{source}:{line}:{column}"),
            None => match self.part {
                Some(part) => format!("{source} ({})", visible(part)),
                None => source.into_owned(),
            },
        }
    }
}
