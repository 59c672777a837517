//! The document inside a Word file; the archive around it is sound.
#![no_main]

use crosscheck::source::Format;
use libfuzzer_sys::fuzz_target;

fuzz_target!(|parts: (&[u8], &[u8])| {
    let file = crosscheck_fuzz::archive(&[
        ("[Content_Types].xml", b"<Types/>"),
        ("word/document.xml", parts.0),
        ("word/footnotes.xml", parts.1),
        ("docProps/core.xml", parts.1),
    ]);
    crosscheck_fuzz::read(Format::Docx, &file);
});
