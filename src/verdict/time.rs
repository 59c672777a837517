//! When a claim speaks: the as-of time that its article gives, or the day the article was published.

use jiff::civil::{Date, DateTime, Time, time};

use crate::fact::{Run, Stand};
use crate::mention::Kind;
use crate::source::BlockKind;
use crate::value::{Calendar, PartialDate, Value};

/// The stretch of time at which a claim may speak, ends included.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Moment {
    /// Earliest.
    pub first: DateTime,
    /// Latest.
    pub last: DateTime,
}

impl Moment {
    fn day(first: Date, last: Date) -> Self {
        Self {
            first: first.to_datetime(Time::midnight()),
            last: last.to_datetime(time(23, 59, 59, 0)),
        }
    }

    /// Whether it is known to the minute.
    pub fn is_exact(self) -> bool {
        self.first == self.last
    }
}

/// When the claim speaks; `None` when nothing says it. A date line without a year takes that of `near`.
pub fn moment_of(run: &Run<'_>, stand: Stand<'_>, near: Option<Moment>) -> Option<Moment> {
    let published = run.sources[stand.source]
        .meta
        .published
        .as_deref()
        .and_then(PartialDate::parse);
    let published = published.and_then(|date| date.days());
    // "có hiệu lực đến ngày 30/9": nothing is known as of a day after the article.
    let known_by_then = |day: &(Date, Date)| published.is_none_or(|(_, last)| day.0 <= last);
    let day = as_of_day(run, stand)
        .filter(known_by_then)
        .or(published)
        .or_else(|| date_line(run, stand, near?.first.date().year()))?;
    let moment = Moment::day(day.0, day.1);
    match (day.0 == day.1).then(|| as_of_clock(run, stand)).flatten() {
        Some(clock) => {
            let at = day.0.to_datetime(clock);
            Some(Moment {
                first: at,
                last: at,
            })
        }
        None => Some(moment),
    }
}

/// The last as-of claim of a kind up to the sentence of `stand`; a headline speaks as of the first time under it.
fn as_of<'r>(run: &Run<'r>, stand: Stand<'r>, kind: Kind) -> impl Iterator<Item = Stand<'r>> {
    let mut told: Vec<Stand<'r>> = run
        .of_source(stand.source)
        .filter(|number| run.stands[*number].claim.mention.kind == kind && tells(run, *number))
        .map(|number| run.stands[number])
        .collect();
    let reach = match told.first() {
        Some(first) if stand.claim.block == BlockKind::Title => first.claim.sentence_number,
        _ => stand.claim.sentence_number,
    };
    told.retain(|other| other.claim.sentence_number <= reach);
    told.into_iter().rev()
}

/// Whether a date or clock time is an as-of time, or stands right beside one: "as of 5pm on Saturday".
fn tells(run: &Run<'_>, number: usize) -> bool {
    let own = run.stands[number];
    let beside = |other: Stand<'_>| {
        let (one, two) = (own.claim.mention.tokens, other.claim.mention.tokens);
        let gap = one.0.max(two.0).saturating_sub(one.1.min(two.1));
        other.claim.as_of
            && other.source == own.source
            && other.claim.sentence_number == own.claim.sentence_number
            && matches!(other.claim.mention.kind, Kind::Date | Kind::Time)
            && gap <= 1
    };
    let neighbours = [number.checked_sub(1), Some(number + 1)];
    own.claim.as_of
        || neighbours
            .into_iter()
            .flatten()
            .filter_map(|at| run.stands.get(at))
            .any(|other| beside(*other))
}

fn as_of_day(run: &Run<'_>, stand: Stand<'_>) -> Option<(Date, Date)> {
    as_of(run, stand, Kind::Date).find_map(|other| match &other.claim.mention.value {
        Value::Date(dates) => dates.readings.first()?.start.as_ref()?.days(),
        _ => None,
    })
}

fn as_of_clock(run: &Run<'_>, stand: Stand<'_>) -> Option<Time> {
    as_of(run, stand, Kind::Time).find_map(|other| match &other.claim.mention.value {
        Value::Time(range) => {
            let hour = i8::try_from(range.start.hour % 24).ok()?;
            let minute = i8::try_from(range.start.minute.unwrap_or(0)).ok()?;
            Time::new(hour, minute, 0, 0).ok()
        }
        _ => None,
    })
}

/// The day on which somebody said something in the first sentences of an article that nobody dated, in the year of another; when
/// an event was, says little of when it was told.
fn date_line(run: &Run<'_>, stand: Stand<'_>, year: i16) -> Option<(Date, Date)> {
    let opening = run
        .of_source(stand.source)
        .map(|number| run.stands[number].claim)
        .filter(|claim| claim.sentence_number < 4 && (claim.report || claim.as_of));
    opening
        .filter(|claim| claim.mention.kind == Kind::Date)
        .find_map(|claim| match &claim.mention.value {
            Value::Date(dates) => {
                let date = dates.readings.first()?.start.clone()?;
                let day = matches!(date.unit, Calendar::Day(..));
                PartialDate {
                    year: date.year.or(Some(i32::from(year))),
                    ..date
                }
                .days()
                .filter(|_| day)
            }
            _ => None,
        })
}
