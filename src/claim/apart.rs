//! What tells a claim apart from others; only a comparison asks for it.

use super::Claim;
use super::analysis::{Aliases, Mark};
use super::around::{nearest, resolved};
use super::frame::frame_of;
use super::noun::Noun;
use super::person::person;
use super::read::Read;
use super::standing::{as_of_before, comparison_before, part_before, told_figure};
use crate::mention::{Kind, Mention};
use crate::pack::schema::ConceptRole;
use crate::pack::{Pack, View};

/// Adds to `claim` its frame, and how the value stands in its clause, the tokens `from..to`; `told` are the claims before it.
pub(super) fn tell_apart(
    claim: &mut Claim,
    told: &[Claim],
    read: &Read<'_>,
    aliases: &Aliases,
    (mention, (from, to), after_noun): (&Mention, (usize, usize), usize),
) {
    let view = read.view();
    let (pack, analysis, others) = (read.pack, &read.analysis, &read.reading.mentions);
    let (start, end) = mention.tokens;
    let date = mention.kind == Kind::Date;
    let noun = claim.noun.as_ref();
    claim.frame = frame_of(read, mention, noun);
    for name in claim.frame.local.iter_mut().chain(&mut claim.frame.subject) {
        *name = resolved(name, aliases);
    }
    let (predicates, events) = nearest(pack, analysis, (from, to), start);
    (claim.extent.predicates, claim.extent.events) = (predicates, events);
    claim.clock_zone = (date || mention.kind == Kind::Time)
        && (end..view.tokens.len().min(end + 4))
            .any(|i| pack.word_at("clock-zone", &view, i).is_some());
    // "8 luật sư và khoảng 40 luật sư khác": the rest of what the sentence counts.
    let rest = (end..=after_noun).any(|i| pack.word_at("rest", &view, i).is_some())
        && (told.iter().rev())
            .take_while(|other| other.sentence_number == claim.sentence_number)
            .any(|other| counts_alike(other, mention.kind, claim.noun.as_ref()));
    let near = |before: usize, behind: usize| {
        start.saturating_sub(before)..view.tokens.len().min(after_noun + behind)
    };
    // "lần lượt 21 năm, 14 năm và 8 năm tù": each is one person's.
    let in_turn = near(REACH, REACH).any(|i| pack.word_at("in-turn", &view, i).is_some())
        && others
            .iter()
            .filter(|other| other.kind == mention.kind)
            .count()
            > 1;
    // "Hai người chết tại chỗ": whoever died later is not among them.
    let there = mention.kind == Kind::Count
        && (after_noun..view.tokens.len().min(after_noun + THERE))
            .any(|i| pack.word_at("part-behind", &view, i).is_some());
    // "441 phiếu thuận trên tổng số 492 đại biểu": nobody says how many of them did what.
    let counted = |other: &&Mention| other.kind == Kind::Count && other.tokens.1 <= start;
    claim.whole = mention.kind == Kind::Count
        && pack
            .word_before("taken-from", &view, start)
            .zip(others.iter().rfind(counted))
            .is_some_and(|(from, other)| from < other.tokens.1 + TAKEN);
    claim.part =
        rest || in_turn || there || part_before(pack, &view, (from, start), mention.kind, others);
    claim.part |= is_set(&view, mention, others) || is_share(pack, &view, mention, others);
    claim.part &= !befell_others(pack, claim, told);
    claim.anaphor = pack.word_at("anaphor", &view, after_noun).is_some();
    claim.running = near(REACH, RUNNING).any(|i| pack.word_at("so-far", &view, i).is_some());
    claim.frame.unsettled = near(REACH, REACH).any(|i| pack.word_at("still", &view, i).is_some());
    // "150-seat Riksting"
    let joined = view.sign(end) == Some('-') && !view.tokens[end].spaced;
    claim.sizes = mention.kind == Kind::Count && joined && after_noun > end + 2;
    claim.overtaken = overtaken(read, mention);
    claim.person = person(read, claim);
    claim.apiece = (end..end + APIECE).any(|i| pack.word_at("apiece", &view, i).is_some());
    claim.comparison = comparison_before(pack, &view, start);
    claim.as_of = as_of_before(pack, &view, "as-of", mention.kind, (start, end));
    claim.cut_off = as_of_before(pack, &view, "cut-off", mention.kind, (start, end));
}

/// "The carrier had earlier given a figure of nine", "Trước đó, cơ quan này công bố 7 người chết": whether words before a figure
/// say that it is news no more. Another figure of its kind between the two is the one that they speak of.
fn overtaken(read: &Read<'_>, mention: &Mention) -> bool {
    let (view, pack) = (read.view(), read.pack);
    let start = mention.tokens.0;
    if !matches!(
        mention.kind,
        Kind::Count | Kind::Money | Kind::Measure | Kind::Percent
    ) {
        return false;
    }
    let others = &read.reading.mentions;
    let alike = others.iter().filter(|other| other.kind == mention.kind);
    let after = alike
        .map(|other| other.tokens.1)
        .filter(|end| *end <= start);
    let from = after.max().unwrap_or(0).max(start.saturating_sub(NEWS));
    let reports = |mark: &Mark, from: usize| {
        mark.role == Some(ConceptRole::Report) && (from..start).contains(&mark.start)
    };
    (from..start).any(|i| {
        let before = || pack.word_at("before-news", &view, i).is_some();
        let said = || read.analysis.marks.iter().any(|mark| reports(mark, i));
        let counted = || (i..start).any(|at| pack.word_at("news-verb", &view, at).is_some());
        let told = || said() || counted() || told_figure(pack, &view, (i, start));
        pack.word_at("overtaken", &view, i).is_some() || before() && told()
    })
}

/// Whether a score stands in a row of them: "25-21, 22-25, 25-19".
fn is_set(view: &View<'_>, mention: &Mention, others: &[Mention]) -> bool {
    let (start, end) = mention.tokens;
    let beside = |other: &&Mention| {
        let after = other.tokens.0 == end + 1 && view.sign(end) == Some(',');
        let before = other.tokens.1 + 1 == start && view.sign(other.tokens.1) == Some(',');
        other.kind == Kind::Score && (after || before)
    };
    mention.kind == Kind::Score && others.iter().any(|other| beside(&other))
}

/// Whether an amount is a share of another: "The submarines account for $1.85 billion of the price", "gồm hai tàu ngầm giá 1,85 tỷ
/// USD cùng sáu tàu tuần tra giá 410 triệu USD".
fn is_share(pack: &Pack, view: &View<'_>, mention: &Mention, others: &[Mention]) -> bool {
    let (start, end) = mention.tokens;
    if mention.kind != Kind::Money {
        return false;
    }
    let taken = pack.word_before("share", view, start).is_some()
        && pack.word_at("out-of", view, end).is_some();
    let composed = || {
        let opens = (0..start).rfind(|i| pack.word_at("composition", view, *i).is_some())?;
        let amounts = others.iter().filter(|other| other.kind == Kind::Money);
        // Beside a date or a number of things an amount may well be the whole.
        (amounts.filter(|other| other.tokens.0 > opens).count() > 1).then_some(())
    };
    taken || composed().is_some()
}

/// Tokens before a figure in which words say that it is news no more.
const NEWS: usize = 20;

/// "38.620 ca mắc, trong đó 5 trẻ tử vong": a part of those who fell ill, but all of those who died.
fn befell_others(pack: &Pack, claim: &Claim, told: &[Claim]) -> bool {
    let befalls = |id: &&String| pack.traits(id).befalls;
    let mut happened = claim.frame.theme.iter().filter(befalls).peekable();
    let whole = (told.iter().rev())
        .take_while(|other| other.sentence_number == claim.sentence_number)
        .find(|other| other.mention.kind == Kind::Count);
    let people = |whole: &Claim| {
        let id = whole.noun.as_ref().and_then(|noun| noun.concept.as_deref());
        id.is_some_and(|id| pack.traits(id).generic)
    };
    happened.peek().is_some()
        && whole.is_some_and(|whole| {
            !people(whole) && happened.all(|id| !whole.frame.theme.contains(id))
        })
}

/// Tokens before a figure, and behind it, in which a word speaks of it.
const REACH: usize = 60;

/// Tokens between a count and the words that take it out of a whole.
const TAKEN: usize = 5;

/// Tokens behind a count in which words make it a part of the whole.
const THERE: usize = 3;

/// Tokens behind an amount in which a word tells that it is one for each.
const APIECE: usize = 3;

/// Tokens behind a figure in which a word says that it stands so "so far".
const RUNNING: usize = 5;

/// Whether a claim counts what this noun names.
fn counts_alike(claim: &Claim, kind: Kind, noun: Option<&Noun>) -> bool {
    let same = |one: &Noun, other: &Noun| match (&one.concept, &other.concept) {
        (Some(one), Some(other)) => one == other,
        _ => one.words.first() == other.words.first(),
    };
    let both = claim.noun.as_ref().zip(noun);
    claim.mention.kind == kind && both.is_some_and(|(one, other)| same(one, other))
}
