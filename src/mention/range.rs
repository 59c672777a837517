//! Two amounts that are one: a range, or the figures before and after a change.

use num_traits::CheckedMul;

use super::candidate::{Candidate, Made, Role};
use super::measured::{Measured, What, measured, period};
use super::numeral::number_at;
use super::quantity::{Amount, currency_before, glued_to_a_name};
use crate::pack::schema::UnitKind;
use crate::pack::{Pack, RangeForm, View};
use crate::value::{Number, Period, Qualifier, Quantity};

/// A second number that may follow another.
pub(super) struct Second<'p> {
    pub(super) measured: Measured,
    /// What joins the two.
    pub(super) form: &'p RangeForm,
    /// The token where the opening word of the form stands.
    opened: Option<usize>,
    /// Whether a hedge stands before the number.
    hedged: bool,
}

/// How many times a growth the figure must be that it led to, where nothing else tells the two from a range.
const MUCH: i128 = 5;

/// The second numbers that may follow `first`.
pub(super) fn seconds<'p>(
    pack: &'p Pack,
    view: &View<'_>,
    start: usize,
    first: &Measured,
) -> Vec<Second<'p>> {
    let mut found = Vec::new();
    let joins = |form: &RangeForm| form.between.contains_at(view, first.end);
    if !pack.ranges.iter().any(joins) {
        return found;
    }
    let hedged = hedges_before(pack, view, start);
    // "rose by 3.5 million barrels to 423.8 million barrels": by so much, to so much.
    let signed = pack.currency_words.ending_before(view, hedged);
    let amount_starts = signed.map_or(hedged, |(at, _)| at);
    let grown = pack.word_at("onto", view, first.end).is_some()
        && ["grow", "shrink"]
            .iter()
            .any(|list| pack.word_before(list, view, amount_starts).is_some());
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
        let with_units = first.what != What::Bare || signed.is_some();
        if !form.opened && grown && with_units {
            continue;
        }
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
        // "jumped by 1,015 to 12,430": without units only the size of the second tells it from "by 5 to 7 percent".
        let total = first
            .amount
            .quantity
            .as_single()
            .and_then(|by| by.checked_mul(&Number::from_integer(MUCH)))
            .is_some_and(|much| number.value >= much);
        if !form.opened && grown && total {
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

/// Both ends in one unit and scale: what one lacks it takes from the other. `most`: how many times the second the first may be.
fn share(first: &Measured, second: &Measured, most: i128) -> Option<(Quantity, Quantity, What)> {
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
    // "$80-100 million": a sign before the first leaves the place of its scale word empty.
    let unsaid = first.what == What::Bare || first.start < first.amount.start;
    let lacks_scale = first.amount.scale == one && second.amount.scale > one && unsaid;
    if lacks_scale {
        let scale = second.amount.scale;
        let scaled = low.as_single()?.checked_mul(&scale)?;
        // "500 đến 2 triệu": the first is in its own scale when scaling would turn the order round.
        let high = high.as_single()?;
        if scaled <= high.checked_mul(&Number::from_integer(most))? {
            low = Quantity::single(scaled, low.step.checked_mul(&scale)?);
        }
    }
    Some((low, high, what))
}

pub(super) fn range(
    pack: &Pack,
    view: &View<'_>,
    first: &Measured,
    second: &Second<'_>,
) -> Option<Candidate> {
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
        if !told && is_of_its_own(first, second) {
            return None;
        }
        let (low, high, what) = share(first, second, 1)?;
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

/// How many times a number the amount is that it does not begin.
const VAST: i128 = 1_000;

/// "from $30 billion in 2020 to $40 billion", "rose on May 3 to $45": whether only the second number has its currency sign before it, or is
/// an amount that the first, without a unit, is too small for.
fn is_of_its_own(first: &Measured, second: &Measured) -> bool {
    let (first_size, second_size) = (
        first.amount.quantity.as_single(),
        second.amount.quantity.as_single(),
    );
    let vast = Number::from_integer(VAST);
    let so_much_more = || {
        let least = first_size.filter(|size| *size >= vast)?;
        Some(second_size? >= least.checked_mul(&vast)?)
    };
    let money = matches!(second.what, What::Money(_));
    let signed = second.start < second.amount.start;
    first.what == What::Bare && money && (signed || so_much_more() == Some(true))
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
    let (from, to) = (of(first)?, of(second)?);
    (from.mean_hours()? < to.mean_hours()?).then_some((from, to))
}

/// "fell from 500 to 300 million": how many times the figure after it the one before a change is at the most, in the same scale.
const FALLEN: i128 = 10;

/// Two candidates: the figure before a change and the one after it.
pub(super) fn change(
    pack: &Pack,
    first: &Measured,
    second: &Measured,
    name: &str,
) -> Vec<Candidate> {
    let Some((low, high, what)) = share(first, second, FALLEN) else {
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
