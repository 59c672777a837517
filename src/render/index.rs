//! Claims by id and sources by name.

use std::collections::BTreeMap;

use super::html::language::Language;
use super::value::{grouped, plain};
use super::{visible, words};
use crate::report::{Claim, Fact, Gap, Report, Sentence, Source, ValueGroup};

pub(super) struct Index<'a> {
    claims: BTreeMap<&'a str, &'a Claim>,
    sources: BTreeMap<&'a str, &'a Source>,
}

impl<'a> Index<'a> {
    pub fn new(report: &'a Report) -> Self {
        Self {
            claims: report
                .claims
                .iter()
                .map(|claim| (claim.id.as_str(), claim))
                .collect(),
            sources: report
                .sources
                .iter()
                .map(|source| (source.source.as_str(), source))
                .collect(),
        }
    }

    /// The claim of this id.
    pub fn claim(&self, id: &str) -> Option<&'a Claim> {
        self.claims.get(id).copied()
    }

    /// The claims of these ids, in their order.
    pub fn claims(&self, ids: &'a [String]) -> Vec<&'a Claim> {
        ids.iter()
            .filter_map(|id| self.claims.get(id.as_str()).copied())
            .collect()
    }

    /// Publisher and date of the article, as far as they are known: "Dân trí, 2023-05-03".
    pub fn imprint(&self, source: &str) -> String {
        let Some(source) = self.sources.get(source) else {
            return String::new();
        };
        let known = [source.publisher.as_deref(), source.published.as_deref()];
        let known: Vec<_> = known.into_iter().flatten().map(visible).collect();
        known.join(", ")
    }

    /// Publisher and date of the article, raw; empty where they are not known.
    pub fn imprint_parts(&self, source: &str) -> (&'a str, &'a str) {
        let source = self.sources.get(source);
        let part = |part: Option<&'a String>| part.map_or("", String::as_str);
        (
            part(source.and_then(|source| source.publisher.as_ref())),
            part(source.and_then(|source| source.published.as_ref())),
        )
    }

    /// The value of a group as its first claim states it: "about 2400 người", "6.5%", "18 months".
    pub fn value(&self, group: &'a ValueGroup) -> String {
        let claims = self.claims(&group.claims);
        match (group.value.as_deref(), claims.as_slice()) {
            (Some(value), [first, ..]) => visible(&plain(value, first)).into_owned(),
            (Some(value), []) => visible(value).into_owned(),
            (None, _) => words::NO_VALUE.to_owned(),
        }
    }

    /// The values of a fact, in the order of [`Self::groups`].
    pub fn values(&self, fact: &'a Fact) -> Vec<String> {
        let groups = self.groups(fact).into_iter();
        groups.map(|group| self.value(group)).collect()
    }

    /// The groups of a fact: of an update from the earliest to the latest, of all else as in the report.
    pub fn groups(&self, fact: &'a Fact) -> Vec<&'a ValueGroup> {
        in_order_of_days(fact, |group| {
            let claims = self.claims(&group.claims).into_iter();
            claims
                .map(|claim| self.imprint_parts(&claim.source).1.to_owned())
                .filter(|day| !day.is_empty())
                .collect()
        })
    }

    /// What a sentence of the report says, with values as they are shown here.
    pub fn told(&self, language: &Language, sentence: &Sentence) -> String {
        let text = language.told(sentence, |gap| match gap {
            Gap::Claim(id) => self.claim(id).map_or_else(
                || id.clone(),
                |claim| match claim.value.as_deref() {
                    Some(value) => plain(value, claim),
                    None => claim.quote.clone(),
                },
            ),
            Gap::Number(number) => grouped(number),
            Gap::Text(text) => text.clone(),
            // The language tells it and asks for its gaps.
            Gap::Sentence(_) => String::new(),
        });
        visible(&text).into_owned()
    }

    /// `values (about)`; what the fact is about is left out where the values end with it.
    pub fn title(&self, fact: &'a Fact, between: &str) -> String {
        let values = self.values(fact).join(between);
        let about = visible(&fact.about);
        if about.is_empty() || values.ends_with(about.as_ref()) {
            values
        } else {
            format!("{values} ({about})")
        }
    }
}

/// The groups of a fact in the order of the report; those of an update by the days of their articles, which `days` tells.
/// Where no day tells, the reason names the earlier value first.
pub(super) fn in_order_of_days<'f>(
    fact: &'f Fact,
    days: impl Fn(&'f ValueGroup) -> Vec<String>,
) -> Vec<&'f ValueGroup> {
    let mut groups: Vec<&ValueGroup> = fact.values.iter().collect();
    if fact.verdict == "update" {
        let reason = fact.sentence();
        groups.sort_by_cached_key(|group| {
            let days = days(group);
            let named = group.value.as_deref().and_then(|value| reason.find(value));
            let is_later = named.is_some_and(|at| at > 0);
            let first = days.iter().min().cloned();
            let first = first.or(is_later.then(|| LATEST.to_owned()));
            // Of two that were first printed on one day, the one printed for longer is the later.
            (first, days.into_iter().max(), named)
        });
    }
    groups
}

/// Sorts behind every date.
const LATEST: &str = "~";

/// `file:line:column` of a claim's core.
pub(super) fn place(claim: &Claim) -> String {
    format!("{}:{}:{}", visible(&claim.source), claim.line, claim.column)
}
