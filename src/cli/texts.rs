//! The texts that the places of a report point into, as files.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};
use crosscheck::report::Report;

use super::file;

/// The file that says which text is whose.
const INDEX: &str = "index.csv";
/// Bytes of one part of a name.
const LONGEST: usize = 120;

/// A folder that gets the text of every article: lines, columns and bytes of a report are those of these files.
#[derive(Debug)]
pub struct Texts {
    folder: PathBuf,
    /// Names that are taken, in small letters: some systems tell no others apart.
    files: BTreeSet<String>,
    folders: BTreeSet<String>,
    index: String,
}

impl Texts {
    pub fn new(folder: &Path) -> Self {
        Self {
            folder: folder.to_owned(),
            files: BTreeSet::from([INDEX.to_owned()]),
            folders: BTreeSet::new(),
            index: "source,file\n".to_owned(),
        }
    }

    /// Writes the texts of `report`. A source without a text has no file.
    pub fn add(&mut self, report: &Report) -> Result<()> {
        for source in report.sources.iter().filter(|s| !s.text.raw.is_empty()) {
            let name = self.name(&source.source);
            let path = self.folder.join(&name);
            let folder = path.parent().unwrap_or(&self.folder);
            fs::create_dir_all(folder)
                .with_context(|| format!("cannot make the folder {}", folder.display()))?;
            file::replace(&path, |out| out.write_all(source.text.raw.as_bytes()))?;
            let cells = [source.source.as_str(), name.as_str()];
            self.index.push_str(&cells.map(cell).join(","));
            self.index.push('\n');
        }
        Ok(())
    }

    /// Writes which text is whose, once all are there.
    pub fn finish(self) -> Result<()> {
        fs::create_dir_all(&self.folder)
            .with_context(|| format!("cannot make the folder {}", self.folder.display()))?;
        let index = self.folder.join(INDEX);
        file::sweep(&index);
        file::replace(&index, |out| out.write_all(self.index.as_bytes()))
    }

    /// A path below the folder that no other text has. Names come from articles: none of them leads out.
    fn name(&mut self, source: &str) -> String {
        let parts: Vec<String> = source.split(['/', '\\']).map(part).collect();
        let path = parts.join("/");
        let stem = path.strip_suffix(".txt").unwrap_or(&path);
        let mut copy = 1;
        loop {
            let name = match copy {
                1 => format!("{stem}.txt"),
                _ => format!("{stem} ({copy}).txt"),
            };
            let key = name.to_lowercase();
            let above: Vec<String> = key
                .match_indices('/')
                .map(|(at, _)| key[..at].to_owned())
                .collect();
            let free = !self.files.contains(&key)
                && !self.folders.contains(&key)
                && !above.iter().any(|folder| self.files.contains(folder));
            if free {
                self.files.insert(key);
                self.folders.extend(above);
                return name;
            }
            copy += 1;
            // A text where a folder is wanted: the name becomes one part.
            if copy > self.files.len() + 2 {
                return self.name(&source.replace(['/', '\\'], "_"));
            }
        }
    }
}

/// One part of a path: neither empty nor a way up, without what systems give a meaning to.
fn part(text: &str) -> String {
    let mut name = String::new();
    for c in text.chars() {
        let plain = !c.is_control() && !"<>:\"|?*".contains(c);
        if name.len() + c.len_utf8() > LONGEST {
            break;
        }
        name.push(if plain { c } else { '_' });
    }
    let trimmed = name.trim_matches([' ', '.']);
    if trimmed.is_empty() {
        "_".to_owned()
    } else {
        trimmed.to_owned()
    }
}

/// A cell of a table with commas. One that a spreadsheet could take for a formula is quoted as text.
fn cell(text: &str) -> String {
    let text = if text.starts_with(['=', '+', '-', '@', '\t', '\r']) {
        format!("'{text}")
    } else {
        text.to_owned()
    };
    if text.contains([',', '"', '\n', '\r']) {
        format!("\"{}\"", text.replace('"', "\"\""))
    } else {
        text
    }
}
