//! The evidence that two claims speak of the same thing, and what forbids it.

use super::figure::{self, Distinct};
use super::likeness::{How, NounMatch, apart, context, noun_match, tally};
use super::{Run, Stand};
use crate::claim::{Claim, Feature, FeatureKind, Modality};
use crate::mention::{Kind, Role};
use crate::pack::Packs;
use crate::source::BlockKind;
use crate::text::plain;
use crate::value::{Calendar, Number, Qualifier, Relation, Slip, Stated, Value, Why, relate};

/// What speaks for and against a link of two claims.
#[derive(Debug, Clone)]
pub struct Evidence {
    /// Similarity of the copied passages at whose same place both stand, in thousandths.
    pub aligned: Option<u16>,
    /// How well the nouns match, 0 to 1.
    pub noun: f64,
    /// Shared weight of the words around, 0 to 1.
    pub context: f64,
    /// What the sentences share, the weightiest first.
    pub shared: Vec<Feature>,
    /// What forbids the link.
    pub against: Vec<Against>,
    /// How the values relate.
    pub relation: Relation,
    /// One points back to the other ("4 nước trên").
    pub anaphor: bool,
    /// How much the figure says by itself, when both have the same one.
    pub distinct: Distinct,
    /// They belong to different happenings at one event.
    pub apart: bool,
    /// Both say when one and the same event opens, takes place or ends.
    pub phase: bool,
    /// Neither figure is more than twice the other.
    pub near: bool,
    /// Other telling figures that their sentences share.
    pub figures: usize,
    /// They differ as a slip of the pen makes figures differ: digits or day and month swapped, a thousand times as much.
    pub slip: bool,
    /// One stands in the headline of the other's article.
    pub headline: bool,
    /// Both are dates of which one only bounds the other.
    pub date_bound: bool,
    /// Both are ordinals: a first and a second thing are seldom one.
    pub ordinal: bool,
    /// Both are years: a text names many.
    pub years: bool,
    /// An ordinal of a thing that comes many in a row: a minute, a round.
    pub serial: bool,
    /// Both are figures of which one event has a single one at a time.
    pub tally: bool,
    /// How much the two articles speak of the same, 0 to 1.
    pub kinship: f64,
    /// Each names somebody whom the other does not.
    pub other_name: bool,
    /// The value of one depends on a day that is not known.
    pub unresolved: bool,
    /// Predicate concepts that both have near them, two at the most.
    pub same_action: usize,
    /// In words, for the reader.
    how: How,
}

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
}

impl Against {
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
            Self::UnknownYear => "the year of one is not known".to_owned(),
            Self::OtherStory => "one belongs to another story on the page".to_owned(),
            Self::OtherPeriod(one, other) => format!("one covers {one}, the other {other}"),
            Self::Denied => "one is denied".to_owned(),
            Self::BeforeAndAfter => {
                "one is the figure before a change, the other after it".to_owned()
            }
        }
    }
}

/// Weighs `a` and `b`. `None` when they cannot even be compared.
pub(crate) fn weigh(
    run: &Run<'_>,
    packs: &Packs,
    a: Stand<'_>,
    b: Stand<'_>,
    aligned: Option<u16>,
) -> Option<Evidence> {
    if a.claim.mention.kind != b.claim.mention.kind {
        return None;
    }
    let relation = relate(stated(a.claim), stated(b.claim));
    let disjoint = matches!(relation, Relation::Disjoint(_));
    // Up to when figures are known is one thing, when something happened another; both can be the same day.
    if disjoint && a.claim.as_of != b.claim.as_of {
        return None;
    }
    let matched = noun_match(packs, a.claim, b.claim);
    // "lần thứ ba", "chức vô địch thứ ba": a happening and a thing are counted alike at best.
    if disjoint && occurs(a.claim) != occurs(b.claim) {
        return None;
    }
    if aligned.is_none() && (matched.how == How::None || other_grain(a.claim, b.claim)) {
        return None;
    }
    let serial = a.claim.mention.kind == Kind::Ordinal && is_serial(packs, a.claim);
    let (context, shared) = context(run, a, b);
    let distinct = match (figure::key(a.claim), figure::key(b.claim)) {
        (Some((x, distinct)), Some((y, _))) if x == y => distinct,
        _ => Distinct::No,
    };
    let against = against(packs, a, b, relation, distinct, aligned.is_some());
    let NounMatch { degree, how } = matched;
    let anaphor = a.source == b.source && (a.claim.anaphor || b.claim.anaphor) && degree >= 0.9;
    let actions = |claim: &Claim| {
        claim
            .extent
            .predicates
            .iter()
            .take(3)
            .cloned()
            .collect::<Vec<_>>()
    };
    let (left, right) = (actions(a.claim), actions(b.claim));
    let same_action = left.iter().filter(|id| right.contains(id)).count().min(2);
    let unresolved = [a, b]
        .iter()
        .any(|stand| stand.claim.mention.value == Value::Unresolved);
    let kinship = if a.source == b.source {
        1.0
    } else {
        run.kinship(a.source, b.source)
    };
    let counted = matches!(
        a.claim.mention.kind,
        Kind::Count | Kind::Money | Kind::Percent | Kind::Measure
    );
    let tally = counted && tally(packs, a.claim, b.claim);
    let ordinal = a.claim.mention.kind == Kind::Ordinal;
    let other_name = other_entity(a.claim, b.claim).is_some();
    Some(Evidence {
        other_name,
        apart: apart(packs, a.claim, b.claim),
        phase: in_phase(packs, a.claim) && in_phase(packs, b.claim),
        near: near(&a.claim.mention.value, &b.claim.mention.value),
        distinct,
        figures: run.shared_figures(a, b),
        slip: is_slip(a.claim, b.claim, relation),
        headline: a.source == b.source
            && (a.claim.block == BlockKind::Title) != (b.claim.block == BlockKind::Title),
        date_bound: relation == Relation::Compatible(Why::Bound)
            && a.claim.mention.kind == Kind::Date,
        ordinal,
        years: is_coarse(a.claim) == Some(true) || is_coarse(b.claim) == Some(true),
        serial,
        tally,
        kinship,
        unresolved,
        same_action,
        aligned,
        noun: degree,
        context,
        shared,
        against,
        relation,
        anaphor,
        how,
    })
}

/// A claim's value as the algebra takes it.
pub(crate) fn stated(claim: &Claim) -> Stated<'_> {
    Stated {
        value: &claim.mention.value,
        qualifier: claim.mention.qualifier,
        unit: claim.mention.unit.as_deref(),
    }
}

/// Whether two values differ by a slip that chance seldom makes.
fn is_slip(a: &Claim, b: &Claim, relation: Relation) -> bool {
    let Relation::Disjoint(slip) = relation else {
        return false;
    };
    let digits = [a, b]
        .iter()
        .map(|claim| figure::digits(claim))
        .min()
        .unwrap_or(0);
    match slip {
        Slip::DayMonthSwap => true,
        Slip::DigitSwap | Slip::MagnitudeSlip | Slip::SeparatorSlip => digits >= 2,
        _ => false,
    }
}

fn occurs(claim: &Claim) -> bool {
    claim.noun.as_ref().is_some_and(|noun| noun.occurrence)
}

/// Whether one date is a day or part of a month and the other a year or more: too far apart to speak of one thing.
fn other_grain(a: &Claim, b: &Claim) -> bool {
    matches!((is_coarse(a), is_coarse(b)), (Some(x), Some(y)) if x != y)
}

/// Whether a date is a quarter or more; `None` for what is no date.
fn is_coarse(claim: &Claim) -> Option<bool> {
    let Value::Date(dates) = &claim.mention.value else {
        return None;
    };
    let date = dates.readings.first()?.start.as_ref()?;
    Some(matches!(
        date.unit,
        Calendar::Year
            | Calendar::Half(_)
            | Calendar::Quarter(_)
            | Calendar::Decade
            | Calendar::Century
    ))
}

impl Evidence {
    /// Whether it is enough to take the two claims for one fact.
    pub(crate) fn links(&self, same_source: bool) -> bool {
        if !self.against.is_empty() {
            return false;
        }
        if self.aligned.is_some() {
            return true;
        }
        if self.noun < 0.6 || self.serial && matches!(self.relation, Relation::Disjoint(_)) {
            return false;
        }
        // Different happenings at one event may well have different dates.
        if self.how == How::SameEvent
            && self.apart
            && matches!(self.relation, Relation::Disjoint(_))
        {
            return false;
        }
        let anaphor = if self.anaphor { 0.35 } else { 0.0 };
        let action = [0.0, 0.05, 0.1][self.same_action];
        let figures = [0.0, 0.15, 0.3][self.figures.min(2)];
        let other_name = if self.other_name { 0.12 } else { 0.0 };
        let weight = self.context + anaphor + action + figures - other_name;
        let loose = self.ordinal || self.years;
        // "ít nhất 21" and "hơn 300" can both be true, but nobody would say so of one thing.
        if self.relation == Relation::Compatible(Why::Bound) && !self.near && self.context < 0.6 {
            return false;
        }
        // "trước ngày 23/9" and "chậm nhất 25/9" are two deadlines as a rule.
        if self.date_bound && (same_source || self.how != How::SameEvent) {
            return false;
        }
        // In articles about one event a single figure of its kind needs no other words in common.
        let needed = match (self.relation, same_source) {
            (Relation::Equal | Relation::Compatible(_), _) if self.tally && self.kinship >= 0.2 => {
                0.0
            }
            (Relation::Equal | Relation::Compatible(Why::Conversion), _)
                if self.distinct == Distinct::Strong && self.kinship >= 0.2 =>
            {
                0.03
            }
            (Relation::Equal | Relation::Compatible(Why::Conversion), _)
                if self.distinct == Distinct::Weak && self.kinship >= 0.25 =>
            {
                if self.how == How::SameFigure {
                    0.12
                } else if self.ordinal {
                    0.0
                } else {
                    0.06
                }
            }
            (Relation::Equal, true) if self.noun >= 0.9 && !loose => 0.1,
            (Relation::Disjoint(_), _) if self.tally && self.kinship >= 0.2 => 0.08,
            (Relation::Equal, false) if self.kinship >= 0.25 && self.noun >= 0.9 => 0.12,
            (Relation::Equal | Relation::Compatible(_), true) => 0.2,
            (Relation::Equal | Relation::Compatible(_), false) => 0.26,
            // Two periods of one and the same event.
            (Relation::Disjoint(_), _)
                if self.how == How::SameEvent && self.phase && !self.years =>
            {
                0.36
            }
            (Relation::Disjoint(_), true) if self.headline && !loose => 0.36,
            (Relation::Disjoint(_), true) => 0.42,
            (Relation::Disjoint(_), false) if self.years && self.context < 0.75 => return false,
            (Relation::Disjoint(_), false) if loose && self.same_action == 0 => return false,
            (Relation::Disjoint(_), false) if loose => 0.6,
            (Relation::Disjoint(_), false) if self.slip && self.kinship >= 0.25 => 0.28,
            (Relation::Disjoint(_), false) => 0.48,
            // "tuần tới" of an undated text: nothing to compare, but the event may be the same.
            (Relation::Incomparable, _) if self.unresolved && !self.years => 0.3,
            (Relation::Incomparable, _) => return false,
        };
        // A wider noun or a shared predicate alone is weaker than the noun itself.
        weight * self.noun.sqrt() >= needed
    }

    /// How firm the link is, for ordering: the firmest are made first.
    pub(crate) fn strength(&self) -> f64 {
        let aligned = self
            .aligned
            .map_or(0.0, |similarity| 1.0 + f64::from(similarity) / 1000.0);
        let agree = if matches!(self.relation, Relation::Equal) {
            0.2
        } else {
            0.0
        };
        aligned + self.context * self.noun + agree
    }

    /// The figures behind the decision.
    pub(crate) fn measure(&self) -> String {
        format!(
            "noun {:.2}, context {:.2}, articles {:.2}, values {:?}, figure {:?}, other figures {}",
            self.noun, self.context, self.kinship, self.relation, self.distinct, self.figures
        )
    }

    /// Sentences for the reader.
    pub(crate) fn sentences(&self) -> Vec<String> {
        let mut lines = Vec::new();
        if let Some(similarity) = self.aligned {
            lines.push(format!(
                "both stand at the same place of a copied passage ({}.{} % alike)",
                similarity / 10,
                similarity % 10
            ));
        }
        match self.how {
            How::SameConcept => lines.push("both count the same thing".to_owned()),
            How::WiderConcept => {
                lines.push("what one counts is a kind of what the other counts".to_owned())
            }
            How::SameWords | How::LikeWords => {
                lines.push("both name what is counted in the same words".to_owned())
            }
            How::SameEvent => lines.push("both belong to the same event".to_owned()),
            How::SameFigure => lines.push("the figure itself is telling".to_owned()),
            How::SameTheme => lines.push("both are the figure of the same happening".to_owned()),
            How::SamePredicate => lines.push("both say the same of it".to_owned()),
            How::None => {}
        }
        if self.anaphor {
            lines.push("one points back to the other".to_owned());
        }
        let names: Vec<&str> = self
            .shared
            .iter()
            .take(6)
            .map(|feature| feature.name.as_str())
            .collect();
        if !names.is_empty() {
            lines.push(format!("the sentences share: {}", names.join(", ")));
        }
        lines
    }
}

fn against(
    packs: &Packs,
    a: Stand<'_>,
    b: Stand<'_>,
    relation: Relation,
    distinct: Distinct,
    aligned: bool,
) -> Vec<Against> {
    let mut found = Vec::new();
    let disjoint = matches!(relation, Relation::Disjoint(_));
    let (left, right) = (a.claim, b.claim);
    if left.modality == Modality::Denied || right.modality == Modality::Denied {
        found.push(Against::Denied);
    }
    let near = left.sentence_number == right.sentence_number
        || left.block_number == right.block_number && !aligned;
    if a.source == b.source && near && disjoint {
        found.push(Against::SameSentence);
    }
    if left.report != right.report {
        found.push(Against::ReportDate);
    }
    if relation == Relation::Compatible(Why::UnknownYear) && a.source != b.source
        || left.mention.kind == Kind::Date
            && a.source != b.source
            && (no_year(left) || no_year(right))
            && !aligned
    {
        found.push(Against::UnknownYear);
    }
    if aligned {
        return found;
    }
    if (left.foreign || right.foreign) && distinct < Distinct::Strong {
        found.push(Against::OtherStory);
    }
    if relation != Relation::Equal
        && left.mention.role != right.mention.role
        && (left.mention.role == Role::From || right.mention.role == Role::From)
    {
        found.push(Against::BeforeAndAfter);
    }
    if disjoint {
        // A figure may be a part or a plan; when something takes place is one and the same either way.
        let figure = !matches!(left.mention.kind, Kind::Date | Kind::Time | Kind::Duration);
        let one_place = left
            .frame
            .local
            .iter()
            .any(|name| right.frame.local.contains(name));
        if figure && left.part != right.part && !one_place {
            found.push(Against::PartOfWhole);
        }
        if left.comparison != right.comparison {
            found.push(Against::ComparedWith);
        }
        let planned = |claim: &Claim| claim.modality == Modality::Planned;
        if figure && planned(left) != planned(right) {
            found.push(Against::PlanAndOutcome);
        }
    }
    if let (Some(one), Some(other)) = (&left.frame.period, &right.frame.period)
        && disjoint
        && other_period(one, other)
    {
        let named = |value: &Value| value.notation().unwrap_or_default();
        found.push(Against::OtherPeriod(named(one), named(other)));
    }
    if tally(packs, left, right) {
        found.extend(other_place(left, right, disjoint));
    }
    // A telling figure of one and the same thing may well be told with another verb.
    let told_alike = !disjoint && distinct > Distinct::No;
    if let Some((one, other)) = other_role(packs, left, right)
        && !told_alike
    {
        found.push(Against::OtherRole(one, other));
    }
    if let Some((one, other)) = other_entity(left, right)
        && (disjoint || distinct == Distinct::No && one.contains('/'))
    {
        found.push(Against::OtherEntity(one, other));
    }
    found
}

fn no_year(claim: &Claim) -> bool {
    match &claim.mention.value {
        Value::Date(dates) => dates.readings.iter().any(|range| {
            [&range.start, &range.end]
                .into_iter()
                .flatten()
                .any(|date| date.year.is_none())
        }),
        _ => false,
    }
}

/// Two concepts of which only one can be meant, one at each claim.
fn other_role(packs: &Packs, a: &Claim, b: &Claim) -> Option<(String, String)> {
    let own = |claim: &Claim| -> Vec<String> {
        let noun = claim.noun.as_ref().and_then(|noun| noun.concept.clone());
        noun.into_iter()
            .chain(claim.extent.predicates.iter().take(1).cloned())
            .collect()
    };
    let (left, right) = (own(a), own(b));
    let contrasts = &packs.reading(a.language.as_deref()).contrasts;
    for set in contrasts {
        let one = left.iter().find(|id| set.contains(id));
        let other = right.iter().find(|id| set.contains(id));
        if let (Some(one), Some(other)) = (one, other)
            && one != other
            && !right.contains(one)
            && !left.contains(other)
        {
            return Some((one.clone(), other.clone()));
        }
    }
    None
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

/// Both are limited to a name, to different ones; or one is limited to a name and the other is the whole.
fn other_place(a: &Claim, b: &Claim, disjoint: bool) -> Option<Against> {
    let (left, right) = (&a.frame.local, &b.frame.local);
    // The other claim stands in the same place without saying so again, unless it sums up several.
    let apart = |local: &[Feature], other: &Claim| {
        local
            .iter()
            .all(|name| other.frame.listed.contains(name) || !knows(other, name))
    };
    match (left.first(), right.first()) {
        (Some(one), Some(other)) if !left.iter().any(|name| right.contains(name)) => {
            Some(Against::OtherEntity(one.name.clone(), other.name.clone()))
        }
        (Some(_), None) if disjoint && a.mention.kind == Kind::Count && apart(left, b) => {
            Some(Against::PartOfWhole)
        }
        (None, Some(_)) if disjoint && a.mention.kind == Kind::Count && apart(right, a) => {
            Some(Against::PartOfWhole)
        }
        _ => None,
    }
}

/// Whether the sentence of a claim, the one before it or the headline of its article names this, in full or in part.
fn knows(claim: &Claim, feature: &Feature) -> bool {
    let extent = &claim.extent;
    let lists = [&extent.sentence, &extent.around, &extent.headline];
    let named = |list: &&Vec<Feature>| list.binary_search(feature).is_ok();
    lists.iter().any(named)
        || feature.kind == FeatureKind::Name
            && lists.iter().flat_map(|list| list.iter()).any(|other| {
                other.kind == FeatureKind::Name && part_of_name(&other.name, &feature.name)
            })
}

/// "minh quan" and "tran minh quan", "lac hong" and "lac hong auto": the words of one are all words of the other.
fn part_of_name(one: &str, other: &str) -> bool {
    let within = |short: &str, long: &str| {
        short
            .split(' ')
            .all(|word| long.split(' ').any(|known| known == word))
    };
    within(one, other) || within(other, one)
}

/// Whether neither of two figures is more than twice the other; true for what is no figure.
fn near(a: &Value, b: &Value) -> bool {
    let end = |value: &Value| match value {
        Value::Number(quantity) => quantity.low.or(quantity.high),
        _ => None,
    };
    let two = Number::from_integer(2);
    match (end(a), end(b)) {
        (Some(x), Some(y)) => {
            let times = |n: Number| num_traits::CheckedMul::checked_mul(&n, &two).unwrap_or(n);
            x <= times(y) && y <= times(x)
        }
        _ => true,
    }
}

fn in_phase(packs: &Packs, claim: &Claim) -> bool {
    let pack = packs.reading(claim.language.as_deref());
    claim
        .extent
        .predicates
        .first()
        .is_some_and(|id| pack.traits(id).phase)
}

fn is_serial(packs: &Packs, claim: &Claim) -> bool {
    let id = claim.noun.as_ref().and_then(|noun| noun.concept.as_deref());
    id.is_some_and(|id| packs.reading(claim.language.as_deref()).traits(id).serial)
}

/// An entity of each that the other does not name at all, both of one kind.
fn other_entity(a: &Claim, b: &Claim) -> Option<(String, String)> {
    let kinds = |feature: &Feature| match feature.kind {
        FeatureKind::Entity => Some(feature.name.split('/').next().unwrap_or("").to_owned()),
        FeatureKind::Acronym => Some("acronym".to_owned()),
        FeatureKind::Name => Some("name".to_owned()),
        _ => None,
    };
    let own = |claim: &Claim, other: &Claim| -> Vec<(String, String)> {
        let credited = plain(&claim.attribution.as_deref().unwrap_or("").to_lowercase());
        let features = claim
            .extent
            .clause
            .iter()
            .filter(|f| !knows(other, f) && !credited.contains(f.name.as_str()));
        features
            .filter_map(|feature| Some((kinds(feature)?, feature.name.clone())))
            .collect()
    };
    let (left, right) = (own(a, b), own(b, a));
    for (kind, one) in &left {
        if kind == "org" || kind == "region" {
            continue;
        }
        if let Some((_, other)) = right.iter().find(|(other_kind, _)| other_kind == kind) {
            return Some((one.clone(), other.clone()));
        }
    }
    None
}
