//! The pipeline: read this file first.

use crate::report::Report;

/// What a run is told beside its sources.
#[derive(Debug, Clone, Default)]
pub struct Options {
    /// The day that relative dates of undated articles start from, as an EDTF date.
    pub as_of: Option<String>,
}

/// Compares `sources`.
pub fn check(_sources: &[crate::source::Source], _packs: &crate::pack::Packs, _options: &Options) -> Option<Report> {
    None
}
