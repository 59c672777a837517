//! One part, and the shares that two articles call it: "8.72 billion dollars, 80 percent of the bill", "8,72 tỷ USD, tương đương 70% tổng vốn".

use std::collections::BTreeMap;

use num_traits::{CheckedDiv, CheckedMul, Zero};

use super::across::KIN;
use super::line::{Band, Line, end_of, is_percent, same_unit, told};
use super::parts::counted;
use super::{Breach, Check};
use crate::claim::Claim;
use crate::fact::Run;
use crate::mention::Role;
use crate::value::Number;

/// A part and the percentage that tells how much of the whole it is: numbers of the two claims.
pub(super) type Portion = (usize, usize);

/// Most portions of one figure that are held against each other.
const MOST: usize = 32;

/// The parts of a sentence of which it tells the share right behind them.
pub(super) fn portions(line: &Line<'_>) -> Vec<Portion> {
    let pairs = line.claims.windows(2);
    let shares = pairs.filter(|pair| is_share(line, pair[0].1, pair[1].1));
    shares.map(|pair| (pair[0].0, pair[1].0)).collect()
}

/// "24 lô còn lại, tương đương 73%", "24 defaults, 63% of the total".
fn is_share(line: &Line<'_>, part: &Claim, share: &Claim) -> bool {
    let plain = |claim: &Claim| told(claim) && claim.mention.role == Role::Is && !claim.comparison;
    let start = share.mention.tokens.0;
    let end = end_of(part).min(start);
    let of_all = line.word("share-of", share.mention.tokens.1) > 0;
    let said = line.has("conversion", end, start) || line.sign(end) == Some('(') || of_all;
    let beside = end < start && line.only(end, start, &["conversion", "rest"], ",(", 0);
    counted(part) && is_percent(share) && plain(part) && plain(share) && said && beside
}

/// Shares that do not follow from a whole that the articles name, where another article gives the same part another share that does.
pub(super) fn breaches(run: &Run<'_>, portions: &[Portion]) -> Vec<Breach> {
    let claim = |number: usize| run.stands[number].claim;
    let mut by_part: BTreeMap<(Option<String>, Option<&str>), Vec<Portion>> = BTreeMap::new();
    for portion in portions {
        let part = claim(portion.0);
        let unit = part.mention.unit.as_deref().filter(|_| part.is_united());
        let key = (part.mention.value.notation(), unit);
        by_part.entry(key).or_default().push(*portion);
    }
    let mut found = Vec::new();
    for told in by_part.values() {
        let told = &told[..told.len().min(MOST)];
        for (at, one) in told.iter().enumerate() {
            for other in &told[at + 1..] {
                found.extend(quarrel(run, *one, *other));
            }
        }
    }
    found
}

fn quarrel(run: &Run<'_>, one: Portion, other: Portion) -> Option<Breach> {
    let claim = |number: usize| run.stands[number].claim;
    let source = |portion: Portion| run.stands[portion.0].source;
    let apart = source(one) != source(other) && run.kinship(source(one), source(other)) >= KIN;
    let band = |portion: Portion| Band::of(claim(portion.1), Number::from_integer(1));
    if !apart || band(one)?.meets(band(other)?) {
        return None;
    }
    let follows = |portion: Portion| {
        let told = [source(one), source(other)].map(|source| run.of_source(source));
        told.into_iter().flatten().any(|whole| {
            share_of(claim(portion.0), claim(whole))
                .zip(band(portion))
                .is_some_and(|(share, stated)| share.meets(stated))
        })
    };
    let (wrong, right) = match (follows(one), follows(other)) {
        (true, false) => (other, one),
        (false, true) => (one, other),
        _ => return None,
    };
    let share = claim(right.1).value().size()?;
    let claims = [wrong.1, wrong.0, right.1, right.0];
    Some(Breach::new(Check::Percent(share), claims))
}

/// How much in per cent a part is of a whole.
fn share_of(part: &Claim, whole: &Claim) -> Option<Band> {
    let half = Number::new(1, 2);
    let fits = counted(whole) && told(whole) && same_unit(part, whole);
    let (part, whole) = (Band::of(part, half)?, Band::of(whole, half)?);
    let larger = fits && whole.low > part.high && part.low > Number::zero();
    let hundred = Number::from_integer(100);
    let share = |part: Number, whole: Number| part.checked_mul(&hundred)?.checked_div(&whole);
    larger.then(|| Band::between(part, whole, share)).flatten()
}
