use super::claim;

/// All are published on Saturday 15 July 2023; each must hold exactly one claim of the value.
#[test]
fn dates_of_plans_look_forward_and_all_others_back() {
    let cases = [
        ("en", "The two sides will meet on Friday.", "2023-07-21"),
        ("en", "The two sides met on Friday.", "2023-07-14"),
        ("en", "The court is due to rule on Saturday.", "2023-07-15"),
        ("en", "On Tuesday, the court will rule on it.", "2023-07-18"),
        (
            "en",
            "He was held on Monday and will appear in court on Thursday.",
            "2023-07-20",
        ),
        (
            "en",
            "He was held on Monday and will appear in court on Thursday.",
            "2023-07-10",
        ),
        (
            "en",
            "He will appear in court after an attack on Friday.",
            "2023-07-14",
        ),
        (
            "en",
            "The man, who was held on Friday, will appear in court.",
            "2023-07-14",
        ),
        (
            "en",
            "The bank said on Monday it plans to cut jobs.",
            "2023-07-10",
        ),
        (
            "en",
            "The results will be announced on Friday at 5pm.",
            "2023-07-21",
        ),
        ("en", "Talks resume at 10 a.m. on Tuesday.", "2023-07-18"),
        ("en", "Staff go back on Monday.", "2023-07-17"),
        (
            "en",
            "Rescuers were to resume the search at 6am on Thursday.",
            "2023-07-20",
        ),
        ("en", "The bridge will open in March.", "2024-03"),
        ("en", "It plans a plant, announced in March.", "2023-03"),
        ("en", "It will sign the deal of March 2022.", "2022-03"),
        ("en", "Coalition talks open on Friday.", "2023-07-21"),
        ("en", "The inquiry begins on Monday.", "2023-07-17"),
        ("en", "The shops were open on Friday.", "2023-07-14"),
        ("en", "The talks did open on Friday.", "2023-07-14"),
        (
            "en",
            "Contracts will end in June, two managers briefed on Friday said.",
            "2023-07-14",
        ),
        (
            "en",
            "The plant will close, according to a letter on Friday.",
            "2023-07-14",
        ),
        (
            "en",
            "The bridge will be late, the ministry confirmed on Wednesday.",
            "2023-07-12",
        ),
        (
            "en",
            "The plan will be confirmed on Wednesday.",
            "2023-07-19",
        ),
        ("vi", "Hội nghị sẽ diễn ra vào thứ Sáu.", "2023-07-21"),
        ("vi", "Hội nghị diễn ra vào thứ Sáu.", "2023-07-14"),
        (
            "vi",
            "Ông bị bắt hôm thứ Năm và sẽ ra tòa vào thứ Hai.",
            "2023-07-17",
        ),
        (
            "vi",
            "Ông bị bắt hôm thứ Năm và sẽ ra tòa vào thứ Hai.",
            "2023-07-13",
        ),
        ("vi", "Cầu dự kiến thông xe vào tháng 3.", "2024-03"),
        (
            "vi",
            "Công ty sẽ bồi thường vụ tai nạn ngày 5/3.",
            "2023-03-05",
        ),
        // A day alone is the last such day, and in a plan the next one.
        ("vi", "Nhà máy mở cửa ngày 20.", "2023-06-20"),
        ("vi", "Nhà máy sẽ mở cửa ngày 20.", "2023-07-20"),
        ("vi", "Ngày 14, bộ cho biết sẽ mở nhà máy.", "2023-07-14"),
        (
            "vi",
            "Có mưa từ ngày 14 đến ngày 18.",
            "2023-07-14/2023-07-18",
        ),
        (
            "vi",
            "Dự báo mưa từ ngày 16 đến ngày 18.",
            "2023-07-16/2023-07-18",
        ),
        (
            "en",
            "Reopening has been put back to 5 a.m. on Thursday.",
            "2023-07-20",
        ),
        (
            "en",
            "The gang wants the money at 2:40 a.m. on Thursday.",
            "2023-07-20",
        ),
        (
            "en",
            "The forum, opened by the minister, ends on Wednesday.",
            "2023-07-19",
        ),
        (
            "en",
            "On Sunday the top seed meets the champion.",
            "2023-07-16",
        ),
        (
            "en",
            "On Sunday the top seed met the champion.",
            "2023-07-09",
        ),
        ("vi", "Trận đấu được lùi sang thứ Sáu.", "2023-07-21"),
        (
            "vi",
            "Nội dung tiếp sức sẽ khép lại giải hôm thứ Sáu.",
            "2023-07-21",
        ),
        (
            "vi",
            "Nội dung tiếp sức khép lại giải hôm thứ Sáu.",
            "2023-07-14",
        ),
    ];
    for (language, text, value) in cases {
        claim(language, text, value);
    }
}
