//! Days and hours that the sentences of two figures tell: of another day is another figure.

use super::against::Against;
use super::comparable::is_coarse;
use super::evidence::stated;
use super::likeness::changes;
use super::stage::{days_behind, published, sentence_of};
use super::{Run, Stand};
use crate::claim::Claim;
use crate::mention::Kind;
use crate::pack::Packs;
use crate::source::BlockKind;
use crate::value::{Relation, Slip, Value, relate};

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
    let named = |claim: &Claim| claim.value().notation().unwrap_or_default();
    apart.then(|| Against::OtherPeriod(named(one), named(other)))
}

/// Seconds by which reports of one happening may well tell another hour.
const HOUR_APART: i64 = 30 * 60;

/// Two figures whose sentences tell each its own hour, far apart: of several quakes each has its strength.
pub(super) fn other_hour(
    run: &Run<'_>,
    packs: &Packs,
    a: Stand<'_>,
    b: Stand<'_>,
) -> Option<Against> {
    let told = matches!(
        a.claim.mention.kind,
        Kind::Count | Kind::Measure | Kind::Percent | Kind::Score
    );
    if !told || changes(packs, a.claim, b.claim) {
        return None;
    }
    let hours = |stand| {
        let of_sentence = sentence_of(run, stand);
        let hours = of_sentence.filter(|claim| claim.mention.kind == Kind::Time && !claim.as_of);
        hours.filter_map(|claim| match claim.value() {
            Value::Time(range) => Some((range.start.first_second(), claim)),
            _ => None,
        })
    };
    let ((_, one), (_, other)) = (hours(a).next()?, hours(b).next()?);
    let mut pairs = hours(a).flat_map(|(x, _)| hours(b).map(move |(y, _)| (x - y).abs()));
    let named = |claim: &Claim| claim.value().notation().unwrap_or_default();
    pairs
        .all(|apart| apart > HOUR_APART)
        .then(|| Against::OtherPeriod(named(one), named(other)))
}

/// Two figures whose sentences tell each its own days: the price of one day and that of another. Of what is counted up to now
/// a larger number is news.
pub(super) fn other_date(
    run: &Run<'_>,
    packs: &Packs,
    a: Stand<'_>,
    b: Stand<'_>,
) -> Option<Against> {
    if !may_be_daily(a.claim) || a.claim.running || b.claim.running {
        return None;
    }
    let counted = matches!(a.claim.mention.kind, Kind::Count | Kind::Ordinal);
    let (one, other) = days_of_both(run, a, b)?;
    let grows = counted || changes(packs, a.claim, b.claim);
    let news =
        grows && !(of_its_day(run, a, one) && of_its_day(run, b, other) && is_less(run, a, b));
    let named = |claim: &Claim| claim.value().notation().unwrap_or_default();
    (!news).then(|| Against::OtherPeriod(named(one), named(other)))
}

/// Whether each of two amounts is of the day that its sentence tells, the news of its article.
pub(crate) fn is_daily(run: &Run<'_>, a: Stand<'_>, b: Stand<'_>) -> bool {
    may_be_daily(a.claim)
        && days_of_both(run, a, b)
            .is_some_and(|(one, other)| of_its_day(run, a, one) && of_its_day(run, b, other))
}

/// Whether a figure is of a sort that may be told anew each day.
fn may_be_daily(claim: &Claim) -> bool {
    matches!(
        claim.mention.kind,
        Kind::Money | Kind::Measure | Kind::Percent | Kind::Count | Kind::Ordinal
    )
}

/// The days that the sentences of two figures of two articles tell, where none can be one with one of the other.
fn days_of_both<'r>(
    run: &'r Run<'_>,
    a: Stand<'_>,
    b: Stand<'_>,
) -> Option<(&'r Claim, &'r Claim)> {
    let (left, right) = (own_days(run, a), own_days(run, b));
    let (one, other) = (left.first()?, right.first()?);
    let apart = |x: &Claim, y: &Claim| {
        // A date in which day and month changed places is no other day.
        matches!(relate(stated(x), stated(y)), Relation::Disjoint(slip) if slip != Slip::DayMonthSwap)
    };
    let found = left.iter().all(|x| right.iter().all(|y| apart(x, y)));
    (found && a.source != b.source).then_some((*one, *other))
}

/// Days after which an article tells the figures of a day as its news.
const LATE: i32 = 2;

/// Whether the article that came out later tells the smaller of two figures.
fn is_less(run: &Run<'_>, a: Stand<'_>, b: Stand<'_>) -> bool {
    let days = published(run, a).zip(published(run, b));
    let sizes = a.claim.value().size().zip(b.claim.value().size());
    match (days, sizes) {
        (Some((day, other)), Some((one, two))) => day != other && (day < other) == (one > two),
        _ => false,
    }
}

/// Whether the article of `stand` came out on a day or right behind it.
fn of_its_day(run: &Run<'_>, stand: Stand<'_>, day: &Claim) -> bool {
    let behind = days_behind(
        run,
        Stand {
            claim: day,
            ..stand
        },
    );
    behind.is_some_and(|days| (0..=LATE).contains(&days))
}

/// The dates of the sentence of a claim that are not when somebody said it; where there are none, a day that the headline tells
/// as that of the whole article: "Thị trường 14/10".
fn own_days<'r>(run: &'r Run<'_>, stand: Stand<'_>) -> Vec<&'r Claim> {
    let mut found = days(run, stand);
    found.retain(|claim| !claim.report);
    if found.is_empty() {
        let article = &run.stands[run.of_source(stand.source)];
        // It opens the article.
        let headline = article
            .iter()
            .take_while(|other| other.claim.block == BlockKind::Title);
        let dated = headline.filter(|other| other.claim.mention.kind == Kind::Date);
        let daily = dated.filter(|other| of_its_day(run, stand, other.claim));
        found.extend(daily.map(|other| other.claim));
    }
    found
}

/// The dates of the sentence of a claim.
fn days<'r>(run: &'r Run<'_>, stand: Stand<'_>) -> Vec<&'r Claim> {
    sentence_of(run, stand)
        .filter(|claim| claim.mention.kind == Kind::Date && is_coarse(claim) == Some(false))
        .collect()
}
