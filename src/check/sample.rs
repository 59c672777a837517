//! Holds the samples of rule packs against what the stages make of them.

use rayon::prelude::*;

use crate::claim::credited_in;
use crate::mention::{self, WordCache};
use crate::pack::{Entry, Pack, Packs, Sample, Wanted};
use crate::source::CueNames;

/// Folder of the entries that every language shares.
const SHARED: &str = "base";

/// What became of one sample of an entry.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SampleResult {
    /// Name of the entry.
    pub entry: String,
    /// Language that read the sample: an entry of `base` is tried in every language.
    pub language: String,
    /// Path of the rule file.
    pub file: String,
    /// 1-based line of the sample.
    pub line: usize,
    /// 1-based column of the sample, in code points.
    pub column: usize,
    /// The text that was read.
    pub text: String,
    /// What the entry promises.
    pub wanted: String,
    /// What came out.
    pub got: String,
    /// Whether the promise holds.
    pub holds: bool,
}

/// Reads every sample of `entries` with `packs`, which were made of the same files; in the order of the entries.
pub fn samples(packs: &Packs, entries: &[Entry]) -> Vec<SampleResult> {
    let languages: Vec<(&str, &Pack)> = packs.iter().collect();
    let mut results: Vec<(usize, Vec<SampleResult>)> = languages
        .par_iter()
        .flat_map(|(language, pack)| {
            let cues = CueNames::of(pack);
            let own: Vec<(usize, &Entry)> = entries
                .iter()
                .enumerate()
                .filter(|(_, entry)| entry.language == *language || entry.language == SHARED)
                .collect();
            own.par_iter()
                .map_init(WordCache::default, |cache, (number, entry)| {
                    let tried = entry.samples.iter().map(|sample| {
                        let (holds, got) = tried(pack, &cues, entry, sample, cache);
                        result(language, entry, sample, holds, got)
                    });
                    (*number, tried.collect())
                })
                .collect::<Vec<_>>()
        })
        .collect();
    results.sort_by_key(|(number, _)| *number);
    results
        .into_iter()
        .flat_map(|(_, results)| results)
        .collect()
}

fn tried(
    pack: &Pack,
    cues: &CueNames,
    entry: &Entry,
    sample: &Sample,
    cache: &mut WordCache,
) -> (bool, String) {
    match entry.section.as_str() {
        "attribution" => {
            let credited = credited_in(pack, &sample.text, cache);
            let holds = match &sample.wanted {
                Wanted::Credit(source) => credited.contains(source),
                _ => credited.is_empty(),
            };
            let got = match credited.as_slice() {
                [] => "no credit".to_owned(),
                credited => format!("credit to {}", credited.join("; ")),
            };
            (holds, got)
        }
        "block" => {
            let found = cues.find(&sample.text);
            let its_own = found == entry.kind.as_deref();
            let got =
                found.map_or_else(|| "body text".to_owned(), |found| format!("block {found}"));
            (its_own == (sample.wanted == Wanted::Block), got)
        }
        _ => mention::sample(pack, entry, sample, cache),
    }
}

fn result(
    language: &str,
    entry: &Entry,
    sample: &Sample,
    holds: bool,
    got: String,
) -> SampleResult {
    SampleResult {
        entry: entry.name.clone(),
        language: language.to_owned(),
        file: entry.file.clone(),
        line: sample.line,
        column: sample.column,
        text: sample.text.clone(),
        wanted: wanted(entry, &sample.wanted),
        got,
        holds,
    }
}

/// "2025-07-11, kind date", "ignored: idiom", "credit to Yonhap", "nothing by this entry".
fn wanted(entry: &Entry, wanted: &Wanted) -> String {
    let kind = entry.kind.as_deref().unwrap_or("");
    match wanted {
        Wanted::Reading { .. } if kind.starts_with("ignored") => kind.to_owned(),
        Wanted::Reading {
            value,
            kind,
            unit,
            qualifier,
            published,
        } => {
            let value = match value.as_deref() {
                None => "any value",
                Some("") => "a value that is not told",
                Some(value) => value,
            };
            let mut parts = vec![value.to_owned()];
            let named = [
                ("kind", kind),
                ("unit", unit),
                ("qualifier", qualifier),
                ("published", published),
            ];
            for (name, value) in named {
                parts.extend(value.iter().map(|value| format!("{name} {value}")));
            }
            parts.join(", ")
        }
        Wanted::Credit(source) => format!("credit to {source}"),
        Wanted::Block => format!("block {kind}"),
        Wanted::Nothing => "nothing by this entry".to_owned(),
    }
}

#[cfg(test)]
mod tests;
