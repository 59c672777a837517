#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "tests"
)]

mod digits;
mod forms;
mod neighbours;
mod numerals;
mod properties;
mod quantities;

use std::sync::LazyLock;

use super::{Reading, Reference, WordCache, read};
use crate::pack::Packs;
use crate::source::Sentence;
use crate::text::{Derived, Span};

/// The packs of all tests: those that ship.
static PACKS: LazyLock<Packs> = LazyLock::new(|| Packs::embedded().unwrap());

/// `text` as one Vietnamese sentence of an article of 15 July 2025.
fn reading(text: &str) -> Reading {
    reading_in("vi", text)
}

/// The same of a sentence in another language.
fn reading_in(language: &str, text: &str) -> Reading {
    let span = Span::new(0, text.len());
    let sentence = Sentence {
        span,
        text: Derived::new(text, span),
        language: Some(language.to_owned()),
    };
    let pack = PACKS.get(language).unwrap();
    let reference = Reference::of(Some("2025-07-15"));
    read(&sentence, pack, &reference, &mut WordCache::default())
}

/// What is read in `text`, as "kind value unit qualifier", without what says nothing.
fn values(text: &str) -> Vec<String> {
    values_of(&reading(text))
}

/// The same of a sentence in another language.
fn values_in(language: &str, text: &str) -> Vec<String> {
    values_of(&reading_in(language, text))
}

fn values_of(reading: &Reading) -> Vec<String> {
    reading
        .mentions
        .iter()
        .map(|mention| {
            let mut parts = vec![mention.kind.name().to_owned()];
            parts.extend(mention.value.notation());
            parts.extend(mention.unit.clone());
            if mention.qualifier.name() != "exact" {
                parts.push(mention.qualifier.name().to_owned());
            }
            parts.join(" ")
        })
        .collect()
}

/// Checks a table of texts and what is read in them.
fn assert_values(table: &[(&str, &[&str])]) {
    let wrong: Vec<String> = table
        .iter()
        .filter(|(text, wanted)| values(text) != *wanted)
        .map(|(text, wanted)| format!("{text:?}: wanted {wanted:?}, read {:?}", values(text)))
        .collect();
    assert!(wrong.is_empty(), "\n{}", wrong.join("\n"));
}
