//! What the `sources.toml` files say of the articles.

use std::collections::BTreeMap;
use std::fs;
use std::io::ErrorKind;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};
use crosscheck::report::Remark;
use crosscheck::source::{Input, Manifest, Metadata, Unmatched, note};

use super::MANIFEST;
use super::folder::relative;

/// The manifests of the folders asked for so far; `None` where a folder has none.
#[derive(Default)]
pub struct Manifests {
    read: BTreeMap<PathBuf, Option<Manifest>>,
    unmatched: Vec<Unmatched>,
}

impl Manifests {
    /// Fills in what `input` does not know of itself. Of its `names` the first that a manifest knows counts.
    pub fn describe(&mut self, input: &mut Input, names: &[(PathBuf, String)]) -> Result<()> {
        for (folder, name) in names {
            if let Some(told) = self.of(folder)?.and_then(|manifest| manifest.get(name)) {
                fill(&mut input.meta, told);
                return Ok(());
            }
        }
        Ok(())
    }

    /// Notes which entries speak of no article that is there.
    pub fn check(&mut self, names: Vec<(PathBuf, String)>) -> Result<()> {
        let mut by_folder: BTreeMap<PathBuf, Vec<String>> = BTreeMap::new();
        for (folder, name) in names {
            by_folder.entry(folder).or_default().push(name);
        }
        for (folder, names) in by_folder {
            if let Some(manifest) = self.of(&folder)? {
                let names: Vec<&str> = names.iter().map(String::as_str).collect();
                for unmatched in manifest.unmatched(&names) {
                    if !self.unmatched.contains(&unmatched) {
                        self.unmatched.push(unmatched);
                    }
                }
            }
        }
        Ok(())
    }

    /// A remark for each entry that speaks of no article.
    pub fn remarks(&self) -> Vec<Remark> {
        let unmatched = self.unmatched.iter();
        let remarks = unmatched.map(|one| {
            let place = (one.line, one.column);
            Remark::new(note::METADATA_IGNORED, &one.says, &one.file, place)
        });
        remarks.collect()
    }

    fn of(&mut self, folder: &Path) -> Result<Option<&Manifest>> {
        if !self.read.contains_key(folder) {
            self.read.insert(folder.to_owned(), read(folder)?);
        }
        Ok(self.read.get(folder).and_then(Option::as_ref))
    }
}

/// The folders from that of `path` up to `root`, each with the article's name in it. `name` is relative to `root`, or
/// the id of a JSON line.
pub fn names_in(root: &Path, path: &Path, name: &str) -> Vec<(PathBuf, String)> {
    let is_path = relative(root, path) == name;
    let folders = path
        .ancestors()
        .skip(1)
        .take_while(|folder| folder.starts_with(root));
    folders
        .map(|folder| {
            (
                folder.to_owned(),
                if is_path {
                    relative(folder, path)
                } else {
                    name.to_owned()
                },
            )
        })
        .collect()
}

fn read(folder: &Path) -> Result<Option<Manifest>> {
    let file = folder.join(MANIFEST);
    match fs::read_to_string(&file) {
        Ok(text) => Ok(Some(Manifest::parse(&file.to_string_lossy(), &text)?)),
        Err(error) if error.kind() == ErrorKind::NotFound => Ok(None),
        Err(error) => Err(error).with_context(|| format!("cannot read {}", file.display())),
    }
}

fn fill(known: &mut Metadata, told: &Metadata) {
    let Metadata {
        title,
        publisher,
        author,
        url,
        published,
        modified,
        language,
        told_by,
        ..
    } = known;
    for (field, known, told) in [
        ("title", title, &told.title),
        ("publisher", publisher, &told.publisher),
        ("author", author, &told.author),
        ("url", url, &told.url),
        ("published", published, &told.published),
        ("modified", modified, &told.modified),
        ("language", language, &told.language),
    ] {
        // What people say of a file wins over what the file says of itself.
        if told.is_some() && (known.is_none() || told_by.remove(field).is_some()) {
            known.clone_from(told);
        }
    }
}
