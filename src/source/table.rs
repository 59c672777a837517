//! Tables (RFC 4180 and its relatives): one article a record, columns by their names.

use csv::{Position, ReaderBuilder, StringRecord};

use super::unpack::{Member, text};
use super::{Content, Format, Input, Metadata, Reading, Saying};

/// The articles of the table `bytes`, named in `name` by their id or by the line of their record. The separator is the
/// sign that the line of the headers has most often.
///
/// The error says why there are none; a record that cannot be read becomes a member that says why.
pub(super) fn members(name: &str, bytes: &[u8], reading: &Reading) -> Result<Vec<Member>, Saying> {
    let (table, notes) = text(bytes)?;
    let table = table.trim_start_matches('\u{FEFF}');
    let head = table.lines().next().unwrap_or_default();
    let delimiter = [b',', b';', b'\t']
        .into_iter()
        .max_by_key(|sign| head.bytes().filter(|byte| byte == sign).count());
    let mut records = ReaderBuilder::new()
        .delimiter(
            delimiter
                .filter(|sign| head.bytes().any(|byte| byte == *sign))
                .unwrap_or(b','),
        )
        .flexible(true)
        .from_reader(table.as_bytes());
    let headers = records
        .headers()
        .map_err(|error| {
            let why = Saying::new("the headers of the table cannot be read: {error}");
            why.with("error", error.to_string())
        })?
        .clone();
    let column = |field: &str| {
        let wanted = reading.columns.of(field);
        headers
            .iter()
            .position(|header| header.trim().eq_ignore_ascii_case(wanted))
    };
    let Some(text) = column("text") else {
        let names: Vec<&str> = headers.iter().take(12).collect();
        let why = Saying::new("the table has no column `{column}`, only: {columns}");
        let why = why.with("column", reading.columns.of("text"));
        return Err(why.with("columns", names.join(", ")));
    };
    let id = column("id");
    let fields: Vec<(&'static str, usize)> = FIELDS
        .into_iter()
        .filter_map(|field| Some((field, column(field)?)))
        .collect();
    let mut members = Vec::new();
    let mut record = StringRecord::new();
    loop {
        let line = records.position().line();
        match records.read_record(&mut record) {
            Ok(false) => return Ok(members),
            Ok(true) => {}
            Err(error) => {
                members.push(lost(name, line, Some(error.to_string())));
                continue;
            }
        }
        let line = record
            .position()
            .map_or(line, |start| line_of(table, start));
        let Some(text) = record.get(text) else {
            members.push(lost(name, line, None));
            continue;
        };
        let mut meta = Metadata::default();
        for (field, at) in &fields {
            meta.tell(field, record.get(*at).unwrap_or_default(), "column");
        }
        let id = id.and_then(|id| record.get(id)).map(str::trim);
        let article = match id.filter(|id| !id.is_empty()) {
            Some(id) => format!("{name}/{}", id.replace(['/', '\\'], "-")),
            None => format!("{name}:{line}"),
        };
        members.push(Member::Article(Box::new(Input {
            name: article,
            meta,
            format: Some(Format::Text),
            charset: None,
            line: usize::try_from(line).ok(),
            content: Content::Bytes(text.as_bytes().to_vec()),
            notes: notes.clone(),
        })));
    }
}

/// The 1-based line of the record that starts at `start`, or behind empty lines there.
fn line_of(table: &str, start: &Position) -> u64 {
    let from = usize::try_from(start.byte()).unwrap_or(usize::MAX);
    let rest = table.as_bytes().get(from..).unwrap_or_default();
    let empty = rest.iter().take_while(|byte| matches!(byte, b'\r' | b'\n'));
    start.line() + empty.filter(|byte| **byte == b'\n').count() as u64
}

/// What a column can say of an article beside its text.
pub(super) const FIELDS: [&str; 7] = [
    "title",
    "publisher",
    "author",
    "url",
    "published",
    "modified",
    "language",
];

/// A record that cannot be read: by what the reader of tables says, or because it has no text.
fn lost(name: &str, line: u64, error: Option<String>) -> Member {
    let number = usize::try_from(line).unwrap_or(usize::MAX);
    let why = match error {
        Some(error) => {
            let why = Saying::new("the record on line {line} cannot be read: {error}");
            why.with("error", error)
        }
        None => {
            Saying::new("the record on line {line} cannot be read: the record ends before its text")
        }
    };
    Member::Lost {
        name: format!("{name}:{line}"),
        why: why.with("line", number),
    }
}
