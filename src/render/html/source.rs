//! Each article in full, with its figures marked in the colour of their verdict.

use std::collections::BTreeMap;

use minijinja::{Value, context};

use super::desk::{Desk, claim_anchor, fact_anchor};
use crate::render::excerpt::one_line;
use crate::report::{Claim, Ignored, Source, Span, TextBlock};

/// The articles, in the order of the report.
pub(super) fn all(desk: &Desk<'_>) -> Value {
    let mut claims: BTreeMap<&str, Vec<&Claim>> = BTreeMap::new();
    for claim in &desk.report.claims {
        claims.entry(&claim.source).or_default().push(claim);
    }
    let mut ignored: BTreeMap<&str, Vec<&Ignored>> = BTreeMap::new();
    for one in &desk.report.ignored {
        ignored.entry(&one.source).or_default().push(one);
    }
    let none = (Vec::new(), Vec::new());
    let sources = desk.report.sources.iter().enumerate();
    let article = |(at, source): (usize, &Source)| {
        let name = source.source.as_str();
        let claims = claims.get(name).unwrap_or(&none.0);
        let marks = marks(desk, claims, ignored.get(name).unwrap_or(&none.1));
        article(desk, at + 1, source, claims, &marks)
    };
    sources.map(article).collect()
}

fn article(
    desk: &Desk<'_>,
    number: usize,
    source: &Source,
    claims: &[&Claim],
    marks: &[Mark<'_>],
) -> Value {
    let blocks = blocks_of(source);
    let shown = blocks.iter().map(|block| {
        let first = marks.partition_point(|mark| mark.span.end <= block.span.start);
        let inside = marks[first..]
            .iter()
            .take_while(|mark| mark.span.start < block.span.end);
        context! {
            kind => one_line(&block.kind),
            anchor => anchor(number, block.span.start),
            runs => runs(source, block, inside),
        }
    });
    let conflicts = claims.iter().filter(|claim| {
        desk.fact(&claim.id)
            .is_some_and(|fact| fact.verdict == "conflict")
    });
    let url = source.url.as_deref().map(str::trim).unwrap_or("");
    let is_web = |url: &str| {
        ["http://", "https://"].iter().any(|scheme| {
            url.get(..scheme.len())
                .is_some_and(|start| start.eq_ignore_ascii_case(scheme))
        })
    };
    context! {
        number => number,
        file => one_line(&source.source),
        name => desk.name(source),
        title => source.title.as_deref().map(one_line),
        published => desk.published(source),
        url => one_line(url),
        link => is_web(url).then(|| one_line(url)),
        tag => desk.tag(&source.source),
        notes => notes(desk, source),
        figures => claims.len(),
        conflicts => conflicts.count(),
        blocks => shown.collect::<Value>(),
    }
}

/// The passages of an article; its lines, where the report does not know them.
fn blocks_of(source: &Source) -> Vec<TextBlock> {
    if !source.text.blocks.is_empty() {
        return source.text.blocks.clone();
    }
    let mut blocks = Vec::new();
    let mut start = 0;
    for line in source.text.raw.split_inclusive('\n') {
        let span = Span::new(start, start + line.len());
        start = span.end;
        if !line.trim().is_empty() {
            blocks.push(TextBlock {
                kind: "body".to_owned(),
                span,
                markup: Vec::new(),
            });
        }
    }
    blocks
}

/// Remarks on an article: what they mean, what they say, and how to have more of what a limit kept out.
pub(super) fn notes(desk: &Desk<'_>, source: &Source) -> Value {
    let note = |note: &crate::report::Note| {
        context! {
            name => one_line(&note.name),
            means => desk.language.known(&format!("note.{}", note.name)).map(str::to_owned),
            message => desk.message(&note.message, note.telling.as_ref()),
            raise => desk.raise(note.limit.as_deref()),
            line => note.line,
        }
    };
    source.remarks().map(note).collect()
}

/// A stretch of an article that is marked.
struct Mark<'a> {
    span: Span,
    what: What<'a>,
}

enum What<'a> {
    Claim(&'a Claim, &'a str, String),
    Ignored(String),
}

/// Marks in the order of the text that do not overlap: each claim keeps its figure, and of its phrase what no other claim
/// needs.
fn marks<'a>(desk: &Desk<'a>, claims: &[&'a Claim], ignored: &[&'a Ignored]) -> Vec<Mark<'a>> {
    let mut sorted: Vec<&Claim> = claims.to_vec();
    sorted.sort_by_key(|claim| (claim.core.start, claim.core.end));
    let mut marks: Vec<Mark<'a>> = Vec::with_capacity(claims.len() + ignored.len());
    let mut from = 0;
    for (at, claim) in sorted.iter().enumerate() {
        let next = sorted
            .get(at + 1)
            .map_or(usize::MAX, |next| next.span.start);
        let start = claim.span.start.max(from);
        let end = claim.span.end.min(next.max(claim.core.end)).max(start);
        from = end;
        let fact = desk.fact(&claim.id);
        let what = What::Claim(
            claim,
            fact.map_or("", |fact| fact.verdict.as_str()),
            fact.map_or_else(String::new, |fact| fact_anchor(&fact.id)),
        );
        marks.push(Mark {
            span: Span::new(start, end),
            what,
        });
    }
    let claimed = marks.len();
    let mut last = 0;
    for one in ignored {
        let span = Span::new(one.start, one.end);
        // Marks of claims are in order and apart, and so are the digits that are none.
        let after = marks[..claimed].partition_point(|mark| mark.span.end <= span.start);
        let next = marks[..claimed].get(after);
        let free = span.start >= last && next.is_none_or(|mark| !mark.span.overlaps(span));
        if free && !span.is_empty() {
            last = span.end;
            let why = desk.words("ignored", &one.reason);
            marks.push(Mark {
                span,
                what: What::Ignored(why),
            });
        }
    }
    marks.sort_by_key(|mark| (mark.span.start, mark.span.end));
    marks
}

fn runs<'m, 'a: 'm>(
    source: &Source,
    block: &TextBlock,
    marks: impl Iterator<Item = &'m Mark<'a>>,
) -> Value {
    let mut runs: Vec<Value> = Vec::new();
    let plain = |span: Span| source.text.text(span);
    let mut from = block.span.start;
    for mark in marks {
        let span = Span::new(mark.span.start.max(from), mark.span.end.min(block.span.end));
        if span.start > from {
            runs.push(
                context! { kind => "text", text => flat(&plain(Span::new(from, span.start))) },
            );
        }
        from = from.max(span.end);
        let text = flat(&plain(span));
        runs.push(match &mark.what {
            What::Claim(claim, verdict, fact) => context! {
                kind => "claim", text => text, verdict => *verdict, fact => fact.as_str(), claim => claim_anchor(&claim.id),
            },
            What::Ignored(why) => context! { kind => "ignored", text => text, why => why.as_str() },
        });
    }
    if from < block.span.end {
        runs.push(
            context! { kind => "text", text => flat(&plain(Span::new(from, block.span.end))) },
        );
    }
    runs.into_iter().collect()
}

/// One line with the spaces at its ends: it is a part of a line.
fn flat(text: &str) -> String {
    one_line(text)
}

fn anchor(number: usize, start: usize) -> String {
    format!("text-{number}-{start}")
}

/// Where the passage of an article that holds byte `at` stands on the page.
pub(super) fn block_anchor(desk: &Desk<'_>, name: &str, at: usize) -> String {
    let Some((number, source)) = desk.source(name) else {
        return String::new();
    };
    let blocks = &source.text.blocks;
    let after = blocks.partition_point(|block| block.span.start <= at);
    match after.checked_sub(1).and_then(|block| blocks.get(block)) {
        Some(block) => anchor(number, block.span.start),
        None => format!("source-{number}"),
    }
}
