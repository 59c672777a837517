//! The words of the reports for people, in English. The renderers hold no others.

use crate::report::{Duplicate, Fact, Note, Summary, ValueGroup};

pub(super) const CONFLICTS: &str = "Conflicts";
pub(super) const POSSIBLE_CONFLICTS: &str = "Possible conflicts";
pub(super) const UPDATES: &str = "Updates";
pub(super) const AGREEMENTS: &str = "Agreements";
pub(super) const COMPATIBLE: &str = "Different, but all can be true";
pub(super) const DUPLICATES: &str = "Same text in more than one place";
pub(super) const NOT_CHECKED: &str = "Not checked";

pub(super) const NO_CONFLICTS: &str = "No conflicts found.";
pub(super) const NOTHING_READ: &str = "Nothing was compared: no article could be read.";
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

pub(super) const BUT_AT: &str = ", but ";
pub(super) const AND_AT: &str = ", and ";
pub(super) const ALSO_AT: &str = "; also at ";

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

/// Of a year.
pub(super) fn quarter(number: usize, year: &str) -> String {
    format!("Q{number} {year}")
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
        ([first, .., last], _) if first.origins == last.origins => format!(
            "None is better supported: {} each.",
            count(first.origins, ORIGIN)
        ),
        ([first, _, ..], _) => format!(
            "No single value is better supported than all others: {} at most.",
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
        // Which two of several values replaced each other says less than all of them.
        None if fact.verdict == "update" => "A later figure replaces an earlier one".to_owned(),
        None => fact.reason.clone(),
    }
}

/// The same for people who see the values beside it, with `told`, the reason as it is shown; without one it is that of the
/// report. A check says more than its kind; of values held against each other the kind says it, and how many times one is the
/// other.
pub(super) fn kind_and_detail(fact: &Fact, told: Option<&str>) -> String {
    let key = fact.telling.reason.as_ref().map(|sentence| sentence.key);
    match (fact.kind(), told) {
        (Some(kind), Some(told)) => {
            let name = format!("{} ({})", capital(kind.description), kind.name);
            match key {
                Some("found.against") => name,
                Some("found.times") => format!("{name}: {told}"),
                _ => format!("{} ({})", capital(told), kind.name),
            }
        }
        (None, Some(told)) => capital(told),
        (_, None) => kind_and_reason(fact),
    }
}

pub(super) fn capital(sentence: &str) -> String {
    let mut chars = sentence.chars();
    chars
        .next()
        .map(|first| first.to_uppercase().chain(chars).collect())
        .unwrap_or_default()
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
    format!("{IGNORED}{}{reasons}", summary.ignored)
}

const IGNORED: &str = "digits and number words that are no claim: ";

/// The last line: "4 sources (1 unreadable), 60 claims: 1 conflict, …".
pub(super) fn summary(summary: &Summary) -> String {
    let broken = summary.unreadable.saturating_sub(summary.left_out);
    let lost = [
        (summary.left_out, "left out at a limit"),
        (broken, "unreadable"),
    ];
    let lost: Vec<String> = lost
        .into_iter()
        .filter(|(n, _)| *n > 0)
        .map(|(n, how)| format!("{n} more {how}"))
        .collect();
    let unreadable = match lost.is_empty() {
        true => String::new(),
        false => format!(" ({})", lost.join(", ")),
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

/// What stands where conflicts would stand.
pub(super) fn no_conflicts(summary: &Summary) -> &'static str {
    if summary.sources == 0 {
        NOTHING_READ
    } else {
        NO_CONFLICTS
    }
}

/// Whether a line is one that [`summary`] gives.
pub(super) fn is_summary(line: &str) -> bool {
    let counted = line
        .strip_suffix('.')
        .and_then(|line| line.split_once(": "));
    counted.is_some_and(|(read, found)| {
        let (sources, claims) = read.rsplit_once(", ").unwrap_or_default();
        let sources = sources
            .split_once(" (")
            .map_or(sources, |(sources, _)| sources);
        let conflicts = found.split(", ").next().unwrap_or_default();
        let duplicates = found.rsplit(", ").next().unwrap_or_default();
        is_count(sources, SOURCE)
            && is_count(claims, CLAIM)
            && is_count(conflicts, CONFLICT)
            && is_count(duplicates, DUPLICATE)
    })
}

/// Whether a line is the last one of a list of claims.
pub(super) fn is_count_of_claims(line: &str) -> bool {
    let counted = line.split_once("; ");
    counted.is_some_and(|(read, ignored)| {
        let (sources, claims) = read.split_once(", ").unwrap_or_default();
        is_count(sources, SOURCE) && is_count(claims, CLAIM) && ignored.starts_with(IGNORED)
    })
}

fn is_count(text: &str, (one, several): Noun) -> bool {
    let counted = text.split_once(' ');
    counted.is_some_and(|(number, noun)| {
        number.parse::<usize>().is_ok() && (noun == one || noun == several)
    })
}

/// ", but 24000 at ": a place follows.
pub(super) fn value_at(between: &str, value: &str) -> String {
    format!("{between}{value} at ")
}

pub(super) fn more_values(left: usize) -> String {
    format!(", and {left} more values")
}

pub(super) fn more_places(left: usize) -> String {
    format!(" and {left} more places")
}

/// "The same text in 3 places, 80% alike: “…”".
pub(super) fn copied(duplicate: &Duplicate, quote: &str) -> String {
    let places = duplicate.spans.len();
    format!(
        "The same text in {places} places, {}: “{quote}”",
        alike(duplicate.similarity)
    )
}

pub(super) fn waived(reason: &str) -> String {
    format!("waived: {reason}")
}

/// Stands where a list of annotations is cut.
pub(super) fn not_annotated(left: usize, severity: &str) -> String {
    format!("and {left} more of severity {severity}; they stand in the log of this step")
}

/// Heads the plain lines behind the annotations.
pub(super) fn not_shown(lines: usize) -> String {
    format!("{lines} findings without an annotation")
}

/// Tells in a SARIF file that it does not hold everything.
pub(super) fn results_left_out(left: usize) -> String {
    format!(
        "{left} results of lower importance were left out to stay within what GitHub takes; --format json lists all"
    )
}

/// Of a finding that only the accepted report has.
pub(super) const ABSENT: &str = "The accepted report holds it, and it is not there any more.";

pub(super) fn absent(title: &str) -> String {
    format!("{title}: accepted, and not there any more")
}

pub(super) const RESULTS_LEFT_OUT_MEANS: &str =
    "The report holds more results than an upload may hold.";

/// A description of the registry as a sentence.
pub(super) fn sentence(description: &str) -> String {
    format!("{}.", capital(description))
}

/// What to do about a finding of this name.
pub(super) fn help(name: &str) -> &'static str {
    match name {
        "agreement" | "compatible" | "uncorroborated" => "There is nothing to do.",
        "update" => {
            "The related locations are the other reports of the figure. See that the text says as of when its figure holds."
        }
        "possible-conflict" => {
            "The related locations hold the other values. See first whether the passages speak of the same thing; \
             `crosscheck explain` with the id of the fact tells why they were held against each other."
        }
        "impossible-date" | "weekday-mismatch" => {
            "Look the day up in a calendar, and in the other articles: a digit or a weekday is wrong."
        }
        "waiver-expired" | "waiver-unmatched" | "link-unmatched" => {
            "Mend the entry of the configuration, or take it out."
        }
        _ if name.starts_with("duplicate-") => {
            "The related locations are the other places of the text. See whether it may stand in both and whether the \
             source is credited. Figures in copied text count as one origin."
        }
        _ if is_about_a_source(name) => {
            "What could not be read was not compared. Mend the file, or leave it out of the run."
        }
        _ => {
            "The related locations hold the other values. Which of them is right is not known: look it up, and mend the \
             text that is wrong. `crosscheck explain` with the id of the fact tells why the passages were held against \
             each other."
        }
    }
}

/// What a remark says, and how to have more of what a limit kept out.
pub(super) fn remark(note: &Note) -> String {
    match &note.limit {
        Some(limit) => format!("{}; --limit {limit}=NUMBER allows more", note.message),
        None => note.message.clone(),
    }
}

pub(super) fn more_remarks(number: usize) -> String {
    format!("and {number} more remarks on sources; --format json lists all")
}

/// Whether the finding is a remark on a source as a file.
pub(super) fn is_about_a_source(name: &str) -> bool {
    name.starts_with("source-")
        || matches!(name, "not-utf-8" | "line-too-long" | "metadata-ignored")
}

/// "2400 people: “…”".
pub(super) fn value_and_quote(value: &str, quote: &str) -> String {
    if value.is_empty() {
        format!("“{quote}”")
    } else {
        format!("{value}: “{quote}”")
    }
}
