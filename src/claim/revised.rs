//! Which figure of a sentence stands in for which: "thông xe ngày 5/10 thay vì 3/10", "1,285 delegates, well above the 1,000 they had
//! prepared for", "nâng kế hoạch năm từ 10.500 tỷ lên 11.000 tỷ đồng".

use std::ops::Range;

use super::read::Read;
use super::standing::told_figure;
use super::{Claim, Modality};
use crate::mention::{Kind, Role};
use crate::value::{Calendar, Number, PartialDate, Qualifier, Value};

/// Most tokens between words that say that a figure is given up, and the figure.
const NEAR: usize = 4;

/// Most tokens between words that say what was planned or thought, and the figure.
const THOUGHT: usize = 12;

/// Most tokens between words of comparison and a figure that was only expected.
const FURTHER: usize = 7;

/// Most tokens behind a figure in which words say that it was only expected.
const BEHIND: usize = 6;

/// Most tokens between what is planned and the figures between which it goes.
const PLAN: usize = 14;

/// Most tokens between a word for moving something to another time and the times.
const MOVED: usize = 30;

/// How many times a figure may be what was expected.
const TIMES: i128 = 4;

/// Notes of the `claims` of one sentence which of them replaces which, and which is news no more by what the sentence says.
///
/// `before` are those of the sentences before it: "Con số này nhỉnh hơn mức 405 triệu USD ước tính hồi đầu tháng" speaks of one of them.
pub(super) fn revise(before: &mut [Claim], claims: &mut [Claim], read: &Read<'_>) {
    for at in 0..claims.len() {
        go_on(claims, at, read);
    }
    move_on(before, claims, read);
    for at in 0..claims.len() {
        let Some(given_up) = given_up(claims, at, read) else {
            continue;
        };
        let old = u32::try_from(claims[at].mention.core.start).ok();
        let Some(new) = replacing(claims, at, given_up, read) else {
            if let Some(told) = told_before(before, &claims[at], read) {
                told.revises = old;
                claims[at].overtaken |= given_up != GivenUp::Compared;
            }
            continue;
        };
        claims[new].revises = old;
        if given_up != GivenUp::Compared {
            let old = &mut claims[at];
            old.overtaken = true;
            // "ít hơn 11 dự thảo ban đầu": there were eleven.
            if matches!(
                old.mention.qualifier,
                Qualifier::MoreThan | Qualifier::LessThan
            ) {
                old.mention.qualifier = Qualifier::Exact;
            }
        }
        if matches!(claims[at].mention.kind, Kind::Date | Kind::Time)
            && given_up != GivenUp::Compared
        {
            (claims[at].mention.role, claims[new].mention.role) = (Role::From, Role::To);
        }
    }
}

/// "The port had hoped to reopen on 26 February. That has slipped to 3 March": the day to which something is moved stands in for the one that was
/// planned in the sentence before.
fn move_on(before: &mut [Claim], claims: &mut [Claim], read: &Read<'_>) {
    let (view, pack) = (read.view(), read.pack);
    let timed = |claim: &&mut Claim| matches!(claim.mention.kind, Kind::Date | Kind::Time);
    let mut own = claims.iter_mut().filter(timed);
    let (Some(new), None) = (own.next(), own.next()) else {
        return;
    };
    let start = new.mention.tokens.0;
    let moved =
        || (start.saturating_sub(NEAR)..start).any(|i| pack.word_at("moved", &view, i).is_some());
    if pack.word_before("onto", &view, start).is_none() || !moved() {
        return;
    }
    let mut told = before
        .iter_mut()
        .rev()
        .take_while(|claim| claim.sentence_number + 1 >= new.sentence_number)
        .filter(|claim| claim.mention.kind == new.mention.kind && !claim.report);
    if let Some(old) = told.next()
        && old.modality == Modality::Planned
        && old.mention.value != new.mention.value
    {
        old.overtaken = true;
        new.revises = u32::try_from(old.mention.core.start).ok();
    }
}

/// Gives two figures of a change their roles where other words stand between: "nâng từ 15 triệu đồng công bố hôm qua lên 20 triệu
/// đồng".
fn go_on(claims: &mut [Claim], at: usize, read: &Read<'_>) {
    let (view, pack) = (read.view(), read.pack);
    let led_by = |list: &str, claim: &Claim| {
        let start = claim.mention.tokens.0;
        pack.word_before(list, &view, start).is_some()
    };
    let old = &claims[at];
    if !old.is_united() || old.mention.role != Role::Is || !led_by("from", old) {
        return;
    }
    let alike = |claim: &Claim| claim.mention.kind == old.mention.kind;
    let Some(next) = claims[at + 1..].iter().position(alike) else {
        return;
    };
    let new = &claims[at + 1 + next];
    let close = new.mention.tokens.0 <= old.mention.tokens.1 + THOUGHT;
    if close
        && new.mention.role == Role::Is
        && new.dimension() == old.dimension()
        && led_by("onto", new)
    {
        claims[at].mention.role = Role::From;
        claims[at + 1 + next].mention.role = Role::To;
    }
}

/// The figure of the sentence before that a sentence goes on to speak of: "Con số này", "the figure".
fn told_before<'c>(before: &'c mut [Claim], old: &Claim, read: &Read<'_>) -> Option<&'c mut Claim> {
    let start = old.mention.tokens.0;
    if !told_figure(read.pack, &read.view(), (0, start)) {
        return None;
    }
    let own = old.sentence_number;
    let first = before.partition_point(|claim| claim.sentence_number + 1 < own);
    let mut last = before[first..].iter_mut();
    last.find(|claim| {
        claim.mention.kind == old.mention.kind
            && claim.dimension() == old.dimension()
            && claim.mention.role != Role::From
            && !claim.comparison
            && claim.mention.value != old.mention.value
    })
}

/// How a sentence tells that a figure gives way to another of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum GivenUp {
    /// The sentence says that it no longer holds.
    Said,
    /// It was planned or thought, says the sentence, and then what came of it.
    Planned,
    /// The other is compared with it, or comes from it; another article may tell that it was the news before.
    Compared,
}

fn given_up(claims: &[Claim], at: usize, read: &Read<'_>) -> Option<GivenUp> {
    let (view, pack) = (read.view(), read.pack);
    let old = &claims[at];
    let (start, end) = old.mention.tokens;
    let words =
        |list: &str, mut range: Range<usize>| range.any(|i| pack.word_at(list, &view, i).is_some());
    // Another figure between the words and this one is the one that they speak of.
    let before = claims[..at].iter().map(|other| other.mention.tokens.1);
    let first = before.max().unwrap_or(0);
    // "hơn ước tính 10 ngày": a hedge is part of the phrase.
    let near = |reach: usize| start.saturating_sub(reach).max(first)..end;
    if moves(claims, at, read) {
        return Some(GivenUp::Said);
    }
    if was_planned(claims, at, read) {
        return Some(GivenUp::Planned);
    }
    let instead = words("instead", near(NEAR));
    // When something is, it is once; what is paid changes.
    if instead && matches!(old.mention.kind, Kind::Date | Kind::Time) {
        return Some(GivenUp::Said);
    }
    // "24 from attacks, three from blocks": where points come from is no comparison.
    let opening = start.saturating_sub(NEAR)..start;
    let comes_from = words("from", opening.clone()) && !words("change-from", opening);
    // "lâu hơn ước tính 10 ngày", "well above the 1,000 they had prepared for"
    let other_than = words("other-than", near(FURTHER));
    // "worth 17.2 billion yen when it was approved in 2021, had swollen to 18.4 billion"
    let leads_on = old.is_united() && {
        let alike = |claim: &&Claim| claim.mention.kind == old.mention.kind;
        let next = claims[at + 1..].iter().find(alike);
        next.is_some_and(|next| {
            let start = next.mention.tokens.0;
            next.dimension() == old.dimension() && pack.word_before("onto", &view, start).is_some()
        })
    };
    let told = old.comparison && !comes_from || old.mention.role == Role::From;
    let compared = told || instead || other_than;
    if !(compared || leads_on) {
        return None;
    }
    let next = claims.get(at + 1).map(|other| other.mention.tokens.0);
    let sentence = view.tokens.len();
    let stop = |i: &usize| matches!(view.sign(*i), Some(',' | ';' | ':' | '.'));
    let behind = end..sentence.min(end + BEHIND).min(next.unwrap_or(sentence));
    let behind = behind.start..behind.clone().find(stop).unwrap_or(behind.end);
    let plan = || {
        let from = claims[..at]
            .iter()
            .rfind(|other| other.mention.role == Role::To);
        let start = from.map_or(start, |reached| reached.mention.tokens.0);
        let reach = (start.saturating_sub(PLAN)..start).rev();
        let opening = reach.take_while(|i| !stop(i)).last().unwrap_or(start)..start;
        old.mention.role == Role::From && words("plan", opening)
    };
    let guessed = compared && words("expected", near(NEAR));
    if guessed || words("expected", behind.clone()) || plan() {
        return Some(GivenUp::Said);
    }
    // "against 121,600 in 2025" compares two years, "from 16 % to 8 %" two tariffs, "17 the previous evening" the news of two days.
    let mut theme = old.frame.theme.iter();
    let counts_on = old.mention.role == Role::From || theme.any(|id| pack.traits(id).evolves);
    let of_the_day = match old.mention.kind {
        Kind::Count => counts_on,
        // "từ mức 3 lên mức 4", "từ 4 lên 6 km"
        Kind::Measure | Kind::Ordinal if old.mention.role == Role::From => true,
        // "so với 68 tỷ vào 13/7"
        _ => words("day-before", behind) || of_a_day(claims, at),
    };
    let compares = told || instead;
    (compares && of_the_day && !of_a_period(claims, at)).then_some(GivenUp::Compared)
}

/// Whether words before a figure say that it was planned or thought, and others what came of it: "vốn hẹn tháng 12/2024, phải lùi
/// đến 18/2/2025", "had expected relief by June 20, now say the heat will persist until June 22".
fn was_planned(claims: &[Claim], at: usize, read: &Read<'_>) -> bool {
    let (view, pack) = (read.view(), read.pack);
    let old = &claims[at];
    let start = old.mention.tokens.0;
    let words =
        |list: &str, mut range: Range<usize>| range.any(|i| pack.word_at(list, &view, i).is_some());
    let alike = |claim: &&Claim| claim.mention.kind == old.mention.kind;
    let before = claims[..at].iter().rfind(alike);
    let first = before.map_or(0, |claim| claim.mention.tokens.1);
    if !words(
        "was-planned",
        start.saturating_sub(THOUGHT).max(first)..start,
    ) {
        return false;
    }
    let next = claims[at + 1..].iter().find(alike);
    let turns = |next: &Claim| {
        let between = old.mention.tokens.1..next.mention.tokens.0;
        words("moved", between.clone()) || words("by-now", between)
    };
    // "now expect it in 2028; they had previously spoken of 2029"
    let known = |claim: &Claim| {
        let opening = claim.mention.tokens.0.saturating_sub(THOUGHT)..claim.mention.tokens.0;
        words("by-now", opening)
    };
    next.is_some_and(turns) || before.is_some_and(known)
}

/// Whether a figure is that of a year or of another long stretch of time that stands right behind it.
fn of_a_period(claims: &[Claim], at: usize) -> bool {
    date_behind(claims, at, |date| !is_short(date))
}

/// Whether a day or a week stands right behind a figure.
fn of_a_day(claims: &[Claim], at: usize) -> bool {
    date_behind(claims, at, is_short)
}

fn is_short(date: &PartialDate) -> bool {
    matches!(date.unit, Calendar::Day(..) | Calendar::Week(..))
}

/// Whether a date that begins with such a one stands right behind a figure.
fn date_behind(claims: &[Claim], at: usize, begins: impl Fn(&PartialDate) -> bool) -> bool {
    let end = claims[at].mention.tokens.1;
    let next = claims
        .get(at + 1)
        .filter(|next| next.mention.tokens.0 <= end + NEAR);
    match next.map(|next| &next.mention.value) {
        Some(Value::Date(dates)) => dates
            .readings
            .iter()
            .any(|range| range.start.as_ref().is_some_and(&begins)),
        _ => false,
    }
}

/// Whether a date or a clock time is the one from which something is moved to another: "lùi từ 3/10 sang 5/10", "moved to
/// September 25 from September 18".
fn moves(claims: &[Claim], at: usize, read: &Read<'_>) -> bool {
    let (view, pack) = (read.view(), read.pack);
    let old = &claims[at];
    if !matches!(old.mention.kind, Kind::Date | Kind::Time) {
        return false;
    }
    let start = old.mention.tokens.0;
    if pack.word_before("from", &view, start).is_none() {
        return false;
    }
    let onto = |claim: &Claim| claim.mention.kind == old.mention.kind && leads_to(claim, read);
    let beside = [at.checked_sub(1), Some(at + 1)];
    let target = beside
        .into_iter()
        .flatten()
        .find(|i| claims.get(*i).is_some_and(onto));
    target.is_some_and(|target| {
        let first = start.min(claims[target].mention.tokens.0);
        (first.saturating_sub(MOVED)..first).any(|i| pack.word_at("moved", &view, i).is_some())
    })
}

/// The claim that stands in for the one `at`: the nearest of its kind before it, else behind it.
fn replacing(claims: &[Claim], at: usize, given_up: GivenUp, read: &Read<'_>) -> Option<usize> {
    let old = &claims[at];
    let may_replace = |claim: &Claim| {
        claim.mention.kind == old.mention.kind
            && claim.dimension() == old.dimension()
            && one_thing(claim, old)
            && !claim.overtaken
            && claim.mention.role != Role::From
            && claim.modality != Modality::Denied
            && claim.mention.value != old.mention.value
            && comparable(&claim.mention.value, &old.mention.value)
    };
    let fits = |claim: &Claim| may_replace(claim) && !claim.comparison;
    let before = || claims[..at].iter().rposition(fits);
    let behind = || {
        let found = claims[at + 1..].iter().position(fits)?;
        Some(at + 1 + found)
    };
    // "từ 10.500 tỷ lên 11.000 tỷ": what the change leads to, whatever else it is compared with.
    if old.mention.role == Role::From {
        let reached = |claim: &Claim| claim.mention.role == Role::To && may_replace(claim);
        let found = claims[at + 1..].iter().position(reached);
        if let Some(next) = found {
            return Some(at + 1 + next);
        }
    }
    // "On 13 October the union moved the strike from 14 October to 21 October"
    if moves(claims, at, read) {
        let led_to = |claim: &Claim| leads_to(claim, read) && fits(claim);
        let found = claims[at + 1..].iter().position(led_to);
        if let Some(next) = found {
            return Some(at + 1 + next);
        }
    }
    match given_up {
        GivenUp::Said => before().or_else(behind),
        GivenUp::Planned => behind().or_else(before),
        GivenUp::Compared => before(),
    }
}

/// Whether words lead on to a figure: "lên", "sang", "to".
fn leads_to(claim: &Claim, read: &Read<'_>) -> bool {
    let start = claim.mention.tokens.0;
    read.pack.word_before("onto", &read.view(), start).is_some()
}

/// Whether one figure may have been expected where the other came out: "cao hơn dự báo ba độ" tells by how much 27 degrees were more.
fn comparable(new: &Value, old: &Value) -> bool {
    let (Some(new), Some(old)) = (new.size(), old.size()) else {
        return true;
    };
    let most = Number::from_integer(TIMES);
    old <= new * most && new <= old * most
}

/// Whether the two counts are not known to be of two things.
fn one_thing(claim: &Claim, old: &Claim) -> bool {
    match (&claim.noun, &old.noun) {
        (Some(one), Some(other)) if claim.mention.kind == Kind::Count => {
            let concept = one.concept.is_some() && one.concept == other.concept;
            concept
                || one.words.first() == other.words.first()
                || one.concept.is_none()
                || other.concept.is_none()
        }
        _ => true,
    }
}
