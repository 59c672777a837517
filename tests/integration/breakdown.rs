//! Figures broken down by place, by sector and by what happened: a row is held against the same row and nothing else.

use super::grouping::{report, told};

/// A flood, told in the morning and at noon of one day, and on the next.
const FLOOD: [(&str, &str); 3] = [
    (
        "2025-10-09",
        "Mưa lũ miền núi: 61 người chết và mất tích\n\n\
        Theo báo cáo của các địa phương, tính đến 6 giờ ngày 9/10/2025, mưa lũ đã làm 61 người chết và mất tích (gồm 38 người chết, 23 người mất tích).\n\n\
        Trong đó, tỉnh Cao Bằng có 18 người chết và mất tích tại huyện Bảo Lạc (gồm 11 người chết, 7 người mất tích).\n\n\
        Tại Lào Cai 24 người chết và mất tích (gồm 16 người chết, 8 người mất tích), gồm: thị xã Sa Pa 5 người, huyện Bát Xát 12 người, huyện Bắc Hà 7 người.\n\n\
        Yên Bái 19 người chết và mất tích do sạt lở đất (11 người chết, 8 người mất tích), gồm: huyện Lục Yên 9 người, thành phố Yên Bái 10 người.\n\n\
        Hải Dương và Hà Nội, mỗi địa phương 1 người chết do cây đổ. Lạng Sơn 3 người chết do lũ cuốn.\n",
    ),
    (
        "2025-10-09",
        "Các địa phương đã thống kê đến 12 giờ ngày 9/10/2025: Có 70 người chết, mất tích (44 người chết, 26 người mất tích); tăng 3 người chết (tại tỉnh Yên Bái) so với báo cáo lúc 9 giờ.\n\n\
        Cụ thể, Lào Cai: 29 người (19 người chết, 10 người mất tích), gồm: Bát Xát 15, Sa Pa 5, Bắc Hà 9. Cao Bằng: 18 người tại huyện Bảo Lạc (11 người chết, 7 người mất tích).\n\n\
        Yên Bái: 23 người (14 người chết, 9 người mất tích), gồm: thành phố Yên Bái 12, Lục Yên: 11.\n\n\
        Lạng Sơn: 3 người chết do lũ cuốn.\n",
    ),
    (
        "2025-10-10",
        "Đến chiều 10/10/2025, mưa lũ đã làm 83 người chết và mất tích. Trong đó, 60 người chết, 23 người mất tích.\n\n\
        + Lào Cai: 35 người (gồm 27 người chết, 8 người mất tích). Trong đó, Bát Xát 18 người, Sa Pa 6 người, Bắc Hà 11 người. Đáng chú ý, lũ quét tại thôn Tả Phìn (xã Trịnh Tường) đã khiến 14 người chết.\n\n\
        + Cao Bằng: 20 người (gồm 15 người chết, 5 người mất tích).\n\n\
        + Lạng Sơn: 3 người chết do lũ cuốn.\n",
    ),
];

#[test]
fn rows_of_a_toll_by_province_are_held_against_their_own_province() {
    let report = report(&FLOOD);
    assert_eq!(told(&report, "conflict"), Vec::<String>::new());
    assert_eq!(told(&report, "possible-conflict"), Vec::<String>::new());
    let updates = told(&report, "update");
    for row in [
        "1 11 người chết | 2 14 người chết",
        "1 24 người chết và mất tích | 2 29 người | 3 35 người",
        "1 10 người | 2 12",
    ] {
        assert!(
            updates.iter().any(|fact| fact.contains(row)),
            "{row}: {updates:#?}"
        );
    }
    let agreements = told(&report, "agreement");
    let row = "1 3 người chết | 2 3 người chết | 3 3 người chết";
    assert!(
        agreements.iter().any(|fact| fact.contains(row)),
        "{agreements:#?}"
    );
}

#[test]
fn a_row_that_shrinks_in_a_later_report_is_a_conflict() {
    let mut flood = FLOOD;
    let shrunk = flood[1]
        .1
        .replace("Bát Xát 15, Sa Pa 5", "Bát Xát 15, Sa Pa 4");
    flood[1].1 = &shrunk;
    assert_eq!(told(&report(&flood), "conflict").len(), 1);
}

/// Growth in a quarter, by sector and by what it is compared with.
const GROWTH: [(&str, &str); 2] = [
    (
        "2025-04-06",
        "GDP quý I/2025 tăng 6,94%\n\n\
        Tổng sản phẩm trong nước quý I/2025 ước tăng 6,94% so với cùng kỳ năm trước. Trong đó, khu vực nông, lâm nghiệp và thủy sản tăng 3,74%; khu vực công nghiệp và xây dựng tăng 7,42%; khu vực dịch vụ tăng 7,7%.\n\n\
        Trong tháng 3/2025, kim ngạch xuất khẩu hàng hóa đạt 38,51 tỷ USD, tăng 23,8% so với tháng trước và tăng 14,5% so với cùng kỳ năm trước. Tính chung quý I/2025, kim ngạch xuất khẩu hàng hóa đạt 102,84 tỷ USD, tăng 10,6% so với cùng kỳ năm trước.\n\n\
        Trong 11 nhóm hàng tiêu dùng, có 7 nhóm giảm giá và 4 nhóm tăng giá so với tháng trước. Trong 11 nhóm hàng tiêu dùng có 9 nhóm tăng giá so với cùng kỳ.\n",
    ),
    (
        "2025-04-06",
        "Theo Cục Thống kê, giá trị tăng thêm ngành nông nghiệp quý I/2025 tăng 3,53% so với cùng kỳ năm trước; ngành lâm nghiệp tăng 6,67%; ngành thủy sản tăng 3,98%.\n\n\
        Khu vực dịch vụ quý I/2025 tăng 7,7%. Ngành công nghiệp tăng 7,32%, trong đó công nghiệp chế biến, chế tạo tăng 9,28%.\n",
    ),
];

#[test]
fn rates_of_two_sectors_months_and_bases_are_no_versions_of_one_rate() {
    let report = report(&GROWTH);
    assert_eq!(told(&report, "conflict"), Vec::<String>::new());
    assert_eq!(told(&report, "possible-conflict"), Vec::<String>::new());
    let agreements = told(&report, "agreement");
    let services =
        |fact: &String| fact.contains("1 ") && fact.contains("2 ") && fact.contains("7,7%");
    assert!(agreements.iter().any(services), "{agreements:#?}");
}

/// A quake in a language that no pack reads: the toll as it rose, and its parts.
const QUAKE: [(&str, &str); 3] = [
    (
        "2025-09-08",
        "Cutremur la Valmora: 632 morți și 329 răniți\n\n\
        Bilanțul provizoriu al cutremurului care a lovit Valmora este de 632 morți și 329 răniți, potrivit ministerului. În detaliu, 290 persoane au fost ucise în provincia Râul Mare, 190 în provincia Tarude.\n",
    ),
    (
        "2025-09-08",
        "Cutremur la Valmora: bilanțul urcă la 820 morți\n\n\
        Cutremurul care a lovit Valmora a provocat 820 morți și 672 răniți, potrivit ministerului. În detaliu, 394 persoane au fost ucise în provincia Râul Mare, 271 în provincia Tarude.\n",
    ),
    (
        "2025-09-08",
        "Potrivit ministerului, cutremurul din Valmora a provocat 632 morți și 329 răniți, dintre care 51 grav.\n",
    ),
];

/// The same in one that a pack reads.
const SEISM: [(&str, &str); 3] = [
    (
        "2025-09-08",
        "Séisme à Valmora : 632 morts et 329 blessés\n\n\
        Le bilan provisoire du séisme qui a frappé Valmora est de 632 morts et 329 blessés, selon le ministère. Dans le détail, 290 personnes ont été tuées dans la province de Haute-Rive, 190 dans la province de Tarude.\n",
    ),
    (
        "2025-09-08",
        "Séisme à Valmora : le bilan monte à 820 morts\n\n\
        Le séisme qui a frappé Valmora a fait 820 morts et 672 blessés, selon le ministère. Dans le détail, 394 personnes ont été tuées dans la province de Haute-Rive, 271 dans la province de Tarude.\n",
    ),
    (
        "2025-09-08",
        "Selon le ministère, le séisme de Valmora a fait 632 morts et 329 blessés, dont 51 grièvement.\n",
    ),
];

#[test]
fn a_bulletin_with_all_figures_raised_is_no_copy_gone_wrong() {
    let report = report(&SEISM);
    assert_eq!(told(&report, "conflict"), Vec::<String>::new());
    let agreements = told(&report, "agreement");
    assert!(agreements.is_empty(), "{agreements:#?}");
    let doubtful = told(&report, "possible-conflict");
    let part = |fact: &String| fact.contains("1 290 personnes") && fact.contains("2 394 personnes");
    assert!(doubtful.iter().any(part), "{doubtful:#?}");
    // One figure alone is what a copy gets wrong.
    let slip = SEISM[1].1.replace("271 dans", "190 dans");
    let report = self::report(&[SEISM[0], (SEISM[1].0, &slip)]);
    assert!(told(&report, "conflict").iter().any(part));
}

#[test]
fn what_no_pack_reads_agrees_but_is_in_no_conflict() {
    let report = report(&QUAKE);
    assert_eq!(told(&report, "conflict"), Vec::<String>::new());
    let agreements = told(&report, "agreement");
    let toll = |fact: &String| fact.contains("1 632 morți") && fact.contains("3 632 morți");
    assert!(agreements.iter().any(toll), "{agreements:#?}");
}

/// A death toll told by its noun at some distance, with the injured behind it.
const TOLL: [(&str, &str); 2] = [
    (
        "2025-03-29",
        "Quake death toll jumps to 694, 1,670 injured\n\n\
        The death toll from a massive earthquake in northern San Valmora has jumped to 694, with 1,670 people injured, Prime Minister Ana Castell said on Saturday.\n",
    ),
    (
        "2025-03-30",
        "The death toll from San Valmora's devastating 7.7-magnitude earthquake has surged to 1,644, with 3,408 people injured and 139 still missing, according to Prime Minister Ana Castell.\n",
    ),
];

#[test]
fn the_head_of_a_long_subject_is_what_is_counted() {
    let report = report(&TOLL);
    assert_eq!(told(&report, "conflict"), Vec::<String>::new());
    let updates = told(&report, "update");
    for (before, after) in [("1 694", "2 1,644"), ("1 1,670", "2 3,408")] {
        let grew = |fact: &String| fact.contains(before) && fact.contains(after);
        assert!(updates.iter().any(grew), "{before}: {updates:#?}");
    }
}
