//! Sets of claims that grow link by link.

use std::collections::{BTreeMap, BTreeSet};

use rayon::prelude::*;

use super::Run;
use super::against::news_of;
use super::evidence::stated;
use super::figure::Distinct;
use super::group::{Fact, Link, Pair};
use crate::value::{Relation, relate};

/// Sets of claims that grow together unless a pair that cannot be one fact would meet.
pub(super) struct Groups<'r> {
    run: &'r Run<'r>,
    /// The set of each claim, by the number of its first member.
    of: Vec<usize>,
    /// Ascending.
    members: Vec<Vec<usize>>,
    /// Pairs that something forbids.
    forbidden: Partners,
    /// Those of them of which an editor says it.
    kept_apart: BTreeSet<Pair>,
    /// Pairs that exclude each other without a link.
    quarrels: Partners,
    /// Pairs that have a link.
    linked: Partners,
    /// Sets that were found to clash, by the numbers of both: sets only grow, so they always will.
    clashes: BTreeMap<Pair, (Pair, Clash)>,
}

/// Which links two claims stand in the way of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Clash {
    /// Of every link.
    Every,
    /// Of those that bring in another article, but those of copied passages: one article tells both apart.
    ToldApart,
    /// Of those that agree, but those of copied passages.
    Agreeing,
}

impl<'r> Groups<'r> {
    /// Every claim of `run` alone. The pairs are those that something forbids, those that exclude each other without a
    /// link, and those that have one.
    pub fn new(
        run: &'r Run<'r>,
        [forbidden, quarrels, linked]: [&[Pair]; 3],
        kept_apart: BTreeSet<Pair>,
    ) -> Self {
        let count = run.stands.len();
        Self {
            run,
            of: (0..count).collect(),
            members: (0..count).map(|i| vec![i]).collect(),
            forbidden: Partners::new(count, forbidden),
            kept_apart,
            quarrels: Partners::new(count, quarrels),
            linked: Partners::new(count, linked),
            clashes: BTreeMap::new(),
        }
    }

    /// The set of each claim, by the number of its first member.
    pub fn roots(&self) -> &[usize] {
        &self.of
    }

    /// Joins the sets of a link, or tells the two claims that stand in its way.
    ///
    /// Two claims that agree do not bring together others that exclude each other and have no link of their own: only
    /// a copied passage or the evidence of such a pair itself does.
    pub fn join(&mut self, link: &Link) -> Result<(), Pair> {
        let (a, b) = (self.of[link.left()], self.of[link.right()]);
        if a == b {
            return Ok(());
        }
        let sets = (a.min(b), a.max(b));
        // A sentence that tells of a change is the news itself; an editor knows better.
        if link.evidence.revised && !self.parted(sets) {
            self.unite(a, b);
            return Ok(());
        }
        let copied = link.evidence.aligned.is_some();
        let agrees = !matches!(link.evidence.relation, Relation::Disjoint(_));
        // A text that contradicts itself gives two figures of one thing.
        let source = |claim: usize| self.run.stands[claim].source;
        let within = !agrees && source(link.left()) == source(link.right());
        let counts = |clash: Clash| match clash {
            // What forbids it in other pairs is said of single words, and a slip of the pen is of the whole fact.
            Clash::Every => !link.evidence.slipped || self.parted(sets),
            Clash::ToldApart => !copied && !within,
            Clash::Agreeing => !copied && agrees,
        };
        let excused = |pair: Pair, clash: Clash| {
            let telling = link.evidence.distinct > Distinct::No || clash != Clash::Every;
            let equal = telling && link.evidence.relation == Relation::Equal;
            equal && self.known_quarrel(link, pair)
        };
        let known = self.clashes.get(&sets);
        let known = known.filter(|(pair, clash)| counts(*clash) && !excused(*pair, *clash));
        if let Some((pair, _)) = known {
            return Err(*pair);
        }
        let found = [Clash::Every, Clash::ToldApart, Clash::Agreeing]
            .into_iter()
            .filter(|clash| counts(*clash))
            .find_map(|clash| {
                let stands = |pair: Pair| !excused(pair, clash);
                Some((self.clash(sets, clash, &stands)?, clash))
            });
        if let Some((pair, clash)) = found {
            self.clashes.insert(sets, (pair, clash));
            return Err(pair);
        }
        self.unite(a, b);
        Ok(())
    }

    /// Whether the two claims only say again what two others that are taken for one fact say already: that 312 is told where another
    /// article tells 332 is known, and so the third article with 312 has its place.
    fn known_quarrel(&self, link: &Link, (one, other): Pair) -> bool {
        let said = |claim: usize| self.run.stands[claim].said;
        let told = |equal: usize, claim: usize, against: usize| {
            said(equal) == said(claim)
                && self.of[equal] == self.of[against]
                && self.linked.hold(equal, against)
        };
        // Nothing goes before the word of an editor.
        !self.kept_apart.contains(&(one, other))
            && [link.left(), link.right()]
                .into_iter()
                .any(|end| told(end, one, other) || told(end, other, one))
    }

    /// Whether an editor keeps claims of the two sets apart.
    fn parted(&self, (one, other): Pair) -> bool {
        let between = |(x, y): &Pair| {
            let sets = (self.of[*x], self.of[*y]);
            sets == (one, other) || sets == (other, one)
        };
        self.kept_apart.iter().any(between)
    }

    /// Two claims, one of each set, that stand in the way, of those that `stands` does not let pass.
    fn clash(
        &self,
        (one, other): Pair,
        clash: Clash,
        stands: &dyn Fn(Pair) -> bool,
    ) -> Option<Pair> {
        // What the smaller set knows tells it: nothing looks at every pair of two large ones.
        let (small, large) = if self.members[one].len() <= self.members[other].len() {
            (one, other)
        } else {
            (other, one)
        };
        let pair = |claim: usize, other: usize| (claim.min(other), claim.max(other));
        let meets = |partners: &Partners, claim: usize| {
            let mut others = partners.of(claim).iter().map(|other| *other as usize);
            others.find(|other| self.of[*other] == large && stands(pair(claim, *other)))
        };
        let mut members = self.members[small].iter().copied();
        members.find_map(|claim| {
            let other = match clash {
                Clash::Every => meets(&self.forbidden, claim),
                Clash::Agreeing => meets(&self.quarrels, claim),
                Clash::ToldApart => {
                    self.told_apart(claim, large, &|other| stands(pair(claim, other)))
                }
            }?;
            Some(pair(claim, other))
        })
    }

    /// A claim of `set` in the article of `claim` that gives another figure: the article tells two things apart.
    fn told_apart(
        &self,
        claim: usize,
        set: usize,
        stands: &dyn Fn(usize) -> bool,
    ) -> Option<usize> {
        let article = self.run.of_source(self.run.stands[claim].source);
        let members = &self.members[set];
        let first = members.partition_point(|member| *member < article.start);
        let mut own = members[first..]
            .iter()
            .copied()
            .take_while(|member| article.contains(member));
        own.find(|other| {
            !self.linked.hold(claim, *other)
                && told_apart(self.run, (claim, *other))
                && stands(*other)
        })
    }

    /// Puts the sets of two claims together, whatever forbids it.
    pub fn unite(&mut self, a: usize, b: usize) {
        let (a, b) = (self.of[a], self.of[b]);
        let (into, from) = (a.min(b), a.max(b));
        if into == from {
            return;
        }
        let moved = std::mem::take(&mut self.members[from]);
        for member in &moved {
            self.of[*member] = into;
        }
        let members = &mut self.members[into];
        members.extend(moved);
        // Two ascending runs: the sort merges them.
        members.sort();
    }

    /// The facts, each with its own of `links`.
    pub fn facts(self, links: Vec<Link>) -> Vec<Fact> {
        // The pairs go before the links are there twice.
        let Self {
            run: _,
            of,
            members,
            forbidden,
            kept_apart: _,
            quarrels,
            linked,
            clashes,
        } = self;
        drop((forbidden, quarrels, linked, clashes));
        let mut facts: Vec<Fact> = Vec::new();
        let mut number = vec![usize::MAX; of.len()];
        for (root, members) in members.into_iter().enumerate() {
            if members.is_empty() {
                continue;
            }
            number[root] = facts.len();
            facts.push(Fact {
                claims: members,
                links: Vec::new(),
                said: Vec::new(),
            });
        }
        let place = |link: &Link| number[of[link.left()]];
        let mut counts = vec![0; facts.len()];
        for link in &links {
            counts[place(link)] += 1;
        }
        for (fact, count) in facts.iter_mut().zip(counts) {
            fact.links.reserve_exact(count);
        }
        for link in links {
            facts[place(&link)].links.push(link);
        }
        facts
    }
}

/// Whether one article gives both figures, and they exclude each other: it tells two things apart.
pub(super) fn told_apart(run: &Run<'_>, (left, right): Pair) -> bool {
    let (a, b) = (run.stands[left], run.stands[right]);
    a.source == b.source
        && !news_of(a, b)
        && matches!(
            relate(stated(a.claim), stated(b.claim)),
            Relation::Disjoint(_)
        )
}

/// For each claim the others that it makes a pair with, ascending.
struct Partners {
    /// Where the list of each claim begins, and the end of the last.
    starts: Vec<u32>,
    others: Vec<u32>,
}

impl Partners {
    fn new(count: usize, pairs: &[Pair]) -> Self {
        let mut both: Vec<(u32, u32)> = Vec::with_capacity(2 * pairs.len());
        for &(a, b) in pairs {
            let (a, b) = (a as u32, b as u32);
            both.extend([(a, b), (b, a)]);
        }
        both.par_sort_unstable();
        let mut starts = vec![0; count + 1];
        for (claim, _) in &both {
            starts[*claim as usize + 1] += 1;
        }
        for at in 1..starts.len() {
            starts[at] += starts[at - 1];
        }
        Self {
            starts,
            others: both.into_iter().map(|(_, other)| other).collect(),
        }
    }

    fn of(&self, claim: usize) -> &[u32] {
        &self.others[self.starts[claim] as usize..self.starts[claim + 1] as usize]
    }

    fn hold(&self, claim: usize, other: usize) -> bool {
        self.of(claim).binary_search(&(other as u32)).is_ok()
    }
}
