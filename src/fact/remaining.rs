//! What is left over of two articles that share facts: a figure of the one that has a single counterpart in what is left of the
//! other is most likely that figure, told with other words or anew.
//!
//! In labelled articles 26 of 28 such figures that are about each other are one, 22 of 22 equal amounts, and of two counts of
//! one noun that differ eight of eight.

use rayon::prelude::*;

use super::age::is_age;
use super::beside::shared;
use super::evidence::{Evidence, stated};
use super::figure::is_close;
use super::likeness::{How, context};
use super::setting::Setting;
use super::slip;
use super::stage;
use super::told::{MANY, left_over, sort};
use super::{Run, Stand};
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
    let setting = |likeness| match likeness {
        Likeness::Slip => Setting::slipped(),
        _ => Setting::remaining(),
    };
    found
        .map(|(a, b, likeness)| (a, b, setting(likeness)))
        .collect()
}

impl Evidence {
    /// Whether two figures neither of which has another counterpart in the other article are one fact.
    pub(super) fn links_remaining(&self) -> bool {
        // What two sentences share says more of them than their articles do.
        let least = if self.parallel { 0.2 } else { 0.3 };
        if self.kinship < least {
            return false;
        }
        if self.slipped {
            return true;
        }
        let named = matches!(
            self.how,
            How::SameConcept | How::WiderConcept | How::SameTheme | How::SameWords | How::LikeWords
        );
        match self.told_relation() {
            // "27 member states", "27 thí sinh": small numbers of things with other names are the same by chance.
            Relation::Equal if self.how == How::SameFigure && !self.dated => {
                self.united || self.large
            }
            // So are they where one counts people and the other some of them.
            Relation::Equal if self.how != How::SameConcept && self.digits < 2 => false,
            Relation::Equal => named && self.noun >= 0.6 && !(self.dated || self.ordinal),
            // "40% quỹ", "khoảng 40%" of the projects: chance makes two round figures.
            Relation::Compatible(Why::Hedge | Why::Rounding) => {
                let least = if self.percent { 3 } else { 2 };
                let figure = self.how == How::SameFigure && self.digits >= least;
                named || figure || self.how == How::SamePredicate
            }
            Relation::Compatible(Why::UnknownYear) => {
                self.dated && matches!(self.how, How::SameEvent | How::SamePredicate)
            }
            Relation::Disjoint(_) => {
                let counted = !(self.united || self.ordinal || self.dated);
                counted
                    && self.how == How::SameConcept
                    && self.near
                    && self.noun >= 0.9
                    && self.kinship >= 0.4
            }
            _ => false,
        }
    }
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
    /// The one is the other as a slip of the pen makes it.
    Slip,
}

fn likeness(run: &Run<'_>, packs: &Packs, a: Stand<'_>, b: Stand<'_>) -> Option<Likeness> {
    let close = || is_close(a.claim.value(), b.claim.value());
    let relation = relate(stated(a.claim), stated(b.claim));
    match relation {
        Relation::Equal => Some(Likeness::Equal),
        Relation::Compatible(Why::Hedge | Why::Bound) if close() => Some(Likeness::About),
        Relation::Compatible(Why::UnknownYear) => Some(Likeness::Day),
        // Everybody has an age.
        Relation::Disjoint(Slip::DifferentValue)
            if slip::one_noun(a.claim, b.claim) && !is_age(packs, a.claim) =>
        {
            Some(Likeness::Other)
        }
        _ => {
            let needed = slip::needed(a.claim, b.claim, relation)?;
            // The day on which an article came out is no slip of the day on which something happened.
            let own = |stand| stage::is_own_day(run, stand);
            let told = own(a) != own(b) || slip::is_told_elsewhere(run, a, b);
            (!told && context(run, a, b).0 >= needed).then_some(Likeness::Slip)
        }
    }
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
                found.extend(likeness(run, packs, x, y).map(|likeness| (a, b, likeness)));
            }
        }
    }
    found
}

/// Those of which neither has another; one of the same fact is none.
fn single(of: &[usize], all: &[Counterparts]) -> Vec<Counterparts> {
    let alone = |(a, b, likeness): &&Counterparts| {
        all.iter()
            .all(|(x, y, other)| other != likeness || (of[*x] == of[*a]) == (of[*y] == of[*b]))
    };
    all.iter().filter(alone).copied().collect()
}
