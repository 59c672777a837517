//! Which names a claim knows.

use crate::claim::{Claim, Feature, FeatureKind};

/// Whether the sentence of a claim, the one before it or the headline of its article names this, in full or in part.
pub(super) fn knows(claim: &Claim, feature: &Feature) -> bool {
    let extent = &claim.extent;
    let lists = [&extent.sentence, &extent.around, &extent.headline];
    let named = |list: &&Vec<Feature>| list.binary_search(feature).is_ok();
    lists.iter().any(named)
        || feature.kind == FeatureKind::Name
            && lists.iter().flat_map(|list| list.iter()).any(|other| {
                other.kind == FeatureKind::Name && part_of_name(&other.name, &feature.name)
            })
}

pub(super) fn same_name(one: &Feature, other: &Feature) -> bool {
    one == other
        || one.kind == FeatureKind::Name
            && other.kind == FeatureKind::Name
            && part_of_name(&one.name, &other.name)
}

/// "minh quan" and "tran minh quan", "lac hong" and "lac hong auto": the words of one are all words of the other.
fn part_of_name(one: &str, other: &str) -> bool {
    let within = |short: &str, long: &str| {
        short
            .split(' ')
            .all(|word| long.split(' ').any(|known| known == word))
    };
    within(one, other) || within(other, one)
}
