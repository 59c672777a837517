use super::*;
use Qualifier::{About, Exact};
use Relation::{Compatible, Disjoint, Equal, Incomparable};

#[test]
fn figures_relate_by_what_their_wording_admits() {
    check(
        scaled,
        &[
            ("11", "11", Equal),
            ("11", "11.0", Equal),
            ("2400 about", "2400 about", Equal),
            ("2400 about", "2400", Compatible(Why::Hedge)),
            ("2400 about", "2350", Compatible(Why::Hedge)),
            ("2400 about", "2450", Compatible(Why::Hedge)),
            ("2400 about", "2451", Disjoint(Slip::DifferentValue)),
            ("10000 about", "8700", Compatible(Why::Hedge)),
            ("10000 about", "12500", Compatible(Why::Hedge)),
            ("10000 about", "6099", Disjoint(Slip::DifferentValue)),
            ("100 about", "60", Disjoint(Slip::DifferentValue)),
            ("125000 about", "124536", Compatible(Why::Hedge)),
            ("18000 about", "18274", Compatible(Why::Hedge)),
            ("350 about", "340 about", Compatible(Why::Hedge)),
            ("40000 almost", "39846", Compatible(Why::Hedge)),
            ("100 almost", "96", Compatible(Why::Hedge)),
            ("2 almost", "1.7", Compatible(Why::Hedge)),
            ("100 almost", "79", Disjoint(Slip::DifferentValue)),
            ("100 almost", "101", Disjoint(Slip::DifferentValue)),
            ("2000 more-than", "2400 about", Compatible(Why::Bound)),
            ("500 more-than", "12000", Compatible(Why::Bound)),
            ("500 more-than", "500", Compatible(Why::Bound)),
            ("500 more-than", "499", Disjoint(Slip::BoundViolated)),
            (
                "500 more-than",
                "500 at-most",
                Disjoint(Slip::BoundViolated),
            ),
            ("20 at-least", "20", Compatible(Why::Bound)),
            ("20 at-least", "19", Disjoint(Slip::BoundViolated)),
            ("20 at-least", "30 at-least", Compatible(Why::Bound)),
            ("20 at-least", "20..", Equal),
            ("..7000", "7000 at-most", Equal),
            (
                "1000 less-than",
                "1200 about",
                Disjoint(Slip::BoundViolated),
            ),
            ("1000 less-than", "1000", Disjoint(Slip::BoundViolated)),
            ("133 at-most", "103..133", Compatible(Why::Bound)),
            ("18..25", "18..25", Equal),
            ("18..25", "20..30", Compatible(Why::Range)),
            ("18..25", "20", Compatible(Why::Range)),
            ("18..25", "26", Disjoint(Slip::DifferentValue)),
            ("15", "15.4", Compatible(Why::Rounding)),
            ("2.40", "2.404", Compatible(Why::Rounding)),
            ("2400", "2000", Disjoint(Slip::DifferentValue)),
            ("400", "396", Disjoint(Slip::DifferentValue)),
            ("0", "3", Disjoint(Slip::DifferentValue)),
            ("-5", "5", Disjoint(Slip::DifferentValue)),
        ],
    );
}

#[test]
fn scale_words_round_and_written_out_numbers_do_not() {
    check(
        scaled,
        &[
            ("1.5 6", "1480000", Compatible(Why::Rounding)),
            ("1.5 6", "1450000", Compatible(Why::Rounding)),
            ("1.5 6", "1542000", Compatible(Why::Rounding)),
            ("1.5 6", "1580000", Compatible(Why::Rounding)),
            ("1.5 6", "1600000", Disjoint(Slip::DifferentValue)),
            ("1.5 6", "1449999", Disjoint(Slip::DifferentValue)),
            // A long way from one digit is another figure: half as much, or nearly twice.
            ("1 6", "1900000", Disjoint(Slip::DifferentValue)),
            ("1 6", "500000", Disjoint(Slip::DifferentValue)),
            ("1 6", "1200000", Compatible(Why::Rounding)),
            ("8 9", "8930 6", Compatible(Why::Rounding)),
            ("-1 6", "-1900000", Disjoint(Slip::DifferentValue)),
            ("-1.5 6", "-1580000", Compatible(Why::Rounding)),
            ("-1.5 6", "-1449999", Disjoint(Slip::DifferentValue)),
            ("1.25 12", "1246 9", Compatible(Why::Rounding)),
            ("1.2 12", "1246 9 more-than", Compatible(Why::Bound)),
            ("31.02 12", "31020 9", Equal),
            ("0.5 9", "500 6", Equal),
            ("16600 9 about", "16610 9", Compatible(Why::Hedge)),
            ("16600 9", "16610 9", Compatible(Why::Rounding)),
            ("16600", "16610", Disjoint(Slip::DifferentValue)),
            ("20 6", "24 6", Disjoint(Slip::DifferentValue)),
            ("3 2", "312", Disjoint(Slip::DifferentValue)),
            ("1.1 6 almost", "1100000", Compatible(Why::Hedge)),
            ("8.6 12 about", "8600 9", Compatible(Why::Hedge)),
        ],
    );
}

#[test]
fn digits_tell_the_slip() {
    let cases = [
        ("11", "110", Slip::MagnitudeSlip),
        ("124500", "12450", Slip::MagnitudeSlip),
        ("124536", "12450", Slip::MagnitudeSlip),
        ("125000", "12450", Slip::MagnitudeSlip),
        ("124", "12", Slip::DifferentValue),
        ("300 9", "300 6", Slip::MagnitudeSlip),
        ("9.5 9", "9.5 6", Slip::MagnitudeSlip),
        ("18.4", "1.84", Slip::MagnitudeSlip),
        ("10..15", "100..150", Slip::MagnitudeSlip),
        ("2400", "2.4", Slip::SeparatorSlip),
        ("16610 9", "16.61 9", Slip::SeparatorSlip),
        ("2350", "2530", Slip::DigitSwap),
        ("39846", "38946", Slip::DigitSwap),
        ("48", "84", Slip::DigitSwap),
        ("106", "160", Slip::DigitSwap),
        ("1.5", "5.1", Slip::DigitSwap),
        ("13..14", "31..41", Slip::DigitSwap),
        ("123", "321", Slip::DifferentValue),
        ("7", "9", Slip::DifferentValue),
        ("117", "107", Slip::DifferentValue),
        ("11", "12..13", Slip::DifferentValue),
    ];
    for (a, b, slip) in cases {
        let b = scaled(b);
        assert_eq!(
            judge(&scaled(a), Exact, &b, Exact),
            Disjoint(slip),
            "{a} / {b:?}"
        );
    }
}

#[test]
fn an_order_of_magnitude_admits_what_reaches_it() {
    check(
        scaled,
        &[
            ("1000000000~", "6.2 9", Compatible(Why::OrderOfMagnitude)),
            ("1000~ at-least", "18274", Compatible(Why::OrderOfMagnitude)),
            (
                "1000000000~",
                "1 9 less-than",
                Disjoint(Slip::BoundViolated),
            ),
            ("1000000000~", "100 6", Disjoint(Slip::BoundViolated)),
            ("1000000000~", "1000000~", Compatible(Why::OrderOfMagnitude)),
            ("1000000000~ at-least", "1000000000~", Equal),
        ],
    );
}

/// "5 km": a length in its unit; any other unit is of no known size.
fn measure(text: &str) -> (Value, Option<&str>) {
    let (figure, unit) = text
        .split_once(' ')
        .map_or((text, None), |(figure, unit)| (figure, Some(unit)));
    let base = |dimension: &str, factor| {
        Some(Base {
            dimension: dimension.to_owned(),
            factor: Number::from_integer(factor),
        })
    };
    let base = match unit {
        Some("km") => base("length", 1000),
        Some("m") => base("length", 1),
        Some("kg") => base("mass", 1),
        Some("%" | "pp") => base("ratio", 1),
        _ => None,
    };
    (
        Value::Number(Quantity {
            base,
            ..quantity(figure)
        }),
        unit,
    )
}

#[test]
fn units_convert_within_a_dimension_only() {
    for (a, b, expected) in [
        ("5 km", "5000 m", Compatible(Why::Conversion)),
        ("5 km", "5012 m", Compatible(Why::Rounding)),
        ("5 km", "5 m", Disjoint(Slip::UnitSlip)),
        ("5 km", "7000 m", Disjoint(Slip::DifferentValue)),
        ("5 km", "50000 m", Disjoint(Slip::MagnitudeSlip)),
        ("5 km", "5 km", Equal),
        ("5 km", "5 kg", Incomparable),
        ("500000 USD", "500000 VND", Disjoint(Slip::UnitSlip)),
        ("500000 USD", "12000000 VND", Incomparable),
        ("500000 USD", "500000 USD", Equal),
        ("52 %", "25 %", Disjoint(Slip::DigitSwap)),
        ("2 %", "2 pp", Incomparable),
        ("2 %", "2 ‰", Incomparable),
        ("11", "11 %", Incomparable),
    ] {
        let ((x, unit_x), (y, unit_y)) = (measure(a), measure(b));
        let stated = |value, unit| Stated {
            value,
            qualifier: Exact,
            unit,
        };
        assert_eq!(
            judge_stated(stated(&x, unit_x), stated(&y, unit_y)),
            expected,
            "{a} | {b}"
        );
    }
}

#[test]
fn fractions_are_exact() {
    check(
        scaled,
        &[
            ("2/3", "4/6", Equal),
            ("2/3", "0.67", Compatible(Why::Rounding)),
            ("2/3", "1/3", Disjoint(Slip::DifferentValue)),
            ("2/3 about", "0.65", Compatible(Why::Hedge)),
            ("2/3 about", "0.8", Disjoint(Slip::DifferentValue)),
            ("1/2", "0.7", Disjoint(Slip::DifferentValue)),
        ],
    );
}

#[test]
fn numbers_that_do_not_fit_are_incomparable() {
    let huge = Value::Number(Quantity::single(
        Number::new(i128::MAX, 3),
        Number::from_integer(1),
    ));
    let other = Value::Number(Quantity::single(
        Number::new(i128::MAX - 1, 7),
        Number::from_integer(1),
    ));
    assert_eq!(judge(&huge, About, &other, Exact), Incomparable);
    let least = Value::Number(Quantity::single(
        Number::from_integer(i128::MIN),
        Number::from_integer(1),
    ));
    assert_eq!(judge(&least, Exact, &other, Exact), Incomparable);
}

#[test]
fn scores_and_kinds() {
    let score = |goals: [u32; 2]| Value::Score(goals.to_vec());
    let cases = [
        (score([3, 2]), score([3, 2]), Equal),
        (score([3, 2]), score([2, 3]), Disjoint(Slip::DifferentValue)),
        (score([3, 2]), scaled("3"), Incomparable),
        (scaled("2"), duration("P2D"), Incomparable),
        (
            Value::Unresolved { coarse: true },
            Value::Unresolved { coarse: true },
            Incomparable,
        ),
        (
            Value::Unresolved { coarse: true },
            dates("2023"),
            Incomparable,
        ),
    ];
    for (a, b, expected) in cases {
        assert_eq!(judge(&a, Exact, &b, Exact), expected, "{a:?} / {b:?}");
    }
}
