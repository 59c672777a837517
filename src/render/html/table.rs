//! The picture at a glance: which article states which value of which fact.

use minijinja::{Value, context};

use super::desk::{Desk, claim_anchor, fact_anchor};
use crate::render::excerpt::one_line;
use crate::report::{Fact, ValueGroup};

/// Articles that get a column each; with more, a row names the articles of each value.
const COLUMNS: usize = 16;
/// Articles that a value names in such a row.
const NAMED: usize = 8;

/// One row for each fact that more than one passage states.
pub(super) fn table(desk: &Desk<'_>) -> Value {
    let wide = desk.report.sources.len() > COLUMNS;
    let facts = desk.facts().filter(|fact| fact.claims.len() > 1);
    let row = |fact: &Fact| {
        let claims = desk.claims(&fact.claims);
        context! {
            anchor => fact_anchor(&fact.id),
            about => one_line(&fact.about),
            tag => claims.first().map_or("", |claim| desk.tag(&claim.source)),
            verdict => fact.verdict.as_str(),
            sources => desk.source_numbers(claims.iter().map(|claim| claim.source.as_str())),
            kinds => claims.first().map_or_else(String::new, |claim| one_line(&claim.kind)),
            cells => if wide { values(desk, fact) } else { columns(desk, fact) },
        }
    };
    let column = |(at, source): (usize, &crate::report::Source)| {
        context! { number => at + 1, name => desk.name(source), title => source.title.as_deref().map(one_line) }
    };
    context! {
        wide => wide,
        columns => desk.report.sources.iter().enumerate().map(column).collect::<Value>(),
        rows => facts.map(row).collect::<Value>(),
    }
}

/// A cell for each article: the values that it states, each once.
fn columns(desk: &Desk<'_>, fact: &Fact) -> Value {
    let cell = |source: &crate::report::Source| -> Value {
        let stated = fact.values.iter().filter_map(|group| {
            let claims = desk.claims(&group.claims);
            let claim = claims.iter().find(|claim| claim.source == source.source)?;
            Some(context! {
                text => desk.quote(claim), claim => claim_anchor(&claim.id), tag => desk.tag(&source.source),
            })
        });
        stated.collect()
    };
    desk.report.sources.iter().map(cell).collect()
}

/// The values, each with the articles that state it.
fn values(desk: &Desk<'_>, fact: &Fact) -> Value {
    let value = |group: &ValueGroup| {
        let claims = desk.claims(&group.claims);
        let mut named: Vec<(usize, String, String)> = Vec::new();
        for claim in &claims {
            if let Some((number, source)) = desk.source(&claim.source)
                && !named.iter().any(|(known, ..)| *known == number)
            {
                named.push((number, desk.name(source), claim_anchor(&claim.id)));
            }
        }
        let places = named.iter().take(NAMED).map(|(number, name, claim)| {
            context! { number => *number, name => name.as_str(), claim => claim.as_str() }
        });
        context! {
            text => claims.first().map_or_else(String::new, |claim| desk.quote(claim)),
            tag => claims.first().map_or("", |claim| desk.tag(&claim.source)),
            places => places.collect::<Value>(),
            more => named.len().saturating_sub(NAMED),
        }
    };
    fact.values.iter().map(value).collect()
}
