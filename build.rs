//! Carries the rule files into the library: `EMBEDDED` is (path under `rules/`, text, compact form), sorted by path.
//!
//! The compact form is what the TOML says without its examples, in `postcard`, which reads much faster. A file that is
//! no rule file has none: the run parses its text and says where the fault is.

#![allow(
    clippy::disallowed_methods,
    clippy::print_stdout,
    reason = "a build script lists files and speaks to cargo on standard output"
)]

use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::{env, fs, io};

#[path = "src/pack/placed.rs"]
#[allow(dead_code, reason = "the build only writes what the library reads")]
mod placed;
#[path = "src/pack/schema/mod.rs"]
mod schema;

fn main() -> io::Result<()> {
    let variable = |name| env::var(name).map_err(io::Error::other);
    let rules = PathBuf::from(variable("CARGO_MANIFEST_DIR")?).join("rules");
    let out = PathBuf::from(variable("OUT_DIR")?);
    println!("cargo:rerun-if-changed={}", rules.display());
    println!("cargo:rerun-if-changed=build.rs");
    println!("cargo:rerun-if-changed=src/pack/placed.rs");
    println!("cargo:rerun-if-changed=src/pack/schema");
    let mut list = String::from("pub(super) const EMBEDDED: &[(&str, &str, &[u8])] = &[\n");
    for file in files(&rules)? {
        let name = file
            .strip_prefix(&rules)
            .map_err(io::Error::other)?
            .to_string_lossy()
            .replace('\\', "/");
        let compact = out.join(name.replace('/', "-")).with_extension("postcard");
        fs::write(&compact, compacted(&fs::read_to_string(&file)?)?)?;
        writeln!(
            list,
            "    (\"rules/{name}\", include_str!({:?}), include_bytes!({:?})),",
            file.display().to_string(),
            compact.display().to_string()
        )
        .map_err(io::Error::other)?;
    }
    list.push_str("];\n");
    fs::write(out.join("embedded.rs"), list)
}

/// Nothing for a text that is no rule file.
fn compacted(text: &str) -> io::Result<Vec<u8>> {
    match toml::from_str::<schema::PackFile>(text) {
        Ok(content) => postcard::to_allocvec(&content).map_err(io::Error::other),
        Err(_) => Ok(Vec::new()),
    }
}

/// The TOML files in the folders of `rules`.
fn files(rules: &Path) -> io::Result<Vec<PathBuf>> {
    let mut files = Vec::new();
    for folder in sorted(rules)?.into_iter().filter(|entry| entry.is_dir()) {
        files.extend(
            sorted(&folder)?
                .into_iter()
                .filter(|file| file.extension().is_some_and(|e| e == "toml")),
        );
    }
    Ok(files)
}

fn sorted(folder: &Path) -> io::Result<Vec<PathBuf>> {
    let mut entries = fs::read_dir(folder)?
        .map(|entry| entry.map(|e| e.path()))
        .collect::<io::Result<Vec<_>>>()?;
    entries.sort();
    Ok(entries)
}
