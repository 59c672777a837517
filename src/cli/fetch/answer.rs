//! What is asked for, and what a server says of its answer.

use std::io::Read;

use crosscheck::source::Format;
use ureq::http::Response;
use url::Url;

/// An address that can be asked, without what only a browser uses.
pub fn checked(address: &str) -> Result<Url, String> {
    let mut url = Url::parse(address).map_err(|error| format!("it is no address: {error}"))?;
    if !matches!(url.scheme(), "http" | "https") {
        return Err(format!(
            "{} is no scheme that is read; http and https are",
            url.scheme()
        ));
    }
    if !url.username().is_empty() || url.password().is_some() {
        return Err("an address with a name and a password in it is not read".to_owned());
    }
    url.set_fragment(None);
    Ok(url)
}

pub fn body(response: Response<ureq::Body>, most: u64) -> std::io::Result<Vec<u8>> {
    let mut bytes = Vec::new();
    response
        .into_body()
        .into_reader()
        .take(most)
        .read_to_end(&mut bytes)?;
    Ok(bytes)
}

/// Server and port.
pub fn place(url: &Url) -> String {
    url[url::Position::BeforeHost..url::Position::AfterPort].to_owned()
}

/// By the type that the server names, else by the ending of the address and the first bytes.
pub fn format(content_type: &str, address: &str, bytes: &[u8]) -> Format {
    let kind = content_type
        .split(';')
        .next()
        .unwrap_or("")
        .trim()
        .to_ascii_lowercase();
    match kind.as_str() {
        "text/html" | "application/xhtml+xml" => Format::Html,
        "text/markdown" => Format::Markdown,
        "application/pdf" => Format::Pdf,
        "application/rss+xml" | "application/atom+xml" | "application/feed+json" => Format::Feed,
        "text/csv" | "text/tab-separated-values" => Format::Table,
        "application/epub+zip" => Format::Epub,
        "application/x-ndjson" | "application/jsonl" => Format::JsonLines,
        "message/rfc822" => Format::Mail,
        "application/vnd.openxmlformats-officedocument.wordprocessingml.document" => Format::Docx,
        _ => {
            let path = address.split(['?', '#']).next().unwrap_or(address);
            Format::of(path, bytes)
        }
    }
}

/// The charset that the server names.
pub fn charset(content_type: &str) -> Option<String> {
    content_type.split(';').skip(1).find_map(|part| {
        let (key, value) = part.split_once('=')?;
        let value = value.trim().trim_matches(['"', '\'']);
        key.trim()
            .eq_ignore_ascii_case("charset")
            .then(|| value.to_owned())
    })
}

pub fn ending(format: Format) -> &'static str {
    let known = Format::ENDINGS.iter().find(|(_, known)| *known == format);
    known.map_or("txt", |(ending, _)| ending)
}
