//! JUnit's XML, for the test view of a CI server: a suite a source, a case a fact that was compared.

use std::collections::BTreeMap;
use std::io::{Result, Write};

use super::finding::{Finding, listed, of_fact};
use super::index::Index;
use super::{Decisions, Options, visible, words};
use crate::report::{Report, Severity};

/// A suite for each source that holds the first passage of a compared fact, of a copied text or a remark. A finding of
/// severity `error` is a failure, one of severity `warning` and a waived one is skipped with its message, all else has
/// passed. What only one passage states was not compared and is no case.
pub fn junit(report: &Report, options: &Options<'_>, out: &mut dyn Write) -> Result<()> {
    let index = Index::new(report);
    let mut suites: BTreeMap<&str, Vec<Finding<'_>>> = BTreeMap::new();
    for finding in cases(report, &index, options.decisions()) {
        if let Some(place) = finding.places.first() {
            suites.entry(place.source).or_default().push(finding);
        }
    }
    let all = || suites.values().flatten();
    let (tests, failures) = (all().count(), all().filter(|f| fails(f)).count());
    writeln!(out, "<?xml version=\"1.0\" encoding=\"UTF-8\"?>")?;
    writeln!(
        out,
        "<testsuites name=\"crosscheck\" tests=\"{tests}\" failures=\"{failures}\" errors=\"0\">"
    )?;
    for (source, cases) in &suites {
        let failures = cases.iter().filter(|case| fails(case)).count();
        let skipped = cases.iter().filter(|case| skipped(case)).count();
        let (source, tests) = (xml(source), cases.len());
        writeln!(
            out,
            "  <testsuite name=\"{source}\" file=\"{source}\" tests=\"{tests}\" failures=\"{failures}\" errors=\"0\" \
             skipped=\"{skipped}\">"
        )?;
        for case in cases {
            write_case(case, out)?;
        }
        writeln!(out, "  </testsuite>")?;
    }
    writeln!(out, "</testsuites>")
}

/// What is listed, and with it the facts in which all is well.
fn cases<'a>(
    report: &'a Report,
    index: &'a Index<'a>,
    decisions: &'a Decisions,
) -> impl Iterator<Item = Finding<'a>> {
    let agreeing = report.facts.iter();
    let agreeing = agreeing
        .filter(|fact| matches!(fact.verdict.as_str(), "agreement" | "compatible"))
        .map(move |fact| of_fact(fact, index, decisions).in_files(report));
    listed(report, index, decisions).chain(agreeing)
}

fn fails(case: &Finding<'_>) -> bool {
    case.waived.is_none() && case.severity == Severity::Error
}

fn skipped(case: &Finding<'_>) -> bool {
    case.waived.is_some() || case.severity == Severity::Warning
}

fn write_case(case: &Finding<'_>, out: &mut dyn Write) -> Result<()> {
    let (name, class) = (xml(&case.title()), xml(case.name));
    write!(out, "    <testcase name=\"{name}\" classname=\"{class}\"")?;
    if fails(case) {
        let (message, passages) = (xml(&case.text()), xml(&passages(case)));
        writeln!(out, ">")?;
        writeln!(
            out,
            "      <failure type=\"{class}\" message=\"{message}\">{passages}</failure>"
        )?;
        writeln!(out, "    </testcase>")
    } else if skipped(case) {
        let message = match case.waived {
            Some(reason) => format!("{}; {}", words::waived(reason), case.text()),
            None => case.text(),
        };
        writeln!(out, ">")?;
        writeln!(out, "      <skipped message=\"{}\"/>", xml(&message))?;
        writeln!(out, "    </testcase>")
    } else {
        writeln!(out, "/>")
    }
}

/// The passages, a line each: "a.txt:3:5: “…”".
fn passages(case: &Finding<'_>) -> String {
    let lines: Vec<_> = case
        .places
        .iter()
        .map(|place| format!("{}: “{}”", place.label(), place.quote))
        .collect();
    lines.join("\n")
}

/// `text` inside an element or a quoted attribute. XML 1.0 knows no control characters, not even as references, and not
/// the two last code points of the first plane; line ends between passages stay.
fn xml(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for line in text.split_inclusive('\n') {
        let (line, end) = match line.strip_suffix('\n') {
            Some(line) => (line, "\n"),
            None => (line, ""),
        };
        for c in visible(line).chars() {
            match c {
                '&' => escaped.push_str("&amp;"),
                '<' => escaped.push_str("&lt;"),
                '>' => escaped.push_str("&gt;"),
                '"' => escaped.push_str("&quot;"),
                '\u{FFFE}' | '\u{FFFF}' => escaped.push(char::REPLACEMENT_CHARACTER),
                _ => escaped.push(c),
            }
        }
        escaped.push_str(end);
    }
    escaped
}
