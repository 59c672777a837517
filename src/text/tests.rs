#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "tests"
)]

use proptest::prelude::*;
use unicode_normalization::UnicodeNormalization;

use super::fold::fold;
use super::spacing::Spacing;
use super::{Case, Cut, Derived, LineIndex, Position, Span, TokenKind};

fn whole(text: &str) -> Derived {
    Derived::new(text, Span::new(0, text.len()))
}

/// The raw text from which the only occurrence of `part` in the derived text was made.
fn raw_of<'a>(text: &'a str, derived: &Derived, part: &str) -> &'a str {
    let start = derived.text().find(part).unwrap();
    derived.raw(start, start + part.len()).of(text)
}

#[test]
fn what_looks_alike_is_written_alike() {
    let cases = [
        ("plain 11/7", "plain 11/7"),
        ("a\u{00A0}b\u{2003}c\td", "a b c d"),
        ("line\r\nend", "line  end"),
        ("10–15 — 20−3", "10-15 - 20-3"),
        ("１２．５％", "12.5%"),
        ("٣٤ ৫ 𝟗", "34 5 9"),
        ("11⁄7∕2", "11/7/2"),
        ("2.\u{200B}400\u{FEFF}", "2.400"),
        ("Ðà Nẵng", "Đà Nẵng"),
        ("Ti\u{0065}\u{0302}\u{0301}ng", "Tiếng"),
        ("", ""),
    ];
    for (raw, derived) in cases {
        assert_eq!(whole(raw).text(), derived, "{raw:?}");
    }
}

#[test]
fn scripts_without_spaces_have_some() {
    let cases = [
        ("死亡12人，伤35人。约1，2", "死 亡 12 人, 伤 35 人. 约 1,2"),
        ("「是。」他说（３．５％）。“是", "“是.” 他 说(3.5%). “是"),
        ("12명이 3억달러", "12 명 이 3 억 달 러"),
        ("GDPは5.2%増", "GDP は 5.2% 増"),
        ("$3亿美元", "$3 亿 美 元"),
        ("เสียชีวิต12คน", "เสียชีวิต 12 คน"),
        ("Người 12km, 3%.", "Người 12km, 3%."),
    ];
    for (raw, derived) in cases {
        assert_eq!(whole(raw).text(), derived);
    }
    let derived = whole("死亡12人");
    assert_eq!(raw_of("死亡12人", &derived, "12 人"), "12人");
}

#[test]
fn decomposed_letters_map_back_as_a_whole() {
    let text = "khoảng 2.400 quan khách".nfd().collect::<String>();
    let derived = whole(&text);
    assert_eq!(derived.text(), "khoảng 2.400 quan khách");
    assert_eq!(raw_of(&text, &derived, "2.400"), "2.400");
    assert_eq!(
        raw_of(&text, &derived, "khách"),
        "khách".nfd().collect::<String>()
    );
    assert_eq!(raw_of(&text, &derived, "á"), "a\u{301}");
}

#[test]
fn a_mark_that_composes_with_nothing_stays_with_its_letter() {
    let text = "1x\u{323}2";
    let derived = whole(text);
    assert_eq!(derived.text(), text);
    assert_eq!(derived.raw(1, 2).of(text), "x\u{323}");
    assert_eq!(
        derived.raw(2, 3).of(text),
        "x\u{323}",
        "the end of a run is the end of all of it"
    );
    assert_eq!(raw_of(text, &derived, "2"), "2");
}

#[test]
fn hidden_characters_count_inside_a_range_only() {
    let text = "\u{200B}11\u{200B}000\u{200B} người";
    let derived = whole(text);
    assert_eq!(derived.text(), "11000 người");
    assert_eq!(raw_of(text, &derived, "11000"), "11\u{200B}000");
    assert_eq!(raw_of(text, &derived, "11"), "11");
    assert_eq!(
        derived.raw(0, derived.text().len()),
        Span::new(0, text.len())
    );
}

#[test]
fn carriage_returns_are_white_space_of_their_own() {
    let text = "năm\r\n2023\r\n";
    let derived = whole(text);
    assert_eq!(raw_of(text, &derived, "2023"), "2023");
    assert_eq!(raw_of(text, &derived, "m  2"), "m\r\n2");
}

#[test]
fn a_range_inside_a_character_takes_all_of_it() {
    let text = "đầu";
    let derived = whole(text);
    assert_eq!(derived.raw(1, 3).of(text), "đầ");
    assert_eq!(derived.raw(3, 3), Span::new(2, 2));
    assert_eq!(derived.raw(9, 12), Span::new(text.len(), text.len()));
}

#[test]
fn a_part_of_a_text_keeps_the_offsets_of_the_whole() {
    let text = "Một. Hai 12 ba.";
    let derived = Derived::new(text, Span::new(text.find("Hai").unwrap(), text.len() - 1));
    assert_eq!(derived.text(), "Hai 12 ba");
    assert_eq!(raw_of(text, &derived, "12"), "12");
    assert_eq!(derived.span().of(text), "Hai 12 ba");
}

#[test]
fn cuts_are_left_out_or_replaced() {
    let text = "hơn **11** lĩnh vực &amp; [7 nước](http://x/2024)";
    let cut = |before: &str, part: &str, read_as| {
        let start = text.find(&format!("{before}{part}")).unwrap() + before.len();
        Cut {
            span: Span::new(start, start + part.len()),
            read_as,
        }
    };
    let cuts = [
        cut("hơn ", "**", None),
        cut("11", "**", None),
        cut("", "&amp;", Some('&')),
        cut(" ", "[", None),
        cut("nước", "](http://x/2024)", None),
    ];
    let derived = Derived::with_cuts(text, Span::new(0, text.len()), &cuts);
    assert_eq!(derived.text(), "hơn 11 lĩnh vực & 7 nước");
    assert_eq!(raw_of(text, &derived, "11 lĩnh"), "11** lĩnh");
    assert_eq!(raw_of(text, &derived, "&"), "&amp;");
    assert_eq!(raw_of(text, &derived, "7 nước"), "7 nước");
    assert_eq!(
        derived.skipped().last().unwrap().of(text),
        "](http://x/2024)"
    );
}

#[test]
fn columns_count_code_points() {
    let text = "một\r\nhai 😀 ba\n";
    let lines = LineIndex::new(text);
    let at = |part: &str| lines.position(text, text.find(part).unwrap());
    assert_eq!(at("t\r"), Position { line: 1, column: 3 });
    assert_eq!(at("ba"), Position { line: 2, column: 7 });
    assert_eq!(lines.position(text, 999), Position { line: 3, column: 1 });
    assert_eq!(lines.line(text, 1).of(text), "một");
    assert_eq!(lines.line(text, 2).of(text), "hai 😀 ba");
    assert_eq!(lines.line(text, 3).of(text), "");
    assert_eq!(lines.line(text, 4).of(text), "");
    assert_eq!(lines.count(), 3);
}

#[test]
fn spans_join_and_overlap() {
    let (a, b, c) = (Span::new(2, 5), Span::new(4, 9), Span::new(5, 6));
    assert!(a.overlaps(b) && !a.overlaps(c) && b.contains(c) && !c.contains(b));
    assert_eq!(a.join(b), Span::new(2, 9));
    assert_eq!(Span::new(7, 3), Span::new(7, 7));
    assert!(Span::new(7, 3).is_empty());
    assert_eq!(Span::new(1, 3).of("đă"), "", "not on character boundaries");
}

/// Text with many marks, line ends and hidden characters beside arbitrary ones.
fn texts() -> impl Strategy<Value = String> {
    let part = prop_oneof![
        3 => "[a-zA-Z0-9 .,/]{1,6}",
        3 => "[aeiouyđAEIOUYĐ][\u{302}\u{306}\u{31B}]?[\u{300}\u{301}\u{303}\u{309}\u{323}]{0,2}",
        2 => "[ăâêôơưạảấầẩẫậắằẳẵặẹẻẽếềểễệỉịọỏốồổỗộớờởỡợụủứừửữựỳỵỷỹ]{1,4}",
        1 => "[\r\n\t\u{A0}\u{200B}\u{FEFF}\u{200D}\u{AD}\u{2013}\u{FF11}\u{664}\u{212B}\u{344}\u{958}\u{1100}\u{1161}\u{11A8}]{1,3}",
        1 => "[0-9a-z$%\u{4E00}-\u{4E0F}\u{3041}-\u{3050}\u{AC00}-\u{AC10}\u{E01}\u{E31}\u{3001}\u{3002}\u{FF0C}\u{300D}\u{201D}(]{1,5}",
        1 => ".{0,4}",
    ];
    proptest::collection::vec(part, 0..12).prop_map(|parts| parts.concat())
}

/// The folded NFC of `text`, one character after the other, with the spaces that scripts leave out.
fn parted(text: &str) -> String {
    let (mut parted, mut spacing) = (String::new(), Spacing::default());
    for raw in text.nfc() {
        let Some(c) = fold(raw) else { continue };
        if spacing.parts(c) {
            parted.push(' ');
        }
        parted.push(c);
        spacing = Spacing::behind(raw, c);
    }
    parted
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(600))]

    #[test]
    fn derived_text_is_the_folded_nfc_of_the_whole(text in texts()) {
        let derived = whole(&text);
        prop_assert_eq!(derived.text(), parted(&text));
    }

    #[test]
    fn normal_form_makes_no_difference(text in texts()) {
        let composed = text.nfc().collect::<String>();
        let decomposed = text.nfd().collect::<String>();
        let (left, right) = (whole(&composed), whole(&decomposed));
        prop_assert_eq!(left.text(), right.text());
    }

    #[test]
    fn every_range_maps_to_whole_raw_characters(text in texts()) {
        let derived = whole(&text);
        let bounds: Vec<usize> = derived.text().char_indices().map(|(at, _)| at).chain([derived.text().len()]).collect();
        prop_assert_eq!(derived.raw(0, derived.text().len()), if derived.text().is_empty() {
            Span::new(text.len(), text.len())
        } else {
            Span::new(0, text.len())
        });
        for (i, &start) in bounds.iter().enumerate() {
            for &end in &bounds[i + 1..] {
                let span = derived.raw(start, end);
                prop_assert!(text.is_char_boundary(span.start) && text.is_char_boundary(span.end));
                // A space that a script leaves out is made of nothing.
                let left_out = |at: usize| usize::from(derived.raw(at, at + 1).is_empty());
                let (first, last) = (start + left_out(start), end - left_out(end - 1));
                prop_assert!((!span.is_empty() || first >= last) && span.end <= text.len());
                // Reading the raw range again gives at least the range that was asked for.
                let again = Derived::new(&text, span);
                prop_assert!(again.text().contains(derived.text().get(first..last).unwrap_or("")));
            }
        }
    }

    #[test]
    fn an_even_part_is_what_its_raw_bytes_give(text in texts()) {
        let derived = whole(&text);
        let bounds: Vec<usize> = text.char_indices().map(|(at, _)| at).chain([text.len()]).collect();
        for (i, &start) in bounds.iter().enumerate() {
            for &end in &bounds[i..] {
                let span = Span::new(start, end);
                let again = Derived::new(&text, span);
                if let Some(part) = derived.even_part(span) {
                    prop_assert_eq!(part.text(), again.text());
                    prop_assert_eq!(part.span(), again.span());
                    prop_assert_eq!(part.raw(1, 2), again.raw(1, 2));
                }
            }
        }
    }

    #[test]
    fn neighbouring_ranges_do_not_run_backwards(text in texts()) {
        let derived = whole(&text);
        let starts: Vec<usize> = derived.text().char_indices().map(|(at, _)| derived.raw(at, at + 1).start).collect();
        prop_assert!(starts.is_sorted());
    }
}

#[test]
fn the_short_ways_for_latin_letters_agree_with_the_tables() {
    for c in '\0'..=char::MAX {
        assert_eq!(super::is_letter(c), c.is_alphabetic(), "{c:?}");
        let (word, mut lower) = (format!("a{c}b"), String::new());
        super::lower_into(&word, &mut lower);
        assert_eq!(lower, word.to_lowercase(), "{c:?}");
        let one = c.to_string();
        for token in super::tokens(&one) {
            let in_word = c.is_alphabetic()
                || ('\u{300}'..='\u{36F}').contains(&c)
                || "⁰¹²³⁴⁵⁶⁷⁸⁹".contains(c);
            assert_eq!(token.kind == TokenKind::Word, in_word, "{c:?}");
            assert_eq!(token.kind == TokenKind::Digits, c.is_ascii_digit(), "{c:?}");
            let capital = in_word && c.is_uppercase();
            assert_eq!(token.case == Case::Title, capital, "{c:?}");
            assert!(!token.small || one.to_lowercase() == one, "{c:?}");
        }
        if super::letter::is_plain(c) {
            assert_eq!(super::fold::fold(c), Some(c), "{c:?}");
            let text = format!("a{c}");
            assert!(unicode_normalization::is_nfc(&text), "{c:?}");
            assert_eq!(unicode_normalization::char::canonical_combining_class(c), 0);
            assert!(
                unicode_normalization::is_nfc_quick(std::iter::once(c))
                    == unicode_normalization::IsNormalized::Yes
            );
        }
    }
}
