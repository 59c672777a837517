//! The typed slots of templates.

/// What a slot takes; see `docs/rule-packs.md` for the range of each.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Slot {
    /// Day of a month.
    Day,
    /// Month of a year.
    Month,
    /// Month of a year, by its name only.
    MonthName,
    /// Year in four digits.
    Year,
    /// Year in two digits.
    Yy,
    /// Year in one to four digits.
    AnyYear,
    /// Quarter of a year.
    Quarter,
    /// Half of a year.
    Half,
    /// ISO week.
    Week,
    /// Decade, by its first year or its last two digits.
    Decade,
    /// Century by its number.
    Century,
    /// Hour of a day.
    Hour,
    /// Hour and minute in three or four digits.
    Hhmm,
    /// Minute of an hour.
    Minute,
    /// Second of a minute.
    Second,
    /// Minute of an hour, also in one digit.
    AnyMinute,
    /// Second of a minute, also in one digit.
    AnySecond,
    /// An integer.
    Int,
    /// Any number.
    N,
    /// The whole of a fraction.
    Of,
    /// A number of months.
    Months,
    /// Day of the week.
    Weekday,
    /// A place in an order by its words; 0 is the last.
    Nth,
    /// A feast, by its code.
    Feast,
    /// A feast whose name alone says no day.
    Festival,
    /// Season of the year.
    Season,
    /// Start, middle or end.
    Part,
    /// Part of the day.
    Meridiem,
    /// Time zone.
    Zone,
    /// Unit of time.
    TimeUnit,
    /// Words under a name, without a value: `<name>`.
    List(u16),
    /// A slot that only the pack knows.
    Custom(u16),
}

impl Slot {
    /// The slot of that name in templates, except lists and the pack's own.
    pub(crate) fn named(name: &str) -> Option<Self> {
        Some(match name {
            "day" => Self::Day,
            "month" => Self::Month,
            "month-name" => Self::MonthName,
            "year" => Self::Year,
            "yy" => Self::Yy,
            "any-year" => Self::AnyYear,
            "quarter" => Self::Quarter,
            "half" => Self::Half,
            "week" => Self::Week,
            "decade" => Self::Decade,
            "century" => Self::Century,
            "hour" => Self::Hour,
            "hhmm" => Self::Hhmm,
            "minute" => Self::Minute,
            "second" => Self::Second,
            "any-minute" => Self::AnyMinute,
            "any-second" => Self::AnySecond,
            "int" => Self::Int,
            "n" => Self::N,
            "of" => Self::Of,
            "months" => Self::Months,
            "weekday" => Self::Weekday,
            "nth" => Self::Nth,
            "feast" => Self::Feast,
            "festival" => Self::Festival,
            "season" => Self::Season,
            "part" => Self::Part,
            "meridiem" => Self::Meridiem,
            "zone" => Self::Zone,
            "time-unit" => Self::TimeUnit,
            _ => return None,
        })
    }

    /// Smallest and largest integer it takes, and the number of digits, for slots that take integers.
    pub(crate) fn integers(self) -> Option<(i64, i64, std::ops::RangeInclusive<usize>)> {
        Some(match self {
            Self::Day => (1, 31, 1..=2),
            Self::Month => (1, 12, 1..=2),
            Self::Year => (1000, 2999, 4..=4),
            Self::Yy => (0, 99, 2..=2),
            Self::AnyYear => (1, 2999, 1..=4),
            Self::Quarter => (1, 4, 1..=2),
            Self::Half => (1, 2, 1..=1),
            Self::Week => (1, 53, 1..=2),
            Self::Decade => (0, 2990, 2..=4),
            Self::Century => (1, 30, 1..=2),
            Self::Hour => (0, 24, 1..=2),
            Self::Hhmm => (0, 2359, 3..=4),
            Self::Minute | Self::Second => (0, 59, 2..=2),
            Self::AnyMinute | Self::AnySecond => (0, 59, 1..=2),
            Self::Int => (0, 999_999_999, 1..=9),
            Self::Months => (1, 12, 1..=2),
            _ => return None,
        })
    }

    /// Whether it is a part of a time of day.
    pub(crate) fn is_of_the_clock(self) -> bool {
        let minutes = matches!(self.words(), Self::Minute | Self::Second);
        minutes || matches!(self, Self::Hour | Self::Meridiem)
    }

    /// The slot whose words of the pack fill it.
    pub(crate) fn words(self) -> Self {
        match self {
            Self::MonthName => Self::Month,
            Self::AnyMinute => Self::Minute,
            Self::AnySecond => Self::Second,
            other => other,
        }
    }

    /// Whether Roman numerals fill it.
    pub(crate) fn takes_roman(self) -> bool {
        matches!(self, Self::Quarter | Self::Century | Self::Int)
    }
}
