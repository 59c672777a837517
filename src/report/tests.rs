#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::disallowed_methods,
    reason = "tests; pages of the documentation are held against the code"
)]

use std::collections::BTreeSet;
use std::path::Path;

use super::*;
use crate::render::sample;

/// Holds `text` against a file of the repository; `UPDATE=1` writes it instead.
fn same_as_file(path: &str, text: &str) {
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join(path);
    if std::env::var_os("UPDATE").is_some_and(|value| value == "1") {
        std::fs::write(&file, text).unwrap();
    }
    let stored = std::fs::read_to_string(&file).unwrap_or_default();
    assert!(
        stored == text,
        "{path} is out of date: run the tests with UPDATE=1"
    );
}

#[test]
fn the_schema_in_the_documentation_is_that_of_the_types() {
    same_as_file("docs/report.schema.json", &json_schema());
}

#[test]
fn the_page_of_findings_is_that_of_the_registry() {
    same_as_file("docs/findings.md", &findings_page());
}

#[test]
fn a_report_obeys_the_schema() {
    let schema = serde_json::from_str(&json_schema()).unwrap();
    let validator = jsonschema::validator_for(&schema).unwrap();
    let report = serde_json::to_value(sample::report()).unwrap();
    let errors: Vec<_> = validator
        .iter_errors(&report)
        .map(|error| error.to_string())
        .collect();
    assert!(errors.is_empty(), "{errors:#?}");

    let mut broken = report.clone();
    broken["claims"][0]["kind"] = "colour".into();
    assert!(!validator.is_valid(&broken), "an unknown kind");
    let mut broken = report;
    broken["facts"][0].as_object_mut().unwrap().remove("reason");
    assert!(!validator.is_valid(&broken), "a missing key");
}

#[test]
fn a_report_survives_json() {
    let json = serde_json::to_string(&sample::report()).unwrap();
    assert_eq!(
        serde_json::from_str::<Report>(&json).unwrap(),
        sample::report()
    );
}

#[test]
fn findings_are_sorted_and_unique() {
    let names: Vec<_> = findings().iter().map(|finding| finding.name).collect();
    assert!(names.is_sorted_by(|a, b| a < b), "{names:?}");
}

#[test]
fn findings_have_kebab_case_names_and_one_plain_line() {
    for Finding {
        name, description, ..
    } in findings()
    {
        let kebab = name.split('-').all(|part| {
            !part.is_empty()
                && part
                    .chars()
                    .all(|c| c.is_ascii_lowercase() || c.is_ascii_digit())
        });
        assert!(kebab, "{name}");
        assert!(
            !description.is_empty() && !description.contains(['\n', '|']),
            "{name}: {description}"
        );
        assert!(!description.ends_with('.'), "{name}: {description}");
    }
}

#[test]
fn every_verdict_is_a_finding() {
    let schema: serde_json::Value = serde_json::from_str(&json_schema()).unwrap();
    let verdicts = schema["$defs"]["Fact"]["properties"]["verdict"]["enum"]
        .as_array()
        .unwrap();
    assert_eq!(verdicts.len(), 6);
    for verdict in verdicts {
        assert!(
            findings().iter().any(|finding| *verdict == finding.name),
            "{verdict}"
        );
    }
}

#[test]
fn a_report_knows_the_names_of_its_findings() {
    let mut report = sample::report();
    let expected = [
        "agreement",
        "compatible",
        "conflict",
        "duplicate-exact",
        "duplicate-near",
        "magnitude-slip",
        "possible-conflict",
        "source-unreadable",
        "uncorroborated",
        "update",
    ];
    // The kind of a possible conflict is no finding of its own.
    assert_eq!(report.finding_names(), BTreeSet::from(expected));
    report.facts.clear();
    report.duplicates.clear();
    report.sources.clear();
    assert!(report.finding_names().is_empty());
}

#[test]
fn a_reason_splits_into_kind_and_sentence() {
    let mut fact = sample::report().facts.remove(0);
    let cases = [
        ("digit-swap: 48 and 84", Some("digit-swap"), "48 and 84"),
        ("the same value", None, "the same value"),
        ("as NATO said: yes", None, "as NATO said: yes"),
    ];
    for (reason, kind, sentence) in cases {
        fact.reason = reason.to_owned();
        assert_eq!(fact.kind().map(|kind| kind.name), kind);
        assert_eq!(fact.sentence(), sentence);
    }
}
