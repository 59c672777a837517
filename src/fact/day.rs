//! What days and years say for and against one fact.

use crate::claim::Claim;
use crate::value::{Relation, Slip, Value};

/// Whether two dates are days that follow each other.
pub(super) fn within_a_day(a: &Claim, b: &Claim) -> bool {
    let day = |claim: &Claim| match &claim.mention.value {
        Value::Date(dates) => dates.readings.first()?.start.as_ref()?.days(),
        _ => None,
    };
    match (day(a), day(b)) {
        (Some((one, end)), Some((other, last))) => {
            let apart = one.until(other).map_or(0, |span| span.get_days().abs());
            one == end && other == last && apart == 1
        }
        _ => false,
    }
}

/// Whether a date without a year can be taken for one in the year that the other gives: the articles speak of one event,
/// and so do the sentences. Two dates without a year look alike and no more.
pub(super) fn same_year(a: &Claim, b: &Claim, relation: Relation, closeness: Closeness) -> bool {
    let swapped = relation == Relation::Disjoint(Slip::DayMonthSwap);
    let (articles, sentences) = if swapped { (0.25, 0.15) } else { (0.4, 0.15) };
    no_year(a) != no_year(b)
        && closeness.articles >= articles
        && closeness.sentences >= sentences
        && (swapped || !matches!(relation, Relation::Disjoint(_)))
}

/// How much two articles, and two sentences in them, speak of the same, 0 to 1.
#[derive(Debug, Clone, Copy)]
pub(super) struct Closeness {
    pub articles: f64,
    pub sentences: f64,
}

pub(super) fn no_year(claim: &Claim) -> bool {
    match &claim.mention.value {
        Value::Date(dates) => dates.readings.iter().any(|range| {
            [&range.start, &range.end]
                .into_iter()
                .flatten()
                .any(|date| date.year.is_none())
        }),
        _ => false,
    }
}
