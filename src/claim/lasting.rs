//! Periods that go on to be meant after they were named.

use super::frame::is_period;
use super::read::Read;
use super::standing::compared_with;
use super::{Claim, Modality};
use crate::mention::{Kind, Mention};
use crate::value::Value;

/// "Quý II/2025 … Lợi nhuận sau thuế đạt 1.246 tỷ đồng": figures of the sentences behind a period are of that period until
/// another is named.
pub(super) fn carry_period(
    claims: &mut [Claim],
    lasting: &mut Option<(usize, Value)>,
    number: usize,
    read: &Read<'_>,
) {
    let inherited = lasting
        .as_ref()
        .filter(|(said, _)| said + LASTING >= number)
        .map(|(_, period)| Box::new(period.clone()));
    for claim in claims.iter_mut().filter(|claim| counts(claim.mention.kind)) {
        // A plan for the year is told among the figures of a quarter.
        if claim.frame.period.is_none() && claim.modality != Modality::Planned {
            claim.frame.period.clone_from(&inherited);
        }
    }
    let view = read.view();
    let base = |m: &&Mention| compared_with(read.pack, &view, m.tokens.0);
    let mut mentions = read.reading.mentions.iter();
    if let Some(mention) = mentions.rfind(|m| is_period(&m.value) && !base(m)) {
        *lasting = Some((number, mention.value.clone()));
    }
}

fn counts(kind: Kind) -> bool {
    matches!(
        kind,
        Kind::Count | Kind::Money | Kind::Percent | Kind::Measure
    )
}

/// Sentences for which a quarter or half-year that was named goes on to be meant.
const LASTING: usize = 5;
