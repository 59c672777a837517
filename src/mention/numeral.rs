//! Numbers in digits, in words and in both: "2.400", "hai mươi mốt", "1 triệu 200 nghìn".

use num_traits::{CheckedAdd, CheckedMul};

use super::digits::{Digits, bare_decimals, digits_at, in_parts};
use super::myriads::by_myriads;
use super::words::{below_a_thousand, decimals_at, in_words};
use crate::pack::schema::NumeralRole as Role;
use crate::pack::{NumeralWord, Pack, View};
use crate::text::TokenKind;
use crate::value::Number;

/// What stands around a number: running text, where a number word may be another word, or nothing at all.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Around {
    Text,
    /// The sentence is nothing but a number and its unit, so that every word of it is a number word.
    Nothing,
}

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
    /// A whole number that a list of words gives: tokens `start..end`.
    pub(super) fn spoken(start: usize, end: usize, value: i64) -> Self {
        Self {
            start,
            end,
            value: Number::from_integer(i128::from(value)),
            step: one(),
            scale: one(),
            in_digits: false,
            article: false,
            alone: true,
        }
    }

    /// A number in digits that starts at token `start`.
    fn written(start: usize, digits: &Digits) -> Self {
        Self {
            value: digits.value,
            step: digits.step,
            in_digits: true,
            ..Self::spoken(start, digits.end, 0)
        }
    }

    /// The rule that read it.
    pub(super) fn rule(&self) -> &'static str {
        match (self.in_digits, self.scale == one()) {
            (true, true) => "number-digits",
            (true, false) => "number-digits-scale",
            (false, _) => "number-words",
        }
    }
}

pub(super) fn one() -> Number {
    Number::from_integer(1)
}

pub(super) fn zero() -> Number {
    Number::from_integer(0)
}

pub(super) fn ten() -> Number {
    Number::from_integer(10)
}

/// The number at token `i` of running text, the longest reading.
pub(super) fn number_at(pack: &Pack, view: &View<'_>, i: usize) -> Option<NumberAt> {
    number_in(pack, view, i, Around::Text)
}

/// The same with what stands around it.
pub(super) fn number_in(
    pack: &Pack,
    view: &View<'_>,
    i: usize,
    around: Around,
) -> Option<NumberAt> {
    let minus = minus_at(pack, view, i, around);
    let at = i + minus;
    let mut number = match view.tokens.get(at)?.kind {
        TokenKind::Digits => in_digits(pack, view, at)?,
        TokenKind::Word => in_words(pack, view, at, around)?,
        TokenKind::Sign => without_zero(pack, view, at)?,
    };
    if minus > 0 {
        number.start = i;
        number.value = -number.value;
        number.article = false;
    }
    Some(number)
}

/// The number at token `i` without scale words: the 3 of "3 tỷ".
pub(super) fn unscaled(pack: &Pack, view: &View<'_>, i: usize) -> Option<NumberAt> {
    if view.digits(i).is_some() {
        return Some(NumberAt::written(i, &digits_at(pack, view, i)?));
    }
    let (value, end) = below_a_thousand(pack, view, i)?;
    Some(NumberAt {
        value,
        ..NumberAt::spoken(i, end, 0)
    })
}

/// Tokens of a minus before a number: a hyphen glued to digits after a space or a bracket that opens, or a word for it.
fn minus_at(pack: &Pack, view: &View<'_>, i: usize, around: Around) -> usize {
    let alone = around == Around::Nothing;
    if matches!(view.sign(i), Some('-' | '+'))
        && (view.tokens[i].spaced || i > 0 && matches!(view.sign(i - 1), Some('(' | '[')))
        && (view.digits(i + 1).is_some() || view.sign(i + 1) == Some('.') && i == 0)
        && (alone || !view.tokens[i + 1].spaced)
    {
        return usize::from(view.sign(i) == Some('-'));
    }
    match pack.numerals.longest_at(view, i) {
        // A word that is as often another ("trừ", except) is a minus only where nothing else stands.
        Some((length, word)) if word.role == Role::Minus && (alone || !word.article) => length,
        _ => 0,
    }
}

fn in_digits(pack: &Pack, view: &View<'_>, i: usize) -> Option<NumberAt> {
    let mut number = NumberAt::written(i, &digits_at(pack, view, i)?);
    spoken_decimals(pack, view, &mut number);
    if pack.format.myriads {
        by_myriads(pack, view, &mut number)?;
        return Some(number);
    }
    scales(pack, view, &mut number)?;
    if number.scale > one() {
        lower_places(pack, view, &mut number)?;
    } else {
        in_parts(pack, view, &mut number)?;
    }
    Some(number)
}

/// ".75 cups": decimals without the zero before them.
fn without_zero(pack: &Pack, view: &View<'_>, i: usize) -> Option<NumberAt> {
    let mut number = NumberAt::written(i, &bare_decimals(pack, view, i)?);
    scales(pack, view, &mut number)?;
    Some(number)
}

/// "2 phẩy 5": decimals after a word.
fn spoken_decimals(pack: &Pack, view: &View<'_>, number: &mut NumberAt) {
    let point = pack.numerals.longest_at(view, number.end);
    if let Some((length, word)) = point
        && word.role == Role::Point
        && number.step == one()
        && view.tokens[number.end].spaced
        && let Some((value, step, end)) = decimals_at(pack, view, number.end + length, number.value)
    {
        (number.value, number.step, number.end) = (value, step, end);
    }
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
pub(super) fn scale_at<'p>(
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
    // A letter that is a unit as often is a scale only between digits: "2t3".
    let between = !word.between
        || view
            .tokens
            .get(at + length)
            .is_some_and(|next| next.kind == TokenKind::Digits && !next.spaced);
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
    let multiplies = matches!(word.role, Role::Scale | Role::Hundred | Role::Tens);
    (place && whole && between && multiplies && meant()).then_some((length, word))
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
    if let Some((length, word)) = scale_at(pack, view, number.start, digits.end) {
        if word.value < smallest && digits.value.checked_mul(&word.value)? < smallest {
            number.value = number.value.checked_add(&(digits.value * word.value))?;
            number.step = digits.step * word.value;
            number.end = digits.end + length;
            return lower_places_after(pack, view, number, word.value);
        }
        // "2 nghìn 500 tỷ": the larger scale multiplies both.
        if word.value > smallest && digits.value < smallest && digits.value.is_integer() {
            number.value = number.value.checked_add(&digits.value)?;
            (number.end, number.step, number.scale) = (digits.end, one(), one());
            return scales(pack, view, number);
        }
        return Some(());
    }
    let length = view.digits(number.end).map_or(0, str::len);
    // Glued digits are the next places, however many ("1tr25"); behind a space only one digit is ("1 triệu 2").
    let places = if token.spaced { 1..=1 } else { 1..=3 };
    if pack.format.elliptical
        && digits.end == number.end + 1
        && places.contains(&length)
        && digits.value > zero()
        && (!token.spaced || nothing_counted(pack, view, digits.end))
    {
        let place = smallest / Number::from_integer(10_i128.pow(u32::try_from(length).ok()?));
        number.value = number.value.checked_add(&(digits.value * place))?;
        number.step = place;
        number.end = digits.end;
    }
    Some(())
}

/// Whether the digit before token `at` counts nothing by itself: the text ends there, or a currency follows.
fn nothing_counted(pack: &Pack, view: &View<'_>, at: usize) -> bool {
    let Some(next) = view.tokens.get(at) else {
        return true;
    };
    if pack.currency_words.longest_at(view, at).is_some() {
        return true;
    }
    let joins = view
        .tokens
        .get(at + 1)
        .is_some_and(|after| after.kind == TokenKind::Digits && !after.spaced);
    next.kind == TokenKind::Sign && !joins && pack.unit_words.longest_at(view, at).is_none()
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
