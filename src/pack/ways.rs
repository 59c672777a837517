//! What can follow at each node of the graph of templates, ready for the walk.

use super::gate::Gate;
use super::lexicon::WordId;
use super::look::Look;
use super::phrase::Atom;
use super::slot::Slot;
use super::table::Table;
use super::template::{Gap, Start};
use super::view::View;
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

/// The paths that start with a word.
#[derive(Debug)]
pub(super) struct Opening {
    /// Where they go on, and whether the word must be capitalised for that.
    pub starts: Vec<(bool, Start)>,
    /// Which of `starts` ask for what.
    pub askers: Askers,
}

/// Which of a row of nodes ask for each bit of a look: one bit a node, 64 of them in a part.
#[derive(Debug, Default)]
pub(super) struct Askers {
    parts: Vec<Part>,
    /// All words that some ask for by themselves, as a look shows them.
    word_atoms: u128,
    /// For each word that some ask for by itself, where those stand in `by_word`.
    words: Table<WordId, usize>,
    /// One number for each part.
    by_word: Vec<u64>,
}

/// Who asks for each bit of the atoms, and of the gates.
#[derive(Debug)]
struct Part {
    atoms: [u64; 128],
    gates: [u64; 64],
    /// The bits that anyone asks for.
    asked: Look,
}

impl Askers {
    /// Of nodes with these ways.
    fn of_ways<'w>(nodes: impl ExactSizeIterator<Item = &'w [Way]>) -> Self {
        let mut askers = Self::default();
        let parts = nodes.len().div_ceil(64);
        let mut looks = Vec::with_capacity(nodes.len());
        for (number, ways) in nodes.enumerate() {
            let mut look = Look::default();
            for way in ways {
                match way {
                    Way::Atom(_, _, Atom::Word { id, .. }, _) => {
                        askers.word_atoms |= Look::of_word(*id);
                        let new = askers.by_word.len();
                        let row = *askers.words.entry(*id).or_insert(new);
                        if row == new {
                            askers.by_word.resize(new + parts, 0);
                        }
                        askers.by_word[row + number / 64] |= 1 << (number % 64);
                    }
                    way => look.ask_for(way),
                }
            }
            looks.push(look);
        }
        let Self { parts, .. } = Self::of(looks.into_iter());
        Self { parts, ..askers }
    }

    fn of(looks: impl Iterator<Item = Look>) -> Self {
        let mut parts = Vec::new();
        for (number, look) in looks.enumerate() {
            if number % 64 == 0 {
                parts.push(Part {
                    atoms: [0; 128],
                    gates: [0; 64],
                    asked: Look::default(),
                });
            }
            let node = 1 << (number % 64);
            let Some(part) = parts.last_mut() else {
                continue;
            };
            part.asked.atoms |= look.atoms;
            part.asked.gates |= look.gates;
            for (bit, nodes) in part.atoms.iter_mut().enumerate() {
                *nodes |= if look.atoms >> bit & 1 == 1 { node } else { 0 };
            }
            for (bit, nodes) in part.gates.iter_mut().enumerate() {
                *nodes |= if look.gates >> bit & 1 == 1 { node } else { 0 };
            }
        }
        Self {
            parts,
            ..Self::default()
        }
    }

    /// The places in the row of those that ask for something of `look`, ascending.
    #[inline]
    pub fn meeting(&self, look: Look) -> Meeting<'_> {
        let asked = look.atoms & self.word_atoms != 0;
        let row = asked.then(|| self.words.get(&look.word)).flatten();
        Meeting {
            parts: &self.parts,
            by_word: row.map_or(&[], |row| &self.by_word[*row..]),
            look,
            part: 0,
            found: 0,
        }
    }
}

/// A walk over the places that [`Askers::meeting`] tells.
#[derive(Clone)]
pub(super) struct Meeting<'a> {
    parts: &'a [Part],
    /// Those who ask for the word itself, for each part; none where nobody does.
    by_word: &'a [u64],
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
            let part = self.parts.get(self.part)?;
            self.found = self.by_word.get(self.part).copied().unwrap_or(0);
            self.part += 1;
            let mut atoms = self.look.atoms & part.asked.atoms;
            let mut gates = self.look.gates & part.asked.gates;
            while atoms != 0 {
                self.found |= part.atoms[atoms.trailing_zeros() as usize];
                atoms &= atoms - 1;
            }
            while gates != 0 {
                self.found |= part.gates[gates.trailing_zeros() as usize];
                gates &= gates - 1;
            }
        }
        let bit = self.found.trailing_zeros() as usize;
        self.found &= self.found - 1;
        Some((self.part - 1) * 64 + bit)
    }
}

/// What can follow at each node of a graph.
#[derive(Debug)]
pub(super) struct Ways {
    /// What may fill each slot of the templates.
    pub gates: Vec<(Slot, Gate)>,
    pub entries: Vec<Entry>,
    /// The entries that signs can fill, by their place in `entries`.
    pub signed: Vec<usize>,
    pub by_word: Table<WordId, Opening>,
    pub by_digits: Table<String, Opening>,
    pub by_sign: Table<char, Opening>,
    /// The entries, by the gates that let a token in.
    pub by_gate: Askers,
    pub by_node: Vec<Vec<Way>>,
    /// What the ways of each node ask for.
    pub wanted: Vec<Look>,
    /// The gates that let a word in, by its number, as bits of a [`Look`].
    word_gates: Vec<u64>,
    /// The same for any word with a capital.
    capital_gates: u64,
    sign_gates: u64,
    /// The same for one or two digits by their value, and for more by how many they are.
    short_digits: [[u64; 100]; 2],
    long_digits: [u64; LONG_DIGITS],
}

/// So many digits and more are told as one.
const LONG_DIGITS: usize = 16;

impl Default for Ways {
    fn default() -> Self {
        Self {
            gates: Vec::new(),
            entries: Vec::new(),
            signed: Vec::new(),
            by_word: Table::default(),
            by_digits: Table::default(),
            by_sign: Table::default(),
            by_gate: Askers::default(),
            by_node: Vec::new(),
            wanted: Vec::new(),
            word_gates: Vec::new(),
            capital_gates: 0,
            sign_gates: 0,
            short_digits: [[0; 100]; 2],
            long_digits: [0; LONG_DIGITS],
        }
    }
}

impl Ways {
    /// Takes the ways of each node, when the gates are in.
    pub(super) fn finish(
        &mut self,
        by_node: Vec<Vec<Way>>,
        entries: Vec<Entry>,
        by_word: Table<WordId, Vec<(bool, Start)>>,
        by_atom: &[(Atom, Start)],
    ) {
        let wanted = by_node.iter().map(|ways| {
            let mut look = Look::default();
            ways.iter().for_each(|way| look.ask_for(way));
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
            self.capital_gates |= if gate.any_capital { bit } else { 0 };
            self.sign_gates |= if gate.opens_with_sign() { bit } else { 0 };
        }
        self.open_for_digits();
        (self.by_node, self.entries) = (by_node, entries);
        let gates = self.entries.iter().map(|entry| Look {
            gates: Look::of_gate(entry.gate),
            ..Look::default()
        });
        self.by_gate = Askers::of(gates);
        let ways_of = |start: &Start| self.by_node[start.node].as_slice();
        for (number, entry) in self.entries.iter_mut().enumerate() {
            entry.askers = Askers::of_ways(entry.starts.iter().map(ways_of));
            if self.gates[entry.gate].1.opens_with_sign() {
                self.signed.push(number);
            }
        }
        let opening = |starts: Vec<(bool, Start)>| {
            let askers = Askers::of_ways(starts.iter().map(|(_, start)| ways_of(start)));
            Opening { starts, askers }
        };
        let (mut by_digits, mut by_sign) = (
            Table::<String, Vec<(bool, Start)>>::default(),
            Table::<char, Vec<(bool, Start)>>::default(),
        );
        for (atom, start) in by_atom {
            match atom {
                Atom::Digits(digits) => by_digits.entry(digits.clone()).or_default(),
                Atom::Sign(sign) => by_sign.entry(*sign).or_default(),
                Atom::Word { .. } => continue,
            }
            .push((false, *start));
        }
        let words = by_word.into_iter();
        let words = words
            .map(|(word, starts)| (word, opening(starts)))
            .collect();
        let digits = by_digits.into_iter();
        let digits = digits.map(|(digits, starts)| (digits, opening(starts)));
        let digits = digits.collect();
        let signs = by_sign.into_iter();
        let signs = signs
            .map(|(sign, starts)| (sign, opening(starts)))
            .collect();
        (self.by_word, self.by_digits, self.by_sign) = (words, digits, signs);
    }

    /// Notes which gates let digits in: of a slot that nothing but a run of digits fills its range tells.
    fn open_for_digits(&mut self) {
        for (number, (slot, gate)) in self.gates.iter().enumerate() {
            let bit = Look::of_gate(number);
            let range = slot.integers().filter(|_| gate.one_run);
            let lets_in = |length: usize, value: Option<i64>| match &range {
                Some((low, high, lengths)) => {
                    lengths.contains(&length)
                        && value.is_none_or(|value| (*low..=*high).contains(&value))
                }
                None => true,
            };
            if !gate.digits {
                continue;
            }
            for (length, gates) in (1..).zip(&mut self.short_digits) {
                for (value, gates) in (0..).zip(gates) {
                    *gates |= if lets_in(length, Some(value)) { bit } else { 0 };
                }
            }
            for (length, gates) in self.long_digits.iter_mut().enumerate() {
                *gates |= if lets_in(length, None) { bit } else { 0 };
            }
        }
    }

    /// The gates that let these digits in.
    #[inline]
    fn gates_of_digits(&self, digits: &str) -> u64 {
        let value = |byte: u8| usize::from(byte.wrapping_sub(b'0')) % 10;
        match *digits.as_bytes() {
            [one] => self.short_digits[0][value(one)],
            [ten, one] => self.short_digits[1][value(ten) * 10 + value(one)],
            _ => self.long_digits[digits.len().min(LONG_DIGITS - 1)],
        }
    }

    /// What stands at each token, and behind the last one.
    pub fn looks(&self, view: &View<'_>) -> Vec<Look> {
        let tokens = 0..view.tokens.len() + 1;
        tokens.map(|at| self.look(view, at)).collect()
    }

    /// What stands at token `at`.
    #[inline]
    fn look(&self, view: &View<'_>, at: usize) -> Look {
        let mut stands = WordId::UNKNOWN;
        let (atoms, gates) = match view.tokens.get(at).map(|token| token.kind) {
            None => (0, 0),
            Some(TokenKind::Word) => {
                let word = view.words[at];
                stands = word;
                let known = self.word_gates.get(word.0 as usize);
                let any = if view.capital(at) {
                    self.capital_gates
                } else {
                    0
                };
                (Look::of_word(word), known.copied().unwrap_or(0) | any)
            }
            Some(TokenKind::Digits) => {
                let digits = view.digits(at).unwrap_or("");
                (Look::DIGITS, self.gates_of_digits(digits))
            }
            Some(TokenKind::Sign) => (view.sign(at).map_or(0, Look::of_sign), self.sign_gates),
        };
        Look {
            atoms: atoms | Look::LEAF,
            gates,
            word: stands,
        }
    }
}
