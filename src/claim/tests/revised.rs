use super::claim;

#[test]
fn what_a_sentence_gives_up_stands_behind_what_replaces_it() {
    // What is given up, what stands in for it, and whether the sentence itself says that the first is over.
    let cases = [
        (
            "vi",
            "Sở Xây dựng lùi mốc thông xe từ 3/10/2025 sang 5/10/2025.",
            "2025-10-03",
            "2025-10-05",
            true,
        ),
        (
            "vi",
            "Trận đấu bắt đầu lúc 19h30 thay vì 19h do lịch truyền hình.",
            "T19",
            "T19:30",
            true,
        ),
        (
            "vi",
            "Hội đồng quản trị nâng kế hoạch năm từ 10.500 tỷ lên 11.000 tỷ đồng.",
            "10500000000000",
            "11000000000000",
            true,
        ),
        (
            "vi",
            "Cầu thủ này phải nghỉ 3 tuần, lâu hơn ước tính 10 ngày.",
            "P10D",
            "P3W",
            true,
        ),
        (
            "vi",
            "Báo cáo vốn hẹn tháng 12/2024, phải lùi đến 18/2/2025.",
            "2024-12",
            "2025-02-18",
            true,
        ),
        (
            "en",
            "The Senate moved its hearing to September 25, 2025 from September 18, 2025.",
            "2025-09-18",
            "2025-09-25",
            true,
        ),
        (
            "en",
            "Organisers counted 1,285 delegates, well above the 1,000 they had prepared for.",
            "1000",
            "1285",
            true,
        ),
        (
            "en",
            "They now expect it in 2028; they had previously spoken of 2029.",
            "2029",
            "2028",
            true,
        ),
        (
            "vi",
            "Lịch cũ là 22/10, nhưng đối tác chưa sang nên Sở Nội vụ lùi đến 23/10.",
            "2023-10-22",
            "2023-10-23",
            true,
        ),
        (
            "vi",
            "Ban đầu là 6%; tối qua, giám đốc nâng đề nghị lên 8%.",
            "6",
            "8",
            true,
        ),
        (
            "vi",
            "Thiệt hại là 86 tỷ đồng, tăng gần một nửa so với ước tính 60 tỷ đồng của tuần trước.",
            "60000000000",
            "86000000000",
            true,
        ),
        (
            "en",
            "Damage was first put at 1.2 trillion dong; the city raised that to 1.65 trillion.",
            "1200000000000",
            "1650000000000",
            true,
        ),
        (
            "en",
            "Hospitals were treating 31 injured, up from 22 a day earlier.",
            "22",
            "31",
            false,
        ),
        (
            "en",
            "The port had hoped to reopen on 26 August. That has slipped to 3 September.",
            "2023-08-26",
            "2023-09-03",
            true,
        ),
        (
            "en",
            "The number of dead stood at 21, against 17 the previous evening.",
            "17",
            "21",
            false,
        ),
        // The day on which it was moved is none of the two, and what one is compared with besides is neither.
        (
            "vi",
            "Công đoàn chiều 13/10/2025 thông báo dời cuộc ngừng việc từ 14/10/2025 sang 21/10/2025.",
            "2025-10-14",
            "2025-10-21",
            true,
        ),
        (
            "vi",
            "Số người được nhận vào nhà máy tăng từ 420 lên 510, hơn mức 500 của năm ngoái.",
            "420",
            "510",
            false,
        ),
        ("vi", "Vùng cấm được nới từ 4 km lên 6 km.", "4", "6", false),
    ];
    for (language, text, old, new, said) in cases {
        let (old, new) = (claim(language, text, old), claim(language, text, new));
        let start = u32::try_from(old.mention.core.start).ok();
        assert_eq!(new.revises, start, "{text}");
        assert_eq!(old.overtaken, said, "{text}");
    }
}

#[test]
fn two_years_two_tariffs_and_two_things_replace_nothing() {
    let cases = [
        (
            "en",
            "Deliveries came to 183,150, against 121,600 in 2025.",
            "183150",
        ),
        (
            "en",
            "Profit fell to $612 million from $746 million a year earlier.",
            "612000000",
        ),
        ("en", "She scored 28 points, 24 of them from attacks.", "28"),
        (
            "vi",
            "Lợi nhuận đạt 5.412 tỷ đồng, tăng so với 4.571 tỷ đồng cùng kỳ năm ngoái.",
            "5412000000000",
        ),
        (
            "vi",
            "Cầu dự kiến khởi công ngày 3/10/2025, hoàn thành ngày 5/12/2026.",
            "2026-12-05",
        ),
        (
            "vi",
            "Vốn đầu tư dự kiến 3.200 tỷ đồng, hiện đã giải ngân 1.100 tỷ đồng.",
            "1100000000000",
        ),
        // By how much it was more, and no figure that was expected.
        ("vi", "Nhiệt độ đo được 27 độ, cao hơn dự báo ba độ.", "27"),
        ("vi", "Thuế cà phê giảm từ 16% xuống 8% sau năm năm.", "8"),
    ];
    for (language, text, new) in cases {
        assert_eq!(claim(language, text, new).revises, None, "{text}");
    }
}

#[test]
fn the_figure_of_the_sentence_before_is_replaced_too() {
    let text = "Xuất khẩu tháng 2 đạt 412 triệu USD. Con số này nhỉnh hơn mức 405 triệu USD ước tính hồi đầu tháng.";
    let (old, new) = (
        claim("vi", text, "405000000"),
        claim("vi", text, "412000000"),
    );
    assert_eq!(new.revises, u32::try_from(old.mention.core.start).ok());
    assert!(old.overtaken);
}

#[test]
fn days_early_and_late_are_told_of_the_day_before_them() {
    let cases = [
        (
            "vi",
            "Phà tạm hoạt động từ sáng 8/11, sớm hơn hai ngày so với dự kiến.",
            "2023-11-08",
            Some(2),
        ),
        (
            "vi",
            "Bến số 3 mở lại ngày 3/3, chậm năm ngày so với kế hoạch.",
            "2023-03-03",
            Some(-5),
        ),
        (
            "en",
            "The systems came back on January 24, four days later than planned.",
            "2023-01-24",
            Some(-4),
        ),
        (
            "en",
            "It opened on May 24, two weeks ahead of schedule.",
            "2023-05-24",
            Some(14),
        ),
        // Nothing was planned, or so long it took.
        (
            "en",
            "It opened on May 24, two weeks later than the first one.",
            "2023-05-24",
            None,
        ),
        (
            "vi",
            "Lễ hội mở ngày 8/5, kéo dài hai ngày theo kế hoạch.",
            "2023-05-08",
            None,
        ),
    ];
    for (language, text, day, by) in cases {
        assert_eq!(claim(language, text, day).early_by, by, "{text}");
    }
}
