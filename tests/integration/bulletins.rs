//! Bulletins that come out day after day: their tables and what they count since the last one contradict nothing of another day.

use super::grouping::{report, told};

/// Cases of two articles: what their facts of a verdict hold.
fn facts(articles: &[(&str, &str)], verdict: &str) -> Vec<String> {
    told(&report(articles), verdict)
}

const MONDAY: &str = "Sốt xuất huyết: thêm 1.544 ca\n\n\
    Số ca mắc mới phân bố như sau: Đồng Nai 618 ca, Long An 460 ca, Tiền Giang 319 ca, Tây Ninh 119 ca, Cà Mau 28 ca.\n";

#[test]
fn tables_of_two_days_are_not_held_against_each_other() {
    let thursday = "Sốt xuất huyết ở phía Nam\n\n\
        Các địa phương có ca mắc mới: Đồng Nai 634 ca, Long An 387 ca, Tiền Giang 214 ca, Tây Ninh 138 ca, Cà Mau 17 ca.\n";
    let found = facts(
        &[("2025-08-25", MONDAY), ("2025-08-28", thursday)],
        "conflict",
    );
    assert_eq!(found, Vec::<String>::new());
}

#[test]
fn a_table_told_again_with_one_other_figure_is_a_conflict() {
    let again = "Sốt xuất huyết ở phía Nam\n\n\
        Các địa phương có ca mắc mới: Đồng Nai 618 ca, Long An 460 ca, Tiền Giang 391 ca, Tây Ninh 119 ca, Cà Mau 28 ca.\n";
    let found = facts(&[("2025-08-25", MONDAY), ("2025-08-25", again)], "conflict");
    assert_eq!(found.len(), 1, "{found:#?}");
    assert!(found[0].contains("319 ca") && found[0].contains("391 ca"));
}

#[test]
fn by_how_much_a_place_changed_is_no_figure_of_the_place() {
    let daily = "Sốt xuất huyết ở phía Nam\n\n\
        Số ca trong ngày phân bố như sau: TP.HCM 5.294 ca, Bình Dương 4.129 ca, Đồng Nai 618 ca, Long An 460 ca.\n\n\
        So với 24 giờ trước, số ca tăng 1.296 ca. TP.HCM tăng 667 ca, Bình Dương tăng 501 ca, Long An tăng 67 ca, Đồng Nai giảm 181 ca.\n";
    let english = "Dengue in the south\n\n\
        Ho Chi Minh City had the most new cases, 5,294. Binh Duong had 4,129, Dong Nai 618 and Long An 460.\n";
    let articles = [("2025-08-25", daily), ("2025-08-25", english)];
    assert_eq!(facts(&articles, "conflict"), Vec::<String>::new());
    let agreed = facts(&articles, "agreement");
    assert!(
        agreed.iter().any(|fact| fact.contains("5.294 ca")),
        "{agreed:#?}"
    );
}

#[test]
fn what_is_counted_over_the_last_hours_is_of_its_own_day() {
    let one = "Sốt xuất huyết phía Nam\n\nTrong 24 giờ qua, phía Nam có thêm ổ dịch ở 42 xã, theo Viện Pasteur TP HCM.\n";
    let other = "Sốt xuất huyết phía Nam\n\nViện Pasteur TP HCM cho biết ổ dịch được phát hiện ở 38 xã phía Nam trong 24 giờ qua, phần lớn ở vùng ven.\n";
    let later = facts(&[("2025-08-25", one), ("2025-08-28", other)], "conflict");
    assert_eq!(later, Vec::<String>::new());
    let at_once = facts(&[("2025-08-25", one), ("2025-08-25", other)], "conflict");
    assert_eq!(at_once.len(), 1, "{at_once:#?}");
}

#[test]
fn places_in_an_order_and_shares_of_what_grows_go_both_ways() {
    let cases = [
        (
            "Dịch bệnh\n\nTính từ đầu dịch, Việt Nam có 410.366 ca nhiễm, đứng thứ 63 thế giới.\n",
            "Dịch bệnh\n\nTính từ đầu dịch, Việt Nam có 422.469 ca nhiễm, đứng thứ 60 thế giới.\n",
            "đứng thứ 60",
        ),
        (
            "Dịch bệnh ở Việt Nam\n\nTổng số ca tử vong đến nay là 10.053, chiếm 2,5% tổng số ca nhiễm.\n",
            "Dịch bệnh ở Việt Nam\n\nTổng số ca tử vong đến nay là 10.405, chiếm 2,4% tổng số ca nhiễm.\n",
            "2,4%",
        ),
    ];
    for (one, other, later) in cases {
        let articles = [("2025-08-27", one), ("2025-08-30", other)];
        assert_eq!(
            facts(&articles, "conflict"),
            Vec::<String>::new(),
            "{later}"
        );
        let updates = facts(&articles, "update");
        assert!(
            updates.iter().any(|fact| fact.contains(later)),
            "{updates:#?}"
        );
    }
}

#[test]
fn an_order_of_magnitude_contradicts_nothing_and_is_nothing_in_common() {
    let cases = [
        (
            "Bão vào Thái Bình\n\nHàng trăm nhà dân tốc mái ở Thái Bình trong bão.\n",
            "Bão vào Thái Bình\n\nThái Bình có 42 nhà dân tốc mái trong bão.\n",
        ),
        (
            "Bão vào Thái Bình\n\nHàng nghìn trạm biến áp ở Thái Bình mất điện vì bão.\n",
            "Bão vào Thái Bình\n\nHàng nghìn ngôi nhà ở Thái Bình hư hại vì bão.\n",
        ),
    ];
    for (one, other) in cases {
        let report = report(&[("2025-09-07", one), ("2025-09-07", other)]);
        for verdict in ["conflict", "possible-conflict", "agreement"] {
            assert_eq!(told(&report, verdict), Vec::<String>::new(), "{one}");
        }
    }
}

#[test]
fn the_same_number_of_contrary_things_is_no_agreement() {
    let one = "SEA Games medal table\n\nVietnam has collected 125 gold medals at the SEA Games in Bangkok.\n";
    let other =
        "Bảng tổng sắp SEA Games\n\nViệt Nam giành 125 huy chương đồng tại SEA Games ở Bangkok.\n";
    let found = facts(&[("2025-12-18", one), ("2025-12-18", other)], "agreement");
    assert_eq!(found, Vec::<String>::new());
}

#[test]
fn a_digit_less_is_no_slip_where_nothing_is_told_alike() {
    let one = "Bão Wipha: 12 người chết\n\n\
        Bão Wipha vào Quảng Ninh làm 12 người chết, 3.412 nhà hư hại, 27.550 khách mất điện. Trại giam với 1.552 can phạm vẫn an toàn.\n";
    let other = "Quảng Ninh sau bão Wipha\n\n\
        Bão Wipha làm 12 người chết ở Quảng Ninh, 3.412 nhà hư hại, 27.550 khách mất điện.\n\nĐợt trực có 155 bộ đội.\n";
    let found = facts(&[("2025-09-07", one), ("2025-09-07", other)], "conflict");
    assert_eq!(found, Vec::<String>::new());
}

#[test]
fn places_in_an_order_are_no_parts_of_a_sum() {
    let text =
        "SEA Games\n\nSố huy chương vàng của Việt Nam xấp xỉ 3 đoàn xếp 2, 3 và 4 gộp lại.\n";
    assert_eq!(
        facts(&[("2025-05-19", text)], "conflict"),
        Vec::<String>::new()
    );
}

#[test]
fn a_figure_of_one_day_is_not_that_of_another() {
    // The figures of two days: held against each other, news of the second day, or neither.
    let cases = [
        (
            "Ngày 9/6, Hà Nội ghi nhận 120 ca mắc mới.",
            "Ngày 10/6, Hà Nội ghi nhận 95 ca mắc mới.",
            "",
        ),
        (
            "Nhiệt độ cao nhất tại Hà Nội ngày 9/6 là 39,2 độ C.",
            "Nhiệt độ cao nhất tại Hà Nội ngày 10/6 là 40,1 độ C.",
            "",
        ),
        (
            "From June 9 the price of RON 95 petrol is 21,500 dong a litre.",
            "From June 10 the price of RON 95 petrol is 20,900 dong a litre.",
            "",
        ),
        (
            "Ngày 9/6, rạp Sao Biển bán 3.200 vé.",
            "Ngày 10/6, rạp Sao Biển bán 4.100 vé.",
            "update",
        ),
        (
            "Ngày 9/6, rạp Sao Biển bán 3.200 vé.",
            "Ngày 9/6, rạp Sao Biển bán 4.100 vé.",
            "conflict",
        ),
    ];
    for (first, second, verdict) in cases {
        let first = format!("Tin trong ngày\n\n{first}\n");
        let second = format!("Bản tin\n\n{second}\n");
        let articles = [("2025-06-10", first.as_str()), ("2025-06-11", &second)];
        for known in ["conflict", "update"] {
            let found = facts(&articles, known);
            assert_eq!(found.len(), usize::from(known == verdict), "{found:#?}");
        }
    }
}

#[test]
fn a_day_in_the_headline_is_that_of_all_figures() {
    let monday = "VN-Index tăng phiên 14/10\n\nSàn có 312 mã tăng, 98 mã giảm. Khối ngoại mua ròng 845 tỷ đồng, phiên mua ròng thứ năm liên tiếp.\n";
    let tuesday = "VN-Index giảm phiên 15/10\n\nSàn có 140 mã tăng và 265 mã giảm. Khối ngoại mua ròng 320 tỷ đồng, phiên mua ròng thứ sáu liên tiếp.\n";
    let articles = [("2025-10-14", monday), ("2025-10-15", tuesday)];
    assert_eq!(facts(&articles, "conflict"), Vec::<String>::new());
}
