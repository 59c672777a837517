//! Two claims held against each other: what speaks for one fact, and what forbids it.

use super::against::{Against, against, news_of};
use super::age::{is_age, of_two_times, older, other_person, same_person};
use super::bulletin::other_bulletin;
use super::comparable::{
    actions, in_phase, is_coarse, is_serial, is_unread, is_vague, occurs, other_grain, other_noun,
    people_and_things,
};
use super::dated::{other_date, other_day};
use super::day::{Closeness, months_apart, remote};
use super::evidence::{Evidence, stated};
use super::figure::{self, Distinct};
use super::kin::{FEW, closeness};
use super::likeness::{How, NounMatch, apart, changes, common_traits, context, noun_match, tally};
use super::naming::same_place;
use super::owner::other_entity;
use super::series::of_one_form;
use super::setting::Setting;
use super::slip;
use super::stage::{grew, in_one_text, other_event, other_quote, other_season, rose, stages};
use super::unnamed::unnamed_match;
use super::untold;
use super::{Run, Stand};
use crate::claim::Claim;
use crate::mention::Kind;
use crate::pack::Packs;
use crate::source::BlockKind;
use crate::value::{Relation, Slip, Value, Why, relate};

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
    let ages = [a, b].map(|stand| is_age(packs, stand.claim));
    let told = |claim: &Claim| claim.noun.is_some();
    // "47 tuổi", "47 cơ sở": an age counts nothing. And everybody has one of their own.
    let of_one = same_person(a.claim, b.claim);
    let counts = told(a.claim) && told(b.claim);
    if ages[0] != ages[1] && counts || of_one == Some(false) {
        return None;
    }
    let person = of_one == Some(true);
    if disjoint && ages == [true, true] && of_two_times(a, b) {
        return None;
    }
    let mut matched = noun_match(packs, a, b, kinship);
    // A measure of the same place may be of anything; only when it can be the same figure is it worth a thought.
    if matched.how == How::SamePlace && disjoint {
        matched = NounMatch::NONE;
    }
    if beside > 0 && matched.how == How::None && !other_noun(packs, a.claim, b.claim) {
        matched.how = How::Beside;
    }
    // Nothing tells what they are figures of, but one is the other as a slip of the pen makes it.
    let slip = slip::is_telling(a.claim, b.claim, relation);
    let one_key = || slip::key(a.claim).is_some_and(|key| slip::key(b.claim) == Some(key));
    let open = matched.how == How::None && !other_noun(packs, a.claim, b.claim);
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
    let counts_apart = disjoint && !slip && a.source == b.source && aligned.is_none();
    if counts_apart && a.claim.mention.kind == Kind::Count && of_one_form(run, a, b) {
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
    if aligned.is_some() && disjoint && !slip {
        against.extend(other_date(run, packs, a, b));
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
    if setting.parallel || setting.slipped && context >= SLIP_CONTEXT {
        against.retain(|one| !one.is_soft());
    }
    // One person has one age, whatever else the sentences name; but somebody grows older.
    if person {
        against.retain(|one| matches!(one, Against::OtherTime | Against::OtherStory));
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
        parallel: setting.parallel,
        person,
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
