use crate::text::{Cut, Derived, Span};

/// One passage as the format shows it, before anyone asks what it is.
#[derive(Debug, Clone)]
pub(super) struct Passage {
    /// Raw bytes without white space at either end; never empty.
    pub span: Span,
    pub shape: Shape,
    /// Whether an empty line stands before it.
    pub after_blank: bool,
    /// Markup inside it.
    pub cuts: Vec<Cut>,
}

/// What the markup says a passage is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Shape {
    /// Nothing: a line of plain text or a paragraph.
    Plain,
    /// A heading of that level, 1 to 6.
    Heading(u8),
    /// An item of a list or a row of a table.
    Item,
    /// A paragraph that is a picture.
    Picture,
    /// Code, tables, rulers, definitions of links.
    Furniture,
    /// Metadata at the head of the file.
    FrontMatter,
}

impl Passage {
    /// The text of the passage as matching sees it.
    pub fn derive(&self, raw: &str) -> Derived {
        Derived::with_cuts(raw, self.span, &self.cuts)
    }
}

/// `span` without white space at either end.
pub(super) fn trimmed(raw: &str, span: Span) -> Span {
    let slice = span.of(raw);
    let start = span.start + slice.len() - slice.trim_start().len();
    Span::new(start, start + slice.trim().len())
}
