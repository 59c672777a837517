//! What the guides show is what the commands print.

use std::path::Path;

use super::super::library::project;
use super::super::{run, stderr, stdout};

const GUIDES: [&str; 2] = ["docs/guide-ci.md", "docs/guide-editors.md"];
const START: &str = "<!-- what `crosscheck ";
const FENCE: &str = "```";

/// `UPDATE=1` writes the pages anew.
#[test]
fn the_guides_show_what_the_commands_print() {
    let update = std::env::var_os("UPDATE").is_some_and(|value| value == "1");
    for name in GUIDES {
        let page = std::fs::read_to_string(project(name)).unwrap();
        let (renewed, shown) = renewed(&page, &project(""));
        assert!(shown >= 2, "{name} shows no output");
        if update {
            std::fs::write(project(name), renewed).unwrap();
        } else {
            assert_eq!(page, renewed, "{name}: run the tests with UPDATE=1");
        }
    }
}

/// The page with the output of every command behind its mark, and how many there are.
fn renewed(page: &str, root: &Path) -> (String, usize) {
    let mut renewed = String::new();
    let mut rest = page;
    let mut shown = 0;
    while let Some(at) = rest.find(START) {
        let line_end = at + rest[at..].find('\n').unwrap() + 1;
        let command = rest[at + START.len()..line_end].split('`').next().unwrap();
        let args: Vec<&str> = command.split(' ').collect();
        let output = run(root, &args);
        assert!(
            output.status.code() < Some(2),
            "{command}: {}",
            stderr(&output)
        );
        let fence_end = line_end + rest[line_end..].find('\n').unwrap() + 1;
        assert!(
            rest[line_end..].starts_with(FENCE),
            "no block behind {command}"
        );
        renewed.push_str(&rest[..fence_end]);
        renewed.push_str(&stdout(&output));
        let old = fence_end + rest[fence_end..].find(FENCE).unwrap();
        rest = &rest[old..];
        shown += 1;
    }
    renewed.push_str(rest);
    (renewed, shown)
}

/// What the action, the hook and the guides ask for is there.
#[test]
fn every_option_that_is_told_of_exists() {
    let root = project("");
    let help: String = ["check", "extract", "explain"]
        .map(|command| stdout(&run(&root, &[command, "--help"])))
        .concat();
    let option = regex::Regex::new(r"crosscheck[^\n|]*?(--[a-z-]+)").unwrap();
    let format = regex::Regex::new(r"--format ([a-z]+)").unwrap();
    for name in ["action.yml", ".pre-commit-hooks.yaml", GUIDES[0], GUIDES[1]] {
        let text = std::fs::read_to_string(project(name)).unwrap();
        let formats: Vec<_> = format
            .captures_iter(&text)
            .map(|found| found[1].to_owned())
            .collect();
        assert!(!formats.is_empty(), "{name}");
        for format in formats {
            assert!(
                help.contains(&format!("- {format}")),
                "{name}: --format {format}\n{help}"
            );
        }
        for found in option.captures_iter(&text) {
            let known = help.contains(&found[1]) || ["--locked", "--quiet"].contains(&&found[1]);
            assert!(known, "{name}: {}", &found[1]);
        }
    }
}
