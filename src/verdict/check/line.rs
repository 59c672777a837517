//! One sentence with its claims and its words, as the checks look at it.

use crate::claim::{Claim, Modality};
use crate::fact::Run;
use crate::mention::Kind;
use crate::pack::{Pack, Packs, View, WordId};
use crate::text::{Token, TokenKind, tokens};
use crate::value::{Number, Qualifier, Quantity, Value};

/// A sentence that holds claims.
pub(super) struct Line<'r> {
    pub pack: &'r Pack,
    /// Its claims in the order of the text: the number in the run and the claim.
    pub claims: Vec<(usize, &'r Claim)>,
    /// Date of publication of its article, as stated.
    pub published: Option<&'r str>,
    text: &'r str,
    pub tokens: Vec<Token>,
    words: Vec<WordId>,
}

/// The sentences of a source that hold claims of its own story.
pub(super) fn lines<'r>(run: &Run<'r>, packs: &'r Packs, source: usize) -> Vec<Line<'r>> {
    let article = &run.sources[source];
    let sentences: Vec<_> = article
        .blocks
        .iter()
        .flat_map(|block| &block.sentences)
        .collect();
    let mut lines: Vec<Line<'r>> = Vec::new();
    let mut numbers = run.of_source(source).peekable();
    let mut key = String::new();
    while let Some(&first) = numbers.peek() {
        let at = run.stands[first].claim.sentence_number;
        let mut claims = Vec::new();
        while let Some(number) = numbers.next_if(|n| run.stands[*n].claim.sentence_number == at) {
            claims.push((number, run.stands[number].claim));
        }
        let Some(sentence) = sentences.get(at) else {
            continue;
        };
        let pack = packs.reading(sentence.language.as_deref());
        let text = sentence.text.text();
        let tokens = tokens(text);
        let word = |token: &Token| {
            if token.kind != TokenKind::Word {
                return WordId::UNKNOWN;
            }
            pack.lexicon.key_into(token.of(text), &mut key);
            pack.lexicon.id(&key)
        };
        let words = tokens.iter().map(word).collect();
        claims.sort_by_key(|(_, claim)| claim.mention.tokens);
        lines.push(Line {
            pack,
            claims,
            published: article.meta.published.as_deref(),
            text,
            tokens,
            words,
        });
    }
    lines
}

impl Line<'_> {
    pub fn view(&self) -> View<'_> {
        View {
            text: self.text,
            tokens: &self.tokens,
            words: &self.words,
        }
    }

    pub fn len(&self) -> usize {
        self.tokens.len()
    }

    pub fn sign(&self, i: usize) -> Option<char> {
        self.view().sign(i)
    }

    /// Tokens of the longest phrase of a word list at token `i`; 0 when there is none.
    pub fn word(&self, list: &str, i: usize) -> usize {
        self.pack.word_at(list, &self.view(), i).unwrap_or(0)
    }

    /// Whether a phrase of one of the lists ends directly before token `i`.
    pub fn follows(&self, list: &str, i: usize) -> bool {
        self.pack.word_before(list, &self.view(), i).is_some()
    }

    /// Whether a phrase of a word list starts anywhere in `from..to`.
    pub fn has(&self, list: &str, from: usize, to: usize) -> bool {
        (from..to.min(self.len())).any(|i| self.word(list, i) > 0)
    }

    /// Whether `from..to` holds nothing but phrases of the lists, the signs, dates, and `free` other words.
    pub fn only(&self, from: usize, to: usize, lists: &[&str], signs: &str, free: usize) -> bool {
        let mut left = free;
        let mut i = from;
        while i < to {
            if let Some(sign) = self.sign(i) {
                if !signs.contains(sign) {
                    return false;
                }
                i += 1;
                continue;
            }
            let length = lists.iter().map(|list| self.word(list, i)).max();
            let dated = self
                .claims
                .iter()
                .filter(|(_, claim)| claim.mention.kind == Kind::Date)
                .find(|(_, claim)| claim.mention.tokens.0 <= i && i < claim.mention.tokens.1)
                .map(|(_, claim)| claim.mention.tokens.1 - i);
            match (length.filter(|length| *length > 0), dated) {
                (_, Some(length)) => i += length,
                (Some(length), _) => i += length,
                (None, None) if left > 0 => {
                    left -= 1;
                    i += 1;
                }
                (None, None) => return false,
            }
        }
        i == to
    }

    /// Whether token `i` is a word with a capital.
    pub fn capital(&self, i: usize) -> bool {
        self.tokens.get(i).is_some_and(|token| {
            token.kind == TokenKind::Word && token.case != crate::text::Case::Lower
        })
    }

    /// Whether token `i` is a run of digits.
    pub fn digits(&self, i: usize) -> Option<&str> {
        self.tokens
            .get(i)
            .filter(|token| token.kind == TokenKind::Digits)
            .map(|token| token.of(self.text))
    }

    /// Whether a dash with a space before it stands at token `i`.
    pub fn spaced_dash(&self, i: usize) -> bool {
        matches!(self.sign(i), Some('-' | '–' | '—')) && self.tokens[i].spaced
    }

    /// Where the sentence ends before its closing signs.
    pub fn end(&self) -> usize {
        let closing = |i: &usize| matches!(self.sign(*i), Some('.' | '!' | '?' | '"' | '”' | '…'));
        (0..self.len())
            .rev()
            .find(|i| !closing(i))
            .map_or(0, |i| i + 1)
    }
}

/// One past the last token of a claim, its noun included.
pub(super) fn end_of(claim: &Claim) -> usize {
    let (start, end) = claim.mention.tokens;
    match &claim.noun {
        Some(noun) if noun.tokens.0 >= start => end.max(noun.tokens.1),
        _ => end,
    }
}

/// The number of a claim that states one, in the unit it is written in.
pub(super) fn quantity(claim: &Claim) -> Option<&Quantity> {
    match claim.value() {
        Value::Number(quantity) if !quantity.magnitude_only => Some(quantity),
        _ => None,
    }
}

/// A single figure without a word such as "khoảng": the figure and its last written place.
pub(super) fn plain(claim: &Claim) -> Option<(Number, Number)> {
    let quantity = quantity(claim)?;
    (claim.mention.qualifier == Qualifier::Exact)
        .then(|| Some((quantity.as_single()?, quantity.step)))?
}

/// Said as it is, of this story, and neither a plan nor a denial.
pub(super) fn asserted(claim: &Claim) -> bool {
    !claim.foreign && matches!(claim.modality, Modality::Asserted | Modality::Quoted)
}

/// Said of this story, as it is or as it is to be: a plan has to come out even as well.
pub(super) fn told(claim: &Claim) -> bool {
    asserted(claim) || !claim.foreign && claim.modality == Modality::Planned
}

/// A share in per cent, and no points.
pub(super) fn is_percent(claim: &Claim) -> bool {
    claim.mention.kind == Kind::Percent && claim.mention.unit.as_deref() == Some("%")
}

/// Whether two figures are in one unit; of counts, whether nothing says that they count different things.
pub(super) fn same_unit(a: &Claim, b: &Claim) -> bool {
    if a.mention.kind != b.mention.kind || a.mention.unit != b.mention.unit {
        return false;
    }
    match (&a.noun, &b.noun) {
        _ if a.mention.kind != Kind::Count => true,
        (Some(one), Some(other)) => {
            let kin = |id: &Option<String>, of: &crate::claim::Noun| {
                id.as_ref()
                    .is_some_and(|id| of.concept.as_ref() == Some(id) || of.broader.contains(id))
            };
            kin(&one.concept, other)
                || kin(&other.concept, one)
                || !one.words.is_empty() && one.words.first() == other.words.first()
        }
        _ => true,
    }
}

/// The unit of the last digit of a whole figure that is not zero: 100 for 2400; the last written place for a broken one.
pub(super) fn place(value: Number, step: Number) -> Number {
    let ten = Number::from_integer(10);
    let mut place = step;
    while *value.numer() != 0
        && (value / place).is_integer()
        && ((value / place) / ten).is_integer()
    {
        match num_traits::CheckedMul::checked_mul(&place, &ten) {
            Some(next) => place = next,
            None => break,
        }
    }
    place
}

/// A stretch of numbers, both ends included.
#[derive(Debug, Clone, Copy)]
pub(super) struct Band {
    pub low: Number,
    pub high: Number,
}

impl Band {
    /// What a figure may stand for, `reach` places of its own on either side; a hedged one as many of its last digit that is
    /// not zero. `None` for a range, a bound or an order of magnitude.
    pub fn of(claim: &Claim, reach: Number) -> Option<Self> {
        let quantity = quantity(claim)?;
        let value = quantity.as_single()?;
        let wide = place(value, quantity.step);
        let by = |place: Number| num_traits::CheckedMul::checked_mul(&place, &reach);
        let (below, above) = match claim.mention.qualifier {
            Qualifier::Exact => (by(quantity.step)?, by(quantity.step)?),
            Qualifier::About => (wide, wide),
            Qualifier::Almost => (wide, by(quantity.step)?),
            Qualifier::MoreThan | Qualifier::AtLeast => (by(quantity.step)?, wide),
            _ => return None,
        };
        Some(Self {
            low: value - below,
            high: value + above,
        })
    }

    /// What `of` gives for the ends of two stretches, from the least to the most. `None` where it gives nothing for one of them.
    pub fn between(
        one: Self,
        other: Self,
        of: impl Fn(Number, Number) -> Option<Number>,
    ) -> Option<Self> {
        let ends = [
            of(one.low, other.low)?,
            of(one.low, other.high)?,
            of(one.high, other.low)?,
            of(one.high, other.high)?,
        ];
        Some(Self {
            low: ends.into_iter().reduce(Number::min)?,
            high: ends.into_iter().reduce(Number::max)?,
        })
    }

    pub fn meets(self, other: Self) -> bool {
        self.low <= other.high && other.low <= self.high
    }
}
