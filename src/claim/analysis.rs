//! A sentence with its concepts, names and clauses marked.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::{Arc, OnceLock};

use super::date_line;
use super::feature::{Feature, FeatureKind};
use crate::pack::schema::ConceptRole;
use crate::pack::{ModalityCue, Pack, PhraseSet, View};
use crate::text::{Case, TokenKind, plain};

/// A marked stretch of tokens, half-open.
#[derive(Debug, Clone)]
pub(super) struct Mark {
    pub start: usize,
    pub end: usize,
    pub feature: Feature,
    /// Role of a concept.
    pub role: Option<ConceptRole>,
    /// Index of a concept in the pack.
    pub concept: Option<usize>,
}

/// What a sentence says beside its values.
#[derive(Debug)]
pub(super) struct Analysis {
    /// Concepts and names in the order of the text; none overlaps another.
    pub marks: Vec<Mark>,
    /// First tokens of its clauses, the first of them 0.
    pub clauses: Vec<usize>,
    /// Whether a token carries no meaning of its own.
    pub stop: Vec<bool>,
    /// Where words of modality stand, found when the first value asks: first token, number of tokens, what they say.
    pub cues: OnceLock<Vec<(usize, usize, ModalityCue)>>,
    /// The tokens of those who are credited, found in the same way.
    pub credits: OnceLock<Vec<(usize, usize)>>,
}

/// Short forms that a source explains: "ITPP" for the words before its bracket.
pub(super) type Aliases = BTreeMap<String, String>;

impl Analysis {
    pub(super) fn of(pack: &Pack, view: &View<'_>) -> Self {
        let count = view.tokens.len();
        let mut stop = vec![false; count];
        let mut clauses = vec![0];
        let mut marks: Vec<Mark> = Vec::new();
        let length_in = |list: Option<&PhraseSet>, i: usize| {
            list.and_then(|list| list.longest_at(view, i))
                .map(|(length, ())| length)
        };
        let opening = date_line::length(view);
        let (clause_words, stop_words) = (pack.word_list("clause"), pack.word_list("stop"));
        let mut i = 0;
        while i < count {
            let token = &view.tokens[i];
            // A word that no list starts with and that opens no name.
            if token.kind == TokenKind::Word
                && token.case == Case::Lower
                && !pack.telling.contains(view.words[i])
            {
                i += 1;
                continue;
            }
            if let Some(length) = length_in(clause_words, i)
                && i > 0
            {
                clauses.push(i);
                stop[i..i + length].fill(true);
                i += length;
                continue;
            }
            if matches!(view.sign(i), Some(';' | ':')) && !is_inside_a_figure(view, i) {
                clauses.push(i + 1);
            }
            let known = marks.len();
            if let Some(end) = mark_at(pack, view, i, &mut marks) {
                // Who prints a story is nobody in it; where it was written may well be where it happened.
                if i < opening {
                    let found = marks.split_off(known);
                    let entity = |mark: &Mark| mark.feature.kind == FeatureKind::Entity;
                    marks.extend(found.into_iter().filter(entity));
                }
                i = end;
                continue;
            }
            let length = length_in(stop_words, i).unwrap_or(0);
            stop[i..i + length].fill(true);
            i += length.max(1);
        }
        clauses.retain(|start| *start < count || *start == 0);
        Self {
            marks,
            clauses,
            stop,
            cues: OnceLock::new(),
            credits: OnceLock::new(),
        }
    }

    /// Tokens of the clause that holds token `i`.
    pub(super) fn clause(&self, i: usize, count: usize) -> (usize, usize) {
        let at = self.clauses.partition_point(|start| *start <= i);
        (
            self.clauses[at.saturating_sub(1)],
            self.clauses.get(at).copied().unwrap_or(count),
        )
    }
}

/// Whether digits touch a sign on both sides: "2:40".
fn is_inside_a_figure(view: &View<'_>, i: usize) -> bool {
    let digits = |at: usize| view.digits(at).is_some();
    i > 0 && digits(i - 1) && digits(i + 1) && !view.tokens[i].spaced && !view.tokens[i + 1].spaced
}

/// Marks the name or the concepts at token `i` and gives the token after them: of an entity, a concept and a run of capitals
/// the longest; a word may carry several concepts.
fn mark_at(pack: &Pack, view: &View<'_>, i: usize, marks: &mut Vec<Mark>) -> Option<usize> {
    if view.tokens[i].kind != TokenKind::Word {
        return None;
    }
    let entity = pack
        .entities
        .longest_at(view, i)
        .filter(|(length, _)| !opens_a_name(pack, view, i, *length));
    let mut concepts = pack.concept_words.all_at(view, i).peekable();
    let longest = concepts.peek().map_or(0, |(length, _)| *length);
    if entity.is_none() && longest == 0 {
        let name = name_at(pack, view, i)?;
        let end = name.end;
        marks.push(name);
        return Some(end);
    }
    if let Some((length, id)) = entity.filter(|(length, _)| *length >= longest) {
        marks.push(Mark {
            start: i,
            end: i + length,
            feature: Feature::new(FeatureKind::Entity, Arc::clone(id)),
            role: None,
            concept: None,
        });
        return Some(i + length);
    }
    let own = marks.len();
    for (_, index) in concepts.take_while(|(length, _)| *length == longest) {
        let concept = &pack.concepts[*index];
        let kind = if concept.role == ConceptRole::Noun {
            FeatureKind::Noun
        } else {
            FeatureKind::Concept
        };
        marks.push(Mark {
            start: i,
            end: i + longest,
            feature: Feature::new(kind, Arc::clone(&concept.name)),
            role: Some(concept.role),
            concept: Some(*index),
        });
    }
    let inside = noun_inside(pack, view, i, i + longest, &marks[own..]);
    marks.extend(inside);
    Some(i + longest)
}

/// "Mỹ Đình", "Đức Thọ": one syllable that names a country opens another name where a capitalised syllable with letters of
/// the language follows; foreign names, which follow a country as often, have none.
fn opens_a_name(pack: &Pack, view: &View<'_>, i: usize, length: usize) -> bool {
    let own_letter = |c: char| !c.is_ascii() && pack.language.letters.contains(c);
    length == 1
        && pack.language.syllabic
        && view.tokens[i].case != Case::Upper
        && pack.entities.longest_at(view, i + 1).is_none()
        && view.tokens.get(i + 1).is_some_and(|next| {
            next.spaced
                && next.kind == TokenKind::Word
                && next.case == Case::Title
                && next.of(view.text).to_lowercase().chars().any(own_letter)
        })
}

/// The noun at the end of a predicate of several words: the office in "mở văn phòng".
fn noun_inside(
    pack: &Pack,
    view: &View<'_>,
    start: usize,
    end: usize,
    marks: &[Mark],
) -> Option<Mark> {
    if marks
        .iter()
        .any(|mark| mark.role == Some(ConceptRole::Noun))
    {
        return None;
    }
    (start + 1..end).find_map(|from| {
        let found = pack
            .concept_words
            .all_at(view, from)
            .find(|(length, index)| {
                let concept = &pack.concepts[**index];
                // "sentenced to death", "fighting for their lives": nobody has died.
                let befalls = pack.traits(&concept.id).befalls;
                from + length >= end && concept.role == ConceptRole::Noun && !befalls
            });
        let (length, index) = found?;
        let feature = Feature::new(FeatureKind::Noun, Arc::clone(&pack.concepts[*index].name));
        let role = Some(ConceptRole::Noun);
        Some(Mark {
            start: from,
            end: from + length,
            feature,
            role,
            concept: Some(*index),
        })
    })
}

/// A short form in capitals, or two or more capitalised words in a row.
fn name_at(pack: &Pack, view: &View<'_>, i: usize) -> Option<Mark> {
    let title = |i: usize| {
        view.tokens
            .get(i)
            .is_some_and(|t| t.kind == TokenKind::Word && t.case != Case::Lower)
    };
    let upper = |i: usize| {
        view.tokens
            .get(i)
            .is_some_and(|t| t.kind == TokenKind::Word && t.case == Case::Upper)
    };
    // "Zwölf Menschen": where all nouns have a capital, those that the pack knows name nobody.
    let noun = |i: usize| pack.language.nouns_capitalised && is_known_word(pack, view, i);
    if !title(i) || noun(i) {
        return None;
    }
    // Without marks, but no further folded: a name in another language is spelled with the same letters.
    let key = |from: usize, to: usize| {
        let words: Vec<String> = (from..to)
            .filter(|k| view.tokens[*k].kind == TokenKind::Word)
            .map(|k| view.tokens[k].of(view.text).to_lowercase())
            .collect();
        plain(&words.join(" "))
    };
    let mut end = i + 1;
    // "Thirty-six", "Extra-time": a word with a hyphen is one word, whatever its first letter.
    let mut small_parts = 0;
    loop {
        let hyphen = view.sign(end) == Some('-') && !view.tokens[end].spaced;
        if hyphen
            && view
                .tokens
                .get(end + 1)
                .is_some_and(|t| !t.spaced && t.kind == TokenKind::Word)
        {
            small_parts += if title(end + 1) { 0 } else { 2 };
            end += 2;
        } else if title(end)
            && view.tokens[end].spaced
            && !names_another(pack, view, end)
            && !noun(end)
        {
            end += 1;
        } else {
            break;
        }
    }
    // "Bộ Công an": a name whose last word is small, as the pack lists it.
    let listed = pack.word_at("proper-name", view, i).unwrap_or(0);
    end = end.max(i + listed);
    let all_upper = (i..end)
        .filter(|k| view.tokens[*k].kind == TokenKind::Word)
        .all(upper);
    if all_upper && end - i == 1 {
        if measures(pack, view, i) {
            return None;
        }
        return Some(Mark {
            start: i,
            end,
            feature: Feature::new(FeatureKind::Acronym, key(i, end)),
            role: None,
            concept: None,
        });
    }
    // A headline in capitals is no name, and neither is the one capital that opens a sentence.
    if all_upper && end - i > 3 {
        return None;
    }
    let start = if i == 0 && pack.word_at("stop", view, 0).is_some() {
        1
    } else {
        i
    };
    (listed > 0 || end - start >= 2 + small_parts).then(|| Mark {
        start,
        end,
        feature: Feature::new(FeatureKind::Name, key(start, end)),
        role: None,
        concept: None,
    })
}

/// Whether a number word, a unit, a currency, a function word or a word of a concept starts at token `i`.
fn is_known_word(pack: &Pack, view: &View<'_>, i: usize) -> bool {
    pack.numerals.longest_at(view, i).is_some()
        || pack.unit_words.longest_at(view, i).is_some()
        || pack.currency_words.longest_at(view, i).is_some()
        || pack.concept_words.longest_at(view, i).is_some()
        || pack.word_at("stop", view, i).is_some()
}

/// Capitals that are a unit, a currency or a Roman numeral name nobody: "12 tỷ USD", "quý II".
fn measures(pack: &Pack, view: &View<'_>, i: usize) -> bool {
    let roman = view.tokens[i].of(view.text).chars();
    pack.currency_words.longest_at(view, i).is_some()
        || pack.unit_words.longest_at(view, i).is_some()
        || roman.clone().count() > 0 && roman.clone().all(|c| matches!(c, 'I' | 'V' | 'X'))
}

/// Learns that the end of a person's name stands for the whole: "Hải Long" for "Nguyễn Hải Long".
pub(super) fn learn_short_names<'a>(marks: impl Iterator<Item = &'a Mark>, aliases: &mut Aliases) {
    let names: BTreeSet<&str> = marks
        .filter(|m| m.feature.kind == FeatureKind::Name)
        .map(|m| &*m.feature.name)
        .collect();
    for long in &names {
        for short in &names {
            let ends = long
                .strip_suffix(*short)
                .is_some_and(|rest| rest.ends_with(' '));
            if ends && short.contains(' ') {
                aliases
                    .entry((*short).to_owned())
                    .or_insert_with(|| (*long).to_owned());
            }
        }
    }
}

/// Whether an entity of its own starts at token `i`; one syllable alone may as well end a person's name.
fn names_another(pack: &Pack, view: &View<'_>, i: usize) -> bool {
    let short = pack.language.syllabic && view.tokens[i].case != Case::Upper;
    pack.entities
        .longest_at(view, i)
        .is_some_and(|(length, _)| length > 1 || !short)
}

/// Learns the short forms that a sentence explains: capitalised words and then a short form in brackets.
pub(super) fn learn_aliases(view: &View<'_>, marks: &[Mark], aliases: &mut Aliases) {
    for mark in marks {
        let bracketed = mark.start > 0
            && view.sign(mark.start - 1) == Some('(')
            && view.sign(mark.end) == Some(')');
        let short = matches!(
            mark.feature.kind,
            FeatureKind::Acronym | FeatureKind::Entity
        );
        if !bracketed || !short {
            continue;
        }
        let before = marks.iter().rev().find(|other| other.end == mark.start - 1);
        if let Some(long) = before.filter(|long| long.feature.kind == FeatureKind::Name) {
            aliases.insert(long.feature.name.to_string(), mark.feature.name.to_string());
        }
    }
}
