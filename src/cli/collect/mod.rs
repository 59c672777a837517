//! From the paths of the command line to named articles, sorted by name.

mod folder;
mod manifests;
mod names;

use std::collections::BTreeSet;
use std::fs;
use std::io::{ErrorKind, Read};
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail};
use crosscheck::source::{Content, Input, Metadata, json_lines};

use folder::Found;
use manifests::Manifests;
use names::Group;

const MANIFEST: &str = "sources.toml";

/// Reads the articles of `paths`. `as_json_lines` overrules the ending of the files; `output` is never an article.
///
/// A path that is not there and a folder without articles are errors; an article that cannot be read is an input that
/// says why.
pub fn inputs(
    paths: &[PathBuf],
    as_json_lines: Option<bool>,
    output: Option<&Path>,
) -> Result<Vec<Input>> {
    let mut roots = Vec::new();
    for path in paths {
        roots.push((identity(path)?, path));
    }
    // The order of the arguments, and an argument given twice, change nothing.
    roots.sort();
    roots.dedup_by(|a, b| a.0 == b.0);

    let mut reader = Reader {
        manifests: Manifests::default(),
        as_json_lines,
        seen: output
            .and_then(|file| fs::canonicalize(file).ok())
            .into_iter()
            .collect(),
        groups: Vec::new(),
    };
    for (whole, path) in &roots {
        if path.as_os_str() == "-" {
            reader.standard_input()?;
        } else if path.is_dir() {
            reader.folder(path, whole)?;
        } else if path.file_name().is_none_or(|name| name != MANIFEST) {
            reader.file(path, whole)?;
        }
    }
    let mut inputs = names::named(reader.groups);
    if inputs.is_empty() {
        bail!("no article given");
    }
    inputs.sort_by(|a, b| a.name.cmp(&b.name));
    Ok(inputs)
}

/// The same for every way to write a path.
fn identity(path: &Path) -> Result<PathBuf> {
    if path.as_os_str() == "-" {
        return Ok(path.to_owned());
    }
    if let Err(error) = fs::symlink_metadata(path) {
        match error.kind() {
            ErrorKind::NotFound => bail!("there is no file or folder {}", path.display()),
            kind => bail!("cannot read {}: {kind}", path.display()),
        }
    }
    // A link to nowhere and a pipe have no other name than their own.
    Ok(fs::canonicalize(path).unwrap_or_else(|_| path.to_owned()))
}

struct Reader {
    manifests: Manifests,
    as_json_lines: Option<bool>,
    /// Files that were read, by their canonical path.
    seen: BTreeSet<PathBuf>,
    groups: Vec<Group>,
}

impl Reader {
    fn standard_input(&mut self) -> Result<()> {
        let mut bytes = Vec::new();
        std::io::stdin()
            .lock()
            .read_to_end(&mut bytes)
            .context("cannot read standard input")?;
        let inputs = match self.as_json_lines {
            Some(true) => json_lines("-", &bytes),
            _ => vec![article("-", Content::Bytes(bytes))],
        };
        self.groups.push(Group {
            above: Vec::new(),
            inputs,
        });
        Ok(())
    }

    fn file(&mut self, path: &Path, identity: &Path) -> Result<()> {
        if !self.seen.insert(identity.to_owned()) {
            return Ok(());
        }
        let name = path
            .file_name()
            .unwrap_or(path.as_os_str())
            .to_string_lossy()
            .into_owned();
        let folder = path.parent().unwrap_or(Path::new("")).to_owned();
        let mut inputs = self.read(path, &name);
        for input in &mut inputs {
            self.manifests
                .describe(input, &[(folder.clone(), input.name.clone())])?;
        }
        let above = if self.is_json_lines(path) {
            Some(identity)
        } else {
            identity.parent()
        };
        self.groups.push(Group {
            above: above.map(names::upwards).unwrap_or_default(),
            inputs,
        });
        Ok(())
    }

    fn folder(&mut self, root: &Path, identity: &Path) -> Result<()> {
        // Two links inside one folder are two articles; a file that another path brought already is not read again.
        let read_before = self.seen.clone();
        let mut together = Group {
            above: names::upwards(identity),
            inputs: Vec::new(),
        };
        let mut named = Vec::new();
        for Found {
            path,
            name,
            trouble,
        } in folder::articles(root)?
        {
            let identity = fs::canonicalize(&path).unwrap_or_else(|_| path.clone());
            let mut inputs = match trouble {
                Some(reason) => vec![article(&name, Content::Unreadable(reason))],
                None => self.read(&path, &name),
            };
            named.extend(manifests::names_in(root, &path, &name));
            for input in &mut inputs {
                let names = manifests::names_in(root, &path, &input.name);
                self.manifests.describe(input, &names)?;
                named.extend(names);
            }
            if read_before.contains(&identity) {
                continue;
            }
            if self.is_json_lines(&path) {
                self.groups.push(Group {
                    above: names::upwards(&identity),
                    inputs,
                });
            } else {
                together.inputs.append(&mut inputs);
            }
            self.seen.insert(identity);
        }
        self.groups.push(together);
        self.manifests.check(named)
    }

    fn read(&self, path: &Path, name: &str) -> Vec<Input> {
        match fs::read(path) {
            Ok(bytes) if self.is_json_lines(path) => json_lines(name, &bytes),
            Ok(bytes) => vec![article(name, Content::Bytes(bytes))],
            Err(error) => vec![article(
                name,
                Content::Unreadable(folder::reason(path, &error)),
            )],
        }
    }

    fn is_json_lines(&self, path: &Path) -> bool {
        self.as_json_lines
            .unwrap_or_else(|| folder::ending(path) == "jsonl")
    }
}

fn article(name: &str, content: Content) -> Input {
    Input {
        name: name.to_owned(),
        meta: Metadata::default(),
        content,
    }
}
