//! How the text of a template is read into the graph.

use super::lexicon::Lexicon;
use super::phrase::Atom;
use super::slot::Slot;
use super::template::{Gap, Graph, Step};
use crate::text::{TokenKind, tokens};

/// From here on characters are of scripts without spaces, or signs of their width.
const WIDE: u32 = 0x2E80;

/// Recursive descent over the template's text; every rule continues the graph from a node and gives the node it ends at.
pub(super) struct Parser<'a> {
    text: &'a str,
    at: usize,
    graph: &'a mut Graph,
    /// Whether the next word must be capitalised: `^` stands before the bracket around it.
    capital: bool,
    lexicon: &'a mut Lexicon,
    slot_named: &'a mut dyn FnMut(&str, bool) -> Option<Slot>,
}

impl<'a> Parser<'a> {
    pub(super) fn new(
        text: &'a str,
        graph: &'a mut Graph,
        lexicon: &'a mut Lexicon,
        slot_named: &'a mut dyn FnMut(&str, bool) -> Option<Slot>,
    ) -> Self {
        Self {
            text,
            at: 0,
            graph,
            capital: false,
            lexicon,
            slot_named,
        }
    }

    /// Continues the graph from a node with all of the template; gives the node at its end.
    pub(super) fn whole(mut self, from: usize) -> Result<usize, (usize, String)> {
        let end = self.choice(from)?;
        if self.at < self.text.len() {
            return Err((self.at, "this bracket closes nothing".to_owned()));
        }
        Ok(end)
    }

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
            if self.is_parted(c) {
                let next = self.graph.node();
                self.pass(node, Gap::Either, next);
                node = next;
            }
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

    /// Whether derived text may have a space before the element that `c` opens, though none stands there: between syllables, and
    /// between them, slots and brackets, of which either may hold some.
    fn is_parted(&self, c: char) -> bool {
        let before = self.text[..self.at].chars().next_back();
        let wide = |c: char| u32::from(c) >= WIDE;
        let open = |c: char| wide(c) || c.is_alphanumeric() || "{}<>()[]^".contains(c);
        let marked = |c: char| matches!(c, ' ' | '~' | '|' | ')' | ']');
        self.graph.unspaced
            && !marked(c)
            && before.is_some_and(|before| {
                !matches!(before, ' ' | '~' | '|')
                    && (open(before) && open(c) || wide(before) || wide(c))
            })
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
            if place > 0 && token.spaced {
                let next = self.graph.node();
                self.pass(node, Gap::Space, next);
                node = next;
            }
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
        self.graph.link(from, step, to);
        to
    }

    fn pass(&mut self, from: usize, gap: Gap, to: usize) {
        self.graph.link(from, Step::Pass(gap), to);
    }

    fn peek(&self) -> Option<char> {
        self.text.get(self.at..)?.chars().next()
    }
}
