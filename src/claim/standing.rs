//! How a value stands in its sentence: as a part, a base of comparison, the day of a report, the time of a count.

use super::analysis::Analysis;
use super::date_line::names_day;
use super::row::REACH;
use crate::mention::{Kind, Mention};
use crate::pack::schema::ConceptRole;
use crate::pack::{Pack, View};
use crate::text::TokenKind;

/// Whether a date tells when something was said: it opens its clause and a saying verb follows, or one stands right before it.
pub(super) fn reports(
    pack: &Pack,
    view: &View<'_>,
    analysis: &Analysis,
    (from, to): (usize, usize),
    (start, end): (usize, usize),
) -> bool {
    let says = |i: usize| {
        pack.credits_after.longest_at(view, i).is_some()
            || analysis
                .marks
                .iter()
                .any(|m| m.start == i && m.role == Some(ConceptRole::Report))
    };
    let other_predicate = |i: usize| {
        analysis
            .marks
            .iter()
            .any(|m| m.start == i && m.role == Some(ConceptRole::Predicate))
    };
    if names_day(view, (start, end)) {
        return true;
    }
    // "signed a contract on Thursday, the ministry said": it is the day of what was done.
    let done = |i: usize| other_predicate(i) && !says(i);
    if (from..start).any(done) {
        return (from..start).rev().take(3).any(says);
    }
    let limit = to.max(view.tokens.len().min(end + 14));
    for i in end..limit {
        if says(i) {
            return true;
        }
        if other_predicate(i) {
            break;
        }
    }
    (from..start).rev().take(3).any(says)
}

/// Whether a figure is a part of one said before: "trong đó 9 người".
pub(super) fn part_before(
    pack: &Pack,
    view: &View<'_>,
    (from, start): (usize, usize),
    kind: Kind,
    others: &[Mention],
) -> bool {
    // "GMP gồm 8 lĩnh vực" gives the whole; "21 người, gồm 9 người ở Hà Tĩnh" a part.
    let whole_before = |i: usize| {
        others
            .iter()
            .any(|other| other.kind == kind && other.tokens.1 <= i)
    };
    let part_words = pack.word_list("part");
    // "gồm: huyện Lục Yên 13 người, huyện Văn Chấn 1 người": so are all that follow the colon.
    let in_list = || {
        let reach = (start.saturating_sub(REACH)..start).rev();
        let mut before = reach.take_while(|i| view.sign(*i) != Some(';'));
        let colon = before.find(|i| view.sign(*i) == Some(':'))?;
        let composed = pack.word_before("composition", view, colon).is_some();
        (composed && whole_before(colon)).then_some(())
    };
    // "Trong đó 9 người chết trong bão; 44 người chết do lũ": a sentence that opens so gives nothing but parts.
    let opens = |list: &str| pack.word_at(list, view, 0).is_some();
    // "Trong 11 nhóm hàng, có 7 nhóm giảm giá và 4 nhóm tăng giá".
    let taken = pack.word_at("out-of", view, 0);
    let whole = others.first().filter(|other| other.kind == Kind::Count);
    let out_of = whole.is_some_and(|w| Some(w.tokens.0) == taken && w.tokens.1 <= start);
    if kind == Kind::Count && out_of
        || in_list().is_some()
        || (opens("part") || opens("part-opening")) && !opens("composition")
    {
        return true;
    }
    // "Of the injured, 19 are in hospital", but not "victims of the fire have died, taking the toll to 11".
    let opening = |i: usize| {
        let clause = i == 0 || view.sign(i - 1).is_some();
        clause && pack.word_at("part-opening", view, i).is_some()
    };
    (from.saturating_sub(4)..start).any(|i| {
        (part_words.is_some_and(|words| words.contains_at(view, i)) || opening(i))
            && (pack.word_at("composition", view, i).is_none() || whole_before(i))
    })
}

/// Most tokens between "giảm" and by how much: whose length of time it is.
const WHOSE: usize = 7;

/// Whether a count comes on top of what was counted before: "thêm 3 thi thể", "30 more"; or by how much a length of
/// time was cut.
pub(super) fn increment(
    pack: &Pack,
    view: &View<'_>,
    kind: Kind,
    (start, end): (usize, usize),
    after_noun: usize,
) -> bool {
    let added = (start.saturating_sub(3)..start).any(|i| {
        pack.word_at("increment", view, i)
            .is_some_and(|length| i + length == start)
    });
    // "500 more chargers", "500 chargers more"
    let more = || {
        let at = |i: usize| Some(i + pack.word_at("increment-after", view, i)?);
        let behind = at(end).or_else(|| at(after_noun))?;
        // "30 more than planned" compares.
        let compares = pack.word_at("comparison", view, behind).is_some();
        (!compares).then_some(())
    };
    // "giảm cho ông Dũng một năm tù": by so much, and not to it.
    let onto = |i: usize| pack.word_at("onto", view, i).is_some();
    let by = || {
        let mut before = (start.saturating_sub(WHOSE)..start).rev();
        before
            .find_map(|i| Some(i + pack.word_at("reduced-by", view, i)?))
            .is_some_and(|behind| !(behind..start).any(onto))
    };
    match kind {
        Kind::Count => added || more().is_some(),
        Kind::Duration => by(),
        _ => false,
    }
}

/// Whether a count without a noun is the figure told before: "The figure had stood at 21".
pub(super) fn told_figure(pack: &Pack, view: &View<'_>, (from, start): (usize, usize)) -> bool {
    (from..start).any(|i| {
        pack.word_at("told-figure", view, i).is_some_and(|length| {
            let next = i + length;
            // "the number of flights" names what it counts.
            next >= start || pack.word_at("complement", view, next).is_none()
        })
    })
}

/// "said Nguyen Van Nam, 45, a fisherman", "the driver, 45, was held", "a man of 71", "three men, aged 19, 23 and 41": whether the
/// number at `tokens` counts nothing.
pub(super) fn is_age(pack: &Pack, view: &View<'_>, (start, end): (usize, usize)) -> bool {
    let somebody =
        |at: usize| view.capital(at - 1) || pack.word_before("somebody", view, at).is_some();
    let behind_a_name = start > 1
        && view.sign(start - 1) == Some(',')
        && view.sign(end) == Some(',')
        && view.digits(start).is_some_and(|age| age.len() <= 2)
        && somebody(start - 1);
    let mut from = start;
    while from > 0
        && (view.digits(from - 1).is_some()
            || view.sign(from - 1) == Some(',')
            || pack.word_at("joining", view, from - 1) == Some(1))
    {
        from -= 1;
    }
    let told = |list: &str| pack.word_before(list, view, from).is_some();
    // "a driver of 28, was given 17 years", "he is 63 and sails"; "a captain of 12 men" leads them.
    let counts = view
        .tokens
        .get(end)
        .is_some_and(|next| next.kind == TokenKind::Word)
        && pack.word_at("stop", view, end).is_none();
    let grown = !counts
        && view.digits(start).is_some_and(|age| age.len() == 2)
        && (pack.word_before("is-years", view, from).is_some()
            || pack
                .word_before("of-years", view, from)
                .is_some_and(|at| pack.word_before("somebody", view, at).is_some()));
    behind_a_name || grown || told("age-word") || told("of-age")
}

pub(super) fn comparison_before(pack: &Pack, view: &View<'_>, start: usize) -> bool {
    (start.saturating_sub(4)..start).any(|i| {
        pack.word_at("comparison", view, i)
            .is_some_and(|length| i + length <= start)
    })
}

/// Whether a period belongs to what a figure is compared with: "so với mức 890 tỷ đồng của quý II/2024".
pub(super) fn compared_with(pack: &Pack, view: &View<'_>, start: usize) -> bool {
    (start.saturating_sub(COMPARED)..start)
        .rev()
        .take_while(|i| !matches!(view.sign(*i), Some(',' | ';' | '(' | ')' | '.')))
        .any(|i| {
            pack.word_at("comparison", view, i)
                .is_some_and(|length| i + length <= start)
        })
}

/// Whether a word of the list stands before a date or a clock time.
pub(super) fn as_of_before(
    pack: &Pack,
    view: &View<'_>,
    list: &str,
    kind: Kind,
    (start, end): (usize, usize),
) -> bool {
    // Its last word may be the first of the date: "tính đến ngày" before "ngày 11/7".
    matches!(kind, Kind::Date | Kind::Time)
        && (start.saturating_sub(4)..start).any(|i| {
            pack.word_at(list, view, i)
                .is_some_and(|length| i + length < end)
        })
}

/// Most tokens between a word of comparison and the period of what it compares with.
const COMPARED: usize = 10;
