//! README.md shows what crosscheck really prints.

use super::{library, run, stdout};

const START: &str = "<!-- what `crosscheck check docs/example` prints -->\n```text\n";
const END: &str = "```\n";

/// `UPDATE=1` writes the picture anew.
#[test]
fn the_picture_is_what_the_command_prints() {
    let root = library::project("");
    let file = library::project("README.md");
    let readme = std::fs::read_to_string(&file).unwrap();
    let output = run(&root, &["check", "docs/example"]);
    assert_eq!(
        output.status.code(),
        Some(1),
        "the example holds a conflict"
    );
    let page = stdout(&output);
    let from = readme.find(START).unwrap() + START.len();
    let to = from + readme[from..].find(END).unwrap();
    if std::env::var_os("UPDATE").is_some_and(|value| value == "1") {
        std::fs::write(&file, format!("{}{page}{}", &readme[..from], &readme[to..])).unwrap();
        return;
    }
    assert_eq!(&readme[from..to], page, "run the tests with UPDATE=1");
}

/// Every option of the commands is told of.
#[test]
fn every_option_of_check_stands_in_the_readme() {
    let root = library::project("");
    let readme = std::fs::read_to_string(library::project("README.md")).unwrap();
    let help = stdout(&run(&root, &["check", "--help"]));
    let mut options: Vec<_> = help
        .split_whitespace()
        .filter(|word| word.starts_with("--") && word.len() > 2)
        .map(|word| word.trim_end_matches(|sign: char| !sign.is_ascii_lowercase()))
        .collect();
    options.sort_unstable();
    options.dedup();
    assert!(options.len() > 8, "{options:?}");
    for option in options
        .iter()
        .filter(|option| !matches!(**option, "--help"))
    {
        assert!(readme.contains(option), "{option} is not in README.md");
    }
}
