use std::ops::Range;

use super::block::{Guess, Item};

/// Fewest words of a paragraph that shows that the story goes on.
const PARAGRAPH_WORDS: usize = 20;
/// Most lines of a box of headlines inside a story.
const BOX_LINES: usize = 8;

/// The stretches of `items` that belong to other stories: after a line that says so, up to the end, or up to where
/// the story goes on when it is a box of headlines inside it.
pub(super) fn find(items: &[Item], from: usize) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    let mut at = from;
    let opens =
        |index: &usize| items[*index].guess == Guess::Tail && !is_section(items, from, *index);
    while let Some(opener) = (at..items.len()).find(opens) {
        let end = resumes(items, opener + 1).unwrap_or(items.len());
        found.push(opener..end);
        at = end;
    }
    found
}

/// Whether a line names the section of the page: the story begins right below it, and nothing of it stands above.
fn is_section(items: &[Item], from: usize, at: usize) -> bool {
    let next = items[at + 1..]
        .iter()
        .find(|item| item.guess != Guess::Furniture);
    next.is_some_and(is_running) && !items[from..at].iter().any(is_running)
}

/// Where running text follows a few headlines: two paragraphs in a row, for a list of headlines with summaries has a
/// headline before each.
fn resumes(items: &[Item], from: usize) -> Option<usize> {
    let next = (from..items.len()).find(|&index| is_running(&items[index]))?;
    let goes_on = items.get(next + 1).is_some_and(is_running);
    let short_box = next > from && next - from <= BOX_LINES;
    (goes_on && short_box).then_some(next)
}

fn is_running(item: &Item) -> bool {
    item.guess == Guess::Paragraph
        && item.line.words >= PARAGRAPH_WORDS
        && item.line.ends_sentence()
}
