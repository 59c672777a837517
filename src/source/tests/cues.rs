use super::super::cue::{CueKind, Cues};
use super::super::line::Line;
use super::packs;
use crate::pack::schema::{BlockCue, PackFile};
use crate::text::{Derived, Span};

const BASE: &str = include_str!("../../../rules/base/blocks.toml");
const VI_BLOCKS: &str = include_str!("../../../rules/vi/blocks.toml");
const EN_BLOCKS: &str = include_str!("../../../rules/en/blocks.toml");

fn file(text: &str) -> PackFile {
    toml::from_str(text).unwrap()
}

fn line(text: &str) -> Line {
    Line::new(&Derived::new(text, Span::new(0, text.len())))
}

fn expected(cue: &BlockCue) -> CueKind {
    match cue.block.as_str() {
        _ if cue.opens_tail => CueKind::Tail,
        "caption" => CueKind::Caption,
        "meta" => CueKind::Meta,
        "boilerplate" => CueKind::Furniture,
        "teaser" => CueKind::Teaser,
        "topic" => CueKind::Topic,
        other => panic!("{}: unknown block {other}", cue.name),
    }
}

#[test]
fn every_cue_knows_its_examples_and_its_traps() {
    let packs = packs();
    for (tag, text) in [
        ("vi", BASE),
        ("en", BASE),
        ("vi", VI_BLOCKS),
        ("en", EN_BLOCKS),
    ] {
        let cues = Cues::new(packs.get(tag));
        for cue in file(text).block.iter().map(|cue| cue.get_ref().clone()) {
            let kind = expected(&cue);
            assert!(!cue.examples.is_empty(), "{tag}/{}: no examples", cue.name);
            for example in &cue.examples {
                assert_eq!(
                    cues.find(&line(example)),
                    Some(kind),
                    "{tag}/{}: {example}",
                    cue.name
                );
            }
            for trap in &cue.not {
                assert_ne!(
                    cues.find(&line(trap)),
                    Some(kind),
                    "{tag}/{}: {trap}",
                    cue.name
                );
            }
        }
    }
}

#[test]
fn names_of_cues_are_unique_in_their_file() {
    for text in [BASE, VI_BLOCKS, EN_BLOCKS] {
        let mut names: Vec<String> = file(text)
            .block
            .iter()
            .map(|cue| cue.get_ref().name.clone())
            .collect();
        let count = names.len();
        names.sort();
        names.dedup();
        assert_eq!(names.len(), count);
    }
}
