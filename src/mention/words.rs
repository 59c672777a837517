//! Numbers in words, from left to right: "hai nghìn không trăm hai mươi lăm", "một phẩy năm triệu".

use num_traits::{CheckedAdd, CheckedMul};

use super::numeral::{Around, NumberAt, one, ten, zero};
use crate::pack::schema::NumeralRole as Role;
use crate::pack::{NumeralWord, Pack, View};
use crate::text::{Case, TokenKind};
use crate::value::Number;

/// The number in words at token `i`.
pub(super) fn in_words(pack: &Pack, view: &View<'_>, i: usize, around: Around) -> Option<NumberAt> {
    let mut number = NumberAt {
        start: i,
        end: i,
        value: zero(),
        step: one(),
        scale: one(),
        in_digits: false,
        article: false,
        alone: false,
    };
    let mut words = Words::default();
    let mut at = i;
    let mut before_filler = None;
    while let Some((length, word)) = pack.numerals.longest_at(view, at) {
        let first = number.end == i && words.is_empty();
        if !first && !joined(view, at) || first && word.role == Role::Filler {
            break;
        }
        // A capital inside a run of number words starts a name ("hai Ba Đình").
        if !first && view.tokens[at].case == Case::Title && view.tokens[i].case == Case::Lower {
            break;
        }
        match word.role {
            Role::Half if !first => {
                half(&words, &mut number, at + length)?;
                break;
            }
            Role::Point if !first => {
                let whole = words.value()?;
                if let Some((value, step, end)) = decimals_at(pack, view, at + length, whole) {
                    (number.value, number.step, number.end) = (value, step, end);
                    (number.article, number.alone) = (false, true);
                    scales_in_words(pack, view, &mut number)?;
                }
                break;
            }
            _ => {}
        }
        let next = Next::after(pack, view, at + length, around);
        if !words.take(word, &next)? {
            // "two hundred and three hundred" are two numbers.
            if word.role == Role::Hundred
                && let Some(whole) = before_filler
            {
                number = whole;
            }
            break;
        }
        at += length;
        if word.role == Role::Filler {
            before_filler = Some(number.clone());
        } else {
            number.article = first && word.article;
            number.alone = !first || word.alone;
            number.end = at;
            number.value = words.value()?;
            number.step = words.step();
            number.scale = words.scale;
        }
        if words.closed {
            break;
        }
        if view.sign(at) == Some('-')
            && !view.tokens[at].spaced
            && pack.numerals.longest_at(view, at + 1).is_some()
        {
            at += 1;
        }
    }
    (number.end > i).then_some(number)
}

/// Whether the word at `at` continues the words before it: one space or a hyphen between.
fn joined(view: &View<'_>, at: usize) -> bool {
    view.tokens[at].spaced || at > 0 && view.sign(at - 1) == Some('-')
}

/// "rưỡi": half of the place that was said last.
fn half(words: &Words, number: &mut NumberAt, end: usize) -> Option<()> {
    let unit = match words.group {
        None => words.terms.last().map_or(one(), |(_, scale)| *scale),
        Some(_) => words.place,
    };
    if unit >= ten() {
        number.step = unit / ten();
        number.value = words
            .value()?
            .checked_add(&(unit / Number::from_integer(2)))?;
        (number.end, number.article, number.alone) = (end, false, true);
    }
    Some(())
}

/// What follows a number word.
#[derive(Debug, Clone, Copy)]
struct Next {
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
    fn after(pack: &Pack, view: &View<'_>, at: usize, around: Around) -> Self {
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

/// Number words so far: `terms` are those with their scale, the largest first, `group` what stands below the next scale.
#[derive(Debug)]
struct Words {
    terms: Vec<(Number, Number)>,
    group: Option<Number>,
    /// What stood in the group before the digit that was read last, and that digit.
    digit: Option<(Number, Number)>,
    /// Whether that digit may stand alone.
    digit_alone: bool,
    /// The place value filled last.
    place: Number,
    /// What the scale words that were read last multiply by.
    scale: Number,
    /// "linh", "and": the next digit fills the ones, whatever stands before it.
    filled: bool,
    /// The last place is spoken: nothing can follow.
    closed: bool,
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
    fn is_empty(&self) -> bool {
        self.terms.is_empty() && self.group.is_none()
    }

    fn value(&self) -> Option<Number> {
        self.terms
            .iter()
            .try_fold(self.group.unwrap_or(zero()), |sum, (value, _)| {
                sum.checked_add(value)
            })
    }

    /// The last place that is spoken.
    fn step(&self) -> Number {
        match (self.group, self.terms.last()) {
            (None, Some((_, scale))) if !self.closed => *scale,
            (_, Some((_, scale))) if self.closed => scale / ten(),
            _ => one(),
        }
    }

    /// Takes one word; `false` when it cannot continue the number.
    fn take(&mut self, word: &NumeralWord, next: &Next) -> Option<bool> {
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

/// Scale words after decimals in words: "một phẩy năm triệu".
fn scales_in_words(pack: &Pack, view: &View<'_>, number: &mut NumberAt) -> Option<()> {
    number.scale = one();
    while let Some((length, word)) = pack.numerals.longest_at(view, number.end) {
        if word.role != Role::Scale || !view.tokens[number.end].spaced {
            break;
        }
        number.value = number.value.checked_mul(&word.value)?;
        number.step = number.step.checked_mul(&word.value)?;
        number.scale = number.scale.checked_mul(&word.value)?;
        number.end += length;
        if !word.multiplies {
            break;
        }
    }
    Some(())
}

/// Decimals at token `at`, after "phẩy", "point": digits, digit by digit in words, or a number below a thousand.
/// The value with `whole` before them, its last place, and the token after.
pub(super) fn decimals_at(
    pack: &Pack,
    view: &View<'_>,
    at: usize,
    whole: Number,
) -> Option<(Number, Number, usize)> {
    let mut text = String::new();
    let mut end = at;
    if let Some(digits) = view.digits(at).filter(|_| view.tokens[at].spaced) {
        text.push_str(digits);
        end += 1;
    }
    while text.len() < 12
        && view.digits(at).is_none()
        && let Some((length, word)) = pack.numerals.longest_at(view, end)
    {
        let next = pack.numerals.longest_at(view, end + length);
        let tens = next.is_some_and(|(_, next)| matches!(next.role, Role::Tens | Role::Hundred));
        if tens || word.role == Role::Additive {
            let (value, after) = below_a_thousand(pack, view, end)?;
            text.push_str(&value.to_string());
            end = after;
            break;
        }
        if !matches!(word.role, Role::Digit | Role::DigitAfterTens) {
            break;
        }
        text.push_str(&word.value.to_string());
        end += length;
    }
    let places = u32::try_from(text.len())
        .ok()
        .filter(|places| (1..=15).contains(places))?;
    let step = Number::new(1, 10_i128.checked_pow(places)?);
    let decimals = Number::from_integer(text.parse().ok()?) * step;
    Some((whole.checked_add(&decimals)?, step, end))
}

/// A number in words without scale words, and the token after it.
pub(super) fn below_a_thousand(pack: &Pack, view: &View<'_>, at: usize) -> Option<(Number, usize)> {
    let mut words = Words::default();
    let mut end = at;
    while let Some((length, word)) = pack.numerals.longest_at(view, end) {
        let next = Next::after(pack, view, end + length, Around::Text);
        if word.role == Role::Scale || !words.take(word, &next)? {
            break;
        }
        end += length;
    }
    (end > at).then_some((words.value()?, end))
}
