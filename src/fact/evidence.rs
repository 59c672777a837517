//! The evidence that two claims speak of the same thing, and what forbids it.

use super::against::{Against, against, news_of};
use super::age::{older, other_person};
use super::bulletin::other_bulletin;
use super::comparable::{
    actions, in_phase, is_coarse, is_serial, is_unread, is_vague, occurs, other_grain, other_noun,
    people_and_things,
};
use super::day::{Closeness, months_apart, remote};
use super::figure::{self, Distinct};
use super::kin::{FEW, closeness};
use super::likeness::{
    How, NounMatch, Shared, apart, changes, common_traits, context, noun_match, tally,
};
use super::naming::same_place;
use super::owner::other_entity;
use super::setting::Setting;
use super::slip;
use super::stage::{
    grew, in_one_text, other_day, other_event, other_quote, other_season, rose, stages,
};
use super::unnamed::unnamed_match;
use super::untold;
use super::{Run, Stand};
use crate::claim::Claim;
use crate::mention::Kind;
use crate::pack::Packs;
use crate::source::BlockKind;
use crate::value::{Relation, Slip, Stated, Value, Why, relate};

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
    pub(super) shared: Shared,
    /// What forbids the link.
    pub against: Box<[Against]>,
    /// How the values relate.
    pub relation: Relation,
    /// One text tells both where it tells its story, and little says that they are one.
    pub one_text: bool,
    /// One text tells what it knows beside what was known before.
    pub news: bool,
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
    /// They differ by a twentieth at most.
    pub close: bool,
    /// One figure is more than twenty times the other.
    pub far: bool,
    /// One is told as it stood so far, and the article that came later tells the larger one.
    pub later: bool,
    /// One of them is told as it stands so far.
    pub sum_so_far: bool,
    /// Both are figures of what grows as news comes in, and the later article tells the larger one.
    pub rose: bool,
    /// Both are figures of what changes as news comes in.
    pub evolves: bool,
    /// Both are figures of a hundred or more.
    pub large: bool,
    /// Both are the same count from 20 to 99.
    pub tens: bool,
    /// Both are days far from those on which the articles came out, or stretches of days.
    pub remote: bool,
    /// Digits of the figure that has the fewer, without the noughts at its ends; a unit counts as one more, a currency as two.
    pub digits: u8,
    /// Both have a unit, or three digits or more: chance seldom makes them equal.
    pub exact: bool,
    /// Each article tells the figure that both have once.
    pub single: bool,
    /// Other telling figures that their sentences share.
    pub figures: u8,
    /// They differ as a slip of the pen makes figures differ: digits or day and month swapped, a thousand times as much.
    pub slip: bool,
    /// One stands in the headline of the other's article.
    pub headline: bool,
    /// Both stand in a unit.
    pub united: bool,
    /// Both are percentages.
    pub percent: bool,
    /// One tells when it was reported, the other when it happened.
    pub reported: bool,
    /// Both are dates.
    pub dated: bool,
    /// Both are dates of which one only bounds the other.
    pub date_bound: bool,
    /// Both are ordinals or scores: a first and a second thing are seldom one, nor are 1-1 and 2-1.
    pub ordinal: bool,
    /// Both are scores, of which one match has many.
    pub score: bool,
    /// Both are years: a text names many.
    pub years: bool,
    /// An ordinal of a thing that comes many in a row: a minute, a round.
    pub serial: bool,
    /// Both are figures of which one event has a single one at a time.
    pub tally: bool,
    /// How much the two articles speak of the same, 0 to 1.
    pub kinship: f64,
    /// Both are figures of a place or a party that is named right there.
    pub one_place: bool,
    /// Each names somebody whom the other does not.
    pub other_name: bool,
    /// The value of one depends on a day that is not known.
    pub unresolved: bool,
    /// Predicate concepts that both have near them, two at the most.
    pub same_action: u8,
    /// What is said near the one is not what is said near the other.
    pub other_action: bool,
    /// Facts that their sentences share, counted only where the rest was not enough.
    pub beside: u8,
    /// Neither article leaves over another figure like it.
    pub remaining: bool,
    /// Nor another that a slip of the pen makes of it, as it makes the one of the other.
    pub slipped: bool,
    /// One sentence tells that the one stands in for the other.
    pub revised: bool,
    /// In words, for the reader.
    pub(super) how: How,
}

/// Weighs `a` and `b`. `None` when they cannot even be compared.
pub(crate) fn weigh(
    run: &Run<'_>,
    packs: &Packs,
    a: Stand<'_>,
    b: Stand<'_>,
    setting: Setting,
) -> Option<Evidence> {
    let Setting { beside, kin, .. } = setting;
    if a.claim.mention.kind != b.claim.mention.kind {
        return None;
    }
    // "15h hôm sau": the words around it are those of the day that it points at. And every article has a day of its own.
    let own = |claim: &Claim| {
        let timed = matches!(claim.mention.kind, Kind::Date | Kind::Time);
        claim.points_back || timed && claim.block == BlockKind::Meta && a.source != b.source
    };
    if (own(a.claim) || own(b.claim)) && setting.aligned.is_none() {
        return None;
    }
    let related = || relate(stated(a.claim), stated(b.claim));
    let relation = setting.relation.unwrap_or_else(related);
    let disjoint = matches!(relation, Relation::Disjoint(_));
    // Two sentences of one form in one text are no copies of each other: different figures in them say so, as dates do anywhere.
    let copied = |alike: u16| {
        let told = a.source != b.source || run.names_around(a).next().is_some();
        let figure = a.source != b.source && a.claim.mention.kind != Kind::Date;
        figure || alike >= COPIED && told
    };
    let aligned = setting.aligned.filter(|alike| !disjoint || copied(*alike));
    let kinship = if a.source == b.source {
        1.0
    } else {
        run.kinship(a.source, b.source).max(closeness(kin))
    };
    let mut matched = noun_match(packs, a, b, kinship);
    // A measure of the same place may be of anything; only when it can be the same figure is it worth a thought.
    if matched.how == How::SamePlace && disjoint {
        matched = NounMatch::NONE;
    }
    if beside > 0 && matched.how == How::None && !other_noun(a.claim, b.claim) {
        matched.how = How::Beside;
    }
    // Nothing tells what they are figures of, but one is the other as a slip of the pen makes it.
    let slip = slip::is_telling(a.claim, b.claim, relation);
    let one_key = || slip::key(a.claim).is_some_and(|key| slip::key(b.claim) == Some(key));
    let open = matched.how == How::None && !other_noun(a.claim, b.claim);
    // "cost 32.45 trillion dong", "tổng vốn 3.245 tỷ đồng": as many digits are not the same by chance, whatever the nouns are.
    let long = matched.how == How::None
        && (kinship >= 0.3 || slip::is_long(a.claim))
        && figure::digits(a.claim).min(figure::digits(b.claim))
            >= if figure::united(a.claim) { 2 } else { 3 };
    // "9.840 người", "9,480 people": a noun that says little speaks neither for nor against it.
    let vague = matched.degree < 0.7 && matches!(matched.how, How::SameConcept | How::WiderConcept);
    let unit = relation == Relation::Disjoint(Slip::UnitSlip) && figure::is_amount(a.claim);
    let digits = (open || long || vague) && one_key() || unit && kinship >= 0.3;
    if digits && slip && a.source != b.source || setting.slipped && matched.how == How::None {
        (matched.degree, matched.how) = (0.7, How::Slip);
    }
    // In one of very many articles small figures stand by chance.
    let few = run.sources.len() <= FEW;
    if matched.how == How::None && few && a.source != b.source && !setting.told {
        matched = unnamed_match(a, b, relation, kinship, open);
    }
    if setting.told {
        if matched.how != How::None || !open {
            return None;
        }
        (matched.degree, matched.how) = (0.7, How::Told);
    }
    let unnamed = matches!(
        matched.how,
        How::SameFigure | How::Beside | How::Told | How::Slip
    );
    let round = || kinship < 0.5 && slip::is_of_a_round_sum(a.claim, b.claim, relation);
    let other_thing = || people_and_things(packs, a.claim, b.claim) || round();
    if unnamed && aligned.is_none() && other_thing() {
        return None;
    }
    if setting.revised {
        (matched.degree, matched.how) = (matched.degree.max(0.7), How::Revised);
    }
    let tied = aligned.is_some() || setting.revised;
    if !tied && (matched.how == How::None || other_grain(a.claim, b.claim)) {
        return None;
    }
    // Up to when figures are known is one thing, when something happened another. And "hàng trăm" contradicts nothing.
    let vague = disjoint && (is_vague(a.claim) || is_vague(b.claim));
    if (vague || disjoint && a.claim.as_of != b.claim.as_of) && !setting.revised {
        return None;
    }
    // "lần thứ ba", "chức vô địch thứ ba": a happening and a thing are counted alike at best.
    if (disjoint || a.source == b.source) && occurs(a.claim) != occurs(b.claim) && !setting.revised
    {
        return None;
    }
    // "quý I" and "năm 2025": a period and a longer one that holds it are two periods.
    let coarse = |claim| is_coarse(claim) == Some(true);
    let longer = relation == Relation::Compatible(Why::CoarserDate)
        || relation == Relation::Compatible(Why::Range) && coarse(b.claim);
    if !tied && longer && coarse(a.claim) {
        return None;
    }
    let serial = a.claim.mention.kind == Kind::Ordinal && is_serial(packs, a.claim);
    let (context, shared) = context(run, a, b);
    let distinct = figure::distinct_in(a, b, relation);
    let closeness = Closeness {
        articles: kinship,
        sentences: context,
    };
    let other = other_entity(run, a, b);
    let other_name = other.is_some();
    let later = disjoint && grew(run, a, b);
    let mut against = against(
        (run, packs),
        a,
        b,
        (relation, distinct, closeness),
        (slip, later),
        other,
        aligned.is_some(),
    );
    if disjoint && !slip {
        against.extend(other_quote(run, packs, a, b));
        against.extend(other_person(packs, a, b));
        against.extend(older(run, packs, a, b).then_some(Against::OtherTime));
    }
    if aligned.is_none() {
        against.extend(disjoint.then(|| other_bulletin(run, packs, a, b)).flatten());
        if disjoint && untold::tells_nothing(run, packs, (a, b), relation) {
            against.push(Against::OtherDay);
        }
        against.extend(other_day(run, a, b));
        let distant = disjoint && !slip && a.source != b.source && kinship < 0.5;
        against.extend(distant.then(|| other_season(run, a, b)).flatten());
        let befalls = || common_traits(packs, a.claim, b.claim).any(|traits| traits.befalls);
        // "a landslide killed five people in July 2024": small tolls are the same by chance.
        // So is any toll of years ago that is as high as a bound.
        let bound = relation == Relation::Compatible(Why::Bound);
        if (relation == Relation::Equal && distinct == Distinct::No || bound) && befalls() {
            against.extend(other_event(run, a, b));
        }
        if disjoint {
            against.extend(stages(run, packs, a, b, slip));
            against.extend(is_unread(packs, a.claim, b.claim).then_some(Against::Unread));
            let retold = a.source == b.source && a.claim.mention.kind == Kind::Count;
            let score = a.claim.mention.kind == Kind::Score;
            let counted = a.claim.mention.kind == Kind::Count;
            let single = counted && tally(packs, a.claim, b.claim);
            if retold || score || befalls() || single {
                against.extend(other_event(run, a, b));
            }
        }
    }
    // The figures themselves say that they are one, and what is said around them too.
    if setting.slipped && context >= SLIP_CONTEXT {
        against.retain(|one| !one.is_soft());
    }
    // The sentence itself says what they are to each other.
    if setting.revised {
        against.clear();
    }
    let NounMatch { degree, how } = matched;
    let anaphor = a.source == b.source && (a.claim.anaphor || b.claim.anaphor) && degree >= 0.9;
    let (same_action, other_action) = actions(a.claim, b.claim);
    let unresolved = [a, b]
        .iter()
        .any(|stand| matches!(stand.claim.mention.value, Value::Unresolved { .. }));
    let counted = matches!(
        a.claim.mention.kind,
        Kind::Count | Kind::Money | Kind::Percent | Kind::Measure
    );
    let tally = counted && tally(packs, a.claim, b.claim);
    let score = a.claim.mention.kind == Kind::Score;
    let ordinal = score || a.claim.mention.kind == Kind::Ordinal;
    let phase = in_phase(packs, a.claim) && in_phase(packs, b.claim);
    let years = is_coarse(a.claim) == Some(true) || is_coarse(b.claim) == Some(true);
    let dated = matches!(a.claim.mention.kind, Kind::Date | Kind::Duration) && !years;
    let one_event = matched.how == How::SameEvent && phase && dated;
    let told = a.versions.max(b.versions);
    // Two languages in one text tell one story.
    let few =
        (1..=2).contains(&told) || a.claim.language != b.claim.language && matched.degree >= 1.0;
    let news = news_of(a, b);
    let sure = one_event || slip || context >= 0.55 && few && matched.degree >= 0.9;
    Some(Evidence {
        one_text: disjoint && !sure && !news && in_one_text(a, b),
        news,
        other_name,
        apart: apart(packs, a.claim, b.claim),
        phase,
        near: figure::within(2, a.claim.value(), b.claim.value()),
        far: !figure::within(20, a.claim.value(), b.claim.value())
            || relation != Relation::Disjoint(Slip::DayMonthSwap) && months_apart(a.claim, b.claim),
        later,
        sum_so_far: a.claim.running != b.claim.running,
        rose: relation != Relation::Equal && rose(run, packs, a, b),
        evolves: changes(packs, a.claim, b.claim),
        large: [a, b]
            .iter()
            .all(|stand| figure::is_large(stand.claim.value())),
        close: figure::is_close(a.claim.value(), b.claim.value()),
        tens: figure::is_tens(a.claim) && relation == Relation::Equal,
        remote: remote(run, a, b),
        digits: small(figure::worth(a.claim).min(figure::worth(b.claim))),
        exact: [a, b].iter().all(|stand| {
            figure::is_amount(stand.claim)
                || figure::digits(stand.claim) >= 3
                || figure::is_long(stand.claim)
        }),
        distinct,
        single: figure::is_single(a, b),
        figures: small(run.shared_figures(a, b)),
        slip,
        headline: a.source == b.source
            && (a.claim.block == BlockKind::Title) != (b.claim.block == BlockKind::Title),
        united: figure::united(a.claim),
        percent: a.claim.mention.kind == Kind::Percent,
        reported: a.claim.report != b.claim.report,
        dated: a.claim.mention.kind == Kind::Date,
        date_bound: relation == Relation::Compatible(Why::Bound)
            && a.claim.mention.kind == Kind::Date,
        ordinal,
        score,
        years,
        serial,
        tally,
        kinship,
        unresolved,
        same_action: small(same_action),
        other_action,
        one_place: a.source != b.source && same_place(a.claim, b.claim),
        beside: small(beside),
        remaining: setting.remaining,
        slipped: setting.slipped,
        revised: setting.revised,
        aligned,
        noun: degree,
        context,
        shared,
        against: against.into(),
        relation,
        anaphor,
        how,
    })
}

/// What sentences share at the least that tell one figure, where one of them says of it that it is a part, a plan or a comparison.
const SLIP_CONTEXT: f64 = 0.25;

/// A count in one byte: there may be millions of links, and more than a few are as good as many.
fn small(count: usize) -> u8 {
    u8::try_from(count).unwrap_or(u8::MAX)
}

/// How much alike passages of one text are, in thousandths, that are copies even though figures in them differ.
const COPIED: u16 = 450;

/// A claim's value as the algebra takes it.
pub(crate) fn stated(claim: &Claim) -> Stated<'_> {
    Stated {
        value: claim.value(),
        qualifier: claim.mention.qualifier,
        unit: claim.mention.unit.as_deref(),
    }
}
