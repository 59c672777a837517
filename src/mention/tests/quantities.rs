//! Numbers with what belongs to them.

use super::assert_values;

#[test]
fn both_ends_of_a_range_share_scale_and_unit() {
    assert_values(&[
        ("từ 5 đến 7 tỷ đồng", &["money 5000000000..7000000000 VND"]),
        ("cần 10-15 triệu đồng", &["money 10000000..15000000 VND"]),
        ("giá 50.000đ-100.000đ", &["money 50000..100000 VND"]),
        ("tăng 5%-7%", &["percent 5..7 %"]),
        ("chờ 3 đến 4 ngày", &["duration P3D..P4D"]),
        ("phạt từ 6 tháng đến 3 năm tù", &["duration P6M..P3Y"]),
        ("phạt từ 1 năm 6 tháng đến 3 năm", &["duration P1Y6M..P3Y"]),
    ]);
}

#[test]
fn hedges_inside_a_range_make_it_vague() {
    assert_values(&[
        (
            "từ hơn 5 đến gần 7 triệu đồng",
            &["money 5000000..7000000 VND about"],
        ),
        (
            "hơn 5 nhưng chưa đến 6 triệu đồng",
            &["money 5000000..6000000 VND"],
        ),
        ("từ 5 đến khoảng 7 người", &["count 5..7 about"]),
    ]);
}

#[test]
fn a_change_has_two_ends_and_no_range() {
    assert_values(&[
        ("tăng từ 7 lên 11 lĩnh vực", &["count 7", "count 11"]),
        (
            "giảm từ 15% xuống còn 12%",
            &["percent 15 %", "percent 12 %"],
        ),
    ]);
}

#[test]
fn sides_are_measures_with_one_unit() {
    assert_values(&[
        ("tấm kính 8x8 m", &["measure 8 m", "measure 8 m"]),
        ("sân 5 x 10 m", &["measure 5 m", "measure 10 m"]),
        ("hố 100m x 50m", &["measure 100 m", "measure 50 m"]),
        ("xe 4x4", &[]),
    ]);
}

#[test]
fn halves_and_hundredths_follow_the_unit() {
    assert_values(&[
        ("hai năm rưỡi", &["duration P2Y6M"]),
        ("hai đô rưỡi", &["money 2.5 USD"]),
        ("2 đô la 23 xu", &["money 2.23 USD"]),
        ("hai đô la và 23 xen", &["money 2.23 USD"]),
        ("hai đô 23", &["money 2.23 USD"]),
        ("hai đô 23 người", &["money 2 USD", "count 23"]),
    ]);
}

#[test]
fn what_a_price_is_for_leaves_the_currency() {
    assert_values(&[
        ("giá 76,5 triệu đồng/lượng", &["money 76500000 VND"]),
        ("giá 20.348 đồng/lít", &["money 20348 VND"]),
        (
            "100 triệu USD (khoảng 2.500 tỷ đồng)",
            &["money 100000000 USD", "money 2500000000000 VND about"],
        ),
    ]);
}

#[test]
fn vague_powers_are_ranges_or_bounds() {
    assert_values(&[
        ("hàng trăm hộ dân", &["count 100 at-least"]),
        ("hàng chục nghìn nhà", &["count 10000 at-least"]),
        ("vài chục người", &["count 20..90 about"]),
        ("mấy trăm người", &["count 200..900 about"]),
        (
            "vài trăm tỷ đồng",
            &["money 200000000000..900000000000 VND about"],
        ),
        ("được quá bán đại biểu tán thành", &["count 0.5 more-than"]),
    ]);
}

#[test]
fn multiples_take_no_unit() {
    assert_values(&[
        ("tăng gấp đôi năm ngoái", &["count 2", "date 2024"]),
        ("cao gấp 3 lần năm trước", &["count 3", "date 2024"]),
        ("lớn gấp rưỡi", &["count 1.5"]),
    ]);
}

#[test]
fn nouns_that_begin_like_a_scale_word_are_counted() {
    assert_values(&[
        ("3 tỷ phú giàu nhất", &["count 3"]),
        ("hai triệu chứng đầu", &["count 2"]),
        ("3 tỷ đồng", &["money 3000000000 VND"]),
    ]);
}

#[test]
fn a_unit_under_another_makes_a_third() {
    assert_values(&[
        ("đạt 5 tấn/ha", &["measure 5 t/ha"]),
        ("uống 2 mg mỗi kg", &["measure 2 mg/kg"]),
        ("chạy 120 km/h", &["measure 120 km/h"]),
        ("chở 5 tấn hàng", &["measure 5 t"]),
    ]);
}

#[test]
fn a_length_of_time_may_be_told_with_commas_and_a_list_may_not() {
    assert_values(&[
        ("phạt 3 năm, 6 tháng tù", &["duration P3Y6M"]),
        (
            "các kỳ hạn 1 năm, 6 tháng, 3 tháng",
            &["duration P1Y", "duration P6M", "duration P3M"],
        ),
    ]);
}

#[test]
fn below_zero_a_range_may_go_down() {
    assert_values(&[("lạnh từ -18°C đến -34°C", &["measure -34..-18 °C"])]);
}
