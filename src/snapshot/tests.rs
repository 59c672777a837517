#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "tests"
)]

use proptest::prelude::*;

use super::*;
use crate::render::sample;

fn accepted() -> Snapshot {
    Snapshot::of(&sample::report())
}

/// What a file keeps: no line numbers.
fn kept(snapshot: &Snapshot) -> Snapshot {
    Snapshot::parse("s.toml", &snapshot.text()).unwrap()
}

fn sentences(comparison: &Comparison) -> Vec<String> {
    let lines = comparison.changes.iter().flat_map(|change| &change.lines);
    lines
        .map(|line| match &line.source {
            Some(source) => format!("{source}: {}", line.text),
            None => line.text.clone(),
        })
        .collect()
}

/// The fact that holds this phrase, for a test to change.
fn fact_with<'s>(snapshot: &'s mut Snapshot, quote: &str) -> &'s mut Fact {
    let facts = snapshot.entries.iter_mut().filter_map(|entry| match entry {
        Entry::Fact(fact) => Some(fact),
        _ => None,
    });
    facts
        .into_iter()
        .find(|fact| fact.claims.iter().any(|claim| claim.quote == quote))
        .unwrap()
}

#[test]
fn the_file_gives_back_what_was_written() {
    let snapshot = accepted();
    let text = snapshot.text();
    assert_eq!(kept(&snapshot).text(), text);
    assert!(kept(&snapshot).compare(&snapshot).changes.is_empty());
    assert!(kept(&snapshot).compare(&snapshot).obsolete.is_empty());
}

#[test]
fn the_file_holds_no_line_numbers_and_shows_hidden_signs() {
    let mut snapshot = accepted();
    fact_with(&mut snapshot, "11 lĩnh vực").about = "a\u{202e}b\u{1b}\"\\".to_owned();
    let text = snapshot.text();
    assert!(
        text.contains(r#"about = "a\U0000202Eb\U0000001B\"\\""#),
        "{text}"
    );
    assert!(
        !text.contains('\u{202e}') && !text.contains("line ="),
        "{text}"
    );
    assert_eq!(kept(&snapshot).text(), text);
}

#[test]
fn the_way_a_text_is_encoded_or_spaced_changes_nothing() {
    let report = sample::report();
    let mut other = report.clone();
    for claim in &mut other.claims {
        claim.quote = unicode_normalization::UnicodeNormalization::nfd(claim.quote.as_str())
            .collect::<String>()
            .replace(' ', "\n ");
        claim.line += 40;
    }
    let comparison = Snapshot::of(&report).compare(&Snapshot::of(&other));
    assert_eq!(comparison.changes, []);
}

#[test]
fn one_member_of_a_group_that_changed_is_told_with_line_and_both_values() {
    let accepted = accepted();
    let mut now = accepted.clone();
    let fact = fact_with(&mut now, "11 lĩnh vực");
    let claim = fact.claims.last_mut().unwrap();
    claim.quote = "7 lĩnh vực".to_owned();
    claim.reads = claim.reads.replace("11", "7");
    claim.at = claim.at.replace("[11]", "[7]");
    let line = claim.line.unwrap();
    let comparison = accepted.compare(&now);
    let [change] = comparison.changes.as_slice() else {
        panic!("{comparison:#?}");
    };
    assert_eq!(change.what, What::Changed);
    assert_eq!(
        sentences(&comparison),
        [format!("b.txt: line {line}: 7 lĩnh vực, was 11 lĩnh vực")]
    );
    let diff = change.diff(&accepted, &now);
    assert!(
        diff.contains("-    { source = \"b.txt\", quote = \"11 lĩnh vực\""),
        "{diff}"
    );
    assert!(
        diff.contains("+    { source = \"b.txt\", quote = \"7 lĩnh vực\""),
        "{diff}"
    );
    assert_eq!(now.compare(&accepted).changes.len(), 1, "and back");
}

#[test]
fn every_kind_of_difference_has_its_sentence() {
    type Edit = fn(&mut Snapshot);
    let cases: [(&str, Edit, &[&str]); 9] = [
        (
            "verdict",
            |now| {
                let fact = fact_with(now, "11 lĩnh vực");
                fact.verdict = "conflict".to_owned();
                fact.kind = Some("digit-swap".to_owned());
            },
            &["conflict (digit-swap), was agreement"],
        ),
        (
            "origins",
            |now| fact_with(now, "11 lĩnh vực").origins = 7,
            &["7 origins, was "],
        ),
        (
            "reading",
            |now| fact_with(now, "11 lĩnh vực").claims[0].reads = "count 12 lĩnh vực".to_owned(),
            &["11 lĩnh vực reads count 12 lĩnh vực, was count 11 lĩnh vực"],
        ),
        (
            "gone",
            |now| {
                fact_with(now, "11 lĩnh vực").claims.pop();
            },
            &["b.txt: 11 lĩnh vực is gone: Hợp tác trên [11] lĩnh vực."],
        ),
        (
            "split",
            |now| {
                let moved = fact_with(now, "11 lĩnh vực").claims.pop().unwrap();
                let mut fact = fact_with(now, "11 lĩnh vực").clone();
                fact.claims = vec![moved];
                fact.verdict = "uncorroborated".to_owned();
                now.entries.push(Entry::Fact(fact));
            },
            &[
                "has left; it stands under uncorroborated",
                "has joined; it stood under agreement",
            ],
        ),
        (
            "ignored",
            |now| {
                for entry in &mut now.entries {
                    if let Entry::Source(source) = entry {
                        for one in &mut source.ignored {
                            one.text = one.text.replace("50", "51");
                            one.line = Some(9);
                        }
                    }
                }
            },
            &["a.txt: line 9: no claim, designation: FA-51, was designation: FA-50"],
        ),
        (
            "metadata",
            |now| {
                for entry in &mut now.entries {
                    if let Entry::Source(source) = entry
                        && source.name == "b.txt"
                    {
                        source.published = None;
                    }
                }
            },
            &["b.txt: published: unknown, was 2024-07"],
        ),
        (
            "remark",
            |now| {
                for entry in &mut now.entries {
                    if let Entry::Source(source) = entry {
                        source.notes.clear();
                    }
                }
            },
            &["z.txt: no longer: source-unreadable: could not be read: permission denied"],
        ),
        (
            "copies",
            |now| {
                for entry in &mut now.entries {
                    if let Entry::Duplicate(found) = entry {
                        found.passages[0].digest = "0".to_owned();
                    }
                }
            },
            &["copied passage changed, behind"],
        ),
    ];
    for (name, edit, wanted) in cases {
        let accepted = accepted();
        let mut now = accepted.clone();
        edit(&mut now);
        let comparison = accepted.compare(&now);
        let told = sentences(&comparison);
        assert!(!comparison.changes.is_empty(), "{name}");
        for wanted in wanted {
            assert!(
                told.iter().any(|line| line.contains(wanted)),
                "{name}: {told:#?}"
            );
        }
    }
}

#[test]
fn entries_of_articles_that_are_not_there_are_obsolete() {
    let accepted = accepted();
    let mut now = accepted.clone();
    now.entries.retain(|entry| entry.sources() != ["wide.txt"]);
    let comparison = accepted.compare(&now);
    assert_eq!(comparison.changes, []);
    assert!(!comparison.obsolete.is_empty());
    for at in comparison.obsolete {
        assert_eq!(accepted.entries[at].sources(), ["wide.txt"]);
    }
}

#[test]
fn what_cannot_be_read_says_where_and_what_to_do() {
    let head = "format = 1\nreport-schema = 1\n";
    let cases = [
        ("format = 2\nreport-schema = 1\n", (1, 10), "later version"),
        ("format = 1\nreport-schema = 0\n", (2, 17), "To migrate"),
        (
            "format = 0\nreport-schema = 1\nwhat = 1\n",
            (1, 10),
            "snapshot accept",
        ),
        ("report-schema = 1\n", (1, 1), "format"),
        (
            "format = 1\nreport-schema = 1\n\n[[fact]]\nidd = \"f\"\n",
            (5, 1),
            "idd",
        ),
        (
            "format = 1\nreport-schema = 1\n<<<<<<< ours\n",
            (3, 1),
            "a merge left its marks",
        ),
    ];
    assert_eq!(
        Snapshot::parse("s.toml", head).unwrap(),
        Snapshot::default()
    );
    for (text, (line, column), message) in cases {
        let error = Snapshot::parse("s.toml", text).unwrap_err();
        assert_eq!(error.location(), Some(("s.toml", line, column)), "{error}");
        assert!(error.to_string().contains(message), "{error}");
        assert!(error.is_snapshot());
    }
}

/// Edits by number: which entry, and what is done to it.
fn edited(edits: &[(usize, u8)]) -> Snapshot {
    let mut now = accepted();
    for &(at, edit) in edits {
        let count = now.entries.len();
        if count == 0 {
            break;
        }
        let at = at % count;
        match (edit % 5, &mut now.entries[at]) {
            (0, _) => {
                now.entries.remove(at);
            }
            (1, entry) => {
                let copy = entry.clone();
                now.entries.push(copy);
            }
            (2, Entry::Fact(fact)) => fact.claims.reverse(),
            (3, Entry::Fact(fact)) => {
                fact.claims.pop();
            }
            (_, Entry::Fact(fact)) => {
                for claim in &mut fact.claims {
                    claim.quote.push('0');
                }
            }
            (_, Entry::Source(source)) => source.ignored.clear(),
            (_, Entry::Duplicate(found)) => found.class = "near".to_owned(),
        }
    }
    now
}

proptest! {
    #[test]
    fn accepting_every_change_leaves_none(edits in prop::collection::vec((0_usize..40, 0_u8..5), 0..8)) {
        let accepted = kept(&accepted());
        let now = edited(&edits);
        let comparison = accepted.compare(&now);
        let all: Vec<&Change> = comparison.changes.iter().collect();
        let merged = kept(&accepted.with(&all, &now));
        let left = merged.compare(&now);
        prop_assert!(left.changes.is_empty(), "{:#?}", left.changes);
        let fresh = kept(&now).compare(&now);
        prop_assert!(fresh.changes.is_empty() && fresh.obsolete.is_empty());
        // Ids tell changes apart.
        let mut ids: Vec<&str> = all.iter().map(|change| change.id.as_str()).collect();
        ids.sort_unstable();
        ids.dedup();
        prop_assert_eq!(ids.len(), all.len());
    }

    #[test]
    fn accepting_one_change_leaves_the_others(edits in prop::collection::vec((0_usize..40, 0_u8..5), 1..6), which in 0_usize..8) {
        // No run gives the same fact twice.
        let edits: Vec<(usize, u8)> = edits.into_iter().filter(|(_, edit)| *edit != 1).collect();
        let accepted = kept(&accepted());
        let now = edited(&edits);
        let comparison = accepted.compare(&now);
        prop_assume!(!comparison.changes.is_empty());
        let one = &comparison.changes[which % comparison.changes.len()];
        let left = accepted.with(&[one], &now).compare(&now);
        prop_assert!(left.changes.len() < comparison.changes.len(), "{left:#?}");
    }

    #[test]
    fn no_text_makes_reading_panic(text in "(format = 1\nreport-schema = 1\n)?[\\[\\]a-z=\"{}, \n0-9]{0,60}") {
        let _ = Snapshot::parse("s.toml", &text);
    }
}
