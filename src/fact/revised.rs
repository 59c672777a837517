//! Figures of one sentence of which the one stands in for the other, and with them what other articles give of both.
//!
//! "nâng kế hoạch năm từ 10.500 tỷ lên 11.000 tỷ đồng" says so itself. Of "17 người chết, so với 6 người lúc trưa" the six of another
//! article say it: what one article gives as it is, a later one compares with.

use super::evidence::stated;
use super::setting::Setting;
use super::stage::published;
use super::{Run, Stand};
use crate::claim::{Modality, planned_day};
use crate::mention::Role;
use crate::value::{Qualifier, Relation, Stated, relate};

/// Pairs of claims of one sentence of which the one replaces the other, the earlier first.
///
/// `of` gives the fact of each claim by a number that its members share.
pub(super) fn pairs(run: &Run<'_>, of: &[usize]) -> Vec<(usize, usize, Setting)> {
    let mut members: Vec<(usize, usize)> = of.iter().copied().zip(0..).collect();
    members.sort_unstable();
    let fact = |claim: usize| {
        let first = members.partition_point(|member| member.0 < of[claim]);
        let own = members[first..].iter();
        own.take_while(move |member| member.0 == of[claim])
            .map(|member| member.1)
    };
    let mut found = Vec::new();
    for (new, stand) in run.stands.iter().enumerate() {
        let planned = planned(run, *stand);
        let other = planned.into_iter().filter(|old| of[*old] != of[new]);
        found.extend(other.map(|old| (old.min(new), old.max(new), Setting::revised())));
        let Some(old) = replaced(run, new) else {
            continue;
        };
        // "against 121,600 in 2025"
        let periods = [old, new].map(|claim| run.stands[claim].claim.frame.period.as_deref());
        let other_period = matches!(periods, [Some(one), Some(other)] if one != other);
        let told_by = |source: usize| {
            let mut said = run.of_source(source).map(|other| run.stands[other].said);
            fact(new).any(|other| run.stands[other].source == source)
                || said.any(|said| said == stand.said)
        };
        // An article that gives both knows of the change already, or compares two years.
        let was_news = || {
            !other_period
                && fact(old).any(|other| {
                    let before = run.stands[other];
                    is_news_before(run, before, *stand) && !told_by(before.source)
                })
        };
        // Where all others give both, it is the history of the thing and no news.
        let mut elsewhere = fact(old).filter(|other| run.stands[*other].source != stand.source);
        let known = elsewhere.next().is_some_and(|first| {
            told_by(run.stands[first].source)
                && elsewhere.all(|other| told_by(run.stands[other].source))
        });
        let said = run.stands[old].claim.overtaken && !known;
        if of[old] != of[new] && (said || was_news()) {
            found.push((old.min(new), old.max(new), Setting::revised()));
        }
    }
    found
}

/// The claim of its sentence that a claim replaces.
fn replaced(run: &Run<'_>, new: usize) -> Option<usize> {
    let stand = run.stands[new];
    let start = stand.claim.revises? as usize;
    run.of_source(stand.source)
        .find(|old| run.stands[*old].claim.mention.core.start == start)
}

/// What other articles, none of them later, gave as the day that a claim says was planned: "ngày 3/3, chậm năm ngày so với dự kiến".
fn planned(run: &Run<'_>, new: Stand<'_>) -> Vec<usize> {
    let Some(was) = planned_day(new.claim) else {
        return Vec::new();
    };
    let was = Stated {
        value: &was,
        qualifier: Qualifier::Exact,
        unit: None,
    };
    let told = |other: &usize| {
        let stand = run.stands[*other];
        stand.claim.modality == Modality::Planned
            && is_news_before(run, stand, new)
            && run.kinship(stand.source, new.source) >= KIN
            && relate(stated(stand.claim), was) == Relation::Equal
    };
    (0..run.stands.len()).filter(told).collect()
}

/// How much two articles share at the least for the planned day of the one to be that of the other.
const KIN: f64 = 0.3;

/// Whether another article, no later one, gives a figure as it is.
fn is_news_before(run: &Run<'_>, before: Stand<'_>, new: Stand<'_>) -> bool {
    let claim = before.claim;
    let plain = claim.mention.role != Role::From && !claim.comparison && !claim.overtaken;
    let later = match (published(run, before), published(run, new)) {
        (Some(first), Some(second)) => first > second,
        _ => false,
    };
    before.source != new.source && plain && !later
}
