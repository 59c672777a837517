//! The whole check over two files of any format: a report, the same in either order, and every form of it is inert.
#![no_main]

use crosscheck::source::{Format, Input};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|files: (u8, &[u8], u8, &[u8])| {
    let input = |name: &str, choice: u8, bytes: &[u8]| {
        let (ending, format) = Format::ENDINGS[usize::from(choice) % Format::ENDINGS.len()];
        Input {
            format: Some(format),
            ..Input::new(format!("{name}.{ending}"), bytes)
        }
    };
    crosscheck_fuzz::check(input("a", files.0, files.1), input("b", files.2, files.3));
});
