use super::*;

#[test]
fn values_are_written_as_the_report_promises() {
    let dated = |text: &str| (dates(text), text.to_owned());
    let mut cases: Vec<(Value, String)> = [
        "2023-07-11",
        "XXXX-07-11",
        "2023-07-11/2023-07-12",
        "2023-07",
        "2025-34",
        "2025-21",
        "2025-41",
        "199X",
        "000X",
        "19XX",
        "2025-W28",
        "../2025-07-15",
        "2025-07-15/..",
        "[2026-07-11,2026-11-07]",
        "XXXX-XX-11",
        "2025-07-11T15",
        "2025-07-11T15:00",
        "2025-07-11T15:00+07:00",
        "2025-07-11T15:00:05Z",
        "2025-07-11T15-03:30",
        "0938",
    ]
    .into_iter()
    .map(dated)
    .collect();
    let plain = |value: Value, text: &str| (value, text.to_owned());
    cases.extend([
        plain(scaled("2400"), "2400"),
        plain(scaled("1.5 9"), "1500000000"),
        plain(scaled("0.75"), "0.75"),
        plain(scaled("18..25"), "18..25"),
        plain(scaled("20.."), "20.."),
        plain(scaled("..7000"), "..7000"),
        plain(scaled("1000000000~"), "1000000000.."),
        plain(scaled("2/3"), "2/3"),
        plain(dates("XXXX-WXX-5"), "XXXX-WXX-5"),
        plain(
            Value::Date(Dates::single(PartialDate::whole_year(-110).unwrap())),
            "-0110",
        ),
        plain(
            Value::Date(Dates::single(
                PartialDate::new(Some(-200), Calendar::Century).unwrap(),
            )),
            "-0199/-0100",
        ),
        plain(
            Value::Date(Dates {
                readings: vec![range("2026-07-11/2026-07-12"), range("2026-11-07/..")],
            }),
            "[2026-07-11..2026-07-12,2026-11-07..]",
        ),
        plain(
            Value::Date(Dates {
                readings: vec![range("2026-07-07"), range("2026-07-07")],
            }),
            "2026-07-07",
        ),
        plain(duration("P18M"), "P18M"),
        plain(duration("P1Y6M"), "P1Y6M"),
        plain(duration("PT30M"), "PT30M"),
        plain(duration("P2.5Y"), "P2Y6M"),
        plain(duration("P0.5Y"), "P6M"),
        plain(duration("P2.3Y"), "P2.3Y"),
        plain(duration("P1.5M"), "P1.5M"),
        plain(duration("P1.5W"), "P1.5W"),
        plain(duration("P1.5D"), "P1DT12H"),
        plain(duration("PT1.5H"), "PT1H30M"),
        plain(duration("PT0S"), "PT0S"),
        plain(duration("P3D..P4D"), "P3D..P4D"),
        plain(duration("P3D.."), "P3D.."),
        plain(duration("..P4D"), "..P4D"),
        plain(time("16:26"), "T16:26"),
        plain(time("16"), "T16"),
        plain(time("20Z"), "T20Z"),
        plain(time("08:00/17:00"), "T08:00/T17:00"),
        plain(
            Value::Recurrence(Some(Recurrence {
                every: period("P1Y"),
            })),
            "R/P1Y",
        ),
        plain(Value::Score(vec![3, 2]), "3-2"),
    ]);
    for (value, text) in cases {
        assert_eq!(
            value.notation().as_deref(),
            Some(text.as_str()),
            "{value:?}"
        );
    }
}

#[test]
fn what_is_not_known_has_no_notation() {
    let third = Value::Duration {
        low: Some(Box::new(Period {
            months: Number::new(1, 3),
            ..Period::default()
        })),
        high: None,
    };
    let boundless = Value::Number(Quantity {
        low: None,
        high: None,
        ..quantity("1")
    });
    for value in [
        Value::Unresolved { coarse: true },
        Value::Recurrence(None),
        Value::Score(vec![]),
        Value::Date(Dates { readings: vec![] }),
        third,
        boundless,
    ] {
        assert_eq!(value.notation(), None, "{value:?}");
    }
}

#[test]
fn metadata_dates_are_read() {
    for (text, expected) in [
        ("2023-05-03", Some("2023-05-03")),
        ("2023-07", Some("2023-07")),
        ("2023", Some("2023")),
        ("2023-05-03T10:00:00+07:00", Some("2023-05-03")),
        ("2023-05-03T23:30:00-05:00", Some("2023-05-03")),
        ("2023-05-03T10:00:00Z", Some("2023-05-03")),
        ("2023-05-03 10:00", Some("2023-05-03")),
        ("2023-02-29", None),
        ("2023-13", None),
        ("20230503", None),
        ("2023-05-03x", None),
        ("2023-05-03T99:00", None),
        ("03/05/2023", None),
        ("", None),
        ("năm 2023", None),
    ] {
        assert_eq!(
            PartialDate::parse(text)
                .and_then(|date| date.notation())
                .as_deref(),
            expected,
            "{text}"
        );
    }
}

#[test]
fn decimals_are_read_and_written_exactly() {
    for (text, written) in [
        ("2400", Some("2400")),
        ("-5", Some("-5")),
        ("1234.50", Some("1234.5")),
        ("0.05", Some("0.05")),
        ("-0.5", Some("-0.5")),
        ("007", Some("7")),
        ("", None),
        ("-", None),
        (".5", None),
        ("1,5", None),
        ("1.2.3", None),
        ("+5", None),
        ("1e3", None),
        ("1234567890123456789012345678901", None),
    ] {
        assert_eq!(
            parse_decimal(text).map(format_number).as_deref(),
            written,
            "{text}"
        );
    }
}
