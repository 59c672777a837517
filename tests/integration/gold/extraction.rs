//! Are the claims there, with the right value, and nothing else?

use std::collections::BTreeSet;

use crosscheck::report::{self, Report};

use super::figures::{Figures, harmonic, ratio};
use super::labels::{Labels, Place};
use super::matching::{Found, core, file_name, labelled_core, overlap, right_value, same_kind};

pub fn score(report: &Report, labels: &Labels, found: &Found<'_>, figures: &mut Figures) {
    let needed: Vec<_> = labels
        .claims
        .iter()
        .filter(|label| label.required)
        .collect();
    let hit: Vec<_> = needed
        .iter()
        .filter(|label| found.contains_key(label.id.as_str()))
        .collect();
    let right = hit
        .iter()
        .filter(|label| {
            let claim = found[label.id.as_str()];
            let right = same_kind(label, claim) && right_value(label, claim);
            if !right {
                figures.remark(format!(
                    "wrong {} {:?}: wanted {} {:?}, got {} {:?}",
                    label.id, label.quote, label.kind, label.value, claim.kind, claim.value
                ));
            }
            right
        })
        .count();
    for label in &needed {
        if !found.contains_key(label.id.as_str()) {
            figures.remark(format!("missed {} {:?}", label.id, label.quote));
        }
    }
    let extra = extra(report, labels, found);
    for claim in &extra {
        figures.remark(format!(
            "false {} {:?} {} {:?}",
            claim.source, claim.quote, claim.kind, claim.value
        ));
    }
    let on_traps = extra
        .iter()
        .filter(|claim| labels.non_claims.iter().any(|trap| on(claim, trap)))
        .count();
    let wrong = extra.len() + hit.len() - right;
    let precision = ratio(right, right + wrong);
    let recall = ratio(right, needed.len());
    figures.share("extract.found", hit.len(), needed.len());
    figures.share("extract.value_and_kind", right, needed.len());
    figures.count("extract.false", extra.len());
    figures.count("extract.false_on_traps", on_traps);
    figures.value("extract.precision", precision);
    figures.value("extract.recall", recall);
    figures.value("extract.f1", harmonic(precision, recall));
}

/// Claims in labelled articles that touch no labelled number.
fn extra<'r>(report: &'r Report, labels: &Labels, found: &Found<'_>) -> Vec<&'r report::Claim> {
    let labelled: BTreeSet<_> = labels
        .claims
        .iter()
        .map(|label| label.doc.as_str())
        .collect();
    let used = |claim: &report::Claim| found.values().any(|used| std::ptr::eq(*used, claim));
    let touches_a_label = |claim: &report::Claim| {
        labels.claims.iter().any(|label| {
            label.doc == file_name(&claim.source) && overlap(labelled_core(label), core(claim)) > 0
        })
    };
    report
        .claims
        .iter()
        .filter(|claim| labelled.contains(file_name(&claim.source)))
        .filter(|claim| !used(claim) && !touches_a_label(claim))
        .collect()
}

fn on(claim: &report::Claim, trap: &Place) -> bool {
    trap.doc == file_name(&claim.source) && overlap((trap.start, trap.end), core(claim)) > 0
}
