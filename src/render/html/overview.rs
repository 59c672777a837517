//! The top of the page: the verdict in one sentence, the counts, and what can be filtered.

use minijinja::{Value, context};

use super::desk::Desk;
use crate::render::excerpt::one_line;
use crate::report::findings;

/// The verdict in one sentence, what was read, and the counts.
pub(super) fn head(desk: &Desk<'_>) -> Value {
    let (summary, language) = (&desk.report.summary, desk.language);
    let tiles = [
        ("conflict", summary.conflicts),
        ("possible-conflict", summary.possible_conflicts),
        ("update", summary.updates),
        ("agreement", summary.agreements),
        ("compatible", summary.compatible),
        ("duplicate", summary.duplicates),
        ("uncorroborated", summary.uncorroborated),
    ];
    let tile = |(name, n): (&str, usize)| {
        context! { verdict => name, n => n, label => language.count(&format!("tile.{name}"), n) }
    };
    let articles = language.count("count.articles", summary.sources);
    let figures = language.count("count.figures", summary.claims);
    context! {
        verdict => verdict(desk),
        mood => mood(desk),
        read => language.fill("page.read", &[("articles", &articles), ("figures", &figures)]),
        agreeing => (summary.agreements > 0).then(|| language.count("sentence.agreeing", summary.agreements)),
        single => (summary.uncorroborated > 0).then(|| language.count("sentence.single", summary.uncorroborated)),
        unreadable => (summary.unreadable > 0).then(|| language.count("page.unreadable", summary.unreadable)),
        tiles => tiles.into_iter().map(tile).collect::<Value>(),
        findings => desk.report.facts.len() + desk.report.duplicates.len(),
    }
}

fn verdict(desk: &Desk<'_>) -> String {
    let (summary, language) = (&desk.report.summary, desk.language);
    match (summary.conflicts, summary.possible_conflicts) {
        _ if summary.claims == 0 => language.text("sentence.nothing").to_owned(),
        (0, 0) => language.text("sentence.clear").to_owned(),
        (0, possible) => language.count("sentence.possible", possible),
        (conflicts, 0) => language.count("sentence.conflict", conflicts),
        (conflicts, possible) => language.fill(
            "sentence.conflict_and_possible",
            &[
                ("conflicts", &language.count("count.places", conflicts)),
                ("possible", &language.count("count.more_places", possible)),
            ],
        ),
    }
}

/// The colour of the sentence: that of the gravest verdict.
fn mood(desk: &Desk<'_>) -> &'static str {
    let summary = &desk.report.summary;
    match (summary.conflicts, summary.possible_conflicts) {
        _ if summary.claims == 0 => "uncorroborated",
        (0, 0) => "agreement",
        (0, _) => "possible-conflict",
        _ => "conflict",
    }
}

/// The articles and kinds that occur, as choices.
pub(super) fn filters(desk: &Desk<'_>) -> Value {
    let source = |(at, source): (usize, &crate::report::Source)| {
        let mut name = desk.name(source);
        if source.publisher.is_some() {
            name = format!("{name} — {}", one_line(&source.source));
        }
        context! { number => at + 1, name => name }
    };
    let kinds = [
        "count",
        "money",
        "percent",
        "measure",
        "date",
        "duration",
        "time",
        "ordinal",
        "recurrence",
        "score",
    ];
    let occurs = |kind: &str| desk.report.claims.iter().any(|claim| claim.kind == kind);
    let kind = |section: &str, name: &str| {
        let key = format!("{section}.{name}");
        context! { name => name, label => desk.language.text(&key).to_owned() }
    };
    let slips = findings().iter().filter(|finding| {
        desk.facts()
            .any(|fact| fact.kind().is_some_and(|kind| kind.name == finding.name))
    });
    context! {
        sources => desk.report.sources.iter().enumerate().map(source).collect::<Value>(),
        kinds => kinds.iter().filter(|kind| occurs(kind)).map(|name| kind("kind", name)).collect::<Value>(),
        slips => slips.map(|slip| kind("slip", slip.name)).collect::<Value>(),
    }
}
