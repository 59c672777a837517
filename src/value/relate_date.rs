//! How two dates relate.

use super::date_slip::{slip_between_days, slip_of_days};
use super::days::{day_number, days_after};
use super::stretch::{Clocks, Stretch};
use super::{Calendar, DateRange, Dates, PartialDate, Qualifier, Relation, Slip, Why};

/// The year put in for two dates that both lack theirs: a leap year, so that every day exists.
const ANY_YEAR: i32 = 2000;

/// A day of an unknown month may lie in any stretch as long as the longest month.
const LONGEST_MONTH: i64 = 31;

/// How two dates relate: the best that any of their readings allows. Symmetric.
pub(super) fn relate_dates(
    a: &Dates,
    qualifier_a: Qualifier,
    b: &Dates,
    qualifier_b: Qualifier,
) -> Relation {
    let mut judged = Vec::new();
    for (place_a, reading_a) in a.readings.iter().enumerate() {
        for (place_b, reading_b) in b.readings.iter().enumerate() {
            let relation = relate_readings((reading_a, qualifier_a), (reading_b, qualifier_b));
            judged.push((
                kindness(relation),
                place_a.max(place_b),
                place_a + place_b,
                relation,
            ));
        }
    }
    judged
        .into_iter()
        .min()
        .map_or(Relation::Incomparable, |(.., relation)| relation)
}

/// A reading that cannot be compared leaves open what the others exclude.
fn kindness(relation: Relation) -> u8 {
    match relation {
        Relation::Equal => 0,
        Relation::Compatible(_) => 1,
        Relation::Incomparable => 2,
        Relation::Disjoint(_) => 3,
    }
}

type Side<'a> = (&'a DateRange, Qualifier);

fn relate_readings(a: Side<'_>, b: Side<'_>) -> Relation {
    let (range_a, range_b) = (with_own_years(a.0), with_own_years(b.0));
    let (a, b) = ((&range_a, a.1), (&range_b, b.1));
    if a == b && a.0.start.as_ref().or(a.0.end.as_ref()).is_some() {
        return Relation::Equal;
    }
    match (weekday(a.0), weekday(b.0)) {
        (Some(x), Some(y)) if x != y => return Relation::Disjoint(Slip::DifferentValue),
        (Some(_), _) | (_, Some(_)) => return Relation::Incomparable,
        (None, None) => {}
    }
    match (day_numbers(a.0), day_numbers(b.0)) {
        (Some(x), Some(y)) => return relate_day_numbers(x, y),
        (Some(x), None) => return relate_day_number_to_dates(x, b),
        (None, Some(y)) => return relate_day_number_to_dates(y, a),
        (None, None) => {}
    }
    match (years(a.0), years(b.0)) {
        (Some(_), Some(_)) => relate_known(a, b),
        (None, None) => {
            best(near_years(&[ANY_YEAR], a.0, b.0).into_iter().map(|year| {
                relate_known((&in_year(a.0, ANY_YEAR), a.1), (&in_year(b.0, year), b.1))
            }))
        }
        (Some(known), None) => without_year(best(
            near_years(&known, b.0, b.0)
                .into_iter()
                .map(|year| relate_known(a, (&in_year(b.0, year), b.1))),
        )),
        (None, Some(known)) => without_year(best(
            near_years(&known, a.0, a.0)
                .into_iter()
                .map(|year| relate_known((&in_year(a.0, year), a.1), b)),
        )),
    }
}

/// Two dates whose years are known.
fn relate_known(a: Side<'_>, b: Side<'_>) -> Relation {
    let clocks = Clocks::of(a.0, b.0);
    let (Some(x), Some(y)) = (Stretch::of(a.0, a.1, clocks), Stretch::of(b.0, b.1, clocks)) else {
        return Relation::Incomparable;
    };
    if let Some(relation) = x.meet(&y) {
        let moved = clocks == Clocks::Zoned && zones(a.0) != zones(b.0);
        return if relation == Relation::Equal && moved {
            Relation::Compatible(Why::TimeZone)
        } else {
            relation
        };
    }
    // A day more or less may be a zone that one of the two does not name.
    if clocks == Clocks::Unknown && x.is_near(&y) {
        return Relation::Incomparable;
    }
    if x.is_bound() || y.is_bound() {
        return Relation::Disjoint(Slip::BoundViolated);
    }
    Relation::Disjoint(slip_between_days(a, b))
}

/// The first of the best relations.
fn best(relations: impl Iterator<Item = Relation>) -> Relation {
    relations
        .min_by_key(|relation| kindness(*relation))
        .unwrap_or(Relation::Incomparable)
}

fn without_year(relation: Relation) -> Relation {
    match relation {
        Relation::Equal | Relation::Compatible(_) => Relation::Compatible(Why::UnknownYear),
        other => other,
    }
}

/// Gives the one end that lacks a year that of the other end: "28/12-3/1/2024" starts in 2023.
fn with_own_years(range: &DateRange) -> DateRange {
    let (Some(start), Some(end)) = (&range.start, &range.end) else {
        return range.clone();
    };
    let order = |first: &PartialDate, last: &PartialDate| matches!((first.days(), last.days()), (Some(x), Some(y)) if x.0 <= y.1);
    match (start.year, end.year) {
        (None, Some(year)) => {
            let same = start.in_year(year);
            let start = if order(&same, end) {
                same
            } else {
                start.in_year(year.saturating_sub(1))
            };
            DateRange {
                start: Some(start),
                end: range.end.clone(),
            }
        }
        (Some(year), None) => {
            let same = end.in_year(year);
            let end = if order(start, &same) {
                same
            } else {
                end.in_year(year.saturating_add(1))
            };
            DateRange {
                start: range.start.clone(),
                end: Some(end),
            }
        }
        _ => range.clone(),
    }
}

/// The range with `year` for its start, and for its end that or the next.
fn in_year(range: &DateRange, year: i32) -> DateRange {
    let start = range.start.as_ref().map(|date| date.in_year(year));
    match (start, &range.end) {
        (Some(start), Some(_)) => with_own_years(&DateRange {
            start: Some(start),
            end: range.end.clone(),
        }),
        (start, end) => DateRange {
            start,
            end: end.as_ref().map(|date| date.in_year(year)),
        },
    }
}

/// The years to try for a range without one beside `known`; the year before too, where one of the two runs over New Year.
fn near_years(known: &[i32], a: &DateRange, b: &DateRange) -> Vec<i32> {
    let over = |range: &DateRange| {
        in_year(range, ANY_YEAR)
            .end
            .is_some_and(|date| date.year != Some(ANY_YEAR))
    };
    let mut years = known.to_vec();
    if over(a) || over(b) {
        years.extend(
            known
                .iter()
                .flat_map(|year| [year.saturating_sub(1), year.saturating_add(1)]),
        );
    }
    years
}

/// First and last year, when every end that is given has one. Seen from a decade or century its first and last.
fn years(range: &DateRange) -> Option<[i32; 2]> {
    let span = |date: &PartialDate| {
        let year = date.year?;
        Some(match date.unit {
            Calendar::Century => [year.saturating_add(1), year.saturating_add(100)],
            Calendar::Decade => [year, year.saturating_add(9)],
            Calendar::Season(4) => [year, year.saturating_add(1)],
            _ => [year, year],
        })
    };
    match (&range.start, &range.end) {
        (Some(start), Some(end)) => Some([span(start)?[0], span(end)?[1]]),
        (Some(date), None) | (None, Some(date)) => span(date),
        (None, None) => None,
    }
}

/// Minutes east of UTC at both ends.
fn zones(range: &DateRange) -> [Option<i16>; 2] {
    [&range.start, &range.end].map(|date| {
        date.as_ref()
            .and_then(|date| date.time)
            .and_then(|time| time.offset)
    })
}

fn weekday(range: &DateRange) -> Option<u8> {
    [&range.start, &range.end]
        .into_iter()
        .flatten()
        .find_map(|date| match date.unit {
            Calendar::Weekday(weekday) => Some(weekday),
            _ => None,
        })
}

/// First and last day of an unknown month.
fn day_numbers(range: &DateRange) -> Option<(u8, u8)> {
    let number = |date: &Option<PartialDate>| match date.as_ref().map(|date| date.unit) {
        Some(Calendar::DayOfMonth(day)) => Some(day),
        _ => None,
    };
    let (start, end) = (number(&range.start), number(&range.end));
    Some((start.or(end)?, end.or(start)?))
}

fn relate_day_numbers(a: (u8, u8), b: (u8, u8)) -> Relation {
    let single = |days: (u8, u8)| days.0 == days.1;
    match () {
        () if a == b => Relation::Compatible(Why::UnknownYear),
        () if a.0 <= b.1 && b.0 <= a.1 => Relation::Compatible(Why::Range),
        () if single(a) && single(b) => {
            Relation::Disjoint(slip_of_days(i32::from(a.0), i32::from(b.0)))
        }
        () if single(a) != single(b) => Relation::Disjoint(Slip::OutsidePeriod),
        () => Relation::Disjoint(Slip::DifferentValue),
    }
}

/// "ngày 11" beside a full date or a period.
fn relate_day_number_to_dates(days: (u8, u8), other: Side<'_>) -> Relation {
    let dated = if years(other.0).is_some() {
        other.0.clone()
    } else {
        in_year(other.0, ANY_YEAR)
    };
    let Some(covered) = dated.days(other.1) else {
        return Relation::Incomparable;
    };
    let (Some(first), Some(last)) = (covered.first, covered.last) else {
        return Relation::Compatible(Why::UnknownYear);
    };
    if Stretch::bounds(other.1) || day_number(last) - day_number(first) >= LONGEST_MONTH {
        return Relation::Compatible(Why::UnknownYear);
    }
    let numbers = || {
        (0..LONGEST_MONTH)
            .filter_map(|ahead| days_after(first, ahead))
            .take_while(|day| *day <= last)
    };
    let holds = numbers()
        .any(|day| u8::try_from(day.day()).is_ok_and(|day| (days.0..=days.1).contains(&day)));
    match other.0.as_single().map(|date| date.unit) {
        _ if holds => Relation::Compatible(Why::UnknownYear),
        Some(Calendar::Day(_, day)) if days.0 == days.1 => {
            Relation::Disjoint(slip_of_days(i32::from(days.0), i32::from(day)))
        }
        _ => Relation::Disjoint(Slip::OutsidePeriod),
    }
}
