//! The coming day of a plan: "will meet on Friday" looks forward where "met on Friday" looks back.

use super::analysis::{Analysis, Mark};
use crate::mention::{Mention, Reference, months_later};
use crate::pack::schema::ConceptRole;
use crate::pack::{Pack, Sense, View};
use crate::value::{DateRange, Dates, PartialDate, ShiftUnit, Value, shift};

/// Days of a week.
const WEEK: i32 = 7;

/// `plan-ahead` of a weekday, which moves by a week.
const WEEKDAY: i64 = 1;

/// `plan-ahead` of days and months that may lack their year, by which they move.
pub(super) const YEARLY: i64 = 2;

/// `plan-ahead` of days without a month, which move by a month.
const MONTHLY: i64 = 3;

/// Days after which a day without a month, told in a plan, is no more taken for one just past.
const HALF_A_MONTH: i64 = 15;

/// Days after which a date without a year, told in a plan, is no more taken for one just past.
const PAST: i64 = 60;

/// The value of a date that its clause tells as planned: the first such weekday from the day of publication on, or the first such day
/// of a month or day or month of a year. `None` where the value stays. `report`: the date is that of saying it.
pub(super) fn coming(
    pack: &Pack,
    view: &View<'_>,
    analysis: &Analysis,
    mention: &Mention,
    report: bool,
    reference: &Reference,
) -> Option<Value> {
    let (step, start, end) = movable(pack, mention)?;
    let past = reference.date()?.known_day()?.duration_until(end.days()?.1);
    let past = -past.as_hours() / 24;
    let (from, to) = mention.tokens;
    let year_is_written =
        (from..to).any(|i| view.digits(i).is_some_and(|digits| digits.len() == 4));
    let moves = match step {
        WEEKDAY => past > 0,
        MONTHLY => past > HALF_A_MONTH,
        _ => past > PAST && !year_is_written,
    };
    let ahead = || step == WEEKDAY && timetabled(pack, view, analysis, from);
    let is = (report, step == WEEKDAY);
    if !moves || !planned(pack, view, analysis, (from, to), is) && !ahead() {
        return None;
    }
    let later = |date: &PartialDate| {
        let moved = match step {
            WEEKDAY => shift(date, ShiftUnit::Day, WEEK)?,
            MONTHLY => return months_later(date, 1),
            _ => return later_by(date, 1),
        };
        Some(PartialDate {
            time: date.time,
            ..moved
        })
    };
    Some(one_range(later(start)?, later(end)?))
}

/// How a date without a year is moved, as `plan-ahead` of its pattern says, and its first and its last day. `None` for a date that
/// stays where it is, and for one of several readings.
pub(super) fn movable<'m>(
    pack: &Pack,
    mention: &'m Mention,
) -> Option<(i64, &'m PartialDate, &'m PartialDate)> {
    let Value::Date(dates) = &mention.value else {
        return None;
    };
    let pattern = pack.pattern(mention.rules.first()?)?;
    let step = *pattern.set.get("plan-ahead")?;
    let [range] = dates.readings.as_slice() else {
        return None;
    };
    Some((step, range.start.as_ref()?, range.end.as_ref()?))
}

/// The range from one date to another, so many years later.
pub(super) fn in_other_year(
    (start, end): (&PartialDate, &PartialDate),
    years: i32,
) -> Option<Value> {
    Some(one_range(later_by(start, years)?, later_by(end, years)?))
}

fn later_by(date: &PartialDate, years: i32) -> Option<PartialDate> {
    let year = date.year?.checked_add(years)?;
    Some(PartialDate {
        year: Some(year),
        ..date.clone()
    })
}

pub(super) fn one_range(start: PartialDate, end: PartialDate) -> Value {
    Value::Date(Dates {
        readings: vec![DateRange {
            start: Some(start),
            end: Some(end),
        }],
    })
}

/// Whether a weekday is to come though no word of plan says so. "Talks open on Thursday": a present of what is to come stands right
/// before it, and nothing of the past, an article or another verb before that ("the shops did open on Thursday").
fn timetabled(pack: &Pack, view: &View<'_>, analysis: &Analysis, start: usize) -> bool {
    let (from, _) = analysis.clause(start, view.tokens.len());
    let before = |list: &str| before_hour(pack, view, (from, start), list);
    // "The talks have been put back to 5 a.m. on Thursday"
    if before("put-off-to").is_some() {
        return true;
    }
    let Some(verb) = before("timetable") else {
        return opens_the_day(pack, view, analysis, start);
    };
    // "The forum, opened by the minister, ends on Wednesday": what stands between commas is told of something else.
    let comma = |i: &usize| view.sign(*i) == Some(',');
    let aside = (verb > from && comma(&(verb - 1)))
        .then(|| (from..verb - 1).rev().find(comma))
        .flatten();
    let told_until = aside.unwrap_or(verb);
    let told = |list: &str| (from..told_until).any(|i| pack.word_at(list, view, i).is_some());
    let named = verb > from && (aside.is_some() || !analysis.stop[verb - 1]);
    named && !told("told-past") && !told("looks-back") && !told("told-present")
}

/// Where a word of `list` begins that stands right before the day, or before its hour: "Talks resume at 10 a.m. on Tuesday".
fn before_hour(
    pack: &Pack,
    view: &View<'_>,
    (from, start): (usize, usize),
    list: &str,
) -> Option<usize> {
    let mut before = start;
    while before > from {
        if let Some(at) = pack.word_before(list, view, before) {
            return Some(at);
        }
        let figure = view.digits(before - 1).is_some() || view.sign(before - 1).is_some();
        let word = pack.word_before("beside-hour", view, before);
        before = word.or(figure.then_some(before - 1))?;
    }
    None
}

/// "On Sunday the top seed meets the champion": the day opens its clause, and nothing in it is of the past.
fn opens_the_day(pack: &Pack, view: &View<'_>, analysis: &Analysis, start: usize) -> bool {
    let (from, to) = analysis.clause(start, view.tokens.len());
    let told = |list: &str| (from..to).any(|i| pack.word_at(list, view, i).is_some());
    start <= from + 1 && told("meets") && !told("told-past") && !told("looks-back")
}

/// Whether a word of plan stands before the date in its clause with nothing between that looks back ("after", "who was"), or behind a date that
/// opens the clause.
pub(super) fn planned(
    pack: &Pack,
    view: &View<'_>,
    analysis: &Analysis,
    (start, end): (usize, usize),
    (report, weekday): (bool, bool),
) -> bool {
    let (from, to) = analysis.clause(start, view.tokens.len());
    let mut told = None;
    let mut i = from;
    while i < to {
        let Some((length, cue)) = pack.modalities.longest_at(view, i) else {
            // "are to stay shut until Friday": the statement is no plan, and its day is still to come.
            let to_come = || pack.word_at("to-come", view, i);
            let length = weekday.then(to_come).flatten();
            told = length
                .map(|length| i + length)
                .filter(|behind| *behind <= start)
                .or(told);
            i += length.unwrap_or(1);
            continue;
        };
        match cue.says {
            Some(Sense::Planned) if i + length <= start => told = Some(i + length),
            Some(Sense::Planned) if i >= end && told.is_none() => {
                return start - from <= 2 && !report;
            }
            _ => {}
        }
        i += length;
    }
    let looks_back = |i: usize| pack.word_at("looks-back", view, i).is_some();
    // "will be late, the ministry confirmed on Wednesday": said on that day, and not planned for it.
    let said = |told: usize| {
        let reports = |mark: &&Mark| {
            mark.role == Some(ConceptRole::Report)
                && mark.start >= told
                && mark.end <= start
                && mark.end + 1 >= start
        };
        let verb = analysis.marks.iter().find(reports);
        verb.is_some_and(|verb| (told..verb.start).any(|i| view.sign(i) == Some(',')))
    };
    told.is_some_and(|told| !(told..start).any(looks_back) && !said(told))
}
