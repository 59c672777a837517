//! Checks across numbers: what the figures and dates of one sentence, one article or one run say to each other.
//!
//! A check speaks only where the wording makes the relation certain; what it cannot read with certainty it leaves alone.

mod across;
mod convert;
mod copies;
mod dates;
mod growth;
mod in_all;
mod line;
mod listing;
mod parts;
mod portion;
mod product;
mod proportion;
mod rates;
mod sequence;
mod twice;

use std::collections::BTreeMap;

use rayon::prelude::*;

use self::line::Line;
use self::portion::Portion;
use self::rates::Twin;
use crate::duplicate::Duplicates;
use crate::fact::Run;
use crate::pack::Packs;
use crate::value::Number;
use crate::verdict::time::Times;

/// A rule that claims break together, with what the rule makes of them.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Check {
    /// An event lies after the report of it.
    BeforeAfter,
    /// A stretch of time ends before it starts.
    EndBeforeStart,
    /// A phase of an event lies outside the days of the event.
    OutsidePeriod,
    /// A day that no calendar has.
    ImpossibleDate,
    /// The date is another day of the week, Monday 1 to Sunday 7.
    Weekday(u8),
    /// The year of birth gives another age, in years.
    Age(Number),
    /// From the two figures another percentage follows.
    Percent(Number),
    /// From the two figures another difference follows.
    Change(Number),
    /// A part is larger than its whole.
    PartExceedsWhole,
    /// A share of a whole is more than all of it.
    ShareExceedsWhole,
    /// All parts together come to this.
    Sum(Number),
    /// The price apiece times the number of things.
    Product(Number),
    /// So many are listed.
    ListLength(usize),
    /// The first figure is this in the unit of the second.
    Conversion(Number),
    /// The rate between two currencies is so many times what it is elsewhere.
    Rate(Number),
}

/// Claims that break a check.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Breach {
    pub check: Check,
    /// The figure that is in doubt, then what it is held against: numbers of claims in the run, at least one.
    pub claims: Vec<usize>,
}

impl Breach {
    fn new(check: Check, claims: impl Into<Vec<usize>>) -> Self {
        Self {
            check,
            claims: claims.into(),
        }
    }
}

/// What the sentences of one article break, and what is held against other articles.
struct Told {
    breaches: Vec<Breach>,
    amounts: Vec<Twin>,
    portions: Vec<Portion>,
}

/// What `run` breaks: sorted, each once.
pub(super) fn breaches(
    run: &Run<'_>,
    packs: &Packs,
    times: &Times<'_, '_>,
    duplicates: &Duplicates,
) -> Vec<Breach> {
    let numbers: Vec<usize> = (0..run.sources.len()).collect();
    let told: Vec<Told> = numbers
        .par_iter()
        .map(|source| {
            let lines = line::lines(run, packs, *source);
            Told {
                breaches: lines.iter().flat_map(in_line).collect(),
                amounts: lines.iter().flat_map(rates::twins).collect(),
                portions: lines.iter().flat_map(portion::portions).collect(),
            }
        })
        .collect();
    let amounts: Vec<Twin> = told.iter().flat_map(|own| &own.amounts).copied().collect();
    let portions: Vec<Portion> = told.iter().flat_map(|own| &own.portions).copied().collect();
    let mut found: Vec<Vec<Breach>> = told.into_iter().map(|own| own.breaches).collect();
    let checks: [&(dyn Fn() -> Vec<Breach> + Sync); 5] = [
        &|| rates::breaches(run, &amounts),
        &|| portion::breaches(run, &portions),
        &|| copies::breaches(run, duplicates),
        &|| across::breaches(run, packs, times),
        &|| sequence::breaches(run, packs),
    ];
    found.par_extend(checks.par_iter().map(|check| check()));
    let mut found = found.concat();
    found.sort();
    found.dedup();
    // What other articles give instead is looked for behind that: copies of one passage are one breach.
    let mut kept = once(run, found);
    for breach in &mut kept {
        let told = proportion::told_elsewhere(run, breach);
        breach.claims.extend(told);
    }
    kept
}

/// The same figures that break the same check in several passages are one breach: a text that was printed again.
fn once(run: &Run<'_>, found: Vec<Breach>) -> Vec<Breach> {
    let said = |number: &usize| {
        let mention = &run.stands[*number].claim.mention;
        (mention.kind, mention.value.notation(), mention.unit.clone())
    };
    let mut kept: Vec<Breach> = Vec::new();
    let mut places = BTreeMap::new();
    for breach in found {
        let key = (
            breach.check,
            breach.claims.iter().map(said).collect::<Vec<_>>(),
        );
        match places.get(&key) {
            Some(at) => {
                let first: &mut Breach = &mut kept[*at];
                first.claims.extend(breach.claims);
            }
            None => {
                places.insert(key, kept.len());
                kept.push(breach);
            }
        }
    }
    kept
}

/// What one sentence breaks.
fn in_line(line: &Line<'_>) -> Vec<Breach> {
    let mut found = Vec::new();
    for check in [
        growth::breaches,
        twice::breaches,
        parts::breaches,
        in_all::breaches,
        product::breaches,
        proportion::breaches,
        listing::breaches,
        dates::breaches,
        convert::breaches,
    ] {
        found.extend(check(line));
    }
    found
}
