//! What was held against nothing, and why.

use std::collections::BTreeMap;

use minijinja::{Value, context};

use super::desk::{Desk, claim_anchor, fact_anchor};
use super::source::{block_anchor, notes};
use crate::render::excerpt::{Excerpt, one_line};
use crate::report::{Fact, Ignored};

/// Different words that are listed for one reason; the JSON report has all.
const LISTED: usize = 60;

pub(super) fn all(desk: &Desk<'_>) -> Value {
    let remarked = desk
        .report
        .sources
        .iter()
        .enumerate()
        .filter(|(_, source)| !source.notes.is_empty());
    let remarks = remarked.map(|(at, source)| {
        context! {
            number => at + 1, name => desk.name(source), file => one_line(&source.source), notes => notes(desk, source),
        }
    });
    context! {
        remarks => remarks.collect::<Value>(),
        decisions => decisions(desk),
        singles => singles(desk),
        ignored => ignored(desk),
        single_count => desk.report.summary.uncorroborated,
        ignored_count => desk.report.summary.ignored,
    }
}

/// Waivers and links that are of no use, with their place in the configuration.
fn decisions(desk: &Desk<'_>) -> Value {
    let remarks = desk.report.decisions.remarks.iter();
    let remark = remarks.map(|remark| {
        context! {
            means => desk.words("note", &remark.name),
            message => desk.message(&remark.message, remark.telling.as_ref()),
            place => one_line(&format!("{}:{}:{}", remark.file, remark.line, remark.column)),
        }
    });
    remark.collect()
}

/// Facts that one passage states, under the name of their article.
fn singles(desk: &Desk<'_>) -> Value {
    let mut articles: Vec<(usize, &str, Vec<Value>)> = Vec::new();
    for fact in desk.facts().filter(|fact| fact.verdict == "uncorroborated") {
        let Some((number, name, item)) = single(desk, fact) else {
            continue;
        };
        match articles.last_mut() {
            Some((last, _, items)) if *last == number => items.push(item),
            _ => articles.push((number, name, vec![item])),
        }
    }
    let article = |(number, name, items): (usize, &str, Vec<Value>)| {
        let source = desk.source(name).map(|(_, source)| source);
        context! {
            number => number,
            name => source.map_or_else(String::new, |source| desk.name(source)),
            tag => desk.tag(name),
            items => items.into_iter().collect::<Value>(),
        }
    };
    articles.into_iter().map(article).collect()
}

fn single<'a>(desk: &Desk<'a>, fact: &'a Fact) -> Option<(usize, &'a str, Value)> {
    let claims = desk.claims(&fact.claims);
    let claim = *claims.first()?;
    let (number, _) = desk.source(&claim.source)?;
    let Excerpt {
        before,
        core,
        after,
    } = desk.excerpt(claim);
    let whole = format!("{before}{core}{after}");
    let around = Excerpt::new(&whole, before.len()..before.len() + core.len(), 90);
    let item = context! {
        anchor => fact_anchor(&fact.id),
        claim => claim_anchor(&claim.id),
        kind => one_line(&claim.kind),
        line => claim.line,
        before => around.before,
        core => around.core,
        after => around.after,
        number => number,
    };
    Some((number, &claim.source, item))
}

/// Words by reason, each once with how often it stands.
fn ignored(desk: &Desk<'_>) -> Value {
    let mut reasons: BTreeMap<&str, BTreeMap<String, Vec<&Ignored>>> = BTreeMap::new();
    for one in &desk.report.ignored {
        let words = reasons.entry(&one.reason).or_default();
        words.entry(one_line(&one.quote)).or_default().push(one);
    }
    let reason = |(reason, words): (&&str, &BTreeMap<String, Vec<&Ignored>>)| {
        let word = |(text, places): (&String, &Vec<&Ignored>)| {
            let first = places.first();
            context! {
                text => if places.len() == 1 { text.clone() } else {
                    desk.language.fill("count.times", &[("text", text), ("n", &desk.language.number(places.len()))])
                },
                anchor => first.map_or_else(String::new, |one| block_anchor(desk, &one.source, one.start)),
                tag => first.map_or("", |one| desk.tag(&one.source)),
            }
        };
        let known = desk.language.known(&format!("ignored.{reason}"));
        context! {
            name => one_line(reason),
            means => known.map(str::to_owned),
            count => words.values().map(Vec::len).sum::<usize>(),
            words => words.iter().take(LISTED).map(word).collect::<Value>(),
            more => words.len().saturating_sub(LISTED),
        }
    };
    reasons.iter().map(reason).collect()
}
