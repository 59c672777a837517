//! The values of one fact, held against each other.

use super::check::Check;
use super::time::moment_of;
use super::{Confidence, Verdict};
use crate::fact::{Evidence, Fact, Run, stated, weigh};
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
    /// Two claims that break a check together.
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
    let unresolved =
        |number: usize| run.stands[number].claim.mention.value == crate::value::Value::Unresolved;
    let mut fits = None;
    let mut incomparable = None;
    let mut quarrels: Vec<(usize, usize, Slip)> = Vec::new();
    for (at, one) in sides.iter().enumerate() {
        for other in &sides[at + 1..] {
            for (a, b) in one
                .iter()
                .flat_map(|a| other.iter().map(move |b| (*a.min(b), *a.max(b))))
            {
                match relation(a, b) {
                    Relation::Equal => {}
                    Relation::Compatible(why) => fits = fits.or(Some(Reason::Fits(why, a, b))),
                    Relation::Incomparable if unresolved(a) || unresolved(b) => {}
                    Relation::Incomparable => {
                        incomparable = incomparable.or(Some(Reason::Incomparable(a, b)))
                    }
                    Relation::Disjoint(slip) => quarrels.push((a, b, slip)),
                }
            }
        }
    }
    if let Some((a, b, slip, evidence)) = firmest(run, packs, fact, &quarrels) {
        if let Some((earlier, later)) = update(run, packs, a, b) {
            return (
                Verdict::Update,
                Reason::Replaces(earlier, later),
                confidence(&evidence),
            );
        }
        let confidence = confidence(&evidence);
        let verdict = if confidence == Confidence::Low {
            Verdict::PossibleConflict
        } else {
            Verdict::Conflict
        };
        return (verdict, Reason::Excludes(slip, a, b), confidence);
    }
    let confidence = fact
        .links
        .first()
        .map_or(Confidence::Medium, |link| confidence(&link.evidence));
    match fits.or(incomparable) {
        Some(reason) => (Verdict::Compatible, reason, confidence),
        None => (Verdict::Agreement, Reason::Same, confidence),
    }
}

/// Claims by value: two are on one side when their values are equal.
fn sides(run: &Run<'_>, fact: &Fact) -> Vec<Side> {
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
    quarrels: &[(usize, usize, Slip)],
) -> Option<(usize, usize, Slip, Evidence)> {
    let mut best: Option<(usize, usize, Slip, Evidence)> = None;
    for &(a, b, slip) in quarrels {
        let linked = fact
            .links
            .iter()
            .find(|link| (link.left, link.right) == (a, b))
            .map(|link| link.evidence.clone());
        let Some(evidence) =
            linked.or_else(|| weigh(run, packs, run.stands[a], run.stands[b], None))
        else {
            continue;
        };
        if best
            .as_ref()
            .is_none_or(|(.., other)| evidence.strength() > other.strength())
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

fn confidence(evidence: &Evidence) -> Confidence {
    match evidence.aligned {
        Some(_) => Confidence::High,
        None if evidence.context >= 0.62 => Confidence::High,
        None if evidence.links(true) => Confidence::Medium,
        None => Confidence::Low,
    }
}

/// Whether time explains the difference: the later claim has the larger figure of something that grows.
fn update(run: &Run<'_>, packs: &Packs, a: usize, b: usize) -> Option<(usize, usize)> {
    let (left, right) = (run.stands[a], run.stands[b]);
    let pack = packs.reading(left.claim.language.as_deref());
    let concepts = left
        .claim
        .noun
        .iter()
        .flat_map(|n| n.concept.iter())
        .chain(left.claim.extent.predicates.iter().take(1));
    let grows = concepts
        .filter_map(|id| pack.concept(id))
        .any(|concept| concept.evolves);
    let ((_, left_last), (right_first, right_last)) =
        (moment_of(run, left)?, moment_of(run, right)?);
    let (left_first, _) = moment_of(run, left)?;
    let (earlier, later) = if left_last < right_first {
        (a, b)
    } else if right_last < left_first {
        (b, a)
    } else {
        return None;
    };
    let size = |number: usize| match &run.stands[number].claim.mention.value {
        crate::value::Value::Number(quantity) => quantity.low.or(quantity.high),
        _ => None,
    };
    (grows && size(later)? > size(earlier)?).then_some((earlier, later))
}
