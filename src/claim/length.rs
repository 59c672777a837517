//! The unit of time that a length leaves out: "got 16 years, and his wife, who got eleven".

use super::noun::Noun;
use super::read::Read;
use crate::mention::{Kind, Mention};
use crate::text::TokenKind;
use crate::value::{Number, Period, Value};

/// Largest number that is taken for so many of a unit of time.
const MOST: i128 = 100;

/// `mention`, a number without a noun of its own, as a length of time: the word before it stood before a length in the sentence, and is a verb or the
/// word that leads a verb to it ("to").
pub(super) fn with_unit(
    read: &Read<'_>,
    mention: &Mention,
    noun: Option<&Noun>,
) -> Option<Mention> {
    let (view, pack) = (read.view(), read.pack);
    let (start, end) = mention.tokens;
    let Value::Number(quantity) = &mention.value else {
        return None;
    };
    let count = quantity.as_single().filter(|count| {
        count.is_integer()
            && *count > Number::from_integer(1)
            && *count <= Number::from_integer(MOST)
    })?;
    // Nothing that could be counted may follow.
    let closed = view.sign(end).map_or(end == view.tokens.len(), |sign| {
        matches!(sign, '.' | ',' | ';' | ')')
    }) || pack.word_at("joining", &view, end).is_some();
    let verb = start.checked_sub(1).filter(|at| {
        let leads = |list: &str| pack.word_at(list, &view, *at) == Some(1);
        view.tokens[*at].kind == TokenKind::Word
            && (!read.analysis.stop[*at] || leads("finite-verb") || leads("infinitive"))
    })?;
    if mention.kind != Kind::Count || !closed {
        return None;
    }
    // The nearest figure behind that word.
    let same = |other: &&Mention| {
        let before = other.tokens.0.checked_sub(1);
        other.tokens.1 <= verb && before.is_some_and(|at| view.words[at] == view.words[verb])
    };
    let lender = read.reading.mentions.iter().rev().find(same)?;
    // "to 18 years in prison, her husband to eleven": the noun is that of the length.
    let shared = |noun: &Noun| noun.tokens.0 < lender.tokens.1 && noun.tokens.1 > lender.tokens.0;
    if !noun.is_none_or(shared) {
        return None;
    }
    let Value::Duration {
        low: Some(low),
        high: Some(high),
    } = &lender.value
    else {
        return None;
    };
    let length = Box::new(of_its_unit(low, count).filter(|_| low == high)?);
    let mut found = mention.clone();
    found.kind = Kind::Duration;
    found.value = Value::Duration {
        low: Some(length.clone()),
        high: Some(length),
    };
    found.rules.extend(lender.rules.iter().cloned());
    Some(found)
}

/// So many years, months, weeks or days, as `length` is one of these alone.
fn of_its_unit(length: &Period, count: Number) -> Option<Period> {
    let zero = Number::from_integer(0);
    let none = Period::default();
    let of = |years, months, weeks, days| Period {
        years,
        months,
        weeks,
        days,
        ..none.clone()
    };
    let alone = |field: Number, whole: &Period| field != zero && length == whole;
    let (y, m, w, d) = (length.years, length.months, length.weeks, length.days);
    match () {
        () if alone(y, &of(y, zero, zero, zero)) => Some(of(count, zero, zero, zero)),
        () if alone(m, &of(zero, m, zero, zero)) => Some(of(zero, count, zero, zero)),
        () if alone(w, &of(zero, zero, w, zero)) => Some(of(zero, zero, count, zero)),
        () if alone(d, &of(zero, zero, zero, d)) => Some(of(zero, zero, zero, count)),
        () => None,
    }
}
