//! Where a report goes: standard output or a file.

use std::io::{BufWriter, ErrorKind, IsTerminal, Write, stdout};
use std::path::{Path, PathBuf};

use anstream::{AutoStream, ColorChoice};
use anyhow::{Context, Result};
use crosscheck::render::{Options, UiLanguage};

use super::args::Color;
use super::file::{replace, sweep};

/// The place of the report, and how it is laid out there.
pub struct Target {
    file: Option<PathBuf>,
    options: Options<'static>,
}

impl Target {
    pub fn new(file: Option<&Path>, color: Color) -> Self {
        let to_terminal = file.is_none() && stdout().is_terminal();
        let color = match color {
            Color::Always => true,
            Color::Never => false,
            Color::Auto => file.is_none() && AutoStream::choice(&stdout()) != ColorChoice::Never,
        };
        let mut options = Options {
            color,
            ..Options::default()
        };
        if to_terminal
            && let Some((terminal_size::Width(columns), _)) = terminal_size::terminal_size()
        {
            options.width = usize::from(columns);
        }
        Self {
            file: file.map(Path::to_owned),
            options,
        }
    }

    /// The same place for readers of another language.
    pub fn in_language(mut self, ui_language: UiLanguage) -> Self {
        self.options.ui_language = ui_language;
        self
    }

    /// The file of `--output`.
    pub fn file(&self) -> Option<&Path> {
        self.file.as_deref()
    }

    /// Writes a report. That a reader of standard output has left is no error.
    pub fn write(
        &self,
        render: impl FnOnce(&Options, &mut dyn Write) -> std::io::Result<()>,
    ) -> Result<()> {
        if self.file.is_some() || !self.options.color {
            // Without colours there is no escape sequence in it, whatever the articles say.
            return self.stream(render);
        }
        let mut page = Vec::new();
        render(&self.options, &mut page)?;
        to_terminal(&page).context("cannot write to standard output")
    }

    /// Writes as `render` goes along: to a file that is put in place when it is complete, or to standard output.
    pub fn stream(
        &self,
        render: impl FnOnce(&Options, &mut dyn Write) -> std::io::Result<()>,
    ) -> Result<()> {
        match &self.file {
            Some(file) => {
                sweep(file);
                replace(file, |out| render(&self.options, out))
            }
            None => {
                let mut out = BufWriter::new(stdout().lock());
                let done = render(&self.options, &mut out).and_then(|()| out.flush());
                unless_left(done).context("cannot write to standard output")
            }
        }
    }
}

fn to_terminal(page: &[u8]) -> std::io::Result<()> {
    // The renderer has decided on colours; on consoles without escape sequences this stream translates them.
    let mut out = AutoStream::new(stdout(), ColorChoice::Always);
    unless_left(out.write_all(page).and_then(|()| out.flush()))
}

/// That the reader of standard output has left is no error.
fn unless_left(done: std::io::Result<()>) -> std::io::Result<()> {
    match done {
        Err(error) if error.kind() == ErrorKind::BrokenPipe => Ok(()),
        done => done,
    }
}
