//! Figures of bulletins that come out day after day: what holds for the hours before each of them, by how much something changed,
//! and tables of places that are new every time.

use std::cmp::Ordering;
use std::collections::BTreeMap;

use super::against::Against;
use super::likeness::changes;
use super::naming::same_name;
use super::stage::published;
use super::{Run, Stand};
use crate::claim::Feature;
use crate::mention::Kind;
use crate::pack::Packs;

/// Rows of a sentence that make a table: "TP.HCM 5.294 ca, Bình Dương 4.129 ca, Đồng Nai 618 ca, Long An 460 ca".
const TABLE: usize = 4;

/// Numbers of the claims that are rows of a table, by source and sentence.
pub(super) type Tables = BTreeMap<(usize, usize), Vec<u32>>;

/// The tables of a run.
pub(super) fn tables(stands: &[Stand<'_>]) -> Tables {
    let mut tables = Tables::new();
    for (number, stand) in (0..).zip(stands) {
        if row(stand).is_some() {
            let place = (stand.source, stand.claim.sentence_number);
            tables.entry(place).or_default().push(number);
        }
    }
    tables.retain(|_, rows| rows.len() >= TABLE);
    tables
}

/// The names that a count is limited to: one, or each of several ("An Giang và Đắk Lắk mỗi tỉnh 17 ca").
fn row<'r>(stand: &Stand<'r>) -> Option<&'r [Feature]> {
    let names = stand.claim.frame.local.as_slice();
    let counted = stand.claim.mention.kind == Kind::Count && !names.is_empty();
    counted.then_some(names)
}

/// Whether rows tell of one place.
fn same_row(left: &[Feature], right: &[Feature]) -> bool {
    let in_right = |one: &Feature| right.iter().any(|other| same_name(one, other));
    left.iter().any(in_right)
}

/// Why two figures that exclude each other are of different bulletins.
pub(super) fn other_bulletin(
    run: &Run<'_>,
    packs: &Packs,
    a: Stand<'_>,
    b: Stand<'_>,
) -> Option<Against> {
    let (left, right) = (&a.claim.frame, &b.claim.frame);
    let tables = table(run, a).zip(table(run, b));
    if let (Some(_), Some(x), Some(y)) = (tables, row(&a), row(&b))
        && !same_row(x, y)
    {
        let [one, other] = [&x[0], &y[0]].map(|name| name.name.to_string());
        return Some(Against::OtherEntity(one, other));
    }
    // "TP.HCM 5.294 ca", "TP.HCM tăng 667 ca"
    if left.change != right.change {
        return Some(Against::PartOfWhole);
    }
    if a.source == b.source {
        return None;
    }
    if is_whole(run, a, b) || is_whole(run, b, a) {
        return Some(Against::PartOfWhole);
    }
    let days = || Some(published(run, a)? != published(run, b)?);
    // "trong 24 giờ qua", "5 nơi không có ca mới trong 14 ngày qua": of each day are other hours.
    let moved = left.window && right.window && days() == Some(true);
    let news = changes(packs, a.claim, b.claim);
    let other = || tables.is_some_and(|tables| is_other(run, tables, news));
    (moved || other()).then_some(Against::OtherTime)
}

/// Whether one figure is a row of a table and the other is told of no place, in an article that has a row of that name too.
fn is_whole(run: &Run<'_>, one: Stand<'_>, other: Stand<'_>) -> bool {
    let (Some(_), Some(names)) = (table(run, one), row(&one)) else {
        return false;
    };
    let mut rows = run.tables.range((other.source, 0)..(other.source + 1, 0));
    let of = |number: &u32| run.stands[*number as usize];
    let counted = other.claim.mention.kind == Kind::Count && row(&other).is_none();
    counted
        && rows.any(|(_, rows)| {
            rows.iter()
                .map(of)
                .filter_map(|stand| row(&stand))
                .any(|own| same_row(names, own))
        })
}

/// The rows of the table in which a figure is one.
fn table<'r>(run: &'r Run<'_>, stand: Stand<'_>) -> Option<&'r [u32]> {
    let place = (stand.source, stand.claim.sentence_number);
    let rows = run.tables.get(&place)?;
    row(&stand).map(|_| rows.as_slice())
}

/// What a row counts.
fn counted<'r>(stand: &Stand<'r>) -> Option<&'r str> {
    stand.claim.noun.as_ref()?.concept.as_deref()
}

/// Whether two tables tell another figure of most of the names that are in both. Where figures grow as news comes in, two or
/// more must be larger and two smaller: one that shrinks among those that grow is wrong.
fn is_other(run: &Run<'_>, (left, right): (&[u32], &[u32]), news: bool) -> bool {
    let of = |number: &u32| run.stands[*number as usize];
    let (mut shared, mut larger, mut smaller) = (0, 0, 0);
    for one in left.iter().map(of) {
        let name = row(&one);
        let named = |other: &Stand<'_>| name.zip(row(other)).is_some_and(|(x, y)| same_row(x, y));
        let same = |other: &Stand<'_>| named(other) && counted(&one) == counted(other);
        let Some(twin) = right.iter().map(of).find(same) else {
            continue;
        };
        shared += 1;
        match one.claim.value().size().cmp(&twin.claim.value().size()) {
            Ordering::Less => larger += 1,
            Ordering::Greater => smaller += 1,
            Ordering::Equal => {}
        }
    }
    let both_ways = !news || larger.min(smaller) > 1;
    shared >= TABLE && 2 * (larger + smaller) > shared && both_ways
}
