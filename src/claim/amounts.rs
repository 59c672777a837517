//! The amounts of money that stand around a sentence.

use super::currency::{is_alike, of_things};
use super::read::Read;
use crate::mention::{Kind, Mention};
use crate::value::Number;

/// Sentences before a figure in which an amount gives it its currency.
const NEAR: usize = 2;

/// Of all amounts of an article, the share of those in its main currency, in quarters.
const MOSTLY: usize = 3;

/// The amounts of money around a sentence.
#[derive(Clone, Copy)]
pub(super) struct Amounts<'r> {
    pub reads: &'r [Read<'r>],
    pub number: usize,
}

impl<'r> Amounts<'r> {
    /// Those around sentence `number` of an article.
    pub fn around(reads: &'r [Read<'r>], number: usize) -> Self {
        Self { reads, number }
    }

    /// The currency of the paragraph: that of the nearest sentence before that names one, or of the first behind.
    pub fn of_paragraph(&self) -> Option<&'r str> {
        let here = self.reads.get(self.number)?.block;
        let same = |read: &&Read<'_>| read.block == here;
        let before = self.reads[..self.number].iter().rev().take_while(same);
        let behind = self.reads[self.number + 1..].iter().take_while(same);
        before.chain(behind).find_map(only_currency)
    }

    /// The one currency of the amounts of the two sentences before, or of the sentence before in its paragraph that tells an amount like
    /// `mention`, where those between give no millions of things.
    pub fn told_before(&self, mention: &Mention) -> Option<&'r str> {
        let here = self.reads.get(self.number)?.block;
        let alike = |read: &Read<'_>| {
            let mut amounts = read.reading.mentions.iter();
            amounts.any(|amount| amount.kind == Kind::Money && is_alike(mention, amount))
        };
        let before = &self.reads[..self.number];
        let far = before.iter().rev().skip(NEAR);
        let mut far = far.take_while(|read| read.block == here);
        let reach = far.position(alike).map_or(NEAR, |at| NEAR + at + 1);
        let before = &before[self.number.saturating_sub(reach)..];
        let mut codes = before.iter().flat_map(currencies);
        let first = codes.next()?;
        let one = codes.all(|code| code == first);
        let mut told = before
            .iter()
            .flat_map(|read| read.reading.mentions.iter().map(move |own| (read, own)));
        (one && !told.any(|(read, own)| of_things(read, own))).then_some(first)
    }

    /// The currency `code` that stands nearest to a figure, or the one in which the article tells amounts of the size of `vast`, where
    /// there is none near or none of its amounts comes anywhere near.
    pub fn meant(&self, code: Option<&'r str>, vast: Option<&Mention>) -> Option<&'r str> {
        let fits = |code: &&str| vast.is_none_or(|mention| self.fits(code, mention));
        let alike = || self.of_size(vast?);
        code.filter(fits).or_else(alike).or(code)
    }

    /// The only currency in which the article tells an amount that is neither ten times as large nor as small.
    fn of_size(&self, mention: &Mention) -> Option<&'r str> {
        let alike = self.of_money().filter(|own| is_alike(mention, own));
        let mut codes = alike.filter_map(|own| own.unit.as_deref());
        let first = codes.next()?;
        codes.all(|code| code == first).then_some(first)
    }

    /// Whether the article tells an amount of a currency that is not a thousand times as small as a figure: nobody owes "12 trillion"
    /// dollars where a tonne costs $482.
    fn fits(&self, code: &str, mention: &Mention) -> bool {
        let far = Number::from_integer(1000);
        let near = |own: &Mention| {
            let sizes = own.value.size().zip(mention.value.size());
            sizes.is_none_or(|(a, b)| b < a * far)
        };
        self.of_money()
            .any(|own| own.unit.as_deref() == Some(code) && near(own))
    }

    /// All amounts of the article.
    fn of_money(&self) -> impl Iterator<Item = &'r Mention> {
        let told = self.reads.iter().flat_map(|read| &read.reading.mentions);
        told.filter(|own| own.kind == Kind::Money)
    }

    /// Whether the article names no currency at all.
    pub fn names_none(&self) -> bool {
        self.of_money().next().is_none()
    }

    /// The currency of nearly all amounts of the article.
    pub fn of_article(&self) -> Option<&'r str> {
        let all: Vec<&str> = self.reads.iter().flat_map(currencies).collect();
        let share = |code: &str| all.iter().filter(|other| **other == code).count();
        all.iter()
            .copied()
            .find(|code| share(code) * 4 >= all.len() * MOSTLY)
    }
}

/// The currency of all amounts of a sentence, where they have but one.
pub(super) fn only_currency<'r>(read: &'r Read<'_>) -> Option<&'r str> {
    let mut codes = currencies(read);
    let first = codes.next()?;
    codes.all(|code| code == first).then_some(first)
}

/// The currencies of the amounts of a sentence, without those that a bracket or a word tells again in another one: "57 billion,
/// or $2.2 million".
pub(super) fn currencies<'r>(read: &'r Read<'_>) -> impl Iterator<Item = &'r str> {
    let money = |mention: &&Mention| mention.kind == Kind::Money;
    read.reading
        .mentions
        .iter()
        .filter(money)
        .filter(|mention| {
            let before = mention.tokens.0.checked_sub(1);
            let again = |at: usize| read.pack.word_before("conversion", &read.view(), at);
            let told_again = again(mention.tokens.0)
                .filter(|at| *at > 0 && read.view().sign(*at - 1) == Some(','));
            before.is_none_or(|at| read.view().sign(at) != Some('(')) && told_again.is_none()
        })
        .filter_map(|mention| mention.unit.as_deref())
}
