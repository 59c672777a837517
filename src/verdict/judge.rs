//! The values of one fact, held against each other.

use std::collections::{BTreeMap, BTreeSet};

use super::check::Check;
use super::time::{Moment, moment_of};
use super::{Confidence, Verdict};
use crate::fact::{
    Evidence, Fact, Link, Run, Setting, Stand, changes, common_traits, is_unread, stated, weigh,
};
use crate::pack::Packs;
use crate::value::{Relation, Slip, Why, relate};

/// What a fact comes to.
#[derive(Debug, Clone)]
pub struct Judgement {
    /// The verdict.
    pub verdict: Verdict,
    /// Why.
    pub reason: Reason,
    /// How sure it is.
    pub confidence: Confidence,
    /// The claims by value, the side with the most claims first, then the earliest.
    pub sides: Vec<Side>,
}

/// Claims of one fact with the same value: numbers of the claims in the run, ascending.
pub type Side = Vec<usize>;

/// Why a verdict was given; the two claims that show it, the earlier first.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Reason {
    /// Nothing to compare with.
    Alone,
    /// The same value throughout.
    Same,
    /// Two values that can both be true.
    Fits(Why, usize, usize),
    /// Two values that cannot be compared.
    Incomparable(usize, usize),
    /// Two values that exclude each other.
    Excludes(Slip, usize, usize),
    /// Claims that break a check: the one in doubt, and the one it is held against; the same twice where one breaks it alone.
    Breaks(Check, usize, usize),
    /// A later value that replaces an earlier one.
    Replaces(usize, usize),
}

/// Judges `fact`.
pub fn judge(run: &Run<'_>, packs: &Packs, fact: &Fact) -> Judgement {
    let sides = sides(run, fact);
    let (verdict, reason, confidence) = decide(run, packs, fact, &sides);
    Judgement {
        verdict,
        reason,
        confidence,
        sides,
    }
}

fn decide(
    run: &Run<'_>,
    packs: &Packs,
    fact: &Fact,
    sides: &[Side],
) -> (Verdict, Reason, Confidence) {
    let relation =
        |a: usize, b: usize| relate(stated(run.stands[a].claim), stated(run.stands[b].claim));
    if fact.claims.len() < 2 {
        return (Verdict::Uncorroborated, Reason::Alone, Confidence::High);
    }
    // A date that depends on an unknown day says nothing for or against.
    let unresolved = |number: usize| {
        matches!(
            run.stands[number].claim.mention.value,
            crate::value::Value::Unresolved { .. }
        )
    };
    let mut fits = None;
    let mut incomparable = None;
    let mut open = None;
    let mut quarrels: Vec<(usize, usize, Slip)> = Vec::new();
    let links = links_by_pair(fact);
    for (a, b) in across(sides, &links) {
        match relation(a, b) {
            Relation::Equal => {}
            Relation::Compatible(why) => fits = fits.or(Some(Reason::Fits(why, a, b))),
            Relation::Incomparable if unresolved(a) || unresolved(b) => {
                open = open.or(Some(Reason::Incomparable(a, b)))
            }
            Relation::Incomparable => {
                incomparable = incomparable.or(Some(Reason::Incomparable(a, b)))
            }
            // Held together by others: what nobody can read does not speak against anything.
            Relation::Disjoint(_)
                if is_unread(packs, run.stands[a].claim, run.stands[b].claim)
                    && links
                        .get(&(a, b))
                        .is_none_or(|l| l.evidence.aligned.is_none()) => {}
            Relation::Disjoint(slip) => quarrels.push((a, b, slip)),
        }
    }
    // A copied passage in which digits slipped is no news, whatever the time.
    let slipped = |a: usize, b: usize, slip: Slip| {
        let link = links.get(&(a, b));
        let copied = link.is_some_and(|link| link.evidence.aligned.is_some());
        copied && !matches!(slip, Slip::DifferentValue | Slip::BoundViolated)
    };
    let mut later = Vec::new();
    let mut unexplained = Vec::new();
    for (a, b, slip) in quarrels {
        let explained = update(run, packs, a, b);
        if explained.is_none() || slipped(a, b, slip) {
            unexplained.push((a, b, slip));
        }
        later.extend(explained);
    }
    // Where the news of one figure is known to follow that of another, what nobody dated to the hour fits in.
    let side = |claim: usize| sides.iter().position(|side| side.contains(&claim));
    let followed = |a: usize, b: usize| {
        let pair = [side(a), side(b)];
        let mut known = later.iter().map(|&(x, y)| [side(x), side(y)]);
        known.any(|[x, y]| pair == [x, y] || pair == [y, x])
    };
    // So do two figures of one day, or of an article without a date, where others of the fact follow each other.
    let grows = |a: usize, b: usize| {
        !later.is_empty() && changes(packs, run.stands[a].claim, run.stands[b].claim)
    };
    unexplained.retain(|&(a, b, slip)| {
        slipped(a, b, slip)
            || is_slip_of_digits(run, slip, a)
            || !(overlap(run, a, b) && (followed(a, b) || grows(a, b)))
    });
    if let Some((a, b, slip, evidence)) = firmest(run, packs, fact, &links, &unexplained) {
        let aligned = evidence.aligned.is_some();
        // In a language that is not read a copied passage may well have been brought up to date.
        let open = if aligned {
            !slip.is_of_the_pen() && is_unread(packs, run.stands[a].claim, run.stands[b].claim)
        } else {
            !is_slip_of_digits(run, slip, a) && order_unknown(run, packs, a, b)
        };
        let confidence = if open {
            Confidence::Low
        } else {
            confidence(&evidence)
        };
        let verdict = if confidence == Confidence::Low {
            Verdict::PossibleConflict
        } else {
            Verdict::Conflict
        };
        // An editor who says that both are one fact leaves no doubt of it.
        let (verdict, confidence) = if fact.said.iter().any(|said| said.together) {
            (Verdict::Conflict, Confidence::High)
        } else {
            (verdict, confidence)
        };
        return (verdict, Reason::Excludes(slip, a, b), confidence);
    }
    if let Some(&(a, b, slip)) = unexplained.first() {
        return (
            Verdict::Conflict,
            Reason::Excludes(slip, a, b),
            Confidence::High,
        );
    }
    if let (Some((first, _)), Some((_, last))) = (later.first(), later.last()) {
        return (
            Verdict::Update,
            Reason::Replaces(*first, *last),
            Confidence::Medium,
        );
    }
    let confidence = fact
        .links
        .first()
        .map_or(Confidence::Medium, |link| confidence(&link.evidence));
    // Nothing agrees with a date that nobody knows.
    let alone = sides.iter().all(|side| side.len() < 2);
    match fits.or(incomparable).or(open.filter(|_| alone)) {
        Some(reason) => (Verdict::Compatible, reason, confidence),
        None => (Verdict::Agreement, Reason::Same, confidence),
    }
}

/// The links of a fact by their claims.
type Links<'f> = BTreeMap<(usize, usize), &'f Link>;

fn links_by_pair(fact: &Fact) -> Links<'_> {
    let links = fact.links.iter();
    links.map(|link| ((link.left, link.right), link)).collect()
}

/// Sides of a fact that are held against each other, and claims of each: enough for any fact that an editor could read.
/// Linked claims are held against each other besides.
const SIDES: usize = 48;
const HELD: usize = 16;

/// Pairs of claims on different sides, the smaller number first, each once; those of the first sides come first.
fn across(sides: &[Side], links: &Links<'_>) -> Vec<(usize, usize)> {
    let mut pairs: Vec<(usize, usize)> = Vec::new();
    let mut side_of: BTreeMap<usize, usize> = BTreeMap::new();
    for (at, one) in sides.iter().enumerate() {
        side_of.extend(one.iter().map(|claim| (*claim, at)));
    }
    let sides = &sides[..sides.len().min(SIDES)];
    // The more sides, the fewer of each.
    let each = (2 * SIDES / sides.len().max(1)).clamp(2, HELD);
    for (at, one) in sides.iter().enumerate() {
        for other in &sides[at + 1..] {
            pairs.extend(one.iter().take(each).flat_map(|a| {
                let held = other.iter().take(each);
                held.map(move |b| (*a.min(b), *a.max(b)))
            }));
        }
    }
    let known: BTreeSet<(usize, usize)> = pairs.iter().copied().collect();
    let linked = links
        .keys()
        .filter(|(a, b)| side_of.get(a) != side_of.get(b));
    pairs.extend(linked.filter(|pair| !known.contains(pair)));
    pairs
}

/// Claims by value: two are on one side when their values are equal.
pub(super) fn sides(run: &Run<'_>, fact: &Fact) -> Vec<Side> {
    let mut sides: Vec<Side> = Vec::new();
    for &claim in &fact.claims {
        let same = |side: &&mut Side| {
            relate(
                stated(run.stands[side[0]].claim),
                stated(run.stands[claim].claim),
            ) == Relation::Equal
        };
        match sides.iter_mut().find(same) {
            Some(side) => side.push(claim),
            None => sides.push(vec![claim]),
        }
    }
    sides.sort_by(|a, b| b.len().cmp(&a.len()).then(a[0].cmp(&b[0])));
    sides
}

/// Of the pairs that exclude each other the one with the firmest evidence that they speak of the same thing.
fn firmest(
    run: &Run<'_>,
    packs: &Packs,
    fact: &Fact,
    links: &Links<'_>,
    quarrels: &[(usize, usize, Slip)],
) -> Option<(usize, usize, Slip, Evidence)> {
    // Of two that are about as firm the one that names a slip tells more.
    let firm = |slip: Slip, evidence: &Evidence| {
        let named = !matches!(slip, Slip::DifferentValue | Slip::BoundViolated);
        evidence.strength() + if named { 0.2 } else { 0.0 }
    };
    let mut best: Option<(usize, usize, Slip, Evidence)> = None;
    for &(a, b, slip) in quarrels {
        let linked = links.get(&(a, b)).map(|link| link.evidence.clone());
        // Evidence without a copied passage never comes so far.
        let certain =
            |(.., other, held): &(usize, usize, Slip, Evidence)| firm(*other, held) >= CERTAIN;
        if linked.is_none() && best.as_ref().is_some_and(certain) {
            continue;
        }
        let Some(evidence) =
            linked.or_else(|| weigh(run, packs, run.stands[a], run.stands[b], Setting::default()))
        else {
            continue;
        };
        if best
            .as_ref()
            .is_none_or(|(.., other, held)| firm(slip, &evidence) > firm(*other, held))
        {
            best = Some((a, b, slip, evidence));
        }
    }
    best.or_else(|| {
        // Linked only through others: their own evidence is the weakest.
        let &(a, b, slip) = quarrels.first()?;
        fact.links
            .last()
            .map(|link| (a, b, slip, link.evidence.clone()))
    })
}

/// Firmness that only two claims at the same place of a copied passage have: shared words and a named slip come to 1.35.
const CERTAIN: f64 = 1.4;

fn confidence(evidence: &Evidence) -> Confidence {
    match evidence.aligned {
        Some(_) => Confidence::High,
        None if evidence.context >= 0.62 => Confidence::High,
        // A single figure of its kind in articles about one event, but hardly a word in common: worth a look, no more.
        None if evidence.tally && evidence.context < 0.15 => Confidence::Low,
        // Figures that differ as a slip makes them differ are hardly figures of two things.
        None if evidence.links(true) || evidence.slip || evidence.context >= 0.4 => {
            Confidence::Medium
        }
        None => Confidence::Low,
    }
}

/// Whether time explains the difference of two claims: the earlier and the later one, if it does.
///
/// The later figure must be the larger one of something that grows, or the smaller one of something that falls.
fn update(run: &Run<'_>, packs: &Packs, a: usize, b: usize) -> Option<(usize, usize)> {
    let (left, right) = (run.stands[a], run.stands[b]);
    let traits: Vec<_> = common_traits(packs, left.claim, right.claim).collect();
    let running = left.claim.running || right.claim.running;
    if !running && !traits.iter().any(|t| t.evolves || t.falls) {
        return None;
    }
    let (earlier, later) = match moments(run, left, right)? {
        (x, y) if x.last < y.first => (a, b),
        (x, y) if y.last < x.first => (b, a),
        _ => return None,
    };
    let size = |number: usize| match &run.stands[number].claim.mention.value {
        crate::value::Value::Number(quantity) => quantity.low.or(quantity.high),
        _ => None,
    };
    let explained = match size(later)?.cmp(&size(earlier)?) {
        std::cmp::Ordering::Greater => running || traits.iter().any(|t| t.evolves),
        std::cmp::Ordering::Less => traits.iter().any(|t| t.falls),
        std::cmp::Ordering::Equal => false,
    };
    explained.then_some((earlier, later))
}

/// Whether two claims may speak at one time: neither is known to be the later.
fn overlap(run: &Run<'_>, a: usize, b: usize) -> bool {
    moments(run, run.stands[a], run.stands[b]).is_none_or(|(x, y)| {
        let apart = x.last < y.first || y.last < x.first;
        !(apart || x == y && x.is_exact())
    })
}

/// When each of two claims speaks.
fn moments(run: &Run<'_>, left: Stand<'_>, right: Stand<'_>) -> Option<(Moment, Moment)> {
    let (one, other) = (moment_of(run, left, None), moment_of(run, right, None));
    Some((
        one.or_else(|| moment_of(run, left, other))?,
        other.or_else(|| moment_of(run, right, one))?,
    ))
}

/// Whether the figures differ as two spellings of one long figure do, which news that comes in hardly ever makes them.
fn is_slip_of_digits(run: &Run<'_>, slip: Slip, a: usize) -> bool {
    let long = match &run.stands[a].claim.mention.value {
        crate::value::Value::Number(quantity) => quantity
            .as_single()
            .is_some_and(|value| value >= crate::value::Number::from_integer(1000)),
        _ => false,
    };
    match slip {
        Slip::MagnitudeSlip | Slip::SeparatorSlip => true,
        Slip::DigitSwap => long,
        _ => false,
    }
}

/// Whether the figures are of something that changes as news comes in and nobody can say which of them is the later.
fn order_unknown(run: &Run<'_>, packs: &Packs, a: usize, b: usize) -> bool {
    let (left, right) = (run.stands[a], run.stands[b]);
    // One text that speaks of one day tells both at once.
    let at_once = left.source == right.source
        && moments(run, left, right).is_some_and(|(one, other)| one == other);
    changes(packs, left.claim, right.claim) && overlap(run, a, b) && !at_once
}
