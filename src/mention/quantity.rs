//! Numbers with what belongs to them: currency, unit, range, change.

use super::candidate::Candidate;
use super::digits::lists;
use super::fill::Filler;
use super::measured::{Measured, What, measured};
use super::numeral::{Around, NumberAt, number_in};
use super::range::{change, range, seconds};
use super::sides::sides_at;
use crate::pack::schema::{RangeRelation, UnitKind};
use crate::pack::{Pack, View};
use crate::text::TokenKind;
use crate::value::{Number, Qualifier, Quantity};

/// Priority of a number that no pattern reads: a pattern of the same length is the firmer reading.
pub(super) const PLAIN: i32 = -1;

/// A number that is read, from wherever: the numerals or a pattern.
#[derive(Debug, Clone)]
pub(super) struct Amount {
    pub start: usize,
    pub end: usize,
    pub quantity: Quantity,
    pub scale: Number,
    pub qualifier: Qualifier,
    pub article: bool,
    pub alone: bool,
    pub rules: Vec<String>,
}

impl Amount {
    pub(super) fn of(number: &NumberAt, code: &str) -> Self {
        Self {
            start: number.start,
            end: number.end,
            quantity: Quantity::single(number.value, number.step),
            scale: number.scale,
            qualifier: Qualifier::Exact,
            article: number.article,
            alone: number.alone,
            rules: vec![[code, "/", number.rule()].concat()],
        }
    }
}

impl Amount {
    /// The number without whatever unit may follow it.
    pub(super) fn bare(self, pack: &Pack) -> Option<Candidate> {
        Measured {
            start: self.start,
            end: self.end,
            amount: self,
            what: What::Bare,
        }
        .finish(pack)
    }
}

/// Everything that the number at token `i` may be: alone, and as the start of a range or change.
pub(super) fn quantities_at(
    pack: &Pack,
    view: &View<'_>,
    filler: &Filler<'_>,
    i: usize,
    out: &mut Vec<Candidate>,
) {
    if view.tokens[i].kind == TokenKind::Word
        && !pack.numerals.may_start(view, i)
        && !pack.currency_words.may_start(view, i)
    {
        return;
    }
    let before = currency_before(pack, view, i);
    let at = before.map_or(i, |(length, _)| i + length);
    if before.is_none() && names_a_thing(pack, view, i) {
        return;
    }
    // The decimals of "6.5" start no number of their own.
    let inside = i >= 2
        && view.digits(i).is_some()
        && !view.tokens[i].spaced
        && matches!(view.sign(i - 1), Some('.' | ','))
        && !view.tokens[i - 1].spaced
        && view.digits(i - 2).is_some()
        && !lists(pack, view, i);
    if inside {
        return;
    }
    let Some(number) = filler.number_at(view, at) else {
        return;
    };
    if filler.any_sides(view) {
        sides_at(pack, view, i, &number, out);
    }
    if before.is_none() && glued_to_a_name(pack, view, &number) {
        return;
    }
    let amount = Amount::of(&number, pack.code());
    spans_from(
        pack,
        view,
        i,
        before.map(|(_, currency)| currency),
        &amount,
        out,
    );
}

/// The reading of a text that is nothing but a number and its unit: there every number word is one, "năm" and "một" too.
pub(super) fn whole_text(pack: &Pack, view: &View<'_>, out: &mut Vec<Candidate>) {
    let Some(number) = number_in(pack, view, 0, Around::Nothing) else {
        return;
    };
    let mut amount = Amount::of(&number, pack.code());
    (amount.article, amount.alone) = (false, true);
    let mut found = Vec::new();
    spans_from(pack, view, 0, None, &amount, &mut found);
    found.retain(|candidate| (candidate.end..view.tokens.len()).all(|i| view.sign(i).is_some()));
    for candidate in &mut found {
        // What is read without this licence is the firmer reading.
        candidate.priority -= 1;
    }
    out.append(&mut found);
}

/// The same for an amount that a pattern has read.
pub(super) fn quantities_from(
    pack: &Pack,
    view: &View<'_>,
    amount: &Amount,
    out: &mut Vec<Candidate>,
) {
    let currency = pack.currency_words.ending_before(view, amount.start);
    let currency = currency.filter(|(_, currency)| pack.currencies[**currency].before);
    let start = currency.map_or(amount.start, |(start, _)| start);
    spans_from(pack, view, start, currency.map(|(_, c)| *c), amount, out);
}

fn spans_from(
    pack: &Pack,
    view: &View<'_>,
    start: usize,
    currency: Option<usize>,
    amount: &Amount,
    out: &mut Vec<Candidate>,
) {
    let first = measured(pack, view, start, currency, amount);
    if let Some(first) = &first {
        let found = seconds(pack, view, start, first);
        // "rose from 7 to 11" is a change, although "from 7 to 11" alone is a range.
        let changes = found
            .iter()
            .any(|second| second.form.relation == RangeRelation::Change);
        // "from $580 million": the word opens what the sign opens.
        let signed = pack.currency_words.ending_before(view, start);
        let opening = signed.map_or(start, |(at, _)| at);
        let moved = is_moved(pack, view, pack.word_before("from", view, opening));
        for second in found {
            match second.form.relation {
                RangeRelation::Range if changes => {}
                RangeRelation::Range if moved => {
                    out.extend(change(pack, first, &second.measured, &second.form.name));
                }
                RangeRelation::Range => out.extend(range(pack, view, first, &second)),
                RangeRelation::Change => {
                    out.extend(change(pack, first, &second.measured, &second.form.name));
                }
                RangeRelation::Sides => {}
            }
        }
    }
    if let Some(first) = first {
        // The unit may turn out to open a date ("mốc 1.500 ngày 11/7"): the number then stands alone.
        if matches!(first.what, What::Unit(unit) if pack.units[unit].kind == UnitKind::Duration) {
            out.extend(amount.clone().bare(pack).map(|bare| Candidate {
                priority: PLAIN - 2,
                ..bare
            }));
        }
        out.extend(first.finish(pack));
    }
}

/// "raised its offer to bereaved families from 50 million dong to 80 million": whether a verb of change stands before the word that opens a
/// range, with neither a sign nor a figure between.
fn is_moved(pack: &Pack, view: &View<'_>, opened: Option<usize>) -> bool {
    let Some(opened) = opened else {
        return false;
    };
    let joined = |i: usize| view.sign(i) == Some('-') && !view.tokens[i].spaced;
    let plain = |i: &usize| (view.sign(*i).is_none() || joined(*i)) && view.digits(*i).is_none();
    let mut reach = (opened.saturating_sub(FAR)..opened).rev().take_while(plain);
    reach.any(|i| pack.word_at("changes-figure", view, i).is_some())
}

/// Most tokens between a verb of change and the figures that it speaks of.
const FAR: usize = 10;

/// A currency directly before a number: "$", "USD ".
pub(super) fn currency_before(pack: &Pack, view: &View<'_>, at: usize) -> Option<(usize, usize)> {
    let (length, currency) = pack.currency_words.longest_at(view, at)?;
    let next = view.tokens.get(at + length)?;
    let sign = view.sign(at + length - 1).is_some();
    // "đồng 5": a word in letters needs its space, a sign stands with or without.
    let fits =
        next.kind == TokenKind::Digits && (sign || next.spaced || pack.currencies[*currency].glued);
    (pack.currencies[*currency].before && fits).then_some((length, *currency))
}

/// Digits that belong to the letters before them: "U23", "ASEAN-10".
fn names_a_thing(pack: &Pack, view: &View<'_>, i: usize) -> bool {
    if i == 0 || view.digits(i).is_none() || view.tokens[i].spaced {
        return false;
    }
    let word = |at: usize| view.tokens[at].kind == TokenKind::Word;
    if word(i - 1) {
        return pack.currency_words.ending_before(view, i).is_none();
    }
    view.sign(i - 1) == Some('-') && !view.tokens[i - 1].spaced && i >= 2 && word(i - 2)
}

/// Digits with letters glued behind that are neither scale nor unit: "35A", "1Tổng".
pub(super) fn glued_to_a_name(pack: &Pack, view: &View<'_>, number: &NumberAt) -> bool {
    let Some(next) = view.tokens.get(number.end) else {
        return false;
    };
    if next.spaced || next.kind != TokenKind::Word || !number.in_digits {
        return false;
    }
    // The number of a footnote: "31¹ nước".
    if next
        .of(view.text)
        .chars()
        .all(|c| matches!(c, '¹' | '²' | '³' | '⁰' | '⁴'..='⁹'))
    {
        return false;
    }
    let glued_unit = pack
        .unit_words
        .all_at(view, number.end)
        .any(|(_, unit)| pack.units[*unit].glued);
    let glued_money = pack
        .currency_words
        .longest_at(view, number.end)
        .is_some_and(|(_, c)| pack.currencies[*c].glued);
    !glued_unit && !glued_money
}
