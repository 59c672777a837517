//! Rule files from a folder of the user's.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail};
use crosscheck::pack::{Entry, Packs};

/// The packs of a run: the built-in ones with those of `dir` over them.
pub fn packs(dir: Option<&Path>) -> Result<Packs> {
    Ok(Packs::with_overlay(overlay(dir)?)?)
}

/// The packs, and the entries that they were made of.
pub fn packs_and_entries(dir: Option<&Path>) -> Result<(Packs, Vec<Entry>)> {
    let overlay = overlay(dir)?;
    let packs = Packs::with_overlay(overlay.clone())?;
    Ok((packs, Packs::entries(overlay)?))
}

/// Path and text of each rule file of `dir`.
fn overlay(dir: Option<&Path>) -> Result<Vec<(String, String)>> {
    let Some(dir) = dir else {
        return Ok(Vec::new());
    };
    let mut files = Vec::new();
    for language in entries(dir)?.into_iter().filter(|path| path.is_dir()) {
        for file in entries(&language)?
            .into_iter()
            .filter(|path| path.extension().is_some_and(|e| e == "toml"))
        {
            let text = fs::read_to_string(&file)
                .with_context(|| format!("cannot read {}", file.display()))?;
            files.push((file.to_string_lossy().replace('\\', "/"), text));
        }
    }
    if files.is_empty() {
        bail!(
            "no rules in {}: they are files LANGUAGE/*.toml in it, such as vi/dates.toml",
            dir.display()
        );
    }
    Ok(files)
}

/// What a folder holds, by name.
fn entries(dir: &Path) -> Result<Vec<PathBuf>> {
    let failed = || format!("cannot read the folder of rules {}", dir.display());
    let mut paths = Vec::new();
    for entry in fs::read_dir(dir).with_context(failed)? {
        paths.push(entry.with_context(failed)?.path());
    }
    paths.sort();
    Ok(paths)
}
