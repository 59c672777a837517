//! The stretch of seconds that a stated date admits.

use super::days::day_number;
use super::{Calendar, DateRange, PartialDate, Qualifier, Relation, Slip, Why};

const DAY: i64 = 86_400;

/// What is known of the clock times of two dates.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Clocks {
    /// Both have times in stated zones: instants compare.
    Zoned,
    /// Local times, or none.
    Local,
    /// Both have times, but only one a zone.
    Unknown,
}

impl Clocks {
    pub fn of(a: &DateRange, b: &DateRange) -> Self {
        let times = |range: &DateRange| {
            let ends: Vec<_> = [&range.start, &range.end]
                .into_iter()
                .flatten()
                .map(|date| date.time)
                .collect();
            let timed = ends.iter().all(Option::is_some);
            (
                timed,
                timed && ends.iter().flatten().all(|time| time.offset.is_some()),
            )
        };
        match (times(a), times(b)) {
            ((_, true), (_, true)) => Self::Zoned,
            ((true, x), (true, y)) if x != y => Self::Unknown,
            _ => Self::Local,
        }
    }
}

/// From the first to the last second, counted from 1970; `None` is an open end.
#[derive(Debug, Clone, Copy)]
pub(super) struct Stretch {
    first: Option<i64>,
    last: Option<i64>,
    /// The unit of a single date, or the common unit of both ends.
    unit: Option<Calendar>,
    single: bool,
    /// "đầu", "giữa", "cuối".
    part: bool,
    hedge: bool,
    bound: bool,
}

impl Stretch {
    /// `None` when a date that is given has no days, or there is none.
    pub fn of(range: &DateRange, qualifier: Qualifier, clocks: Clocks) -> Option<Self> {
        let days = range.days(qualifier)?;
        let part = matches!(
            qualifier,
            Qualifier::Start | Qualifier::Mid | Qualifier::End
        );
        let single = range.as_single().is_some();
        let mut first = days.first.map(|day| day_number(day) * DAY);
        let mut last = days.last.map(|day| day_number(day) * DAY + DAY - 1);
        if !part {
            let zone = |time: &super::ClockTime| {
                if clocks == Clocks::Zoned {
                    i64::from(time.offset.unwrap_or(0)) * 60
                } else {
                    0
                }
            };
            if let (Some(first), Some(time)) =
                (&mut first, range.start.as_ref().and_then(|date| date.time))
            {
                *first += time.first_second() - zone(&time);
            }
            if let (Some(last), Some(time)) =
                (&mut last, range.end.as_ref().and_then(|date| date.time))
            {
                // A range ends when its hour strikes.
                let until = if single {
                    time.last_second()
                } else {
                    time.first_second()
                };
                *last += until - (DAY - 1) - zone(&time);
            }
        }
        let slack = slack(range, first, last);
        let (first, last) = match qualifier {
            Qualifier::About | Qualifier::Almost => (
                first.map(|first| first - slack),
                last.map(|last| last + slack),
            ),
            Qualifier::AtLeast => (first, None),
            Qualifier::MoreThan => (last.or(first).map(|last| last + 1), None),
            Qualifier::AtMost => (None, last),
            Qualifier::LessThan => (None, first.or(last).map(|first| first - 1)),
            _ => (first, last),
        };
        let hedge = matches!(qualifier, Qualifier::About | Qualifier::Almost);
        let bound = first.is_none() || last.is_none();
        Some(Self {
            first,
            last,
            unit: common_unit(range),
            single,
            part,
            hedge,
            bound,
        })
    }

    /// Does the word make a bound of a date?
    pub fn bounds(qualifier: Qualifier) -> bool {
        matches!(
            qualifier,
            Qualifier::AtLeast | Qualifier::MoreThan | Qualifier::AtMost | Qualifier::LessThan
        )
    }

    pub fn is_bound(&self) -> bool {
        self.bound
    }

    /// Is there no more than a day between the two, the most that two zones differ?
    pub fn is_near(&self, other: &Self) -> bool {
        let gap = |last: Option<i64>, first: Option<i64>| match (last, first) {
            (Some(last), Some(first)) => first - last,
            _ => 0,
        };
        gap(self.last, other.first) <= DAY + 2 * 3600
            && gap(other.last, self.first) <= DAY + 2 * 3600
    }

    /// How two stretches meet; `None` when no second lies in both. Symmetric.
    pub fn meet(&self, other: &Self) -> Option<Relation> {
        let after = |first: Option<i64>, last: Option<i64>| matches!((first, last), (Some(first), Some(last)) if first > last);
        if after(self.first, other.last) || after(other.first, self.last) {
            return None;
        }
        let words = |side: &Self| (side.part, side.hedge, side.bound);
        let same = self.first == other.first && self.last == other.last;
        let holder = if self.holds(other) {
            Some(self)
        } else if other.holds(self) {
            Some(other)
        } else {
            None
        };
        Some(match () {
            () if same && words(self) == words(other) => Relation::Equal,
            () if self.bound || other.bound => Relation::Compatible(Why::Bound),
            () if self.seasons_differ(other) => Relation::Disjoint(Slip::DifferentValue),
            () if self.part || other.part => match holder {
                Some(whole) if !same && !whole.part && whole.single && !whole.hedge => {
                    Relation::Compatible(Why::CoarserDate)
                }
                _ => Relation::Compatible(Why::PartOfPeriod),
            },
            () if self.hedge || other.hedge => Relation::Compatible(Why::Hedge),
            () => match holder {
                Some(whole) if whole.single => Relation::Compatible(Why::CoarserDate),
                None if self.restates(other) => Relation::Disjoint(Slip::DifferentValue),
                _ => Relation::Compatible(Why::Range),
            },
        })
    }

    fn holds(&self, other: &Self) -> bool {
        self.first
            .is_none_or(|first| other.first.is_some_and(|start| first <= start))
            && self
                .last
                .is_none_or(|last| other.last.is_some_and(|end| end <= last))
    }

    /// The bounds of seasons are wide, so that two seasons may share months and still be two.
    fn seasons_differ(&self, other: &Self) -> bool {
        let season = |side: &Self| side.single && matches!(side.unit, Some(Calendar::Season(_)));
        season(self) && season(other) && self.first != other.first
    }

    /// Two ranges of one length in one unit tell the same period, so one of them is wrong: 11-12/7 and 12-13/7.
    fn restates(&self, other: &Self) -> bool {
        let length = |side: &Self| Some(side.last? - side.first?);
        // Months and years differ by a day or three.
        let alike = matches!((length(self), length(other)), (Some(x), Some(y)) if (x - y).abs() <= if self.is_daily() { 0 } else { 3 * DAY });
        let kind = |side: &Self| side.unit.map(|unit| std::mem::discriminant(&unit));
        !self.single && !other.single && alike && self.unit.is_some() && kind(self) == kind(other)
    }

    fn is_daily(&self) -> bool {
        matches!(self.unit, Some(Calendar::Day(..)))
    }
}

/// The unit of both ends, when it is one.
fn common_unit(range: &DateRange) -> Option<Calendar> {
    let (start, end) = (range.start.as_ref()?.unit, range.end.as_ref()?.unit);
    (std::mem::discriminant(&start) == std::mem::discriminant(&end)).then_some(start)
}

/// How far "khoảng" may miss a date: half its length and a day at least, or the tolerance of its clock time.
fn slack(range: &DateRange, first: Option<i64>, last: Option<i64>) -> i64 {
    let time = range.as_single().and_then(|date: &PartialDate| date.time);
    match (time, first, last) {
        (Some(time), ..) => time.tolerance(),
        (None, Some(first), Some(last)) => ((last - first) / 2 / DAY).max(1) * DAY,
        _ => DAY,
    }
}
