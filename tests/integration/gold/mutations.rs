//! Is a planted error seen, and a harmless rewrite left alone?

use std::collections::BTreeMap;
use std::path::Path;

use crosscheck::pack::Packs;
use crosscheck::report::{self, Report};
use crosscheck::source::{Content, Input};

use super::figures::Figures;
use super::labels::{Edit, Labels, Mutation};
use super::matching::{Range, file_name, labelled_core, overlap};
use crate::library;

pub fn score(folder: &Path, clean: &Report, labels: &Labels, packs: &Packs, figures: &mut Figures) {
    let before = with_verdict(clean, "conflict").count();
    let (mut planted, mut seen, mut suspected) = (0, 0, 0);
    let (mut harmless, mut alarms) = (0, 0);
    let mut tiers: BTreeMap<&str, (usize, usize)> = BTreeMap::new();
    for mutation in &labels.mutations {
        let edited = Edited::new(library::articles(folder), mutation);
        let report = library::check(edited.inputs, packs);
        let claims = report
            .claims
            .iter()
            .map(|claim| (claim.id.as_str(), claim))
            .collect();
        let partners = partners(mutation, labels, &edited.shifts);
        let found_in = |verdict| {
            with_verdict(&report, verdict).any(|fact| {
                touched(fact, &claims, &edited.regions)
                    && (partners.is_empty() || touched(fact, &claims, &partners))
            })
        };
        let is_seen = found_in("conflict");
        if mutation.expect.is_conflict() {
            let is_suspected = is_seen || found_in("possible-conflict");
            planted += 1;
            seen += usize::from(is_seen);
            suspected += usize::from(is_suspected);
            let tier = tiers.entry(&mutation.tier).or_default();
            *tier = (tier.0 + 1, tier.1 + usize::from(is_seen));
            if !is_seen {
                let softly = if is_suspected { " (possible)" } else { "" };
                figures.remark(format!(
                    "unseen {} {}{softly}",
                    mutation.id, mutation.category
                ));
            }
        } else {
            let conflicts = with_verdict(&report, "conflict");
            let alarm = with_verdict(&report, "conflict")
                .any(|fact| touched(fact, &claims, &edited.regions))
                || conflicts.count() > before;
            harmless += 1;
            alarms += usize::from(alarm);
            if alarm {
                figures.remark(format!("alarm {} {}", mutation.id, mutation.category));
            }
        }
    }
    figures.share("mutations.recall", seen, planted);
    figures.share("mutations.recall_with_possible", suspected, planted);
    figures.count("mutations.planted", planted);
    figures.count("mutations.false_alarms", alarms);
    figures.count("mutations.harmless", harmless);
    for (tier, (all, hit)) in tiers {
        figures.share(&format!("mutations.recall.{tier}"), hit, all);
    }
}

fn with_verdict<'r>(
    report: &'r Report,
    verdict: &'r str,
) -> impl Iterator<Item = &'r report::Fact> {
    report
        .facts
        .iter()
        .filter(move |fact| fact.verdict == verdict)
}

/// A place in an edited article.
type Region = (String, Range);

/// Whether a claim of the fact touches one of the regions.
fn touched(
    fact: &report::Fact,
    claims: &BTreeMap<&str, &report::Claim>,
    regions: &[Region],
) -> bool {
    fact.claims.iter().any(|id| {
        let claim = claims[id.as_str()];
        regions.iter().any(|(doc, region)| {
            file_name(&claim.source) == doc
                && overlap((claim.span.start, claim.span.end), *region) > 0
        })
    })
}

/// Where the untouched statements of the same fact lie after the edits.
fn partners(mutation: &Mutation, labels: &Labels, shifts: &[Shift]) -> Vec<Region> {
    let place = |id: &String| {
        let label = labels.claims.iter().find(|label| label.id == *id).unwrap();
        let (start, end) = labelled_core(label);
        let move_by: isize = shifts
            .iter()
            .filter(|shift| shift.doc == label.doc && start > shift.at)
            .map(|shift| shift.by)
            .sum();
        let moved = |at: usize| at.checked_add_signed(move_by).unwrap();
        (label.doc.clone(), (moved(start), moved(end)))
    };
    mutation.against.iter().map(place).collect()
}

struct Shift {
    doc: String,
    at: usize,
    by: isize,
}

/// The articles with the edits of one recipe.
struct Edited {
    inputs: Vec<Input>,
    /// The bytes that are not as they were.
    regions: Vec<Region>,
    shifts: Vec<Shift>,
}

impl Edited {
    fn new(inputs: Vec<Input>, mutation: &Mutation) -> Self {
        let mut edited = Self {
            inputs,
            regions: Vec::new(),
            shifts: Vec::new(),
        };
        for edit in std::iter::once(&mutation.edit).chain(&mutation.also) {
            edited.apply(edit, &mutation.id);
        }
        edited
    }

    fn apply(&mut self, edit: &Edit, id: &str) {
        let input = self
            .inputs
            .iter_mut()
            .find(|input| input.name == edit.doc)
            .unwrap();
        let Content::Bytes(bytes) = &mut input.content else {
            panic!("{id}: {} is unreadable", edit.doc);
        };
        let (find, replace) = (edit.find.as_bytes(), edit.replace.as_bytes());
        let places: Vec<_> = (0..bytes.len())
            .filter(|&at| bytes[at..].starts_with(find))
            .collect();
        let [at] = places[..] else {
            panic!("{id}: its text occurs {} times", places.len());
        };
        let head = common(find.iter(), replace.iter());
        let tail = common(find[head..].iter().rev(), replace[head..].iter().rev());
        bytes.splice(at..at + find.len(), replace.iter().copied());
        let end = (at + replace.len() - tail).max(at + head + 1);
        self.regions.push((edit.doc.clone(), (at + head, end)));
        self.shifts.push(Shift {
            doc: edit.doc.clone(),
            at,
            by: replace.len().cast_signed() - find.len().cast_signed(),
        });
    }
}

/// How many bytes are the same from the start.
fn common<'b>(a: impl Iterator<Item = &'b u8>, b: impl Iterator<Item = &'b u8>) -> usize {
    a.zip(b).take_while(|(a, b)| a == b).count()
}
