//! Findings that somebody decided to live with.

use globset::GlobMatcher;
use jiff::civil::Date;
use regex::Regex;
use unicode_normalization::UnicodeNormalization;

use super::Placed;
use crate::report::{Claim, Decided, Duplicate, Fact, Note, Ruling, Source};

/// A `[[waiver]]`: the conditions that a finding must meet, all of them, and why it may stay.
#[derive(Debug, Clone)]
pub struct Waiver {
    /// Id of a fact or duplicate.
    pub id: Option<String>,
    /// Name of a finding.
    pub finding: Option<String>,
    /// Regular expression over what the finding is about, its phrases and its sentences.
    pub text: Option<Regex>,
    /// Glob over the names of the articles, one of which must fit.
    pub source: Option<GlobMatcher>,
    /// Why.
    pub reason: String,
    /// Who answers for it.
    pub owner: Option<String>,
    /// Last day.
    pub expires: Option<Date>,
    /// Where it stands; the value is its column, in code points.
    pub place: Placed<usize>,
}

impl Waiver {
    /// Whether it is over on the day `today`.
    pub fn is_over(&self, today: Date) -> bool {
        self.expires.is_some_and(|last| last < today)
    }

    /// Whether it means this fact, whose claims are `claims`.
    pub fn meets_fact(&self, fact: &Fact, claims: &[&Claim]) -> bool {
        let kind = (fact.verdict == "conflict").then(|| fact.kind()).flatten();
        self.named(&fact.id)
            && self.is_finding(&[Some(fact.verdict.as_str()), kind.map(|kind| kind.name)])
            && self.says(|| {
                let claims = claims
                    .iter()
                    .flat_map(|claim| [&claim.quote, &claim.context]);
                std::iter::once(&fact.about).chain(claims)
            })
            && self.lies_in(claims.iter().map(|claim| claim.source.as_str()))
    }

    /// Whether it means these copies.
    pub fn meets_duplicate(&self, found: &Duplicate) -> bool {
        self.named(&found.id)
            && self.is_finding(&[Some(found.finding_name())])
            && self.says(|| found.spans.iter().map(|passage| &passage.text))
            && self.lies_in(found.spans.iter().map(|passage| passage.source.as_str()))
    }

    /// Whether it means this remark on an article.
    pub fn meets_note(&self, source: &Source, note: &Note) -> bool {
        self.named(&note.finding(source))
            && self.is_finding(&[Some(note.name.as_str())])
            && self.says(|| std::iter::once(&note.message))
            && self.lies_in(std::iter::once(source.source.as_str()))
    }

    fn named(&self, id: &str) -> bool {
        self.id.as_deref().is_none_or(|wanted| wanted == id)
    }

    fn is_finding(&self, names: &[Option<&str>]) -> bool {
        self.finding
            .as_deref()
            .is_none_or(|wanted| names.contains(&Some(wanted)))
    }

    fn says<'t, T: Iterator<Item = &'t String>>(&self, texts: impl Fn() -> T) -> bool {
        self.text
            .as_ref()
            .is_none_or(|pattern| texts().any(|text| pattern.is_match(&composed(text))))
    }

    fn lies_in<'t>(&self, mut names: impl Iterator<Item = &'t str>) -> bool {
        self.source
            .as_ref()
            .is_none_or(|glob| names.any(|name| glob.is_match(name)))
    }

    /// The decision on the finding `id`.
    pub(super) fn ruling(&self, id: String) -> Decided {
        Decided {
            finding: id,
            ruling: Ruling::Waived,
            reason: Some(self.reason.clone()),
            owner: self.owner.clone(),
            expires: self.expires.map(|date| date.to_string()),
        }
    }
}

/// Text and patterns meet in one normal form (NFC), however each is encoded.
pub(super) fn composed(text: &str) -> String {
    text.nfc().collect()
}
