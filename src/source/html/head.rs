//! What a page says of itself: JSON-LD, OpenGraph and other `<meta>`, `<link>`, `<time>`, `lang`.

use dom_query::Document;
use serde_json::Value;

use super::super::{Metadata, published};

/// Elements looked at for one kind of statement: more is no page of an article.
const MOST: usize = 200;

/// Reads the metadata. The strongest statement counts: JSON-LD before OpenGraph before other elements.
pub(super) fn metadata(document: &Document) -> Metadata {
    let mut meta = Metadata::default();
    for script in document.select("script[type]").nodes().iter().take(MOST) {
        let kind = script.attr_or("type", "");
        if kind.trim().eq_ignore_ascii_case("application/ld+json")
            && let Some(value) = json_of(&script.text())
        {
            linked_data(&value, &mut meta, 0);
        }
    }
    from_meta(document, &mut meta);
    let links = document.select("link[rel][href]");
    for link in links.nodes().iter().take(MOST) {
        let rel = link.attr_or("rel", "");
        if rel.split_ascii_whitespace().any(|rel| rel == "canonical") {
            meta.tell("url", &link.attr_or("href", ""), "link canonical");
        }
    }
    let times = document.select("time[datetime]");
    for time in times.nodes().iter().take(MOST) {
        let date = time.attr_or("datetime", "");
        // The first one stands in the head of the article.
        if published::date(&date).is_some() {
            let modified = time.attr_or("itemprop", "").contains("Modified");
            let field = if modified { "modified" } else { "published" };
            meta.tell(field, &date, "time element");
        }
    }
    let text_of = |selector: &str| {
        let found = document.select_single(selector);
        found.nodes().first().map(|node| node.text().to_string())
    };
    if let Some(headline) = text_of("h1") {
        meta.tell("title", &headline, "h1 element");
    }
    if let Some(title) = text_of("head title") {
        meta.tell("title", &title, "title element");
    }
    let html = document.html_root();
    meta.tell("language", &html.attr_or("lang", ""), "lang attribute");
    meta.title = meta
        .title
        .map(|title| without_site(title, meta.publisher.as_deref()));
    meta
}

/// The JSON of a script. Line ends and tabs that stand inside its strings, which the standard forbids, and signs of a
/// comment around it, are common.
fn json_of(script: &str) -> Option<Value> {
    let script = script.trim();
    if let Ok(value) = serde_json::from_str(script) {
        return Some(value);
    }
    let start = script.find(['{', '['])?;
    let end = script.rfind(['}', ']'])?;
    let plain: String = script
        .get(start..=end)?
        .chars()
        .map(|c| if c.is_control() { ' ' } else { c })
        .collect();
    serde_json::from_str(&plain).ok()
}

/// A headline without the name of the site behind it: "Flood kills 12 | The Times".
fn without_site(title: String, publisher: Option<&str>) -> String {
    let Some(publisher) = publisher.map(str::to_lowercase) else {
        return title;
    };
    let parts = [" | ", " - ", " – ", " — "].into_iter();
    let headline = parts.filter_map(|between| title.rsplit_once(between));
    let headline = headline
        .filter(|(headline, site)| !headline.is_empty() && site.trim().to_lowercase() == publisher)
        .map(|(headline, _)| headline.trim_end().to_owned())
        .next();
    headline.unwrap_or(title)
}

fn from_meta(document: &Document, meta: &mut Metadata) {
    // Field, name or property, where it comes from. The first that a page has counts.
    const KNOWN: [(&str, &str, &str); 22] = [
        ("title", "og:title", "OpenGraph"),
        ("title", "twitter:title", "meta element"),
        ("publisher", "og:site_name", "OpenGraph"),
        ("publisher", "publisher", "meta element"),
        ("publisher", "article:publisher", "OpenGraph"),
        ("publisher", "dc.publisher", "meta element"),
        ("author", "article:author", "OpenGraph"),
        ("author", "author", "meta element"),
        ("author", "dc.creator", "meta element"),
        ("published", "article:published_time", "OpenGraph"),
        ("published", "og:article:published_time", "OpenGraph"),
        ("published", "datepublished", "microdata"),
        ("published", "pubdate", "meta element"),
        ("published", "date", "meta element"),
        ("published", "dc.date", "meta element"),
        ("published", "dc.date.issued", "meta element"),
        ("modified", "article:modified_time", "OpenGraph"),
        ("modified", "og:updated_time", "OpenGraph"),
        ("modified", "datemodified", "microdata"),
        ("modified", "lastmod", "meta element"),
        ("url", "og:url", "OpenGraph"),
        ("language", "og:locale", "OpenGraph"),
    ];
    let elements = document.select("meta[content]");
    let told: Vec<(String, String)> = elements
        .nodes()
        .iter()
        .take(MOST)
        .flat_map(|element| {
            let content = element.attr_or("content", "").to_string();
            ["property", "name", "itemprop"]
                .into_iter()
                .filter_map(|key| element.attr(key))
                .map(move |name| (name.trim().to_ascii_lowercase(), content.clone()))
                .collect::<Vec<_>>()
        })
        .collect();
    for (field, wanted, from) in KNOWN {
        for (_, content) in told.iter().filter(|(name, _)| name == wanted) {
            // An address of an author or a publisher is no name.
            let named = !matches!(field, "author" | "publisher") || !content.contains("://");
            if named {
                meta.tell(field, content, from);
            }
        }
    }
}

/// The articles that `value` describes, in lists and graphs as well.
fn linked_data(value: &Value, meta: &mut Metadata, depth: usize) {
    if depth > 8 {
        return;
    }
    match value {
        Value::Array(values) => values
            .iter()
            .take(MOST)
            .for_each(|value| linked_data(value, meta, depth + 1)),
        Value::Object(keys) => {
            if let Some(graph) = keys.get("@graph") {
                linked_data(graph, meta, depth + 1);
            }
            if !is_article(keys.get("@type")) {
                return;
            }
            let from = "JSON-LD";
            for (field, key) in [
                ("title", "headline"),
                ("title", "name"),
                ("published", "datePublished"),
                ("modified", "dateModified"),
                ("publisher", "publisher"),
                ("author", "author"),
                ("author", "creator"),
                ("language", "inLanguage"),
                ("url", "mainEntityOfPage"),
                ("url", "url"),
            ] {
                if let Some(text) = keys.get(key).and_then(|value| text_of(value, field)) {
                    meta.tell(field, &text, from);
                }
            }
        }
        _ => {}
    }
}

fn is_article(kind: Option<&Value>) -> bool {
    let names = |kind: &str| {
        kind.ends_with("Article") || kind.ends_with("BlogPosting") || kind.ends_with("Posting")
    };
    match kind {
        Some(Value::String(kind)) => names(kind),
        Some(Value::Array(kinds)) => kinds.iter().filter_map(Value::as_str).any(names),
        _ => false,
    }
}

/// A string, the name or address of an object, or those of a list.
fn text_of(value: &Value, field: &str) -> Option<String> {
    match value {
        // Many pages escape the text of a script as if it were markup.
        Value::String(text) => Some(html_escape::decode_html_entities(text).into_owned()),
        Value::Object(keys) => {
            let wanted: &[&str] = if field == "url" {
                &["@id", "url"]
            } else {
                &["name", "@value"]
            };
            wanted
                .iter()
                .find_map(|key| keys.get(*key)?.as_str())
                .map(str::to_owned)
        }
        Value::Array(values) => {
            let all: Vec<String> = values
                .iter()
                .take(8)
                .filter_map(|value| match value {
                    Value::Array(_) => None,
                    value => text_of(value, field),
                })
                .collect();
            (!all.is_empty()).then(|| all.join(", "))
        }
        _ => None,
    }
}
