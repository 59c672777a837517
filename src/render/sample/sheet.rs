//! Builds a report from articles and the words to point at.

#![allow(clippy::unwrap_used, reason = "tests")]

use std::collections::BTreeMap;

use unicode_normalization::UnicodeNormalization;

use crate::report::{
    ArticleText, Change, Claim, Decisions, Duplicate, Fact, Ignored, Note, Passage, Report,
    SCHEMA_VERSION, Source, Span, Summary, ValueGroup,
};
use crate::text::LineIndex;

#[derive(Default)]
pub(super) struct Sheet {
    texts: Vec<(String, String)>,
    sources: Vec<Source>,
    claims: Vec<Claim>,
    facts: Vec<Fact>,
    duplicates: Vec<Duplicate>,
    ignored: Vec<Ignored>,
}

impl Sheet {
    pub(super) fn article(
        &mut self,
        name: &str,
        publisher: Option<&str>,
        published: Option<&str>,
        text: String,
    ) {
        self.sources.push(Source {
            source: name.to_owned(),
            title: None,
            publisher: publisher.map(str::to_owned),
            url: None,
            published: published.map(str::to_owned),
            language: Some("vi".to_owned()),
            author: None,
            modified: None,
            format: None,
            extracted: false,
            metadata_from: std::collections::BTreeMap::new(),
            notes: Vec::new(),
            text: ArticleText::default(),
        });
        self.texts.push((name.to_owned(), text));
    }

    pub(super) fn unreadable(&mut self, name: &str, message: &str) {
        self.article(name, None, None, String::new());
        let note = Note {
            name: "source-unreadable".to_owned(),
            message: message.to_owned(),
            line: None,
            limit: None,
            telling: None,
        };
        self.sources.last_mut().unwrap().notes.push(note);
    }

    /// The bytes of `part` inside `within`, in the normal form of the article.
    fn find(&self, source: &str, part: &str, within: Option<Span>) -> (Span, String) {
        let (_, text) = self.texts.iter().find(|(name, _)| name == source).unwrap();
        let part: String = if source == "b.txt" {
            part.nfd().collect()
        } else {
            part.to_owned()
        };
        let within = within.unwrap_or(Span::new(0, text.len()));
        let start = within.start + within.of(text).find(&part).unwrap();
        (Span::new(start, start + part.len()), part)
    }

    fn place(&self, source: &str, byte: usize) -> (usize, usize) {
        let (_, text) = self.texts.iter().find(|(name, _)| name == source).unwrap();
        let position = LineIndex::new(text).position(text, byte);
        (position.line, position.column)
    }

    #[allow(clippy::too_many_arguments, reason = "one row of a table")]
    pub(super) fn claim(
        &mut self,
        id: &str,
        source: &str,
        sentence: &str,
        quote: &str,
        core: &str,
        (kind, unit): (&str, &str),
        value: &str,
    ) {
        let (sentence, context) = self.find(source, sentence, None);
        let (span, quote) = self.find(source, quote, Some(sentence));
        let (core, _) = self.find(source, core, Some(span));
        let (line, column) = self.place(source, core.start);
        let approximate = quote.starts_with("Khoảng") || quote.starts_with('約');
        self.claims.push(Claim {
            id: id.to_owned(),
            source: source.to_owned(),
            block: "body".to_owned(),
            span,
            core,
            line,
            column,
            quote,
            kind: kind.to_owned(),
            value: Some(value.to_owned()),
            qualifier: if approximate { "about" } else { "exact" }.to_owned(),
            unit: (!unit.is_empty()).then(|| unit.to_owned()),
            subjects: Vec::new(),
            attribution: None,
            modality: "asserted".to_owned(),
            rules: vec![kind.to_owned()],
            sentence,
            context,
        });
    }

    pub(super) fn fact(
        &mut self,
        id: &str,
        verdict: &str,
        reason: &str,
        about: &str,
        values: &[(&str, &[&str], usize)],
    ) {
        let ids = |ids: &[&str]| ids.iter().map(|id| (*id).to_owned()).collect::<Vec<_>>();
        let claims: Vec<String> = values
            .iter()
            .flat_map(|(_, claims, _)| ids(claims))
            .collect();
        self.facts.push(Fact {
            id: id.to_owned(),
            verdict: verdict.to_owned(),
            reason: reason.to_owned(),
            confidence: if verdict == "possible-conflict" {
                "medium"
            } else {
                "high"
            }
            .to_owned(),
            about: about.to_owned(),
            articles: claims.len(),
            claims,
            values: values
                .iter()
                .map(|&(value, claims, origins)| ValueGroup {
                    value: Some(value.to_owned()),
                    claims: ids(claims),
                    origins,
                })
                .collect(),
            origins: values.iter().map(|(_, _, origins)| origins).sum(),
            evidence: vec![format!("the same noun: {about}")],
            telling: Default::default(),
        });
    }

    pub(super) fn duplicate(
        &mut self,
        id: &str,
        class: &str,
        similarity: f64,
        passages: &[(&str, &str)],
        changes: &[(&str, &str)],
    ) {
        let spans = passages.iter().map(|&(source, text)| {
            let (span, text) = self.find(source, text, None);
            let (line, column) = self.place(source, span.start);
            Passage {
                source: source.to_owned(),
                start: span.start,
                end: span.end,
                line,
                column,
                text,
            }
        });
        let spans = spans.collect();
        let change = |&(from, to): &(&str, &str)| Change {
            from: from.to_owned(),
            to: to.to_owned(),
        };
        let changes = changes.iter().map(change).collect();
        self.duplicates.push(Duplicate {
            id: id.to_owned(),
            class: class.to_owned(),
            similarity,
            spans,
            changes,
        });
    }

    pub(super) fn ignored(&mut self, source: &str, quote: &str, reason: &str) {
        let (span, quote) = self.find(source, quote, None);
        let (start, end) = (span.start, span.end);
        self.ignored.push(Ignored {
            source: source.to_owned(),
            start,
            end,
            quote,
            reason: reason.to_owned(),
            line: None,
        });
    }

    pub(super) fn finish(self) -> Report {
        let summary = Summary {
            sources: 4,
            unreadable: 1,
            left_out: 0,
            claims: self.claims.len(),
            conflicts: 1,
            possible_conflicts: 1,
            updates: 1,
            agreements: 1,
            compatible: 1,
            uncorroborated: 1,
            duplicates: self.duplicates.len(),
            ignored: self.ignored.len(),
            ignored_by_reason: [("designation".to_owned(), 1)].into(),
        };
        Report {
            schema_version: SCHEMA_VERSION,
            sources: self.sources,
            claims: self.claims,
            facts: self.facts,
            duplicates: self.duplicates,
            ignored: self.ignored,
            summary,
            decisions: Decisions::default(),
            parts: BTreeMap::new(),
        }
    }
}
