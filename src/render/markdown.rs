//! The report for a pull request or a hand-out: one sentence, one table of conflicts, the rest folded away.

use std::io::{Result, Write};

use super::excerpt::{Excerpt, head};
use super::index::{Index, place};
use super::{Options, visible, words};
use crate::report::{Duplicate, Fact, Report, ValueGroup};

/// Columns of an excerpt in a table cell.
const CELL: usize = 160;

/// GitHub-flavoured Markdown. Text of the articles is escaped: it makes no link, no mention, no markup.
pub fn markdown(report: &Report, _options: &Options, out: &mut dyn Write) -> Result<()> {
    let index = Index::new(report);
    writeln!(out, "**{}**\n", words::summary(&report.summary))?;
    let of = |verdict| {
        report
            .facts
            .iter()
            .filter(move |fact| fact.verdict == verdict)
    };
    let conflicts: Vec<_> = of("conflict").collect();
    if conflicts.is_empty() {
        writeln!(out, "{}\n", words::NO_CONFLICTS)?;
    } else {
        writeln!(out, "### {}\n", words::CONFLICTS)?;
        table(&index, &conflicts, out)?;
        writeln!(out)?;
    }
    let possible: Vec<_> = of("possible-conflict").collect();
    if !possible.is_empty() {
        fold(words::POSSIBLE_CONFLICTS, possible.len(), out)?;
        writeln!(out, "{}\n", words::POSSIBLE_MEANS)?;
        table(&index, &possible, out)?;
        unfold(out)?;
    }
    let lists = [
        ("update", words::UPDATES, words::THEN),
        ("agreement", words::AGREEMENTS, words::BESIDE),
        ("compatible", words::COMPATIBLE, words::BESIDE),
    ];
    for (verdict, heading, between) in lists {
        let facts: Vec<_> = of(verdict).collect();
        if facts.is_empty() {
            continue;
        }
        fold(heading, facts.len(), out)?;
        for fact in facts {
            item(&index, fact, between, out)?;
        }
        unfold(out)?;
    }
    duplicates(&report.duplicates, out)?;
    not_checked(report, out)
}

fn fold(heading: &str, items: usize, out: &mut dyn Write) -> Result<()> {
    writeln!(out, "<details><summary>{heading} ({items})</summary>\n")
}

fn unfold(out: &mut dyn Write) -> Result<()> {
    writeln!(out, "\n</details>\n")
}

fn table(index: &Index<'_>, facts: &[&Fact], out: &mut dyn Write) -> Result<()> {
    let (about, values, places, why) = (words::ABOUT, words::VALUES, words::WHERE, words::WHY);
    writeln!(
        out,
        "| # | {about} | {values} | {places} | {why} |\n|---|---|---|---|---|"
    )?;
    for (number, fact) in facts.iter().enumerate() {
        let names = index.values(fact);
        let sides: Vec<_> = fact.values.iter().map(|group| side(index, group)).collect();
        let mut why = escape(&words::kind_and_reason(fact));
        let support = words::better_supported(&fact.values, &names);
        if !support.is_empty() {
            why.push_str("<br>");
            why.push_str(&escape(&support));
        }
        if let Some(decided) = index.decided(&fact.id) {
            why.push_str(&format!("<br><b>{}</b>", escape(&decided)));
        }
        writeln!(
            out,
            "| {} | {} | {} | {} | {} |",
            number + 1,
            escape(&fact.about),
            escape(&names.join(words::OR)),
            sides.join("<br>"),
            why,
        )?;
    }
    Ok(())
}

/// Where one value stands: the first claim quoted with the value in bold, and the places of the others.
fn side(index: &Index<'_>, group: &ValueGroup) -> String {
    let claims = index.claims(&group.claims);
    let [first, others @ ..] = claims.as_slice() else {
        return String::new();
    };
    let Excerpt {
        before,
        core,
        after,
    } = Excerpt::of_claim(first, CELL);
    let (before, core, after) = (escape(&before), escape(&core), escape(&after));
    let mut text = code(&place(first));
    let imprint = index.imprint(&first.source);
    if !imprint.is_empty() {
        text.push_str(&format!(" ({})", escape(&imprint)));
    }
    text.push_str(&format!(" {before}<b>{core}</b>{after}"));
    for (number, claim) in others.iter().enumerate() {
        text.push_str(if number == 0 { " — " } else { ", " });
        if number == 0 {
            text.push_str(words::ALSO);
            text.push(' ');
        }
        text.push_str(&code(&place(claim)));
    }
    text
}

fn item(index: &Index<'_>, fact: &Fact, between: &str, out: &mut dyn Write) -> Result<()> {
    let title = escape(&index.title(fact, between));
    let text = if fact.verdict == "agreement" {
        words::support(fact)
    } else {
        escape(fact.sentence())
    };
    let claims = index.claims(&fact.claims);
    let places: Vec<_> = claims.iter().map(|claim| code(&place(claim))).collect();
    writeln!(out, "- <b>{title}</b>: {text} — {}", places.join(", "))
}

fn duplicates(duplicates: &[Duplicate], out: &mut dyn Write) -> Result<()> {
    if duplicates.is_empty() {
        return Ok(());
    }
    fold(words::DUPLICATES, duplicates.len(), out)?;
    for duplicate in duplicates {
        let spans = duplicate.spans.iter();
        let places: Vec<_> = spans
            .map(|at| code(&format!("{}:{}:{}", at.source, at.line, at.column)))
            .collect();
        let text = duplicate
            .spans
            .first()
            .map(|first| head(&first.text, CELL))
            .unwrap_or_default();
        let (class, alike) = (escape(&duplicate.class), words::alike(duplicate.similarity));
        write!(
            out,
            "- {class}, {alike}: {} “{}”",
            places.join(", "),
            escape(&text)
        )?;
        let changes = duplicate.changes.iter();
        let changes: Vec<_> = changes
            .map(|c| escape(&words::replaced(&c.from, &c.to)))
            .collect();
        if !changes.is_empty() {
            write!(out, "; {}: {}", words::CHANGED, changes.join(", "))?;
        }
        writeln!(out)?;
    }
    unfold(out)
}

fn not_checked(report: &Report, out: &mut dyn Write) -> Result<()> {
    writeln!(out, "<details><summary>{}</summary>\n", words::NOT_CHECKED)?;
    writeln!(out, "- {}", words::uncorroborated(&report.summary))?;
    writeln!(out, "- {}", escape(&words::ignored(&report.summary)))?;
    for source in &report.sources {
        for note in &source.notes {
            let line = note.line.map(|line| format!(":{line}")).unwrap_or_default();
            let place = code(&format!("{}{line}", source.source));
            writeln!(
                out,
                "- {place}: {} ({})",
                escape(&note.message),
                escape(&note.name)
            )?;
        }
    }
    writeln!(out, "\n</details>")
}

/// A place in monospace; HTML, because a code span ends at a backtick of the name.
fn code(text: &str) -> String {
    format!("<code>{}</code>", escape(text))
}

/// `text` as Markdown that shows exactly it, on one line.
///
/// Mentions, issue numbers and bare addresses are found by GitHub in the finished text, where escapes are gone: an empty
/// comment inside keeps them apart.
pub(super) fn escape(text: &str) -> String {
    let text = visible(text);
    let mut escaped = String::with_capacity(text.len() + text.len() / 8);
    let mut rest = text.chars();
    while let Some(c) = rest.next() {
        match c {
            '&' => escaped.push_str("&amp;"),
            '<' => escaped.push_str("&lt;"),
            '>' => escaped.push_str("&gt;"),
            '$' => escaped.push_str("<span>$</span>"),
            '@' => escaped.push_str("@<!-- -->"),
            '#' => escaped.push_str("#<!-- -->"),
            ':' if rest.as_str().starts_with("//") => escaped.push_str(":<!-- -->"),
            '.' if ends_with_www(&escaped) => escaped.push_str("<!-- -->."),
            '-' if ends_with_gh(&escaped) => escaped.push_str("-<!-- -->"),
            '\\' | '`' | '*' | '_' | '{' | '}' | '[' | ']' | '|' | '~' => {
                escaped.push('\\');
                escaped.push(c);
            }
            _ => escaped.push(c),
        }
    }
    escaped
}

fn ends_with_www(text: &str) -> bool {
    text.get(text.len().saturating_sub(3)..)
        .is_some_and(|end| end.eq_ignore_ascii_case("www"))
}

/// `GH-12` is an issue number.
fn ends_with_gh(text: &str) -> bool {
    text.get(text.len().saturating_sub(2)..)
        .is_some_and(|end| end.eq_ignore_ascii_case("gh"))
}
