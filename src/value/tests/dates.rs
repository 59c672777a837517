use super::*;
use Relation::{Compatible, Disjoint, Equal, Incomparable};

#[test]
fn known_dates_relate_by_the_days_they_cover() {
    check(
        dates,
        &[
            ("2023-07-11", "2023-07-11", Equal),
            ("2025-34", "2025-04/2025-06", Equal),
            ("2025-40", "2025-01/2025-06", Equal),
            ("2023-W28", "2023-07-10/2023-07-16", Equal),
            ("2023-07-11", "2023-07", Compatible(Why::CoarserDate)),
            (
                "2023-07-11/2023-07-12",
                "2023",
                Compatible(Why::CoarserDate),
            ),
            (
                "2023-07-11/2023-07-12",
                "2023-W28",
                Compatible(Why::CoarserDate),
            ),
            ("199X", "1995", Compatible(Why::CoarserDate)),
            ("19XX", "2000", Compatible(Why::CoarserDate)),
            (
                "2023-07-11",
                "2023-07-11/2023-07-12",
                Compatible(Why::Range),
            ),
            ("2027/2031", "2028", Compatible(Why::Range)),
            (
                "2023-07-11/2023-07-12",
                "2023-07-10/2023-07-14",
                Compatible(Why::Range),
            ),
            (
                "2023-07-11/2023-07-12",
                "2023-07-12/2023-07-14",
                Compatible(Why::Range),
            ),
            (
                "2023-07-11/2023-07-12",
                "2023-07-12/2023-07-13",
                Disjoint(Slip::DifferentValue),
            ),
            ("2021/2025", "2022/2026", Disjoint(Slip::DifferentValue)),
            ("2028", "2027", Disjoint(Slip::DifferentValue)),
            ("2025-22", "2025-23", Disjoint(Slip::DifferentValue)),
            ("2025-22", "2025-07-15", Compatible(Why::CoarserDate)),
            ("2027/2031", "2035/2039", Disjoint(Slip::DifferentValue)),
        ],
    );
}

#[test]
fn exclusive_dates_name_their_slip() {
    check(
        dates,
        &[
            ("2025-07-08", "2025-08-07", Disjoint(Slip::DayMonthSwap)),
            (
                "2023-11-07",
                "2023-07-11/2023-07-12",
                Disjoint(Slip::DayMonthSwap),
            ),
            (
                "XXXX-11-07",
                "2023-07-11/2023-07-12",
                Disjoint(Slip::DayMonthSwap),
            ),
            ("2025-07-08", "2025-08 start", Disjoint(Slip::DayMonthSwap)),
            (
                "2025-07-08/2025-08-08",
                "2025-08-07/2025-08-08",
                Compatible(Why::Range),
            ),
            (
                "2025-01-05/2025-02-05",
                "2025-05-01/2025-05-02",
                Disjoint(Slip::DayMonthSwap),
            ),
            ("2025-07-07", "2025-07-08", Disjoint(Slip::DifferentValue)),
            ("2025-01-13", "2025-01-31", Disjoint(Slip::DigitSwap)),
            ("2012", "2021", Disjoint(Slip::DigitSwap)),
            (
                "2023-07-14",
                "2023-07-11/2023-07-12",
                Disjoint(Slip::OutsidePeriod),
            ),
            (
                "2025-11-08",
                "2025-11-06/2025-11-07",
                Disjoint(Slip::OutsidePeriod),
            ),
            ("2023-08-01", "2023-07", Disjoint(Slip::OutsidePeriod)),
            ("2024-05", "2023", Disjoint(Slip::OutsidePeriod)),
            ("2026-06-01", "2026-01-01", Disjoint(Slip::DifferentValue)),
            ("2023-03", "2024", Disjoint(Slip::OutsidePeriod)),
        ],
    );
}

#[test]
fn years_that_are_not_known_are_put_in() {
    check(
        dates,
        &[
            ("XXXX-07-11", "XXXX-07-11", Equal),
            ("XXXX-07-11", "XXXX-07", Compatible(Why::CoarserDate)),
            ("XXXX-07-11", "XXXX-07-12", Disjoint(Slip::DifferentValue)),
            ("XXXX-02-29", "XXXX-02-28", Disjoint(Slip::DifferentValue)),
            ("XXXX-07-11", "2024-07-11", Compatible(Why::UnknownYear)),
            (
                "XXXX-07-11",
                "2023-07-11/2023-07-12",
                Compatible(Why::UnknownYear),
            ),
            ("XXXX-07-11", "2023", Compatible(Why::UnknownYear)),
            ("XXXX-07-11", "199X", Compatible(Why::UnknownYear)),
            (
                "XXXX-07-14",
                "2023-07-11/2023-07-12",
                Disjoint(Slip::OutsidePeriod),
            ),
            (
                "XXXX-01-02",
                "2024-12-28/2025-01-03",
                Compatible(Why::UnknownYear),
            ),
            (
                "XXXX-12-28/XXXX-01-03",
                "2025-01-02",
                Compatible(Why::UnknownYear),
            ),
            (
                "XXXX-12-28/XXXX-01-03",
                "XXXX-01-02",
                Compatible(Why::Range),
            ),
            (
                "XXXX-12-28/2025-01-03",
                "2024-12-29",
                Compatible(Why::Range),
            ),
            (
                "2024-12-28/XXXX-01-03",
                "2025-01-02",
                Compatible(Why::Range),
            ),
            ("XXXX-34", "2025-05", Compatible(Why::UnknownYear)),
        ],
    );
}

#[test]
fn parts_of_a_date_that_are_not_known() {
    check(
        dates,
        &[
            ("XXXX-XX-11", "XXXX-XX-11", Equal),
            ("XXXX-XX-11", "2023-07-11", Compatible(Why::UnknownYear)),
            ("XXXX-XX-11", "2023-07", Compatible(Why::UnknownYear)),
            (
                "XXXX-XX-11",
                "2023-07-11/2023-07-12",
                Compatible(Why::UnknownYear),
            ),
            (
                "XXXX-XX-14",
                "2023-07-11/2023-07-12",
                Disjoint(Slip::OutsidePeriod),
            ),
            ("XXXX-XX-31", "2023-06", Disjoint(Slip::OutsidePeriod)),
            ("XXXX-XX-13", "2023-07-31", Disjoint(Slip::DigitSwap)),
            ("XXXX-XX-13", "XXXX-XX-14", Disjoint(Slip::DifferentValue)),
            (
                "XXXX-XX-11/XXXX-XX-12",
                "XXXX-XX-12",
                Compatible(Why::Range),
            ),
            ("XXXX-WXX-1", "XXXX-WXX-1", Equal),
            ("XXXX-WXX-1", "XXXX-WXX-2", Disjoint(Slip::DifferentValue)),
            ("XXXX-WXX-1", "2023-02-13", Incomparable),
        ],
    );
}

#[test]
fn bounds_and_hedges_of_dates() {
    check(
        dates,
        &[
            ("2025-09-25 at-most", "2025-09-23", Compatible(Why::Bound)),
            ("2025-09-25 at-most", "2025-09-25", Compatible(Why::Bound)),
            (
                "2025-09-25 at-most",
                "2025-09-26",
                Disjoint(Slip::BoundViolated),
            ),
            (
                "2025-09-25 less-than",
                "2025-09-25",
                Disjoint(Slip::BoundViolated),
            ),
            ("2025-09-25 at-least", "2025-09-25", Compatible(Why::Bound)),
            (
                "2025-09-25 more-than",
                "2025-09-25",
                Disjoint(Slip::BoundViolated),
            ),
            ("../2025-07-15", "2025-07-15 at-most", Equal),
            ("2025-07-15/..", "2025-07-01", Disjoint(Slip::BoundViolated)),
            ("2025-07-15/..", "2026", Compatible(Why::Bound)),
            ("2025-07-15 about", "2025-07-16", Compatible(Why::Hedge)),
            (
                "2025-07-15 about",
                "2025-07-18",
                Disjoint(Slip::DifferentValue),
            ),
        ],
    );
}

#[test]
fn ambiguous_dates_take_the_reading_that_fits() {
    check(
        dates,
        &[
            ("[2026-07-11,2026-11-07]", "2026-11-07", Equal),
            (
                "[2026-07-11,2026-11-07]",
                "2026-07",
                Compatible(Why::CoarserDate),
            ),
            (
                "[2026-07-11,2026-11-07]",
                "2026-09-01",
                Disjoint(Slip::DifferentValue),
            ),
            ("[2026-07-11,2026-11-07]", "XXXX-WXX-1", Incomparable),
        ],
    );
}

#[test]
fn parts_of_a_period() {
    check(
        dates,
        &[
            ("2023-01 end", "2023-01-31", Compatible(Why::PartOfPeriod)),
            ("2023-01 end", "2023-01", Compatible(Why::CoarserDate)),
            ("2023-01 end", "2023-01 end", Equal),
            ("2023-01 end", "2023-01-20", Disjoint(Slip::OutsidePeriod)),
            (
                "2023-01 end",
                "2023-01 start",
                Disjoint(Slip::DifferentValue),
            ),
            (
                "2025-11 start",
                "2025-11-06/2025-11-07",
                Compatible(Why::PartOfPeriod),
            ),
            ("2026 start", "2026-01-01", Compatible(Why::PartOfPeriod)),
            ("2026 mid", "2026-07", Compatible(Why::PartOfPeriod)),
            ("2026 end", "2026-04", Disjoint(Slip::OutsidePeriod)),
        ],
    );
}
