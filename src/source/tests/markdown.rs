use super::super::{BlockKind, Input, Source, note};
use super::read;

fn markdown(text: &str) -> Source {
    read(Input::new("a.md", text))
}

fn shown(source: &Source) -> Vec<(BlockKind, String)> {
    source
        .blocks
        .iter()
        .map(|block| {
            let sentences: Vec<&str> = block
                .sentences
                .iter()
                .map(|sentence| sentence.text.text())
                .collect();
            (block.kind, sentences.join(" ").trim().to_owned())
        })
        .collect()
}

/// The raw bytes of the only occurrence of `part` in a derived sentence.
fn raw_of<'a>(source: &'a Source, part: &str) -> &'a str {
    let found = source
        .blocks
        .iter()
        .flat_map(|block| &block.sentences)
        .find_map(|sentence| {
            let start = sentence.text.text().find(part)?;
            Some(
                sentence
                    .text
                    .raw(start, start + part.len())
                    .of(&source.text),
            )
        });
    found.unwrap_or_default()
}

#[test]
fn inline_markup_goes_and_the_words_stay() {
    let cases = [
        (
            "Hai bên ký trong **11** lĩnh vực mới.",
            "11 lĩnh vực",
            "11** lĩnh vực",
        ),
        (
            "Có [11 lĩnh vực](http://example.org/2024) mới.",
            "11 lĩnh vực mới",
            "11 lĩnh vực](http://example.org/2024) mới",
        ),
        (
            "Khoảng *2.400* quan _khách_ dự.",
            "2.400 quan khách",
            "2.400* quan _khách",
        ),
        (
            "Tăng 5 &amp; giảm 3&nbsp;%.",
            "5 & giảm 3 %",
            "5 &amp; giảm 3&nbsp;%",
        ),
        ("Giá `16,61` tỷ và 5\\*3 mét.", "16,61 tỷ", "16,61` tỷ"),
        ("Giá `16,61` tỷ và 5\\*3 mét.", "5*3", "5\\*3"),
        ("Sản lượng đạt\n12 triệu tấn.", "đạt 12", "đạt\n12"),
        ("Dòng một<br>12 dòng hai.", "một 12", "một<br>12"),
    ];
    for (text, part, raw) in cases {
        assert_eq!(raw_of(&markdown(text), part), raw, "{text}");
    }
}

#[test]
fn the_address_of_a_link_is_no_text_but_is_known() {
    let source = markdown("Có [11 lĩnh vực](http://example.org/2024) mới.");
    let sentence = &source.blocks[0].sentences[0];
    assert_eq!(sentence.text.text(), "Có 11 lĩnh vực mới.");
    let skipped: Vec<&str> = sentence
        .text
        .skipped()
        .iter()
        .map(|span| span.of(&source.text))
        .collect();
    assert_eq!(skipped, ["[", "](http://example.org/2024)"]);
}

#[test]
fn blocks_follow_the_markup() {
    let source = markdown(
        "# Hội nghị Mekong bế mạc\n\n![Lễ ký tại Đà Nẵng](a/2025.jpg)\n\nSáu nước đã ký thỏa thuận chung hôm qua.\n\n\
         > Chúng tôi góp 500 triệu\n> USD trong 5 năm.\n\n## Ba con số\n\n- 9 lĩnh vực\n- 42 dự án\n  - 17 đã xong\n\n\
         ```\ncode 123\n```\n\n| Nước | Góp |\n|---|---|\n| Lào | 12 |\n\n[1]: http://example.org/7\n\n---\n\n## Tin liên quan\n\n\
         * [Giá vàng sáng nay tăng 3%](b)\n",
    );
    let kinds: Vec<(BlockKind, String)> = shown(&source);
    let expected = [
        (BlockKind::Title, "Hội nghị Mekong bế mạc"),
        (BlockKind::Caption, "Lễ ký tại Đà Nẵng"),
        (BlockKind::Lede, "Sáu nước đã ký thỏa thuận chung hôm qua."),
        (BlockKind::Body, "Chúng tôi góp 500 triệu USD trong 5 năm."),
        (BlockKind::Body, "Ba con số"),
        (BlockKind::ListItem, "9 lĩnh vực"),
        (BlockKind::ListItem, "42 dự án"),
        (BlockKind::ListItem, "17 đã xong"),
        (BlockKind::Boilerplate, "```"),
        (BlockKind::Boilerplate, "code 123"),
        (BlockKind::ListItem, "Nước|Góp"),
        (BlockKind::Boilerplate, "|---|---|"),
        (BlockKind::ListItem, "Lào|12"),
        (BlockKind::Boilerplate, "[1]: http://example.org/7  ---"),
        (BlockKind::Boilerplate, "Tin liên quan"),
        (BlockKind::Teaser, "Giá vàng sáng nay tăng 3%"),
    ];
    let expected: Vec<(BlockKind, String)> = expected
        .map(|(kind, text)| (kind, text.to_owned()))
        .to_vec();
    assert_eq!(kinds, expected);
    assert!(source.blocks.last().unwrap().foreign);
}

#[test]
fn front_matter_is_metadata() {
    let yaml = "---\ntitle: \"Mekong: bài toán vốn\"\ndate: 2025-11-08 05:30:00 +0700\nlang: vi\nsource: Báo Ví dụ # in\nauthor: A\ntags:\n  title: no\n---\n\nSáu nước đã ký.\n";
    let toml = "+++\ntitle = 'Mekong'\npublished = 2025-11\nurl = \"http://example.org/1\"\n+++\nSáu nước đã ký.\n";
    let source = markdown(yaml);
    assert_eq!(source.meta.title.as_deref(), Some("Mekong: bài toán vốn"));
    assert_eq!(source.meta.published.as_deref(), Some("2025-11-08"));
    assert_eq!(source.meta.language.as_deref(), Some("vi"));
    assert_eq!(source.meta.publisher.as_deref(), Some("Báo Ví dụ"));
    assert_eq!(source.blocks[0].kind, BlockKind::Meta);
    assert_eq!(
        shown(&source)[1],
        (BlockKind::Lede, "Sáu nước đã ký.".to_owned())
    );
    let source = markdown(toml);
    assert_eq!(source.meta.published.as_deref(), Some("2025-11"));
    assert_eq!(source.meta.url.as_deref(), Some("http://example.org/1"));
}

#[test]
fn front_matter_with_a_wrong_date_gives_a_note_and_an_open_fence_is_a_ruler() {
    let source = markdown("---\ndate: hôm qua\n---\nSáu nước đã ký.");
    assert_eq!(source.notes[0].name, note::METADATA_IGNORED);
    let source = markdown("---\nSáu nước đã ký.");
    assert_eq!(shown(&source).last().unwrap().1, "Sáu nước đã ký.");
    assert_eq!(source.meta.title, None);
}

#[test]
fn code_over_two_lines_maps_back_to_its_bytes() {
    let source = markdown("Giá `12\ntriệu »` một **tấn** và ``3`` bao.\n\nĐoạn hai có 7 người.");
    assert_eq!(raw_of(&source, "12 triệu »"), "12\ntriệu »");
    assert_eq!(raw_of(&source, "3 bao"), "3`` bao");
}
