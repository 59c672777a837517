//! What is made of the shared files once, for all packs.

use std::sync::Arc;

use regex::{Regex, RegexBuilder};

use super::feast::feasts;
use super::load::{RuleFile, entries};
use super::{Feasts, Shape};
use crate::Error;

/// Longest regular expression of a shape, in bytes.
const LONGEST_REGEX: usize = 4096;
/// Compiled size of one shape, in bytes.
const SHAPE_SIZE: usize = 1 << 20;

/// What packs need not each make again of the shared files: a regular expression takes long to build, and so do the days of
/// a feast.
#[derive(Debug, Default)]
pub(super) struct Common {
    pub shapes: Vec<Shape>,
    pub feasts: Arc<Feasts>,
}

impl Common {
    pub fn of(shared: &[RuleFile]) -> Result<Self, Error> {
        Ok(Self {
            shapes: shapes(shared)?,
            feasts: feasts(shared)?.into(),
        })
    }
}

/// One regular expression for all of `shapes`; `None` where that would be too large.
pub(super) fn any_shape(shapes: &[Shape]) -> Option<Regex> {
    let shapes: Vec<&str> = shapes.iter().map(|shape| shape.regex.as_str()).collect();
    RegexBuilder::new(&shapes.join("|"))
        .size_limit(64 * SHAPE_SIZE)
        .dfa_size_limit(2 * SHAPE_SIZE)
        .nest_limit(60)
        .build()
        .ok()
}

/// The shapes of `files`.
pub(super) fn shapes(files: &[RuleFile]) -> Result<Vec<Shape>, Error> {
    let files: Vec<&RuleFile> = files.iter().collect();
    entries(&files, |f| &f.shape)
        .map(|at| {
            let entry = at.get();
            let range = entry.regex.span();
            let wrong = |message: String| {
                Error::pack(message).at(&at.file.path, &at.file.text, range.clone())
            };
            if entry.regex.get_ref().len() > LONGEST_REGEX {
                return Err(wrong(format!(
                    "a regular expression is at most {LONGEST_REGEX} bytes long"
                )));
            }
            let regex = RegexBuilder::new(&format!("^(?:{})", entry.regex.get_ref()))
                .size_limit(SHAPE_SIZE)
                .dfa_size_limit(2 * SHAPE_SIZE)
                .nest_limit(50)
                .build()
                .map_err(|e| wrong(e.to_string()))?;
            Ok(Shape {
                name: entry.name.clone(),
                reason: entry.reason.clone(),
                regex,
            })
        })
        .collect()
}
