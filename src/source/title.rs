use std::collections::BTreeSet;

use super::block::{Guess, Item};
use super::line::{Line, folded, is_counter, words_of};
use super::passage::Shape;

/// Most words of a headline. Syllables count as words in languages that write them apart.
const LONGEST: usize = 40;
/// Fewest words by which a line is a headline although others follow.
const SHORTEST: usize = 4;

/// Which of `items` is the headline: the one that says what `known` says, else the one that the markup names, else a
/// short line without a full stop before the first paragraph. Of several such lines the first counts, unless it has
/// nothing to do with the text and a later one has.
pub(super) fn find(items: &[Item], known: Option<&str>) -> Option<usize> {
    if let Some(found) = known.and_then(|known| matching(items, known)) {
        return Some(found);
    }
    if let Some(heading) = items
        .iter()
        .position(|item| item.shape == Shape::Heading(1))
    {
        return Some(heading);
    }
    let first_paragraph = items.iter().position(is_paragraph).unwrap_or(items.len());
    let candidates: Vec<usize> = (0..first_paragraph)
        .filter(|&index| is_candidate(&items[index]))
        .collect();
    let repeated = |&&index: &&usize| {
        let others = items[index + 1..]
            .iter()
            .filter_map(|item| item.line.after_title(&items[index].line));
        items[index].line.words >= SHORTEST && others.into_iter().any(is_counter)
    };
    if let Some(&title) = candidates.iter().find(repeated) {
        return Some(title);
    }
    let mut long = candidates
        .iter()
        .copied()
        .filter(|&index| items[index].line.words >= SHORTEST);
    let Some(first) = long.next() else {
        return candidates
            .into_iter()
            .max_by_key(|&index| (items[index].line.words, std::cmp::Reverse(index)));
    };
    if long.clone().next().is_none() {
        return Some(first);
    }
    let lead = lead_words(&items[first_paragraph..]);
    let shared = |index: usize| items[index].line.shared_words(&lead);
    let better = long.find(|&index| shared(first) < 340 && shared(index) >= 600);
    Some(better.unwrap_or(first))
}

fn matching(items: &[Item], known: &str) -> Option<usize> {
    let known = folded(known);
    let known_words: BTreeSet<&str> = words_of(&known).collect();
    let says_it = |line: &Line| {
        line.folded == known
            || (line.words <= LONGEST
                && line.words * 10 >= known_words.len() * 8
                && known_words.len() * 10 >= line.words * 6
                && line.shared_words(&known_words) >= 800)
    };
    items
        .iter()
        .position(|item| item.line.folded == known)
        .or_else(|| items.iter().position(|item| says_it(&item.line)))
}

fn is_paragraph(item: &Item) -> bool {
    item.guess == Guess::Paragraph
        && ((item.line.words >= 12 && item.line.ends_in_full_stop()) || item.line.words > LONGEST)
}

fn is_candidate(item: &Item) -> bool {
    matches!(item.guess, Guess::Paragraph | Guess::Topic)
        && (1..=LONGEST).contains(&item.line.words)
        && !item.line.ends_in_full_stop()
        && item.line.mostly_words()
}

/// The words of the first paragraphs.
fn lead_words(items: &[Item]) -> BTreeSet<&str> {
    items
        .iter()
        .filter(|item| item.guess == Guess::Paragraph)
        .take(3)
        .flat_map(|item| words_of(&item.line.folded))
        .collect()
}
