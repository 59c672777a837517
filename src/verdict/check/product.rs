//! A price apiece, a number of things and what they cost together: "10 căn, giá 2 tỷ đồng mỗi căn, tổng cộng 20 tỷ đồng".

use num_traits::CheckedMul;

use super::line::{Band, Line, asserted, end_of, plain, quantity};
use super::{Breach, Check};
use crate::mention::Kind;
use crate::value::Number;

/// Totals that are not so many times the price apiece.
pub(super) fn breaches(line: &Line<'_>) -> Vec<Breach> {
    let three = line.claims.windows(3);
    three.filter_map(|three| total(line, three)).collect()
}

fn total(line: &Line<'_>, three: &[(usize, &crate::claim::Claim)]) -> Option<Breach> {
    let [number, price, all] = three else {
        return None;
    };
    let kinds = number.1.mention.kind == Kind::Count
        && price.1.mention.kind == Kind::Money
        && all.1.mention.kind == Kind::Money
        && price.1.mention.unit == all.1.mention.unit;
    let apiece = line.word("apiece", price.1.mention.tokens.1) > 0;
    let summed = line.follows("whole", all.1.mention.tokens.0);
    let told = [number, price, all]
        .iter()
        .all(|(_, claim)| asserted(claim));
    // Nothing but the price stands between the things and their total.
    let between = |from: usize, to: usize, free: usize| {
        line.only(from.min(to), to, &["apiece", "whole", "stop"], ",", free)
    };
    let beside = between(end_of(number.1), price.1.mention.tokens.0, 2)
        && between(price.1.mention.tokens.1, all.1.mention.tokens.0, 1);
    if !(kinds && apiece && summed && told && beside) {
        return None;
    }
    let (count, _) = plain(number.1)?;
    let product = quantity(price.1)?.as_single()?.checked_mul(&count)?;
    // The price may be rounded a little, the total to its last written place.
    let part = product.checked_mul(&Number::new(1, 20))?;
    let together = Band {
        low: product - part,
        high: product + part,
    };
    let stated = Band::of(all.1, Number::new(1, 2))?;
    (!stated.meets(together))
        .then(|| Breach::new(Check::Product(product), [all.0, price.0, number.0]))
}
