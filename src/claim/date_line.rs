//! What a news text opens with before it begins: "HANOI, Aug 7, 2025 (Reuters) -", "(Dân trí, 14/5/2025) -".

use super::known::KnownSentences;
use crate::mention::{Kind, Reference};
use crate::pack::{Packs, View};
use crate::source::{BlockKind, Source};
use crate::text::{Case, TokenKind};
use crate::value::Value;

/// Most tokens of such an opening.
const LONGEST: usize = 20;
/// Most tokens before the day in it.
const BEFORE_DAY: usize = 6;

/// `source` with the day of publication that its date line names, when nothing else has named one. A day without a year
/// stays unknown.
#[must_use]
pub fn dated(mut source: Source, packs: &Packs, known: &KnownSentences) -> Source {
    if source.meta.published.is_none() {
        source.meta.published = published(&source, packs, known);
    }
    source
}

fn published(source: &Source, packs: &Packs, known: &KnownSentences) -> Option<String> {
    let mut told = source.blocks.iter().filter(|block| !block.foreign);
    let text = told.find(|block| matches!(block.kind, BlockKind::Lede | BlockKind::Body))?;
    let sentence = text.sentences.first()?;
    // Without a figure there is no day; most texts end here.
    let opening = sentence.text.text().split_whitespace().take(LONGEST);
    if !opening
        .flat_map(str::bytes)
        .any(|byte| byte.is_ascii_digit())
    {
        return None;
    }
    let pack = packs.reading(sentence.language.as_deref());
    let reference = Reference::default().told_by(&source.text, source.meta.language.as_deref());
    let reading = known.told(sentence, pack, &reference).reading;
    let view = View {
        text: sentence.text.text(),
        tokens: &reading.tokens,
        words: &reading.words,
    };
    let mut dates = reading.mentions.iter().filter(|m| m.kind == Kind::Date);
    let Value::Date(dates) = &dates.find(|m| names_day(&view, m.tokens))?.value else {
        return None;
    };
    let [range] = dates.readings.as_slice() else {
        return None;
    };
    let (start, end) = (range.start.as_ref()?, range.end.as_ref()?);
    let day = start.known_day()?;
    (start == end).then(|| day.to_string())
}

/// Whether the date at `tokens` is that of a date line: nothing but names and signs before it, a bracket or a dash after it.
pub(super) fn names_day(view: &View<'_>, (start, end): (usize, usize)) -> bool {
    let no_small_word = |i: usize| view.tokens[i].kind != TokenKind::Word || view.capital(i);
    let opens = start <= BEFORE_DAY && (0..start).all(no_small_word);
    let bracketed =
        view.sign(0) == Some('(') && view.sign(end) == Some(')') && is_dash(view, end + 1);
    // In brackets stands the name of a paper, in whatever letters: "(Điện tử 24, 16/5/2025) -".
    // "HANOI (Sept 12) -"
    let closed = view.sign(end) == Some(')') && is_dash(view, end + 1);
    let outside = start > 0 && view.sign(end) == Some('(') || is_dash(view, end) || closed;
    opens && outside || start <= BEFORE_DAY && bracketed
}

/// Tokens of the opening, up to and with its dash; 0 without one. It names a paper or an agency in brackets.
pub(super) fn length(view: &View<'_>) -> usize {
    let Some(dash) = (1..view.tokens.len().min(LONGEST)).find(|i| is_dash(view, *i)) else {
        return 0;
    };
    let bracketed = view.sign(0) == Some('(');
    let capitals = || (0..dash).all(|i| view.tokens[i].kind != TokenKind::Word || view.capital(i));
    let named = view.sign(dash - 1) == Some(')') && (bracketed || capitals());
    // "Manchester United (Anh) - Real Madrid" names two sides.
    let opens = bracketed
        || view.tokens[0].case == Case::Upper
        || (0..dash).any(|i| view.digits(i).is_some());
    if named && opens { dash + 1 } else { 0 }
}

#[inline]
fn is_dash(view: &View<'_>, i: usize) -> bool {
    matches!(view.sign(i), Some('-' | '–' | '—')) && view.tokens[i].spaced
}
