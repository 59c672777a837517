//! Times and dates that other claims of their sentences tell apart: what happened on another day, or at another stage.

use super::against::Against;
use super::dated::{other_date, other_hour};
use super::evidence::stated;
use super::likeness::{changes, common_traits, quoted};
use super::year::other_years;
use super::{Run, Stand};
use jiff::civil::Date;
use num_traits::CheckedSub;

use crate::claim::{Claim, Modality};
use crate::mention::Kind;
use crate::pack::Packs;
use crate::source::BlockKind;
use crate::value::{Number, PartialDate, Relation, Value, relate};

/// What the sentences of two figures that exclude each other say of when each holds.
pub(super) fn stages(
    run: &Run<'_>,
    packs: &Packs,
    a: Stand<'_>,
    b: Stand<'_>,
    slip: bool,
) -> impl Iterator<Item = Against> {
    let always = [
        other_stage(run, packs, a, b),
        own_days(run, a, b),
        other_cut_off(run, packs, a, b),
    ];
    // A slip of the pen is no figure of another day.
    let unless_slipped = || {
        [
            other_hour(run, packs, a, b),
            other_date(run, packs, a, b),
            other_member(run, a, b),
            other_years(a.claim, b.claim),
            part_of_sum(run, packs, a, b),
        ]
    };
    let more = (!slip).then(unless_slipped).into_iter().flatten();
    always.into_iter().chain(more).flatten()
}

/// Two figures whose sentences number what they tell of, one this and the other that: "Trận thứ 2 có độ lớn 3.3".
fn other_member(run: &Run<'_>, a: Stand<'_>, b: Stand<'_>) -> Option<Against> {
    let numbered = |stand| {
        let others = sentence_of(run, stand);
        others.filter(|claim| claim.mention.kind == Kind::Ordinal)
    };
    let row = |x: &Claim, y: &Claim| match (&x.noun, &y.noun) {
        (Some(one), Some(other)) => {
            one.words.first() == other.words.first()
                && matches!(relate(stated(x), stated(y)), Relation::Disjoint(_))
        }
        _ => false,
    };
    if a.claim.mention.kind == Kind::Ordinal {
        return None;
    }
    let (mut left, right) = (numbered(a), || numbered(b));
    let (one, other) = left.find_map(|x| right().find(|y| row(x, y)).map(|y| (x, y)))?;
    let named = |claim: &Claim| claim.value().notation().unwrap_or_default();
    Some(Against::OtherEntity(named(one), named(other)))
}

/// Sums below it come about by chance.
const SUM: i128 = 30;

/// One of two counts is the other less a count beside it: "175 passengers and six crew members", "181 people on board".
fn part_of_sum(run: &Run<'_>, packs: &Packs, a: Stand<'_>, b: Stand<'_>) -> Option<Against> {
    // Two more than yesterday are found beside any toll.
    if changes(packs, a.claim, b.claim) {
        return None;
    }
    let count = |claim: &Claim| match claim.value() {
        Value::Number(quantity) if claim.mention.kind == Kind::Count => quantity.as_single(),
        _ => None,
    };
    let (one, other) = (count(a.claim)?, count(b.claim)?);
    let (part, whole, less) = if one < other {
        (a, other, one)
    } else {
        (b, one, other)
    };
    let missing = whole.checked_sub(&less)?;
    let mut beside =
        sentence_of(run, part).filter(|claim| claim.mention.tokens != part.claim.mention.tokens);
    let told = whole >= Number::from_integer(SUM) && a.source != b.source;
    let found = told && beside.any(|claim| count(claim) == Some(missing));
    found.then_some(Against::PartOfWhole)
}

/// Two dates of one text whose sentences tell what changes with time: the days of its stages.
fn other_stage(run: &Run<'_>, packs: &Packs, a: Stand<'_>, b: Stand<'_>) -> Option<Against> {
    if a.claim.mention.kind != Kind::Date || a.source != b.source {
        return None;
    }
    let stage = |x: &Claim| {
        let mut others = sentence_of(run, b);
        others.any(|y| {
            x.mention.kind == y.mention.kind
                && changes(packs, x, y)
                && matches!(relate(stated(x), stated(y)), Relation::Disjoint(_))
        })
    };
    let found = a.claim.sentence_number != b.claim.sentence_number
        && sentence_of(run, a).any(|x| x.mention.kind != Kind::Date && stage(x));
    found.then_some(Against::OtherTime)
}

/// Two days of which each is the day of its own article, or the day before it: each tells the news of its day. So is a day
/// behind the article that is told as to come: which week it lies in is not known.
fn own_days(run: &Run<'_>, a: Stand<'_>, b: Stand<'_>) -> Option<Against> {
    if a.claim.mention.kind != Kind::Date || a.source == b.source {
        return None;
    }
    let past_plan = |stand: Stand<'_>, behind: Option<i32>| {
        stand.claim.modality == Modality::Planned && behind.is_some_and(|days| days > 0)
    };
    let (left, right) = (days_behind(run, a), days_behind(run, b));
    let own = |behind: Option<i32>| matches!(behind, Some(0 | 1));
    let another = published(run, a) != published(run, b) && left == right;
    // "Chiều 20/9, ban chỉ huy cho hay": nothing of that day is what an article of the 15th tells as past.
    let unknown = |day, told| {
        let first = day_of(day).map(|(first, _)| first);
        first
            .zip(published(run, told))
            .is_some_and(|(day, out)| day > out)
    };
    let over = |behind: Option<i32>| behind.is_some_and(|days| days >= 0);
    let later = own(left) && over(right) && unknown(a.claim, b)
        || own(right) && over(left) && unknown(b.claim, a);
    let found =
        later || own(left) && own(right) && another || past_plan(a, left) || past_plan(b, right);
    found.then_some(Against::OtherDay)
}

/// Two times up to which each article knows the figures beside it: every report has its own.
fn other_cut_off(run: &Run<'_>, packs: &Packs, a: Stand<'_>, b: Stand<'_>) -> Option<Against> {
    let runs = |stand: Stand<'_>| {
        stand.claim.cut_off && sentence_of(run, stand).any(|claim| changes(packs, claim, claim))
            || stand.claim.mention.kind == Kind::Time && beside_prices(run, packs, stand)
    };
    // "27% contained as of 8 p.m.", "55% contained as of 6:20 a.m.": of two fires.
    let known = |claim: &Claim| claim.as_of || claim.cut_off;
    let twice = a.source == b.source && known(a.claim) && known(b.claim);
    (twice || a.source != b.source && runs(a) && runs(b)).then_some(Against::CutOff)
}

/// Two amounts beside prices of the market, which is another at every hour: "142,5 triệu đồng/lượng, tăng 1,9 triệu đồng".
pub(super) fn other_quote(
    run: &Run<'_>,
    packs: &Packs,
    a: Stand<'_>,
    b: Stand<'_>,
) -> Option<Against> {
    let beside = |stand: Stand<'_>| {
        stand.claim.mention.kind == Kind::Money && beside_prices(run, packs, stand)
    };
    (a.source != b.source && beside(a) && beside(b)).then_some(Against::OtherTime)
}

/// Whether the sentence of a claim tells a price of the market.
fn beside_prices(run: &Run<'_>, packs: &Packs, stand: Stand<'_>) -> bool {
    sentence_of(run, stand)
        .any(|claim| claim.mention.kind == Kind::Money && quoted(packs, claim, claim))
}

/// Whether one of two figures is told as it stood so far and the article that was published later tells the larger one.
pub(super) fn grew(run: &Run<'_>, a: Stand<'_>, b: Stand<'_>) -> bool {
    let running = a.claim.running || b.claim.running;
    let asserted = |stand: Stand<'_>| stand.claim.modality == Modality::Asserted;
    if !running || !asserted(a) || !asserted(b) || a.source == b.source {
        return false;
    }
    let counted = matches!(a.claim.mention.kind, Kind::Count | Kind::Money);
    counted && is_later(run, a, b)
}

/// Whether of two figures that grow as news comes in the article that was published later tells the larger one.
pub(super) fn rose(run: &Run<'_>, packs: &Packs, a: Stand<'_>, b: Stand<'_>) -> bool {
    let evolves = common_traits(packs, a.claim, b.claim).any(|traits| traits.evolves);
    let asserted = |stand: Stand<'_>| stand.claim.modality == Modality::Asserted;
    evolves && asserted(a) && asserted(b) && a.source != b.source && is_later(run, a, b)
}

/// Whether the article that came later tells the larger of two figures. Of two of one day it may be either.
fn is_later(run: &Run<'_>, a: Stand<'_>, b: Stand<'_>) -> bool {
    let size = |stand: Stand<'_>| stand.claim.value().size();
    let day = |stand: Stand<'_>, other: Stand<'_>| {
        let year = || published(run, other).map(|day| day.year());
        published(run, stand).or_else(|| known_until(run, stand, year()))
    };
    let (Some(one), Some(other)) = (size(a), size(b)) else {
        return false;
    };
    match (day(a, b), day(b, a)) {
        (Some(first), Some(second)) => first == second || (first < second) == (one < other),
        _ => false,
    }
}

/// The first day up to which an article says that it knows its figures, or on which its opening lets somebody tell them; a day
/// without a year is taken for one of `year`.
fn known_until(run: &Run<'_>, stand: Stand<'_>, year: Option<i16>) -> Option<Date> {
    let claims = run
        .of_source(stand.source)
        .map(|number| run.stands[number].claim);
    let mut dated = claims.filter(|claim| claim.mention.kind == Kind::Date);
    let tells = |claim: &Claim| claim.cut_off || claim.report && claim.sentence_number < OPENING;
    let day = |claim: &Claim| {
        let Value::Date(dates) = claim.value() else {
            return None;
        };
        let end = dates.readings.first()?.end.clone()?;
        let year = end.year.or(year.map(i32::from));
        let (first, last) = PartialDate { year, ..end }.days()?;
        (first == last || claim.cut_off).then_some(last)
    };
    dated.find_map(|claim| tells(claim).then(|| day(claim)).flatten())
}

/// Sentences of an article in which a day of telling is that of the article.
const OPENING: usize = 4;

/// Days before its article after which a dated toll is that of another event.
const PAST: i32 = 60;

/// One is a figure of an event long before its article, and the other sentence does not date it so: "Năm 2023, một vụ cháy
/// khác làm 56 người chết".
pub(super) fn other_event(run: &Run<'_>, a: Stand<'_>, b: Stand<'_>) -> Option<Against> {
    [(a, b), (b, a)].into_iter().find_map(|(one, other)| {
        let published = published(run, one)?;
        let dated = |stand| {
            let of_sentence = sentence_of(run, stand);
            of_sentence.filter(|claim| {
                claim.mention.kind == Kind::Date && !(claim.as_of || claim.comparison)
            })
        };
        let past = |claim: &Claim| {
            let (_, last) = day_of(claim)?;
            let apart = published.since((jiff::Unit::Day, last)).ok()?;
            Some(apart.get_days() > PAST)
        };
        let mut known = dated(one).map(past).peekable();
        known.peek()?;
        if !known.all(|past| past == Some(true)) {
            return None;
        }
        let same = |x: &Claim| {
            dated(other).any(|y| !matches!(relate(stated(x), stated(y)), Relation::Disjoint(_)))
        };
        let first = dated(one).next()?;
        let named = first.value().notation().unwrap_or_default();
        (!dated(one).any(same)).then(|| Against::OtherPeriod(named, published.to_string()))
    })
}

/// First and last day of a date with a year.
fn day_of(claim: &Claim) -> Option<(Date, Date)> {
    let Value::Date(dates) = claim.value() else {
        return None;
    };
    let range = dates.readings.first()?;
    Some((
        range.start.as_ref()?.days()?.0,
        range.end.as_ref()?.days()?.1,
    ))
}

/// Two articles that came out months apart and do not speak of much in common: each tells of an event of its own.
pub(super) fn other_season(run: &Run<'_>, a: Stand<'_>, b: Stand<'_>) -> Option<Against> {
    let (one, other) = (published(run, a)?, published(run, b)?);
    let apart = one.since((jiff::Unit::Day, other)).ok()?.get_days().abs();
    (apart > PAST).then(|| Against::OtherPeriod(one.to_string(), other.to_string()))
}

/// Whether one text tells both where it tells its story: its headline, a caption and what points back are written to say the
/// same, anything else that differs is of two things as a rule.
pub(super) fn in_one_text(a: Stand<'_>, b: Stand<'_>) -> bool {
    let retold = |claim: &Claim| {
        claim.anaphor || matches!(claim.block, BlockKind::Title | BlockKind::Caption)
    };
    a.source == b.source && !retold(a.claim) && !retold(b.claim)
}

/// The day of publication of the article of a claim.
pub(crate) fn published(run: &Run<'_>, stand: Stand<'_>) -> Option<Date> {
    let published = run.sources[stand.source].meta.published.as_deref()?;
    PartialDate::parse(published)?.known_day()
}

/// Whether a date is that of the report itself: the day on which its article came out.
pub(super) fn is_own_day(run: &Run<'_>, stand: Stand<'_>) -> bool {
    stand.claim.report && days_behind(run, stand) == Some(0)
}

/// How many days a day lies before that on which its article came out; less than none for one to come.
pub(super) fn days_behind(run: &Run<'_>, stand: Stand<'_>) -> Option<i32> {
    let (day, last) = day_of(stand.claim)?;
    let apart = published(run, stand)?.since((jiff::Unit::Day, last)).ok()?;
    (day == last).then_some(apart.get_days())
}

/// The claims of the sentence of a claim.
pub(super) fn sentence_of<'r>(
    run: &'r Run<'_>,
    stand: Stand<'_>,
) -> impl Iterator<Item = &'r Claim> {
    let sentence = stand.claim.sentence_number;
    let article = &run.stands[run.of_source(stand.source)];
    // Claims stand in the order of their sentences.
    let first = article.partition_point(|other| other.claim.sentence_number < sentence);
    article[first..]
        .iter()
        .map(|other| other.claim)
        .take_while(move |claim| claim.sentence_number == sentence)
}
