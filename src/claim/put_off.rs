//! By how many days something came earlier or later than was planned: "phà hoạt động từ 8/11, sớm hơn hai ngày so với dự kiến".

use super::Claim;
use super::read::Read;
use crate::mention::Kind;
use crate::value::{Calendar, Number, PartialDate, Period, ShiftUnit, Value, shift};

/// Most tokens between the days and the word for what was planned.
const NEAR: usize = 6;

/// Most days by which something is early or late.
const MOST: i16 = 400;

/// Notes of the `claims` of one sentence which days stand in for others that it does not name.
pub(super) fn tell_planned_days(claims: &mut [Claim], read: &Read<'_>) {
    for at in 1..claims.len() {
        let Some(by) = days_off(&claims[at], read) else {
            continue;
        };
        let mut before = claims[..at].iter().rev();
        let Some(told) = before.position(|claim| claim.mention.kind == Kind::Date) else {
            continue;
        };
        let new = &mut claims[at - 1 - told];
        if !new.report && new.revises.is_none() {
            new.early_by = Some(by);
        }
    }
}

/// How many days before the day that was told the planned one is; later is less than none.
fn days_off(claim: &Claim, read: &Read<'_>) -> Option<i16> {
    let days = days(&claim.mention.value)?;
    let (view, pack) = (read.view(), read.pack);
    let (start, end) = claim.mention.tokens;
    // "later" of "four days later than planned" may be read with the days.
    let behind = |list: &str| (start + 1..=end).any(|i| pack.word_at(list, &view, i).is_some());
    let said = |list: &str| pack.word_before(list, &view, start).is_some() || behind(list);
    let plan = |i: usize| {
        let word = |list: &str| pack.word_at(list, &view, i).is_some();
        word("expected") || word("plan")
    };
    let planned = (end..view.tokens.len().min(end + NEAR)).any(plan);
    match (said("earlier-by"), said("later-by")) {
        (true, false) if planned => Some(days),
        (false, true) if planned => Some(-days),
        _ => None,
    }
}

/// The days of a length of time in whole days or weeks.
fn days(value: &Value) -> Option<i16> {
    let Value::Duration {
        low: Some(low),
        high: Some(high),
    } = value
    else {
        return None;
    };
    let period: &Period = low;
    let whole = Period {
        weeks: period.weeks,
        days: period.days,
        ..Period::default()
    };
    if low != high || *period != whole {
        return None;
    }
    let days = period.days + period.weeks * Number::from_integer(7);
    let days = days.is_integer().then(|| days.to_integer())?;
    i16::try_from(days)
        .ok()
        .filter(|days| (1..=MOST).contains(days))
}

/// The day that was planned, of a claim that says by how many days it came earlier or later. `None` for a day of an unknown year.
pub(crate) fn planned_day(claim: &Claim) -> Option<Value> {
    let by = i32::from(claim.early_by?);
    let Value::Date(dates) = claim.value() else {
        return None;
    };
    let [range] = dates.readings.as_slice() else {
        return None;
    };
    let moved = |date: &PartialDate| {
        let day = matches!(date.unit, Calendar::Day(..));
        shift(date, ShiftUnit::Day, by).filter(|_| day)
    };
    let mut planned = dates.clone();
    planned.readings[0].start = Some(moved(range.start.as_ref()?)?);
    planned.readings[0].end = Some(moved(range.end.as_ref()?)?);
    Some(Value::Date(planned))
}
