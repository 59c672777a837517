//! A file of any format gives sources with spans on character boundaries, or notes. The first byte chooses the format.
#![no_main]

use std::sync::LazyLock;

use crosscheck::pack::Packs;
use crosscheck::source::{Format, Input, Limits, Reader, Reading, unpack};
use libfuzzer_sys::fuzz_target;

static PACKS: LazyLock<Packs> =
    LazyLock::new(|| Packs::embedded().expect("the shipped packs are right"));

fuzz_target!(|file: &[u8]| {
    let Some((choice, bytes)) = file.split_first() else {
        return;
    };
    let (ending, format) = Format::ENDINGS[usize::from(*choice) % Format::ENDINGS.len()];
    let reading = Reading {
        limits: Limits {
            text_bytes: 64 << 10,
            expanded_bytes: 1 << 20,
            ..Limits::default()
        },
        ..Reading::default()
    };
    let reader = Reader::new(&PACKS).within(reading.limits.clone());
    let input = Input {
        format: Some(format),
        ..Input::new(format!("a.{ending}"), bytes)
    };
    for article in unpack(input, &reading) {
        let source = reader.read(article);
        let mut from = 0;
        for block in &source.blocks {
            assert!(block.span.start >= from);
            from = block.span.end;
            assert!(source.text.get(block.span.start..block.span.end).is_some());
            for sentence in &block.sentences {
                assert!(block.span.contains(sentence.span));
                assert!(source.text.get(sentence.span.start..sentence.span.end).is_some());
            }
        }
        assert!(!source.blocks.is_empty() || !source.notes.is_empty());
    }
});
