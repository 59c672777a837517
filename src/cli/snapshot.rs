//! The accepted report: held against, accepted, reviewed.

mod missing;
mod page;
mod review;

use std::fs;
use std::io::ErrorKind;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use anyhow::{Context, Result, bail};
use crosscheck::report::{Report, SCHEMA_VERSION};
use crosscheck::snapshot::{Comparison, Snapshot};

use super::args::{Accept, Color, Gate, SnapshotCommand, Verify};
use super::commands::{readable, tell};
use super::file;
use super::output::Target;
use super::run::Run;
use super::say;
use super::settings::Settings;
use missing::Missing;
use page::Page;

/// 1 when something changed.
pub fn run(command: &SnapshotCommand, color: Color) -> Result<ExitCode> {
    match command {
        SnapshotCommand::Verify(args) => verify(args, color),
        SnapshotCommand::Accept(args) => accept(args),
        SnapshotCommand::Review(args) => review::review(args, color),
    }
}

/// Both sides, and what is between them.
pub struct Held {
    pub settings: Settings,
    pub file: PathBuf,
    pub accepted: Snapshot,
    pub now: Snapshot,
    pub comparison: Comparison,
}

impl Held {
    fn of(args: &Gate, accepted: impl Fn(&Path) -> Result<Snapshot>) -> Result<Self> {
        let settings = Settings::of(&args.reading)?;
        let file = settings.snapshot(args)?;
        let accepted = accepted(&file)?;
        let run = Run::prepare(&settings, Some(&file))?;
        let report = run.report(crosscheck::check)?;
        readable(&report)?;
        if !settings.quiet.value {
            tell(&report.decisions.remarks);
        }
        let now = Snapshot::of(&report);
        let comparison = accepted.compare(&now);
        Ok(Self {
            settings,
            file,
            accepted,
            now,
            comparison,
        })
    }

    /// Takes the whole of this run as the accepted report. Articles that are not there any more go, and are named; an
    /// error where others were not given, unless they are to go too.
    fn accept(&self, drop_missing: bool) -> Result<()> {
        let missing = Missing::of(self);
        if !drop_missing {
            missing.refuse(&self.file)?;
        }
        write(&self.file, &self.now.text())?;
        file::remove(&self.beside())?;
        if !self.settings.quiet.value {
            if let Some(dropped) = missing.dropped() {
                say(&dropped);
            }
            let counts = self.page().counts();
            say(&format!("accepted in {}: {counts}", self.file.display()));
        }
        Ok(())
    }

    fn page(&self) -> Page<'_> {
        Page::new(self)
    }

    /// Where what would be accepted now is kept.
    fn beside(&self) -> PathBuf {
        let mut name = self.file.clone().into_os_string();
        name.push(".new");
        name.into()
    }

    /// Writes `snapshot` beside the accepted one, never in CI: nobody would see it there.
    fn propose(&self, snapshot: &Snapshot) -> Result<bool> {
        if in_ci() {
            return Ok(false);
        }
        write(&self.beside(), &snapshot.text())?;
        Ok(true)
    }
}

fn verify(args: &Verify, color: Color) -> Result<ExitCode> {
    let held = Held::of(&args.gate, |file| {
        read(file)?.with_context(|| {
            format!(
                "there is no accepted report {}: `crosscheck snapshot accept` with the same paths writes it",
                file.display()
            )
        })
    })?;
    let obsolete_fails = held.settings.fail_on_obsolete(args.fail_on_obsolete)?.value;
    let changed = !held.comparison.changes.is_empty();
    let proposed = if changed {
        held.propose(&held.now)?
    } else {
        if !in_ci() {
            file::remove(&held.beside())?;
        }
        false
    };
    Target::new(None, color).write(|options, out| {
        held.page()
            .verdict(options.color, proposed.then(|| held.beside()), out)
    })?;
    let failed = changed || obsolete_fails && !held.comparison.obsolete.is_empty();
    Ok(ExitCode::from(u8::from(failed)))
}

fn accept(args: &Accept) -> Result<ExitCode> {
    let held = Held::of(&args.gate, |file| match read(file) {
        Ok(known) => Ok(known.unwrap_or_default()),
        // Whoever accepts wants this file whole again, whatever is in it now.
        Err(error) if error.downcast_ref::<crosscheck::Error>().is_some() => {
            say(&format!("warning: written anew: {error}"));
            Ok(Snapshot::default())
        }
        Err(error) => Err(error),
    })?;
    held.accept(args.drop_missing)?;
    Ok(ExitCode::SUCCESS)
}

/// The snapshot in a file; `None` when there is no file.
fn read(file: &Path) -> Result<Option<Snapshot>> {
    match fs::read_to_string(file) {
        Ok(text) => Ok(Some(Snapshot::parse(&file.to_string_lossy(), &text)?)),
        Err(error) if error.kind() == ErrorKind::NotFound => Ok(None),
        Err(error) => Err(error).with_context(|| format!("cannot read {}", file.display())),
    }
}

/// A file that holds the same already stays as it is.
fn write(file: &Path, text: &str) -> Result<()> {
    if fs::read_to_string(file).is_ok_and(|known| known == text) {
        return Ok(());
    }
    if let Some(folder) = file
        .parent()
        .filter(|folder| !folder.as_os_str().is_empty())
    {
        fs::create_dir_all(folder)
            .with_context(|| format!("cannot make the folder {}", folder.display()))?;
    }
    file::sweep(file);
    file::replace(file, |out| out.write_all(text.as_bytes()))
}

/// The accepted report of `--baseline`: a snapshot, or a report as `--format json` writes it.
pub fn baseline(file: &Path) -> Result<Snapshot> {
    let shown = file.display();
    let text = match fs::read_to_string(file) {
        Ok(text) => text,
        Err(error) if error.kind() == ErrorKind::NotFound => bail!(
            "there is no baseline {shown}: `crosscheck snapshot accept --snapshot {shown}` with the same paths writes it"
        ),
        Err(error) => return Err(error).with_context(|| format!("cannot read {shown}")),
    };
    if !text.trim_start().starts_with('{') {
        return Ok(Snapshot::parse(&file.to_string_lossy(), &text)?);
    }
    let report: Report =
        serde_json::from_str(&text).with_context(|| format!("{shown} is no report"))?;
    if report.schema_version != SCHEMA_VERSION {
        bail!(
            "{shown} is a report of schema version {}, and this crosscheck writes {SCHEMA_VERSION}: make it anew",
            report.schema_version
        );
    }
    Ok(Snapshot::of(&report))
}

/// Whether this is a run that nobody watches.
fn in_ci() -> bool {
    std::env::var_os("CI").is_some_and(|value| !matches!(value.to_str(), Some("" | "0" | "false")))
}
