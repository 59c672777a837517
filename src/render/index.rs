//! Claims by id and sources by name.

use std::collections::BTreeMap;

use super::value::plain;
use super::{visible, words};
use crate::report::{Claim, Fact, Report, Source, ValueGroup};

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

    /// The values of a fact.
    pub fn values(&self, fact: &'a Fact) -> Vec<String> {
        fact.values.iter().map(|group| self.value(group)).collect()
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

/// `file:line:column` of a claim's core.
pub(super) fn place(claim: &Claim) -> String {
    format!("{}:{}:{}", visible(&claim.source), claim.line, claim.column)
}
