//! Which pairs of claims are worth weighing: those that share a key, and of few articles those of one kind. No stage compares
//! every pair of many articles.

use std::collections::{BTreeMap, BTreeSet};

use super::kin::FEW;
use super::slip;
use super::{Run, Stand};
use crate::mention::Kind;
use crate::value::{Quantity, Value};

/// Most claims that share a key and are all compared with each other.
const WHOLE: usize = 100;
/// In a larger block a claim is compared with this many others at most, those that share a rare word with it first.
const BUDGET: usize = 48;
/// Of the words around a claim in a larger block, how many make a smaller block.
const RARE: usize = 2;

/// Pairs of claims that share a key, smaller number first, in order, each once.
pub(super) fn pairs(run: &Run<'_>) -> Vec<(usize, usize)> {
    let few = run.sources.len() <= FEW;
    let mut blocks: BTreeMap<String, Vec<usize>> = BTreeMap::new();
    for (number, stand) in run.stands.iter().enumerate() {
        for key in keys(*stand, few) {
            blocks.entry(key).or_default().push(number);
        }
    }
    let mut pairs = Vec::new();
    let mut spent = vec![0; run.stands.len()];
    // The small blocks say most.
    let mut blocks: Vec<Vec<usize>> = blocks.into_values().collect();
    blocks.sort_by_key(Vec::len);
    for members in blocks {
        if members.len() <= WHOLE {
            all(&members, &mut pairs);
            continue;
        }
        for members in by_rare_words(run, &members) {
            within(&members, &mut spent, &mut pairs);
        }
        within(&members, &mut spent, &mut pairs);
    }
    pairs.sort_unstable();
    pairs.dedup();
    let both = |(a, b): (u32, u32)| (a as usize, b as usize);
    pairs.into_iter().map(both).collect()
}

fn all(members: &[usize], pairs: &mut Vec<(u32, u32)>) {
    for (at, &a) in members.iter().enumerate() {
        pairs.extend(members[at + 1..].iter().map(|&b| (a as u32, b as u32)));
    }
}

/// Pairs of neighbours, until a claim has spent its budget.
fn within(members: &[usize], spent: &mut [usize], pairs: &mut Vec<(u32, u32)>) {
    for (at, &a) in members.iter().enumerate() {
        for &b in &members[at + 1..] {
            if spent[a] >= BUDGET {
                break;
            }
            if spent[b] < BUDGET {
                spent[a] += 1;
                spent[b] += 1;
                pairs.push((a as u32, b as u32));
            }
        }
    }
}

/// The claims of a large block by the rarest words of their sentences, the smallest block first.
fn by_rare_words(run: &Run<'_>, members: &[usize]) -> Vec<Vec<usize>> {
    let mut blocks: BTreeMap<u32, Vec<usize>> = BTreeMap::new();
    let weight = |word: &u32| run.marks.weight(*word);
    for &number in members {
        let sentence = run.marks.get(run.stands[number].near.sentence);
        let mut words: Vec<u32> = sentence.ids.to_vec();
        words.sort_unstable_by(|a, b| weight(b).total_cmp(&weight(a)).then(a.cmp(b)));
        for word in words.into_iter().take(RARE) {
            blocks.entry(word).or_default().push(number);
        }
    }
    let mut blocks: Vec<Vec<usize>> = blocks.into_values().collect();
    blocks.sort_by_key(Vec::len);
    blocks
}

/// What a claim may share with others; of `few` articles, that it is of their kind.
fn keys(stand: Stand<'_>, few: bool) -> Vec<String> {
    let claim = stand.claim;
    let kind = claim.mention.kind;
    // The same amount in another currency is worth a look: a slip of the unit.
    // The same measure in another unit of its dimension as well.
    let unit = match (kind, claim.value()) {
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
    keys.extend(few.then(|| format!("{prefix}k")));
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
    keys.extend(slip::key(claim).map(|key| format!("s:{key}")));
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
