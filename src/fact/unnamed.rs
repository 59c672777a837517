//! Figures of two articles whose nouns say nothing of each other, and that may be one all the same.

use super::Stand;
use super::comparable::is_coarse;
use super::figure::{is_close, is_large, within};
use super::likeness::{ALONE, How, NounMatch};
use super::naming::same_place;
use crate::mention::Kind;
use crate::value::{Relation, Why};

/// What else than their nouns says that two figures of different articles are one; `open` when one of the nouns is not known.
///
/// Which of these are worth a look was counted in labelled articles: of amounts near each other, and of small equal numbers
/// in sentences that share a quarter of their words, four of five are one fact.
pub(super) fn unnamed_match(
    a: Stand<'_>,
    b: Stand<'_>,
    relation: Relation,
    kinship: f64,
    open: bool,
) -> NounMatch {
    let kind = a.claim.mention.kind;
    let values = (a.claim.value(), b.claim.value());
    let how = |how| NounMatch { degree: 0.7, how };
    // "about $1.1bn" for 1,13 tỷ USD: an amount near another is that amount, with a few words in common.
    let rounded = match relation {
        Relation::Compatible(Why::Hedge | Why::Rounding) => true,
        Relation::Compatible(Why::Bound) => is_close(values.0, values.1),
        _ => false,
    };
    // "1.157.200 thí sinh", "about 1.16 million young people": so is a count of a hundred or more, and "2h15" is "hơn 2 giờ sáng".
    let hedged = relation == Relation::Compatible(Why::Hedge) && is_close(values.0, values.1);
    let large = is_large(values.0) && is_large(values.1);
    let telling = match kind {
        Kind::Money => rounded,
        // "5 hải lý" is no round figure for 11.600 m.
        Kind::Measure if a.claim.mention.unit != b.claim.mention.unit => {
            rounded && is_close(values.0, values.1)
        }
        Kind::Measure => rounded,
        Kind::Count => rounded && large && is_close(values.0, values.1),
        Kind::Percent => hedged,
        Kind::Time => relation == Relation::Compatible(Why::CoarserDate),
        _ => false,
    };
    if telling && kinship >= ALONE {
        return how(How::SameFigure);
    }
    if kinship < 0.3 {
        return NounMatch::NONE;
    }
    // "hạng ba", "third-largest": small numbers are the same by chance, unless their sentences tell of the same.
    // So are days that an article names more than once.
    let day = kind == Kind::Date && is_coarse(a.claim) == Some(false);
    let small = matches!(kind, Kind::Ordinal | Kind::Count) || day;
    // "Thái Lan 201 HCV", "Thailand closed the day on 230": what one leaves out the other says of the same party.
    let elided = a.claim.noun.is_some() != b.claim.noun.is_some()
        && kind == Kind::Count
        && matches!(relation, Relation::Disjoint(_))
        && within(2, values.0, values.1)
        && same_place(a.claim, b.claim);
    if small && relation == Relation::Equal || elided {
        let degree = if kind == Kind::Count && !open {
            0.6
        } else {
            0.7
        };
        return NounMatch {
            degree,
            how: How::Told,
        };
    }
    NounMatch::NONE
}
