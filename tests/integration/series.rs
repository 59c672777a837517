//! Figures of which an article tells several, slips of the pen that nothing else explains, and figures that still grow.

use super::grouping::{report, told};

/// Conflicts and doubtful ones.
fn quarrels(articles: &[(&str, &str)]) -> Vec<String> {
    let report = report(articles);
    let mut found = told(&report, "conflict");
    found.extend(told(&report, "possible-conflict"));
    found
}

/// A swarm of quakes told by two papers, each with those that it picked.
const SWARM: [(&str, &str); 2] = [
    (
        "2025-07-29",
        "Huyện Kon Rẫy rung lắc nhiều lần\n\n\
        Trận động đất đầu tiên trong ngày xảy ra lúc 0 giờ 12 phút, có độ lớn 2.7, độ sâu khoảng 8.1 km. Trận động đất gần nhất xảy ra lúc 6 giờ 40 phút, có độ lớn 3.1, độ sâu khoảng 9.4 km.\n\n\
        Trước đó, trận động đất lúc 14 giờ 5 phút hôm qua có độ lớn 4.6, độ sâu khoảng 10.2 km.\n",
    ),
    (
        "2025-07-29",
        "Động đất liên tiếp ở Kon Rẫy\n\n\
        Trận động đất thứ nhất xảy ra hồi 3h20, độ lớn 3.3, độ sâu khoảng 7.5 km. Trận động đất thứ hai xảy ra hồi 8h41, độ lớn 2.9, độ sâu khoảng 8.8 km.\n\n\
        Trận động đất thứ ba xảy ra hồi 11h02, độ lớn 4.0, độ sâu khoảng 11.6 km.\n",
    ),
];

#[test]
fn members_of_a_series_are_not_held_against_each_other() {
    assert_eq!(quarrels(&SWARM), Vec::<String>::new());
}

#[test]
fn figures_told_at_other_hours_are_of_other_members_of_a_row() {
    let bulletins = [
        (
            "2025-07-28",
            "Động đất ở Kon Rẫy\n\nTrận động đất xảy ra lúc 0 giờ 7 phút 1 giây tại tọa độ 14.962 độ vĩ Bắc, có độ lớn 2.8, độ sâu khoảng 8.2 km.\n",
        ),
        (
            "2025-07-28",
            "Tin động đất Kon Rẫy\n\nTrận động đất xảy ra hồi 8h35 tại tọa độ 14.839 độ vĩ Bắc, có độ lớn 3.3, độ sâu khoảng 9.1 km.\n",
        ),
    ];
    let told = quarrels(&bulletins);
    assert!(
        told.iter()
            .all(|fact| !fact.contains("độ lớn 2.8") && !fact.contains("14.962")),
        "{told:#?}"
    );
}

#[test]
fn prices_of_the_market_at_two_hours_are_no_conflict() {
    let bulletins = [
        (
            "2025-10-08",
            "Giá vàng sáng nay\n\nLúc 8h00, giá vàng miếng SJC niêm yết ở mức 139,2 triệu đồng/lượng, tăng 700.000 đồng so với hôm qua.\n",
        ),
        (
            "2025-10-08",
            "Giá vàng chiều nay\n\nLúc 16h00, giá vàng miếng SJC niêm yết ở mức 141,5 triệu đồng/lượng, tăng 1,6 triệu đồng so với hôm qua.\n",
        ),
    ];
    assert_eq!(quarrels(&bulletins), Vec::<String>::new());
}

#[test]
fn one_text_that_tells_two_figures_in_its_body_tells_of_two_things() {
    let text = "Giải bóng đá khép lại\n\n\
        Đội chủ nhà ghi 7 bàn ở vòng bảng. Đội khách ghi 5 bàn và để thủng lưới 3 bàn ở vòng loại.\n";
    assert_eq!(quarrels(&[("2025-05-04", text)]), Vec::<String>::new());
    let title = "Nhà máy tuyển 1.500 công nhân\n\nNhà máy dệt ở Nam Định tuyển 1.800 công nhân trong tháng này.\n";
    assert_eq!(quarrels(&[("2025-05-04", title)]).len(), 1);
}

#[test]
fn a_slip_of_the_pen_is_found_whatever_the_words_around_it() {
    let cases = [
        (
            "another unit",
            "Gia Lai xây đường băng mới\n\nCảng hàng không Phù Cát ở Gia Lai có đường băng dài 3.048 m, rộng 45 m, công suất 5 triệu khách, vốn 3.245 tỷ đồng.\n",
            "Phu Cat airport in Gia Lai grows\n\nThe strip at Phu Cat stretches 3,048 feet and will take 5 million passengers; it is 45 metres wide and costs 3,245 billion dong.\n",
        ),
        (
            "ten times as much under another noun",
            "Khởi công đường băng ở Gia Lai\n\nDự án mở rộng sân bay Phù Cát ở Gia Lai có tổng vốn đầu tư 3.245 tỷ đồng, nâng công suất lên 5 triệu khách một năm, dùng thêm 137,4 ha đất.\n",
            "Gia Lai expands Phu Cat airport\n\nThe works at Phu Cat will cost 32.45 trillion dong, take 137.4 hectares of land and raise capacity to 5 million passengers a year.\n",
        ),
        (
            "day and month",
            "Xe khách lao vực ở Mai Châu\n\nRạng sáng 8/3/2025, xe khách biển số Điện Biên lao xuống vực đèo Thung Khe, Mai Châu, làm 29 người bị thương.\n",
            "Khởi tố chủ xe\n\nChiếc xe khách lao xuống vực đèo Thung Khe, Mai Châu vào rạng sáng 3/8/2025, khiến 29 người bị thương.\n",
        ),
    ];
    for (name, one, other) in cases {
        let found = quarrels(&[("2025-09-10", one), ("2025-09-11", other)]);
        assert_eq!(found.len(), 1, "{name}: {found:#?}");
    }
}

#[test]
fn what_is_counted_so_far_was_less_before() {
    let articles = [
        (
            "2025-09-22",
            "Thu hút đầu tư tỉnh Hưng Yên\n\nTừ đầu năm, Hưng Yên có 112 dự án cấp mới vào các khu công nghiệp.\n",
        ),
        (
            "2025-10-03",
            "Hưng Yên thu hút đầu tư\n\nSau 9 tháng, các khu công nghiệp tỉnh Hưng Yên có 118 dự án cấp mới.\n",
        ),
    ];
    let report = report(&articles);
    assert_eq!(told(&report, "update").len(), 1);
    assert_eq!(told(&report, "conflict"), Vec::<String>::new());
}

#[test]
fn what_is_told_in_the_same_words_is_one_fact_though_no_noun_ties_it() {
    let articles = [
        (
            "2025-03-08",
            "Xe khách lao vực đèo Thung Khe\n\nXe khách chở 43 người từ Điện Biên lao xuống vực đèo Thung Khe rạng sáng nay, làm 29 người bị thương.\n\nTới 10h30, nút giao Mai Lĩnh mới hết tắc.\n",
        ),
        (
            "2025-03-09",
            "Bus plunges off Thung Khe pass\n\nA bus carrying 43 people from Dien Bien plunged off Thung Khe pass before dawn on Saturday, injuring 29.\n\nThe Mai Linh junction stayed clogged until 10.30 in the morning.\n",
        ),
    ];
    let report = report(&articles);
    let agreed = told(&report, "agreement");
    assert!(
        agreed
            .iter()
            .any(|fact| fact.contains("10h30") && fact.contains("10.30")),
        "{agreed:#?}"
    );
}

#[test]
fn a_stretch_of_days_that_a_copy_tells_otherwise_is_a_conflict() {
    let text = |from: u8| {
        format!(
            "Hội nghị bàn về giao thông\n\nHội nghị về giao thông đô thị diễn ra từ ngày {from} đến 27 tháng 6 tại Cần Thơ, với sự tham gia của 215 đại biểu từ 9 nước, theo ban tổ chức.\n"
        )
    };
    let (one, other) = (text(8), text(15));
    let found = quarrels(&[("2025-06-01", one.as_str()), ("2025-06-02", other.as_str())]);
    assert_eq!(found.len(), 1, "{found:#?}");
}

#[test]
fn what_still_is_so_was_more_before() {
    let lede = "Động đất Noto\n\nTrận động đất Noto ở tỉnh Ishikawa, Nhật Bản làm 202 người chết, 565 người bị thương, 4.104 ngôi nhà hư hại.\n\n";
    let report = report(&[
        (
            "2024-01-04",
            &format!("{lede}Hơn 110.000 hộ ở Ishikawa vẫn mất nước.\n"),
        ),
        (
            "2024-01-12",
            &format!("{lede}Khoảng 55.000 hộ ở Ishikawa vẫn chưa có nước.\n"),
        ),
    ]);
    assert_eq!(told(&report, "conflict"), Vec::<String>::new());
    let updates = told(&report, "update");
    assert!(
        updates
            .iter()
            .any(|fact| fact.contains("110.000") && fact.contains("55.000")),
        "{updates:?}"
    );
}

#[test]
fn a_length_of_time_and_by_how_much_it_was_cut_are_two() {
    let report = report(&[
        (
            "2024-03-27",
            "Tòa tuyên án Đỗ Anh Dũng\n\nTòa án Hà Nội tuyên Đỗ Anh Dũng 8 năm tù vì lừa đảo 6.630 người, chiếm đoạt 8.643 tỷ đồng.\n",
        ),
        (
            "2024-09-25",
            "Tòa giảm án Đỗ Anh Dũng\n\nTòa án Hà Nội giảm cho Đỗ Anh Dũng 1 năm tù trong vụ lừa đảo 6.630 người, chiếm đoạt 8.643 tỷ đồng.\n",
        ),
    ]);
    assert_eq!(told(&report, "conflict"), Vec::<String>::new());
}

#[test]
fn what_was_planned_for_one_day_and_held_on_another_is_news() {
    let articles = [
        (
            "2026-03-01",
            "Sắp thông xe cầu Vĩnh Hòa\n\nCầu Vĩnh Hòa bắc qua sông Thu Bồn dự kiến thông xe ngày 15/3/2026, tổng vốn 1.245 tỷ đồng.\n",
        ),
        (
            "2026-03-21",
            "Cầu Vĩnh Hòa thông xe\n\nCầu Vĩnh Hòa bắc qua sông Thu Bồn đã thông xe ngày 20/3/2026, tổng vốn 1.245 tỷ đồng.\n",
        ),
    ];
    assert_eq!(quarrels(&articles), Vec::<String>::new());
    let updates = told(&report(&articles), "update");
    assert_eq!(updates.len(), 1, "{updates:#?}");
}

#[test]
fn the_digits_of_a_slip_speak_where_the_noun_says_little() {
    let articles = [
        (
            "2026-01-30",
            "Ngân hàng Sông Tranh báo lãi\n\nNgân hàng Sông Tranh lãi 12.310 tỷ đồng năm 2025. Cuối năm ngân hàng có 9.840 người, giảm 260 người.\n",
        ),
        (
            "2026-01-30",
            "Ngân hàng Sông Tranh báo lãi lớn\n\nNăm 2025 Ngân hàng Sông Tranh lãi 12.310 tỷ đồng. Đến hết tháng 12, nơi đây có 9.480 người, ít hơn 260 người so với đầu năm.\n",
        ),
    ];
    let found = quarrels(&articles);
    assert_eq!(found.len(), 1, "{found:#?}");
    assert!(found[0].contains("9.840") && found[0].contains("9.480"));
}

#[test]
fn who_is_taken_out_of_a_whole_is_no_other_version_of_it() {
    let articles = [
        (
            "2026-06-12",
            "Quốc hội thông qua luật\n\nQuốc hội sáng nay thông qua Luật Nước sạch với 430 đại biểu tán thành.\n",
        ),
        (
            "2026-06-12",
            "Luật Nước sạch được thông qua\n\nQuốc hội thông qua Luật Nước sạch với 430 phiếu thuận trên tổng số 492 đại biểu.\n",
        ),
    ];
    assert_eq!(quarrels(&articles), Vec::<String>::new());
}

#[test]
fn ages_of_people_whom_nobody_names_are_of_two_people() {
    let report = report(&[
        (
            "2025-09-08",
            "Fire in Valmora\n\nA 65-year-old woman died at the hospital after the fire in Valmora on Friday, the fire service said.\n",
        ),
        (
            "2025-09-08",
            "Fire kills one in Valmora\n\nA 58-year-old man died at the hospital after the fire in Valmora on Friday, the fire service said.\n",
        ),
    ]);
    for verdict in ["conflict", "possible-conflict"] {
        assert_eq!(told(&report, verdict), Vec::<String>::new());
    }
}

#[test]
fn two_lines_of_one_form_are_no_conflict_in_one_text() {
    let text = "Grizzlies lose again\n\nMorant made 16 points for Memphis on Monday, and he added 10 rebounds and 10 assists.\n\nJones made 11 points for Memphis on Monday, and he added five rebounds and four assists.\n";
    assert_eq!(quarrels(&[("2025-01-08", text)]), Vec::<String>::new());
}
