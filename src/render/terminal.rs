//! The report for someone with one minute: what contradicts comes first, what was not checked last.

use std::io::{Result, Write};

use anstyle::{AnsiColor, Style};

use super::excerpt::{Excerpt, head};
use super::grounds::grounds;
use super::html::language::Language;
use super::index::{Index, place};
use super::{Options, UiLanguage, visible, words};
use crate::report::{Claim, Duplicate, Fact, Report, ValueGroup};

/// Items of the sections after the conflicts; conflicts are all shown.
const SHOWN: usize = 20;
/// Remarks on sources; the rest is counted.
const REMARKS: usize = 100;
/// Further places of a value that is already quoted.
const PLACES: usize = 4;

const HEADING: Style = Style::new().bold();
const CONFLICT: Style = AnsiColor::Red.on_default().bold();
const DOUBT: Style = AnsiColor::Yellow.on_default().bold();
const PLACE: Style = AnsiColor::Cyan.on_default();
const QUIET: Style = Style::new().dimmed();

/// Conflicts, possible conflicts, updates, agreements, compatible values, duplicates, what was not checked, and a summary
/// as the last line.
pub fn terminal(report: &Report, options: &Options, out: &mut dyn Write) -> Result<()> {
    let mut page = Page {
        index: Index::new(report),
        language: Language::new(UiLanguage::English)?,
        options,
        out,
    };
    page.conflicts(report)?;
    page.brief(report, "update", words::UPDATES, Page::update)?;
    page.brief(report, "agreement", words::AGREEMENTS, Page::agreement)?;
    page.brief(report, "compatible", words::COMPATIBLE, Page::compatible)?;
    page.duplicates(&report.duplicates)?;
    page.not_checked(report)?;
    let style = match (report.summary.conflicts, report.summary.possible_conflicts) {
        (0, 0) => HEADING,
        (0, _) => DOUBT,
        _ => CONFLICT,
    };
    let summary = page.paint(style, &words::summary(&report.summary));
    writeln!(page.out, "{summary}")
}

struct Page<'a, 'o> {
    index: Index<'a>,
    language: Language,
    options: &'o Options<'o>,
    out: &'o mut dyn Write,
}

impl<'a> Page<'a, '_> {
    fn paint(&self, style: Style, text: &str) -> String {
        if self.options.color {
            format!("{style}{text}{style:#}")
        } else {
            text.to_owned()
        }
    }

    fn heading(&mut self, style: Style, text: &str) -> Result<()> {
        let heading = self.paint(style, text);
        writeln!(self.out, "{heading}\n")
    }

    fn width(&self, indent: usize) -> usize {
        self.options.width.max(40) - indent
    }

    fn conflicts(&mut self, report: &'a Report) -> Result<()> {
        let of = |verdict| {
            report
                .facts
                .iter()
                .filter(move |fact| fact.verdict == verdict)
        };
        if of("conflict").next().is_none() {
            self.heading(HEADING, words::no_conflicts(&report.summary))?;
        }
        let kinds = [
            ("conflict", CONFLICT, words::CONFLICTS),
            ("possible-conflict", DOUBT, words::POSSIBLE_CONFLICTS),
        ];
        for (verdict, style, heading) in kinds {
            for (number, fact) in of(verdict).enumerate() {
                if number == 0 {
                    self.heading(style, heading)?;
                }
                self.conflict(number + 1, style, fact)?;
            }
        }
        Ok(())
    }

    fn conflict(&mut self, number: usize, style: Style, fact: &'a Fact) -> Result<()> {
        let values = self.index.values(fact);
        let title = self.paint(
            style,
            &format!("{}: {}", visible(&fact.about), values.join(words::OR)),
        );
        writeln!(self.out, "{number}. {title}")?;
        let reason = words::kind_and_detail(fact, self.reason(fact).as_deref());
        writeln!(self.out, "   {}", visible(&reason))?;
        if fact.verdict != "conflict" {
            writeln!(self.out, "   {}", words::POSSIBLE_MEANS)?;
        }
        let support = words::better_supported(&fact.values, &values);
        if !support.is_empty() {
            writeln!(self.out, "   {support}")?;
        }
        if let Some(reason) = self.options.decisions().waived.get(&fact.id) {
            let waived = self.paint(HEADING, &visible(&words::waived(reason)));
            writeln!(self.out, "   {waived}")?;
        }
        writeln!(self.out)?;
        for (group, value) in fact.values.iter().zip(&values) {
            self.side(group, value)?;
        }
        let evidence = match grounds(fact, |sentence| self.index.told(&self.language, sentence)) {
            told if told.is_empty() => fact.evidence.join("; "),
            told => told.join("; "),
        };
        if !evidence.is_empty() {
            writeln!(self.out, "   {}: {}", words::SAME_FACT, visible(&evidence))?;
        }
        let identity = self.paint(QUIET, &visible(&words::identity(fact)));
        writeln!(self.out, "   {identity}\n")
    }

    /// The reason of a fact with its values as they are shown; `None` for a report that does not have it in parts.
    fn reason(&self, fact: &Fact) -> Option<String> {
        let reason = fact.telling.reason.as_ref()?;
        Some(self.index.told(&self.language, reason))
    }

    /// One value of a conflict: its first claim quoted, the places of the others.
    fn side(&mut self, group: &'a ValueGroup, value: &str) -> Result<()> {
        let claims = self.index.claims(&group.claims);
        let origins = words::count(group.origins, words::ORIGIN);
        let value = self.paint(HEADING, value);
        writeln!(self.out, "   {value}, {origins}")?;
        if let [first, others @ ..] = claims.as_slice() {
            self.quote(first)?;
            self.places(others)?;
        }
        writeln!(self.out)
    }

    fn quote(&mut self, claim: &Claim) -> Result<()> {
        let excerpt = Excerpt::of_claim(claim, self.width(7));
        let (gap, length) = excerpt.underline();
        let marks = self.paint(CONFLICT, &"^".repeat(length));
        let located = self.located(claim);
        writeln!(self.out, "     {located}")?;
        writeln!(
            self.out,
            "       {}{}{}",
            excerpt.before, excerpt.core, excerpt.after
        )?;
        writeln!(self.out, "       {}{marks}", " ".repeat(gap))
    }

    fn places(&mut self, claims: &[&Claim]) -> Result<()> {
        if claims.is_empty() {
            return Ok(());
        }
        let shown: Vec<_> = claims
            .iter()
            .take(PLACES)
            .map(|claim| place(claim))
            .collect();
        let places = self.paint(PLACE, &shown.join(", "));
        let rest = claims.len() - shown.len();
        let rest = if rest > 0 {
            format!(", {}", words::more(rest))
        } else {
            String::new()
        };
        writeln!(self.out, "     {} {places}{rest}", words::ALSO)
    }

    /// `file:line:column (publisher, date)`.
    fn located(&self, claim: &Claim) -> String {
        let place = self.paint(PLACE, &place(claim));
        match self.index.imprint(&claim.source) {
            imprint if imprint.is_empty() => place,
            imprint => format!("{place} ({imprint})"),
        }
    }

    /// A section of facts that need no quotes.
    fn brief(
        &mut self,
        report: &'a Report,
        verdict: &str,
        heading: &str,
        item: fn(&mut Self, &'a Fact) -> Result<()>,
    ) -> Result<()> {
        let facts: Vec<_> = report
            .facts
            .iter()
            .filter(|fact| fact.verdict == verdict)
            .collect();
        if facts.is_empty() {
            return Ok(());
        }
        self.heading(HEADING, heading)?;
        for fact in facts.iter().take(SHOWN) {
            item(self, fact)?;
        }
        self.rest(facts.len())
    }

    fn rest(&mut self, items: usize) -> Result<()> {
        if items > SHOWN {
            writeln!(self.out, "   {}", words::more(items - SHOWN))?;
        }
        writeln!(self.out)
    }

    fn update(&mut self, fact: &'a Fact) -> Result<()> {
        self.title(fact, words::THEN, &words::support(fact))?;
        for group in self.index.groups(fact) {
            let value = self.index.value(group);
            if let Some(first) = self.index.claims(&group.claims).first() {
                let located = self.located(first);
                writeln!(self.out, "     {value}  {located}")?;
            }
        }
        Ok(())
    }

    fn agreement(&mut self, fact: &'a Fact) -> Result<()> {
        self.title(fact, words::BESIDE, &words::support(fact))
    }

    fn compatible(&mut self, fact: &'a Fact) -> Result<()> {
        let reason = self.reason(fact);
        let reason = reason.as_deref().unwrap_or(fact.sentence());
        self.title(fact, words::BESIDE, &visible(reason))
    }

    fn title(&mut self, fact: &'a Fact, between: &str, text: &str) -> Result<()> {
        let title = self.paint(HEADING, &self.index.title(fact, between));
        writeln!(self.out, "   {title}: {text}")
    }

    fn duplicates(&mut self, duplicates: &'a [Duplicate]) -> Result<()> {
        if duplicates.is_empty() {
            return Ok(());
        }
        self.heading(HEADING, words::DUPLICATES)?;
        for duplicate in duplicates.iter().take(SHOWN) {
            self.duplicate(duplicate)?;
        }
        self.rest(duplicates.len())
    }

    fn duplicate(&mut self, duplicate: &'a Duplicate) -> Result<()> {
        let spans = &duplicate.spans;
        let alike = words::alike(duplicate.similarity);
        let passages = words::count(spans.len(), words::PASSAGE);
        let places: Vec<_> = spans
            .iter()
            .map(|at| format!("{}:{}:{}", visible(&at.source), at.line, at.column))
            .collect();
        let places = self.paint(PLACE, &places.join(", "));
        writeln!(
            self.out,
            "   {}, {alike}, {passages}: {places}",
            visible(&duplicate.class)
        )?;
        if let Some(first) = spans.first() {
            writeln!(self.out, "     “{}”", head(&first.text, self.width(7)))?;
        }
        if !duplicate.changes.is_empty() {
            let changes = duplicate.changes.iter();
            let changes: Vec<_> = changes
                .map(|c| words::replaced(&visible(&c.from), &visible(&c.to)))
                .collect();
            writeln!(self.out, "     {}: {}", words::CHANGED, changes.join(", "))?;
        }
        Ok(())
    }

    fn not_checked(&mut self, report: &Report) -> Result<()> {
        self.heading(HEADING, words::NOT_CHECKED)?;
        writeln!(self.out, "   {}", words::uncorroborated(&report.summary))?;
        writeln!(self.out, "   {}", visible(&words::ignored(&report.summary)))?;
        let sources = report.sources.iter();
        let notes = sources.flat_map(|source| source.remarks().map(move |note| (source, note)));
        let mut left = 0;
        for (number, (source, note)) in notes.enumerate() {
            if number >= REMARKS {
                left += 1;
                continue;
            }
            let line = note.line.map(|line| format!(":{line}")).unwrap_or_default();
            let at = self.paint(PLACE, &format!("{}{line}", visible(&source.source)));
            let (text, name) = (words::remark(note), visible(&note.name));
            writeln!(self.out, "   {at}: {} ({name})", visible(&text))?;
        }
        if left > 0 {
            writeln!(self.out, "   {}", words::more_remarks(left))?;
        }
        writeln!(self.out)
    }
}
