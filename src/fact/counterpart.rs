//! Which figure of an article is another version of a figure elsewhere: of two that it gives, one at most.

use std::collections::HashSet;

use rayon::prelude::*;

use super::Run;
use super::group::Link;
use super::sets::told_apart;
use crate::value::Relation;

/// Links that are looked at before what they offer is put together.
const AT_ONCE: usize = 1 << 16;

/// A claim, and an article in which its counterpart is looked for.
type Seat = (u32, u32);

/// Drops the links of nothing but a rounded or hedged figure where one of the two has its equal in the article of the other:
/// "about 8 million tonnes" is the 8 of an article that also tells 8.06.
pub(super) fn drop_rounded(run: &Run<'_>, links: &mut Vec<Link>) {
    let seats = |link: &Link| seats(run, link).map(|(seat, _)| seat);
    let rounded = links
        .par_iter()
        .filter(|link| link.evidence.is_bare_rounding());
    let asked: HashSet<Seat> = rounded.flat_map_iter(seats).collect();
    let equal = links
        .par_iter()
        .filter(|link| link.evidence.relation == Relation::Equal);
    let held: HashSet<Seat> = equal
        .flat_map_iter(seats)
        .filter(|seat| asked.contains(seat))
        .collect();
    links.retain(|link| {
        !link.evidence.is_bare_rounding() || !seats(link).iter().any(|seat| held.contains(seat))
    });
}

/// Leaves of the links between figures that exclude each other only those to the best counterpart that an article has.
pub(super) fn keep_best(run: &Run<'_>, links: &mut Vec<Link>) {
    // Sorted lists: there may be millions of links.
    let sorted = |mut seats: Vec<Seat>| {
        seats.par_sort_unstable();
        seats.dedup();
        seats
    };
    let asked = sorted(
        links
            .par_iter()
            .filter(|link| is_doubtful(run, link))
            .flat_map_iter(|link| seats(run, link).map(|(seat, _)| seat))
            .collect(),
    );
    let wanted = |seat: &Seat| asked.binary_search(seat).ok();
    // "The Greens won 11 seats, Homeland seven": the eleven of the other article has its counterpart already.
    let agreeing = links.par_iter().filter(|link| agrees(link));
    let taken = sorted(
        agreeing
            .flat_map_iter(|link| seats(run, link).map(|(seat, _)| seat))
            .filter(|seat| wanted(seat).is_some())
            .collect(),
    );
    let mut best: Vec<Option<(f64, usize)>> = vec![None; asked.len()];
    let offers = |link: &Link| {
        let seats = seats(run, link);
        let mut held = seats.iter().map(|(seat, _)| taken.binary_search(seat));
        // A slip of the pen goes before what only fits: "8/7" was meant to be 7/8, whatever is said of "đầu tháng 8".
        // Nor does the toll that another article repeats hinder the news that it rose.
        let named = link.evidence.slip && !link.evidence.is_bare_slip() || link.evidence.rose;
        let doubtful = !agrees(link) && !named;
        if doubtful && held.any(|place| place.is_ok()) {
            return [None, None];
        }
        let near = if link.evidence.near { 0.25 } else { 0.0 };
        let score = link.evidence.strength() + near;
        seats.map(|(seat, other)| Some((wanted(&seat)?, score, other)))
    };
    // Looked up side by side, and taken in the order of the links.
    for some in links.chunks(AT_ONCE) {
        let offered: Vec<_> = some
            .par_iter()
            .flat_map_iter(|link| offers(link).into_iter().flatten())
            .collect();
        for (at, score, other) in offered {
            if best[at].is_none_or(|(known, _)| score > known) {
                best[at] = Some((score, other));
            }
        }
    }
    let keeps = |link: &Link| {
        let another = |(seat, other): (Seat, usize)| {
            let best = wanted(&seat).and_then(|at| best[at]);
            best.is_some_and(|(_, counterpart)| told_apart(run, (counterpart, other)))
        };
        !is_doubtful(run, link) || !seats(run, link).into_iter().any(another)
    };
    let kept: Vec<bool> = links.par_iter().map(keeps).collect();
    let mut kept = kept.into_iter();
    links.retain(|_| kept.next().unwrap_or(true));
}

fn agrees(link: &Link) -> bool {
    !matches!(link.evidence.relation, Relation::Disjoint(_))
}

/// Whether a link holds figures of two articles that exclude each other, and no copied passage says that they are one.
fn is_doubtful(run: &Run<'_>, link: &Link) -> bool {
    link.evidence.aligned.is_none()
        && !link.evidence.person
        && !agrees(link)
        && run.stands[link.left()].source != run.stands[link.right()].source
}

/// Each claim of a link with the article of the other, and the other.
fn seats(run: &Run<'_>, link: &Link) -> [(Seat, usize); 2] {
    [(link.left(), link.right()), (link.right(), link.left())]
        .map(|(claim, other)| ((claim as u32, run.stands[other].source as u32), other))
}
