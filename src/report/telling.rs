//! What the report says of a fact, in parts: which sentence it is, and what stands in its gaps.
//!
//! The sentences of the report are English. Pages write them anew from these parts, in their language and with values and
//! numbers as it writes them.

use crate::fact::{Fact, Ground, Run};
use crate::source::{Filling, Saying};
use crate::value::{Number, Slip, Value, Why, format_number};
use crate::verdict::{Check, Judgement, Reason};

/// Sentences of evidence that a fact is told with.
const EVIDENCE: usize = 12;

/// All that is said of one fact.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Telling {
    /// Why the verdict; `None` where it needs no words, as for values that are the same.
    pub reason: Option<Sentence>,
    /// Why its claims are one fact.
    pub grounds: Vec<Sentence>,
}

/// One sentence.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sentence {
    /// Its key among the words of a page: "found.sum". Of a remark, its English pattern.
    pub key: &'static str,
    /// What stands in its gaps, by their names.
    pub gaps: Vec<(&'static str, Gap)>,
}

/// What stands in a gap.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Gap {
    /// The value of the claim of this id, as it is stated.
    Claim(String),
    /// A decimal without grouping.
    Number(String),
    /// Words of the articles, or of an editor.
    Text(String),
    /// A sentence inside the sentence.
    Sentence(Box<Sentence>),
}

impl Sentence {
    fn new(key: &'static str) -> Self {
        Self {
            key,
            gaps: Vec::new(),
        }
    }

    fn with(mut self, name: &'static str, gap: Gap) -> Self {
        self.gaps.push((name, gap));
        self
    }

    fn number(self, number: Number) -> Self {
        self.with("n", Gap::Number(format_number(number)))
    }

    /// What an editor says of two claims, in the editor's own words.
    fn of_editor(words: &str) -> Self {
        Self::new("evidence.editor").with("rest", Gap::Text(words.to_owned()))
    }

    /// A ground in the words of a page. What sentences share is told in the words of the articles; where they share
    /// nothing but concepts of the packs there is nothing to tell.
    fn of_ground(ground: &Ground) -> Option<Self> {
        Some(match ground {
            Ground::Copied(alike) => {
                let percent = format_number(Number::new(i128::from(*alike), 10));
                Self::new("evidence.copied").with("rest", Gap::Number(percent))
            }
            Ground::Person => Self::new("evidence.person"),
            Ground::Counted => Self::new("evidence.counted"),
            Ground::KindOf => Self::new("evidence.kind_of"),
            Ground::Words => Self::new("evidence.words"),
            Ground::Event => Self::new("evidence.event"),
            Ground::Place => Self::new("evidence.place"),
            Ground::Figure => Self::new("evidence.figure"),
            Ground::Slip => Self::new("evidence.slip"),
            Ground::Told => Self::new("evidence.told"),
            Ground::Revised => Self::new("evidence.revised"),
            Ground::Remaining => Self::new("evidence.remaining"),
            Ground::Parallel => Self::new("evidence.parallel"),
            Ground::Happening => Self::new("evidence.happening"),
            Ground::Predicate => Self::new("evidence.predicate"),
            Ground::Facts => Self::new("evidence.facts"),
            Ground::PointsBack => Self::new("evidence.points"),
            Ground::Shared(words) => {
                let words = words.iter().filter(|word| !word.is_id);
                let words: Vec<&str> = words.map(|word| word.name.as_str()).collect();
                if words.is_empty() {
                    return None;
                }
                Self::new("evidence.share").with("rest", Gap::Text(words.join(", ")))
            }
        })
    }
}

/// What a remark says, in parts.
pub(crate) fn of_saying(saying: &Saying) -> Sentence {
    let gap = |filling: &Filling| match filling {
        Filling::Number(number) => Gap::Number(number.to_string()),
        Filling::Text(text) => Gap::Text(text.clone()),
        Filling::Saying(saying) => Gap::Sentence(Box::new(of_saying(saying))),
    };
    let gaps = saying.gaps.iter();
    Sentence {
        key: saying.pattern,
        gaps: gaps.map(|(name, filling)| (*name, gap(filling))).collect(),
    }
}

/// Why the claims of a fact are one: each ground once, as an English sentence and in parts.
pub(super) fn grounds(run: &Run<'_>, fact: &Fact) -> (Vec<String>, Vec<Sentence>) {
    let mut evidence: Vec<String> = fact.said.iter().map(|said| said.why.clone()).collect();
    evidence.dedup();
    let editors = evidence.iter().map(|why| Sentence::of_editor(why));
    let mut sentences: Vec<Sentence> = editors.collect();
    let links = fact.links.iter();
    for ground in links.flat_map(|link| link.evidence.grounds(run)) {
        if evidence.len() >= EVIDENCE {
            break;
        }
        let line = ground.to_string();
        if !evidence.contains(&line) {
            evidence.push(line);
            sentences.extend(Sentence::of_ground(&ground));
        }
    }
    (evidence, sentences)
}

/// The reason of a judgement in parts. `ids` are the ids of the claims.
pub(super) fn reason(run: &Run<'_>, ids: &[String], judgement: &Judgement) -> Option<Sentence> {
    let claim = |number: usize| Gap::Claim(ids[number].clone());
    let both = |key, a: usize, b: usize| Sentence::new(key).with("a", claim(a)).with("b", claim(b));
    Some(match judgement.reason {
        Reason::Alone | Reason::Same => return None,
        Reason::Fits(why, a, b) => both(fits(why), a, b),
        Reason::Incomparable(a, b) => both("reason.incomparable", a, b),
        Reason::Replaces(earlier, later) => both("found.later", earlier, later),
        Reason::Excludes(slip, a, b) => match times(run, slip, a, b) {
            Some(times) => both("found.times", a, b).number(times),
            None => both("found.against", a, b),
        },
        Reason::Breaks(check, a, b) => {
            let (key, number) = breach(check);
            let sentence = both(key, a, b);
            match number {
                Some(number) => sentence.number(number),
                None => sentence,
            }
        }
    })
}

/// How many times one figure is the other, where that is the slip.
pub(super) fn times(run: &Run<'_>, slip: Slip, a: usize, b: usize) -> Option<Number> {
    if !matches!(slip, Slip::MagnitudeSlip | Slip::SeparatorSlip) {
        return None;
    }
    let number = |at: usize| match &run.stands[at].claim.mention.value {
        Value::Number(quantity) => quantity.as_single().filter(|one| *one.numer() != 0),
        _ => None,
    };
    let (x, y) = (number(a)?, number(b)?);
    Some(if x > y { x / y } else { y / x })
}

/// The rate that is out of line, as how many times the other it is.
pub(super) fn odd_rate(times: Number) -> Number {
    let times = if times < Number::from_integer(1) {
        times.recip()
    } else {
        times
    };
    times.round()
}

fn breach(check: Check) -> (&'static str, Option<Number>) {
    match check {
        Check::BeforeAfter => ("found.report", None),
        Check::EndBeforeStart => ("found.end", None),
        Check::OutsidePeriod => ("found.outside", None),
        Check::ImpossibleDate => ("found.no_day", None),
        Check::Weekday(day) => (WEEKDAYS[usize::from(day.clamp(1, 7)) - 1], None),
        Check::Age(age) => ("found.age", Some(age)),
        Check::Percent(percent) => ("found.percent", Some(percent)),
        Check::Change(change) => ("found.change", Some(change)),
        Check::PartExceedsWhole => ("found.part", None),
        Check::ShareExceedsWhole => ("found.share", None),
        Check::Sum(sum) => ("found.sum", Some(sum)),
        Check::Product(product) => ("found.product", Some(product)),
        Check::ListLength(length) => (
            "found.list",
            Some(Number::from_integer(i128::try_from(length).unwrap_or(0))),
        ),
        Check::Conversion(expected) => ("found.conversion", Some(expected.round())),
        Check::Rate(times) => ("found.rate", Some(odd_rate(times))),
    }
}

const WEEKDAYS: [&str; 7] = [
    "found.monday",
    "found.tuesday",
    "found.wednesday",
    "found.thursday",
    "found.friday",
    "found.saturday",
    "found.sunday",
];

fn fits(why: Why) -> &'static str {
    match why {
        Why::Rounding => "reason.rounding",
        Why::Hedge => "reason.hedge",
        Why::Bound => "reason.bound",
        Why::Range => "reason.range",
        Why::CoarserDate => "reason.coarser",
        Why::PartOfPeriod => "reason.part",
        Why::Conversion => "reason.conversion",
        Why::OrderOfMagnitude => "reason.magnitude",
        Why::UnknownYear => "reason.year",
        Why::TimeZone => "reason.zone",
    }
}
