//! One name for each article.

use std::collections::BTreeMap;
use std::path::{Component, Path, PathBuf};

use crosscheck::source::{Input, Note, Saying, note};

/// Articles that get the same words put before their names.
pub struct Group {
    /// What can be put before the names, the nearest first: the folders around them.
    pub above: Vec<String>,
    /// Named relative to the folder of the group.
    pub articles: Vec<Article>,
}

/// An article, and the file that it is a part of, as a record of a table.
pub struct Article {
    pub input: Input,
    pub container: Option<PathBuf>,
}

impl Article {
    /// What `path` holds, which is called `name` itself: an article of another name is a part of it.
    pub fn of_file(input: Input, path: &Path, name: &str) -> Self {
        let container = (input.name != name).then(|| path.to_owned());
        Self { input, container }
    }
}

impl From<Input> for Article {
    fn from(input: Input) -> Self {
        let container = None;
        Self { input, container }
    }
}

/// The articles of all groups under names of their own. Where two groups share a name, both put the name of a folder
/// before all of theirs; what is then still the same is numbered.
pub fn named(groups: Vec<Group>) -> Vec<Article> {
    let mut depths = vec![0; groups.len()];
    loop {
        let shared = sharing(&groups, &depths);
        let mut changed = false;
        for ((depth, group), shares) in depths.iter_mut().zip(&groups).zip(shared) {
            if shares && *depth < group.above.len() {
                *depth += 1;
                changed = true;
            }
        }
        if !changed {
            break;
        }
    }
    let mut times: BTreeMap<String, usize> = BTreeMap::new();
    let mut named = Vec::new();
    for (group, depth) in groups.into_iter().zip(depths) {
        let Group { above, articles } = group;
        for mut article in articles {
            let input = &mut article.input;
            let name = full_name(&above, depth, &input.name);
            let time = times.entry(name.clone()).or_default();
            *time += 1;
            if *time > 1 {
                let says = Saying::new("another article is called {name} too");
                let says = says.with("name", &*name);
                input.notes.push(Note::new(note::SOURCE_RENAMED, says));
                input.name = format!("{name} ({time})");
            } else {
                input.name = name;
            }
            named.push(article);
        }
    }
    named
}

/// The names on the way from `path` up to the root of the file system, `path` itself first.
pub fn upwards(path: &Path) -> Vec<String> {
    let names = path
        .components()
        .rev()
        .filter(|part| matches!(part, Component::Normal(_)));
    names
        .map(|part| part.as_os_str().to_string_lossy().into_owned())
        .collect()
}

/// For each group, whether another has one of its names.
fn sharing(groups: &[Group], depths: &[usize]) -> Vec<bool> {
    let mut owners: BTreeMap<String, Vec<usize>> = BTreeMap::new();
    for (at, (group, &depth)) in groups.iter().zip(depths).enumerate() {
        for article in &group.articles {
            let owners = owners
                .entry(full_name(&group.above, depth, &article.input.name))
                .or_default();
            if owners.last() != Some(&at) {
                owners.push(at);
            }
        }
    }
    let mut shares = vec![false; groups.len()];
    for owners in owners.values().filter(|owners| owners.len() > 1) {
        for &owner in owners {
            shares[owner] = true;
        }
    }
    shares
}

fn full_name(above: &[String], depth: usize, name: &str) -> String {
    let mut parts: Vec<_> = above.iter().take(depth).rev().map(String::as_str).collect();
    parts.push(name);
    parts.join("/")
}
