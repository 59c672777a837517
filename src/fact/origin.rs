//! Where the claims of a fact come from once copies are seen through.

use std::collections::BTreeMap;

use super::{Fact, Run};

/// The origin of each claim of `fact`, as a number from 0, in the order of its claims, and how many there are.
///
/// Claims of one article or of two copies of one address, of one publisher, credited to the same one, or standing in copied passages have one origin.
pub fn origins(run: &Run<'_>, fact: &Fact) -> (Vec<usize>, usize) {
    let mut of: Vec<usize> = (0..fact.claims.len()).collect();
    let mut keys: BTreeMap<String, usize> = BTreeMap::new();
    for (at, claim) in fact.claims.iter().enumerate() {
        let stand = run.stands[*claim];
        let source = &run.sources[stand.source];
        let mut own = vec![format!("source {}", stand.source)];
        own.extend(
            source
                .meta
                .publisher
                .as_ref()
                .map(|publisher| format!("publisher {}", folded(publisher))),
        );
        own.extend(
            source
                .meta
                .address()
                .map(|address| format!("address {address}")),
        );
        own.extend(
            stand
                .claim
                .attribution
                .as_ref()
                .map(|credit| format!("credit {}", folded(credit))),
        );
        for key in own {
            let other = *keys.entry(key).or_insert(at);
            merge(&mut of, other, at);
        }
    }
    let place = |claim: usize| fact.claims.binary_search(&claim).ok();
    for link in fact
        .links
        .iter()
        .filter(|link| link.evidence.aligned.is_some())
    {
        if let (Some(a), Some(b)) = (place(link.left()), place(link.right())) {
            merge(&mut of, a, b);
        }
    }
    let mut numbers: BTreeMap<usize, usize> = BTreeMap::new();
    let origins: Vec<usize> = (0..of.len())
        .map(|at| {
            let next = numbers.len();
            *numbers.entry(root(&mut of, at)).or_insert(next)
        })
        .collect();
    (origins, numbers.len())
}

/// Puts the sets of two claims together under the smaller root.
fn merge(of: &mut [usize], a: usize, b: usize) {
    let (a, b) = (root(of, a), root(of, b));
    of[a.max(b)] = a.min(b);
}

/// The first claim of the set of `at`. The way there is halved for the next one who asks.
fn root(of: &mut [usize], mut at: usize) -> usize {
    while of[at] != at {
        of[at] = of[of[at]];
        at = of[at];
    }
    at
}

fn folded(name: &str) -> String {
    name.to_lowercase()
        .split_whitespace()
        .collect::<Vec<_>>()
        .join(" ")
}
