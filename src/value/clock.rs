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
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ClockRange {
    /// First.
    pub start: ClockTime,
    /// Last.
    pub end: ClockTime,
}
