//! What the groups chosen so far say already.

use std::collections::{BTreeMap, BTreeSet};

use super::Passage;

/// The passages of the groups chosen so far, to tell what would be said twice.
#[derive(Default)]
pub(super) struct Reported {
    groups: usize,
    /// End of the passage, by source, start, group and place in the group.
    ends: BTreeMap<(usize, usize, usize, usize), usize>,
    /// Bytes of the longest passage: none that begins further ahead reaches a given place.
    longest: usize,
}

impl Reported {
    /// Takes up a group.
    pub fn add(&mut self, passages: &[Passage]) {
        for (at, passage) in passages.iter().enumerate() {
            self.ends.insert(
                (passage.source, passage.span.start, self.groups, at),
                passage.span.end,
            );
            self.longest = self.longest.max(passage.span.len());
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
                let own = self
                    .over(passage)
                    .find(|&(other, place, _)| other == group && !places.contains(&place));
                own.is_some_and(|(_, place, half)| {
                    halves += usize::from(half);
                    places.insert(place)
                })
            }) && halves + 1 >= passages.len()
        })
    }

    /// Group, place in it, and whether at least half of `passage` is covered.
    fn over(&self, passage: Passage) -> impl Iterator<Item = (usize, usize, bool)> {
        let Passage { source, span } = passage;
        let from = (source, span.start.saturating_sub(self.longest), 0, 0);
        self.ends.range(from..(source, span.end, 0, 0)).filter_map(
            move |(&(_, start, group, place), &end)| {
                let common = end.min(span.end).saturating_sub(start.max(span.start)) * 2;
                let shared = common > 0 && common >= (end - start).min(span.len());
                shared.then_some((group, place, common >= span.len()))
            },
        )
    }
}
