use std::fmt::Write as _;

use super::super::{Input, Reader};
use super::packs;

#[test]
fn dump() {
    let packs = packs();
    let reader = Reader::new(&packs);
    let mut out = String::new();
    for path in std::env::var("DUMP").unwrap_or_default().split(':').filter(|p| !p.is_empty()) {
        let source = reader.read(Input::new(path, std::fs::read(path).unwrap()));
        writeln!(out, "== {path} {:?}", source.meta).unwrap();
        for block in &source.blocks {
            let line = source.lines.position(&source.text, block.span.start).line;
            let head: String = block.span.of(&source.text).chars().take(60).collect();
            writeln!(out, "{line}\t{}\t{}\t{head}", block.kind.name(), block.foreign).unwrap();
            for s in &block.sentences {
                writeln!(out, "\t\t{:?} {}", s.language, s.text.text()).unwrap();
            }
        }
    }
    std::fs::write("/tmp/dump.txt", out).unwrap();
}
