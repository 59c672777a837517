//! The credits of a text by itself, to hold the samples of a pack against.

use super::analysis::Analysis;
use super::credit::credits;
use crate::mention::{self, Reference, WordCache};
use crate::pack::{Pack, View};
use crate::source::Sentence;
use crate::text::{Derived, Span};

/// Who is credited in `text`, read as one sentence, in the order of the text.
pub(crate) fn credited_in(pack: &Pack, text: &str, cache: &mut WordCache) -> Vec<String> {
    let span = Span::new(0, text.len());
    let sentence = Sentence {
        span,
        text: Derived::new(text, span),
        language: Some(pack.code().to_owned()),
    };
    let reading = mention::read(&sentence, pack, &Reference::default(), cache);
    let view = View {
        text: sentence.text.text(),
        tokens: &reading.tokens,
        words: &reading.words,
    };
    let analysis = Analysis::of(pack, &view);
    let found = credits(pack, &view, &analysis);
    found.into_iter().map(|credit| view.shown(credit)).collect()
}
