//! From what a file holds to its text with passages, whatever its format.

use std::collections::BTreeSet;

use super::charset::{self, Decoded};
use super::extract::Extract;
use super::{
    Content, Format, Limits, Metadata, Note, Saying, docx, epub, front_matter, html, markdown,
    note, text_file,
};
use crate::text::{LineIndex, Span};

/// The text of `content`, which is a file called `name` and in the charset `sent` if its sender said so, and its format; otherwise the notes that say why there is none.
pub(super) fn read(
    content: Content,
    format: Option<Format>,
    sent: Option<&str>,
    name: &str,
    limits: &Limits,
) -> Result<(Format, Extract), Vec<Note>> {
    let bytes = bytes_of(content, limits)?;
    let format = format.unwrap_or_else(|| Format::of(name, &bytes));
    let extract = guarded(|| extracted(format, bytes, sent, limits))?;
    Ok((format, extract))
}

/// The text of a file with its passages; otherwise the notes that say why there is none.
fn extracted(
    format: Format,
    bytes: Vec<u8>,
    sent: Option<&str>,
    limits: &Limits,
) -> Result<Extract, Vec<Note>> {
    let unreadable = |why: Saying| Note::of_loss(why, None);
    let extract = match format {
        Format::Text | Format::Markdown => return text_of(bytes, format, sent, limits),
        Format::Html | Format::Fragment => {
            let declared = sent
                .map(str::to_owned)
                .or_else(|| charset::declared(&bytes));
            let decoded = decoded(bytes, declared.as_deref())?;
            let mut extract = if format == Format::Html {
                html::extract(&decoded.text, limits)
            } else {
                let mut extract = Extract::default();
                html::add_whole(&decoded.text, &mut extract, limits);
                extract.finish(limits);
                extract
            };
            extract.notes.splice(0..0, decoded.notes);
            extract
        }
        Format::Docx => docx::extract(&bytes, limits).map_err(unreadable)?,
        Format::Epub => epub::extract(&bytes, limits).map_err(unreadable)?,
        Format::Pdf if bytes.starts_with(b"%PDF") => {
            let why =
                Saying::new("it is a PDF file, whose text another program has to take out first");
            return Err(unreadable(why));
        }
        Format::Pdf => return text_of(bytes, Format::Text, None, limits),
        Format::JsonLines | Format::Table | Format::Feed | Format::Mail | Format::Zip => {
            let why = Saying::new("it holds several articles, which have to be taken out first");
            return Err(unreadable(why));
        }
    };
    if extract.passages.is_empty() {
        let mut notes = extract.notes;
        notes.push(Note::new(
            note::SOURCE_EMPTY,
            Saying::new("there is no text in it"),
        ));
        return Err(notes);
    }
    Ok(extract)
}

/// The bytes of an article, or the notes that say why there are none.
fn bytes_of(content: Content, limits: &Limits) -> Result<Vec<u8>, Vec<Note>> {
    match content {
        Content::Bytes(bytes) if bytes.len() > limits.file_bytes => {
            let why = Saying::new("the file has {bytes} bytes, more than {most}, and was not read");
            let why = why
                .with("bytes", bytes.len())
                .with("most", limits.file_bytes);
            Err(Note::of_loss(why.at_limit("file-bytes"), None))
        }
        Content::Bytes(bytes) => Ok(bytes),
        Content::Unreadable { why, line } => Err(Note::of_loss(why, line)),
    }
}

/// What `read` gives. A fault in the code that knows a format costs one source and not the report.
fn guarded(read: impl FnOnce() -> Result<Extract, Vec<Note>>) -> Result<Extract, Vec<Note>> {
    let read = std::panic::catch_unwind(std::panic::AssertUnwindSafe(read));
    read.unwrap_or_else(|_| {
        let why = Saying::new("the file made its reader fail, which is a fault of crosscheck");
        Err(vec![Note::new(note::SOURCE_UNREADABLE, why)])
    })
}

fn decoded(bytes: Vec<u8>, declared: Option<&str>) -> Result<Decoded, Vec<Note>> {
    let decoded = charset::decode(bytes, declared).map_err(|note| vec![note])?;
    if decoded
        .text
        .trim_start_matches('\u{FEFF}')
        .trim()
        .is_empty()
    {
        return Err(vec![Note::new(
            note::SOURCE_EMPTY,
            Saying::new("there is no text in it"),
        )]);
    }
    Ok(decoded)
}

/// A text in which spans are bytes of the file, as long as that is in UTF-8.
fn text_of(
    bytes: Vec<u8>,
    format: Format,
    sent: Option<&str>,
    limits: &Limits,
) -> Result<Extract, Vec<Note>> {
    let decoded = decoded(bytes, sent)?;
    let converted = !decoded.notes.is_empty();
    let (mut text, mut notes) = (decoded.text, decoded.notes);
    if text.len() > limits.text_bytes {
        let end = crate::text::boundary_before(&text, limits.text_bytes);
        let end = text[..end].rfind('\n').unwrap_or(end);
        text.truncate(end);
        let says = Saying::new(
            "the text is longer than {most} bytes; what stands behind byte {byte} was left out",
        );
        let says = says.with("most", limits.text_bytes).with("byte", end);
        notes.push(Note::of_limit("text-bytes", says));
    }
    let lines = LineIndex::new(&text);
    let long_lines = long_lines(&text, &lines, limits.line_bytes);
    notes.extend(long_lines.iter().map(|&line| {
        let says = Saying::new("line {line} is longer than {most} bytes and was left out");
        let says = says.with("line", line).with("most", limits.line_bytes);
        Note::new(note::LINE_TOO_LONG, says.at_limit("line-bytes")).on_line(line)
    }));
    let mut meta = Metadata::default();
    let mut passages = if format == Format::Markdown {
        let head = front_matter::read(&text);
        meta = head.meta;
        let left_out: Vec<Span> = long_lines
            .iter()
            .map(|&line| lines.line(&text, line))
            .collect();
        markdown::passages(&text, head.span, &left_out)
    } else {
        text_file::passages(&text, &lines, |line| long_lines.contains(&line))
    };
    if passages.len() > limits.blocks {
        let at = lines.position(&text, passages[limits.blocks].span.start);
        passages.truncate(limits.blocks);
        let says = Saying::new(
            "there are more than {most} blocks; those from line {line} on were left out",
        );
        let says = says.with("most", limits.blocks).with("line", at.line);
        notes.push(Note::of_limit("blocks", says).on_line(at.line));
    }
    Ok(Extract {
        text,
        passages,
        meta,
        notes,
        converted,
        ..Extract::default()
    })
}

fn long_lines(text: &str, lines: &LineIndex, longest: usize) -> BTreeSet<usize> {
    if text.len() <= longest {
        return BTreeSet::new();
    }
    (1..=lines.count())
        .filter(|&line| lines.line(text, line).len() > longest)
        .collect()
}
