//! Ages: whose they are, and how they grow.

use num_traits::Signed;

use super::against::Against;
use super::comparable::noun_traits;
use super::stage::published;
use super::{Run, Stand};
use crate::claim::Claim;
use crate::mention::Kind;
use crate::pack::Packs;
use crate::text::plain;
use crate::value::Number;

/// Whether two ages are of one person: `None` where one has no name right beside it.
pub(super) fn same_person(a: &Claim, b: &Claim) -> Option<bool> {
    let (one, other) = (a.person.as_deref()?, b.person.as_deref()?);
    let mut names = [one, other].map(|name| name.split(' ').collect::<Vec<_>>());
    names.sort_by_key(Vec::len);
    let [short, long] = names;
    // "Trà" for "Phạm Thu Trà", "Kim" for "Kim Min-jae"; no Nguyễn is another by that alone.
    Some(match short.as_slice() {
        [] => false,
        [word] => long.first() == Some(word) || long.last() == Some(word),
        words => {
            let shared = words.iter().filter(|word| long.contains(word)).count();
            shared > 1 && words.last() == long.last() || shared == words.len()
        }
    })
}

/// Whether two ages are told of two people, by the nearest name to each, or nothing says that they are of one.
pub(super) fn other_person(packs: &Packs, a: Stand<'_>, b: Stand<'_>) -> Option<Against> {
    if !(is_age(packs, a.claim) && is_age(packs, b.claim)) {
        return None;
    }
    let named = a.claim.subjects.first().zip(b.claim.subjects.first());
    let Some((one, other)) = named else {
        return Some(Against::OtherPerson);
    };
    let words = |name: &str| -> Vec<String> {
        let folded = plain(&name.to_lowercase());
        folded.split_whitespace().map(str::to_owned).collect()
    };
    let (left, right) = (words(one), words(other));
    let shared = left.iter().any(|word| right.contains(word));
    (!shared).then(|| Against::OtherEntity(one.clone(), other.clone()))
}

/// Whether a claim tells how old somebody is.
pub(super) fn is_age(packs: &Packs, claim: &Claim) -> bool {
    // "số đơn nghỉ hưu trước tuổi đã lên 745"
    let years = |size: Number| size <= Number::from_integer(OLDEST);
    claim.mention.kind == Kind::Count
        && claim.value().size().is_some_and(years)
        && noun_traits(packs, claim).is_some_and(|traits| traits.age)
}

/// "43 tuổi" at the arrest, "44 tuổi" at the trial: an age that the later article tells as the years between the two make it.
pub(super) fn older(run: &Run<'_>, packs: &Packs, a: Stand<'_>, b: Stand<'_>) -> bool {
    if a.source == b.source || !(is_age(packs, a.claim) && is_age(packs, b.claim)) {
        return false;
    }
    let (Some(one), Some(other)) = (a.claim.value().size(), b.claim.value().size()) else {
        return false;
    };
    // By the years between the two dates, as many count them, one is a year older than by birthdays.
    if (one - other).abs() <= Number::from_integer(1) {
        return true;
    }
    let (Some(first), Some(second)) = (published(run, a), published(run, b)) else {
        return false;
    };
    let (days, years) = if first <= second {
        (first.duration_until(second), other - one)
    } else {
        (second.duration_until(first), one - other)
    };
    let days = i128::from(days.as_hours() / 24);
    let most = Number::from_integer(days / 365 + 1);
    days >= BIRTHDAY && years >= Number::from_integer(0) && years <= most
}

/// More years than anybody has lived.
const OLDEST: i128 = 130;

/// Days between two articles in which a birthday is to be reckoned with.
const BIRTHDAY: i128 = 30;

/// "Lúc đó anh mới 11 tuổi", "Ở tuổi 20": whether one text tells two ages so far apart that it tells of two times.
pub(super) fn of_two_times(a: Stand<'_>, b: Stand<'_>) -> bool {
    let sizes = a.claim.value().size().zip(b.claim.value().size());
    let apart = Number::from_integer(TWO_TIMES);
    a.source == b.source && sizes.is_some_and(|(one, other)| (one - other).abs() > apart)
}

/// Years by which two ages that one text gives by mistake differ at the most.
const TWO_TIMES: i128 = 5;
