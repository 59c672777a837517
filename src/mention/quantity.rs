//! Numbers with what belongs to them: currency, unit, range, change.

use num_traits::CheckedMul;

use super::Kind;
use super::candidate::{Candidate, Made, Role};
use super::numeral::{NumberAt, number_at};
use crate::pack::schema::{NumeralRole, RangeRelation, UnitKind};
use crate::pack::{Pack, Unit, View};
use crate::text::TokenKind;
use crate::value::{Base, Number, Period, Qualifier, Quantity, Value};

/// Priority of a number that no pattern reads: a pattern of the same length is the firmer reading.
const PLAIN: i32 = -1;

/// A number that is read, from wherever: the numerals or a pattern.
#[derive(Debug, Clone)]
pub(super) struct Amount {
    pub start: usize,
    pub end: usize,
    pub quantity: Quantity,
    pub scale: Number,
    pub qualifier: Qualifier,
    pub article: bool,
    pub alone: bool,
    pub rules: Vec<String>,
}

impl Amount {
    pub(super) fn of(number: &NumberAt, code: &str) -> Self {
        Self {
            start: number.start,
            end: number.end,
            quantity: Quantity::single(number.value, number.step),
            scale: number.scale,
            qualifier: Qualifier::Exact,
            article: number.article,
            alone: number.alone,
            rules: vec![format!("{code}/{}", number.rule())],
        }
    }
}

/// Everything that the number at token `i` may be: alone, and as the start of a range or change.
pub(super) fn quantities_at(pack: &Pack, view: &View<'_>, i: usize, out: &mut Vec<Candidate>) {
    let before = currency_before(pack, view, i);
    let at = before.map_or(i, |(length, _)| i + length);
    if before.is_none() && names_a_thing(pack, view, i) {
        return;
    }
    // The decimals of "6.5" start no number of their own.
    let inside = i >= 2
        && view.digits(i).is_some()
        && !view.tokens[i].spaced
        && matches!(view.sign(i - 1), Some('.' | ','))
        && !view.tokens[i - 1].spaced
        && view.digits(i - 2).is_some();
    if inside {
        return;
    }
    let Some(number) = number_at(pack, view, at) else {
        return;
    };
    if before.is_none() && glued_to_a_name(pack, view, &number) {
        return;
    }
    let amount = Amount::of(&number, pack.code());
    spans_from(
        pack,
        view,
        i,
        before.map(|(_, currency)| currency),
        &amount,
        out,
    );
}

/// The same for an amount that a pattern has read.
pub(super) fn quantities_from(
    pack: &Pack,
    view: &View<'_>,
    amount: &Amount,
    out: &mut Vec<Candidate>,
) {
    let currency = pack.currency_words.ending_before(view, amount.start);
    let currency = currency.filter(|(_, currency)| pack.currencies[**currency].before);
    let start = currency.map_or(amount.start, |(start, _)| start);
    spans_from(pack, view, start, currency.map(|(_, c)| *c), amount, out);
}

fn spans_from(
    pack: &Pack,
    view: &View<'_>,
    start: usize,
    currency: Option<usize>,
    amount: &Amount,
    out: &mut Vec<Candidate>,
) {
    let first = measured(pack, view, start, currency, amount);
    if let Some(first) = &first {
        let found = seconds(pack, view, start, first);
        // "rose from 7 to 11" is a change, although "from 7 to 11" alone is a range.
        let changes = found
            .iter()
            .any(|(_, _, relation, _)| *relation == RangeRelation::Change);
        for (second, name, relation, opened) in found {
            match relation {
                RangeRelation::Range if changes => {}
                RangeRelation::Range => out.extend(range(pack, view, first, &second, name, opened)),
                RangeRelation::Change => out.extend(change(pack, first, &second, name)),
            }
        }
    }
    out.extend(first.and_then(|first| first.finish(pack)));
}

/// An amount with its unit.
#[derive(Debug, Clone)]
struct Measured {
    amount: Amount,
    start: usize,
    end: usize,
    what: What,
}

#[derive(Debug, Clone, PartialEq)]
enum What {
    Bare,
    Money(String),
    Unit(usize),
    /// Several units of time in a row.
    Period(Period),
}

impl Measured {
    fn finish(self, pack: &Pack) -> Option<Candidate> {
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
            rules: self.amount.rules,
        })
    }

    fn value(&self, pack: &Pack) -> Option<(Kind, Value, Option<String>)> {
        let mut quantity = self.amount.quantity.clone();
        Some(match &self.what {
            What::Bare => (Kind::Count, Value::Number(quantity), None),
            What::Money(code) => (Kind::Money, Value::Number(quantity), Some(code.clone())),
            What::Period(period) => (
                Kind::Duration,
                Value::Duration {
                    low: Some(period.clone()),
                    high: Some(period.clone()),
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
                                low: flat(low)?,
                                high: flat(high)?,
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

fn base(unit: &Unit) -> Option<Base> {
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

fn measured(
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
            (!glued || currency.glued) && !currency.not_before.contains_at(view, at + length)
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
            Some(Measured {
                start,
                end: at + length,
                amount,
                what: What::Money(code),
            })
        }
        (_, Some((length, unit))) => Some(with_unit(pack, view, start, amount, *unit, at + length)),
        _ => Some(Measured {
            start,
            end: amount.end,
            amount,
            what: What::Bare,
        }),
    }
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
    let what = compound(pack, view, &amount, unit, &mut end).map_or(What::Unit(unit), What::Period);
    Measured {
        amount,
        start,
        end,
        what,
    }
}

/// "1 năm 6 tháng", "2 giờ 30 phút": units of time in falling order make one period.
fn compound(
    pack: &Pack,
    view: &View<'_>,
    amount: &Amount,
    unit: usize,
    end: &mut usize,
) -> Option<Period> {
    const ORDER: [&str; 7] = ["Y", "M", "W", "D", "TH", "TM", "TS"];
    let rank = |unit: usize| {
        ORDER
            .iter()
            .position(|symbol| *symbol == pack.units[unit].symbol)
    };
    let mut last = rank(unit).filter(|_| pack.units[unit].kind == UnitKind::Duration)?;
    let mut total = period(&pack.units[unit], amount.quantity.as_single()?)?;
    let mut parts = 1;
    while let Some(number) = number_at(pack, view, *end) {
        let Some((length, next)) = pack.unit_words.longest_at(view, number.end) else {
            break;
        };
        let Some(place) =
            rank(*next).filter(|place| *place > last && pack.units[*next].factor.is_none())
        else {
            break;
        };
        let Some(more) = period(&pack.units[*next], number.value) else {
            break;
        };
        total = Period {
            years: total.years + more.years,
            months: total.months + more.months,
            weeks: total.weeks + more.weeks,
            days: total.days + more.days,
            hours: total.hours + more.hours,
            minutes: total.minutes + more.minutes,
            seconds: total.seconds + more.seconds,
        };
        *end = number.end + length;
        last = place;
        parts += 1;
    }
    (parts > 1).then_some(total)
}

/// The second numbers that may follow `first`, with the form that joins them and the token where its opening word stands.
fn seconds<'p>(
    pack: &'p Pack,
    view: &View<'_>,
    start: usize,
    first: &Measured,
) -> Vec<(Measured, &'p str, RangeRelation, Option<usize>)> {
    let mut found = Vec::new();
    for form in &pack.ranges {
        let opened = form.open.ending_before(view, start).map(|(at, ())| at);
        if form.opened && opened.is_none() {
            continue;
        }
        let Some((length, ())) = form.between.longest_at(view, first.end) else {
            continue;
        };
        let sign = view.sign(first.end).is_some();
        let at = first.end + length;
        // A sign joins two numbers with or without spaces on both sides, never on one.
        let even = view
            .tokens
            .get(at)
            .is_some_and(|next| next.spaced == view.tokens[first.end].spaced);
        if sign && !even {
            continue;
        }
        let before = currency_before(pack, view, at);
        let number_start = before.map_or(at, |(length, _)| at + length);
        let Some(number) = number_at(pack, view, number_start) else {
            continue;
        };
        if number.article
            || glued_to_a_name(pack, view, &number)
            || sign && number.value < Number::from_integer(0)
        {
            continue;
        }
        let again = view.sign(first.end).is_some_and(|sign| {
            view.sign(number.end) == Some(sign) && view.digits(number.end + 1).is_some()
        });
        if again {
            continue;
        }
        let amount = Amount::of(&number, pack.code());
        let second = measured(
            pack,
            view,
            at,
            before.map(|(_, currency)| currency),
            &amount,
        );
        found.extend(second.map(|second| (second, form.name.as_str(), form.relation, opened)));
    }
    found
}

/// Both ends in one unit and scale: what one lacks it takes from the other.
fn share(first: &Measured, second: &Measured) -> Option<(Quantity, Quantity, What)> {
    let what = match (&first.what, &second.what) {
        (What::Bare, other) | (other, What::Bare) => other.clone(),
        (a, b) if a == b => a.clone(),
        _ => return None,
    };
    let one = Number::from_integer(1);
    let (mut low, high) = (
        first.amount.quantity.clone(),
        second.amount.quantity.clone(),
    );
    let lacks_scale =
        first.amount.scale == one && second.amount.scale > one && first.what == What::Bare;
    if lacks_scale {
        let scale = second.amount.scale;
        let scaled = low.as_single()?.checked_mul(&scale)?;
        // "500 đến 2 triệu": the first is in its own scale when scaling would turn the order round.
        if scaled <= high.as_single()? {
            low = Quantity::single(scaled, low.step.checked_mul(&scale)?);
        }
    }
    Some((low, high, what))
}

fn range(
    pack: &Pack,
    view: &View<'_>,
    first: &Measured,
    second: &Measured,
    name: &str,
    opened: Option<usize>,
) -> Option<Candidate> {
    let (low, high, what) = share(first, second)?;
    let (from, to) = (low.as_single()?, high.as_single()?);
    if from >= to || matches!(what, What::Period(_)) {
        return None;
    }
    let _ = view;
    let step = low.step.min(high.step);
    let start = opened.unwrap_or(first.start);
    let mut amount = first.amount.clone();
    amount.quantity = Quantity::range(from, to, step);
    amount.end = second.amount.end;
    (amount.article, amount.alone) = (false, true);
    amount.rules.insert(0, name.to_owned());
    Measured {
        amount,
        start,
        end: second.end,
        what,
    }
    .finish(pack)
}

/// Two candidates: the figure before a change and the one after it.
fn change(pack: &Pack, first: &Measured, second: &Measured, name: &str) -> Vec<Candidate> {
    let Some((low, high, what)) = share(first, second) else {
        return Vec::new();
    };
    let side = |measured: &Measured, quantity: Quantity, role: Role| {
        let mut amount = measured.amount.clone();
        amount.quantity = quantity;
        (amount.article, amount.alone) = (false, true);
        amount.rules.insert(0, name.to_owned());
        let mut candidate = Measured {
            amount,
            start: measured.start,
            end: measured.end,
            what: what.clone(),
        }
        .finish(pack)?;
        // A change is a firmer reading than two numbers that happen to stand there.
        candidate.priority = 1;
        if let Made::Value { role: at, .. } = &mut candidate.made {
            *at = role;
        }
        Some(candidate)
    };
    [side(first, low, Role::From), side(second, high, Role::To)]
        .into_iter()
        .flatten()
        .collect()
}

/// A currency directly before a number: "$", "USD ".
fn currency_before(pack: &Pack, view: &View<'_>, at: usize) -> Option<(usize, usize)> {
    let (length, currency) = pack.currency_words.longest_at(view, at)?;
    let next = view.tokens.get(at + length)?;
    let sign = view.sign(at + length - 1).is_some();
    // "đồng 5": a word in letters needs its space, a sign stands with or without.
    let fits =
        next.kind == TokenKind::Digits && (sign || next.spaced || pack.currencies[*currency].glued);
    (pack.currencies[*currency].before && fits).then_some((length, *currency))
}

/// Digits that belong to the letters before them: "U23", "ASEAN-10".
fn names_a_thing(pack: &Pack, view: &View<'_>, i: usize) -> bool {
    if i == 0 || view.digits(i).is_none() || view.tokens[i].spaced {
        return false;
    }
    let word = |at: usize| view.tokens[at].kind == TokenKind::Word;
    if word(i - 1) {
        return pack.currency_words.ending_before(view, i).is_none();
    }
    view.sign(i - 1) == Some('-') && !view.tokens[i - 1].spaced && i >= 2 && word(i - 2)
}

/// Digits with letters glued behind that are neither scale nor unit: "35A", "1Tổng".
fn glued_to_a_name(pack: &Pack, view: &View<'_>, number: &NumberAt) -> bool {
    let Some(next) = view.tokens.get(number.end) else {
        return false;
    };
    if next.spaced || next.kind != TokenKind::Word || !number.in_digits {
        return false;
    }
    let glued_unit = pack
        .unit_words
        .all_at(view, number.end)
        .any(|(_, unit)| pack.units[*unit].glued);
    let glued_money = pack
        .currency_words
        .longest_at(view, number.end)
        .is_some_and(|(_, c)| pack.currencies[*c].glued);
    !glued_unit && !glued_money
}
