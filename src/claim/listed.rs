//! The unit and scale that the figures of a list leave to the last one: "12 và 15 tỷ đồng", "5, 7 and 9 percent".

use num_traits::CheckedMul;

use super::currency::scale_of;
use super::read::Read;
use crate::mention::{Kind, Mention};
use crate::value::{Number, Quantity, Value};

/// How many times the other in its scale a figure of one list is at the most.
const ALIKE: i128 = 100;

/// Figures of the longest list: what goes on and on is a table, and would be walked again for each of its figures.
const LONGEST: usize = 12;

/// `mention` in the unit of the figure that closes its list, where nothing but commas and one word that joins stand between.
pub(super) fn in_its_list(read: &Read<'_>, mention: &Mention) -> Option<Mention> {
    let last = closing(read, mention)?;
    let (Value::Number(bare), Value::Number(full)) = (&mention.value, &last.value) else {
        return None;
    };
    let scale = match (scale_of(read, mention), scale_of(read, last)) {
        (None, Some(scale)) => Number::from_integer(scale),
        _ => Number::from_integer(1),
    };
    let value = scaled(bare, scale)?;
    let (one, other) = (value.as_single()?, full.as_single()?);
    let most = Number::from_integer(ALIKE);
    // "2024 và 15 tỷ đồng"
    if one > other.checked_mul(&most)? || other > one.checked_mul(&most)? {
        return None;
    }
    let mut found = mention.clone();
    found.kind = last.kind;
    found.unit = last.unit.clone();
    found.rules.insert(0, "list".to_owned());
    found.value = Value::Number(Quantity {
        base: full.base.clone(),
        ..value
    });
    Some(found)
}

/// The figure with a unit that closes the list in which `mention` is a bare one.
fn closing<'r>(read: &'r Read<'_>, mention: &Mention) -> Option<&'r Mention> {
    let (view, mentions) = (read.view(), &read.reading.mentions);
    let is_bare = |one: &Mention| one.kind == Kind::Count && one.unit.is_none();
    if !is_bare(mention) || view.digits(mention.tokens.1 - 1).is_none() {
        return None;
    }
    let mut at = mention.tokens.1;
    for _ in 1..LONGEST {
        let comma = usize::from(view.sign(at) == Some(','));
        let word = read.pack.word_at("joining", &view, at + comma);
        let next = at + comma + word.unwrap_or(0);
        let figure = mentions.iter().find(|other| other.tokens.0 == next)?;
        // "5 and $7": each is told in full.
        view.digits(next)?;
        let has_unit = matches!(figure.kind, Kind::Money | Kind::Percent | Kind::Measure);
        match (has_unit, word) {
            (true, Some(_)) => return Some(figure),
            (false, None) if comma > 0 && is_bare(figure) => at = figure.tokens.1,
            _ => return None,
        }
    }
    None
}

fn scaled(bare: &Quantity, scale: Number) -> Option<Quantity> {
    let single = bare.as_single()?.checked_mul(&scale)?;
    Some(Quantity::single(single, bare.step.checked_mul(&scale)?))
}
