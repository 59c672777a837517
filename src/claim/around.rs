//! What the words around a value say: names, concepts, words.

use super::analysis::{Aliases, Analysis, Mark};
use super::read::Read;
use super::{Feature, FeatureKind};
use crate::pack::schema::ConceptRole;
use crate::pack::{Pack, View};
use crate::text::TokenKind;

/// Features of tokens `from..to`: names and concepts, and the words between them.
pub(super) fn features_in(
    read: &Read<'_>,
    aliases: &Aliases,
    from: usize,
    to: usize,
) -> Vec<Feature> {
    let view = read.view();
    if from >= to {
        return Vec::new();
    }
    let mut features = Vec::new();
    let mut named = vec![false; view.tokens.len()];
    // "USD", "April-June": what a value holds names nobody.
    let valued = |m: &&Mark| {
        let mut mentions = read.reading.mentions.iter();
        m.role.is_none() && mentions.any(|v| v.tokens.0 <= m.start && m.end <= v.tokens.1)
    };
    for mark in read
        .analysis
        .marks
        .iter()
        .filter(|m| m.start >= from && m.end <= to && !valued(m))
    {
        features.push(resolved(&mark.feature, aliases));
        if mark.role.is_none() {
            named[mark.start..mark.end].fill(true);
        }
    }
    for mention in &read.reading.mentions {
        named[mention.tokens.0..mention.tokens.1].fill(true);
    }
    let content =
        |i: usize| view.tokens[i].kind == TokenKind::Word && !read.analysis.stop[i] && !named[i];
    // The key of the word before, where it is content.
    let mut before: Option<String> = None;
    for i in from..to {
        let key = content(i).then(|| read.pack.lexicon.key(view.tokens[i].of(view.text)));
        let name = match (&before, &key) {
            (_, Some(key)) if !read.pack.language.syllabic => Some(key.clone()),
            (Some(before), Some(key)) if read.pack.language.syllabic => {
                Some(format!("{before} {key}"))
            }
            _ => None,
        };
        features.extend(name.map(|name| Feature::new(FeatureKind::Word, name)));
        before = key;
    }
    features.sort_unstable();
    features.dedup();
    features
}

/// A long name that the source has a short form for counts as the short form.
pub(super) fn resolved(feature: &Feature, aliases: &Aliases) -> Feature {
    match aliases.get(&*feature.name) {
        Some(other) if other.contains('/') => Feature::new(FeatureKind::Entity, other.as_str()),
        Some(long) if long.contains(' ') => Feature::new(FeatureKind::Name, long.as_str()),
        Some(short) => Feature::new(FeatureKind::Acronym, short.as_str()),
        None => feature.clone(),
    }
}

pub(super) fn subjects(
    view: &View<'_>,
    analysis: &Analysis,
    aliases: &Aliases,
    (from, to): (usize, usize),
    (at, end): (usize, usize),
) -> Vec<String> {
    let valued = |m: &&Mark| at <= m.start && m.end <= end;
    let mut marks: Vec<_> = analysis
        .marks
        .iter()
        .filter(|m| m.start >= from && m.end <= to && m.role.is_none() && !valued(m))
        .collect();
    marks.sort_by_key(|m| m.start.abs_diff(at));
    let mut names: Vec<String> = Vec::new();
    for mark in marks {
        let text = view
            .text
            .get(view.tokens[mark.start].start as usize..view.tokens[mark.end - 1].end as usize)
            .unwrap_or("");
        let name = match resolved(&mark.feature, aliases).kind {
            FeatureKind::Entity => resolved(&mark.feature, aliases).name.to_string(),
            _ => text.to_owned(),
        };
        if !names.contains(&name) {
            names.push(name);
        }
    }
    names
}

/// Predicates and events of a sentence: those of the clause first, the nearest to token `at` first.
pub(super) fn nearest(
    pack: &Pack,
    analysis: &Analysis,
    (from, to): (usize, usize),
    at: usize,
) -> (Vec<String>, Vec<String>) {
    let mut marks: Vec<&Mark> = analysis.marks.iter().filter(|m| m.role.is_some()).collect();
    marks.sort_by_key(|m| (m.start < from || m.end > to, m.start.abs_diff(at)));
    let ordered = |named: &dyn Fn(&Mark) -> Option<String>| {
        let mut ids: Vec<String> = Vec::new();
        for id in marks.iter().filter_map(|mark| named(mark)) {
            if !ids.contains(&id) {
                ids.push(id);
            }
        }
        ids
    };
    let own = |mark: &Mark, role: ConceptRole| {
        (mark.role == Some(role)).then(|| mark.feature.name.to_string())
    };
    // "lễ ký" says that something was signed.
    let predicates = ordered(&|mark| {
        own(mark, ConceptRole::Predicate).or_else(|| {
            let event = own(mark, ConceptRole::Event)?;
            pack.traits(&event).implies.clone()
        })
    });
    (predicates, ordered(&|mark| own(mark, ConceptRole::Event)))
}
