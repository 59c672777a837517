//! `crosscheck rules list`.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::process::ExitCode;

use anyhow::Result;
use crosscheck::pack::Entry;

use super::super::args::{Color, RulesList};
use super::super::output::Target;
use super::load::packs_and_entries;

/// The packs, the number of their entries by section, and their patterns by kind.
pub fn list(args: &RulesList) -> Result<ExitCode> {
    // The packs themselves are not shown, but rules that cannot be loaded are no rules to list.
    let (_, entries) = packs_and_entries(args.rules.as_deref())?;
    let mut packs: BTreeMap<&str, Vec<&Entry>> = BTreeMap::new();
    for entry in &entries {
        packs.entry(&entry.language).or_default().push(entry);
    }
    let mut text = String::new();
    for (number, (language, entries)) in packs.iter().enumerate() {
        if number > 0 {
            text.push('\n');
        }
        pack(&mut text, language, entries)?;
    }
    Target::new(None, Color::Never).write(|_, page| page.write_all(text.as_bytes()))?;
    Ok(ExitCode::SUCCESS)
}

fn pack(text: &mut String, language: &str, entries: &[&Entry]) -> Result<()> {
    let samples: usize = entries.iter().map(|entry| entry.samples.len()).sum();
    writeln!(
        text,
        "{language}: {} entries, {samples} examples",
        entries.len()
    )?;
    for (section, entries) in by(entries, |entry| &entry.section) {
        writeln!(text, "  {section:14} {:5}", entries.len())?;
    }
    let patterns: Vec<&Entry> = entries
        .iter()
        .copied()
        .filter(|e| e.section == "pattern")
        .collect();
    let kind = |entry: &Entry| match entry.kind.as_deref() {
        Some(kind) if kind.starts_with("ignored") => "ignore".to_owned(),
        kind => kind.unwrap_or("").to_owned(),
    };
    for (kind, patterns) in by(&patterns, kind) {
        let names: Vec<&str> = patterns.iter().map(|entry| entry.name.as_str()).collect();
        writeln!(text, "  patterns of kind {kind}: {}", names.join(", "))?;
    }
    Ok(())
}

fn by<'e, K: ToString>(
    entries: &[&'e Entry],
    key: impl Fn(&'e Entry) -> K,
) -> BTreeMap<String, Vec<&'e Entry>> {
    let mut groups: BTreeMap<String, Vec<&Entry>> = BTreeMap::new();
    for entry in entries {
        groups
            .entry(key(entry).to_string())
            .or_default()
            .push(entry);
    }
    groups
}
