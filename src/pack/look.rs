//! What can stand at a place of a template, as bits: a look before the closer comparison.

use super::lexicon::WordId;
use super::phrase::Atom;

/// What stands at a token, or is asked for there, as bits that may stand for several things each: where two looks share
/// no bit there is no need to compare closer.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Look {
    /// Words, digits and signs, and [`Look::LEAF`].
    pub atoms: u128,
    pub gates: u64,
}

impl Look {
    /// A pattern that is complete asks for nothing, and the end of a text is that as well.
    pub const LEAF: u128 = 1 << 127;
    pub const DIGITS: u128 = 1 << 126;

    pub fn of_word(word: WordId) -> u128 {
        1 << (word.0 % 96)
    }

    pub fn of_sign(sign: char) -> u128 {
        1 << (96 + u32::from(sign) % 30)
    }

    pub fn of_atom(atom: &Atom) -> u128 {
        match atom {
            Atom::Word { id, .. } => Self::of_word(*id),
            Atom::Digits(_) => Self::DIGITS,
            Atom::Sign(sign) => Self::of_sign(*sign),
        }
    }

    pub fn of_gate(gate: usize) -> u64 {
        1 << (gate % 64)
    }

    #[inline]
    pub fn meets(self, other: Self) -> bool {
        self.atoms & other.atoms != 0 || self.gates & other.gates != 0
    }
}
