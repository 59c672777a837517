//! From the paths of the command line to named articles, sorted by name.

mod folder;
mod manifests;
mod names;
mod pdf;
mod places;

use std::collections::BTreeSet;
use std::fs::{self, File};
use std::io::{BufRead, BufReader, ErrorKind, Read};
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail};
use crosscheck::source::{Format, Input, Limits, Reading, Saying, json_lines_from, unpack};

use super::fetch::{self, Fetcher, Fetching};
use folder::Found;
use manifests::Manifests;
use names::Group;
pub use places::Places;

const MANIFEST: &str = "sources.toml";

/// Whether a change of this file can change a report: articles, and the TOML files that describe them.
pub fn is_read(path: &Path) -> bool {
    let hidden = path
        .file_name()
        .is_some_and(|name| name.to_string_lossy().starts_with('.'));
    let ending = folder::ending(path);
    !hidden && (ending == "toml" || Format::of_ending(&ending).is_some())
}

/// Reads the articles of `paths`; `output` is never an article. `written` is how all files are written; without it the
/// ending of each says so.
///
/// A path that is not there and a folder without articles are errors; an article that cannot be read is an input that
/// says why.
pub fn inputs(
    paths: &[PathBuf],
    written: Option<Format>,
    reading: &Reading,
    output: Option<&Path>,
    fetching: Option<&Fetching>,
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
        written,
        reading,
        seen: output
            .and_then(|file| fs::canonicalize(file).ok())
            .into_iter()
            .collect(),
        fetcher: fetching.map(|fetching| Fetcher::new(fetching, reading.limits.file_bytes)),
        groups: Vec::new(),
        articles: 0,
        bytes: 0,
        compared: 0,
    };
    for (whole, path) in &roots {
        if path.as_os_str() == "-" {
            reader.standard_input()?;
        } else if let Some(address) = fetch::address(path) {
            reader.address(address)?;
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
    if path.as_os_str() == "-" || fetch::address(path).is_some() {
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

struct Reader<'r> {
    manifests: Manifests,
    written: Option<Format>,
    reading: &'r Reading,
    /// Files that were read, by their canonical path.
    seen: BTreeSet<PathBuf>,
    fetcher: Option<Fetcher>,
    groups: Vec<Group>,
    /// Articles and bytes read so far, and of these the bytes that are text as they stand.
    articles: usize,
    bytes: usize,
    compared: usize,
}

impl Reader<'_> {
    fn standard_input(&mut self) -> Result<()> {
        let stdin = std::io::stdin().lock();
        let inputs = self
            .articles(Path::new("-"), "-", stdin)
            .context("cannot read standard input")?;
        self.groups.push(Group {
            above: Vec::new(),
            inputs,
        });
        Ok(())
    }

    fn address(&mut self, address: &str) -> Result<()> {
        let inputs = if self.is_full() {
            vec![self.left_out(address, 1)]
        } else {
            let Some(fetcher) = &mut self.fetcher else {
                bail!("{address} is read from the network only with --fetch");
            };
            let input = fetcher.article(address)?;
            self.unpacked(input)
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
        let mut inputs = if self.is_full() {
            vec![self.left_out(&name, 1)]
        } else {
            self.read(path, &name)
        };
        for input in &mut inputs {
            let names = [
                (folder.clone(), input.name.clone()),
                (folder.clone(), name.clone()),
            ];
            self.manifests.describe(input, &names)?;
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
        let mut left_out: Option<(String, usize)> = None;
        for Found {
            path,
            name,
            trouble,
        } in folder::articles(root)?
        {
            let identity = fs::canonicalize(&path).unwrap_or_else(|_| path.clone());
            let of_file = manifests::names_in(root, &path, &name);
            named.extend(of_file.iter().cloned());
            if self.is_full() {
                left_out = Some(match left_out {
                    Some((first, count)) => (first, count + 1),
                    None => (name, 1),
                });
                continue;
            }
            let mut inputs = match trouble {
                Some(reason) => vec![Input::unreadable(&name, reason)],
                None => self.read(&path, &name),
            };
            for input in &mut inputs {
                let mut names = manifests::names_in(root, &path, &input.name);
                named.extend(names.iter().cloned());
                names.extend(of_file.iter().cloned());
                self.manifests.describe(input, &names)?;
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
        if let Some((name, count)) = left_out {
            together.inputs.push(self.left_out(&name, count));
        }
        self.groups.push(together);
        self.manifests.check(named)
    }

    fn read(&mut self, path: &Path, name: &str) -> Vec<Input> {
        let read = File::open(path).and_then(|file| {
            if file.metadata()?.is_dir() {
                return Err(ErrorKind::IsADirectory.into());
            }
            self.articles(path, name, BufReader::new(file))
        });
        read.unwrap_or_else(|error| vec![Input::unreadable(name, folder::reason(path, &error))])
    }

    /// The articles of one file. No more of it is held than the limits allow.
    fn articles(
        &mut self,
        path: &Path,
        name: &str,
        stream: impl BufRead,
    ) -> std::io::Result<Vec<Input>> {
        let limits = &self.reading.limits;
        if self.is_json_lines(path) {
            let reading = Reading {
                limits: self.left(),
                ..self.reading.clone()
            };
            let inputs = json_lines_from(name, stream, &reading)?;
            self.compared += inputs.iter().map(Input::held).sum::<usize>();
            return Ok(self.counted(inputs));
        }
        let mut bytes = Vec::new();
        let most = u64::try_from(limits.file_bytes).unwrap_or(u64::MAX);
        stream
            .take(most.saturating_add(1))
            .read_to_end(&mut bytes)?;
        Ok(self.unpacked(Input {
            format: self.written,
            ..Input::new(name, bytes)
        }))
    }

    /// The articles that `input` holds.
    fn unpacked(&mut self, input: Input) -> Vec<Input> {
        let most = self.reading.limits.text_bytes;
        let inputs = unpack(input, self.reading).into_iter();
        let inputs = inputs.map(|input| pdf::with_text(input, most)).collect();
        self.counted(inputs)
    }

    fn counted(&mut self, inputs: Vec<Input>) -> Vec<Input> {
        self.articles += inputs.len();
        self.bytes += inputs.iter().map(Input::held).sum::<usize>();
        inputs
    }

    /// The limits of the run, less what was read so far.
    fn left(&self) -> Limits {
        let limits = &self.reading.limits;
        Limits {
            sources: limits.sources.saturating_sub(self.articles),
            total_bytes: limits.total_bytes.saturating_sub(self.bytes),
            compared_bytes: limits.compared_bytes.saturating_sub(self.compared),
            ..limits.clone()
        }
    }

    /// Whether a run takes no more articles.
    fn is_full(&self) -> bool {
        let limits = &self.reading.limits;
        self.articles >= limits.sources || self.bytes >= limits.total_bytes
    }

    /// What stands for the `count` files from `name` on.
    fn left_out(&self, name: &str, count: usize) -> Input {
        let limit = match self.articles >= self.reading.limits.sources {
            true => "sources",
            false => "total-bytes",
        };
        let why = Saying::new(
            "{count} files from this one on were not read: the {articles} articles before them, of {bytes} bytes, are as \
             many as one run takes",
        );
        let why = why.with("count", count).with("articles", self.articles);
        Input::unreadable(name, why.with("bytes", self.bytes).at_limit(limit))
    }

    fn is_json_lines(&self, path: &Path) -> bool {
        let format = self
            .written
            .or_else(|| Format::of_ending(&folder::ending(path)));
        format == Some(Format::JsonLines)
    }
}
