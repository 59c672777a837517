//! Words that two readings want.

use super::assert_values;

#[test]
fn a_length_keeps_its_unit_before_the_dates_it_counts() {
    assert_values(&[
        (
            "Trong 2 ngày 11,12/7",
            &["duration P2D", "date 2025-07-11/2025-07-12"],
        ),
        (
            "họp 3 ngày 11-13/7",
            &["duration P3D", "date 2025-07-11/2025-07-13"],
        ),
        ("bão số 3 ngày 11/7", &["date 2025-07-11"]),
        (
            "vượt mốc 1.500 ngày 11/7",
            &["count 1500 more-than", "date 2025-07-11"],
        ),
    ]);
}

#[test]
fn a_length_with_a_direction_is_no_date() {
    assert_values(&[
        ("trong 2 năm vừa rồi", &["duration P2Y"]),
        ("trong 3 năm tiếp theo", &["duration P3Y"]),
        ("năm vừa rồi", &["date 2024"]),
    ]);
}

#[test]
fn hedges_behind_the_noun_count() {
    assert_values(&[
        ("nhóm từ 10 người trở lên", &["count 10 at-least"]),
        ("từ 18 tuổi trở lên", &["count 18 at-least"]),
        ("phạt 5 năm trở xuống", &["duration P5Y at-most"]),
    ]);
}

#[test]
fn the_part_of_the_day_stays_with_the_clock_time_before_it() {
    assert_values(&[
        (
            "vào 7:30 chiều ngày 20/4",
            &["time T19:30", "date 2025-04-20"],
        ),
        ("sự cố lúc 15h chiều 11-7", &["time T15", "date 2025-07-11"]),
    ]);
}
