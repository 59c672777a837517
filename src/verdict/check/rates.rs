//! Amounts in two currencies: "6,2 tỷ USD (khoảng 8.600 tỷ won)" gives a rate, and a run has one rate of a pair.

use std::collections::BTreeMap;

use num_traits::CheckedDiv;

use super::convert::restated;
use super::line::{Line, quantity};
use super::{Breach, Check};
use crate::fact::Run;
use crate::mention::Kind;
use crate::value::Number;

/// One amount in two currencies: numbers of the two claims, that of the currency first in the alphabet first.
pub(super) type Twin = (usize, usize);

/// The amounts of a sentence that stand there in two currencies.
pub(super) fn twins(line: &Line<'_>) -> Vec<Twin> {
    let pairs = line.claims.windows(2);
    let two = pairs.filter(|pair| {
        pair[0].1.mention.kind == Kind::Money
            && pair[0].1.mention.unit != pair[1].1.mention.unit
            && restated(line, pair[0].1, pair[1].1)
    });
    two.map(|pair| {
        let (one, other) = (pair[0], pair[1]);
        if one.1.mention.unit < other.1.mention.unit {
            (one.0, other.0)
        } else {
            (other.0, one.0)
        }
    })
    .collect()
}

/// Twins whose rate is ten, a hundred or a thousand times the rate of others.
pub(super) fn breaches(run: &Run<'_>, twins: &[Twin]) -> Vec<Breach> {
    let mut by_pair: BTreeMap<(&str, &str), Vec<(Number, Twin)>> = BTreeMap::new();
    for twin in twins {
        let claim = |number: usize| run.stands[number].claim;
        let amount = |number: usize| quantity(claim(number))?.as_single();
        let unit = |number: usize| claim(number).mention.unit.as_deref();
        let rate = amount(twin.0).zip(amount(twin.1)).and_then(|(a, b)| {
            b.checked_div(&a)
                .filter(|rate| *rate > Number::from_integer(0))
        });
        if let (Some(one), Some(other), Some(rate)) = (unit(twin.0), unit(twin.1), rate) {
            by_pair.entry((one, other)).or_default().push((rate, *twin));
        }
    }
    let mut found = Vec::new();
    for rates in by_pair.values_mut() {
        // The middle one stands for the run; of two that stand alone the later one is held against the earlier.
        rates.sort_unstable();
        let middle = if rates.len() > 2 {
            rates.get(rates.len() / 2).copied()
        } else {
            rates.iter().min_by_key(|(_, twin)| *twin).copied()
        };
        let Some(middle) = middle else { continue };
        let off = |rate: Number| power(rate, middle.0).is_some_and(|power| power != 0);
        for (rate, twin) in rates.iter().filter(|(rate, _)| off(*rate)) {
            let right = rates
                .iter()
                .filter(|(other, _)| power(*other, middle.0) == Some(0));
            let held = right
                .map(|(_, held)| *held)
                .max_by_key(|held| (same_amount(run, *twin, *held), std::cmp::Reverse(*held)))
                .unwrap_or(middle.1);
            let mut claims = vec![twin.0, twin.1, held.0, held.1];
            if run.stands[twin.0].claim.mention.unit.as_deref() == Some(REFERENCE) {
                claims.swap(0, 1);
            }
            found.push(Breach::new(Check::Rate(rate / middle.0), claims));
        }
    }
    found
}

/// The currency that others are converted to: the slip is looked for in the other one.
const REFERENCE: &str = "USD";

/// Whether two twins state the same amount in one of the two currencies.
fn same_amount(run: &Run<'_>, a: Twin, b: Twin) -> bool {
    let value = |number: usize| run.stands[number].claim.value();
    value(a.0) == value(b.0) || value(a.1) == value(b.1)
}

/// The power of ten between two rates; `None` when it is none.
fn power(a: Number, b: Number) -> Option<u32> {
    let (small, large) = (a.min(b), a.max(b));
    let mut times = large.checked_div(&small)?;
    let ten = Number::from_integer(10);
    let mut power = 0;
    while times > Number::new(7, 1) {
        times /= ten;
        power += 1;
    }
    (times > Number::new(7, 10) && times < Number::new(14, 10)).then_some(power)
}
