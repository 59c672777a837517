//! The year of dates in an article that nobody dated, beside articles of one time.
//!
//! What such an article writes stays as it is, and so does the report: `XXXX-07-11`. Only where claims are held against each other the
//! date is taken for one of the time at which all others came out.

use jiff::civil::Date;

use super::against::Against;
use crate::claim::{Claim, SourceClaims};
use crate::source::Source;
use crate::value::{Calendar, PartialDate, Qualifier, Value, nearest_year};

/// Most days between the first and the last dated article of a run of which an undated one can be told to be of their time, and
/// between them and a date whose year goes without saying.
const SPAN: i32 = 120;

/// Days of the longest stretch that is one date.
const WEEK: i32 = 7;

/// Notes in the claims of articles without a date the year that goes without saying.
pub(super) fn assume(sources: &[Source], claims: &mut [SourceClaims]) {
    let Some(time) = time_of(sources) else {
        return;
    };
    for (source, of) in sources.iter().zip(claims) {
        if source.meta.published.is_none() {
            // The day of a report is its own.
            for claim in of.claims.iter_mut().filter(|claim| !claim.report) {
                claim.assumed = with_year(claim, &time).map(Box::new);
            }
        }
    }
}

/// The drought of 2016 and that of this year: two plain years further apart than anybody is who errs by one or two.
pub(super) fn other_years(a: &Claim, b: &Claim) -> Option<Against> {
    let year = |claim: &Claim| match claim.value() {
        Value::Date(dates) => dates.plain_year(),
        _ => None,
    };
    let (one, other) = (year(a)?, year(b)?);
    let apart = (one - other).abs() > NEAR_YEARS;
    apart.then(|| Against::OtherPeriod(one.to_string(), other.to_string()))
}

/// Years by which one who errs is off at the most.
const NEAR_YEARS: i32 = 3;

/// The day in the middle of those on which the articles came out; `None` where they did not come out at one time.
fn time_of(sources: &[Source]) -> Option<PartialDate> {
    let published = |source: &Source| {
        let published = source.meta.published.as_deref()?;
        PartialDate::parse(published)?.known_day()
    };
    let mut days: Vec<Date> = sources.iter().filter_map(published).collect();
    days.sort_unstable();
    let (first, last) = (*days.first()?, *days.last()?);
    let apart = last.since((jiff::Unit::Day, first)).ok()?.get_days();
    let middle = days.get(days.len() / 2)?;
    let unit = Calendar::Day(middle.month() as u8, middle.day() as u8);
    (apart <= SPAN).then(|| PartialDate::new(Some(i32::from(middle.year())), unit))?
}

/// The date of a claim in the year in which it lies nearest to `time`, where it has one reading and no year.
fn with_year(claim: &Claim, time: &PartialDate) -> Option<Value> {
    let Value::Date(dates) = &claim.mention.value else {
        return None;
    };
    let [range] = dates.readings.as_slice() else {
        return None;
    };
    let (start, end) = (range.start.as_ref()?, range.end.as_ref()?);
    if start.year.is_some() || end.year.is_some() {
        return None;
    }
    let dated = |date: &PartialDate| {
        let year = nearest_year(date.unit, time, None)?;
        Some(PartialDate {
            year: Some(year),
            ..date.clone()
        })
    };
    let (first, last) = (dated(start)?, dated(end)?);
    let mut assumed = dates.clone();
    let (from, to) = (first.days()?.0, last.days()?.1);
    let apart = from.since((jiff::Unit::Day, time.known_day()?)).ok()?;
    let length = to.since((jiff::Unit::Day, from)).ok()?.get_days();
    // "đầu tháng 11" may be many a day, and half a year away a day may be that of either year.
    let whole = matches!(
        start.unit,
        Calendar::Month(_) | Calendar::Quarter(_) | Calendar::Half(_)
    );
    let exact = claim.mention.qualifier == Qualifier::Exact;
    let one = start == end && whole && exact || (0..WEEK).contains(&length);
    if !one || apart.get_days().abs() > SPAN {
        return None;
    }
    let reading = assumed.readings.first_mut()?;
    (reading.start, reading.end) = (Some(first), Some(last));
    Some(Value::Date(assumed))
}
