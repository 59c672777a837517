//! Claims that stand at the same place of copied passages.

use std::collections::BTreeMap;

use super::Run;
use crate::duplicate::{Alignment, Duplicates, Passage};
use crate::text::Span;

/// Two claims at the same place of one copied text; the similarity of the passages in thousandths.
pub(super) type Pairs = BTreeMap<(usize, usize), u16>;

/// Every pair of claims that the alignments bring together, smaller number first.
pub(super) fn pairs(run: &Run<'_>, duplicates: &Duplicates) -> Pairs {
    let mut pairs = Pairs::new();
    for alignment in duplicates
        .alignments
        .iter()
        .filter(|alignment| !alignment.series)
    {
        for left in inside(run, alignment.left) {
            let core = run.stands[left].claim.mention.core;
            let Some(place) = counterpart(alignment, core) else {
                continue;
            };
            let kind = run.stands[left].claim.mention.kind;
            let right = inside(run, alignment.right).find(|right| {
                let mention = &run.stands[*right].claim.mention;
                *right != left && mention.kind == kind && mention.core.overlaps(place)
            });
            if let Some(right) = right {
                let best = pairs.entry((left.min(right), left.max(right))).or_default();
                *best = (*best).max(alignment.similarity);
            }
        }
    }
    pairs
}

/// Numbers of the claims whose core lies in a passage.
fn inside<'a>(run: &'a Run<'_>, passage: Passage) -> impl Iterator<Item = usize> + 'a {
    let range = run.of_source(passage.source);
    let stands = &run.stands;
    let first = range.start
        + stands[range.clone()]
            .partition_point(|s| s.claim.mention.core.start < passage.span.start);
    (first..range.end).take_while(move |i| stands[*i].claim.mention.core.end <= passage.span.end)
}

/// The stretch of the right passage that stands for `core` of the left one.
fn counterpart(alignment: &Alignment, core: Span) -> Option<Span> {
    let hits = alignment
        .words
        .iter()
        .filter(|(left, _)| left.overlaps(core))
        .map(|(_, right)| *right);
    hits.filter(|right| !right.is_empty()).reduce(Span::join)
}
