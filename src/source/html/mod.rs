//! Saved web pages: the main text by block, and what the page says of itself.

mod head;
mod role;
mod scan;
mod table;
mod walk;

use std::collections::BTreeSet;

use dom_query::Document;
use dom_smoothie::{Config, Readability};

use super::extract::Extract;
use super::passage::Shape;
use super::{Limits, Note, Saying};
use role::Roles;
use scan::{Excess, Piece};
use walk::Found;

/// The attribute by which the elements of a page are known again after the main text was chosen.
const MARK: &str = "data-crosscheck-element";

/// The text of the page `html`: headings, paragraphs, items, rows of tables with their headers, and captions.
///
/// What stands outside the main text (Mozilla's Readability as `dom_smoothie` has it chooses it) is furniture, and so are
/// menus, forms and footers inside it. A page that is too deep or has too many tags for a tree is read tag by tag.
pub(super) fn extract(html: &str, limits: &Limits) -> Extract {
    if let Some(excess) = scan::excess(html, limits.tags, limits.nesting) {
        let mut extract = Extract::default();
        tag_by_tag(html, excess, &mut extract, limits);
        extract.finish(limits);
        return extract;
    }
    let document = Document::from(html);
    let meta = head::metadata(&document);
    let roles = Roles::of(&document);
    let found = walk::blocks(&document, Some(&roles), limits);
    let kept = main_text(document);
    let mut extract = Extract {
        meta,
        ..Extract::default()
    };
    place(&found, &kept, &mut extract, limits);
    extract.finish(limits);
    extract
}

/// Adds all of `html` to `extract`: a mail, an entry of a feed or a page of a book has no menus around it.
pub(super) fn add_whole(html: &str, extract: &mut Extract, limits: &Limits) {
    if let Some(excess) = scan::excess(html, limits.tags, limits.nesting) {
        tag_by_tag(html, excess, extract, limits);
        return;
    }
    for block in walk::blocks(&Document::from(html), None, limits) {
        let shape = if block.furniture {
            Shape::Furniture
        } else {
            block.shape
        };
        extract.push(&block.text, shape, limits);
    }
}

/// Whether markup has no more tags and is no deeper than it may be.
pub(super) fn is_fair(markup: &str, limits: &Limits) -> bool {
    scan::excess(markup, limits.tags, limits.nesting).is_none()
}

/// The numbers of the elements that the main text holds.
fn main_text(document: Document) -> BTreeSet<usize> {
    let config = Config {
        disable_json_ld: true,
        ..Config::default()
    };
    let article = Readability::with_document(document, None, Some(config))
        .and_then(|mut readability| readability.parse());
    let Ok(article) = article else {
        return BTreeSet::new();
    };
    let sign = format!("{MARK}=\"");
    let parts = article.content.split(sign.as_str()).skip(1);
    parts
        .filter_map(|part| part.split('"').next()?.parse().ok())
        .collect()
}

/// Puts the blocks into `extract`. Where the main text begins and ends is known by the blocks that were kept; what was
/// left out between them, as a small table, is read too: no figure of the article is lost.
fn place(found: &[Found], kept: &BTreeSet<usize>, extract: &mut Extract, limits: &Limits) {
    let is_kept = |block: &Found| kept.contains(&block.element) && !block.furniture;
    let first = found.iter().position(is_kept);
    let last = found.iter().rposition(is_kept);
    let (first, last) = match (first, last) {
        (Some(first), Some(last)) => (first, last),
        _ => (0, found.len()),
    };
    // The main text comes without its headline.
    let headline = found[..first.min(found.len())]
        .iter()
        .rposition(|block| block.shape == Shape::Heading(1) && !block.furniture);
    for (at, block) in found.iter().enumerate() {
        let inside = (headline.unwrap_or(first)..=last).contains(&at);
        let shape = if block.furniture || !inside {
            Shape::Furniture
        } else {
            block.shape
        };
        extract.push(&block.text, shape, limits);
    }
}

/// The text between the tags, a block wherever a tag can end one.
fn tag_by_tag(html: &str, excess: Excess, extract: &mut Extract, limits: &Limits) {
    let mut run = String::new();
    for piece in scan::pieces(html) {
        match piece {
            Piece::Text(text) => run.push_str(&html_escape::decode_html_entities(text)),
            Piece::Tag { name, .. } if walk::is_inline(name) => {}
            Piece::Tag { .. } => {
                extract.push(&run, Shape::Plain, limits);
                run.clear();
            }
        }
    }
    extract.push(&run, Shape::Plain, limits);
    let note = match excess {
        Excess::Tags => {
            let says = Saying::new(
                "the page has more than {most} tags; its text was read without its structure and without its metadata",
            );
            Note::of_limit("tags", says.with("most", limits.tags))
        }
        Excess::Nesting => {
            let says = Saying::new(
                "the page nests deeper than {most} elements; its text was read without its structure and without its \
                 metadata",
            );
            Note::of_limit("nesting", says.with("most", limits.nesting))
        }
    };
    extract.notes.push(note);
}
