//! Why two claims are taken for one fact, for the reader.

use std::fmt::{self, Display};

use super::figure::Distinct;
use super::likeness::How;
use super::{Evidence, Run};
use crate::claim::FeatureKind;
use crate::value::Relation;

/// One reason, with what it is about.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Ground {
    /// Both stand at the same place of a copied passage, this alike in thousandths.
    Copied(u16),
    /// Both are the age of one person.
    Person,
    /// Both count the same thing.
    Counted,
    /// What one counts is a kind of what the other counts.
    KindOf,
    /// Both name what is counted in the same words.
    Words,
    /// Both belong to the same event.
    Event,
    /// Both measure the same place in one unit.
    Place,
    /// The figure itself is telling.
    Figure,
    /// Nothing else that the two articles leave over is told so much alike.
    Told,
    /// Neither article leaves over another figure like it.
    Remaining,
    /// Their sentences tell the same figures but for this one.
    Parallel,
    /// One sentence tells that the one stands in for the other.
    Revised,
    /// One is the other as a slip of the pen makes it.
    Slip,
    /// Both are the figure of the same happening.
    Happening,
    /// Both say the same of it.
    Predicate,
    /// Their sentences share other facts.
    Facts,
    /// One points back to the other.
    PointsBack,
    /// What the sentences share, the weightiest first.
    Shared(Vec<SharedWord>),
}

/// Something that two sentences share.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SharedWord {
    /// As the articles write it, folded; for a concept of the packs its id.
    pub name: String,
    /// Whether it is the id of a concept or entity of the packs.
    pub is_id: bool,
}

impl Display for Ground {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Copied(alike) => {
                return write!(
                    f,
                    "both stand at the same place of a copied passage ({}.{} % alike)",
                    alike / 10,
                    alike % 10
                );
            }
            Self::Person => "both are the age of one person",
            Self::Counted => "both count the same thing",
            Self::KindOf => "what one counts is a kind of what the other counts",
            Self::Words => "both name what is counted in the same words",
            Self::Event => "both belong to the same event",
            Self::Place => "both measure the same place in one unit",
            Self::Figure => "the figure itself is telling",
            Self::Told => "nothing else that the two articles leave over is told so much alike",
            Self::Remaining => "neither article leaves over another figure like it",
            Self::Parallel => "their sentences tell the same figures but for this one",
            Self::Revised => "one sentence tells that the one stands in for the other",
            Self::Slip => "one is the other as a slip of the pen makes it",
            Self::Happening => "both are the figure of the same happening",
            Self::Predicate => "both say the same of it",
            Self::Facts => "their sentences share other facts",
            Self::PointsBack => "one points back to the other",
            Self::Shared(words) => {
                let names: Vec<&str> = words.iter().map(|word| word.name.as_str()).collect();
                return write!(f, "the sentences share: {}", names.join(", "));
            }
        })
    }
}

impl Evidence {
    /// The figures behind the decision.
    pub(crate) fn measure(&self) -> String {
        let values = match self.relation {
            Relation::Equal => "are equal",
            Relation::Compatible(_) => "differ, and all can be true",
            Relation::Disjoint(_) => "exclude each other",
            Relation::Incomparable => "cannot be compared",
        };
        let figure = match self.distinct {
            Distinct::No => "nothing",
            Distinct::Weak => "something",
            Distinct::Strong => "a lot",
        };
        format!(
            "alike, from 0 to 1: nouns {:.2}, context {:.2}, articles {:.2}; the values {values}; that the figure is the \
             same would say {figure}; other figures in common: {}",
            self.noun, self.context, self.kinship, self.figures
        )
    }

    /// What speaks for the link, for the reader.
    pub(crate) fn grounds(&self, run: &Run<'_>) -> Vec<Ground> {
        let mut grounds: Vec<Ground> = self.aligned.map(Ground::Copied).into_iter().collect();
        grounds.extend(match self.how {
            _ if self.person => Some(Ground::Person),
            How::SameConcept => Some(Ground::Counted),
            How::WiderConcept => Some(Ground::KindOf),
            How::SameWords | How::LikeWords => Some(Ground::Words),
            How::SameEvent => Some(Ground::Event),
            How::SamePlace => Some(Ground::Place),
            How::SameFigure => Some(Ground::Figure),
            How::SameTheme => Some(Ground::Happening),
            How::SamePredicate => Some(Ground::Predicate),
            How::Slip => Some(Ground::Slip),
            How::Told => Some(Ground::Told),
            How::Revised => Some(Ground::Revised),
            How::Beside | How::None => None,
        });
        grounds.extend(match (self.parallel, self.remaining) {
            (true, _) => Some(Ground::Parallel),
            (false, true) => Some(Ground::Remaining),
            _ => None,
        });
        grounds.extend((self.beside > 0).then_some(Ground::Facts));
        grounds.extend(self.anaphor.then_some(Ground::PointsBack));
        let shared = self.shared.numbers().map(|number| {
            let feature = run.marks.feature(number);
            SharedWord {
                name: feature.name.to_string(),
                is_id: matches!(
                    feature.kind,
                    FeatureKind::Entity | FeatureKind::Concept | FeatureKind::Noun
                ),
            }
        });
        let shared: Vec<SharedWord> = shared.collect();
        grounds.extend((!shared.is_empty()).then_some(Ground::Shared(shared)));
        grounds
    }
}
