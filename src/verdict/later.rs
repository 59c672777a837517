//! Whether time explains that two figures of one fact differ.

use std::collections::BTreeSet;

use super::time::{Moment, Times};
use crate::claim::{Claim, Modality, planned_day};
use crate::fact::{Run, Stand, changes, common_traits, published, stated};
use crate::mention::{Kind, Role};
use crate::pack::{Packs, Traits};
use crate::value::{Number, Relation, Stated, Value, Why, relate};

/// Whether time explains the difference of two claims: the earlier and the later one, if it does.
///
/// The later figure must be the larger one of something that grows, or the smaller one of something that falls.
pub(super) fn update(
    (run, packs, times): (&Run<'_>, &Packs, &Times<'_, '_>),
    a: usize,
    b: usize,
) -> Option<(usize, usize)> {
    let (left, right) = (run.stands[a], run.stands[b]);
    if let Some(changed) = told_as_changed(run, a, b) {
        return Some(changed);
    }
    if left.claim.mention.kind == Kind::Date {
        return held_at_last(times, (a, left), (b, right));
    }
    let mut grows = left.claim.running || right.claim.running;
    // What was told before may have been more or less.
    let news = left.claim.overtaken != right.claim.overtaken;
    grows |= news;
    // "Hơn 110.000 hộ vẫn mất nước", "55.000 hộ chưa có nước": what still is so ends sooner or later.
    let unsettled = left.claim.frame.unsettled || right.claim.frame.unsettled;
    grows |= unsettled;
    let (mut falls, mut sums) = (news || unsettled, false);
    for traits in common_traits(packs, left.claim, right.claim) {
        grows |= traits.evolves;
        falls |= traits.falls;
        sums |= traits.sums_up;
    }
    // "Dịch sởi năm 2014 từng khiến 147 trẻ thiệt mạng": what is over has no news.
    if is_over(run, left, right) {
        return None;
    }
    let moved = |stand| told_of(packs, stand).any(|traits| traits.raises || traits.lowers);
    if !(grows || falls || moved(left) || moved(right)) {
        return None;
    }
    let (earlier, later) = match (left.claim.overtaken, right.claim.overtaken) {
        (true, false) => (a, b),
        (false, true) => (b, a),
        _ => order(run, times, a, b)?,
    };
    // "Tổng số này giảm 18 người, vì 18 người được xác nhận còn sống": so may the sum of the dead and the missing.
    falls |= sums && tells_of_fall(run, packs, later);
    // "fallen to 2,904": the text itself says that it was more before.
    for traits in told_of(packs, run.stands[later]) {
        grows |= traits.raises;
        falls |= traits.lowers;
    }
    // "Từ đầu dịch có 410.366 ca, đứng thứ 63", "tử vong chiếm 2,4%": a place in an order and a share of what grows go up and down.
    let either_way = matches!(left.claim.mention.kind, Kind::Ordinal | Kind::Percent)
        && left.claim.running
        && right.claim.running;
    let explained = match size(run, later)?.cmp(&size(run, earlier)?) {
        std::cmp::Ordering::Greater => grows || either_way,
        std::cmp::Ordering::Less => falls || either_way,
        std::cmp::Ordering::Equal => false,
    };
    explained.then_some((earlier, later))
}

/// "Active clusters have slipped to 585 from 640", "had earlier given a figure of nine": the figure that a text tells as the one
/// before, and the one that it is now.
pub(super) fn told_as_changed(run: &Run<'_>, a: usize, b: usize) -> Option<(usize, usize)> {
    // "ước tính 60 tỷ" is the "60 tỷ" of the day before.
    let same = |one: &Claim, other: &Claim| {
        matches!(
            relate(stated(one), stated(other)),
            Relation::Equal | Relation::Compatible(Why::Hedge | Why::Rounding | Why::Conversion)
        )
    };
    let changed = |earlier: usize, later: usize| {
        let (before, after) = (run.stands[earlier], run.stands[later]);
        let sentence = |claim: &Claim| claim.sentence_number == after.claim.sentence_number;
        let mut told = run.of_source(after.source).map(|n| run.stands[n].claim);
        let left = |claim: &Claim| claim.mention.role == Role::From || claim.comparison;
        let from = |claim: &Claim| left(claim) && sentence(claim);
        let was_planned = |day: Value| {
            let planned = Stated {
                value: &day,
                ..stated(before.claim)
            };
            relate(planned, stated(before.claim)) == Relation::Equal
        };
        told.any(|claim| (from(claim) || claim.overtaken) && same(claim, before.claim))
            && !after.claim.overtaken
            || planned_day(after.claim).is_some_and(was_planned)
    };
    let found = [(a, b), (b, a)].map(|(x, y)| changed(x, y).then_some((x, y)));
    match found {
        [Some(pair), None] | [None, Some(pair)] => Some(pair),
        _ => None,
    }
}

/// Whether all articles that give the one figure came out before all that give the other, and more than one gives the later one: a
/// count or an amount that was revised. The first claim of the earlier side, and of the later one.
pub(super) fn revised(
    run: &Run<'_>,
    times: &Times<'_, '_>,
    one: &[usize],
    other: &[usize],
) -> Option<(usize, usize)> {
    let counted = |claim: &usize| {
        matches!(
            run.stands[*claim].claim.mention.kind,
            Kind::Count | Kind::Money | Kind::Percent
        )
    };
    // An article without a date contradicts nobody, and one alone with another figure may as well be wrong.
    let before = |first: &[usize], second: &[usize]| {
        let known = |x: usize, y: usize| order(run, times, x, y).map(|(before, _)| before == x);
        let against = |y: &usize| first.iter().any(|x| known(*x, *y) == Some(false));
        let follows = |y: &&usize| first.iter().all(|x| known(*x, **y) == Some(true));
        let followers = second.iter().filter(follows);
        let sources: BTreeSet<usize> = followers.map(|y| run.stands[*y].source).collect();
        sources.len() > 1 && !second.iter().any(against)
    };
    let (a, b) = (*one.first()?, *other.first()?);
    match () {
        () if !one.iter().chain(other).all(counted) => None,
        () if before(one, other) => Some((a, b)),
        () if before(other, one) => Some((b, a)),
        () => None,
    }
}

/// What a figure comes to, as [`crate::value::Value::size`].
pub(super) fn size(run: &Run<'_>, claim: usize) -> Option<Number> {
    run.stands[claim].claim.value().size()
}

/// Whether the article of a claim says of a count that it fell.
fn tells_of_fall(run: &Run<'_>, packs: &Packs, claim: usize) -> bool {
    let mut told = run
        .of_source(run.stands[claim].source)
        .map(|number| run.stands[number]);
    told.any(|stand| {
        let pack = packs.reading(stand.claim.language.as_deref());
        let mut theme = stand.claim.frame.theme.iter();
        stand.claim.mention.kind == Kind::Count && theme.any(|id| pack.traits(id).lowers)
    })
}

/// What the words around a figure that was reached say of it.
fn told_of<'p>(packs: &'p Packs, stand: Stand<'p>) -> impl Iterator<Item = &'p Traits> {
    let pack = packs.reading(stand.claim.language.as_deref());
    let claim = stand.claim;
    let by = claim.mention.kind == Kind::Percent || claim.increment;
    let reached = claim.mention.role != Role::From && !by;
    let told = stand.claim.frame.theme.iter().filter(move |_| reached);
    told.map(|id| pack.traits(id))
}

/// "dự kiến thông xe ngày 15/3" and, told later, "vừa thông xe hôm 20/3": what was planned, and what came of it.
fn held_at_last(
    times: &Times<'_, '_>,
    (a, left): (usize, Stand<'_>),
    (b, right): (usize, Stand<'_>),
) -> Option<(usize, usize)> {
    let told = |stand: Stand<'_>| stand.claim.modality == Modality::Asserted;
    let planned = |stand: Stand<'_>| stand.claim.modality == Modality::Planned;
    let (plan, outcome) = match (planned(left), planned(right)) {
        (true, false) if told(right) => ((a, left), (b, right)),
        (false, true) if told(left) => ((b, right), (a, left)),
        _ => return None,
    };
    let (before, after) = moments(times, plan.1, outcome.1)?;
    (left.source != right.source && before.last < after.first).then_some((plan.0, outcome.0))
}

/// The one of two claims that is known to speak before the other, and the other.
pub(super) fn order(
    run: &Run<'_>,
    times: &Times<'_, '_>,
    a: usize,
    b: usize,
) -> Option<(usize, usize)> {
    match moments(times, run.stands[a], run.stands[b])? {
        (x, y) if x.last < y.first => Some((a, b)),
        (x, y) if y.last < x.first => Some((b, a)),
        _ => None,
    }
}

/// How many days lie between the last one on which the one claim may speak and the first of the other.
pub(super) fn days_between(
    run: &Run<'_>,
    times: &Times<'_, '_>,
    earlier: usize,
    later: usize,
) -> Option<i64> {
    let (before, after) = moments(times, run.stands[earlier], run.stands[later])?;
    let (from, to) = (before.last.date(), after.first.date());
    Some(from.duration_until(to).as_hours() / 24)
}

/// Whether two claims may speak at one time: neither is known to be the later.
pub(super) fn overlap(run: &Run<'_>, times: &Times<'_, '_>, a: usize, b: usize) -> bool {
    moments(times, run.stands[a], run.stands[b]).is_none_or(|(x, y)| {
        let apart = x.last < y.first || y.last < x.first;
        !(apart || x == y && x.is_exact())
    })
}

/// When each of two claims speaks.
fn moments(times: &Times<'_, '_>, left: Stand<'_>, right: Stand<'_>) -> Option<(Moment, Moment)> {
    let (one, other) = (times.moment(left, None), times.moment(right, None));
    Some((
        one.or_else(|| times.moment(left, other))?,
        other.or_else(|| times.moment(right, one))?,
    ))
}

/// Whether the figures are of something that changes as news comes in and nobody can say which of them is the later.
pub(super) fn order_unknown(
    (run, packs, times): (&Run<'_>, &Packs, &Times<'_, '_>),
    a: usize,
    b: usize,
) -> bool {
    let (left, right) = (run.stands[a], run.stands[b]);
    // One text that speaks of one day tells both at once.
    let at_once = left.source == right.source
        && moments(times, left, right).is_some_and(|(one, other)| one == other);
    changes(packs, left.claim, right.claim)
        && overlap(run, times, a, b)
        && !at_once
        && !is_over(run, left, right)
}

/// "290 people in Haute-Rive, 190 in Tarude", "394 people in Haute-Rive, 271 in Tarude": whether two sentences give several counts each, and
/// all of the one are larger: what a copy gets wrong is one.
pub(super) fn is_refreshed(run: &Run<'_>, a: usize, b: usize) -> bool {
    let counts = |number: usize| -> Vec<Number> {
        let stand = run.stands[number];
        let own = run.of_source(stand.source).map(|n| run.stands[n].claim);
        let counts = own.filter(|claim| {
            claim.sentence_number == stand.claim.sentence_number
                && claim.mention.kind == Kind::Count
        });
        counts.filter_map(|claim| claim.value().size()).collect()
    };
    let (one, other) = (counts(a), counts(b));
    let pairs = || one.iter().zip(&other);
    one.len() == other.len()
        && one.len() > 1
        && (pairs().all(|(x, y)| x < y) || pairs().all(|(x, y)| x > y))
}

/// Whether two figures are of a time long over, of which no news comes in: "173 people died in 2015".
fn is_over(run: &Run<'_>, one: Stand<'_>, other: Stand<'_>) -> bool {
    let last = |stand: Stand<'_>| match stand.claim.frame.period.as_deref()? {
        Value::Date(dates) => {
            let ends = dates.readings.iter();
            ends.filter_map(|range| Some(range.end.as_ref()?.days()?.1))
                .max()
        }
        _ => None,
    };
    let told = published(run, one).or(published(run, other));
    let over = |stand: Stand<'_>| {
        let past = last(stand)?.duration_until(told?);
        Some(past.as_hours() / 24 > LONG_OVER)
    };
    over(one) == Some(true) && over(other) == Some(true)
}

/// Days after a period from which on its figures are settled.
const LONG_OVER: i64 = 90;
