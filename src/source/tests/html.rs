use super::super::{BlockKind, Input, Source, note};
use super::read;

fn page(html: &str) -> Source {
    read(Input::new("a.html", html))
}

fn blocks(source: &Source) -> Vec<(BlockKind, &str)> {
    let blocks = source.blocks.iter();
    blocks
        .map(|block| (block.kind, block.span.of(&source.text)))
        .collect()
}

const STORY: &str = "<p>Bão số 3 đổ bộ vào Quảng Ninh chiều qua làm 12 người chết và 157 người bị thương.</p>\
                     <p>Hơn 2.400 ngôi nhà bị tốc mái, hàng nghìn héc ta lúa bị ngập trong nước sau nhiều giờ mưa lớn.</p>";

#[test]
fn menus_and_footers_are_furniture_and_the_story_is_not() {
    let source = page(&format!(
        "<nav><a href=/>Tin 24 giờ</a></nav><article><h1>Bão số 3 làm 12 người chết</h1>{STORY}</article>\
         <aside><p>Giá vàng tăng 2 triệu đồng mỗi lượng</p></aside><footer>Giấy phép 12/GP</footer>"
    ));
    let kinds: Vec<BlockKind> = blocks(&source).iter().map(|(kind, _)| *kind).collect();
    use BlockKind::{Body, Boilerplate, Lede, Title};
    assert_eq!(
        kinds,
        [Boilerplate, Title, Lede, Body, Boilerplate, Boilerplate]
    );
}

#[test]
fn a_cell_says_the_header_of_its_column() {
    let source = page(&format!(
        "<h1>Bão số 3 làm 12 người chết</h1>{STORY}<table><caption>Thiệt hại theo tỉnh</caption>\
         <tr><th>Tỉnh<th>Số người chết<tr><td>Quảng Ninh<td>5<tr><td>Hải Phòng<td>7</table>"
    ));
    let rows: Vec<&str> = blocks(&source)
        .into_iter()
        .filter(|(kind, _)| matches!(kind, BlockKind::ListItem | BlockKind::Caption))
        .map(|(_, text)| text)
        .collect();
    assert_eq!(
        rows,
        [
            "Thiệt hại theo tỉnh",
            "Tỉnh | Số người chết",
            "Tỉnh: Quảng Ninh | Số người chết: 5",
            "Tỉnh: Hải Phòng | Số người chết: 7",
        ]
    );
}

#[test]
fn a_cell_over_several_rows_or_columns_is_one_of_each() {
    let source = page(&format!(
        "<h1>Bão số 3 làm 12 người chết</h1>{STORY}<table>\
         <tr><th rowspan=2>Nước<th colspan=2>Huy chương<tr><th>Vàng<th>Bạc\
         <tr><td rowspan=2>Việt Nam<td>5<td>7<tr><td>8<td rowspan=2>9<tr><td>Lào<td>1\
         <tr><td colspan=9999999 rowspan=9999999>Hết</table>"
    ));
    let rows: Vec<&str> = blocks(&source)
        .into_iter()
        .filter(|(kind, _)| *kind == BlockKind::ListItem)
        .map(|(_, text)| text)
        .collect();
    assert_eq!(
        rows,
        [
            "Nước | Huy chương",
            "Vàng | Bạc",
            "Nước: Việt Nam | Vàng: 5 | Bạc: 7",
            "Việt Nam | Vàng: 8 | Bạc: 9",
            "Nước: Lào | Vàng: 1",
            "Nước: Hết",
        ]
    );
}

#[test]
fn advertisements_of_a_page_for_telephones_are_furniture() {
    let source = page(&format!(
        "<article><h1>Bão số 3 làm 12 người chết</h1><amp-ad><p>Giảm giá 50 %</p></amp-ad>{STORY}</article>"
    ));
    let said = blocks(&source).into_iter();
    let kinds: Vec<BlockKind> = said
        .filter(|(_, text)| text.contains("50 %"))
        .map(|(kind, _)| kind)
        .collect();
    assert_eq!(kinds, [BlockKind::Boilerplate]);
}

#[test]
fn what_stands_for_a_picture_is_a_caption_once() {
    let source = page(&format!(
        "<h1>Bão số 3 làm 12 người chết</h1>{STORY}\
         <figure><img alt='Cây đổ ở Hạ Long'><figcaption>Cây đổ ở Hạ Long chiều 7/9.</figcaption></figure>\
         <img alt='Thuyền chìm ở Cát Bà'><p>Gió giật cấp 14 trong nhiều giờ liền.</p>"
    ));
    let captions: Vec<&str> = blocks(&source)
        .into_iter()
        .filter(|(kind, _)| *kind == BlockKind::Caption)
        .map(|(_, text)| text)
        .collect();
    assert_eq!(
        captions,
        ["Cây đổ ở Hạ Long chiều 7/9.", "Thuyền chìm ở Cát Bà"]
    );
}

#[test]
fn raised_digits_are_apart_from_the_number_before_them() {
    let source = page(
        "<p>Rộng 30 m<sup>2</sup>, giá 12<sup>3</sup> tỷ đồng<sup>4</sup> và 6 dm<sup>3</sup>.</p>",
    );
    assert_eq!(source.text, "Rộng 30 m², giá 12³ tỷ đồng ⁴ và 6 dm³.");
}

#[test]
fn metadata_comes_from_the_strongest_place_and_says_which() {
    let source = page(
        "<html lang=vi-VN><title>A - Báo</title><meta property='og:title' content='A &amp; B'>\
         <meta property='og:site_name' content='Báo'><meta name=author content='Lê An'>\
         <script type='application/ld+json'>[{\"@type\":\"Person\",\"name\":\"X\"},{\"@graph\":[{\"@type\":[\"Thing\",\"NewsArticle\"],\
         \"datePublished\":\"2023-07-11T23:30:00+07:00\",\"mainEntityOfPage\":{\"@id\":\"https://bao.vn/a.html\"}}]}]</script>\
         <link rel=canonical href=https://bao.vn/b.html><body><h1>A và B</h1><time datetime=2023-07-12>12/7</time><p>Có 12 người chết.</p>",
    );
    let meta = &source.meta;
    let told = |field: &str| meta.told_by.get(field).copied().unwrap_or_default();
    let found = [
        ("title", meta.title.as_deref()),
        ("publisher", meta.publisher.as_deref()),
        ("author", meta.author.as_deref()),
        ("url", meta.url.as_deref()),
        ("published", meta.published.as_deref()),
        ("language", meta.language.as_deref()),
    ]
    .map(|(field, value)| (field, value.unwrap_or_default(), told(field)));
    assert_eq!(
        found,
        [
            ("title", "A & B", "OpenGraph"),
            ("publisher", "Báo", "OpenGraph"),
            ("author", "Lê An", "meta element"),
            ("url", "https://bao.vn/a.html", "JSON-LD"),
            ("published", "2023-07-11", "JSON-LD"),
            ("language", "vi-VN", "lang attribute"),
        ]
    );
}

#[test]
fn a_page_too_deep_for_a_tree_is_read_all_the_same() {
    let source = page(&format!(
        "{}<p>Có 12 người chết.</p>",
        "<div>".repeat(20_000)
    ));
    assert_eq!(source.text, "Có 12 người chết.");
    assert_eq!(source.notes[0].name, note::LIMIT_REACHED);
}

#[test]
fn what_a_page_hides_is_not_read() {
    let source = page(&format!(
        "<p hidden>99 người</p><div style='DISPLAY : none'>98 người</div><template>97 người</template>{STORY}"
    ));
    assert!(!source.text.contains("9"), "{}", source.text);
}
