//! The unit that a measure leaves out: "1.18 million tonnes, up from 1.13 million".

use super::currency::{is_alike, scale_of};
use super::noun::noun_of;
use super::read::Read;
use crate::mention::{Kind, Mention};
use crate::value::{Number, Quantity, Value};

/// The smallest scale word of a figure that takes its unit from the one before it without a word of comparison.
const BILLION: i128 = 1_000_000_000;

/// Dimensions whose parts sum up to the whole.
const SUMS: [&str; 5] = ["area", "mass", "volume", "length", "energy"];

/// How many times a part the whole is at the most: what is smaller is a count of something.
const PARTS: i128 = 500;

/// Whether a bare figure is small enough and large enough for a part of a measure.
fn is_part(bare: &Quantity, measured: &Quantity) -> bool {
    let sizes = bare.as_single().zip(measured.low.or(measured.high));
    sizes.is_some_and(|(part, whole)| part <= whole && whole <= part * Number::from_integer(PARTS))
}

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
    let names_nothing = |other: &Mention| noun_of(pack, &view, &read.analysis, other).is_none();
    // "14,200 in Vinh Long and 8,000 in Ben Tre": of several parts each is one of the whole.
    let nearest = before.next()?;
    let mut whole = || before.find(|other| other.kind != Kind::Count || !names_nothing(other));
    let measure = match nearest.kind {
        Kind::Count if names_nothing(nearest) => whole(),
        _ => Some(nearest),
    };
    let measure = measure.filter(|other| other.kind == Kind::Measure)?;
    let beside = measure.tokens == nearest.tokens;
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
    let told_alike = beside && (same_scale || compared && open && is_alike(mention, measure));
    // "31,400 hectares, 14,200 of them in Vinh Long", "31.400 ha, trong đó Vĩnh Long 14.200"
    let of_them = pack.word_at("part", &view, end).is_some();
    // "500 hectares and killed 12, including 3 in Hue": of the dead, and no part of the land.
    let first = if beside { start } else { nearest.tokens.0 };
    let part_before = (measure.tokens.1..first).any(|i| pack.word_at("part", &view, i).is_some());
    let sums = SUMS.contains(&base.dimension.as_str());
    let part = sums && (of_them || part_before) && is_part(bare, measured);
    let named = !(names_nothing(mention) || of_them && part);
    if named || !(told_alike || part) {
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
