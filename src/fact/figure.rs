//! Figures that tell by themselves that two articles speak of the same thing: 35.827, 612 mm, 1,1 tỷ USD.

use std::collections::{BTreeMap, BTreeSet};

use super::Stand;
use crate::claim::Claim;
use crate::mention::Kind;
use crate::source::BlockKind;
use crate::value::{Calendar, Number, PartialDate, Relation, Value, Why, format_number};

/// How much an equal figure says.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Distinct {
    /// Nothing: 3, 11, 40.
    No,
    /// Something, in articles about one event: 300 tỷ đồng.
    Weak,
    /// A lot: three significant digits or more, or two with a unit.
    Strong,
}

/// A figure under a key that equal figures of any spelling share: "money VND 16610000000000".
fn key(claim: &Claim) -> Option<(String, Distinct)> {
    let mention = &claim.mention;
    let (value, distinct) = match claim.value() {
        // "hàng nghìn" may be of anything.
        Value::Number(quantity) if quantity.magnitude_only => return None,
        Value::Number(quantity) => {
            let base = quantity
                .base
                .as_ref()
                .map_or(Number::from_integer(1), |base| base.factor);
            let written = |number: Number| {
                let value = num_traits::CheckedMul::checked_mul(&number, &base)?;
                Some(format_number(value))
            };
            match (quantity.as_single(), quantity.low, quantity.high) {
                (Some(single), ..) => (written(single)?, distinct(mention.kind, single)),
                // Two ends are hardly the same by chance: "7.000 đến 20.000 đồng".
                (None, Some(low), Some(high)) => {
                    let telling = distinct(mention.kind, low).max(distinct(mention.kind, high));
                    (
                        format!("{}..{}", written(low)?, written(high)?),
                        telling.max(Distinct::Weak),
                    )
                }
                _ => return None,
            }
        }
        // "từ 5h đến 22h": a stretch of the day is one and the same, a single hour may be of anything.
        Value::Time(range) if range.end != range.start => {
            (claim.value().notation()?, Distinct::Strong)
        }
        // So is a minute.
        Value::Time(range) if range.start.minute.is_some_and(|minute| minute != 0) => {
            (claim.value().notation()?, Distinct::Weak)
        }
        Value::Score(sides) => (format!("{sides:?}"), Distinct::Weak),
        Value::Duration { low, high } if low == high => (claim.value().notation()?, Distinct::Weak),
        // A quarter, a run of years or of days is one and the same wherever it is named; a day holds many things.
        Value::Date(dates) => {
            let [range] = dates.readings.as_slice() else {
                return None;
            };
            let (start, end) = (range.start.as_ref()?, range.end.as_ref()?);
            let (first, last) = (start.days()?.0, end.days()?.1);
            let distinct = match start.unit {
                Calendar::Quarter(_) | Calendar::Half(_) => Distinct::Weak,
                Calendar::Month(_) | Calendar::Day(..) if start != end => Distinct::Weak,
                Calendar::Year if start != end => Distinct::Strong,
                Calendar::Year | Calendar::Month(_) | Calendar::Day(..)
                    if start == end && start.year.is_some() =>
                {
                    Distinct::Weak
                }
                _ => return None,
            };
            (format!("{first}/{last}"), distinct)
        }
        _ => return None,
    };
    let base = match &mention.value {
        Value::Number(quantity) => quantity.base.as_ref().map(|base| base.dimension.clone()),
        _ => None,
    };
    let unit = base.or_else(|| mention.unit.clone()).unwrap_or_default();
    (distinct > Distinct::No).then(|| (format!("{} {unit} {value}", mention.kind.name()), distinct))
}

/// How much the figure of two claims says, where they have the same one or one that rounds it.
pub(super) fn distinct_in(a: Stand<'_>, b: Stand<'_>, relation: Relation) -> Distinct {
    match shared(a, b) {
        distinct if distinct > Distinct::No => distinct,
        // "gần 36.000" for 35.827: what is told to the last digit is hardly another figure.
        _ if matches!(relation, Relation::Compatible(Why::Rounding | Why::Hedge))
            && digits(a.claim).max(digits(b.claim)) >= 4 =>
        {
            Distinct::Weak
        }
        _ => Distinct::No,
    }
}

/// Significant digits of the figure of a claim, without the noughts at its ends; 0 for what is no single figure.
pub(super) fn digits(claim: &Claim) -> usize {
    match claim.value() {
        Value::Number(quantity) => quantity.as_single().map_or(0, significant),
        Value::Duration {
            low: Some(low),
            high: Some(high),
        } if low == high => low.single().map_or(0, significant),
        _ => 0,
    }
}

fn significant(value: Number) -> usize {
    let digits = format_number(value).replace(['.', '-'], "");
    digits.trim_start_matches('0').trim_end_matches('0').len()
}

fn distinct(kind: Kind, value: Number) -> Distinct {
    let digits = significant(value);
    let united = matches!(kind, Kind::Money | Kind::Measure | Kind::Percent);
    match (digits, united) {
        (3.., _) | (2, true) => Distinct::Strong,
        (1, true) => Distinct::Weak,
        _ if kind == Kind::Count && value >= Number::from_integer(100) => Distinct::Weak,
        (2, false) if kind == Kind::Count && value > Number::from_integer(12) => Distinct::Weak,
        _ if kind == Kind::Ordinal && value >= Number::from_integer(10) => Distinct::Weak,
        _ => Distinct::No,
    }
}

/// Whether a figure is an amount of money or a measure.
pub(super) fn is_amount(claim: &Claim) -> bool {
    matches!(claim.mention.kind, Kind::Money | Kind::Measure)
}

/// Whether a number stands in a unit, or in per cent.
pub(super) fn united(claim: &Claim) -> bool {
    claim.is_united()
}

/// How many digits say that a figure is the same in another spelling: those that it has, and its unit.
pub(super) fn worth(claim: &Claim) -> usize {
    let unit = match claim.mention.kind {
        Kind::Money => 2,
        Kind::Measure | Kind::Percent => 1,
        _ => 0,
    };
    digits(claim) + unit
}

/// Whether two figures are written with the same signs but for one digit.
pub(crate) fn differ_in_one_digit(one: &str, other: &str) -> bool {
    let pairs = one.chars().zip(other.chars());
    let mut differ = pairs.filter(|(x, y)| x != y);
    let digits = |(x, y): (char, char)| x.is_ascii_digit() && y.is_ascii_digit();
    one.len() == other.len() && differ.next().is_some_and(digits) && differ.next().is_none()
}

/// Whether a number has three digits or more, without the noughts at its ends, or is a thousand or more.
pub(crate) fn has_many_digits(claim: &Claim) -> bool {
    digits(claim) >= 3 || is_long(claim)
}

/// Whether a figure is a thousand or more, to two digits or more.
pub(super) fn is_long(claim: &Claim) -> bool {
    let Value::Number(quantity) = claim.value() else {
        return false;
    };
    let large = |number: Number| number >= Number::from_integer(1000);
    digits(claim) >= 2 && quantity.as_single().is_some_and(large)
}

/// Whether a count is a whole number from 20 to 99: chance makes two of them equal less often than smaller ones.
pub(super) fn is_tens(claim: &Claim) -> bool {
    let (from, to) = (Number::from_integer(20), Number::from_integer(100));
    let size = claim.value().size();
    claim.mention.kind == Kind::Count
        && digits(claim) == 2
        && size.is_some_and(|size| size.is_integer() && (from..to).contains(&size))
}

/// Whether a figure is a hundred or more.
pub(super) fn is_large(value: &Value) -> bool {
    let Value::Number(quantity) = value else {
        return false;
    };
    let single = quantity.as_single();
    single.is_some_and(|number| number >= Number::from_integer(100))
}

/// Whether neither of two figures is more than so many times the other; true for what is no figure.
pub(super) fn within(times: i128, a: &Value, b: &Value) -> bool {
    let end = |value: &Value| match value {
        Value::Duration { low, high } => low.as_ref().or(high.as_ref())?.mean_hours(),
        _ => value.size(),
    };
    match (end(a), end(b)) {
        // Whole numbers need no common denominator.
        (Some(x), Some(y)) if x.is_integer() && y.is_integer() => {
            let (x, y) = (*x.numer(), *y.numer());
            let times = |n: i128| n.checked_mul(times).unwrap_or(n);
            x <= times(y) && y <= times(x)
        }
        (Some(x), Some(y)) => {
            let factor = Number::from_integer(times);
            let times = |n: Number| num_traits::CheckedMul::checked_mul(&n, &factor).unwrap_or(n);
            x <= times(y) && y <= times(x)
        }
        _ => true,
    }
}

/// Whether two numbers differ by a twentieth at most, in whatever units they stand.
pub(super) fn is_close(a: &Value, b: &Value) -> bool {
    let size = |value: &Value| {
        let factor = match value {
            Value::Number(quantity) => quantity.base.as_ref().map(|base| base.factor),
            _ => None,
        };
        let size = value.size()?;
        match factor {
            Some(factor) => num_traits::CheckedMul::checked_mul(&size, &factor),
            None => Some(size),
        }
    };
    let twentieth = Number::new(21, 20);
    let reaches = |x: Number, y: Number| {
        num_traits::CheckedMul::checked_mul(&x, &twentieth).is_some_and(|most| y <= most)
    };
    matches!((size(a), size(b)), (Some(x), Some(y)) if reaches(x, y) && reaches(y, x))
}

/// Whether a date is one day, month or year, which tells only where a text names it once.
fn is_plain_date(claim: &Claim) -> bool {
    match claim.value() {
        Value::Date(dates) => dates.readings.iter().all(|range| {
            let quarter =
                |date: &PartialDate| matches!(date.unit, Calendar::Quarter(_) | Calendar::Half(_));
            range.start == range.end && !range.start.as_ref().is_some_and(quarter)
        }),
        _ => false,
    }
}

/// Notes which figures of one article stand in its body once. A day that a text names more than once tells nothing: which is
/// meant is not known. Nor does a figure that stands once tell much where it may stand by chance in one of very many articles:
/// `few` says that there are not so many.
pub(super) fn note_repeated(stands: &mut [Stand<'_>], few: bool) {
    let body = |stand: &Stand<'_>| stand.claim.block != BlockKind::Title;
    let mut counts: BTreeMap<u32, usize> = BTreeMap::new();
    for stand in stands.iter() {
        let counted = body(stand) || is_plain_date(stand.claim);
        if let Some(figure) = stand.figure.filter(|_| counted) {
            *counts.entry(figure.number).or_default() += 1;
        }
    }
    for stand in stands {
        let Some(figure) = &mut stand.figure else {
            continue;
        };
        let times = counts.get(&figure.number).copied().unwrap_or(0);
        figure.single = few && times <= 1;
        if times > 1 && is_plain_date(stand.claim) {
            stand.figure = None;
        }
    }
}

/// A telling figure of a run: equal figures have one number.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Telling {
    /// Its number in the run.
    pub number: u32,
    /// How much it says.
    pub distinct: Distinct,
    /// Its article tells it once, but for the headline.
    pub single: bool,
}

/// Gives equal telling figures the same number.
#[derive(Debug, Default)]
pub(super) struct Numbers(BTreeMap<String, u32>);

impl Numbers {
    pub fn of(&mut self, claim: &Claim) -> Option<Telling> {
        let (key, distinct) = key(claim)?;
        let next = u32::try_from(self.0.len()).ok()?;
        let number = *self.0.entry(key).or_insert(next);
        Some(Telling {
            number,
            distinct,
            single: false,
        })
    }
}

/// How much it says that two claims have the same figure; nothing where they do not.
pub(super) fn shared(a: Stand<'_>, b: Stand<'_>) -> Distinct {
    match (a.figure, b.figure) {
        (Some(one), Some(other)) if one.number == other.number => one.distinct,
        _ => Distinct::No,
    }
}

/// Whether each of two articles tells the figure that both have once. In articles about one event nine such figures of
/// ten are one fact, whatever they count.
pub(super) fn is_single(a: Stand<'_>, b: Stand<'_>) -> bool {
    let single = |stand: Stand<'_>| stand.figure.is_some_and(|figure| figure.single);
    shared(a, b) > Distinct::No && single(a) && single(b)
}

/// The most telling figures of every sentence that has some: source and number of the sentence, and the figures, ascending.
pub(super) type BySentence = Vec<((usize, usize), Vec<u32>)>;

pub(super) fn by_sentence(stands: &[Stand<'_>]) -> BySentence {
    let mut found = BTreeMap::<_, BTreeSet<u32>>::new();
    for stand in stands {
        if let Some(Telling {
            number,
            distinct: Distinct::Strong,
            ..
        }) = stand.figure
        {
            found
                .entry((stand.source, stand.claim.sentence_number))
                .or_default()
                .insert(number);
        }
    }
    let found = found.into_iter();
    found
        .map(|(place, numbers)| (place, numbers.into_iter().collect()))
        .collect()
}
