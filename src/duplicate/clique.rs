//! Sets of texts that are all alike.

use std::cmp::Reverse;
use std::collections::BTreeSet;

use super::verify::Pair;

/// Most texts of one near group.
const LARGEST: usize = 64;

/// Sets of texts that are all alike, so chosen that every pair is in one; with the least similarity inside.
///
/// The most similar pairs choose first. Alike is not transitive: two teasers cut from one paragraph need share nothing.
pub(super) fn cover(pairs: &[&Pair]) -> Vec<(Vec<u32>, u16)> {
    let alike = Alike::new(pairs);
    let mut order = pairs.to_vec();
    order.sort_by_key(|pair| (Reverse(pair.similarity), pair.left, pair.right));

    let mut done = BTreeSet::new();
    let mut cliques = Vec::new();
    for pair in order {
        if done.contains(&(pair.left, pair.right)) {
            continue;
        }
        let mut texts = vec![pair.left, pair.right];
        let mut least = pair.similarity;
        for &(_, other, similarity) in alike.of(pair.left) {
            if other == pair.right || texts.len() == LARGEST {
                continue;
            }
            // `None` as soon as one of the set is not like the other.
            let to_rest = texts[1..]
                .iter()
                .map(|&text| alike.similarity(text, other))
                .min()
                .flatten();
            if let Some(to_rest) = to_rest {
                least = least.min(similarity).min(to_rest);
                texts.push(other);
            }
        }
        texts.sort_unstable();
        if texts.len() > 2 {
            let inner = texts.iter().enumerate();
            done.extend(
                inner.flat_map(|(at, &left)| {
                    texts[at + 1..].iter().map(move |&right| (left, right))
                }),
            );
        }
        cliques.push((texts, least));
    }
    cliques
}

/// Which texts are alike: both directions of every pair, sorted.
struct Alike(Vec<(u32, u32, u16)>);

impl Alike {
    fn new(pairs: &[&Pair]) -> Self {
        let both = |pair: &&Pair| {
            [
                (pair.left, pair.right, pair.similarity),
                (pair.right, pair.left, pair.similarity),
            ]
        };
        let mut links: Vec<_> = pairs.iter().flat_map(both).collect();
        links.sort_unstable();
        Self(links)
    }

    fn of(&self, text: u32) -> &[(u32, u32, u16)] {
        let start = self.0.partition_point(|link| link.0 < text);
        let length = self.0[start..].partition_point(|link| link.0 == text);
        &self.0[start..start + length]
    }

    fn similarity(&self, a: u32, b: u32) -> Option<u16> {
        let at = self
            .0
            .binary_search_by_key(&(a, b), |link| (link.0, link.1))
            .ok()?;
        Some(self.0[at].2)
    }
}
