//! A page as a row of tags, texts and comments, without a tree: read once, whatever the markup.

/// One piece of a page.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Piece<'h> {
    Text(&'h str),
    /// The name as it is written, and whether the tag ends an element.
    Tag {
        name: &'h str,
        closes: bool,
        /// All of it between `<` and `>`.
        whole: &'h str,
    },
}

/// Elements whose content is no markup.
const RAW: [&str; 7] = [
    "script", "style", "textarea", "title", "xmp", "iframe", "noembed",
];
/// Elements without content.
const VOID: [&str; 14] = [
    "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track",
    "wbr", "param",
];
/// Elements that the next of their kind ends.
const IMPLIED: [&str; 11] = [
    "p", "li", "dt", "dd", "tr", "td", "th", "thead", "tbody", "tfoot", "option",
];
/// Steps of [`burden`] that take as long as one tag.
const STEPS: usize = 1_000;
/// Elements that a parser opens anew in every block until they are closed.
const FORMATTING: [&str; 14] = [
    "a", "b", "big", "code", "em", "font", "i", "nobr", "s", "small", "strike", "strong", "tt", "u",
];

/// The pieces of `html`, in order. The content of scripts and styles is passed over.
pub(super) fn pieces(html: &str) -> impl Iterator<Item = Piece<'_>> {
    let mut rest = html;
    let mut raw: Option<&str> = None;
    std::iter::from_fn(move || {
        loop {
            if let Some(name) = raw.take() {
                let length = raw_length(rest, name);
                let content = &rest[..length];
                rest = &rest[length..];
                let shown = matches!(name, "textarea" | "title" | "xmp") && !content.is_empty();
                if shown {
                    return Some(Piece::Text(content));
                }
                continue;
            }
            if rest.is_empty() {
                return None;
            }
            let Some(open) = markup_start(rest) else {
                return Some(Piece::Text(std::mem::take(&mut rest)));
            };
            if open > 0 {
                let (text, after) = rest.split_at(open);
                rest = after;
                return Some(Piece::Text(text));
            }
            if let Some(comment) = rest.strip_prefix("<!--") {
                rest = comment.find("-->").map_or("", |end| &comment[end + 3..]);
                continue;
            }
            let end = tag_end(rest);
            let tag = &rest[1..end];
            rest = rest.get(end + 1..).unwrap_or("");
            let (tag, closes) = match tag.strip_prefix('/') {
                Some(tag) => (tag, true),
                None => (tag, false),
            };
            let length = tag
                .find(|c: char| c.is_ascii_whitespace() || c == '/' || c == '>')
                .unwrap_or(tag.len());
            let name = &tag[..length];
            if !closes {
                raw = RAW.into_iter().find(|raw| raw.eq_ignore_ascii_case(name));
            }
            if name.starts_with(|c: char| c.is_ascii_alphabetic()) {
                return Some(Piece::Tag {
                    name,
                    closes,
                    whole: tag,
                });
            }
        }
    })
}

/// Where a tag, a comment or a declaration starts.
fn markup_start(html: &str) -> Option<usize> {
    let bytes = html.as_bytes();
    bytes.iter().enumerate().find_map(|(at, byte)| {
        let next = bytes.get(at + 1)?;
        let opens = next.is_ascii_alphabetic() || matches!(next, b'/' | b'!' | b'?');
        (*byte == b'<' && opens).then_some(at)
    })
}

/// The `>` that ends the tag at the start, not one inside quotes; the end of the text where there is none.
fn tag_end(html: &str) -> usize {
    let mut quote = None;
    let mut before = b' ';
    for (at, byte) in html.bytes().enumerate() {
        match (quote, byte) {
            (None, b'>') => return at,
            // A quote opens a value only after its sign.
            (None, b'"' | b'\'') if before == b'=' => quote = Some(byte),
            (Some(open), byte) if byte == open => quote = None,
            _ => {}
        }
        if !byte.is_ascii_whitespace() {
            before = byte;
        }
    }
    html.len()
}

/// Bytes up to the end tag of the element `name`.
fn raw_length(html: &str, name: &str) -> usize {
    let mut at = 0;
    while let Some(found) = html[at..].find("</") {
        at += found;
        let rest = &html.as_bytes()[at + 2..];
        if rest.len() >= name.len() && rest[..name.len()].eq_ignore_ascii_case(name.as_bytes()) {
            return at;
        }
        at += 2;
    }
    html.len()
}

/// Attributes of a tag: words outside quotes behind its name.
fn attributes(tag: &str) -> usize {
    let (mut count, mut quote, mut inside, mut before) = (0, None, true, b' ');
    for byte in tag.bytes() {
        match quote {
            Some(open) if byte == open => (quote, inside) = (None, false),
            Some(_) => {}
            None if before == b'=' && matches!(byte, b'"' | b'\'') => quote = Some(byte),
            None => {
                let is_word = !byte.is_ascii_whitespace() && byte != b'/';
                count += usize::from(is_word && !inside && byte != b'=');
                inside = is_word;
            }
        }
        if !byte.is_ascii_whitespace() {
            before = byte;
        }
    }
    count
}

/// Steps that a parser takes for one tag or text beyond its length: each attribute is held against those before it, and to
/// write a sign that has to be escaped the rest of the text is searched.
fn burden(piece: Piece<'_>) -> usize {
    let escaped = |text: &str| {
        let signs = text
            .bytes()
            .filter(|byte| matches!(byte, b'&' | b'<' | b'>' | b'"'));
        // Sixteen bytes are searched at a time.
        signs.count().saturating_mul(text.len()) / 16
    };
    match piece {
        Piece::Text(text) => escaped(text),
        Piece::Tag { whole, .. } => attributes(whole).saturating_pow(2) + escaped(whole),
    }
}

/// Why a tree is not built.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Excess {
    Tags,
    Nesting,
}

/// Whether building a tree of `html` stays within bounds. The time of a parser grows with the depth of the tree and with
/// the formatting elements that it opens again in every block.
pub(super) fn excess(html: &str, tags: usize, nesting: usize) -> Option<Excess> {
    let mut count = 0_usize;
    let mut reopened = 0_usize;
    let mut formatting = 0_usize;
    let mut open: Vec<&str> = Vec::new();
    let mut steps = 0_usize;
    for piece in pieces(html) {
        steps = steps.saturating_add(burden(piece));
        if steps / STEPS > tags {
            return Some(Excess::Tags);
        }
        let Piece::Tag { name, closes, .. } = piece else {
            continue;
        };
        count += 1;
        if count > tags {
            return Some(Excess::Tags);
        }
        if is_one_of(name, &VOID) || is_one_of(name, &IMPLIED) {
            reopened += formatting;
            if reopened > tags {
                return Some(Excess::Nesting);
            }
            continue;
        }
        if !closes {
            reopened += formatting;
            formatting += usize::from(is_one_of(name, &FORMATTING));
            open.push(name);
            if open.len() > nesting || reopened > tags * 4 {
                return Some(Excess::Nesting);
            }
        } else if let Some(at) = open
            .iter()
            .rposition(|open| open.eq_ignore_ascii_case(name))
        {
            let closed = open.drain(at..);
            formatting -= closed.filter(|name| is_one_of(name, &FORMATTING)).count();
        }
    }
    None
}

pub(super) fn is_one_of(name: &str, names: &[&str]) -> bool {
    names.iter().any(|known| known.eq_ignore_ascii_case(name))
}
