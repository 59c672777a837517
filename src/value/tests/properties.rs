use super::*;
use proptest::prelude::*;

fn qualifier() -> BoxedStrategy<Qualifier> {
    prop::sample::select(Qualifier::ALL.to_vec()).boxed()
}

fn number() -> BoxedStrategy<Number> {
    prop_oneof![
        4 => (-3000_i128..3000).prop_map(Number::from_integer),
        2 => (-30_000_i128..30_000, 0_u32..4).prop_map(|(digits, places)| Number::new(digits, 10_i128.pow(places))),
        1 => (1_i128..40, 1_i128..40).prop_map(|(numerator, denominator)| Number::new(numerator, denominator)),
        1 => (-i128::MAX..=i128::MAX, 1..=i128::MAX).prop_map(|(numerator, denominator)| Number::new(numerator, denominator)),
        1 => prop::sample::select(vec![i128::MIN, -i128::MAX, i128::MAX]).prop_map(Number::from_integer),
    ]
    .boxed()
}

fn step() -> BoxedStrategy<Number> {
    prop_oneof![4 => (0_u32..12).prop_map(|power| Number::from_integer(10_i128.pow(power))), 2 => (0_u32..4).prop_map(|power| Number::new(1, 10_i128.pow(power))), 1 => Just(Number::from_integer(i128::MAX))]
    .boxed()
}

fn any_quantity() -> BoxedStrategy<Quantity> {
    let base = prop::option::of((
        prop::sample::select(vec!["length", "mass"]),
        prop::sample::select(vec![1, 1000, i128::MAX]),
    ));
    (number(), number(), step(), 0..8, base)
        .prop_map(|(low, high, step, shape, base)| {
            let base = base.map(|(dimension, factor)| Base {
                dimension: dimension.to_owned(),
                factor: Number::from_integer(factor),
            });
            let quantity = match shape {
                0 => Quantity::range(low, high, step),
                1 => Quantity {
                    low: None,
                    ..Quantity::single(high, step)
                },
                2 => Quantity {
                    high: None,
                    ..Quantity::single(low, step)
                },
                3 => Quantity {
                    magnitude_only: true,
                    high: None,
                    ..Quantity::single(low, step)
                },
                _ => Quantity::single(low, step),
            };
            Quantity { base, ..quantity }
        })
        .boxed()
}

fn any_partial() -> BoxedStrategy<PartialDate> {
    let unit = prop_oneof![
        1 => Just(Calendar::Century),
        1 => Just(Calendar::Decade),
        2 => Just(Calendar::Year),
        1 => (1_u8..=2).prop_map(Calendar::Half),
        1 => (1_u8..=4).prop_map(Calendar::Quarter),
        1 => (1_u8..=4).prop_map(Calendar::Season),
        2 => (1_u8..=12).prop_map(Calendar::Month),
        1 => (1_u8..=53).prop_map(Calendar::Week),
        8 => (1_u8..=12, 1_u8..=31).prop_map(|(month, day)| Calendar::Day(month, day)),
        1 => (1_u8..=31).prop_map(Calendar::DayOfMonth),
        1 => (1_u8..=7).prop_map(Calendar::Weekday),
    ];
    let year = prop_oneof![6 => (2020..2026).prop_map(Some), 2 => Just(None), 1 => prop::sample::select(vec![i32::MIN, -9999, -110, 0, 9999, i32::MAX]).prop_map(Some)];
    let time = prop::option::weighted(
        0.2,
        (
            0_u8..=24,
            prop::option::of(0_u8..60),
            prop::option::of(prop::sample::select(vec![0_i16, 420, -720])),
        ),
    );
    (year, unit, time)
        .prop_map(|(year, unit, time)| {
            let time = time.map(|(hour, minute, offset)| ClockTime {
                hour,
                minute,
                second: None,
                offset,
            });
            PartialDate { year, unit, time }
        })
        .boxed()
}

fn any_range() -> BoxedStrategy<DateRange> {
    prop_oneof![
        4 => any_partial().prop_map(DateRange::single),
        2 => (any_partial(), any_partial()).prop_map(|(start, end)| DateRange { start: Some(start), end: Some(end) }),
        1 => any_partial().prop_map(|start| DateRange { start: Some(start), end: None }),
        1 => any_partial().prop_map(|end| DateRange { start: None, end: Some(end) }),
    ]
    .boxed()
}

fn any_period() -> BoxedStrategy<Period> {
    prop::array::uniform7(prop_oneof![5 => Just(Number::from_integer(0)), 3 => (0_i128..40).prop_map(Number::from_integer), 1 => number()]).prop_map(
        |[years, months, weeks, days, hours, minutes, seconds]| Period { years, months, weeks, days, hours, minutes, seconds },
    )
    .boxed()
}

fn any_clock() -> BoxedStrategy<ClockTime> {
    (
        0_u8..=24,
        prop::option::of(0_u8..60),
        prop::option::of(prop::sample::select(vec![0_i16, 420, -720])),
    )
        .prop_map(|(hour, minute, offset)| ClockTime {
            hour,
            minute,
            second: None,
            offset,
        })
        .boxed()
}

fn any_value() -> BoxedStrategy<Value> {
    prop_oneof![
        5 => any_quantity().prop_map(Value::Number),
        5 => prop::collection::vec(any_range(), 1..3).prop_map(|readings| Value::Date(Dates { readings })),
        3 => (prop::option::of(any_period()), prop::option::of(any_period())).prop_map(|(low, high)| Value::Duration { low: low.map(Box::new), high: high.map(Box::new) }),
        2 => any_period().prop_map(|period| Value::Duration { low: Some(Box::new(period.clone())), high: Some(Box::new(period)) }),
        1 => (any_clock(), any_clock()).prop_map(|(start, end)| Value::Time(ClockRange { start, end })),
        1 => any_clock().prop_map(|start| Value::Time(ClockRange { start, end: start })),
        1 => prop::option::of(any_period()).prop_map(|every| Value::Recurrence(every.map(|every| Recurrence { every }))),
        1 => prop::collection::vec(0_u32..4, 0..3).prop_map(Value::Score),
        1 => Just(Value::Unresolved { coarse: false }),
    ]
    .boxed()
}

/// Two values, of one kind more often than not.
fn pair() -> BoxedStrategy<(Value, Value)> {
    prop_oneof![
        2 => (any_value(), any_value()),
        3 => (any_quantity(), any_quantity()).prop_map(|(a, b)| (Value::Number(a), Value::Number(b))),
        3 => (any_range(), any_range()).prop_map(|(a, b)| (Value::Date(Dates { readings: vec![a] }), Value::Date(Dates { readings: vec![b] }))),
        2 => (any_period(), any_period()).prop_map(|(a, b)| {
            (Value::Duration { low: Some(Box::new(a.clone())), high: Some(Box::new(a)) }, Value::Duration { low: Some(Box::new(b.clone())), high: Some(Box::new(b)) })
        }),
        1 => (any_clock(), any_clock(), any_clock()).prop_map(|(a, b, c)| (Value::Time(ClockRange { start: a, end: b }), Value::Time(ClockRange { start: c, end: c }))),
    ]
    .boxed()
}

fn unit() -> BoxedStrategy<Option<&'static str>> {
    prop::sample::select(vec![
        None,
        None,
        Some("km"),
        Some("m"),
        Some("USD"),
        Some("VND"),
        Some("%"),
        Some("pp"),
    ])
    .boxed()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(1000))]

    #[test]
    fn relating_is_symmetric((a, b) in pair(), qualifier_a in qualifier(), qualifier_b in qualifier(), unit_a in unit(), unit_b in unit()) {
        judge_stated(Stated { value: &a, qualifier: qualifier_a, unit: unit_a }, Stated { value: &b, qualifier: qualifier_b, unit: unit_b });
        judge(&a, qualifier_a, &b, qualifier_b);
    }

    #[test]
    fn a_value_equals_itself(value in any_value(), qualifier in qualifier(), unit in unit()) {
        let expected = if matches!(value, Value::Unresolved { .. } | Value::Recurrence(None)) { Relation::Incomparable } else { Relation::Equal };
        prop_assert_eq!(judge_stated(Stated { value: &value, qualifier, unit }, Stated { value: &value.clone(), qualifier, unit }), expected);
    }

    #[test]
    fn every_value_can_be_written(value in any_value()) {
        let text = value.notation();
        prop_assert!(text.is_none_or(|text| !text.is_empty() && text.is_ascii()));
    }

    #[test]
    fn decimals_survive_being_written(digits in -10_i128.pow(20)..10_i128.pow(20), places in 0_u32..9) {
        let number = Number::new(digits, 10_i128.pow(places));
        prop_assert_eq!(parse_decimal(&format_number(number)), Some(number));
    }

    #[test]
    fn dates_that_exist_survive_being_written(date in any_partial()) {
        let date = PartialDate { time: None, ..date };
        let simple = matches!(date.unit, Calendar::Year | Calendar::Month(_) | Calendar::Day(..)) && date.year.is_some_and(|year| year >= 0);
        if let Some(date) = PartialDate::new(date.year, date.unit).filter(|_| simple) {
            prop_assert_eq!(PartialDate::parse(&date.notation().unwrap()), Some(date));
        }
    }

    #[test]
    fn days_are_in_order(date in any_partial(), qualifier in qualifier()) {
        if let Some((first, last)) = date.days() {
            prop_assert!(first <= last);
            if let Some(Days { first: Some(from), last: Some(to) }) = DateRange::single(date).days(qualifier) {
                prop_assert!(first <= from && from <= to && to <= last);
            }
        }
    }

    #[test]
    fn thirds_cover_the_whole_without_overlap(date in any_partial()) {
        // The middle of a week shares days with both its ends.
        prop_assume!(!matches!(date.unit, Calendar::Week(_)));
        let whole = DateRange::single(date);
        let parts = [Qualifier::Start, Qualifier::Mid, Qualifier::End].map(|part| whole.days(part));
        if let [Some(start), Some(mid), Some(end)] = parts
            && whole.days(Qualifier::Exact).is_some_and(|days| days.first != days.last)
        {
            prop_assert_eq!(start.last.unwrap().tomorrow().unwrap(), mid.first.unwrap());
            prop_assert_eq!(mid.last.unwrap().tomorrow().unwrap(), end.first.unwrap());
        }
    }

    #[test]
    fn exact_sets_that_overlap_exclude_nothing(a in (-50_i128..50, -50_i128..50), b in (-50_i128..50, -50_i128..50)) {
        let quantity = |(low, high): (i128, i128)| Quantity::range(Number::from_integer(low), Number::from_integer(high), Number::from_integer(1));
        let overlap = a.0.min(a.1) <= b.0.max(b.1) && b.0.min(b.1) <= a.0.max(a.1);
        let relation = judge(&Value::Number(quantity(a)), Qualifier::Exact, &Value::Number(quantity(b)), Qualifier::Exact);
        prop_assert_eq!(matches!(relation, Relation::Disjoint(_)), !overlap);
    }

    #[test]
    fn moving_there_and_back_returns(days in 1_i32..100_000, back in -5000_i32..5000) {
        let start = shift(&partial("1900-01-01"), ShiftUnit::Day, days).unwrap();
        for unit in [ShiftUnit::Day, ShiftUnit::Week, ShiftUnit::Month, ShiftUnit::Quarter, ShiftUnit::Year, ShiftUnit::Decade] {
            let here = shift(&start, unit, 0).unwrap();
            let there = shift(&start, unit, back / 50).unwrap();
            prop_assert_eq!(shift(&there, unit, -(back / 50)).unwrap(), here);
        }
    }
}
