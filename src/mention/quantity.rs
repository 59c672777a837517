//! Numbers with what belongs to them: currency, unit, range, change.

use num_traits::CheckedMul;

use super::Kind;
use super::candidate::{Candidate, Made, Role};
use super::numeral::{Around, NumberAt, number_at, number_in};
use super::sides::sides_at;
use crate::pack::schema::{NumeralRole, RangeRelation, UnitKind};
use crate::pack::{Pack, RangeForm, Unit, View};
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

impl Amount {
    /// The number without whatever unit may follow it.
    pub(super) fn bare(self, pack: &Pack) -> Option<Candidate> {
        Measured {
            start: self.start,
            end: self.end,
            amount: self,
            what: What::Bare,
        }
        .finish(pack)
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
    sides_at(pack, view, i, &number, out);
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

/// The reading of a text that is nothing but a number and its unit: there every number word is one, "năm" and "một" too.
pub(super) fn whole_text(pack: &Pack, view: &View<'_>, out: &mut Vec<Candidate>) {
    let Some(number) = number_in(pack, view, 0, Around::Nothing) else {
        return;
    };
    let mut amount = Amount::of(&number, pack.code());
    (amount.article, amount.alone) = (false, true);
    let mut found = Vec::new();
    spans_from(pack, view, 0, None, &amount, &mut found);
    found.retain(|candidate| (candidate.end..view.tokens.len()).all(|i| view.sign(i).is_some()));
    for candidate in &mut found {
        // What is read without this licence is the firmer reading.
        candidate.priority -= 1;
    }
    out.append(&mut found);
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
            .any(|second| second.form.relation == RangeRelation::Change);
        for second in found {
            match second.form.relation {
                RangeRelation::Range if changes => {}
                RangeRelation::Range => out.extend(range(pack, view, first, &second)),
                RangeRelation::Change => {
                    out.extend(change(pack, first, &second.measured, &second.form.name));
                }
                RangeRelation::Sides => {}
            }
        }
    }
    if let Some(first) = first {
        // The unit may turn out to open a date ("mốc 1.500 ngày 11/7"): the number then stands alone.
        if matches!(first.what, What::Unit(unit) if pack.units[unit].kind == UnitKind::Duration) {
            out.extend(amount.clone().bare(pack).map(|bare| Candidate {
                priority: PLAIN - 2,
                ..bare
            }));
        }
        out.extend(first.finish(pack));
    }
}

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
                    low: Some(period.clone()),
                    high: Some(period.clone()),
                },
                None,
            ),
            What::Between(low, high) => (
                Kind::Duration,
                Value::Duration {
                    low: Some(low.clone()),
                    high: Some(high.clone()),
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
            Some(rated(pack, view, measured))
        }
        _ => Some(Measured {
            start,
            end: amount.end,
            amount,
            what: What::Bare,
        }),
    }
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

/// "37 micrograms per gram", "5 t/ha": a second unit under the first makes another unit than either.
fn rated(pack: &Pack, view: &View<'_>, mut measured: Measured) -> Measured {
    let What::Unit(over) = measured.what else {
        return measured;
    };
    let glued = |at: usize| view.tokens.get(at).is_some_and(|token| !token.spaced);
    let at = measured.end;
    let from = match pack.word_at("rate", view, at) {
        Some(length) => at + length,
        None if view.sign(at) == Some('/') && glued(at) && glued(at + 1) => at + 1,
        None => return measured,
    };
    let whole = |end: usize| {
        let next = view.tokens.get(end);
        next.is_none_or(|next| next.spaced || next.kind == TokenKind::Sign)
    };
    let mut under = pack.unit_words.all_at(view, from);
    let under = under.find(|(length, unit)| {
        let unit = &pack.units[**unit];
        whole(from + length) && unit.kind != UnitKind::Percent && !unit.symbol.contains('/')
    });
    if pack.units[over].kind == UnitKind::Measure
        && !pack.units[over].symbol.contains('/')
        && let Some((length, under)) = under
    {
        // Units of time carry the designators of ISO 8601; under a line stand the symbols of UCUM.
        let under = match pack.units[*under].symbol.as_str() {
            "Y" => "a",
            "M" => "mo",
            "W" => "wk",
            "D" => "d",
            "TH" => "h",
            "TM" => "min",
            "TS" => "s",
            symbol => symbol,
        };
        measured.what = What::Rate(format!("{}/{under}", pack.units[over].symbol));
        measured.end = from + length;
    }
    measured
}

/// "7 feet 10 inches", "2 m 5 cm": a length, mass or volume told in falling units of one dimension, in the last of them.
fn finer_units(
    pack: &Pack,
    view: &View<'_>,
    amount: &mut Amount,
    mut unit: usize,
    end: &mut usize,
) -> usize {
    let size = |unit: usize| {
        let unit = &pack.units[unit];
        let told = matches!(
            unit.dimension.as_deref(),
            Some("length" | "mass" | "volume")
        );
        base(unit).filter(|_| told && unit.kind == UnitKind::Measure)
    };
    while let (Some(whole), Some(value)) = (size(unit), amount.quantity.as_single()) {
        let joined = pack
            .numerals
            .longest_at(view, *end)
            .filter(|(_, word)| word.role == NumeralRole::Filler);
        let at = *end + joined.map_or(0, |(length, _)| length);
        let Some(number) = number_at(pack, view, at).filter(|n| n.value > Number::from_integer(0))
        else {
            break;
        };
        let next = pack.unit_words.longest_at(view, number.end);
        let Some((length, part, ratio)) = next.and_then(|(length, next)| {
            let part = size(*next).filter(|part| part.dimension == whole.dimension)?;
            let ratio = whole.factor / part.factor;
            // A whole number of the finer unit in the coarser, and less of it than one of that.
            (ratio.is_integer() && ratio > number.value).then_some((length, *next, ratio))
        }) else {
            break;
        };
        let Some(total) = value.checked_mul(&ratio) else {
            break;
        };
        amount.quantity = Quantity::single(total + number.value, number.step);
        amount.end = number.end;
        (*end, unit) = (number.end + length, part);
    }
    unit
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
    let mut after = *end;
    let first = last;
    let mut listed = false;
    let more = |at: usize| {
        let number = number_at(pack, view, at)?;
        let (length, next) = pack.unit_words.longest_at(view, number.end)?;
        let place = rank(*next).filter(|_| pack.units[*next].factor.is_none())?;
        Some((number, length, *next, place))
    };
    loop {
        let (at, comma) = past_joint(pack, view, after);
        let Some((number, length, next, place)) = more(at) else {
            break;
        };
        // "kỳ hạn 1 năm, 6 tháng, 3 tháng" is a list.
        if place <= last {
            if place > first && listed {
                return None;
            }
            break;
        }
        listed |= comma;
        let Some(part) = period(&pack.units[next], number.value) else {
            break;
        };
        total = Period {
            years: total.years + part.years,
            months: total.months + part.months,
            weeks: total.weeks + part.weeks,
            days: total.days + part.days,
            hours: total.hours + part.hours,
            minutes: total.minutes + part.minutes,
            seconds: total.seconds + part.seconds,
        };
        after = number.end + length;
        last = place;
        parts += 1;
    }
    if parts > 1 {
        *end = after;
        return Some(total);
    }
    None
}

/// What may join the parts of one length of time, from token `at`: "2 years, 3 months", "an hour and 30 seconds". The token after it,
/// and whether a comma is part of it.
fn past_joint(pack: &Pack, view: &View<'_>, at: usize) -> (usize, bool) {
    let comma = view.sign(at) == Some(',')
        && !view.tokens[at].spaced
        && view.tokens.get(at + 1).is_some_and(|next| next.spaced);
    let from = at + usize::from(comma);
    let joint = pack.numerals.longest_at(view, from);
    let joint = joint.filter(|(_, word)| word.role == NumeralRole::Filler);
    (from + joint.map_or(0, |(length, _)| length), comma)
}

/// A second number that may follow another.
struct Second<'p> {
    measured: Measured,
    /// What joins the two.
    form: &'p RangeForm,
    /// The token where the opening word of the form stands.
    opened: Option<usize>,
    /// Whether a hedge stands before the number.
    hedged: bool,
}

/// The second numbers that may follow `first`.
fn seconds<'p>(pack: &'p Pack, view: &View<'_>, start: usize, first: &Measured) -> Vec<Second<'p>> {
    let mut found = Vec::new();
    let hedged = hedges_before(pack, view, start);
    for form in &pack.ranges {
        let opened = [start, hedged]
            .iter()
            .find_map(|from| form.open.ending_before(view, *from))
            .map(|(at, ())| at);
        if form.opened && opened.is_none() {
            continue;
        }
        let Some((length, ())) = form.between.longest_at(view, first.end) else {
            continue;
        };
        let at = first.end + length;
        // "8- to 16-metre" starts with a sign, but its word joins.
        let sign = length == 1 && view.sign(first.end).is_some();
        // A sign joins two numbers with or without spaces on both sides, never on one.
        let even = view
            .tokens
            .get(at)
            .is_some_and(|next| next.spaced == view.tokens[first.end].spaced);
        if sign && !even {
            continue;
        }
        let joined = at;
        let at = if sign {
            at
        } else {
            past_hedges(pack, view, at)
        };
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
        let again = sign
            && view.sign(first.end).is_some_and(|sign| {
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
        found.extend(second.map(|measured| Second {
            measured,
            form,
            opened,
            hedged: at > joined,
        }));
    }
    found
}

/// "từ hơn 5 đến …": the first token of the hedges before token `at`, or `at`.
fn hedges_before(pack: &Pack, view: &View<'_>, at: usize) -> usize {
    let mut from = at;
    while let Some((start, _)) = pack.hedges_before.ending_before(view, from) {
        from = start;
    }
    from
}

/// "… đến khoảng 7": the token after the hedges at token `at`, or `at`.
fn past_hedges(pack: &Pack, view: &View<'_>, at: usize) -> usize {
    let mut from = at;
    while let Some((length, _)) = pack.hedges_before.longest_at(view, from) {
        from += length;
    }
    from
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

fn range(pack: &Pack, view: &View<'_>, first: &Measured, second: &Second<'_>) -> Option<Candidate> {
    let (opened, hedged) = (second.opened, second.hedged);
    let told = opened.is_some();
    let (second, name) = (&second.measured, &second.form.name);
    let start = opened.unwrap_or(first.start);
    let mut amount = first.amount.clone();
    amount.end = second.amount.end;
    (amount.article, amount.alone) = (false, true);
    amount.rules.insert(0, name.clone());
    let what = if let Some((from, to)) = periods(pack, first, second) {
        What::Between(from, to)
    } else {
        let (low, high, what) = share(first, second)?;
        let (mut from, mut to) = (low.as_single()?, high.as_single()?);
        // "from -18 to -34 °C" goes down: below zero the larger figure is the lower.
        if from > to && from < Number::from_integer(0) && told {
            (from, to) = (to, from);
        }
        if from >= to || matches!(what, What::Period(_) | What::Between(..)) {
            return None;
        }
        amount.quantity = Quantity::range(from, to, low.step.min(high.step));
        what
    };
    // A hedge between the opening word and the number is inside the phrase and read here; one before the phrase is read with it.
    let inside = hedges_before(pack, view, first.start);
    if hedged || inside < first.start && opened.is_some_and(|at| at < inside) {
        amount.qualifier = Qualifier::About;
    }
    Measured {
        amount,
        start,
        end: second.end,
        what,
    }
    .finish(pack)
}

/// "từ 6 tháng đến 3 năm": both ends, when they are lengths of time in different units, the shorter first.
fn periods(pack: &Pack, first: &Measured, second: &Measured) -> Option<(Period, Period)> {
    if first.what == second.what {
        return None;
    }
    let of = |side: &Measured| match &side.what {
        What::Period(period) => Some(period.clone()),
        What::Unit(unit) if pack.units[*unit].kind == UnitKind::Duration => {
            period(&pack.units[*unit], side.amount.quantity.as_single()?)
        }
        _ => None,
    };
    // Only to tell which is the longer: months and years by their mean length.
    let hours = |p: &Period| {
        let days = p.years * Number::new(36525, 100)
            + p.months * Number::new(36525, 1200)
            + p.weeks * Number::from_integer(7)
            + p.days;
        days * Number::from_integer(24) + p.hours + p.minutes / Number::from_integer(60)
    };
    let (from, to) = (of(first)?, of(second)?);
    (hours(&from) < hours(&to)).then_some((from, to))
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
    // The number of a footnote: "31¹ nước".
    if next
        .of(view.text)
        .chars()
        .all(|c| matches!(c, '¹' | '²' | '³' | '⁰' | '⁴'..='⁹'))
    {
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
