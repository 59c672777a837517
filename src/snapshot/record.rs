//! A report as a snapshot.

use std::collections::BTreeMap;

use super::excerpt::{around, beginning, one_line};
use super::{Copied, Duplicate, Entry, Fact, Ignored, Snapshot, Source, Statement};
use crate::report::{self, Report};

impl Snapshot {
    /// What `report` says: articles by name, facts and duplicates by the place of their first passage.
    pub fn of(report: &Report) -> Self {
        let claims: BTreeMap<&str, (usize, &report::Claim)> = report
            .claims
            .iter()
            .enumerate()
            .map(|(number, claim)| (claim.id.as_str(), (number, claim)))
            .collect();
        let place = |fact: &report::Fact| {
            let first = fact.claims.first().and_then(|id| claims.get(id.as_str()));
            first.map(|(number, _)| *number)
        };
        let mut facts: Vec<&report::Fact> = report.facts.iter().collect();
        facts.sort_by_key(|fact| place(fact));
        let mut entries: Vec<Entry> = report
            .sources
            .iter()
            .map(|source| Entry::Source(source_of(report, source)))
            .collect();
        entries.extend(facts.into_iter().map(|fact| {
            let claims = fact.claims.iter().filter_map(|id| claims.get(id.as_str()));
            Entry::Fact(Fact {
                id: fact.id.clone(),
                about: one_line(&fact.about),
                verdict: fact.verdict.clone(),
                kind: fact.kind().map(|kind| kind.name.to_owned()),
                origins: fact.origins,
                claims: claims.map(|(_, claim)| statement(claim)).collect(),
            })
        }));
        entries.extend(report.duplicates.iter().map(duplicate));
        Self { entries }
    }
}

fn source_of(report: &Report, source: &report::Source) -> Source {
    let note = |note: &report::Note| one_line(&format!("{}: {}", note.name, note.message));
    let own = report
        .ignored
        .iter()
        .filter(|ignored| ignored.source == source.source);
    Source {
        name: source.source.clone(),
        publisher: source.publisher.clone(),
        published: source.published.clone(),
        language: source.language.clone(),
        notes: source.notes.iter().map(note).collect(),
        ignored: own
            .map(|ignored| Ignored {
                text: format!("{}: {}", ignored.reason, one_line(&ignored.quote)),
                line: ignored.line,
            })
            .collect(),
    }
}

fn statement(claim: &report::Claim) -> Statement {
    let usual = |name: &str, usual: &str| (name != usual).then(|| name.to_owned());
    let unit = claim.unit.as_deref().map(one_line);
    let credit = claim.attribution.as_deref().map(one_line);
    let parts = [
        Some(claim.kind.clone()),
        usual(&claim.qualifier, "exact"),
        Some(claim.value.clone().unwrap_or_else(|| "?".to_owned())),
        unit,
        usual(&claim.modality, "asserted"),
        credit.map(|credit| format!("({credit})")),
    ];
    Statement {
        source: claim.source.clone(),
        quote: one_line(&claim.quote),
        reads: parts.into_iter().flatten().collect::<Vec<_>>().join(" "),
        at: around(claim),
        line: Some(claim.line),
    }
}

fn duplicate(found: &report::Duplicate) -> Entry {
    let passage = |passage: &report::Passage| {
        let line = one_line(&passage.text);
        Copied {
            source: passage.source.clone(),
            text: beginning(&passage.text),
            digest: format!("{:016x}", rapidhash::v3::rapidhash_v3(line.as_bytes())),
            line: Some(passage.line),
        }
    };
    let change = |change: &report::Change| {
        format!(
            "\"{}\" -> \"{}\"",
            one_line(&change.from),
            one_line(&change.to)
        )
    };
    Entry::Duplicate(Duplicate {
        id: found.id.clone(),
        class: found.class.clone(),
        passages: found.spans.iter().map(passage).collect(),
        changes: found.changes.iter().map(change).collect(),
    })
}
