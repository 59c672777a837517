//! The claims of a fact by their values, and which of them are held against each other.

use std::collections::{BTreeMap, HashMap};

use rayon::prelude::*;

use crate::fact::{Fact, Link, Run, stated};
use crate::value::{Relation, equal_only_with, relate};

/// Claims of one fact with the same value: numbers of the claims in the run, ascending.
pub type Side = Vec<usize>;

/// Claims by value: two are on one side when their values are equal.
pub(super) fn sides(run: &Run<'_>, fact: &Fact) -> Vec<Side> {
    let mut sides: Vec<Side> = Vec::new();
    // The side of a value that came before, and the sides that a value may be equal with: no claim meets every side.
    let mut known: HashMap<u32, usize> = HashMap::new();
    let mut likely: BTreeMap<_, Vec<usize>> = BTreeMap::new();
    for &claim in &fact.claims {
        let stand = run.stands[claim];
        if let Some(side) = known.get(&stand.said) {
            sides[*side].push(claim);
            continue;
        }
        let own = stated(stand.claim);
        let others = likely.entry(equal_only_with(own)).or_default();
        let equal = |side: usize| relate(stated(run.stands[sides[side][0]].claim), own);
        let same = others
            .iter()
            .copied()
            .find(|side| equal(*side) == Relation::Equal);
        let side = same.unwrap_or(sides.len());
        // What is not known is not even equal with itself.
        if relate(own, own) == Relation::Equal {
            known.insert(stand.said, side);
        }
        if same.is_some() {
            sides[side].push(claim);
        } else {
            others.push(side);
            sides.push(vec![claim]);
        }
    }
    sides.sort_by(|a, b| b.len().cmp(&a.len()).then(a[0].cmp(&b[0])));
    sides
}

/// The side of each claim of a fact.
pub(super) struct SideOf<'f> {
    claims: &'f [usize],
    sides: Vec<usize>,
}

impl<'f> SideOf<'f> {
    pub fn new(fact: &'f Fact, sides: &[Side]) -> Self {
        let claims = fact.claims.as_slice();
        let mut of = vec![usize::MAX; claims.len()];
        for (side, members) in sides.iter().enumerate() {
            for at in members
                .iter()
                .filter_map(|claim| claims.binary_search(claim).ok())
            {
                of[at] = side;
            }
        }
        Self { claims, sides: of }
    }

    pub fn of(&self, claim: usize) -> Option<usize> {
        Some(self.sides[self.claims.binary_search(&claim).ok()?])
    }
}

/// The links of a fact by their claims.
pub(super) struct Links<'f>(Vec<&'f Link>);

impl<'f> Links<'f> {
    pub fn of(fact: &'f Fact) -> Self {
        // Of two between the same claims the later one stands; the sort keeps their order.
        let mut links: Vec<&Link> = fact.links.iter().rev().collect();
        links.par_sort_by_key(|link| (link.left(), link.right()));
        links.dedup_by_key(|link| (link.left(), link.right()));
        Self(links)
    }

    pub fn get(&self, (a, b): (usize, usize)) -> Option<&'f Link> {
        let links = &self.0;
        let at = links.binary_search_by_key(&(a, b), |link| (link.left(), link.right()));
        Some(links[at.ok()?])
    }
}

/// Two claims of a fact that are held against each other, and the link that they have.
#[derive(Clone, Copy)]
pub(super) struct Meeting<'f> {
    /// The earlier claim.
    pub a: usize,
    /// The later one.
    pub b: usize,
    pub link: Option<&'f Link>,
}

impl Meeting<'_> {
    /// How much alike the copied passages are at whose same place both stand, in thousandths; 0 for others.
    pub fn alike(&self) -> u16 {
        self.link
            .and_then(|link| link.evidence.aligned)
            .unwrap_or(0)
    }

    /// Whether both stand at the same place of a copied passage.
    pub fn is_copied(&self) -> bool {
        self.link
            .is_some_and(|link| link.evidence.aligned.is_some())
    }
}

/// Sides of a fact that are held against each other, and claims of each: enough for any fact that an editor could read.
/// Linked claims are held against each other besides.
const SIDES: usize = 48;
const HELD: usize = 16;

/// Claims on different sides, each pair once; those of the first sides come first.
pub(super) fn across<'f>(
    sides: &[Side],
    side_of: &SideOf<'_>,
    links: &Links<'f>,
) -> Vec<Meeting<'f>> {
    let mut pairs: Vec<(usize, usize)> = Vec::new();
    let sides = &sides[..sides.len().min(SIDES)];
    // The more sides, the fewer of each.
    let each = (2 * SIDES / sides.len().max(1)).clamp(2, HELD);
    for (at, one) in sides.iter().enumerate() {
        for other in &sides[at + 1..] {
            pairs.extend(one.iter().take(each).flat_map(|a| {
                let held = other.iter().take(each);
                held.map(move |b| (*a.min(b), *a.max(b)))
            }));
        }
    }
    let mut known = pairs.clone();
    known.sort_unstable();
    let meeting = |pair: (usize, usize)| Meeting {
        a: pair.0,
        b: pair.1,
        link: links.get(pair),
    };
    let mut met: Vec<Meeting<'f>> = pairs.into_iter().map(meeting).collect();
    let linked = links.0.par_iter().filter(|link| {
        side_of.of(link.left()) != side_of.of(link.right())
            && known.binary_search(&(link.left(), link.right())).is_err()
    });
    met.par_extend(linked.map(|link| Meeting {
        a: link.left(),
        b: link.right(),
        link: Some(link),
    }));
    met
}
