//! Two articles of any bytes give a report, the same in either order.
#![no_main]

use crosscheck::source::Input;
use libfuzzer_sys::fuzz_target;

fuzz_target!(|articles: (&[u8], &[u8])| {
    crosscheck_fuzz::check(
        Input::new("a.txt", articles.0),
        Input::new("b.md", articles.1),
    );
});
