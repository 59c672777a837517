//! Forms of the Vietnamese press that no entry of the pack reads by itself: plain numbers in digits with their nouns, and what
//! looks like a number and is none.

use super::assert_values;

#[test]
fn plain_counts_and_their_signs() {
    assert_values(&[
        ("1.250 căn hộ", &["count 1250"]),
        ("1.250.000 người", &["count 1250000"]),
        ("1,000 ca bệnh", &["count 1000"]),
        ("2,716,840 cổ phiếu", &["count 2716840"]),
        ("1,234.56", &["count 1234.56"]),
        ("05 đối tượng, 02 xe", &["count 5", "count 2"]),
        ("5,5 x 10^3", &["count 5500"]),
        ("31¹ nước", &["count 31"]),
        ("100K", &["count 100000"]),
        ("kém 2 điểm", &["count 2"]),
        ("10-15 triệu đồng", &["money 10000000..15000000 VND"]),
        ("2.000 – 3.000 người", &["count 2000..3000"]),
        ("5-7%", &["percent 5..7 %"]),
        ("tăng thêm 5 lên 15", &["count 5", "count 15"]),
        ("3, 5 và 7 điểm", &["count 3", "count 5", "count 7"]),
        ("2 hoặc 3 lần", &["count 2", "count 3"]),
        ("5 x 10 m", &["measure 5 m", "measure 10 m"]),
        ("448/450 đại biểu tán thành", &["count 448", "count 450"]),
        ("gồm 12 nam và 8 nữ", &["count 12", "count 8"]),
        ("tăng 3 lần", &["count 3"]),
        ("bị phạt 3 lần", &["count 3"]),
        ("VN-Index tăng 12,3 điểm", &["count 12.3"]),
        ("11, 12/7", &["count 11", "date 2025-07-12"]),
        ("08:00", &["time T08:00"]),
        ("54 tuổi", &["count 54"]),
        ("ông A (54 tuổi)", &["count 54"]),
        ("từ 18-60 tuổi", &["count 18..60"]),
        ("mỗi tuần 2 lần", &["count 2"]),
        ("10-15 triệu đồng/tháng", &["money 10000000..15000000 VND"]),
        ("giật cấp 15", &["count 15"]),
        ("8 GB", &["measure 8 GB"]),
        ("3 nạn nhân", &["count 3"]),
        ("31 nước thành viên", &["count 31"]),
        ("48 chiếc FA-50", &["count 48"]),
        ("7 nhóm giải pháp", &["count 7"]),
        ("12 người chết, 3 bị thương", &["count 12", "count 3"]),
        ("3 vụ", &["count 3"]),
        ("3 cặp đấu", &["count 3"]),
        ("200 hộ", &["count 200"]),
        ("200 hộ dân", &["count 200"]),
        ("200 căn", &["count 200"]),
        ("200 nhà", &["count 200"]),
        ("3 người chết và mất tích", &["count 3"]),
        ("chứ không phải 5", &["count 5"]),
        ("thay vì 12", &["count 12"]),
        ("bác bỏ con số 300", &["count 300"]),
        ("không phải 5 mà là 7 người", &["count 5", "count 7"]),
        ("kế hoạch 500, đạt 420", &["count 500", "count 420"]),
        ("kèo 0,5", &["count 0.5"]),
    ]);
}

#[test]
fn words_and_numbers_that_are_no_claim() {
    assert_values(&[
        ("con thứ", &[]),
        ("tuyến số 1", &[]),
        ("Quốc lộ 1A", &[]),
        ("F-16", &[]),
        ("ngày, tháng, năm sinh", &[]),
        ("vụ đông xuân", &[]),
        ("28 tháng Chạp", &[]),
        ("cùng ngày sinh", &[]),
        ("ngày này năm xưa", &[]),
        ("U40", &[]),
        ("riêng tư", &[]),
        ("thịt chín", &[]),
        ("số không", &[]),
        ("thời trang mốt", &[]),
        ("yếu kém", &[]),
        ("chỉ huy", &[]),
        ("phân bón", &[]),
        ("mươi mắm", &[]),
        ("0987.654.321", &[]),
        ("(028) 3822 4740", &[]),
        ("t4@x.vn", &[]),
        ("218A Pasteur", &[]),
        ("Trang 2", &[]),
    ]);
}

#[test]
fn the_hundredths_of_a_race_belong_to_its_time() {
    assert_values(&[
        ("về nhất với 2 phút 04 giây 28", &["duration PT2M4.28S"]),
        (
            "đạt 50 giây 37, kém 31 phần trăm giây",
            &["duration PT50.37S", "duration PT0.31S"],
        ),
        ("kỷ lục cũ là 2:05.10", &["duration PT2M5.1S"]),
        (
            "sau 34 giây 37 người đã ra ngoài",
            &["duration PT34S", "count 37"],
        ),
    ]);
}
