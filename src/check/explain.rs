//! How a claim or a fact came about, step by step, for a person who is no programmer.

use super::{Options, claims, links, sources};
use crate::claim::KnownSentences;
use crate::duplicate::{self, Duplicates};
use crate::fact::{self, Run};
use crate::mention::Reference;
use crate::pack::Packs;
use crate::report::{self, Report};
use crate::source::Input;
use crate::verdict;

/// How one claim or fact came about.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Explanation {
    /// What is explained.
    pub title: String,
    /// In the order of the pipeline.
    pub steps: Vec<Step>,
}

/// One step of an explanation.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Step {
    /// What was done.
    pub heading: String,
    /// What came of it.
    pub lines: Vec<String>,
}

impl Step {
    fn new(heading: &str, lines: Vec<String>) -> Self {
        Self {
            heading: heading.to_owned(),
            lines,
        }
    }
}

/// How the claim or fact came about whose id is `id` or alone starts with it. `None` when there is none, or more than one.
pub fn explain(
    id: &str,
    inputs: Vec<Input>,
    packs: &Packs,
    options: &Options,
) -> Option<Explanation> {
    let known = KnownSentences::default();
    let sources = sources(inputs, packs, options, &known, &|_| {});
    let mut claims = claims(&sources, packs, options, None, &|_| {});
    let duplicates = duplicate::find(&sources);
    let run = Run::new(&sources, &mut claims);
    let (said, _) = links::resolve(&run, &options.links);
    let (facts, refused) = fact::group(&run, packs, &duplicates, &said);
    let judged = verdict::judge_all(&run, packs, &duplicates, facts);
    let report = report::assemble(&run, duplicates.clone(), judged.iter().collect());
    if let Some((one, other)) = id.split_once('+') {
        let links = judged.iter().flat_map(|(fact, _)| &fact.links);
        let made = (links, refused.as_slice(), said.as_slice());
        return pair_steps(&run, packs, &duplicates, made, &report, (one, other));
    }
    let ids = report
        .claims
        .iter()
        .map(|c| &c.id)
        .chain(report.facts.iter().map(|f| &f.id));
    let mut matching = ids.filter(|known| *known == id || id.len() > 2 && known.starts_with(id));
    let found = matching.next()?;
    if matching.next().is_some() && found != id {
        return None;
    }
    if let Some(at) = report.claims.iter().position(|claim| claim.id == *found) {
        let rejected = &run.of_each[run.stands[at].source].rejected;
        return Some(claim_steps(&run, &report, at, rejected, options));
    }
    report
        .facts
        .iter()
        .position(|fact| fact.id == *found)
        .map(|at| fact_steps(&report, at))
}

fn claim_steps(
    run: &Run<'_>,
    report: &Report,
    at: usize,
    rejected: &[crate::mention::Rejected],
    options: &Options,
) -> Explanation {
    let (claim, stand) = (&report.claims[at], run.stands[at]);
    let source = &run.sources[stand.source];
    let place = format!("{}:{}:{}", claim.source, claim.line, claim.column);
    let reference = Reference::of(
        source
            .meta
            .published
            .as_deref()
            .or(options.as_of.as_deref()),
    )
    .told_by(&source.text, source.meta.language.as_deref());
    let said = source
        .meta
        .published
        .as_deref()
        .or(options.as_of.as_deref());
    let reference = match (reference.date(), said) {
        (Some(_), Some(date)) => format!("relative dates start from {date}"),
        _ => "no date of publication is known, so relative dates stay open".to_owned(),
    };
    let mut value = vec![
        format!("value {}", claim.value.as_deref().unwrap_or("unknown")),
        format!("stated as: {}", claim.qualifier),
    ];
    value.extend(
        claim
            .unit
            .iter()
            .map(|unit| format!("unit or noun: {unit}")),
    );
    value.push(format!(
        "number or date itself: \"{}\"",
        claim.core.of(&source.text)
    ));
    let lost: Vec<String> = rejected
        .iter()
        .filter(|reading| reading.span.overlaps(claim.span))
        .map(|reading| {
            format!(
                "\"{}\" as {} by {}",
                reading.span.of(&source.text),
                reading.kind,
                reading.rules.join(", ")
            )
        })
        .collect();
    let about = vec![
        format!("subjects: {}", listed(&claim.subjects)),
        format!(
            "credited to: {}",
            claim.attribution.as_deref().unwrap_or("nobody")
        ),
        format!("modality: {}", claim.modality),
        format!("what happens: {}", listed(&stand.claim.extent.predicates)),
        format!("event: {}", listed(&stand.claim.extent.events)),
        format!("figure of: {}", listed(&stand.claim.frame.theme)),
        format!(
            "limited to: {}",
            listed(
                &stand
                    .claim
                    .frame
                    .local
                    .iter()
                    .map(|name| name.name.to_string())
                    .collect::<Vec<_>>()
            )
        ),
        format!(
            "period: {}",
            stand
                .claim
                .frame
                .period
                .as_ref()
                .and_then(|value| value.notation())
                .unwrap_or_else(|| "none".to_owned())
        ),
    ];
    let fact = report
        .facts
        .iter()
        .find(|fact| fact.claims.contains(&claim.id));
    let fact = fact.map_or_else(Vec::new, |fact| {
        vec![format!("{} {}: {}", fact.id, fact.verdict, fact.reason)]
    });
    Explanation {
        title: format!("claim {} \"{}\"", claim.id, claim.quote),
        steps: vec![
            Step::new(
                "Where it stands",
                vec![
                    place,
                    format!("{} of {}", claim.block, claim.source),
                    claim.context.clone(),
                ],
            ),
            Step::new("Which rules read it", claim.rules.clone()),
            Step::new("What it says", value),
            Step::new("Reference date", vec![reference]),
            Step::new(
                "Readings that lost",
                if lost.is_empty() {
                    vec!["none".to_owned()]
                } else {
                    lost
                },
            ),
            Step::new("What it is about", about),
            Step::new("Its fact", fact),
        ],
    }
}

fn fact_steps(report: &Report, at: usize) -> Explanation {
    let fact = &report.facts[at];
    let members: Vec<String> = fact
        .claims
        .iter()
        .filter_map(|id| report.claims.iter().find(|claim| claim.id == *id))
        .map(|c| {
            format!(
                "{} {}:{}:{} \"{}\" = {}",
                c.id,
                c.source,
                c.line,
                c.column,
                c.quote,
                c.value.as_deref().unwrap_or("unknown")
            )
        })
        .collect();
    let values = fact.values.iter().map(|group| {
        format!(
            "{}: {}, {}",
            group.value.as_deref().unwrap_or("unknown"),
            counted(group.claims.len(), "claim"),
            counted(group.origins, "origin")
        )
    });
    let together = match fact.claims.len() {
        0 | 1 => vec!["there is one claim alone".to_owned()],
        _ if fact.evidence.is_empty() => {
            vec!["they are not: figures that have to fit each other were checked".to_owned()]
        }
        _ => fact.evidence.clone(),
    };
    Explanation {
        title: format!("fact {} about \"{}\"", fact.id, fact.about),
        steps: vec![
            Step::new("Its claims", members),
            Step::new("Why they are one fact", together),
            Step::new("Its values", values.collect()),
            Step::new(
                "Origins",
                vec![format!(
                    "{}, {}",
                    counted(fact.articles, "article"),
                    counted(fact.origins, "origin")
                )],
            ),
            Step::new(
                "Verdict",
                vec![format!(
                    "{} ({} confidence): {}",
                    fact.verdict, fact.confidence, fact.reason
                )],
            ),
        ],
    }
}

fn counted(number: usize, noun: &str) -> String {
    let ending = if number == 1 { "" } else { "s" };
    format!("{number} {noun}{ending}")
}

fn listed(items: &[String]) -> String {
    if items.is_empty() {
        "none".to_owned()
    } else {
        items.join(", ")
    }
}

/// Why two claims were taken for one fact, or were not.
fn pair_steps<'f>(
    run: &Run<'_>,
    packs: &Packs,
    duplicates: &Duplicates,
    (links, refused, said): (
        impl Iterator<Item = &'f fact::Link>,
        &[fact::Refused],
        &[fact::Said],
    ),
    report: &Report,
    (one, other): (&str, &str),
) -> Option<Explanation> {
    let find = |id: &str| {
        report
            .claims
            .iter()
            .position(|claim| claim.id.starts_with(id))
    };
    let (a, b) = (find(one)?, find(other)?);
    let (left, right) = (a.min(b), a.max(b));
    let line = |at: usize| {
        let claim = &report.claims[at];
        let value = claim.value.as_deref().unwrap_or("unknown");
        format!(
            "{}:{}:{} \"{}\" = {value}",
            claim.source, claim.line, claim.column, claim.quote
        )
    };
    let mut steps = vec![Step::new("The two claims", vec![line(left), line(right)])];
    // A link that was made tells why itself: it may rest on what the sentences share with others.
    let mut links = links.filter(|link| (link.left(), link.right()) == (left, right));
    let mut too_little = false;
    let evidence = match links.next() {
        Some(link) => Some(link.evidence.clone()),
        None => fact::between(run, packs, duplicates, left, right),
    };
    match evidence {
        None => steps.push(Step::new(
            "Not compared",
            vec!["they are of different kinds, or nothing that they count, measure or date is the same".to_owned()],
        )),
        Some(evidence) => {
            let grounds = evidence.grounds(run).iter().map(ToString::to_string).collect();
            steps.push(Step::new("What speaks for one fact", grounds));
            let mut against = evidence.against.iter().map(fact::Against::sentence).collect::<Vec<_>>();
            if evidence.one_text {
                against.push("one text tells both, neither in its headline nor under a picture".to_owned());
            }
            too_little = against.is_empty();
            steps.push(Step::new(
                "What speaks against",
                if against.is_empty() { vec!["nothing".to_owned()] } else { against },
            ));
            steps.push(Step::new("How much", vec![evidence.measure()]));
            let this = |refused: &&fact::Refused| (refused.link.left(), refused.link.right()) == (left, right);
            if let Some(fact::Refused { clash: (x, y), .. }) = refused.iter().find(this) {
                let why = fact::between(run, packs, duplicates, *x, *y);
                let why = why.and_then(|evidence| evidence.against.first().map(fact::Against::sentence));
                let why = why.unwrap_or_else(|| "their values exclude each other".to_owned());
                let lines = vec![format!("it would bring together {} and {}: {why}", line(*x), line(*y))];
                steps.push(Step::new("What stood in the way", lines));
                too_little = false;
            }
        }
    }
    let together = report.facts.iter().any(|fact| {
        [left, right]
            .iter()
            .all(|at| fact.claims.contains(&report.claims[*at].id))
    });
    let wished: Vec<String> = said
        .iter()
        .filter(|said| (said.left, said.right) == (left, right))
        .map(|said| said.why.clone())
        .collect();
    if !wished.is_empty() {
        steps.push(Step::new("What goes before all of it", wished.clone()));
    }
    let end = if together {
        "they are in one fact"
    } else if too_little && wished.is_empty() {
        "they are in different facts: nothing speaks against one fact, but what speaks for it is not enough"
    } else {
        "they are in different facts"
    };
    steps.push(Step::new("So", vec![end.to_owned()]));
    Some(Explanation {
        title: "two claims".to_owned(),
        steps,
    })
}
