//! What is known of two claims before they are weighed.

use crate::value::Relation;

/// Where two claims stand, besides what they say themselves.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct Setting {
    /// Similarity of the copied passages at whose same place both stand, in thousandths.
    pub aligned: Option<u16>,
    /// Facts that their sentences are known to share.
    pub beside: usize,
    /// Facts that their articles are known to share, counted only where names were not enough.
    pub kin: usize,
    /// How their values relate, where that is known.
    pub relation: Option<Relation>,
    /// Each is the best counterpart of the other by the words around.
    pub told: bool,
    /// Neither has another counterpart in what is left over of the other's article.
    pub remaining: bool,
    /// They differ, besides, as a slip of the pen makes figures differ.
    pub slipped: bool,
    /// Their sentences tell the same figures but for this one.
    pub parallel: bool,
    /// One sentence tells that the one stands in for the other.
    pub revised: bool,
}

impl Setting {
    /// Of sentences that share so many facts.
    pub fn beside(facts: usize) -> Self {
        Self {
            beside: facts,
            ..Self::default()
        }
    }

    /// Of claims each of which is the best counterpart of the other.
    pub fn told() -> Self {
        Self {
            told: true,
            ..Self::default()
        }
    }

    /// Of claims neither of which has another counterpart in what is left over of the other's article.
    pub fn remaining() -> Self {
        Self {
            remaining: true,
            ..Self::default()
        }
    }

    /// Of such claims that differ as a slip of the pen makes figures differ.
    pub fn slipped() -> Self {
        Self {
            slipped: true,
            ..Self::remaining()
        }
    }

    /// Of claims whose sentences tell the same figures but for this one.
    pub fn parallel() -> Self {
        Self {
            parallel: true,
            ..Self::slipped()
        }
    }

    /// Of claims of which a sentence tells that the one stands in for the other.
    pub fn revised() -> Self {
        Self {
            revised: true,
            ..Self::default()
        }
    }

    /// Of articles that share so many facts.
    pub fn of_kin(facts: usize) -> Self {
        Self {
            kin: facts,
            ..Self::default()
        }
    }
}
