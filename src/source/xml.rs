//! XML read once from front to back: no tree, no entity but those of the standard, no document type.

use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};

use super::Saying;

/// A step through a document.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Step<'x> {
    /// An element starts. Elements without content give a start and an end.
    Start(Element<'x>),
    End(String),
    Text(String),
}

/// An element by its name without its prefix.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Element<'x> {
    pub name: String,
    start: BytesStart<'x>,
}

impl Element<'_> {
    /// The attribute `name`, with or without a prefix.
    pub fn attribute(&self, name: &str) -> Option<String> {
        let found = self
            .start
            .attributes()
            .flatten()
            .find(|attribute| local(attribute.key.as_ref()) == name)?;
        Some(html_escape::decode_html_entities(&found.value).into_owned())
    }
}

/// Hands every step of `xml` to `take`. The error says where it is broken; what stood before it was handed out.
pub(super) fn walk<'x>(xml: &'x str, mut take: impl FnMut(Step<'x>)) -> Result<(), Saying> {
    let mut reader = Reader::from_str(xml);
    reader.config_mut().check_end_names = false;
    loop {
        let event = reader.read_event().map_err(|error| {
            let at = usize::try_from(reader.error_position()).unwrap_or(usize::MAX);
            Saying::new("the XML is broken at byte {byte}: {error}")
                .with("byte", at)
                .with("error", error.to_string())
        })?;
        match event {
            Event::Start(start) => take(Step::Start(element(start))),
            Event::Empty(start) => {
                let element = element(start);
                let name = element.name.clone();
                take(Step::Start(element));
                take(Step::End(name));
            }
            Event::End(end) => take(Step::End(local(end.name().as_ref()).to_owned())),
            Event::Text(text) => take(Step::Text(text.xml10_content().into_owned())),
            Event::CData(text) => take(Step::Text(text.xml10_content().into_owned())),
            Event::GeneralRef(name) => {
                let reference = format!("&{};", &*name);
                let shown = html_escape::decode_html_entities(&reference);
                // An entity of the document's own is not expanded.
                if shown != reference {
                    take(Step::Text(shown.into_owned()));
                }
            }
            Event::Eof => return Ok(()),
            Event::Comment(_) | Event::Decl(_) | Event::PI(_) | Event::DocType(_) => {}
        }
    }
}

fn element(start: BytesStart<'_>) -> Element<'_> {
    Element {
        name: local(start.name().as_ref()).to_owned(),
        start,
    }
}

fn local(name: &str) -> &str {
    name.rsplit_once(':').map_or(name, |(_, name)| name)
}
