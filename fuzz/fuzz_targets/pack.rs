//! A rule file is compiled or refused.
#![no_main]

use crosscheck::pack::Packs;
use libfuzzer_sys::fuzz_target;

fuzz_target!(|text: &str| {
    let file = ("xx/rules.toml".to_owned(), text.to_owned());
    if let Err(error) = Packs::with_overlay(vec![file]) {
        assert!(!error.excerpt().is_empty());
    }
});
