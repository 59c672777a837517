//! Every digit of a sentence is in a mention or ignored with a reason.
#![no_main]

use crosscheck::Options;
use crosscheck::source::Input;
use crosscheck_fuzz::PACKS;
use libfuzzer_sys::fuzz_target;

fuzz_target!(|raw: &str| {
    let report = crosscheck::extract(
        vec![Input::new("a.txt", raw)],
        &PACKS,
        &Options::default(),
        &|_| {},
    );
    if report.sources.iter().any(|source| !source.notes.is_empty()) {
        return;
    }
    let claims = report
        .claims
        .iter()
        .map(|claim| (claim.span.start, claim.span.end));
    let ignored = report
        .ignored
        .iter()
        .map(|ignored| (ignored.start, ignored.end));
    let covered: Vec<_> = claims.chain(ignored).collect();
    for (byte, _) in raw
        .char_indices()
        .filter(|(_, letter)| letter.is_ascii_digit())
    {
        assert!(
            covered
                .iter()
                .any(|(start, end)| (*start..*end).contains(&byte)),
            "byte {byte}"
        );
    }
});
