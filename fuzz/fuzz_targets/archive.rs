//! An archive, damaged or not.
#![no_main]

use crosscheck::source::Format;
use libfuzzer_sys::fuzz_target;

fuzz_target!(|file: &[u8]| crosscheck_fuzz::read(Format::Zip, file));
