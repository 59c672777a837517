//! Numbers in words, from left to right: "hai nghìn không trăm hai mươi lăm", "một phẩy năm triệu".

use num_traits::{CheckedAdd, CheckedMul};

use super::numeral::{Around, NumberAt, one, ten, zero};
use super::places::{Next, Words};
use crate::pack::schema::NumeralRole as Role;
use crate::pack::{Pack, View};
use crate::text::Case;
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
        let names =
            word.alone && view.tokens[at].case == Case::Title && view.tokens[i].case == Case::Lower;
        // "three grand pianos": a scale of money stands in an amount of money or before the words that make it one.
        let meant = || {
            word.before.contains_at(view, at + length)
                || pack.currency_words.contains_at(view, at + length)
        };
        if !first && (names || word.money && !meant()) {
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
