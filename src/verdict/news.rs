//! Which differences of a fact time explains, and which stay open.

use std::cmp::Ordering;
use std::collections::BTreeSet;

use rayon::prelude::*;

use super::judge::{Quarrel, is_slip_of_digits};
use super::later::{days_between, order, overlap, revised, size, told_as_changed, update};
use super::sides::{Meeting, Side, SideOf};
use super::time::Times;
use crate::fact::{Run, changes, differ_in_one_digit, is_daily, noun_traits, stated};
use crate::mention::{Kind, Role};
use crate::pack::Packs;
use crate::value::{Number, Relation, Slip, format_number, relate};

/// What time explains of `quarrels`, the earlier claim of each first, and those that it does not explain.
pub(super) fn explained<'f>(
    run: &Run<'_>,
    packs: &Packs,
    times: &Times<'_, '_>,
    side_of: &SideOf<'_>,
    quarrels: Vec<Quarrel<'f>>,
) -> (Vec<(usize, usize)>, Vec<Quarrel<'f>>) {
    // A copied passage in which digits slipped is no news, whatever the time.
    let slipped = |pair: &Meeting<'_>, slip: Slip| {
        pair.is_copied() && !matches!(slip, Slip::DifferentValue | Slip::BoundViolated)
    };
    let mut later = Vec::new();
    let mut changed = BTreeSet::new();
    let mut unexplained = Vec::new();
    // What explains each, and whether more than the days between says so.
    let updates: Vec<Option<((usize, usize), bool)>> = quarrels
        .par_iter()
        .map(|(pair, slip)| {
            // What nothing but the lack of another figure ties is news where it came later.
            let anew = pair
                .link
                .is_some_and(|link| link.evidence.remaining && !link.evidence.slipped);
            let told = || {
                let (earlier, later) = order(run, times, pair.a, pair.b)?;
                let stand = |number: usize| run.stands[number];
                let sure = anew || has_grown(run, packs, earlier, later);
                let news = sure
                    || is_days_later((run, packs, times), (pair, *slip), (earlier, later))
                    || is_daily(run, stand(earlier), stand(later));
                news.then_some(((earlier, later), sure))
            };
            let grown = update((run, packs, times), pair.a, pair.b);
            grown.map(|pair| (pair, true)).or_else(told)
        })
        .collect();
    // A figure that comes again behind another was never replaced by it: eleven, seventeen, and eleven two days later.
    let from_to = |(x, y): (usize, usize)| (side_of.of(x), side_of.of(y));
    let explained_ways: BTreeSet<_> = updates
        .iter()
        .flatten()
        .map(|(pair, _)| from_to(*pair))
        .collect();
    let comes_again = |(pair, sure): ((usize, usize), bool)| {
        let (x, y) = from_to(pair);
        !sure && explained_ways.contains(&(y, x))
    };
    for ((pair, slip), explained) in quarrels.into_iter().zip(updates) {
        let explained = explained.filter(|told| !comes_again(*told));
        let explained = explained.map(|(ends, _)| ends);
        // A day outside of the days of an event, or with its month in its place, is no other plan.
        let date = run.stands[pair.a].claim.mention.kind == Kind::Date;
        let explained = explained.filter(|_| !date || slip == Slip::DifferentValue);
        // Nor is news ever the very digits of the news before: 1.625 and 1.652, 9.840 and 98.400.
        let explained = explained.filter(|_| date || !is_slip_of_digits(run, slip, pair.a));
        // What a text itself tells as changed has changed, whatever it looks like.
        let told = told_as_changed(run, pair.a, pair.b);
        changed.extend(told.map(from_to));
        let explained = told.or(explained);
        if explained.is_none() || slipped(&pair, slip) {
            unexplained.push((pair, slip));
        }
        later.extend(explained);
    }
    if later.is_empty() {
        return (later, unexplained);
    }
    // Where the news of one figure is known to follow that of another, what nobody dated to the hour fits in.
    let sides = |a: usize, b: usize| {
        let (one, other) = (side_of.of(a), side_of.of(b));
        (one.min(other), one.max(other))
    };
    let known: BTreeSet<_> = later.iter().map(|&(x, y)| sides(x, y)).collect();
    let ways_known: BTreeSet<_> = later.iter().map(|pair| from_to(*pair)).collect();
    let follows = |a: usize, b: usize| {
        order(run, times, a, b).is_some_and(|pair| ways_known.contains(&from_to(pair)))
    };
    // So does what came in their order and went the same way, whatever was counted is called there: "Thailand closed on 230".
    let way = |(x, y): (usize, usize)| Some(size(run, y)?.cmp(&size(run, x)?));
    let ways: Vec<Ordering> = later.iter().filter_map(|pair| way(*pair)).collect();
    let in_order = |a: usize, b: usize| {
        let known = order(run, times, a, b).and_then(way);
        known.is_some_and(|way| way != Ordering::Equal && ways.contains(&way))
    };
    // "just under 90 flights" is the news of the 88 that another article gives.
    let fits = |a: usize, b: usize| {
        let told = |x: usize, y: usize| {
            let relation = relate(stated(run.stands[x].claim), stated(run.stands[y].claim));
            matches!(relation, Relation::Compatible(_))
        };
        let same = |x: usize, y: usize| side_of.of(x) == side_of.of(y);
        later.iter().any(|&(x, y)| {
            same(x, a) && told(y, b)
                || same(x, b) && told(y, a)
                || same(y, a) && told(x, b)
                || same(y, b) && told(x, a)
        })
    };
    // An article that tells both knows of the change.
    let told_both = |a: usize, b: usize| {
        let tells = |claim: usize, other: usize| {
            let side = side_of.of(other);
            let mut own = run.of_source(run.stands[claim].source);
            side.is_some() && own.any(|told| side_of.of(told) == side)
        };
        known.contains(&sides(a, b)) && (tells(a, b) || tells(b, a))
    };
    // So do two figures of one day, or of an article without a date.
    // Nor does anybody else contradict what an article tells as changed from the one to the other.
    let told_changed = |a: usize, b: usize| {
        let (one, other) = (side_of.of(a), side_of.of(b));
        changed.contains(&(one, other)) || changed.contains(&(other, one))
    };
    let grows = |a: usize, b: usize| changes(packs, run.stands[a].claim, run.stands[b].claim);
    let stands = |(pair, slip): &Quarrel<'f>| {
        let (a, b) = (pair.a, pair.b);
        slipped(pair, *slip)
            || is_slip_of_digits(run, *slip, a)
            || !((known.contains(&sides(a, b)) || grows(a, b) || fits(a, b))
                && overlap(run, times, a, b)
                || follows(a, b)
                || told_both(a, b)
                || told_changed(a, b)
                || known.contains(&sides(a, b)) && (given_up(run, a) || given_up(run, b))
                || in_order(a, b))
    };
    let unexplained = unexplained.into_par_iter().filter(stands).collect();
    (later, unexplained)
}

/// Whether so many days lie between two figures of a fact that the later one is news, whatever it counts. Copied passages, slips and what
/// stays for years are none, nor is less than a bound allows.
fn is_days_later(
    (run, packs, times): (&Run<'_>, &Packs, &Times<'_, '_>),
    (pair, slip): (&Meeting<'_>, Slip),
    (earlier, later): (usize, usize),
) -> bool {
    let claim = |number: usize| run.stands[number].claim;
    let fixed = [earlier, later]
        .map(claim)
        .iter()
        .any(|claim| noun_traits(packs, claim).is_some_and(|traits| traits.fixed || traits.age));
    let amount = matches!(
        claim(earlier).mention.kind,
        Kind::Count | Kind::Money | Kind::Percent | Kind::Measure
    );
    let alike = pair
        .link
        .is_some_and(|link| link.evidence.context >= REPRINTED);
    let parallel = pair.link.is_some_and(|link| link.evidence.parallel);
    if fixed || !amount || alike || parallel || pair.is_copied() {
        return false;
    }
    let (Some(before), Some(after)) = (size(run, earlier), size(run, later)) else {
        return false;
    };
    let news = match slip {
        Slip::DifferentValue => !is_one_digit(before, after),
        Slip::BoundViolated => after > before,
        _ => false,
    };
    news && days_between(run, times, earlier, later).is_some_and(|days| days >= DAYS)
}

/// Days from which on another figure is news.
const DAYS: i64 = 2;

/// How much two sentences have in common that tell one thing in the same words.
const REPRINTED: f64 = 0.8;

/// "121", "141": whether two numbers of three digits or more differ in a single one.
fn is_one_digit(one: Number, other: Number) -> bool {
    let (one, other) = (format_number(one), format_number(other));
    one.len() >= 3 && differ_in_one_digit(&one, &other)
}

/// Whether a count of a later article is so much larger that it is news: who errs is seldom so far off.
fn has_grown(run: &Run<'_>, packs: &Packs, earlier: usize, later: usize) -> bool {
    let count = |claim: usize| run.stands[claim].claim.mention.kind == Kind::Count;
    // One of them says that it is counted as news comes in.
    let grows = |claim: usize| {
        let claim = run.stands[claim].claim;
        let pack = packs.reading(claim.language.as_deref());
        let noun = claim.noun.as_ref().and_then(|noun| noun.concept.as_ref());
        let mut told = claim.frame.theme.iter().chain(noun);
        told.any(|id| pack.traits(id).evolves)
    };
    let (Some(before), Some(after)) = (size(run, earlier), size(run, later)) else {
        return false;
    };
    let counted = count(earlier) && count(later);
    counted && (grows(earlier) || grows(later)) && after >= before * GROWN
}

/// How many times as large, at the least: a third more. In labelled articles counts that are wrong differ by less.
const GROWN: Number = Number::new_raw(13, 10);

/// Whether its text tells a claim as what was before, whenever that text came out.
fn given_up(run: &Run<'_>, claim: usize) -> bool {
    let claim = run.stands[claim].claim;
    claim.overtaken || claim.comparison || claim.mention.role == Role::From
}

/// The earlier and the later claim of each two sides of which all quarrels are, where all were revised: no passage is copied, and
/// nothing looks like a slip.
pub(super) fn revisions(
    run: &Run<'_>,
    times: &Times<'_, '_>,
    sides: &[Side],
    side_of: &SideOf<'_>,
    quarrels: &[Quarrel<'_>],
) -> Option<Vec<(usize, usize)>> {
    let told = |(pair, slip): &Quarrel<'_>| {
        let (one, other) = (side_of.of(pair.a)?, side_of.of(pair.b)?);
        let open = !pair.is_copied() && *slip == Slip::DifferentValue;
        open.then_some((one.min(other), one.max(other)))
    };
    let quarrelling: BTreeSet<(usize, usize)> = quarrels.iter().map(told).collect::<Option<_>>()?;
    let found = quarrelling.into_iter();
    found
        .map(|(one, other)| revised(run, times, &sides[one], &sides[other]))
        .collect()
}
