//! Numbers in digits, in words and in both: "2.400", "hai mươi mốt", "1 triệu 200 nghìn".

use num_traits::{CheckedAdd, CheckedMul};

use super::digits::digits_at;
use crate::pack::schema::NumeralRole as Role;
use crate::pack::{NumeralWord, Pack, View};
use crate::text::{Case, TokenKind};
use crate::value::Number;

/// A number as it stands in a sentence.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct NumberAt {
    /// First token: a sign or the number itself.
    pub start: usize,
    /// Token after it.
    pub end: usize,
    pub value: Number,
    /// The last place that is written or spoken.
    pub step: Number,
    /// What the scale words multiply by; 1 without any.
    pub scale: Number,
    pub in_digits: bool,
    /// A lone article ("một", "a") that may be no number at all.
    pub article: bool,
    /// Whether it can be a number without a unit ("lăm" cannot).
    pub alone: bool,
}

impl NumberAt {
    /// The rule that read it.
    pub(super) fn rule(&self) -> &'static str {
        match (self.in_digits, self.scale == one()) {
            (true, true) => "number-digits",
            (true, false) => "number-digits-scale",
            (false, _) => "number-words",
        }
    }
}

fn one() -> Number {
    Number::from_integer(1)
}

fn zero() -> Number {
    Number::from_integer(0)
}

fn ten() -> Number {
    Number::from_integer(10)
}

/// The number at token `i`, the longest reading.
pub(super) fn number_at(pack: &Pack, view: &View<'_>, i: usize) -> Option<NumberAt> {
    let minus = minus_at(pack, view, i);
    let at = i + minus;
    let mut number = match view.tokens.get(at)?.kind {
        TokenKind::Digits => in_digits(pack, view, at)?,
        TokenKind::Word => in_words(pack, view, at)?,
        TokenKind::Sign => return None,
    };
    if minus > 0 {
        number.start = i;
        number.value = -number.value;
        number.article = false;
    }
    Some(number)
}

/// Tokens of a minus before a number: a hyphen glued to digits after a space, or a word for it.
fn minus_at(pack: &Pack, view: &View<'_>, i: usize) -> usize {
    if matches!(view.sign(i), Some('-' | '+'))
        && view.tokens[i].spaced
        && view.digits(i + 1).is_some()
        && !view.tokens[i + 1].spaced
    {
        return usize::from(view.sign(i) == Some('-'));
    }
    match pack.numerals.longest_at(view, i) {
        Some((length, word)) if word.role == Role::Minus => length,
        _ => 0,
    }
}

fn in_digits(pack: &Pack, view: &View<'_>, i: usize) -> Option<NumberAt> {
    let digits = digits_at(pack, view, i)?;
    let mut number = NumberAt {
        start: i,
        end: digits.end,
        value: digits.value,
        step: digits.step,
        scale: one(),
        in_digits: true,
        article: false,
        alone: true,
    };
    scales(pack, view, &mut number)?;
    if number.scale > one() {
        lower_places(pack, view, &mut number)?;
    }
    Some(number)
}

/// Scale words after digits: "5 triệu", "1,2 nghìn tỷ", "500k".
pub(super) fn scales(pack: &Pack, view: &View<'_>, number: &mut NumberAt) -> Option<()> {
    while let Some((length, word)) = scale_at(pack, view, number.start, number.end) {
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

/// The scale word at token `at`, behind a number that starts at token `from`.
fn scale_at<'p>(
    pack: &'p Pack,
    view: &View<'_>,
    from: usize,
    at: usize,
) -> Option<(usize, &'p NumeralWord)> {
    let token = view.tokens.get(at)?;
    // "500-million": the hyphen stands for the space.
    if view.sign(at) == Some('-')
        && !token.spaced
        && view.tokens.get(at + 1).is_some_and(|next| !next.spaced)
    {
        let (length, word) = pack.numerals.longest_at(view, at + 1)?;
        return (word.after_digits
            && !word.money
            && matches!(word.role, Role::Scale | Role::Hundred))
        .then_some((length + 1, word));
    }
    let (length, word) = pack.numerals.longest_at(view, at)?;
    let place = if token.spaced {
        word.after_digits
    } else {
        word.glued
    };
    // A glued letter must be the whole of what is glued: the "k" of "5kg" is none.
    let whole = token.spaced
        || view
            .tokens
            .get(at + length)
            .is_none_or(|next| next.spaced || next.kind != TokenKind::Word);
    let meant = || {
        !word.money
            || pack.currency_words.ending_before(view, from).is_some()
            || pack.currency_words.contains_at(view, at + length)
            || word.before.contains_at(view, at + length)
    };
    (place && whole && meant() && matches!(word.role, Role::Scale | Role::Hundred | Role::Tens))
        .then_some((length, word))
}

/// What may follow a scale: a smaller scale ("1 triệu 200 nghìn"), a bare next place ("1tr2"), a half ("2 tỷ rưỡi").
fn lower_places(pack: &Pack, view: &View<'_>, number: &mut NumberAt) -> Option<()> {
    let smallest = number.scale;
    if let Some((length, word)) = pack.numerals.longest_at(view, number.end)
        && word.role == Role::Half
    {
        number.end += length;
        number.step = smallest / ten();
        number.value = number
            .value
            .checked_add(&(smallest / Number::from_integer(2)))?;
        return Some(());
    }
    let Some(token) = view.tokens.get(number.end) else {
        return Some(());
    };
    if token.kind != TokenKind::Digits {
        return Some(());
    }
    let digits = digits_at(pack, view, number.end)?;
    if let Some((length, word)) = scale_at(pack, view, number.start, digits.end)
        && word.value < smallest
        && digits.value.checked_mul(&word.value)? < smallest
    {
        number.value = number.value.checked_add(&(digits.value * word.value))?;
        number.step = digits.step * word.value;
        number.end = digits.end + length;
        return lower_places_after(pack, view, number, word.value);
    }
    let last = view.tokens.get(digits.end);
    let ends = last.is_none_or(|next| next.kind != TokenKind::Word)
        || !token.spaced
        || currency_follows(pack, view, digits.end);
    if pack.format.elliptical
        && digits.end == number.end + 1
        && digits.value < ten()
        && digits.value > zero()
        && ends
    {
        number.value = number
            .value
            .checked_add(&(digits.value * smallest / ten()))?;
        number.step = smallest / ten();
        number.end = digits.end;
    }
    Some(())
}

fn lower_places_after(
    pack: &Pack,
    view: &View<'_>,
    number: &mut NumberAt,
    scale: Number,
) -> Option<()> {
    let kept = number.scale;
    number.scale = scale;
    let done = if scale > one() {
        lower_places(pack, view, number)
    } else {
        Some(())
    };
    number.scale = kept;
    done
}

fn currency_follows(pack: &Pack, view: &View<'_>, at: usize) -> bool {
    pack.currency_words.longest_at(view, at).is_some()
}

/// Number words from left to right. `group` is what stands below the next scale, `place` the place value filled last.
#[derive(Debug)]
struct Words {
    total: Number,
    group: Option<Number>,
    /// What stood in the group before the digit that was read last, and that digit.
    digit: Option<(Number, Number)>,
    place: Number,
    last_scale: Option<Number>,
    /// "linh", "and": the next digit fills the ones, whatever stands before it.
    filled: bool,
}

impl Words {
    fn value(&self) -> Option<Number> {
        self.total.checked_add(&self.group.unwrap_or(zero()))
    }

    /// Takes one word; `false` when it cannot continue the number.
    fn take(&mut self, word: &NumeralWord, elliptical: bool) -> Option<bool> {
        let hundred = Number::from_integer(100);
        match word.role {
            Role::Digit | Role::DigitAfterTens => {
                let after_scale = self.group.is_none() && self.last_scale.is_some() && elliptical;
                if word.role == Role::DigitAfterTens
                    && self.place != ten()
                    && !after_scale
                    && self.place != hundred
                {
                    return Some(false);
                }
                // A word that is rarely a number needs a place that only a number fills: "mười năm" is ten years.
                if word.role == Role::Digit
                    && !word.alone
                    && self.place == ten()
                    && self.group.is_some()
                {
                    return Some(false);
                }
                let base = self.group.unwrap_or(zero());
                let value = match self.group {
                    Some(_) if self.place == hundred && elliptical && !self.filled => {
                        word.value * ten()
                    }
                    Some(_) if self.place != ten() && self.place != hundred => return Some(false),
                    _ => word.value,
                };
                self.group = Some(base + value);
                self.digit = Some((base, word.value));
                self.place = one();
            }
            Role::Additive => {
                if self.group.is_some() && self.place != hundred {
                    return Some(false);
                }
                self.group = Some(self.group.unwrap_or(zero()) + word.value);
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
            Role::Scale => {
                let Some(group) = self
                    .group
                    .filter(|_| self.last_scale.is_none_or(|last| word.value < last))
                else {
                    // "hai trăm nghìn tỷ": the larger scale multiplies all that stands before it.
                    if self.group.is_none() && self.last_scale.is_some_and(|last| last < word.value)
                    {
                        self.total = self.total.checked_mul(&word.value)?;
                        self.last_scale = Some(word.value);
                        return Some(true);
                    }
                    return Some(false);
                };
                self.total = self.total.checked_add(&group.checked_mul(&word.value)?)?;
                self.last_scale = Some(word.value);
                self.group = None;
                self.digit = None;
                self.place = word.value;
                self.filled = false;
            }
            Role::Filler => self.filled = true,
            Role::Half | Role::Point | Role::Minus => return Some(false),
        }
        Some(true)
    }
}

fn in_words(pack: &Pack, view: &View<'_>, i: usize) -> Option<NumberAt> {
    let mut words = Words {
        total: zero(),
        group: None,
        digit: None,
        place: one(),
        last_scale: None,
        filled: false,
    };
    let (mut at, mut end, mut count) = (i, i, 0);
    let (mut article, mut alone) = (false, false);
    let mut step = one();
    let mut result = None;
    let mut joined_at = None;
    while let Some((length, word)) = pack.numerals.longest_at(view, at) {
        if count > 0 && !joined(view, at) || count == 0 && word.role == Role::Filler {
            break;
        }
        // A capital inside a run of number words starts a name ("hai Ba Đình").
        let token = view.tokens[at];
        if count > 0 && token.case == Case::Title && view.tokens[i].case == Case::Lower {
            break;
        }
        if word.role == Role::Half {
            let unit = words
                .last_scale
                .filter(|_| words.group.is_none())
                .unwrap_or(words.place);
            if count > 0 && unit >= ten() {
                step = unit / ten();
                result = words
                    .value()?
                    .checked_add(&(unit / Number::from_integer(2)));
                (end, alone) = (at + length, true);
            }
            break;
        }
        if word.role == Role::Point {
            if let Some((value, places, after)) =
                decimals(pack, view, at + length, words.value()?).filter(|_| count > 0)
            {
                return scaled_decimals(pack, view, i, (value, places, after));
            }
            break;
        }
        let elliptical = pack.format.elliptical;
        let before = words.group;
        if !words.take(word, elliptical)? {
            // "two hundred and three hundred" are two numbers.
            if let Some(whole) = joined_at.filter(|_| word.role == Role::Hundred) {
                (end, result, step) = whole;
            }
            break;
        }
        if word.role == Role::Filler {
            joined_at = Some((end, result, step));
        }
        count += 1;
        at += length;
        if word.role != Role::Filler {
            end = at;
            article = count == 1 && word.article;
            alone = count > 1 || word.alone;
            step = words
                .last_scale
                .filter(|_| words.group.is_none())
                .unwrap_or_else(one);
            result = words.value();
            if elliptical
                && before.is_none()
                && words.group.is_some()
                && !words.filled
                && word.role == Role::Digit
            {
                // "ba triệu hai": a bare digit after a scale fills its next place, unless more follows.
                if let Some(scale) = words.last_scale.filter(|_| ellipsis_ends(pack, view, at)) {
                    result = words.total.checked_add(&(word.value * scale / ten()));
                    step = scale / ten();
                    break;
                }
            }
        }
        if matches!(view.sign(at), Some('-'))
            && !view.tokens[at].spaced
            && pack.numerals.longest_at(view, at + 1).is_some()
        {
            at += 1;
        }
    }
    let number = NumberAt {
        start: i,
        end,
        value: result?,
        step,
        scale: words.last_scale.unwrap_or_else(one),
        in_digits: false,
        article,
        alone,
    };
    (end > i).then_some(number)
}

/// Decimals in words with the scale words behind them: "two point two" "million".
fn scaled_decimals(
    pack: &Pack,
    view: &View<'_>,
    start: usize,
    (value, step, end): (Number, Number, usize),
) -> Option<NumberAt> {
    let mut number = NumberAt {
        start,
        end,
        value,
        step,
        scale: one(),
        in_digits: false,
        article: false,
        alone: true,
    };
    scales(pack, view, &mut number)?;
    Some(number)
}

/// Whether the word at `at` continues the words before it: one space or a hyphen between.
fn joined(view: &View<'_>, at: usize) -> bool {
    view.tokens[at].spaced || at > 0 && view.sign(at - 1) == Some('-')
}

/// Whether nothing follows that would make the digit before token `at` a number of its own.
fn ellipsis_ends(pack: &Pack, view: &View<'_>, at: usize) -> bool {
    pack.numerals
        .longest_at(view, at)
        .is_none_or(|(_, word)| matches!(word.role, Role::Half | Role::Point | Role::Minus))
}

/// Decimals in words after "phẩy", "point": digit by digit, or a number below a hundred. The value, its last place, and the token after.
fn decimals(
    pack: &Pack,
    view: &View<'_>,
    at: usize,
    whole: Number,
) -> Option<(Number, Number, usize)> {
    let mut digits: Vec<Number> = Vec::new();
    let mut end = at;
    while let Some((length, word)) = pack.numerals.longest_at(view, end) {
        if word.role != Role::Digit || digits.len() > 12 {
            break;
        }
        digits.push(word.value);
        end += length;
    }
    if let Some(number) = (digits.len() < 2)
        .then(|| in_words(pack, view, at))
        .flatten()
        && number.end > end
        && number.value < Number::from_integer(100)
    {
        let places = if number.value < ten() {
            ten()
        } else {
            Number::from_integer(100)
        };
        return Some((whole + number.value / places, one() / places, number.end));
    }
    if digits.is_empty() {
        return None;
    }
    let mut place = one();
    let mut value = whole;
    for digit in digits {
        place = place / ten();
        value = value.checked_add(&(digit * place))?;
    }
    Some((value, place, end))
}
