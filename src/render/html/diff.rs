//! Where two texts differ: by words for passages, by characters for figures.

use std::ops::Range;

use similar::{Algorithm, DiffOp, capture_diff_slices};
use unicode_segmentation::UnicodeSegmentation;

/// A stretch of words that both have, or only one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Side {
    Both,
    OnlyFirst,
    OnlyOther,
}

/// `first` and `other` as one text, word by word.
///
/// White space between two changed words belongs to both changes: one long change reads better than many short ones.
pub(super) fn words(first: &str, other: &str) -> Vec<(Side, String)> {
    let old: Vec<&str> = first.split_word_bounds().collect();
    let new: Vec<&str> = other.split_word_bounds().collect();
    let mut stretches = Stretches::default();
    for op in capture_diff_slices(Algorithm::Patience, &old, &new) {
        let (from, to) = (old[op.old_range()].concat(), new[op.new_range()].concat());
        match op {
            DiffOp::Equal { .. } => stretches.both(&from),
            _ => stretches.change(&from, &to),
        }
    }
    stretches.end();
    stretches.done
}

#[derive(Default)]
struct Stretches {
    done: Vec<(Side, String)>,
    first: String,
    other: String,
    /// White space behind the change at hand, which belongs to it if another follows.
    space: String,
}

impl Stretches {
    fn both(&mut self, text: &str) {
        let changing = !self.first.is_empty() || !self.other.is_empty();
        if changing && text.trim().is_empty() {
            self.space.push_str(text);
            return;
        }
        self.end();
        self.push(Side::Both, text);
    }

    fn change(&mut self, from: &str, to: &str) {
        for (side, text) in [(&mut self.first, from), (&mut self.other, to)] {
            side.push_str(&self.space);
            side.push_str(text);
        }
        self.space.clear();
    }

    fn end(&mut self) {
        let (first, other) = (
            std::mem::take(&mut self.first),
            std::mem::take(&mut self.other),
        );
        let space = std::mem::take(&mut self.space);
        self.push(Side::OnlyFirst, &first);
        self.push(Side::OnlyOther, &other);
        self.push(Side::Both, &space);
    }

    fn push(&mut self, side: Side, text: &str) {
        match self.done.last_mut() {
            _ if text.is_empty() => {}
            Some((last, known)) if *last == side => known.push_str(text),
            _ => self.done.push((side, text.to_owned())),
        }
    }
}

/// The bytes of `figure` between what it shares with `other` at its start and at its end; `None` where that is all or
/// nothing of it.
pub(super) fn odd_part(figure: &str, other: &str) -> Option<Range<usize>> {
    let (own, others): (Vec<&str>, Vec<&str>) = (
        figure.graphemes(true).collect(),
        other.graphemes(true).collect(),
    );
    let start = own.iter().zip(&others).take_while(|(a, b)| a == b).count();
    let end = own[start..]
        .iter()
        .rev()
        .zip(others.get(start..).unwrap_or(&[]).iter().rev())
        .take_while(|(a, b)| a == b)
        .count();
    let bytes = |graphemes: &[&str]| graphemes.iter().map(|g| g.len()).sum::<usize>();
    let range = bytes(&own[..start])..figure.len() - bytes(&own[own.len() - end..]);
    (!range.is_empty() && range.len() < figure.len()).then_some(range)
}
