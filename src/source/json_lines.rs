use std::collections::BTreeMap;
use std::io::{self, BufRead};

use serde::Deserialize;
use serde::de::{Error, IgnoredAny, Unexpected};
use serde_json::{Map, Value};

use super::{Columns, Content, Input, Metadata, Note, Reading, Saying, note};

/// One line of a file of articles. Other keys are passed over.
#[derive(Debug, Deserialize)]
#[serde(expecting = "an object")]
struct Record {
    id: Id,
    text: String,
    #[serde(default)]
    title: Option<String>,
    #[serde(default)]
    publisher: Option<String>,
    #[serde(default)]
    author: Option<String>,
    #[serde(default)]
    url: Option<String>,
    #[serde(default)]
    published: Option<String>,
    #[serde(default)]
    modified: Option<String>,
    #[serde(default)]
    language: Option<String>,
}

#[derive(Debug, Deserialize)]
#[serde(untagged, expecting = "a string or a whole number")]
enum Id {
    Text(String),
    Number(i64),
}

/// The articles of a file `name` with one JSON object a line: `id`, `text`, and optional `title`, `publisher`, `author`,
/// `url`, `published` and `modified` (EDTF) and `language`. The id becomes the name of the source; spans are bytes of
/// `text`.
///
/// A line that is no such object becomes an input that says why, named `<name>:<line>`. Empty lines do not count. Of
/// two articles with the same id the later one is renamed, with a note.
pub fn json_lines(name: &str, bytes: &[u8]) -> Vec<Input> {
    lines(name, bytes, &Reading::default())
}

/// The same with the names of keys and the limits of `reading`.
pub(super) fn lines(name: &str, bytes: &[u8], reading: &Reading) -> Vec<Input> {
    // Memory gives every line.
    json_lines_from(name, bytes, reading).unwrap_or_default()
}

/// The same from a stream, in memory that does not grow with the stream: a line longer than one may be is passed over
/// while it is read, and reading ends where the articles of a run are enough. Both are said in an input of their own.
///
/// # Errors
///
/// Those of `stream`.
pub fn json_lines_from(
    name: &str,
    mut stream: impl BufRead,
    reading: &Reading,
) -> io::Result<Vec<Input>> {
    let limits = &reading.limits;
    let mut taken = BTreeMap::new();
    let mut inputs = Vec::new();
    let mut json = Vec::new();
    let mut bytes = 0;
    let mut line = 0;
    // A line holds a text and what is said of it, with signs of two to six bytes for one.
    let longest = limits.text_bytes.saturating_mul(4);
    // More than a run can hold: what is behind would be left out later.
    let most = limits.total_bytes.min(limits.compared_bytes);
    while let Some(length) = read_line(&mut stream, &mut json, longest)? {
        line += 1;
        let text = if line == 1 {
            json.strip_prefix("\u{FEFF}".as_bytes()).unwrap_or(&json)
        } else {
            &json
        };
        if length <= longest && text.trim_ascii().is_empty() {
            continue;
        }
        if inputs.len() >= limits.sources || bytes > most {
            let limit = match limits {
                _ if inputs.len() >= limits.sources => "sources",
                _ if most < limits.total_bytes => "compared-bytes",
                _ => "total-bytes",
            };
            let behind = 1 + lines_left(&mut stream)?;
            let before = (inputs.len(), bytes);
            inputs.push(left_out(name, line, behind, before, limit));
            break;
        }
        let mut input = if length > longest {
            too_long(name, line, length, longest)
        } else {
            match record(text, &reading.columns) {
                Ok(record) => article(record),
                Err(error) => broken(name, line, &error),
            }
        };
        input.line = Some(line);
        rename(&mut input, line, &mut taken);
        bytes += input.held();
        inputs.push(input);
    }
    Ok(inputs)
}

/// Reads a line without its end into `line`, of which `longest` bytes are kept; `None` at the end of the stream. Tells
/// the length that the line has.
fn read_line(
    stream: &mut impl BufRead,
    line: &mut Vec<u8>,
    longest: usize,
) -> io::Result<Option<usize>> {
    line.clear();
    let mut length = 0;
    loop {
        let buffer = match stream.fill_buf() {
            Ok(buffer) => buffer,
            Err(error) if error.kind() == io::ErrorKind::Interrupted => continue,
            Err(error) => return Err(error),
        };
        if buffer.is_empty() {
            return Ok((length > 0).then_some(length));
        }
        let end = memchr::memchr(b'\n', buffer);
        let part = &buffer[..end.unwrap_or(buffer.len())];
        let room = longest.saturating_sub(line.len()).min(part.len());
        line.extend_from_slice(&part[..room]);
        length += part.len();
        let used = part.len() + usize::from(end.is_some());
        stream.consume(used);
        if end.is_some() {
            return Ok(Some(length));
        }
    }
}

/// Lines to the end of the stream that are not empty.
fn lines_left(stream: &mut impl BufRead) -> io::Result<usize> {
    let (mut lines, mut line) = (0, Vec::new());
    while let Some(length) = read_line(stream, &mut line, 1)? {
        let is_empty = length == 0 || length == 1 && line == b"\r";
        lines += usize::from(!is_empty);
    }
    Ok(lines)
}

fn record(json: &[u8], columns: &Columns) -> serde_json::Result<Record> {
    // A list would be taken for the values of the keys in their order.
    if json.trim_ascii_start().starts_with(b"[") {
        serde_json::from_slice::<Vec<IgnoredAny>>(json)?;
        return Err(Error::invalid_type(Unexpected::Seq, &"an object"));
    }
    if columns.are_plain() {
        return serde_json::from_slice(json);
    }
    let mut given: Map<String, Value> = serde_json::from_slice(json)?;
    let known = Columns::FIELDS
        .into_iter()
        .filter_map(|field| Some((field.to_owned(), given.remove(columns.of(field))?)));
    let known: Map<String, Value> = known.collect();
    serde_json::from_value(Value::Object(known))
}

fn article(record: Record) -> Input {
    let Record {
        id,
        text,
        title,
        publisher,
        author,
        url,
        published,
        modified,
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
        author,
        url,
        published,
        modified,
        language,
        ..Metadata::default()
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
    let why = if error.column() > 0 {
        let why = Saying::new("line {line}, column {column} is no article: {error}");
        why.with("column", error.column())
    } else {
        Saying::new("line {line} is no article: {error}")
    };
    lost(name, line, why.with("line", line).with("error", what))
}

fn too_long(name: &str, line: usize, length: usize, longest: usize) -> Input {
    let why = Saying::new("line {line} has {bytes} bytes, more than {most}, and was left out");
    let why = why.with("line", line).with("bytes", length);
    lost(name, line, why.with("most", longest).at_limit("text-bytes"))
}

/// What stands for the `count` articles from `line` on, which `limit` keeps out behind `articles` of `bytes`.
fn left_out(
    name: &str,
    line: usize,
    count: usize,
    (articles, bytes): (usize, usize),
    limit: &'static str,
) -> Input {
    let why = Saying::new(
        "articles left out: {count}, from line {line} on; before them: {articles}, of {bytes} bytes, as many as one run takes",
    );
    let why = why.with("count", count).with("line", line);
    let why = why.with("articles", articles).with("bytes", bytes);
    lost(name, line, why.at_limit(limit))
}

fn lost(name: &str, line: usize, why: Saying) -> Input {
    Input {
        content: Content::Unreadable {
            why,
            line: Some(line),
        },
        ..Input::new(format!("{name}:{line}"), Vec::new())
    }
}

/// `taken` holds each name with the number of the last copy of it.
fn rename(input: &mut Input, line: usize, taken: &mut BTreeMap<String, usize>) {
    let wanted = input.name.clone();
    let mut copy = taken.get(&wanted).copied().unwrap_or(1);
    while taken.contains_key(&input.name) {
        copy += 1;
        input.name = format!("{wanted}#{copy}");
    }
    taken.insert(wanted.clone(), copy);
    if input.name != wanted {
        taken.insert(input.name.clone(), 1);
        let says = Saying::new("the id `{wanted}` is taken; this article is called `{name}`");
        let says = says.with("wanted", wanted).with("name", &*input.name);
        input
            .notes
            .push(Note::new(note::SOURCE_RENAMED, says).on_line(line));
    }
}
