//! What the dates of one copied passage say to each other.

use rayon::prelude::*;

use super::{Breach, Check};
use crate::claim::{Claim, Modality};
use crate::duplicate::{Alignment, Duplicates, Passage};
use crate::fact::{Run, Stand};
use crate::mention::Kind;
use crate::value::Value;

/// Events in a copied passage that lie after the report of them in the other copy.
pub(super) fn breaches(run: &Run<'_>, duplicates: &Duplicates) -> Vec<Breach> {
    let alignments = duplicates.alignments.par_iter();
    let copies = alignments.filter(|alignment| !alignment.series);
    copies
        .flat_map_iter(|alignment| late(run, alignment))
        .collect()
}

fn late(run: &Run<'_>, alignment: &Alignment) -> Vec<Breach> {
    let mut found = Vec::new();
    for (one, other) in [
        (alignment.left, alignment.right),
        (alignment.right, alignment.left),
    ] {
        let reports = dated(run, one).filter(|number| run.stands[*number].claim.report);
        for report in reports {
            let events = dated(run, other).filter(|number| happened(run.stands[*number].claim));
            let late = events
                .filter(|event| lies_after(run.stands[*event].claim, run.stands[report].claim));
            found.extend(late.map(|event| Breach::new(Check::BeforeAfter, [event, report])));
        }
    }
    found
}

/// Dates in the sentences of a passage.
fn dated<'a>(run: &'a Run<'_>, passage: Passage) -> impl Iterator<Item = usize> + 'a {
    let own = run.of_source(passage.source);
    let stands = &run.stands[own.clone()];
    let core = |stand: &Stand<'_>| stand.claim.mention.core.start;
    // Claims stand in the order of their bytes.
    let first = own.start + stands.partition_point(|stand| core(stand) < passage.span.start);
    let within = (first..own.end).take_while(move |n| core(&run.stands[*n]) < passage.span.end);
    within.filter(move |number| {
        let claim = run.stands[*number].claim;
        claim.mention.kind == Kind::Date
            && passage.span.overlaps(claim.sentence)
            && passage.span.contains(claim.mention.core)
    })
}

pub(super) fn happened(claim: &Claim) -> bool {
    !claim.report && !claim.as_of && claim.modality == Modality::Asserted
}

/// Whether the whole of one date lies after the whole of the other; both years must be known.
pub(super) fn lies_after(event: &Claim, report: &Claim) -> bool {
    let days = |claim: &Claim| match claim.value() {
        Value::Date(dates) if dates.readings.len() == 1 => {
            dates.readings[0].days(claim.mention.qualifier)
        }
        _ => None,
    };
    match (
        days(event).and_then(|days| days.first),
        days(report).and_then(|days| days.last),
    ) {
        (Some(first), Some(last)) => first > last,
        _ => false,
    }
}
