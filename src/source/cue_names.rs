//! What the cues of a pack make of a line by itself, to hold the samples of the pack against.

use super::cue::{CueKind, Cues};
use super::line::Line;
use crate::pack::Pack;
use crate::text::{Derived, Span};

/// The cues of one pack.
#[derive(Debug)]
pub(crate) struct CueNames {
    cues: Cues,
}

impl CueNames {
    pub(crate) fn of(pack: &Pack) -> Self {
        Self {
            cues: Cues::new([pack]),
        }
    }

    /// What the strongest cue makes of `line`, as `block` of the packs names it, or "tail".
    pub(crate) fn find(&self, line: &str) -> Option<&'static str> {
        let line = Derived::new(line, Span::new(0, line.len()));
        self.cues.find(&Line::new(&line)).map(|kind| match kind {
            CueKind::Caption => "caption",
            CueKind::Meta => "meta",
            CueKind::Furniture => "boilerplate",
            CueKind::Tail => "tail",
            CueKind::Teaser => "teaser",
            CueKind::Topic => "topic",
        })
    }
}
