//! Which place of a number each of its words fills.

use num_traits::{CheckedAdd, CheckedMul};

use super::numeral::{Around, one, ten, zero};
use crate::pack::schema::NumeralRole as Role;
use crate::pack::{NumeralWord, Pack, View};
use crate::text::TokenKind;
use crate::value::Number;

/// Number words so far: `terms` are those with their scale, the largest first, `group` what stands below the next scale.
#[derive(Debug)]
pub(super) struct Words {
    pub(super) terms: Vec<(Number, Number)>,
    pub(super) group: Option<Number>,
    /// What stood in the group before the digit that was read last, and that digit.
    digit: Option<(Number, Number)>,
    /// Whether that digit may stand alone.
    digit_alone: bool,
    /// The place value filled last.
    pub(super) place: Number,
    /// What the scale words that were read last multiply by.
    pub(super) scale: Number,
    /// "linh", "and": the next digit fills the ones, whatever stands before it.
    filled: bool,
    /// The last place is spoken: nothing can follow.
    pub(super) closed: bool,
}

impl Default for Words {
    fn default() -> Self {
        Self {
            terms: Vec::new(),
            group: None,
            digit: None,
            digit_alone: true,
            place: one(),
            scale: one(),
            filled: false,
            closed: false,
        }
    }
}

impl Words {
    pub(super) fn is_empty(&self) -> bool {
        self.terms.is_empty() && self.group.is_none()
    }

    pub(super) fn value(&self) -> Option<Number> {
        self.terms
            .iter()
            .try_fold(self.group.unwrap_or(zero()), |sum, (value, _)| {
                sum.checked_add(value)
            })
    }

    /// The last place that is spoken.
    pub(super) fn step(&self) -> Number {
        match (self.group, self.terms.last()) {
            (None, Some((_, scale))) if !self.closed => *scale,
            (_, Some((_, scale))) if self.closed => scale / ten(),
            _ => one(),
        }
    }

    /// Takes one word; `false` when it cannot continue the number.
    pub(super) fn take(&mut self, word: &NumeralWord, next: &Next) -> Option<bool> {
        let hundred = Number::from_integer(100);
        match word.role {
            Role::Digit | Role::DigitAfterTens => return self.digit(word, next),
            Role::Additive => {
                if self.group.is_some() && self.place != hundred {
                    return Some(false);
                }
                self.group = Some(self.group.unwrap_or(zero()).checked_add(&word.value)?);
                self.digit = None;
                self.place = match word.value {
                    value if (value / hundred).is_integer() => hundred,
                    value if (value / ten()).is_integer() => ten(),
                    _ => one(),
                };
            }
            Role::Tens => match self.digit {
                // The digit that was just read turns out to count tens: "hai" "mươi", "ba trăm hai" "mươi".
                Some((base, digit)) if self.place == one() && digit > zero() => {
                    self.group = Some(base + digit * word.value);
                    self.digit = None;
                    self.place = ten();
                }
                _ => return Some(false),
            },
            Role::Hundred => match self.group {
                Some(group) if self.place == one() && group < hundred => {
                    self.group = Some(group * word.value);
                    self.digit = None;
                    self.place = hundred;
                    self.filled = false;
                }
                _ => return Some(false),
            },
            Role::Scale => return self.scale(word),
            Role::Filler => self.filled = true,
            Role::Half | Role::Point | Role::Minus => return Some(false),
        }
        Some(true)
    }

    fn digit(&mut self, word: &NumeralWord, next: &Next) -> Option<bool> {
        let hundred = Number::from_integer(100);
        let short = word.role == Role::DigitAfterTens;
        let (base, value) = match (self.group, self.digit) {
            (Some(_), Some((base, tens))) if self.place == one() => {
                if !self.pairs(tens, base, word, next) {
                    return Some(false);
                }
                self.group = Some(base + tens * ten() + word.value);
                self.digit = None;
                return Some(true);
            }
            // A word that is rarely a number needs a place that only a number fills: "mười năm" is ten years.
            (Some(base), _) if self.place == ten() => {
                if word.role == Role::Digit && !word.alone {
                    return Some(false);
                }
                (base, word.value)
            }
            (Some(base), _) if self.place == hundred => {
                if self.filled || !next.elliptical {
                    if short && !next.elliptical {
                        return Some(false);
                    }
                    (base, word.value)
                } else {
                    // "hai trăm năm" is two hundred years; "hai trăm năm mươi" goes on.
                    let firm = word.alone || short || next.role == Some(Role::Tens);
                    if !firm && !next.spoken {
                        return Some(false);
                    }
                    // Tens follow or are left out: "một trăm hai mươi", "một trăm hai".
                    self.group = Some(base + word.value * ten());
                    self.digit = Some((base, word.value));
                    self.digit_alone = word.alone;
                    self.place = one();
                    return Some(true);
                }
            }
            (Some(_), _) => return Some(false),
            (None, _) => {
                if let Some((_, scale)) = self.terms.last().copied().filter(|_| next.elliptical)
                    && !self.filled
                    && !next.goes_on()
                {
                    // "ba triệu hai": a bare digit after a scale fills its next place; it counts nothing that follows.
                    let firm = word.alone || short || next.spoken;
                    if !firm || !next.closes() {
                        return Some(false);
                    }
                    self.terms.push((word.value * scale / ten(), scale));
                    self.closed = true;
                    return Some(true);
                }
                // "tư" and "lăm" need a place before them.
                if short && (self.terms.is_empty() || !next.elliptical) {
                    return Some(false);
                }
                (zero(), word.value)
            }
        };
        self.group = Some(base + value);
        self.digit = Some((base, word.value));
        self.digit_alone = word.alone;
        self.place = one();
        Some(true)
    }

    /// Whether two digits in a row are tens and ones: "sáu mốt", "hai lăm", "bảy trăm tám chín".
    ///
    /// Two neighbours alone are a range ("ba bốn ngày"), and two that need not be numbers are none.
    fn pairs(&self, tens: Number, base: Number, word: &NumeralWord, next: &Next) -> bool {
        let short = word.role == Role::DigitAfterTens;
        if !next.elliptical || self.filled || tens <= one() {
            return false;
        }
        if base > zero() || !self.terms.is_empty() {
            return short || word.alone || next.spoken;
        }
        let apart = word.value != tens + one() && word.value > one();
        if next.spoken {
            return short || apart && (next.continues() || !next.goes_on());
        }
        let firm = self.digit_alone && (short || word.alone);
        firm && (short && next.closes() || apart && (next.unit || next.continues()))
    }

    fn scale(&mut self, word: &NumeralWord) -> Option<bool> {
        let last = self.terms.last().map(|(_, scale)| *scale);
        let mut sum = match (self.group, last) {
            (None, None) => return Some(false),
            (None, Some(last)) if last > word.value => return Some(false),
            (Some(_), Some(last)) if last == word.value => return Some(false),
            (group, _) => group.unwrap_or(zero()),
        };
        // "hai trăm nghìn tỷ": a larger scale multiplies all smaller ones before it.
        self.scale = match (self.group, last) {
            (None, Some(_)) => self.scale.checked_mul(&word.value)?,
            _ => word.value,
        };
        while let Some((value, _)) = self.terms.pop_if(|(_, scale)| {
            *scale < word.value || self.group.is_none() && *scale == word.value
        }) {
            sum = sum.checked_add(&value)?;
        }
        self.terms.push((sum.checked_mul(&word.value)?, word.value));
        self.group = None;
        self.digit = None;
        self.place = word.value;
        self.filled = false;
        Some(true)
    }
}

/// What follows a number word.
#[derive(Debug, Clone, Copy)]
pub(super) struct Next {
    /// The role of the number word there.
    role: Option<Role>,
    /// Nothing but a sign or the end.
    end: bool,
    /// A unit or a currency.
    unit: bool,
    /// A word that is rarely a number may be one here.
    spoken: bool,
    elliptical: bool,
}

impl Next {
    pub(super) fn after(pack: &Pack, view: &View<'_>, at: usize, around: Around) -> Self {
        Self {
            role: pack
                .numerals
                .longest_at(view, at)
                .map(|(_, word)| word.role),
            end: view
                .tokens
                .get(at)
                .is_none_or(|t| t.kind == TokenKind::Sign),
            unit: pack.unit_words.longest_at(view, at).is_some()
                || pack.currency_words.longest_at(view, at).is_some(),
            spoken: around == Around::Nothing,
            elliptical: pack.format.elliptical,
        }
    }

    /// Whether a scale, a half or the decimals follow, which belong to the number before them.
    fn continues(&self) -> bool {
        matches!(self.role, Some(Role::Scale | Role::Half | Role::Point))
    }

    /// Whether the number ends here, so that the word before need not count what follows.
    fn closes(&self) -> bool {
        self.end || self.unit || self.continues()
    }

    /// Whether more number words follow that would make the digit before them a number of its own.
    fn goes_on(&self) -> bool {
        !matches!(
            self.role,
            None | Some(Role::Half | Role::Point | Role::Minus)
        )
    }
}
