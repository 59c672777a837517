//! From the paths of the command line to named articles, sorted by name.

mod folder;
mod manifests;
mod names;
mod places;

use std::collections::BTreeSet;
use std::fs;
use std::io::{ErrorKind, Read};
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail};
use crosscheck::source::{Format, Input, json_lines};

use folder::Found;
use manifests::Manifests;
use names::Group;
pub use places::Places;

const MANIFEST: &str = "sources.toml";

/// How the files are written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Written {
    /// As the ending of each says.
    AsNamed,
    /// One article a file, in this format.
    Articles(Format),
    /// One article a line.
    JsonLines,
}

/// Whether a change of this file can change a report: articles, and the TOML files that describe them.
pub fn is_read(path: &Path) -> bool {
    let hidden = path
        .file_name()
        .is_some_and(|name| name.to_string_lossy().starts_with('.'));
    let ending = folder::ending(path);
    !hidden && (ending == "toml" || folder::ENDINGS.contains(&ending.as_str()))
}

/// Reads the articles of `paths`; `output` is never an article.
///
/// A path that is not there and a folder without articles are errors; an article that cannot be read is an input that
/// says why.
pub fn inputs(paths: &[PathBuf], written: Written, output: Option<&Path>) -> Result<Vec<Input>> {
    let mut roots = Vec::new();
    for path in paths {
        roots.push((identity(path)?, path));
    }
    // The order of the arguments, and an argument given twice, change nothing.
    roots.sort();
    roots.dedup_by(|a, b| a.0 == b.0);

    let mut reader = Reader {
        manifests: Manifests::default(),
        written,
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
    written: Written,
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
        let inputs = self.articles(Path::new("-"), "-", bytes);
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
                Some(reason) => vec![Input::unreadable(&name, reason)],
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
            Ok(bytes) => self.articles(path, name, bytes),
            Err(error) => vec![Input::unreadable(name, folder::reason(path, &error))],
        }
    }

    fn articles(&self, path: &Path, name: &str, bytes: Vec<u8>) -> Vec<Input> {
        if self.is_json_lines(path) {
            return json_lines(name, &bytes);
        }
        let format = match self.written {
            Written::Articles(format) => Some(format),
            _ => None,
        };
        vec![Input {
            format,
            ..Input::new(name, bytes)
        }]
    }

    fn is_json_lines(&self, path: &Path) -> bool {
        match self.written {
            Written::AsNamed => folder::ending(path) == "jsonl",
            Written::Articles(_) => false,
            Written::JsonLines => true,
        }
    }
}
