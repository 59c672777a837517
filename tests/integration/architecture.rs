//! The invariants of ARCHITECTURE.md that can be read off the code.

mod imports;
mod reader;

use crate::library::project;
use imports::{imports, root_names};
use reader::{File, Piece, Token};

/// The modules, ground floor first: each imports only from those above it.
const ORDER: [&str; 15] = [
    "error",
    "text",
    "value",
    "pack",
    "source",
    "mention",
    "claim",
    "duplicate",
    "fact",
    "verdict",
    "report",
    "render",
    "snapshot",
    "check",
    // What editors decide is laid over a finished report; the pipeline does not know of it.
    "config",
];

/// Modules that may import less than the order allows.
const ONLY: [(&str, &[&str]); 4] = [
    ("text", &["error"]),
    ("value", &["error"]),
    ("duplicate", &["error", "text", "source"]),
    ("render", &["text", "report"]),
];

/// Lines of the longest file.
const LONGEST: usize = 400;

/// Letters outside ASCII that are signs and no words: the file, the letters, why.
const SIGNS: [(&str, &str, &str); 4] = [
    (
        "text/letter.rs",
        "\u{c0}\u{24f}\u{1e00}\u{1eff}ÐƉΣßÿưÞĀįƠơẠƯ",
        "ends of the ranges of Latin letters whose normal form and case are quick to tell",
    ),
    (
        "text/fold.rs",
        "ĐÐƉđ\u{36f}",
        "letters that look alike and are folded to one, the stroke that no mark makes, the end of the marks",
    ),
    (
        "text/token.rs",
        "\u{36f}",
        "the end of the range of combining marks",
    ),
    (
        "render/visible.rs",
        "\u{115f}\u{1160}\u{3164}\u{ffa0}",
        "letters that show nothing and are made visible",
    ),
];

fn library() -> Vec<File> {
    let mut files = reader::files(&project("src"));
    files.retain(|file| file.path != "main.rs" && !file.path.starts_with("cli/"));
    files
}

fn none(what: &str, found: Vec<String>) {
    assert!(found.is_empty(), "{what}:\n  {}", found.join("\n  "));
}

/// File and line of every token that `wrong` picks, with what it says.
fn places(files: &[File], wrong: impl Fn(&File, &Token) -> bool) -> Vec<String> {
    files
        .iter()
        .flat_map(|file| file.tokens.iter().map(move |token| (file, token)))
        .filter(|(file, token)| wrong(file, token))
        .map(|(file, token)| format!("{}:{}: {:?}", file.path, token.line, token.piece))
        .collect()
}

#[test]
fn a_module_imports_only_from_those_above_it() {
    let files = library();
    let root = files.iter().find(|file| file.path == "lib.rs").unwrap();
    let names = root_names(&root.tokens);
    let rank = |module: &str| ORDER.iter().position(|known| *known == module);
    let may = |from: &str, to: &str| match ONLY.iter().find(|(module, _)| *module == from) {
        Some((_, allowed)) => allowed.contains(&to),
        None => rank(to) < rank(from),
    };
    let wrong = files
        .iter()
        .filter(|file| file.path != "lib.rs")
        .flat_map(|file| imports(file, &names))
        .filter(|import| rank(&import.to).is_none() || !may(&import.from, &import.to))
        .map(|import| format!("{}: {} imports {}", import.place, import.from, import.to))
        .collect();
    none("imports against the order of the modules", wrong);
}

#[test]
fn every_module_has_its_place_in_the_order() {
    let files = library();
    let unknown = files
        .iter()
        .map(|file| file.path.split(['/', '.']).next().unwrap())
        .filter(|module| *module != "lib" && !ORDER.contains(module))
        .map(str::to_owned)
        .collect();
    none("modules without a place", unknown);
}

#[test]
fn no_word_of_a_natural_language_stands_in_the_code() {
    let is_word = |file: &File, token: &Token| {
        let Piece::Literal(text) = &token.piece else {
            return false;
        };
        let is_sign = |letter| {
            SIGNS
                .iter()
                .any(|(path, signs, _)| *path == file.path && signs.contains(letter))
        };
        text.chars()
            .any(|letter| !letter.is_ascii() && letter.is_alphabetic() && !is_sign(letter))
    };
    none("letters outside ASCII", places(&library(), is_word));
}

#[test]
fn every_exception_is_needed() {
    let files = library();
    let unneeded = SIGNS
        .iter()
        .flat_map(|(path, signs, _)| signs.chars().map(move |sign| (path, sign)))
        .filter(|(path, sign)| {
            !files.iter().filter(|file| file.path == **path).any(|file| {
                let holds = |token: &Token| matches!(&token.piece, Piece::Literal(text) if text.contains(*sign));
                file.tokens.iter().any(holds)
            })
        })
        .map(|(path, sign)| format!("{path}: {sign}"))
        .collect();
    none("exceptions for letters that are not there", unneeded);
}

#[test]
fn the_library_reads_no_clock_file_or_environment() {
    let mut found = Vec::new();
    for file in library() {
        for (at, token) in file.tokens.iter().enumerate() {
            let of_std = at >= 2 && file.tokens[at - 1].is("::") && file.tokens[at - 2].is("std");
            let in_group = at >= 1
                && (file.tokens[at - 1].is("{") || file.tokens[at - 1].is(","))
                && group_of_std(&file.tokens, at);
            let door = ["fs", "env", "net", "process"]
                .iter()
                .any(|door| token.is(door));
            let clock = token.is("SystemTime") || token.is("Instant");
            let now = token.is("now") && at >= 1 && file.tokens[at - 1].is("::");
            if (of_std || in_group) && door || clock || now {
                found.push(format!("{}:{}: {:?}", file.path, token.line, token.piece));
            }
        }
    }
    none("the world outside", found);
}

/// Whether the group of names around `at` belongs to `std::`.
fn group_of_std(tokens: &[Token], at: usize) -> bool {
    let mut depth = 0_i32;
    for open in (0..at).rev() {
        if tokens[open].is("}") {
            depth += 1;
        } else if tokens[open].is("{") {
            if depth == 0 {
                return open >= 2 && tokens[open - 1].is("::") && tokens[open - 2].is("std");
            }
            depth -= 1;
        } else if tokens[open].is(";") {
            return false;
        }
    }
    false
}

#[test]
fn values_hold_no_floating_point() {
    let float = |file: &File, token: &Token| {
        file.path.starts_with("value") && (token.is("f32") || token.is("f64"))
    };
    none("floats in `value`", places(&library(), float));
}

#[test]
fn only_the_report_can_be_serialised() {
    // A span is part of the report and of every stage before it.
    let wrong = |file: &File, token: &Token| {
        // Rule files are written once, by the build, in the compact form that the library carries.
        let carried = ["report/", "pack/schema/", "text/span.rs", "pack/placed.rs"];
        // Writes the report as it is serialised, and holds no type that is.
        let allowed =
            file.path == "render/json.rs" || carried.iter().any(|path| file.path.starts_with(path));
        token.is("Serialize") && !allowed
    };
    none(
        "serialisable types outside `report`",
        places(&library(), wrong),
    );
}

#[test]
fn no_file_is_too_long() {
    let files = reader::files(&project("src"));
    let long = files
        .iter()
        .filter(|file| file.lines > LONGEST)
        .map(|file| format!("{}: {} lines", file.path, file.lines))
        .collect();
    none("files to be split", long);
}

/// The parts of the HTML report lie beside the renderer that embeds them: templates, style, script, and the words of its
/// interface, a file for each language.
const PAGE: &str = "src/render/html/page";

#[test]
fn the_source_folder_holds_only_rust() {
    let mut folders = vec![project("src")];
    let mut other = Vec::new();
    while let Some(folder) = folders.pop() {
        for entry in std::fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_none_or(|ending| ending != "rs")
                && !path.starts_with(project(PAGE))
            {
                other.push(path.display().to_string());
            }
        }
    }
    none("files that are no Rust", other);
}
