//! The whole check over two files of any format: a report, the same in either order, and every form of it is inert.
#![no_main]

use std::sync::LazyLock;

use crosscheck::Options;
use crosscheck::pack::Packs;
use crosscheck::render;
use crosscheck::source::{Format, Input};
use libfuzzer_sys::fuzz_target;

static PACKS: LazyLock<Packs> =
    LazyLock::new(|| Packs::embedded().expect("the shipped packs are right"));

fuzz_target!(|files: (u8, &[u8], u8, &[u8])| {
    let input = |name: &str, choice: u8, bytes: &[u8]| {
        let (ending, format) = Format::ENDINGS[usize::from(choice) % Format::ENDINGS.len()];
        Input {
            format: Some(format),
            ..Input::new(format!("{name}.{ending}"), bytes)
        }
    };
    let (a, b) = (input("a", files.0, files.1), input("b", files.2, files.3));
    let check = |inputs| crosscheck::check(inputs, &PACKS, &Options::default(), &|_| {});
    let report = check(vec![a.clone(), b.clone()]);
    assert_eq!(report, check(vec![b, a]));
    let mut page = Vec::new();
    render::terminal(&report, &render::Options::default(), &mut page)
        .and_then(|()| render::markdown(&report, &render::Options::default(), &mut page))
        .expect("memory takes every page");
    let page = String::from_utf8(page).expect("pages are in UTF-8");
    assert!(!page.chars().any(|c| c.is_control() && c != '\n'));
});
