#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "tests")]

mod blocks;

use super::{Input, Source};
use crate::pack::schema::{HeadPosition, Language, PackFile};
use crate::pack::{Pack, Packs};

const VIETNAMESE_LETTERS: &str = "ăâđêôơưáàảãạấầẩẫậắằẳẵặéèẻẽẹếềểễệíìỉĩịóòỏõọốồổỗộớờởỡợúùủũụứừửữựýỳỷỹỵ";
const VIETNAMESE_WORDS: &str = "của và là các được đã trong với cho không người này những một có khi theo tại về trên ông bà đến ra như sẽ hai nước ngày";
const ENGLISH_WORDS: &str = "the of and to in that is was for with on as by at from has have had it he she they its were said will are be an a after their his her this who which not but";

fn file(text: &str) -> PackFile {
    toml::from_str(text).unwrap()
}

fn pack(code: &str, letters: &str, words: &str, files: [&str; 3]) -> Pack {
    let files = files.map(file);
    let blocks = files.iter().flat_map(|file| &file.block).map(|cue| cue.get_ref().clone()).collect();
    let abbreviations = files.iter().flat_map(|file| &file.abbreviation).flat_map(|short| short.get_ref().words.clone()).collect();
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

fn packs() -> Packs {
    let base = include_str!("../../rules/base/blocks.toml");
    let vi = [base, include_str!("../../rules/vi/blocks.toml"), include_str!("../../rules/vi/abbreviations.toml")];
    let en = [base, include_str!("../../rules/en/blocks.toml"), include_str!("../../rules/en/abbreviations.toml")];
    Packs::of(vec![pack("vi", VIETNAMESE_LETTERS, VIETNAMESE_WORDS, vi), pack("en", "", ENGLISH_WORDS, en)])
}

fn text(text: &str) -> Source {
    super::read(Input::new("a.txt", text), &packs())
}
