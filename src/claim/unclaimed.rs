//! Numbers that could be read and are no claims all the same.

use super::SourceClaims;
use super::analysis::{Analysis, Mark};
use super::counted::other_number;
use super::counted::taken_out;
use super::noun::Noun;
use super::read::Read;
use crate::mention::{Ignored, Kind, Mention, Rejected};
use crate::pack::schema::ConceptRole;
use crate::pack::{Pack, View};
use crate::source::{Block, BlockKind};
use crate::text::{Case, TokenKind};
use crate::value::{Number, Value};

/// Why a number that could be read is no claim all the same. `whole`: its sentence is all that the source says; `others`: its values.
pub(super) fn no_claim(
    (pack, view): (&Pack, &View<'_>),
    analysis: &Analysis,
    block: &Block,
    whole: bool,
    (mention, others): (&Mention, &[Mention]),
    noun: Option<&Noun>,
) -> Option<&'static str> {
    if block.furniture {
        return Some("page-furniture");
    }
    let (start, end) = mention.tokens;
    if mention.kind == Kind::Date && opens_a_name(view, (start, end)) {
        return Some("designation");
    }
    if mention.kind != Kind::Count {
        return None;
    }
    // "Tiêu đề - 1": the counter of a picture gallery behind its title.
    let dashed = start > 1
        && view.sign(start - 1) == Some('-')
        && view.tokens[start - 1].spaced
        && view.tokens[start].spaced;
    if dashed
        && end == view.tokens.len()
        && view.digits(start).is_some_and(|digits| digits.len() <= 2)
    {
        return Some("photo-counter");
    }
    if noun.is_some() {
        return None;
    }
    let alone = start == 0 && (end..view.tokens.len()).all(|i| view.sign(i).is_some());
    let furniture = matches!(
        block.kind,
        BlockKind::Meta | BlockKind::Boilerplate | BlockKind::Caption
    );
    // Numerals alone: what a pattern reads is a number by its wording ("gấp đôi").
    let in_words = mention
        .rules
        .iter()
        .any(|rule| rule.ends_with("/number-words"));
    let lower_word_follows = view
        .tokens
        .get(end)
        .is_some_and(|t| t.kind == TokenKind::Word);
    match () {
        // A text that is nothing but a number is about that number.
        () if alone && whole => None,
        () if furniture => Some("page-furniture"),
        // One word alone in its line is a heading: "Năm".
        () if alone && in_words && end == 1 => Some("number-word-without-noun"),
        () if alone => None,
        // "Gia Bảy", "Võ Thị Sáu": behind another capital a number word ends a name.
        () if in_words && pack.language.syllabic && ends_a_name(view, (start, end)) => {
            Some("designation")
        }
        // A number word before a function word is rarely a number.
        () if in_words
            && !is_fraction(&mention.value)
            && lower_word_follows
            && view.digits(start).is_none()
            && pack.word_at("stop", view, end).is_some()
            && !counts_some(pack, view, analysis, (start, end), &mention.value)
            && !in_step(view, others, mention) =>
        {
            Some("number-word-without-noun")
        }
        () => None,
    }
}

/// "eleven of them had appealed", "another nine in the valley", "sentences seven to death", "and two are at large", "where five were on drips": a number
/// word above one that counts though its noun is left out.
fn counts_some(
    pack: &Pack,
    view: &View<'_>,
    analysis: &Analysis,
    (start, end): (usize, usize),
    value: &Value,
) -> bool {
    let one = |n: Number| n <= Number::from_integer(1);
    let single = match value {
        Value::Number(quantity) => quantity.as_single().is_some_and(one),
        _ => false,
    };
    let told = |mark: &Mark| mark.end == start && mark.role == Some(ConceptRole::Predicate);
    let opens = start == 0
        || view.sign(start - 1).is_some()
        || analysis
            .clauses
            .iter()
            .any(|clause| *clause == start || *clause > 0 && *clause + 1 == start)
        || pack.word_before("joining", view, start).is_some()
        || pack.word_before("relative", view, start).is_some();
    // "Ha Tinh reported nine deaths, Nghe An eight and Quang Tri four"
    let of_a_name = || {
        start > 0
            && view.tokens[start - 1].case == Case::Title
            && view.tokens[start].case == Case::Lower
            && pack.word_at("joining", view, end).is_some()
    };
    // "eight fewer than in the last parliament"
    let compares = || {
        pack.word_at("less-than", view, end)
            .is_some_and(|length| length > 1)
    };
    // "with three on board", "Fourteen of 20 economists", "two of five brokers"
    let some = || pack.word_at("some-behind", view, end).is_some();
    let of_a_number = || {
        pack.word_at("out-of", view, end)
            .is_some_and(|length| number_follows(pack, view, end + length))
    };
    let subject = || opens && pack.word_at("plural-verb", view, end).is_some();
    !single
        && (taken_out(pack, view, end).is_some()
            || pack.word_before("increment", view, start).is_some()
            || analysis.marks.iter().any(told)
            || of_a_name()
            || compares()
            || some()
            || of_a_number()
            || subject())
}

fn number_follows(pack: &Pack, view: &View<'_>, at: usize) -> bool {
    view.digits(at).is_some() || other_number(pack, view, at)
}

/// "59 for her own party, 13 for the Greens and eight for the Liberals", "four days after the talks began and eight after the vote": the
/// word behind the number stood behind a number before it, which is counted with it.
fn in_step(view: &View<'_>, others: &[Mention], mention: &Mention) -> bool {
    let (start, end) = mention.tokens;
    let behind = |at: usize| view.words.get(at);
    let counts = |other: &&Mention| {
        matches!(other.kind, Kind::Count | Kind::Duration | Kind::Measure) && other.tokens.1 < start
    };
    let word = behind(end);
    word.is_some()
        && others.iter().filter(counts).any(|other| {
            let (_, after) = other.tokens;
            (after.saturating_sub(1)..=after).any(|at| behind(at) == word)
        })
}

/// Whether a date of one short word is the first of a name: "the Thu Bon river".
fn opens_a_name(view: &View<'_>, (start, end): (usize, usize)) -> bool {
    let title = |i: usize| {
        let token = view.tokens.get(i);
        token.is_some_and(|token| token.kind == TokenKind::Word && token.case == Case::Title)
    };
    let short = |i: usize| view.tokens[i].of(view.text).chars().count() <= SHORT;
    end == start + 1 && title(start) && short(start) && title(end)
}

/// Letters of a weekday that is cut short.
const SHORT: usize = 4;

/// Whether a number of one word with a capital follows another word with one.
fn ends_a_name(view: &View<'_>, (start, end): (usize, usize)) -> bool {
    let title =
        |i: usize| view.tokens[i].kind == TokenKind::Word && view.tokens[i].case == Case::Title;
    end == start + 1 && start > 0 && title(start) && title(start - 1) && view.tokens[start].spaced
}

/// "a third of the vote" says a share whatever follows.
fn is_fraction(value: &Value) -> bool {
    match value {
        Value::Number(quantity) => quantity.as_single().is_some_and(|n| !n.is_integer()),
        _ => false,
    }
}

/// Puts what the reading of a sentence made no value of into the result.
pub(super) fn take_ignored(read: &Read<'_>, result: &mut SourceClaims) {
    let ignored = read.reading.ignored.iter().map(|ignored| Ignored {
        span: read.here(ignored.span),
        reason: ignored.reason.clone(),
    });
    result.ignored.extend(ignored);
    let rejected = read.reading.rejected.iter().map(|rejected| Rejected {
        span: read.here(rejected.span),
        ..rejected.clone()
    });
    result.rejected.extend(rejected);
}
