//! The sides of a thing: "8x8 m", "5 x 10 m", "100m x 50m". Each is a measure of its own; the unit of the last serves those without.

use super::candidate::Candidate;
use super::measured::{Measured, What, measured};
use super::numeral::{NumberAt, number_at};
use super::quantity::Amount;
use crate::pack::schema::{RangeRelation, UnitKind};
use crate::pack::{Pack, RangeForm, View};

/// Whether any sides can stand in the sentence: without a joint there are none, whatever unit follows a number.
pub(super) fn any_sides(pack: &Pack, view: &View<'_>) -> bool {
    let mut forms = joints(pack);
    forms.any(|form| (0..view.tokens.len()).any(|at| form.between.contains_at(view, at)))
}

/// The tokens of what joins two sides at token `at`, and the name of its rule.
fn joint_at<'p>(pack: &'p Pack, view: &View<'_>, at: usize) -> Option<(usize, &'p str)> {
    joints(pack).find_map(|form| Some((form.between.longest_at(view, at)?.0, form.name.as_str())))
}

/// The forms that join two sides.
fn joints(pack: &Pack) -> impl Iterator<Item = &RangeForm> {
    let forms = pack.ranges.iter();
    forms.filter(|form| form.relation == RangeRelation::Sides)
}

/// Readings of the sides that begin with `number` at token `i`; none without a unit of measure.
pub(super) fn sides_at(
    pack: &Pack,
    view: &View<'_>,
    i: usize,
    number: &NumberAt,
    out: &mut Vec<Candidate>,
) {
    if number.start != i {
        return;
    }
    let side = |number: &NumberAt| {
        let amount = Amount::of(number, pack.code());
        measured(pack, view, number.start, None, &amount)
    };
    let joint = |at: usize| joint_at(pack, view, at);
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
