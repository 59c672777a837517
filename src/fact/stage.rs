//! Times and dates that other claims of their sentences tell apart: what happened on another day, or at another stage.

use super::against::Against;
use super::evidence::{is_coarse, stated};
use super::likeness::changes;
use super::{Run, Stand};
use crate::claim::Claim;
use crate::mention::Kind;
use crate::pack::Packs;
use crate::value::{Relation, relate};

/// Two times of the clock whose sentences name days, and no day that could be both.
pub(super) fn other_day(run: &Run<'_>, a: Stand<'_>, b: Stand<'_>) -> Option<Against> {
    if a.claim.mention.kind != Kind::Time {
        return None;
    }
    let (left, right) = (days(run, a), days(run, b));
    let (one, other) = (left.first()?, right.first()?);
    let apart = left.iter().all(|x| {
        right
            .iter()
            .all(|y| matches!(relate(stated(x), stated(y)), Relation::Disjoint(_)))
    });
    let named = |claim: &Claim| claim.mention.value.notation().unwrap_or_default();
    apart.then(|| Against::OtherPeriod(named(one), named(other)))
}

/// Two dates of one text whose sentences tell what changes with time: the days of its stages.
pub(super) fn other_stage(
    run: &Run<'_>,
    packs: &Packs,
    a: Stand<'_>,
    b: Stand<'_>,
) -> Option<Against> {
    if a.claim.mention.kind != Kind::Date || a.source != b.source {
        return None;
    }
    let stage = |x: &Claim| {
        let mut others = sentence_of(run, b);
        others.any(|y| {
            x.mention.kind == y.mention.kind
                && changes(packs, x, y)
                && matches!(relate(stated(x), stated(y)), Relation::Disjoint(_))
        })
    };
    let found = a.claim.sentence_number != b.claim.sentence_number
        && sentence_of(run, a).any(|x| x.mention.kind != Kind::Date && stage(x));
    found.then_some(Against::OtherTime)
}

/// The dates of the sentence of a claim.
fn days<'r>(run: &'r Run<'_>, stand: Stand<'_>) -> Vec<&'r Claim> {
    sentence_of(run, stand)
        .filter(|claim| claim.mention.kind == Kind::Date && is_coarse(claim) == Some(false))
        .collect()
}

/// The claims of the sentence of a claim.
fn sentence_of<'r>(run: &'r Run<'_>, stand: Stand<'_>) -> impl Iterator<Item = &'r Claim> {
    let sentence = stand.claim.sentence_number;
    let article = &run.stands[run.of_source(stand.source)];
    // Claims stand in the order of their sentences.
    let first = article.partition_point(|other| other.claim.sentence_number < sentence);
    article[first..]
        .iter()
        .map(|other| other.claim)
        .take_while(move |claim| claim.sentence_number == sentence)
}
