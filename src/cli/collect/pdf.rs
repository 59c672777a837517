//! The text of PDF files, by the program `pdftotext` of Poppler.

use std::io::{ErrorKind, Read, Write};
use std::process::{Command, Stdio};
use std::sync::mpsc;
use std::time::Duration;

use crosscheck::source::{Content, Format, Input, Note, Saying};

/// How long the program may work on one file.
const PATIENCE: Duration = Duration::from_secs(30);

/// `input` with the text of its PDF file in place of the file, or with the reason why there is none.
pub fn with_text(mut input: Input, most: usize) -> Input {
    let Content::Bytes(bytes) = &input.content else {
        return input;
    };
    if input.format != Some(Format::Pdf) || !bytes.starts_with(b"%PDF") {
        return input;
    }
    match text(bytes, most) {
        Ok((text, cut)) => {
            if cut {
                let says = Saying::new(
                    "the text of the PDF file is longer than {most} bytes; what stands behind was left out",
                );
                input
                    .notes
                    .push(Note::of_limit("text-bytes", says.with("most", most)));
            }
            input.content = Content::Bytes(text);
        }
        Err(why) => input.content = Content::Unreadable { why, line: None },
    }
    input
}

/// The text of the file `bytes` in UTF-8, at most `most` bytes of it, and whether there is more.
fn text(bytes: &[u8], most: usize) -> Result<(Vec<u8>, bool), Saying> {
    let started = Command::new("pdftotext")
        .args(["-q", "-enc", "UTF-8", "-nopgbrk", "-", "-"])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn();
    let mut program = started.map_err(|error| match error.kind() {
        ErrorKind::NotFound => Saying::new(
            "a PDF file is read with the program pdftotext (of Poppler), which is not installed",
        ),
        kind => Saying::new("the program pdftotext could not be started: {io}")
            .with("io", kind.to_string()),
    })?;
    let (Some(mut stdin), Some(stdout)) = (program.stdin.take(), program.stdout.take()) else {
        return Err(Saying::new("the program pdftotext could not be spoken to"));
    };
    let bytes = bytes.to_vec();
    // A program that reads nothing more ends the writing.
    std::thread::spawn(move || {
        let _ = stdin.write_all(&bytes);
    });
    let (send, receive) = mpsc::channel();
    std::thread::spawn(move || {
        let mut text = Vec::new();
        let limit = u64::try_from(most).unwrap_or(u64::MAX).saturating_add(1);
        let done = stdout.take(limit).read_to_end(&mut text);
        let _ = send.send(done.map(|_| text));
    });
    let read = receive.recv_timeout(PATIENCE);
    if !matches!(&read, Ok(Ok(text)) if text.len() <= most) {
        let _ = program.kill();
    }
    let ended = program.wait();
    match (read, ended) {
        (Err(_), _) => {
            let seconds = usize::try_from(PATIENCE.as_secs()).unwrap_or(usize::MAX);
            let why = Saying::new("the program pdftotext did not end within {seconds} seconds");
            Err(why.with("seconds", seconds))
        }
        (Ok(Ok(mut text)), _) if text.len() > most => {
            text.truncate(most);
            while std::str::from_utf8(&text).is_err_and(|error| error.error_len().is_none()) {
                text.pop();
            }
            Ok((text, true))
        }
        (Ok(Ok(text)), Ok(status)) if status.success() => Ok((text, false)),
        (Ok(Ok(_)), Ok(status)) => {
            let why = Saying::new("the program pdftotext could not read the file ({status})");
            Err(why.with("status", status.to_string()))
        }
        (Ok(Err(error)), _) | (_, Err(error)) => {
            let why = Saying::new("the program pdftotext could not be listened to: {io}");
            Err(why.with("io", error.kind().to_string()))
        }
    }
}
