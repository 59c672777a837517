//! Which claims speak of the same thing, and which origins they have.
//!
//! Evidence for a link is weighed against what forbids it, and what forbids always wins. Claims whose values exclude each
//! other need more evidence than claims that agree: a false conflict costs a reader, a missed agreement a line.

mod against;
mod age;
mod aligned;
mod beside;
mod block;
mod bulletin;
mod comparable;
mod counterpart;
mod dated;
mod day;
mod editor;
mod evidence;
mod figure;
mod ground;
mod group;
mod kin;
mod likeness;
mod link;
mod marks;
mod naming;
mod origin;
mod owner;
mod parallel;
mod remaining;
mod revised;
mod series;
mod sets;
mod setting;
mod slip;
mod stage;
mod told;
mod unnamed;
mod untold;
mod weigh;
mod year;

pub use against::Against;
pub(crate) use comparable::{is_unread, noun_traits};
pub(crate) use dated::is_daily;
pub use editor::Said;
pub use evidence::Evidence;
pub(crate) use evidence::stated;
pub use figure::{Distinct, Telling};
pub(crate) use figure::{differ_in_one_digit, has_many_digits};
pub use ground::{Ground, SharedWord};
pub use group::{Fact, Link, Refused, between, find, group};
pub(crate) use likeness::{changes, common_traits};
pub use origin::origins;
pub(crate) use setting::Setting;
pub(crate) use stage::published;
pub(crate) use weigh::weigh;

use std::collections::{BTreeSet, HashMap};

use crate::claim::{Claim, Feature, SourceClaims};
use crate::source::Source;
use crate::value::Stated;

/// A claim of a run: its source and the claim.
#[derive(Debug, Clone, Copy)]
pub struct Stand<'r> {
    /// Index of the source.
    pub source: usize,
    /// The claim.
    pub claim: &'r Claim,
    /// Its figure, when it tells by itself.
    pub figure: Option<Telling>,
    /// A number that claims share whose values are the same and stated alike.
    pub said: u32,
    /// Different figures of its sort that its source gives, outside of its headline.
    versions: u8,
    /// What stands around it.
    near: marks::Near,
    /// Which of the telling figures are those of its sentence; past the end where it has none.
    figures: u32,
}

/// Numbers what is stated: the same value in the same wording and unit has one number.
#[derive(Default)]
struct Values<'r>(HashMap<Stated<'r>, u32>);

impl<'r> Values<'r> {
    fn of(&mut self, claim: &'r Claim) -> u32 {
        let next = u32::try_from(self.0.len()).unwrap_or(u32::MAX);
        *self.0.entry(stated(claim)).or_insert(next)
    }
}

/// All claims of a run, with how common every feature is in it.
#[derive(Debug)]
pub struct Run<'r> {
    /// The sources.
    pub sources: &'r [Source],
    /// What each source says: the claims, and what is none.
    pub of_each: &'r [SourceClaims],
    /// Claims in the order of sources and bytes.
    pub stands: Vec<Stand<'r>>,
    /// First claim of each source, and the number of claims at the end.
    firsts: Vec<usize>,
    marks: marks::Marks,
    /// Weight of what a single sentence holds.
    rarest: f64,
    /// Numbers of the names of each source, ascending, with their weight together.
    names: Vec<(Vec<u32>, f64)>,
    figures: figure::BySentence,
    /// Telling figures of each source, ascending.
    source_figures: Vec<Vec<u32>>,
    /// What the headline of each source names that texts of two languages can share, ascending.
    headlines: Vec<Vec<u32>>,
    /// Claims of sentences that are tables of places.
    tables: bulletin::Tables,
    kin: kin::Kin,
}

impl<'r> Run<'r> {
    /// Puts the claims of all sources in one order. `claims` has one entry a source; the features around them, which take
    /// most of their memory, are put into tables of the run and taken from them.
    pub fn new(sources: &'r [Source], claims: &'r mut [SourceClaims]) -> Self {
        let sentences: u32 = claims.iter().map(|of| of.sentences).sum();
        let all = f64::from(sentences.max(1));
        // The inverse share of the sentences that hold a feature, as in information retrieval; what stands everywhere weighs little.
        let weight = |count: u32| ((all + 1.0) / (f64::from(count) + 0.5)).ln().max(0.15);
        year::assume(sources, claims);
        let (marks, near) = marks::Marks::of(claims, weight);
        claims.iter_mut().for_each(SourceClaims::forget_features);
        Self::with(sources, claims, marks, near, weight(1))
    }

    fn with(
        sources: &'r [Source],
        claims: &'r [SourceClaims],
        marks: marks::Marks,
        near: Vec<marks::Near>,
        rarest: f64,
    ) -> Self {
        let mut stands = Vec::new();
        let mut numbers = figure::Numbers::default();
        let mut values = Values::default();
        let mut firsts = vec![0];
        let mut near = near.into_iter();
        for (source, of) in claims.iter().enumerate() {
            stands.extend(of.claims.iter().map(|claim| Stand {
                source,
                claim,
                figure: numbers.of(claim),
                said: values.of(claim),
                versions: 0,
                near: near.next().unwrap_or_default(),
                figures: u32::MAX,
            }));
            let first = firsts.last().copied().unwrap_or(0);
            figure::note_repeated(&mut stands[first..], claims.len() <= kin::FEW);
            series::note(&mut stands[first..]);
            firsts.push(stands.len());
        }
        let names = (0..claims.len())
            .map(|source| {
                let names: Vec<u32> = marks.names_of(source).collect();
                let worth = names.iter().map(|name| marks.weight(*name)).sum();
                (names, worth)
            })
            .collect();
        let figures = figure::by_sentence(&stands);
        for stand in &mut stands {
            let place = (stand.source, stand.claim.sentence_number);
            let at = figures.binary_search_by_key(&place, |(place, _)| *place);
            stand.figures = at.map_or(u32::MAX, |at| at as u32);
        }
        let mut source_figures = vec![BTreeSet::new(); sources.len()];
        for ((source, _), keys) in &figures {
            source_figures[*source].extend(keys.iter().copied());
        }
        let headlines = (0..claims.len())
            .map(|source| {
                let own = stands[firsts[source]..firsts[source + 1]].iter();
                let mut lists = own.map(|stand| stand.near.headline);
                let list = lists.find(|list| *list > 0).unwrap_or(0);
                let ids = marks.get(list).ids.iter().copied();
                ids.filter(|id| marks.feature(*id).crosses_languages())
                    .collect()
            })
            .collect();
        let mut run = Self {
            kin: kin::Kin::default(),
            tables: bulletin::tables(&stands),
            figures,
            headlines,
            source_figures: source_figures
                .into_iter()
                .map(|keys| keys.into_iter().collect())
                .collect(),
            names,
            marks,
            sources,
            of_each: claims,
            stands,
            firsts,
            rarest,
        };
        run.kin = kin::Kin::of_all(&run);
        run
    }

    /// The same for a list of claims that are not compared: nothing is known of their figures and features.
    pub(crate) fn listing(sources: &'r [Source], claims: &'r [SourceClaims]) -> Self {
        let mut run = Self::new(sources, &mut []);
        run.of_each = claims;
        for (source, of) in claims.iter().enumerate() {
            run.stands.extend(of.claims.iter().map(|claim| Stand {
                source,
                claim,
                figure: None,
                said: 0,
                versions: 0,
                near: marks::Near::default(),
                figures: u32::MAX,
            }));
            run.firsts.push(run.stands.len());
        }
        run
    }

    /// How much two articles speak of the same, from 0 to 1.
    pub(crate) fn kinship(&self, a: usize, b: usize) -> f64 {
        self.kin.of(self, a, b)
    }

    /// How many telling figures two articles share.
    fn common_figures(&self, a: usize, b: usize) -> usize {
        let (left, right) = (&self.source_figures[a], &self.source_figures[b]);
        in_both(left, right).count()
    }

    /// How much of the headline of each article the other speaks of, from 0 to 1, as far as two languages can share it; 0 where
    /// one headline says too little.
    fn common_headline(&self, a: usize, b: usize) -> f64 {
        let told = |of: usize, by: usize| {
            let own = &self.headlines[of];
            let all: f64 = own.iter().map(|id| self.marks.importance(*id)).sum();
            let known = |id: &&u32| self.marks.of_source(by).binary_search(id).is_ok();
            let shared: f64 = own
                .iter()
                .filter(known)
                .map(|id| self.marks.importance(*id))
                .sum();
            (own.len() >= 3).then(|| shared / all)
        };
        match (told(a, b), told(b, a)) {
            (Some(one), Some(other)) => (one + other) / 2.0,
            _ => 0.0,
        }
    }

    fn common_names(&self, a: usize, b: usize) -> f64 {
        let ((left, all_left), (right, all_right)) = (&self.names[a], &self.names[b]);
        let shared: f64 = in_both(left, right)
            .map(|name| self.marks.weight(name))
            .sum();
        let smaller = all_left.min(*all_right);
        if smaller > 0.0 { shared / smaller } else { 0.0 }
    }

    /// How many telling figures, other than their own, the sentences of two claims share.
    pub(crate) fn shared_figures(&self, a: Stand<'_>, b: Stand<'_>) -> usize {
        let of = |stand: Stand<'_>| self.figures.get(stand.figures as usize);
        let (Some((_, left)), Some((_, right))) = (of(a), of(b)) else {
            return 0;
        };
        let own = [a, b].map(|stand| stand.figure.map(|figure| figure.number));
        left.iter()
            .filter(|number| right.contains(number) && !own.contains(&Some(**number)))
            .count()
    }

    /// The names in the clause of a claim, sorted.
    pub(crate) fn names_beside(&self, stand: Stand<'_>) -> impl Iterator<Item = &Feature> {
        self.names_of(stand.near.clause)
    }

    /// The names in the sentence of a claim, sorted.
    pub(crate) fn names_around(&self, stand: Stand<'_>) -> impl Iterator<Item = &Feature> {
        self.names_of(stand.near.sentence)
    }

    fn names_of(&self, list: u32) -> impl Iterator<Item = &Feature> {
        let features = self.marks.get(list).ids.iter();
        let features = features.map(|id| self.marks.feature(*id));
        features.filter(|feature| feature.is_name())
    }

    /// Numbers of the claims of a source.
    pub(crate) fn of_source(&self, source: usize) -> std::ops::Range<usize> {
        self.firsts[source]..self.firsts[source + 1]
    }
}

/// What two ascending lists have in common, ascending.
fn in_both<'a>(left: &'a [u32], right: &'a [u32]) -> impl Iterator<Item = u32> + 'a {
    let mut rest = right;
    left.iter().copied().filter(move |number| {
        let before = rest.iter().take_while(|other| *other < number).count();
        rest = &rest[before..];
        rest.first() == Some(number)
    })
}

#[cfg(test)]
mod tests;
