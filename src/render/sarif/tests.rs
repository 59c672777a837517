#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "tests"
)]

use serde_json::Value;

use super::bounds::{LARGEST_FILE, MOST_PLACES, MOST_RESULTS};
use super::sarif;
use super::uri::of_path;
use crate::render::{Absent, Decisions, Options, Standing, sample};
use crate::report::{Note, Report, Severity};

fn text(report: &Report, decisions: &Decisions) -> String {
    let mut page = Vec::new();
    let options = Options {
        decisions: Some(decisions),
        ..Options::default()
    };
    sarif(report, &options, &mut page).unwrap();
    String::from_utf8(page).unwrap()
}

fn run(report: &Report, decisions: &Decisions) -> Value {
    let log: Value = serde_json::from_str(&text(report, decisions)).unwrap();
    log["runs"][0].clone()
}

fn results(report: &Report) -> Vec<Value> {
    let run = run(report, &Decisions::default());
    run["results"].as_array().unwrap().clone()
}

#[test]
fn every_finding_worth_a_look_is_a_result_under_its_name() {
    let results = results(&sample::report());
    let names: Vec<_> = results
        .iter()
        .map(|result| {
            (
                result["ruleId"].as_str().unwrap(),
                result["level"].as_str().unwrap(),
            )
        })
        .collect();
    let expected = [
        ("magnitude-slip", "error"),
        ("possible-conflict", "warning"),
        ("source-unreadable", "warning"),
        ("update", "note"),
        ("duplicate-exact", "note"),
        ("duplicate-near", "note"),
    ];
    assert_eq!(names, expected);
}

#[test]
fn rules_stand_where_the_results_say() {
    let run = run(&sample::report(), &Decisions::default());
    for result in run["results"].as_array().unwrap() {
        let at = usize::try_from(result["ruleIndex"].as_u64().unwrap()).unwrap();
        let rule = &run["tool"]["driver"]["rules"][at];
        assert_eq!(rule["id"], result["ruleId"]);
        assert!(rule["help"]["text"].as_str().unwrap().len() > 40, "{rule}");
        assert_eq!(rule["defaultConfiguration"]["level"], result["level"]);
    }
}

#[test]
fn the_other_passages_are_linked_from_the_message() {
    let conflict = &results(&sample::report())[0];
    let related = conflict["relatedLocations"].as_array().unwrap();
    assert_eq!(related.len(), 3);
    // What disagrees comes first.
    let uri = &related[0]["physicalLocation"]["artifactLocation"]["uri"];
    assert_eq!(uri, "b.txt");
    let message = conflict["message"]["text"].as_str().unwrap();
    assert!(
        message.contains("[b.txt:1:97](1)") || message.contains("](1)"),
        "{message}"
    );
}

#[test]
fn fingerprints_do_not_hang_on_lines() {
    let before = sample::report();
    let mut after = before.clone();
    for claim in &mut after.claims {
        claim.line += 7;
        claim.column += 3;
        claim.span.start += 100;
        claim.span.end += 100;
    }
    for passage in after
        .duplicates
        .iter_mut()
        .flat_map(|group| &mut group.spans)
    {
        passage.line += 7;
    }
    let prints = |report: &Report| -> Vec<Value> {
        let results = results(report);
        results
            .iter()
            .map(|r| r["partialFingerprints"].clone())
            .collect()
    };
    assert_eq!(prints(&before), prints(&after));
    let mut other = before.clone();
    other.facts[0].claims.pop();
    assert_ne!(
        prints(&before)[0],
        prints(&other)[0],
        "another member is another content"
    );
    let mut all = prints(&before);
    all.sort_by_key(Value::to_string);
    all.dedup();
    assert_eq!(all.len(), 6, "each is its own");
}

#[test]
fn decisions_show() {
    let report = sample::report();
    let decisions = Decisions {
        baseline: Some(
            [
                ("f2".to_owned(), Standing::Unchanged),
                ("f3".to_owned(), Standing::Updated),
            ]
            .into(),
        ),
        waived: [("f1".to_owned(), "the desk knows".to_owned())].into(),
        severities: [("possible-conflict".to_owned(), Severity::Error)].into(),
        ..Decisions::default()
    };
    let run = run(&report, &decisions);
    let results = run["results"].as_array().unwrap();
    let states: Vec<_> = results
        .iter()
        .map(|result| result["baselineState"].as_str())
        .collect();
    // All results of a log have a state, or none has.
    let expected = ["new", "unchanged", "new", "updated", "new", "new"];
    let expected = expected.map(Some);
    assert_eq!(states, expected);
    assert_eq!(
        results[0]["suppressions"][0]["justification"],
        "the desk knows"
    );
    assert_eq!(results[1]["level"], "error");
    let without = self::results(&report);
    assert!(
        without
            .iter()
            .all(|result| result.get("baselineState").is_none())
    );
}

#[test]
fn what_only_the_accepted_report_holds_is_absent() {
    let report = sample::report();
    let absent = |name: &str, id: &str, sources: &[&str]| Absent {
        name: name.to_owned(),
        id: id.to_owned(),
        title: "cầu [1]".to_owned(),
        sources: sources.iter().map(|&name| name.to_owned()).collect(),
    };
    let decisions = Decisions {
        baseline: Some(std::collections::BTreeMap::new()),
        absent: vec![
            absent("digit-swap", "f-0", &["a.txt", "old.txt"]),
            absent("duplicate-near", "d-0", &["old.txt", "b.txt"]),
            absent("source-empty", "source-empty: no text", &["old.txt"]),
        ],
        ..Decisions::default()
    };
    let run = run(&report, &decisions);
    let results = run["results"].as_array().unwrap();
    let found = &results[results.len() - 3..];
    let prints = [
        "crosscheckFact/v1",
        "crosscheckDuplicate/v1",
        "crosscheckNote/v1",
    ];
    for (result, print) in found.iter().zip(prints) {
        assert_eq!(result["baselineState"], "absent");
        // No alert of code scanning: it knows no state of this name.
        assert_eq!(result["suppressions"][0]["status"], "accepted");
        assert!(
            result["partialFingerprints"].get(print).is_some(),
            "{result}"
        );
        assert_eq!(result["locations"].as_array().unwrap().len(), 1);
        let at = usize::try_from(result["ruleIndex"].as_u64().unwrap()).unwrap();
        assert_eq!(run["tool"]["driver"]["rules"][at]["id"], result["ruleId"]);
        let text = result["message"]["text"].as_str().unwrap();
        assert!(text.starts_with("cầu \\[1\\]: accepted"), "{text}");
    }
    assert_eq!(found[0]["relatedLocations"].as_array().unwrap().len(), 1);
    assert!(
        results[..results.len() - 3]
            .iter()
            .all(|one| one["baselineState"] == "new")
    );
}

#[test]
fn names_of_sources_become_references() {
    let cases = [
        ("a.txt", "a.txt"),
        ("tin tức/bài 1.txt", "tin%20t%E1%BB%A9c/b%C3%A0i%201.txt"),
        ("a:b/c.txt", "a%3Ab/c.txt"),
        ("50%?#.txt", "50%25%3F%23.txt"),
        ("../a.txt", "../a.txt"),
        ("/news/a b.txt", "file:///news/a%20b.txt"),
        ("a\u{1b}\n.txt", "a%1B%0A.txt"),
    ];
    for (name, uri) in cases {
        assert_eq!(of_path(name), uri);
    }
}

#[test]
fn text_of_an_article_makes_no_link_and_no_placeholder() {
    let mut report = sample::report();
    report.facts[0].about = "[x](https://a.vn) {0} \\".to_owned();
    let message = results(&report)[0]["message"]["text"].clone();
    let message = message.as_str().unwrap();
    assert!(
        message.starts_with("\\[x\\](https://a.vn) {{0}} \\\\: "),
        "{message}"
    );
}

#[test]
fn what_github_would_refuse_is_left_out_and_said() {
    let mut by_number = sample::report();
    let note = Note {
        name: "source-empty".to_owned(),
        message: "e".to_owned(),
        line: None,
        limit: None,
        telling: None,
    };
    by_number.sources[0].notes = vec![note; MOST_RESULTS];
    let mut by_size = sample::report();
    by_size.facts = vec![by_size.facts[0].clone(); 12_000];
    for (report, total) in [(by_number, MOST_RESULTS + 6), (by_size, 12_003)] {
        let decisions = Decisions::default();
        let text = text(&report, &decisions);
        assert!(text.len() < LARGEST_FILE + 100_000, "{}", text.len());
        assert!(text.len() < 10_000_000);
        let run = run(&report, &decisions);
        let kept = run["results"].as_array().unwrap().len();
        assert!(kept > 5_000 && kept <= MOST_RESULTS, "{kept}");
        assert_eq!(
            run["results"][0]["level"], "error",
            "the most important stay"
        );
        let told = &run["invocations"][0]["toolExecutionNotifications"][0]["message"]["text"];
        let told = told.as_str().unwrap();
        assert!(
            told.starts_with(&format!("{} results", total - kept)),
            "{told}"
        );
    }
    let small = run(&sample::report(), &Decisions::default());
    assert!(
        small["invocations"][0]
            .get("toolExecutionNotifications")
            .is_none()
    );
}

#[test]
fn a_result_points_at_a_hundred_places_at_most() {
    let mut report = sample::report();
    let first = report.claims[0].clone();
    for number in 0..300 {
        let mut claim = first.clone();
        claim.id = format!("x{number}");
        report.facts[0].claims.push(claim.id.clone());
        report.facts[0].values[0].claims.push(claim.id.clone());
        report.claims.push(claim);
    }
    let conflict = &results(&report)[0];
    assert_eq!(
        conflict["relatedLocations"].as_array().unwrap().len(),
        MOST_PLACES - 1
    );
    let message = conflict["message"]["text"].as_str().unwrap();
    assert!(message.ends_with("and 204 more places"), "{message}");
}
