//! The package and a page inside a book; the archive around them is sound.
#![no_main]

use crosscheck::source::Format;
use libfuzzer_sys::fuzz_target;

fuzz_target!(|parts: (&[u8], &[u8], bool)| {
    let (package, page, whole) = parts;
    let plain = b"<package><manifest><item id='a' href='a.xhtml'/></manifest><spine><itemref idref='a'/></spine></package>";
    let file = crosscheck_fuzz::archive(&[
        ("mimetype", b"application/epub+zip"),
        (
            "META-INF/container.xml",
            b"<container><rootfiles><rootfile full-path='book.opf'/></rootfiles></container>",
        ),
        ("book.opf", if whole { plain } else { package }),
        ("a.xhtml", page),
    ]);
    crosscheck_fuzz::read(Format::Epub, &file);
});
