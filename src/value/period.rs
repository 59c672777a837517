use super::Number;

/// A length of time by its units, as written: 1 năm 6 tháng is one year and six months.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Period {
    /// Years.
    pub years: Number,
    /// Months.
    pub months: Number,
    /// Weeks.
    pub weeks: Number,
    /// Days.
    pub days: Number,
    /// Hours.
    pub hours: Number,
    /// Minutes.
    pub minutes: Number,
    /// Seconds.
    pub seconds: Number,
}

/// Something that repeats: `times` in every `every`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Recurrence {
    /// The period after which it repeats.
    pub every: Period,
}
