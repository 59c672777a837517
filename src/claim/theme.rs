//! Concepts of the thing that a figure counts and of what happens to it.

use super::analysis::{Analysis, Mark};
use super::noun::Noun;
use super::row::{REACH, bracket, is_closed};
use crate::mention::{Kind, Mention};
use crate::pack::schema::ConceptRole;
use crate::pack::{Pack, View};

/// What a figure is the figure of.
#[derive(Debug, Default)]
pub(super) struct Theme {
    /// Concepts of the thing and of what happens to it.
    pub ids: Vec<String>,
    /// They are several happenings, and it is the figure of all together: "330 người chết và mất tích".
    pub sums_up: bool,
}

/// The noun, what it implies, and the nearest predicate.
pub(super) fn theme(
    (pack, view): (&Pack, &View<'_>),
    analysis: &Analysis,
    mention: &Mention,
    noun: Option<&Noun>,
    (from, to): (usize, usize),
) -> Theme {
    let mut theme = Theme::default();
    if let Some(id) = noun.and_then(|noun| noun.concept.as_deref()) {
        theme.add_noun(pack, id);
    }
    let (start, end) = mention.tokens;
    let distance = |m: &&Mark| {
        if m.start >= end {
            m.start - end
        } else {
            start.saturating_sub(m.end)
        }
    };
    let inside =
        |m: &&Mark| m.start >= from && m.end <= to && m.role == Some(ConceptRole::Predicate);
    let predicates = analysis.marks.iter().filter(inside);
    let nearest = predicates.clone().map(|m| distance(&m)).min();
    let close = predicates.filter(|m| Some(distance(m)) == nearest);
    close.for_each(|m| theme.add(&m.feature.name));
    if mention.kind == Kind::Date {
        return theme;
    }
    // "18.274 căn nhà bị ngập", "43 người chết và mất tích": nouns that say a happening count as well.
    let inside = analysis
        .marks
        .iter()
        .filter(|m| m.start >= from && m.end <= to && is_tally(pack, m));
    inside.for_each(|mark| theme.add_noun(pack, &mark.feature.name));
    if mention.kind != Kind::Count {
        return theme;
    }
    theme.sums_up = theme.ids.iter().any(|id| pack.traits(id).sums_up);
    let says_nothing = noun.is_none_or(|n| {
        let id = n.concept.as_deref();
        id.is_some_and(|id| pack.traits(id).generic)
    });
    let happens = |m: &&Mark| m.role == Some(ConceptRole::Predicate) || is_tally(pack, m);
    if theme.ids.is_empty() && says_nothing {
        // "155 người (53 người chết, 102 người mất tích)": it is the figure of all that its bracket counts.
        let reach = to..view.tokens.len().min(to + REACH);
        let mut closes = reach.filter(|i| view.sign(*i) == Some(')'));
        let end = (view.sign(to) == Some('('))
            .then(|| closes.next())
            .flatten();
        let inside = |m: &&Mark| m.start > to && end.is_some_and(|end| m.end <= end);
        let counted = analysis.marks.iter().filter(happens).filter(inside);
        counted.for_each(|mark| theme.add_told(pack, &mark.feature.name));
        let befallen = theme.ids.iter().filter(|id| is_happening(pack, id));
        if befallen.count() > 1 {
            theme.sums_up = true;
            let sums = pack.concepts.iter().map(|concept| concept.id.as_str());
            sums.filter(|id| pack.traits(id).sums_up)
                .for_each(|id| theme.add(id));
        }
    }
    // "4.300 nhà hư hại (Quảng Trị 137; Đà Nẵng 228)": what happened to all happened to those of each place.
    let said = theme.ids.iter().any(|id| is_said(pack, id));
    let open = bracket(view, start).filter(|_| !says_nothing && !said);
    if let Some(open) = open {
        let told = |m: &&Mark| {
            m.role == Some(ConceptRole::Predicate) && m.end <= open && m.end + TOLD > open
        };
        if let Some(mark) = analysis.marks.iter().rfind(told) {
            theme.add_told(pack, &mark.feature.name);
        }
    }
    if theme.ids.is_empty() && says_nothing {
        // "Trong số người thiệt mạng, Hà Tĩnh có 9 người": what was said to happen before the comma still holds, but what a
        // closed bracket says ends with it.
        let open = |m: &&Mark| m.end <= start && !is_closed(view, m.end, start);
        let mut told = analysis.marks.iter().filter(happens).filter(open);
        let befallen = |m: &&Mark| pack.traits(&m.feature.name).befalls;
        if let Some(mark) = told.clone().rfind(befallen).or_else(|| told.next_back()) {
            theme.add_told(pack, &mark.feature.name);
        }
    }
    theme
}

/// Tokens before a bracket in which is said what happened to those that it counts.
const TOLD: usize = 6;

/// Whether a concept of the pack is what is said of a thing.
fn is_said(pack: &Pack, id: &str) -> bool {
    let concept = pack.concept(id);
    concept.is_some_and(|concept| concept.role == ConceptRole::Predicate)
}

/// Whether a noun tells what happened to those it counts.
fn is_tally(pack: &Pack, mark: &Mark) -> bool {
    mark.role == Some(ConceptRole::Noun) && pack.traits(&mark.feature.name).tally
}

/// Whether a concept is what befalls people itself, and not the people: "die", not "death".
fn is_happening(pack: &Pack, id: &str) -> bool {
    let traits = pack.traits(id);
    traits.befalls && traits.implies.is_none()
}

impl Theme {
    fn add(&mut self, id: &str) {
        if !self.ids.iter().any(|known| known == id) {
            self.ids.push(id.to_owned());
        }
    }

    fn add_told(&mut self, pack: &Pack, id: &str) {
        self.add(id);
        let implied = &pack.traits(id).implies;
        implied.iter().for_each(|implied| self.add(implied));
    }

    fn add_noun(&mut self, pack: &Pack, id: &str) {
        if pack.traits(id).generic {
            let implied = &pack.traits(id).implies;
            implied.iter().for_each(|implied| self.add(implied));
        } else {
            self.add_told(pack, id);
        }
    }
}
