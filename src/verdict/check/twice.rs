//! A change told twice, as a figure and in per cent, with what it led to.

use num_traits::{CheckedDiv, CheckedMul, CheckedSub, Zero};

use super::growth::rounded;
use super::line::{Band, Line, asserted, end_of, is_percent, quantity, same_unit};
use super::{Breach, Check};
use crate::claim::Claim;
use crate::mention::Role;
use crate::value::Number;

/// "climbed 2.9 per cent, or 32.4 points, to 1,738.6", "tăng 32,4 điểm (2,9%) lên 1.738,6 điểm".
pub(super) fn breaches(line: &Line<'_>) -> Vec<Breach> {
    let found = (0..line.claims.len()).filter_map(|at| told_twice(line, at));
    found.collect()
}

fn told_twice(line: &Line<'_>, at: usize) -> Option<Breach> {
    let [first, second, after] = line.claims.get(at..at + 3)? else {
        return None;
    };
    let start = first.1.mention.tokens.0;
    let falls = match (line.follows("grow", start), line.follows("shrink", start)) {
        (true, false) => false,
        (false, true) => true,
        _ => return None,
    };
    let (share, by) = match (is_percent(first.1), is_percent(second.1)) {
        (true, false) => (first, second),
        (false, true) => (second, first),
        _ => return None,
    };
    let between = |from: usize, to: usize, lists: &[&str], signs: &str| {
        let start = line.claims[to].1.mention.tokens.0;
        let end = end_of(line.claims[from].1).min(start);
        end < start && line.only(end, start, lists, signs, 0)
    };
    // "giảm 20%, từ 1.500 hộ xuống 1.200 hộ" tells both ends and no change.
    let opened = line.follows("from", second.1.mention.tokens.0);
    let joined = !opened && between(at, at + 1, &["base-joint", "conversion"], ",(");
    let led =
        between(at + 1, at + 2, &["onto"], ",)") && line.follows("onto", after.1.mention.tokens.0);
    let plain = |claim: &Claim| claim.mention.role == Role::Is && asserted(claim);
    let all = [first, second, after];
    if !joined || !led || !same_unit(by.1, after.1) || !all.iter().all(|(_, claim)| plain(claim)) {
        return None;
    }
    let half = Number::new(1, 2);
    let (by_band, after_band) = (Band::of(by.1, half)?, Band::of(after.1, half)?);
    let growth = |by: Number, after: Number| {
        let change = if falls { -by } else { by };
        let before = after.checked_sub(&change)?;
        let hundred = Number::from_integer(100);
        let positive = before > Number::zero();
        by.checked_mul(&hundred)?
            .checked_div(&before)
            .filter(|_| positive)
    };
    let follows = Band::between(by_band, after_band, growth)?;
    let single = |claim: &Claim| quantity(claim)?.as_single();
    let exact = growth(single(by.1)?, single(after.1)?)?;
    let stated = Band::of(share.1, Number::from_integer(1))?;
    (!stated.meets(follows))
        .then(|| Breach::new(Check::Percent(rounded(exact)), [share.0, by.0, after.0]))
}
