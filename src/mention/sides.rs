//! The sides of a thing: "8x8 m", "5 x 10 m", "100m x 50m". Each is a measure of its own; the unit of the last serves those without.

use super::candidate::Candidate;
use super::measured::{Measured, What, measured};
use super::numeral::{NumberAt, number_at};
use super::quantity::Amount;
use crate::pack::schema::{RangeRelation, UnitKind};
use crate::pack::{Pack, View};

/// Readings of the sides that begin with `number` at token `i`; none without a unit of measure.
pub(super) fn sides_at(
    pack: &Pack,
    view: &View<'_>,
    i: usize,
    number: &NumberAt,
    out: &mut Vec<Candidate>,
) {
    let side = |number: &NumberAt| {
        let amount = Amount::of(number, pack.code());
        measured(pack, view, number.start, None, &amount)
    };
    let joint = |at: usize| {
        pack.ranges
            .iter()
            .filter(|form| form.relation == RangeRelation::Sides)
            .find_map(|form| Some((form.between.longest_at(view, at)?.0, form.name.as_str())))
    };
    // Without a joint behind it there are no sides, whatever unit follows the number.
    if number.start != i || !(number.end..view.tokens.len()).any(|at| joint(at).is_some()) {
        return;
    }
    let Some(first) = side(number) else { return };
    let mut sides: Vec<Measured> = vec![first];
    let mut name = "";
    while let Some((length, form)) = sides.last().and_then(|last| joint(last.end)) {
        let next = sides.last().map_or(0, |last| last.end) + length;
        let Some(found) = number_at(pack, view, next).and_then(|number| side(&number)) else {
            break;
        };
        name = form;
        // The sign belongs to the side before it, so that it is not taken for what is counted.
        if let Some(last) = sides.last_mut() {
            last.end = found.start;
        }
        sides.push(found);
    }
    let Some(What::Unit(unit)) = sides.last().map(|last| last.what.clone()) else {
        return;
    };
    if sides.len() < 2 || pack.units[unit].kind != UnitKind::Measure {
        return;
    }
    for mut side in sides {
        if side.what == What::Bare {
            side.what = What::Unit(unit);
        }
        side.amount.rules.insert(0, name.to_owned());
        out.extend(side.finish(pack).map(|candidate| Candidate {
            // Firmer than a number beside a letter.
            priority: 1,
            ..candidate
        }));
    }
}
