//! Feeds (RSS 0.9 to 2.0, Atom, JSON Feed): one article an entry.

use chrono::{DateTime, Utc};
use feed_rs::model::Entry;

use super::unpack::{Member, safe_name};
use super::{Format, Input, Limits, Metadata, Saying, html, published};

/// The articles of the feed `bytes`, named in `name` by the last part of their address or by their number.
///
/// The error says why there are none.
pub(super) fn members(name: &str, bytes: &[u8], limits: &Limits) -> Result<Vec<Member>, Saying> {
    // The parser of feeds steps down into every element.
    let shown = String::from_utf8_lossy(bytes);
    if !html::is_fair(&shown, limits) {
        let why = Saying::new("the feed has more than {tags} tags or nests deeper than {nesting}");
        return Err(why
            .with("tags", limits.tags)
            .with("nesting", limits.nesting)
            .at_limit("tags"));
    }
    let parser = feed_rs::parser::Builder::new()
        .timestamp_parser(local_time)
        .build();
    let feed = parser.parse(bytes).map_err(|error| {
        Saying::new("the file is no feed: {error}").with("error", error.to_string())
    })?;
    let publisher = feed.title.map(|title| title.content).unwrap_or_default();
    let language = feed.language.unwrap_or_default();
    let entries = feed.entries.into_iter().enumerate();
    Ok(entries
        .map(|(number, entry)| {
            let mut meta = Metadata::default();
            meta.tell("publisher", &publisher, "feed");
            meta.tell("language", &language, "feed");
            article(name, number, entry, meta)
        })
        .collect())
}

fn article(name: &str, number: usize, entry: Entry, mut meta: Metadata) -> Member {
    let title = entry.title.map(|title| title.content).unwrap_or_default();
    let title = without_tags(&html_escape::decode_html_entities(&title));
    meta.tell("title", &title, "feed");
    let day = |date: DateTime<Utc>| date.format("%Y-%m-%d").to_string();
    meta.tell(
        "published",
        &entry.published.map(day).unwrap_or_default(),
        "feed",
    );
    meta.tell(
        "modified",
        &entry.updated.map(day).unwrap_or_default(),
        "feed",
    );
    let authors = entry.authors.into_iter().filter_map(|author| author.name);
    let authors: Vec<String> = authors.collect();
    meta.tell("author", &authors.join(", "), "feed");
    let link = entry
        .links
        .first()
        .map(|link| link.href.clone())
        .unwrap_or_default();
    meta.tell("url", &link, "feed");

    let content = entry.content.and_then(|content| content.body);
    let body = content
        .or(entry.summary.map(|summary| summary.content))
        .unwrap_or_default();
    let title = html_escape::encode_text(&title).replace("&amp;", "&");
    let page = format!("<h1>{title}</h1>\n{body}");
    let file = link
        .trim_end_matches('/')
        .rsplit('/')
        .next()
        .filter(|part| part.chars().any(char::is_alphanumeric) && link.contains("://"))
        .map_or_else(|| (number + 1).to_string(), |part| safe_name(part, number));
    Member::Article(Box::new(Input {
        format: Some(Format::Fragment),
        meta,
        ..Input::new(format!("{name}/{file}"), page)
    }))
}

/// A headline that is marked up ("Flood <b>kills</b> 12"). A sign that opens no tag is one that is meant.
fn without_tags(title: &str) -> String {
    let mut plain = String::new();
    let mut rest = title;
    while let Some(at) = rest.find('<') {
        let (before, tag) = rest.split_at(at);
        plain.push_str(before);
        let opens = tag[1..].starts_with(|c: char| c.is_ascii_alphabetic() || c == '/');
        match tag.find('>').filter(|_| opens) {
            Some(end) => rest = &tag[end + 1..],
            None => {
                plain.push('<');
                rest = &tag[1..];
            }
        }
    }
    plain + rest
}

/// The clock time that a stamp shows, whatever its zone: the day of an article is the day where it was printed.
fn local_time(stamp: &str) -> Option<DateTime<Utc>> {
    let stamp = stamp.trim();
    let read = DateTime::parse_from_rfc3339(stamp).or_else(|_| DateTime::parse_from_rfc2822(stamp));
    if let Ok(read) = read {
        return Some(read.naive_local().and_utc());
    }
    let day = published::date(stamp).filter(|day| day.len() == 10)?;
    let read = DateTime::parse_from_rfc3339(&format!("{day}T00:00:00Z"));
    read.ok().map(|read| read.naive_local().and_utc())
}
