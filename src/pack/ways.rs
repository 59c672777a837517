//! What can follow at each node of the graph of templates, ready for the walk.

use super::gate::Gate;
use super::lexicon::WordId;
use super::look::Look;
use super::phrase::{Atom, View};
use super::slot::Slot;
use super::template::{Gap, Start};
use crate::text::TokenKind;

/// One way on from a node, over any number of elements without a token.
#[derive(Debug, Clone)]
pub(super) enum Way {
    /// The pattern is complete; what must follow it.
    Leaf(u128, usize),
    /// A token, with its look.
    Atom(u128, Gap, Atom, usize),
    /// A slot by its number among the gates.
    Slot(Gap, usize, bool, usize),
}

/// A slot that paths start with, and the nodes behind it.
#[derive(Debug)]
pub(super) struct Entry {
    /// Its number among the gates.
    pub gate: usize,
    pub end: bool,
    pub starts: Vec<Start>,
    /// Which of `starts` ask for what.
    pub askers: Askers,
}

impl Entry {
    pub(super) fn new(gate: usize, end: bool, starts: Vec<Start>) -> Self {
        Self {
            gate,
            end,
            starts,
            askers: Askers::default(),
        }
    }
}

/// Which of a row of nodes ask for each bit of a look: one bit a node, 64 of them in a part.
#[derive(Debug, Default)]
pub(super) struct Askers {
    /// For each part, who asks for each bit of the atoms, and of the gates.
    parts: Vec<([u64; 128], [u64; 64])>,
}

impl Askers {
    fn of(looks: impl Iterator<Item = Look>) -> Self {
        let mut parts = Vec::new();
        for (number, look) in looks.enumerate() {
            if number % 64 == 0 {
                parts.push(([0; 128], [0; 64]));
            }
            let node = 1 << (number % 64);
            let Some((atoms, gates)) = parts.last_mut() else {
                continue;
            };
            for (bit, nodes) in atoms.iter_mut().enumerate() {
                *nodes |= if look.atoms >> bit & 1 == 1 { node } else { 0 };
            }
            for (bit, nodes) in gates.iter_mut().enumerate() {
                *nodes |= if look.gates >> bit & 1 == 1 { node } else { 0 };
            }
        }
        Self { parts }
    }

    /// The places in the row of those that ask for something of `look`, ascending.
    #[inline]
    pub fn meeting(&self, look: Look) -> Meeting<'_> {
        Meeting {
            parts: &self.parts,
            look,
            part: 0,
            found: 0,
        }
    }
}

/// A walk over the places that [`Askers::meeting`] tells.
#[derive(Clone)]
pub(super) struct Meeting<'a> {
    parts: &'a [([u64; 128], [u64; 64])],
    look: Look,
    /// The part behind the one at hand, and what is left of that.
    part: usize,
    found: u64,
}

impl Iterator for Meeting<'_> {
    type Item = usize;

    #[inline]
    fn next(&mut self) -> Option<usize> {
        while self.found == 0 {
            let (of_atoms, of_gates) = self.parts.get(self.part)?;
            self.part += 1;
            let (mut atoms, mut gates) = (self.look.atoms, self.look.gates);
            while atoms != 0 {
                self.found |= of_atoms[atoms.trailing_zeros() as usize];
                atoms &= atoms - 1;
            }
            while gates != 0 {
                self.found |= of_gates[gates.trailing_zeros() as usize];
                gates &= gates - 1;
            }
        }
        let bit = self.found.trailing_zeros() as usize;
        self.found &= self.found - 1;
        Some((self.part - 1) * 64 + bit)
    }
}

/// What can follow at each node of a graph.
#[derive(Debug, Default)]
pub(super) struct Ways {
    /// What may fill each slot of the templates.
    pub gates: Vec<(Slot, Gate)>,
    pub entries: Vec<Entry>,
    /// The entries that digits and signs can fill, by their place in `entries`.
    pub by_digits: Vec<usize>,
    pub by_sign: Vec<usize>,
    /// The entries, by the gates that let a token in.
    pub by_gate: Askers,
    pub by_node: Vec<Vec<Way>>,
    /// What the ways of each node ask for.
    pub wanted: Vec<Look>,
    /// The gates that let a word in, by its number, as bits of a [`Look`].
    word_gates: Vec<u64>,
    /// The same for any word with a capital, digits and signs.
    other_gates: [u64; 3],
}

impl Ways {
    /// Takes the ways of each node, when the gates are in.
    pub(super) fn finish(&mut self, by_node: Vec<Vec<Way>>, entries: Vec<Entry>) {
        let wanted = by_node.iter().map(|ways| {
            let mut look = Look::default();
            for way in ways {
                match way {
                    Way::Leaf(behind, _) => look.atoms |= behind,
                    Way::Atom(atom, ..) => look.atoms |= atom,
                    Way::Slot(_, gate, ..) => look.gates |= Look::of_gate(*gate),
                }
            }
            look
        });
        self.wanted = wanted.collect();
        let sizes = self.gates.iter().map(|(_, gate)| gate.words.bound());
        self.word_gates = vec![0; sizes.max().unwrap_or(0)];
        for (number, (_, gate)) in self.gates.iter().enumerate() {
            let bit = Look::of_gate(number);
            for (word, gates) in (0..).zip(&mut self.word_gates) {
                if gate.words.contains(WordId(word)) {
                    *gates |= bit;
                }
            }
            let open = [gate.any_capital, gate.digits, gate.opens_with_sign()];
            for (gates, open) in self.other_gates.iter_mut().zip(open) {
                *gates |= if open { bit } else { 0 };
            }
        }
        (self.by_node, self.entries) = (by_node, entries);
        let gates = self.entries.iter().map(|entry| Look {
            atoms: 0,
            gates: Look::of_gate(entry.gate),
        });
        self.by_gate = Askers::of(gates);
        for (number, entry) in self.entries.iter_mut().enumerate() {
            let looks = entry.starts.iter().map(|start| self.wanted[start.node]);
            entry.askers = Askers::of(looks);
            let (_, gate) = &self.gates[entry.gate];
            if gate.digits {
                self.by_digits.push(number);
            }
            if gate.opens_with_sign() {
                self.by_sign.push(number);
            }
        }
    }

    /// What stands at token `at`.
    pub fn look(&self, view: &View<'_>, at: usize) -> Look {
        let [capitals, digits, signs] = self.other_gates;
        let (atoms, gates) = match view.tokens.get(at).map(|token| token.kind) {
            None => (0, 0),
            Some(TokenKind::Word) => {
                let word = view.words[at];
                let known = self.word_gates.get(word.0 as usize);
                let any = if view.capital(at) { capitals } else { 0 };
                (Look::of_word(word), known.copied().unwrap_or(0) | any)
            }
            Some(TokenKind::Digits) => (Look::DIGITS, digits),
            Some(TokenKind::Sign) => (view.sign(at).map_or(0, Look::of_sign), signs),
        };
        Look {
            atoms: atoms | Look::LEAF,
            gates,
        }
    }
}
