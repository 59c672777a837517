//! The year that opens a sentence is that of its dates: "Năm ngoái, lễ hội khai mạc ngày 12/9", "Next year's race is pencilled in for
//! December 6".

use super::ahead::{YEARLY, in_other_year, movable, planned};
use super::analysis::Analysis;
use super::standing::comparison_before;
use super::tense::names_its_year;
use crate::mention::{Kind, Mention, Reference};
use crate::pack::{Pack, View};
use crate::value::{Calendar, Value};

/// Most tokens before a year that opens a sentence: "Giải vô địch năm sau", "In 2023".
const OPENING: usize = 3;

/// The value of a date without a year in the year that opens its sentence, one of whose `mentions` it is. `None` where the value
/// stays.
pub(super) fn framed(
    pack: &Pack,
    view: &View<'_>,
    analysis: &Analysis,
    (mention, mentions): (&Mention, &[Mention]),
    reference: &Reference,
) -> Option<Value> {
    let (step, start, end) = movable(pack, mention)?;
    if step != YEARLY || names_its_year(view, mention.tokens, [start, end]) {
        return None;
    }
    let mut told = mentions
        .iter()
        .filter(|other| other.kind == Kind::Date && other.tokens.1 <= mention.tokens.0);
    let frame = told.next()?;
    let year = plain_year(&frame.value)?;
    let (first, behind) = frame.tokens;
    // Any other date between must lack its year as well.
    let yearless = |other: &Mention| {
        movable(pack, other).is_some_and(|(step, start, end)| {
            step == YEARLY && !names_its_year(view, other.tokens, [start, end])
        })
    };
    let now = reference.year()?;
    // "Last year's champion won on September 12"
    let owned = year < now && matches!(view.sign(behind), Some('\'' | '’'));
    let compared = comparison_before(pack, view, first);
    // "Năm 2025 sở khởi công và sẽ xong trước 15/1": what is planned lies ahead.
    let is_planned = year < now && planned(pack, view, analysis, mention.tokens, (false, false));
    if first > OPENING || owned || compared || is_planned || !told.all(yearless) {
        return None;
    }
    (start.year? != year)
        .then(|| in_other_year((start, end), year - start.year?))
        .flatten()
}

/// The year that is the whole of a date.
fn plain_year(value: &Value) -> Option<i32> {
    let Value::Date(dates) = value else {
        return None;
    };
    let [range] = dates.readings.as_slice() else {
        return None;
    };
    let start = range.start.as_ref()?;
    (range.start == range.end && start.unit == Calendar::Year).then_some(start.year)?
}
