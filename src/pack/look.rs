//! What can stand at a place of a template, as bits: a look before the closer comparison.

use super::lexicon::WordId;
use super::phrase::Atom;
use super::ways::Way;

/// What stands at a token, or is asked for there, as bits that may stand for several things each: where two looks share
/// no bit there is no need to compare closer.
#[derive(Debug, Clone, Copy)]
pub(super) struct Look {
    /// Words, digits and signs, and [`Look::LEAF`].
    pub atoms: u128,
    pub gates: u64,
    /// The word itself, where one stands there.
    pub word: WordId,
}

impl Default for Look {
    fn default() -> Self {
        Self {
            atoms: 0,
            gates: 0,
            word: WordId::UNKNOWN,
        }
    }
}

impl Look {
    /// A pattern that is complete asks for nothing, and the end of a text is that as well.
    pub const LEAF: u128 = 1 << 127;
    pub const DIGITS: u128 = 1 << 126;

    #[inline]
    pub fn of_word(word: WordId) -> u128 {
        1 << (word.0 % 96)
    }

    #[inline]
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

    #[inline]
    pub fn of_gate(gate: usize) -> u64 {
        1 << (gate % 64)
    }

    /// Adds what `way` asks for.
    pub fn ask_for(&mut self, way: &Way) {
        match way {
            Way::Leaf(behind, _) => self.atoms |= behind,
            Way::Atom(atom, ..) => self.atoms |= atom,
            Way::Slot(_, gate, ..) => self.gates |= Self::of_gate(*gate),
        }
    }

    #[inline]
    pub fn meets(self, other: Self) -> bool {
        self.atoms & other.atoms != 0 || self.gates & other.gates != 0
    }
}
