use super::*;
use Qualifier::{End, Mid, Start};

#[test]
fn parts_are_days_of_a_month_and_months_of_a_year() {
    let days = |text: &str, part| {
        range(text).days(part).map(|days| {
            (
                days.first.unwrap().to_string(),
                days.last.unwrap().to_string(),
            )
        })
    };
    for (text, part, first, last) in [
        ("2023-01", Start, "2023-01-01", "2023-01-10"),
        ("2023-01", Mid, "2023-01-11", "2023-01-20"),
        ("2023-01", End, "2023-01-21", "2023-01-31"),
        ("2024-02", End, "2024-02-21", "2024-02-29"),
        ("2024", Start, "2024-01-01", "2024-04-30"),
        ("2024", End, "2024-09-01", "2024-12-31"),
        ("2025-35", End, "2025-09-01", "2025-09-30"),
        ("2025-W29", Start, "2025-07-14", "2025-07-16"),
        ("2025-W29", Mid, "2025-07-15", "2025-07-17"),
        ("2025-W29", End, "2025-07-18", "2025-07-20"),
        ("2025-07-11", Mid, "2025-07-11", "2025-07-11"),
    ] {
        assert_eq!(
            days(text, part),
            Some((first.to_owned(), last.to_owned())),
            "{text} {part:?}"
        );
    }
}

#[test]
fn dates_that_do_not_exist_are_refused() {
    for (year, month, day) in [
        (Some(2023), 2, 29),
        (None, 6, 31),
        (None, 2, 30),
        (Some(2023), 13, 1),
        (Some(2023), 0, 1),
        (Some(2023), 1, 0),
    ] {
        assert_eq!(
            PartialDate::day(year, month, day),
            None,
            "{year:?} {month} {day}"
        );
    }
    assert!(
        PartialDate::day(None, 2, 29).is_some() && PartialDate::day(Some(2024), 2, 29).is_some()
    );
    for (year, unit) in [
        (Some(2025), Calendar::Week(53)),
        (None, Calendar::Week(54)),
        (Some(2025), Calendar::Quarter(5)),
        (Some(2025), Calendar::Season(0)),
        (Some(2025), Calendar::Half(3)),
        (Some(1995), Calendar::Decade),
        (None, Calendar::Year),
        (None, Calendar::DayOfMonth(32)),
        (None, Calendar::Weekday(0)),
        (Some(10_000), Calendar::Year),
    ] {
        assert_eq!(PartialDate::new(year, unit), None, "{year:?} {unit:?}");
    }
    assert!(PartialDate::new(Some(2026), Calendar::Week(53)).is_some());
}
