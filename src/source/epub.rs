//! Electronic books (EPUB 2 and 3): the pages in the order of the spine, as one text.

use std::collections::{BTreeMap, BTreeSet};

use super::archive::Archive;
use super::extract::Extract;
use super::xml::{self, Step};
use super::{Limits, Metadata, Note, Saying, charset, html, note};

/// The text of the book `bytes`. The error says why there is none; a page that cannot be read gives a note.
pub(super) fn extract(bytes: &[u8], limits: &Limits) -> Result<Extract, Saying> {
    let mut archive = Archive::open(bytes, limits)?;
    let container = text_of(&mut archive, "META-INF/container.xml").ok_or_else(|| {
        Saying::new("the archive holds no book: META-INF/container.xml is missing")
    })??;
    let mut package = None;
    xml::walk(&container, |step| {
        if let Step::Start(element) = step
            && element.name == "rootfile"
            && package.is_none()
        {
            package = element.attribute("full-path");
        }
    })?;
    let package = package.ok_or_else(|| Saying::new("the book names no package"))?;
    let opf = text_of(&mut archive, &package).ok_or_else(|| {
        Saying::new("the package {package} of the book is missing").with("package", &*package)
    })??;
    let book = Book::read(&opf)?;
    let folder = package.rsplit_once('/').map_or("", |(folder, _)| folder);
    let mut extract = Extract {
        meta: book.meta,
        ..Extract::default()
    };
    let mut read = BTreeSet::new();
    for href in book.spine.iter().take(limits.entries) {
        let name = joined(folder, href);
        // A page stands in a book once.
        if !read.insert(name.clone()) {
            continue;
        }
        match text_of(&mut archive, &name) {
            Some(Ok(page)) => html::add_whole(&page, &mut extract, limits),
            Some(Err(why)) => extract.notes.push(damaged(&name, why)),
            None => extract
                .notes
                .push(damaged(&name, Saying::new("it is missing"))),
        }
    }
    extract.finish(limits);
    Ok(extract)
}

fn damaged(name: &str, why: Saying) -> Note {
    Note::new(
        note::SOURCE_DAMAGED,
        Saying::new("the page {page} was left out: {why}")
            .with("page", name)
            .with("why", why),
    )
}

fn text_of(archive: &mut Archive<'_>, name: &str) -> Option<Result<String, Saying>> {
    let bytes = archive.read_named(name)?;
    Some(bytes.and_then(|bytes| {
        let declared = charset::declared(&bytes);
        let decoded = charset::decode(bytes, declared.as_deref());
        decoded
            .map(|decoded| decoded.text)
            .map_err(|note| note.says)
    }))
}

#[derive(Default)]
struct Book {
    meta: Metadata,
    /// Addresses of the pages, relative to the package.
    spine: Vec<String>,
}

impl Book {
    fn read(opf: &str) -> Result<Self, Saying> {
        let mut book = Self::default();
        let mut pages: BTreeMap<String, String> = BTreeMap::new();
        let mut order: Vec<String> = Vec::new();
        let mut inside = String::new();
        xml::walk(opf, |step| match step {
            Step::Start(element) => {
                match element.name.as_str() {
                    "item" => {
                        if let (Some(id), Some(href)) =
                            (element.attribute("id"), element.attribute("href"))
                        {
                            pages.insert(id, href);
                        }
                    }
                    "itemref" => order.extend(element.attribute("idref")),
                    _ => {}
                }
                inside = element.name;
            }
            Step::End(_) => inside.clear(),
            Step::Text(text) => {
                let field = match inside.as_str() {
                    "title" => "title",
                    "creator" => "author",
                    "publisher" => "publisher",
                    "language" => "language",
                    "date" => "published",
                    _ => return,
                };
                book.meta.tell(field, &text, "book package");
            }
        })?;
        book.spine = order
            .iter()
            .filter_map(|id| pages.get(id).cloned())
            .collect();
        Ok(book)
    }
}

/// The name in the archive of `href`, which is relative to `folder`.
fn joined(folder: &str, href: &str) -> String {
    let href = href.split('#').next().unwrap_or(href);
    let mut parts: Vec<&str> = folder.split('/').filter(|part| !part.is_empty()).collect();
    for part in href.split('/') {
        match part {
            "" | "." => {}
            ".." => {
                parts.pop();
            }
            part => parts.push(part),
        }
    }
    parts.join("/").replace("%20", " ")
}
