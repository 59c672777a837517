//! Bounds that the words around turn over: "nobody has to walk more than 350 metres" sets a most.

use std::borrow::Cow;

use super::read::Read;
use crate::mention::Mention;
use crate::value::Qualifier;

/// Most tokens between "nobody" and the bound.
const NEAR: usize = 8;

/// `mention` with the bound that is meant where its clause says of nobody that it is passed.
pub(super) fn turned_over<'m>(read: &Read<'_>, mention: Cow<'m, Mention>) -> Cow<'m, Mention> {
    let turned = match mention.qualifier {
        Qualifier::MoreThan => Qualifier::AtMost,
        Qualifier::AtLeast => Qualifier::LessThan,
        _ => return mention,
    };
    let (pack, view) = (read.pack, read.view());
    let start = mention.tokens.0;
    let (from, _) = read.analysis.clause(start, view.tokens.len());
    let from = from.max(start.saturating_sub(NEAR));
    // Another figure between the two is the one that nobody passes.
    let nearest = |i: &usize| {
        let mut others = read.reading.mentions.iter();
        !others.any(|other| (*i..start).contains(&other.tokens.0))
    };
    // "Nobody knows if more than 350 people came" says nothing of them.
    let asks = |i: usize| (i..start).any(|at| pack.word_at("asks", &view, at).is_some());
    let nobody = |i: usize| pack.word_at("nobody", &view, i).is_some() && !asks(i);
    if !(from..start).filter(nearest).any(nobody) {
        return mention;
    }
    let mut mention = mention.into_owned();
    mention.qualifier = turned;
    Cow::Owned(mention)
}
