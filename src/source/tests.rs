#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "tests"
)]

mod blocks;
mod charsets;
mod cues;
mod html;
mod json_lines;
mod language;
mod manifest;
mod markdown;
mod read;
mod sentences;
mod suspicious;

use std::sync::LazyLock;

use super::{Input, Reader, Source};
use crate::pack::Packs;

/// The packs of all tests: those that ship.
static PACKS: LazyLock<Packs> = LazyLock::new(|| Packs::embedded().unwrap());
static READER: LazyLock<Reader> = LazyLock::new(|| Reader::new(&PACKS));

fn packs() -> &'static Packs {
    &PACKS
}

fn read(input: Input) -> Source {
    READER.read(input)
}

fn text(text: &str) -> Source {
    read(Input::new("a.txt", text))
}
