//! What is left over of two articles that share facts: a figure of the one that has a single counterpart in what is left of the
//! other is most likely that figure, told with other words or anew.
//!
//! In labelled articles 26 of 28 such figures that are about each other are one, 22 of 22 equal amounts, and of two counts of
//! one noun that differ eight of eight.

use rayon::prelude::*;

use super::age::is_age;
use super::beside::shared;
use super::evidence::stated;
use super::figure::is_close;
use super::setting::Setting;
use super::told::{MANY, left_over, sort};
use super::{Run, Stand};
use crate::claim::Claim;
use crate::mention::Kind;
use crate::pack::Packs;
use crate::value::{Relation, Slip, Why, relate};

/// Pairs of claims of articles that share facts, neither of which has another counterpart in the other article, the earlier
/// first.
///
/// `of` gives the fact of each claim by a number that its members share. Claims that have a fellow in the other article are
/// left out.
pub(super) fn pairs(run: &Run<'_>, packs: &Packs, of: &[usize]) -> Vec<(usize, usize, Setting)> {
    let article = |claim: usize| run.stands[claim].source;
    let articles = shared(run, of, article, MANY);
    let found = articles.into_par_iter().flat_map_iter(|((one, other), _)| {
        let left = left_over(run, of, one, other);
        let right = left_over(run, of, other, one);
        single(of, &counterparts(run, packs, &left, &right))
    });
    found.map(|(a, b)| (a, b, Setting::remaining())).collect()
}

/// In which way two claims may be one fact.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Likeness {
    /// Their values are the same.
    Equal,
    /// The one is about the other.
    About,
    /// They are one date, but for the year of one.
    Day,
    /// They count the same, and come to something else.
    Other,
}

fn likeness(packs: &Packs, a: Stand<'_>, b: Stand<'_>) -> Option<Likeness> {
    let close = || is_close(a.claim.value(), b.claim.value());
    match relate(stated(a.claim), stated(b.claim)) {
        Relation::Equal => Some(Likeness::Equal),
        Relation::Compatible(Why::Hedge | Why::Bound) if close() => Some(Likeness::About),
        Relation::Compatible(Why::UnknownYear) => Some(Likeness::Day),
        // Everybody has an age.
        Relation::Disjoint(Slip::DifferentValue)
            if one_noun(a.claim, b.claim) && !is_age(packs, a.claim) =>
        {
            Some(Likeness::Other)
        }
        _ => None,
    }
}

/// Whether both count what the packs know under one name.
fn one_noun(a: &Claim, b: &Claim) -> bool {
    let concept = |claim: &Claim| claim.noun.as_ref().and_then(|noun| noun.concept.clone());
    a.mention.kind == Kind::Count && concept(a).is_some() && concept(a) == concept(b)
}

/// A claim of each of two articles, and in which way they may be one fact.
type Counterparts = (usize, usize, Likeness);

fn counterparts(
    run: &Run<'_>,
    packs: &Packs,
    left: &[usize],
    right: &[usize],
) -> Vec<Counterparts> {
    let mut found = Vec::new();
    for &a in left {
        for &b in right {
            let (x, y) = (run.stands[a], run.stands[b]);
            if sort(&x) == sort(&y) {
                found.extend(likeness(packs, x, y).map(|likeness| (a, b, likeness)));
            }
        }
    }
    found
}

/// Those of which neither has another; one of the same fact is none.
fn single(of: &[usize], all: &[Counterparts]) -> Vec<(usize, usize)> {
    let alone = |(a, b, likeness): &&Counterparts| {
        all.iter()
            .all(|(x, y, other)| other != likeness || (of[*x] == of[*a]) == (of[*y] == of[*b]))
    };
    all.iter().filter(alone).map(|(a, b, _)| (*a, *b)).collect()
}
