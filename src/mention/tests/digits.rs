//! Numbers in digits.

use super::{assert_values, values_in};

#[test]
fn separators_group_or_open_decimals() {
    assert_values(&[
        ("có 1.250 căn hộ", &["count 1250"]),
        ("có 1.250.000 người", &["count 1250000"]),
        ("rộng 1.234,56 ha", &["measure 1234.56 ha"]),
        ("nóng 12,5 độ", &["measure 12.5 °"]),
        ("trả 1 250 000 đồng", &["money 1250000 VND"]),
        ("đạt 1'250'000 lượt", &["count 1250000"]),
        ("tăng 2.5 triệu lượt", &["count 2500000"]),
        ("chiếm 0.15% vốn", &["percent 0.15 %"]),
        ("chi 7,016 tỷ USD", &["money 7016000000 USD"]),
        ("tăng 18,429%", &["percent 18.429 %"]),
        ("bán 2,716,840 cổ phiếu", &["count 2716840"]),
        ("giá 1,234.56 USD", &["money 1234.56 USD"]),
    ]);
}

#[test]
fn one_space_groups_only_what_is_one_number() {
    assert_values(&[
        ("trả 100 000 đồng", &["money 100000 VND"]),
        ("may 9 999 cái áo", &["count 9999"]),
        ("tháng 7 100 doanh nghiệp", &["date 2025-07", "count 100"]),
        // One sign groups a number throughout.
        ("bán 2 760 000 cái áo", &["count 2760000"]),
        ("giá 1 250 000,5 đồng", &["money 1250000.5 VND"]),
        ("tháng 7 760.000 cái áo", &["date 2025-07", "count 760000"]),
        (
            "tháng 7 1.760.000 cái áo",
            &["date 2025-07", "count 1760000"],
        ),
    ]);
}

#[test]
fn a_space_that_is_the_usual_sign_groups_at_the_end_of_a_sentence_too() {
    let cases: [(&str, &[&str]); 5] = [
        ("Le bilan est passé à 4 300.", &["count 4300"]),
        ("contre 3 612) au port", &["count 3612"]),
        ("passé de 1 200 à 4 300", &["count 1200", "count 4300"]),
        ("passé de 7 200 à 4 300", &["count 7200", "count 4300"]),
        ("en 2023 500 voitures", &["date 2023", "count 500"]),
    ];
    for (text, expected) in cases {
        assert_eq!(values_in("fr", text), expected, "{text}");
    }
}

#[test]
fn three_decimals_alone_are_decimals() {
    assert_values(&[
        ("60,240", &["count 60.24"]),
        ("1,000", &["count 1000"]),
        ("0,0001", &["count 0.0001"]),
    ]);
}

#[test]
fn signs_make_a_number_negative() {
    assert_values(&[
        ("lạnh -5°C", &["measure -5 °C"]),
        ("lạnh âm 5 độ C", &["measure -5 °C"]),
        ("tăng +3,2%", &["percent 3.2 %"]),
        ("- 1.200.000", &["count -1200000"]),
        ("-3/4", &["count -0.75"]),
    ]);
}

#[test]
fn scale_words_and_letters_multiply() {
    assert_values(&[
        ("lãi 1.500 tỷ đồng", &["money 1500000000000 VND"]),
        ("lãi 2,5 nghìn tỷ đồng", &["money 2500000000000 VND"]),
        ("lãi 2 nghìn 500 tỷ đồng", &["money 2500000000000 VND"]),
        ("đón 1 triệu 200 nghìn lượt", &["count 1200000"]),
        ("giá 1 triệu 2", &["count 1200000"]),
        ("giá 1tr2", &["count 1200000"]),
        ("giá 1tr250", &["count 1250000"]),
        ("giá 2t3", &["count 2300000000"]),
        ("vé 500k", &["count 500000"]),
        ("lương 10tr", &["count 10000000"]),
        (
            "bán 5 triệu chiếc 3 ngày",
            &["count 5000000", "duration P3D"],
        ),
    ]);
}

#[test]
fn fractions_powers_and_ticks_belong_to_the_number() {
    assert_values(&[
        ("kéo dài 2 1/2 giờ", &["duration PT2H30M"]),
        ("nặng 1/2 kg", &["measure 0.5 kg"]),
        ("23 1/5", &["count 23.2"]),
        ("đạt 5,5 x 10^3 đơn vị", &["count 5500"]),
        ("đạt 2 × 10⁶ tế bào", &["count 2000000"]),
        ("giá 9,77-3/4 USD", &["money 9.7775 USD"]),
        ("hội nghị 1/2 năm 2024", &["date 2024-02-01"]),
    ]);
}

#[test]
fn powers_of_ten_are_written_as_programs_do() {
    assert_values(&[
        ("đo được 1.3e6 lần", &["count 1300000"]),
        ("nặng 5e-3 kg", &["measure 0.005 kg"]),
        ("ghế 4E12", &[]),
    ]);
}

#[test]
fn a_zero_before_the_decimals_may_be_left_out() {
    assert_values(&[
        (",75", &["count 0.75"]),
        ("tại Hà Nội ,75 người", &["count 75"]),
    ]);
}
