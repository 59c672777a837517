//! A percentage that does not follow from the part and the whole beside it.

use num_traits::{CheckedDiv, CheckedMul, Zero};

use super::growth::rounded;
use super::line::{Band, Line, end_of, is_percent, same_unit, told};
use super::parts::{counted, is_of_people, is_taken_from};
use super::{Breach, Check};
use crate::claim::Claim;
use crate::fact::{Run, stated as stated_as};
use crate::mention::Role;
use crate::value::{Number, Relation, relate};

/// How many times the share that follows may be the one that is stated: past that the words were hardly read as they are meant.
const TIMES: i128 = 20;

/// Most words of no list between a percentage and its whole: "73% nhu cầu 2,6 tỷ".
const BETWEEN: usize = 3;

/// "$1.9 billion, or 83% of the $2.6 billion", "1.850 người, tương đương 17% của 14.600 nhân viên", "8 of the 20 firms (45 per cent)".
pub(super) fn breaches(line: &Line<'_>) -> Vec<Breach> {
    let places = 0..line.claims.len().saturating_sub(2);
    places.filter_map(|at| share(line, at)).collect()
}

fn share(line: &Line<'_>, at: usize) -> Option<Breach> {
    let [first, second, third] = line.claims.get(at..at + 3)? else {
        return None;
    };
    let (part, share, whole) = if is_percent(second.1) {
        joined(line, first.1, second.1).then_some((first, second, third))?;
        of(line, second.1, third.1).then_some(())?;
        (first, second, third)
    } else {
        is_taken_from(line, first.1, second.1).then_some(())?;
        joined(line, second.1, third.1).then_some(())?;
        let open = line.word("share-of", third.1.mention.tokens.1) == 0;
        open.then_some((first, third, second))?
    };
    let one_thing =
        same_unit(part.1, whole.1) || is_of_people(line, part.1) && is_of_people(line, whole.1);
    let fits = is_percent(share.1) && counted(part.1) && counted(whole.1) && one_thing;
    let plain = [part, share, whole]
        .iter()
        .all(|(_, claim)| told(claim) && claim.mention.role == Role::Is);
    if !fits || !plain {
        return None;
    }
    let half = Number::new(1, 2);
    let stated = Band::of(share.1, Number::from_integer(1))?;
    let of_whole = |part: Number, whole: Number| {
        let hundred = Number::from_integer(100);
        (whole > Number::zero()).then_some(())?;
        part.checked_mul(&hundred)?.checked_div(&whole)
    };
    let follows = Band::between(Band::of(part.1, half)?, Band::of(whole.1, half)?, of_whole)?;
    let most = Number::from_integer(TIMES);
    let near = follows.low <= stated.high * most && stated.low <= follows.high * most;
    let possible = follows.low <= Number::from_integer(100) && stated.low > Number::zero();
    let middle = (follows.low + follows.high) / Number::from_integer(2);
    let breach = || Breach::new(Check::Percent(rounded(middle)), [share.0, part.0, whole.0]);
    (!stated.meets(follows) && near && possible).then(breach)
}

/// Of a percentage that does not follow from the figures beside it, where other articles give the one that does, beside one of these.
pub(super) fn told_elsewhere(run: &Run<'_>, breach: &Breach) -> Vec<usize> {
    let (Check::Percent(right), [stated, figures @ ..]) = (breach.check, &breach.claims[..]) else {
        return Vec::new();
    };
    let claim = |number: usize| run.stands[number].claim;
    let own = run.stands[*stated].source;
    let fits = |other: &Claim| {
        let band = Band::of(other, Number::new(1, 2));
        is_percent(other) && band.is_some_and(|band| band.low <= right && right <= band.high)
    };
    let same =
        |one: &Claim, other: &Claim| relate(stated_as(one), stated_as(other)) == Relation::Equal;
    let beside = |number: usize| {
        let (source, sentence) = (run.stands[number].source, claim(number).sentence_number);
        let mut told = run.of_source(source).map(claim);
        told.any(|other| {
            other.sentence_number == sentence
                && figures.iter().any(|figure| same(claim(*figure), other))
        })
    };
    let numbers = 0..run.stands.len();
    let elsewhere = numbers.filter(|number| run.stands[*number].source != own);
    elsewhere
        .filter(|number| fits(claim(*number)) && beside(*number))
        .collect()
}

/// Whether the second figure says the first in other words: "1,9 tỷ USD, tương đương 73%", "(45 per cent)".
fn joined(line: &Line<'_>, one: &Claim, other: &Claim) -> bool {
    let start = other.mention.tokens.0;
    let end = end_of(one).min(start);
    let said = line.has("conversion", end, start) || line.sign(end) == Some('(');
    said && line.only(end, start, &["conversion"], ",(", 0)
}

/// Whether the figure behind a percentage is what it is taken of.
fn of(line: &Line<'_>, share: &Claim, whole: &Claim) -> bool {
    let (end, start) = (share.mention.tokens.1, whole.mention.tokens.0);
    let opened = line.word("share-of", end);
    opened > 0 && end + opened <= start && line.only(end + opened, start, &["stop"], "", BETWEEN)
}
