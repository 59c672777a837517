//! Nouns that a text leaves out: a count takes that of a count beside it or before it.

use super::Claim;
use super::counted::governed;
use super::noun::Noun;
use super::read::Read;
use super::row::is_closed;
use super::standing::is_age;
use crate::mention::Kind;
use crate::pack::{Pack, View};

/// How many sentences back a noun is looked for that a classifier alone points to.
pub(super) const BACK: usize = 3;

/// Fills in the nouns of `claims[from..]`, the claims of one sentence.
pub(super) fn elide(claims: &mut [Claim], from: usize, read: &Read<'_>) {
    let view = read.view();
    in_turn(claims, from, read.pack, &view);
    // Whether the next value of a sentence is the whole that a count is a part of.
    let whole_after = |part: &Claim, whole: &Claim| {
        let (end, start) = (part.mention.tokens.1, whole.mention.tokens.0);
        let slash = view.sign(end) == Some('/') && end + 1 == start;
        slash || read.pack.word_at("out-of", &view, end) == start.checked_sub(end)
    };
    // An age counts nothing.
    let is_age = |claim: &Claim| is_age(read.pack, &view, claim.mention.tokens);
    // Whether what a claim before another says still holds there.
    let told = |lender: &Claim, claim: &Claim| {
        let (end, start) = (lender.mention.tokens.1, claim.mention.tokens.0);
        !is_closed(&view, end, start) && !is_thing_beside_people(read.pack, lender, claim)
    };
    // Whether a claim only completes what was counted before it, as the fires do in "25 deaths tied to the two fires".
    let governed = |lender: &Claim| governed(read.pack, &view, lender.mention.tokens.0);
    for i in from..claims.len() {
        if let Some(theme) = theme_of_whole(&claims[..from], &claims[i]) {
            claims[i].frame.theme = theme;
        }
        if !is_bare(&claims[i]) || is_age(&claims[i]) {
            continue;
        }
        // "10 trong số 24 tiêm kích", "860.000/1.100.000 khách hàng".
        if let Some(next) = claims.get(i + 1)
            && !is_bare(next)
            && next.mention.kind == Kind::Count
            && whole_after(&claims[i], next)
        {
            let (noun, theme) = (next.noun.clone(), next.frame.theme.clone());
            take(&mut claims[i], noun, Some(theme));
            claims[i].part = true;
            continue;
        }
        // "12 người chết, 3 bị thương": the count before it in its sentence.
        let fits =
            |claim: &&Claim| may_lend(read.pack, &claims[i], claim) && told(claim, &claims[i]);
        let before = || claims[from..i].iter().rev().filter(fits);
        let lender = before()
            .find(|lender| !governed(lender))
            .or_else(|| before().next())
            .or_else(|| earlier(read.pack, claims, from, i));
        if let Some((noun, theme)) = lender.map(|c| (c.noun.clone(), c.frame.theme.clone())) {
            let noun = noun.map(|noun| apart_from_theme(noun, &theme, &claims[i]));
            // "14 người chết, tiếp đến là Nghệ An (13)": what happened goes on unless something else is said to happen.
            let goes_on = claims[i].noun.is_none() && !claims[i].increment;
            take(&mut claims[i], noun, goes_on.then_some(theme));
        }
        // A word that points to nothing names nothing.
        let empty = |noun: &Noun| noun.is_bare() && noun.tokens.0 == noun.tokens.1;
        if claims[i].noun.as_ref().is_some_and(empty) {
            claims[i].noun = None;
        }
    }
}

/// "9 người chết, 20 người bị thương. Hôm sau, con số này lần lượt là 10 và 19": the only counts of a sentence, given in turn, are of what
/// as many counts of the sentence before are of.
fn in_turn(claims: &mut [Claim], from: usize, pack: &Pack, view: &View<'_>) {
    let counts = |claims: &[Claim]| -> Vec<usize> {
        let count = |i: &usize| claims[*i].mention.kind == Kind::Count;
        (0..claims.len()).filter(count).collect()
    };
    let (before, row) = claims.split_at_mut(from);
    let Some(told) = last_sentence(before) else {
        return;
    };
    let (places, lenders) = (counts(row), counts(told));
    let ([first, .., last], true) = (places.as_slice(), places.len() == lenders.len()) else {
        return;
    };
    let (start, end) = (row[*first].mention.tokens.0, row[*last].mention.tokens.1);
    let comma = usize::from(view.sign(end) == Some(','));
    let in_turn = pack.word_before("in-turn", view, start).is_some()
        || pack.word_at("in-turn", view, end + comma).is_some();
    // A noun before its number may be a part of the words that say "in turn".
    let open = |claim: &Claim| {
        let own = |noun: &Noun| !noun.is_bare() && noun.tokens.1 > claim.mention.tokens.0;
        !claim.noun.as_ref().is_some_and(own)
    };
    let next = told[0].sentence_number + 1 == row[*first].sentence_number;
    let lend = lenders.iter().all(|i| !is_bare(&told[*i]));
    if !(in_turn && next && lend && places.iter().all(|i| open(&row[*i]))) {
        return;
    }
    for (place, lender) in places.into_iter().zip(lenders) {
        let (noun, theme) = (told[lender].noun.clone(), told[lender].frame.theme.clone());
        let claim = &mut row[place];
        (claim.noun, claim.part) = (None, told[lender].part);
        claim.frame.theme.clear();
        take(claim, noun, Some(theme));
    }
}

/// "44 người chết và mất tích. Trong đó, thành phố Yên Bái 21 người": what happened to a part is what happened to the whole,
/// the first count of the sentence before.
fn theme_of_whole(before: &[Claim], claim: &Claim) -> Option<Vec<String>> {
    let concept = |claim: &Claim| claim.noun.as_ref().and_then(|noun| noun.concept.clone());
    let counts = claim.mention.kind == Kind::Count;
    let open = counts && claim.part && claim.frame.theme.is_empty();
    let told = last_sentence(before)
        .filter(|told| open && told[0].sentence_number + 1 == claim.sentence_number)?;
    let whole = told
        .iter()
        .find(|other| other.mention.kind == Kind::Count)?;
    let same = claim.block_number == whole.block_number && concept(claim).is_some();
    (same && concept(claim) == concept(whole)).then(|| whole.frame.theme.clone())
}

/// Whether a count of what befell people would take the noun of a thing: "buries 14 homes; 11 dead".
pub(super) fn is_thing_beside_people(pack: &Pack, lender: &Claim, claim: &Claim) -> bool {
    let befalls = |id: &String| pack.traits(id).befalls;
    let thing = |noun: &Noun| names_thing(pack, noun);
    claim.frame.theme.iter().any(befalls) && lender.noun.as_ref().is_some_and(thing)
}

/// Whether a pack knows what a noun names, and that it is neither people nor anything as general.
pub(crate) fn names_thing(pack: &Pack, noun: &Noun) -> bool {
    let id = noun.concept.as_deref();
    let kinds = id
        .into_iter()
        .chain(noun.broader.iter().map(String::as_str));
    let mut kinds = kinds.map(|id| pack.traits(id));
    id.is_some() && kinds.all(|traits| !(traits.generic || traits.befalls))
}

/// The count of the sentences before that a classifier alone points to: "Trong số này, 36 chiếc …".
fn earlier<'c>(pack: &Pack, claims: &'c [Claim], from: usize, i: usize) -> Option<&'c Claim> {
    if claims[i].told {
        return figure_before(pack, claims, from, i);
    }
    if claims[i].noun.is_none() && !claims[i].increment {
        return None;
    }
    let sentence = claims[i].sentence_number;
    let near = claims[..from].iter().rev();
    let near = near.take_while(|c| c.sentence_number + BACK >= sentence);
    // "Nearly 100 aftershocks have been felt. At least 126 others were injured."
    let lends = |other: &Claim| {
        may_lend(pack, &claims[i], other) && !is_thing_beside_people(pack, other, &claims[i])
    };
    let mut near = near.filter(|claim| lends(claim));
    near.find(|claim| {
        claim
            .noun
            .as_ref()
            .is_some_and(|noun| noun.concept.is_some())
    })
}

/// The first count of the sentence before: "The toll rose to 38, with nine missing. The figure had stood at 21".
fn figure_before<'c>(pack: &Pack, claims: &'c [Claim], from: usize, i: usize) -> Option<&'c Claim> {
    let told = last_sentence(&claims[..from])?;
    let near = told[0].sentence_number + 1 == claims[i].sentence_number;
    told.iter()
        .find(|claim| near && may_lend(pack, &claims[i], claim))
}

/// The claims of the last sentence; never empty.
fn last_sentence(claims: &[Claim]) -> Option<&[Claim]> {
    let last = claims.last()?.sentence_number;
    let first = claims.partition_point(|claim| claim.sentence_number < last);
    Some(&claims[first..])
}

fn is_bare(claim: &Claim) -> bool {
    claim.mention.kind == Kind::Count && claim.noun.as_ref().is_none_or(Noun::is_bare)
}

/// Whether the noun of `other` can be the one that `claim` leaves out: its classifier, if it has one, is no other.
fn may_lend(pack: &Pack, claim: &Claim, other: &Claim) -> bool {
    let classifier = |claim: &Claim| claim.noun.as_ref().and_then(|noun| noun.classifier.clone());
    // A word that points is no classifier of the noun.
    let points = claim.noun.as_ref().is_some_and(|noun| noun.text.is_empty());
    let agree = match (classifier(claim), classifier(other)) {
        (Some(one), Some(other)) => one == other || points,
        _ => true,
    };
    // "aged 19, 23 and 41": how old somebody is says nothing of another sentence, and nothing of "210 ca".
    let concept = other.noun.as_ref().and_then(|noun| noun.concept.as_deref());
    let aged = concept.is_some_and(|id| pack.traits(id).age);
    let listed = claim.noun.is_none() && claim.sentence_number == other.sentence_number;
    other.mention.kind == Kind::Count
        && !is_bare(other)
        && agree
        && claim.foreign == other.foreign
        && (listed || !aged)
}

/// "The death toll jumps to 694, 1,670 injured": of a noun that says what happened no more is lent than who is counted, where
/// something else is said to have happened.
fn apart_from_theme(noun: Noun, theme: &[String], claim: &Claim) -> Noun {
    let says = |id: &String| theme.contains(id) && !claim.frame.theme.contains(id);
    let happened = noun.concept.as_ref().is_some_and(says) && !claim.frame.theme.is_empty();
    match noun.broader.last() {
        Some(wider) if happened => {
            let wider = wider.clone();
            noun.without_happening(wider)
        }
        _ => noun,
    }
}

fn take(claim: &mut Claim, noun: Option<Noun>, theme: Option<Vec<String>>) {
    // The text of a classifier stays: it is what the article says.
    let own = claim.noun.take();
    claim.noun = noun.map(|noun| match own {
        Some(own) if !own.text.is_empty() => Noun {
            tokens: own.tokens,
            text: own.text,
            ..noun
        },
        _ => Noun {
            tokens: (0, 0),
            ..noun
        },
    });
    if let Some(theme) = theme.filter(|_| claim.frame.theme.is_empty()) {
        claim.frame.theme = theme;
    }
}
