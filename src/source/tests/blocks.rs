use super::super::{BlockKind, Input};
use super::{read, text};

/// A file and, by 1-based line or range of lines, the kinds of its blocks as a reader labels them.
const SEEDS: [(&[u8], &str); 5] = [
    (
        include_bytes!("../../../seeds/000_779b5c182f7d7bc8.txt"),
        "1 title, 3 lede, 5-7 caption, 9-25 body, 27-29 meta",
    ),
    (
        include_bytes!("../../../seeds/001_9039bb10c056d500.txt"),
        "1 title, 3 lede, 4 caption, 6-12 body, 14 teaser, 16-30 body, 32 meta, 34 boilerplate",
    ),
    (
        include_bytes!("../../../seeds/002_ad1a42707a90e7ea.txt"),
        "1 title, 2 lede, 3-21 body, 22 meta, 23-25 boilerplate, 26 teaser, 27 boilerplate, 28 teaser, 29 boilerplate, 30 teaser, \
         31 boilerplate, 32 teaser, 33 boilerplate, 34 teaser, 35 boilerplate, 36 teaser, 37 boilerplate, 38 teaser, \
         39 boilerplate, 40 teaser, 41 boilerplate, 42 teaser, 43 boilerplate, 44 teaser",
    ),
    (
        include_bytes!("../../../seeds/003_79406c757cfb65df.txt"),
        "1-13 teaser",
    ),
    (
        include_bytes!("../../../seeds/004_84b43ede4df3b45b.txt"),
        "1-4 list-item, 6 title, 8 meta, 10 lede, 12-14 caption, 16-38 body, 40 meta",
    ),
];

/// The label of `line` in a table of [`SEEDS`].
fn label(table: &'static str, line: usize) -> &'static str {
    let mut rows = table
        .split(',')
        .map(|row| row.trim().split_once(' ').unwrap());
    let found = rows.find(|(range, _)| {
        let (first, last) = range.split_once('-').unwrap_or((range, range));
        (first.parse::<usize>().unwrap()..=last.parse().unwrap()).contains(&line)
    });
    found.unwrap().1
}

#[test]
fn blocks_of_the_seeds_are_what_a_reader_calls_them() {
    let (mut right, mut count, mut wrong) = (0, 0, Vec::new());
    for (bytes, table) in SEEDS {
        let source = read(Input::new("seed.txt", bytes));
        for block in &source.blocks {
            let line = source.lines.position(&source.text, block.span.start).line;
            count += 1;
            if block.kind.name() == label(table, line) {
                right += 1;
            } else {
                wrong.push((
                    source.text.lines().nth(line - 1).unwrap().to_owned(),
                    block.kind,
                ));
            }
        }
    }
    assert_eq!(count, 112);
    assert!(
        right * 100 >= count * 95,
        "{right} of {count}; wrong: {wrong:#?}"
    );
}

/// Lines as `kind text`, `~` for those of other stories, and empty lines.
fn check(article: &str) {
    let mut lines = Vec::new();
    let mut expected = Vec::new();
    for line in article.lines().map(str::trim_start) {
        match line.split_once(' ') {
            Some((label, text)) => {
                lines.push(text);
                expected.push(format!("{label} {text}"));
            }
            None => lines.push(""),
        }
    }
    let source = text(lines.join("\n").trim());
    let found: Vec<String> = source
        .blocks
        .iter()
        .map(|block| {
            let other = if block.foreign { "~" } else { "" };
            format!(
                "{other}{} {}",
                block.kind.name(),
                block.span.of(&source.text)
            )
        })
        .collect();
    assert_eq!(found, expected);
}

#[test]
fn a_box_of_headlines_does_not_end_the_story() {
    check(
        "title Hà Nội mở thêm ba tuyến xe buýt điện

         lede Từ ngày 1/8, thành phố đưa vào khai thác 3 tuyến xe buýt điện với tổng cộng 60 xe.

         ~boilerplate TIN LIÊN QUAN
         ~teaser Giá vé tàu điện tăng 10% từ tháng 9
         ~teaser Thêm 12 bến xe ở ngoại thành

         body Theo Sở Giao thông, mỗi xe chở được 65 khách và chạy 250 km sau một lần sạc, giá vé giữ nguyên mức 7.000 đồng một lượt.

         body Thành phố dự kiến thay toàn bộ 1.900 xe buýt chạy dầu trong giai đoạn 2025-2030, với tổng vốn khoảng 43.000 tỷ đồng từ ngân sách.

         meta Hoàng Minh

         ~boilerplate Bình luận (3)
         ~teaser Bạn đọc A: tôi đi làm bằng tuyến này mỗi ngày, rất tiện lợi.",
    );
}

#[test]
fn navigation_above_the_title_belongs_to_the_page() {
    check(
        "~boilerplate Trang chủ
         ~boilerplate Thời sự
         ~teaser Giá xăng giảm mạnh từ chiều nay 5/6
         title Cháy chợ ở Bình Dương, 40 ki-ốt bị thiêu rụi
         meta 06/06/2024 09:15 GMT+7
         lede Vụ cháy xảy ra lúc 2h sáng 6/6 tại chợ Bến, 40 ki-ốt ở Bình Dương bị thiêu rụi, chưa có thiệt hại về người.
         body Cảnh sát đã điều 12 xe chữa cháy tới chợ.
         caption Lính cứu hỏa dập lửa ở chợ Bến sáng 6/6. Ảnh: An Bình
         body Nguyên nhân đang được điều tra.
         boilerplate Chia sẻ
         ~boilerplate Đọc nhiều
         ~teaser Ba người thoát chết trong vụ lật ca nô",
    );
}

#[test]
fn an_english_page_is_read_alike() {
    check(
        "~boilerplate Home > World > Asia

         title Explainer: Why the alliance wants an office in Tokyo

         meta By Kim Min-ji
         meta Published: July 11, 2023 at 9:30 a.m.

         lede SEOUL, July 11 (Example) - The alliance plans to open an office with 12 staff in Tokyo next year.

         caption FILE PHOTO: Flags fly outside the headquarters in Brussels, June 15, 2022.

         body By noon, 31 members had backed the plan.

         boilerplate Advertisement

         ~teaser READ MORE: Six nations sign a Mekong pact

         body What happens next

         body A vote is due in 2024, officials said.

         meta (Reporting by Kim Min-ji; editing by Anna Lee)

         ~boilerplate Most Read
         ~teaser Storm toll climbs to 38 as relief reaches valleys",
    );
}

#[test]
fn a_credit_on_its_own_line_makes_the_line_above_it_a_caption() {
    check(
        "title Cầu mới nối hai bờ sông Hương

         lede Cầu dài 380 m được khánh thành sáng 2/9 sau 3 năm thi công.

         caption Cầu mới nhìn từ phía bờ nam
         caption Ảnh: Lê Khôi

         body Tổng vốn là 2.281 tỷ đồng.",
    );
}

#[test]
fn items_of_a_live_report_are_a_list() {
    check(
        "title Trực tiếp chung kết cúp quốc gia

         list-item 20h45: Hết hiệp một, tỷ số 1-0.
         list-item 34': Bàn thắng cho đội chủ nhà!
         list-item 20h00: Trận đấu bắt đầu.

         body Hai đội từng gặp nhau 12 lần.",
    );
}

#[test]
fn a_text_without_title_and_blank_lines_is_a_page_of_teasers_only_when_it_looks_like_one() {
    check(
        "lede Sáng 5/6, hơn 300 hộ dân ở xã Tân Hòa đã được di dời tới nơi an toàn.
         body \"Nước lên nhanh lắm, chỉ 40 phút đã ngập tới mái\", bà Lý kể.
         body Chính quyền huy động 120 bộ đội và 15 ca nô để đưa người già ra khỏi vùng ngập.
         body Đến 17h, mực nước sông đã xuống dưới báo động 3 là 0,4 m.",
    );
    check(
        "teaser Sáng 5/6, hơn 300 hộ dân ở xã Tân Hòa đã được di dời tới nơi an toàn.
         teaser Giá vàng trong nước tăng 2 triệu đồng mỗi lượng chỉ sau một đêm.
         teaser Đội tuyển thắng 3-1 trên sân khách và vào vòng loại cuối cùng.
         teaser Thành phố mở thêm ba tuyến xe buýt điện từ ngày 1/8 tới đây.",
    );
}

#[test]
fn a_page_of_headlines_has_no_title() {
    check(
        "teaser Hàn Quốc bán 96 xe tăng cho Romania
         teaser Sáu nước Mekong lập quỹ nửa tỷ USD
         teaser Bão số 9 làm 21 người chết ở miền Trung
         teaser Việt Nam vô địch Cúp Vàng lần thứ ba",
    );
}

#[test]
fn wrapped_lines_are_one_paragraph() {
    let source = text(
        "Six nations sign a river pact\n\nThe six countries along the river signed an\nagreement on Friday that sets up a fund\n\
         of 500 million dollars for clean water,\nofficials said.\n\n1. Laos pays 50 million\nover five years.\n2. Japan pays 100.\n",
    );
    let blocks: Vec<&str> = source
        .blocks
        .iter()
        .map(|block| block.span.of(&source.text))
        .collect();
    assert_eq!(blocks.len(), 4, "{blocks:#?}");
    assert!(blocks[1].starts_with("The six") && blocks[1].ends_with("officials said."));
    assert_eq!(source.blocks[2].kind, BlockKind::ListItem);
}

#[test]
fn a_given_title_is_found_in_the_text() {
    let mut input = Input::new(
        "a.txt",
        "Chuyện lạ ở làng bên hôm nay\n\nMekong: bài toán vốn\n\nSáu nước đã ký thỏa thuận 500 triệu USD.",
    );
    input.meta.title = Some("MEKONG: Bài toán vốn".to_owned());
    let kinds: Vec<BlockKind> = read(input).blocks.iter().map(|block| block.kind).collect();
    assert_eq!(
        kinds,
        [BlockKind::Boilerplate, BlockKind::Title, BlockKind::Lede]
    );
}

#[test]
fn a_list_of_results_with_a_year_is_no_date_line() {
    check(
        "title Das vorläufige Ergebnis der Wahl steht seit heute Nacht fest

         lede Die vorläufigen Prozentsätze der Zweitstimmen sind seit heute Nacht bekannt.

         body CDU: 22,6 % (2021: 19,0 %)

         body AfD: 152 (2021: 83)

         body Die Wahlbeteiligung lag nach den Angaben der Leiterin höher als zuletzt.",
    );
}

#[test]
fn the_section_of_a_page_right_above_the_story_is_no_end_of_it() {
    let story = "Trước đó, vào khoảng 23h50 ngày 12/9, hỏa hoạn thảm khốc xảy ra tại một chung cư mini ở ngõ 29 phố Khương Hạ, quận Thanh Xuân.";
    let kinds = |text: &str| {
        let source = read(Input::new("a.txt", text));
        let blocks = source.blocks.iter();
        blocks
            .map(|block| (block.kind, block.foreign))
            .collect::<Vec<_>>()
    };
    let section = format!("Vụ cháy chung cư mini\n\nTin tức trong ngày\n\n{story}\n\n{story}\n");
    let told = kinds(&section);
    assert!(told[2..].iter().all(|(_, foreign)| !foreign), "{told:?}");
    // Behind the story it does end it.
    let tail = format!(
        "Vụ cháy chung cư mini\n\n{story}\n\n{story}\n\nTin tức trong ngày\n\nGiá vàng tăng mạnh trong phiên sáng nay\n"
    );
    let told = kinds(&tail);
    assert!(told.last().is_some_and(|(_, foreign)| *foreign), "{told:?}");
}
