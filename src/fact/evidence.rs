//! The evidence that two claims speak of the same thing, and what forbids it.

use super::against::Against;
use super::figure::Distinct;
use super::likeness::{How, Shared};
use crate::claim::Claim;
use crate::value::{Relation, Stated};

/// What speaks for and against a link of two claims.
#[derive(Debug, Clone)]
pub struct Evidence {
    /// Similarity of the copied passages at whose same place both stand, in thousandths.
    pub aligned: Option<u16>,
    /// How well the nouns match, 0 to 1.
    pub noun: f64,
    /// Shared weight of the words around, 0 to 1.
    pub context: f64,
    /// What the sentences share, the weightiest first.
    pub(super) shared: Shared,
    /// What forbids the link.
    pub against: Box<[Against]>,
    /// How the values relate.
    pub relation: Relation,
    /// One text tells both where it tells its story, and little says that they are one.
    pub one_text: bool,
    /// One text tells what it knows beside what was known before.
    pub news: bool,
    /// One points back to the other ("4 nước trên").
    pub anaphor: bool,
    /// How much the figure says by itself, when both have the same one.
    pub distinct: Distinct,
    /// They belong to different happenings at one event.
    pub apart: bool,
    /// Both say when one and the same event opens, takes place or ends.
    pub phase: bool,
    /// Neither figure is more than twice the other.
    pub near: bool,
    /// They differ by a twentieth at most.
    pub close: bool,
    /// One figure is more than twenty times the other.
    pub far: bool,
    /// One is told as it stood so far, and the article that came later tells the larger one.
    pub later: bool,
    /// One of them is told as it stands so far.
    pub sum_so_far: bool,
    /// Both are figures of what grows as news comes in, and the later article tells the larger one.
    pub rose: bool,
    /// Both are figures of what changes as news comes in.
    pub evolves: bool,
    /// Both are figures of a hundred or more.
    pub large: bool,
    /// Both are the same count from 20 to 99.
    pub tens: bool,
    /// Both are days far from those on which the articles came out, or stretches of days.
    pub remote: bool,
    /// Digits of the figure that has the fewer, without the noughts at its ends; a unit counts as one more, a currency as two.
    pub digits: u8,
    /// Both have a unit, or three digits or more: chance seldom makes them equal.
    pub exact: bool,
    /// Each article tells the figure that both have once.
    pub single: bool,
    /// Other telling figures that their sentences share.
    pub figures: u8,
    /// They differ as a slip of the pen makes figures differ: digits or day and month swapped, a thousand times as much.
    pub slip: bool,
    /// One stands in the headline of the other's article.
    pub headline: bool,
    /// Both stand in a unit.
    pub united: bool,
    /// Both are percentages.
    pub percent: bool,
    /// One tells when it was reported, the other when it happened.
    pub reported: bool,
    /// Both are dates.
    pub dated: bool,
    /// Both are dates of which one only bounds the other.
    pub date_bound: bool,
    /// Both are ordinals or scores: a first and a second thing are seldom one, nor are 1-1 and 2-1.
    pub ordinal: bool,
    /// Both are scores, of which one match has many.
    pub score: bool,
    /// Both are years: a text names many.
    pub years: bool,
    /// An ordinal of a thing that comes many in a row: a minute, a round.
    pub serial: bool,
    /// Both are figures of which one event has a single one at a time.
    pub tally: bool,
    /// How much the two articles speak of the same, 0 to 1.
    pub kinship: f64,
    /// Both are figures of a place or a party that is named right there.
    pub one_place: bool,
    /// Each names somebody whom the other does not.
    pub other_name: bool,
    /// The value of one depends on a day that is not known.
    pub unresolved: bool,
    /// Predicate concepts that both have near them, two at the most.
    pub same_action: u8,
    /// What is said near the one is not what is said near the other.
    pub other_action: bool,
    /// Facts that their sentences share, counted only where the rest was not enough.
    pub beside: u8,
    /// Neither article leaves over another figure like it.
    pub remaining: bool,
    /// Nor another that a slip of the pen makes of it, as it makes the one of the other.
    pub slipped: bool,
    /// Their sentences tell the same figures but for this one.
    pub parallel: bool,
    /// Both are the age of one person.
    pub person: bool,
    /// One sentence tells that the one stands in for the other.
    pub revised: bool,
    /// In words, for the reader.
    pub(super) how: How,
}

/// A claim's value as the algebra takes it.
pub(crate) fn stated(claim: &Claim) -> Stated<'_> {
    Stated {
        value: claim.value(),
        qualifier: claim.mention.qualifier,
        unit: claim.mention.unit.as_deref(),
    }
}
