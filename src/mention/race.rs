//! The time of a race: minutes and seconds, and the tenths, hundredths or thousandths behind them.

use num_traits::CheckedMul;

use super::fill::SlotValue;
use crate::pack::{Filled, Slot, View};
use crate::value::{Number, Period};

/// The length of time that hours, minutes and seconds give, with the digits of `{int}` as the decimals of the seconds:
/// "2:04.28", "50 giây 37". `None` without seconds, or where the decimals are words, of more than three digits, or a single one behind
/// bare seconds.
pub(super) fn race_time(view: &View<'_>, filled: &[Filled<SlotValue>]) -> Option<Period> {
    let number = |slots: &[Slot]| {
        filled.iter().find_map(|f| match f.value {
            SlotValue::Integer(value) if slots.contains(&f.slot) => {
                Some(Number::from_integer(i128::from(value)))
            }
            _ => None,
        })
    };
    let seconds = number(&[Slot::Second, Slot::AnySecond])?;
    let minutes = number(&[Slot::Minute, Slot::AnyMinute]);
    let decimals = match filled.iter().find(|f| f.slot == Slot::Int) {
        Some(f) => {
            let digits = view.digits(f.tokens.0)?;
            // "in 3.5" by itself is rather no time.
            let fewest = if minutes.is_some() { 1 } else { 2 };
            let places = u32::try_from(digits.len()).ok();
            let places = places.filter(|n| (fewest..=3).contains(n))?;
            let step = Number::new(1, 10_i128.pow(places));
            number(&[Slot::Int])?.checked_mul(&step)?
        }
        None => Number::from_integer(0),
    };
    Some(Period {
        hours: number(&[Slot::Hour]).unwrap_or_default(),
        minutes: minutes.unwrap_or_default(),
        seconds: seconds + decimals,
        ..Period::default()
    })
}
