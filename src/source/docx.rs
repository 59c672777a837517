//! Word documents (Office Open XML, ECMA-376): the text as it reads when every tracked change is accepted.

use super::archive::Archive;
use super::charset;
use super::extract::Extract;
use super::passage::Shape;
use super::xml::{self, Element, Step};
use super::{Limits, Note, Saying, note};

/// The text of the document `bytes`: paragraphs, items, rows of tables, then foot notes and end notes.
///
/// The error says why there is none. A document that breaks off gives what stands before the break, and a note.
pub(super) fn extract(bytes: &[u8], limits: &Limits) -> Result<Extract, Saying> {
    let mut archive = Archive::open(bytes, limits)?;
    let document = match archive.read_named("word/document.xml") {
        Some(document) => document?,
        None => return Err(Saying::new("the archive holds no Word document")),
    };
    let mut extract = Extract::default();
    let mut parts = vec![Ok(document)];
    for name in ["word/footnotes.xml", "word/endnotes.xml"] {
        parts.extend(archive.read_named(name));
    }
    let mut changes = 0;
    for part in parts {
        match part.and_then(|xml| read_part(xml, &mut extract, limits)) {
            Ok(found) => changes += found,
            Err(why) => extract.notes.push(Note::new(
                note::SOURCE_DAMAGED,
                Saying::new("{why}; what stands before it was read").with("why", why),
            )),
        }
    }
    if changes > 0 {
        let says = Saying::new(
            "{changes} tracked changes were read as accepted: what they delete was left out",
        );
        let says = says.with("changes", changes);
        extract.notes.push(Note::new(note::TRACKED_CHANGES, says));
    }
    if let Some(Ok(core)) = archive.read_named("docProps/core.xml") {
        properties(core, &mut extract);
    }
    extract.finish(limits);
    Ok(extract)
}

/// Reads one part of a document; tells how many changes are tracked in it.
fn read_part(xml: Vec<u8>, extract: &mut Extract, limits: &Limits) -> Result<usize, Saying> {
    let declared = charset::declared(&xml);
    let xml = charset::decode(xml, declared.as_deref()).map_err(|note| note.says)?;
    let mut part = Part {
        extract,
        limits,
        run: String::new(),
        shape: Shape::Plain,
        skipping: 0,
        in_text: false,
        hidden: false,
        table: Vec::new(),
        changes: 0,
    };
    let done = xml::walk(&xml.text, |step| part.take(step));
    part.end_paragraph();
    done.map(|()| part.changes)
}

struct Part<'e> {
    extract: &'e mut Extract,
    limits: &'e Limits,
    run: String,
    shape: Shape,
    /// Elements around the place whose text does not count.
    skipping: usize,
    in_text: bool,
    hidden: bool,
    /// The tables around the place, the innermost last.
    table: Vec<Table>,
    changes: usize,
}

#[derive(Default)]
struct Table {
    headers: Vec<String>,
    cells: Vec<String>,
    /// Whether the row is marked as one of headers.
    is_head: bool,
    first_row_is_head: bool,
}

/// Elements whose text is gone or stands elsewhere too.
fn is_skipped(name: &str) -> bool {
    matches!(
        name,
        "del" | "moveFrom" | "Fallback" | "instrText" | "delText" | "pict"
    )
}

impl Part<'_> {
    fn take(&mut self, step: Step<'_>) {
        match step {
            Step::Start(element) => {
                if is_skipped(&element.name) {
                    self.skipping += 1;
                }
                self.start(&element);
            }
            Step::End(name) => {
                if is_skipped(&name) {
                    self.skipping = self.skipping.saturating_sub(1);
                }
                self.end(&name);
            }
            Step::Text(text) => {
                if self.in_text && self.skipping == 0 && !self.hidden {
                    self.run.push_str(&text);
                }
            }
        }
    }

    fn start(&mut self, element: &Element<'_>) {
        match element.name.as_str() {
            "ins" | "del" | "moveFrom" | "moveTo" => self.changes += 1,
            "p" => {
                self.end_paragraph();
                self.shape = Shape::Plain;
            }
            "pStyle" => {
                if let Some(shape) = element.attribute("val").and_then(|style| shape_of(&style)) {
                    self.shape = shape;
                }
            }
            "numPr" if self.shape == Shape::Plain => self.shape = Shape::Item,
            "r" => self.hidden = false,
            "vanish" => {
                self.hidden = element
                    .attribute("val")
                    .is_none_or(|on| on != "0" && on != "false")
            }
            "t" => self.in_text = true,
            "tab" | "br" | "cr" if self.skipping == 0 => self.run.push(' '),
            "noBreakHyphen" if self.skipping == 0 => self.run.push('-'),
            "tbl" => {
                self.end_paragraph();
                if self.table.len() < self.limits.nesting {
                    self.table.push(Table::default());
                }
            }
            "tblLook" => {
                let first = element
                    .attribute("firstRow")
                    .is_some_and(|on| on == "1" || on == "true");
                if let Some(table) = self.table.last_mut() {
                    table.first_row_is_head = first;
                }
            }
            "tblHeader" => {
                if let Some(table) = self.table.last_mut() {
                    table.is_head = true;
                }
            }
            "tc" => {
                if let Some(table) = self.table.last_mut() {
                    table.cells.push(String::new());
                }
            }
            _ => {}
        }
    }

    fn end(&mut self, name: &str) {
        match name {
            "t" => self.in_text = false,
            "p" => self.end_paragraph(),
            "tr" => self.end_row(),
            "tbl" => {
                self.end_row();
                self.table.pop();
            }
            _ => {}
        }
    }

    fn end_paragraph(&mut self) {
        let text = std::mem::take(&mut self.run);
        let cell = self
            .table
            .last_mut()
            .and_then(|table| table.cells.last_mut());
        match cell {
            Some(cell) => {
                if !cell.is_empty() && !text.trim().is_empty() {
                    cell.push(' ');
                }
                cell.push_str(text.trim());
            }
            None => self.extract.push(&text, self.shape, self.limits),
        }
        self.shape = Shape::Plain;
    }

    /// As the rows of a page: a cell says the header of its column before what it holds.
    fn end_row(&mut self) {
        let Some(table) = self.table.last_mut() else {
            return;
        };
        let cells = std::mem::take(&mut table.cells);
        if cells.is_empty() {
            return;
        }
        let first = table.headers.is_empty();
        let is_head = std::mem::take(&mut table.is_head) || first && table.first_row_is_head;
        let shown: Vec<String> = cells
            .iter()
            .enumerate()
            .filter(|(_, cell)| !cell.is_empty())
            .map(|(at, cell)| match table.headers.get(at) {
                Some(header) if !is_head && !header.is_empty() => format!("{header}: {cell}"),
                _ => cell.clone(),
            })
            .collect();
        if first {
            table.headers = if is_head {
                cells
            } else {
                // The first row was none of headers, and no later one is.
                vec![String::new()]
            };
        }
        self.extract
            .push(&shown.join(" | "), Shape::Item, self.limits);
    }
}

/// By the identifiers that Word gives to its built-in styles whatever the language.
fn shape_of(style: &str) -> Option<Shape> {
    let style = style.to_ascii_lowercase();
    let level = style
        .strip_prefix("heading")
        .and_then(|level| level.trim().parse::<u8>().ok());
    match style.as_str() {
        "title" => Some(Shape::Heading(1)),
        "subtitle" => Some(Shape::Plain),
        "caption" => Some(Shape::Picture),
        "listparagraph" => Some(Shape::Item),
        _ => level.map(|level| Shape::Heading(level.clamp(1, 6))),
    }
}

/// Who wrote the document and when it was changed. Its title is that of the template too often to be believed.
fn properties(xml: Vec<u8>, extract: &mut Extract) {
    let Ok(xml) = charset::decode(xml, None) else {
        return;
    };
    let mut inside = String::new();
    let _ = xml::walk(&xml.text, |step| match step {
        Step::Start(element) => inside = element.name,
        Step::End(_) => inside.clear(),
        Step::Text(text) => {
            let field = match inside.as_str() {
                "creator" => "author",
                "modified" => "modified",
                "language" => "language",
                _ => return,
            };
            extract.meta.tell(field, &text, "document properties");
        }
    });
}
