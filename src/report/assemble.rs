//! The results of the stages to the public report: names for indices, words for reasons, one order for everything.

use std::borrow::Borrow;
use std::collections::BTreeMap;
use std::fmt::Write as _;

use super::reason::{about, check_name, reason_of};
use super::telling::{self, Telling, grounds};
use super::{
    ArticleText, Change, Claim, Decisions, Duplicate, Fact, Ignored, Note, Passage, Report,
    SCHEMA_VERSION, Source, Summary, TextBlock, ValueGroup,
};
use crate::claim::SourceClaims;
use crate::duplicate::{self, Class, Duplicates};
use crate::fact::{self, Run, origins};
use crate::mention::Kind;
use crate::pack::Table;
use crate::source::{self, Saying};
use crate::text::Span;
use crate::verdict::{Confidence, Judgement, Reason, Verdict};

/// Both the reason for which such digits are no claim and the name of the finding.
const IMPOSSIBLE_DATE: &str = "impossible-date";

/// Longest text of a passage in the report, in characters; a longer one ends in an ellipsis.
const LONGEST_PASSAGE: usize = 600;

/// Puts the report together. `facts` are given with what was judged of each; they and the duplicates of a large run take
/// much memory, so each goes as soon as it is told.
pub(crate) fn report<F: Borrow<(fact::Fact, Judgement)>>(
    run: &Run<'_>,
    duplicates: Duplicates,
    mut facts: Vec<F>,
) -> Report {
    let ids = claim_ids(run);
    let groups = duplicates.groups;
    drop(duplicates.alignments);
    facts.sort_by_key(|judged| {
        let (fact, judgement) = judged.borrow();
        (judgement.verdict, doubt(judgement), fact.claims[0])
    });
    let facts: Vec<Fact> = facts
        .into_iter()
        .map(|judged| {
            let (fact, judgement) = judged.borrow();
            fact_of(run, &ids, fact, judgement)
        })
        .collect();
    let duplicates: Vec<Duplicate> = groups
        .into_iter()
        .map(|group| duplicate_of(run, &group))
        .collect();
    let claims_of = run.of_each;
    let ignored: Vec<Ignored> = claims_of
        .iter()
        .enumerate()
        .flat_map(|(number, of)| ignored_of(&run.sources[number], of))
        .collect();
    let claims: Vec<Claim> = (0..run.stands.len())
        .map(|number| claim_of(run, &ids, number))
        .collect();
    let of_source = |(number, source)| source_of(source, claims_of.get(number));
    let sources: Vec<Source> = run.sources.iter().enumerate().map(of_source).collect();
    let summary = summary(&sources, &claims, &facts, &duplicates, &ignored);
    Report {
        schema_version: SCHEMA_VERSION,
        sources,
        claims,
        facts,
        duplicates,
        ignored,
        summary,
        decisions: Decisions::default(),
        parts: BTreeMap::new(),
    }
}

/// How much doubt is left about a conflict: those that are certain come first. The same for all that is no conflict.
fn doubt(judgement: &Judgement) -> u8 {
    match (judgement.verdict, judgement.confidence) {
        (Verdict::Conflict | Verdict::PossibleConflict, Confidence::Medium) => 1,
        (Verdict::Conflict | Verdict::PossibleConflict, Confidence::Low) => 2,
        _ => 0,
    }
}

/// Ids by content: source, kind and phrase, and for the same phrase again its number.
pub(crate) fn claim_ids(run: &Run<'_>) -> Vec<String> {
    // By the hash of the content. Claims of two sources differ in it unless the sources share a name.
    let mut seen: Table<u64, usize> = Table::default();
    let mut content = String::new();
    let mut ids = Vec::with_capacity(run.stands.len());
    for stand in &run.stands {
        let source = &run.sources[stand.source];
        let kind = stand.claim.mention.kind.name();
        let phrase = stand.claim.span.of(&source.text);
        content.clear();
        for part in [source.name.as_str(), "\u{0}", kind, "\u{0}", phrase] {
            content.push_str(part);
        }
        let times = seen.entry(hash(&content)).or_default();
        // Writing to a string cannot fail.
        let _ = write!(content, "\u{0}{times}");
        ids.push(id("c", &content));
        *times += 1;
    }
    ids
}

/// The id of the fact whose first claim has this id.
pub(crate) fn fact_id(first: &str) -> String {
    id("f", first)
}

/// A short id: the kind of thing and twelve hexadecimal digits of a hash whose function never changes.
pub(crate) fn id(prefix: &str, content: &str) -> String {
    let hash = hash(content) >> 16;
    let digits = (0..12).rev().map(|place| hash >> (place * 4) & 0xF);
    let digits = digits.filter_map(|digit| char::from_digit(u32::try_from(digit).ok()?, 16));
    let mut id = String::with_capacity(prefix.len() + 13);
    id.push_str(prefix);
    id.push('-');
    digits.for_each(|digit| id.push(digit));
    id
}

/// A hash whose function never changes.
fn hash(content: &str) -> u64 {
    rapidhash::v3::rapidhash_v3(content.as_bytes())
}

fn source_of(source: &source::Source, claims: Option<&SourceClaims>) -> Source {
    // A day that no calendar has is no claim, but an editor must see it.
    let no_day = |ignored: &crate::mention::Ignored| {
        let says = Saying::new("{day}: there is no such day");
        let says = says.with("day", ignored.span.of(&source.text));
        let line = source.lines.position(&source.text, ignored.span.start).line;
        Note::of(&source::Note::new(IMPOSSIBLE_DATE, says).on_line(line))
    };
    let ignored = claims.into_iter().flat_map(|of| &of.ignored);
    let no_days = ignored.filter(|ignored| {
        ignored.reason == IMPOSSIBLE_DATE && nearly_a_date(ignored.span.of(&source.text))
    });
    Source {
        source: source.name.clone(),
        title: source.meta.title.clone(),
        publisher: source.meta.publisher.clone(),
        url: source.meta.url.clone(),
        published: source.meta.published.clone(),
        language: source.meta.language.clone(),
        author: source.meta.author.clone(),
        modified: source.meta.modified.clone(),
        format: (source.format != source::Format::Text).then(|| source.format.name().to_owned()),
        extracted: source.extracted,
        metadata_from: source
            .meta
            .told_by
            .iter()
            .map(|(field, place)| ((*field).to_owned(), (*place).to_owned()))
            .collect(),
        notes: source
            .notes
            .iter()
            .map(Note::of)
            .chain(no_days.map(no_day))
            .collect(),
        text: ArticleText {
            raw: source.text.clone(),
            blocks: source.blocks.iter().map(text_block).collect(),
        },
    }
}

fn text_block(block: &source::Block) -> TextBlock {
    let markup = block.sentences.iter().flat_map(|s| s.text.skipped());
    TextBlock {
        kind: block.kind.name().to_owned(),
        span: block.span,
        markup: markup.copied().collect(),
    }
}

/// Whether of the day and the month one is right and the other just past what there is: 31/11 and 11/13, but not the 20/24 hours
/// of a day.
fn nearly_a_date(text: &str) -> bool {
    let mut numbers = text
        .split(|c: char| !c.is_ascii_digit())
        .filter_map(|digits| digits.parse::<u32>().ok());
    match (numbers.next(), numbers.next()) {
        (Some(day), Some(month)) => {
            (29..=39).contains(&day) && (1..=12).contains(&month)
                || (1..=31).contains(&day) && (13..=19).contains(&month)
        }
        _ => false,
    }
}

fn claim_of(run: &Run<'_>, ids: &[String], number: usize) -> Claim {
    let stand = run.stands[number];
    let (source, claim) = (&run.sources[stand.source], stand.claim);
    let place = source
        .lines
        .position(&source.text, claim.mention.core.start);
    let noun = claim.noun.as_ref().map(|noun| noun.text.clone());
    let unit = claim.mention.unit.clone().or(
        if matches!(claim.mention.kind, Kind::Count | Kind::Ordinal) {
            noun
        } else {
            None
        },
    );
    Claim {
        id: ids[number].clone(),
        source: source.name.clone(),
        block: claim.block.name().to_owned(),
        span: claim.span,
        core: claim.mention.core,
        line: place.line,
        column: place.column,
        quote: claim.span.of(&source.text).to_owned(),
        kind: claim.mention.kind.name().to_owned(),
        value: claim.mention.value.stated(claim.mention.qualifier),
        qualifier: claim.mention.qualifier.name().to_owned(),
        unit,
        subjects: claim.subjects.clone(),
        attribution: claim.attribution.clone(),
        modality: claim.modality.name().to_owned(),
        rules: claim.mention.rules.clone(),
        sentence: claim.sentence,
        context: claim.sentence.of(&source.text).to_owned(),
    }
}

fn fact_of(run: &Run<'_>, ids: &[String], fact: &fact::Fact, judgement: &Judgement) -> Fact {
    let (origin_of, origins) = origins(run, fact);
    let ids_of = |claims: &[usize]| {
        claims
            .iter()
            .map(|number| ids[*number].clone())
            .collect::<Vec<_>>()
    };
    let values = judgement
        .sides
        .iter()
        .map(|side| {
            let own: std::collections::BTreeSet<usize> = side
                .iter()
                .filter_map(|number| fact.claims.binary_search(number).ok())
                .map(|at| origin_of[at])
                .collect();
            ValueGroup {
                value: {
                    let mention = &run.stands[side[0]].claim.mention;
                    mention.value.stated(mention.qualifier)
                },
                claims: ids_of(side),
                origins: own.len(),
            }
        })
        .collect();
    let articles: std::collections::BTreeSet<usize> = fact
        .claims
        .iter()
        .map(|number| run.stands[*number].source)
        .collect();
    let (evidence, grounds) = grounds(run, fact);
    let reason = telling::reason(run, ids, judgement);
    Fact {
        id: id("f", &content_of(ids, fact, judgement)),
        verdict: judgement.verdict.name().to_owned(),
        reason: reason_of(run, judgement),
        confidence: judgement.confidence.name().to_owned(),
        about: about(run, fact),
        claims: ids_of(&fact.claims),
        articles: articles.len(),
        values,
        origins,
        evidence,
        telling: Telling { reason, grounds },
    }
}

/// What a fact is known by: its first claim; for a broken check its name and its claims, which stand in facts of their own.
fn content_of(ids: &[String], fact: &fact::Fact, judgement: &Judgement) -> String {
    match judgement.reason {
        Reason::Breaks(check, ..) => {
            let claims: Vec<&str> = fact.claims.iter().map(|at| ids[*at].as_str()).collect();
            format!("{}\u{0}{}", check_name(check), claims.join("\u{0}"))
        }
        _ => ids[fact.claims[0]].clone(),
    }
}

fn duplicate_of(run: &Run<'_>, group: &duplicate::Duplicate) -> Duplicate {
    let passages: Vec<Passage> = group
        .passages
        .iter()
        .map(|passage| {
            let source = &run.sources[passage.source];
            let place = source.lines.position(&source.text, passage.span.start);
            Passage {
                source: source.name.clone(),
                start: passage.span.start,
                end: passage.span.end,
                line: place.line,
                column: place.column,
                text: shortened(passage.span.of(&source.text)),
            }
        })
        .collect();
    let text = |passage: Option<&duplicate::Passage>, span: Span| {
        passage.map_or_else(String::new, |passage| {
            span.of(&run.sources[passage.source].text).to_owned()
        })
    };
    let change = |change: &duplicate::Change| Change {
        from: text(group.passages.first(), change.left),
        to: text(group.passages.get(1), change.right),
    };
    let content: Vec<String> = passages
        .iter()
        .map(|p| format!("{}\u{0}{}", p.source, p.text))
        .collect();
    Duplicate {
        id: id("d", &content.join("\u{0}")),
        class: if group.class == Class::Exact {
            "exact"
        } else {
            "near"
        }
        .to_owned(),
        similarity: f64::from(group.similarity) / 1000.0,
        spans: passages,
        changes: group.changes.iter().map(change).collect(),
    }
}

fn shortened(text: &str) -> String {
    match text.char_indices().nth(LONGEST_PASSAGE) {
        Some((at, _)) => format!("{}…", text.get(..at).unwrap_or(text)),
        None => text.to_owned(),
    }
}

fn ignored_of<'a>(
    source: &'a source::Source,
    of: &'a SourceClaims,
) -> impl Iterator<Item = Ignored> + 'a {
    of.ignored.iter().map(|ignored| Ignored {
        source: source.name.clone(),
        start: ignored.span.start,
        end: ignored.span.end,
        quote: ignored.span.of(&source.text).to_owned(),
        reason: ignored.reason.clone(),
        line: Some(source.lines.position(&source.text, ignored.span.start).line),
    })
}

fn summary(
    sources: &[Source],
    claims: &[Claim],
    facts: &[Fact],
    duplicates: &[Duplicate],
    ignored: &[Ignored],
) -> Summary {
    let count = |verdict: Verdict| {
        facts
            .iter()
            .filter(|fact| fact.verdict == verdict.name())
            .count()
    };
    let lost = sources.iter().filter(|source| source.is_lost());
    let limited = |source: &&Source| {
        let mut notes = source.notes.iter();
        notes.any(|note| note.name == source::note::LIMIT_REACHED)
    };
    let (unreadable, left_out) = (lost.clone().count(), lost.filter(limited).count());
    let mut ignored_by_reason: BTreeMap<String, usize> = BTreeMap::new();
    for one in ignored {
        *ignored_by_reason.entry(one.reason.clone()).or_default() += 1;
    }
    Summary {
        sources: sources.len() - unreadable,
        unreadable,
        left_out,
        claims: claims.len(),
        conflicts: count(Verdict::Conflict),
        possible_conflicts: count(Verdict::PossibleConflict),
        updates: count(Verdict::Update),
        agreements: count(Verdict::Agreement),
        compatible: count(Verdict::Compatible),
        uncorroborated: count(Verdict::Uncorroborated),
        duplicates: duplicates.len(),
        ignored: ignored.len(),
        ignored_by_reason,
    }
}
