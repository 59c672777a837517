//! What a figure is the figure of: the thing or the happening, the place it is limited to, the period it covers.

use std::sync::Arc;

use super::analysis::{Analysis, Mark};
use super::feature::Feature;
use super::noun::Noun;
use super::read::Read;
use super::row::{bracket, label, named_behind};
use super::standing::compared_with;
use super::subject::subject_of;
use super::theme::{Theme, theme};
use crate::mention::{Kind, Mention};
use crate::pack::schema::ConceptRole;
use crate::pack::{Pack, View};
use crate::text::TokenKind;
use crate::value::{Calendar, Value};

/// What tells a figure apart from others of its kind.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Frame {
    /// Concepts of the thing and of what happens to it: "death" and "die".
    pub theme: Vec<String>,
    /// Its sentence tells what still is so, and will not be for long ("vẫn mất nước", "still without power").
    pub unsettled: bool,
    /// It tells by how much something changed, and not to what ("TP.HCM tăng 667 ca").
    pub change: bool,
    /// Its sentence counts the hours or days before the article ("trong 24 giờ qua").
    pub window: bool,
    /// It is the figure of several happenings together: "330 người chết và mất tích".
    pub sums_up: bool,
    /// Names that limit the figure: "Hà Tĩnh có 9 người". Empty when it is the whole.
    pub local: Vec<Feature>,
    /// Names that stand in a row in its sentence: "tại Hà Tĩnh, Nghệ An và Quảng Trị" is a whole with its parts.
    pub listed: Vec<Feature>,
    /// Names in its sentence that each have a figure of their own right behind them: "Quảng Ninh 4, Hải Phòng 2".
    pub rows: Arc<[Feature]>,
    /// Whose figure it is: the nearest name before it.
    pub subject: Option<Feature>,
    /// The period that the figure covers, or for a score the day of the match.
    pub period: Option<Box<Value>>,
}

/// The frame of a value of a sentence that was read.
pub(super) fn frame_of(read: &Read<'_>, mention: &Mention, noun: Option<&Noun>) -> Frame {
    let (pack, view) = (read.pack, &read.view());
    let (analysis, others) = (&*read.analysis, &read.reading.mentions);
    let segment = segment(pack, view, analysis, mention.tokens);
    let (local, listed) = places((pack, view), analysis, segment, mention.tokens, others);
    let Theme { ids, sums_up } = theme((pack, view), analysis, mention, noun, segment);
    Frame {
        unsettled: false,
        change: mention.kind == Kind::Count
            && pack
                .word_before("changed-by", view, mention.tokens.0)
                .is_some(),
        window: read.of_all().window,
        theme: ids,
        sums_up,
        local,
        listed,
        rows: Arc::clone(&read.of_all().rows),
        subject: subject_of(pack, view, analysis, mention, others),
        period: period(pack, view, mention, others).map(Box::new),
    }
}

/// The names that a figure is limited to, and those that it sums up. "Hải Dương và Hà Nội, mỗi nơi 1 người": it is that of
/// either.
fn places(
    (pack, view): (&Pack, &View<'_>),
    analysis: &Analysis,
    segment: (usize, usize),
    at: (usize, usize),
    others: &[Mention],
) -> (Vec<Feature>, Vec<Feature>) {
    let listed = listed(view, analysis);
    let each = pack.word_list("distributive");
    let each = |i: usize| each.is_some_and(|words| words.contains_at(view, i));
    if !listed.is_empty() && (segment.0..segment.1).any(each) {
        return (listed, Vec::new());
    }
    (
        local_or_row((pack, view), analysis, segment, at, others),
        listed,
    )
}

/// Tokens around a value up to the next sign or clause; a value alone in brackets belongs to what stands before them.
fn segment(
    pack: &Pack,
    view: &View<'_>,
    analysis: &Analysis,
    (start, end): (usize, usize),
) -> (usize, usize) {
    let clause_words = pack.word_list("clause");
    let stops = |i: usize| {
        // "TP.HCM" is one name.
        let next = view.tokens.get(i + 1);
        let joined = next.is_some_and(|next| !next.spaced && next.kind == TokenKind::Word);
        let within = view.sign(i) == Some('.') && joined;
        matches!(
            view.sign(i),
            Some(',' | ';' | ':' | '(' | ')' | '“' | '”' | '"' | '.')
        ) && !within
            || i > 0 && view.sign(i - 1).is_none() && analysis.clauses.binary_search(&i).is_ok()
            || clause_words.is_some_and(|words| words.contains_at(view, i))
    };
    let mut from = start;
    if from > 0 && view.sign(from - 1) == Some('(') && view.sign(end) == Some(')') {
        from -= 1;
    }
    while from > 0 && !stops(from - 1) {
        from -= 1;
    }
    let mut to = end;
    while to < view.tokens.len() && !stops(to) {
        to += 1;
    }
    (from, to)
}

/// Names that limit a figure where it stands; else those of the figure whose bracket holds it, or of the line it opens:
/// "Yên Bái: 44 người (40 người chết, 4 người mất tích)".
fn local_or_row(
    (pack, view): (&Pack, &View<'_>),
    analysis: &Analysis,
    (from, to): (usize, usize),
    at: (usize, usize),
    others: &[Mention],
) -> Vec<Feature> {
    let mut found = local(pack, view, analysis, (from, to), at);
    let labels = [
        label(view, analysis, at.0),
        named_behind(view, analysis, to),
    ];
    for name in labels.into_iter().flatten() {
        if !found.contains(name) {
            found.push(name.clone());
        }
    }
    if found.is_empty()
        && let Some(open) = bracket(view, at.0)
        && let Some(told) = others.iter().rfind(|other| other.tokens.1 <= open)
    {
        let outer = segment(pack, view, analysis, told.tokens);
        return local_or_row((pack, view), analysis, outer, told.tokens, others);
    }
    let count = |m: &Mention| m.tokens == at && m.kind == Kind::Count;
    if !found.is_empty() || !others.iter().any(count) {
        return found;
    }
    if let Some(told) = listed_before(pack, view, at.0, others) {
        let outer = segment(pack, view, analysis, told.tokens);
        return local_or_row((pack, view), analysis, outer, told.tokens, others);
    }
    if from > 0 && view.sign(from - 1) == Some(':') {
        // "Thailand was second: 77 golds"
        let (opened, _) = segment(pack, view, analysis, (from - 1, from - 1));
        return local(
            pack,
            view,
            analysis,
            (opened, from - 1),
            (from - 1, from - 1),
        );
    }
    found
}

/// The figure before the one at token `start` in a list: "77 golds, 92 silvers and 125 bronzes".
fn listed_before<'m>(
    pack: &Pack,
    view: &View<'_>,
    start: usize,
    others: &'m [Mention],
) -> Option<&'m Mention> {
    let joint = match start.checked_sub(1)? {
        comma if view.sign(comma) == Some(',') => comma,
        _ => pack.word_before("joining", view, start)?,
    };
    let told = others.iter().rfind(|other| other.tokens.1 <= joint)?;
    let noun = told.tokens.1..joint;
    let plain = noun.len() <= COUNTED
        && noun
            .clone()
            .all(|i| view.sign(i).is_none_or(|sign| sign == ','));
    (plain && told.kind == Kind::Count).then_some(told)
}

/// Most tokens of what a figure of a list counts.
const COUNTED: usize = 5;

/// Names in the segment, unless they are several in a row or the name of an event.
fn local(
    pack: &Pack,
    view: &View<'_>,
    analysis: &Analysis,
    (from, to): (usize, usize),
    at: (usize, usize),
) -> Vec<Feature> {
    let named = |m: &&Mark| {
        let place = m.feature.may_be_place();
        // "Hội nghị tại Vilnius thu hút 2.400 khách": where it happened, before the figure, limits nothing.
        // "ở thành phố Đà Nẵng": a noun may stand between.
        let mut starts = (m.start.saturating_sub(2)..=m.start).rev();
        // "Tại Lào Cai 66 người chết" is a row of a breakdown.
        let mut venue =
            || m.end < at.0 && starts.any(|i| pack.word_before("place", view, i).is_some());
        let inside = m.start >= from && m.end <= to && (m.end <= at.0 || m.start >= at.1);
        place && inside && !venue()
    };
    let names: Vec<&Mark> = analysis.marks.iter().filter(named).collect();
    let event = |m: &Mark| {
        analysis
            .marks
            .iter()
            .any(|e| e.role == Some(ConceptRole::Event) && (e.end == m.start || m.end == e.start))
    };
    // "hai xã Trà Leng và Trà Vân": the word between them may open the clause of the second.
    let follows = |m: &Mark| {
        let mut before = analysis.marks.iter().filter(|other| other.role.is_none());
        before.any(|other| {
            next_in_row(view, analysis, other).is_some_and(|next| next.start == m.start)
        })
    };
    let in_row = |m: &&Mark| next_in_row(view, analysis, m).is_some() || follows(m);
    if names.iter().any(in_row) {
        return Vec::new();
    }
    let mut found: Vec<Feature> = names
        .into_iter()
        .filter(|m| !event(m))
        .map(|m| m.feature.clone())
        .collect();
    found.sort();
    found.dedup();
    found
}

/// The name that follows `mark` in a row of names: behind a comma or a joining word.
fn next_in_row<'a>(view: &View<'_>, analysis: &'a Analysis, mark: &Mark) -> Option<&'a Mark> {
    if view.sign(mark.end) != Some(',') && !analysis.clauses.contains(&mark.end) {
        return None;
    }
    let word = |i: &usize| view.tokens[*i].kind == TokenKind::Word || view.digits(*i).is_some();
    let next = (mark.end..(mark.end + 3).min(view.tokens.len())).find(word)?;
    let next = if analysis.stop[next] { next + 1 } else { next };
    // "LAO CAI, Vietnam" is one place.
    let country = |mark: &Mark| mark.feature.name.starts_with("country/");
    analysis.marks.iter().find(|other| {
        other.start == next && other.role.is_none() && (country(mark) || !country(other))
    })
}

/// All names of the sentence that stand in a row with others.
fn listed(view: &View<'_>, analysis: &Analysis) -> Vec<Feature> {
    let mut found: Vec<Feature> = Vec::new();
    for mark in analysis.marks.iter().filter(|m| m.role.is_none()) {
        if let Some(next) = next_in_row(view, analysis, mark) {
            found.push(mark.feature.clone());
            found.push(next.feature.clone());
        }
    }
    found.sort();
    found.dedup();
    found
}

/// What a sentence says of all its figures.
#[derive(Debug)]
pub(super) struct OfAll {
    /// Names that each have a figure of their own.
    rows: Arc<[Feature]>,
    /// It counts the hours or days before the article.
    window: bool,
}

impl OfAll {
    /// Of a sentence that was read.
    pub fn of(read: &Read<'_>) -> Self {
        let view = read.view();
        let tokens = 0..view.tokens.len();
        let counts = |i: usize| read.pack.word_at("moving-window", &view, i).is_some();
        Self {
            rows: rows(&view, &read.analysis, &read.reading.mentions),
            window: tokens.into_iter().any(counts),
        }
    }
}

/// Names right before figures, where there are two or more of them.
fn rows(view: &View<'_>, analysis: &Analysis, others: &[Mention]) -> Arc<[Feature]> {
    let counts = others.iter().filter(|other| other.kind == Kind::Count);
    let names = counts.filter_map(|other| label(view, analysis, other.tokens.0));
    let names: Vec<Feature> = names.cloned().collect();
    if names.len() < 2 {
        Arc::default()
    } else {
        names.into()
    }
}

/// Whether a value is a quarter, a half-year or a run of months in a known year: what business figures cover.
pub(super) fn is_period(value: &Value) -> bool {
    let Value::Date(dates) = value else {
        return false;
    };
    let [range] = dates.readings.as_slice() else {
        return false;
    };
    match (&range.start, &range.end) {
        (Some(start), Some(end)) => {
            start.year.is_some()
                && (matches!(start.unit, Calendar::Quarter(_) | Calendar::Half(_))
                    || matches!(start.unit, Calendar::Month(_)) && start != end)
        }
        _ => false,
    }
}

/// A quarter, half-year, year or run of months that the sentence names: the last one before the figure, else the first after it.
/// The period that it is compared with is another one.
fn period(pack: &Pack, view: &View<'_>, mention: &Mention, others: &[Mention]) -> Option<Value> {
    if !matches!(
        mention.kind,
        Kind::Count | Kind::Money | Kind::Percent | Kind::Measure | Kind::Score
    ) {
        return None;
    }
    let score = mention.kind == Kind::Score;
    let covers = |m: &&Mention| match &m.value {
        Value::Date(dates) => dates.readings.first().is_some_and(|range| {
            let coarse = |unit: Calendar| {
                matches!(
                    unit,
                    Calendar::Quarter(_) | Calendar::Half(_) | Calendar::Year | Calendar::Month(_)
                )
            };
            match (&range.start, &range.end) {
                (Some(start), Some(end)) => score || coarse(start.unit) && coarse(end.unit),
                _ => false,
            }
        }),
        _ => false,
    };
    let base = |m: &&Mention| compared_with(pack, view, m.tokens.0);
    let before = others
        .iter()
        .rev()
        .filter(covers)
        .find(|m| m.tokens.1 <= mention.tokens.0 && !base(m));
    let after = || {
        let mut later = others
            .iter()
            .filter(covers)
            .filter(|m| m.tokens.0 >= mention.tokens.1);
        later.find(|m| {
            let mut between = mention.tokens.1..m.tokens.0;
            !between.any(|i| pack.word_at("comparison", view, i).is_some())
        })
    };
    before.or_else(after).map(|m| m.value.clone())
}
