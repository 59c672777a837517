//! Files that hold several articles: archives, mails, feeds, tables, JSON lines.

use std::collections::BTreeMap;
use std::panic::{AssertUnwindSafe, catch_unwind};

use super::archive::Archive;
use super::{
    Content, Format, Input, Limits, Manifest, Note, Reading, Saying, charset, email, feed,
    json_lines, note, table,
};

/// Something inside a file.
pub(super) enum Member {
    /// An article, as its container holds it.
    Article(Box<Input>),
    /// A file of its own.
    File {
        /// With the name of the container and `/` before it.
        name: String,
        bytes: Vec<u8>,
    },
    /// What cannot be had, and why.
    Lost { name: String, why: Saying },
}

/// The single articles of `input`: itself, or those that an archive, a mail, a feed, a table or a file of JSON lines
/// holds, named `<file>/<article>`. A file that gives none becomes an input that says why.
pub fn unpack(input: Input, reading: &Reading) -> Vec<Input> {
    let mut unpacked = Unpacked {
        reading,
        budget: reading.limits.expanded_bytes,
        found: Vec::new(),
    };
    unpacked.take(input, 0);
    let mut found = unpacked.found;
    number_copies(&mut found);
    found
}

/// Gives the later of two articles of one name another, with a note.
fn number_copies(found: &mut [Input]) {
    let mut times: BTreeMap<String, usize> = BTreeMap::new();
    for input in found {
        let time = times.entry(input.name.clone()).or_default();
        *time += 1;
        if *time > 1 {
            let says = Saying::new("another article is called {name} too");
            let says = says.with("name", &*input.name);
            input.notes.push(Note::new(note::SOURCE_RENAMED, says));
            input.name = format!("{} ({time})", input.name);
        }
    }
}

struct Unpacked<'r> {
    reading: &'r Reading,
    /// Bytes that may still come out of archives.
    budget: usize,
    found: Vec<Input>,
}

impl Unpacked<'_> {
    fn take(&mut self, input: Input, depth: usize) {
        let limits = &self.reading.limits;
        let Content::Bytes(bytes) = &input.content else {
            self.found.push(input);
            return;
        };
        let format = input
            .format
            .unwrap_or_else(|| Format::of(&input.name, bytes));
        if !format.is_container() {
            let input = Input {
                format: Some(format),
                ..input
            };
            self.found.push(input);
            return;
        }
        if depth >= limits.archives {
            let why = Saying::new(
                "it lies in {depth} archives or mails, and no more than {most} are opened",
            );
            let why = why.with("depth", depth).with("most", limits.archives);
            self.lose(input.name, why.at_limit("archives"));
            return;
        }
        // A fault in the code that knows a format costs one file and not the report.
        let members = catch_unwind(AssertUnwindSafe(|| {
            self.members(format, &input.name, bytes)
        }));
        let members = members.unwrap_or_else(|_| {
            Err(Saying::new(
                "the file made its reader fail, which is a fault of crosscheck",
            ))
        });
        let members = match members {
            Ok(members) => members,
            Err(why) => {
                self.lose(input.name, why);
                return;
            }
        };
        let before = self.found.len();
        let most = limits.entries;
        let left_out = members.len().saturating_sub(most);
        for member in members.into_iter().take(most) {
            match member {
                Member::Article(mut article) => {
                    // What was said of the file counts for all that is in it.
                    let own = std::mem::replace(&mut article.meta, input.meta.clone());
                    article.meta.fill(own, &mut article.notes);
                    article.notes.extend(input.notes.iter().cloned());
                    self.found.push(*article);
                }
                Member::File { name, bytes } => {
                    if Format::of_ending(ending(&name)).is_some() {
                        self.take(Input::new(name, bytes), depth + 1);
                    }
                }
                Member::Lost { name, why } => self.lose(name, why),
            }
        }
        if depth > 0 {
            // The file that a reader opens is the outer one.
            for input in &mut self.found[before..] {
                input.line = None;
            }
        }
        if left_out > 0 {
            let why =
                Saying::new("{count} articles behind the first {most} of the file were left out");
            let why = why.with("count", left_out).with("most", most);
            self.lose(input.name, why.at_limit("entries"));
        } else if self.found.len() == before {
            self.lose(input.name, Saying::new("there is no article in it"));
        }
    }

    fn members(&mut self, format: Format, name: &str, bytes: &[u8]) -> Result<Vec<Member>, Saying> {
        match format {
            Format::Zip => self.archive(name, bytes),
            Format::Mail => email::members(name, bytes),
            Format::Feed => feed::members(name, bytes, &self.reading.limits),
            Format::Table => table::members(name, bytes, self.reading),
            _ => Ok(json_lines::lines(name, bytes, self.reading)
                .into_iter()
                .map(|input| Member::Article(Box::new(input)))
                .collect()),
        }
    }

    fn archive(&mut self, name: &str, bytes: &[u8]) -> Result<Vec<Member>, Saying> {
        let limits = Limits {
            expanded_bytes: self.budget,
            ..self.reading.limits.clone()
        };
        let mut archive = Archive::open(bytes, &limits)?;
        let manifest = match archive.read_named(MANIFEST) {
            Some(bytes) => {
                let text = bytes.and_then(|bytes| {
                    String::from_utf8(bytes).map_err(|_| Saying::new("it is no UTF-8"))
                });
                Some(text.and_then(|text| {
                    Manifest::parse(MANIFEST, &text).map_err(|error| {
                        Saying::new("{manifest}").with("manifest", error.to_string())
                    })
                }))
            }
            None => None,
        };
        let mut members = Vec::new();
        if let Some(Err(why)) = &manifest {
            members.push(Member::Lost {
                name: format!("{name}/{MANIFEST}"),
                why: why.clone(),
            });
        }
        for entry in archive.entries() {
            let inside = entry.name.clone();
            if inside == MANIFEST || is_passed_over(&inside) {
                continue;
            }
            let full = format!("{name}/{}", inside.trim_start_matches(['/', '\\']));
            if entry.escapes {
                let why = Saying::new("the name of the entry leads out of the archive");
                members.push(Member::Lost { name: full, why });
                continue;
            }
            if Format::of_ending(ending(&inside)).is_none() {
                continue;
            }
            let told = manifest
                .as_ref()
                .and_then(|manifest| manifest.as_ref().ok()?.get(&inside));
            members.push(match (archive.read(entry.index), told) {
                (Ok(bytes), None) => Member::File { name: full, bytes },
                (Ok(bytes), Some(meta)) => {
                    let input = Input::new(full, bytes).with_meta(meta.clone());
                    let format = match &input.content {
                        Content::Bytes(bytes) => Some(Format::of(&input.name, bytes)),
                        Content::Unreadable { .. } => None,
                    };
                    match format.filter(|format| format.is_container()) {
                        None => Member::Article(Box::new(Input { format, ..input })),
                        Some(_) => match input.content {
                            Content::Bytes(bytes) => Member::File {
                                name: input.name,
                                bytes,
                            },
                            Content::Unreadable { why, .. } => Member::Lost {
                                name: input.name,
                                why,
                            },
                        },
                    }
                }
                (Err(why), _) => Member::Lost { name: full, why },
            });
        }
        self.budget = archive.budget();
        Ok(members)
    }

    fn lose(&mut self, name: String, why: Saying) {
        self.found.push(Input::unreadable(name, why));
    }
}

/// The file that says what is known of the others.
const MANIFEST: &str = "sources.toml";

/// Hidden files, and what some systems add to every archive.
fn is_passed_over(name: &str) -> bool {
    name.split(['/', '\\'])
        .any(|part| part == "__MACOSX" || part.starts_with('.') && part != "..")
}

pub(super) fn ending(name: &str) -> &str {
    let file = name.rsplit('/').next().unwrap_or(name);
    file.rsplit_once('.').map_or("", |(_, ending)| ending)
}

/// `part` as one part of a name: without slashes and control characters, and never empty.
pub(super) fn safe_name(part: &str, number: usize) -> String {
    let file = part.rsplit(['/', '\\']).next().unwrap_or(part);
    let file: String = file.chars().filter(|c| !c.is_control()).take(120).collect();
    if file.trim_matches(['.', ' ']).is_empty() {
        (number + 1).to_string()
    } else {
        file
    }
}

/// The text of a file of records.
pub(super) fn text(bytes: &[u8]) -> Result<(String, Vec<Note>), Saying> {
    charset::decode(bytes.to_vec(), None)
        .map(|decoded| (decoded.text, decoded.notes))
        .map_err(|note| note.says)
}
