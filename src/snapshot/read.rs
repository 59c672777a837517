//! Text to a snapshot, with every error at its place in the file.

use serde::Deserialize;
use serde_spanned::Spanned;

use super::{Copied, Duplicate, Entry, FORMAT, Fact, Ignored, Snapshot, Source, Statement};
use crate::Error;
use crate::report::SCHEMA_VERSION;

impl Snapshot {
    /// Reads `text`, the content of `file`.
    ///
    /// # Errors
    ///
    /// At the place: broken TOML, such as what a merge left behind, an unknown key, and a version other than that of this
    /// crosscheck, with the way out.
    pub fn parse(file: &str, text: &str) -> Result<Self, Error> {
        let fault = |error: &toml::de::Error| {
            if let Some(at) = merge_mark(text) {
                let message = "a merge left its marks here: keep either side, then `crosscheck snapshot verify` tells \
                               what is missing";
                return Error::snapshot(message).at(file, text, at..at + MARK);
            }
            let range = error.span().unwrap_or(0..0);
            Error::snapshot(error.message().to_owned()).at(file, text, range)
        };
        // The versions first: the rest of a file of another version may look different.
        let header: Header = toml::from_str(text).map_err(|error| fault(&error))?;
        for (name, found, wanted) in [
            ("format", &header.format, FORMAT),
            ("report-schema", &header.report_schema, SCHEMA_VERSION),
        ] {
            let version = *found.get_ref();
            if version != wanted {
                return Err(Error::snapshot(migrate(name, version, wanted)).at(
                    file,
                    text,
                    found.span(),
                ));
            }
        }
        let content: Content = toml::from_str(text).map_err(|error| fault(&error))?;
        let sources = content
            .source
            .into_iter()
            .map(RawSource::entry)
            .map(Entry::Source);
        let facts = content
            .fact
            .into_iter()
            .map(RawFact::entry)
            .map(Entry::Fact);
        let duplicates = content.duplicate.into_iter().map(RawDuplicate::entry);
        Ok(Self {
            entries: sources
                .chain(facts)
                .chain(duplicates.map(Entry::Duplicate))
                .collect(),
        })
    }
}

/// Bytes of the signs that a merge puts before the sides that it could not bring together.
const MARK: usize = 7;

/// Where the first of them stands.
fn merge_mark(text: &str) -> Option<usize> {
    let starts = std::iter::once(0).chain(text.match_indices('\n').map(|(at, _)| at + 1));
    starts.into_iter().find(|at| {
        let line = text.get(*at..).unwrap_or("");
        ["<<<<<<<", "=======", ">>>>>>>"]
            .iter()
            .any(|mark| line.starts_with(mark))
    })
}

fn migrate(name: &str, version: u32, wanted: u32) -> String {
    let which = if version < wanted {
        "an earlier"
    } else {
        "a later"
    };
    let way = if version < wanted {
        "let the crosscheck that wrote it verify that it is clean, then `crosscheck snapshot accept` with this one writes \
         it anew"
    } else {
        "update crosscheck, or go back to the file that this version wrote"
    };
    format!(
        "this snapshot has {name} {version}, of {which} version of crosscheck; this one knows {wanted}. To migrate: {way}"
    )
}

#[derive(Deserialize)]
#[serde(rename_all = "kebab-case")]
struct Header {
    format: Spanned<u32>,
    report_schema: Spanned<u32>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
struct Content {
    #[serde(rename = "format")]
    _format: u32,
    #[serde(rename = "report-schema")]
    _report_schema: u32,
    #[serde(default)]
    source: Vec<RawSource>,
    #[serde(default)]
    fact: Vec<RawFact>,
    #[serde(default)]
    duplicate: Vec<RawDuplicate>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawSource {
    name: String,
    publisher: Option<String>,
    published: Option<String>,
    language: Option<String>,
    #[serde(default)]
    notes: Vec<String>,
    #[serde(default)]
    ignored: Vec<String>,
}

impl RawSource {
    fn entry(self) -> Source {
        let ignored = |text| Ignored { text, line: None };
        Source {
            name: self.name,
            publisher: self.publisher,
            published: self.published,
            language: self.language,
            notes: self.notes,
            ignored: self.ignored.into_iter().map(ignored).collect(),
        }
    }
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawFact {
    id: String,
    about: String,
    verdict: String,
    kind: Option<String>,
    origins: usize,
    #[serde(default)]
    claims: Vec<RawStatement>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawStatement {
    source: String,
    quote: String,
    reads: String,
    at: String,
}

impl RawFact {
    fn entry(self) -> Fact {
        let claims = self.claims.into_iter().map(|raw| Statement {
            source: raw.source,
            quote: raw.quote,
            reads: raw.reads,
            at: raw.at,
            line: None,
        });
        Fact {
            id: self.id,
            about: self.about,
            verdict: self.verdict,
            kind: self.kind,
            origins: self.origins,
            claims: claims.collect(),
        }
    }
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawDuplicate {
    id: String,
    class: String,
    passages: Vec<RawCopied>,
    #[serde(default)]
    changes: Vec<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawCopied {
    source: String,
    text: String,
    digest: String,
}

impl RawDuplicate {
    fn entry(self) -> Duplicate {
        let passages = self.passages.into_iter().map(|raw| Copied {
            source: raw.source,
            text: raw.text,
            digest: raw.digest,
            line: None,
        });
        Duplicate {
            id: self.id,
            class: self.class,
            passages: passages.collect(),
            changes: self.changes,
        }
    }
}
