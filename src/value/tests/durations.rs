use super::*;
use Qualifier::Exact;
use Relation::{Compatible, Disjoint, Equal, Incomparable};

#[test]
fn lengths_of_time_relate_across_units() {
    check(
        duration,
        &[
            ("P2W", "P2W", Equal),
            ("P2W", "P14D", Compatible(Why::Conversion)),
            ("P18M", "P1Y6M", Compatible(Why::Conversion)),
            ("PT120M", "PT2H", Compatible(Why::Conversion)),
            ("P3D", "PT72H", Compatible(Why::Conversion)),
            ("P1M", "P30D", Compatible(Why::Conversion)),
            ("P1Y", "P365D", Compatible(Why::Conversion)),
            ("P1Y", "P52W", Compatible(Why::Rounding)),
            ("P2Y", "P23M", Compatible(Why::Rounding)),
            ("P2Y", "P18M", Disjoint(Slip::DifferentValue)),
            ("P2W about", "P14D", Compatible(Why::Hedge)),
            ("P2W about", "P17D", Compatible(Why::Hedge)),
            ("P2W about", "P2M about", Disjoint(Slip::UnitSlip)),
            ("P18M almost", "P17M", Compatible(Why::Hedge)),
            ("P18M almost", "P15M", Disjoint(Slip::DifferentValue)),
            ("P18M at-most", "P1Y", Compatible(Why::Bound)),
            ("P18M at-most", "P2Y", Disjoint(Slip::BoundViolated)),
            ("P1Y more-than", "P13M", Compatible(Why::Bound)),
            ("P1Y more-than", "P1Y", Compatible(Why::Bound)),
            ("P3D less-than", "P3D", Disjoint(Slip::BoundViolated)),
            ("P3D at-least", "P3D..", Equal),
            ("P3D..P4D", "P3D", Compatible(Why::Range)),
            ("P3D..P4D", "P3D..P4D", Equal),
            ("P3D..P4D", "P3W..P4W", Disjoint(Slip::UnitSlip)),
            ("P3D..P4D", "P5D", Disjoint(Slip::DifferentValue)),
            ("P2D", "P2W", Disjoint(Slip::UnitSlip)),
            ("P2D", "P3D", Disjoint(Slip::DifferentValue)),
            ("P11M", "P10M", Disjoint(Slip::DifferentValue)),
            ("PT4M15.02S", "PT4M15.2S", Disjoint(Slip::DigitSwap)),
            ("PT4M15.02S", "PT5M15.2S", Disjoint(Slip::DifferentValue)),
            ("PT30M", "PT300M", Disjoint(Slip::MagnitudeSlip)),
            ("P12D", "P21D", Disjoint(Slip::DigitSwap)),
            ("P1M", "P60D", Disjoint(Slip::DifferentValue)),
        ],
    );
}

#[test]
fn clock_times_relate_by_precision_and_zone() {
    check(
        time,
        &[
            ("16:26", "16:26", Equal),
            ("16", "16:26", Compatible(Why::CoarserDate)),
            ("16", "17", Disjoint(Slip::DifferentValue)),
            ("19:00", "20:00", Disjoint(Slip::DifferentValue)),
            ("10:25", "10:52", Disjoint(Slip::DigitSwap)),
            ("20:05", "20:50", Disjoint(Slip::DigitSwap)),
            ("10:25", "11:52", Disjoint(Slip::DifferentValue)),
            ("08/17", "08:00/17:00", Equal),
            ("08:00/17:00", "09:30", Compatible(Why::Range)),
            ("08:00/17:00", "17:30", Disjoint(Slip::DifferentValue)),
            ("22:00/03:00", "01:00", Compatible(Why::Range)),
            ("24:00", "00:00", Equal),
            ("21:30 about", "21:40", Compatible(Why::Hedge)),
            ("21:30 about", "23:30", Disjoint(Slip::DifferentValue)),
            ("17:00 at-most", "16:00", Compatible(Why::Bound)),
            ("17:00 at-most", "18:00", Disjoint(Slip::BoundViolated)),
            ("20:00+07:00", "13:00Z", Compatible(Why::TimeZone)),
            ("02:00+07:00", "19:00Z", Compatible(Why::TimeZone)),
            ("20:00+07:00", "20:00Z", Disjoint(Slip::DifferentValue)),
            ("20:00+07:00", "20:00", Equal),
            ("20:00+07:00", "13:00", Incomparable),
        ],
    );
}

#[test]
fn recurrences_are_equal_or_different() {
    let every = |text: &str| {
        Value::Recurrence(Some(Recurrence {
            every: period(text),
        }))
    };
    let cases = [
        (every("P1Y"), every("P1Y"), Equal),
        (every("P1Y"), every("P12M"), Equal),
        (every("P1Y"), every("P2Y"), Disjoint(Slip::DifferentValue)),
        (every("P1Y"), Value::Recurrence(None), Incomparable),
        (
            Value::Recurrence(None),
            Value::Recurrence(None),
            Incomparable,
        ),
    ];
    for (a, b, expected) in cases {
        assert_eq!(judge(&a, Exact, &b, Exact), expected, "{a:?} / {b:?}");
    }
}

#[test]
fn clock_times_that_do_not_exist_are_refused() {
    for (hour, minute, second) in [
        (25, None, None),
        (24, Some(1), None),
        (8, Some(60), None),
        (8, None, Some(5)),
        (8, Some(5), Some(60)),
    ] {
        assert_eq!(
            ClockTime::new(hour, minute, second),
            None,
            "{hour} {minute:?} {second:?}"
        );
    }
    assert!(ClockTime::new(24, Some(0), None).is_some());
}

#[test]
fn clock_times_refine_dates() {
    check(
        dates,
        &[
            ("2025-07-11T15", "2025-07-11", Compatible(Why::CoarserDate)),
            (
                "2025-07-11T15",
                "2025-07-11T15:30",
                Compatible(Why::CoarserDate),
            ),
            (
                "2025-07-11T15",
                "2025-07-11T16",
                Disjoint(Slip::DifferentValue),
            ),
            (
                "2025-07-07T15",
                "2025-07-07T16",
                Disjoint(Slip::DifferentValue),
            ),
            ("2025-06-30T24:00", "2025-07-01T00:00", Equal),
            (
                "2025-07-12T06:00+07:00",
                "2025-07-11T23:00Z",
                Compatible(Why::TimeZone),
            ),
            (
                "2025-07-12T06:00+07:00",
                "2025-07-12T06:00Z",
                Disjoint(Slip::DifferentValue),
            ),
            ("2025-07-12T06:00+07:00", "2025-07-12T06:00", Equal),
            ("2025-07-12T06:00+07:00", "2025-07-11T23:00", Incomparable),
            (
                "2025-07-12T06:00+07:00",
                "2025-07-15T23:00",
                Disjoint(Slip::DifferentValue),
            ),
            (
                "2025-07-14T22/2025-07-15T03",
                "2025-07-15T01:00",
                Compatible(Why::Range),
            ),
        ],
    );
}
