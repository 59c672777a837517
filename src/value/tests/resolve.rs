use super::*;
use Direction::{Last, Next};

fn written(date: Option<PartialDate>) -> Option<String> {
    date.and_then(|date| date.notation())
}

#[test]
fn units_are_shifted_from_a_reference() {
    for (reference, unit, by, expected) in [
        ("2023-12-15", ShiftUnit::Month, 1, Some("2024-01")),
        ("2023-02", ShiftUnit::Year, 1, Some("2024")),
        ("2025-07-15", ShiftUnit::Day, -1, Some("2025-07-14")),
        ("2024-03-01", ShiftUnit::Day, -1, Some("2024-02-29")),
        ("2025-07-15", ShiftUnit::Week, 0, Some("2025-W29")),
        ("2025-12-29", ShiftUnit::Week, 0, Some("2026-W01")),
        ("2025-W29", ShiftUnit::Week, 1, Some("2025-W30")),
        ("2025-01", ShiftUnit::Month, -1, Some("2024-12")),
        ("2025-07-15", ShiftUnit::Quarter, 1, Some("2025-36")),
        ("2025-11", ShiftUnit::Quarter, 1, Some("2026-33")),
        ("2025-34", ShiftUnit::Quarter, -2, Some("2024-36")),
        ("2025-07-15", ShiftUnit::Decade, -1, Some("201X")),
        ("199X", ShiftUnit::Decade, 1, Some("200X")),
        ("2023", ShiftUnit::Month, 1, None),
        ("2023-02", ShiftUnit::Day, 1, None),
        ("2023-02", ShiftUnit::Week, 1, None),
        ("2025-34", ShiftUnit::Month, 1, None),
        ("2025-W27", ShiftUnit::Month, 0, None),
        ("199X", ShiftUnit::Year, 1, None),
        ("XXXX-07-11", ShiftUnit::Day, 1, None),
        ("9999-12-31", ShiftUnit::Day, 1, None),
        ("2025-07-15", ShiftUnit::Year, i32::MAX, None),
    ] {
        assert_eq!(
            written(shift(&partial(reference), unit, by)).as_deref(),
            expected,
            "{reference} {unit:?} {by}"
        );
    }
}

#[test]
fn windows_start_or_end_at_the_reference() {
    for (reference, unit, by, expected) in [
        (
            "2025-07-15",
            ShiftUnit::Day,
            10,
            Some("2025-07-15/2025-07-25"),
        ),
        (
            "2025-07-15",
            ShiftUnit::Week,
            -2,
            Some("2025-07-01/2025-07-15"),
        ),
        ("2025-07-15", ShiftUnit::Month, -3, Some("2025-04/2025-07")),
        ("2025-07-15", ShiftUnit::Year, 5, Some("2025/2030")),
        ("2025", ShiftUnit::Day, 5, None),
        ("2025-07-15", ShiftUnit::Week, i32::MAX, None),
    ] {
        let window = window(&partial(reference), unit, by).and_then(|range| {
            Value::Date(Dates {
                readings: vec![range],
            })
            .notation()
        });
        assert_eq!(window.as_deref(), expected, "{reference} {unit:?} {by}");
    }
}

#[test]
fn a_missing_year_is_the_nearest_or_lies_in_the_direction() {
    for (unit, reference, direction, expected) in [
        (Calendar::Day(7, 11), "2023-07-12", None, Some(2023)),
        (Calendar::Day(12, 28), "2024-01-03", None, Some(2023)),
        (Calendar::Day(1, 3), "2023-12-28", None, Some(2024)),
        (Calendar::Day(7, 11), "2023-07", None, Some(2023)),
        (Calendar::Day(1, 31), "2023-02", None, Some(2023)),
        (Calendar::Day(12, 28), "2024", None, Some(2024)),
        (Calendar::Day(12, 28), "2024", Some(Last), Some(2024)),
        (Calendar::Day(7, 11), "2023-07-12", Some(Next), Some(2024)),
        (Calendar::Day(7, 12), "2023-07-12", Some(Next), Some(2023)),
        (Calendar::Day(7, 12), "2023-07-12", Some(Last), Some(2023)),
        (Calendar::Day(7, 13), "2023-07-12", Some(Last), Some(2022)),
        (Calendar::Day(7, 11), "2023-07", Some(Next), Some(2023)),
        (Calendar::Day(2, 29), "2025-06-01", None, Some(2024)),
        (Calendar::Day(2, 29), "2025-06-01", Some(Next), Some(2028)),
        (Calendar::Month(11), "2025-07-15", Some(Next), Some(2025)),
        (Calendar::Month(3), "2025-07-15", Some(Last), Some(2025)),
        (Calendar::Month(11), "2025-07-15", Some(Last), Some(2024)),
        (Calendar::Quarter(4), "2025-02-15", None, Some(2024)),
        (Calendar::Day(2, 30), "2025-02-15", None, None),
        (Calendar::Day(7, 11), "199X", None, None),
        (Calendar::Day(7, 11), "XXXX-07-11", None, None),
    ] {
        assert_eq!(
            nearest_year(unit, &partial(reference), direction),
            expected,
            "{unit:?} {reference} {direction:?}"
        );
    }
}

#[test]
fn weekdays_are_found_from_a_day_or_in_a_week() {
    for (reference, weekday, direction, expected) in [
        ("2023-02-15", 1, Last, Some("2023-02-13")),
        ("2025-07-15", 5, Last, Some("2025-07-11")),
        ("2025-07-15", 2, Last, Some("2025-07-15")),
        ("2025-07-15", 2, Next, Some("2025-07-22")),
        ("2025-07-15", 3, Next, Some("2025-07-16")),
        ("2025-07-15", 8, Next, None),
        ("2025-07", 2, Next, None),
    ] {
        assert_eq!(
            written(weekday_from(&partial(reference), weekday, direction)).as_deref(),
            expected,
            "{reference} {weekday} {direction:?}"
        );
    }
    for (week, weekday, expected) in [
        ("2025-W30", 1, Some("2025-07-21")),
        ("2025-07-15", 7, Some("2025-07-20")),
        ("2025-07", 1, None),
        ("2025-W30", 0, None),
    ] {
        assert_eq!(
            written(weekday_of_week(&partial(week), weekday)).as_deref(),
            expected,
            "{week} {weekday}"
        );
    }
}
