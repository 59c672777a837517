//! One sentence to its typed values.

use super::candidate::{Candidate, Made, choose, make_room};
use super::fill::{Filler, roman};
use super::pattern::matches_at;
use super::quantity::{quantities_at, whole_text};
use super::reference::{Asked, Reference};
use super::shape::shapes;
use super::together::values_of;
use super::{Ignored, Kind, Mention, Reading, Rejected};
use crate::pack::{Pack, View, Walk, WordId};
use crate::source::Sentence;
use crate::text::{Token, TokenKind, tokens};
use crate::value::{Qualifier, Quantity, Value};

/// Room to look words up in, kept from sentence to sentence.
#[derive(Debug, Default)]
pub struct WordCache {
    key: String,
}

impl WordCache {
    #[inline]
    fn number(&mut self, pack: &Pack, token: &Token, text: &str) -> WordId {
        pack.lexicon
            .number(token.of(text), token.small, &mut self.key)
    }
}

/// Reads the typed values of `sentence`. `cache` belongs to `pack`: one cache a pack.
pub fn read(
    sentence: &Sentence,
    pack: &Pack,
    reference: &Reference,
    cache: &mut WordCache,
) -> Reading {
    let (mut reading, rejected) = read_chosen(sentence, pack, reference, cache);
    reading.rejected = rejected
        .into_iter()
        .map(|candidate| rejected_reading(candidate, sentence, &reading.tokens))
        .collect();
    reading
}

/// The same without the readings that lost.
pub(crate) fn read_winners(
    sentence: &Sentence,
    pack: &Pack,
    reference: &Reference,
    cache: &mut WordCache,
) -> Reading {
    read_chosen(sentence, pack, reference, cache).0
}

fn read_chosen(
    sentence: &Sentence,
    pack: &Pack,
    reference: &Reference,
    cache: &mut WordCache,
) -> (Reading, Vec<Candidate>) {
    let Competition {
        tokens,
        words,
        chosen,
        rejected,
        by_day,
    } = compete(sentence, pack, reference, cache);
    let mut reading = Reading {
        mentions: Vec::new(),
        ignored: Vec::new(),
        rejected: Vec::new(),
        tokens,
        words,
        by_day,
    };
    let covered = collect(&chosen, sentence, pack, &mut reading);
    leftovers(sentence, &covered, &mut reading);
    reading.ignored.sort();
    (reading, rejected)
}

/// The readings of a sentence, and which of them stand.
pub(super) struct Competition {
    pub tokens: Vec<Token>,
    pub words: Vec<WordId>,
    /// In the order of the text; none overlaps another.
    pub chosen: Vec<Candidate>,
    pub rejected: Vec<Candidate>,
    /// Whether the reference was asked for.
    pub by_day: bool,
}

/// Finds every reading of `sentence` and chooses among those that overlap.
pub(super) fn compete(
    sentence: &Sentence,
    pack: &Pack,
    reference: &Reference,
    cache: &mut WordCache,
) -> Competition {
    let text = sentence.text.text();
    let tokens = tokens(text);
    let words: Vec<WordId> = tokens
        .iter()
        .map(|token| {
            if token.kind == TokenKind::Word {
                cache.number(pack, token, text)
            } else {
                WordId::UNKNOWN
            }
        })
        .collect();
    let view = View {
        text,
        tokens: &tokens,
        words: &words,
    };
    let mut candidates = Vec::new();
    let reference = Asked::new(reference);
    let filler = Filler::new(pack);
    let mut walk = Walk::new(&pack.graph, &view, &filler);
    for i in 0..tokens.len() {
        let may_start = match tokens[i].kind {
            // A Roman numeral is a word of no pack.
            TokenKind::Word => {
                pack.starts.contains(words[i]) || roman(tokens[i].of(text)).is_some()
            }
            TokenKind::Digits => true,
            TokenKind::Sign => {
                let digits = |at: usize| view.digits(at).is_some();
                let known = || {
                    view.sign(i)
                        .is_some_and(|sign| pack.start_signs.contains(&sign))
                };
                digits(i + 1) || digits(i + 2) || known()
            }
        };
        if !may_start {
            continue;
        }
        matches_at(pack, &view, &mut walk, i, &reference, &mut candidates);
        quantities_at(pack, &view, &filler, i, &mut candidates);
    }
    whole_text(pack, &view, &mut candidates);
    shapes(pack, &view, &mut candidates);
    make_room(&mut candidates);
    let (chosen, rejected) = choose(candidates);
    Competition {
        tokens,
        words,
        chosen,
        rejected,
        by_day: reference.was_asked(),
    }
}

/// Chosen readings to mentions and ignored runs; which tokens they cover.
fn collect(
    chosen: &[Candidate],
    sentence: &Sentence,
    pack: &Pack,
    reading: &mut Reading,
) -> Vec<bool> {
    let text = sentence.text.text();
    let mut covered = vec![false; reading.tokens.len()];
    let (tokens, mentions, ignored) =
        (&reading.tokens, &mut reading.mentions, &mut reading.ignored);
    let view = View {
        text,
        tokens,
        words: &reading.words,
    };
    let raw = |from: usize, to: usize| {
        sentence
            .text
            .raw(tokens[from].start as usize, tokens[to - 1].end as usize)
    };
    for candidate in chosen {
        covered[candidate.start..candidate.end].fill(true);
    }
    for candidate in chosen.iter().flat_map(values_of) {
        let candidate = &candidate;
        let (kind, value, qualifier, unit, role) = match &candidate.made {
            Made::Ignored(reason) => {
                let numeric = (candidate.start..candidate.end).any(|i| numeric(pack, &view, i));
                if numeric {
                    ignored.push(Ignored {
                        span: raw(candidate.start, candidate.end),
                        reason: reason.clone(),
                    });
                }
                continue;
            }
            Made::Value {
                kind,
                value,
                qualifier,
                unit,
                role,
            } => (*kind, value.clone(), *qualifier, unit.clone(), *role),
        };
        let mut rules = candidate.rules.clone();
        let (start, end, qualifier) = hedge(pack, &view, candidate, kind, qualifier, &mut rules);
        mentions.push(Mention {
            kind,
            value: bounded(value, qualifier),
            qualifier,
            unit,
            role,
            core: raw(candidate.core.0, candidate.core.1),
            span: raw(start, end),
            tokens: (start, end),
            rules,
        });
    }
    covered
}

/// The hedge before or after a value: the phrase grows by it.
fn hedge(
    pack: &Pack,
    view: &View<'_>,
    candidate: &Candidate,
    kind: Kind,
    stated: Qualifier,
    rules: &mut Vec<String>,
) -> (usize, usize, Qualifier) {
    let (mut start, mut end, mut qualifier) = (candidate.start, candidate.end, stated);
    let hedged = matches!(
        kind,
        Kind::Count | Kind::Money | Kind::Percent | Kind::Measure | Kind::Duration | Kind::Ordinal
    );
    if !hedged || kind == Kind::Ordinal {
        return (start, end, qualifier);
    }
    // "27 dead and over 100 hurt": before a number the words belong to that number.
    let free =
        |at: usize| !numeric(pack, view, at) && pack.currency_words.longest_at(view, at).is_none();
    if let Some((length, hedge)) = pack.hedges_after.longest_at(view, end)
        && free(end + length)
    {
        end += length;
        qualifier = hedge.qualifier;
        rules.insert(0, hedge.name.clone());
    }
    // "từ 10 người trở lên": the noun stands between; the phrase does not grow, for the noun is read behind it.
    for at in end + 1..=end + 3 {
        let word = |i: usize| {
            view.tokens
                .get(i)
                .is_some_and(|t| t.kind == TokenKind::Word)
        };
        if kind != Kind::Count || qualifier != Qualifier::Exact || !word(at - 1) {
            break;
        }
        if let Some((length, hedge)) = pack.hedges_after.longest_at(view, at)
            && free(at + length)
        {
            qualifier = hedge.qualifier;
            rules.insert(0, hedge.name.clone());
        }
    }
    // "missing the estimated $0.55": the word says whose figure it is.
    let told = pack.word_before("no-hedge", view, start).is_some();
    while let Some((from, hedge)) = pack
        .hedges_before
        .ending_before(view, start)
        .filter(|_| !told)
    {
        start = from;
        // Two in a row ("hơn khoảng 200") only say that it is vague.
        qualifier = if qualifier == Qualifier::Exact {
            hedge.qualifier
        } else {
            Qualifier::About
        };
        rules.insert(0, hedge.name.clone());
    }
    (start, end, qualifier)
}

/// A vague order of magnitude is a lower bound whatever stands before it.
fn bounded(value: Value, _qualifier: Qualifier) -> Value {
    match value {
        Value::Number(Quantity {
            low: Some(low),
            high: Some(high),
            ..
        }) if low > high => Value::Number(Quantity::range(
            low,
            high,
            crate::value::Number::from_integer(1),
        )),
        value => value,
    }
}

/// Whether token `i` holds a digit or a number word.
#[inline]
fn numeric(pack: &Pack, view: &View<'_>, i: usize) -> bool {
    view.digits(i).is_some()
        || pack
            .numerals
            .longest_at(view, i)
            .is_some_and(|(_, word)| word.alone)
}

/// Every run of digits that nothing has taken is named with a reason, so that none is passed over in silence.
fn leftovers(sentence: &Sentence, covered: &[bool], reading: &mut Reading) {
    let tokens = &reading.tokens;
    for (i, token) in tokens.iter().enumerate() {
        if token.kind != TokenKind::Digits || covered[i] {
            continue;
        }
        let reason = if is_part_of_name(tokens, i) {
            "designation"
        } else {
            "unread-number"
        };
        let span = sentence.text.raw(token.start as usize, token.end as usize);
        reading.ignored.push(Ignored {
            span,
            reason: reason.to_owned(),
        });
    }
}

fn is_part_of_name(tokens: &[Token], i: usize) -> bool {
    let glued = |i: usize| {
        tokens
            .get(i)
            .is_some_and(|token| !token.spaced && token.kind == TokenKind::Word)
    };
    let before = i > 0 && !tokens[i].spaced && tokens[i - 1].kind != TokenKind::Digits;
    before || glued(i + 1)
}

fn rejected_reading(candidate: Candidate, sentence: &Sentence, tokens: &[Token]) -> Rejected {
    let span = sentence.text.raw(
        tokens[candidate.start].start as usize,
        tokens[candidate.end - 1].end as usize,
    );
    let kind = match candidate.made {
        Made::Value { kind, .. } => kind.name().to_owned(),
        Made::Ignored(reason) => reason,
    };
    Rejected {
        span,
        kind,
        rules: candidate.rules,
    }
}
