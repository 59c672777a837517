//! The year that opens a sentence is that of its dates: "Năm ngoái, lễ hội khai mạc ngày 12/9", "Next year's race is pencilled in for
//! December 6".

use super::ahead::{in_other_year, planned};
use super::analysis::Analysis;
use super::standing::comparison_before;
use super::tense::yearless;
use crate::mention::{Kind, Mention, Reference};
use crate::pack::{Pack, View};
use crate::value::Value;

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
    let (start, end) = yearless(pack, view, mention)?;
    let mut told = mentions
        .iter()
        .filter(|other| other.kind == Kind::Date && other.tokens.1 <= mention.tokens.0);
    let frame = told.next()?;
    let Value::Date(told_before) = &frame.value else {
        return None;
    };
    let year = told_before.plain_year()?;
    let (first, behind) = frame.tokens;
    // Any other date between must lack its year as well.
    let lacks_year = |other: &Mention| yearless(pack, view, other).is_some();
    let now = reference.year()?;
    // "Last year's champion won on September 12"
    let owned = year < now && matches!(view.sign(behind), Some('\'' | '’'));
    let compared = comparison_before(pack, view, first);
    // "Năm 2025 sở khởi công và sẽ xong trước 15/1": what is planned lies ahead.
    let is_planned = year < now && planned(pack, view, analysis, mention.tokens, (false, false));
    if first > OPENING || owned || compared || is_planned || !told.all(lacks_year) {
        return None;
    }
    (start.year? != year)
        .then(|| in_other_year((start, end), year - start.year?))
        .flatten()
}
