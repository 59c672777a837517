//! Nouns cut short in a row of their kind: "41 huy chương vàng, 30 bạc và 35 đồng", "69 gold medals and 51 silver".

use super::Claim;
use super::elide::BACK;
use super::noun::{Noun, noun_of, phrase};
use super::read::Read;
use crate::mention::{Kind, Mention};
use crate::pack::Pack;
use crate::value::{Number, Value};

/// Largest figure behind which the name of a coin may be short for something else.
const FEW: i128 = 1000;

/// The count that `mention` is, and its noun, where a word stands for the whole of it: the text counts another of its family in this
/// sentence or shortly before, in `told`.
pub(super) fn short_noun(
    read: &Read<'_>,
    mention: &Mention,
    told: &[Claim],
) -> Option<(Mention, Noun)> {
    let (at, to, concept) = short_at(read, mention)?;
    let (view, pack) = (read.view(), read.pack);
    let broader = pack.concepts[concept].broader.clone()?;
    if mention.kind == Kind::Count {
        let noun = noun_of(pack, &view, &read.analysis, mention);
        // "30 bạc thỏi", "gold bars": a longer noun is another thing.
        let other = noun.is_some_and(|noun| {
            noun.concept.is_some() || noun.tokens.1 > to && noun.tokens.0 <= at
        });
        if other {
            return None;
        }
    }
    let family = |id: &str| {
        id == broader || pack.concept(id).and_then(|c| c.broader.as_ref()) == Some(&broader)
    };
    let here = read.reading.mentions.iter().any(|other| {
        let beside = || short_at(read, other).filter(|(from, ..)| *from != at);
        let short = beside().is_some_and(|(.., index)| {
            index != concept && pack.concepts[index].broader.as_ref() == Some(&broader)
        });
        short || counts_one(read, other, &family)
    });
    // "35 đồng" is money in a sentence of its own.
    let back = if mention.kind == Kind::Count { BACK } else { 0 };
    let near = told.iter().rev().take_while(|claim| {
        claim.block_number == read.block && claim.sentence_number + back >= read.number
    });
    let mut nouns = near.filter_map(|claim| claim.noun.as_ref()?.concept.as_deref());
    if !here && !nouns.any(family) {
        return None;
    }
    let mut count = mention.clone();
    count.kind = Kind::Count;
    count.unit = None;
    count.tokens.1 = at;
    let noun = Noun {
        concept: Some(pack.concepts[concept].id.clone()),
        broader: vec![broader],
        ..phrase(pack, &view, &read.analysis, at, to)
    };
    Some((count, noun))
}

/// Whether a count has a noun of the family of its own.
fn counts_one(read: &Read<'_>, mention: &Mention, family: &impl Fn(&str) -> bool) -> bool {
    let pack: &Pack = read.pack;
    let noun = || noun_of(pack, &read.view(), &read.analysis, mention);
    mention.kind == Kind::Count
        && noun()
            .and_then(|noun| noun.concept)
            .is_some_and(|id| family(&id))
}

/// The tokens of a short word behind a count, or at the end of a small amount of money, and its concept.
fn short_at(read: &Read<'_>, mention: &Mention) -> Option<(usize, usize, usize)> {
    let view = read.view();
    let (start, end) = mention.tokens;
    let words = &read.pack.short_words;
    match mention.kind {
        Kind::Count => {
            let (length, concept) = words.longest_at(&view, end)?;
            Some((end, end + length, *concept))
        }
        Kind::Money => {
            let Value::Number(quantity) = &mention.value else {
                return None;
            };
            let few = quantity
                .as_single()
                .is_some_and(|number| number.is_integer() && number < Number::from_integer(FEW));
            let (at, concept) = words.ending_before(&view, end).filter(|_| few)?;
            (at > start).then_some((at, end, *concept))
        }
        _ => None,
    }
}
