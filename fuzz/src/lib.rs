//! What the targets share: the packs, one file read and looked at, two files checked.

use std::io::{Cursor, Write as _};
use std::sync::LazyLock;

use crosscheck::Options;
use crosscheck::pack::Packs;
use crosscheck::render;
use crosscheck::report::Report;
use crosscheck::source::{Format, Input, Limits, Reader, Reading, unpack};
use zip::CompressionMethod;
use zip::write::SimpleFileOptions;

/// The shipped packs.
pub static PACKS: LazyLock<Packs> =
    LazyLock::new(|| Packs::embedded().expect("the shipped packs are right"));

static READING: LazyLock<Reading> = LazyLock::new(|| Reading {
    limits: Limits {
        text_bytes: 64 << 10,
        expanded_bytes: 1 << 20,
        ..Limits::default()
    },
    ..Reading::default()
});

static READER: LazyLock<Reader<'static>> =
    LazyLock::new(|| Reader::new(&PACKS).within(READING.limits.clone()));

/// Reads one file. Its articles have blocks and sentences in order, inside each other and on character boundaries, or a
/// note that says why there are none; and no reader failed.
pub fn read(format: Format, bytes: &[u8]) {
    let ending = Format::ENDINGS.iter().find(|(_, known)| *known == format);
    let ending = ending.map_or("txt", |(ending, _)| ending);
    let input = Input {
        format: Some(format),
        ..Input::new(format!("a.{ending}"), bytes)
    };
    for article in unpack(input, &READING) {
        let source = READER.read(article);
        let mut from = 0;
        for block in &source.blocks {
            assert!(block.span.start >= from);
            from = block.span.end;
            assert!(source.text.get(block.span.start..block.span.end).is_some());
            for sentence in &block.sentences {
                let span = sentence.span;
                assert!(block.span.contains(span));
                assert!(source.text.get(span.start..span.end).is_some());
            }
        }
        assert!(!source.blocks.is_empty() || !source.notes.is_empty());
        let faults = source.notes.iter().map(|note| note.says.to_string());
        assert_eq!(faults.filter(|said| said.contains("fault of")).next(), None);
    }
}

/// Checks two files, in both orders, and shows the report to people.
pub fn check(a: Input, b: Input) -> Report {
    let check = |inputs| crosscheck::check(inputs, &PACKS, &Options::default(), &|_| {});
    let report = check(vec![a.clone(), b.clone()]);
    assert_eq!(report, check(vec![b, a]));
    let mut page = Vec::new();
    render::terminal(&report, &render::Options::default(), &mut page)
        .and_then(|()| render::markdown(&report, &render::Options::default(), &mut page))
        .expect("memory takes every page");
    let page = String::from_utf8(page).expect("pages are in UTF-8");
    assert!(!page.chars().any(|c| c.is_control() && c != '\n'));
    report
}

/// An archive with these entries, as they are.
pub fn archive(entries: &[(&str, &[u8])]) -> Vec<u8> {
    let mut zip = zip::ZipWriter::new(Cursor::new(Vec::new()));
    let stored = SimpleFileOptions::default().compression_method(CompressionMethod::Stored);
    for (name, bytes) in entries {
        zip.start_file(*name, stored).expect("memory takes it");
        zip.write_all(bytes).expect("memory takes it");
    }
    zip.finish().expect("memory takes it").into_inner()
}
