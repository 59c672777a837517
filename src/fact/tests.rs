#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "tests"
)]

use super::{Run, Setting, block, weigh};
use crate::claim::{SourceClaims, read};
use crate::mention::Reference;
use crate::pack::Packs;
use crate::source::{Input, Metadata, Reader};

/// Pairs that are weighed among so many articles of one kind, and their claims.
fn weighed(articles: usize) -> (usize, usize) {
    let packs = Packs::embedded().unwrap();
    let reader = Reader::new(&packs);
    let meta = Metadata {
        language: Some("vi".to_owned()),
        ..Metadata::default()
    };
    let sources: Vec<_> = (0..articles)
        .map(|at| {
            let text = format!(
                "Lũ làm {} người chết. Khoảng {} người đã sơ tán, thiệt hại {} tỷ đồng.",
                at % 90 + 3,
                at * 7 + 1200,
                at * 3 + 40
            );
            reader.read(Input::new(format!("{at:05}.txt"), text).with_meta(meta.clone()))
        })
        .collect();
    let mut claims: Vec<SourceClaims> = sources
        .iter()
        .map(|source| read(source, &packs, &Reference::of(None)))
        .collect();
    let run = Run::new(&sources, &mut claims);
    (block::pairs(&run).len(), run.stands.len())
}

#[test]
fn comparisons_per_claim_do_not_grow_with_the_number_of_articles() {
    let (few, claims_of_few) = weighed(300);
    let (many, claims_of_many) = weighed(1200);
    assert_eq!(claims_of_many, 4 * claims_of_few);
    assert!(few > claims_of_few, "{few} pairs of {claims_of_few} claims");
    assert!(
        many <= 5 * few,
        "{few} pairs of {claims_of_few} claims, but {many} of {claims_of_many}"
    );
}

#[test]
fn two_ages_of_one_text_are_held_together_where_they_are_nearly_one() {
    let packs = Packs::embedded().unwrap();
    let reader = Reader::new(&packs);
    let meta = Metadata {
        language: Some("vi".to_owned()),
        ..Metadata::default()
    };
    for (age, weighed) in [(12, true), (20, false)] {
        let text = format!(
            "Cầu thủ Nguyễn Hai Long 11 tuổi vào đội.\n\nCầu thủ Nguyễn Hai Long {age} tuổi lên đội."
        );
        let source = reader.read(Input::new("a.txt", text).with_meta(meta.clone()));
        let mut claims = vec![read(&source, &packs, &Reference::of(None))];
        let sources = [source];
        let run = Run::new(&sources, &mut claims);
        let (a, b) = (run.stands[0], run.stands[1]);
        let evidence = weigh(&run, &packs, a, b, Setting::default());
        assert_eq!(evidence.is_some(), weighed, "{age}");
    }
}
