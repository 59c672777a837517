use std::collections::BTreeSet;

use serde::Deserialize;

use super::{Content, Input, Metadata, Note, note};

/// One line of a file of articles. Other keys are passed over.
#[derive(Debug, Deserialize)]
struct Record {
    id: Id,
    text: String,
    #[serde(default)]
    title: Option<String>,
    #[serde(default)]
    publisher: Option<String>,
    #[serde(default)]
    url: Option<String>,
    #[serde(default)]
    published: Option<String>,
    #[serde(default)]
    language: Option<String>,
}

#[derive(Debug, Deserialize)]
#[serde(untagged, expecting = "a string or a whole number")]
enum Id {
    Text(String),
    Number(i64),
}

/// The articles of a file `name` with one JSON object a line: `id`, `text`, and optional `title`, `publisher`, `url`,
/// `published` (EDTF) and `language`. The id becomes the name of the source; spans are bytes of `text`.
///
/// A line that is no such object becomes an input that says why, named `<name>:<line>`. Empty lines do not count. Of
/// two articles with the same id the later one is renamed, with a note.
pub fn json_lines(name: &str, bytes: &[u8]) -> Vec<Input> {
    let mut taken = BTreeSet::new();
    let bytes = bytes.strip_prefix("\u{FEFF}".as_bytes()).unwrap_or(bytes);
    let lines = bytes
        .split(|&byte| byte == b'\n')
        .enumerate()
        .map(|(index, line)| (index + 1, line));
    let mut inputs = Vec::new();
    for (line, json) in lines.filter(|(_, json)| !json.trim_ascii().is_empty()) {
        let mut input = match serde_json::from_slice::<Record>(json) {
            Ok(record) => article(record),
            Err(error) => broken(name, line, &error),
        };
        rename(&mut input, line, &mut taken);
        inputs.push(input);
    }
    inputs
}

fn article(record: Record) -> Input {
    let Record {
        id,
        text,
        title,
        publisher,
        url,
        published,
        language,
    } = record;
    let name = match id {
        Id::Text(id) => id,
        Id::Number(id) => id.to_string(),
    };
    let format = Some(super::Format::Text);
    let meta = Metadata {
        title,
        publisher,
        url,
        published,
        language,
    };
    Input {
        format,
        ..Input::new(name, text)
    }
    .with_meta(meta)
}

fn broken(name: &str, line: usize, error: &serde_json::Error) -> Input {
    // serde_json counts each line as its first.
    let what = error.to_string();
    let what = what
        .rsplit_once(" at line ")
        .map_or(what.as_str(), |(what, _)| what);
    let why = format!(
        "line {line}, column {} is no article: {what}",
        error.column()
    );
    let mut input = Input::unreadable(format!("{name}:{line}"), why.clone());
    input.content = Content::Unreadable {
        why,
        line: Some(line),
    };
    input
}

fn rename(input: &mut Input, line: usize, taken: &mut BTreeSet<String>) {
    let wanted = input.name.clone();
    let mut copy = 2;
    while !taken.insert(input.name.clone()) {
        input.name = format!("{wanted}#{copy}");
        copy += 1;
    }
    if input.name != wanted {
        let message = format!(
            "the id `{wanted}` is taken; this article is called `{}`",
            input.name
        );
        input
            .notes
            .push(Note::new(note::SOURCE_RENAMED, message).on_line(line));
    }
}
