//! The report for a pull request or a hand-out: one sentence, one table of conflicts, the rest folded away.

use std::io::{Result, Write};

use super::excerpt::{Excerpt, head};
use super::html::language::Language;
use super::index::{Index, place};
use super::{Decisions, Options, UiLanguage, visible, words};
use crate::report::{Claim, Duplicate, Fact, Report, ValueGroup};

/// Columns of an excerpt in a table cell.
const CELL: usize = 160;

/// Characters of a page. GitHub takes 65,536 in a comment and refuses longer ones whole; the difference is for a line that
/// marks the comment.
const LONGEST: usize = 65_400;

/// What is kept free for the ends of lists and for saying what is left out.
const RESERVE: usize = 1_500;

/// Places of one value that are named; the rest is counted.
const PLACES: usize = 20;

/// GitHub-flavoured Markdown. Text of the articles is escaped: it makes no link, no mention, no markup.
///
/// At most 65,536 characters, so that it can be posted as a comment; what does not fit is counted.
pub fn markdown(report: &Report, options: &Options<'_>, out: &mut dyn Write) -> Result<()> {
    let index = Index::new(report);
    let language = Language::new(UiLanguage::English)?;
    let told = |fact: &Fact| {
        let reason = fact.telling.reason.as_ref()?;
        Some(index.told(&language, reason))
    };
    let decisions = options.decisions();
    let mut page = Page::default();
    // What is not checked stands last and is short: room is kept for it.
    let last = not_checked(report);
    page.keep(&last);
    page.line(&format!("**{}**\n", words::summary(&report.summary)));
    let of = |verdict| {
        let facts = report.facts.iter();
        facts
            .filter(move |fact| fact.verdict == verdict)
            .collect::<Vec<_>>()
    };
    let rows = |facts: &[&Fact]| {
        let facts = facts.iter().enumerate();
        facts
            .map(|(at, fact)| row(&index, at + 1, fact, told(fact), decisions))
            .collect::<Vec<_>>()
    };
    let conflicts = of("conflict");
    if conflicts.is_empty() {
        page.line(&format!("{}\n", words::no_conflicts(&report.summary)));
    } else {
        page.line(&format!("### {}\n", words::CONFLICTS));
        page.list(&table_head(), &rows(&conflicts));
        page.line("");
    }
    let possible = of("possible-conflict");
    let head = format!("{}\n\n{}", words::POSSIBLE_MEANS, table_head());
    page.fold(words::POSSIBLE_CONFLICTS, &head, &rows(&possible));
    let lists = [
        ("update", words::UPDATES, words::THEN),
        ("agreement", words::AGREEMENTS, words::BESIDE),
        ("compatible", words::COMPATIBLE, words::BESIDE),
    ];
    for (verdict, heading, between) in lists {
        let facts = of(verdict).into_iter();
        let items: Vec<_> = facts
            .map(|fact| item(&index, fact, told(fact), between))
            .collect();
        page.fold(heading, "", &items);
    }
    let copies: Vec<_> = report.duplicates.iter().map(copy).collect();
    page.fold(words::DUPLICATES, "", &copies);
    out.write_all(page.text.as_bytes())?;
    out.write_all(last.as_bytes())
}

/// Markdown that stops before it grows too long.
#[derive(Default)]
struct Page {
    text: String,
    /// Characters, counted as UTF-16 does: never fewer than GitHub counts.
    used: usize,
    kept: usize,
}

impl Page {
    fn line(&mut self, line: &str) {
        self.used += units(line) + 1;
        self.text.push_str(line);
        self.text.push('\n');
    }

    /// Keeps room for what is written later.
    fn keep(&mut self, later: &str) {
        self.kept = units(later);
    }

    fn has_room(&self, line: &str) -> bool {
        self.used + units(line) + 1 + self.kept + RESERVE <= LONGEST
    }

    /// As many of `items` as there is room for, and how many are left out.
    fn list(&mut self, head: &str, items: &[String]) {
        if !head.is_empty() {
            self.line(head);
        }
        let fitting = items.iter().take_while(|item| {
            let fits = self.has_room(item);
            if fits {
                self.line(item);
            }
            fits
        });
        let left = items.len() - fitting.count();
        if left > 0 {
            self.line(&format!("\n_{}_", words::more(left)));
        }
    }

    fn fold(&mut self, heading: &str, head: &str, items: &[String]) {
        if items.is_empty() {
            return;
        }
        let number = items.len();
        self.line(&format!(
            "<details><summary>{heading} ({number})</summary>\n"
        ));
        self.list(head, items);
        self.line("\n</details>\n");
    }
}

fn units(text: &str) -> usize {
    text.encode_utf16().count()
}

fn table_head() -> String {
    let (about, values, places, why) = (words::ABOUT, words::VALUES, words::WHERE, words::WHY);
    format!("| # | {about} | {values} | {places} | {why} |\n|---|---|---|---|---|")
}

fn row(
    index: &Index<'_>,
    number: usize,
    fact: &Fact,
    told: Option<String>,
    decisions: &Decisions,
) -> String {
    let names = index.values(fact);
    let sides: Vec<_> = fact.values.iter().map(|group| side(index, group)).collect();
    let mut why = escape(&words::kind_and_detail(fact, told.as_deref()));
    let support = words::better_supported(&fact.values, &names);
    if !support.is_empty() {
        why.push_str("<br>");
        why.push_str(&escape(&support));
    }
    if let Some(reason) = decisions.waived.get(&fact.id) {
        why.push_str("<br>");
        why.push_str(&escape(&words::waived(reason)));
    }
    format!(
        "| {number} | {} | {} | {} | {why} |",
        escape(&head(&fact.about, CELL)),
        escape(&names.join(words::OR)),
        sides.join("<br>"),
    )
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
    if !others.is_empty() {
        text.push_str(&format!(" — {} {}", words::ALSO, places(others)));
    }
    text
}

/// "a.txt:3:5, b.txt:4:1 and 7 more places".
fn places(claims: &[&Claim]) -> String {
    let named: Vec<_> = claims
        .iter()
        .take(PLACES)
        .map(|c| code(&place(c)))
        .collect();
    let mut text = named.join(", ");
    if claims.len() > PLACES {
        text.push_str(&words::more_places(claims.len() - PLACES));
    }
    text
}

fn item(index: &Index<'_>, fact: &Fact, told: Option<String>, between: &str) -> String {
    let title = escape(&index.title(fact, between));
    // Of an update the values in their order say it.
    let text = if matches!(fact.verdict.as_str(), "agreement" | "update") {
        words::support(fact)
    } else {
        escape(told.as_deref().unwrap_or(fact.sentence()))
    };
    let claims = index.claims(&fact.claims);
    format!("- <b>{title}</b>: {text} — {}", places(&claims))
}

fn copy(duplicate: &Duplicate) -> String {
    let spans = duplicate.spans.iter();
    let named: Vec<_> = spans
        .take(PLACES)
        .map(|at| code(&format!("{}:{}:{}", at.source, at.line, at.column)))
        .collect();
    let mut places = named.join(", ");
    if duplicate.spans.len() > PLACES {
        places.push_str(&words::more_places(duplicate.spans.len() - PLACES));
    }
    let text = duplicate.spans.first();
    let text = text
        .map(|first| head(&first.text, CELL))
        .unwrap_or_default();
    let (class, alike) = (escape(&duplicate.class), words::alike(duplicate.similarity));
    let mut line = format!("- {class}, {alike}: {places} “{}”", escape(&text));
    let changes = duplicate.changes.iter().take(PLACES);
    let changes: Vec<_> = changes
        .map(|c| escape(&words::replaced(&head(&c.from, CELL), &head(&c.to, CELL))))
        .collect();
    if !changes.is_empty() {
        line.push_str(&format!("; {}: {}", words::CHANGED, changes.join(", ")));
    }
    line
}

/// Notes on sources that are listed one by one; the rest is counted.
const NOTES: usize = 20;
/// Columns of a note.
const REMARK: usize = 260;

fn not_checked(report: &Report) -> String {
    let mut lines = vec![
        format!("<details><summary>{}</summary>\n", words::NOT_CHECKED),
        format!("- {}", words::uncorroborated(&report.summary)),
        format!("- {}", escape(&words::ignored(&report.summary))),
    ];
    let sources = report.sources.iter();
    let notes: Vec<_> = sources
        .flat_map(|source| source.remarks().map(move |note| (source, note)))
        .collect();
    for (source, note) in notes.iter().take(NOTES) {
        let line = note.line.map(|line| format!(":{line}")).unwrap_or_default();
        let place = code(&head(&format!("{}{line}", source.source), CELL));
        let (message, name) = (
            escape(&head(&words::remark(note), REMARK)),
            escape(&note.name),
        );
        lines.push(format!("- {place}: {message} ({name})"));
    }
    if notes.len() > NOTES {
        lines.push(format!("- {}", words::more(notes.len() - NOTES)));
    }
    lines.push("\n</details>\n".to_owned());
    lines.join("\n")
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
