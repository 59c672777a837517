//! One source to its claims.

use super::account::account;
use super::ahead::coming;
use super::analysis::{Aliases, Analysis, learn_aliases, learn_short_names};
use super::around::{features_in, nearest, resolved, subjects};
use super::credit::{credits, text_of};
use super::elide::elide;
use super::frame::frame_of;
use super::lasting::carry_period;
use super::modality::modality_at;
use super::noun::{Noun, noun_of};
use super::numbered::{NumberedNames, in_name, numbered_names};
use super::row::is_closed;
use super::spot::KnownPlaces;
use super::standing::{
    as_of_before, comparison_before, increment, is_age, part_before, reports, told_figure,
};
use super::unclaimed::no_claim;
use super::{Claim, Extent, Feature};
use crate::mention::{self, Ignored, Kind, Reading, Reference, Rejected, WordCache};
use crate::pack::{Pack, Packs, View};
use crate::source::{Block, BlockKind, Sentence, Source};
use crate::text::Span;
use crate::value::Value;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

/// What one source says.
#[derive(Debug, Clone, Default)]
pub struct SourceClaims {
    /// Claims, in the order of the text.
    pub claims: Vec<Claim>,
    /// Digits and number words that are none.
    pub ignored: Vec<Ignored>,
    /// Readings that lost, for those who ask.
    pub rejected: Vec<Rejected>,
    /// Every feature of every sentence, sorted, and how many sentences hold it.
    pub features: Vec<(Feature, u32)>,
    /// Sentences.
    pub sentences: u32,
}

impl SourceClaims {
    /// Where its values stand, in the order of the text.
    pub(crate) fn cores(&self) -> Vec<Span> {
        let mut cores: Vec<Span> = self.claims.iter().map(|claim| claim.mention.core).collect();
        cores.sort_unstable();
        cores
    }

    /// Takes the features from the claims: a run that has put them into its tables needs them no more.
    pub(crate) fn forget_features(&mut self) {
        self.features = Vec::new();
        for claim in &mut self.claims {
            let extent = &mut claim.extent;
            extent.clause = Box::default();
            extent.sentence = Arc::default();
            extent.around = Arc::default();
            extent.headline = Arc::default();
        }
    }
}

/// A sentence that was read, before its neighbours are looked at.
pub(super) struct Read<'s> {
    pub block: usize,
    pub sentence: &'s Sentence,
    pub pack: &'s Pack,
    pub reading: Reading,
    pub analysis: Analysis,
}

impl Read<'_> {
    /// Its tokens, for the packs.
    pub fn view(&self) -> View<'_> {
        View {
            text: self.sentence.text.text(),
            tokens: &self.reading.tokens,
            words: &self.reading.words,
        }
    }
}

/// Reads `source`; relative dates start from `reference`.
pub fn read(source: &Source, packs: &Packs, reference: &Reference) -> SourceClaims {
    read_for(source, packs, reference, true)
}

/// The same for a list of claims that are not compared: without the features around them and the readings that lost.
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
    let lists: Vec<Vec<Feature>> = reads
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
    let known = counted(&lists);
    let features: Vec<Arc<[u32]>> = lists
        .into_iter()
        .map(|list| numbers(&known, &list).collect())
        .collect();
    let whole = reads.len() == 1;
    let numbered = numbered_names(&reads);
    let headline: BTreeSet<u32> = reads
        .iter()
        .zip(&features)
        .filter(|(read, _)| source.blocks[read.block].kind == BlockKind::Title)
        .flat_map(|(_, features)| features.iter().copied())
        .collect();
    let headline: Arc<[u32]> = headline.into_iter().collect();
    let none: Arc<[u32]> = Arc::default();
    let mentions = reads.iter().map(|read| read.reading.mentions.len()).sum();
    let mut result = SourceClaims {
        sentences: u32::try_from(reads.len()).unwrap_or(u32::MAX),
        claims: Vec::with_capacity(mentions),
        features: known,
        ..SourceClaims::default()
    };
    let mut lasting: Option<(usize, Value)> = None;
    let mut places = KnownPlaces::default();
    for (number, read) in reads.iter().enumerate() {
        let block = &source.blocks[read.block];
        if read.reading.mentions.is_empty() {
            take_ignored(read, compared, &mut result);
            places.learn(read);
            continue;
        }
        let around = if number > 0 && reads[number - 1].block == read.block {
            &features[number - 1]
        } else {
            &none
        };
        let titled = if block.kind == BlockKind::Title {
            &none
        } else {
            &headline
        };
        let earlier = result.claims.len();
        claims_of(
            read,
            block,
            (number, whole),
            (&aliases, &numbered, reference),
            &features[number],
            around,
            titled,
            compared,
            &mut result,
        );
        let view = read.view();
        carry_period(&mut result.claims[earlier..], &mut lasting, number, read);
        let whole_after = |part: &Claim, whole: &Claim| {
            let (end, start) = (part.mention.tokens.1, whole.mention.tokens.0);
            let slash = view.sign(end) == Some('/') && end + 1 == start;
            slash || read.pack.word_at("out-of", &view, end) == start.checked_sub(end)
        };
        let an_age = |claim: &Claim| is_age(read.pack, &view, claim.mention.tokens);
        let told = |lender: &Claim, claim: &Claim| {
            let (end, start) = (lender.mention.tokens.1, claim.mention.tokens.0);
            !is_closed(&view, end, start)
        };
        elide(&mut result.claims, earlier, whole_after, told, an_age);
        places.mark_parts(&mut result.claims, earlier, read);
    }
    account(source, &mut result);
    result.ignored.sort();
    // A run holds the claims of thousands of articles.
    result.claims.shrink_to_fit();
    result.ignored.shrink_to_fit();
    result
}

/// The features of all `lists`, sorted, and how many lists hold each.
fn counted(lists: &[Vec<Feature>]) -> Vec<(Feature, u32)> {
    let mut all: Vec<&Feature> = lists.iter().flatten().collect();
    all.sort_unstable();
    let same = all.chunk_by(|a, b| a == b);
    same.map(|same| {
        (
            same[0].clone(),
            u32::try_from(same.len()).unwrap_or(u32::MAX),
        )
    })
    .collect()
}

/// The places in `known` of the features of a sorted list.
fn numbers<'f>(
    known: &[(Feature, u32)],
    list: impl IntoIterator<Item = &'f Feature>,
) -> impl Iterator<Item = u32> {
    let place = |feature: &Feature| known.binary_search_by(|(other, _)| other.cmp(feature)).ok();
    let places = list.into_iter().filter_map(place);
    places.filter_map(|place| u32::try_from(place).ok())
}

fn take_ignored(read: &Read<'_>, compared: bool, result: &mut SourceClaims) {
    result.ignored.extend(read.reading.ignored.iter().cloned());
    if compared {
        let rejected = read.reading.rejected.iter();
        result.rejected.extend(rejected.cloned());
    }
}

#[allow(
    clippy::too_many_arguments,
    reason = "what a claim is made of, each once"
)]
fn claims_of(
    read: &Read<'_>,
    block: &Block,
    (number, whole): (usize, bool),
    (aliases, numbered, reference): (&Aliases, &NumberedNames, &Reference),
    sentence_features: &Arc<[u32]>,
    around: &Arc<[u32]>,
    headline: &Arc<[u32]>,
    compared: bool,
    result: &mut SourceClaims,
) {
    let view = read.view();
    let (pack, analysis) = (read.pack, &read.analysis);
    let credited = credits(pack, &view, analysis);
    take_ignored(read, compared, result);
    for mention in &read.reading.mentions {
        let noun = noun_of(pack, &view, analysis, mention);
        let named = in_name(pack, &view, analysis, mention, numbered).then_some("designation");
        if let Some(reason) =
            named.or_else(|| no_claim(pack, &view, block, whole, mention, noun.as_ref()))
        {
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
        let (predicates, events) = nearest(pack, analysis, (from, to), start);
        let report =
            mention.kind == Kind::Date && reports(pack, &view, analysis, (from, to), (start, end));
        let others = &read.reading.mentions;
        // "8 luật sư và khoảng 40 luật sư khác": the rest of what the sentence counts.
        let rest = (end..=after_noun).any(|i| pack.word_at("rest", &view, i).is_some())
            && (result.claims.iter().rev())
                .take_while(|other| other.sentence_number == number)
                .any(|other| counts_alike(other, mention.kind, noun.as_ref()));
        let mut frame = frame_of(pack, &view, analysis, mention, noun.as_ref(), others);
        for name in frame.local.iter_mut().chain(&mut frame.subject) {
            *name = resolved(name, aliases);
        }
        let modality = modality_at(pack, &view, analysis, (start, end));
        let mut mention = mention.clone();
        let ahead = coming(pack, &view, analysis, &mention, report, reference);
        mention.value = ahead.unwrap_or(mention.value);
        result.claims.push(Claim {
            frame,
            span,
            subjects: subjects(&view, analysis, aliases, (from, to), mention.tokens),
            attribution: credit,
            modality,
            extent: Extent {
                clause: if compared {
                    let near = features_in(read, aliases, from, to);
                    let names = near.iter().filter(|feature| feature.is_name());
                    numbers(&result.features, names).collect()
                } else {
                    Box::default()
                },
                sentence: Arc::clone(sentence_features),
                around: Arc::clone(around),
                headline: Arc::clone(headline),
                predicates,
                events,
            },
            clock_zone: mention.kind == Kind::Date
                && (end..view.tokens.len().min(end + 4))
                    .any(|i| pack.word_at("clock-zone", &view, i).is_some()),
            increment: increment(pack, &view, mention.kind, (start, after_noun)),
            told: mention.kind == Kind::Count
                && noun.is_none()
                && told_figure(pack, &view, (from, start)),
            part: rest || part_before(pack, &view, (from, start), mention.kind, others),
            anaphor: pack.word_at("anaphor", &view, after_noun).is_some(),
            comparison: comparison_before(pack, &view, start),
            report,
            as_of: as_of_before(pack, &view, "as-of", mention.kind, (start, end)),
            cut_off: as_of_before(pack, &view, "cut-off", mention.kind, (start, end)),
            block: block.kind,
            foreign: block.foreign,
            block_number: read.block,
            sentence_number: number,
            sentence: read.sentence.span,
            language: read.sentence.language.clone(),
            noun,
            mention,
        });
    }
}

/// Whether a claim counts what this noun names.
fn counts_alike(claim: &Claim, kind: Kind, noun: Option<&Noun>) -> bool {
    let same = |one: &Noun, other: &Noun| match (&one.concept, &other.concept) {
        (Some(one), Some(other)) => one == other,
        _ => one.words.first() == other.words.first(),
    };
    let both = claim.noun.as_ref().zip(noun);
    claim.mention.kind == kind && both.is_some_and(|(one, other)| same(one, other))
}

fn near(noun_start: usize, noun_end: usize, start: usize, end: usize) -> bool {
    noun_start <= end + 1 && start <= noun_end + 3
}
