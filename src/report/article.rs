//! The text of an article, for renderers that show it in full.

use super::Span;

/// An article as it lies on disk, and which parts of it a reader sees.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct ArticleText {
    /// The raw text: the spans of the report are bytes of it. Empty in a report that was read from JSON.
    pub raw: String,
    /// Its passages, in the order of the text.
    pub blocks: Vec<TextBlock>,
}

/// One passage of an article.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TextBlock {
    /// As in [`Claim::block`](super::Claim::block).
    pub kind: String,
    /// Its raw bytes.
    pub span: Span,
    /// Markup inside `span` that shows nothing, in order.
    pub markup: Vec<Span>,
}

impl ArticleText {
    /// The raw bytes of `span` without markup, in order.
    pub fn shown(&self, span: Span) -> Vec<Span> {
        let first = self
            .blocks
            .partition_point(|block| block.span.end <= span.start);
        let blocks = self.blocks[first..]
            .iter()
            .take_while(|block| block.span.start < span.end);
        let mut shown = Vec::new();
        let mut from = span.start;
        for markup in blocks.flat_map(|block| &block.markup) {
            if markup.end <= from || markup.start >= span.end {
                continue;
            }
            if markup.start > from {
                shown.push(Span::new(from, markup.start));
            }
            from = markup.end;
        }
        if from < span.end {
            shown.push(Span::new(from, span.end));
        }
        shown
    }

    /// The text of `span` without markup; white space stays as it is.
    pub fn text(&self, span: Span) -> String {
        self.shown(span)
            .into_iter()
            .map(|part| part.of(&self.raw))
            .collect()
    }
}
