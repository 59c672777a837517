#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "tests"
)]

mod cases;
mod seeds;

use std::collections::BTreeSet;

use proptest::prelude::*;
use unicode_normalization::UnicodeNormalization;

use self::cases::{CASES, CHANGED_FIGURE};
use super::{Class, Duplicates, Passage, find};
use crate::source::{Block, BlockKind, Metadata, Sentence, Source};
use crate::text::{Derived, LineIndex, Span};

/// Every line is a block, every ". " ends a sentence.
fn source(text: &str) -> Source {
    let mut blocks = Vec::new();
    let mut at = 0;
    for line in text.split('\n') {
        let span = trimmed(text, Span::new(at, at + line.len()));
        at += line.len() + 1;
        if span.is_empty() {
            continue;
        }
        let mut sentences = Vec::new();
        let mut start = span.start;
        let ends = span
            .of(text)
            .match_indices(". ")
            .map(|(end, _)| span.start + end + 1);
        for end in ends.chain([span.end]) {
            let sentence = trimmed(text, Span::new(start, end));
            if !sentence.is_empty() {
                sentences.push(Sentence {
                    span: sentence,
                    text: Derived::new(text, sentence),
                    language: None,
                });
            }
            start = end;
        }
        blocks.push(Block {
            kind: BlockKind::Body,
            span,
            foreign: false,
            furniture: false,
            sentences,
        });
    }
    Source {
        name: String::new(),
        format: crate::source::Format::Text,
        extracted: false,
        text: text.to_owned(),
        lines: LineIndex::new(text),
        meta: Metadata::default(),
        blocks,
        notes: Vec::new(),
    }
}

fn trimmed(text: &str, span: Span) -> Span {
    let slice = span.of(text);
    let start = span.start + slice.len() - slice.trim_start().len();
    Span::new(start, start + slice.trim().len())
}

fn sources(texts: &[&str]) -> Vec<Source> {
    texts.iter().map(|text| source(text)).collect()
}

fn quote<'a>(texts: &[&'a str], passage: Passage) -> &'a str {
    passage.span.of(texts[passage.source])
}

/// Every group as its class and the texts of its passages, with their sources.
fn told<'a>(texts: &[&'a str], found: &Duplicates) -> Vec<(Class, Vec<(usize, &'a str)>)> {
    let told = |passage: &Passage| (passage.source, quote(texts, *passage));
    found
        .groups
        .iter()
        .map(|group| (group.class, group.passages.iter().map(told).collect()))
        .collect()
}

#[test]
fn copies_are_told_as_a_reader_sees_them() {
    for case in CASES {
        let found = find(&sources(case.texts));
        let told = told(case.texts, &found);
        let told: Vec<_> = told
            .iter()
            .map(|(class, passages)| (*class, passages.as_slice()))
            .collect();
        assert_eq!(told, case.groups, "{}", case.name);
    }
}

#[test]
fn a_changed_figure_is_told_and_aligned() {
    let texts = CHANGED_FIGURE;
    let found = find(&sources(&texts));
    let of = |left: Span, right: Span| (left.of(texts[0]), right.of(texts[1]));
    let changes: Vec<_> = found.groups[0]
        .changes
        .iter()
        .map(|change| of(change.left, change.right))
        .collect();
    assert_eq!(changes, [("2.350", "2.530")]);
    assert_eq!(found.groups[0].similarity, 714);
    let [alignment] = found.alignments.as_slice() else {
        panic!("one sentence, one alignment")
    };
    assert!(!alignment.series);
    let words: Vec<_> = alignment
        .words
        .iter()
        .map(|&(left, right)| of(left, right))
        .collect();
    assert_eq!(words[..8].last(), Some(&("2.350", "2.530")));
    assert!(
        words
            .iter()
            .all(|(left, right)| left == right || *left == "2.350")
    );
}

#[test]
fn a_replaced_run_of_another_length_is_aligned_as_a_whole() {
    let texts = [
        "The storm killed at least 21 people in three provinces on the coast, officials said.",
        "The storm killed some 33 people in three provinces on the coast, officials said.",
    ];
    let found = find(&sources(&texts));
    let words: Vec<_> = found.alignments[0]
        .words
        .iter()
        .map(|&(a, b)| (a.of(texts[0]), b.of(texts[1])))
        .collect();
    assert_eq!(words[3], ("at least 21", "some 33"));
    assert_eq!(words.len(), 13);
}

#[test]
fn a_bulletin_series_is_aligned_but_no_duplicate() {
    let texts = [
        "Giá vàng mua vào 74,5 triệu đồng, bán ra 76,9 triệu đồng.\nGiá dầu Brent tăng 12 xu trong phiên giao dịch sáng nay.",
        "Giá vàng mua vào 71,2 triệu đồng, bán ra 73,4 triệu đồng.\nGiá dầu Brent tăng 35 xu trong phiên giao dịch sáng nay.",
    ];
    let found = find(&sources(&texts));
    assert_eq!(found.groups, []);
    assert_eq!(
        found
            .alignments
            .iter()
            .map(|alignment| alignment.series)
            .collect::<Vec<_>>(),
        [true, true]
    );
    // A sentence with one new figure alone is no series.
    let lines = texts.map(|text| text.lines().nth(1).unwrap());
    let found = find(&sources(&lines));
    assert_eq!(found.groups.len(), 1);
    assert!(!found.alignments[0].series);
}

#[test]
fn sentences_that_two_bulletins_share_are_no_copy() {
    let shared = "Người dân nên theo dõi bảng giá trước khi mua bán.";
    let issue = |bought: &str, sold: &str| {
        format!(
            "Giá vàng mua vào {bought} triệu đồng, bán ra {sold} triệu đồng, tăng {bought} phần trăm.\n{shared}"
        )
    };
    let (first, second) = (issue("74,5", "76,9"), issue("71,2", "73,4"));
    assert_eq!(find(&sources(&[&first, &second])).groups, []);
    // The copy of an issue is one, and the other issue does not join it.
    let found = find(&sources(&[&first, &second, &first]));
    let of = |group: &super::Duplicate| group.passages.iter().map(|p| p.source).collect::<Vec<_>>();
    assert!(!found.groups.is_empty());
    assert!(found.groups.iter().all(|group| of(group) == [0, 2]));
    // One figure changed is no new issue.
    let changed = issue("74,5", "79,6");
    assert_eq!(find(&sources(&[&first, &changed])).groups.len(), 2);
    // Who tells a story anew keeps figures of it.
    let story = "Đoàn cứu hộ 12 người đến lúc 3 giờ ngày 11/9.";
    let (before, after) = (format!("{first}\n{story}"), format!("{second}\n{story}"));
    assert!(!find(&sources(&[&before, &after])).groups.is_empty());
}

#[test]
fn a_formula_of_many_articles_is_found_in_the_copy_of_one() {
    // Forty articles tell figures in one sentence; the last one copies the twelfth, but for one of them.
    let tells = |place: usize, aircraft: usize, left: usize| {
        format!(
            "Xưởng số {place} nằm ở thung lũng thứ {place} phía tây dãy núi, có {} thợ và {} kho.\n\
             Tập đoàn cho biết đã bàn giao {aircraft} máy bay, còn lại {left} chiếc sẽ giao trước tháng {}.\n\
             Giám đốc xưởng thứ {place} nói {} người thợ đã làm việc {} ngày liền để kịp hạn.",
            place * 7 + 3,
            place * 3 + 2,
            place % 12 + 1,
            place * 11 + 5,
            place + 20,
        )
    };
    let mut texts: Vec<String> = (1..40).map(|at| tells(at, at * 5 + 100, at + 2)).collect();
    texts.push(tells(12, 160, 26));
    let texts: Vec<&str> = texts.iter().map(String::as_str).collect();
    let found = find(&sources(&texts));
    let line = |text: &str| text.find('\n').unwrap() + 1;
    let copied = |alignment: &&super::Alignment| {
        (alignment.left.source, alignment.right.source) == (11, 39)
            && alignment.left.span.start == line(texts[11])
    };
    let alignment = found.alignments.iter().find(copied).unwrap();
    assert!(!alignment.series);
}

#[test]
fn normal_forms_make_no_difference() {
    for case in CASES {
        let composed: Vec<String> = case.texts.iter().map(|text| text.nfc().collect()).collect();
        let decomposed: Vec<String> = case.texts.iter().map(|text| text.nfd().collect()).collect();
        let mixed = [composed.first(), decomposed.get(1)]
            .into_iter()
            .flatten()
            .map(String::as_str);
        let mixed: Vec<&str> = mixed
            .chain(decomposed.iter().skip(2).map(String::as_str))
            .collect();
        let found = find(&sources(&mixed));
        let told = told(&mixed, &found);
        let told: Vec<(Class, Vec<(usize, String)>)> = told
            .into_iter()
            .map(|(class, passages)| {
                (
                    class,
                    passages
                        .into_iter()
                        .map(|(s, text)| (s, text.nfc().collect()))
                        .collect(),
                )
            })
            .collect();
        let expected: Vec<(Class, Vec<(usize, String)>)> = case
            .groups
            .iter()
            .map(|(class, passages)| {
                (
                    *class,
                    passages
                        .iter()
                        .map(|&(s, text)| (s, text.nfc().collect()))
                        .collect(),
                )
            })
            .collect();
        assert_eq!(told, expected, "{}", case.name);
    }
}

#[test]
fn page_furniture_is_no_copy() {
    let texts = [
        "Chia sẻ bài viết này lên mạng xã hội",
        "Chia sẻ bài viết này lên mạng xã hội",
    ];
    let mut pages = sources(&texts);
    assert_eq!(find(&pages).groups.len(), 1);
    for page in &mut pages {
        page.blocks[0].kind = BlockKind::Boilerplate;
    }
    assert_eq!(find(&pages), Duplicates::default());
}

#[test]
fn a_wire_story_in_many_papers_is_one_group_and_few_alignments() {
    let texts = ["Bão đổ bộ vào miền Trung lúc rạng sáng với gió giật cấp mười hai."; 40];
    let found = find(&sources(&texts));
    assert_eq!(found.groups.len(), 1);
    assert_eq!(found.groups[0].passages.len(), 40);
    assert_eq!(found.alignments.len(), 39);
}

#[test]
fn copies_are_found_in_a_crowd_of_rewritten_ones() {
    let story = "The river rose above the highest mark in sixty years and flooded the lower town before dawn on Monday";
    let words: Vec<&str> = story.split(' ').collect();
    let texts: Vec<String> = (0..words.len())
        .map(|at| {
            let mut own = words.clone();
            let new = format!("word{at}x");
            own[at] = &new;
            own.join(" ")
        })
        .collect();
    let texts: Vec<&str> = texts.iter().map(String::as_str).collect();
    let found = find(&sources(&texts));
    let told: BTreeSet<usize> = found
        .groups
        .iter()
        .flat_map(|group| &group.passages)
        .map(|p| p.source)
        .collect();
    assert_eq!(told.len(), texts.len());
}

/// The groups as sets of named passages, so that the order of sources does not matter.
fn sets(found: &Duplicates, order: &[usize]) -> BTreeSet<(Class, u16, BTreeSet<Passage>)> {
    let named = |passage: &Passage| Passage {
        source: order[passage.source],
        ..*passage
    };
    found
        .groups
        .iter()
        .map(|g| {
            (
                g.class,
                g.similarity,
                g.passages.iter().map(named).collect(),
            )
        })
        .collect()
}

#[test]
fn neither_threads_nor_the_order_of_sources_matter() {
    let texts = seeds::SEEDS;
    let all = find(&sources(&texts));
    for order in [[4, 3, 2, 1, 0], [2, 0, 4, 1, 3]] {
        let found = find(&sources(&order.map(|at| texts[at])));
        assert_eq!(sets(&found, &order), sets(&all, &[0, 1, 2, 3, 4]));
    }
    for threads in [1, 3] {
        let pool = rayon::ThreadPoolBuilder::new()
            .num_threads(threads)
            .build()
            .unwrap();
        assert_eq!(pool.install(|| find(&sources(&texts))), all);
    }
}

/// Whether `at` is at a character boundary and not inside a word.
fn is_between_words(text: &str, at: usize) -> bool {
    let (Some(before), Some(after)) = (text.get(..at), text.get(at..)) else {
        return false;
    };
    let (Some(last), Some(first)) = (before.chars().next_back(), after.chars().next()) else {
        return true;
    };
    // A script without spaces is parted between its words.
    let both = String::from_iter([last, first]);
    let parted = Derived::new(&both, Span::new(0, both.len()));
    !(last.is_alphanumeric() && first.is_alphanumeric()) || parted.text().contains(' ')
}

proptest! {
    #[test]
    fn any_text_is_cut_between_words(text in "[a-c Ǻ\u{301}\u{323}đ0-2,.\n\u{200d}]{0,300}", tail in "\\PC{0,60}") {
        let texts = [format!("{text}{tail}"), format!("{tail}. {text}")];
        let texts: Vec<&str> = texts.iter().map(String::as_str).collect();
        let found = find(&sources(&texts));
        for group in &found.groups {
            prop_assert!(group.passages.len() >= 2);
            for (at, a) in group.passages.iter().enumerate() {
                let text = texts[a.source];
                prop_assert!(is_between_words(text, a.span.start) && is_between_words(text, a.span.end));
                let apart = |b: &Passage| a.source != b.source || !a.span.overlaps(b.span);
                prop_assert!(group.passages[at + 1..].iter().all(apart));
            }
        }
        for alignment in &found.alignments {
            prop_assert!(alignment.left < alignment.right);
            for (left, right) in &alignment.words {
                prop_assert!(alignment.left.span.contains(*left) && alignment.right.span.contains(*right));
            }
        }
    }

    #[test]
    fn whatever_is_printed_twice_is_found(words in prop::collection::vec("[a-zàáạảãâăêôơưđếệờỹ]{1,7}", 4..60)) {
        let text = words.join(" ");
        let found = find(&sources(&[&text, &text]));
        prop_assert_eq!(found.groups.len(), 1);
        prop_assert_eq!(found.groups[0].class, Class::Exact);
        prop_assert!(found.groups[0].passages.iter().all(|passage| passage.span == Span::new(0, text.len())));
    }
}
