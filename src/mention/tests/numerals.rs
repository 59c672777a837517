//! Numbers in words.

use super::assert_values;

#[test]
fn places_add_up() {
    assert_values(&[
        ("hai mươi mốt", &["count 21"]),
        ("năm mươi lăm chuyến", &["count 55"]),
        ("hăm ba học trò", &["count 23"]),
        ("một trăm linh năm xã", &["count 105"]),
        ("ba trăm linh tư", &["count 304"]),
        ("hai nghìn không trăm hai mươi lăm suất", &["count 2025"]),
        ("năm triệu không trăm linh hai nghìn", &["count 5002000"]),
        ("một tỷ hai trăm triệu", &["count 1200000000"]),
        ("một tỷ lẻ mười bảy", &["count 1000000017"]),
        ("ba vạn quân", &["count 30000"]),
    ]);
}

#[test]
fn a_larger_scale_multiplies_all_before_it() {
    assert_values(&[
        ("hai trăm nghìn tỷ", &["count 200000000000000"]),
        ("một tỷ tỷ", &["count 1000000000000000000"]),
        (
            "chín nghìn tám trăm bảy mươi sáu tỷ năm trăm triệu",
            &["count 9876500000000"],
        ),
    ]);
}

#[test]
fn left_out_places_are_filled() {
    assert_values(&[
        ("một trăm hai", &["count 120"]),
        ("trăm rưỡi người", &["count 150"]),
        ("ba triệu hai", &["count 3200000"]),
        ("một nghìn tư", &["count 1400"]),
        ("ba ngàn rưởi", &["count 3500"]),
        ("bảy trăm tám chín triệu", &["count 789000000"]),
        ("chín trăm sáu mốt", &["count 961"]),
    ]);
}

#[test]
fn tens_said_short_need_a_unit_or_an_end() {
    assert_values(&[
        ("hai mốt", &["count 21"]),
        ("chờ ba lăm phút", &["duration PT35M"]),
        ("chạy bốn bảy cây số", &["measure 47 km"]),
        ("hai tư lệnh", &["count 2"]),
        ("đi ba bốn ngày", &["duration P3D..P4D about"]),
    ]);
}

#[test]
fn five_is_not_year() {
    assert_values(&[
        ("mười năm", &["duration P10Y"]),
        ("hai trăm năm", &["duration P200Y"]),
        ("hai nghìn năm", &["duration P2000Y"]),
        ("hai trăm năm mươi xe", &["count 250"]),
        ("mỗi năm ba tháng", &["duration P3M"]),
    ]);
}

#[test]
fn decimals_are_spoken_in_digits_or_as_a_number() {
    assert_values(&[
        ("hai phẩy năm", &["count 2.5"]),
        ("không phẩy không năm", &["count 0.05"]),
        ("một phẩy hai mươi lăm", &["count 1.25"]),
        ("hai phẩy bảy trăm mười tám", &["count 2.718"]),
        ("một phẩy năm triệu", &["count 1500000"]),
        ("lãi một phẩy năm tỷ đồng", &["money 1500000000 VND"]),
        ("giá 2 phẩy 23 đô la", &["money 2.23 USD"]),
    ]);
}

#[test]
fn a_text_that_is_only_a_number_reads_every_word_as_one() {
    assert_values(&[
        ("năm", &["count 5"]),
        ("không", &["count 0"]),
        ("một", &["count 1"]),
        ("âm năm", &["count -5"]),
        ("trừ hai mươi", &["count -20"]),
        ("trừ hai mươi người", &["count 20"]),
        ("Năm mới", &[]),
        ("không có", &[]),
    ]);
}
