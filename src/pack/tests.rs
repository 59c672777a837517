#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "tests"
)]

mod errors;
mod lexicon;
mod overlay;
mod phrases;
mod schema_document;
mod templates;

use super::load::RuleFile;
use super::{Pack, View, WordId, compile};
use crate::Error;
use crate::text::{Token, TokenKind, tokens};

/// The file that [`pack`] says it reads.
const FILE: &str = "rules/xx/test.toml";

/// A pack of one file and no shared rules.
fn pack(text: &str) -> Result<Pack, Error> {
    compile::pack(
        "xx",
        &[],
        &[RuleFile::parse(FILE.to_owned(), text.to_owned().into())?],
        &super::common::Common::default(),
    )
}

/// A sentence as the rules of a pack see it.
struct Text {
    text: String,
    tokens: Vec<Token>,
    words: Vec<WordId>,
}

impl Text {
    fn new(pack: &Pack, text: &str) -> Self {
        let tokens = tokens(text);
        let word = |token: &Token| match token.kind {
            TokenKind::Word => pack.lexicon.id(&pack.lexicon.key(token.of(text))),
            TokenKind::Digits | TokenKind::Sign => WordId::UNKNOWN,
        };
        Self {
            text: text.to_owned(),
            words: tokens.iter().map(word).collect(),
            tokens,
        }
    }

    fn view(&self) -> View<'_> {
        View {
            text: &self.text,
            tokens: &self.tokens,
            words: &self.words,
        }
    }
}
