//! Text for matching leads back to bytes of the file, on character boundaries.
#![no_main]

use crosscheck::text::{Derived, LineIndex, Span, tokens};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|raw: &str| {
    let whole = Span::new(0, raw.len());
    let derived = Derived::new(raw, whole);
    for token in tokens(derived.text()) {
        let span = derived.raw(token.start as usize, token.end as usize);
        assert!(whole.contains(span) && raw.get(span.start..span.end).is_some());
    }
    let lines = LineIndex::new(raw);
    for (byte, _) in raw.char_indices() {
        assert!(lines.position(raw, byte).line <= lines.count());
    }
});
