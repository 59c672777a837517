//! One source to its claims.

use super::account::account;
use super::amounts::Amounts;
use super::analysis::{Aliases, Analysis, learn_aliases, learn_short_names};
use super::antecedent::{Antecedent, antecedent};
use super::apart::tell_apart;
use super::around::{features_in, subjects};
use super::bracketed::without_minus;
use super::counted::taken_out;
use super::credit::credits;
use super::elide::elide;
use super::extent::near;
use super::feature::{counted, numbers};
use super::figure::figure_of;
use super::frame::{Frame, OfAll};
use super::known::{KnownSentences, Told, told};
use super::lasting::carry_period;
use super::meant::meant;
use super::modality::modality_of;
use super::numbered::{NumberedNames, in_name, numbered_names};
use super::put_off::tell_planned_days;
use super::revised::revise;
use super::spot::KnownPlaces;
use super::standing::{increment, reports, told_figure};
use super::turned::turn;
use super::unclaimed::{no_claim, take_ignored};
use super::{Claim, Extent, Feature};
use crate::mention::{Ignored, Kind, Reading, Reference, Rejected};
use crate::pack::{Pack, Packs, View};
use crate::source::{Block, BlockKind, Sentence, Source};
use crate::text::Span;
use crate::value::Value;
use std::cell::OnceCell;
use std::collections::BTreeSet;
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
    pub number: usize,
    pub block: usize,
    pub sentence: &'s Sentence,
    pub pack: &'s Pack,
    pub reading: Arc<Reading>,
    pub analysis: Arc<Analysis>,
    /// The raw byte at which the sentence began from which `reading` was made.
    start: usize,
    of_all: OnceCell<OfAll>,
}

impl Read<'_> {
    /// What it says of all its values, found once for them.
    pub fn of_all(&self) -> &OfAll {
        self.of_all.get_or_init(|| OfAll::of(self))
    }

    /// Its tokens, for the packs.
    pub fn view(&self) -> View<'_> {
        View {
            text: self.sentence.text.text(),
            tokens: &self.reading.tokens,
            words: &self.reading.words,
        }
    }

    /// The raw bytes in this source that `span` of the reading stands for.
    pub fn here(&self, span: Span) -> Span {
        let move_on = |at: usize| at - self.start + self.sentence.span.start;
        Span::new(move_on(span.start), move_on(span.end))
    }
}

/// Reads `source`; relative dates start from `reference`.
pub fn read(source: &Source, packs: &Packs, reference: &Reference) -> SourceClaims {
    let tell = |sentence: &Sentence, pack: &Pack| told(sentence, pack, reference, true);
    read_for(source, (packs, reference), true, &tell)
}

/// The same without the readings that lost, and with a look at sentences of other sources that were `known` before.
pub fn read_known(
    source: &Source,
    packs: &Packs,
    reference: &Reference,
    known: &KnownSentences,
) -> SourceClaims {
    let tell = |sentence: &Sentence, pack: &Pack| known.told(sentence, pack, reference);
    read_for(source, (packs, reference), true, &tell)
}

/// As [`read_known`], for a list of claims that are not compared: without what only a comparison asks for.
pub fn read_alone(
    source: &Source,
    packs: &Packs,
    reference: &Reference,
    known: &KnownSentences,
) -> SourceClaims {
    let tell = |sentence: &Sentence, pack: &Pack| known.told(sentence, pack, reference);
    read_for(source, (packs, reference), false, &tell)
}

fn read_for(
    source: &Source,
    (packs, reference): (&Packs, &Reference),
    compared: bool,
    tell: &dyn Fn(&Sentence, &Pack) -> Told,
) -> SourceClaims {
    let mut aliases = Aliases::new();
    let mut reads: Vec<Read<'_>> = Vec::new();
    for (number, block) in source.blocks.iter().enumerate() {
        for sentence in &block.sentences {
            let pack = packs.reading(sentence.language.as_deref());
            let Told {
                reading,
                analysis,
                start,
            } = tell(sentence, pack);
            let read = Read {
                number: reads.len(),
                block: number,
                sentence,
                pack,
                reading,
                analysis,
                start,
                of_all: OnceCell::new(),
            };
            learn_aliases(&read.view(), &read.analysis.marks, &mut aliases);
            reads.push(read);
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
            take_ignored(read, &mut result);
            if compared {
                places.learn(read);
            }
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
            &Amounts::around(&reads, number),
            &features[number],
            around,
            titled,
            compared,
            &mut result,
        );
        if compared {
            carry_period(&mut result.claims[earlier..], &mut lasting, number, read);
        }
        turn(&mut result.claims[earlier..], read);
        elide(&mut result.claims, earlier, read);
        if compared {
            let (before, own) = result.claims.split_at_mut(earlier);
            revise(before, own, read);
            tell_planned_days(own, read);
            places.mark_parts(&mut result.claims, earlier, read);
        }
    }
    account(source, &mut result);
    result.ignored.sort();
    // A run holds the claims of thousands of articles.
    result.claims.shrink_to_fit();
    result.ignored.shrink_to_fit();
    result
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
    amounts: &Amounts<'_>,
    sentence_features: &Arc<[u32]>,
    around: &Arc<[u32]>,
    headline: &Arc<[u32]>,
    compared: bool,
    result: &mut SourceClaims,
) {
    let (view, pack, analysis) = (read.view(), read.pack, &read.analysis);
    let credited = (analysis.credits).get_or_init(|| credits(pack, &view, analysis));
    take_ignored(read, result);
    for mention in &read.reading.mentions {
        let (figure, noun) = figure_of(read, mention, amounts, &result.claims);
        let mention = &*figure;
        let named = in_name(pack, &view, analysis, mention, numbered).then_some("designation");
        if let Some(reason) = named.or_else(|| {
            no_claim(
                (pack, &view),
                analysis,
                block,
                whole,
                (mention, &read.reading.mentions),
                noun.as_ref(),
            )
        }) {
            result.ignored.push(Ignored {
                span: read.here(mention.span),
                reason: reason.to_owned(),
            });
            continue;
        }
        let (start, end) = mention.tokens;
        let (from, to) = analysis.clause(start, view.tokens.len());
        let named = noun.as_ref().map(|noun| noun.tokens);
        let reaches = named.filter(|tokens| tokens.1 > tokens.0);
        let span = match reaches {
            Some((noun_start, noun_end)) if near(noun_start, noun_end, start, end) => {
                let first = view.tokens[noun_start.min(start)].start as usize;
                let last = view.tokens[noun_end.max(end) - 1].end as usize;
                let phrase = read.here(mention.span);
                read.sentence.text.raw(first, last).join(phrase)
            }
            _ => read.here(mention.span),
        };
        let after_noun = reaches.map_or(end, |(_, noun_end)| noun_end.max(end));
        let credit = credited
            .iter()
            .min_by_key(|(from, _)| from.abs_diff(start))
            .map(|credit| view.shown(*credit));
        let report = mention.kind == Kind::Date
            && (block.kind == BlockKind::Meta
                || reports(pack, &view, analysis, (from, to), (start, end)));
        let mut value = mention.clone();
        let pointed = antecedent(pack, mention, number, &result.claims);
        let points_back = matches!(pointed, Antecedent::Found(_));
        let moved = match pointed {
            Antecedent::Found(date) => Some(*date),
            Antecedent::None => {
                let told = (mention, &*read.reading.mentions);
                meant(pack, &view, analysis, told, report, reference)
            }
            Antecedent::Missing if matches!(mention.value, Value::Unresolved { .. }) => {
                result.ignored.push(Ignored {
                    span: read.here(mention.span),
                    reason: "relative-to-text".to_owned(),
                });
                continue;
            }
            Antecedent::Missing => None,
        };
        value.value = moved.unwrap_or(value.value);
        value.span = read.here(mention.span);
        value.core = read.here(mention.core);
        let mut claim = Claim {
            frame: Frame::default(),
            span,
            subjects: subjects(&view, analysis, aliases, (from, to), mention.tokens),
            attribution: credit,
            modality: modality_of(pack, &view, analysis, mention),
            extent: Extent::default(),
            clock_zone: false,
            increment: increment(pack, &view, mention.kind, (start, end), after_noun),
            told: mention.kind == Kind::Count
                && noun.is_none()
                && told_figure(pack, &view, (from, start)),
            part: false,
            whole: false,
            running: false,
            overtaken: false,
            revises: None,
            assumed: without_minus(&view, mention).map(Box::new),
            person: None,
            early_by: None,
            apiece: false,
            sizes: false,
            anaphor: false,
            points_back,
            comparison: false,
            report,
            as_of: false,
            cut_off: false,
            block: block.kind,
            foreign: block.foreign,
            block_number: read.block,
            sentence_number: number,
            sentence: read.sentence.span,
            language: read.sentence.language.clone(),
            noun,
            mention: value,
        };
        if compared {
            claim.extent = Extent {
                clause: {
                    let near = features_in(read, aliases, from, to);
                    let names = near.iter().filter(|feature| feature.is_name());
                    numbers(&result.features, names).collect()
                },
                sentence: Arc::clone(sentence_features),
                around: Arc::clone(around),
                headline: Arc::clone(headline),
                ..Extent::default()
            };
            let told = &result.claims;
            tell_apart(
                &mut claim,
                told,
                read,
                aliases,
                (mention, (from, to), after_noun),
            );
            claim.part |= mention.kind == Kind::Count && taken_out(pack, &view, end).is_some();
        }
        result.claims.push(claim);
    }
}
