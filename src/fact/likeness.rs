//! How alike two claims are: their nouns, and the words around them.

use super::figure::{self, Distinct};
use super::marks::{self, List};
use super::{Run, Stand, in_both};
use crate::claim::{Claim, Noun};
use crate::mention::Kind;
use crate::pack::{NO_TRAITS, Pack, Packs, Traits};

/// How well two nouns match, from 0 to 1, and in which way.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct NounMatch {
    pub degree: f64,
    pub how: How,
}

impl NounMatch {
    /// Nothing says that they count, measure or date the same.
    pub const NONE: Self = Self {
        degree: 0.0,
        how: How::None,
    };
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum How {
    SameConcept,
    WiderConcept,
    SameWords,
    LikeWords,
    SameEvent,
    SamePredicate,
    SameTheme,
    SameFigure,
    SamePlace,
    Slip,
    Beside,
    Told,
    Revised,
    None,
}

/// What both count, measure or date.
///
/// `kinship` tells how much their articles speak of the same, 0 to 1.
pub(super) fn noun_match(
    packs: &Packs,
    one: Stand<'_>,
    other: Stand<'_>,
    kinship: f64,
) -> NounMatch {
    let (a, b) = (one.claim, other.claim);
    let matched = named_match(packs, a, b);
    let same = figure::shared(one, other);
    if matched.how != How::None {
        // "96 xe" and "96 xe tăng", "150.000 xe" twice: the figure says what the noun leaves open.
        return match matched.how {
            How::WiderConcept | How::SameConcept | How::LikeWords if same > Distinct::No => {
                NounMatch {
                    degree: matched.degree.max(0.9),
                    how: matched.how,
                }
            }
            _ => matched,
        };
    }
    // Nothing is known of what one of them counts, but the figure itself is telling.
    let known = |claim: &Claim| {
        claim
            .noun
            .as_ref()
            .is_some_and(|noun| noun.concept.is_some())
    };
    let close = one.source != other.source && kinship >= 0.3;
    let alone = kinship >= ALONE && figure::is_single(one, other);
    let open = !(known(a) && known(b));
    let telling = match same {
        Distinct::No => false,
        Distinct::Weak => match a.mention.kind {
            // "4,1 triệu lượt", "4.1 million visitors"
            // "đội cứu hộ gồm 45 thành viên", "a team of 45 rescuers"
            Kind::Count => {
                let tens = kinship >= ALONE && figure::is_tens(a);
                close && (figure::is_long(a) && open || alone || tens)
            }
            Kind::Money => true,
            _ => open || alone,
        },
        // "441 đại biểu tán thành", "441 phiếu thuận"
        Distinct::Strong => close || open || a.mention.kind != Kind::Count,
    };
    let one_place = a.mention.kind == Kind::Measure
        && open
        && a.frame
            .local
            .iter()
            .any(|name| b.frame.local.contains(name));
    if telling {
        // Of figures told once each, four of five that count something else by name are one fact all the same.
        NounMatch {
            degree: if open { 0.9 } else { 0.8 },
            how: How::SameFigure,
        }
    } else if one_place {
        NounMatch {
            degree: 0.7,
            how: How::SamePlace,
        }
    } else {
        matched
    }
}

fn named_match(packs: &Packs, a: &Claim, b: &Claim) -> NounMatch {
    let by_noun = own_noun_match(packs.reading(a.language.as_deref()), a, b);
    let counted = matches!(
        a.mention.kind,
        Kind::Count | Kind::Money | Kind::Percent | Kind::Measure
    );
    if !counted {
        return by_noun;
    }
    let pack = packs.reading(a.language.as_deref());
    let shared: Vec<&String> = a
        .frame
        .theme
        .iter()
        .filter(|id| b.frame.theme.contains(id))
        .collect();
    let generic = |claim: &Claim| {
        claim.noun.as_ref().is_none_or(|n| {
            n.concept
                .as_deref()
                .is_some_and(|id| pack.traits(id).generic)
        })
    };
    // The noun says nothing against it: there is none, or it is a mere "người", or it means what both speak of.
    let fits = |claim: &Claim| {
        let Some(id) = claim.noun.as_ref().map(|noun| noun.concept.as_deref()) else {
            return true;
        };
        let traits = id.map_or(&NO_TRAITS, |id| pack.traits(id));
        traits.generic
            || id.is_some_and(|id| shared.iter().any(|theme| *theme == id))
            || traits
                .implies
                .as_ref()
                .is_some_and(|implied| shared.contains(&implied))
    };
    match by_noun.how {
        // "21 người chết" and "a toll of 21": the same happening, whatever it is counted in.
        How::None | How::WiderConcept if !shared.is_empty() && fits(a) && fits(b) => NounMatch {
            degree: 0.95,
            how: How::SameTheme,
        },
        // "12 người" and "124.500 người" count people, which says nothing yet.
        How::SameConcept if generic(a) && generic(b) && shared.is_empty() => NounMatch {
            degree: 0.3,
            how: How::SameConcept,
        },
        _ => by_noun,
    }
}

/// Whether two dates or durations of one event belong to different happenings at it: a signing, an opening.
pub(super) fn apart(packs: &Packs, a: &Claim, b: &Claim) -> bool {
    let pack = packs.reading(a.language.as_deref());
    match (a.extent.predicates.first(), b.extent.predicates.first()) {
        (Some(one), Some(other)) => {
            one != other && !(pack.traits(one).phase && pack.traits(other).phase)
        }
        _ => false,
    }
}

/// Whether both are figures of which one event has a single one at a time.
pub(super) fn tally(packs: &Packs, a: &Claim, b: &Claim) -> bool {
    common_traits(packs, a, b).any(|traits| traits.tally)
}

/// Whether both are figures of what grows or falls as time goes by.
pub(crate) fn changes(packs: &Packs, a: &Claim, b: &Claim) -> bool {
    common_traits(packs, a, b).any(|traits| traits.evolves || traits.falls)
}

/// Whether both are figures that move both ways within a day: prices of the market, the wind.
pub(super) fn quoted(packs: &Packs, a: &Claim, b: &Claim) -> bool {
    common_traits(packs, a, b).any(|traits| traits.evolves && traits.falls)
}

/// What the things and happenings are like that both claims are figures of.
pub(crate) fn common_traits<'c>(
    packs: &'c Packs,
    a: &'c Claim,
    b: &'c Claim,
) -> impl Iterator<Item = &'c Traits> {
    let pack = packs.reading(a.language.as_deref());
    let both = |id: &&String| b.frame.theme.contains(id);
    let money = a.mention.kind == Kind::Money;
    let theme = a.frame.theme.iter().filter(both);
    let traits = theme.map(|id| pack.traits(id));
    traits.filter(move |traits| !(money && traits.befalls))
}

fn own_noun_match(pack: &Pack, a: &Claim, b: &Claim) -> NounMatch {
    let by_event = match a.mention.kind {
        Kind::Date | Kind::Time | Kind::Recurrence | Kind::Score => true,
        Kind::Duration => {
            a.noun.is_none()
                || b.noun.is_none()
                || !a.extent.events.is_empty() && !b.extent.events.is_empty()
        }
        _ => false,
    };
    if by_event {
        return event_match(pack, a, b);
    }
    match (&a.noun, &b.noun) {
        (Some(one), Some(other)) if one.occurrence && other.occurrence => event_match(pack, a, b),
        (Some(one), Some(other)) if one.occurrence != other.occurrence => event_match(pack, a, b),
        (Some(a), Some(b)) => nouns(a, b),
        (None, None) if a.mention.kind != Kind::Count => event_match(pack, a, b),
        _ => NounMatch::NONE,
    }
}

fn event_match(pack: &Pack, a: &Claim, b: &Claim) -> NounMatch {
    // Anything rises, falls or comes to something; of a rank it says enough.
    let rank = a.mention.kind == Kind::Ordinal;
    let telling = |id: &String| rank || !pack.traits(id).generic;
    let first = |list: &[String], other: &[String]| {
        list.iter()
            .take(2)
            .any(|id| other.iter().take(2).any(|o| o == id))
    };
    if first(&a.extent.events, &b.extent.events) {
        return NounMatch {
            degree: 1.0,
            how: How::SameEvent,
        };
    }
    let shared = a.extent.predicates.iter().take(2).any(|id| {
        let others = b.extent.predicates.iter().take(2);
        others.into_iter().any(|other| other == id) && telling(id)
    });
    if shared {
        return NounMatch {
            degree: 0.8,
            how: How::SamePredicate,
        };
    }
    NounMatch::NONE
}

fn nouns(a: &Noun, b: &Noun) -> NounMatch {
    match (&a.concept, &b.concept) {
        (Some(x), Some(y)) if x == y => NounMatch {
            degree: 1.0,
            how: How::SameConcept,
        },
        (Some(x), Some(y)) => {
            let wider = a.broader.contains(y) || b.broader.contains(x);
            if wider {
                NounMatch {
                    degree: 0.6,
                    how: How::WiderConcept,
                }
            } else {
                NounMatch::NONE
            }
        }
        _ => words(a, b),
    }
}

/// Nouns that no pack knows: the same head, or most of the words, or a spelling that is nearly the same.
fn words(a: &Noun, b: &Noun) -> NounMatch {
    let shared = a.words.iter().filter(|word| b.words.contains(word)).count();
    let fewer = a.words.len().min(b.words.len());
    if fewer == 0 {
        return NounMatch::NONE;
    }
    let heads = a.words.iter().take(2).eq(b.words.iter().take(2));
    if heads || shared == fewer && a.words.first() == b.words.first() {
        return NounMatch {
            degree: 0.9,
            how: How::SameWords,
        };
    }
    if shared * 3 >= fewer * 2 && shared >= 2 || spelled_alike(&a.words, &b.words) {
        return NounMatch {
            degree: 0.6,
            how: How::LikeWords,
        };
    }
    NounMatch::NONE
}

/// Whether hardly a letter differs.
fn spelled_alike(a: &[String], b: &[String]) -> bool {
    let length = |words: &[String]| {
        let letters: usize = words.iter().map(|word| word.chars().count()).sum();
        letters + words.len().saturating_sub(1)
    };
    let (short, long) = (length(a).min(length(b)), length(a).max(length(b)));
    // Each letter that one has more differs, so longer ones need not be looked at.
    short * 100 >= long * 84 && strsim::normalized_levenshtein(&a.join(" "), &b.join(" ")) >= 0.85
}

/// How much two articles speak of the same when a figure that each tells once is taken for the same.
pub(super) const ALONE: f64 = 0.35;

/// Shared features that a reader is told of.
const SHOWN: usize = 6;

/// The weightiest features that two sentences share: their numbers, at most as many as are shown.
#[derive(Debug, Clone, Copy)]
pub(super) struct Shared([u32; SHOWN]);

impl Shared {
    /// The numbers, the weightiest first.
    pub fn numbers(&self) -> impl Iterator<Item = u32> + '_ {
        self.0.iter().copied().take_while(|number| *number != NONE)
    }
}

/// Stands for no feature.
const NONE: u32 = u32::MAX;

/// Shared weight of the words around two claims, from 0 to 1, and the shared features, the weightiest first.
pub(super) fn context(run: &Run<'_>, a: Stand<'_>, b: Stand<'_>) -> (f64, Shared) {
    let marks = &run.marks;
    let crossing = a.claim.language != b.claim.language;
    let across = a.source != b.source;
    let list = |number| marks.get(number);
    let (left, right) = (list(a.near.sentence), list(b.near.sentence));
    let mut shared: Vec<(f64, u32)> = Vec::new();
    let mut take = |id: u32, degree: f64| {
        if !crossing || marks.feature(id).crosses_languages() {
            shared.push((degree * marks.worth(id), id));
        }
    };
    // What the sentences before say counts half: "Hội nghị năm nay" names its summit one sentence earlier. A headline
    // names what its whole article is about.
    let half = |from: &List, near: marks::Near, take: &mut dyn FnMut(u32, f64)| {
        let around = list(near.around);
        let headline = if across { list(near.headline) } else { list(0) };
        for id in in_any(&from.ids, &around.ids, &headline.ids) {
            let named = || marks.feature(id).is_name() && headline.holds(id);
            if around.holds(id) || named() {
                take(id, 0.5);
            }
        }
    };
    for id in in_both(&left.ids, &right.ids) {
        take(id, 1.0);
    }
    half(left, b.near, &mut |id, degree| {
        if !right.holds(id) {
            take(id, degree);
        }
    });
    half(right, a.near, &mut |id, degree| {
        if !left.holds(id) {
            take(id, degree);
        }
    });
    shared.sort_unstable_by(|x, y| y.0.total_cmp(&x.0).then(x.1.cmp(&y.1)));
    let common: f64 = shared.iter().map(|(weight, _)| weight).sum();
    let total = |list: &List| {
        if crossing { list.crossing } else { list.worth }
    };
    let (left_total, right_total) = (total(left), total(right));
    let smaller = left_total.min(right_total).max(run.rarest * 2.0);
    let mean = (left_total + right_total).max(f64::EPSILON) / 2.0;
    // A short sentence inside a long one is alike, but less so than two that say the same throughout.
    let degree = (0.6 * common / smaller + 0.4 * common / mean.max(run.rarest * 2.0)).min(1.0);
    let mut shown = [NONE; SHOWN];
    for (place, (_, id)) in shown.iter_mut().zip(shared) {
        *place = id;
    }
    (degree, Shared(shown))
}

/// Members of the first ascending list that one of the others holds.
fn in_any<'a>(from: &'a [u32], one: &'a [u32], other: &'a [u32]) -> impl Iterator<Item = u32> + 'a {
    let (mut one, mut other) = (one, other);
    let mut meets = move |id: u32| {
        let mut found = false;
        for list in [&mut one, &mut other] {
            let before = list.iter().take_while(|held| **held < id).count();
            *list = &list[before..];
            found |= list.first() == Some(&id);
        }
        found
    };
    from.iter().copied().filter(move |id| meets(*id))
}
