//! The HTML report from the command line; what a browser makes of it is tested in `tests/browser`.

use super::{library, run, stderr, stdout};

fn example(args: &[&str]) -> String {
    let all: Vec<_> = [
        "check",
        "docs/example",
        "--fail-on",
        "none",
        "--format",
        "html",
    ]
    .iter()
    .chain(args)
    .copied()
    .collect();
    let output = run(&library::project(""), &all);
    assert_eq!(output.status.code(), Some(0), "{}", stderr(&output));
    stdout(&output)
}

/// The text between the tags, a line for each element that holds some.
fn text_of(page: &str) -> String {
    let body = page.split("<main").nth(1).unwrap();
    let mut text = String::new();
    let mut in_tag = true;
    for c in body.chars() {
        match c {
            '<' => in_tag = true,
            '>' => in_tag = false,
            _ if !in_tag => text.push(c),
            _ => {}
        }
    }
    let text = text
        .replace("&#x2f;", "/")
        .replace("&quot;", "\"")
        .replace("&amp;", "&");
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[test]
fn the_page_is_the_same_every_time_and_in_each_language_its_own() {
    let english = example(&[]);
    assert_eq!(english, example(&["--jobs", "1"]));
    let vietnamese = example(&["--ui-language", "vi"]);
    assert!(english.contains("<html lang=\"en\">") && vietnamese.contains("<html lang=\"vi\">"));
}

#[test]
fn another_language_of_the_interface_is_refused() {
    let output = run(
        &library::project(""),
        &["check", "docs/example", "--ui-language", "xx"],
    );
    assert_eq!(output.status.code(), Some(2));
    assert!(
        stderr(&output).contains("possible values: en, vi"),
        "{}",
        stderr(&output)
    );
}

/// What the guide for readers quotes of the page stands on it.
#[test]
fn the_guide_for_readers_quotes_the_page() {
    let guide = std::fs::read_to_string(library::project("docs/guide-readers.md")).unwrap();
    let page = text_of(&example(&[]));
    let quoted: Vec<&str> = guide
        .lines()
        .filter_map(|line| line.strip_prefix("> "))
        .collect();
    assert!(quoted.len() > 8, "{quoted:?}");
    for line in quoted {
        assert!(page.contains(line), "not on the page: {line}\n{page}");
    }
}
