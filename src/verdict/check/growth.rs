//! A change that does not follow from the figures before and after it.

use num_traits::{CheckedDiv, CheckedMul, CheckedSub, Signed, Zero};

use super::line::{Band, Line, end_of, quantity, same_unit, told};
use super::{Breach, Check};
use crate::claim::Claim;
use crate::mention::{Kind, Role};
use crate::value::{Number, Qualifier};

/// A figure by which something grew or fell, with those before and after.
struct Change<'l> {
    by: (usize, &'l Claim),
    falls: bool,
    before: (usize, Band),
    after: (usize, Band),
    /// Values of the two as they are written.
    values: (Number, Number),
    /// The later of the two.
    figure: &'l Claim,
}

/// "tăng 20% từ 100 lên 150", "tăng thêm 5, từ 10 lên 16", "1.246 tỷ đồng, tăng 30% so với 890 tỷ đồng".
pub(super) fn breaches(line: &Line<'_>) -> Vec<Breach> {
    let mut found = Vec::new();
    for (at, (number, claim)) in line.claims.iter().enumerate() {
        let (start, end) = claim.mention.tokens;
        let said =
            |list: &str, behind: &str| line.follows(list, start) || line.word(behind, end) > 0;
        let falls = match (said("grow", MORE), said("shrink", LESS)) {
            (true, false) => false,
            (false, true) => true,
            _ => continue,
        };
        if claim.mention.role != Role::Is || !told(claim) || line.word("mean", end) > 0 {
            continue;
        }
        let Some(change) = figures(line, at, (*number, claim), falls) else {
            continue;
        };
        let claims = || {
            let mut claims = vec![*number, change.after.0, change.before.0];
            claims.dedup();
            claims
        };
        found.extend(broken(&change).map(|check| Breach::new(check, claims())));
    }
    found
}

/// Word lists of what follows a figure by which something is more, or less: "16 per cent more than".
const MORE: &str = "more-than";
const LESS: &str = "less-than";

/// The figures before and after the change at claim `at`: those of "from … to …" beside it, or the one it is compared with.
fn figures<'l>(
    line: &'l Line<'_>,
    at: usize,
    by: (usize, &'l Claim),
    falls: bool,
) -> Option<Change<'l>> {
    let (before, after) = beside(line, at).or_else(|| compared(line, at))?;
    let from = before.min(after);
    let (first, last) = (
        line.claims[from.min(at)].1,
        line.claims[before.max(after).max(at)].1,
    );
    // A yearly mean says nothing about the ends.
    // "$8 billion shipped a year earlier" is none.
    let mean = |i: usize| line.word("mean", i) > line.word("earlier", i);
    let around = first.mention.tokens.0.saturating_sub(3)..line.len().min(end_of(last) + 4);
    if around.into_iter().any(mean) {
        return None;
    }
    let (old, new) = (line.claims[before], line.claims[after]);
    if before == after {
        // "from 100 to 150" read as a range.
        let range = quantity(old.1)?;
        let (low, high) = (range.low?, range.high?);
        let half = range.step / Number::from_integer(2);
        let band = |value: Number| Band {
            low: value - half,
            high: value + half,
        };
        let (one, other) = if falls { (high, low) } else { (low, high) };
        return Some(Change {
            by,
            falls,
            before: (old.0, band(one)),
            after: (old.0, band(other)),
            values: (one, other),
            figure: old.1,
        });
    }
    if !same_unit(old.1, new.1) || !told(old.1) || !told(new.1) {
        return None;
    }
    let half = Number::new(1, 2);
    Some(Change {
        by,
        falls,
        before: (old.0, Band::of(old.1, half)?),
        after: (new.0, Band::of(new.1, half)?),
        values: (quantity(old.1)?.as_single()?, quantity(new.1)?.as_single()?),
        figure: new.1,
    })
}

/// Places in the line of the figures before and after, stated side by side: "từ 100 lên 150".
fn beside(line: &Line<'_>, at: usize) -> Option<(usize, usize)> {
    let claim = line.claims[at].1;
    let pair = |from: usize| -> Option<(usize, usize)> {
        let first = line.claims.get(from)?.1;
        let stretch = quantity(first).filter(|q| q.low.is_some() && q.low < q.high);
        let opened = first.mention.tokens.0;
        if let Some(stretch) = stretch {
            let told = first.mention.kind != Kind::Date && line.word("from", opened) > 0;
            return (told && !from_a_year(first, stretch.low)).then_some((from, from));
        }
        let second = line.claims.get(from + 1)?.1;
        if from_a_year(first, quantity(first)?.low) {
            return None;
        }
        // "to 5.45 million dong from 5 million, an increase of 9 per cent"
        let opened_to = line.follows("onto", opened);
        if opened_to && line.follows("from", second.mention.tokens.0) {
            let (end, start) = (
                end_of(first).min(second.mention.tokens.0),
                second.mention.tokens.0,
            );
            let beside = line.only(end, start, &["from"], "", 0);
            return beside.then_some((from + 1, from));
        }
        let roles = (first.mention.role, second.mention.role) == (Role::From, Role::To);
        let to = second.mention.tokens.0;
        let words = || {
            let reached = end_of(first).min(to);
            (line.follows("from", opened) || line.word("from", opened) > 0)
                && line.word("onto", reached) > 0
                && line.only(reached, to, &["onto"], "", 0)
        };
        (roles || words()).then_some((from, from + 1))
    };
    let joins = |from: usize, to: usize| line.only(from, to, &["base-joint"], ",(", 0);
    if let Some(pair) = pair(at + 1)
        && joins(
            end_of(claim).min(line.claims[at + 1].1.mention.tokens.0),
            line.claims[at + 1].1.mention.tokens.0,
        )
    {
        return Some(pair);
    }
    let back = [2, 1]
        .into_iter()
        .filter_map(|back| pair(at.checked_sub(back)?));
    let start = claim.mention.tokens.0;
    back.into_iter().find(|(one, other)| {
        let last = one.max(other);
        *last + 1 == at
            && line.only(
                end_of(line.claims[*last].1).min(start),
                start,
                &["base-joint", "conversion", "grow", "shrink"],
                ",(",
                0,
            )
    })
}

/// "fell 0.2 percent from 2018 to 126.2 million": a year and no figure.
fn from_a_year(claim: &Claim, value: Option<Number>) -> bool {
    let bare = claim.mention.kind == Kind::Count && claim.noun.is_none();
    let years = Number::from_integer(1900)..Number::from_integer(2100);
    bare && value.is_some_and(|value| value.is_integer() && years.contains(&value))
}

/// Places of the figure a change is compared with and of the one that changed: "1.246 tỷ đồng, tăng 30% so với 890 tỷ đồng".
fn compared(line: &Line<'_>, at: usize) -> Option<(usize, usize)> {
    let claim = line.claims[at].1;
    if claim.mention.kind != Kind::Percent {
        return None;
    }
    let (start, end) = claim.mention.tokens;
    let counted = |kind: Kind| matches!(kind, Kind::Count | Kind::Money | Kind::Measure);
    let figure = |at: &usize| counted(line.claims[*at].1.mention.kind);
    let next = (at + 1..line.claims.len()).find(figure)?;
    // "16.1 per cent more than the $8 billion shipped a year earlier"
    let than = line.word(MORE, end).max(line.word(LESS, end));
    let alike =
        |i: &usize| figure(i) && (than == 0 || same_unit(line.claims[*i].1, line.claims[next].1));
    // "up 25 percent at $10 million, compared with $8 million"
    let follows = line.only(end, line.claims[next].1.mention.tokens.0, &["link"], "", 0);
    let (after, before) = if follows {
        (next, (next + 1..line.claims.len()).find(figure)?)
    } else {
        ((0..at).rev().find(alike)?, next)
    };
    let (old, new) = (line.claims[before].1, line.claims[after].1);
    let other_percent = |from: usize, to: usize| {
        (from..to).any(|i| i != at && line.claims[i].1.mention.kind == Kind::Percent)
    };
    if other_percent(after.min(at), before)
        || new.comparison
        || new.part
        || new.mention.role == Role::From
    {
        return None;
    }
    let from = if follows { end_of(new) } else { end };
    let opened = from + usize::from(line.sign(from) == Some(','));
    let to = old.mention.tokens.0;
    let short = to.saturating_sub(from) <= 12;
    let compared = match than {
        0 => line.word("compared-with", opened),
        than => than,
    };
    if compared == 0
        || !short
        || line.has("reach", opened + compared, to)
        || !line.only(
            opened + compared,
            to,
            &["comparison", "stop", "base-joint"],
            "(",
            2,
        )
    {
        return None;
    }
    // "(11.535 tỷ đồng)" stands alone in its brackets.
    if (from..to).any(|i| line.sign(i) == Some('(')) && line.sign(end_of(old)) != Some(')') {
        return None;
    }
    // What grew is the figure itself and nothing that is named after it.
    let own = |claim: &Claim| {
        claim
            .noun
            .as_ref()
            .map(|noun| noun.tokens)
            .filter(|t| t.1 > t.0)
    };
    let renamed = own(claim).is_some_and(|(noun, _)| {
        !follows && noun >= new.mention.tokens.1 && own(new).is_none_or(|n| n.0 != noun)
    });
    let near = follows
        || line.only(
            end_of(new).min(start),
            start,
            &["stop", "grow", "shrink"],
            ",(",
            if than > 0 { BETWEEN } else { 0 },
        );
    (!renamed && near).then_some((before, after))
}

/// Words between a figure and what tells how much more it is than another.
const BETWEEN: usize = 8;

/// The unit of points of a percentage.
const POINTS: &str = "pp";

/// Whether the change does not follow, and what does.
fn broken(change: &Change<'_>) -> Option<Check> {
    let by = change.by.1;
    let stated = Band::of(by, Number::from_integer(1))?;
    let (old, new) = change.values;
    let sign = |n: Number| if change.falls { -n } else { n };
    let difference = Band {
        low: change.after.1.low.checked_sub(&change.before.1.high)?,
        high: change.after.1.high.checked_sub(&change.before.1.low)?,
    };
    let turned = |band: Band| {
        if change.falls {
            Band {
                low: -band.high,
                high: -band.low,
            }
        } else {
            band
        }
    };
    let difference = turned(difference);
    let plain = sign(new.checked_sub(&old)?);
    let points = change.figure.mention.kind == Kind::Percent;
    if by.mention.kind == Kind::Percent && by.mention.unit.as_deref() != Some(POINTS) {
        if old <= Number::zero() || change.before.1.low <= Number::zero() {
            return None;
        }
        let hundred = Number::from_integer(100);
        let growth = |after: Number, before: Number| {
            sign(after.checked_sub(&before)?)
                .checked_mul(&hundred)?
                .checked_div(&before)
        };
        let relative = Band::between(change.after.1, change.before.1, growth)?;
        if stated.meets(relative) || points && stated.meets(difference) {
            return None;
        }
        return Some(Check::Percent(rounded(growth(new, old)?)));
    }
    let in_points = points && by.mention.unit.as_deref() == Some(POINTS);
    let same = same_unit(by, change.figure) && (by.noun.is_none() || change.figure.noun.is_some());
    if !in_points && (!same || plain.is_negative()) {
        return None;
    }
    // Things that are counted one by one are not rounded.
    let whole = |claim: &Claim| quantity(claim).is_some_and(|q| q.step <= Number::from_integer(1));
    let counted = by.mention.kind == Kind::Count
        && by.mention.qualifier == Qualifier::Exact
        && change.figure.mention.qualifier == Qualifier::Exact
        && whole(by)
        && whole(change.figure);
    let follows = if counted {
        quantity(by)?.as_single()? == plain
    } else {
        Band::of(by, Number::new(1, 2))?.meets(difference)
    };
    (!follows).then_some(Check::Change(plain))
}

/// To a tenth.
pub(super) fn rounded(value: Number) -> Number {
    (value * Number::from_integer(10)).round() / Number::from_integer(10)
}
