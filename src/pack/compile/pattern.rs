//! The templates of the patterns as one graph, with the slots and lists that they name.

use std::collections::{BTreeSet, HashMap};

use super::super::load::{RuleFile, entries};
use super::super::schema::PatternKind;
use super::super::{Graph, Lexicon, Pattern, Phrase, PhraseSet, Phrases, Slot, Table};
use crate::Error;
use crate::text::is_syllable;
use crate::value::Qualifier;

/// Words under a name, for templates.
pub(super) struct Lists {
    pub names: HashMap<String, u16>,
    pub sets: Vec<PhraseSet>,
}

pub(super) fn lists(files: &[&RuleFile], lexicon: &mut Lexicon) -> Result<Lists, Error> {
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
pub(super) struct Slots {
    pub words: Table<Slot, Phrases<i64>>,
    custom: Vec<String>,
}

impl Slots {
    pub fn of(files: &[&RuleFile], lexicon: &mut Lexicon) -> Self {
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
    "told-day",
    "told-month",
    "told-year",
    "one-value",
    "counted",
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
    "plan-ahead",
    "nth-week",
    "half-told",
];

fn can_be_set(key: &str) -> bool {
    let key = key.strip_prefix("end.").unwrap_or(key);
    SET_KEYS.contains(&key) || Slot::named(key).is_some()
}

pub(super) fn patterns(
    code: &str,
    files: &[&RuleFile],
    lexicon: &mut Lexicon,
    lists: &HashMap<String, u16>,
    slots: &Slots,
) -> Result<(Graph, Vec<Pattern>), Error> {
    let own = files
        .iter()
        .filter_map(|file| file.content.language.as_ref());
    let unspaced = own
        .flat_map(|language| language.get_ref().letters.chars())
        .any(is_syllable);
    let mut graph = Graph::new(unspaced);
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
