//! The walk over the graph of all templates, from each place of a sentence.

use std::ops::Range;

use super::look::Look;
use super::slot::Slot;
use super::template::{Gap, Graph};
use super::view::View;
use super::ways::{Entry, Way};
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

impl Gap {
    /// Whether the space before token `at` is what it asks for; without a token it is not.
    #[inline]
    fn fits(self, view: &View<'_>, at: usize) -> bool {
        view.tokens.get(at).is_some_and(|token| match self {
            Self::Glued => !token.spaced,
            Self::Space => token.spaced,
            Self::Either => true,
        })
    }
}

/// What hears of a match: the pattern, the token after it, the filled slots.
type Found<'f, V> = dyn FnMut(usize, usize, &[Filled<V>]) + 'f;

/// A walk over the places of one sentence. How a slot can be filled at a token is asked once.
pub(crate) struct Walk<'w, 'v, F: FillSlot> {
    graph: &'w Graph,
    view: &'w View<'v>,
    filler: &'w F,
    /// What stands at each token, and behind the last one.
    looks: Vec<Look>,
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
    /// All that stands behind one of them.
    behind: Look,
    /// What was asked at the same token before.
    before: Option<usize>,
}

impl<'w, 'v, F: FillSlot> Walk<'w, 'v, F> {
    pub(crate) fn new(graph: &'w Graph, view: &'w View<'v>, filler: &'w F) -> Self {
        Self {
            graph,
            view,
            filler,
            looks: graph.ways().looks(view),
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
        opens: &impl Fn(usize) -> bool,
        found: &mut Found<'_, F::Value>,
    ) {
        let (graph, view) = (self.graph, self.view);
        let token = &view.tokens[at];
        let ways = graph.ways();
        let next = self.looks[at + 1];
        let here = self.looks[at];
        if let Some(opening) = graph.opening(view, at) {
            for place in opening.askers.meeting(next) {
                let (capital, start) = opening.starts[place];
                if (!capital || token.case != Case::Lower)
                    && opens(start.pattern)
                    && self.leads_on(start.node, at + 1, next)
                {
                    self.follow(start.node, at + 1, next, found);
                }
            }
        }
        match token.kind {
            TokenKind::Word | TokenKind::Digits => {
                let gates = Look {
                    gates: here.gates,
                    ..Look::default()
                };
                for number in ways.by_gate.meeting(gates) {
                    self.enter(&ways.entries[number], at, next, opens, found);
                }
            }
            TokenKind::Sign => {
                for number in &ways.signed {
                    self.enter(&ways.entries[*number], at, next, opens, found);
                }
            }
        }
    }

    /// The paths that start with a slot at token `at`, behind which `next` stands.
    fn enter(
        &mut self,
        entry: &Entry,
        at: usize,
        next: Look,
        opens: &impl Fn(usize) -> bool,
        found: &mut Found<'_, F::Value>,
    ) {
        let ways = self.graph.ways();
        let (slot, gate) = &ways.gates[entry.gate];
        if !gate.lets_in(self.view, at) {
            return;
        }
        let may_open = |next: Look| {
            let places = entry.askers.meeting(next);
            places
                .map(|place| entry.starts[place])
                .filter(|start| opens(start.pattern))
        };
        if gate.ends_at(self.view, at)
            && !may_open(next).any(|start| self.leads_on(start.node, at + 1, next))
        {
            return;
        }
        for way in self.fillings_of(entry.gate, *slot, at).0 {
            let after = self.fillings[way].0;
            let next = self.looks[after];
            let mut entered = false;
            for start in may_open(next) {
                if !self.leads_on(start.node, after, next) {
                    continue;
                }
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
        let fits = |gap: Gap| gap.fits(view, at);
        for way in &ways.by_node[node] {
            match way {
                Way::Leaf(behind, pattern) => {
                    if behind & here.atoms != 0 {
                        found(*pattern, at, &self.filled);
                    }
                }
                Way::Atom(look, gap, atom, to) => {
                    if look & here.atoms != 0 && fits(*gap) && atom.matches(view, at) {
                        let next = self.looks[at + 1];
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

    /// Whether a path may go on from `node` over the tokens from `at`, where `here` stands: a look before [`Walk::follow`], as far
    /// as there is one way only.
    fn leads_on(&mut self, node: usize, at: usize, here: Look) -> bool {
        let ways = self.graph.ways();
        match ways.by_node[node].as_slice() {
            [Way::Leaf(behind, _)] => behind & here.atoms != 0,
            [Way::Atom(look, gap, atom, to)] => {
                look & here.atoms != 0
                    && gap.fits(self.view, at)
                    && ways.wanted[*to].meets(self.looks[at + 1])
                    && atom.matches(self.view, at)
                    && self.leads_on(*to, at + 1, self.looks[at + 1])
            }
            [Way::Slot(gap, gate, _, to)] => {
                here.gates & Look::of_gate(*gate) != 0
                    && gap.fits(self.view, at)
                    && self.fillings_before(*gate, at, *to).is_some()
            }
            _ => true,
        }
    }

    /// How the slot of `gate` can be filled at token `at`, where some of what stands behind the fillings is wanted at `node`.
    fn fillings_before(&mut self, gate: usize, at: usize, node: usize) -> Option<Range<usize>> {
        let ways = self.graph.ways();
        let wanted = ways.wanted[node];
        let (slot, gated) = &ways.gates[gate];
        if !gated.lets_in(self.view, at) {
            return None;
        }
        if gated.ends_at(self.view, at) {
            let next = self.looks[at + 1];
            if !wanted.meets(next) || !self.leads_on(node, at + 1, next) {
                return None;
            }
        }
        let (fillings, behind) = self.fillings_of(gate, *slot, at);
        wanted.meets(behind).then_some(fillings)
    }

    /// Goes on from `node` behind every filling of the slot at token `at`.
    #[inline]
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
        let Some(fillings) = self.fillings_before(gate, at, node) else {
            return;
        };
        let (slot, _) = &ways.gates[gate];
        for way in fillings {
            let after = self.fillings[way].0;
            let next = self.looks[after];
            if wanted.meets(next) {
                self.take(*slot, end, at, way);
                self.follow(node, after, next, found);
                self.filled.pop();
            }
        }
    }

    /// Notes that the slot at token `at` is filled by that one of the fillings.
    #[inline]
    fn take(&mut self, slot: Slot, end: bool, at: usize, way: usize) {
        let (after, value) = &self.fillings[way];
        self.filled.push(Filled {
            slot,
            end,
            tokens: (at, *after),
            value: value.clone(),
        });
    }

    /// The part of the fillings that says how the slot of `gate` can be filled at token `at`, and all that stands behind one of
    /// them.
    fn fillings_of(&mut self, gate: usize, slot: Slot, at: usize) -> (Range<usize>, Look) {
        let mut known = self.last_asked[at];
        while let Some(asked) = known.map(|number| &self.asked[number]) {
            if asked.gate == gate {
                return (asked.fillings.clone(), asked.behind);
            }
            known = asked.before;
        }
        let from = self.fillings.len();
        self.filler.fill(slot, self.view, at, &mut self.fillings);
        let fillings = from..self.fillings.len();
        let mut behind = Look::default();
        for (after, _) in &self.fillings[from..] {
            behind.atoms |= self.looks[*after].atoms;
            behind.gates |= self.looks[*after].gates;
        }
        self.asked.push(Asked {
            gate,
            fillings: fillings.clone(),
            behind,
            before: self.last_asked[at].replace(self.asked.len()),
        });
        (fillings, behind)
    }
}
