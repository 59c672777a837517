//! Times of day.

/// A time of day.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ClockTime {
    /// 0 to 24.
    pub hour: u8,
    /// 0 to 59; `None` when only the hour is stated.
    pub minute: Option<u8>,
    /// 0 to 59; `None` when not stated.
    pub second: Option<u8>,
    /// Minutes east of UTC, where a zone is stated.
    pub offset: Option<i16>,
}

/// From `start` to `end`; equal for a single time.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct ClockRange {
    /// First.
    pub start: ClockTime,
    /// Last.
    pub end: ClockTime,
}

impl ClockTime {
    /// A time without a zone. `None` past 24:00:00, and for seconds without minutes.
    pub fn new(hour: u8, minute: Option<u8>, second: Option<u8>) -> Option<Self> {
        let small = |part: Option<u8>| part.is_none_or(|part| part < 60);
        let midnight = hour == 24 && minute.unwrap_or(0) == 0 && second.unwrap_or(0) == 0;
        let valid = (hour < 24 || midnight)
            && small(minute)
            && small(second)
            && (minute.is_some() || second.is_none());
        valid.then_some(Self {
            hour,
            minute,
            second,
            offset: None,
        })
    }

    /// The first second that it means, from midnight.
    pub(crate) fn first_second(&self) -> i64 {
        i64::from(self.hour) * 3600
            + i64::from(self.minute.unwrap_or(0)) * 60
            + i64::from(self.second.unwrap_or(0))
    }

    /// The last second that it means: an hour without minutes lasts until the next.
    pub(super) fn last_second(&self) -> i64 {
        let precision = match (self.minute, self.second) {
            (None, _) => 3599,
            (Some(_), None) => 59,
            (Some(_), Some(_)) => 0,
        };
        self.first_second() + precision
    }

    /// Seconds by which "khoảng" may miss it: half an hour for an hour, a quarter for a full or half hour, else five minutes.
    pub(super) fn tolerance(&self) -> i64 {
        match self.minute {
            None => 30 * 60,
            Some(0 | 30) => 15 * 60,
            Some(_) => 5 * 60,
        }
    }
}
