//! Rule packs: TOML files checked and compiled. Mechanisms live in code, language lives in `rules/`.

mod common;
mod compile;
mod entry;
mod feast;
mod gate;
mod grammar;
mod lexicon;
mod load;
mod look;
mod phrase;
mod placed;
pub(crate) mod schema;
mod slot;
mod table;
mod template;
mod view;
mod walk;
mod ways;

use std::collections::BTreeMap;
use std::sync::OnceLock;

pub use entry::{Entry, Sample, Wanted};
pub(crate) use feast::{FeastDays, Feasts};
pub(crate) use gate::Gate;
pub use lexicon::{Lexicon, WordId};
use load::LazyPack;
pub(crate) use phrase::{Phrase, PhraseSet, Phrases};
pub use slot::Slot;
pub(crate) use table::{Table, WordSet, Words};
pub(crate) use template::Graph;
pub use view::View;
pub(crate) use walk::{FillSlot, Filled, Walk};

use crate::value::{Number, Qualifier};

/// The packs of a run; each is compiled when it is first asked for.
#[derive(Debug)]
pub struct Packs {
    /// By language, in their order.
    packs: Vec<(String, LazyPack)>,
    /// Index into `packs`: every claim that is compared asks for its own more than once.
    numbers: Words<usize>,
    /// The shared rules alone, where no pack is there for text of no known language.
    base: Pack,
}

impl Packs {
    /// The pack of a BCP 47 tag, by its primary language: "vi-VN" finds "vi".
    pub fn get(&self, tag: &str) -> Option<&Pack> {
        let of = |tag: &str| self.numbers.get(tag).map(|at| &self.packs[*at].1);
        if let Some(pack) = of(tag) {
            return pack.get();
        }
        let primary = tag.split(['-', '_']).next().unwrap_or(tag);
        of(&primary.to_ascii_lowercase()).and_then(LazyPack::get)
    }

    /// The pack that reads text of that language; where there is none, that for text of no known language.
    pub fn reading(&self, tag: Option<&str>) -> &Pack {
        let known = tag.and_then(|tag| self.get(tag));
        let unknown = || self.get(load::UNKNOWN);
        known.or_else(unknown).unwrap_or(&self.base)
    }

    /// All packs, by language.
    pub fn iter(&self) -> impl Iterator<Item = (&str, &Pack)> {
        let packs = self.packs.iter();
        packs.filter_map(|(tag, pack)| Some((tag.as_str(), pack.get()?)))
    }

    /// How each language is known, by its tag, with its function words; nothing is compiled for it.
    pub(crate) fn languages(&self) -> impl Iterator<Item = (&str, &schema::Language, &[String])> {
        let packs = self.packs.iter();
        packs.map(|(tag, pack)| (tag.as_str(), pack.language(), pack.stop_words()))
    }
}

/// One compiled pack: a language over the shared base.
#[derive(Debug)]
pub struct Pack {
    pub(crate) language: schema::Language,
    pub(crate) lexicon: Lexicon,
    pub(crate) format: Format,
    pub(crate) numerals: Phrases<NumeralWord>,
    pub(crate) ranges: Vec<RangeForm>,
    pub(crate) hedges_before: Phrases<Hedge>,
    pub(crate) hedges_after: Phrases<Hedge>,
    pub(crate) units: Vec<Unit>,
    /// Index into `units`.
    pub(crate) unit_words: Phrases<usize>,
    pub(crate) currencies: Vec<Currency>,
    /// Index into `currencies`.
    pub(crate) currency_words: Phrases<usize>,
    pub(crate) slot_words: Table<Slot, Phrases<i64>>,
    /// The slots of which a word starts with digits.
    pub(crate) slots_with_digits: Vec<Slot>,
    /// The feasts whose days are listed, by their code.
    pub(crate) feasts: std::sync::Arc<Feasts>,
    pub(crate) lists: Vec<PhraseSet>,
    pub(crate) graph: Graph,
    pub(crate) patterns: Vec<Pattern>,
    /// Words that a typed value may start with; no other word needs a look.
    pub(crate) starts: WordSet,
    /// The same for signs, beside those right before digits.
    pub(crate) start_signs: Vec<char>,
    pub(crate) shapes: Vec<Shape>,
    /// All of `shapes` in one, made when it is first asked for.
    any_shape: OnceLock<Option<regex::Regex>>,
    pub(crate) concepts: Vec<Concept>,
    concept_numbers: Table<String, usize>,
    /// Index into `concepts`.
    pub(crate) concept_words: Phrases<usize>,
    /// Words that stand for a concept beside another of its kind.
    pub(crate) short_words: Phrases<usize>,
    /// Words that stand for a concept right beside a measure.
    pub(crate) measured_words: Phrases<usize>,
    /// Ids of entities.
    pub(crate) entities: Phrases<std::sync::Arc<str>>,
    /// Words that a concept, an entity or a phrase of the lists `clause` and `stop` may start with.
    pub(crate) telling: WordSet,
    /// Sets of concept ids of which only one can be meant.
    pub(crate) contrasts: Vec<Vec<String>>,
    /// Which of `contrasts` hold an id.
    contrasts_by_id: Table<String, Vec<usize>>,
    traits: Table<String, Traits>,
    pub(crate) credits_before: Phrases<String>,
    pub(crate) credits_after: Phrases<String>,
    /// Phrases that look like a credit and are none.
    pub(crate) credits_not: PhraseSet,
    pub(crate) modalities: Phrases<ModalityCue>,
    words: Words<PhraseSet>,
    /// The words of the list `stop`, as written.
    pub(crate) stop_words: Vec<String>,
    /// Short forms whose full stop ends no sentence, in NFC as written.
    pub(crate) abbreviations: Vec<String>,
    pub(crate) blocks: Vec<schema::BlockCue>,
}

/// What a word of modality says, and of what.
#[derive(Debug, Clone, Copy)]
pub(crate) struct ModalityCue {
    /// `None` for a longer phrase that says none of it.
    pub(crate) says: Option<Sense>,
    pub(crate) reach: schema::Reach,
}

/// What a statement is told as, when it is not asserted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Sense {
    Planned,
    Possible,
    Denied,
}

/// Fewest concepts of a pack that tells what happened: those of the project know about five hundred.
const VOCABULARY: usize = 100;

impl Pack {
    /// Name for the rules of this pack in reports: its language tag.
    pub fn code(&self) -> &str {
        &self.language.code
    }

    /// The pattern of that name.
    pub(crate) fn pattern(&self, name: &str) -> Option<&Pattern> {
        self.patterns.iter().find(|pattern| pattern.name == name)
    }

    /// The concept of that id.
    pub(crate) fn concept(&self, id: &str) -> Option<&Concept> {
        self.concept_numbers
            .get(id)
            .map(|number| &self.concepts[*number])
    }

    /// Whether it knows enough of the vocabulary of news to tell the figures of two happenings apart.
    pub(crate) fn knows_happenings(&self) -> bool {
        self.concepts.len() >= VOCABULARY
    }

    /// What the concept of that id is like.
    pub(crate) fn traits(&self, id: &str) -> &Traits {
        self.traits.get(id).unwrap_or(&NO_TRAITS)
    }

    /// Numbers of the contrasts that hold the concept of that id, ascending.
    pub(crate) fn contrasts_of(&self, id: &str) -> impl Iterator<Item = usize> + '_ {
        self.contrasts_by_id.get(id).into_iter().flatten().copied()
    }

    /// The word list `name`; `None` where the pack has none.
    #[inline]
    pub(crate) fn word_list(&self, name: &str) -> Option<&PhraseSet> {
        self.words.get(name)
    }

    /// Whether a shape may match at the start of `text`: one look for all of them.
    pub(crate) fn may_have_shape(&self, text: &str) -> bool {
        let any = self
            .any_shape
            .get_or_init(|| common::any_shape(&self.shapes));
        any.as_ref().is_none_or(|any| any.is_match(text))
    }

    /// Whether a phrase of the word list `name` stands at token `i`: the number of its tokens.
    #[inline]
    pub(crate) fn word_at(&self, name: &str, view: &View<'_>, i: usize) -> Option<usize> {
        self.words
            .get(name)?
            .longest_at(view, i)
            .map(|(length, ())| length)
    }

    /// Whether a phrase of the word list `name` ends directly before token `i`: its first token.
    #[inline]
    pub(crate) fn word_before(&self, name: &str, view: &View<'_>, i: usize) -> Option<usize> {
        self.words
            .get(name)?
            .ending_before(view, i)
            .map(|(start, ())| start)
    }
}

/// How numbers are written in digits.
#[derive(Debug, Clone, Default)]
pub(crate) struct Format {
    pub grouping: Vec<char>,
    pub decimal: Vec<char>,
    /// "ba triệu hai" is 3 200 000.
    pub elliptical: bool,
    /// Digits go on behind scale words, from ten thousand on by myriads.
    pub myriads: bool,
}

/// A number word.
#[derive(Debug, Clone)]
pub(crate) struct NumeralWord {
    pub role: schema::NumeralRole,
    pub value: Number,
    pub alone: bool,
    pub article: bool,
    pub after_digits: bool,
    pub glued: bool,
    pub between: bool,
    pub multiplies: bool,
    /// Only in an amount of money, or before one of `before`.
    pub money: bool,
    pub before: std::sync::Arc<PhraseSet>,
}

#[derive(Debug)]
pub(crate) struct RangeForm {
    pub name: String,
    pub open: PhraseSet,
    /// Whether it needs one of the opening words.
    pub opened: bool,
    pub between: PhraseSet,
    pub relation: schema::RangeRelation,
}

#[derive(Debug, Clone)]
pub(crate) struct Hedge {
    pub qualifier: Qualifier,
    pub name: String,
}

#[derive(Debug)]
pub(crate) struct Unit {
    pub symbol: String,
    pub kind: schema::UnitKind,
    pub dimension: Option<String>,
    pub factor: Option<Number>,
    pub glued: bool,
    pub not_before: PhraseSet,
    pub decimals: bool,
}

#[derive(Debug)]
pub(crate) struct Currency {
    pub code: String,
    pub before: bool,
    pub glued: bool,
    pub large: bool,
    pub not_before: PhraseSet,
}

#[derive(Debug)]
pub(crate) struct Pattern {
    /// `<language>/<name>`.
    pub name: String,
    pub kind: schema::PatternKind,
    pub priority: i32,
    pub set: BTreeMap<String, i64>,
    pub reason: String,
    pub value: Option<String>,
    pub qualifier: Option<Qualifier>,
    pub not_after: PhraseSet,
    pub not_before: PhraseSet,
    pub after: Option<PhraseSet>,
    pub before: Option<PhraseSet>,
    /// Whether the end of the text counts as one of the words of `before`.
    pub before_end: bool,
    pub sentence_start: bool,
}

impl Pattern {
    /// Whether it may match from token `at`, as the token before it tells.
    #[inline]
    pub(crate) fn may_open(&self, view: &View<'_>, at: usize) -> bool {
        let after = self.after.as_ref();
        (!self.sentence_start || at == 0)
            && after.is_none_or(|words| words.may_end_before(view, at))
    }
}

#[derive(Debug, Clone)]
pub(crate) struct Shape {
    pub name: String,
    pub reason: String,
    pub regex: regex::Regex,
}

/// What can be counted, happen or be dated.
#[derive(Debug, Clone)]
pub(crate) struct Concept {
    pub id: String,
    /// The id once more, for all that name it.
    pub name: std::sync::Arc<str>,
    pub role: schema::ConceptRole,
    pub broader: Option<String>,
}

/// What a concept is like; all off for one that no `[[trait]]` names.
#[derive(Debug, Clone, Default)]
pub(crate) struct Traits {
    pub generic: bool,
    pub tally: bool,
    pub evolves: bool,
    pub falls: bool,
    /// Says that a figure went up.
    pub raises: bool,
    /// Says that a figure went down.
    pub lowers: bool,
    pub serial: bool,
    pub scale: bool,
    /// Is told in degrees on its scale.
    pub degrees: bool,
    pub numbered: bool,
    pub age: bool,
    pub befalls: bool,
    /// Owns a figure as a name does.
    pub owner: bool,
    /// Its figure is an amount of money.
    pub in_money: bool,
    /// Several happenings counted together.
    pub sums_up: bool,
    pub actor: bool,
    pub phase: bool,
    /// Stays what it is for years.
    pub fixed: bool,
    pub implies: Option<String>,
}

/// Of a concept that no `[[trait]]` names.
pub(crate) static NO_TRAITS: Traits = Traits {
    generic: false,
    tally: false,
    evolves: false,
    falls: false,
    raises: false,
    lowers: false,
    serial: false,
    scale: false,
    degrees: false,
    actor: false,
    phase: false,
    fixed: false,
    numbered: false,
    age: false,
    befalls: false,
    owner: false,
    in_money: false,
    sums_up: false,
    implies: None,
};

#[cfg(test)]
mod tests;
