//! The library in process: articles of a folder as the command reads them.

use std::path::{Path, PathBuf};

use crosscheck::pack::Packs;
use crosscheck::report::Report;
use crosscheck::source::{Input, Manifest};

/// A path inside the project.
pub fn project(path: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join(path)
}

/// The shipped packs.
pub fn packs() -> Packs {
    Packs::embedded().unwrap()
}

/// The `.txt` files of `folder`, sorted, with what its `sources.toml` says of them.
pub fn articles(folder: &Path) -> Vec<Input> {
    let manifest = std::fs::read_to_string(folder.join("sources.toml"))
        .ok()
        .map(|text| Manifest::parse("sources.toml", &text).unwrap());
    let mut inputs: Vec<_> = std::fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .filter(|path| path.extension().is_some_and(|ending| ending == "txt"))
        .map(|path| {
            let name = path.file_name().unwrap().to_str().unwrap();
            let input = Input::new(name, std::fs::read(&path).unwrap());
            match manifest.as_ref().and_then(|told| told.get(name)) {
                Some(meta) => input.with_meta(meta.clone()),
                None => input,
            }
        })
        .collect();
    inputs.sort_by(|a, b| a.name.cmp(&b.name));
    inputs
}

/// The report on `inputs`.
pub fn check(inputs: Vec<Input>, packs: &Packs) -> Report {
    crosscheck::check(inputs, packs, &crosscheck::Options::default(), &|_| {})
}
