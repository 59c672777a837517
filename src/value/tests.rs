#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "tests"
)]

mod calendar;
mod dates;
mod durations;
mod notation;
mod numbers;
mod properties;
mod resolve;

use super::*;

/// "2400", "18..25", "20..", "..7000"; the step is the last place written.
fn quantity(text: &str) -> Quantity {
    let step = |text: &str| {
        text.split_once('.')
            .map_or(Number::from_integer(1), |(_, decimals)| {
                Number::new(1, 10_i128.pow(u32::try_from(decimals.len()).unwrap()))
            })
    };
    let number = |text: &str| parse_decimal(text).unwrap();
    match text.split_once("..") {
        Some(("", high)) => Quantity {
            low: None,
            ..Quantity::single(number(high), step(high))
        },
        Some((low, "")) => Quantity {
            high: None,
            ..Quantity::single(number(low), step(low))
        },
        Some((low, high)) => Quantity::range(number(low), number(high), step(low).min(step(high))),
        None => Quantity::single(number(text), step(text)),
    }
}

/// "16.61 9" is 16.61 followed by a scale word of ten to the ninth, "1000~" thousands, "2/3" a fraction.
fn scaled(text: &str) -> Value {
    if let Some((numerator, denominator)) = text.split_once('/') {
        let value = parse_decimal(numerator).unwrap() / parse_decimal(denominator).unwrap();
        return Value::Number(Quantity::single(value, Number::from_integer(1)));
    }
    if let Some(power) = text.strip_suffix('~') {
        let open = Quantity {
            high: None,
            magnitude_only: true,
            ..quantity(power)
        };
        return Value::Number(open);
    }
    let (figure, power) = text.split_once(' ').unwrap_or((text, "0"));
    let scale = Number::from_integer(10_i128.pow(power.parse().unwrap()));
    let plain = quantity(figure);
    let end = |end: Option<Number>| end.map(|value| value * scale);
    let step = plain.step * scale;
    Value::Number(Quantity {
        low: end(plain.low),
        high: end(plain.high),
        step,
        ..plain
    })
}

/// A period from its ISO 8601 form, with decimals in any unit.
fn period(text: &str) -> Period {
    let mut period = Period::default();
    let (mut count, mut in_time) = (String::new(), false);
    for letter in text.strip_prefix('P').unwrap().chars() {
        if letter.is_ascii_digit() || letter == '.' {
            count.push(letter);
            continue;
        }
        if letter == 'T' {
            in_time = true;
            continue;
        }
        let field = match (letter, in_time) {
            ('Y', _) => &mut period.years,
            ('M', false) => &mut period.months,
            ('W', _) => &mut period.weeks,
            ('D', _) => &mut period.days,
            ('H', _) => &mut period.hours,
            ('M', true) => &mut period.minutes,
            ('S', _) => &mut period.seconds,
            _ => panic!("{text}"),
        };
        *field = parse_decimal(&count).unwrap();
        count.clear();
    }
    period
}

fn duration(text: &str) -> Value {
    let (low, high) = text.split_once("..").unwrap_or((text, text));
    let end = |text: &str| (!text.is_empty()).then(|| period(text));
    Value::Duration {
        low: end(low).map(Box::new),
        high: end(high).map(Box::new),
    }
}

/// The inverse of [`PartialDate::notation`].
fn partial(text: &str) -> PartialDate {
    let (day, time) = text
        .split_once('T')
        .map_or((text, None), |(day, time)| (day, Some(clock(time))));
    let number = |text: &str| text.parse::<u8>().unwrap();
    let (year, rest) = (&day[..4], day.get(5..).unwrap_or(""));
    let unit = match rest.as_bytes() {
        [] if year.ends_with("XX") => Calendar::Century,
        [] if year.ends_with('X') => Calendar::Decade,
        [] => Calendar::Year,
        [b'X', b'X', ..] => Calendar::DayOfMonth(number(&rest[3..])),
        [b'W', b'X', ..] => Calendar::Weekday(number(&rest[4..])),
        [b'W', ..] => Calendar::Week(number(&rest[1..])),
        [_, _] => match number(rest) {
            code @ 21..=24 => Calendar::Season(code - 20),
            code @ 33..=36 => Calendar::Quarter(code - 32),
            code @ 40..=41 => Calendar::Half(code - 39),
            month => Calendar::Month(month),
        },
        _ => Calendar::Day(number(&rest[..2]), number(&rest[3..])),
    };
    let year = if year == "XXXX" {
        None
    } else {
        Some(year.replace('X', "0").parse().unwrap())
    };
    PartialDate {
        time,
        ..PartialDate::new(year, unit).unwrap_or_else(|| panic!("{text}"))
    }
}

fn range(text: &str) -> DateRange {
    let (start, end) = text.split_once('/').unwrap_or((text, text));
    let end_of = |text: &str| (text != "..").then(|| partial(text));
    DateRange {
        start: end_of(start),
        end: end_of(end),
    }
}

/// An EDTF date, range or set of readings.
fn dates(text: &str) -> Value {
    let readings = text
        .trim_matches(['[', ']'])
        .split(',')
        .map(range)
        .collect();
    Value::Date(Dates { readings })
}

/// "16:26", "16", "16:26+07:00", "09Z".
fn clock(text: &str) -> ClockTime {
    let at = text.find(['+', '-', 'Z']).unwrap_or(text.len());
    let (time, zone) = text.split_at(at);
    let mut parts = time.split(':').map(|part| part.parse::<u8>().unwrap());
    let offset = match zone {
        "" => None,
        "Z" => Some(0),
        _ => {
            let minutes = zone[1..3].parse::<i16>().unwrap() * 60
                + zone.get(4..6).map_or(0, |part| part.parse().unwrap());
            Some(if zone.starts_with('-') {
                -minutes
            } else {
                minutes
            })
        }
    };
    let hour = parts.next().unwrap();
    ClockTime {
        offset,
        ..ClockTime::new(hour, parts.next(), parts.next()).unwrap()
    }
}

fn time(text: &str) -> Value {
    let (start, end) = text.split_once('/').unwrap_or((text, text));
    Value::Time(ClockRange {
        start: clock(start),
        end: clock(end),
    })
}

/// Judges pairs of texts, each with the name of its qualifier after it unless that is exact.
fn check(read: fn(&str) -> Value, cases: &[(&str, &str, Relation)]) {
    let stated = |text: &str| {
        let word = text
            .rsplit_once(' ')
            .and_then(|(rest, name)| Some((rest.to_owned(), Qualifier::from_name(name)?)));
        let (text, qualifier) = word.unwrap_or((text.to_owned(), Qualifier::Exact));
        (read(&text), qualifier)
    };
    for (a, b, expected) in cases {
        let ((x, qualifier_x), (y, qualifier_y)) = (stated(a), stated(b));
        assert_eq!(
            judge(&x, qualifier_x, &y, qualifier_y),
            *expected,
            "{a} | {b}"
        );
    }
}

/// Judges a pair both ways round.
fn judge(a: &Value, qualifier_a: Qualifier, b: &Value, qualifier_b: Qualifier) -> Relation {
    judge_stated(
        Stated {
            value: a,
            qualifier: qualifier_a,
            unit: None,
        },
        Stated {
            value: b,
            qualifier: qualifier_b,
            unit: None,
        },
    )
}

fn judge_stated(a: Stated<'_>, b: Stated<'_>) -> Relation {
    let relation = relate(a, b);
    assert_eq!(relation, relate(b, a), "not symmetric: {a:?} {b:?}");
    // What sorts values before they are held against each other must never part equal ones.
    if relation == Relation::Equal {
        assert_eq!(equal_only_with(a), equal_only_with(b), "{a:?} {b:?}");
    }
    relation
}
