//! One source to its claims.

use std::collections::BTreeMap;

use super::account::account;
use super::analysis::{Aliases, Analysis, Mark, learn_aliases, learn_short_names};
use super::credit::{credits, text_of};
use super::elide::elide;
use super::frame::frame_of;
use super::modality::modality_at;
use super::noun::{Noun, noun_of};
use super::{Claim, Extent, Feature, FeatureKind};
use crate::mention::{self, Ignored, Kind, Mention, Reading, Reference, Rejected, WordCache};
use crate::pack::schema::ConceptRole;
use crate::pack::{Pack, Packs, View};
use crate::source::{Block, BlockKind, Sentence, Source};
use crate::text::TokenKind;
use crate::value::Value;

/// What one source says.
#[derive(Debug, Clone, Default)]
pub struct SourceClaims {
    /// Claims, in the order of the text.
    pub claims: Vec<Claim>,
    /// Digits and number words that are none.
    pub ignored: Vec<Ignored>,
    /// Readings that lost, for those who ask.
    pub rejected: Vec<Rejected>,
    /// Every feature of every sentence: how many sentences hold it.
    pub features: BTreeMap<Feature, u32>,
    /// Sentences.
    pub sentences: u32,
}

/// A sentence that was read, before its neighbours are looked at.
struct Read<'s> {
    block: usize,
    sentence: &'s Sentence,
    pack: &'s Pack,
    reading: Reading,
    analysis: Analysis,
}

/// Reads `source`; relative dates start from `reference`.
pub fn read(source: &Source, packs: &Packs, reference: &Reference) -> SourceClaims {
    read_for(source, packs, reference, true)
}

/// The same for a list of claims that are not compared: without the features around them, which cost most of the time.
pub fn read_alone(source: &Source, packs: &Packs, reference: &Reference) -> SourceClaims {
    read_for(source, packs, reference, false)
}

fn read_for(source: &Source, packs: &Packs, reference: &Reference, compared: bool) -> SourceClaims {
    let mut caches: BTreeMap<&str, WordCache> = BTreeMap::new();
    let mut aliases = Aliases::new();
    let mut reads: Vec<Read<'_>> = Vec::new();
    for (number, block) in source.blocks.iter().enumerate() {
        for sentence in &block.sentences {
            let pack = packs.reading(sentence.language.as_deref());
            let cache = caches.entry(pack.code()).or_default();
            let reading = mention::read(sentence, pack, reference, cache);
            let view = View {
                text: sentence.text.text(),
                tokens: &reading.tokens,
                words: &reading.words,
            };
            let analysis = Analysis::of(pack, &view);
            learn_aliases(pack, &view, &analysis.marks, &mut aliases);
            reads.push(Read {
                block: number,
                sentence,
                pack,
                reading,
                analysis,
            });
        }
    }
    learn_short_names(
        reads.iter().flat_map(|read| &read.analysis.marks),
        &mut aliases,
    );
    let features: Vec<Vec<Feature>> = reads
        .iter()
        .map(|read| {
            let to = if compared {
                read.reading.tokens.len()
            } else {
                0
            };
            features_in(read, &aliases, 0, to)
        })
        .collect();
    let whole = reads.len() == 1;
    let headline: Vec<Feature> = sorted(
        reads
            .iter()
            .zip(&features)
            .filter(|(read, _)| source.blocks[read.block].kind == BlockKind::Title)
            .flat_map(|(_, features)| features),
    );
    let mut result = SourceClaims {
        sentences: u32::try_from(reads.len()).unwrap_or(u32::MAX),
        ..SourceClaims::default()
    };
    for list in &features {
        for feature in list {
            *result.features.entry(feature.clone()).or_default() += 1;
        }
    }
    for (number, read) in reads.iter().enumerate() {
        let block = &source.blocks[read.block];
        if read.reading.mentions.is_empty() {
            take_ignored(read, &mut result);
            continue;
        }
        let around = if number > 0 && reads[number - 1].block == read.block {
            features[number - 1].clone()
        } else {
            Vec::new()
        };
        let titled: &[Feature] = if block.kind == BlockKind::Title {
            &[]
        } else {
            &headline
        };
        let earlier = result.claims.len();
        claims_of(
            read,
            block,
            (number, whole),
            &aliases,
            &features[number],
            &around,
            titled,
            compared,
            &mut result,
        );
        let view = View {
            text: read.sentence.text.text(),
            tokens: &read.reading.tokens,
            words: &read.reading.words,
        };
        elide(&mut result.claims, earlier, |part, whole| {
            let (end, start) = (part.mention.tokens.1, whole.mention.tokens.0);
            let slash = view.sign(end) == Some('/') && end + 1 == start;
            slash || read.pack.word_at("out-of", &view, end) == start.checked_sub(end)
        });
    }
    account(source, &mut result);
    result.ignored.sort();
    result
}

fn sorted<'f>(features: impl Iterator<Item = &'f Feature>) -> Vec<Feature> {
    let mut features: Vec<&Feature> = features.collect();
    features.sort_unstable();
    features.dedup();
    features.into_iter().cloned().collect()
}

fn take_ignored(read: &Read<'_>, result: &mut SourceClaims) {
    result.ignored.extend(read.reading.ignored.iter().cloned());
    result
        .rejected
        .extend(read.reading.rejected.iter().cloned());
}

#[allow(
    clippy::too_many_arguments,
    reason = "what a claim is made of, each once"
)]
fn claims_of(
    read: &Read<'_>,
    block: &Block,
    (number, whole): (usize, bool),
    aliases: &Aliases,
    sentence_features: &[Feature],
    around: &[Feature],
    headline: &[Feature],
    compared: bool,
    result: &mut SourceClaims,
) {
    let view = View {
        text: read.sentence.text.text(),
        tokens: &read.reading.tokens,
        words: &read.reading.words,
    };
    let (pack, analysis) = (read.pack, &read.analysis);
    let credited = credits(pack, &view, analysis);
    take_ignored(read, result);
    for mention in &read.reading.mentions {
        let noun = noun_of(pack, &view, analysis, mention);
        if let Some(reason) = no_claim(pack, &view, block, whole, mention, noun.as_ref()) {
            result.ignored.push(Ignored {
                span: mention.span,
                reason: reason.to_owned(),
            });
            continue;
        }
        let (start, end) = mention.tokens;
        let (from, to) = analysis.clause(start, view.tokens.len());
        let reaches = noun
            .as_ref()
            .filter(|noun| noun.tokens.1 > noun.tokens.0)
            .map(|noun| noun.tokens);
        let span = match reaches {
            Some((noun_start, noun_end)) if near(noun_start, noun_end, start, end) => {
                let first = view.tokens[noun_start.min(start)].start as usize;
                let last = view.tokens[noun_end.max(end) - 1].end as usize;
                read.sentence.text.raw(first, last).join(mention.span)
            }
            _ => mention.span,
        };
        let after_noun = reaches.map_or(end, |(_, noun_end)| noun_end.max(end));
        let credit = credited
            .iter()
            .min_by_key(|(from, _)| from.abs_diff(start))
            .map(|credit| text_of(&view, *credit));
        let (predicates, events) = nearest(analysis, (from, to), start);
        let report =
            mention.kind == Kind::Date && reports(pack, &view, analysis, (from, to), (start, end));
        let others = &read.reading.mentions;
        let mut frame = frame_of(pack, &view, analysis, mention, noun.as_ref(), others);
        for name in &mut frame.local {
            *name = resolved(name, aliases);
        }
        result.claims.push(Claim {
            frame,
            span,
            subjects: subjects(&view, analysis, aliases, (from, to), mention.tokens),
            attribution: credit,
            modality: modality_at(pack, &view, analysis, (start, end)),
            extent: Extent {
                clause: if compared {
                    features_in(read, aliases, from, to)
                } else {
                    Vec::new()
                },
                sentence: sentence_features.to_vec(),
                around: around.to_vec(),
                headline: headline.to_vec(),
                predicates,
                events,
            },
            part: part_before(pack, &view, (from, start)),
            anaphor: pack.word_at("anaphor", &view, after_noun).is_some(),
            comparison: comparison_before(pack, &view, start),
            report,
            as_of: as_of_before(pack, &view, mention.kind, (start, end)),
            block: block.kind,
            foreign: block.foreign,
            block_number: read.block,
            sentence_number: number,
            sentence: read.sentence.span,
            language: read.sentence.language.clone(),
            noun,
            mention: mention.clone(),
        });
    }
}

fn near(noun_start: usize, noun_end: usize, start: usize, end: usize) -> bool {
    noun_start <= end + 1 && start <= noun_end + 3
}

/// Why a number that could be read is no claim all the same. `whole`: its sentence is all that the source says.
fn no_claim(
    pack: &Pack,
    view: &View<'_>,
    block: &Block,
    whole: bool,
    mention: &Mention,
    noun: Option<&Noun>,
) -> Option<&'static str> {
    if mention.kind != Kind::Count {
        return None;
    }
    let (start, end) = mention.tokens;
    // "Tiêu đề - 1": the counter of a picture gallery behind its title.
    let dashed = start > 1
        && view.sign(start - 1) == Some('-')
        && view.tokens[start - 1].spaced
        && view.tokens[start].spaced;
    if dashed
        && end == view.tokens.len()
        && view.digits(start).is_some_and(|digits| digits.len() <= 2)
    {
        return Some("photo-counter");
    }
    if noun.is_some() {
        return None;
    }
    let alone = start == 0 && (end..view.tokens.len()).all(|i| view.sign(i).is_some());
    let furniture = matches!(
        block.kind,
        BlockKind::Meta | BlockKind::Boilerplate | BlockKind::Caption
    );
    // Numerals alone: what a pattern reads is a number by its wording ("gấp đôi").
    let in_words = mention
        .rules
        .iter()
        .any(|rule| rule.ends_with("/number-words"));
    let lower_word_follows = view
        .tokens
        .get(end)
        .is_some_and(|t| t.kind == TokenKind::Word);
    match () {
        // A text that is nothing but a number is about that number.
        () if alone && whole => None,
        () if furniture => Some("page-furniture"),
        // One word alone in its line is a heading: "Năm".
        () if alone && in_words && end == 1 => Some("number-word-without-noun"),
        () if alone => None,
        // A number word before a function word is rarely a number.
        () if in_words
            && !is_fraction(&mention.value)
            && lower_word_follows
            && view.digits(start).is_none()
            && pack.word_at("stop", view, end).is_some() =>
        {
            Some("number-word-without-noun")
        }
        () => None,
    }
}

/// "a third of the vote" says a share whatever follows.
fn is_fraction(value: &Value) -> bool {
    match value {
        Value::Number(quantity) => quantity.as_single().is_some_and(|n| !n.is_integer()),
        _ => false,
    }
}

/// Features of tokens `from..to`: names and concepts, and the words between them.
fn features_in(read: &Read<'_>, aliases: &Aliases, from: usize, to: usize) -> Vec<Feature> {
    let view = View {
        text: read.sentence.text.text(),
        tokens: &read.reading.tokens,
        words: &read.reading.words,
    };
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
fn resolved(feature: &Feature, aliases: &Aliases) -> Feature {
    match aliases.get(&feature.name) {
        Some(other) if other.contains('/') => Feature::new(FeatureKind::Entity, other.as_str()),
        Some(long) if long.contains(' ') => Feature::new(FeatureKind::Name, long.as_str()),
        Some(short) => Feature::new(FeatureKind::Acronym, short.as_str()),
        None => feature.clone(),
    }
}

fn subjects(
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
            FeatureKind::Entity => resolved(&mark.feature, aliases).name,
            _ => text.to_owned(),
        };
        if !names.contains(&name) {
            names.push(name);
        }
    }
    names
}

/// Predicates and events of a sentence: those of the clause first, the nearest to token `at` first.
fn nearest(
    analysis: &Analysis,
    (from, to): (usize, usize),
    at: usize,
) -> (Vec<String>, Vec<String>) {
    let of = |role: ConceptRole| {
        let mut marks: Vec<_> = analysis
            .marks
            .iter()
            .filter(|m| m.role == Some(role))
            .collect();
        marks.sort_by_key(|m| (m.start < from || m.end > to, m.start.abs_diff(at)));
        let mut ids: Vec<String> = Vec::new();
        for mark in marks {
            if !ids.contains(&mark.feature.name) {
                ids.push(mark.feature.name.clone());
            }
        }
        ids
    };
    (of(ConceptRole::Predicate), of(ConceptRole::Event))
}

/// Whether a date tells when something was said: it opens its clause and a saying verb follows, or one stands right before it.
fn reports(
    pack: &Pack,
    view: &View<'_>,
    analysis: &Analysis,
    (from, to): (usize, usize),
    (start, end): (usize, usize),
) -> bool {
    let says = |i: usize| {
        pack.credits_after.longest_at(view, i).is_some()
            || analysis
                .marks
                .iter()
                .any(|m| m.start == i && m.role == Some(ConceptRole::Report))
    };
    let other_predicate = |i: usize| {
        analysis
            .marks
            .iter()
            .any(|m| m.start == i && m.role == Some(ConceptRole::Predicate))
    };
    let limit = to.max(view.tokens.len().min(end + 14));
    for i in end..limit {
        if says(i) {
            return true;
        }
        if other_predicate(i) {
            break;
        }
    }
    (from..start).rev().take(3).any(says)
}

fn part_before(pack: &Pack, view: &View<'_>, (from, start): (usize, usize)) -> bool {
    (from.saturating_sub(4)..start).any(|i| pack.word_at("part", view, i).is_some())
}

fn comparison_before(pack: &Pack, view: &View<'_>, start: usize) -> bool {
    (start.saturating_sub(4)..start).any(|i| {
        pack.word_at("comparison", view, i)
            .is_some_and(|length| i + length <= start)
    })
}

fn as_of_before(pack: &Pack, view: &View<'_>, kind: Kind, (start, end): (usize, usize)) -> bool {
    // Its last word may be the first of the date: "tính đến ngày" before "ngày 11/7".
    matches!(kind, Kind::Date | Kind::Time)
        && (start.saturating_sub(4)..start).any(|i| {
            pack.word_at("as-of", view, i)
                .is_some_and(|length| i + length < end)
        })
}
