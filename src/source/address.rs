//! Sources that are the same page: a copy for printing or for phones has the address of the page itself.

use std::collections::BTreeMap;

use super::{Metadata, Note, Saying, Source, note};

impl Metadata {
    /// The address without what does not tell pages apart: scheme, `www`, the parts that ask for a copy for printing or
    /// for phones, marks of campaigns.
    pub fn address(&self) -> Option<String> {
        let url = self.url.as_deref()?.trim();
        let url = url.split('#').next()?;
        let (scheme, rest) = url.split_once("://")?;
        if !scheme.to_ascii_lowercase().starts_with("http") {
            return None;
        }
        let (page, query) = rest.split_once('?').unwrap_or((rest, ""));
        let (host, path) = page.split_once('/').unwrap_or((page, ""));
        let mut host = host.to_ascii_lowercase();
        for label in ["www.", "m.", "amp.", "mobile."] {
            if let Some(rest) = host.strip_prefix(label).filter(|rest| rest.contains('.')) {
                host = rest.to_owned();
            }
        }
        let parts = path
            .split('/')
            .filter(|part| !part.is_empty() && !matches!(*part, "amp" | "print" | "index.html"));
        let path: Vec<String> = parts.map(|part| part.replace(".amp", "")).collect();
        let mut asked: Vec<&str> = query
            .split('&')
            .filter(|part| {
                let name = part.split('=').next().unwrap_or(part);
                let copy = matches!(
                    name,
                    "" | "amp" | "print" | "output" | "outputType" | "fbclid" | "gclid"
                );
                !copy && !name.starts_with("utm_")
            })
            .collect();
        asked.sort_unstable();
        (!host.is_empty()).then(|| format!("{host}/{}?{}", path.join("/"), asked.join("&")))
    }
}

/// Notes on every source that has the address of one before it. `sources` are in the order of their names.
pub(crate) fn mark_same_address(sources: &mut [Source]) {
    let mut first: BTreeMap<String, String> = BTreeMap::new();
    for source in sources {
        // The page of a site or of a section is no article.
        let Some(address) = source
            .meta
            .address()
            .filter(|address| !address.ends_with("/?"))
        else {
            continue;
        };
        match first.get(&address) {
            Some(other) => {
                let says = Saying::new("it has the address of {other}: the two are one source");
                let says = says.with("other", other.as_str());
                source.notes.push(Note::new(note::SAME_ADDRESS, says));
            }
            None => {
                first.insert(address, source.name.clone());
            }
        }
    }
}
