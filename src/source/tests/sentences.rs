use proptest::prelude::*;

use super::super::Input;
use super::{read, text};

fn sentences_of(tag: &str, paragraph: &str) -> Vec<String> {
    let mut input = Input::new("a.txt", paragraph);
    input.meta.language = Some(tag.to_owned());
    let source = read(input);
    let sentences = source.blocks.iter().flat_map(|block| &block.sentences);
    sentences
        .map(|sentence| sentence.span.of(&source.text).to_owned())
        .collect()
}

/// `|` in the second text marks where a sentence ends.
#[test]
fn sentences_end_where_a_reader_ends_them() {
    let cases = [
        ("vi", "Bão đổ bộ lúc 21h30.| Mưa kéo dài 30 giờ."),
        (
            "vi",
            "Lễ ký diễn ra tại TP. Hồ Chí Minh và TP.HCM, TP.Thủ Đức.",
        ),
        (
            "vi",
            "PGS.TS. Nguyễn Văn A và ThS.BS Trần B có mặt.| GS. Lê C vắng.",
        ),
        ("vi", "Hội nghị diễn ra trong hai ngày, 11-12.7 tại Litva."),
        ("vi", "Có khoảng 2.400 khách.| 40 nguyên thủ dự."),
        ("vi", "Dưới cái nóng 34 độ C.| Theo đài, mai có mưa."),
        (
            "en",
            "It was 34 degrees C.| Rain came, as J. Smith had said.",
        ),
        (
            "vi",
            "Thỏa thuận giữa Hàn Quốc và NATO.|Được biết, hai bên đã ký.",
        ),
        (
            "vi",
            "Hội nghị khai mạc ngày 11/7.|Theo dự kiến, 31 nước dự.",
        ),
        ("vi", "Trang Vietnam.net và baoquocte.vn đưa tin."),
        ("vi", "Bài đăng tại https://example.org/a.Html hôm qua."),
        ("vi", "Ông nói: \"Chúng tôi đồng ý.\"| Hai bên sẽ ký."),
        (
            "vi",
            "\"Bước đi này là tượng trưng.| Đây là cách rõ ràng\", ông nói.",
        ),
        (
            "vi",
            "Ai sẽ trả?| Chưa rõ!| Hai bên còn bàn…| Kết quả sẽ có sau.",
        ),
        ("vi", "Nga, Mỹ… và 3 nước khác phản đối."),
        ("vi", "1. Về người: 38 người chết.| 2 người mất tích."),
        ("vi", "a) Sơ tán: 12 xã.| b) Điện."),
        ("vi", "Hợp tác về khoa học và công nghệ quốc phòng./."),
        ("vi", "Hai bên ký biên bản./.| Tin thêm: 3 nước dự."),
        ("vi", "Quân đội, công an v.v.| Các lực lượng đã đến."),
        ("vi", "Phường Tân Định (Q. 1) và Q. Bình Thạnh ngập 0,5 m."),
        (
            "vi",
            "Bà Nguyễn V. A. cho biết có 3 người.| Ông Đỗ B. im lặng.",
        ),
        (
            "vi",
            "NATO lập quan hệ trong 11 lĩnh vực ảnh 1Tổng thống Yoon.",
        ),
        ("vi", "- Thưa ông, vì sao?| - Vì thiếu vốn."),
        ("vi", "Điểm số là 9.5.| Anh đứng thứ 2."),
        (
            "en",
            "U.S. officials met Dr. Smith at 5 p.m. on Monday.| No deal was made.",
        ),
        (
            "en",
            "It ended at 5 p.m. Monday in Washington, D.C. in the rain.",
        ),
        ("en", "It ended at 5 p.m.| The crowd went home."),
        ("en", "He works for Acme Inc.| It has 40 staff."),
        ("en", "Dr. An Nguyen and Mr. The Anh spoke."),
        (
            "en",
            "Gen. John F. Kelly arrived on Jan. 5 with No. 10 staff.",
        ),
        ("en", "\"Is it true?\" he asked.| \"Yes!\" she said."),
        ("en", "\"We had 72 hours.\"| The 2027 edition follows."),
        ("en", "Prices rose 2.5 percent...| Analysts had expected 3."),
        ("en", "Prices rose (by 2.5 percent).| They fell later."),
        ("en", "Version 2.0 of example.com is out.| Get it."),
    ];
    for (tag, marked) in cases {
        let paragraph = marked.replace('|', "");
        let expected: Vec<&str> = marked.split('|').map(str::trim).collect();
        assert_eq!(sentences_of(tag, &paragraph), expected, "{marked}");
    }
}

#[test]
fn decomposed_text_is_split_alike() {
    use unicode_normalization::UnicodeNormalization;
    let composed = "Thỏa thuận giữa Hàn Quốc và NATO.Được biết, TP. Huế có 3 người. Ủy ban đã họp.";
    let decomposed: String = composed.nfd().collect();
    let expected: Vec<String> = sentences_of("vi", composed)
        .iter()
        .map(|sentence| sentence.nfd().collect())
        .collect();
    assert_eq!(expected.len(), 3);
    assert_eq!(sentences_of("vi", &decomposed), expected);
}

fn articles() -> impl Strategy<Value = String> {
    let part = prop_oneof![
        4 => "[a-zA-ZđôơƯỐ0-9]{1,8}",
        3 => "[.!?…]{1,3}",
        3 => "[ \u{A0}]{1,2}",
        2 => "(\n|\r\n|\n\n)",
        2 => "[\"“”’()\\[\\]»*_#>`|/:-]{1,3}",
        1 => "(TP\\.|U\\.S\\.|1\\. |&amp;|<b>|\\[a\\]\\(http://b/2\\)|---|Ảnh: AP|Tin mới nhất)",
        1 => ".{0,3}",
    ];
    proptest::collection::vec(part, 0..40).prop_map(|parts| parts.concat())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(1000))]

    #[test]
    fn blocks_and_sentences_hold_all_that_is_no_white_space(article in articles(), markdown in any::<bool>()) {
        let name = if markdown { "a.md" } else { "a.txt" };
        let source = read(Input::new(name, article.as_str()));
        let raw = source.text.as_str();
        let shown = |range: &str| range.chars().filter(|c| !c.is_whitespace()).collect::<String>();
        let mut of_blocks = String::new();
        let mut end = 0;
        for block in &source.blocks {
            prop_assert!(block.span.start >= end && block.span.end <= raw.len());
            end = block.span.end;
            prop_assert_eq!(block.span.of(raw).trim(), block.span.of(raw));
            prop_assert!(!block.span.is_empty());
            of_blocks.push_str(&shown(block.span.of(raw)));
            let mut of_sentences = String::new();
            let mut sentence_end = block.span.start;
            for sentence in &block.sentences {
                prop_assert!(sentence.span.start >= sentence_end && block.span.contains(sentence.span));
                sentence_end = sentence.span.end;
                prop_assert!(!sentence.span.is_empty());
                prop_assert_eq!(sentence.span.of(raw).trim(), sentence.span.of(raw));
                of_sentences.push_str(&shown(sentence.span.of(raw)));
            }
            prop_assert_eq!(of_sentences, shown(block.span.of(raw)));
        }
        if source.notes.is_empty() {
            // Only the first is a byte order mark.
            prop_assert_eq!(of_blocks, shown(raw.strip_prefix('\u{FEFF}').unwrap_or(raw)));
        }
    }
}

#[test]
fn a_text_without_ends_is_one_sentence() {
    let source = text("không có dấu chấm");
    assert_eq!(source.blocks.len(), 1);
    assert_eq!(source.blocks[0].sentences.len(), 1);
}
