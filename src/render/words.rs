//! The words of the reports for people, in English. The renderers hold no others.

use crate::report::{Decided, Fact, Ruling, Summary, ValueGroup};

pub(super) const CONFLICTS: &str = "Conflicts";
pub(super) const POSSIBLE_CONFLICTS: &str = "Possible conflicts";
pub(super) const UPDATES: &str = "Updates";
pub(super) const AGREEMENTS: &str = "Agreements";
pub(super) const COMPATIBLE: &str = "Different, but all can be true";
pub(super) const DUPLICATES: &str = "Same text in more than one place";
pub(super) const NOT_CHECKED: &str = "Not checked";

pub(super) const NO_CONFLICTS: &str = "No conflicts found.";
pub(super) const POSSIBLE_MEANS: &str = "The passages may speak of different things.";
pub(super) const NO_VALUE: &str = "(value not given)";
pub(super) const OR: &str = " or ";
pub(super) const THEN: &str = " → ";
pub(super) const BESIDE: &str = " / ";
pub(super) const ALSO: &str = "also";
pub(super) const SAME_FACT: &str = "Compared because";
pub(super) const CHANGED: &str = "changed";
pub(super) const NOTHING: &str = "nothing";

pub(super) const AT_LEAST: &str = "at least ";
pub(super) const AT_MOST: &str = "at most ";
pub(super) const TO: &str = " to ";
pub(super) const EVERY: &str = "every ";

pub(super) const ABOUT: &str = "About";
pub(super) const VALUES: &str = "Values";
pub(super) const WHERE: &str = "Where";
pub(super) const WHY: &str = "Why";

/// A noun for one and for several.
pub(super) type Noun = (&'static str, &'static str);
pub(super) const SOURCE: Noun = ("source", "sources");
pub(super) const ARTICLE: Noun = ("article", "articles");
pub(super) const CLAIM: Noun = ("claim", "claims");
pub(super) const ORIGIN: Noun = ("origin", "origins");
pub(super) const PASSAGE: Noun = ("passage", "passages");
const CONFLICT: Noun = ("conflict", "conflicts");
const POSSIBLE: Noun = ("possible conflict", "possible conflicts");
const UPDATE: Noun = ("update", "updates");
const AGREEMENT: Noun = ("agreement", "agreements");
const DUPLICATE: Noun = ("duplicate", "duplicates");

/// What a `qualifier` of the report puts before a value; nothing for an exact value and for parts of periods.
pub(super) fn qualifier(name: &str) -> Option<&'static str> {
    match name {
        "about" => Some("about "),
        "almost" => Some("almost "),
        "at-least" => Some(AT_LEAST),
        "more-than" => Some("more than "),
        "at-most" => Some(AT_MOST),
        "less-than" => Some("less than "),
        _ => None,
    }
}

/// The unit behind a designator of an ISO 8601 duration; `in_time`: after its `T`.
pub(super) fn period(designator: char, in_time: bool) -> Option<Noun> {
    match (designator, in_time) {
        ('Y', false) => Some(("year", "years")),
        ('M', false) => Some(("month", "months")),
        ('W', false) => Some(("week", "weeks")),
        ('D', false) => Some(("day", "days")),
        ('H', true) => Some(("hour", "hours")),
        ('M', true) => Some(("minute", "minutes")),
        ('S', true) => Some(("second", "seconds")),
        _ => None,
    }
}

pub(super) fn count(number: usize, (one, several): Noun) -> String {
    format!("{number} {}", if number == 1 { one } else { several })
}

/// "8 claims in 2 articles, 1 origin".
pub(super) fn support(fact: &Fact) -> String {
    let claims = count(fact.claims.len(), CLAIM);
    format!(
        "{claims} in {}, {}",
        count(fact.articles, ARTICLE),
        count(fact.origins, ORIGIN)
    )
}

/// Which of the values more origins give. `names` are the values as shown, most supported first.
pub(super) fn better_supported(values: &[ValueGroup], names: &[String]) -> String {
    match (values, names) {
        ([first, second, ..], [name, ..]) if first.origins > second.origins => {
            let origins = count(first.origins, ORIGIN);
            format!(
                "Better supported: {name}, {origins} against {}.",
                second.origins
            )
        }
        ([first, _, ..], _) => format!(
            "None is better supported: {} each.",
            count(first.origins, ORIGIN)
        ),
        _ => String::new(),
    }
}

/// "One figure is ten times the other (magnitude-slip): 24000 is 10 times 2400".
pub(super) fn kind_and_reason(fact: &Fact) -> String {
    match fact.kind() {
        Some(kind) => format!(
            "{} ({}): {}",
            capital(kind.description),
            kind.name,
            fact.sentence()
        ),
        None => fact.reason.clone(),
    }
}

fn capital(sentence: &str) -> String {
    let mut chars = sentence.chars();
    chars
        .next()
        .map(|first| first.to_uppercase().chain(chars).collect())
        .unwrap_or_default()
}

/// "waived: corrected since (desk, up to 2026-12-31)".
pub(super) fn decided(decided: &Decided) -> String {
    if decided.ruling == Ruling::Baseline {
        return "known: it is in the baseline".to_owned();
    }
    let expires = decided.expires.as_ref().map(|day| format!("up to {day}"));
    let by: Vec<String> = decided.owner.iter().cloned().chain(expires).collect();
    let by = if by.is_empty() {
        String::new()
    } else {
        format!(" ({})", by.join(", "))
    };
    format!("waived: {}{by}", decided.reason.as_deref().unwrap_or(""))
}

pub(super) fn alike(similarity: f64) -> String {
    format!("{:.0}% alike", similarity * 100.0)
}

pub(super) fn replaced(from: &str, to: &str) -> String {
    let side = |text: &str| {
        if text.is_empty() {
            NOTHING.to_owned()
        } else {
            format!("“{text}”")
        }
    };
    format!("{} → {}", side(from), side(to))
}

pub(super) fn more(number: usize) -> String {
    format!("and {number} more; --format json lists all")
}

pub(super) fn identity(fact: &Fact) -> String {
    format!(
        "confidence {}; more: crosscheck explain {}",
        fact.confidence, fact.id
    )
}

pub(super) fn uncorroborated(summary: &Summary) -> String {
    format!(
        "stated once, so held against nothing: {}",
        count(summary.uncorroborated, CLAIM)
    )
}

/// "digits and number words that are no claim: 3 (designation 2, url 1)".
pub(super) fn ignored(summary: &Summary) -> String {
    let reasons: Vec<_> = summary
        .ignored_by_reason
        .iter()
        .map(|(reason, n)| format!("{reason} {n}"))
        .collect();
    let reasons = if reasons.is_empty() {
        String::new()
    } else {
        format!(" ({})", reasons.join(", "))
    };
    format!(
        "digits and number words that are no claim: {}{reasons}",
        summary.ignored
    )
}

/// The last line: "4 sources (1 unreadable), 60 claims: 1 conflict, …".
pub(super) fn summary(summary: &Summary) -> String {
    let unreadable = match summary.unreadable {
        0 => String::new(),
        n => format!(" ({n} more unreadable)"),
    };
    let parts = [
        count(summary.conflicts, CONFLICT),
        count(summary.possible_conflicts, POSSIBLE),
        count(summary.updates, UPDATE),
        count(summary.agreements, AGREEMENT),
        format!("{} compatible", summary.compatible),
        format!("{} stated once", summary.uncorroborated),
        count(summary.duplicates, DUPLICATE),
    ];
    let (sources, claims) = (count(summary.sources, SOURCE), count(summary.claims, CLAIM));
    format!("{sources}{unreadable}, {claims}: {}.", parts.join(", "))
}
