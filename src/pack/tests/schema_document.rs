//! The guide to rule packs names everything that a rule file may say.

use std::collections::BTreeSet;

const SCHEMA: [&str; 3] = [
    include_str!("../schema/mod.rs"),
    include_str!("../schema/figure.rs"),
    include_str!("../schema/meaning.rs"),
];
const SLOTS: &str = include_str!("../slot.rs");
const COMPILE: &str = include_str!("../compile/pattern.rs");
const GUIDE: &str = include_str!("../../../docs/rule-packs.md");

/// The fields of every struct of the schema, as keys: (struct, key).
fn keys() -> BTreeSet<(String, String)> {
    let mut keys = BTreeSet::new();
    let mut within = None;
    let mut renamed = None;
    for line in SCHEMA.iter().flat_map(|file| file.lines()) {
        if let Some(name) = line.strip_prefix("pub(crate) struct ") {
            within = name.split([' ', '{']).next();
        } else if line == "}" {
            within = None;
        } else if let Some(rest) = line.strip_prefix("    #[serde(rename = \"") {
            renamed = rest.split('"').next();
        } else if let (Some(name), Some(field)) = (within, line.strip_prefix("    pub ")) {
            let field = field.split(':').next().unwrap().replace('_', "-");
            let key = renamed.take().map_or(field, str::to_owned);
            keys.insert((name.to_owned(), key));
        }
    }
    keys
}

/// The section of the guide whose heading names the section of a rule file: `### [[unit]]`.
fn chapter(heading: &str) -> Option<&'static str> {
    let from = GUIDE.find(&format!("\n### {heading}"))? + 1;
    let rest = &GUIDE[from..];
    let to = rest[3..].find("\n##").map_or(rest.len(), |to| to + 3);
    Some(&rest[..to])
}

#[test]
fn every_key_of_every_section_stands_in_its_chapter() {
    let chapters = [
        ("Language", "`[language]`"),
        ("Neighbour", "`[language]`"),
        ("NumberFormat", "`[number-format]`"),
        ("Fold", "`[[fold]]`"),
        ("Numeral", "`[[numeral]]`"),
        ("RangeForm", "`[[range]]`"),
        ("Hedge", "`[[hedge]]`"),
        ("Unit", "`[[unit]]`"),
        ("Currency", "`[[currency]]`"),
        ("SlotWord", "`[[slot]]`"),
        ("Feast", "`[[feast]]`"),
        ("WordList", "`[[list]]`"),
        ("Pattern", "`[[pattern]]`"),
        ("Example", "`examples` and `not`"),
        ("Shape", "`[[shape]]`"),
        ("Concept", "`[[concept]]`"),
        ("Entity", "`[[entity]]`"),
        ("Contrast", "`[[contrast]]`"),
        ("ConceptTrait", "`[[trait]]`"),
        ("Attribution", "`[[attribution]]`"),
        ("AttributionExample", "`[[attribution]]`"),
        ("Modality", "`[[modality]]`"),
        ("Abbreviation", "`[[abbreviation]]`"),
        ("BlockCue", "`[[block]]`"),
    ];
    let keys = keys();
    let known = chapters.map(|(name, _)| name);
    for (name, key) in &keys {
        if name == "PackFile" {
            assert!(
                chapter(&format!("`[{key}]`"))
                    .or(chapter(&format!("`[[{key}]]`")))
                    .is_some(),
                "no chapter on {key}"
            );
            continue;
        }
        assert!(known.contains(&name.as_str()), "{name} has no chapter");
        let (_, heading) = chapters.iter().find(|(known, _)| known == name).unwrap();
        let chapter = chapter(heading).unwrap_or_else(|| panic!("no chapter {heading}"));
        assert!(
            chapter.contains(&format!("`{key}`")),
            "{heading} does not name {key}"
        );
    }
    assert!(keys.len() > 80, "only {} keys were found", keys.len());
}

#[test]
fn every_slot_and_every_key_of_set_is_named() {
    let quoted = |text: &str| -> Vec<String> {
        text.split('"')
            .skip(1)
            .step_by(2)
            .map(str::to_owned)
            .collect()
    };
    let slots = SLOTS
        .split("Some(match name {")
        .nth(1)
        .unwrap()
        .split("_ =>")
        .next()
        .unwrap();
    let slots = quoted(slots);
    assert!(slots.len() > 20);
    for slot in slots {
        assert!(GUIDE.contains(&format!("`{{{slot}}}`")), "no slot {slot}");
    }
    let set = COMPILE
        .split("const SET_KEYS")
        .nth(1)
        .unwrap()
        .split("];")
        .next()
        .unwrap();
    let set = quoted(set);
    assert!(set.len() > 10);
    let chapter = chapter("`set`").unwrap();
    for key in set {
        assert!(chapter.contains(&format!("`{key}`")), "no key {key} of set");
    }
}

/// The names of an enumeration of the schema, in kebab-case.
fn names_of(name: &str) -> Vec<String> {
    let start = format!("enum {name} {{");
    let (_, body) = SCHEMA
        .iter()
        .find_map(|file| file.split_once(&start))
        .unwrap();
    let body = body.split("\n}").next().unwrap();
    let variants = body
        .lines()
        .map(str::trim)
        .filter(|line| line.starts_with(char::is_uppercase));
    variants
        .map(|variant| {
            let mut kebab = String::new();
            for c in variant.trim_end_matches(',').chars() {
                if c.is_uppercase() && !kebab.is_empty() {
                    kebab.push('-');
                }
                kebab.extend(c.to_lowercase());
            }
            kebab
        })
        .collect()
}

#[test]
fn every_choice_is_named() {
    let choices = [
        ("HeadPosition", "`[language]`"),
        ("NumeralRole", "`[[numeral]]`"),
        ("RangeRelation", "`[[range]]`"),
        ("UnitKind", "`[[unit]]`"),
        ("PatternKind", "`[[pattern]]`"),
        ("ConceptRole", "`[[concept]]`"),
        ("CuePosition", "`[[block]]`"),
    ];
    for (name, heading) in choices {
        let names = names_of(name);
        assert!(names.len() > 1, "{name}");
        for choice in names {
            assert!(
                chapter(heading).unwrap().contains(&format!("`{choice}`")),
                "{heading} does not name {choice}"
            );
        }
    }
}
