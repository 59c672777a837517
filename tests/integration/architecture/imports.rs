//! Which modules of the library a file names.

use std::collections::BTreeMap;

use super::reader::{File, Token};

/// A path that leaves its own module: where it stands and what it names.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Import {
    /// File and line, `fact/group.rs:12`.
    pub place: String,
    /// The module at the root of the library.
    pub from: String,
    pub to: String,
}

/// The names that the root of the library re-exports, and the modules they come from.
pub fn root_names(root: &[Token]) -> BTreeMap<String, String> {
    let mut names = BTreeMap::new();
    let mut at = 0;
    while at + 2 < root.len() {
        if root[at].is("use")
            && let Some(module) = root[at + 1].name()
            && root[at + 2].is("::")
        {
            let end = (at..root.len())
                .find(|&end| root[end].is(";"))
                .unwrap_or(root.len());
            for token in &root[at + 3..end] {
                names.extend(
                    token
                        .name()
                        .map(|name| (name.to_owned(), module.to_owned())),
                );
            }
            at = end;
        }
        at += 1;
    }
    names
}

/// Every path of `file` that starts at the root of the library, by `crate::` or by enough `super::`.
pub fn imports(file: &File, root_names: &BTreeMap<String, String>) -> Vec<Import> {
    let own = own_path(&file.path);
    let mut imports = Vec::new();
    for (at, token) in file.tokens.iter().enumerate() {
        let continues = at > 0 && file.tokens[at - 1].is("::");
        let Some(after) = root_path(&file.tokens, at, own.len()).filter(|_| !continues) else {
            continue;
        };
        for name in first_names(&file.tokens, after) {
            let to = root_names.get(&name).cloned().unwrap_or(name);
            if own.first() != Some(&to.as_str()) {
                imports.push(Import {
                    place: format!("{}:{}", file.path, token.line),
                    from: own.first().copied().unwrap_or("lib").to_owned(),
                    to,
                });
            }
        }
    }
    imports
}

/// `fact/group.rs` → `fact`, `group`.
fn own_path(path: &str) -> Vec<&str> {
    let mut parts: Vec<_> = path.trim_end_matches(".rs").split('/').collect();
    if matches!(parts.last(), Some(&"mod" | &"lib")) {
        parts.pop();
    }
    parts
}

/// Where a path goes on after it has reached the root of the library.
fn root_path(tokens: &[Token], at: usize, depth: usize) -> Option<usize> {
    let steps = |at: usize| tokens.get(at + 1).is_some_and(|token| token.is("::"));
    if tokens[at].is("crate") && steps(at) {
        return Some(at + 2);
    }
    let mut up = 0;
    let mut next = at;
    while tokens.get(next).is_some_and(|token| token.is("super")) && steps(next) {
        up += 1;
        next += 2;
    }
    (up > 0 && up >= depth).then_some(next)
}

/// The name at `at`, or the first name of every part of the group that opens there.
fn first_names(tokens: &[Token], at: usize) -> Vec<String> {
    let mut names = Vec::new();
    if !tokens.get(at).is_some_and(|token| token.is("{")) {
        names.extend(tokens.get(at).and_then(Token::name).map(str::to_owned));
        return names;
    }
    let mut depth = 0_usize;
    for (i, token) in tokens[at..].iter().enumerate() {
        let before = &tokens[(at + i).saturating_sub(1)];
        if token.is("{") {
            depth += 1;
        } else if token.is("}") {
            depth -= 1;
            if depth == 0 {
                break;
            }
        } else if depth == 1 && (before.is("{") || before.is(",")) {
            names.extend(token.name().map(str::to_owned));
        }
    }
    names
}

#[test]
fn paths_to_other_modules_are_found() {
    let code = "use crate::text::{Span, View}; use crate::{Error, value::{Number, Date}, mention};
        use super::group; use super::super::pack; fn f() { crate::claim::g::<super::X>() }";
    let file = File {
        path: "fact/group.rs".to_owned(),
        lines: 2,
        tokens: super::reader::tokens(code),
    };
    let names = BTreeMap::from([("Error".to_owned(), "error".to_owned())]);
    let found: Vec<_> = imports(&file, &names)
        .into_iter()
        .map(|import| import.to)
        .collect();
    assert_eq!(
        found,
        ["text", "error", "value", "mention", "pack", "claim"]
    );
}

#[test]
fn the_names_of_the_root_lead_to_their_modules() {
    let code = "pub mod a; pub use check::{Options, check}; pub use error::Error;";
    let names = root_names(&super::reader::tokens(code));
    assert_eq!(names["Options"], "check");
    assert_eq!(names["Error"], "error");
}
