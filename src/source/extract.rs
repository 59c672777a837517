use super::passage::{Passage, Shape};
use super::{Limits, Metadata, Note, Saying};
use crate::text::Span;

/// The text of a file whose own bytes are no running text, put together block by block. Spans are bytes of this text.
#[derive(Debug, Default)]
pub(super) struct Extract {
    pub text: String,
    pub passages: Vec<Passage>,
    /// What the file says of itself, with where it says so.
    pub meta: Metadata,
    pub notes: Vec<Note>,
    /// Whether the text is not byte for byte that of the file.
    pub converted: bool,
    /// What the limits kept out.
    pub cut: Cut,
}

/// Which limit the text reached.
#[derive(Debug, Default, Clone, Copy, PartialEq, Eq)]
pub(super) enum Cut {
    #[default]
    None,
    Bytes,
    Blocks,
}

impl Extract {
    /// Adds a block. White space inside it becomes one space each; a block without text is none. Items follow each
    /// other line by line, other blocks stand apart.
    pub fn push(&mut self, text: &str, shape: Shape, limits: &Limits) {
        // Only what HTML counts as white space is one: a no-break space stays.
        let text = text.trim();
        if text.is_empty() || self.cut != Cut::None {
            return;
        }
        if self.passages.len() >= limits.blocks {
            self.cut = Cut::Blocks;
            return;
        }
        if self.text.len() + text.len() > limits.text_bytes {
            self.cut = Cut::Bytes;
            return;
        }
        let close = shape == Shape::Item
            && self
                .passages
                .last()
                .is_some_and(|last| last.shape == Shape::Item);
        if !self.text.is_empty() {
            self.text.push_str(if close { "\n" } else { "\n\n" });
        }
        let start = self.text.len();
        for (number, word) in text.split_ascii_whitespace().enumerate() {
            if number > 0 {
                self.text.push(' ');
            }
            self.text.push_str(word);
        }
        self.passages.push(Passage {
            span: Span::new(start, self.text.len()),
            shape,
            after_blank: !close && start > 0,
            cuts: Vec::new(),
        });
    }

    /// Tells what was left out, once all blocks are there.
    pub fn finish(&mut self, limits: &Limits) {
        let note = match self.cut {
            Cut::None => return,
            Cut::Bytes => {
                let says = Saying::new(
                    "the text is longer than {most} bytes; what stands behind was left out",
                );
                Note::of_limit("text-bytes", says.with("most", limits.text_bytes))
            }
            Cut::Blocks => {
                let says =
                    Saying::new("there are more than {most} blocks; those behind were left out");
                Note::of_limit("blocks", says.with("most", limits.blocks))
            }
        };
        self.notes.push(note);
    }
}
