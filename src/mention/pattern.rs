//! Matches of the pack's patterns to readings.

use super::Kind;
use super::candidate::{Candidate, Made, Role};
use super::clock::clocks;
use super::date::{Fields, dates};
use super::fill::{Filler, SlotValue};
use super::measured::period;
use super::notation::{iso_period, notation, times};
use super::numeral::{NumberAt, number_at, scales};
use super::quantity::{Amount, quantities_from};
use super::race::race_time;
use super::reference::Asked;
use super::together::{Together, is_of_one_day};
use crate::pack::schema::PatternKind;
use crate::pack::{Filled, Pack, Pattern, Slot, View, Walk};
use crate::value::{Number, Period, Qualifier, Quantity, Recurrence, Value, parse_decimal};

/// Every match of a pattern that starts at token `i`; `walk` goes over the tokens of `view`.
pub(super) fn matches_at(
    pack: &Pack,
    view: &View<'_>,
    walk: &mut Walk<'_, '_, Filler<'_>>,
    i: usize,
    reference: &Asked<'_>,
    out: &mut Vec<Candidate>,
) {
    let opens = |pattern: usize| pack.patterns[pattern].may_open(view, i);
    walk.from(i, &opens, &mut |pattern, end, filled| {
        let pattern = &pack.patterns[pattern];
        if allowed(pattern, view, i, end) {
            make(pack, pattern, view, (i, end), filled, reference, out);
        }
    });
}

fn allowed(pattern: &Pattern, view: &View<'_>, start: usize, end: usize) -> bool {
    if cuts_a_number(view, start) || cuts_a_number(view, end) {
        return false;
    }
    let before = |set: &crate::pack::PhraseSet| set.ending_before(view, start).is_some();
    (!pattern.sentence_start || start == 0)
        && !before(&pattern.not_after)
        && !pattern.not_before.contains_at(view, end)
        && pattern.after.as_ref().is_none_or(before)
        && pattern.before.as_ref().is_none_or(|set| {
            set.contains_at(view, end) || pattern.before_end && end == view.tokens.len()
        })
}

/// Whether the place before token `at` lies inside a number: "5,2" must not be cut at its comma.
fn cuts_a_number(view: &View<'_>, at: usize) -> bool {
    let glued = |i: usize| view.tokens.get(i).is_some_and(|token| !token.spaced);
    let joint = |i: usize| matches!(view.sign(i), Some('.' | ','));
    let after = at > 0
        && joint(at)
        && glued(at)
        && glued(at + 1)
        && view.digits(at - 1).is_some()
        && view.digits(at + 1).is_some();
    let before = at > 1
        && joint(at - 1)
        && glued(at - 1)
        && glued(at)
        && view.digits(at - 2).is_some()
        && view.digits(at).is_some();
    after || before
}

fn make(
    pack: &Pack,
    pattern: &Pattern,
    view: &View<'_>,
    (start, end): (usize, usize),
    filled: &[Filled<SlotValue>],
    reference: &Asked<'_>,
    out: &mut Vec<Candidate>,
) {
    let valued = |f: &&Filled<SlotValue>| !matches!(f.slot, Slot::List(_) | Slot::Part);
    let core = match (
        filled.iter().find(valued),
        filled.iter().rev().find(|f| valued(f)),
    ) {
        (Some(first), Some(last)) => (first.tokens.0, last.tokens.1),
        _ => (start, end),
    };
    let mut push = |kind: Kind, value: Value, qualifier: Qualifier| {
        let made = Made::Value {
            kind,
            value,
            qualifier,
            unit: None,
            role: Role::Is,
        };
        out.push(Candidate {
            start,
            end,
            core,
            priority: pattern.priority,
            made,
            together: None,
            rules: vec![pattern.name.clone()],
        });
    };
    let stated = pattern.qualifier.unwrap_or_default();
    match pattern.kind {
        PatternKind::Ignore => out.push(Candidate {
            start,
            end,
            core,
            priority: pattern.priority,
            made: Made::Ignored(pattern.reason.clone()),
            together: None,
            rules: vec![pattern.name.clone()],
        }),
        PatternKind::Date => {
            if let Some((value, qualifier)) = dates(
                pack,
                Fields::of(filled, &pattern.set),
                &pattern.set,
                reference.get(),
            ) {
                // "(29/6/1992 - 29/6/2027)": an anniversary, and no stretch of 35 years.
                let to_day = filled.iter().any(|f| f.end && f.slot == Slot::Day);
                if to_day && is_of_one_day(&value) {
                    return;
                }
                // A part of the period says more than the words around it.
                let qualifier = match qualifier {
                    Qualifier::Exact => stated,
                    part => part,
                };
                push(Kind::Date, value, qualifier);
                if !pattern.set.contains_key("one-value")
                    && let Some(date) = out.last_mut()
                {
                    date.together = Together::of(filled, view, (start, end));
                }
            }
        }
        PatternKind::Time => {
            if let Some(range) = clocks(&Fields::of(filled, &pattern.set), &pattern.set) {
                push(Kind::Time, Value::Time(range), stated);
            }
        }
        PatternKind::Duration => {
            let span = pattern
                .value
                .as_deref()
                .and_then(iso_period)
                .or_else(|| span_of(pack, filled))
                .or_else(|| race_time(view, filled));
            if let Some(span) = span {
                push(
                    Kind::Duration,
                    Value::Duration {
                        low: Some(Box::new(span.clone())),
                        high: Some(Box::new(span)),
                    },
                    stated,
                );
            }
        }
        PatternKind::Recurrence => {
            let every = match pattern.value.as_deref() {
                Some("") => Some(None),
                Some(value) => value.strip_prefix("R/").and_then(iso_period).map(Some),
                None => span_of(pack, filled).map(Some),
            };
            if let Some(every) = every {
                push(
                    Kind::Recurrence,
                    Value::Recurrence(every.map(|every| Recurrence { every })),
                    stated,
                );
            }
        }
        PatternKind::Ordinal => {
            let value = pattern
                .value
                .as_deref()
                .and_then(parse_decimal)
                .or_else(|| integer(filled).map(Number::from_integer));
            if let Some(value) = value {
                push(
                    Kind::Ordinal,
                    Value::Number(Quantity::single(value, Number::from_integer(1))),
                    stated,
                );
            }
        }
        PatternKind::Score => {
            let side = |end: bool| filled.iter().filter(|f| f.end == end).find_map(whole);
            // "forty-three" is one number.
            let one = number_at(pack, view, start).is_some_and(|number| number.end >= end);
            // "2026-2028" are years.
            if let (Some(ours), Some(theirs)) = (side(false), side(true))
                && ours.min(theirs) < 1000
                && !one
            {
                push(Kind::Score, Value::Score(vec![ours, theirs]), stated);
            }
        }
        PatternKind::Number => {
            let Some((mut quantity, mut scale)) = quantity_of(pattern, filled) else {
                return;
            };
            let mut end = end;
            // "half a million", "vài trăm tỷ": a scale word may follow what the pattern has read.
            let mut factor = NumberAt::spoken(start, end, 1);
            if scales(pack, view, &mut factor).is_none() {
                return;
            }
            if factor.end > end {
                let Some(scaled) = times(&quantity, factor.value) else {
                    return;
                };
                (quantity, scale, end) = (scaled, factor.scale, factor.end);
            }
            let amount = Amount {
                start,
                end,
                quantity,
                scale,
                qualifier: stated,
                article: false,
                alone: true,
                rules: vec![pattern.name.clone()],
            };
            let from = out.len();
            if pattern.set.contains_key("bare") {
                out.extend(amount.bare(pack));
            } else {
                quantities_from(pack, view, &amount, out);
            }
            for candidate in &mut out[from..] {
                candidate.priority = pattern.priority;
                candidate.core = core;
            }
        }
    }
}

fn number(filled: &[Filled<SlotValue>], slot: Slot) -> Option<&super::numeral::NumberAt> {
    filled
        .iter()
        .find(|f| f.slot == slot)
        .and_then(|f| match &f.value {
            SlotValue::Number(number) => Some(number),
            _ => None,
        })
}

fn integer(filled: &[Filled<SlotValue>]) -> Option<i128> {
    filled.iter().find_map(|f| match (f.slot, &f.value) {
        (Slot::Int | Slot::Nth | Slot::Custom(_), SlotValue::Integer(value)) => {
            Some(i128::from(*value))
        }
        _ => None,
    })
}

fn whole(filled: &Filled<SlotValue>) -> Option<u32> {
    match &filled.value {
        SlotValue::Number(number) if number.value.is_integer() => {
            u32::try_from(number.value.to_integer()).ok()
        }
        SlotValue::Integer(value) => u32::try_from(*value).ok(),
        _ => None,
    }
}

/// `{n}` and `{time-unit}`; without a number it is one unit.
fn span_of(pack: &Pack, filled: &[Filled<SlotValue>]) -> Option<Period> {
    let unit = filled.iter().find_map(|f| match f.value {
        SlotValue::Unit(unit) => Some(unit),
        _ => None,
    })?;
    let number = number(filled, Slot::N).map_or(Number::from_integer(1), |n| n.value);
    period(&pack.units[unit], number)
}

/// What a pattern of kind `number` says, and the scale that a range partner may share.
fn quantity_of(pattern: &Pattern, filled: &[Filled<SlotValue>]) -> Option<(Quantity, Number)> {
    let one = Number::from_integer(1);
    // "2 1/4", "five and a quarter": the whole stands before its fraction.
    let whole = filled.iter().find_map(|f| match (f.slot, &f.value) {
        (Slot::Int, SlotValue::Integer(value)) => Some(Number::from_integer(i128::from(*value))),
        _ => None,
    });
    let mixed = |part: Number| Quantity::single(part + whole.unwrap_or_default(), one);
    if let Some(value) = &pattern.value {
        let mut value = notation(value)?;
        // "hàng trăm"
        value.magnitude_only |= pattern.qualifier == Some(Qualifier::AtLeast);
        return Some(match (whole, value.as_single()) {
            (Some(_), Some(part)) => (mixed(part), one),
            _ => (value, one),
        });
    }
    let n = number(filled, Slot::N)?;
    // "three fifths": the words of a slot of the pack name what one is divided into.
    let parts = filled.iter().find_map(|f| match (f.slot, &f.value) {
        (Slot::Custom(_), SlotValue::Integer(parts)) => {
            Some(Number::from_integer(i128::from(*parts)))
        }
        _ => None,
    });
    match number(filled, Slot::Of).map(|of| of.value).or(parts) {
        Some(of) if *of.numer() != 0 => Some((mixed(n.value / of), one)),
        Some(_) => None,
        None => Some((Quantity::single(n.value, n.step), n.scale)),
    }
}
