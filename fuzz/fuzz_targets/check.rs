//! Two articles of any bytes give a report, the same in either order.
#![no_main]

use std::sync::LazyLock;

use crosscheck::Options;
use crosscheck::pack::Packs;
use crosscheck::source::Input;
use libfuzzer_sys::fuzz_target;

static PACKS: LazyLock<Packs> =
    LazyLock::new(|| Packs::embedded().expect("the shipped packs are right"));

fuzz_target!(|articles: (&[u8], &[u8])| {
    let (a, b) = (
        Input::new("a.txt", articles.0),
        Input::new("b.md", articles.1),
    );
    let check = |inputs| crosscheck::check(inputs, &PACKS, &Options::default(), &|_| {});
    let report = check(vec![a.clone(), b.clone()]);
    assert_eq!(report, check(vec![b, a]));
    let mut page = Vec::new();
    let shown =
        crosscheck::render::terminal(&report, &crosscheck::render::Options::default(), &mut page);
    shown.expect("memory takes every page");
});
