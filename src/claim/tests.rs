#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "tests"
)]

mod amounts;
mod antecedents;
mod changes;
mod counted;
mod credits;
mod currencies;
mod flags;
mod nouns;
mod past;
mod plans;
mod revised;
mod rows;
mod subjects;

use std::sync::LazyLock;

use super::{Claim, read};
use crate::mention::{Kind, Reference};
use crate::pack::Packs;
use crate::source::{Input, Metadata, Reader};

static PACKS: LazyLock<Packs> = LazyLock::new(|| Packs::embedded().unwrap());
static READER: LazyLock<Reader> = LazyLock::new(|| Reader::new(&PACKS));

/// The claims of a text in a language; its lines are paragraphs.
fn claims(language: &str, text: &str) -> Vec<Claim> {
    let meta = Metadata {
        language: Some(language.to_owned()),
        ..Metadata::default()
    };
    let source = READER.read(Input::new("a.txt", text).with_meta(meta));
    read(&source, &PACKS, &Reference::of(Some("2023-07-15"))).claims
}

/// The one claim of that value.
fn claim(language: &str, text: &str, value: &str) -> Claim {
    let claims = claims(language, text);
    let is = |claim: &&Claim| claim.mention.value.notation().as_deref() == Some(value);
    let found: Vec<_> = claims.iter().filter(is).collect();
    let values: Vec<_> = claims.iter().map(|c| c.mention.value.notation()).collect();
    assert_eq!(found.len(), 1, "{value} in {text:?}: {values:?}");
    found[0].clone()
}

/// Kind, unit and value of every claim of a text but its dates and shares.
fn told(language: &str, text: &str) -> Vec<String> {
    let claims = claims(language, text);
    let figures = claims
        .iter()
        .filter(|claim| !matches!(claim.mention.kind, Kind::Date | Kind::Percent));
    let parts = figures.map(|claim| {
        let unit = claim.mention.unit.as_deref().unwrap_or("");
        let value = claim.mention.value.notation().unwrap_or_default();
        [claim.mention.kind.name(), unit, &value].join(" ")
    });
    parts.collect()
}
