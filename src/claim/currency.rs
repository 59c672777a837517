//! The currency that an amount leaves out: "up from 10.5 trillion" beside "12.3 trillion dong".

use std::borrow::Cow;

use super::amounts::{Amounts, currencies, only_currency};
use super::analysis::Mark;
use super::counted::announced;
use super::noun::{Noun, noun_of};
use super::read::Read;
use crate::mention::{Kind, Mention};
use crate::pack::schema::{ConceptRole, NumeralRole};
use crate::value::Number;

/// The smallest scale word of a figure that a currency of its sentence is taken for.
const MILLION: i128 = 1_000_000;

/// The smallest one of a figure that takes its currency from other sentences: so many of anything else are named.
const BILLION: i128 = 1_000_000_000;

/// More than this of anything but money is hardly ever told.
const VAST: i128 = 10 * BILLION;

/// Most tokens of what an amount is paid for: "a kilo", "mỗi mét vuông".
const PRICED: usize = 3;

/// Most tokens between "each" and the one that gets so much.
const EACH: usize = 2;

/// Most tokens between what changed and the verb that says so.
const SUBJECT: usize = 6;

/// `mention`, as an amount of money where its text leaves the currency out.
pub(super) fn with_currency<'m>(
    read: &Read<'_>,
    mention: &'m Mention,
    amounts: &Amounts<'_>,
) -> Cow<'m, Mention> {
    let Some(code) = left_out(read, mention, amounts) else {
        return Cow::Borrowed(mention);
    };
    let mut money = mention.clone();
    money.kind = Kind::Money;
    money.unit = Some(code.to_owned());
    money.rules.insert(0, format!("currency/{code}"));
    Cow::Owned(money)
}

/// The code of the currency that a figure with a scale word and without a noun of its own leaves out.
fn left_out<'r>(read: &Read<'_>, mention: &Mention, amounts: &Amounts<'r>) -> Option<&'r str> {
    if mention.kind != Kind::Count {
        return None;
    }
    let (start, end) = mention.tokens;
    let (view, pack, analysis) = (read.view(), read.pack, &read.analysis);
    if let Some(code) = changed_from(read, mention, amounts) {
        return Some(code);
    }
    let scale = scale_of(read, mention)?;
    if scale < MILLION {
        return in_a_row(read, mention, amounts);
    }
    // "3 million died", "a city of 10 million".
    let vast = || {
        mention
            .value
            .size()
            .is_some_and(|value| value >= Number::from_integer(VAST))
    };
    let acts = |at: usize| {
        let verb = |list: &str| pack.word_at(list, &view, at).is_some();
        // "another 750 billion may come from a sale"
        !vast() && (verb("finite-verb") || verb("plural-verb"))
    };
    let befalls = |at: usize| {
        let predicate = |role| matches!(role, Some(ConceptRole::Predicate));
        let mut marks = analysis.marks.iter();
        marks.any(|mark| {
            mark.start == at && predicate(mark.role) && !pack.traits(&mark.feature.name).generic
        }) || acts(at)
    };
    // "displaced 2 million", but "each injured person 20 million"
    let of_each = |at: usize| {
        (at.saturating_sub(EACH)..at).any(|i| pack.word_at("apiece", &view, i).is_some())
    };
    let befell = analysis.marks.iter().any(|mark| {
        let befalls = mark.end == start && pack.traits(&mark.feature.name).befalls;
        befalls && !of_each(mark.start)
    });
    if befell
        || befalls(end)
        || pack.word_before("not-money", &view, start).is_some()
        || of_a_quantity(read, start)
    {
        return None;
    }
    let told_paid = says_paid(read, (start, end));
    let noun = counted_by(read, mention).filter(|noun| {
        // "home to most plants, pays best at 10.9 million"
        let before = noun.tokens.1 <= start;
        !told_paid || !before && noun.concept.is_some()
    });
    if let Some(noun) = &noun {
        let before = noun.tokens.1 <= start && noun.tokens.1 > noun.tokens.0;
        // "up from the 1.1 trillion pencilled in": what is no known noun counts nothing of that size.
        let unknown = noun.concept.is_none() && vast();
        if !unknown {
            let concept = noun.concept.as_ref().filter(|_| before)?;
            // "had put the bill at 19.8 trillion"
            let counted = || announced(pack, &view, analysis, start).is_some();
            if !pack.traits(concept).in_money && (!vast() || counted()) {
                return None;
            }
        }
    }
    // "3 million trees, 2 million of them in the north": the figure before it lends its noun, and to a part any before it.
    let part = pack.word_before("part", &view, start).is_some();
    let others = read.reading.mentions.iter().rev();
    let mut others = others
        .filter(|other| other.tokens.1 <= start && matches!(other.kind, Kind::Count | Kind::Money))
        .take(if part { usize::MAX } else { 1 });
    let paid = || is_paid(read, (start, end));
    if noun.is_none() && !paid() && others.any(|other| of_things(read, other)) {
        return None;
    }
    let here = amounts.reads.get(amounts.number)?;
    let at_home = || here.pack.language.currency.as_deref();
    if currencies(here).next().is_some() {
        let meant = || amounts.meant(only_currency(here), vast().then_some(mention));
        let other = at_home().filter(|_| !near_in_size(here, mention));
        return other.or_else(meant);
    }
    let told_again = view.sign(end) == Some('(')
        && read
            .reading
            .mentions
            .iter()
            .any(|other| other.kind == Kind::Money && other.tokens.0 == end + 1);
    let alone = noun.is_none()
        && mention
            .value
            .size()
            .is_none_or(|v| v < Number::from_integer(VAST));
    // "Tiền thưởng vẫn là 50 triệu", "phải trả 1,8 triệu"
    let paid = || paid() || follows_an_amount(read, mention, amounts);
    if alone && !told_again && !paid() {
        return amounts.told_before(mention);
    }
    let of_paragraph = amounts.of_paragraph();
    if told_again || scale >= BILLION || noun.is_none() && paid() {
        // "lãi 2.500 tỷ", but "mô hình 70 tỷ tham số"
        let in_money = |noun: &Noun| {
            let concept = noun.concept.as_deref();
            concept.is_some_and(|id| pack.traits(id).in_money)
        };
        if amounts.names_none() && noun.as_ref().is_none_or(in_money) {
            return at_home();
        }
        let code = of_paragraph.or_else(|| amounts.of_article());
        return amounts.meant(code, vast().then_some(mention));
    }
    of_paragraph
}

/// Whether its sentence tells an amount that is not ten thousand times as small as a figure: "500 triệu và 10.000 USD" are of two currencies.
fn near_in_size(read: &Read<'_>, mention: &Mention) -> bool {
    let far = Number::from_integer(10_000);
    let mut amounts = read.reading.mentions.iter();
    amounts.any(|own| {
        let sizes = own.value.size().zip(mention.value.size());
        own.kind == Kind::Money && sizes.is_none_or(|(own, figure)| figure < own * far)
    })
}

/// What a figure counts. "Khu vực thành thị đạt 10,6 triệu" says whose figure it is.
fn counted_by(read: &Read<'_>, mention: &Mention) -> Option<Noun> {
    let noun = noun_of(read.pack, &read.view(), &read.analysis, mention)?;
    let owner = noun
        .concept
        .as_deref()
        .is_some_and(|id| read.pack.traits(id).owner);
    (!owner).then_some(noun)
}

/// Whether a word of paying stands right before a figure or right behind it: "phải trả 1,8 triệu", "8,9 triệu một tháng", "the 50 million
/// offered".
fn says_paid(read: &Read<'_>, (start, end): (usize, usize)) -> bool {
    let (pack, view) = (read.pack, read.view());
    let rate = pack.word_at("apiece", &view, end).is_some();
    rate || pack.word_before("pays", &view, start).is_some()
        || pack.word_at("paid-behind", &view, end).is_some()
}

/// Whether words say that a figure is paid, or what is named before it in its clause is an amount of money.
fn is_paid(read: &Read<'_>, (start, end): (usize, usize)) -> bool {
    let (from, _) = read.analysis.clause(start, read.view().tokens.len());
    let named = |mark: &&Mark| {
        let inside = mark.start >= from && mark.end <= start;
        inside && mark.role == Some(ConceptRole::Noun)
    };
    // "The capital has swollen to 2.42 million": nothing but "is" and the like may stand between.
    let beside = |mark: &&Mark| {
        let view = read.view();
        let mut between = mark.end..start;
        between.all(|i| read.analysis.stop[i] || read.pack.word_at("link", &view, i).is_some())
    };
    let named = read.analysis.marks.iter().rfind(named).filter(beside);
    says_paid(read, (start, end))
        || named.is_some_and(|mark| read.pack.traits(&mark.feature.name).in_money)
}

/// "thưởng 50 triệu; sẽ dùng 5 triệu trong đó": whether the bare figure before it in its sentence, in the same scale, is an amount.
fn follows_an_amount(read: &Read<'_>, mention: &Mention, amounts: &Amounts<'_>) -> bool {
    let before = read.reading.mentions.iter().rev();
    let mut before = before.filter(|other| other.tokens.1 <= mention.tokens.0);
    let told = before.next().filter(|other| {
        other.kind == Kind::Count && scale_of(read, other) == scale_of(read, mention)
    });
    told.is_some_and(|told| left_out(read, told, amounts).is_some())
}

/// Whether a figure is so many millions of something that is no money.
pub(super) fn of_things(read: &Read<'_>, mention: &Mention) -> bool {
    let large = || scale_of(read, mention).is_some_and(|scale| scale >= MILLION);
    mention.kind == Kind::Count
        && large()
        && !says_paid(read, mention.tokens)
        && counted_by(read, mention).is_some_and(|noun| {
            noun.concept
                .is_none_or(|id| !read.pack.traits(&id).in_money)
        })
}

/// "nhận 200 nghìn đồng; xa hơn nhận 300 nghìn": thousands without a noun, told like an amount of their sentence, are of its currency.
fn in_a_row<'r>(read: &Read<'_>, mention: &Mention, amounts: &Amounts<'r>) -> Option<&'r str> {
    let (view, end) = (read.view(), mention.tokens.1);
    let here = amounts.reads.get(amounts.number)?;
    let closed = end == view.tokens.len() || view.sign(end).is_some();
    let before = here.reading.mentions.iter().rev();
    let mut before = before.filter(|other| other.tokens.1 <= mention.tokens.0);
    let amount = before.find(|other| matches!(other.kind, Kind::Money | Kind::Count))?;
    // "300 nghìn; xa hơn nữa, 400 nghìn": so is one told like the one before it.
    let bare = || noun_of(read.pack, &view, &read.analysis, amount).is_none();
    let same = (amount.kind == Kind::Money || bare()) && is_alike(mention, amount);
    (closed && same && scale_of(read, amount) == scale_of(read, mention))
        .then(|| only_currency(here))
        .flatten()
}

/// Whether neither of two figures is ten times the other.
pub(super) fn is_alike(one: &Mention, other: &Mention) -> bool {
    let ten = Number::from_integer(10);
    let sizes = one.value.size().zip(other.value.size());
    sizes.is_some_and(|(a, b)| a < b * ten && b < a * ten)
}

/// "lift the allowance to 30,000 dong from 25,000": what an amount is compared with right behind it is of its currency.
fn changed_from<'r>(read: &Read<'_>, mention: &Mention, amounts: &Amounts<'r>) -> Option<&'r str> {
    let start = mention.tokens.0;
    let view = read.view();
    let joint = read.pack.word_before("compared-with", &view, start)?;
    // "150 million dong, up from the 100 million first offered"
    let comma = joint > 0 && view.sign(joint - 1) == Some(',');
    let behind = if comma { joint - 1 } else { joint };
    let here = amounts.reads.get(amounts.number)?;
    let mut mentions = here.reading.mentions.iter();
    // "112,000 dong a kilo, down from 134,000"
    let near = |m: &&Mention| m.tokens.1 <= behind && m.tokens.1 + PRICED >= behind;
    let amount = mentions.find(|m| m.kind == Kind::Money && near(m))?;
    // "to 30,000 dong from 25,000 sellers" are sellers, whether a pack knows them or not.
    let unnamed = || {
        let noun = noun_of(read.pack, &view, &read.analysis, mention);
        noun.is_none_or(|noun| noun.concept.is_none() && comma)
    };
    (is_alike(mention, amount) && unnamed())
        .then_some(amount.unit.as_deref())
        .flatten()
}

/// "tonnage grew 6.5 per cent from 2.31 million": what changed up to the figure at token `start`, in its clause, is so much or so many
/// of something.
fn of_a_quantity(read: &Read<'_>, start: usize) -> bool {
    let (pack, view) = (read.pack, read.view());
    let (mut from, _) = read.analysis.clause(start, view.tokens.len());
    // "sản lượng tăng 6,5% so với 2,31 triệu": what it is compared with opens no clause of its own here.
    if from > 0 && pack.word_at("compared-with", &view, from).is_some() {
        (from, _) = read.analysis.clause(from - 1, view.tokens.len());
    }
    let changes = |i: &usize| {
        let verb = |list: &str| pack.word_at(list, &view, *i).is_some();
        verb("grow") || verb("shrink")
    };
    let verb = (from..start).rev().find(changes);
    verb.is_some_and(|verb| {
        (from..verb)
            .rev()
            .take(SUBJECT)
            .any(|i| pack.word_at("quantity", &view, i).is_some())
    })
}

/// The value of the last scale word of a figure.
pub(super) fn scale_of(read: &Read<'_>, mention: &Mention) -> Option<i128> {
    let view = read.view();
    let (start, end) = mention.tokens;
    (start..end).rev().find_map(|at| {
        let (_, word) = read.pack.numerals.longest_at(&view, at)?;
        let scale = word.role == NumeralRole::Scale && word.value >= Number::from_integer(1000);
        scale.then(|| word.value.to_integer())
    })
}
