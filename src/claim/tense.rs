//! The past day of what is told in the past: in March, "which began on September 15" is the September that is over.

use super::ahead::{YEARLY, in_other_year, movable};
use super::analysis::Analysis;
use crate::mention::{Mention, Reference};
use crate::pack::{Pack, Sense, View};
use crate::text::TokenKind;
use crate::value::{Calendar, PartialDate, Value};

/// Days ahead of the publication up to which a date is left where it is nearest: a slip of a day or a week is shown, and not
/// made a date of the year before.
const SOON: i64 = 31;

/// The value of a date without a year that lies ahead though its clause tells of the past: that of the year before. `None`
/// where the value stays.
pub(super) fn gone(
    pack: &Pack,
    view: &View<'_>,
    analysis: &Analysis,
    mention: &Mention,
    reference: &Reference,
) -> Option<Value> {
    let (start, end) = yearless(pack, view, mention)?;
    let ahead = reference
        .date()?
        .known_day()?
        .duration_until(start.days()?.0);
    if ahead.as_hours() / 24 <= SOON {
        return None;
    }
    // "khởi tố vụ án ngày 8/10" in August: the day and the month have changed places, and it is no day of last year.
    let day = reference.date()?.known_day()?;
    let swapped = match (start.unit, start == end) {
        (Calendar::Day(month, day_of_month), true)
            if view.digits(mention.tokens.1 - 1).is_some() =>
        {
            PartialDate::day(start.year, day_of_month, month)
        }
        _ => None,
    };
    let away = |date: PartialDate| Some(day.duration_until(date.known_day()?).as_hours() / 24);
    if swapped
        .and_then(away)
        .is_some_and(|days| (-SOON..=0).contains(&days))
    {
        return None;
    }
    tells_of_the_past(pack, view, analysis, mention.tokens)
        .then(|| in_other_year((start, end), -1))?
}

/// The first and the last day of a date that is told without its year. `None` for any other.
pub(super) fn yearless<'m>(
    pack: &Pack,
    view: &View<'_>,
    mention: &'m Mention,
) -> Option<(&'m PartialDate, &'m PartialDate)> {
    let (step, start, end) = movable(pack, mention)?;
    let open = step == YEARLY && !names_its_year(view, mention.tokens, [start, end]);
    open.then_some((start, end))
}

/// Whether one of the tokens is the year of the dates, in two digits or four.
fn names_its_year(view: &View<'_>, (from, to): (usize, usize), ends: [&PartialDate; 2]) -> bool {
    let mut small: Vec<u8> = Vec::new();
    for date in ends {
        match date.unit {
            Calendar::Day(month, day) => small.extend([month, day]),
            Calendar::Month(month) => small.push(month),
            _ => {}
        }
    }
    (from..to)
        .filter_map(|i| view.digits(i))
        .any(|digits| match digits.len() {
            4 => true,
            2 => digits
                .parse::<u8>()
                .is_ok_and(|number| !small.contains(&number)),
            _ => false,
        })
}

/// Whether the nearest word of tense before the date, or else behind it, is one of the past, and nothing in the clause tells a plan.
fn tells_of_the_past(
    pack: &Pack,
    view: &View<'_>,
    analysis: &Analysis,
    (start, end): (usize, usize),
) -> bool {
    let (from, to) = analysis.clause(start, view.tokens.len());
    let at = |list: &str, i: usize| pack.word_at(list, view, i).is_some();
    let planned = |i: usize| {
        let cue = pack.modalities.longest_at(view, i);
        cue.is_some_and(|(_, cue)| matches!(cue.says, Some(Sense::Planned | Sense::Possible)))
    };
    if pack.word_before("up-to", view, start).is_some() {
        return false;
    }
    // "would have come fifth at the games, held in May": told of what was named, and not planned with the rest.
    let by_the_way = |i: usize| i > from && view.sign(i - 1) == Some(',') && at("told-past", i);
    if (start.saturating_sub(2)..start).any(by_the_way) {
        return true;
    }
    if (from..start).any(|i| planned(i) || at("points-ahead", i)) {
        return false;
    }
    // "opened, it will close on October 12": what is told of the past is another thing, behind a word that joins it to a name.
    let aside = |i: usize| {
        let comma = (from..i).rev().find(|i| view.sign(*i) == Some(','));
        let closed = (i..start).any(|i| view.sign(i) == Some(','));
        closed && comma.is_some_and(|comma| at("relative", comma + 1))
    };
    let tense = |i: usize| {
        (view.tokens[i].kind == TokenKind::Word).then_some(())?;
        // "told to stop flights in July" says nothing of when; "managed to escape in July" does.
        if at("base-form", i) && pack.word_before("infinitive", view, i).is_some() {
            return Some(pack.word_before("told-past", view, i).is_some());
        }
        if at("told-past", i) {
            return Some(true);
        }
        at("told-present", i).then_some(false)
    };
    let before = (from..start).rev().filter(|i| !aside(*i)).find_map(tense);
    before
        .or_else(|| (end..to).find_map(tense))
        .unwrap_or(false)
}
