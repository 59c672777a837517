//! What every part of the page looks up: claims by id, articles by name, the fact of a claim.

use std::collections::BTreeMap;

use minijinja::{Value, context};

use super::language::Language;
use crate::render::excerpt::{Excerpt, one_line};
use crate::render::{Decisions, Standing, visible};
use crate::report::{Claim, Decided, Fact, Gap, Report, Sentence, Source, Span};

/// Columns of a passage in a card; a longer sentence is cut around its figure.
const PASSAGE: usize = 480;

pub(super) struct Desk<'a> {
    pub report: &'a Report,
    pub language: &'a Language,
    decisions: &'a Decisions,
    claims: BTreeMap<&'a str, &'a Claim>,
    sources: BTreeMap<&'a str, (usize, &'a Source)>,
    facts: BTreeMap<&'a str, &'a Fact>,
    /// By the id of the finding.
    decided: BTreeMap<&'a str, &'a Decided>,
}

impl<'a> Desk<'a> {
    pub fn new(report: &'a Report, language: &'a Language, decisions: &'a Decisions) -> Self {
        let claims = report.claims.iter().map(|claim| (claim.id.as_str(), claim));
        let sources = report.sources.iter().enumerate();
        let facts = known_facts(report, language);
        let decided = report.decisions.findings.iter();
        Self {
            decided: decided.map(|one| (one.finding.as_str(), one)).collect(),
            report,
            language,
            decisions,
            claims: claims.collect(),
            sources: sources
                .map(|(at, source)| (source.source.as_str(), (at + 1, source)))
                .collect(),
            facts: facts
                .flat_map(|fact| fact.claims.iter().map(move |id| (id.as_str(), fact)))
                .collect(),
        }
    }

    /// The claims of these ids, in their order.
    pub fn claims(&self, ids: &[String]) -> Vec<&'a Claim> {
        ids.iter()
            .filter_map(|id| self.claims.get(id.as_str()).copied())
            .collect()
    }

    /// The article of this name and its number on the page, from 1.
    pub fn source(&self, name: &str) -> Option<(usize, &'a Source)> {
        self.sources.get(name).copied()
    }

    /// The facts whose verdict the page has a place for, in the order of the report.
    pub fn facts(&self) -> impl Iterator<Item = &'a Fact> {
        known_facts(self.report, self.language)
    }

    /// The words of a key, and `name` itself where there are none.
    pub fn words(&self, section: &str, name: &str) -> String {
        let known = self.language.known(&format!("{section}.{name}"));
        known.map_or_else(|| one_line(name), str::to_owned)
    }

    /// The fact that a claim belongs to.
    pub fn fact(&self, claim: &str) -> Option<&'a Fact> {
        self.facts.get(claim).copied()
    }

    /// Why the finding of this id does not fail; empty where nobody decided on it.
    pub fn waived(&self, id: &str) -> String {
        let language = self.language;
        let Some(decided) = self.decided.get(id) else {
            let reason = self.decisions.waived.get(id);
            return reason.map_or_else(String::new, |reason| {
                language.fill("standing.waived", &[("reason", &one_line(reason))])
            });
        };
        let Some(reason) = &decided.reason else {
            return language.text("standing.known").to_owned();
        };
        let until = decided.expires.as_deref().map(|day| {
            let day = language.date(day).unwrap_or_else(|| one_line(day));
            language.fill("standing.until", &[("day", &day)])
        });
        let owner = decided.owner.as_deref().map(one_line);
        let by: Vec<String> = owner.into_iter().chain(until).collect();
        let reason = match by.is_empty() {
            true => one_line(reason),
            false => language.fill(
                "standing.by",
                &[("reason", &one_line(reason)), ("by", &by.join(", "))],
            ),
        };
        language.fill("standing.waived", &[("reason", &reason)])
    }

    /// What a remark says. A report that does not have it in parts has it in English: it stands on an English page, and
    /// another has words of its own for what the remark means.
    pub fn message(&self, message: &str, telling: Option<&Sentence>) -> String {
        match (telling, self.language.text("tag")) {
            (Some(telling), _) => self.told(telling),
            (None, "en") => one_line(message),
            _ => String::new(),
        }
    }

    /// How to have more of what a limit kept out.
    pub fn raise(&self, limit: Option<&str>) -> String {
        limit.map_or_else(String::new, |limit| {
            self.language
                .fill("source.raise", &[("limit", &one_line(limit))])
        })
    }

    /// A sentence of the report in the language of the page, with values as the page writes them.
    pub fn told(&self, sentence: &Sentence) -> String {
        let gap = |gap: &Gap| match gap {
            Gap::Claim(id) => self.claims.get(id.as_str()).map_or_else(
                || one_line(id),
                |claim| one_line(&self.language.value(claim.value.as_deref(), claim)),
            ),
            Gap::Number(number) => self.language.decimal(number),
            Gap::Text(text) => one_line(text),
            // The language tells it and asks for its gaps.
            Gap::Sentence(_) => String::new(),
        };
        self.language.told(sentence, gap)
    }

    /// How the finding of this id stands to an accepted report; empty where there is none.
    pub fn standing(&self, id: &str) -> &str {
        let Some(accepted) = &self.decisions.baseline else {
            return "";
        };
        self.language.text(match accepted.get(id) {
            None | Some(Standing::New) => "standing.new",
            Some(Standing::Unchanged) => "standing.unchanged",
            Some(Standing::Updated) => "standing.updated",
        })
    }

    /// Numbers of the articles of these claims, each once, for the filter.
    pub fn source_numbers<'n>(&self, names: impl Iterator<Item = &'n str>) -> String {
        let mut numbers: Vec<usize> = Vec::new();
        for name in names {
            if let Some((number, _)) = self.source(name)
                && !numbers.contains(&number)
            {
                numbers.push(number);
            }
        }
        let numbers: Vec<String> = numbers.iter().map(usize::to_string).collect();
        numbers.join(" ")
    }

    /// Publisher, date and place of an article, as a passage has them above it.
    pub fn place(&self, name: &str, line: usize, anchor: &str) -> Value {
        let Some((number, source)) = self.source(name) else {
            return context! {
                number => 0, name => one_line(name), file => one_line(name), date => "", line => line, anchor => anchor,
            };
        };
        context! {
            number => number,
            name => self.name(source),
            file => one_line(name),
            date => self.published(source),
            line => line,
            anchor => anchor,
        }
    }

    /// What an article is called: its publisher, else its file.
    pub fn name(&self, source: &Source) -> String {
        one_line(source.publisher.as_deref().unwrap_or(&source.source))
    }

    /// The day of publication as the language writes it; empty where it is not known.
    pub fn published(&self, source: &Source) -> String {
        let published = source.published.as_deref().unwrap_or("");
        let date = self.language.date(published);
        date.unwrap_or_else(|| visible(published).into_owned())
    }

    /// The tag of an article's language for the attribute `lang`; empty for one that is no tag.
    pub fn tag(&self, name: &str) -> &'a str {
        let tag = self
            .source(name)
            .and_then(|(_, source)| source.language.as_deref());
        tag.filter(|tag| tag.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-'))
            .unwrap_or("")
    }

    /// The sentence of a claim around its figure, without markup.
    pub fn excerpt(&self, claim: &Claim) -> Excerpt {
        let text = match self.source(&claim.source) {
            Some((_, source)) if claim.sentence.end <= source.text.raw.len() => &source.text,
            _ => return Excerpt::of_claim(claim, PASSAGE),
        };
        let (sentence, core) = (claim.sentence, claim.core);
        if !sentence.contains(core) || core.is_empty() {
            return Excerpt::of_claim(claim, PASSAGE);
        }
        let mut shown = text.text(Span::new(sentence.start, core.start));
        let start = shown.len();
        shown.push_str(&text.text(core));
        let end = shown.len();
        shown.push_str(&text.text(Span::new(core.end, sentence.end)));
        if start == end {
            return Excerpt::of_claim(claim, PASSAGE);
        }
        Excerpt::new(&shown, start..end, PASSAGE)
    }

    /// The phrase of a claim on one line, without markup.
    pub fn quote(&self, claim: &Claim) -> String {
        match self.source(&claim.source) {
            Some((_, source)) if claim.span.end <= source.text.raw.len() => {
                one_line(&source.text.text(claim.span))
            }
            _ => one_line(&claim.quote),
        }
    }
}

/// A report of a later version may hold verdicts that the page does not know.
fn known_facts<'a>(report: &'a Report, language: &'a Language) -> impl Iterator<Item = &'a Fact> {
    let is_known = |fact: &&Fact| {
        language
            .known(&format!("verdict.{}", fact.verdict))
            .is_some()
    };
    report.facts.iter().filter(is_known)
}

/// Where a fact stands on the page.
pub(super) fn fact_anchor(id: &str) -> String {
    format!("fact-{}", visible(id))
}

/// Where a claim stands in its article on the page.
pub(super) fn claim_anchor(id: &str) -> String {
    format!("claim-{}", visible(id))
}
