//! Claims to facts: the firmest links first, and none that anything forbids.

use std::collections::BTreeSet;

use rayon::prelude::*;

use super::aligned;
use super::beside;
use super::block;
use super::counterpart;
use super::editor::Said;
use super::evidence::{Evidence, stated};
use super::kin;
use super::parallel;
use super::remaining;
use super::revised;
use super::sets::Groups;
use super::setting::Setting;
use super::told;
use super::weigh::weigh;
use super::{Run, Stand};
use crate::duplicate::Duplicates;
use crate::pack::{Packs, Table};
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
    // Short: there are millions of links.
    left: u32,
    right: u32,
    /// Why.
    pub evidence: Evidence,
}

impl Link {
    /// Of an earlier claim and a later one, by their places in the list of all claims, which is shorter than 2³² claims.
    fn new(left: usize, right: usize, evidence: Evidence) -> Option<Self> {
        Some(Self {
            left: u32::try_from(left).ok()?,
            right: u32::try_from(right).ok()?,
            evidence,
        })
    }

    /// The place of the earlier claim.
    pub fn left(&self) -> usize {
        self.left as usize
    }

    /// The place of the later one.
    pub fn right(&self) -> usize {
        self.right as usize
    }
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
///
/// The words of the alignments are taken from `duplicates`: they take much memory, and nothing asks for them afterwards.
pub fn find(run: &Run<'_>, packs: &Packs, duplicates: &mut Duplicates, said: &[Said]) -> Vec<Fact> {
    let aligned = aligned::pairs(run, duplicates);
    duplicates.forget_words();
    linked(run, packs, aligned, said, &mut |_, _| {})
}

/// As [`find`], with the links that were refused.
pub fn group(
    run: &Run<'_>,
    packs: &Packs,
    duplicates: &Duplicates,
    said: &[Said],
) -> (Vec<Fact>, Vec<Refused>) {
    let mut refused = Vec::new();
    let aligned = aligned::pairs(run, duplicates);
    let facts = linked(run, packs, aligned, said, &mut |link, clash| {
        let link = link.clone();
        refused.push(Refused { link, clash });
    });
    (facts, refused)
}

/// The facts; `refuse` gets each link that was refused, and the two claims that it would have brought together.
fn linked(
    run: &Run<'_>,
    packs: &Packs,
    aligned: aligned::Pairs,
    said: &[Said],
    refuse: &mut dyn FnMut(&Link, Pair),
) -> Vec<Fact> {
    let mut candidates = block::pairs(run);
    candidates.extend(aligned.keys().copied());
    candidates.par_sort_unstable();
    candidates.dedup();
    let Weighed {
        mut links,
        mut forbidden,
        quarrels,
    } = weighed(run, packs, &aligned, &candidates);
    drop((candidates, aligned));
    firmest_first(&mut links);
    let apart = said.iter().filter(|said| !said.together);
    let kept_apart: BTreeSet<Pair> = apart.map(|said| (said.left, said.right)).collect();
    forbidden.extend(&kept_apart);
    let confirmed = confirmed_titles(run, &links);
    links.retain(|link| !inside_quarrel(run, link, &confirmed));
    counterpart::drop_rounded(run, &mut links);
    counterpart::keep_best(run, &mut links);
    let linked: Vec<Pair> = links
        .iter()
        .map(|link| (link.left(), link.right()))
        .collect();
    let mut groups = Groups::new(run, [&forbidden, &quarrels, &linked], kept_apart);
    drop((forbidden, quarrels, linked));
    for pair in said.iter().filter(|said| said.together) {
        groups.unite(pair.left, pair.right);
    }
    // In place: there may be millions.
    links.retain(|link| match groups.join(link) {
        Ok(()) => true,
        Err(clash) => {
            refuse(link, clash);
            false
        }
    });
    let mut found = firm(run, packs, kin::pairs(run, groups.roots()));
    for round in 0..ROUNDS {
        found.extend(firm(run, packs, beside::pairs(run, groups.roots())));
        let before = links.len();
        for link in found.drain(..) {
            match groups.join(&link) {
                Ok(()) => links.push(link),
                Err(clash) if round == 0 => refuse(&link, clash),
                Err(_) => {}
            }
        }
        if links.len() == before {
            break;
        }
    }
    let mut last = |groups: &mut Groups<'_>, pairs: Vec<(usize, usize, Setting)>| {
        for link in firm(run, packs, pairs) {
            match groups.join(&link) {
                Ok(()) => links.push(link),
                Err(clash) => refuse(&link, clash),
            }
        }
    };
    let alike = told::pairs(run, groups.roots());
    last(&mut groups, alike);
    let remaining = remaining::pairs(run, packs, groups.roots());
    last(&mut groups, remaining);
    let parallel = parallel::pairs(run, groups.roots());
    last(&mut groups, parallel);
    let revised = revised::pairs(run, groups.roots());
    last(&mut groups, revised);
    let mut facts = groups.facts(links);
    for fact in &mut facts {
        let holds = |claim: usize| fact.claims.binary_search(&claim).is_ok();
        let own = |said: &&Said| holds(said.left) || !said.together && holds(said.right);
        fact.said = said.iter().filter(own).cloned().collect();
    }
    facts
}

/// How often sentences are looked at anew for the facts that they have come to share.
const ROUNDS: usize = 2;

/// The links of those `pairs` of claims of different articles for which the evidence is enough, the firmest first.
fn firm(run: &Run<'_>, packs: &Packs, pairs: Vec<(usize, usize, Setting)>) -> Vec<Link> {
    let mut links: Vec<Link> = pairs
        .into_par_iter()
        .filter_map(|(left, right, setting)| {
            let evidence = weigh(run, packs, run.stands[left], run.stands[right], setting)?;
            Link::new(left, right, evidence).filter(|link| link.evidence.links(false))
        })
        .collect();
    firmest_first(&mut links);
    links
}

fn firmest_first(links: &mut [Link]) {
    // In place: a stable sort would hold half of them twice, and no two are equal.
    links.par_sort_unstable_by(|x, y| {
        y.evidence
            .strength()
            .total_cmp(&x.evidence.strength())
            .then((x.left, x.right).cmp(&(y.left, y.right)))
    });
}

/// Two claims, the earlier first.
pub(super) type Pair = (usize, usize);

/// What weighing pairs of claims came to.
#[derive(Default)]
struct Weighed {
    links: Vec<Link>,
    forbidden: Vec<Pair>,
    /// They exclude each other without enough evidence that they speak of the same thing.
    quarrels: Vec<Pair>,
}

/// Pairs that one thread weighs at a time.
const CHUNK: usize = 1024;
/// Chunks that are weighed before what was found is put together.
const AT_ONCE: usize = 256;

/// Weighs `pairs`, and keeps what says something.
fn weighed(run: &Run<'_>, packs: &Packs, aligned: &aligned::Pairs, pairs: &[Pair]) -> Weighed {
    let mut all = Weighed::default();
    // A few chunks at a time: what they found is not held twice.
    for (at, some) in pairs.chunks(CHUNK * AT_ONCE).enumerate() {
        let chunks: Vec<Weighed> = some
            .par_chunks(CHUNK)
            .map_init(Relations::default, |relations, pairs| {
                let mut found = Weighed::default();
                for pair in pairs {
                    weigh_into(&mut found, run, packs, aligned, relations, *pair);
                }
                found
            })
            .collect();
        for chunk in chunks {
            all.links.extend(chunk.links);
            all.forbidden.extend(chunk.forbidden);
            all.quarrels.extend(chunk.quarrels);
        }
        if at == 0 {
            // Room for what the rest will most likely give: a list that grows is there twice while it is moved.
            let rest = pairs.len() as f64 / some.len() as f64 - 1.0;
            let more = |known: usize| (known as f64 * rest * 1.25) as usize;
            all.links.reserve_exact(more(all.links.len()));
            all.forbidden.reserve_exact(more(all.forbidden.len()));
            all.quarrels.reserve_exact(more(all.quarrels.len()));
        }
    }
    all
}

/// How values relate that were held against each other before: the same few figures come again and again.
#[derive(Default)]
struct Relations(Table<u64, Relation>);

/// Values that are remembered by one thread at a time.
const REMEMBERED: usize = 1 << 16;

impl Relations {
    fn of(&mut self, a: Stand<'_>, b: Stand<'_>) -> Relation {
        if self.0.len() >= REMEMBERED {
            self.0.clear();
        }
        let values = u64::from(a.said) << 32 | u64::from(b.said);
        let known = self.0.entry(values);
        *known.or_insert_with(|| relate(stated(a.claim), stated(b.claim)))
    }
}

fn weigh_into(
    found: &mut Weighed,
    run: &Run<'_>,
    packs: &Packs,
    aligned: &aligned::Pairs,
    relations: &mut Relations,
    (left, right): Pair,
) {
    let (a, b) = (run.stands[left], run.stands[right]);
    if a.claim.mention.kind != b.claim.mention.kind {
        return;
    }
    let setting = Setting {
        aligned: aligned.get(&(left, right)).copied(),
        relation: Some(relations.of(a, b)),
        ..Setting::default()
    };
    let Some(evidence) = weigh(run, packs, a, b, setting) else {
        return;
    };
    let links = evidence.links(a.source == b.source);
    if matches!(evidence.relation, Relation::Disjoint(_)) && !links && !evidence.slip {
        found.quarrels.push((left, right));
    }
    if !evidence.against.is_empty() {
        found.forbidden.push((left, right));
    } else if links {
        found.links.extend(Link::new(left, right, evidence));
    }
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
    let setting = Setting {
        aligned,
        ..Setting::default()
    };
    weigh(run, packs, run.stands[left], run.stands[right], setting)
}

/// Claims of titles that the text of their article repeats, and those that repeat them.
fn confirmed_titles(run: &Run<'_>, links: &[Link]) -> BTreeSet<usize> {
    let title = |claim: usize| run.stands[claim].claim.block == BlockKind::Title;
    let agree = links.iter().filter(|link| {
        let own = run.stands[link.left()].source == run.stands[link.right()].source;
        own && matches!(
            link.evidence.relation,
            Relation::Equal | Relation::Compatible(Why::Hedge | Why::Rounding | Why::Bound)
        )
    });
    agree
        .filter(|link| title(link.left()) || title(link.right()))
        .flat_map(|link| [link.left(), link.right()])
        .collect()
}

/// Whether a link holds a title that its text confirms against another figure of that text: the text has two things to
/// tell. A slip of the pen is one all the same.
fn inside_quarrel(run: &Run<'_>, link: &Link, confirmed: &BTreeSet<usize>) -> bool {
    let evidence = &link.evidence;
    run.stands[link.left()].source == run.stands[link.right()].source
        && matches!(evidence.relation, Relation::Disjoint(_))
        && evidence.aligned.is_none()
        && !evidence.slip
        && !evidence.anaphor
        && !evidence.ordinal
        && [link.left(), link.right()]
            .iter()
            .any(|claim| confirmed.contains(claim))
}
