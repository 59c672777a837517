//! Parts and the whole that they are parts of.

use num_traits::{CheckedAdd, CheckedMul};

use super::line::{Line, asserted, end_of, plain, quantity, same_unit};
use super::{Breach, Check};
use crate::claim::{Claim, Noun};
use crate::mention::{Kind, Role};
use crate::value::Number;

/// "6 trong số 5", "9 người, trong đó có 3 nam và 5 nữ", "300 tỷ đồng, gồm …", "chiếm 120%".
pub(super) fn breaches(line: &Line<'_>) -> Vec<Breach> {
    let mut found = Vec::new();
    for at in 0..line.claims.len() {
        found.extend(out_of(line, at));
        found.extend(whole_first(line, at));
        found.extend(share(line, at));
        found.extend(breakdown(line, at));
    }
    found
}

pub(super) fn counted(claim: &Claim) -> bool {
    matches!(
        claim.mention.kind,
        Kind::Count | Kind::Money | Kind::Measure
    )
}

/// "6 trong số 5 người".
fn out_of(line: &Line<'_>, at: usize) -> Option<Breach> {
    let (part, whole) = (line.claims[at], *line.claims.get(at + 1)?);
    if !is_taken_from(line, part.1, whole.1)
        || !counted(part.1)
        || !same_unit(part.1, whole.1)
        || !asserted(part.1)
    {
        return None;
    }
    // "20 of the 5-star hotels": the second number names a kind.
    if line.sign(whole.1.mention.tokens.1) == Some('-') {
        return None;
    }
    let (a, b) = (plain(part.1)?.0, plain(whole.1)?.0);
    (a > b).then(|| Breach::new(Check::PartExceedsWhole, [part.0, whole.0]))
}

/// Whether nothing but such words as "out of" stands between a part and its whole.
pub(super) fn is_taken_from(line: &Line<'_>, part: &Claim, whole: &Claim) -> bool {
    let start = whole.mention.tokens.0;
    let end = end_of(part).min(start);
    let joint = line.word("taken-from", end);
    joint > 0 && end + joint == start
}

/// "Of 64 answer sheets, 76 were in mathematics", "trong số 64 bài thi có 76 bài môn Toán".
fn whole_first(line: &Line<'_>, at: usize) -> Option<Breach> {
    let (whole, part) = (line.claims[at], *line.claims.get(at + 1)?);
    let opening = line
        .pack
        .word_before("whole-first", &line.view(), whole.1.mention.tokens.0)?;
    let opens = opening == 0 || matches!(line.sign(opening - 1), Some(',' | ';' | ':' | '"' | '“'));
    let between = (end_of(whole.1), part.1.mention.tokens.0);
    let beside = line.only(between.0, between.1, &["stop"], ",", 1);
    let counts = whole.1.mention.kind == Kind::Count && same_unit(part.1, whole.1);
    if !opens || !beside || !counts || !asserted(whole.1) || !asserted(part.1) {
        return None;
    }
    let (a, b) = (plain(part.1)?.0, plain(whole.1)?.0);
    (a > b).then(|| Breach::new(Check::PartExceedsWhole, [part.0, whole.0]))
}

/// "chiếm 120%".
fn share(line: &Line<'_>, at: usize) -> Option<Breach> {
    let (number, claim) = line.claims[at];
    // A debt may well be 120 % of a year's output: only of what is called a total it cannot.
    let (start, end) = claim.mention.tokens;
    let said = claim.mention.kind == Kind::Percent
        && line.follows("share", start)
        && line.word("of-all", end) > 0;
    let value = quantity(claim)?.low?;
    (said && asserted(claim) && value > Number::from_integer(100))
        .then(|| Breach::new(Check::ShareExceedsWhole, [number]))
}

/// How many times its whole a part may be: past that the words were hardly read as they are meant.
const TIMES: i128 = 1000;

/// The parts of a whole as a text lists them.
struct Parts {
    /// Places of their claims in the line.
    claims: Vec<usize>,
    /// Whether every item of the list is a figure.
    numbered: bool,
}

fn breakdown(line: &Line<'_>, at: usize) -> Option<Breach> {
    let (number, whole) = line.claims[at];
    let fits =
        counted(whole) && asserted(whole) && !whole.comparison && whole.mention.role != Role::From;
    let (total, step) = plain(whole).filter(|_| fits)?;
    let after = end_of(whole);
    let bracket = line.sign(after) == Some('(');
    let (from, to, all) = if bracket {
        let to = (after..line.len()).find(|i| line.sign(*i) == Some(')'))?;
        let opened = line.word("made-of", after + 1);
        (
            after + 1 + opened.max(line.word("in-which", after + 1)),
            to,
            opened > 0,
        )
    } else {
        let intro = (after..(after + 8).min(line.len()))
            .find(|i| line.word("made-of", *i) > 0 || line.word("in-which", *i) > 0)?;
        let clean = (after..intro).all(|i| matches!(line.sign(i), None | Some(',')));
        let between = line
            .claims
            .iter()
            .any(|(_, c)| c.mention.tokens.0 >= after && c.mention.tokens.0 < intro);
        if !clean || between {
            return None;
        }
        let (made, which) = (line.word("made-of", intro), line.word("in-which", intro));
        let to = (intro..line.end())
            .find(|i| matches!(line.sign(*i), Some(';' | ')')))
            .unwrap_or(line.end());
        (intro + made.max(which), to, made > 0 && made >= which)
    };
    let parts = parts(line, whole, from, to)?;
    let value = |at: usize| plain(line.claims[at].1);
    let breach = |check: Check| {
        let mut claims = vec![number];
        claims.extend(parts.claims.iter().map(|at| line.claims[*at].0));
        Some(Breach::new(check, claims))
    };
    // One part alone: the first, right behind the opening words.
    let first = *parts.claims.first()?;
    let (one, _) = value(first)?;
    let same = same_unit(whole, line.claims[first].1);
    let start = line.claims[first].1.mention.tokens.0;
    // "Bốn (33 tuổi)": what stands in brackets is a part when it is said to be one, or a name stands before it.
    let told = if bracket && from == after + 1 {
        whole.noun.is_some() && named_before(line, start)
    } else {
        named_or_alone(line, from, first)
    };
    // "72,2 ha ở ba tỉnh, riêng Đắk Lắk 41 nghìn": so many are no part of three of anything.
    let possible = total.checked_mul(&Number::from_integer(TIMES))?;
    if same && one > total && one <= possible && told {
        return Some(Breach::new(
            Check::PartExceedsWhole,
            [line.claims[first].0, number],
        ));
    }
    if parts.claims.len() < 2 || !parts.numbered {
        return None;
    }
    let mut sum = Number::from_integer(0);
    let mut slack = step / Number::from_integer(2);
    for (told, part) in parts.claims.iter().enumerate() {
        // "tám người, gồm 5 bệnh nhân, 2 người nhà và 1 điều dưỡng, và làm 31 người bị thương": what follows is no part any more.
        if told > 1 && sum == total {
            return None;
        }
        let (value, step) = value(*part)?;
        sum = sum.checked_add(&value)?;
        slack = slack.checked_add(&(step / Number::from_integer(2)))?;
    }
    // Whole numbers of things are not rounded.
    let counts =
        whole.mention.kind == Kind::Count && total.is_integer() && step <= Number::from_integer(1);
    let off = |by: Number| {
        if counts {
            by > Number::from_integer(0)
        } else {
            by > slack
        }
    };
    let two_kinds = people(whole) && both_kinds(line, &parts);
    let claim = |at: &usize| line.claims[*at].1;
    // "8 người chết, gồm 4 công nhân và 3 người đi đường": people of several kinds are people.
    let of_people = |claim: &Claim| is_of_people(line, claim);
    let same = parts
        .claims
        .iter()
        .all(|at| same_unit(whole, claim(at)) || of_people(whole) && of_people(claim(at)));
    let named = |at: &usize| named_before(line, claim(at).mention.tokens.0);
    let apart = same && parts.claims.iter().all(named);
    let exhaustive = two_kinds || all && same && !line.has("and-so-on", from, to);
    if off(sum - total) && (exhaustive || apart) || off(total - sum) && exhaustive {
        return breach(Check::Sum(sum));
    }
    None
}

/// The figures in a list of items; `None` when the list cannot be read with certainty.
fn parts(line: &Line<'_>, whole: &Claim, from: usize, to: usize) -> Option<Parts> {
    let inside = |at: &usize| {
        let tokens = line.claims[*at].1.mention.tokens;
        tokens.0 >= from && tokens.1 <= to
    };
    let mut claims: Vec<usize> = Vec::new();
    let mut numbered = true;
    let mut start = from;
    let mut item = |start: usize, end: usize, claims: &mut Vec<usize>| {
        let own: Vec<usize> = (0..line.claims.len())
            .filter(inside)
            .filter(|at| {
                let tokens = line.claims[*at].1.mention.tokens;
                tokens.0 >= start && tokens.1 <= end
            })
            .collect();
        match own.as_slice() {
            [one] => {
                let claim = line.claims[*one].1;
                numbered &= claim.mention.kind == whole.mention.kind
                    && claim.mention.unit == whole.mention.unit
                    && claim.mention.role == Role::Is
                    && asserted(claim);
                claims.push(*one);
            }
            _ => numbered = false,
        }
    };
    let mut depth = 0_usize;
    for i in from..to {
        match line.sign(i) {
            Some('(') => depth += 1,
            Some(')') => depth = depth.saturating_sub(1),
            _ => {}
        }
        let joint = line.word("joining", i);
        let cut = depth == 0 && (matches!(line.sign(i), Some(',' | ';')) || joint > 0);
        if !cut || i < start {
            continue;
        }
        if i > start {
            item(start, i, &mut claims);
        }
        start = i + joint.max(1);
    }
    if start < to {
        item(start, to, &mut claims);
    }
    (!claims.is_empty()).then_some(Parts { claims, numbered })
}

/// Whether people are counted, as far as the noun tells.
fn people(claim: &Claim) -> bool {
    let concept = |noun: &Noun| match &noun.concept {
        Some(id) => id == PERSON || noun.broader.iter().any(|id| id == PERSON),
        None => true,
    };
    claim.noun.as_ref().is_none_or(concept)
}

/// Whether the noun of a count says that it counts people, or what befell them.
pub(super) fn is_of_people(line: &Line<'_>, claim: &Claim) -> bool {
    let named = |noun: &Noun| {
        let id = noun.concept.as_deref();
        let befalls = id.is_some_and(|id| line.pack.traits(id).befalls);
        befalls || id == Some(PERSON) || noun.broader.iter().any(|id| id == PERSON)
    };
    claim.mention.kind == Kind::Count && claim.noun.as_ref().is_some_and(named)
}

/// The concept of people.
const PERSON: &str = "person";

/// "3 nam và 5 nữ": everybody is one or the other.
fn both_kinds(line: &Line<'_>, parts: &Parts) -> bool {
    let starts = |list: &str, at: usize| line.word(list, line.claims[at].1.mention.tokens.1) > 0;
    match parts.claims.as_slice() {
        [a, b] => {
            starts("male", *a) && starts("female", *b) || starts("female", *a) && starts("male", *b)
        }
        _ => false,
    }
}

/// Whether a name stands right before token `i`: "Hà Tĩnh 16", "Hà Tĩnh có 9 người".
fn named_before(line: &Line<'_>, i: usize) -> bool {
    let skipped = (i.saturating_sub(2)..i)
        .rev()
        .take_while(|at| {
            !line.capital(*at)
                && (line.word("stop", *at) > 0 || line.sign(*at).is_some_and(|s| ":-–".contains(s)))
        })
        .count();
    i > skipped + 1 && line.capital(i - skipped - 1)
}

/// Whether nothing but a name or function words stands between the opening words and the first part.
fn named_or_alone(line: &Line<'_>, from: usize, first: usize) -> bool {
    let start = line.claims[first].1.mention.tokens.0;
    (from..start).all(|i| line.capital(i) || line.word("stop", i) > 0)
}
