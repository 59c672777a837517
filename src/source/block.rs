//! What each passage is, by its shape, its place and the cues of the packs.

use super::BlockKind;
use super::cue::{CueKind, Cues};
use super::line::{Line, is_counter};
use super::passage::Shape;
use super::{tail, title};

/// Most words of a line that can be a piece of page furniture or a name.
const SHORT: usize = 3;
/// Fewest words of a headline of another story.
const HEADLINE: usize = 4;

/// A passage, and what it looks like by itself.
#[derive(Debug)]
pub(super) struct Item {
    pub line: Line,
    pub shape: Shape,
    pub after_blank: bool,
    pub guess: Guess,
}

/// What a passage looks like before its place is known.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Guess {
    Paragraph,
    ListItem,
    Caption,
    Meta,
    Furniture,
    Tail,
    Teaser,
    Topic,
}

/// The kind of each block, and whether it belongs to another story.
pub(super) type Kinds = Vec<(BlockKind, bool)>;

/// Chooses the kinds. `known_title` is the title given from outside. Also tells which item is the title.
pub(super) fn kinds(
    mut items: Vec<Item>,
    cues: &Cues,
    known_title: Option<&str>,
) -> (Kinds, Option<usize>) {
    for item in &mut items {
        item.guess = guess(item, cues);
    }
    mark_stamped_lines(&mut items);
    mark_credited_captions(&mut items);
    let title = title::find(&items, known_title);
    if let Some(kinds) = topic_page(&items, title, known_title) {
        return kinds;
    }
    let start = title.map_or(0, |title| title + 1);
    let mut kinds = above(&items[..title.unwrap_or(0)]);
    if title.is_some() {
        kinds.push((BlockKind::Title, false));
    }
    kinds.extend(
        items[start..]
            .iter()
            .map(|item| (inside(item), item.guess == Guess::Teaser)),
    );
    mark_repeated_title(&items, title, &mut kinds);
    let tails = tail::find(&items, start);
    for index in tails.iter().flat_map(Clone::clone) {
        kinds[index] = (below(&items[index]), true);
    }
    let story_end = tails
        .iter()
        .find(|tail| tail.end == items.len())
        .map_or(items.len(), |tail| tail.start);
    mark_closing_names(&items[..story_end], start, &mut kinds);
    mark_lede(&items[..story_end], start, &mut kinds);
    (kinds, title)
}

fn guess(item: &Item, cues: &Cues) -> Guess {
    let line = &item.line;
    match item.shape {
        Shape::Furniture => return Guess::Furniture,
        Shape::FrontMatter => return Guess::Meta,
        Shape::Picture => return Guess::Caption,
        Shape::Plain | Shape::Heading(_) | Shape::Item => {}
    }
    if line.words == 0 {
        return Guess::Furniture;
    }
    match cues.find(line) {
        Some(CueKind::Caption) => return Guess::Caption,
        Some(CueKind::Meta) => return Guess::Meta,
        Some(CueKind::Furniture) => return Guess::Furniture,
        Some(CueKind::Tail) => return Guess::Tail,
        Some(CueKind::Teaser) => return Guess::Teaser,
        Some(CueKind::Topic) => return Guess::Topic,
        None => {}
    }
    if item.shape == Shape::Item {
        return Guess::ListItem;
    }
    if line.in_square_brackets() || line.starts_with_arrow() {
        return if line.words >= HEADLINE {
            Guess::Teaser
        } else {
            Guess::Furniture
        };
    }
    if (line.in_round_brackets() && line.words <= 15) || line.is_address() || line.is_clock() {
        return Guess::Meta;
    }
    if line.is_trail() {
        return Guess::Furniture;
    }
    if line.is_date_line() {
        return Guess::Meta;
    }
    if line.is_item() {
        Guess::ListItem
    } else {
        Guess::Paragraph
    }
}

/// Lines that start with a time are a list when one follows another.
fn mark_stamped_lines(items: &mut [Item]) {
    let stamped: Vec<bool> = items
        .iter()
        .map(|item| item.guess == Guess::Paragraph && item.line.is_stamped())
        .collect();
    for (index, item) in items.iter_mut().enumerate() {
        let neighbour =
            |at: Option<usize>| at.and_then(|at| stamped.get(at)).copied().unwrap_or(false);
        if stamped[index] && (neighbour(index.checked_sub(1)) || neighbour(Some(index + 1))) {
            item.guess = Guess::ListItem;
        }
    }
}

/// A line under a picture whose credit has a line of its own, directly below it, in a text of spaced paragraphs.
fn mark_credited_captions(items: &mut [Item]) {
    let spaced = items.iter().filter(|item| item.after_blank).count() * 2 > items.len();
    for index in 1..items.len() {
        let credit = &items[index];
        let alone = credit.guess == Guess::Caption && credit.line.words <= 6 && !credit.after_blank;
        if spaced
            && alone
            && index > 1
            && items[index - 1].guess == Guess::Paragraph
            && items[index - 1].after_blank
        {
            items[index - 1].guess = Guess::Caption;
        }
    }
}

/// What stands above the title is navigation.
fn above(items: &[Item]) -> Kinds {
    let mut under_heading = false;
    let mut kinds = Kinds::with_capacity(items.len());
    for item in items {
        let kind = match item.guess {
            // The items under a heading of the page are part of the page.
            Guess::ListItem if under_heading => BlockKind::Boilerplate,
            Guess::ListItem => BlockKind::ListItem,
            Guess::Meta => BlockKind::Meta,
            Guess::Teaser => BlockKind::Teaser,
            Guess::Caption => BlockKind::Caption,
            Guess::Paragraph if item.line.words >= 2 * HEADLINE => BlockKind::Teaser,
            Guess::Paragraph | Guess::Furniture | Guess::Tail | Guess::Topic => {
                BlockKind::Boilerplate
            }
        };
        under_heading = kind == BlockKind::Boilerplate;
        kinds.push((kind, true));
    }
    kinds
}

fn inside(item: &Item) -> BlockKind {
    match item.guess {
        Guess::Paragraph | Guess::Topic => BlockKind::Body,
        Guess::ListItem => BlockKind::ListItem,
        Guess::Caption => BlockKind::Caption,
        Guess::Meta => BlockKind::Meta,
        Guess::Teaser => BlockKind::Teaser,
        Guess::Furniture | Guess::Tail => BlockKind::Boilerplate,
    }
}

fn below(item: &Item) -> BlockKind {
    match item.guess {
        Guess::Caption => BlockKind::Caption,
        Guess::Meta if item.line.words < 2 * HEADLINE => BlockKind::Meta,
        Guess::Tail | Guess::Furniture => BlockKind::Boilerplate,
        _ if item.line.words < HEADLINE => BlockKind::Boilerplate,
        _ => BlockKind::Teaser,
    }
}

/// The title once more is a title; the title with the counter of a picture is its caption.
fn mark_repeated_title(items: &[Item], title: Option<usize>, kinds: &mut Kinds) {
    let Some(title) = title else { return };
    for index in title + 1..items.len() {
        match items[index].line.after_title(&items[title].line) {
            Some("") => kinds[index].0 = BlockKind::Title,
            Some(rest) if is_counter(rest) => kinds[index].0 = BlockKind::Caption,
            _ => {}
        }
    }
}

/// Authors and agencies stand at the end of a story, in lines of their own.
fn mark_closing_names(story: &[Item], start: usize, kinds: &mut Kinds) {
    for index in (start..story.len()).rev() {
        match kinds[index].0 {
            BlockKind::Body if story[index].line.is_name() => kinds[index].0 = BlockKind::Meta,
            BlockKind::Meta | BlockKind::Boilerplate | BlockKind::Teaser | BlockKind::Caption => {}
            _ => return,
        }
    }
}

/// The first paragraph is the lede, unless a list comes before it. Names and scraps between title and lede are no text.
fn mark_lede(story: &[Item], start: usize, kinds: &mut Kinds) {
    for index in start..story.len() {
        let line = &story[index].line;
        match kinds[index].0 {
            BlockKind::Body if line.is_name() => kinds[index].0 = BlockKind::Meta,
            // A text of one line has no other body.
            BlockKind::Body if line.words <= SHORT && story.len() > 1 => {
                kinds[index].0 = BlockKind::Boilerplate
            }
            BlockKind::Body => {
                kinds[index].0 = BlockKind::Lede;
                return;
            }
            BlockKind::ListItem => return,
            _ => {}
        }
    }
}

/// A page of teasers: below a title that says so, or without one, lines of about a length that follow each other
/// without empty lines between them, each a story of its own.
fn topic_page(
    items: &[Item],
    title: Option<usize>,
    known_title: Option<&str>,
) -> Option<(Kinds, Option<usize>)> {
    let named = title.filter(|&title| items[title].guess == Guess::Topic);
    let headlines = known_title.is_none() && only_headlines(items);
    if named.is_none() && !headlines && (title.is_some() || !is_page_of_teasers(items)) {
        return None;
    }
    let start = named.map_or(0, |title| title + 1);
    let mut kinds = above(&items[..named.unwrap_or(0)]);
    kinds.extend(named.map(|_| (BlockKind::Title, false)));
    kinds.extend(items[start..].iter().map(|item| match item.guess {
        Guess::Paragraph | Guess::ListItem => (BlockKind::Teaser, false),
        _ => (inside(item), item.guess == Guess::Teaser),
    }));
    Some((kinds, named))
}

fn is_page_of_teasers(items: &[Item]) -> bool {
    let lines = || items.iter().filter(|item| item.guess != Guess::Furniture);
    let quotes = ['"', '“', '”', '«', '-'];
    let alike = |item: &Item| {
        item.guess == Guess::Paragraph
            && (8..=90).contains(&item.line.words)
            && item.line.ends_sentence()
            && !item.line.text.starts_with(quotes)
            && !item.line.text.ends_with(quotes)
            && item.line.text.matches(". ").count() <= 2
    };
    lines().count() >= 4
        && lines().all(alike)
        && items.iter().filter(|item| item.after_blank).count() <= 1
}

/// Whether there is no running text at all, only four headlines or more.
fn only_headlines(items: &[Item]) -> bool {
    let is_headline = |item: &&Item| {
        item.guess == Guess::Paragraph && item.line.words >= HEADLINE && !item.line.ends_sentence()
    };
    let headlines = items.iter().filter(is_headline).count();
    headlines >= 4
        && headlines * 5 >= items.len() * 4
        && items.iter().all(|item| item.line.words <= 30)
}
