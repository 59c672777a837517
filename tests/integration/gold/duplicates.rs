//! Are the copied passages there, and only those?

use crosscheck::report::Report;

use super::figures::Figures;
use super::labels::{Labels, Pair, Place};
use super::matching::{file_name, overlap};

type Passages = (Place, Place);

pub fn score(report: &Report, labels: &Labels, figures: &mut Figures) {
    let reported = reported(report);
    let labelled: Vec<_> = labels
        .duplicates
        .pairs
        .iter()
        .map(|pair| (pair, (pair.a.clone(), pair.b.clone())))
        .collect();
    for (class, name) in [
        ("exact", "duplicates.exact_recall"),
        ("near", "duplicates.near_recall"),
    ] {
        let wanted: Vec<_> = labelled
            .iter()
            .filter(|(pair, _)| pair.class == class && counts(pair))
            .collect();
        let hit = wanted
            .iter()
            .filter(|(pair, places)| {
                let hit = reported.iter().any(|other| same(places, other, 0.8));
                if !hit {
                    figures.remark(format!("duplicate missed {} {class}", pair.id));
                }
                hit
            })
            .count();
        figures.share(name, hit, wanted.len());
    }
    let wrong: Vec<_> = reported
        .iter()
        .filter(|other| !labelled.iter().any(|(_, places)| same(places, other, 0.5)))
        .collect();
    for (a, b) in &wrong {
        figures.remark(format!("duplicate false {a:?} {b:?}"));
    }
    figures.count("duplicates.false", wrong.len());
    figures.count("duplicates.pairs", reported.len());
}

/// Weak pairs are paraphrases, and a block is counted by its paragraphs.
fn counts(pair: &Pair) -> bool {
    pair.strength.as_deref() != Some("weak")
        && matches!(pair.level.as_str(), "paragraph" | "sentence")
}

/// Every two passages of a group are a pair.
fn reported(report: &Report) -> Vec<Passages> {
    let mut pairs = Vec::new();
    for duplicate in &report.duplicates {
        let places: Vec<_> = duplicate
            .spans
            .iter()
            .map(|passage| Place {
                doc: file_name(&passage.source).to_owned(),
                start: passage.start,
                end: passage.end,
            })
            .collect();
        for (at, a) in places.iter().enumerate() {
            pairs.extend(places[at + 1..].iter().map(|b| (a.clone(), b.clone())));
        }
    }
    pairs
}

/// Whether two pairs are the same passages, either way round: `least` of the shorter one of each two is shared.
fn same(p: &Passages, q: &Passages, least: f64) -> bool {
    let covers = |a, b| covers(a, b, least);
    covers(&p.0, &q.0) && covers(&p.1, &q.1) || covers(&p.0, &q.1) && covers(&p.1, &q.0)
}

#[allow(clippy::cast_precision_loss, reason = "lengths of passages")]
fn covers(a: &Place, b: &Place, least: f64) -> bool {
    let shorter = least * (a.end - a.start).min(b.end - b.start) as f64;
    let shared = overlap((a.start, a.end), (b.start, b.end)) as f64;
    a.doc == b.doc && shared >= shorter && shorter > 0.0
}
