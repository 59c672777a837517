use std::collections::{BTreeMap, BTreeSet};

use super::Passage;
use crate::text::Span;

/// The passages of the groups chosen so far, to tell what would be said twice.
#[derive(Default)]
pub(super) struct Reported {
    groups: usize,
    /// By source: stretch, group, place in the group.
    passages: BTreeMap<usize, Vec<(Span, usize, usize)>>,
}

impl Reported {
    /// Takes up a group.
    pub fn add(&mut self, passages: &[Passage]) {
        for (at, passage) in passages.iter().enumerate() {
            self.passages.entry(passage.source).or_default().push((passage.span, self.groups, at));
        }
        self.groups += 1;
    }

    /// Whether one group says already that `passages` are copies: each shares half (of the shorter) with a passage of
    /// its own in that group, and all but one are at least half covered.
    pub fn cover(&self, passages: &[Passage]) -> bool {
        let Some((first, rest)) = passages.split_first() else {
            return true;
        };
        self.over(*first).any(|(group, place, half)| {
            let mut places = BTreeSet::from([place]);
            let mut halves = usize::from(half);
            rest.iter().all(|&passage| {
                let own = self.over(passage).find(|&(other, place, _)| other == group && !places.contains(&place));
                own.is_some_and(|(_, place, half)| {
                    halves += usize::from(half);
                    places.insert(place)
                })
            }) && halves + 1 >= passages.len()
        })
    }

    /// Group, place in it, and whether at least half of `passage` is covered.
    fn over(&self, passage: Passage) -> impl Iterator<Item = (usize, usize, bool)> {
        let there = self.passages.get(&passage.source).map(Vec::as_slice).unwrap_or_default();
        there.iter().filter_map(move |&(span, group, place)| {
            let (start, end) = (span.start.max(passage.span.start), span.end.min(passage.span.end));
            let common = end.saturating_sub(start) * 2;
            (common > 0 && common >= span.len().min(passage.span.len())).then_some((
                group,
                place,
                common >= passage.span.len(),
            ))
        })
    }
}
