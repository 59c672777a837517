//! When evidence is enough.
//!
//! The figures were chosen so that no labelled article gets a false conflict, and then as low as that allows.

use super::Evidence;
use super::figure::Distinct;
use super::likeness::{ALONE, How};
use crate::value::{Relation, Slip, Why};

/// How much two articles speak of the same, at the least, before figures of them that exclude each other are held for one.
const ONE_EVENT: f64 = 0.25;

/// How much two articles speak of the same, at the least, before people of one name in them are one.
const ONE_PERSON: f64 = 0.2;

/// How much more must be shared where something else is said of the one figure than of the other, far from it.
const OTHER_ACTION: f64 = 0.15;

impl Evidence {
    /// Whether it is enough to take the two claims for one fact.
    pub(crate) fn links(&self, same_source: bool) -> bool {
        if !self.against.is_empty() {
            return false;
        }
        if self.aligned.is_some() || self.revised {
            return true;
        }
        if self.one_text {
            return false;
        }
        if self.person && !same_source {
            return self.kinship >= ONE_PERSON;
        }
        if self.beside > 0 {
            return self.links_beside();
        }
        if self.remaining {
            return self.links_remaining();
        }
        if self.how == How::Told {
            return self.links_told();
        }
        if self.how == How::Slip && self.kinship >= 0.3 {
            // The more digits, the less chance makes them the same.
            let needed = match self.relation {
                Relation::Disjoint(Slip::UnitSlip) => 0.0,
                // Day and month have two or three digits between them.
                _ if self.dated => 0.15,
                // So do "1,1 %" and "11 %" of two things that rose.
                relation => {
                    let tenfold = relation == Relation::Disjoint(Slip::MagnitudeSlip);
                    let less = u8::from(self.percent && tenfold);
                    let digits = self.digits.saturating_sub(less);
                    [0.28, 0.28, 0.24, 0.12, 0.03, 0.0][usize::from(digits.min(5))]
                }
            };
            let figures = [0.0, 0.1, 0.2][usize::from(self.figures.min(2))];
            return !self.other_name && self.context + figures >= needed;
        }
        if self.noun < 0.6 || self.serial && matches!(self.relation, Relation::Disjoint(_)) {
            return false;
        }
        // Of 141 such pairs of labelled articles that are one fact none stands in articles further apart.
        let disjoint = matches!(self.relation, Relation::Disjoint(_));
        if disjoint && !same_source && !self.slip && self.kinship < ONE_EVENT {
            return false;
        }
        // "10 vehicles", "2 motorcycles": the kind is a part of the whole.
        let sure = self.slip || self.near && self.context >= 0.5;
        if self.how == How::WiderConcept && disjoint && !sure {
            return false;
        }
        // "4 %", "4,5 %": of 20 such pairs of labelled articles none is one fact.
        if self.relation == Relation::Compatible(Why::Rounding) && !self.close {
            return false;
        }
        // Different happenings at one event may well have different dates.
        if self.how == How::SameEvent && self.apart && disjoint {
            return false;
        }
        // "Fourteen people were injured; the carrier had earlier given a figure of nine."
        if self.news && self.near && self.noun >= 0.9 {
            return true;
        }
        // A text that names somebody else for another figure does not contradict itself.
        if same_source
            && self.other_name
            && !(self.slip || self.anaphor)
            && !matches!(self.relation, Relation::Equal)
        {
            return false;
        }
        // A text gives many percentages in sentences of one form: rates of this and of that.
        if same_source
            && self.percent
            && !(self.headline || self.anaphor || self.slip)
            && matches!(self.relation, Relation::Disjoint(_))
        {
            return false;
        }
        let anaphor = if self.anaphor { 0.35 } else { 0.0 };
        let action = [0.0, 0.05, 0.1][usize::from(self.same_action)];
        let figures = [0.0, 0.15, 0.3][usize::from(self.figures.min(2))];
        let other_name = if self.other_name { 0.15 } else { 0.0 };
        // "Việt Nam 80 HCV", "Việt Nam 87 HCV": the same thing of the same place or party.
        let place = [0.0, 0.15][usize::from(self.one_place && disjoint)];
        let weight = self.context + place + anaphor + action + figures - other_name;
        let loose = self.ordinal || self.years;
        // "ít nhất 21" and "hơn 300" can both be true, but nobody would say so of one thing.
        let relation = self.told_relation();
        let bound = relation == Relation::Compatible(Why::Bound);
        // "187 people aboard", "at most 254": of figures that do not grow one in thirty is the bound of another half as large.
        if bound && !self.evolves && !self.dated {
            return false;
        }
        // "ít nhất 34 người chết" on the first day, 142 on the third.
        if bound && !self.near {
            return self.rose && self.noun >= 0.9 && self.context >= 0.15 && self.kinship >= 0.3;
        }
        // "trị giá 378 triệu USD" in a month, "3,54 tỷ USD" in nine: nor does one text tell so different amounts of one thing.
        let amounts = same_source && disjoint && self.united && !self.percent;
        if amounts && !(self.near || self.slip) {
            return false;
        }
        // Figures of quite another size are figures of something else, unless a slip explains it.
        if matches!(self.relation, Relation::Disjoint(_)) && self.far && !self.slip {
            return false;
        }
        // In labelled articles two of 1,500 such pairs are one fact. "387 kg từ đầu năm" is of more than one case.
        let told_alike = self.context >= 0.85 && !self.sum_so_far;
        let other_size = !(self.near || self.slip || self.rose || told_alike);
        let differs = Relation::Disjoint(Slip::DifferentValue) == self.relation
            || Relation::Disjoint(Slip::BoundViolated) == self.relation;
        if other_size && !same_source && differs {
            return false;
        }
        // "trước ngày 23/9" and "chậm nhất 25/9" are two deadlines as a rule.
        if self.date_bound && (same_source || self.how != How::SameEvent) {
            return false;
        }
        // In articles about one event a single figure of its kind needs no other words in common.
        let needed = match (relation, same_source) {
            (Relation::Equal | Relation::Compatible(_), _) if self.tally && self.kinship >= 0.2 => {
                0.0
            }
            (Relation::Equal | Relation::Compatible(Why::Conversion), _)
                if self.distinct == Distinct::Strong && self.kinship >= 0.2 =>
            {
                let named = self.how != How::SameFigure || self.years;
                let sure = self.exact && self.kinship >= 0.3;
                if named && self.kinship >= 0.4 || sure {
                    0.0
                } else {
                    0.03
                }
            }
            (
                Relation::Equal
                | Relation::Compatible(Why::Conversion | Why::Rounding | Why::Hedge),
                _,
            ) if self.distinct == Distinct::Weak && self.kinship >= 0.25 => {
                // "200 chuyến" of one line: the figure and what it counts are the same in articles about one event.
                let named = self.large && !same_source && self.noun >= 0.9 && self.kinship >= 0.5;
                let single = self.single && self.kinship >= ALONE;
                if single && self.relation == Relation::Equal {
                    match self.how {
                        // On one day many things happen, and more of them on those that the articles are about.
                        How::SameFigure if self.dated && !self.remote => 0.08,
                        _ if self.noun < 0.9 && !self.percent => 0.04,
                        _ => 0.0,
                    }
                } else if self.how == How::SameFigure && self.tens {
                    // "43 thi thể", "deaths reach 43", though each text says it twice.
                    if self.noun >= 0.9 { 0.0 } else { 0.05 }
                } else if self.how == How::SameFigure && self.relation != Relation::Equal {
                    self.rounded()
                } else if self.how == How::SameFigure {
                    if self.exact && self.kinship >= 0.4 && self.relation == Relation::Equal {
                        0.0
                    } else {
                        0.12
                    }
                } else if self.ordinal || named && self.relation == Relation::Equal {
                    0.0
                } else {
                    0.06
                }
            }
            (Relation::Compatible(Why::CoarserDate), false) if self.how == How::SameFigure => 0.0,
            // "ngày 12/9 khai mạc", "opened on September 12": the year goes without saying.
            (Relation::Compatible(Why::UnknownYear), false)
                if self.noun >= 0.8 && self.kinship >= 0.3 =>
            {
                0.12
            }
            // "$8.42 billion", "more than $8.4 billion": hardly ever two things, and with other nouns seldom.
            (Relation::Compatible(Why::Rounding | Why::Hedge), false) if self.kinship >= 0.25 => {
                if self.how == How::SameFigure {
                    self.rounded()
                } else {
                    0.06
                }
            }
            (Relation::Equal, true) if self.noun >= 0.9 && !loose => 0.1,
            // A toll that grows by less than it was: no words need be alike.
            (Relation::Disjoint(_), false)
                if self.rose && self.near && self.noun >= 0.9 && self.kinship >= 0.25 =>
            {
                0.0
            }
            (Relation::Disjoint(_), _) if self.tally && self.kinship >= 0.2 => {
                if self.near || self.slip { 0.08 } else { 0.25 }
            }
            (Relation::Equal, false) if self.kinship >= 0.25 && self.noun >= 0.9 => 0.12,
            // Any figure lies in some range.
            (Relation::Compatible(Why::Range), _) if !self.tally => 0.35,
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
            (Relation::Disjoint(_), false) if self.score => 0.7,
            (Relation::Disjoint(_), false) if loose => 0.6,
            // The day and the month of the other date, told of the same: chance has one try in some hundred.
            (Relation::Disjoint(Slip::DayMonthSwap), false)
                if self.kinship >= 0.25 && self.noun >= 0.8 =>
            {
                0.14
            }
            // Where it grows by more, few words.
            (Relation::Disjoint(_), false)
                if self.rose && self.noun >= 0.9 && self.kinship >= 0.35 =>
            {
                0.18
            }
            // What is counted until now was less yesterday.
            (Relation::Disjoint(_), false)
                if self.later && self.near && self.noun >= 0.95 && self.kinship >= 0.4 =>
            {
                0.18
            }
            // The very digits in another unit are as telling as the same figure.
            (Relation::Disjoint(Slip::UnitSlip), false) if self.slip && self.kinship >= 0.4 => 0.03,
            (Relation::Disjoint(_), false)
                if self.slip && self.kinship >= 0.5 && self.noun >= 0.95 =>
            {
                // "41 huy chương", "14 huy chương": two digits change places by chance as well.
                if self.exact || self.dated { 0.18 } else { 0.35 }
            }
            (Relation::Disjoint(_), false) if self.slip && self.kinship >= 0.25 => 0.28,
            (Relation::Disjoint(_), false)
                if self.kinship >= 0.5 && self.noun >= 0.95 && self.near =>
            {
                0.37
            }
            // Many things are announced, and each on a day of its own.
            (Relation::Disjoint(_), false) if self.dated && self.how == How::SamePredicate => 0.55,
            (Relation::Disjoint(_), false) => 0.48,
            // "tuần tới" of an undated text: nothing to compare, but the event may be the same.
            (Relation::Incomparable, false)
                if self.unresolved && !self.years && self.how == How::SameEvent =>
            {
                0.3
            }
            (Relation::Incomparable, _) => return false,
        };
        // "11 athletes started", "two runners needed treatment": other things are said of other numbers.
        let apart = self.other_action
            && matches!(self.relation, Relation::Disjoint(_))
            && !(same_source || self.near || self.slip || self.rose || self.dated);
        let needed = if apart { needed + OTHER_ACTION } else { needed };
        // A wider noun or a shared predicate alone is weaker than the noun itself.
        weight * self.noun.sqrt() >= needed
    }

    /// Whether nothing but the digits says that two figures are one.
    pub(super) fn is_bare_slip(&self) -> bool {
        self.how == How::Slip
    }

    /// What sentences must share where nothing but a figure that is about the other says that two are one.
    fn rounded(&self) -> f64 {
        match self.digits {
            _ if self.percent => 0.12,
            // "2 tỷ USD" is hardly a figure.
            0..3 => 0.08,
            3 if self.united => 0.08,
            _ => 0.0,
        }
    }

    /// Whether nothing but a figure that is about the other says that two figures of different articles are one.
    pub(super) fn is_bare_rounding(&self) -> bool {
        self.how == How::SameFigure && self.aligned.is_none() && self.relation != Relation::Equal
    }

    /// How the values relate, where a bound that the other figure all but reaches is the figure cut short.
    pub(super) fn told_relation(&self) -> Relation {
        match self.relation {
            Relation::Compatible(Why::Bound) if self.close => Relation::Compatible(Why::Rounding),
            Relation::Compatible(Why::OrderOfMagnitude) => Relation::Compatible(Why::Bound),
            relation => relation,
        }
    }

    /// Whether two figures, each the best counterpart of the other by the words around, are one fact.
    fn links_told(&self) -> bool {
        let needed = match self.told_relation() {
            Relation::Equal if self.ordinal => 0.25,
            // "eight golds", "eight titles": the packs know both nouns, and for two things.
            Relation::Equal if self.noun < 0.7 => 0.35,
            _ if self.years || self.ordinal => return false,
            Relation::Disjoint(_) if self.far && !self.slip => return false,
            Relation::Equal | Relation::Compatible(Why::Conversion) => 0.3,
            Relation::Compatible(Why::Hedge | Why::Rounding) if self.near => 0.35,
            Relation::Disjoint(_) if self.slip => 0.4,
            Relation::Disjoint(_) if self.one_place && self.near => 0.25,
            _ => return false,
        };
        self.kinship >= 0.25 && self.context >= needed
    }

    /// Whether figures of two sentences that share facts are one fact.
    fn links_beside(&self) -> bool {
        let equal = match self.told_relation() {
            Relation::Equal | Relation::Compatible(Why::Conversion) => true,
            Relation::Compatible(Why::Hedge | Why::Rounding) => self.near,
            Relation::Compatible(Why::Bound) => self.distinct > Distinct::No,
            Relation::Disjoint(_) => {
                return self.slip && self.kinship >= 0.25 || self.is_other_version();
            }
            _ => false,
        };
        let telling = self.distinct > Distinct::No || self.noun >= 0.6 || self.beside >= 2;
        equal && (telling || self.context >= 0.15)
    }

    /// Whether two figures that exclude each other, in sentences that share facts, are one figure told in two ways: the
    /// same thing of the same people, about as much of it.
    fn is_other_version(&self) -> bool {
        let row = self.apart || self.serial || self.ordinal || self.other_name;
        !row && self.near && self.noun >= 0.9 && self.kinship >= 0.4 && self.context >= 0.3
    }

    /// How firm the link is, for ordering: the firmest are made first.
    pub(crate) fn strength(&self) -> f64 {
        let aligned = self
            .aligned
            .map_or(0.0, |similarity| 1.0 + f64::from(similarity) / 1000.0);
        // One telling figure in both goes before any that differs.
        let agree = match (self.relation, self.distinct) {
            (Relation::Equal, Distinct::Strong) => 0.5,
            (Relation::Equal, Distinct::Weak) => 0.3,
            (Relation::Equal, Distinct::No) => 0.2,
            _ => 0.0,
        };
        // The day of a report comes last.
        let slip = match self.slip {
            true if self.reported => -0.3,
            true => 0.3,
            false => 0.0,
        };
        // Nothing says so much of an age as whose it is.
        let person = if self.person { 1.0 } else { 0.0 };
        aligned + self.context * self.noun + agree + slip + person
    }
}
