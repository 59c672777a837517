//! Lists the rule files, so that the library carries them: `EMBEDDED` is (path under `rules/`, text), sorted by path.

#![allow(
    clippy::disallowed_methods,
    clippy::print_stdout,
    reason = "a build script lists files and speaks to cargo on standard output"
)]

use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::{env, fs, io};

fn main() -> io::Result<()> {
    let rules =
        PathBuf::from(env::var("CARGO_MANIFEST_DIR").map_err(io::Error::other)?).join("rules");
    println!("cargo:rerun-if-changed={}", rules.display());
    let mut files = Vec::new();
    for folder in sorted(&rules)? {
        if folder.is_dir() {
            files.extend(
                sorted(&folder)?
                    .into_iter()
                    .filter(|file| file.extension().is_some_and(|e| e == "toml")),
            );
        }
    }
    let mut list = String::from("pub(super) const EMBEDDED: &[(&str, &str)] = &[\n");
    for file in files {
        let name = file
            .strip_prefix(&rules)
            .map_err(io::Error::other)?
            .to_string_lossy()
            .replace('\\', "/");
        writeln!(
            list,
            "    (\"rules/{name}\", include_str!({:?})),",
            file.display().to_string()
        )
        .map_err(io::Error::other)?;
    }
    list.push_str("];\n");
    fs::write(
        Path::new(&env::var("OUT_DIR").map_err(io::Error::other)?).join("embedded.rs"),
        list,
    )
}

fn sorted(folder: &Path) -> io::Result<Vec<PathBuf>> {
    let mut entries = fs::read_dir(folder)?
        .map(|entry| entry.map(|e| e.path()))
        .collect::<io::Result<Vec<_>>>()?;
    entries.sort();
    Ok(entries)
}
