//! The noun that a number counts: after it, before it, or left out.

use super::analysis::{Analysis, Mark};
use super::counted::{age, announced, joint, measured, of_those, other_number, pointing, term};
use super::reach::{belongs, fits, is_joined, is_predicate};
use crate::mention::{Kind, Mention};
use crate::pack::schema::{ConceptRole, HeadPosition};
use crate::pack::{Pack, View};
use crate::text::TokenKind;

/// What a number counts, measures or dates.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Noun {
    /// Tokens of its sentence, half-open; empty when the noun is taken from elsewhere.
    pub tokens: (usize, usize),
    /// Folded words without function words, the head first.
    pub words: Vec<String>,
    /// Noun concept of the packs.
    pub concept: Option<String>,
    /// Wider concepts, the nearest first.
    pub broader: Vec<String>,
    /// The words as they stand in the text.
    pub text: String,
    /// It counts how often something happened: what happened is its noun.
    pub occurrence: bool,
    /// Folded classifier before the head: "chiếc". It is the head itself where it stands alone.
    pub classifier: Option<String>,
    /// Who is counted, where the noun says as well what happened: the people of "people killed".
    pub who: Option<String>,
}

impl Noun {
    /// Whether a classifier stands alone ("36 chiếc"): what is counted was named before.
    pub fn is_bare(&self) -> bool {
        self.concept.is_none()
            && self.words.len() == 1
            && self.words.first() == self.classifier.as_ref()
    }

    /// The same without what happened: of "people killed" no more than the people.
    pub(super) fn without_happening(self, wider: String) -> Self {
        Self {
            concept: Some(wider),
            broader: Vec::new(),
            words: self.who.iter().cloned().collect(),
            text: self.who.clone().unwrap_or_default(),
            ..self
        }
    }
}

/// Longest noun phrase, in tokens.
pub(super) const LONGEST: usize = 9;

/// The noun of `mention`, by its kind.
pub(super) fn noun_of(
    pack: &Pack,
    view: &View<'_>,
    analysis: &Analysis,
    mention: &Mention,
) -> Option<Noun> {
    let (start, end) = mention.tokens;
    if mention.kind == Kind::Ordinal
        && let Some(length) = pack
            .word_at("occurrence", view, start)
            .or_else(|| pack.word_at("occurrence", view, end))
    {
        // "lần đầu tiên", "the first time": it counts how often what the predicate says has happened.
        let from = if pack.word_at("occurrence", view, start).is_some() {
            start
        } else {
            end
        };
        return Some(Noun {
            occurrence: true,
            ..phrase(pack, view, analysis, from, from + length)
        });
    }
    // "The bridge, 1,510 metres long": its length, whatever is long.
    let measured_behind = || {
        let noun = measured(pack, view, analysis, mention)?;
        (noun.tokens.0 >= end).then_some(noun)
    };
    if let Some(noun) = measured_behind() {
        return Some(noun);
    }
    match mention.kind {
        Kind::Count => age(pack, view, analysis, (start, end))
            .or_else(|| after(pack, view, analysis, end))
            .map(|noun| joint(pack, view, analysis, noun))
            .or_else(|| of_those(pack, view, analysis, end))
            .or_else(|| announced(pack, view, analysis, start))
            .or_else(|| {
                linked(pack, view, start)
                    .then(|| topic(pack, view, analysis, start, true))
                    .flatten()
            })
            .or_else(|| pointing(pack, view, end)),
        Kind::Ordinal => match pack.language.head {
            HeadPosition::First => {
                before(pack, view, analysis, start).or_else(|| after(pack, view, analysis, end))
            }
            HeadPosition::Last => {
                after(pack, view, analysis, end).or_else(|| before(pack, view, analysis, start))
            }
        },
        Kind::Percent if noun_starts(analysis, end) => after(pack, view, analysis, end),
        // "402 mm mưa", "120 ha lúa": what stands right behind is what is measured, where the head comes first.
        Kind::Measure
            if goes_on(pack, view, analysis, start)
                || pack.language.head == HeadPosition::First && noun_starts(analysis, end) =>
        {
            behind(pack, view, analysis, end).or_else(|| topic(pack, view, analysis, start, false))
        }
        Kind::Money | Kind::Percent | Kind::Measure => {
            let noun = topic(pack, view, analysis, start, false)
                .or_else(|| behind(pack, view, analysis, end))
                .or_else(|| after(pack, view, analysis, end));
            let named = noun.as_ref().is_some_and(|noun| noun.concept.is_some());
            let measured = (!named).then(|| measured(pack, view, analysis, mention));
            measured.flatten().or(noun)
        }
        Kind::Duration => {
            term(pack, view, analysis, (start, end)).or_else(|| after(pack, view, analysis, end))
        }
        Kind::Date | Kind::Time | Kind::Recurrence | Kind::Score => None,
    }
}

/// Function words that may stand between an amount and its noun.
const FUNCTION_WORDS: usize = 3;

/// "300 tỷ đồng tiền cứu trợ", "$30 million in emergency aid": the noun that the packs know behind an amount, with nothing
/// but function words between, and a bracket where the amount stands in another currency.
fn behind(pack: &Pack, view: &View<'_>, analysis: &Analysis, end: usize) -> Option<Noun> {
    let mut from = end;
    if view.sign(from) == Some('(') {
        let close =
            (from..(from + 8).min(view.tokens.len())).find(|i| view.sign(*i) == Some(')'))?;
        from = close + 1;
    }
    let limit = (from + FUNCTION_WORDS).min(view.tokens.len());
    let first = (from..=limit).find(|i| !analysis.stop.get(*i).copied().unwrap_or(false))?;
    let noun = |m: &&Mark| m.start == first && m.role == Some(ConceptRole::Noun);
    let mark = analysis.marks.iter().find(noun)?;
    (!pack.traits(&mark.feature.name).actor)
        .then(|| phrase(pack, view, analysis, mark.start, mark.end))
}

/// "86 kg of heroin, 212 kg of opium": whether a measure is another item of a list, behind the noun of the one before.
fn goes_on(pack: &Pack, view: &View<'_>, analysis: &Analysis, start: usize) -> bool {
    let from = start.saturating_sub(FUNCTION_WORDS + 1);
    let joins = |i: &usize| {
        view.sign(*i) == Some(',')
            || pack.word_at("joining", view, *i).is_some()
            || pack.word_at("conversion", view, *i).is_some()
    };
    let Some(at) = (from..start).rev().find(joins) else {
        return false;
    };
    analysis
        .marks
        .iter()
        .any(|mark| mark.end == at && mark.role == Some(ConceptRole::Noun))
}

/// "25% đơn hàng": a noun that the packs know stands right behind the number.
fn noun_starts(analysis: &Analysis, i: usize) -> bool {
    analysis
        .marks
        .iter()
        .any(|m| m.start == i && m.role == Some(ConceptRole::Noun))
}

/// "11 lĩnh vực hợp tác": the words after the number, up to a function word, a predicate or a sign.
pub(super) fn after(pack: &Pack, view: &View<'_>, analysis: &Analysis, end: usize) -> Option<Noun> {
    let mut from = end;
    // "48-jet order": the hyphen joins the number to its noun.
    if view.sign(from) == Some('-') && !view.tokens[from].spaced {
        from += 1;
    }
    // "two other people", "500 more chargers": which ones they are stands before what they are.
    let which =
        (pack.word_at("rest", view, from)).or_else(|| pack.word_at("increment-after", view, from));
    if let Some(length) = which
        && noun_starts(analysis, from + length)
    {
        from += length;
    }
    let classifier = pack.word_at("classifier", view, from).unwrap_or(0);
    let concept = noun_concept(pack, analysis, (from, from + 1), classifier);
    let mut to = from;
    while to < from + LONGEST && belongs(view, analysis, to) {
        // "64 check-in desks"
        let compound = view.sign(to + 1) == Some('-') && !view.tokens[to + 1].spaced;
        let acts = pack.word_at("finite-verb", view, to).is_some() && !compound;
        let other = is_predicate(analysis, to) || other_number(pack, view, to);
        if acts || to > from && other && !is_joined(view, to) {
            break;
        }
        to += 1;
    }
    if let Some(mark) = analysis
        .marks
        .iter()
        .find(|m| m.start == from && m.role == Some(ConceptRole::Noun))
    {
        to = to.max(mark.end);
    }
    if to == from
        || to == from + classifier
            && concept.is_none()
            && is_predicate(analysis, to)
            && classifier == 0
    {
        return None;
    }
    // "3 bị thương": a predicate directly after the number means that the noun is left out.
    let predicates = analysis.marks.iter().filter(|m| m.start == from);
    let reaches = predicates.map(|m| m.end).max().unwrap_or(from);
    // "check-in desks" says nothing of checking.
    let modifies = pack.language.head == HeadPosition::Last && to > reaches;
    let compound = modifies && (from + 1..reaches + 2).any(|i| is_joined(view, i));
    if is_predicate(analysis, from) && concept.is_none() && !compound {
        return None;
    }
    Some(phrase(pack, view, analysis, from, to))
}

/// "cuộc họp thứ hai": the words before an ordinal, back to a predicate, a name or an article.
fn before(pack: &Pack, view: &View<'_>, analysis: &Analysis, start: usize) -> Option<Noun> {
    let mut from = start;
    let opens = |i: usize| i < start && analysis.clauses.contains(&i);
    while from > 0 && start - from < LONGEST && !opens(from) && fits(view, analysis, from - 1) {
        // "Trận thứ hai": the first word of a clause is a noun as good as any, unless it only joins the clause to another.
        if opens(from - 1) && pack.word_at("clause", view, from - 1).is_some() {
            break;
        }
        let numeral = pack.numerals.longest_at(view, from - 1);
        let ends_here = |m: &&Mark| m.end == from;
        let predicate =
            |m: &Mark| matches!(m.role, Some(ConceptRole::Predicate | ConceptRole::Report));
        let reaches =
            |m: &&Mark| m.start < from && m.end >= from && m.role == Some(ConceptRole::Noun);
        let noun_ends = analysis.marks.iter().any(|m| reaches(&m));
        let other = !noun_ends
            && analysis
                .marks
                .iter()
                .filter(ends_here)
                .any(|m| m.role.is_none() || predicate(m));
        // "tăng 4 bậc lên hạng 106": what stands before the linking word is another thing.
        let link = pack.word_at("link", view, from - 1) == Some(1);
        if numeral.is_some_and(|(_, word)| word.alone) || other && from < start || link {
            break;
        }
        from -= 1;
    }
    // What stands before the noun that the packs know is a verb that they do not.
    let noun = |m: &&Mark| m.start >= from && m.end <= start && m.role == Some(ConceptRole::Noun);
    let from = analysis
        .marks
        .iter()
        .filter(noun)
        .map(|m| m.start)
        .min()
        .unwrap_or(from);
    (from < start).then(|| phrase(pack, view, analysis, from, start))
}

/// "deliveries came to 67,450": a linking word stands before the number, so that what it counts stands before that.
fn linked(pack: &Pack, view: &View<'_>, start: usize) -> bool {
    pack.word_before("link", view, start).is_some()
}

/// "doanh thu đạt 16.610 tỷ đồng": the nearest noun concept before an amount in its clause. What is counted may be completed at
/// length: "the death toll from Myanmar's devastating earthquake rose to 38".
fn topic(
    pack: &Pack,
    view: &View<'_>,
    analysis: &Analysis,
    start: usize,
    counted: bool,
) -> Option<Noun> {
    let (from, _) = analysis.clause(start.saturating_sub(1), view.tokens.len());
    // "ADB ra thông cáo cho biết sẽ góp 200 triệu USD": what is said starts behind the verb of saying.
    let said = analysis
        .marks
        .iter()
        .rev()
        .find(|m| m.end <= start && m.role == Some(ConceptRole::Report))
        .map_or(from, |m| m.end);
    let from = from.max(said);
    let nouns = || {
        let marks = analysis.marks.iter().rev();
        marks
            .filter(|m| m.end <= start && m.start >= from && m.role == Some(ConceptRole::Noun))
            .filter(|m| !pack.traits(&m.feature.name).actor)
    };
    // What completes another noun is not the subject, and neither is what belongs to it.
    let completes = |i: usize| pack.word_before("complement", view, i).is_some();
    let mut last: Option<(usize, bool)> = None;
    let mut subject = None;
    for mark in nouns().rev() {
        let far = last.is_some_and(|(end, completing)| {
            let mut between = end + 1..mark.start;
            let acts = (end..mark.start).any(|i| is_predicate(analysis, i));
            counted && !acts && (completing || between.any(completes))
        });
        let completing = completes(mark.start) || far;
        last = Some((mark.end, completing));
        if !completing {
            subject = Some(mark);
        }
    }
    // "tâm chấn nằm ở độ sâu 12 km": what stands right before an amount names it.
    let beside = nouns().next().filter(|mark| !counted && mark.end == start);
    let mark = beside.or(subject).or_else(|| nouns().next())?;
    Some(phrase(pack, view, analysis, mark.start, mark.end))
}

/// The noun concept of the head of the phrase `from..to`, whose classifier is `classifier` tokens long.
fn noun_concept<'a>(
    pack: &'a Pack,
    analysis: &'a Analysis,
    (from, to): (usize, usize),
    classifier: usize,
) -> Option<&'a crate::pack::Concept> {
    let head = |m: &&Mark| match pack.language.head {
        HeadPosition::First => m.start >= from && m.start <= from + classifier,
        HeadPosition::Last => m.start >= from && m.end == to || m.start == from,
    };
    let mut marks = analysis
        .marks
        .iter()
        .filter(|m| m.role == Some(ConceptRole::Noun));
    marks.find(head)?.concept.map(|index| &pack.concepts[index])
}

pub(super) fn phrase(
    pack: &Pack,
    view: &View<'_>,
    analysis: &Analysis,
    from: usize,
    to: usize,
) -> Noun {
    let classifying = pack.word_at("classifier", view, from);
    let classifier = classifying.filter(|length| from + length < to).unwrap_or(0);
    let concept = noun_concept(pack, analysis, (from, to), classifier);
    let key = |i: usize| pack.lexicon.key(view.tokens[i].of(view.text));
    let folded = |from: usize, to: usize| (from..to).map(key).collect::<Vec<_>>().join(" ");
    let mut words: Vec<String> = (from + classifier..to)
        .filter(|i| view.tokens[*i].kind != TokenKind::Sign && !analysis.stop[*i])
        .map(key)
        .collect();
    if pack.language.head == HeadPosition::Last {
        words.reverse();
    }
    let mut broader = Vec::new();
    let mut at = concept.and_then(|c| c.broader.clone());
    while let Some(id) = at.filter(|id| !broader.contains(id) && broader.len() < 8) {
        at = pack.concept(&id).and_then(|c| c.broader.clone());
        broader.push(id);
    }
    let text = view.shown((from, to));
    // "people killed" is counted in people.
    let happened = concept.filter(|c| pack.traits(&c.id).implies.is_some());
    let who = broader
        .last()
        .filter(|_| happened.is_some())
        .and_then(|id| {
            let named = |i: usize| {
                let own = pack.concept_words.all_at(view, i);
                let mut own = own.filter(|(_, index)| pack.concepts[**index].id == *id);
                own.find(|(length, _)| i + length <= to)
                    .map(|(length, _)| folded(i, i + length))
            };
            (from..to).find_map(named)
        });
    Noun {
        tokens: (from, to),
        words,
        concept: concept.map(|c| c.id.clone()),
        broader,
        text,
        occurrence: false,
        classifier: classifying.map(|length| folded(from, from + length)),
        who,
    }
}
