//! Templates over typed slots, compiled into one graph; `walk` goes over it.

use std::collections::BTreeSet;

use super::gate::Gate;
use super::grammar::Parser;
use super::lexicon::{Lexicon, WordId};
use super::look::Look;
use super::phrase::Atom;
use super::slot::Slot;
use super::table::{Table, WordSet};
use super::view::View;
use super::ways::{Entry, Opening, Way, Ways};
use crate::text::TokenKind;

/// Space before an element of a template.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(super) enum Gap {
    /// None may stand there.
    Glued,
    /// One must.
    Space,
    /// One may.
    Either,
}

/// What must follow a complete pattern, by its number.
type Behind<'b> = &'b dyn Fn(usize) -> u128;

/// All templates of a pack, as a graph whose paths are what they match.
#[derive(Debug)]
pub(crate) struct Graph {
    /// Whether the language puts no spaces between its words.
    pub(super) unspaced: bool,
    nodes: Vec<Node>,
    /// Where the paths that start with a word go on, and whether it must be capitalised for that, until the ways are made.
    by_word: Table<WordId, Vec<(bool, Start)>>,
    /// The same for digits and signs.
    by_atom: Vec<(Atom, Start)>,
    by_slot: Vec<((Slot, bool), Vec<Start>)>,
    /// The words that paths start with.
    first: WordSet,
    /// What can follow at each node, made of `nodes` when all templates are in.
    ways: Ways,
}

/// Where a path goes on behind its first element.
#[derive(Debug, Clone, Copy)]
pub(super) struct Start {
    pub node: usize,
    /// The pattern that it can complete.
    pub pattern: usize,
}

#[derive(Debug, Default)]
struct Node {
    edges: Vec<Edge>,
    /// The pattern that is complete here.
    leaf: Option<usize>,
}

#[derive(Debug, Clone)]
struct Edge {
    step: Step,
    to: usize,
}

#[derive(Debug, Clone, PartialEq)]
pub(super) enum Step {
    /// Takes no token; the gap counts for the next one.
    Pass(Gap),
    Atom(Atom),
    Slot {
        slot: Slot,
        end: bool,
    },
}

impl Graph {
    pub(crate) fn new(unspaced: bool) -> Self {
        Self {
            unspaced,
            nodes: Vec::new(),
            by_word: Table::default(),
            by_atom: Vec::new(),
            by_slot: Vec::new(),
            first: WordSet::default(),
            ways: Ways::default(),
        }
    }

    /// Adds a template for pattern number `pattern`. The error says what is wrong at which byte of `text`.
    pub(crate) fn add(
        &mut self,
        text: &str,
        pattern: usize,
        lexicon: &mut Lexicon,
        slot_named: &mut dyn FnMut(&str, bool) -> Option<Slot>,
    ) -> Result<(), (usize, String)> {
        let start = self.node();
        let end = Parser::new(text, self, lexicon, slot_named).whole(start)?;
        self.nodes[end].leaf = Some(pattern);
        let mut first = BTreeSet::new();
        self.reach(start, &mut first);
        if first.contains(&end) {
            return Err((0, "the template matches the empty text".to_owned()));
        }
        for node in first {
            for edge in self.nodes[node].edges.clone() {
                self.enter(edge, pattern);
            }
        }
        Ok(())
    }

    /// Lets a step lead from one node to another.
    pub(super) fn link(&mut self, from: usize, step: Step, to: usize) {
        self.nodes[from].edges.push(Edge { step, to });
    }

    pub(super) fn node(&mut self) -> usize {
        self.nodes.push(Node::default());
        self.nodes.len() - 1
    }

    /// Every node that is reached from `node` without taking a token.
    fn reach(&self, node: usize, seen: &mut BTreeSet<usize>) {
        if seen.insert(node) {
            for edge in &self.nodes[node].edges {
                if matches!(edge.step, Step::Pass(_)) {
                    self.reach(edge.to, seen);
                }
            }
        }
    }

    /// Notes how a path of `pattern` may start.
    fn enter(&mut self, edge: Edge, pattern: usize) {
        let start = Start {
            node: edge.to,
            pattern,
        };
        match edge.step {
            Step::Pass(_) => {}
            Step::Atom(Atom::Word { id, capital }) => {
                self.first.insert(id);
                self.by_word.entry(id).or_default().push((capital, start));
            }
            Step::Atom(atom) => self.by_atom.push((atom, start)),
            Step::Slot { slot, end } => match self
                .by_slot
                .iter_mut()
                .find(|(known, _)| *known == (slot, end))
            {
                Some((_, starts)) => starts.push(start),
                None => self.by_slot.push(((slot, end), vec![start])),
            },
        }
    }

    /// Makes the graph ready to be walked, when all templates are in. `gate_of` tells what may fill a slot, `behind` what must
    /// follow a complete pattern.
    pub(super) fn finish(&mut self, gate_of: impl Fn(Slot) -> Gate, behind: Behind<'_>) {
        let slots: BTreeSet<Slot> = self
            .nodes
            .iter()
            .flat_map(|node| &node.edges)
            .filter_map(|edge| match edge.step {
                Step::Slot { slot, .. } => Some(slot),
                _ => None,
            })
            .collect();
        let gates = slots.into_iter().map(|slot| (slot, gate_of(slot)));
        self.ways.gates = gates.collect();
        let mut ways = vec![Vec::new(); self.nodes.len()];
        for (node, ways) in ways.iter_mut().enumerate() {
            self.ways_from(node, Gap::Glued, behind, ways);
        }
        let entry = |((slot, end), starts): &((Slot, bool), Vec<Start>)| {
            Entry::new(self.gate(*slot), *end, starts.clone())
        };
        let entries = self.by_slot.iter().map(entry).collect();
        let by_word = std::mem::take(&mut self.by_word);
        self.ways.finish(ways, entries, by_word, &self.by_atom);
    }

    /// The number of a slot in the gates.
    fn gate(&self, slot: Slot) -> usize {
        self.ways.gates.partition_point(|(other, _)| *other < slot)
    }

    fn ways_from(&self, node: usize, gap: Gap, behind: Behind<'_>, ways: &mut Vec<Way>) {
        let leaf = self.nodes[node].leaf;
        ways.extend(leaf.map(|pattern| Way::Leaf(behind(pattern), pattern)));
        for Edge { step, to } in &self.nodes[node].edges {
            match step {
                Step::Pass(more) => self.ways_from(*to, gap.max(*more), behind, ways),
                Step::Atom(atom) => {
                    ways.push(Way::Atom(Look::of_atom(atom), gap, atom.clone(), *to));
                }
                Step::Slot { slot, end } => {
                    ways.push(Way::Slot(gap, self.gate(*slot), *end, *to));
                }
            }
        }
    }

    /// The words that a match may start with.
    pub(crate) fn starts(&self) -> WordSet {
        let mut starts = self.first.clone();
        for entry in &self.ways.entries {
            starts.extend(&self.ways.gates[entry.gate].1.words);
        }
        starts
    }

    /// The signs that a match may start with, beside a minus or point before digits.
    pub(crate) fn start_signs(&self) -> impl Iterator<Item = char> + '_ {
        let own = self.by_atom.iter().filter_map(|(atom, _)| match atom {
            Atom::Sign(sign) => Some(*sign),
            _ => None,
        });
        let slots = self.ways.entries.iter();
        let slots = slots.flat_map(|entry| self.ways.gates[entry.gate].1.signs.iter().copied());
        own.chain(slots)
    }

    /// What can follow at each node.
    pub(super) fn ways(&self) -> &Ways {
        &self.ways
    }

    /// The paths that start with the word, the digits or the sign at token `at`.
    #[inline]
    pub(super) fn opening(&self, view: &View<'_>, at: usize) -> Option<&Opening> {
        match view.tokens[at].kind {
            TokenKind::Word if !self.first.contains(view.words[at]) => None,
            TokenKind::Word => self.ways.by_word.get(&view.words[at]),
            TokenKind::Digits => self.ways.by_digits.get(view.digits(at)?),
            TokenKind::Sign => self.ways.by_sign.get(&view.sign(at)?),
        }
    }
}
