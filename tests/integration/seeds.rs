//! The five articles of `seeds/`: their report as accepted, and the same report however it is asked for.

use std::collections::BTreeMap;
use std::path::Path;

use crosscheck::report::Report;
use crosscheck::source::{Content, Input};
use unicode_normalization::UnicodeNormalization;

use super::{crosscheck, library, run, stderr, stdout};

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// The report of `crosscheck check` with these arguments, run in `folder`.
fn page(folder: &Path, args: &[&str]) -> String {
    let args = [&["check", "--fail-on", "none"], args].concat();
    let output = run(folder, &args);
    assert_eq!(output.status.code(), Some(0), "{}", stderr(&output));
    stdout(&output)
}

fn json(folder: &Path, args: &[&str]) -> String {
    page(folder, &[args, &["--format", "json"]].concat())
}

#[test]
fn the_report_looks_as_accepted() {
    let mut settings = insta::Settings::clone_current();
    settings.set_snapshot_path(concat!(env!("CARGO_MANIFEST_DIR"), "/snapshots"));
    settings.set_prepend_module_to_snapshot(false);
    settings.set_omit_expression(true);
    settings.bind(|| {
        for format in ["terminal", "json", "markdown"] {
            let page = page(root(), &["seeds", "--format", format]);
            insta::assert_snapshot!(format!("seeds-{format}"), page);
        }
    });
}

#[test]
fn the_number_of_threads_changes_nothing() {
    let expected = json(root(), &["seeds"]);
    for jobs in ["1", "2", "5"] {
        assert_eq!(json(root(), &["seeds", "--jobs", jobs]), expected, "{jobs}");
    }
}

#[test]
fn the_order_of_paths_and_the_working_folder_change_nothing() {
    let expected = json(root(), &["seeds"]);
    let mut files: Vec<String> = library::articles(&root().join("seeds"))
        .into_iter()
        .map(|input| format!("seeds/{}", input.name))
        .collect();
    for _ in 0..files.len() {
        files.rotate_left(2);
        files.swap(0, 1);
        let paths: Vec<&str> = files.iter().map(String::as_str).collect();
        assert_eq!(json(root(), &paths), expected, "{paths:?}");
    }
    let elsewhere = tempfile::TempDir::new().unwrap();
    let seeds = root().join("seeds");
    assert_eq!(json(elsewhere.path(), &[seeds.to_str().unwrap()]), expected);
    assert_eq!(json(&seeds, &[]), expected, "inside the folder");
}

#[test]
fn locale_time_zone_and_environment_change_nothing() {
    let expected = page(root(), &["seeds"]);
    let settings = [
        ("LC_ALL", "tr_TR.UTF-8"),
        ("LC_ALL", "C"),
        ("LANG", "vi_VN.UTF-8"),
        ("TZ", "Pacific/Kiritimati"),
        ("TZ", "America/Adak"),
        ("COLUMNS", "40"),
        ("RAYON_NUM_THREADS", "1"),
    ];
    for (name, value) in settings {
        let mut command = crosscheck(root(), &["check", "seeds", "--fail-on", "none"]);
        let output = command.env(name, value).output().unwrap();
        assert_eq!(stdout(&output), expected, "{name}={value}");
    }
}

#[test]
fn every_span_is_bytes_of_the_file() {
    let composed = library::articles(&root().join("seeds"));
    let decomposed = composed.iter().cloned().map(decomposed).collect();
    for inputs in [composed, decomposed] {
        let texts = texts(&inputs);
        let report = library::check(inputs, &library::packs());
        for claim in &report.claims {
            let text = &texts[&claim.source];
            assert_eq!(claim.span.of(text), claim.quote);
            assert!(claim.span.contains(claim.core), "{claim:?}");
            assert_eq!(claim.sentence.of(text), claim.context);
        }
        for ignored in &report.ignored {
            assert_eq!(
                texts[&ignored.source][ignored.start..ignored.end],
                ignored.quote
            );
        }
        for passage in report.duplicates.iter().flat_map(|found| &found.spans) {
            assert_eq!(
                texts[&passage.source][passage.start..passage.end],
                passage.text
            );
        }
    }
}

#[test]
fn decomposed_text_gives_the_same_claims() {
    let packs = library::packs();
    let inputs = library::articles(&root().join("seeds"));
    let composed = library::check(inputs.clone(), &packs);
    let decomposed = library::check(inputs.into_iter().map(decomposed).collect(), &packs);
    assert!(composed.claims.len() > 50);
    assert_eq!(claims(&decomposed), claims(&composed));
    assert_eq!(verdicts(&decomposed), verdicts(&composed));
}

fn texts(inputs: &[Input]) -> BTreeMap<String, String> {
    inputs
        .iter()
        .map(|input| (input.name.clone(), text(input)))
        .collect()
}

fn text(input: &Input) -> String {
    match &input.content {
        Content::Bytes(bytes) => String::from_utf8(bytes.clone()).unwrap(),
        Content::Unreadable { why, .. } => panic!("{}: {why}", input.name),
    }
}

/// The same article with every accent as a sign of its own.
fn decomposed(input: Input) -> Input {
    let text: String = text(&input).nfd().collect();
    Input {
        content: Content::Bytes(text.into_bytes()),
        ..input
    }
}

/// Source, kind, value and composed quote of every claim.
fn claims(report: &Report) -> Vec<(String, String, Option<String>, String)> {
    let claim = |claim: &crosscheck::report::Claim| {
        let quote = claim.quote.nfc().collect();
        (
            claim.source.clone(),
            claim.kind.clone(),
            claim.value.clone(),
            quote,
        )
    };
    report.claims.iter().map(claim).collect()
}

/// Verdict and values of every fact that several claims state.
fn verdicts(report: &Report) -> Vec<(String, Vec<Option<String>>)> {
    let mut verdicts: Vec<_> = report
        .facts
        .iter()
        .filter(|fact| fact.claims.len() > 1)
        .map(|fact| {
            let values = fact
                .values
                .iter()
                .map(|group| group.value.clone())
                .collect();
            (fact.verdict.clone(), values)
        })
        .collect();
    verdicts.sort();
    verdicts
}

#[test]
fn without_sources_toml_a_date_has_no_year_and_meets_no_other_article() {
    let mut inputs = library::articles(&root().join("seeds"));
    for input in &mut inputs {
        input.meta = crosscheck::source::Metadata::default();
    }
    let report = library::check(inputs, &library::packs());
    let yearless = |claim: &&crosscheck::report::Claim| {
        claim
            .value
            .as_deref()
            .is_some_and(|value| value.starts_with("XXXX-"))
    };
    let named = |source: &str, quote: &str| {
        report
            .claims
            .iter()
            .filter(|claim| claim.source.starts_with(source) && claim.quote.contains(quote))
            .filter_map(|claim| claim.value.as_deref())
            .collect::<Vec<_>>()
    };
    for source in ["000", "001"] {
        let values = named(source, "11/7");
        assert!(!values.is_empty(), "{source}");
        assert!(
            values.iter().all(|value| *value == "XXXX-07-11"),
            "{source}: {values:?}"
        );
    }
    let by_id: BTreeMap<_, _> = report
        .claims
        .iter()
        .map(|claim| (&claim.id, claim))
        .collect();
    for fact in report.facts.iter().filter(|f| f.verdict == "agreement") {
        let known = fact.claims.iter().filter(|id| by_id[id].value.is_some());
        assert!(
            known.count() >= 2,
            "{}: an unknown date agrees with nothing",
            fact.id
        );
    }
    for fact in &report.facts {
        let mut articles: Vec<_> = fact
            .claims
            .iter()
            .map(|id| by_id[id])
            .filter(yearless)
            .map(|claim| &claim.source)
            .collect();
        articles.dedup();
        assert!(articles.len() < 2, "{fact:#?}");
    }
}
