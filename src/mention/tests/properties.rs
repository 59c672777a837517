//! What holds for every text.

use proptest::prelude::*;
use unicode_normalization::UnicodeNormalization;

use super::reading;
use crate::text::Span;

/// Numbers, number words, units and signs, in any order.
fn mixed() -> impl Strategy<Value = String> {
    let pieces = prop::sample::select(vec![
        "5",
        "12",
        "2025",
        "1.250",
        "7,016",
        "0",
        "007",
        "năm",
        "hai",
        "mươi",
        "mốt",
        "tư",
        "trăm",
        "nghìn",
        "triệu",
        "tỷ",
        "không",
        "linh",
        "phẩy",
        "rưỡi",
        "âm",
        "một",
        "ngày",
        "tháng",
        "quý",
        "giờ",
        "phút",
        "đồng",
        "USD",
        "%",
        "km",
        "từ",
        "đến",
        "lên",
        "hơn",
        "khoảng",
        "nhưng chưa đến",
        "và",
        "x",
        "10^3",
        "-",
        "/",
        ",",
        ".",
        ":",
        "(",
        ")",
        "k",
        "tr",
        "người",
        "thứ",
        "lần",
        "FA-50",
        "trở lên",
        "xu",
        "đô la",
        "vài",
        "hàng",
        "gấp",
        "phần",
        "11/7",
        "h",
        "\u{a0}",
        "¹",
    ]);
    let joints = prop::sample::select(vec!["", " ", " "]);
    prop::collection::vec((pieces, joints), 0..14).prop_map(|pieces| {
        pieces
            .into_iter()
            .flat_map(|(piece, joint)| [piece, joint])
            .collect()
    })
}

/// Every run of digits of `text`.
fn digit_runs(text: &str) -> Vec<Span> {
    let mut runs: Vec<Span> = Vec::new();
    for (at, c) in text.char_indices().filter(|(_, c)| c.is_ascii_digit()) {
        match runs.last_mut() {
            Some(last) if last.end == at => last.end += c.len_utf8(),
            _ => runs.push(Span::new(at, at + c.len_utf8())),
        }
    }
    runs
}

fn check(text: &str) -> Result<(), TestCaseError> {
    let reading = reading(text);
    for run in digit_runs(text) {
        let holds = |span: &Span| span.start <= run.start && run.end <= span.end;
        let covered = reading.mentions.iter().any(|m| holds(&m.span))
            || reading.ignored.iter().any(|i| holds(&i.span));
        prop_assert!(covered, "{} in {text:?}", run.of(text));
    }
    for mention in &reading.mentions {
        let (core, span) = (mention.core, mention.span);
        prop_assert!(
            text.get(core.start..core.end)
                .is_some_and(|core| !core.is_empty())
        );
        prop_assert!(span.start <= core.start && core.end <= span.end);
        prop_assert!(text.is_char_boundary(span.start) && text.is_char_boundary(span.end));
    }
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 400, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn every_run_of_digits_is_a_mention_or_ignored(text in mixed()) {
        check(&text)?;
    }

    #[test]
    fn any_text_is_read_without_panic(text in "\\PC{0,60}") {
        check(&text)?;
    }

    #[test]
    fn decomposed_text_reads_the_same(text in mixed()) {
        let composed: String = text.nfc().collect();
        let decomposed: String = text.nfd().collect();
        let said = |text: &str| -> Vec<(String, Option<String>, Option<String>, String)> {
            let of = |span: Span| span.of(text).nfc().collect::<String>();
            reading(text)
                .mentions
                .iter()
                .map(|m| (m.kind.name().to_owned(), m.value.notation(), m.unit.clone(), of(m.span) + "|" + &of(m.core)))
                .collect()
        };
        prop_assert_eq!(said(&composed), said(&decomposed));
    }
}
