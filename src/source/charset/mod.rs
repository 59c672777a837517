//! Bytes to text: byte order marks, UTF-8, what the file declares, what its bytes look like.

mod legacy;

use chardetng::{EncodingDetector, Iso2022JpDetection, Utf8Detection};
use encoding_rs::{Encoding, UTF_8, UTF_16BE, UTF_16LE, WINDOWS_1252};

use super::{Note, Saying, note};

/// Fewest bytes outside ASCII by which a charset is told from the others.
const FEWEST: usize = 8;

/// Bytes by which UTF-16 is known.
const SEEN: usize = 4_096;

/// The text of a file, and what was done to have it.
#[derive(Debug)]
pub(super) struct Decoded {
    pub text: String,
    pub notes: Vec<Note>,
}

/// Reads `bytes` as text. `declared` is the charset that the file or its envelope names.
///
/// UTF-8 is taken as it is. Anything else becomes UTF-8, which a note says: spans are then bytes of that text.
///
/// # Errors
///
/// The note that says why there is no text: bytes of no charset that is known for sure, or no text at all.
pub(super) fn decode(bytes: Vec<u8>, declared: Option<&str>) -> Result<Decoded, Note> {
    if bytes.starts_with(&[0xFF, 0xFE, 0, 0]) || bytes.starts_with(&[0, 0, 0xFE, 0xFF]) {
        let says = Saying::new("the text is in UTF-32, which is not read (byte 0, line 1)");
        return Err(Note::new(note::NOT_UTF_8, says).on_line(1));
    }
    for (mark, encoding) in [([0xFF, 0xFE], UTF_16LE), ([0xFE, 0xFF], UTF_16BE)] {
        if let Some(text) = bytes.strip_prefix(&mark) {
            let (text, damaged) = encoding.decode_without_bom_handling(text);
            let mut decoded = converted(
                text.into_owned(),
                encoding.name(),
                Saying::new("its byte order mark"),
            );
            if damaged {
                decoded.notes.push(damage(&decoded.text));
            }
            return Ok(decoded);
        }
    }
    if let Some((text, encoding)) = unmarked(&bytes) {
        return Ok(converted(text, encoding.name(), Saying::new("its bytes")));
    }
    if bytes.contains(&0)
        && let Some(at) = bytes.iter().position(|&byte| byte == 0)
    {
        let line = line_of(&bytes, at);
        let says =
            Saying::new("there is a NUL byte at byte {byte}, line {line}: it is no text file");
        let says = says.with("byte", at).with("line", line);
        return Err(Note::new(note::SOURCE_BINARY, says).on_line(line));
    }
    let bytes = match String::from_utf8(bytes) {
        Ok(text) => return Ok(unicode(text)),
        Err(error) => error.into_bytes(),
    };
    if let Some(encoding) = declared.and_then(|label| Encoding::for_label(label.as_bytes()))
        && encoding != UTF_8
        && let Some(text) = encoding.decode_without_bom_handling_and_without_replacement(&bytes)
    {
        // Pages in these fonts call themselves Latin-1 or Windows-1258.
        return Ok(
            match legacy::convert(&WINDOWS_1252.decode_without_bom_handling(&bytes).0) {
                Some((text, code)) => converted_from_font(text, code),
                None => converted(
                    text.into_owned(),
                    encoding.name(),
                    Saying::new("its own word"),
                ),
            },
        );
    }
    if mostly_utf_8(&bytes) {
        let text = String::from_utf8_lossy(&bytes).into_owned();
        let note = damage(&text);
        return Ok(Decoded {
            text,
            notes: vec![note],
        });
    }
    guessed(&bytes)
}

/// UTF-16 without a byte order mark: in scripts of Latin letters most pairs of bytes have a NUL in one and the same place,
/// and no pair has it in the other.
fn unmarked(bytes: &[u8]) -> Option<(String, &'static Encoding)> {
    let seen = bytes.get(..SEEN).unwrap_or(bytes);
    if !seen.contains(&0) {
        return None;
    }
    let pairs = seen.len() / 2;
    let nuls = |place: usize| {
        let bytes = seen.chunks_exact(2).map(|pair| pair[place]);
        bytes.filter(|byte| *byte == 0).count()
    };
    let encoding = match (nuls(0), nuls(1)) {
        (0, low) if pairs >= FEWEST && low * 2 >= pairs => UTF_16LE,
        (high, 0) if pairs >= FEWEST && high * 2 >= pairs => UTF_16BE,
        _ => return None,
    };
    let text = encoding.decode_without_bom_handling_and_without_replacement(bytes)?;
    let is_text = !text.chars().any(is_control);
    is_text.then(|| (text.into_owned(), encoding))
}

/// By the bytes alone.
fn guessed(bytes: &[u8]) -> Result<Decoded, Note> {
    let (latin, _) = WINDOWS_1252.decode_without_bom_handling(bytes);
    if let Some((text, code)) = legacy::convert(&latin) {
        return Ok(converted_from_font(text, code));
    }
    let foreign = bytes.iter().filter(|byte| !byte.is_ascii()).count();
    if foreign >= FEWEST {
        let mut detector = EncodingDetector::new(Iso2022JpDetection::Deny);
        detector.feed(bytes, true);
        let encoding = detector.guess(None, Utf8Detection::Deny);
        let text = encoding.decode_without_bom_handling_and_without_replacement(bytes);
        if let Some(text) = text.filter(|text| !text.chars().any(is_control)) {
            return Ok(converted(
                text.into_owned(),
                encoding.name(),
                Saying::new("its bytes"),
            ));
        }
    }
    let at = std::str::from_utf8(bytes)
        .err()
        .map_or(0, |error| error.valid_up_to());
    let line = line_of(bytes, at);
    let says = Saying::new(
        "the bytes at byte {byte}, line {line} are no UTF-8, and no other charset is sure",
    );
    let says = says.with("byte", at).with("line", line);
    Err(Note::new(note::NOT_UTF_8, says).on_line(line))
}

/// Text that came as UTF-8: it may have been pasted from a document in an old font.
fn unicode(text: String) -> Decoded {
    match legacy::convert(&text) {
        Some((text, code)) => converted_from_font(text, code),
        None => Decoded {
            text,
            notes: Vec::new(),
        },
    }
}

fn converted(text: String, name: &str, by: Saying) -> Decoded {
    let says = Saying::new(
        "the text is in {charset}, known by {by}; places are bytes of the same text in UTF-8",
    );
    let says = says.with("charset", name).with("by", by);
    Decoded {
        text,
        notes: vec![Note::new(note::CHARSET_CONVERTED, says)],
    }
}

fn converted_from_font(text: String, code: legacy::Legacy) -> Decoded {
    converted(
        text,
        code.name(),
        Saying::new("the syllables that it gives"),
    )
}

fn damage(text: &str) -> Note {
    let count = text.matches('\u{FFFD}').count();
    let line = text
        .find('\u{FFFD}')
        .map_or(1, |at| text[..at].matches('\n').count() + 1);
    let says = Saying::new(
        "bytes that are no text in {count} places, the first on line {line}, are shown as {sign}; places are bytes of \
         the text with these signs",
    );
    let says = says.with("count", count).with("line", line);
    Note::new(note::CHARSET_DAMAGED, says.with("sign", "\u{FFFD}")).on_line(line)
}

/// Whether the characters outside ASCII are UTF-8 apart from a few.
fn mostly_utf_8(bytes: &[u8]) -> bool {
    let (mut good, mut bad) = (0_usize, 0_usize);
    for chunk in bytes.utf8_chunks() {
        good += chunk.valid().chars().filter(|c| !c.is_ascii()).count();
        bad += usize::from(!chunk.invalid().is_empty());
    }
    good >= FEWEST && good >= bad * 10
}

fn line_of(bytes: &[u8], at: usize) -> usize {
    bytes[..at].iter().filter(|&&byte| byte == b'\n').count() + 1
}

fn is_control(c: char) -> bool {
    c.is_control() && !matches!(c, '\n' | '\r' | '\t' | '\u{C}')
}

/// The charset that the head of a page or an XML file names: `charset=…` or `encoding="…"`.
pub(super) fn declared(bytes: &[u8]) -> Option<String> {
    const HEAD: usize = 2_048;
    let head = String::from_utf8_lossy(bytes.get(..HEAD).unwrap_or(bytes)).to_ascii_lowercase();
    let named = |sign: &str| {
        let at = head.find(sign)? + sign.len();
        let value = head[at..].trim_start_matches([' ', '=', '"', '\'']);
        let end = value
            .find(|c: char| !c.is_ascii_alphanumeric() && !matches!(c, '-' | '_' | ':' | '.'))
            .unwrap_or(value.len());
        (end > 0).then(|| value[..end].to_owned())
    };
    named("charset=").or_else(|| named("encoding="))
}
