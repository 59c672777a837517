//! An amount with the currency or unit at its side, and what it then is.

use num_traits::CheckedMul;

use super::Kind;
use super::candidate::{Candidate, Made, Role};
use super::compound::{compound, finer_units, rated};
use super::numeral::number_at;
use super::quantity::{Amount, PLAIN};
use crate::pack::schema::{NumeralRole, UnitKind};
use crate::pack::{Pack, Unit, View};
use crate::text::TokenKind;
use crate::value::{Base, Number, Period, Quantity, Value};

/// An amount with its unit.
#[derive(Debug, Clone)]
pub(super) struct Measured {
    pub amount: Amount,
    pub start: usize,
    pub end: usize,
    pub what: What,
}

#[derive(Debug, Clone, PartialEq)]
#[allow(
    clippy::large_enum_variant,
    reason = "short-lived, a few a sentence: a box would cost more than the copy"
)]
pub(super) enum What {
    Bare,
    Money(String),
    Unit(usize),
    /// So much in each of another unit, by its symbol: "mg/kg".
    Rate(String),
    /// Several units of time in a row.
    Period(Period),
    /// From one length of time to another, each in its own units.
    Between(Period, Period),
}

impl Measured {
    pub(super) fn finish(self, pack: &Pack) -> Option<Candidate> {
        let (kind, value, unit) = self.value(pack)?;
        if self.what == What::Bare && (self.amount.article || !self.amount.alone) {
            return None;
        }
        let made = Made::Value {
            kind,
            value,
            qualifier: self.amount.qualifier,
            unit,
            role: Role::Is,
        };
        let core = (self.amount.start, self.amount.end);
        Some(Candidate {
            start: self.start,
            end: self.end,
            core,
            priority: PLAIN,
            made,
            together: None,
            rules: self.amount.rules,
        })
    }

    fn value(&self, pack: &Pack) -> Option<(Kind, Value, Option<String>)> {
        let mut quantity = self.amount.quantity.clone();
        Some(match &self.what {
            What::Bare => (Kind::Count, Value::Number(quantity), None),
            What::Money(code) => (Kind::Money, Value::Number(quantity), Some(code.clone())),
            What::Rate(symbol) => (Kind::Measure, Value::Number(quantity), Some(symbol.clone())),
            What::Period(period) => (
                Kind::Duration,
                Value::Duration {
                    low: Some(Box::new(period.clone())),
                    high: Some(Box::new(period.clone())),
                },
                None,
            ),
            What::Between(low, high) => (
                Kind::Duration,
                Value::Duration {
                    low: Some(Box::new(low.clone())),
                    high: Some(Box::new(high.clone())),
                },
                None,
            ),
            What::Unit(unit) => {
                let unit = &pack.units[*unit];
                match unit.kind {
                    UnitKind::Percent => (
                        Kind::Percent,
                        Value::Number(quantity),
                        Some(unit.symbol.clone()),
                    ),
                    UnitKind::Measure => {
                        quantity.base = base(unit);
                        (
                            Kind::Measure,
                            Value::Number(quantity),
                            Some(unit.symbol.clone()),
                        )
                    }
                    UnitKind::Duration => {
                        let end =
                            |number: Option<Number>| number.map(|number| period(unit, number));
                        let (low, high) = (end(quantity.low), end(quantity.high));
                        (
                            Kind::Duration,
                            Value::Duration {
                                low: flat(low)?.map(Box::new),
                                high: flat(high)?.map(Box::new),
                            },
                            None,
                        )
                    }
                }
            }
        })
    }
}

/// `None` inside stays an open end, a period that cannot be made makes nothing.
fn flat(end: Option<Option<Period>>) -> Option<Option<Period>> {
    match end {
        None => Some(None),
        Some(None) => None,
        Some(Some(period)) => Some(Some(period)),
    }
}

pub(super) fn base(unit: &Unit) -> Option<Base> {
    Some(Base {
        dimension: unit.dimension.clone()?,
        factor: unit.factor?,
    })
}

/// So many of a unit of time.
pub(super) fn period(unit: &Unit, number: Number) -> Option<Period> {
    let number = match unit.factor {
        Some(factor) => number.checked_mul(&factor)?,
        None => number,
    };
    let mut period = Period::default();
    match unit.symbol.as_str() {
        "Y" => period.years = number,
        "M" => period.months = number,
        "W" => period.weeks = number,
        "D" => period.days = number,
        "TH" => period.hours = number,
        "TM" => period.minutes = number,
        "TS" => period.seconds = number,
        _ => return None,
    }
    Some(period)
}

pub(super) fn measured(
    pack: &Pack,
    view: &View<'_>,
    start: usize,
    currency: Option<usize>,
    amount: &Amount,
) -> Option<Measured> {
    let mut amount = amount.clone();
    if let Some(currency) = currency {
        let code = pack.currencies[currency].code.clone();
        amount.rules.insert(0, format!("currency/{code}"));
        let mut end = amount.end;
        // "US$5 USD" and "$5 đô la" say it twice.
        if let Some((length, again)) = pack.currency_words.longest_at(view, end) {
            end += if pack.currencies[*again].code == code {
                length
            } else {
                0
            };
        }
        end = with_hundredths(pack, view, &mut amount, end);
        return Some(Measured {
            end,
            amount,
            start,
            what: What::Money(code),
        });
    }
    let mut at = amount.end;
    let mut glued = view.tokens.get(at).is_some_and(|token| !token.spaced);
    // "55-tonne", "30-percent": the hyphen stands for the space.
    if view.sign(at) == Some('-')
        && glued
        && view
            .tokens
            .get(at + 1)
            .is_some_and(|next| !next.spaced && next.kind == TokenKind::Word)
    {
        (at, glued) = (at + 1, false);
    }
    let money = pack
        .currency_words
        .longest_at(view, at)
        .filter(|(length, currency)| {
            let currency = &pack.currencies[**currency];
            let meant = !currency.large || {
                let thousand = Number::from_integer(1000);
                amount.quantity.as_single().is_some_and(|n| n >= thousand)
            };
            meant
                && (!glued || currency.glued)
                && !currency.not_before.contains_at(view, at + length)
        });
    let unit = pack.unit_words.all_at(view, at).find(|(length, unit)| {
        let unit = &pack.units[**unit];
        let whole = view
            .tokens
            .get(at + length)
            .is_none_or(|next| next.spaced || next.kind != TokenKind::Word);
        (!glued || unit.glued && whole || view.sign(at).is_some())
            && !unit.not_before.contains_at(view, at + length)
    });
    match (money, unit) {
        (Some((length, currency)), unit)
            if unit.as_ref().is_none_or(|(other, _)| length >= *other) =>
        {
            let code = pack.currencies[*currency].code.clone();
            amount.rules.insert(0, format!("currency/{code}"));
            let end = with_hundredths(pack, view, &mut amount, at + length);
            Some(Measured {
                start,
                end,
                amount,
                what: What::Money(code),
            })
        }
        (_, Some((length, unit))) => {
            let measured = with_unit(pack, view, start, amount, *unit, at + length);
            Some(below_zero(pack, view, rated(pack, view, measured)))
        }
        _ => Some(below_zero(
            pack,
            view,
            Measured {
                start,
                end: amount.end,
                amount,
                what: What::Bare,
            },
        )),
    }
}

/// "20 degrees below zero": the words behind the figure or its unit turn its sign.
fn below_zero(pack: &Pack, view: &View<'_>, mut measured: Measured) -> Measured {
    let single = measured.amount.quantity.as_single();
    if let Some(length) = pack.word_at("below-zero", view, measured.end)
        && let Some(value) = single.filter(|value| *value > Number::from_integer(0))
    {
        measured.amount.quantity = Quantity::single(-value, measured.amount.quantity.step);
        measured.amount.alone = true;
        measured.end += length;
    }
    measured
}

/// "hai đô rưỡi", "2 đô la 23 xu", "$13 and 45 cents": half of the currency or hundredths of it behind the amount. The token after them.
fn with_hundredths(pack: &Pack, view: &View<'_>, amount: &mut Amount, end: usize) -> usize {
    let Some(single) = amount
        .quantity
        .as_single()
        .filter(|single| amount.scale == Number::from_integer(1) && single.is_integer())
    else {
        return end;
    };
    let half = pack.numerals.longest_at(view, end);
    if let Some((length, _)) = half.filter(|(_, word)| word.role == NumeralRole::Half) {
        amount.quantity = Quantity::single(single + Number::new(1, 2), Number::new(1, 2));
        return end + length;
    }
    let at = end + pack.word_at("hundredth-joint", view, end).unwrap_or(0);
    let Some(number) = number_at(pack, view, at).filter(|number| !number.article) else {
        return end;
    };
    let small = number.value > Number::from_integer(0) && number.value < Number::from_integer(100);
    // "hai đô 23": two digits that end the text count nothing else.
    let closes = pack.format.elliptical
        && at == end
        && end > amount.end
        && number.end == view.tokens.len()
        && view.digits(at).is_some_and(|digits| digits.len() == 2);
    let length = match pack.word_at("hundredth", view, number.end) {
        Some(length) => length,
        None if closes => 0,
        None => return end,
    };
    if !small {
        return end;
    }
    amount.end = number.end;
    let part = number.value / Number::from_integer(100);
    amount.quantity = Quantity::single(single + part, Number::new(1, 100));
    number.end + length
}

fn with_unit(
    pack: &Pack,
    view: &View<'_>,
    start: usize,
    mut amount: Amount,
    unit: usize,
    mut end: usize,
) -> Measured {
    amount
        .rules
        .insert(0, format!("unit/{}", pack.units[unit].symbol));
    // "hai năm rưỡi": half of the unit just named.
    if let Some((length, word)) = pack.numerals.longest_at(view, end)
        && word.role == NumeralRole::Half
        && let Some(single) = amount.quantity.as_single()
    {
        amount.quantity = Quantity::single(single + Number::new(1, 2), Number::new(1, 2));
        end += length;
    }
    // "1m65", "3kg2": digits glued behind the unit are its decimals.
    if let Some((decimals, step)) = decimals_behind(pack, view, &amount, unit, end)
        && let Some(single) = amount.quantity.as_single()
    {
        amount.quantity = Quantity::single(single + decimals, step);
        amount.end = end + 1;
        end += 1;
    }
    let what = match compound(pack, view, &amount, unit, &mut end) {
        Some(period) => What::Period(period),
        None => What::Unit(finer_units(pack, view, &mut amount, unit, &mut end)),
    };
    Measured {
        amount,
        start,
        end,
        what,
    }
}

/// The decimals that stand glued behind a glued unit at token `at`, and the place of their last digit.
fn decimals_behind(
    pack: &Pack,
    view: &View<'_>,
    amount: &Amount,
    unit: usize,
    at: usize,
) -> Option<(Number, Number)> {
    let whole =
        amount.quantity.as_single()?.is_integer() && amount.scale == Number::from_integer(1);
    let glued = |i: usize| view.tokens.get(i).is_some_and(|token| !token.spaced);
    let alone = !glued(at + 1) || view.sign(at + 1).is_some() && !glued(at + 2);
    let told = pack.format.elliptical
        && pack.units[unit].kind == UnitKind::Measure
        && whole
        && glued(at)
        && glued(amount.end)
        && alone;
    let digits = view.digits(at).filter(|digits| told && digits.len() <= 2)?;
    let step = Number::new(1, if digits.len() == 1 { 10 } else { 100 });
    let decimals = digits.parse::<i128>().ok()?;
    Some((Number::from_integer(decimals) * step, step))
}
