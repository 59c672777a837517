//! When a claim speaks: the as-of time that its article gives, or the day the article was published.

use jiff::civil::{Date, DateTime, Time, time};
use rayon::prelude::*;

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

/// When the claims of a run speak. What an article says of it is looked up once and not for every claim.
#[derive(Debug)]
pub struct Times<'a, 'r> {
    run: &'a Run<'r>,
    /// By source.
    told: Vec<Told>,
}

/// What one article says of when it speaks: numbers of claims are of the run, ascending.
#[derive(Debug)]
struct Told {
    /// First and last day on which it may have been published.
    published: Option<(Date, Date)>,
    /// As-of days.
    days: Vec<usize>,
    /// As-of times of the clock.
    clocks: Vec<usize>,
    /// Days of its first sentences on which somebody said something.
    opening: Vec<usize>,
}

impl<'a, 'r> Times<'a, 'r> {
    /// Of all articles of `run`.
    pub fn of(run: &'a Run<'r>) -> Self {
        let sources: Vec<usize> = (0..run.sources.len()).collect();
        let told = sources.par_iter().map(|source| told(run, *source));
        Self {
            run,
            told: told.collect(),
        }
    }

    /// When the claim speaks; `None` when nothing says it. A date line without a year takes that of `near`.
    pub fn moment(&self, stand: Stand<'_>, near: Option<Moment>) -> Option<Moment> {
        let told = &self.told[stand.source];
        let published = told.published;
        // "có hiệu lực đến ngày 30/9": nothing is known as of a day after the article.
        let known_by_then = |day: &(Date, Date)| published.is_none_or(|(_, last)| day.0 <= last);
        let told_as_of = self.as_of_day(stand);
        // Nor is "by 6 p.m. on Tuesday" the hour of an article of Monday.
        let to_come = told_as_of.is_some_and(|day| !known_by_then(&day));
        let day = told_as_of
            .filter(known_by_then)
            .or(published)
            .or_else(|| self.date_line(told, near?.first.date().year()))?;
        let moment = Moment::day(day.0, day.1);
        match (day.0 == day.1 && !to_come)
            .then(|| self.as_of_clock(stand))
            .flatten()
        {
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

    /// The as-of claims among `told` up to the sentence of `stand`, the last first; a headline speaks as of the first time
    /// under it.
    fn as_of(&self, stand: Stand<'_>, told: &[usize]) -> impl Iterator<Item = Stand<'r>> {
        let sentence = |number: usize| self.run.stands[number].claim.sentence_number;
        let reach = match told.first() {
            Some(first) if stand.claim.block == BlockKind::Title => sentence(*first),
            _ => stand.claim.sentence_number,
        };
        // Claims stand in the order of their sentences.
        let end = told.partition_point(|number| sentence(*number) <= reach);
        let told = told[..end].iter().rev();
        told.map(|number| self.run.stands[*number])
    }

    fn as_of_day(&self, stand: Stand<'_>) -> Option<(Date, Date)> {
        let mut told = self.as_of(stand, &self.told[stand.source].days);
        told.find_map(|other| match &other.claim.mention.value {
            Value::Date(dates) => dates.readings.first()?.start.as_ref()?.days(),
            _ => None,
        })
    }

    fn as_of_clock(&self, stand: Stand<'_>) -> Option<Time> {
        let mut told = self.as_of(stand, &self.told[stand.source].clocks);
        told.find_map(|other| match &other.claim.mention.value {
            // "đến 24h": the day is over.
            Value::Time(range) if range.start.hour == 24 => Time::new(23, 59, 59, 0).ok(),
            Value::Time(range) => {
                let hour = i8::try_from(range.start.hour % 24).ok()?;
                let minute = i8::try_from(range.start.minute.unwrap_or(0)).ok()?;
                Time::new(hour, minute, 0, 0).ok()
            }
            _ => None,
        })
    }

    /// The day on which somebody said something in the first sentences of an article that nobody dated, in the year of
    /// another; when an event was, says little of when it was told.
    fn date_line(&self, told: &Told, year: i16) -> Option<(Date, Date)> {
        let mut opening = told.opening.iter();
        opening.find_map(|number| match self.run.stands[*number].claim.value() {
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
}

fn told(run: &Run<'_>, source: usize) -> Told {
    let published = run.sources[source].meta.published.as_deref();
    let published = published.and_then(PartialDate::parse);
    let of_kind = |kind: Kind, tells: &dyn Fn(usize) -> bool| -> Vec<usize> {
        run.of_source(source)
            .filter(|number| run.stands[*number].claim.mention.kind == kind && tells(*number))
            .collect()
    };
    let opening = |number: usize| {
        let claim = run.stands[number].claim;
        claim.sentence_number < 4 && (claim.report || claim.as_of)
    };
    Told {
        published: published.and_then(|date| date.days()),
        days: of_kind(Kind::Date, &|number| tells(run, number)),
        clocks: of_kind(Kind::Time, &|number| tells(run, number)),
        opening: of_kind(Kind::Date, &opening),
    }
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
