use std::collections::{BTreeMap, BTreeSet};

use super::verify::Pair;

/// Most texts of one near group.
const LARGEST: usize = 64;

/// Sets of texts that are all alike, so chosen that every pair is in one; with the least similarity inside.
///
/// The most similar pairs choose first. Alike is not transitive: two teasers cut from one paragraph need share nothing.
pub(super) fn cover(pairs: &[&Pair]) -> Vec<(Vec<u32>, u16)> {
    let mut alike = BTreeMap::<u32, BTreeMap<u32, u16>>::new();
    for pair in pairs {
        alike.entry(pair.left).or_default().insert(pair.right, pair.similarity);
        alike.entry(pair.right).or_default().insert(pair.left, pair.similarity);
    }
    let mut order: Vec<&&Pair> = pairs.iter().collect();
    order.sort_by_key(|pair| (std::cmp::Reverse(pair.similarity), pair.left, pair.right));

    let mut done = BTreeSet::new();
    let mut cliques = Vec::new();
    for pair in order {
        if done.contains(&(pair.left, pair.right)) {
            continue;
        }
        let mut texts = vec![pair.left, pair.right];
        for &other in alike[&pair.left].keys() {
            let new = other != pair.right && texts.len() < LARGEST;
            if new && texts.iter().all(|text| *text == pair.left || alike[text].contains_key(&other)) {
                texts.push(other);
            }
        }
        texts.sort_unstable();
        let mut least = pair.similarity;
        for (at, left) in texts.iter().enumerate() {
            for right in &texts[at + 1..] {
                least = least.min(alike[left][right]);
                done.insert((*left, *right));
            }
        }
        cliques.push((texts, least));
    }
    cliques
}
