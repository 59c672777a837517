//! Which names a claim knows.

use super::{Run, Stand};
use crate::claim::{Claim, Feature, FeatureKind};

/// Whether the sentence of a claim, the one before it or the headline of its article names this, in full or in part.
pub(super) fn knows(run: &Run<'_>, stand: Stand<'_>, feature: &Feature) -> bool {
    if let Some(id) = run.marks.number(feature) {
        return knows_number(run, stand, id);
    }
    // No sentence holds it as it is, so only a part of it can be there.
    let near = stand.near;
    [near.sentence, near.around, near.headline]
        .into_iter()
        .flat_map(|list| run.marks.get(list).ids.iter())
        .any(|other| same_name(run.marks.feature(*other), feature))
}

/// The same for a feature by its number.
pub(super) fn knows_number(run: &Run<'_>, stand: Stand<'_>, id: u32) -> bool {
    let near = stand.near;
    [near.sentence, near.around, near.headline]
        .into_iter()
        .any(|list| run.marks.names(list, id))
}

pub(super) fn same_name(one: &Feature, other: &Feature) -> bool {
    one == other
        || one.kind == FeatureKind::Name
            && other.kind == FeatureKind::Name
            && part_of_name(&one.name, &other.name)
}

/// Whether two figures are limited to one name.
pub(super) fn same_place(a: &Claim, b: &Claim) -> bool {
    let (left, right) = (&a.frame.local, &b.frame.local);
    left.iter()
        .any(|one| right.iter().any(|other| same_name(one, other)))
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
