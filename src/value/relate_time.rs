//! How two clock times relate.

use super::digits;
use super::{ClockRange, ClockTime, Qualifier, Relation, Slip, Why};

const DAY: i64 = 86_400;

/// How two clock times, or ranges of them, relate. Symmetric.
///
/// Times in two stated zones are brought to one; a time in a stated zone and one without are the same or incomparable.
pub(super) fn relate_times(
    a: ClockRange,
    qualifier_a: Qualifier,
    b: ClockRange,
    qualifier_b: Qualifier,
) -> Relation {
    let zones = (a.start.offset, b.start.offset);
    let (a, b) = if zones.0.is_some() == zones.1.is_some() {
        (a, b)
    } else {
        (a.local(), b.local())
    };
    let (Some(side_a), Some(side_b)) = (Side::of(a, qualifier_a), Side::of(b, qualifier_b)) else {
        return Relation::Incomparable;
    };
    // A night from 22:00 to 3:00 reaches into the next day, and a zone may move a time there.
    let shifts = [0, DAY, -DAY, 2 * DAY, -2 * DAY];
    let met = shifts
        .into_iter()
        .filter_map(|shift| side_a.meet(&side_b.moved(shift)))
        .min();
    match (met, zones) {
        (Some(Relation::Equal), (Some(x), Some(y))) if x != y => {
            Relation::Compatible(Why::TimeZone)
        }
        (Some(relation), _) => relation,
        (None, (Some(_), None) | (None, Some(_))) => Relation::Incomparable,
        (None, _) if side_a.bound || side_b.bound => Relation::Disjoint(Slip::BoundViolated),
        (None, _) if digit_swapped(a, b) => Relation::Disjoint(Slip::DigitSwap),
        (None, _) => Relation::Disjoint(Slip::DifferentValue),
    }
}

/// Two neighbouring digits of a time to the minute changed places: 10:25 and 10:52, 13:05 and 10:35.
fn digit_swapped(a: ClockRange, b: ClockRange) -> bool {
    let written = |range: ClockRange| {
        let minute = range.start.minute.filter(|_| range.start == range.end)?;
        // The first digit keeps a nought in front in its place.
        Some(10_000 + i32::from(range.start.hour) * 100 + i32::from(minute))
    };
    matches!((written(a), written(b)), (Some(x), Some(y)) if digits::swapped(x, y))
}

impl ClockRange {
    /// The same without its zone.
    fn local(self) -> Self {
        Self {
            start: ClockTime {
                offset: None,
                ..self.start
            },
            end: ClockTime {
                offset: None,
                ..self.end
            },
        }
    }
}

/// What a stated time admits, in seconds; of a bound the rest of the day.
#[derive(Debug, Clone, Copy)]
struct Side {
    first: i64,
    last: i64,
    qualifier: Qualifier,
    single: bool,
    bound: bool,
}

impl Side {
    /// `None` when only one end of a range has a zone.
    fn of(range: ClockRange, qualifier: Qualifier) -> Option<Self> {
        if range.start.offset.is_some() != range.end.offset.is_some() {
            return None;
        }
        let local = |time: &ClockTime| i64::from(time.offset.unwrap_or(0)) * 60;
        let start = range.start.first_second() - local(&range.start);
        let single = range.start == range.end;
        // "8h-17h" ends when it strikes five.
        let last = if single {
            range.end.last_second()
        } else {
            range.end.first_second()
        };
        let mut end = last - local(&range.end);
        if end < start {
            end += DAY;
        }
        let about = |time: &ClockTime| time.tolerance();
        let (first, last) = match qualifier {
            Qualifier::About => (start - about(&range.start), end + about(&range.end)),
            Qualifier::Almost => (start - about(&range.start), end),
            Qualifier::AtLeast | Qualifier::MoreThan => (start, end.max(DAY - local(&range.start))),
            Qualifier::AtMost => (start.min(-local(&range.start)), end),
            Qualifier::LessThan => (start.min(-local(&range.start)), start - 1),
            _ => (start, end),
        };
        let bound = matches!(
            qualifier,
            Qualifier::AtLeast | Qualifier::MoreThan | Qualifier::AtMost | Qualifier::LessThan
        );
        Some(Self {
            first,
            last,
            qualifier,
            single,
            bound,
        })
    }

    fn moved(&self, seconds: i64) -> Self {
        Self {
            first: self.first + seconds,
            last: self.last + seconds,
            ..*self
        }
    }

    /// `None` when no time lies in both.
    fn meet(&self, other: &Self) -> Option<Relation> {
        if self.first > other.last || other.first > self.last {
            return None;
        }
        let same = (self.first, self.last, self.qualifier, self.single)
            == (other.first, other.last, other.qualifier, other.single);
        let hedged = |side: &Self| matches!(side.qualifier, Qualifier::About | Qualifier::Almost);
        Some(match () {
            () if same => Relation::Equal,
            () if self.bound || other.bound => Relation::Compatible(Why::Bound),
            () if !self.single || !other.single => Relation::Compatible(Why::Range),
            () if hedged(self) || hedged(other) => Relation::Compatible(Why::Hedge),
            () => Relation::Compatible(Why::CoarserDate),
        })
    }
}
