//! Whether a statement is asserted, planned, possible, denied or quoted.

use super::Modality;
use super::analysis::Analysis;
use crate::mention::{Kind, Mention, Role};
use crate::pack::schema::{ConceptRole, Reach};
use crate::pack::{ModalityCue, Pack, Sense, View};

/// The modality of `mention`: the firmest word of its clause that reaches it, or of the clause that its own goes on from.
pub(super) fn modality_of(
    pack: &Pack,
    view: &View<'_>,
    analysis: &Analysis,
    mention: &Mention,
) -> Modality {
    let (start, end) = mention.tokens;
    let count = view.tokens.len();
    let (mut from, to) = analysis.clause(start, count);
    let mut found = in_clause((pack, view), analysis, (from, to), &At::of(mention));
    // "sẽ xây 3 nhà máy và tuyển 500 công nhân": a plan holds for both.
    while found == Modality::Asserted
        && from > 0
        && goes_on((pack, view), analysis, from, (start, end), to)
    {
        let behind = At {
            tokens: (from, from),
            ..At::of(mention)
        };
        from = analysis.clause(from - 1, count).0;
        let told = in_clause((pack, view), analysis, (from, behind.tokens.0), &behind);
        if told != Modality::Denied {
            found = told;
        }
    }
    if found == Modality::Asserted && in_quotation_marks(view, start) {
        Modality::Quoted
    } else {
        found
    }
}

/// Where a value stands.
struct At {
    tokens: (usize, usize),
    /// A date or time, which a plan names on either side.
    when: bool,
    /// What a change starts from, which is never planned with it.
    base: bool,
}

impl At {
    fn of(mention: &Mention) -> Self {
        Self {
            tokens: mention.tokens,
            when: matches!(mention.kind, Kind::Date | Kind::Time | Kind::Duration),
            base: mention.role == Role::From,
        }
    }
}

/// The firmest modality that a word of the clause gives to what stands there.
fn in_clause(
    (pack, view): (&Pack, &View<'_>),
    analysis: &Analysis,
    (from, to): (usize, usize),
    at: &At,
) -> Modality {
    let mut found = Modality::Asserted;
    let cue_at = |i: usize| {
        let (length, cue) = pack.modalities.longest_at(view, i)?;
        Some((i, length, *cue))
    };
    let all = || (0..view.tokens.len()).filter_map(cue_at).collect();
    let cues = analysis.cues.get_or_init(all);
    let mut next = from;
    for &(i, length, cue) in cues {
        if i < next {
            continue;
        }
        if i >= to {
            break;
        }
        next = i + length;
        if let Some(sense) = cue.says
            && reaches(pack, view, (i, i + length), cue, at)
        {
            found = found.max(match sense {
                Sense::Planned => Modality::Planned,
                Sense::Possible => Modality::Possible,
                Sense::Denied => Modality::Denied,
            });
        }
    }
    found
}

/// Whether the cue at `start..end` is meant for what stands there.
fn reaches(
    pack: &Pack,
    view: &View<'_>,
    (start, end): (usize, usize),
    cue: ModalityCue,
    at: &At,
) -> bool {
    let (first, last) = at.tokens;
    let comma = |(from, to): (usize, usize)| (from..to).any(|i| view.sign(i) == Some(','));
    match (cue.says, cue.reach) {
        // A denial reaches only what follows it at once.
        (Some(Sense::Denied), _) => end <= first && first - end <= 2,
        (_, Reach::Clause) if end <= first => {
            at.when || !at.base && !is_told(pack, view, (end, first))
        }
        // "Dự án 5.500 tỷ đồng dự kiến hoàn thành": a figure before a comma stands by itself, a date does not.
        (_, Reach::Clause) => start >= last && (at.when || !comma((last, start))),
        (_, Reach::Behind | Reach::Beside) if end <= first => in_phrase(view, (end, first)),
        (_, Reach::Behind) => false,
        // "the 2 percent target", "its 2% inflation target".
        (_, Reach::Beside) => {
            let between = last..start;
            let small = |i: usize| {
                pack.word_at("stop", view, i).is_some() || view.sign(i).is_some_and(|c| c != '-')
            };
            start >= last && between.len() <= 2 && !between.into_iter().any(small)
        }
    }
}

/// Whether nothing between ends the phrase: a comma outside of brackets.
fn in_phrase(view: &View<'_>, (from, to): (usize, usize)) -> bool {
    let mut open = 0_usize;
    for i in from..to {
        match view.sign(i) {
            Some('(') => open += 1,
            Some(')') if open == 0 => return false,
            Some(')') => open -= 1,
            Some(',' | ';') if open == 0 => return false,
            _ => {}
        }
    }
    true
}

/// Whether a word behind that of a plan tells what is or was: "sẽ thay 3 cầu, hiện có 12 cầu", "up from 18 million".
fn is_told(pack: &Pack, view: &View<'_>, (from, to): (usize, usize)) -> bool {
    (from + 1..to).any(|i| {
        let ends = |list: &str| {
            pack.word_at(list, view, i)
                .is_some_and(|length| i + length <= to)
        };
        ends("as-is") || ends("comparison")
    })
}

/// Whether the clause that opens at `opener` goes on with what the one before it says, up to a value in it: "and hire 500", "và
/// 2 trung tâm".
fn goes_on(
    (pack, view): (&Pack, &View<'_>),
    analysis: &Analysis,
    opener: usize,
    (start, end): (usize, usize),
    to: usize,
) -> bool {
    // "tăng 10% so với năm trước, lợi nhuận 900 tỷ đồng"
    if pack.word_at("comparison", view, opener).is_some() {
        return (opener..start).any(|i| view.sign(i) == Some(','));
    }
    let Some(length) = pack.word_at("goes-on", view, opener) else {
        return false;
    };
    let next = opener + length;
    if next > start || is_told(pack, view, (opener, start)) {
        return false;
    }
    let happens = |from: usize, to: usize| {
        let predicate = |role| matches!(role, Some(ConceptRole::Predicate | ConceptRole::Report));
        let inside = |at: usize| (from..to).contains(&at);
        let mut marks = analysis.marks.iter();
        marks.any(|mark| inside(mark.start) && predicate(mark.role))
    };
    // "and 300 jobs were lost" is told by itself.
    let bare = !happens(end, to);
    match pack.word_list("base-form") {
        Some(verbs) => verbs.contains_at(view, next) || start - next <= 2 && bare,
        None => happens(next, next + 1) || !happens(next, start) && bare,
    }
}

fn in_quotation_marks(view: &View<'_>, at: usize) -> bool {
    let mut open = false;
    for i in 0..at {
        match view.sign(i) {
            Some('“' | '«') => open = true,
            Some('”' | '»') => open = false,
            Some('"') => open = !open,
            _ => {}
        }
    }
    // A mark that is never closed in the sentence opens a quotation that goes on.
    open
}
