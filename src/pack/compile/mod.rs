//! Checked rule files to a [`Pack`].

mod figure;
mod pattern;

use figure::{currencies, hedges, numerals, ranges, units};
use pattern::{Slots, lists, patterns};

use std::collections::{BTreeMap, BTreeSet};
use std::sync::OnceLock;

use super::common::{self, Common};
use super::load::{At, RuleFile, entries};
use super::look::Look;
use super::placed::Placed;
use super::schema::{self, HeadPosition, RangeRelation};
use super::{
    Concept, Feasts, Format, Gate, Lexicon, ModalityCue, Pack, Phrase, PhraseSet, Phrases, Sense,
    Slot, Table, Traits, Words,
};
use crate::Error;

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
    let terms = concepts(&files, language.syllabic, &mut lexicon)?;
    let (concepts, [concept_words, short_words, measured_words]) = terms;
    let mut entities = Phrases::default();
    for at in entries(&files, |f| &f.entity) {
        for name in &at.get().names {
            let id = std::sync::Arc::from(at.get().id.as_str());
            entities.insert(Phrase::parse_name(name, &mut lexicon), id);
        }
    }
    let mut traits: Table<String, Traits> = Table::default();
    for at in entries(&files, |f| &f.traits) {
        for id in &at.get().concepts {
            let known = traits.entry(id.clone()).or_default();
            known.generic |= at.get().generic;
            known.tally |= at.get().tally;
            known.evolves |= at.get().evolves;
            known.falls |= at.get().falls;
            known.raises |= at.get().raises;
            known.lowers |= at.get().lowers;
            known.serial |= at.get().serial;
            known.scale |= at.get().scale;
            known.degrees |= at.get().degrees;
            known.numbered |= at.get().numbered;
            known.age |= at.get().age;
            known.befalls |= at.get().befalls;
            known.owner |= at.get().owner;
            known.in_money |= at.get().in_money;
            known.sums_up |= at.get().sums_up;
            known.actor |= at.get().actor;
            known.phase |= at.get().phase;
            known.fixed |= at.get().fixed;
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
        let entry = at.get();
        let says = match entry.modality.as_str() {
            "planned" => Some(Sense::Planned),
            "possible" => Some(Sense::Possible),
            "denied" => Some(Sense::Denied),
            "asserted" => None,
            other => {
                return Err(at.error(format!(
                    "\"{other}\" is no modality: planned, possible, denied or asserted"
                )));
            }
        };
        let reach = entry.reach;
        for word in &entry.words {
            let phrase = Phrase::parse(word, &mut lexicon);
            modalities.insert(phrase, ModalityCue { says, reach });
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
    let words: Words<PhraseSet> = named
        .into_iter()
        .map(|(name, words)| (name, PhraseSet::of(&words, &mut lexicon)))
        .collect();
    let roman = lexicon.words_like(|key| key.iter().all(|letter| b"ivxl".contains(letter)));
    let mut slots_with_digits: Vec<Slot> = Vec::new();
    let with_digits = slots
        .words
        .iter()
        .filter(|(_, words)| words.start_with_digits());
    slots_with_digits.extend(with_digits.map(|(slot, _)| *slot));
    slots_with_digits.sort_unstable();
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
            gate.minus = number;
            gate.inner.extend(numerals.first());
            // "5,5 x 10^3".
            let sides = ranges
                .iter()
                .filter(|form| form.relation == RangeRelation::Sides);
            for form in sides {
                gate.inner.extend(form.between.first());
            }
        }
        if slot.takes_roman() {
            gate.words.extend(&roman);
            gate.any_capital = true;
        }
        gate.one_run = slot.integers().is_some() && !slots_with_digits.contains(&slot.words());
        gate
    };
    let behind = |pattern: usize| match &patterns[pattern].before {
        Some(words) if !patterns[pattern].before_end => words
            .first_atoms()
            .map(Look::of_atom)
            .fold(0, |all, look| all | look),
        _ => Look::LEAF,
    };
    graph.finish(gate_of, &behind);
    let mut starts = graph.starts();
    starts.extend(numerals.first());
    starts.extend(currency_words.first());
    let mut start_signs: Vec<char> = graph.start_signs().collect();
    start_signs.extend(numerals.first_signs().chain(currency_words.first_signs()));
    start_signs.sort_unstable();
    start_signs.dedup();
    let contrasts: Vec<Vec<String>> = entries(&files, |f| &f.contrast)
        .map(|at| at.get().concepts.clone())
        .collect();
    let mut contrasts_by_id: Table<String, Vec<usize>> = Table::default();
    for (number, set) in contrasts.iter().enumerate() {
        for id in set {
            contrasts_by_id.entry(id.clone()).or_default().push(number);
        }
    }
    let mut telling = concept_words.first().clone();
    telling.extend(entities.first());
    for list in ["clause", "stop"].iter().filter_map(|name| words.get(name)) {
        telling.extend(list.first());
    }
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
        slots_with_digits,
        feasts,
        lists: lists.sets,
        graph,
        patterns,
        starts,
        start_signs,
        any_shape: OnceLock::new(),
        shapes,
        telling,
        concept_numbers: concepts
            .iter()
            .enumerate()
            .map(|(number, concept)| (concept.id.clone(), number))
            .collect(),
        concepts,
        concept_words,
        short_words,
        measured_words,
        entities,
        contrasts,
        contrasts_by_id,
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
        let is_code = |code: &str| code.len() == 3 && code.bytes().all(|b| b.is_ascii_uppercase());
        if at
            .get()
            .currency
            .as_deref()
            .is_some_and(|code| !is_code(code))
        {
            return Err(
                at.error("currency is the ISO 4217 code of a currency: three capital letters")
            );
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
        nouns_capitalised: false,
        date_order: "dmy".to_owned(),
        month_first_regions: Vec::new(),
        currency: None,
        neighbours: Vec::new(),
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
        myriads: format.myriads,
    })
}

fn concepts(
    files: &[&RuleFile],
    syllabic: bool,
    lexicon: &mut Lexicon,
) -> Result<(Vec<Concept>, [Phrases<usize>; 3]), Error> {
    let mut concepts: Vec<Concept> = Vec::new();
    let mut words = Phrases::default();
    let (mut short, mut measured) = (Phrases::default(), Phrases::default());
    let mut ids = BTreeSet::new();
    for at in entries(files, |f| &f.concept) {
        let entry = at.get();
        if !ids.insert(&entry.id) {
            return Err(at.error(format!("there are two concepts \"{}\"", entry.id)));
        }
        for word in &entry.words {
            words.insert(Phrase::parse_term(word, syllabic, lexicon), concepts.len());
        }
        for word in &entry.short {
            short.insert(Phrase::parse_term(word, syllabic, lexicon), concepts.len());
        }
        for word in &entry.measured {
            measured.insert(Phrase::parse_term(word, syllabic, lexicon), concepts.len());
        }
        concepts.push(Concept {
            id: entry.id.clone(),
            name: entry.id.as_str().into(),
            role: entry.role,
            broader: entry.broader.clone(),
        });
    }
    Ok((concepts, [words, short, measured]))
}
