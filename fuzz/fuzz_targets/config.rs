//! A crosscheck.toml or a sources.toml is read, or refused at a place.
#![no_main]

use crosscheck::config::Config;
use crosscheck::source::Manifest;
use libfuzzer_sys::fuzz_target;

fuzz_target!(|text: &str| {
    if let Err(error) = Config::parse("crosscheck.toml", text) {
        assert!(!error.excerpt().is_empty());
    }
    if let Err(error) = Manifest::parse("sources.toml", text) {
        assert!(!error.excerpt().is_empty());
    }
});
