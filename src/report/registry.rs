//! Every public name of a finding, with its one-line description and its default severity.

/// How much a finding matters by default.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Severity {
    /// Stops a reader.
    Error,
    /// Worth a look.
    Warning,
    /// For information.
    Info,
}

impl Severity {
    /// The name in reports and documentation.
    pub fn name(self) -> &'static str {
        match self {
            Self::Error => "error",
            Self::Warning => "warning",
            Self::Info => "info",
        }
    }
}

/// A public, permanent name.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Finding {
    /// Kebab-case.
    pub name: &'static str,
    /// One line.
    pub description: &'static str,
    /// Default severity.
    pub severity: Severity,
}

const fn finding(name: &'static str, severity: Severity, description: &'static str) -> Finding {
    Finding {
        name,
        description,
        severity,
    }
}

/// The registry, sorted by name.
pub fn findings() -> &'static [Finding] {
    use Severity::{Error, Info, Warning};
    const ALL: &[Finding] = &[
        finding(
            "age-does-not-follow",
            Error,
            "an age does not follow from a year of birth",
        ),
        finding(
            "agreement",
            Info,
            "claims of the same fact have the same value",
        ),
        finding(
            "before-after",
            Error,
            "an end lies before its start, or an event after the report of it",
        ),
        finding(
            "bound-violated",
            Error,
            "a figure breaks a bound that another passage states",
        ),
        finding(
            "change-does-not-follow",
            Error,
            "a difference does not follow from the figures before and after it",
        ),
        finding(
            "charset-converted",
            Info,
            "a source is in another charset than UTF-8 and was converted",
        ),
        finding(
            "charset-damaged",
            Warning,
            "bytes of a source are no text and were replaced",
        ),
        finding("compatible", Info, "values differ, but all can be true"),
        finding(
            "conflict",
            Error,
            "values of the same fact exclude each other",
        ),
        finding(
            "conversion-does-not-follow",
            Error,
            "a measure is not what its own conversion says",
        ),
        finding("day-month-swap", Error, "day and month changed places"),
        finding(
            "different-value",
            Error,
            "the values differ and cannot all be true",
        ),
        finding(
            "digit-swap",
            Error,
            "two neighbouring digits changed places",
        ),
        finding(
            "duplicate-exact",
            Info,
            "the same text stands in more than one place",
        ),
        finding(
            "duplicate-near",
            Info,
            "almost the same text stands in more than one place",
        ),
        finding("impossible-date", Error, "a day that no calendar has"),
        finding(
            "limit-reached",
            Warning,
            "a limit cut a source short or kept it out",
        ),
        finding(
            "line-too-long",
            Warning,
            "a line of a source is too long and was left out",
        ),
        finding(
            "link-unmatched",
            Warning,
            "a link of an editor names a claim that is not there",
        ),
        finding(
            "list-length",
            Error,
            "a list has more or fewer items than it says",
        ),
        finding(
            "magnitude-slip",
            Error,
            "one figure is ten, a hundred or a thousand times the other",
        ),
        finding(
            "metadata-ignored",
            Warning,
            "a value beside the text of a source could not be used",
        ),
        finding("not-utf-8", Warning, "a source is not written in UTF-8"),
        finding(
            "outside-period",
            Error,
            "a date lies outside the period that another passage gives",
        ),
        finding(
            "part-exceeds-whole",
            Error,
            "a part is larger than its whole",
        ),
        finding(
            "percent-does-not-follow",
            Error,
            "a percentage does not follow from its figures",
        ),
        finding(
            "possible-conflict",
            Warning,
            "values exclude each other, but the passages may speak of different things",
        ),
        finding(
            "product-does-not-follow",
            Error,
            "a total is not the number of things times the price of one",
        ),
        finding(
            "same-address",
            Info,
            "two sources are copies of one page and count as one",
        ),
        finding(
            "separator-slip",
            Error,
            "a grouping sign was read as a decimal sign or the other way round",
        ),
        finding("source-binary", Warning, "a source is no text"),
        finding(
            "source-damaged",
            Warning,
            "a source is broken and was read in part",
        ),
        finding("source-empty", Warning, "a source holds no text"),
        finding(
            "source-renamed",
            Info,
            "two sources have the same name and one got another",
        ),
        finding(
            "source-unreadable",
            Warning,
            "a source could not be read or only in part",
        ),
        finding(
            "sum-does-not-follow",
            Error,
            "parts do not come to the whole that is stated",
        ),
        finding(
            "suspicious-text",
            Warning,
            "a source holds characters that show a reader something else than a program reads",
        ),
        finding(
            "tracked-changes",
            Info,
            "tracked changes of a document were read as accepted",
        ),
        finding("uncorroborated", Info, "only one passage states it"),
        finding("unit-slip", Error, "the same number with another unit"),
        finding("update", Info, "a later figure replaces an earlier one"),
        finding(
            "waiver-expired",
            Warning,
            "the day up to which a finding was waived is over",
        ),
        finding("waiver-unmatched", Warning, "a waiver meets no finding"),
        finding(
            "weekday-mismatch",
            Error,
            "a date falls on another day of the week",
        ),
    ];
    ALL
}

/// The page of the documentation that lists every finding, in Markdown.
pub fn findings_page() -> String {
    let mut page = String::from(PAGE_START);
    for finding in findings() {
        let Finding {
            name,
            description,
            severity,
        } = finding;
        page.push_str(&format!(
            "| `{name}` | {} | {description} |\n",
            severity.name()
        ));
    }
    page
}

const PAGE_START: &str = "\
# Findings

Every finding has a public, permanent name. A conflict names its kind at the start of its `reason`.
`--fail-on` takes any of these names. This page is generated from the registry in `src/report/registry.rs`.

| name | severity | meaning |
|---|---|---|
";
