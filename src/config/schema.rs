//! Every key of the file, as it is read.

use std::collections::BTreeMap;

use serde::Deserialize;
use serde_spanned::Spanned;

/// The file.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case", default)]
pub(super) struct File {
    pub paths: Option<Spanned<Vec<String>>>,
    pub as_of: Option<Spanned<toml::Value>>,
    pub input_format: Option<Spanned<String>>,
    pub rules: Option<Spanned<String>>,
    pub jobs: Option<Spanned<usize>>,
    pub quiet: Option<Spanned<bool>>,
    pub format: Option<Spanned<String>>,
    pub fail_on: Option<Spanned<Vec<Spanned<String>>>>,
    pub baseline: Option<Spanned<String>>,
    pub snapshot: Gate,
    pub severity: BTreeMap<Spanned<String>, Spanned<String>>,
    pub waiver: Vec<Spanned<RawWaiver>>,
    pub must_link: Vec<Spanned<RawLink>>,
    pub cannot_link: Vec<Spanned<RawLink>>,
}

/// `[snapshot]`.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case", default)]
pub(super) struct Gate {
    pub file: Option<Spanned<String>>,
    pub fail_on_obsolete: Option<Spanned<bool>>,
}

/// `[[waiver]]`.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub(super) struct RawWaiver {
    pub fact: Option<Spanned<String>>,
    pub finding: Option<Spanned<String>>,
    pub text: Option<Spanned<String>>,
    pub source: Option<Spanned<String>>,
    pub reason: Option<Spanned<String>>,
    pub owner: Option<Spanned<String>>,
    pub expires: Option<Spanned<toml::Value>>,
}

/// `[[must-link]]` and `[[cannot-link]]`.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct RawLink {
    pub claims: Spanned<Vec<Spanned<String>>>,
    pub reason: Option<Spanned<String>>,
    pub owner: Option<Spanned<String>>,
}
