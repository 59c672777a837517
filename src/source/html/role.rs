//! Which parts of a page serve the page and not the article: by the names that pages give to their parts, and by how much of
//! a part leads elsewhere.

use std::collections::HashMap;

use dom_query::{Document, NodeId, NodeRef};

use super::scan::is_one_of;

/// Names in `class`, `id` and the like. They are those that systems for news pages use, as the list of unlikely candidates
/// of Mozilla's Readability has them, with those of Vietnamese systems.
const NAMES: [&str; 38] = [
    "actions",
    "ad",
    "ads",
    "banner",
    "cmt",
    "comment",
    "comments",
    "consent",
    "csidebar",
    "footer",
    "gdpr",
    "masthead",
    "menu",
    "modal",
    "mostread",
    "nav",
    "navbar",
    "navigation",
    "onetrust",
    "outbrain",
    "pagination",
    "paywall",
    "popular",
    "popup",
    "promo",
    "readmore",
    "recirc",
    "share",
    "sharing",
    "shares",
    "sidebar",
    "social",
    "taboola",
    "tags",
    "tinlienquan",
    "toolbar",
    "trending",
    "widget",
];
/// What such names begin with: `relatednews`, `cookiebanner`.
const BEGINNINGS: [&str; 8] = [
    "advert",
    "breadcrumb",
    "cookie",
    "newsletter",
    "recommend",
    "related",
    "sponsor",
    "subscri",
];
/// Attributes that hold such names.
const NAMED_BY: [&str; 5] = ["class", "id", "data-testid", "data-component", "type"];
/// Elements that hold a page or an article.
const WHOLE: [&str; 3] = ["html", "body", "main"];
/// Bytes of names that are looked at.
const MOST: usize = 300;
/// Bytes of text outside links that show that a part tells something.
const TELLS: usize = 120;

/// What an element holds.
#[derive(Debug, Clone, Copy, Default)]
struct Held {
    /// Bytes of text without white space at either end of each piece.
    text: usize,
    /// Those in links.
    links: usize,
    /// Those in headings below the first level.
    headings: usize,
    /// Those in links in such headings.
    linked_headings: usize,
    /// Headings of the first level.
    headlines: usize,
}

impl Held {
    fn add(&mut self, other: Self) {
        self.text += other.text;
        self.links += other.links;
        self.headings += other.headings;
        self.linked_headings += other.linked_headings;
        self.headlines += other.headlines;
    }

    /// Whether it is links and nothing else, under a heading or not.
    fn leads_away(&self) -> bool {
        let told = self.text - self.headings;
        let linked = self.links - self.linked_headings;
        linked > 0 && told - linked < TELLS && linked * 10 >= told * 7
    }

    /// Whether its headings lead to other stories, and it tells no more than they need.
    fn leads_in(&self) -> bool {
        self.headings > 0
            && self.linked_headings * 10 >= self.headings * 9
            && self.text - self.headings < TELLS * 3
    }
}

/// What every element of a page holds.
pub(super) struct Roles {
    held: HashMap<NodeId, Held>,
    whole: usize,
}

impl Roles {
    pub fn of(document: &Document) -> Self {
        let mut roles = Self {
            held: HashMap::new(),
            whole: 0,
        };
        let whole = roles.measure(&document.root(), false, false);
        roles.whole = whole.text;
        roles
    }

    fn measure(&mut self, node: &NodeRef<'_>, link: bool, heading: bool) -> Held {
        let mut held = Held::default();
        for child in node.children_it(false) {
            if child.is_text() {
                let length = child.text().trim().len();
                held.text += length;
                held.links += if link { length } else { 0 };
                held.headings += if heading { length } else { 0 };
                held.linked_headings += if link && heading { length } else { 0 };
                continue;
            }
            let name = child.node_name().unwrap_or_default();
            let name: &str = &name;
            if ["script", "style", "template", "noscript", "svg", "head"].contains(&name) {
                continue;
            }
            let leads = name == "a" && !child.attr_or("href", "#").starts_with('#');
            let heads = is_one_of(name, &["h2", "h3", "h4", "h5", "h6"]);
            let mut inner = self.measure(&child, link || leads, heading || heads);
            inner.headlines += usize::from(name == "h1");
            held.add(inner);
        }
        self.held.insert(node.id, held);
        held
    }

    /// Whether the element `name` serves the page. What holds the headline or most of the text is the article, whatever it is
    /// called.
    pub fn serves_page(&self, node: &NodeRef<'_>, name: &str) -> bool {
        let Some(held) = self.held.get(&node.id) else {
            return false;
        };
        if is_one_of(name, &WHOLE) || held.headlines > 0 || held.text * 2 > self.whole {
            return false;
        }
        let leads = match name {
            // Names of people and places in a row of a table are often links.
            "table" | "tbody" | "thead" | "tr" | "td" | "th" | "figure" | "figcaption" | "dl"
            | "dd" | "dt" | "blockquote" => false,
            "h2" | "h3" | "h4" | "h5" | "h6" => held.linked_headings * 10 >= held.headings * 9,
            _ => held.leads_away() || held.leads_in(),
        };
        leads || (name == "article" && is_inside(node, "article")) || is_named(node)
    }
}

fn is_inside(node: &NodeRef<'_>, name: &str) -> bool {
    node.ancestors_it(None).any(|above| above.has_name(name))
}

fn is_named(node: &NodeRef<'_>) -> bool {
    NAMED_BY.into_iter().any(|attribute| {
        node.attr(attribute).is_some_and(|value| {
            let end = (0..=MOST.min(value.len()))
                .rev()
                .find(|&end| value.is_char_boundary(end))
                .unwrap_or(0);
            names(&value[..end]).any(|name| {
                NAMES.contains(&name.as_str())
                    || BEGINNINGS.iter().any(|begins| name.starts_with(begins))
            })
        })
    })
}

/// The words of an identifier in small letters: `box_comment`, `RelatedNews`, `links-v2`.
fn names(value: &str) -> impl Iterator<Item = String> + '_ {
    let parts = value.split(|c: char| !c.is_ascii_alphanumeric());
    parts.flat_map(|part| {
        let mut names = vec![String::new()];
        let mut before = 'A';
        for c in part.chars() {
            if c.is_ascii_uppercase() && before.is_ascii_lowercase() {
                names.push(String::new());
            }
            before = c;
            if let Some(name) = names.last_mut() {
                name.push(c.to_ascii_lowercase());
            }
        }
        // A number at the end tells versions apart.
        names
            .into_iter()
            .map(|name| {
                name.trim_end_matches(|c: char| c.is_ascii_digit())
                    .to_owned()
            })
            .map(|name| {
                name.strip_suffix("v")
                    .filter(|n| n.len() > 4)
                    .map_or(name.clone(), str::to_owned)
            })
    })
}
