//! What a figure is once the text around it is known, and what it counts.

use std::borrow::Cow;

use super::Claim;
use super::amounts::Amounts;
use super::bound::turned_over;
use super::counted::on_scale;
use super::currency::with_currency;
use super::length::with_unit;
use super::listed::in_its_list;
use super::noun::{Noun, noun_of};
use super::read::Read;
use super::same_unit::in_its_unit;
use super::short::short_noun;
use crate::mention::Mention;

/// `mention` with the bound that its clause turns over, with the currency or the unit of time that its text leaves out, as the
/// count that a word cut short makes of it, or on its scale; and its noun. `told` are the claims before it.
pub(super) fn figure_of<'m>(
    read: &Read<'_>,
    mention: &'m Mention,
    amounts: &Amounts<'_>,
    told: &[Claim],
) -> (Cow<'m, Mention>, Option<Noun>) {
    let (pack, view, analysis) = (read.pack, read.view(), &read.analysis);
    let united = in_its_list(read, mention).or_else(|| in_its_unit(read, mention));
    let united = united.map(Cow::Owned);
    let whole = united.unwrap_or_else(|| with_currency(read, mention, amounts));
    let mention = turned_over(read, whole);
    if let Some((count, noun)) = short_noun(read, &mention, told) {
        return (Cow::Owned(count), Some(noun));
    }
    let noun = noun_of(pack, &view, analysis, &mention);
    if let Some(length) = with_unit(read, &mention, noun.as_ref()) {
        let noun = noun_of(pack, &view, analysis, &length);
        return (Cow::Owned(length), noun);
    }
    let (scaled, noun) = on_scale(pack, &view, analysis, &mention, noun);
    (scaled.map_or(mention, Cow::Owned), noun)
}
