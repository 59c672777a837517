//! What a rule pack promises, held against the real reading: the samples of entries that make values or ignore some.

use super::candidate::{Candidate, Made};
use super::read::{Competition, compete};
use super::{Mention, Reading, Reference, WordCache, read};
use crate::pack::{Entry, Pack, Sample, Wanted};
use crate::source::Sentence;
use crate::text::{Derived, Span, tokens};

/// What `pack` makes of a sample of `entry`: whether it is what the entry promises, and a description.
pub(crate) fn sample(
    pack: &Pack,
    entry: &Entry,
    sample: &Sample,
    cache: &mut WordCache,
) -> (bool, String) {
    let span = Span::new(0, sample.text.len());
    let sentence = Sentence {
        span,
        text: Derived::new(&sample.text, span),
        language: Some(pack.code().to_owned()),
    };
    let published = match &sample.wanted {
        Wanted::Reading { published, .. } => published.as_deref(),
        _ => None,
    };
    // A sample is a source of its own, which may tell the order of its dates.
    let reference = Reference::of(published).told_by(&sample.text, Some(pack.code()));
    let trial = Trial {
        rule: rule_name(pack, entry),
        pack,
        entry,
        text: &sample.text,
        reading: read(&sentence, pack, &reference, cache),
        competition: compete(&sentence, pack, &reference, cache),
        sentence: &sentence,
    };
    let holds = match &sample.wanted {
        Wanted::Reading { .. } if trial.ignores() => trial.is_ignored(),
        Wanted::Reading { .. } => trial.reads(&sample.wanted),
        _ => !trial.makes_something(),
    };
    (holds, trial.describe())
}

/// The name under which reports know an entry; `None` for sections whose entries are known by what they make.
fn rule_name(pack: &Pack, entry: &Entry) -> Option<String> {
    let name = &entry.name;
    Some(match entry.section.as_str() {
        "pattern" if entry.language == "base" => format!("base/{name}"),
        "pattern" | "range" => format!("{}/{name}", pack.code()),
        "shape" => format!("shape/{name}"),
        "unit" => format!("unit/{name}"),
        "currency" => format!("currency/{name}"),
        "hedge" => format!("{}/hedge-{name}", pack.code()),
        _ => return None,
    })
}

/// A sample that was read.
struct Trial<'t> {
    rule: Option<String>,
    pack: &'t Pack,
    entry: &'t Entry,
    text: &'t str,
    reading: Reading,
    competition: Competition,
    sentence: &'t Sentence,
}

impl Trial<'_> {
    /// Whether the entry says that something is no claim.
    fn ignores(&self) -> bool {
        self.reason().is_some()
    }

    fn reason(&self) -> Option<&str> {
        self.entry.kind.as_deref()?.strip_prefix("ignored: ")
    }

    fn made_by_entry(&self, rules: &[String]) -> bool {
        self.rule.as_ref().is_some_and(|rule| rules.contains(rule))
    }

    /// Whether a mention is what the sample wants, made by the entry where the section has names.
    fn reads(&self, wanted: &Wanted) -> bool {
        let Wanted::Reading {
            value,
            kind,
            unit,
            qualifier,
            ..
        } = wanted
        else {
            return false;
        };
        // An empty value says that the text does not tell it.
        let is = |wanted: &Option<String>, got: Option<&str>| {
            wanted.is_none() || wanted.as_deref() == got.or(Some(""))
        };
        // What all languages share gives way to what a language says itself, as long as the value is the same.
        let by_name = matches!(self.entry.section.as_str(), "pattern" | "range")
            && self.entry.language != "base";
        self.reading.mentions.iter().any(|mention| {
            is(value, mention.value.stated(mention.qualifier).as_deref())
                && is(kind, Some(mention.kind.name()))
                && is(unit, mention.unit.as_deref())
                && is(qualifier, Some(mention.qualifier.name()))
                && (!by_name || self.made_by_entry(&mention.rules))
        })
    }

    /// Whether what the entry matches is no claim: ignored for its reason, or inside no mention.
    fn is_ignored(&self) -> bool {
        let for_its_reason =
            |ignored: &super::Ignored| Some(ignored.reason.as_str()) == self.reason();
        self.reading.ignored.iter().any(for_its_reason)
            || self.matches().any(|candidate| {
                let span = self.span(candidate);
                !self.reading.mentions.iter().any(|m| m.core.overlaps(span))
            })
    }

    /// Every reading by the entry, whether it stood or lost.
    fn matches(&self) -> impl Iterator<Item = &Candidate> {
        let all = self
            .competition
            .chosen
            .iter()
            .chain(&self.competition.rejected);
        all.filter(|candidate| self.made_by_entry(&candidate.rules))
    }

    /// Whether the entry is behind anything that the text came to.
    fn makes_something(&self) -> bool {
        if self.entry.section == "numeral" {
            return self.reading.mentions.iter().any(|m| self.holds_word(m));
        }
        let chosen = |candidate: &&Candidate| self.competition.chosen.contains(candidate);
        self.reading
            .mentions
            .iter()
            .any(|m| self.made_by_entry(&m.rules))
            || self.matches().any(|candidate| chosen(&candidate))
    }

    /// Whether one of the words of a numeral stands in the number of `mention`.
    fn holds_word(&self, mention: &Mention) -> bool {
        let keys = |text: &str| -> Vec<String> {
            let tokens = tokens(text);
            tokens
                .iter()
                .map(|token| self.pack.lexicon.key(token.of(text)))
                .collect()
        };
        let number = keys(Derived::new(self.text, mention.core).text());
        let by_number = mention.rules.iter().any(|rule| rule.contains("/number-"));
        by_number
            && self.entry.words.iter().any(|word| {
                let word = keys(word);
                number
                    .windows(word.len().max(1))
                    .any(|window| window == word)
            })
    }

    fn span(&self, candidate: &Candidate) -> Span {
        let tokens = &self.competition.tokens;
        self.sentence.text.raw(
            tokens[candidate.start].start as usize,
            tokens[candidate.end - 1].end as usize,
        )
    }

    /// What the text came to, in the order of the text.
    fn describe(&self) -> String {
        let mut parts: Vec<String> = self.reading.mentions.iter().map(described).collect();
        for candidate in &self.competition.chosen {
            if let Made::Ignored(reason) = &candidate.made {
                let text = self.span(candidate).of(self.text);
                parts.push(format!(
                    "\"{text}\" ignored: {reason} by {}",
                    candidate.rules.join(", ")
                ));
            }
        }
        if parts.is_empty() {
            "nothing".to_owned()
        } else {
            parts.join("; ")
        }
    }
}

/// "money 5000000 USD about by vi/hedge-about, currency/USD, vi/number-digits-scale".
fn described(mention: &Mention) -> String {
    let value = mention.value.stated(mention.qualifier);
    let mut text = format!(
        "{} {}",
        mention.kind.name(),
        value.as_deref().unwrap_or("unknown")
    );
    if let Some(unit) = &mention.unit {
        text = format!("{text} {unit}");
    }
    if mention.qualifier != crate::value::Qualifier::Exact {
        text = format!("{text} {}", mention.qualifier.name());
    }
    format!("{text} by {}", mention.rules.join(", "))
}
