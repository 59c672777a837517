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
    if mention.kind != Kind::Count {
        return None;
    }
    let mut before = read.reading.mentions.iter().rev().filter(|other| {
        let sized = matches!(other.kind, Kind::Measure | Kind::Money | Kind::Count);
        sized && other.tokens.1 <= start
    });
    let measure = before.next().filter(|other| other.kind == Kind::Measure)?;
    let (Value::Number(measured), Value::Number(bare)) = (&measure.value, &mention.value) else {
        return None;
    };
    let (base, unit) = (measured.base.clone()?, measure.unit.clone()?);
    // "22 billion kilowatt-hours annually; Vietnam generated 342 billion in 2025"
    let scale = scale_of(read, mention).filter(|scale| *scale >= BILLION);
    let same_scale = scale.is_some() && scale == scale_of(read, measure);
    // "up from four on the first day", but "from four stations": another word behind it is what it counts, known or not.
    let open = end == view.tokens.len() || view.sign(end).is_some() || read.analysis.stop[end];
    let compared = pack.word_before("compared-with", &view, start).is_some();
    let told_alike = same_scale || compared && open && is_alike(mention, measure);
    if !told_alike || noun_of(pack, &view, &read.analysis, mention).is_some() {
        return None;
    }
    let mut found = mention.clone();
    found.kind = Kind::Measure;
    found.rules.insert(0, format!("unit/{unit}"));
    found.unit = Some(unit);
    found.value = Value::Number(Quantity {
        base: Some(base),
        ..bare.clone()
    });
    Some(found)
}
