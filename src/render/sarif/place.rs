//! Articles and the stretches of them that results point at.

use std::collections::BTreeMap;

use serde_json::{Value, json};

use super::bounds::shortened;
use super::uri;
use crate::render::finding::Place;
use crate::render::visible;
use crate::report::{Part, Report, Source};

/// The name that GitHub gives the root of the checked-out repository.
const ROOT: &str = "%SRCROOT%";

/// What the locations are relative to; where that lies is not said, as it differs from machine to machine.
pub(super) fn bases() -> Value {
    let text = "The folder that the command was run in.";
    json!({ ROOT: { "description": { "text": text } } })
}

/// The articles that results point at, in the order in which they first do.
pub(super) struct Artifacts<'a> {
    sources: BTreeMap<&'a str, &'a Source>,
    parts: &'a BTreeMap<String, Part>,
    places: BTreeMap<&'a str, usize>,
    list: Vec<Value>,
    size: usize,
}

impl<'a> Artifacts<'a> {
    pub fn new(report: &'a Report) -> Self {
        let sources = report.sources.iter();
        Self {
            sources: sources.map(|s| (s.source.as_str(), s)).collect(),
            parts: &report.parts,
            places: BTreeMap::new(),
            list: Vec::new(),
            size: 0,
        }
    }

    /// About how many bytes they take.
    pub fn size(&self) -> usize {
        self.size
    }

    pub fn list(&self) -> Value {
        Value::Array(self.list.clone())
    }

    /// `{ "physicalLocation": … }`, with the article and as much of the stretch as is known.
    pub fn location(&mut self, place: &Place<'a>) -> Value {
        let mut physical = json!({ "artifactLocation": self.reference(place.source) });
        if let Some((line, column)) = place.start {
            let mut region = json!({ "startLine": line });
            if column > 0 {
                region["startColumn"] = column.into();
            }
            if let Some((line, column)) = place.end {
                region["endLine"] = line.into();
                region["endColumn"] = column.into();
                region["snippet"] = json!({ "text": shortened(place.text) });
            }
            physical["region"] = region;
        }
        json!({ "physicalLocation": physical })
    }

    /// The article of this name as a whole.
    pub fn whole(&mut self, source: &'a str) -> Value {
        let source = self.parts.get(source).map_or(source, |part| &part.file);
        json!({ "physicalLocation": { "artifactLocation": self.reference(source) } })
    }

    fn reference(&mut self, source: &'a str) -> Value {
        let mut reference = location(source);
        let next = self.list.len();
        let index = *self.places.entry(source).or_insert(next);
        if index == next {
            let artifact = artifact(source, self.sources.get(source).copied());
            self.size += artifact.to_string().len();
            self.list.push(artifact);
        }
        reference["index"] = index.into();
        reference
    }
}

fn location(source: &str) -> Value {
    let uri = uri::of_path(source);
    if source.starts_with('/') {
        json!({ "uri": uri })
    } else {
        json!({ "uri": uri, "uriBaseId": ROOT })
    }
}

fn artifact(name: &str, source: Option<&Source>) -> Value {
    let mut artifact = json!({
        "location": location(name),
        "roles": ["analysisTarget"],
    });
    let Some(source) = source else {
        return artifact;
    };
    if let Some(title) = &source.title {
        artifact["description"] = json!({ "text": shortened(&visible(title)) });
    }
    let known = [
        ("publisher", &source.publisher),
        ("published", &source.published),
        ("url", &source.url),
        ("language", &source.language),
    ];
    let known = known.into_iter().filter_map(|(key, value)| {
        let value = value.as_ref()?;
        Some((key.to_owned(), shortened(value).into()))
    });
    let known: serde_json::Map<_, _> = known.collect();
    if !known.is_empty() {
        artifact["properties"] = Value::Object(known);
    }
    artifact
}
