//! The date that is meant where the words around it say that it is not the nearest one.

use super::ahead::coming;
use super::analysis::Analysis;
use super::framed::framed;
use super::tense::gone;
use crate::mention::{Mention, Reference};
use crate::pack::{Pack, View};
use crate::value::Value;

/// The value of a date that its sentence tells as planned, in a year of its own, or as past. `None` where the value stays.
///
/// `mentions` are those of its sentence. `report`: the date is that of saying it.
pub(super) fn meant(
    pack: &Pack,
    view: &View<'_>,
    analysis: &Analysis,
    (mention, mentions): (&Mention, &[Mention]),
    report: bool,
    reference: &Reference,
) -> Option<Value> {
    let planned = || coming(pack, view, analysis, mention, report, reference);
    let dated = || framed(pack, view, analysis, (mention, mentions), reference);
    let past = || gone(pack, view, analysis, mention, reference);
    dated().or_else(planned).or_else(past)
}
