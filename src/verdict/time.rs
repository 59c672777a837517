//! When a claim speaks: the as-of date of its sentence, or the day its article was published.

use jiff::civil::Date;

use crate::fact::{Run, Stand};
use crate::value::{PartialDate, Value};

/// First and last day at which the claim may speak; `None` when nothing says it.
pub fn moment_of(run: &Run<'_>, stand: Stand<'_>) -> Option<(Date, Date)> {
    as_of(run, stand).or_else(|| {
        let published = run.sources[stand.source].meta.published.as_deref()?;
        PartialDate::parse(published)?.days()
    })
}

/// The as-of date in the sentence of the claim.
fn as_of(run: &Run<'_>, stand: Stand<'_>) -> Option<(Date, Date)> {
    let same = |other: &&Stand<'_>| {
        other.claim.as_of
            && other.claim.sentence_number == stand.claim.sentence_number
            && other.source == stand.source
    };
    run.of_source(stand.source)
        .map(|number| run.stands[number])
        .filter(|other| same(&other))
        .find_map(|other| match &other.claim.mention.value {
            Value::Date(dates) => dates.readings.first()?.start.as_ref()?.days(),
            _ => None,
        })
}
