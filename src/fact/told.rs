//! Figures that no noun or event ties, told in the same words: "Tới 10h30, giao thông qua đèo mới thông trở lại" beside "the
//! road reopened at 10.30 in the morning".
//!
//! In two articles that share facts, what is left over of each is held against what is left over of the other: a claim whose
//! best counterpart there has it for its own best, in sentences that share much, is most likely told of the same.

use std::collections::BTreeSet;

use rayon::prelude::*;

use super::beside::shared;
use super::likeness::context;
use super::sets::told_apart;
use super::setting::Setting;
use super::{Run, Stand};
use crate::mention::Kind;

/// Facts that two articles share before what is left over of them is compared.
pub(super) const MANY: usize = 2;

/// The least that sentences share, as of [`context`].
const LEAST: f64 = 0.3;

/// How much better than the next the best counterpart is.
const CLEAR: f64 = 1.2;

/// Claims left over of an article beyond which it is a list and no story.
const MOST: usize = 200;

/// Pairs of claims of articles that share facts, each the best counterpart of the other, the earlier first.
///
/// `of` gives the fact of each claim by a number that its members share. Claims that have a fellow in the other article are
/// left out.
pub(super) fn pairs(run: &Run<'_>, of: &[usize]) -> Vec<(usize, usize, Setting)> {
    let article = |claim: usize| run.stands[claim].source;
    let articles = shared(run, of, article, MANY);
    let found = articles.into_par_iter().flat_map_iter(|((one, other), _)| {
        let (left, right) = (
            left_over(run, of, one, other),
            left_over(run, of, other, one),
        );
        best(run, &scored(run, &left, &right))
    });
    found.map(|(a, b)| (a, b, Setting::told())).collect()
}

/// A claim of each of two articles, and what their sentences share.
type Scored = (usize, usize, f64);

/// Pairs of one sort whose sentences share enough.
fn scored(run: &Run<'_>, left: &[usize], right: &[usize]) -> Vec<Scored> {
    let mut found = Vec::new();
    for &a in left {
        for &b in right {
            let (x, y) = (run.stands[a], run.stands[b]);
            if sort(&x) == sort(&y) {
                let (score, _) = context(run, x, y);
                found.extend((score >= LEAST).then_some((a, b, score)));
            }
        }
    }
    found
}

/// Those of which each is clearly the best for the other.
fn best(run: &Run<'_>, scores: &[Scored]) -> Vec<(usize, usize)> {
    // A rival that says the same is none.
    let beats = |score: f64, other: f64, fellow: usize, rival: usize| {
        rival == fellow || score * CLEAR <= other || !told_apart(run, (fellow, rival))
    };
    let clear = |(a, b, best): &Scored| {
        scores.iter().all(|(x, y, score)| {
            (x != a || beats(*score, *best, *b, *y)) && (y != b || beats(*score, *best, *a, *x))
        })
    };
    let found = scores.iter().filter(|scored| clear(scored));
    found.map(|(a, b, _)| (*a, *b)).collect()
}

/// Claims of an article that have no fellow in the other; none of a list of figures.
pub(super) fn left_over(run: &Run<'_>, of: &[usize], article: usize, other: usize) -> Vec<usize> {
    let theirs: BTreeSet<usize> = run.of_source(other).map(|claim| of[claim]).collect();
    let own = run.of_source(article);
    let left: Vec<usize> = own.filter(|claim| !theirs.contains(&of[*claim])).collect();
    if left.len() <= MOST { left } else { Vec::new() }
}

/// Kind, and dimension or unit; amounts of all currencies are of one sort, and so are lengths of time in any unit.
pub(super) fn sort<'r>(stand: &Stand<'r>) -> (Kind, &'r str) {
    match stand.claim.mention.kind {
        Kind::Money | Kind::Duration => (stand.claim.mention.kind, ""),
        kind => (kind, stand.claim.dimension()),
    }
}
