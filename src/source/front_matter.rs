use super::Metadata;
use super::passage::trimmed;
use crate::text::Span;

/// Metadata at the head of a Markdown file.
#[derive(Debug, Default)]
pub(super) struct FrontMatter {
    pub meta: Metadata,
    /// Its bytes with the fences; empty when there is none.
    pub span: Span,
}

/// Reads the lines between two `---` (one `key: value` each) or two `+++` (TOML). Keys that say nothing of the source
/// as such, lists and nested values are passed over.
pub(super) fn read(raw: &str) -> FrontMatter {
    let start = if raw.starts_with('\u{FEFF}') {
        '\u{FEFF}'.len_utf8()
    } else {
        0
    };
    let mut at = start;
    let mut fence = "";
    let mut values = Vec::new();
    for line in raw[start..].split_inclusive('\n') {
        let text = line.trim_end();
        at += line.len();
        if fence.is_empty() {
            match text {
                "---" | "+++" => fence = text,
                _ => return FrontMatter::default(),
            }
        } else if text == fence {
            let mut meta = Metadata::default();
            values
                .into_iter()
                .for_each(|(key, value)| set(&mut meta, key, value));
            return FrontMatter {
                meta,
                span: trimmed(raw, Span::new(start, at)),
            };
        } else if let Some((key, value)) = text.split_once(if fence == "---" { ':' } else { '=' }) {
            values.push((key, value));
        }
    }
    // No second fence: the first was a ruler.
    FrontMatter::default()
}

fn set(meta: &mut Metadata, key: &str, value: &str) {
    // Nested keys are indented.
    if key.starts_with(char::is_whitespace) {
        return;
    }
    let value = unquoted(value);
    let (name, field) = match key.trim().to_ascii_lowercase().as_str() {
        "title" => ("title", &mut meta.title),
        "publisher" | "source" => ("publisher", &mut meta.publisher),
        "author" => ("author", &mut meta.author),
        "url" | "canonical" => ("url", &mut meta.url),
        "published" | "date" => ("published", &mut meta.published),
        "modified" | "updated" | "lastmod" => ("modified", &mut meta.modified),
        "language" | "lang" => ("language", &mut meta.language),
        _ => return,
    };
    if field.is_none() && !value.is_empty() {
        *field = Some(value);
        meta.told_by.insert(name, "front matter");
    }
}

/// A scalar without its quotes, or without the comment behind it.
fn unquoted(value: &str) -> String {
    let value = value.trim();
    for quote in ['"', '\''] {
        if let Some(inner) = value.strip_prefix(quote) {
            return inner
                .rsplit_once(quote)
                .map_or(inner, |(inner, _)| inner)
                .to_owned();
        }
    }
    value
        .split(" #")
        .next()
        .unwrap_or_default()
        .trim()
        .to_owned()
}
