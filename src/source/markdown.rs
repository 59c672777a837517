use pulldown_cmark::{Event, Options, Parser, Tag, TagEnd};

use super::passage::{Passage, Shape, trimmed};
use crate::text::{Cut, Span};

/// The passages of a CommonMark text: its headings, paragraphs, list items and table rows. Inline markup becomes cuts:
/// the words of a link stay, its address goes. Passages that touch `left_out` are not read.
pub(super) fn passages(raw: &str, front_matter: Span, left_out: &[Span]) -> Vec<Passage> {
    let mark = if raw.starts_with('\u{FEFF}') {
        '\u{FEFF}'.len_utf8()
    } else {
        0
    };
    let body = front_matter.end.max(mark);
    let mut leaves = Leaves::default();
    let options =
        Options::ENABLE_TABLES | Options::ENABLE_STRIKETHROUGH | Options::ENABLE_FOOTNOTES;
    for (event, range) in Parser::new_ext(&raw[body..], options).into_offset_iter() {
        leaves.take(raw, &event, Span::new(body + range.start, body + range.end));
    }
    leaves.close();
    let mut placed = Vec::new();
    if !front_matter.is_empty() {
        placed.push(Passage {
            span: front_matter,
            shape: Shape::FrontMatter,
            after_blank: false,
            cuts: Vec::new(),
        });
    }
    place(raw, body, leaves.done, &mut placed);
    let mut before = 0;
    placed.retain_mut(|passage| {
        passage.after_blank = raw[before..passage.span.start].matches('\n').count() > 1;
        before = passage.span.end;
        !left_out.iter().any(|line| line.overlaps(passage.span))
    });
    placed
}

/// A block without blocks inside it.
#[derive(Debug)]
struct Leaf {
    shape: Shape,
    /// What is shown of it, in order; a cut that reads as nothing else is shown as it stands.
    shown: Vec<Cut>,
}

#[derive(Debug, Default)]
struct Leaves {
    done: Vec<Leaf>,
    shown: Vec<Cut>,
    shape: Option<Shape>,
    /// The next leaf is the first of a list item.
    in_item: bool,
    /// The next text is the first of a table cell.
    in_cell: bool,
    pictures: usize,
    /// Whether text stands outside the pictures.
    beside_pictures: bool,
}

impl Leaves {
    fn take(&mut self, raw: &str, event: &Event<'_>, span: Span) {
        match event {
            Event::Start(Tag::Image { .. }) => self.pictures += 1,
            Event::End(TagEnd::Image) => self.pictures -= 1,
            Event::Start(Tag::TableCell) => self.in_cell = true,
            Event::Start(tag) if is_block(tag) => {
                self.close();
                match tag {
                    Tag::Heading { level, .. } => self.shape = Some(Shape::Heading(*level as u8)),
                    Tag::CodeBlock(_) => self.shape = Some(Shape::Furniture),
                    Tag::Item => self.in_item = true,
                    Tag::TableHead | Tag::TableRow => self.shape = Some(Shape::Item),
                    _ => {}
                }
            }
            Event::End(end) if is_block_end(*end) => self.close(),
            Event::Text(text) => self.show(raw, text, span),
            Event::Code(_) => {
                // The raw bytes, for a line end in code is shown as a space.
                let marked = span.of(raw);
                let start = span.start + marked.len() - marked.trim_start_matches('`').len();
                let code = Span::new(start, start + marked.trim_matches('`').len());
                self.show(raw, code.of(raw), code);
            }
            Event::SoftBreak | Event::HardBreak => self.shown.push(Cut {
                span,
                read_as: Some(' '),
            }),
            Event::InlineHtml(tag) if tag.starts_with("<br") => self.shown.push(Cut {
                span,
                read_as: Some(' '),
            }),
            _ => {}
        }
    }

    /// Shows `text`, which the bytes of `span` stand for.
    fn show(&mut self, raw: &str, text: &str, span: Span) {
        if let (true, Some(last)) = (self.in_cell, self.shown.last()) {
            self.shown.push(Cut {
                span: Span::new(last.span.end, span.start),
                read_as: Some('|'),
            });
        }
        self.in_cell = false;
        self.beside_pictures |= self.pictures == 0;
        // Otherwise it is an entity; of the few that stand for two characters the first is read.
        let read_as = if span.of(raw) == text {
            None
        } else {
            text.chars().next()
        };
        self.shown.push(Cut { span, read_as });
    }

    fn close(&mut self) {
        let shape = self.shape.take();
        let beside_pictures = std::mem::take(&mut self.beside_pictures);
        self.in_cell = false;
        if self.shown.is_empty() {
            return;
        }
        let item = std::mem::take(&mut self.in_item);
        let shape = match shape {
            Some(shape) => shape,
            None if !beside_pictures => Shape::Picture,
            None if item => Shape::Item,
            None => Shape::Plain,
        };
        self.done.push(Leaf {
            shape,
            shown: std::mem::take(&mut self.shown),
        });
    }
}

fn is_block(tag: &Tag<'_>) -> bool {
    is_block_end(tag.to_end())
}

fn is_block_end(tag: TagEnd) -> bool {
    !matches!(
        tag,
        TagEnd::Emphasis
            | TagEnd::Strong
            | TagEnd::Strikethrough
            | TagEnd::Link
            | TagEnd::Image
            | TagEnd::TableCell
    )
}

/// Gives every byte from `body` to the end to a passage: what a leaf shows with the markup on its first and last line,
/// and the lines between leaves (fences, rulers, definitions of links, HTML) to passages of their own.
fn place(raw: &str, body: usize, leaves: Vec<Leaf>, placed: &mut Vec<Passage>) {
    let mut from = body;
    for (index, leaf) in leaves.iter().enumerate() {
        let (Some(first), Some(last)) = (leaf.shown.first(), leaf.shown.last()) else {
            continue;
        };
        let (first, last) = (first.span.start.max(from), last.span.end.max(from));
        let line_start = raw[from..first]
            .rfind('\n')
            .map_or(from, |at| from + at + 1);
        furniture(raw, Span::new(from, line_start), placed);
        let next = leaves
            .get(index + 1)
            .and_then(|next| next.shown.first())
            .map_or(raw.len(), |next| next.span.start);
        // Two leaves on one line share it at the start of the second.
        let end = raw[last..next.max(last)]
            .find('\n')
            .map_or(next.max(last), |at| last + at);
        let span = trimmed(raw, Span::new(line_start, end));
        if !span.is_empty() {
            let cuts = cuts_around(span, &leaf.shown);
            placed.push(Passage {
                span,
                shape: leaf.shape,
                after_blank: false,
                cuts,
            });
        }
        from = end;
    }
    furniture(raw, Span::new(from, raw.len()), placed);
}

fn furniture(raw: &str, span: Span, placed: &mut Vec<Passage>) {
    let span = trimmed(raw, span);
    if !span.is_empty() {
        placed.push(Passage {
            span,
            shape: Shape::Furniture,
            after_blank: false,
            cuts: Vec::new(),
        });
    }
}

/// The cuts that leave of `span` only what is shown.
fn cuts_around(span: Span, shown: &[Cut]) -> Vec<Cut> {
    let mut cuts = Vec::new();
    let mut from = span.start;
    for part in shown.iter().filter(|part| span.overlaps(part.span)) {
        // White space at the ends of the passage may belong to a part that is shown.
        let inside = Span::new(part.span.start.max(span.start), part.span.end.min(span.end));
        let part = &Cut {
            span: inside,
            ..*part
        };
        if part.span.start > from {
            cuts.push(Cut {
                span: Span::new(from, part.span.start),
                read_as: None,
            });
        }
        if part.read_as.is_some() && part.span.start >= from {
            cuts.push(*part);
        }
        from = from.max(part.span.end);
    }
    if span.end > from {
        cuts.push(Cut {
            span: Span::new(from, span.end),
            read_as: None,
        });
    }
    cuts
}
