//! `crosscheck rules show NAME`.

use std::fmt::Write as _;
use std::process::ExitCode;

use anyhow::{Result, bail};
use crosscheck::pack::Entry;
use crosscheck::render::visible;

use super::super::args::{Color, RulesShow};
use super::super::output::Target;
use super::load::packs_and_entries;

/// The entries of a name as they stand in their files, and what their examples give now.
pub fn show(args: &RulesShow) -> Result<ExitCode> {
    let (packs, entries) = packs_and_entries(args.rules.as_deref())?;
    let found: Vec<Entry> = entries
        .iter()
        .filter(|entry| is_named(entry, &args.name))
        .cloned()
        .collect();
    if found.is_empty() {
        let likeness = |entry: &&Entry| strsim::jaro_winkler(&entry.name, &args.name);
        let nearest = entries
            .iter()
            .max_by(|a, b| likeness(a).total_cmp(&likeness(b)));
        let nearest = nearest.filter(|entry| likeness(entry) > 0.8);
        let hint = nearest.map_or_else(String::new, |entry| {
            format!("; did you mean '{}'?", entry.name)
        });
        bail!("no entry of the rule packs is named '{}'{hint}", args.name);
    }
    let mut text = String::new();
    for (number, entry) in found.iter().enumerate() {
        if number > 0 {
            text.push('\n');
        }
        let Entry {
            file,
            line,
            column,
            language,
            section,
            ..
        } = entry;
        writeln!(text, "{file}:{line}:{column}: {section} of {language}")?;
        for line in entry.source.lines() {
            writeln!(text, "    {}", visible(line))?;
        }
        for result in crosscheck::samples(&packs, std::slice::from_ref(entry)) {
            let verdict = if result.holds { "holds" } else { "WRONG" };
            writeln!(
                text,
                "  {verdict} in {}: \"{}\"",
                result.language,
                visible(&result.text)
            )?;
            writeln!(text, "    wanted {}", visible(&result.wanted))?;
            writeln!(text, "    got {}", visible(&result.got))?;
        }
    }
    Target::new(None, Color::Never).write(|_, page| page.write_all(text.as_bytes()))?;
    Ok(ExitCode::SUCCESS)
}

/// By its bare name, or with its language or section before it, as reports name rules.
fn is_named(entry: &Entry, name: &str) -> bool {
    let prefixed = |prefix: &str| {
        name.strip_prefix(prefix)
            .and_then(|rest| rest.strip_prefix('/'))
    };
    let is = |name: &str| {
        entry.name == name
            || entry.section == "hedge" && name.strip_prefix("hedge-") == Some(&entry.name)
    };
    is(name)
        || prefixed(&entry.language).is_some_and(is)
        || prefixed(&entry.section).is_some_and(is)
}
