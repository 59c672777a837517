//! Facts as cards: their values side by side, with the passages that state them.

use minijinja::{Value, context};

use super::desk::{Desk, claim_anchor, fact_anchor};
use super::diff::odd_part;
use crate::render::excerpt::{Excerpt, one_line};
use crate::render::grounds::grounds;
use crate::render::index::in_order_of_days;
use crate::render::visible;
use crate::report::{Claim, Fact, ValueGroup};

/// Verdicts that have a section of cards, in the order of the page.
const SECTIONS: [&str; 5] = [
    "conflict",
    "possible-conflict",
    "update",
    "agreement",
    "compatible",
];
/// Passages of one value that are shown at once; the others are folded away.
const OPEN: usize = 2;
/// Characters of a phrase that stands as a heading.
const LONGEST_VALUE: usize = 90;

/// One section a verdict: its name and its facts.
pub(super) fn sections(desk: &Desk<'_>) -> Value {
    let section = |verdict: &'static str| {
        let facts = desk
            .facts()
            .filter(|fact| fact.verdict == verdict)
            .enumerate()
            .map(|(at, fact)| card(desk, fact, at + 1));
        context! {
            verdict => verdict,
            facts => facts.collect::<Value>(),
            nothing_read => desk.report.summary.sources == 0,
        }
    };
    SECTIONS.into_iter().map(section).collect()
}

fn card(desk: &Desk<'_>, fact: &Fact, number: usize) -> Value {
    let claims = desk.claims(&fact.claims);
    let groups = in_order(desk, fact);
    let cores: Vec<String> = groups.iter().map(|group| core_of(desk, group)).collect();
    let sides = groups.iter().enumerate().map(|(at, group)| {
        let other = cores.iter().enumerate().find(|(other, _)| *other != at);
        side(desk, fact, group, other.map(|(_, core)| core.as_str()))
    });
    context! {
        anchor => fact_anchor(&fact.id),
        id => visible(&fact.id),
        verdict => fact.verdict.as_str(),
        number => number,
        about => one_line(&fact.about),
        more_about => more_about(desk, fact, &claims),
        kind => fact.kind().map_or("", |kind| kind.name),
        why => reason(desk, fact),
        reason => detail(desk, fact),
        found => found(desk, fact),
        waived => desk.waived(&fact.id),
        standing => desk.standing(&fact.id),
        confidence => desk.words("confidence", &fact.confidence),
        sides => sides.collect::<Value>(),
        claims => fact.claims.len(),
        articles => fact.articles,
        origins => fact.origins,
        weight => weight(desk, fact),
        evidence => evidence(desk, fact),
        tag => claims.first().map_or("", |claim| desk.tag(&claim.source)),
        sources => desk.source_numbers(claims.iter().map(|claim| claim.source.as_str())),
        kinds => kinds(fact, &claims),
    }
}

/// The values of a fact in the order of the report; those of an update from the earliest to the latest.
fn in_order<'f>(desk: &Desk<'_>, fact: &'f Fact) -> Vec<&'f ValueGroup> {
    in_order_of_days(fact, |group| {
        let claims = desk.claims(&group.claims).into_iter();
        claims
            .filter_map(|claim| desk.source(&claim.source)?.1.published.clone())
            .collect()
    })
}

/// Kinds for the filter: of the figures, and of the slip.
fn kinds(fact: &Fact, claims: &[&Claim]) -> String {
    let mut kinds: Vec<&str> = Vec::new();
    let all = claims.iter().map(|claim| claim.kind.as_str());
    for kind in all.chain(fact.kind().map(|kind| kind.name)) {
        if !kinds.contains(&kind) {
            kinds.push(kind);
        }
    }
    one_line(&kinds.join(" "))
}

/// What a fact is about beyond the phrase of its value. A fact without a noun is called by its phrase, with its events in
/// brackets.
fn more_about(desk: &Desk<'_>, fact: &Fact, claims: &[&Claim]) -> String {
    let about = one_line(&fact.about);
    let phrase = claims
        .first()
        .map_or_else(String::new, |claim| desk.quote(claim));
    match about.strip_prefix(&phrase) {
        Some(rest) if !phrase.is_empty() => {
            let rest = rest.trim();
            let inside = rest
                .strip_prefix('(')
                .and_then(|rest| rest.strip_suffix(')'));
            inside.unwrap_or(rest).to_owned()
        }
        _ if phrase.to_lowercase().contains(&about.to_lowercase()) => String::new(),
        _ => about,
    }
}

fn core_of(desk: &Desk<'_>, group: &ValueGroup) -> String {
    let claims = desk.claims(&group.claims);
    claims
        .first()
        .map_or_else(String::new, |claim| desk.excerpt(claim).core)
}

/// One value: as the first passage says it, as crosscheck reads it, and the passages.
fn side(desk: &Desk<'_>, fact: &Fact, group: &ValueGroup, other: Option<&str>) -> Value {
    let claims = desk.claims(&group.claims);
    let quote = claims
        .first()
        .map_or_else(String::new, |claim| shortened(&desk.quote(claim)));
    let reads_as = claims.first().map_or_else(String::new, |claim| {
        one_line(&desk.language.value(group.value.as_deref(), claim))
    });
    let core = core_of(desk, group);
    let odd = match fact.kind().map(|kind| kind.name) {
        Some("digit-swap" | "day-month-swap") => odd_part(&core, other.unwrap_or("")),
        _ => None,
    };
    let (before, core, after) = around(&quote, &core);
    let passages = passages(desk, &claims, odd);
    let (open, folded) = passages.split_at(passages.len().min(OPEN));
    let first = claims.first();
    context! {
        before => before,
        core => core,
        after => after,
        reads_as => (reads_as.to_lowercase() != quote.to_lowercase()).then_some(reads_as),
        date => first.map_or_else(String::new, |claim| {
            desk.source(&claim.source).map_or_else(String::new, |(_, source)| desk.published(source))
        }),
        tag => first.map_or("", |claim| desk.tag(&claim.source)),
        claims => claims.len(),
        origins => group.origins,
        open => open.iter().cloned().collect::<Value>(),
        folded => folded.iter().cloned().collect::<Value>(),
    }
}

/// Passages with the same words are one, with a place for each.
fn passages(desk: &Desk<'_>, claims: &[&Claim], odd: Option<std::ops::Range<usize>>) -> Vec<Value> {
    let mut passages: Vec<(Excerpt, Vec<&Claim>)> = Vec::new();
    for claim in claims {
        let excerpt = desk.excerpt(claim);
        match passages.iter_mut().find(|(known, _)| *known == excerpt) {
            Some((_, same)) => same.push(claim),
            None => passages.push((excerpt, vec![claim])),
        }
    }
    let first_core = passages.first().map(|(excerpt, _)| excerpt.core.clone());
    let passage = |(excerpt, same): (Excerpt, Vec<&Claim>)| {
        let place =
            |claim: &&Claim| desk.place(&claim.source, claim.line, &claim_anchor(&claim.id));
        let first = same.first();
        let is_first = first_core.as_deref() == Some(excerpt.core.as_str());
        let (start, odd, end) = split(&excerpt.core, odd.clone().filter(|_| is_first));
        context! {
            places => same.iter().map(place).collect::<Value>(),
            before => excerpt.before.as_str(),
            core => context! { start => start, odd => odd, end => end },
            after => excerpt.after.as_str(),
            tag => first.map_or("", |claim| desk.tag(&claim.source)),
            credit => first
                .and_then(|claim| claim.attribution.as_deref())
                .map(|whom| desk.language.fill("card.credited", &[("whom", &one_line(whom))])),
            modality => first
                .filter(|claim| claim.modality != "asserted")
                .map(|claim| desk.words("modality", &claim.modality)),
        }
    };
    passages.into_iter().map(passage).collect()
}

/// `text` around the bytes `odd`, which lie on character boundaries.
fn split(text: &str, odd: Option<std::ops::Range<usize>>) -> (&str, &str, &str) {
    let parts = odd.and_then(|odd| {
        Some((
            text.get(..odd.start)?,
            text.get(odd.clone())?,
            text.get(odd.end..)?,
        ))
    });
    parts.unwrap_or((text, "", ""))
}

/// `quote` around `core`, if it holds it.
fn around<'q>(quote: &'q str, core: &str) -> (&'q str, &'q str, &'q str) {
    match quote.find(core) {
        Some(at) if !core.is_empty() => split(quote, Some(at..at + core.len())),
        _ => ("", quote, ""),
    }
}

/// The kind of slip in plain words, or why differing values can both be true; empty where there is nothing to say.
fn reason(desk: &Desk<'_>, fact: &Fact) -> String {
    if let Some(kind) = fact.kind() {
        let key = format!("slip.{}", kind.name);
        return desk
            .language
            .known(&key)
            .unwrap_or(kind.description)
            .to_owned();
    }
    if fact.verdict != "compatible" {
        return String::new();
    }
    match &fact.telling.reason {
        Some(sentence) => desk.told(sentence),
        None => one_line(fact.sentence()),
    }
}

/// What a check found that holds figures against each other by sums and calendars. Two values that are held against each
/// other show it themselves.
fn found(desk: &Desk<'_>, fact: &Fact) -> Option<Value> {
    let says_more = match &fact.telling.reason {
        Some(sentence) => !matches!(sentence.key, "found.against" | "found.times"),
        None => !fact.sentence().contains(" against "),
    };
    (fact.kind().is_some() && says_more).then(|| detail(desk, fact))
}

/// The reason of the report in the language of the page; that of a report without its parts is English.
fn detail(desk: &Desk<'_>, fact: &Fact) -> Value {
    match &fact.telling.reason {
        Some(sentence) => context! { text => desk.told(sentence), tag => "" },
        None => context! { text => one_line(fact.sentence()), tag => "en" },
    }
}

/// Which value more origins give; for one value from one origin, that it is one voice.
fn weight(desk: &Desk<'_>, fact: &Fact) -> String {
    let language = desk.language;
    if fact.verdict == "agreement" {
        // An article that says it twice is one voice, as everybody sees.
        let one_voice = fact.origins == 1 && fact.articles > 1;
        return if one_voice {
            language.text("card.one_origin")
        } else {
            ""
        }
        .to_owned();
    }
    match (fact.verdict.as_str(), fact.values.as_slice()) {
        ("conflict" | "possible-conflict", [first, second, ..])
            if first.origins > second.origins =>
        {
            let claims = desk.claims(&first.claims);
            let value = claims
                .first()
                .map_or_else(String::new, |claim| shortened(&desk.quote(claim)));
            language.fill(
                "card.better",
                &[
                    ("value", &value),
                    ("origins", &language.count("count.origins", first.origins)),
                    ("others", &language.number(second.origins)),
                ],
            )
        }
        ("conflict" | "possible-conflict", [first, .., last]) => {
            let key = if last.origins == first.origins {
                "card.none_better"
            } else {
                "card.some_equal"
            };
            language.count(key, first.origins)
        }
        _ => String::new(),
    }
}

/// Why the claims are one fact. A report without the parts of its sentences tells
/// them in English.
fn evidence(desk: &Desk<'_>, fact: &Fact) -> Value {
    if fact.telling.grounds.is_empty() {
        let sentence = |text: &String| context! { text => one_line(text), tag => "en" };
        return fact.evidence.iter().map(sentence).collect();
    }
    let line = |text: String| context! { text => text, tag => "" };
    let lines = grounds(fact, |sentence| desk.told(sentence)).into_iter();
    lines.map(line).collect()
}

fn shortened(quote: &str) -> String {
    match quote.char_indices().nth(LONGEST_VALUE) {
        Some((at, _)) => format!("{}…", quote.get(..at).unwrap_or(quote).trim_end()),
        None => quote.to_owned(),
    }
}
