//! Which pairs of claims are worth weighing: only those that share a key. No stage compares every pair.

use std::collections::{BTreeMap, BTreeSet};

use super::{Run, Stand};
use crate::mention::Kind;
use crate::value::{Quantity, Value};

/// A key that more claims than this share says too little; its claims are compared with their neighbours only.
pub(super) const LARGEST: usize = 400;
/// Neighbours in such a block.
const NEIGHBOURS: usize = 20;

/// Pairs of claims that share a key, smaller number first.
pub(super) fn pairs(run: &Run<'_>) -> BTreeSet<(usize, usize)> {
    let mut blocks: BTreeMap<String, Vec<usize>> = BTreeMap::new();
    for (number, stand) in run.stands.iter().enumerate() {
        for key in keys(*stand) {
            blocks.entry(key).or_default().push(number);
        }
    }
    let mut pairs = BTreeSet::new();
    for members in blocks.values() {
        let reach = if members.len() > LARGEST {
            NEIGHBOURS
        } else {
            members.len()
        };
        for (at, &a) in members.iter().enumerate() {
            pairs.extend(members[at + 1..].iter().take(reach).map(|&b| (a, b)));
        }
    }
    pairs
}

fn keys(stand: Stand<'_>) -> Vec<String> {
    let claim = stand.claim;
    let kind = claim.mention.kind;
    // The same amount in another currency is worth a look: a slip of the unit.
    // The same measure in another unit of its dimension as well.
    let unit = match (kind, &claim.mention.value) {
        (Kind::Money, _) => "",
        (
            _,
            Value::Number(Quantity {
                base: Some(base), ..
            }),
        ) => base.dimension.as_str(),
        _ => claim.mention.unit.as_deref().unwrap_or(""),
    };
    let prefix = format!("{}/{unit}/", kind.name());
    let mut keys: BTreeSet<String> = BTreeSet::new();
    if let Some(noun) = &claim.noun {
        keys.extend(
            noun.concept
                .iter()
                .chain(&noun.broader)
                .map(|id| format!("{prefix}c:{id}")),
        );
        keys.extend(noun.words.first().map(|head| format!("{prefix}w:{head}")));
    }
    if matches!(
        kind,
        Kind::Count | Kind::Money | Kind::Percent | Kind::Measure
    ) {
        keys.extend(claim.frame.theme.iter().map(|id| format!("{prefix}t:{id}")));
    }
    if kind == Kind::Measure {
        keys.extend(
            claim
                .frame
                .local
                .iter()
                .map(|place| format!("{prefix}l:{}", place.name)),
        );
    }
    // The second article with the same telling figure most likely speaks of the same thing.
    keys.extend(stand.figure.map(|figure| format!("f:{}", figure.number)));
    let dated = matches!(
        kind,
        Kind::Date | Kind::Time | Kind::Duration | Kind::Recurrence | Kind::Score | Kind::Ordinal
    );
    if dated || claim.noun.is_none() {
        keys.extend(
            claim
                .extent
                .events
                .iter()
                .take(2)
                .map(|id| format!("{prefix}e:{id}")),
        );
        keys.extend(
            claim
                .extent
                .predicates
                .iter()
                .take(2)
                .map(|id| format!("{prefix}p:{id}")),
        );
    }
    keys.into_iter().collect()
}
