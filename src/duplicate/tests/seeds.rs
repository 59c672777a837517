//! The five articles under `seeds/` against what readers labelled in them.

use std::ops::Range;

use super::{quote, sources};
use crate::duplicate::{Passage, find};

pub(super) const SEEDS: [&str; 5] = [
    include_str!("../../../seeds/000_779b5c182f7d7bc8.txt"),
    include_str!("../../../seeds/001_9039bb10c056d500.txt"),
    include_str!("../../../seeds/002_ad1a42707a90e7ea.txt"),
    include_str!("../../../seeds/003_79406c757cfb65df.txt"),
    include_str!("../../../seeds/004_84b43ede4df3b45b.txt"),
];

/// What is said of labelled pairs: to be found as exact, to be found as near, or free to be told or not.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Label {
    Exact,
    Near,
    Free,
}
use Label::{Exact, Free, Near};

type Labelled = (Label, usize, Range<usize>, usize, Range<usize>);

/// Passages of the five articles under `seeds/` that a reader calls copies: source and bytes of both.
#[rustfmt::skip]
const LABELLED: [Labelled; 55] = [
    (Exact, 0, 434..771, 0, 773..1110),
    (Exact, 0, 434..483, 0, 773..822),
    (Exact, 0, 484..742, 0, 823..1081),
    (Exact, 0, 743..771, 0, 1082..1110),
    (Free, 1, 0..83, 1, 345..428),
    (Exact, 1, 85..344, 3, 2353..2612),
    (Free, 2, 529..3324, 2, 3325..6120),
    (Exact, 2, 529..862, 2, 3325..3658),
    (Exact, 2, 863..1147, 2, 3659..3943),
    (Exact, 2, 1148..1312, 2, 3944..4108),
    (Exact, 2, 1313..1686, 2, 4109..4482),
    (Exact, 2, 1687..1946, 2, 4483..4742),
    (Exact, 2, 1947..2231, 2, 4743..5027),
    (Exact, 2, 2232..2650, 2, 5028..5446),
    (Exact, 2, 2651..2969, 2, 5447..5765),
    (Exact, 2, 2970..3324, 2, 5766..6120),
    (Free, 2, 94..258, 2, 1148..1312),
    (Free, 2, 94..258, 2, 3944..4108),
    (Exact, 2, 94..177, 2, 1148..1231),
    (Exact, 2, 178..258, 2, 1232..1312),
    (Exact, 2, 94..177, 2, 3944..4027),
    (Exact, 2, 178..258, 2, 4028..4108),
    (Exact, 2, 1148..1231, 2, 3944..4027),
    (Exact, 2, 1232..1312, 2, 4028..4108),
    (Exact, 2, 2232..2362, 2, 5028..5158),
    (Exact, 2, 2363..2650, 2, 5159..5446),
    (Exact, 2, 2970..3157, 2, 5766..5953),
    (Exact, 2, 3158..3324, 2, 5954..6120),
    (Free, 4, 141..207, 4, 501..567),
    (Near, 0, 484..742, 0, 2263..2503),
    (Near, 0, 823..1081, 0, 2263..2503),
    (Near, 1, 85..344, 1, 1258..1656),
    (Near, 1, 1258..1656, 3, 2353..2612),
    (Near, 2, 77..258, 2, 1148..1312),
    (Near, 2, 77..258, 2, 3944..4108),
    (Near, 4, 141..207, 4, 501..571),
    (Near, 1, 0..83, 1, 345..538),
    (Near, 1, 540..914, 3, 1966..2142),
    (Near, 1, 540..914, 3, 526..979),
    (Near, 3, 526..979, 3, 1966..2142),
    (Free, 3, 1252..1406, 3, 1595..1779),
    (Free, 1, 0..83, 3, 1966..2142),
    (Free, 1, 345..428, 3, 1966..2142),
    (Free, 1, 0..83, 1, 540..914),
    (Free, 1, 345..428, 1, 540..914),
    (Free, 3, 980..1251, 3, 1595..1779),
    (Free, 3, 980..1251, 3, 1252..1406),
    (Free, 0, 2645..2893, 1, 3939..4169),
    (Free, 4, 141..207, 4, 223..499),
    (Free, 4, 141..207, 4, 700..928),
    (Free, 4, 501..567, 4, 223..499),
    (Free, 4, 501..567, 4, 700..928),
    (Free, 0, 0..161, 0, 163..432),
    (Free, 0, 0..161, 0, 2504..2643),
    (Free, 0, 1112..1481, 0, 163..432),
];

fn covers(passage: Passage, source: usize, range: &Range<usize>, percent: usize) -> bool {
    let (start, end) = (
        passage.span.start.max(range.start),
        passage.span.end.min(range.end),
    );
    let least = passage.span.len().min(range.len());
    passage.source == source && end.saturating_sub(start) * 100 >= percent * least && end > start
}

#[test]
fn labelled_copies_of_the_seeds_are_found_and_nothing_else() {
    let found = find(&sources(&SEEDS));
    let mut pairs = Vec::new();
    for group in &found.groups {
        for (at, &a) in group.passages.iter().enumerate() {
            pairs.extend(group.passages[at + 1..].iter().map(|&b| (a, b)));
        }
    }
    let same = |(a, b): (Passage, Passage), i: usize, percent| {
        let (_, s, r, t, q) = &LABELLED[i];
        covers(a, *s, r, percent) && covers(b, *t, q, percent)
            || covers(a, *t, q, percent) && covers(b, *s, r, percent)
    };
    let missed = |label| {
        (0..LABELLED.len())
            .filter(|&i| LABELLED[i].0 == label && !pairs.iter().any(|&pair| same(pair, i, 80)))
            .map(|i| &SEEDS[LABELLED[i].1][LABELLED[i].2.clone()])
            .collect::<Vec<_>>()
    };
    assert_eq!(missed(Exact), Vec::<&str>::new());
    assert_eq!(missed(Near), Vec::<&str>::new());
    let unlabelled: Vec<_> = pairs
        .iter()
        .filter(|&&pair| !(0..LABELLED.len()).any(|i| same(pair, i, 50)))
        .map(|&(a, b)| (quote(&SEEDS, a), quote(&SEEDS, b)))
        .collect();
    assert_eq!(unlabelled, []);
}

/// Passages of one subject that are no copies.
#[rustfmt::skip]
const NO_COPIES: [(usize, Range<usize>, usize, Range<usize>); 11] = [
    (1, 4171..4505, 2, 2232..2650),
    (1, 4507..4663, 2, 2232..2650),
    (1, 2304..2384, 0, 2263..2643),
    (0, 0..161, 4, 141..207),
    (3, 3120..3333, 3, 3334..3556),
    (3, 0..269, 3, 3120..3333),
    (3, 2885..3119, 4, 3467..3716),
    (2, 259..528, 2, 2232..2650),
    (4, 223..499, 4, 3718..3993),
    (1, 2566..2733, 1, 1658..2302),
    (0, 163..432, 3, 1252..1594),
];

#[test]
fn passages_on_one_subject_are_no_copies() {
    for (s, r, t, q) in &NO_COPIES {
        let texts = [&SEEDS[*s][r.clone()], &SEEDS[*t][q.clone()]];
        assert_eq!(
            find(&sources(&texts)),
            crate::duplicate::Duplicates::default(),
            "{texts:#?}"
        );
    }
}
