//! The unit that a measure leaves out: "1.18 million tonnes, up from 1.13 million".

use super::currency::{is_alike, scale_of};
use super::noun::noun_of;
use super::read::Read;
use crate::mention::{Kind, Mention};
use crate::value::{Quantity, Value};

/// The smallest scale word of a figure that takes its unit from the one before it without a word of comparison.
const BILLION: i128 = 1_000_000_000;

/// `mention` in the unit of the measure before it in its sentence, where its text leaves the unit out.
pub(super) fn in_its_unit(read: &Read<'_>, mention: &Mention) -> Option<Mention> {
    let (start, end) = mention.tokens;
    let (view, pack) = (read.view(), read.pack);
    if mention.kind != Kind::Count || noun_of(pack, &view, &read.analysis, mention).is_some() {
        return None;
    }
    let before = read.reading.mentions.iter().rev();
    let mut before = before.filter(|other| other.tokens.1 <= start && other.kind != Kind::Percent);
    let measure =
        before.find(|other| matches!(other.kind, Kind::Measure | Kind::Money | Kind::Count))?;
    let (Value::Number(measured), Value::Number(bare)) = (&measure.value, &mention.value) else {
        return None;
    };
    let base = measured.base.clone()?;
    let compared = pack.word_before("compared-with", &view, start).is_some();
    // "22 billion kilowatt-hours annually; Vietnam generated 342 billion in 2025"
    let scale = scale_of(read, mention).filter(|scale| *scale >= BILLION);
    let same_scale = scale.is_some() && scale == scale_of(read, measure);
    // "from four stations": another word behind it is what it counts, known or not.
    let open = end == view.tokens.len() || view.sign(end).is_some() || read.analysis.stop[end];
    if measure.kind != Kind::Measure
        || !(compared && is_alike(mention, measure) || same_scale)
        || !(open || same_scale)
    {
        return None;
    }
    let mut found = mention.clone();
    found.kind = Kind::Measure;
    found.unit.clone_from(&measure.unit);
    found.value = Value::Number(Quantity {
        base: Some(base),
        ..bare.clone()
    });
    found
        .rules
        .insert(0, format!("unit/{}", measure.unit.as_deref()?));
    Some(found)
}
