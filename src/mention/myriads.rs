//! Numbers in digits with scale words of both sorts, in languages that count in myriads: "1万2000", "12億1千万", "1억2천300만".
//!
//! Below a myriad the words for ten, a hundred and a thousand count their digits; a myriad or a power of it multiplies all that
//! stands before it since the last one. Digits behind a scale word are what is left below it.

use num_traits::{CheckedAdd, CheckedMul};

use super::digits::digits_at;
use super::numeral::{NumberAt, one, scale_at, ten, zero};
use crate::pack::{Pack, View};
use crate::value::Number;

/// From which value a scale word multiplies all before it.
const MYRIAD: i128 = 10_000;

/// Goes on with `number`, which ends behind its first digits, as long as scale words and digits follow.
pub(super) fn by_myriads(pack: &Pack, view: &View<'_>, number: &mut NumberAt) -> Option<()> {
    let myriad = Number::from_integer(MYRIAD);
    // All up to the last myriad, what came after it, and the digits that no scale word has counted.
    let (mut total, mut group, mut open) = (zero(), zero(), Some(number.value));
    // What digits to come must stay below, and the last myriad.
    let (mut below, mut last) = (None, None);
    loop {
        if let Some((length, word)) = scale_at(pack, view, number.start, number.end) {
            let scale = word.value;
            if scale >= myriad {
                // "1.5万亿": a scale word right behind another multiplies what that has counted.
                let multiplies = open.is_none() && group == zero() && last.is_some();
                if !multiplies && last.is_some_and(|last| scale >= last) {
                    break;
                }
                group = group.checked_add(&open.take().unwrap_or(zero()))?;
                total = match multiplies {
                    true => total.checked_mul(&scale)?,
                    false => total.checked_add(&group.checked_mul(&scale)?)?,
                };
                (group, last) = (zero(), Some(scale));
            } else {
                // "300千瓦" are so many kilowatts.
                let Some(digits) = open.filter(|digits| *digits < ten()) else {
                    break;
                };
                open = None;
                group = group.checked_add(&digits.checked_mul(&scale)?)?;
            }
            number.step = number.step.checked_mul(&scale)?;
            number.scale = number.scale.max(scale);
            number.end += length;
            below = Some(scale);
            continue;
        }
        let Some(bound) = below.take() else { break };
        match digits_at(pack, view, number.end) {
            Some(digits) if digits.value.is_integer() && digits.value < bound => {
                (open, number.step, number.end) = (Some(digits.value), one(), digits.end);
            }
            _ => break,
        }
    }
    let rest = group.checked_add(&open.unwrap_or(zero()))?;
    number.value = total.checked_add(&rest)?;
    Some(())
}
