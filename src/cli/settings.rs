//! What a run goes by: the command line first, then `crosscheck.toml`, then the default.

use std::fmt::Display;
use std::path::{Path, PathBuf};

use anyhow::Result;
use clap::ValueEnum;
use crosscheck::config::{Config, Placed};

use super::args::{Check, CheckFormat, Fetch, Gate, InputFormat, Reading};
use super::fetch::{self, Fetching};
use super::find::{self, Found};

/// A value, and where it comes from.
#[derive(Debug, Clone)]
pub struct Setting<T> {
    pub value: T,
    pub origin: Origin,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Origin {
    Default,
    /// `file:line`.
    File(String),
    CommandLine,
}

impl Display for Origin {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Default => f.write_str("default"),
            Self::File(place) => f.write_str(place),
            Self::CommandLine => f.write_str("command line"),
        }
    }
}

/// Where the snapshot lies when nobody says so.
const SNAPSHOT: &str = "snapshots/articles.toml";

/// The settings of every command that reads articles.
#[derive(Debug)]
pub struct Settings {
    found: Option<Found>,
    pub paths: Setting<Vec<PathBuf>>,
    pub input_format: Setting<InputFormat>,
    pub as_of: Setting<Option<String>>,
    pub rules: Setting<Option<PathBuf>>,
    pub jobs: Setting<Option<usize>>,
    pub quiet: Setting<bool>,
    /// Columns and limits, which only the command line sets.
    pub taking: crosscheck::source::Reading,
    /// Only the command line sends a run to the network.
    fetching: Fetch,
}

impl Settings {
    pub fn of(reading: &Reading) -> Result<Self> {
        let found = find::config(reading)?;
        let pick = Pick {
            found: found.as_ref(),
        };
        let written = found.as_ref().map(|found| &found.config.settings);
        let given = (!reading.paths.is_empty()).then(|| reading.paths.clone());
        let paths = |names: &Vec<String>| match names.as_slice() {
            [] => Err("there is no path in it".to_owned()),
            names => Ok(names.iter().map(|name| pick.path(name)).collect()),
        };
        Ok(Self {
            paths: pick.one(
                given,
                written.and_then(|w| w.paths.as_ref()),
                paths,
                vec![PathBuf::from(".")],
            )?,
            input_format: pick.one(
                reading.input_format,
                written.and_then(|w| w.input_format.as_ref()),
                |name| value(name),
                InputFormat::Auto,
            )?,
            as_of: pick.one(
                reading.as_of.clone().map(Some),
                written.and_then(|w| w.as_of.as_ref()),
                |day| Ok(Some(day.clone())),
                None,
            )?,
            rules: pick.one(
                reading.rules.clone().map(Some),
                written.and_then(|w| w.rules.as_ref()),
                |folder| Ok(Some(pick.path(folder))),
                None,
            )?,
            jobs: pick.one(
                reading.jobs.map(Some),
                written.and_then(|w| w.jobs.as_ref()),
                |jobs| match jobs {
                    1..=1024 => Ok(Some(*jobs)),
                    _ => Err("the number of threads is 1 to 1024".to_owned()),
                },
                None,
            )?,
            taking: reading.taking(),
            fetching: reading.fetching.clone(),
            quiet: pick.one(
                reading.quiet.then_some(true),
                written.and_then(|w| w.quiet.as_ref()),
                |quiet| Ok(*quiet),
                false,
            )?,
            found,
        })
    }

    /// How addresses are read by a run that writes to `output`; `None` when none is.
    pub fn fetching(&self, output: Option<&Path>) -> Option<Fetching> {
        let given = &self.fetching;
        given.fetch.then(|| Fetching {
            dir: given
                .fetch_dir
                .clone()
                .unwrap_or_else(|| Fetching::folder(output)),
            anew: given.fetch_anew,
            private: given.fetch_private,
        })
    }

    /// The configuration, if there is one.
    pub fn config(&self) -> Option<&Config> {
        self.found.as_ref().map(|found| &found.config)
    }

    /// The file of the configuration.
    pub fn file(&self) -> Option<PathBuf> {
        self.config().map(|config| PathBuf::from(config.file()))
    }

    fn pick(&self) -> Pick<'_> {
        Pick {
            found: self.found.as_ref(),
        }
    }

    pub fn format(&self, args: &Check) -> Result<Setting<CheckFormat>> {
        let written = self.config().and_then(|c| c.settings.format.as_ref());
        let read = |name: &String| value(name);
        self.pick()
            .one(args.format, written, read, CheckFormat::Terminal)
    }

    pub fn fail_on(&self, args: &Check) -> Result<Setting<Vec<String>>> {
        let written = self.config().and_then(|c| c.settings.fail_on.as_ref());
        let default = vec!["conflict".to_owned()];
        self.pick().one(
            args.fail_on.clone(),
            written,
            |names| Ok(names.clone()),
            default,
        )
    }

    pub fn baseline(&self, args: &Check) -> Result<Setting<Option<PathBuf>>> {
        let pick = self.pick();
        let written = self.config().and_then(|c| c.settings.baseline.as_ref());
        pick.one(
            args.baseline.clone().map(Some),
            written,
            |file| Ok(Some(pick.path(file))),
            None,
        )
    }

    pub fn snapshot(&self, args: &Gate) -> Result<PathBuf> {
        Ok(self.snapshot_file(args.snapshot.clone())?.value)
    }

    pub fn snapshot_file(&self, given: Option<PathBuf>) -> Result<Setting<PathBuf>> {
        let pick = self.pick();
        let written = self.config().and_then(|c| c.settings.snapshot.as_ref());
        let read = |file: &String| Ok(pick.path(file));
        pick.one(given, written, read, pick.path(SNAPSHOT))
    }

    pub fn fail_on_obsolete(&self, given: bool) -> Result<Setting<bool>> {
        let config = self.config();
        let written = config.and_then(|c| c.settings.fail_on_obsolete.as_ref());
        self.pick()
            .one(given.then_some(true), written, |on| Ok(*on), false)
    }
}

/// Picks the value that counts.
#[derive(Clone, Copy)]
struct Pick<'a> {
    found: Option<&'a Found>,
}

impl Pick<'_> {
    fn one<T, U>(
        &self,
        given: Option<T>,
        written: Option<&Placed<U>>,
        read: impl Fn(&U) -> Result<T, String>,
        default: T,
    ) -> Result<Setting<T>> {
        if let Some(value) = given {
            let origin = Origin::CommandLine;
            return Ok(Setting { value, origin });
        }
        let (Some(found), Some(written)) = (self.found, written) else {
            let origin = Origin::Default;
            return Ok(Setting {
                value: default,
                origin,
            });
        };
        let value = read(&written.value).map_err(|message| found.config.fault(written, message))?;
        let origin = Origin::File(format!("{}:{}", found.config.file(), written.line));
        Ok(Setting { value, origin })
    }

    /// A path of the configuration, which starts from its folder.
    fn path(&self, written: &str) -> PathBuf {
        match self.found {
            Some(found)
                if !found.folder.as_os_str().is_empty()
                    && written != "-"
                    && fetch::address(Path::new(written)).is_none() =>
            {
                found.folder.join(written)
            }
            _ => Path::new(written).to_owned(),
        }
    }
}

/// A value of the command line by its name.
fn value<T: ValueEnum>(name: &str) -> Result<T, String> {
    T::from_str(name, false).map_err(|_| {
        let names: Vec<_> = T::value_variants()
            .iter()
            .filter_map(ValueEnum::to_possible_value)
            .map(|value| value.get_name().to_owned())
            .collect();
        format!("'{name}' is none of {}", names.join(", "))
    })
}
