//! The walk over the graph of all templates, from each place of a sentence.

use std::ops::Range;

use super::lexicon::WordId;
use super::look::Look;
use super::phrase::{Atom, Phrases, View};
use super::slot::Slot;
use super::table::WordSet;
use super::template::{Gap, Graph, Start};
use crate::text::{Case, TokenKind};

/// A slot that was filled: which, for which end of a range, by which tokens, with which value.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Filled<V> {
    pub slot: Slot,
    pub end: bool,
    pub tokens: (usize, usize),
    pub value: V,
}

/// What tries to fill a slot: token after the filling and its value, each way it can be filled.
pub(crate) trait FillSlot {
    type Value: Clone;
    fn fill(&self, slot: Slot, view: &View<'_>, at: usize, out: &mut Vec<(usize, Self::Value)>);
}

/// Token after the filling and its value, each way.
type Fillings<V> = Vec<(usize, V)>;

/// What hears of a match: the pattern, the token after it, the filled slots.
type Found<'f, V> = dyn FnMut(usize, usize, &[Filled<V>]) + 'f;

/// The tokens that a filling of a slot may start with; no other needs a look.
#[derive(Debug, Clone, Default)]
pub(crate) struct Gate {
    pub words: WordSet,
    /// Any word with a capital: Roman numerals are words of no pack.
    pub any_capital: bool,
    pub digits: bool,
    /// The signs among them.
    pub signs: Vec<char>,
    /// Whether a minus or point before digits may open it.
    pub minus: bool,
    /// Whether digits that it lets in fill it alone: what follows them can be looked at first.
    pub one_run: bool,
    /// The words that a filling may hold behind its first token.
    pub inner: WordSet,
}

impl Gate {
    /// Lets in what `phrases` start with.
    pub(crate) fn open_for<T>(&mut self, phrases: &Phrases<T>) {
        self.words.extend(phrases.first());
        self.digits |= phrases.start_with_digits();
        self.signs.extend(phrases.first_signs());
        self.inner.extend(&phrases.inner());
    }

    fn opens_with_sign(&self) -> bool {
        self.minus || !self.signs.is_empty()
    }

    fn lets_in(&self, view: &View<'_>, at: usize) -> bool {
        match view.tokens[at].kind {
            TokenKind::Word => {
                self.words.contains(view.words[at]) || self.any_capital && view.capital(at)
            }
            TokenKind::Digits => self.digits,
            TokenKind::Sign => {
                let digits = || view.digits(at + 1).is_some() || view.digits(at + 2).is_some();
                self.minus && digits()
                    || view.sign(at).is_some_and(|sign| self.signs.contains(&sign))
            }
        }
    }

    /// Whether a filling from token `at` on can hold that token alone, as the next one tells.
    fn ends_at(&self, view: &View<'_>, at: usize) -> bool {
        let Some(next) = view.tokens.get(at + 1) else {
            return true;
        };
        self.one_run && view.tokens[at].kind == TokenKind::Digits
            || next.kind == TokenKind::Word
                && next.spaced
                && !self.inner.contains(view.words[at + 1])
    }
}

/// One way on from a node, over any number of elements without a token.
#[derive(Debug, Clone)]
pub(super) enum Way {
    /// The pattern is complete; what must follow it.
    Leaf(u64, usize),
    /// A token, with its look.
    Atom(u64, Gap, Atom, usize),
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
    askers: Askers,
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
struct Askers {
    /// For each part, who asks for each bit of the atoms, and of the gates.
    parts: Vec<([u64; 64], [u64; 64])>,
}

impl Askers {
    fn of(looks: impl Iterator<Item = Look>) -> Self {
        let mut parts = Vec::new();
        for (number, look) in looks.enumerate() {
            if number % 64 == 0 {
                parts.push(([0; 64], [0; 64]));
            }
            let node = 1 << (number % 64);
            if let Some((atoms, gates)) = parts.last_mut() {
                bits(look.atoms).for_each(|bit| atoms[bit] |= node);
                bits(look.gates).for_each(|bit| gates[bit] |= node);
            }
        }
        Self { parts }
    }

    /// The places in the row of those that ask for something of `look`, ascending.
    fn meeting(&self, look: Look) -> impl Iterator<Item = usize> {
        let places = self.parts.iter().enumerate().map(move |(part, asking)| {
            let of_atoms = bits(look.atoms).fold(0, |all, bit| all | asking.0[bit]);
            let all = bits(look.gates).fold(of_atoms, |all, bit| all | asking.1[bit]);
            bits(all).map(move |bit| part * 64 + bit)
        });
        places.flatten()
    }
}

/// The bits that are set, by their number, ascending.
fn bits(mut set: u64) -> impl Iterator<Item = usize> {
    std::iter::from_fn(move || {
        let bit = (set != 0).then_some(set.trailing_zeros() as usize);
        set &= set.wrapping_sub(1);
        bit
    })
}

/// What can follow at each node of a graph.
#[derive(Debug, Default)]
pub(super) struct Ways {
    /// What may fill each slot of the templates.
    pub gates: Vec<(Slot, Gate)>,
    pub entries: Vec<Entry>,
    /// The entries that digits and signs can fill, by their place in `entries`.
    by_digits: Vec<usize>,
    by_sign: Vec<usize>,
    by_node: Vec<Vec<Way>>,
    /// What the ways of each node ask for.
    wanted: Vec<Look>,
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
    fn look(&self, view: &View<'_>, at: usize) -> Look {
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

/// A walk over the places of one sentence. How a slot can be filled at a token is asked once.
pub(crate) struct Walk<'w, 'v, F: FillSlot> {
    graph: &'w Graph,
    view: &'w View<'v>,
    filler: &'w F,
    /// The slots on the way to the node at hand.
    filled: Vec<Filled<F::Value>>,
    /// For each token the last of `asked` there.
    last_asked: Vec<Option<usize>>,
    asked: Vec<Asked>,
    /// The fillings of all that was asked.
    fillings: Fillings<F::Value>,
}

/// A slot that was asked for at a token.
#[derive(Debug, Clone)]
struct Asked {
    gate: usize,
    /// Its part of the fillings.
    fillings: Range<usize>,
    /// What was asked at the same token before.
    before: Option<usize>,
}

impl<'w, 'v, F: FillSlot> Walk<'w, 'v, F> {
    pub(crate) fn new(graph: &'w Graph, view: &'w View<'v>, filler: &'w F) -> Self {
        Self {
            graph,
            view,
            filler,
            filled: Vec::new(),
            last_asked: vec![None; view.tokens.len()],
            asked: Vec::new(),
            fillings: Vec::new(),
        }
    }

    /// Calls `found` with the pattern, the token after the match and the filled slots, for every match at token `at` of the
    /// patterns that `opens` lets through.
    pub(crate) fn from(
        &mut self,
        at: usize,
        opens: &dyn Fn(usize) -> bool,
        found: &mut Found<'_, F::Value>,
    ) {
        let (graph, view) = (self.graph, self.view);
        let token = &view.tokens[at];
        let ways = graph.ways();
        let next = ways.look(view, at + 1);
        let here = ways.look(view, at);
        if token.kind == TokenKind::Word {
            for (capital, start) in graph.after_word(view.words[at]) {
                if (!capital || token.case != Case::Lower)
                    && ways.wanted[start.node].meets(next)
                    && opens(start.pattern)
                {
                    self.follow(start.node, at + 1, next, found);
                }
            }
        } else {
            let atoms = here.atoms & !Look::LEAF;
            for (look, atom, start) in graph.after_atoms() {
                if look & atoms != 0
                    && ways.wanted[start.node].meets(next)
                    && atom.matches(view, at)
                    && opens(start.pattern)
                {
                    self.follow(start.node, at + 1, next, found);
                }
            }
        }
        match token.kind {
            TokenKind::Word => {
                for entry in ways.entries.iter().filter(|_| here.gates != 0) {
                    if here.gates & Look::of_gate(entry.gate) != 0 {
                        self.enter(entry, at, opens, found);
                    }
                }
            }
            TokenKind::Digits => {
                for number in &ways.by_digits {
                    self.enter(&ways.entries[*number], at, opens, found);
                }
            }
            TokenKind::Sign => {
                for number in &ways.by_sign {
                    self.enter(&ways.entries[*number], at, opens, found);
                }
            }
        }
    }

    /// The paths that start with a slot at token `at`.
    fn enter(
        &mut self,
        entry: &Entry,
        at: usize,
        opens: &dyn Fn(usize) -> bool,
        found: &mut Found<'_, F::Value>,
    ) {
        let ways = self.graph.ways();
        let (slot, gate) = &ways.gates[entry.gate];
        if !gate.lets_in(self.view, at) {
            return;
        }
        let starts = |next: Look| entry.askers.meeting(next).map(|place| entry.starts[place]);
        if gate.ends_at(self.view, at)
            && !starts(ways.look(self.view, at + 1)).any(|start| opens(start.pattern))
        {
            return;
        }
        for way in self.fillings_of(entry.gate, *slot, at) {
            let after = self.fillings[way].0;
            let next = ways.look(self.view, after);
            let mut entered = false;
            for start in starts(next).filter(|start| opens(start.pattern)) {
                if !entered {
                    entered = true;
                    self.take(*slot, entry.end, at, way);
                }
                self.follow(start.node, after, next, found);
            }
            if entered {
                self.filled.pop();
            }
        }
    }

    /// All paths from `node` over the tokens from `at`, where `here` stands.
    fn follow(&mut self, node: usize, at: usize, here: Look, found: &mut Found<'_, F::Value>) {
        let view = self.view;
        let ways = self.graph.ways();
        let next = view.tokens.get(at);
        let fits = |gap: Gap| {
            next.is_some_and(|token| match gap {
                Gap::Glued => !token.spaced,
                Gap::Space => token.spaced,
                Gap::Either => true,
            })
        };
        for way in &ways.by_node[node] {
            match way {
                Way::Leaf(behind, pattern) => {
                    if behind & here.atoms != 0 {
                        found(*pattern, at, &self.filled);
                    }
                }
                Way::Atom(look, gap, atom, to) => {
                    if look & here.atoms != 0 && fits(*gap) && atom.matches(view, at) {
                        let next = ways.look(view, at + 1);
                        if ways.wanted[*to].meets(next) {
                            self.follow(*to, at + 1, next, found);
                        }
                    }
                }
                Way::Slot(gap, gate, end, to) => {
                    if here.gates & Look::of_gate(*gate) != 0 && fits(*gap) {
                        self.fill(*gate, *end, at, *to, found);
                    }
                }
            }
        }
    }

    /// Goes on from `node` behind every filling of the slot at token `at`.
    fn fill(
        &mut self,
        gate: usize,
        end: bool,
        at: usize,
        node: usize,
        found: &mut Found<'_, F::Value>,
    ) {
        let ways = self.graph.ways();
        let wanted = ways.wanted[node];
        let (slot, gated) = &ways.gates[gate];
        if !gated.lets_in(self.view, at)
            || gated.ends_at(self.view, at) && !wanted.meets(ways.look(self.view, at + 1))
        {
            return;
        }
        for way in self.fillings_of(gate, *slot, at) {
            let after = self.fillings[way].0;
            let next = ways.look(self.view, after);
            if wanted.meets(next) {
                self.take(*slot, end, at, way);
                self.follow(node, after, next, found);
                self.filled.pop();
            }
        }
    }

    /// Notes that the slot at token `at` is filled by that one of the fillings.
    fn take(&mut self, slot: Slot, end: bool, at: usize, way: usize) {
        let (after, value) = &self.fillings[way];
        self.filled.push(Filled {
            slot,
            end,
            tokens: (at, *after),
            value: value.clone(),
        });
    }

    /// The part of the fillings that says how the slot of `gate` can be filled at token `at`.
    fn fillings_of(&mut self, gate: usize, slot: Slot, at: usize) -> Range<usize> {
        let mut known = self.last_asked[at];
        while let Some(asked) = known.map(|number| &self.asked[number]) {
            if asked.gate == gate {
                return asked.fillings.clone();
            }
            known = asked.before;
        }
        let from = self.fillings.len();
        self.filler.fill(slot, self.view, at, &mut self.fillings);
        let fillings = from..self.fillings.len();
        self.asked.push(Asked {
            gate,
            fillings: fillings.clone(),
            before: self.last_asked[at].replace(self.asked.len()),
        });
        fillings
    }
}
