//! The blocks of a page, in the order in which they stand.

use dom_query::{Document, NodeRef};

use super::super::Limits;
use super::super::passage::Shape;
use super::role::Roles;
use super::scan::is_one_of;
use super::{MARK, table};

/// A block of a page.
#[derive(Debug)]
pub(super) struct Found {
    pub text: String,
    pub shape: Shape,
    /// Number of the element whose text it is.
    pub element: usize,
    /// Whether it stands in a menu, a footer, a form, an aside.
    pub furniture: bool,
    /// Whether it stands for a picture.
    alt: bool,
}

/// Elements whose text nobody sees.
const HIDDEN: [&str; 14] = [
    "script", "style", "template", "noscript", "svg", "math", "head", "iframe", "object", "canvas",
    "audio", "video", "datalist", "noembed",
];
/// Elements that serve the page and not the article.
const FURNITURE: [&str; 16] = [
    "nav",
    "aside",
    "footer",
    "form",
    "button",
    "select",
    "textarea",
    "menu",
    "dialog",
    "code",
    "amp-ad",
    "amp-embed",
    "amp-sticky-ad",
    "amp-sidebar",
    "amp-consent",
    "amp-user-notification",
];
/// Elements in the middle of a line.
const INLINE: [&str; 42] = [
    "a", "abbr", "acronym", "b", "bdi", "bdo", "big", "cite", "data", "del", "dfn", "em", "font",
    "i", "ins", "kbd", "label", "mark", "nobr", "output", "q", "rb", "rp", "rt", "ruby", "s",
    "samp", "small", "span", "strike", "strong", "sub", "sup", "time", "tt", "u", "var", "wbr",
    "img", "picture", "source", "amp-img",
];

/// Elements in which a line of text runs on.
const PROSE: [&str; 11] = [
    "p",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "td",
    "th",
    "blockquote",
    "pre",
];

/// Pictures of one paragraph whose words are read.
const MOST_PICTURES: usize = 100;
/// Letters of a unit that is raised to a power: km², dam³.
const LONGEST_UNIT: usize = 3;

pub(super) fn is_inline(name: &str) -> bool {
    is_one_of(name, &INLINE)
}

/// The blocks of `document`. `roles` tell which parts of a page serve the page; a text without a page around it has none.
/// Numbers the elements in their attribute [`MARK`].
pub(super) fn blocks(document: &Document, roles: Option<&Roles>, limits: &Limits) -> Vec<Found> {
    let mut walk = Walk {
        roles,
        prose: false,
        ended: false,
        found: Vec::new(),
        run: String::new(),
        shape: Shape::Plain,
        element: 0,
        furniture: false,
        elements: 0,
        pictures: Vec::new(),
        most: limits.blocks,
    };
    walk.children(&document.root(), 0);
    walk.flush();
    let mut found = walk.found;
    // What a caption says again below the picture counts once.
    let texts: Vec<String> = found.iter().map(|block| line(&block.text)).collect();
    let mut at = 0;
    found.retain(|block| {
        let again = block.alt
            && texts
                .get(at + 1)
                .is_some_and(|next| next.contains(texts[at].as_str()));
        at += 1;
        !again
    });
    found
}

struct Walk<'r> {
    roles: Option<&'r Roles>,
    /// Whether a paragraph is read, in which elements may break a word.
    prose: bool,
    /// Whether an element in the line has just ended.
    ended: bool,
    found: Vec<Found>,
    /// Text that is not in a block yet.
    run: String,
    shape: Shape,
    element: usize,
    furniture: bool,
    elements: usize,
    /// What stands for pictures whose block is not over yet.
    pictures: Vec<String>,
    most: usize,
}

impl Walk<'_> {
    fn children(&mut self, node: &NodeRef<'_>, element: usize) {
        // Elements are numbered on the way, which no iterator over them allows.
        let mut next = node.first_child();
        while let Some(child) = next.take() {
            if self.found.len() > self.most {
                return;
            }
            next = child.next_sibling();
            if child.is_text() {
                self.element = element;
                self.ended = false;
                self.run.push_str(&child.text());
            } else if child.is_element() {
                self.element(&child);
            } else if child.may_have_children() {
                self.children(&child, element);
            }
        }
    }

    fn element(&mut self, node: &NodeRef<'_>) {
        let Some(name) = node.node_name() else { return };
        let name: &str = &name;
        self.elements += 1;
        let number = self.elements;
        node.set_attr(MARK, &number.to_string());
        if HIDDEN.contains(&name) || is_hidden(node) {
            return;
        }
        match name {
            "br" => self.line_break(),
            "hr" => self.flush(),
            "img" | "amp-img" => self.picture(node),
            "sup" | "sub" => self.raised(node, name == "sup"),
            "table" if table::is_data(node) => self.table(node, number),
            // The day of a page stands in its metadata; "7 hours ago" is told from the day it was saved.
            "time" if !self.prose && self.roles.is_some() && node.has_attr("datetime") => {
                self.flush();
                let furniture = std::mem::replace(&mut self.furniture, true);
                self.children(node, number);
                self.flush();
                self.furniture = furniture;
            }
            _ if is_inline(name) => {
                // Outside a paragraph two elements side by side are two things, as a date and a time.
                if self.ended && !self.prose && !self.run.ends_with(char::is_whitespace) {
                    self.run.push(' ');
                }
                self.children(node, number);
                self.ended = true;
            }
            _ => self.block(node, name, number),
        }
    }

    fn block(&mut self, node: &NodeRef<'_>, name: &str, number: usize) {
        self.flush();
        let (shape, furniture, prose) = (self.shape, self.furniture, self.prose);
        self.ended = false;
        self.prose = PROSE.contains(&name);
        self.furniture |= FURNITURE.contains(&name)
            || is_menu(node)
            || self
                .roles
                .is_some_and(|roles| roles.serves_page(node, name));
        self.shape = match name {
            "h1" => Shape::Heading(1),
            "h2" => Shape::Heading(2),
            "h3" => Shape::Heading(3),
            "h4" => Shape::Heading(4),
            "h5" | "h6" => Shape::Heading(5),
            "li" | "dt" | "dd" | "tr" => Shape::Item,
            "figcaption" | "caption" => Shape::Picture,
            _ => shape,
        };
        self.element = number;
        if name == "pre" {
            for line in node.text().lines() {
                self.run.push_str(line);
                self.element = number;
                self.flush();
            }
        } else {
            self.children(node, number);
        }
        self.flush();
        (self.shape, self.furniture, self.prose) = (shape, furniture, prose);
        self.ended = false;
    }

    /// A line end parts two paragraphs, unless it falls into the middle of a sentence.
    fn line_break(&mut self) {
        if self
            .run
            .trim_end()
            .ends_with(['.', '!', '?', '…', ':', ';', '"', '”', ')'])
        {
            self.flush();
        } else {
            self.run.push('\n');
        }
    }

    fn picture(&mut self, node: &NodeRef<'_>) {
        let shown = node.attr("alt").map(|alt| alt.trim().to_owned());
        if self.pictures.len() < MOST_PICTURES {
            self.pictures.extend(shown.filter(|alt| alt.contains(' ')));
        }
    }

    /// Raised digits are no digits of the number before them: a power, or the number of a foot note, which stands behind a
    /// word that is longer than a unit.
    fn raised(&mut self, node: &NodeRef<'_>, up: bool) {
        const UP: [char; 10] = ['⁰', '¹', '²', '³', '⁴', '⁵', '⁶', '⁷', '⁸', '⁹'];
        const DOWN: [char; 10] = ['₀', '₁', '₂', '₃', '₄', '₅', '₆', '₇', '₈', '₉'];
        let digits = if up { UP } else { DOWN };
        let letters = self.run.chars().rev().take_while(|c| c.is_alphabetic());
        if up && letters.count() > LONGEST_UNIT {
            self.run.push(' ');
        }
        for c in node.text().chars() {
            let digit = c.to_digit(10).and_then(|digit| digits.get(digit as usize));
            self.run.push(digit.copied().unwrap_or(c));
        }
    }

    /// One item a row; a cell says the header of its column before what it holds.
    fn table(&mut self, table: &NodeRef<'_>, number: usize) {
        self.flush();
        let before = self.shape;
        let captions = table
            .children_it(false)
            .filter(|child| child.has_name("caption"));
        for caption in captions {
            self.element = number;
            self.shape = Shape::Picture;
            self.run = caption.text().to_string();
            self.flush();
        }
        self.shape = Shape::Item;
        for row in table::lines(table) {
            self.run = row;
            self.element = number;
            self.flush();
        }
        self.shape = before;
    }

    fn flush(&mut self) {
        let text = std::mem::take(&mut self.run);
        let mut add = |text: String, shape, alt| {
            let block = Found {
                text,
                shape,
                element: self.element,
                furniture: self.furniture,
                alt,
            };
            self.found.push(block);
        };
        let pictures = std::mem::take(&mut self.pictures);
        let said = line(&text);
        for alt in pictures {
            // The same words once more below the picture are its caption.
            if !said.contains(line(&alt).as_str()) {
                add(alt, Shape::Picture, true);
            }
        }
        if !said.is_empty() {
            add(text, self.shape, false);
        }
    }
}

/// `text` with one space for each stretch of white space.
pub(super) fn line(text: &str) -> String {
    text.split_ascii_whitespace().collect::<Vec<_>>().join(" ")
}

fn is_hidden(node: &NodeRef<'_>) -> bool {
    let style = node.attr_or("style", "").to_ascii_lowercase();
    let style: String = style.split_ascii_whitespace().collect();
    node.has_attr("hidden") || style.contains("display:none") || style.contains("visibility:hidden")
}

fn is_menu(node: &NodeRef<'_>) -> bool {
    let role = node.attr_or("role", "");
    [
        "navigation",
        "search",
        "complementary",
        "contentinfo",
        "menu",
        "dialog",
        "banner",
    ]
    .contains(&&*role)
}
