use super::super::{BlockKind, Content, Input, Metadata, Saying, Source, note};
use super::{read, text};

fn bytes(bytes: &[u8]) -> Source {
    read(Input::new("a.txt", bytes))
}

#[test]
fn what_cannot_be_read_gives_a_note_and_no_blocks() {
    let cases: [(&[u8], &str, Option<usize>, &str); 6] = [
        (b"", note::SOURCE_EMPTY, None, "no text"),
        (b" \r\n\t\n", note::SOURCE_EMPTY, None, "no text"),
        (b"\xEF\xBB\xBF\n", note::SOURCE_EMPTY, None, "no text"),
        (
            b"one\ntwo \xFFthree",
            note::NOT_UTF_8,
            Some(2),
            "byte 8, line 2",
        ),
        (b"\xFF\xFE\0\0a\0\0\0", note::NOT_UTF_8, Some(1), "UTF-32"),
        (
            b"PNG\n\n\0\x01",
            note::SOURCE_BINARY,
            Some(3),
            "byte 5, line 3",
        ),
    ];
    for (content, name, line, message) in cases {
        let source = bytes(content);
        assert!(source.blocks.is_empty(), "{name}");
        assert_eq!(source.notes.len(), 1, "{name}");
        assert_eq!((source.notes[0].name, source.notes[0].line), (name, line));
        assert!(
            source.notes[0].says.to_string().contains(message),
            "{}",
            source.notes[0].says
        );
    }
}

#[test]
fn an_unreadable_input_says_why() {
    let source = read(Input::unreadable("b.txt", Saying::new("permission denied")));
    assert_eq!(source.notes[0].name, note::SOURCE_UNREADABLE);
    assert_eq!(source.notes[0].says.to_string(), "permission denied");
    let content = Content::Unreadable {
        why: Saying::new("no object"),
        line: Some(7),
    };
    let source = read(Input {
        content,
        ..Input::new("c", "")
    });
    assert_eq!(source.notes[0].line, Some(7));
}

#[test]
fn a_line_that_is_too_long_is_left_out_and_named() {
    let long = "a ".repeat(600_000);
    for name in ["a.txt", "a.md"] {
        let article = format!("Tiêu đề của bài báo\n\n{long}\n\nCó 12 người bị thương.\n");
        let source = read(Input::new(name, article));
        assert_eq!(source.notes.len(), 1);
        assert_eq!(
            (source.notes[0].name, source.notes[0].line),
            (note::LINE_TOO_LONG, Some(3))
        );
        let kinds: Vec<BlockKind> = source.blocks.iter().map(|block| block.kind).collect();
        assert_eq!(kinds, [BlockKind::Title, BlockKind::Lede], "{name}");
    }
}

#[test]
fn a_byte_order_mark_is_passed_over_and_spans_stay_raw() {
    let source = text("\u{FEFF}Bão số 9 vào bờ\r\n\r\nCó 21 người chết.\r\n");
    let spans: Vec<&str> = source
        .blocks
        .iter()
        .map(|block| block.span.of(&source.text))
        .collect();
    assert_eq!(spans, ["Bão số 9 vào bờ", "Có 21 người chết."]);
    assert_eq!(source.blocks[0].span.start, 3);
    let sentence = &source.blocks[1].sentences[0];
    let at = sentence.text.text().find("21").unwrap();
    assert_eq!(sentence.text.raw(at, at + 2).of(&source.text), "21");
}

#[test]
fn title_and_day_of_publication_are_read_from_the_text() {
    let cases = [
        (
            "NATO họp ở Vilnius trong hai ngày\n15-02-2023 16:26 Hàn Quốc và NATO đã ký 3 văn bản hôm qua.",
            Some("2023-02-15"),
        ),
        (
            "NATO họp ở Vilnius trong hai ngày\n\nThứ Tư, 12/7/2023, 08:15\n\nHai bên đã ký 3 văn bản.",
            Some("2023-07-12"),
        ),
        (
            "NATO họp ở Vilnius trong hai ngày\n\nHai bên đã ký 3 văn bản ngày 12/7/2023.",
            None,
        ),
        (
            "12/7/2024\n\nNATO họp ở Vilnius trong hai ngày\n\nHai bên đã ký 3 văn bản.",
            None,
        ),
    ];
    for (article, published) in cases {
        let source = text(article);
        assert_eq!(
            source.meta.title.as_deref(),
            Some("NATO họp ở Vilnius trong hai ngày"),
            "{article}"
        );
        assert_eq!(source.meta.published.as_deref(), published, "{article}");
    }
}

#[test]
fn what_is_given_wins_over_what_is_read() {
    let meta = Metadata {
        title: Some("Tên khác".to_owned()),
        published: Some("2023-07-01T08:00:00+07:00".to_owned()),
        ..Metadata::default()
    };
    let article =
        "NATO họp ở Vilnius trong hai ngày\n\nThứ Tư, 12/7/2023\n\nHai bên đã ký 3 văn bản.";
    let source = read(Input::new("a.txt", article).with_meta(meta));
    assert_eq!(source.meta.title.as_deref(), Some("Tên khác"));
    assert_eq!(source.meta.published.as_deref(), Some("2023-07-01"));
}

#[test]
fn a_given_date_that_is_none_is_left_out_with_a_note() {
    for wrong in [
        "yesterday",
        "2023-02-30",
        "2023-13",
        "11/7/2023",
        "2023-07-11T25:00",
    ] {
        let meta = Metadata {
            published: Some(wrong.to_owned()),
            ..Metadata::default()
        };
        let source = read(Input::new("a.txt", "Có 12 người bị thương.").with_meta(meta));
        assert_eq!(source.meta.published, None, "{wrong}");
        assert_eq!(source.notes[0].name, note::METADATA_IGNORED, "{wrong}");
    }
}
