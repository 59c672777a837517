//! Claims to facts: the firmest links first, and none that anything forbids.

use std::collections::{BTreeMap, BTreeSet};

use rayon::prelude::*;

use super::Run;
use super::aligned;
use super::beside;
use super::block;
use super::editor::Said;
use super::evidence::{Evidence, Setting, stated, weigh};
use crate::duplicate::Duplicates;
use crate::pack::Packs;
use crate::source::BlockKind;
use crate::value::{Relation, Why, relate};

/// Claims that speak of the same thing.
#[derive(Debug, Clone)]
pub struct Fact {
    /// Numbers of the claims in the run, ascending.
    pub claims: Vec<usize>,
    /// The links that made it, the firmest first.
    pub links: Vec<Link>,
    /// What an editor says of its claims.
    pub said: Vec<Said>,
}

/// Two claims that were taken for one fact, and why.
#[derive(Debug, Clone)]
pub struct Link {
    /// The earlier claim.
    pub left: usize,
    /// The later one.
    pub right: usize,
    /// Why.
    pub evidence: Evidence,
}

/// Links that were firm enough but would have brought claims together that cannot be one fact.
#[derive(Debug, Clone)]
pub struct Refused {
    /// The link.
    pub link: Link,
    /// The two claims that it would have brought together.
    pub clash: (usize, usize),
}

/// Groups the claims of `run`. Every claim is in exactly one fact; facts are in the order of their first claims. What an
/// editor has `said` of two claims goes before all evidence.
pub fn find(run: &Run<'_>, packs: &Packs, duplicates: &Duplicates, said: &[Said]) -> Vec<Fact> {
    group(run, packs, duplicates, said).0
}

/// As [`find`], with the links that were refused.
pub fn group(
    run: &Run<'_>,
    packs: &Packs,
    duplicates: &Duplicates,
    said: &[Said],
) -> (Vec<Fact>, Vec<Refused>) {
    let aligned = aligned::pairs(run, duplicates);
    let mut candidates = block::pairs(run);
    candidates.extend(aligned.keys().copied());
    candidates.par_sort_unstable();
    candidates.dedup();
    let weighed: Vec<Weighed> = candidates
        .into_par_iter()
        .filter_map(|(left, right)| weighed(run, packs, &aligned, left, right))
        .collect();
    let mut links = Vec::new();
    let mut forbidden: Vec<(usize, usize)> = Vec::new();
    let mut quarrels = Pairs::new();
    for one in weighed {
        if one.quarrels {
            quarrels.insert(one.pair);
        }
        match one.outcome {
            Outcome::Forbidden => forbidden.push(one.pair),
            Outcome::Linked(link) => links.push(*link),
            Outcome::Open => {}
        }
    }
    firmest_first(&mut links);
    forbidden.extend(
        said.iter()
            .filter(|s| !s.together)
            .map(|s| (s.left, s.right)),
    );
    let confirmed = confirmed_titles(run, &links);
    links.retain(|link| !inside_quarrel(run, link, &confirmed));
    links = counterparts(run, links);
    let linked: Pairs = links.iter().map(|link| (link.left, link.right)).collect();
    let mut groups = Groups::new(run.stands.len(), &forbidden);
    for pair in said.iter().filter(|said| said.together) {
        groups.unite(pair.left, pair.right);
    }
    let mut kept = Vec::new();
    let mut refused = Vec::new();
    for link in links {
        match groups.join(&link, run, &quarrels, &linked) {
            Ok(()) => kept.push(link),
            Err(clash) => refused.push(Refused { link, clash }),
        }
    }
    for round in 0..ROUNDS {
        let links = links_beside(run, packs, &groups.of);
        let before = kept.len();
        for link in links {
            match groups.join(&link, run, &quarrels, &linked) {
                Ok(()) => kept.push(link),
                Err(clash) if round == 0 => refused.push(Refused { link, clash }),
                Err(_) => {}
            }
        }
        if kept.len() == before {
            break;
        }
    }
    let mut facts = groups.facts(kept);
    for fact in &mut facts {
        let holds = |claim: usize| fact.claims.binary_search(&claim).is_ok();
        let own = |said: &&Said| holds(said.left) || !said.together && holds(said.right);
        fact.said = said.iter().filter(own).cloned().collect();
    }
    (facts, refused)
}

/// How often sentences are looked at anew for the facts that they have come to share.
const ROUNDS: usize = 2;

/// Links between claims whose sentences share facts, the firmest first.
fn links_beside(run: &Run<'_>, packs: &Packs, of: &[usize]) -> Vec<Link> {
    let mut links: Vec<Link> = beside::pairs(run, of)
        .into_par_iter()
        .filter_map(|(left, right, beside)| {
            let setting = Setting {
                aligned: None,
                beside,
            };
            let evidence = weigh(run, packs, run.stands[left], run.stands[right], setting)?;
            evidence.links(false).then_some(Link {
                left,
                right,
                evidence,
            })
        })
        .collect();
    firmest_first(&mut links);
    links
}

fn firmest_first(links: &mut [Link]) {
    links.sort_by(|x, y| {
        y.evidence
            .strength()
            .total_cmp(&x.evidence.strength())
            .then((x.left, x.right).cmp(&(y.left, y.right)))
    });
}

/// What weighing a pair of claims came to.
struct Weighed {
    pair: (usize, usize),
    /// They exclude each other without enough evidence that they speak of the same thing.
    quarrels: bool,
    outcome: Outcome,
}

enum Outcome {
    Forbidden,
    Linked(Box<Link>),
    Open,
}

/// `None` when the pair says nothing.
fn weighed(
    run: &Run<'_>,
    packs: &Packs,
    aligned: &aligned::Pairs,
    left: usize,
    right: usize,
) -> Option<Weighed> {
    let (a, b) = (run.stands[left], run.stands[right]);
    let setting = Setting {
        aligned: aligned.get(&(left, right)).copied(),
        beside: 0,
    };
    let evidence = weigh(run, packs, a, b, setting)?;
    let links = evidence.links(a.source == b.source);
    let quarrels = matches!(evidence.relation, Relation::Disjoint(_)) && !links && !evidence.slip;
    let outcome = if !evidence.against.is_empty() {
        Outcome::Forbidden
    } else if links {
        Outcome::Linked(Box::new(Link {
            left,
            right,
            evidence,
        }))
    } else if quarrels {
        Outcome::Open
    } else {
        return None;
    };
    Some(Weighed {
        pair: (left, right),
        quarrels,
        outcome,
    })
}

/// The evidence for and against one fact of two claims, the earlier first. `None` when they cannot be compared.
pub fn between(
    run: &Run<'_>,
    packs: &Packs,
    duplicates: &Duplicates,
    left: usize,
    right: usize,
) -> Option<Evidence> {
    let aligned = aligned::pairs(run, duplicates).get(&(left, right)).copied();
    let setting = Setting { aligned, beside: 0 };
    weigh(run, packs, run.stands[left], run.stands[right], setting)
}

/// Pairs of claims, the earlier first.
type Pairs = BTreeSet<(usize, usize)>;

/// Leaves of the links between figures that exclude each other only those to the best counterpart that an article has:
/// of two figures that it gives, one at most is another version of the same.
fn counterparts(run: &Run<'_>, links: Vec<Link>) -> Vec<Link> {
    let source = |claim: usize| run.stands[claim].source;
    let agrees = |link: &&Link| !matches!(link.evidence.relation, Relation::Disjoint(_));
    // "The Greens won 11 seats, Homeland seven": the eleven of the other article has its counterpart already.
    let taken: BTreeSet<(usize, usize)> = links
        .iter()
        .filter(agrees)
        .flat_map(|link| {
            [
                (link.left, source(link.right)),
                (link.right, source(link.left)),
            ]
        })
        .collect();
    let mut best: BTreeMap<(usize, usize), (f64, usize)> = BTreeMap::new();
    for link in &links {
        let free = |claim: usize, other: usize| !taken.contains(&(claim, source(other)));
        if !agrees(&link) && !(free(link.left, link.right) && free(link.right, link.left)) {
            continue;
        }
        let near = if link.evidence.near { 0.25 } else { 0.0 };
        let score = link.evidence.strength() + near;
        for (claim, other) in [(link.left, link.right), (link.right, link.left)] {
            let known = best.entry((claim, source(other))).or_insert((score, other));
            if score > known.0 {
                *known = (score, other);
            }
        }
    }
    let stays = |link: &Link| {
        let evidence = &link.evidence;
        if evidence.aligned.is_some()
            || !matches!(evidence.relation, Relation::Disjoint(_))
            || source(link.left) == source(link.right)
        {
            return true;
        }
        [(link.left, link.right), (link.right, link.left)]
            .into_iter()
            .all(|(claim, other)| {
                best.get(&(claim, source(other)))
                    .is_none_or(|(_, counterpart)| !told_apart(run, (*counterpart, other)))
            })
    };
    links.into_iter().filter(|link| stays(link)).collect()
}

/// Claims of titles that the text of their article repeats.
fn confirmed_titles(run: &Run<'_>, links: &[Link]) -> BTreeSet<usize> {
    let title = |claim: usize| run.stands[claim].claim.block == BlockKind::Title;
    let agree = links.iter().filter(|link| {
        let own = run.stands[link.left].source == run.stands[link.right].source;
        own && matches!(
            link.evidence.relation,
            Relation::Equal | Relation::Compatible(Why::Hedge | Why::Rounding | Why::Bound)
        )
    });
    agree
        .flat_map(|link| {
            [link.left, link.right]
                .into_iter()
                .filter(|claim| title(*claim))
        })
        .collect()
}

/// Whether a link holds a title that its text confirms against another figure of that text: the text has two things to
/// tell. A slip of the pen is one all the same.
fn inside_quarrel(run: &Run<'_>, link: &Link, confirmed: &BTreeSet<usize>) -> bool {
    let evidence = &link.evidence;
    run.stands[link.left].source == run.stands[link.right].source
        && matches!(evidence.relation, Relation::Disjoint(_))
        && evidence.aligned.is_none()
        && !evidence.slip
        && !evidence.anaphor
        && [link.left, link.right]
            .iter()
            .any(|claim| confirmed.contains(claim))
}

/// Whether one article gives both figures, and they exclude each other: it tells two things apart.
fn told_apart(run: &Run<'_>, (left, right): (usize, usize)) -> bool {
    let (a, b) = (run.stands[left], run.stands[right]);
    a.source == b.source
        && matches!(
            relate(stated(a.claim), stated(b.claim)),
            Relation::Disjoint(_)
        )
}

/// Sets of claims that grow together unless a forbidden pair would meet.
struct Groups {
    /// The set of each claim, by the number of its first member.
    of: Vec<usize>,
    members: Vec<Vec<usize>>,
    forbidden: Vec<Vec<usize>>,
}

impl Groups {
    fn new(count: usize, pairs: &[(usize, usize)]) -> Self {
        let mut forbidden = vec![Vec::new(); count];
        for &(a, b) in pairs {
            forbidden[a].push(b);
            forbidden[b].push(a);
        }
        for list in &mut forbidden {
            list.sort_unstable();
        }
        Self {
            of: (0..count).collect(),
            members: (0..count).map(|i| vec![i]).collect(),
            forbidden,
        }
    }

    /// Joins the sets of a link, or tells the two claims that stand in its way.
    ///
    /// Two claims that agree do not bring together others that exclude each other and have no link of their own: only
    /// a copied passage or the evidence of such a pair itself does. `quarrels` are the pairs that exclude each other
    /// without a link, `linked` those that have one.
    fn join(
        &mut self,
        link: &Link,
        run: &Run<'_>,
        quarrels: &Pairs,
        linked: &Pairs,
    ) -> Result<(), (usize, usize)> {
        let (a, b) = (self.of[link.left], self.of[link.right]);
        if a == b {
            return Ok(());
        }
        let (into, from) = (a.min(b), a.max(b));
        let foe = |m: &usize| self.forbidden[*m].iter().find(|f| self.of[**f] == into);
        let clash = self.members[from]
            .iter()
            .find_map(|m| foe(m).map(|f| (*m.min(f), *m.max(f))));
        if let Some(clash) = clash {
            return Err(clash);
        }
        if link.evidence.aligned.is_none() {
            let agrees = !matches!(link.evidence.relation, Relation::Disjoint(_));
            // A text that contradicts itself gives two figures of one thing.
            let within = !agrees && run.stands[link.left].source == run.stands[link.right].source;
            let in_the_way = |pair: &(usize, usize)| {
                agrees && quarrels.contains(pair)
                    || !within && !linked.contains(pair) && told_apart(run, *pair)
            };
            let mut pairs = self.members[into].iter().flat_map(|x| {
                self.members[from]
                    .iter()
                    .map(move |y| (*x.min(y), *x.max(y)))
            });
            if let Some(clash) = pairs.find(in_the_way) {
                return Err(clash);
            }
        }
        self.unite(a, b);
        Ok(())
    }

    /// Puts the sets of two claims together, whatever forbids it.
    fn unite(&mut self, a: usize, b: usize) {
        let (a, b) = (self.of[a], self.of[b]);
        let (into, from) = (a.min(b), a.max(b));
        if into == from {
            return;
        }
        for member in std::mem::take(&mut self.members[from]) {
            self.of[member] = into;
            self.members[into].push(member);
        }
    }

    fn facts(self, links: Vec<Link>) -> Vec<Fact> {
        let mut facts: Vec<Fact> = Vec::new();
        let mut number = vec![usize::MAX; self.of.len()];
        for (root, mut members) in self.members.into_iter().enumerate() {
            if members.is_empty() {
                continue;
            }
            members.sort_unstable();
            number[root] = facts.len();
            facts.push(Fact {
                claims: members,
                links: Vec::new(),
                said: Vec::new(),
            });
        }
        for link in links {
            facts[number[self.of[link.left]]].links.push(link);
        }
        facts
    }
}
