//! Checked rule files to a [`Pack`].

use std::collections::{BTreeMap, BTreeSet, HashMap};

use super::common::{self, Common};
use super::load::{At, RuleFile, entries};
use super::placed::Placed;
use super::schema::{self, HeadPosition, NumeralRole, PatternKind};
use super::{
    Concept, Currency, Feasts, Format, Gate, Graph, Hedge, Lexicon, NumeralWord, Pack, Pattern,
    Phrase, PhraseSet, Phrases, RangeForm, Slot, Table, Traits, Unit,
};
use crate::Error;
use crate::value::{Qualifier, parse_decimal};

/// Compiles the shared files and those of `code` into one pack. The order of files is the order of precedence.
///
/// `common` is what was made of the shared files before.
pub(super) fn pack(
    code: &str,
    shared: &[RuleFile],
    own: &[RuleFile],
    common: &Common,
) -> Result<Pack, Error> {
    let files: Vec<&RuleFile> = own.iter().chain(shared).collect();
    let mut lexicon = Lexicon::new(
        files
            .iter()
            .flat_map(|f| f.content.fold.iter().map(Placed::get_ref)),
    );
    let language = language(code, &files)?;
    let format = format(&files)?;
    let numerals = numerals(&files, &mut lexicon)?;
    let (units, unit_words) = units(&files, &mut lexicon)?;
    let (currencies, currency_words) = currencies(&files, &mut lexicon);
    let (hedges_before, hedges_after) = hedges(code, &files, &mut lexicon)?;
    let ranges = ranges(code, &files, &mut lexicon);
    let lists = lists(&files, &mut lexicon)?;
    let slots = Slots::of(&files, &mut lexicon);
    let mut feasts = common.feasts.clone();
    let listed = super::feast::feasts(own)?;
    if !listed.is_empty() {
        let shared = feasts.iter().map(|(code, days)| (*code, days.clone()));
        feasts = shared.chain(listed).collect::<Feasts>().into();
    }
    let (mut graph, patterns) = patterns(code, &files, &mut lexicon, &lists.names, &slots)?;
    let shapes = [common::shapes(own)?, common.shapes.clone()].concat();
    let (concepts, concept_words) = concepts(&files, &mut lexicon)?;
    let mut entities = Phrases::default();
    for at in entries(&files, |f| &f.entity) {
        for name in &at.get().names {
            entities.insert(Phrase::parse_name(name, &mut lexicon), at.get().id.clone());
        }
    }
    let mut traits: BTreeMap<String, Traits> = BTreeMap::new();
    for at in entries(&files, |f| &f.traits) {
        for id in &at.get().concepts {
            let known = traits.entry(id.clone()).or_default();
            known.generic |= at.get().generic;
            known.tally |= at.get().tally;
            known.evolves |= at.get().evolves;
            known.falls |= at.get().falls;
            known.serial |= at.get().serial;
            known.numbered |= at.get().numbered;
            known.actor |= at.get().actor;
            known.phase |= at.get().phase;
            known.implies = known.implies.take().or_else(|| at.get().implies.clone());
        }
    }
    let mut credits_before = Phrases::default();
    let mut credits_after = Phrases::default();
    for at in entries(&files, |f| &f.attribution) {
        let entry = at.get();
        for word in &entry.before {
            credits_before.insert(Phrase::parse(word, &mut lexicon), entry.name.clone());
        }
        for word in &entry.after {
            credits_after.insert(Phrase::parse(word, &mut lexicon), entry.name.clone());
        }
    }
    let credits_not: Vec<String> = entries(&files, |f| &f.attribution)
        .flat_map(|at| at.get().not.clone())
        .collect();
    let credits_not = PhraseSet::of(&credits_not, &mut lexicon);
    let mut modalities = Phrases::default();
    for at in entries(&files, |f| &f.modality) {
        if !["planned", "possible", "denied"].contains(&at.get().modality.as_str()) {
            return Err(at.error(format!(
                "\"{}\" is no modality: planned, possible or denied",
                at.get().modality
            )));
        }
        for word in &at.get().words {
            modalities.insert(Phrase::parse(word, &mut lexicon), at.get().modality.clone());
        }
    }
    let mut named: BTreeMap<String, Vec<String>> = BTreeMap::new();
    for file in &files {
        for (name, words) in &file.content.words {
            named
                .entry(name.clone())
                .or_default()
                .extend(words.get_ref().iter().cloned());
        }
    }
    let words: Table<String, PhraseSet> = named
        .into_iter()
        .map(|(name, words)| (name, PhraseSet::of(&words, &mut lexicon)))
        .collect();
    let roman = lexicon.words_like(|key| key.bytes().all(|letter| b"ivxl".contains(&letter)));
    let gate_of = |slot: Slot| {
        let mut gate = Gate::default();
        match slot {
            Slot::List(list) => gate.open_for(&lists.sets[usize::from(list)]),
            Slot::TimeUnit => gate.open_for(&unit_words),
            _ => {}
        }
        if let Some(words) = slots.words.get(&slot.words()) {
            gate.open_for(words);
        }
        let number = matches!(slot, Slot::N | Slot::Of);
        if number || slot.integers().is_some() {
            gate.open_for(&numerals);
            gate.digits = true;
            // A minus.
            gate.signs |= number;
        }
        if slot.takes_roman() {
            gate.words.extend(&roman);
            gate.any_word = true;
        }
        gate
    };
    graph.finish(gate_of);
    let mut starts = graph.starts();
    starts.extend(numerals.first());
    starts.extend(currency_words.first());
    Ok(Pack {
        language,
        format,
        numerals,
        ranges,
        hedges_before,
        hedges_after,
        units,
        unit_words,
        currencies,
        currency_words,
        slot_words: slots.words,
        feasts,
        lists: lists.sets,
        graph,
        patterns,
        starts,
        shapes,
        concept_numbers: concepts
            .iter()
            .enumerate()
            .map(|(number, concept)| (concept.id.clone(), number))
            .collect(),
        concepts,
        concept_words,
        entities,
        contrasts: entries(&files, |f| &f.contrast)
            .map(|at| at.get().concepts.clone())
            .collect(),
        traits,
        credits_before,
        credits_after,
        credits_not,
        modalities,
        words,
        stop_words: stop_words(&files),
        abbreviations: entries(&files, |f| &f.abbreviation)
            .flat_map(|at| at.get().words.clone())
            .collect(),
        blocks: entries(&files, |f| &f.block)
            .map(|at| at.get().clone())
            .collect(),
        lexicon,
    })
}

/// The words of the list `stop` of all files, as written.
pub(super) fn stop_words(files: &[&RuleFile]) -> Vec<String> {
    let lists = files
        .iter()
        .filter_map(|file| file.content.words.get("stop"));
    lists.flat_map(|words| words.get_ref().clone()).collect()
}

/// The language of a pack, by the first file that tells it.
pub(super) fn language(code: &str, files: &[&RuleFile]) -> Result<schema::Language, Error> {
    for file in files {
        let Some(entry) = &file.content.language else {
            continue;
        };
        let at = At { file, entry };
        if at.get().code != code {
            return Err(at.error(format!(
                "this file lies in the folder \"{code}\", but its code is \"{}\"",
                at.get().code
            )));
        }
        if !["dmy", "mdy", "ymd"].contains(&at.get().date_order.as_str()) {
            return Err(at.error("date-order is \"dmy\", \"mdy\" or \"ymd\""));
        }
        return Ok(at.get().clone());
    }
    Ok(schema::Language {
        code: code.to_owned(),
        name: code.to_owned(),
        letters: String::new(),
        words: Vec::new(),
        head: HeadPosition::First,
        syllabic: false,
        date_order: "dmy".to_owned(),
        month_first_regions: Vec::new(),
    })
}

fn format(files: &[&RuleFile]) -> Result<Format, Error> {
    let Some((file, entry)) = files
        .iter()
        .find_map(|file| Some((*file, file.content.number_format.as_ref()?)))
    else {
        return Ok(Format::default());
    };
    let at = At { file, entry };
    let signs = |list: &[String]| {
        list.iter()
            .map(|sign| {
                let mut chars = sign.chars();
                match (chars.next(), chars.next()) {
                    (Some(c), None) => Ok(c),
                    _ => Err(at.error(format!("\"{sign}\" is not one character"))),
                }
            })
            .collect::<Result<Vec<char>, Error>>()
    };
    let format = at.get();
    Ok(Format {
        grouping: signs(&format.grouping)?,
        decimal: signs(&format.decimal)?,
        elliptical: format.elliptical,
    })
}

fn numerals(files: &[&RuleFile], lexicon: &mut Lexicon) -> Result<Phrases<NumeralWord>, Error> {
    let mut numerals = Phrases::default();
    for at in entries(files, |f| &f.numeral) {
        let entry = at.get();
        let needs = !matches!(
            entry.role,
            NumeralRole::Filler | NumeralRole::Half | NumeralRole::Point | NumeralRole::Minus
        );
        let value = match &entry.value {
            Some(value) => parse_decimal(value)
                .ok_or_else(|| at.error(format!("\"{value}\" is no decimal number")))?,
            None if needs => return Err(at.error("a numeral of this role needs a value")),
            None => crate::value::Number::from_integer(0),
        };
        let before = std::sync::Arc::new(PhraseSet::of(&entry.before, lexicon));
        for word in &entry.words {
            let numeral = NumeralWord {
                role: entry.role,
                value,
                alone: entry.alone,
                article: entry.article,
                after_digits: entry.after_digits,
                glued: entry.glued,
                between: entry.between,
                multiplies: entry.multiplies,
                money: entry.money,
                before: before.clone(),
            };
            numerals.insert(Phrase::parse(word, lexicon), numeral);
        }
    }
    Ok(numerals)
}

fn units(files: &[&RuleFile], lexicon: &mut Lexicon) -> Result<(Vec<Unit>, Phrases<usize>), Error> {
    let mut units = Vec::new();
    let mut words = Phrases::default();
    for at in entries(files, |f| &f.unit) {
        let entry = at.get();
        let factor = match &entry.factor {
            Some(factor) => Some(
                parse_decimal(factor)
                    .filter(|f| *f > crate::value::Number::from_integer(0))
                    .ok_or_else(|| {
                        at.error(format!("\"{factor}\" is no positive decimal number"))
                    })?,
            ),
            None => None,
        };
        for word in &entry.words {
            words.insert(Phrase::parse(word, lexicon), units.len());
        }
        units.push(Unit {
            symbol: entry.symbol.clone(),
            kind: entry.kind,
            dimension: entry.dimension.clone(),
            factor,
            glued: entry.glued,
            not_before: PhraseSet::of(&entry.not_before, lexicon),
        });
    }
    Ok((units, words))
}

fn currencies(files: &[&RuleFile], lexicon: &mut Lexicon) -> (Vec<Currency>, Phrases<usize>) {
    let mut currencies = Vec::new();
    let mut words = Phrases::default();
    for at in entries(files, |f| &f.currency) {
        let entry = at.get();
        for word in &entry.words {
            words.insert(Phrase::parse(word, lexicon), currencies.len());
        }
        currencies.push(Currency {
            code: entry.code.clone(),
            before: entry.before,
            glued: entry.glued,
            not_before: PhraseSet::of(&entry.not_before, lexicon),
        });
    }
    (currencies, words)
}

type Hedges = (Phrases<Hedge>, Phrases<Hedge>);

fn hedges(code: &str, files: &[&RuleFile], lexicon: &mut Lexicon) -> Result<Hedges, Error> {
    let (mut before, mut after) = Hedges::default();
    for at in entries(files, |f| &f.hedge) {
        let entry = at.get();
        let qualifier = Qualifier::from_name(&entry.qualifier).ok_or_else(|| {
            at.error(format!(
                "\"{}\" is no qualifier of the report",
                entry.qualifier
            ))
        })?;
        for word in &entry.words {
            let hedge = Hedge {
                qualifier,
                name: format!("{code}/hedge-{}", qualifier.name()),
            };
            let phrase = Phrase::parse(word, lexicon);
            if entry.after {
                after.insert(phrase, hedge)
            } else {
                before.insert(phrase, hedge)
            }
        }
    }
    Ok((before, after))
}

fn ranges(code: &str, files: &[&RuleFile], lexicon: &mut Lexicon) -> Vec<RangeForm> {
    entries(files, |f| &f.range)
        .map(|at| RangeForm {
            name: format!("{code}/{}", at.get().name),
            open: PhraseSet::of(&at.get().open, lexicon),
            opened: !at.get().open.is_empty(),
            between: PhraseSet::of(&at.get().between, lexicon),
            relation: at.get().relation,
        })
        .collect()
}

struct Lists {
    names: HashMap<String, u16>,
    sets: Vec<PhraseSet>,
}

fn lists(files: &[&RuleFile], lexicon: &mut Lexicon) -> Result<Lists, Error> {
    let mut lists = Lists {
        names: HashMap::new(),
        sets: Vec::new(),
    };
    for at in entries(files, |f| &f.list) {
        let number = u16::try_from(lists.sets.len()).map_err(|_| at.error("too many lists"))?;
        if lists.names.insert(at.get().name.clone(), number).is_some() {
            return Err(at.error(format!("there are two lists named \"{}\"", at.get().name)));
        }
        lists.sets.push(PhraseSet::of(&at.get().words, lexicon));
    }
    Ok(lists)
}

/// The slots that words of the pack fill.
struct Slots {
    words: Table<Slot, Phrases<i64>>,
    custom: Vec<String>,
}

impl Slots {
    fn of(files: &[&RuleFile], lexicon: &mut Lexicon) -> Self {
        let mut slots = Self {
            words: Table::default(),
            custom: Vec::new(),
        };
        for at in entries(files, |f| &f.slot) {
            let entry = at.get();
            let slot = slots.named(&entry.slot).unwrap_or_else(|| {
                slots.custom.push(entry.slot.clone());
                Slot::Custom(u16::try_from(slots.custom.len() - 1).unwrap_or(u16::MAX))
            });
            let words = slots.words.entry(slot).or_default();
            for word in &entry.words {
                words.insert(Phrase::parse(word, lexicon), entry.value);
            }
        }
        slots
    }

    fn named(&self, name: &str) -> Option<Slot> {
        Slot::named(name).or_else(|| {
            let at = self.custom.iter().position(|custom| custom == name)?;
            Some(Slot::Custom(u16::try_from(at).ok()?))
        })
    }
}

/// Keys that `set` of a date pattern may hold beside the slots and `end.` with a slot.
const SET_KEYS: &[&str] = &[
    "shift-day",
    "shift-week",
    "shift-month",
    "shift-quarter",
    "shift-year",
    "shift-decade",
    "direction",
    "window",
    "from",
    "open-start",
    "open-end",
    "bc",
    "before",
    "either-order",
    "nth-day",
    "bare",
];

fn can_be_set(key: &str) -> bool {
    let key = key.strip_prefix("end.").unwrap_or(key);
    SET_KEYS.contains(&key) || Slot::named(key).is_some()
}

fn patterns(
    code: &str,
    files: &[&RuleFile],
    lexicon: &mut Lexicon,
    lists: &HashMap<String, u16>,
    slots: &Slots,
) -> Result<(Graph, Vec<Pattern>), Error> {
    let mut graph = Graph::new();
    let mut patterns: Vec<Pattern> = Vec::new();
    let mut names = BTreeSet::new();
    for at in entries(files, |f| &f.pattern) {
        let entry = at.get();
        if !names.insert(&entry.name) {
            return Err(at.error(format!("there are two patterns named \"{}\"", entry.name)));
        }
        if let Some(key) = entry.set.keys().find(|key| !can_be_set(key)) {
            return Err(at.error(format!("\"{key}\" is nothing that can be set")));
        }
        if entry.kind == PatternKind::Ignore && entry.reason.is_none() {
            return Err(at.error("a pattern of kind \"ignore\" says its reason"));
        }
        let qualifier = match &entry.qualifier {
            Some(name) => Some(
                Qualifier::from_name(name)
                    .ok_or_else(|| at.error(format!("\"{name}\" is no qualifier of the report")))?,
            ),
            None => None,
        };
        for template in &entry.templates {
            let mut slot_named = |name: &str, list: bool| {
                if list {
                    lists.get(name).copied().map(Slot::List)
                } else {
                    slots.named(name)
                }
            };
            graph
                .add(template.get_ref(), patterns.len(), lexicon, &mut slot_named)
                .map_err(|(offset, message)| {
                    // The first character of a TOML string follows its quote.
                    let start = template.span().start + 1 + offset;
                    Error::pack(message).at(&at.file.path, &at.file.text, start..start + 1)
                })?;
        }
        let set_of = |words: &[String], lexicon: &mut Lexicon| {
            (!words.is_empty()).then(|| PhraseSet::of(words, lexicon))
        };
        let after = set_of(&entry.after, lexicon);
        let before = set_of(&entry.before, lexicon);
        patterns.push(Pattern {
            name: format!(
                "{}/{}",
                if at.file.path.contains("/base/") {
                    "base"
                } else {
                    code
                },
                entry.name
            ),
            kind: entry.kind,
            priority: entry.priority,
            set: entry.set.clone(),
            reason: entry.reason.clone().unwrap_or_default(),
            value: entry.value.clone(),
            qualifier,
            not_after: PhraseSet::of(&entry.not_after, lexicon),
            not_before: PhraseSet::of(&entry.not_before, lexicon),
            after,
            before,
            before_end: entry.before_end,
            sentence_start: entry.sentence_start,
        });
    }
    Ok((graph, patterns))
}

fn concepts(
    files: &[&RuleFile],
    lexicon: &mut Lexicon,
) -> Result<(Vec<Concept>, Phrases<usize>), Error> {
    let mut concepts: Vec<Concept> = Vec::new();
    let mut words = Phrases::default();
    let mut ids = BTreeSet::new();
    for at in entries(files, |f| &f.concept) {
        let entry = at.get();
        if !ids.insert(&entry.id) {
            return Err(at.error(format!("there are two concepts \"{}\"", entry.id)));
        }
        for word in &entry.words {
            words.insert(Phrase::parse(word, lexicon), concepts.len());
        }
        concepts.push(Concept {
            id: entry.id.clone(),
            role: entry.role,
            broader: entry.broader.clone(),
        });
    }
    Ok((concepts, words))
}
