//! The text of the file to a checked configuration, every error at its place.

use std::ops::Range;

use globset::{GlobBuilder, GlobMatcher};
use jiff::civil::Date;
use regex::RegexBuilder;
use serde_spanned::Spanned;

use super::schema::{File, RawLink, RawWaiver};
use super::waiver::composed;
use super::{Config, Placed, Settings, Waiver, names};
use crate::Error;
use crate::check::{End, Link, LinkKind};

/// Bytes that the compiled form of a pattern may take.
const LARGEST: usize = 1 << 20;

impl Config {
    /// Reads `text`, the content of `file`.
    ///
    /// # Errors
    ///
    /// At the place: broken TOML, an unknown key, name or severity, a pattern or day that is none, a waiver without
    /// conditions or reason.
    pub fn parse(file: &str, text: &str) -> Result<Self, Error> {
        let reader = Reader { file, text };
        let raw: File = toml::from_str(text).map_err(|error| {
            let range = error.span().unwrap_or(0..0);
            reader.fault(error.message(), range)
        })?;
        let mut severities = std::collections::BTreeMap::new();
        for (name, severity) in raw.severity {
            let known = reader.checked(&name, |name| names::finding(name))?;
            let severity = reader.checked(&severity, |text| names::severity_name(text))?;
            severities.insert(known.value, severity);
        }
        let mut fail_on = None;
        if let Some(names) = &raw.fail_on {
            let mut known = Vec::new();
            for name in names.get_ref() {
                known.push(
                    reader
                        .checked(name, |text| names::finding_name(text))?
                        .value,
                );
            }
            fail_on = Some(reader.placed(known, names.span()));
        }
        let as_of = match &raw.as_of {
            Some(day) => Some(reader.checked(day, edtf)?),
            None => None,
        };
        let plain = |value: Option<Spanned<String>>| value.map(|value| reader.of(value));
        let settings = Settings {
            paths: raw.paths.map(|value| reader.of(value)),
            as_of,
            input_format: plain(raw.input_format),
            rules: plain(raw.rules),
            jobs: raw.jobs.map(|value| reader.of(value)),
            quiet: raw.quiet.map(|value| reader.of(value)),
            format: plain(raw.format),
            fail_on,
            baseline: plain(raw.baseline),
            snapshot: plain(raw.snapshot.file),
            fail_on_obsolete: raw.snapshot.fail_on_obsolete.map(|value| reader.of(value)),
        };
        let mut waivers = Vec::new();
        for waiver in raw.waiver {
            waivers.push(reader.waiver(waiver)?);
        }
        let mut links = Vec::new();
        for (kind, raw) in [
            (LinkKind::Must, raw.must_link),
            (LinkKind::Cannot, raw.cannot_link),
        ] {
            for link in raw {
                links.push(reader.link(kind, link)?);
            }
        }
        Ok(Self {
            file: file.to_owned(),
            text: text.to_owned(),
            settings,
            severities,
            waivers,
            links,
        })
    }
}

struct Reader<'t> {
    file: &'t str,
    text: &'t str,
}

impl Reader<'_> {
    fn fault(&self, message: impl Into<String>, range: Range<usize>) -> Error {
        Error::config(message).at(self.file, self.text, range)
    }

    /// 1-based line and column of a byte.
    fn place(&self, byte: usize) -> (usize, usize) {
        let before = self.text.get(..byte).unwrap_or("");
        let line = before.matches('\n').count() + 1;
        let column = before.rsplit('\n').next().unwrap_or("").chars().count() + 1;
        (line, column)
    }

    fn placed<T>(&self, value: T, range: Range<usize>) -> Placed<T> {
        let (line, _) = self.place(range.start);
        Placed { value, line, range }
    }

    fn of<T>(&self, value: Spanned<T>) -> Placed<T> {
        let range = value.span();
        self.placed(value.into_inner(), range)
    }

    fn checked<T, U>(
        &self,
        value: &Spanned<T>,
        check: impl Fn(&T) -> Result<U, String>,
    ) -> Result<Placed<U>, Error> {
        let checked =
            check(value.get_ref()).map_err(|message| self.fault(message, value.span()))?;
        Ok(self.placed(checked, value.span()))
    }

    fn waiver(&self, raw: Spanned<RawWaiver>) -> Result<Waiver, Error> {
        let range = raw.span();
        let head = range.start..(range.start + "[[waiver]]".len()).min(range.end);
        let raw = raw.into_inner();
        if raw.fact.is_none() && raw.finding.is_none() && raw.text.is_none() && raw.source.is_none()
        {
            let message =
                "a waiver needs `fact`, `finding`, `text` or `source`: what does it waive?";
            return Err(self.fault(message, head));
        }
        let Some(reason) = raw.reason else {
            return Err(self.fault("a waiver needs a `reason`", head));
        };
        let reason = self.checked(&reason, |text| said(text))?.value;
        let id = raw
            .fact
            .as_ref()
            .map(|id| self.checked(id, |text| said(text)));
        let finding = raw.finding.as_ref();
        let finding = finding.map(|name| self.checked(name, |text| names::finding(text)));
        let text = raw.text.as_ref().map(|pattern| {
            self.checked(pattern, |text| {
                let regex = RegexBuilder::new(&composed(text))
                    .size_limit(LARGEST)
                    .build();
                regex.map_err(|error| format!("this is no regular expression: {}", last(&error)))
            })
        });
        let source = raw.source.as_ref();
        let source = source.map(|pattern| self.checked(pattern, |text| glob(text)));
        let expires = raw.expires.as_ref().map(|day| self.checked(day, date));
        let (line, column) = self.place(range.start);
        Ok(Waiver {
            id: id.transpose()?.map(|id| id.value),
            finding: finding.transpose()?.map(|name| name.value),
            text: text.transpose()?.map(|regex| regex.value),
            source: source.transpose()?.map(|glob| glob.value),
            reason,
            owner: raw.owner.map(Spanned::into_inner),
            expires: expires.transpose()?.map(|date| date.value),
            place: Placed {
                value: column,
                line,
                range: head,
            },
        })
    }

    fn link(&self, kind: LinkKind, raw: Spanned<RawLink>) -> Result<Link, Error> {
        let (line, column) = self.place(raw.span().start);
        let raw = raw.into_inner();
        let [one, other] = raw.claims.get_ref().as_slice() else {
            let message =
                "a link has two claims: ids of claims or facts, or \"SOURCE:LINE: PHRASE\"";
            return Err(self.fault(message, raw.claims.span()));
        };
        let end = |text: &Spanned<String>| self.checked(text, |text| End::parse(text));
        Ok(Link {
            kind,
            ends: [end(one)?.value, end(other)?.value],
            reason: raw.reason.map(Spanned::into_inner),
            owner: raw.owner.map(Spanned::into_inner),
            place: (self.file.to_owned(), line, column),
        })
    }
}

fn said(text: &str) -> Result<String, String> {
    let text = text.trim();
    if text.is_empty() {
        return Err("this is empty".to_owned());
    }
    Ok(text.to_owned())
}

fn glob(text: &str) -> Result<GlobMatcher, String> {
    GlobBuilder::new(text)
        .literal_separator(true)
        .build()
        .map(|glob| glob.compile_matcher())
        .map_err(|error| format!("this is no pattern for names of files: {}", error.kind()))
}

/// The last line of an error with a picture says what is wrong.
fn last(error: &regex::Error) -> String {
    let text = error.to_string();
    let line = text.lines().last().unwrap_or("");
    line.trim_start_matches("error: ").to_owned()
}

fn written(value: &toml::Value) -> Option<String> {
    match value {
        toml::Value::String(text) => Some(text.clone()),
        toml::Value::Datetime(date) => Some(date.to_string()),
        toml::Value::Integer(year) => Some(year.to_string()),
        _ => None,
    }
}

fn date(value: &toml::Value) -> Result<Date, String> {
    let text = written(value).unwrap_or_default();
    text.parse()
        .ok()
        .filter(|_| text.len() == "YYYY-MM-DD".len())
        .ok_or_else(|| "this is no day: write it as YYYY-MM-DD".to_owned())
}

fn edtf(value: &toml::Value) -> Result<String, String> {
    day(&written(value).unwrap_or_default())
}

/// A year, month or day: YYYY, YYYY-MM or YYYY-MM-DD.
///
/// # Errors
///
/// Says how to write it, or that there is no such day.
pub fn day(text: &str) -> Result<String, String> {
    let digits =
        |part: &str, length| part.len() == length && part.bytes().all(|b| b.is_ascii_digit());
    let parts: Vec<_> = text.split('-').collect();
    let whole = match parts.as_slice() {
        [year] if digits(year, 4) => format!("{year}-01-01"),
        [year, month] if digits(year, 4) && digits(month, 2) => format!("{year}-{month}-01"),
        [year, month, day] if digits(year, 4) && digits(month, 2) && digits(day, 2) => {
            text.to_owned()
        }
        _ => return Err("write it as YYYY, YYYY-MM or YYYY-MM-DD".to_owned()),
    };
    whole
        .parse::<Date>()
        .map_err(|_| "there is no such day".to_owned())?;
    Ok(text.to_owned())
}
