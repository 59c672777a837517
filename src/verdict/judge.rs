//! The values of one fact, held against each other.

use std::borrow::Cow;

use super::check::Check;
use super::later::{is_refreshed, order_unknown, told_as_changed, update};
use super::news::{explained, revisions};
use super::sides::{Links, Meeting, Side, SideOf, across, sides};
use super::time::Times;
use super::{Confidence, Verdict};
use crate::fact::{Evidence, Fact, Run, Setting, has_many_digits, is_unread, stated, weigh};
use crate::pack::Packs;
use crate::value::{Qualifier, Relation, Slip, Value, Why, relate};

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
pub fn judge(run: &Run<'_>, packs: &Packs, times: &Times<'_, '_>, fact: &Fact) -> Judgement {
    let sides = sides(run, fact);
    let (verdict, reason, confidence) = decide(run, packs, times, fact, &sides);
    Judgement {
        verdict,
        reason,
        confidence,
        sides,
    }
}

/// Two claims that exclude each other, and in which way.
pub(super) type Quarrel<'f> = (Meeting<'f>, Slip);

fn decide(
    run: &Run<'_>,
    packs: &Packs,
    times: &Times<'_, '_>,
    fact: &Fact,
    sides: &[Side],
) -> (Verdict, Reason, Confidence) {
    if fact.claims.len() < 2 {
        return (Verdict::Uncorroborated, Reason::Alone, Confidence::High);
    }
    // What weighing a link came to needs no second look.
    let relation = |pair: &Meeting<'_>| match pair.link {
        Some(link) => link.evidence.relation,
        None => relate(
            stated(run.stands[pair.a].claim),
            stated(run.stands[pair.b].claim),
        ),
    };
    // A date that depends on an unknown day says nothing for or against.
    let unresolved = |number: usize| {
        matches!(
            run.stands[number].claim.mention.value,
            Value::Unresolved { .. }
        )
    };
    let mut fits = None;
    let mut incomparable = None;
    let mut open = None;
    let mut overtaken = Vec::new();
    let mut quarrels: Vec<Quarrel<'_>> = Vec::new();
    let side_of = SideOf::new(fact, sides);
    for pair in across(sides, &side_of, &Links::of(fact)) {
        let Meeting { a, b, .. } = pair;
        let relation = relation(&pair);
        // "tối đa 254 người" copied as "tối đa 245 người": both can be true, and one of them was changed.
        if relation == Relation::Compatible(Why::Bound)
            && let Some(slip) = changed_bound(run, &pair)
        {
            quarrels.push((pair, slip));
            continue;
        }
        match relation {
            Relation::Equal => {}
            // "từ ngày 8 đến 27/6" copied as "từ ngày 15 đến 27/6": they overlap, and one of them was changed.
            Relation::Compatible(Why::Range)
                if pair.alike() >= SAME_WORDS && is_stretch(run, a) && is_stretch(run, b) =>
            {
                quarrels.push((pair, Slip::DifferentValue));
            }
            Relation::Compatible(why) => {
                // "ít nhất 34 người chết" on the first day is still true on the third, and yet no news. Nor is "19h" where
                // the text says "19h30 thay vì 19h".
                let news = match why {
                    Why::Bound => update((run, packs, times), a, b),
                    _ => told_as_changed(run, a, b),
                };
                overtaken.extend(news);
                fits = fits.or(Some(Reason::Fits(why, a, b)));
            }
            Relation::Incomparable if unresolved(a) || unresolved(b) => {
                open = open.or(Some(Reason::Incomparable(a, b)))
            }
            Relation::Incomparable => {
                incomparable = incomparable.or(Some(Reason::Incomparable(a, b)))
            }
            // Held together by others: what nobody can read does not speak against anything.
            Relation::Disjoint(_)
                if !pair.is_copied()
                    && is_unread(packs, run.stands[a].claim, run.stands[b].claim) => {}
            Relation::Disjoint(slip) => quarrels.push((pair, slip)),
        }
    }
    let (mut later, mut unexplained) = explained(run, packs, times, &side_of, quarrels);
    if let Some(news) = revisions(run, times, sides, &side_of, &unexplained) {
        later.extend(news);
        unexplained.clear();
    }
    if let Some((a, b, slip, evidence)) = firmest(run, packs, fact, &unexplained) {
        let aligned = evidence.aligned.is_some();
        // In a language that is not read a copied passage may well have been brought up to date.
        let open = if aligned {
            let unread = || is_unread(packs, run.stands[a].claim, run.stands[b].claim);
            let refreshed = || is_refreshed(run, a, b) && order_unknown((run, packs, times), a, b);
            !slip.is_of_the_pen() && (unread() || refreshed())
        } else {
            !is_slip_of_digits(run, slip, a) && order_unknown((run, packs, times), a, b)
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
    if let Some((pair, slip)) = unexplained.first() {
        return (
            Verdict::Conflict,
            Reason::Excludes(*slip, pair.a, pair.b),
            Confidence::High,
        );
    }
    later.extend(overtaken);
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

/// How much alike copied passages are, in thousandths, that only a hand could have told apart.
const SAME_WORDS: u16 = 700;

/// How the numbers of two bounds on the same side differ, where one passage is copied from the other and that is no news.
fn changed_bound(run: &Run<'_>, pair: &Meeting<'_>) -> Option<Slip> {
    if !pair.is_copied() {
        return None;
    }
    let bound = |claim: usize| stated(run.stands[claim].claim);
    let (mut left, mut right) = (bound(pair.a), bound(pair.b));
    if left.qualifier != right.qualifier {
        return None;
    }
    (left.qualifier, right.qualifier) = (Qualifier::Exact, Qualifier::Exact);
    match relate(left, right) {
        // The same digits in another order say it even where other words were changed.
        Relation::Disjoint(slip) if slip.is_of_the_pen() || pair.alike() >= SAME_WORDS => {
            Some(slip)
        }
        _ => None,
    }
}

/// Whether a claim tells where something begins and where it ends.
fn is_stretch(run: &Run<'_>, claim: usize) -> bool {
    match run.stands[claim].claim.value() {
        Value::Number(quantity) => quantity.low.is_some() && quantity.low < quantity.high,
        Value::Date(dates) => {
            matches!(dates.readings.as_slice(), [range] if range.start != range.end)
        }
        Value::Time(range) => range.start != range.end,
        Value::Duration { low, high } => low != high,
        _ => false,
    }
}

/// Of the pairs that exclude each other the one with the firmest evidence that they speak of the same thing.
fn firmest<'f>(
    run: &Run<'_>,
    packs: &Packs,
    fact: &'f Fact,
    quarrels: &[Quarrel<'f>],
) -> Option<(usize, usize, Slip, Cow<'f, Evidence>)> {
    // Of two that are about as firm the one that names a slip tells more.
    let firm = |slip: Slip, evidence: &Evidence| {
        let named = !matches!(slip, Slip::DifferentValue | Slip::BoundViolated);
        evidence.strength() + if named { 0.2 } else { 0.0 }
    };
    let mut best: Option<(usize, usize, Slip, Cow<'f, Evidence>)> = None;
    let mut most = f64::NEG_INFINITY;
    for &(Meeting { a, b, link }, slip) in quarrels {
        // Evidence without a copied passage never comes so far.
        if link.is_none() && most >= CERTAIN {
            continue;
        }
        let linked = link.map(|link| Cow::Borrowed(&link.evidence));
        let Some(evidence) = linked.or_else(|| {
            let (one, other) = (run.stands[a], run.stands[b]);
            weigh(run, packs, one, other, Setting::default()).map(Cow::Owned)
        }) else {
            continue;
        };
        let own = firm(slip, &evidence);
        if best.is_none() || own > most {
            most = own;
            best = Some((a, b, slip, evidence));
        }
    }
    best.or_else(|| {
        // Linked only through others: their own evidence is the weakest.
        let (pair, slip) = quarrels.first()?;
        let link = fact.links.last()?;
        Some((pair.a, pair.b, *slip, Cow::Borrowed(&link.evidence)))
    })
}

/// Firmness that only two claims at the same place of a copied passage have: shared words and a named slip come to 1.35.
const CERTAIN: f64 = 1.4;

fn confidence(evidence: &Evidence) -> Confidence {
    match evidence.aligned {
        Some(_) => Confidence::High,
        None if evidence.context >= 0.62 => Confidence::High,
        // Unless it is a slip of the pen, nothing but the lack of another figure says that they are one.
        None if evidence.slipped || evidence.person => Confidence::Medium,
        None if evidence.remaining && !evidence.slip => Confidence::Low,
        // A single figure of its kind in articles about one event, but hardly a word in common: worth a look, no more.
        None if evidence.tally && !evidence.slip && evidence.context < 0.15 => Confidence::Low,
        // Figures that differ as a slip makes them differ are hardly figures of two things.
        None if evidence.links(true) || evidence.slip || evidence.context >= 0.37 => {
            Confidence::Medium
        }
        None => Confidence::Low,
    }
}

/// Whether the figures differ as two spellings of one long figure do, which news that comes in hardly ever makes them: in labelled
/// articles 20 figures of three digits in another order were wrong and none was news.
pub(super) fn is_slip_of_digits(run: &Run<'_>, slip: Slip, a: usize) -> bool {
    let long = has_many_digits(run.stands[a].claim);
    match slip {
        Slip::MagnitudeSlip | Slip::SeparatorSlip => true,
        Slip::DigitSwap => long,
        _ => false,
    }
}
