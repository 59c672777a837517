//! The digits of a written figure, and the ways in which they go wrong.

use super::{Number, format_number};

/// The digits of a finite decimal: the value is 0.`significand` times ten to the power `exponent`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Digits {
    negative: bool,
    /// Without zeros at either end; empty for 0.
    significand: String,
    exponent: i32,
}

impl Digits {
    /// `None` for a number that no finite decimal says.
    pub fn of(number: Number) -> Option<Self> {
        if number.is_integer() {
            let all = number.numer().unsigned_abs().to_string();
            let significand = all.trim_matches('0').to_owned();
            return Some(Self {
                negative: *number.numer() < 0,
                exponent: if significand.is_empty() {
                    0
                } else {
                    i32::try_from(all.len()).ok()?
                },
                significand,
            });
        }
        let text = format_number(number);
        if text.contains('/') {
            return None;
        }
        let (negative, text) = match text.strip_prefix('-') {
            Some(rest) => (true, rest),
            None => (false, text.as_str()),
        };
        let (whole, decimals) = text.split_once('.').unwrap_or((text, ""));
        let all = format!("{whole}{decimals}");
        let stripped = all.trim_start_matches('0');
        let leading = i32::try_from(all.len() - stripped.len()).ok()?;
        let exponent = i32::try_from(whole.len()).ok()? - leading;
        Some(Self {
            negative,
            significand: stripped.trim_end_matches('0').to_owned(),
            exponent,
        })
    }

    /// How many digits lie between the first and the last that is not zero.
    pub fn significant(&self) -> usize {
        self.significand.len()
    }

    /// The place of the last digit that is not zero: 100 for 2400. `None` for 0 and past 38 digits.
    pub fn place(&self) -> Option<Number> {
        let power = self.exponent - i32::try_from(self.significand.len()).ok()?;
        let size = 10_i128.checked_pow(power.unsigned_abs())?;
        if self.significand.is_empty() {
            return None;
        }
        Some(if power < 0 {
            Number::new(1, size)
        } else {
            Number::from_integer(size)
        })
    }

    /// Two neighbouring digits changed places: 2350 and 2530, 106 and 160, 1.5 and 5.1.
    pub fn swapped(&self, other: &Self) -> bool {
        if self.negative != other.negative || self.exponent != other.exponent {
            return false;
        }
        // A trailing zero is a digit like the others: 106 is held against 160, not against 16.
        let whole = usize::try_from(self.exponent).unwrap_or(0);
        if self.significand == other.significand {
            return false;
        }
        let width = self
            .significand
            .len()
            .max(other.significand.len())
            .max(whole);
        let a = format!("{:0<width$}", self.significand);
        let b = format!("{:0<width$}", other.significand);
        let differing: Vec<usize> = a
            .bytes()
            .zip(b.bytes())
            .enumerate()
            .filter(|(_, (x, y))| x != y)
            .map(|(at, _)| at)
            .collect();
        match differing[..] {
            [first, second] => {
                second == first + 1
                    && a.as_bytes()[first] == b.as_bytes()[second]
                    && a.as_bytes()[second] == b.as_bytes()[first]
            }
            _ => false,
        }
    }

    /// The same figure, exactly or rounded to three digits or more, with another number of places: 124 536 and 12 450.
    pub fn shifted(&self, other: &Self) -> bool {
        if self.negative != other.negative
            || self.exponent == other.exponent
            || self.significand.is_empty()
            || other.significand.is_empty()
        {
            return false;
        }
        let (coarse, fine) = if self.significand.len() <= other.significand.len() {
            (&self.significand, &other.significand)
        } else {
            (&other.significand, &self.significand)
        };
        if coarse == fine {
            return true;
        }
        let kept = coarse.len();
        if kept < 3 || kept == fine.len() {
            return false;
        }
        let (Ok(coarse), Ok(cut)) = (coarse.parse::<u128>(), fine[..kept].parse::<u128>()) else {
            return false;
        };
        let up = u128::from(fine.as_bytes()[kept] >= b'5');
        cut == coarse || cut + up == coarse
    }
}

/// Two neighbouring digits changed places in two whole numbers: 13 and 31, 2012 and 2021.
pub(super) fn swapped(a: i32, b: i32) -> bool {
    let digits = |value: i32| Digits::of(Number::from_integer(i128::from(value)));
    matches!((digits(a), digits(b)), (Some(a), Some(b)) if a.swapped(&b))
}
