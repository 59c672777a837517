//! What forbids that two claims speak of the same thing.

use super::comparable::is_coarse;
use super::day::{Closeness, half_a_day_apart, hours_apart, no_year, same_year, within_a_day};
use super::figure::{self, Distinct, within};
use super::likeness::{changes, quoted, tally};
use super::owner::{other_owner, other_place};
use super::slip;
use super::{Run, Stand};
use crate::claim::{Claim, FeatureKind, Modality};
use crate::mention::{Kind, Role};
use crate::pack::Packs;
use crate::source::BlockKind;
use crate::value::{Qualifier, Relation, Slip, Stated, Value, Why, relate};

/// Why two claims cannot speak of the same thing.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum Against {
    /// One names an entity, the other another one of its kind.
    OtherEntity(String, String),
    /// One happened, the other is something else that happened: killed, injured.
    OtherRole(String, String),
    /// One is a part of the other.
    PartOfWhole,
    /// One is the figure that the other is compared with.
    ComparedWith,
    /// One is planned, the other happened.
    PlanAndOutcome,
    /// One tells when it was reported, the other when it happened.
    ReportDate,
    /// Both stand in one sentence or paragraph with different values.
    SameSentence,
    /// Both articles give several such figures, and nothing tells which is which.
    Series,
    /// Each is the day of its own article, or they may be one moment told in two time zones.
    OtherDay,
    /// Two figures of what changes with time: one text gives both, or it changes by the hour.
    OtherTime,
    /// Each is the time up to which its own article knows a figure that changes.
    CutOff,
    /// Words of the language of one are not known, and without them different figures may be of different things.
    Unread,
    /// A date without a year says nothing about another article.
    UnknownYear,
    /// One belongs to another story on the page.
    OtherStory,
    /// One covers another period.
    OtherPeriod(String, String),
    /// One is denied.
    Denied,
    /// One is the figure before a change, the other after it.
    BeforeAndAfter,
    /// Each is the age of somebody, and not of one whom both name.
    OtherPerson,
    /// One is the figure of somebody whom the other passage does not name.
    OtherOwner(String),
}

impl Against {
    /// Whether it is taken from a few words, which may well be of something else in the sentence.
    pub fn is_soft(&self) -> bool {
        matches!(
            self,
            Self::ComparedWith | Self::PartOfWhole | Self::PlanAndOutcome | Self::Series
        )
    }

    /// A sentence for the reader.
    pub(crate) fn sentence(&self) -> String {
        match self {
            Self::OtherEntity(one, other) => format!("one is about {one}, the other about {other}"),
            Self::OtherRole(one, other) => format!("one says {one}, the other {other}"),
            Self::PartOfWhole => "one is a part of a larger figure".to_owned(),
            Self::ComparedWith => "one is the figure that another is compared with".to_owned(),
            Self::PlanAndOutcome => "one is planned, the other happened".to_owned(),
            Self::ReportDate => {
                "one tells when it was reported, the other when it happened".to_owned()
            }
            Self::SameSentence => "both stand in one paragraph with different values".to_owned(),
            Self::Series => "both articles tell several such figures".to_owned(),
            Self::UnknownYear => "the year of one is not known".to_owned(),
            Self::OtherStory => "one belongs to another story on the page".to_owned(),
            Self::OtherPeriod(one, other) => format!("one covers {one}, the other {other}"),
            Self::OtherDay => {
                "each is the day of its own article, or of its own time zone".to_owned()
            }
            Self::OtherTime => "it changes with time, and each is of another".to_owned(),
            Self::CutOff => {
                "each is the time up to which its own article knows the figures".to_owned()
            }
            Self::Unread => {
                "what the figures are of cannot be told in the language of one".to_owned()
            }
            Self::Denied => "one is denied".to_owned(),
            Self::OtherPerson => {
                "each is the age of somebody, and nothing says that it is one person".to_owned()
            }
            Self::OtherOwner(one) => format!("one is about {one}, whom the other does not name"),
            Self::BeforeAndAfter => {
                "one is the figure before a change, the other after it".to_owned()
            }
        }
    }
}

/// Different figures of one sort that make a series of an article.
const SEVERAL: u8 = 2;

pub(super) fn against(
    (run, packs): (&Run<'_>, &Packs),
    a: Stand<'_>,
    b: Stand<'_>,
    (relation, distinct, closeness): (Relation, Distinct, Closeness),
    (telling, later): (bool, bool),
    other: Option<(String, String)>,
    aligned: bool,
) -> Vec<Against> {
    let mut found = Vec::new();
    let disjoint = matches!(relation, Relation::Disjoint(_));
    let slipped = matches!(relation, Relation::Disjoint(slip) if slip.is_of_the_pen());
    let (left, right) = (a.claim, b.claim);
    // "thay vì 19h": the hour that was told before, and nothing that somebody denies.
    let denied = |claim: &Claim| claim.modality == Modality::Denied && !claim.overtaken;
    if denied(left) || denied(right) {
        found.push(Against::Denied);
    }
    let near = left.sentence_number == right.sentence_number
        || left.block_number == right.block_number && !aligned;
    // "được phép 6 tầng, xây vượt 4 tầng": one sentence gives no figure twice, once as a bound that the other keeps.
    let one_sentence = left.sentence_number == right.sentence_number;
    let bound = one_sentence && relation == Relation::Compatible(Why::Bound);
    if a.source == b.source && !news_of(a, b) && (near && disjoint || bound) {
        found.push(Against::SameSentence);
    }
    // 1,625 and 1,652 are not two figures of two months.
    let elsewhere_slipped = slipped && a.source != b.source && slip::key(left).is_some();
    // "1,79 tỷ USD từ đầu năm" is what "1,84 tỷ USD sau 9 tháng" was two weeks before.
    let still_counted = later && within(2, left.value(), right.value());
    // "quý I/2026" beside "công bố" is the period of the report, not its day.
    let report = |claim: &Claim| claim.report && is_coarse(claim) != Some(true);
    if report(left) != report(right) && relation != Relation::Disjoint(Slip::DayMonthSwap) {
        found.push(Against::ReportDate);
    }
    // Every article has a day of its own, and a day begins elsewhere at another hour.
    let own_days = a.source != b.source && left.report && right.report && !aligned;
    if disjoint && own_days && relation != Relation::Disjoint(Slip::DayMonthSwap)
        || disjoint
            && a.source != b.source
            && left.clock_zone != right.clock_zone
            && within_a_day(left, right)
        || disjoint
            && a.source != b.source
            && (left.clock_zone || right.clock_zone)
            && hours_apart(left, right)
        || disjoint && a.source != b.source && half_a_day_apart(packs, left, right)
    {
        found.push(Against::OtherDay);
    }
    if a.source != b.source
        && left.mention.kind == Kind::Date
        && (no_year(left) || no_year(right))
        && !(aligned || same_year(left, right, relation, closeness))
    {
        found.push(Against::UnknownYear);
    }
    if let (Some(one), Some(other)) = (&left.frame.period, &right.frame.period)
        && disjoint
        && other_period(one, other)
        && !(elsewhere_slipped || still_counted)
    {
        let named = |value: &Value| value.notation().unwrap_or_default();
        found.push(Against::OtherPeriod(named(one), named(other)));
    }
    // A price of the market at seven is not that at eight, though every bulletin tells it in the same words.
    let elsewhere_told = disjoint && a.source != b.source && !(slipped || telling);
    if elsewhere_told && left.mention.kind == Kind::Money && quoted(packs, left, right) {
        found.push(Against::OtherTime);
    }
    // "được giảm một năm tù" of "8 năm tù".
    let cut = left.mention.kind == Kind::Duration && left.increment != right.increment;
    if disjoint && cut {
        found.push(Against::PartOfWhole);
    }
    if aligned {
        return found;
    }
    if (left.foreign || right.foreign) && distinct < Distinct::Strong {
        found.push(Against::OtherStory);
    }
    // "từ 3% xuống 2,5%" of one rate, "từ 5,2% về 4,9%" of another: two digits change places by chance.
    // "cost the bank 2.87 trillion dollars", "the loss of 2.87 trillion dong": nor is an amount the same to three digits.
    let unit = relation == Relation::Disjoint(Slip::UnitSlip) && figure::is_amount(left);
    let long = telling && slip::is_long(left) && slip::is_long(right)
        || unit && figure::digits(left).min(figure::digits(right)) >= 3;
    if relation != Relation::Equal
        && !(elsewhere_slipped && (long || figure::digits(left) >= 3))
        && left.mention.role != right.mention.role
        && (left.mention.role == Role::From || right.mention.role == Role::From)
    {
        found.push(Against::BeforeAndAfter);
    }
    if disjoint {
        // A figure may be a part or a plan; when something takes place is one and the same either way.
        let figure = match left.mention.kind {
            Kind::Date | Kind::Time => false,
            // "18 năm tù" are counted, "kéo dài 2 ngày" is when.
            Kind::Duration => left.noun.is_some() && right.noun.is_some(),
            _ => true,
        };
        let one_place = left
            .frame
            .local
            .iter()
            .any(|name| right.frame.local.contains(name));
        // "tạo thêm 236.000 việc làm" is all of them; of a toll that grows "thêm 3" is a part.
        let grows = |claim: &Claim| {
            let pack = packs.reading(claim.language.as_deref());
            claim.frame.theme.iter().any(|id| pack.traits(id).evolves)
        };
        let added = |claim: &Claim| claim.increment && grows(claim);
        let partial = |claim: &Claim| claim.part || added(claim);
        let score = left.mention.kind == Kind::Score;
        let part =
            partial(left) != partial(right) && (score || !one_place) || added(left) != added(right);
        // "two-thirds of the half a million doses that it bought" are told of like the "50,000 doses" that it bought.
        let part = part || left.whole != right.whole && left.frame.theme != right.frame.theme;
        // "a 150-seat parliament", "80 ghế của đảng này".
        let part = part || left.sizes != right.sizes;
        // "330 người chết và mất tích", "226 người chết".
        let summed = left.frame.sums_up != right.frame.sums_up && tally(packs, left, right);
        // "có 7 nhóm giảm giá … có 10 nhóm tăng giá": one text breaks one thing down in several ways.
        let parts = a.source == b.source
            && [left, right]
                .iter()
                .all(|claim| claim.part && claim.block != BlockKind::Title);
        // "200 người, gồm 141 người chết", "59 người, trong đó 9 người chết trong bão": parts of two wholes.
        let parts = parts || left.part && right.part && !within(2, left.value(), right.value());
        if (figure && part || summed || parts) && !(elsewhere_slipped || still_counted) {
            found.push(Against::PartOfWhole);
        }
        // "from 6 May" compares nothing with the 5th of June.
        let turned = relation == Relation::Disjoint(Slip::DayMonthSwap) && elsewhere_slipped;
        if left.comparison != right.comparison && !turned {
            found.push(Against::ComparedWith);
        }
        let planned = |claim: &Claim| claim.modality == Modality::Planned;
        // What each is to get is set, whether it was paid or will be.
        let rate = left.apiece && right.apiece;
        if figure && !rate && planned(left) != planned(right) && !elsewhere_slipped {
            found.push(Against::PlanAndOutcome);
        }
    }
    if disjoint && !slipped {
        found.extend(other_owner(run, packs, a, b));
    }
    // Of several quakes, dealers or fires each has its own.
    let sentences = closeness.sentences;
    let clock = left.mention.kind == Kind::Time;
    let several = sentences < 0.85
        && (a.versions.min(b.versions) >= SEVERAL
            || a.versions.max(b.versions) > SEVERAL && (sentences < 0.5 || clock));
    if elsewhere_told && several && !changes(packs, left, right) {
        found.push(Against::Series);
    }
    // One text tells the wind at several times and the toll as it grew.
    let in_body = [left, right]
        .iter()
        .all(|claim| claim.block != BlockKind::Title && !claim.anaphor);
    let told_at_once = a.source == b.source && in_body && !news_of(a, b);
    if disjoint && told_at_once && !slipped && changes(packs, left, right) {
        found.push(Against::OtherTime);
    }
    let told = |claim: &Claim| {
        claim.block != BlockKind::Title && !claim.anaphor && !claim.frame.local.is_empty()
    };
    // One text that counts at two places counts two things.
    let elsewhere = a.source == b.source
        && left.mention.kind == Kind::Count
        && left.language == right.language
        && told(left)
        && told(right);
    // "Văn Yên 4 người" and "4 người ở Yên Bái" are two rows of one table, whatever happened to them.
    let rows = tally(packs, left, right) || people(packs, left, right);
    // "Thái Lan 201 HCV", "Indonesia 91 HCV": figures of two that are each named right there.
    let named = |claim: &Claim| {
        claim
            .frame
            .local
            .iter()
            .any(|name| name.kind == FeatureKind::Entity)
    };
    // "Indonesia 86", "Indonesia 91, Việt Nam 87, tổng cộng 278": where the one that is named has a figure of its own.
    let in_row = |one: &Claim, other: &Claim| {
        let rows = &other.frame.rows;
        other.frame.local.is_empty() && one.frame.local.iter().any(|name| rows.contains(name))
    };
    let numbers = disjoint && !slipped && a.source != b.source && is_number(left);
    if numbers && (in_row(left, right) || in_row(right, left)) {
        found.push(Against::PartOfWhole);
    }
    let told_apart = numbers && named(left) && named(right)
        || disjoint && elsewhere
        || rows && (disjoint || distinct < Distinct::Strong);
    if told_apart && !elsewhere_slipped {
        let place = other_place(run, packs, a, b, disjoint);
        found.extend(place.filter(|told| !found.contains(told)));
    }
    // A telling figure of one and the same thing may well be told with another verb.
    let same_noun = || {
        let id = |claim: &Claim| claim.noun.as_ref().and_then(|noun| noun.concept.clone());
        let pack = packs.reading(left.language.as_deref());
        id(left).is_some_and(|one| Some(&one) == id(right).as_ref() && !pack.traits(&one).generic)
    };
    let told_alike = !disjoint && (distinct > Distinct::No || same_noun());
    // Nor does it rise and fall to the same four digits.
    // But "125 golds" are no "125 bronzes".
    let short = left.mention.kind == Kind::Count && figure::digits(left) <= 3;
    if (!told_alike || short)
        && !long
        && let Some((one, other)) = other_role(packs, left, right, told_alike)
    {
        found.push(Against::OtherRole(one, other));
    }
    // A toll is nobody's, whoever is named beside it; places are looked at apart.
    let toll = tally(packs, left, right) && changes(packs, left, right);
    let names =
        |(one, other): &(String, String)| toll && !one.contains('/') && !other.contains('/');
    if let Some((one, other)) = other.filter(|pair| !names(pair))
        && (disjoint || distinct == Distinct::No && one.contains('/'))
    {
        found.push(Against::OtherEntity(one, other));
    }
    found
}

/// Whether one text tells what it knows beside what was known before: "had earlier given a figure of nine".
pub(super) fn news_of(a: Stand<'_>, b: Stand<'_>) -> bool {
    a.source == b.source && a.claim.overtaken != b.claim.overtaken
}

/// Whether a claim tells how many or how much.
fn is_number(claim: &Claim) -> bool {
    matches!(
        claim.mention.kind,
        Kind::Count | Kind::Money | Kind::Measure | Kind::Percent
    )
}

/// Whether both count people and no more, or what befell them.
fn people(packs: &Packs, a: &Claim, b: &Claim) -> bool {
    let pack = packs.reading(a.language.as_deref());
    [a, b].iter().all(|claim| {
        let id = claim.noun.as_ref().and_then(|noun| noun.concept.as_deref());
        claim.mention.kind == Kind::Count
            && id.is_some_and(|id| pack.traits(id).generic || pack.traits(id).befalls)
    })
}

/// Two concepts of which only one can be meant, one at each claim; what they count, where only that matters.
fn other_role(packs: &Packs, a: &Claim, b: &Claim, only_nouns: bool) -> Option<(String, String)> {
    let own = |claim: &Claim| -> Vec<String> {
        let noun = claim.noun.as_ref().and_then(|noun| noun.concept.clone());
        let happens = happens(claim).filter(|_| !only_nouns);
        noun.into_iter().chain(happens.cloned()).collect()
    };
    let (left, right) = (own(a), own(b));
    let pack = packs.reading(a.language.as_deref());
    let mut sets: Vec<usize> = left.iter().flat_map(|id| pack.contrasts_of(id)).collect();
    sets.sort_unstable();
    sets.into_iter().find_map(|at| {
        let set = &pack.contrasts[at];
        let one = left.iter().find(|id| set.contains(id))?;
        let other = right.iter().find(|id| set.contains(id))?;
        let both = right.contains(one) || left.contains(other);
        (!both).then(|| (one.clone(), other.clone()))
    })
}

/// What happens to what a claim counts: in its own part of the sentence, or else nearest to it.
fn happens(claim: &Claim) -> Option<&String> {
    let predicates = &claim.extent.predicates;
    let own = claim.frame.theme.iter().find(|id| predicates.contains(id));
    own.or_else(|| predicates.first())
}

/// Whether two periods are not the same one.
fn other_period(one: &Value, other: &Value) -> bool {
    let plain = |value| Stated {
        value,
        qualifier: Qualifier::Exact,
        unit: None,
    };
    let relation = relate(plain(one), plain(other));
    !matches!(
        relation,
        Relation::Equal | Relation::Compatible(Why::UnknownYear) | Relation::Incomparable
    )
}
