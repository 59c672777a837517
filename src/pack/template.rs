//! Templates over typed slots, compiled into one graph that is walked from each place of a sentence.

use std::collections::BTreeSet;

use super::lexicon::{Lexicon, WordId};
use super::phrase::{Atom, Phrases, View};
use super::slot::Slot;
use super::table::{Table, WordSet};
use crate::text::{Case, TokenKind, tokens};

/// Space before an element of a template.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
enum Gap {
    /// None may stand there.
    Glued,
    /// One must.
    Space,
    /// One may.
    Either,
}

/// All templates of a pack, as a graph whose paths are what they match.
#[derive(Debug)]
pub(crate) struct Graph {
    nodes: Vec<Node>,
    /// Where the paths that start with a word go on.
    by_word: Table<WordId, Vec<(bool, usize)>>,
    by_atom: Vec<(Atom, usize)>,
    by_slot: Vec<((Slot, bool), Vec<usize>)>,
    /// The keys of `by_word`.
    first: WordSet,
    /// What may fill each slot of the templates.
    gates: Vec<(Slot, Gate)>,
    /// What can follow at each node, made of `nodes` when all templates are in.
    ways: Vec<Vec<Way>>,
    /// `by_slot` with the numbers of the slots in `gates`.
    entries: Vec<(usize, bool, Vec<usize>)>,
}

/// One way on from a node, over any number of [`Step::Pass`].
#[derive(Debug, Clone)]
enum Way {
    /// The pattern is complete.
    Leaf(usize),
    Atom(Gap, Atom, usize),
    /// A slot by its number in `gates`.
    Slot(Gap, usize, bool, usize),
}

/// The tokens that a filling of a slot may start with; no other needs a look.
#[derive(Debug, Clone, Default)]
pub(crate) struct Gate {
    pub words: WordSet,
    /// Whatever the word: Roman numerals are words of no pack.
    pub any_word: bool,
    pub digits: bool,
    pub signs: bool,
}

impl Gate {
    /// Lets in what `phrases` start with.
    pub(crate) fn open_for<T>(&mut self, phrases: &Phrases<T>) {
        self.words.extend(phrases.first());
        self.digits |= phrases.start_with_digits();
        self.signs |= phrases.start_with_signs();
    }

    fn lets_in(&self, view: &View<'_>, at: usize) -> bool {
        match view.tokens[at].kind {
            TokenKind::Word => self.words.contains(view.words[at]) || self.any_word,
            TokenKind::Digits => self.digits,
            TokenKind::Sign => self.signs,
        }
    }
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
enum Step {
    /// Takes no token; the gap counts for the next one.
    Pass(Gap),
    Atom(Atom),
    Slot {
        slot: Slot,
        end: bool,
    },
}

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

/// The state of one walk.
struct Walk<'w, 'v, F: FillSlot> {
    view: &'w View<'v>,
    filler: &'w F,
    filled: Vec<Filled<F::Value>>,
    /// How slots can be filled at tokens, where that was asked before.
    fillings: Vec<(Slot, usize, Fillings<F::Value>)>,
    found: &'w mut Found<'w, F::Value>,
}

impl<F: FillSlot> Walk<'_, '_, F> {
    /// The number, in `fillings`, of the ways to fill `slot` at token `at`.
    fn fill(&mut self, slot: Slot, at: usize) -> usize {
        let known = |(other, place, _): &(Slot, usize, _)| *other == slot && *place == at;
        if let Some(number) = self.fillings.iter().position(known) {
            return number;
        }
        let mut ways = Vec::new();
        self.filler.fill(slot, self.view, at, &mut ways);
        self.fillings.push((slot, at, ways));
        self.fillings.len() - 1
    }
}

impl Graph {
    pub(crate) fn new() -> Self {
        Self {
            nodes: Vec::new(),
            by_word: Table::default(),
            by_atom: Vec::new(),
            by_slot: Vec::new(),
            first: WordSet::default(),
            gates: Vec::new(),
            ways: Vec::new(),
            entries: Vec::new(),
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
        let mut parser = Parser {
            text,
            at: 0,
            graph: self,
            capital: false,
            lexicon,
            slot_named,
        };
        let end = parser.choice(start)?;
        if parser.at < text.len() {
            return Err((parser.at, "this bracket closes nothing".to_owned()));
        }
        self.nodes[end].leaf = Some(pattern);
        let mut first = BTreeSet::new();
        self.reach(start, &mut first);
        if first.contains(&end) {
            return Err((0, "the template matches the empty text".to_owned()));
        }
        for node in first {
            for edge in self.nodes[node].edges.clone() {
                self.enter(edge);
            }
        }
        Ok(())
    }

    fn node(&mut self) -> usize {
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

    /// Notes how a path may start.
    fn enter(&mut self, edge: Edge) {
        match edge.step {
            Step::Pass(_) => {}
            Step::Atom(Atom::Word { id, capital }) => {
                self.first.insert(id);
                self.by_word.entry(id).or_default().push((capital, edge.to));
            }
            Step::Atom(atom) => self.by_atom.push((atom, edge.to)),
            Step::Slot { slot, end } => match self
                .by_slot
                .iter_mut()
                .find(|(known, _)| *known == (slot, end))
            {
                Some((_, to)) => to.push(edge.to),
                None => self.by_slot.push(((slot, end), vec![edge.to])),
            },
        }
    }

    /// Makes the graph ready to be walked, when all templates are in.
    pub(crate) fn finish(&mut self, gate_of: impl Fn(Slot) -> Gate) {
        let slots: BTreeSet<Slot> = self
            .nodes
            .iter()
            .flat_map(|node| &node.edges)
            .filter_map(|edge| match edge.step {
                Step::Slot { slot, .. } => Some(slot),
                _ => None,
            })
            .collect();
        self.gates = slots
            .into_iter()
            .map(|slot| (slot, gate_of(slot)))
            .collect();
        self.ways = (0..self.nodes.len())
            .map(|node| {
                let mut ways = Vec::new();
                self.ways_from(node, Gap::Glued, &mut ways);
                ways
            })
            .collect();
        let entry = |((slot, end), nodes): &((Slot, bool), Vec<usize>)| {
            (self.gate(*slot), *end, nodes.clone())
        };
        self.entries = self.by_slot.iter().map(entry).collect();
    }

    /// The number of a slot in `gates`.
    fn gate(&self, slot: Slot) -> usize {
        self.gates.partition_point(|(other, _)| *other < slot)
    }

    fn ways_from(&self, node: usize, gap: Gap, ways: &mut Vec<Way>) {
        ways.extend(self.nodes[node].leaf.map(Way::Leaf));
        for Edge { step, to } in &self.nodes[node].edges {
            match step {
                Step::Pass(more) => self.ways_from(*to, gap.max(*more), ways),
                Step::Atom(atom) => ways.push(Way::Atom(gap, atom.clone(), *to)),
                Step::Slot { slot, end } => {
                    ways.push(Way::Slot(gap, self.gate(*slot), *end, *to));
                }
            }
        }
    }

    /// The words that a match may start with.
    pub(crate) fn starts(&self) -> WordSet {
        let mut starts = self.first.clone();
        for (gate, ..) in &self.entries {
            starts.extend(&self.gates[*gate].1.words);
        }
        starts
    }

    /// Calls `found` with the pattern, the token after the match and the filled slots, for every match at token `at`.
    pub(crate) fn walk<F: FillSlot>(
        &self,
        view: &View<'_>,
        at: usize,
        filler: &F,
        found: &mut Found<'_, F::Value>,
    ) {
        let token = &view.tokens[at];
        let mut walk = Walk {
            view,
            filler,
            filled: Vec::new(),
            fillings: Vec::new(),
            found,
        };
        if token.kind == TokenKind::Word {
            let word = view.words[at];
            let first = self.first.contains(word).then(|| self.by_word.get(&word));
            for &(capital, to) in first.flatten().into_iter().flatten() {
                if !capital || token.case != Case::Lower {
                    self.follow(to, at + 1, &mut walk);
                }
            }
        } else {
            for (atom, to) in &self.by_atom {
                if atom.matches(view, at) {
                    self.follow(*to, at + 1, &mut walk);
                }
            }
        }
        for (gate, end, nodes) in &self.entries {
            self.fill(&mut walk, *gate, *end, at, nodes);
        }
    }

    /// All paths from `node` over the tokens from `at`.
    fn follow<F: FillSlot>(&self, node: usize, at: usize, walk: &mut Walk<'_, '_, F>) {
        let next = walk.view.tokens.get(at);
        let fits = |gap: Gap| {
            next.is_some_and(|token| match gap {
                Gap::Glued => !token.spaced,
                Gap::Space => token.spaced,
                Gap::Either => true,
            })
        };
        for way in &self.ways[node] {
            match way {
                Way::Leaf(pattern) => (walk.found)(*pattern, at, &walk.filled),
                Way::Atom(gap, atom, to) => {
                    if fits(*gap) && atom.matches(walk.view, at) {
                        self.follow(*to, at + 1, walk);
                    }
                }
                Way::Slot(gap, gate, end, to) => {
                    if fits(*gap) {
                        self.fill(walk, *gate, *end, at, &[*to]);
                    }
                }
            }
        }
    }

    /// Goes on from `nodes` behind every filling of the slot at token `at`.
    fn fill<F: FillSlot>(
        &self,
        walk: &mut Walk<'_, '_, F>,
        gate: usize,
        end: bool,
        at: usize,
        nodes: &[usize],
    ) {
        let (slot, gate) = &self.gates[gate];
        if !gate.lets_in(walk.view, at) {
            return;
        }
        let slot = *slot;
        let number = walk.fill(slot, at);
        for way in 0..walk.fillings[number].2.len() {
            let (after, value) = walk.fillings[number].2[way].clone();
            walk.filled.push(Filled {
                slot,
                end,
                tokens: (at, after),
                value,
            });
            for node in nodes {
                self.follow(*node, after, walk);
            }
            walk.filled.pop();
        }
    }
}

/// Recursive descent over the template's text; every rule continues the graph from a node and gives the node it ends at.
struct Parser<'a> {
    text: &'a str,
    at: usize,
    graph: &'a mut Graph,
    /// Whether the next word must be capitalised: `^` stands before the bracket around it.
    capital: bool,
    lexicon: &'a mut Lexicon,
    slot_named: &'a mut dyn FnMut(&str, bool) -> Option<Slot>,
}

impl Parser<'_> {
    /// sequence ("|" sequence)*
    fn choice(&mut self, from: usize) -> Result<usize, (usize, String)> {
        let to = self.graph.node();
        let capital = self.capital;
        loop {
            self.capital = capital;
            let end = self.sequence(from)?;
            self.pass(end, Gap::Glued, to);
            if self.peek() != Some('|') {
                return Ok(to);
            }
            self.at += 1;
        }
    }

    fn sequence(&mut self, from: usize) -> Result<usize, (usize, String)> {
        // A node of its own, so that what follows does not start at the brackets around.
        let mut node = self.graph.node();
        self.pass(from, Gap::Glued, node);
        while let Some(c) = self.peek() {
            node = match c {
                '|' | ')' | ']' => break,
                ' ' | '~' => {
                    self.at += 1;
                    let next = self.graph.node();
                    self.pass(node, if c == ' ' { Gap::Space } else { Gap::Either }, next);
                    next
                }
                '^' if self.text[self.at..].starts_with("^(") => {
                    self.at += 1;
                    self.capital = true;
                    node
                }
                '(' => self.bracket(node, ')')?,
                '[' => {
                    let end = self.bracket(node, ']')?;
                    self.pass(node, Gap::Glued, end);
                    end
                }
                '{' => self.slot(node, '}', false)?,
                '<' => self.slot(node, '>', true)?,
                _ => self.literal(node)?,
            };
        }
        Ok(node)
    }

    fn bracket(&mut self, from: usize, close: char) -> Result<usize, (usize, String)> {
        let open = self.at;
        self.at += 1;
        let end = self.choice(from)?;
        if self.peek() != Some(close) {
            return Err((open, "this bracket is not closed".to_owned()));
        }
        self.at += 1;
        Ok(end)
    }

    fn slot(&mut self, from: usize, close: char, list: bool) -> Result<usize, (usize, String)> {
        let open = self.at;
        let Some(length) = self.text[open..].find(close) else {
            return Err((open, "this bracket is not closed".to_owned()));
        };
        let name = &self.text[open + 1..open + length];
        self.at = open + length + 1;
        let (end, name) = match name.strip_prefix("end.") {
            Some(rest) => (true, rest),
            None => (false, name),
        };
        match (self.slot_named)(name, list) {
            Some(slot) => Ok(self.step(from, Step::Slot { slot, end })),
            None if list => Err((open, format!("there is no [[list]] named \"{name}\""))),
            None => Err((
                open,
                format!("there is no slot named \"{name}\" and no [[slot]] words for one"),
            )),
        }
    }

    /// Words, digits and signs up to the next character with a meaning.
    fn literal(&mut self, from: usize) -> Result<usize, (usize, String)> {
        let start = self.at;
        let mut capital = std::mem::take(&mut self.capital);
        let mut plain = String::new();
        while let Some(c) = self.peek() {
            match c {
                '^' if plain.is_empty() => capital = true,
                '\\' if plain.is_empty() => {
                    self.at += 1;
                    plain.extend(self.peek());
                    self.at += self.peek().map_or(0, char::len_utf8);
                    break;
                }
                ' ' | '~' | '(' | ')' | '[' | ']' | '{' | '}' | '<' | '>' | '|' | '^' | '\\' => {
                    break;
                }
                c => plain.push(c),
            }
            self.at += c.len_utf8();
        }
        let derived = crate::text::Derived::new(&plain, crate::text::Span::new(0, plain.len()));
        let plain = derived.text();
        let mut node = from;
        for (place, token) in tokens(plain).iter().enumerate() {
            let word = token.of(plain);
            let atom = match token.kind {
                TokenKind::Word => Atom::Word {
                    id: self.lexicon.add(word),
                    capital: capital && place == 0,
                },
                TokenKind::Digits => Atom::Digits(word.to_owned()),
                TokenKind::Sign => Atom::Sign(word.chars().next().unwrap_or(' ')),
            };
            node = self.step(node, Step::Atom(atom));
        }
        if node == from {
            return Err((
                start,
                "this character needs \\ before it, or stands before no word".to_owned(),
            ));
        }
        Ok(node)
    }

    fn step(&mut self, from: usize, step: Step) -> usize {
        let to = self.graph.node();
        self.graph.nodes[from].edges.push(Edge { step, to });
        to
    }

    fn pass(&mut self, from: usize, gap: Gap, to: usize) {
        self.graph.nodes[from].edges.push(Edge {
            step: Step::Pass(gap),
            to,
        });
    }

    fn peek(&self) -> Option<char> {
        self.text
            .get(self.at..)
            .and_then(|rest| rest.chars().next())
    }
}
