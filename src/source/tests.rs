#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "tests")]

mod blocks;
mod cues;
mod json_lines;
mod language;
mod manifest;
mod markdown;
mod read;
mod sentences;

use std::sync::LazyLock;

use super::{Input, Reader, Source};
use crate::pack::schema::{HeadPosition, Language, PackFile};
use crate::pack::{Pack, Packs};

const BASE: &str = include_str!("../../rules/base/blocks.toml");
const VI_BLOCKS: &str = include_str!("../../rules/vi/blocks.toml");
const EN_BLOCKS: &str = include_str!("../../rules/en/blocks.toml");
const VIETNAMESE_LETTERS: &str = "ăâđêôơưáàảãạấầẩẫậắằẳẵặéèẻẽẹếềểễệíìỉĩịóòỏõọốồổỗộớờởỡợúùủũụứừửữựýỳỷỹỵ";
const VIETNAMESE_WORDS: &str = "của và là các được đã trong với cho không người này những một có khi theo tại về trên ông bà đến ra như sẽ hai nước ngày";
const ENGLISH_WORDS: &str = "the of and to in that is was for with on as by at from has have had it he she they its were said will are be an a after their his her this who which not but";

fn file(text: &str) -> PackFile {
    toml::from_str(text).unwrap()
}

fn pack(code: &str, letters: &str, words: &str, files: [&str; 3]) -> Pack {
    let files = files.map(file);
    let blocks = files.iter().flat_map(|file| &file.block).map(|cue| cue.get_ref().clone()).collect();
    let abbreviations =
        files.iter().flat_map(|file| &file.abbreviation).flat_map(|short| short.get_ref().words.clone()).collect();
    let language = Language {
        code: code.to_owned(),
        name: code.to_owned(),
        letters: letters.to_owned(),
        words: words.split(' ').map(str::to_owned).collect(),
        head: HeadPosition::First,
        syllabic: true,
        date_order: "dmy".to_owned(),
    };
    Pack::of_parts(language, abbreviations, blocks)
}

/// The packs of all tests: the rule files as they are, with the signs of their languages.
static PACKS: LazyLock<Packs> = LazyLock::new(|| {
    let vi = [BASE, VI_BLOCKS, include_str!("../../rules/vi/abbreviations.toml")];
    let en = [BASE, EN_BLOCKS, include_str!("../../rules/en/abbreviations.toml")];
    Packs::of(vec![pack("vi", VIETNAMESE_LETTERS, VIETNAMESE_WORDS, vi), pack("en", "", ENGLISH_WORDS, en)])
});
static READER: LazyLock<Reader> = LazyLock::new(|| Reader::new(&PACKS));

fn packs() -> &'static Packs {
    &PACKS
}

fn read(input: Input) -> Source {
    READER.read(input)
}

fn text(text: &str) -> Source {
    read(Input::new("a.txt", text))
}
