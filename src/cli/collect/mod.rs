//! From the paths of the command line to named articles, sorted by name.

mod folder;
mod manifests;
mod names;
mod pdf;
mod places;

use std::collections::{BTreeMap, BTreeSet};
use std::fs::{self, File};
use std::io::{BufRead, BufReader, ErrorKind, Read};
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail};
use crosscheck::render::is_report;
use crosscheck::report::Remark;
use crosscheck::source::{Format, Input, Limits, Reading, Saying, json_lines_from, unpack};

use super::fetch::{self, Fetcher, Fetching};
use super::file::is_stream;
use folder::Found;
use manifests::Manifests;
use names::{Article, Group};
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

/// The articles of a run.
pub struct Collected {
    /// Sorted by name.
    pub inputs: Vec<Input>,
    /// Those that are parts of a file, by name: the file, and the line on which they start there.
    pub parts: BTreeMap<String, (PathBuf, Option<usize>)>,
    /// Reports of this program that lay among them, and are none of them.
    pub own_reports: Vec<String>,
    /// What is to be said of the `sources.toml` files.
    pub remarks: Vec<Remark>,
}

/// Reads the articles of `paths`; `output` is never an article. `written` is how all files are written; without it the
/// ending of each says so.
///
/// A path that is not there, a folder without articles and an `output` that would overwrite an article are errors; an
/// article that cannot be read is an input that says why.
pub fn inputs(
    paths: &[PathBuf],
    written: Option<Format>,
    reading: &Reading,
    output: Option<&Path>,
    fetching: Option<&Fetching>,
) -> Result<Collected> {
    let output = output.filter(|file| !is_stream(file));
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
        seen: BTreeSet::new(),
        output: output.and_then(|file| fs::canonicalize(file).ok()),
        own_reports: Vec::new(),
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
    let remarks = reader.manifests.remarks();
    let articles = names::named(reader.groups);
    if articles.is_empty() {
        match reader.own_reports.first() {
            Some(report) => bail!("no article given: {report} is a report of crosscheck"),
            None => bail!("no article given"),
        }
    }
    let parts = articles.iter().filter_map(|Article { input, container }| {
        let place = (container.clone()?, input.line);
        Some((input.name.clone(), place))
    });
    let parts = parts.collect();
    let mut inputs: Vec<Input> = articles.into_iter().map(|article| article.input).collect();
    inputs.sort_by(|a, b| a.name.cmp(&b.name));
    Ok(Collected {
        inputs,
        parts,
        remarks,
        own_reports: reader.own_reports,
    })
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

fn parts_of(inputs: Vec<Input>, path: &Path, name: &str) -> Vec<Article> {
    let articles = inputs.into_iter();
    let articles = articles.map(|input| Article::of_file(input, path, name));
    articles.collect()
}

struct Reader<'r> {
    manifests: Manifests,
    written: Option<Format>,
    reading: &'r Reading,
    /// Files that were read, by their canonical path.
    seen: BTreeSet<PathBuf>,
    /// The canonical path of the file that will be written.
    output: Option<PathBuf>,
    own_reports: Vec<String>,
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
            articles: inputs.into_iter().map(Article::from).collect(),
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
            articles: inputs.into_iter().map(Article::from).collect(),
        });
        Ok(())
    }

    fn file(&mut self, path: &Path, identity: &Path) -> Result<()> {
        if !self.seen.insert(identity.to_owned()) {
            return Ok(());
        }
        if self.is_output(identity) {
            return self.may_be_written(path);
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
            articles: parts_of(inputs, path, &name),
        });
        Ok(())
    }

    fn folder(&mut self, root: &Path, identity: &Path) -> Result<()> {
        // Two links inside one folder are two articles; a file that another path brought already is not read again.
        let read_before = self.seen.clone();
        let mut together = Group {
            above: names::upwards(identity),
            articles: Vec::new(),
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
            if self.is_output(&identity) {
                if trouble.is_none() {
                    self.may_be_written(&path)?;
                }
                continue;
            }
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
            let mut articles = parts_of(inputs, &path, &name);
            if self.is_json_lines(&path) {
                self.groups.push(Group {
                    above: names::upwards(&identity),
                    articles,
                });
            } else {
                together.articles.append(&mut articles);
            }
            self.seen.insert(identity);
        }
        if let Some((name, count)) = left_out {
            together.articles.push(self.left_out(&name, count).into());
        }
        self.groups.push(together);
        self.manifests.check(named)
    }

    fn is_output(&self, identity: &Path) -> bool {
        self.output.as_deref() == Some(identity)
    }

    /// An error when `path`, where the report goes, is an article: neither empty nor an earlier report.
    fn may_be_written(&self, path: &Path) -> Result<()> {
        let mut bytes = Vec::new();
        let most = u64::try_from(self.reading.limits.file_bytes).unwrap_or(u64::MAX);
        let read = File::open(path).and_then(|file| file.take(most).read_to_end(&mut bytes));
        read.with_context(|| format!("cannot read {}", path.display()))?;
        if !bytes.is_empty() && !is_report(&bytes) {
            bail!(
                "--output would overwrite {}, which is one of the articles; nothing was written",
                path.display()
            );
        }
        Ok(())
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
        mut stream: impl BufRead,
    ) -> std::io::Result<Vec<Input>> {
        let limits = &self.reading.limits;
        if self.is_json_lines(path) {
            if is_report(stream.fill_buf()?) {
                self.own_reports.push(path.display().to_string());
                return Ok(Vec::new());
            }
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
        if is_report(&bytes) {
            self.own_reports.push(path.display().to_string());
            return Ok(Vec::new());
        }
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
            "files not read: {count}, from this one on; articles before them: {articles}, of {bytes} bytes, as many as one run \
             takes",
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
