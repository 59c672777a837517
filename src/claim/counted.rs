//! What a count counts where no noun of one thing stands right behind it.

use super::analysis::{Analysis, Mark};
use super::noun::{LONGEST, Noun, after, phrase};
use super::reach::belongs;
use super::standing::is_age;
use crate::mention::{Kind, Mention};
use crate::pack::schema::ConceptRole;
use crate::pack::{Pack, View};
use crate::value::Value;

/// "a 61-year-old woman", "aged 61", "Vu Dinh Lam, 45,": an age, by the words in its number, by those before it, or by its
/// place behind a name. It counts no women.
pub(super) fn age(
    pack: &Pack,
    view: &View<'_>,
    analysis: &Analysis,
    (start, end): (usize, usize),
) -> Option<Noun> {
    let behind = pack.word_before("aged", view, end);
    let behind = behind.filter(|from| *from > start).map(|from| {
        let hyphen = usize::from(view.sign(from).is_some());
        (from + hyphen, end)
    });
    let before = || Some((pack.word_before("age-word", view, start)?, start));
    if let Some((from, to)) = behind.or_else(before) {
        return Some(phrase(pack, view, analysis, from, to));
    }
    if !is_age(pack, view, (start, end)) {
        return None;
    }
    let mut concepts = pack.concepts.iter();
    let concept = concepts.find(|concept| pack.traits(&concept.id).age)?;
    Some(Noun {
        tokens: (end, end),
        words: Vec::new(),
        concept: Some(concept.id.clone()),
        broader: Vec::new(),
        text: String::new(),
        occurrence: false,
        classifier: None,
        who: None,
    })
}

/// "dài 40 m", "40 metres long": what a measure is of, by the word right before or right behind it.
pub(super) fn measured(
    pack: &Pack,
    view: &View<'_>,
    analysis: &Analysis,
    mention: &Mention,
) -> Option<Noun> {
    let (start, end) = mention.tokens;
    if mention.kind != Kind::Measure {
        return None;
    }
    let words = &pack.measured_words;
    let before = words.ending_before(view, start);
    let before = before.map(|(from, index)| (from, start, *index));
    let behind = || {
        let (length, index) = words.longest_at(view, end)?;
        Some((end, end + length, *index))
    };
    let (from, to, index) = before.or_else(behind)?;
    Some(Noun {
        concept: Some(pack.concepts[index].id.clone()),
        ..phrase(pack, view, analysis, from, to)
    })
}

/// Most tokens between the word that announces a noun and the number.
const ANNOUNCED: usize = 30;

/// "số lượng lĩnh vực hợp tác lên 11", "Số người chết trong vụ cháy đã lên đến 14", "The number of people killed in the quake has risen to 38": the noun that is
/// announced, whatever completes it.
pub(super) fn announced(
    pack: &Pack,
    view: &View<'_>,
    analysis: &Analysis,
    start: usize,
) -> Option<Noun> {
    // "lên đến" may itself be read with the number.
    let inside = || pack.word_at("link", view, start).map(|_| start);
    let link = pack.word_before("link", view, start).or_else(inside)?;
    let (clause, _) = analysis.clause(link.saturating_sub(1), view.tokens.len());
    let mut before = (clause.max(link.saturating_sub(ANNOUNCED))..link).rev();
    let from = before.find_map(|i| Some(i + pack.word_at("noun-first", view, i)?))?;
    let number = |i: usize| view.digits(i).is_some() || other_number(pack, view, i);
    if (from..link).any(number) {
        return None;
    }
    let most = link.min(from + LONGEST);
    let to = (from..most).find(|i| !belongs(view, analysis, *i));
    let to = to.unwrap_or(most);
    // "taking the number of dead to six": what the packs know begins with the word that announces it.
    let known = |mark: &&Mark| {
        let noun = mark.role == Some(ConceptRole::Noun);
        noun && mark.start < from && (from + 1..=to).contains(&mark.end)
    };
    let from = analysis
        .marks
        .iter()
        .find(known)
        .map_or(from, |mark| mark.start);
    (to > from).then(|| phrase(pack, view, analysis, from, to))
}

/// Whether another number stands at token `i`.
pub(super) fn other_number(pack: &Pack, view: &View<'_>, i: usize) -> bool {
    view.digits(i).is_some_and(|_| view.tokens[i].spaced)
        || pack
            .numerals
            .longest_at(view, i)
            .is_some_and(|(_, word)| word.alone && !word.article)
}

/// "9 ô tô, xe máy", "260 engineers and workers": one number over several nouns of a kind counts that kind.
pub(super) fn joint(pack: &Pack, view: &View<'_>, analysis: &Analysis, noun: Noun) -> Noun {
    let kinds = |mark: &Mark| {
        let mut kinds = Vec::new();
        let mut at = mark.concept.map(|index| pack.concepts[index].id.clone());
        while let Some(id) = at.filter(|id| !kinds.contains(id) && kinds.len() < 8) {
            at = pack
                .concept(&id)
                .and_then(|concept| concept.broader.clone());
            kinds.push(id);
        }
        kinds
    };
    let nouns = || {
        let marks = analysis.marks.iter();
        marks.filter(|mark| mark.role == Some(ConceptRole::Noun))
    };
    let mut end = noun.tokens.1;
    let ends_there = |mark: &&Mark| mark.end == end && mark.start >= noun.tokens.0;
    let Some(first) = nouns().find(ends_there) else {
        return noun;
    };
    let mut common = kinds(first);
    loop {
        let comma = usize::from(view.sign(end) == Some(','));
        let joined = pack.word_at("joining", view, end + comma).unwrap_or(0);
        let from = end + comma + joined;
        let next = nouns().filter(|mark| from > end && mark.start == from);
        let shared = next.map(|mark| (mark, kinds(mark)));
        let found = shared.into_iter().find_map(|(mark, kinds)| {
            let left: Vec<String> = common
                .iter()
                .filter(|id| kinds.contains(id))
                .cloned()
                .collect();
            (!left.is_empty() && kinds[0] != common[0]).then_some((mark.end, left))
        });
        let Some((reached, left)) = found else {
            break;
        };
        (end, common) = (reached, left);
    }
    if end == noun.tokens.1 {
        return noun;
    }
    Noun {
        concept: common.first().cloned(),
        broader: common.into_iter().skip(1).collect(),
        ..phrase(pack, view, analysis, noun.tokens.0, end)
    }
}

/// "eleven of the convicted", "six of his associates": those out of whom some are counted.
pub(super) fn of_those(
    pack: &Pack,
    view: &View<'_>,
    analysis: &Analysis,
    end: usize,
) -> Option<Noun> {
    let length = taken_out(pack, view, end)?;
    let from = end + length;
    let counted = view.digits(from).is_some() || other_number(pack, view, from);
    (!counted).then(|| after(pack, view, analysis, from))?
}

/// Tokens of the words behind a count that take it out of a whole: "of his", "trong số".
pub(super) fn taken_out(pack: &Pack, view: &View<'_>, end: usize) -> Option<usize> {
    pack.word_at("out-of", view, end)
        .filter(|length| *length > 1)
}

/// "an option for 30 more": nothing but a word that points to what was counted before.
pub(super) fn pointing(pack: &Pack, view: &View<'_>, end: usize) -> Option<Noun> {
    let length = pack.word_at("other", view, end)?;
    let word = pack.lexicon.key(view.tokens[end].of(view.text));
    (length == 1).then(|| Noun {
        tokens: (end, end),
        words: vec![word.clone()],
        concept: None,
        broader: Vec::new(),
        text: String::new(),
        occurrence: false,
        classifier: Some(word),
        who: None,
    })
}

/// Whether the count at token `start` only completes what was counted before it, as the fires do in "25 deaths tied to the two
/// fires".
pub(super) fn governed(pack: &Pack, view: &View<'_>, start: usize) -> bool {
    let preposition = pack.word_before("governing", view, start).is_some();
    preposition && pack.word_before("link", view, start).is_none()
}

/// "12 years in prison", "12 năm tù": a noun that the packs know begins with the unit of time and goes on behind it.
pub(super) fn term(
    pack: &Pack,
    view: &View<'_>,
    analysis: &Analysis,
    (start, end): (usize, usize),
) -> Option<Noun> {
    let goes_on = |m: &&Mark| m.start > start && m.start < end && m.end > end;
    let nouns = analysis.marks.iter().filter(goes_on);
    let mark = nouns
        .into_iter()
        .find(|m| m.role == Some(ConceptRole::Noun))?;
    Some(phrase(pack, view, analysis, mark.start, mark.end))
}

/// "mạnh 6,7 độ", "a magnitude 6.7 earthquake": a figure on a scale is a measure without a unit. Gives it so, and what it
/// measures; nothing and the noun as it was for any other figure.
pub(super) fn on_scale(
    pack: &Pack,
    view: &View<'_>,
    analysis: &Analysis,
    mention: &Mention,
    noun: Option<Noun>,
) -> (Option<Mention>, Option<Noun>) {
    let degrees = || mention.kind == Kind::Measure && mention.unit.as_deref() == Some(DEGREE);
    if mention.kind != Kind::Count && !degrees() {
        return (None, noun);
    }
    let start = mention.tokens.0;
    let is_scale = |id: &str| pack.traits(id).scale;
    let told = noun.as_ref().and_then(|noun| noun.concept.as_deref());
    let before = |mark: &&Mark| mark.end == start && is_scale(&mark.feature.name);
    let noun = if told.is_some_and(is_scale) {
        noun
    } else if let Some(mark) = analysis.marks.iter().find(before) {
        Some(phrase(pack, view, analysis, mark.start, mark.end))
    } else if let Some(from) = pack.word_before("scale", view, start).filter(|_| degrees()) {
        let in_degrees = |id: &str| pack.traits(id).degrees;
        let scale = pack.concepts.iter().find(|concept| in_degrees(&concept.id));
        Some(Noun {
            concept: scale.map(|concept| concept.id.clone()),
            ..phrase(pack, view, analysis, from, start)
        })
    } else {
        return (None, noun);
    };
    let mut scaled = mention.clone();
    (scaled.kind, scaled.unit) = (Kind::Measure, None);
    if let Value::Number(quantity) = &mut scaled.value {
        quantity.base = None;
    }
    (Some(scaled), noun)
}

/// The unit of an angle, which some languages give figures on a scale.
const DEGREE: &str = "°";
