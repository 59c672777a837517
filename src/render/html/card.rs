//! Facts as cards: their values side by side, with the passages that state them.

use minijinja::{Value, context};

use super::desk::{Desk, claim_anchor, fact_anchor};
use super::diff::odd_part;
use crate::render::excerpt::{Excerpt, one_line};
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
/// Sorts behind every date.
const LATEST: &str = "~";
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
        context! { verdict => verdict, facts => facts.collect::<Value>() }
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
    let mut groups: Vec<&ValueGroup> = fact.values.iter().collect();
    if fact.verdict == "update" {
        let reason = fact.sentence();
        groups.sort_by_cached_key(|group| {
            let claims = desk.claims(&group.claims);
            let days = claims.iter().filter_map(|claim| {
                let (_, source) = desk.source(&claim.source)?;
                source.published.clone()
            });
            // Without a day, or of one day: the reason names the earlier value first.
            let named = group.value.as_deref().and_then(|value| reason.find(value));
            let is_later = named.is_some_and(|at| at > 0);
            (days.min().or(is_later.then(|| LATEST.to_owned())), named)
        });
    }
    groups
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
    let sentence = fact.sentence();
    if sentence.ends_with("cannot be compared") {
        return desk.language.text("reason.incomparable").to_owned();
    }
    let end = sentence.rsplit_once(": ").map_or(sentence, |(_, end)| end);
    desk.language
        .translated("reason", end)
        .unwrap_or_else(|| one_line(sentence))
}

/// What a check found that holds figures against each other by sums and calendars, in the words of the report. Two values
/// that are held "against" each other show it themselves.
fn found(desk: &Desk<'_>, fact: &Fact) -> Option<Value> {
    let is_shown = fact.kind().is_some() && !fact.sentence().contains(" against ");
    is_shown.then(|| detail(desk, fact))
}

/// The reason of the report in the language of the page; one that the language does not know stays English.
fn detail(desk: &Desk<'_>, fact: &Fact) -> Value {
    let sentence = fact.sentence();
    let own = fact.kind().and_then(|kind| {
        let rest = sentence.strip_prefix(kind.name)?;
        rest.strip_prefix(": ")
    });
    let known = desk.language.translated("found", own.unwrap_or(sentence));
    let tag = if known.is_some() { "" } else { "en" };
    let text = known.unwrap_or_else(|| sentence.to_owned());
    context! { text => one_line(&text), tag => tag }
}

/// Which value more origins give; for one value from one origin, that it is one voice.
fn weight(desk: &Desk<'_>, fact: &Fact) -> String {
    let language = desk.language;
    if fact.verdict == "agreement" {
        let one_voice = fact.origins == 1 && fact.claims.len() > 1;
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
        ("conflict" | "possible-conflict", [first, _, ..]) => {
            language.count("card.none_better", first.origins)
        }
        _ => String::new(),
    }
}

/// Why the claims are one fact. What their sentences share makes one line; a sentence that the language does not know stays
/// English.
fn evidence(desk: &Desk<'_>, fact: &Fact) -> Value {
    let mut lines: Vec<Value> = Vec::new();
    let mut shared: Vec<&str> = Vec::new();
    for sentence in &fact.evidence {
        if let Some(words) = desk.language.rest("evidence.share", sentence) {
            for word in words.split(", ") {
                if !shared.contains(&word) {
                    shared.push(word);
                }
            }
            continue;
        }
        let known = desk.language.translated("evidence", sentence);
        let tag = if known.is_some() { "" } else { "en" };
        let text = known.unwrap_or_else(|| sentence.clone());
        lines.push(context! { text => one_line(&text), tag => tag });
    }
    if !shared.is_empty() {
        let text = desk
            .language
            .fill("evidence.share", &[("rest", &shared.join(", "))]);
        lines.push(context! { text => one_line(&text), tag => "" });
    }
    lines.into_iter().collect()
}

fn shortened(quote: &str) -> String {
    match quote.char_indices().nth(LONGEST_VALUE) {
        Some((at, _)) => format!("{}…", quote.get(..at).unwrap_or(quote).trim_end()),
        None => quote.to_owned(),
    }
}
