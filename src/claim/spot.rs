//! Figures of one spot, told after the figure of the whole: "226 người chết … lũ ống tại thôn Làng Nủ khiến 47 người chết".

use std::collections::BTreeSet;

use super::read::Read;
use super::{Claim, Feature};
use crate::mention::Kind;
use crate::source::BlockKind;
use crate::value::Value;

/// The places that an article has named so far.
#[derive(Debug, Default)]
pub(super) struct KnownPlaces(BTreeSet<Feature>);

impl KnownPlaces {
    /// Takes in the places of a sentence and gives those that are new.
    pub fn learn(&mut self, read: &Read<'_>) -> bool {
        let places = read.analysis.marks.iter().map(|mark| &mark.feature);
        let mut new = false;
        for place in places.filter(|feature| feature.may_be_place()) {
            if !self.0.contains(place) {
                self.0.insert(place.clone());
                new = true;
            }
        }
        new
    }

    /// Marks figures of `claims[from..]`, those of one sentence, as parts where the sentence names a place for the first time and
    /// the text before it gave a larger figure of the same without a place.
    pub fn mark_parts(&mut self, claims: &mut [Claim], from: usize, read: &Read<'_>) {
        if !self.learn(read) {
            return;
        }
        let (before, own) = claims.split_at_mut(from);
        let tallied = |a: &Claim, b: &Claim| {
            let mut theme = a.frame.theme.iter();
            theme.any(|id| read.pack.traits(id).tally && b.frame.theme.contains(id))
        };
        for claim in own.iter_mut().filter(|claim| is_whole(claim)) {
            let larger = |other: &Claim| {
                other.mention.kind == Kind::Count
                    && other.frame.local.is_empty()
                    && other.block != BlockKind::Title
                    && tallied(claim, other)
                    && single(claim) < single(other)
            };
            claim.part = before.iter().any(larger);
        }
    }
}

/// Whether a count is limited to no place and is no part.
fn is_whole(claim: &Claim) -> bool {
    claim.mention.kind == Kind::Count && claim.frame.local.is_empty() && !claim.part
}

fn single(claim: &Claim) -> Option<crate::value::Number> {
    match &claim.mention.value {
        Value::Number(quantity) => quantity.as_single(),
        _ => None,
    }
}
