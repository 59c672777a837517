//! The rule packs of a run: the built-in ones and those of `--rules DIR`.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail};
use crosscheck::pack::Packs;

pub fn packs(dir: Option<&Path>) -> Result<Packs> {
    let Some(dir) = dir else {
        return Ok(Packs::embedded()?);
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
    Ok(Packs::with_overlay(files)?)
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
