//! Dates against the calendar, and an age against a year of birth.

use jiff::civil::Date;

use super::line::{Line, asserted, plain, quantity};
use super::{Breach, Check};
use crate::claim::Claim;
use crate::mention::Kind;
use crate::value::{Calendar, DateRange, Number, PartialDate, Value};

/// What the dates of a sentence break.
pub(super) fn breaches(line: &Line<'_>) -> Vec<Breach> {
    let mut found = Vec::new();
    for (at, (number, claim)) in line.claims.iter().enumerate() {
        if claim.foreign {
            continue;
        }
        if let Some(range) = single_reading(claim) {
            found.extend(weekday(line, claim, range).map(|check| Breach::new(check, [*number])));
            if ends_early(line, claim, range) {
                found.push(Breach::new(Check::EndBeforeStart, [*number]));
            }
        }
        found.extend(impossible(line, at));
        found.extend(age(line, at));
    }
    found
}

fn single_reading(claim: &Claim) -> Option<&DateRange> {
    match &claim.mention.value {
        Value::Date(dates) if dates.readings.len() == 1 => dates.readings.first(),
        _ => None,
    }
}

fn day_of(range: &DateRange) -> Option<Date> {
    range.as_single()?.known_day()
}

/// Days from the publication of the article within which the year of a date is beyond doubt.
const NEAR: i64 = 60;

/// "thứ Hai, ngày 14/5/2024": that day was a Tuesday.
fn weekday(line: &Line<'_>, claim: &Claim, range: &DateRange) -> Option<Check> {
    let day = day_of(range)?;
    let (start, end) = claim.mention.tokens;
    let named: Vec<u8> = (1..=7)
        .filter(|weekday| line.has(&format!("weekday-{weekday}"), start, end))
        .collect();
    let [said] = named.as_slice() else {
        return None;
    };
    let year = day.year().to_string();
    let written = (start..end).any(|i| line.digits(i) == Some(&year));
    let near = line
        .published
        .and_then(PartialDate::parse)
        .and_then(|date| date.known_day())
        .is_some_and(|published| (day.duration_since(published).as_hours() / 24).abs() <= NEAR);
    let is = u8::try_from(day.weekday().to_monday_one_offset()).ok()?;
    let other_calendar = line.has("lunar", start, end + 4);
    (*said != is && (written || near) && !other_calendar).then_some(Check::Weekday(is))
}

/// "từ ngày 15/7 đến ngày 12/7".
fn ends_early(line: &Line<'_>, claim: &Claim, range: &DateRange) -> bool {
    let (Some(start), Some(end)) = (&range.start, &range.end) else {
        return false;
    };
    let (from, to) = claim.mention.tokens;
    let written = |fits: fn(usize) -> bool| {
        let digits = (from..to).filter_map(|i| line.digits(i));
        digits.filter(|digits| fits(digits.len())).count()
    };
    match (start.unit, end.unit) {
        // "28 - 2/3" runs from one month into the next: the month must be written with both days, or in words.
        (Calendar::Day(month, first), Calendar::Day(other, last)) => {
            let months = matches!(written(|length| length < 3), 2 | 4);
            let years = written(|length| length == 4) == 2 && start.year > end.year;
            months && (years || start.year == end.year && month == other && first > last)
        }
        (Calendar::Year, Calendar::Year) => start.year > end.year && start.year > Some(0),
        _ => false,
    }
}

/// "30 tháng 2", "April 31": a number and a month side by side that make no day.
fn impossible(line: &Line<'_>, at: usize) -> Option<Breach> {
    let (number, month) = line.claims[at];
    let Calendar::Month(of) = single_reading(month)?.as_single()?.unit else {
        return None;
    };
    let year = single_reading(month)?.as_single()?.year;
    let (start, end) = month.mention.tokens;
    let beside = |other: usize| -> Option<(usize, u8)> {
        let (number, claim) = *line.claims.get(other)?;
        let (day, _) = plain(claim).filter(|_| claim.mention.kind == Kind::Count)?;
        let day = u8::try_from(*day.numer())
            .ok()
            .filter(|_| day.is_integer())?;
        (29..=31).contains(&day).then_some((number, day))
    };
    let before = at.checked_sub(1).and_then(|other| {
        let tokens = line.claims[other].1.mention.tokens;
        let dated = tokens.1 == start && line.follows("day-word", tokens.0);
        beside(other).filter(|_| dated)
    });
    let after = || {
        let claim = line.claims.get(at + 1)?.1;
        let tokens = claim.mention.tokens;
        let closed = tokens.1 >= line.end()
            || matches!(line.sign(tokens.1), Some(',' | '.' | ';' | ')'))
            || line.digits(tokens.1).is_some_and(|year| year.len() == 4);
        beside(at + 1).filter(|_| tokens.0 == end && closed && line.capital(start))
    };
    let (day_claim, day) = before.or_else(after)?;
    // The 29th of February is one every four years.
    let exists = PartialDate::day(year.filter(|_| day > 29), of, day).is_some();
    (!exists).then(|| Breach::new(Check::ImpossibleDate, [day_claim, number]))
}

/// "(sinh năm 1990, 45 tuổi)" in an article of 2024.
fn age(line: &Line<'_>, at: usize) -> Option<Breach> {
    let (number, born) = line.claims[at];
    let date = single_reading(born)?.as_single()?;
    let (Calendar::Year, Some(year)) = (date.unit, date.year) else {
        return None;
    };
    let (start, end) = born.mention.tokens;
    if !(line.follows("born", start) || line.word("born", start) > 0) {
        return None;
    }
    let published = PartialDate::parse(line.published?)?.year?;
    let said = |other: usize| -> Option<(usize, Number)> {
        let (number, claim) = *line.claims.get(other)?;
        let value = quantity(claim)?.as_single()?;
        let aged = line.word("aged", claim.mention.tokens.1);
        let (from, to) = claim.mention.tokens;
        let bare = line.sign(to) == Some(',')
            && from > 0
            && line.sign(from - 1) == Some(',')
            && line.capital(from.saturating_sub(2));
        let (first, last) = if other > at {
            (end, from)
        } else {
            (to + aged, start)
        };
        let beside = first <= last && line.only(first, last, &["born"], ",()", 0);
        // "14 tuổi đã đi làm" is the age at another time.
        let after = to + aged;
        let closed = after >= line.end() || line.sign(after).is_some();
        let kind = claim.mention.kind == Kind::Count && asserted(claim) && closed;
        (kind && beside && (aged > 0 || bare)).then_some((number, value))
    };
    let (age_claim, said) = said(at + 1).or_else(|| said(at.checked_sub(1)?))?;
    let age = Number::from_integer(i128::from(published - year));
    let apart = if said > age { said - age } else { age - said };
    // A year more by the count that starts at birth, a year less before the birthday.
    (apart > Number::from_integer(1)).then(|| Breach::new(Check::Age(age), [age_claim, number]))
}
