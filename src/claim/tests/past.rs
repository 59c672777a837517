use super::claim;

/// All are published on Saturday 15 July 2023; each must hold exactly one claim of the value.
#[test]
fn a_date_that_lies_ahead_is_past_where_its_clause_tells_the_past() {
    let cases = [
        (
            "en",
            "The plant, which opened on December 3, is small.",
            "2022-12-03",
        ),
        ("en", "The plant opened on December 3.", "2022-12-03"),
        (
            "en",
            "Sales of the boat, 31 in October, were 12 in June.",
            "2022-10",
        ),
        ("en", "He managed to escape in November.", "2022-11"),
        (
            "en",
            "The fair ran from October 3 to October 9.",
            "2022-10-03/2022-10-09",
        ),
        (
            "en",
            "The time would have been enough at the games, held in December.",
            "2022-12",
        ),
        ("en", "The games would be held in December.", "2023-12"),
        ("en", "The plant opens on December 3.", "2023-12-03"),
        ("en", "The plant will open on December 3.", "2023-12-03"),
        ("en", "He said the plant opens on December 3.", "2023-12-03"),
        ("en", "The port was closed until December 3.", "2023-12-03"),
        ("en", "The vote was put off to December 3.", "2023-12-03"),
        ("en", "The firm was told to stop in November.", "2023-11"),
        ("en", "The hearing is due on December 3.", "2023-12-03"),
        // Within a month it is left where it is nearest.
        ("en", "The plant opened on July 20.", "2023-07-20"),
        // A year that is named stays.
        ("en", "The plant opened on December 3, 2023.", "2023-12-03"),
        ("vi", "Hồi tháng 11, công ty mua lại nhà máy.", "2022-11"),
        ("vi", "Ông đã từ chức ngày 3/12.", "2022-12-03"),
        ("vi", "Vụ cháy xảy ra ngày 3/12.", "2022-12-03"),
        // The day and the month have changed places: told on 7 October of what was done on 10 July, it is no day of last year.
        ("vi", "Công an khởi tố vụ án ngày 7/10.", "2023-10-07"),
        ("vi", "Công an khởi tố vụ án ngày 11/10.", "2022-10-11"),
        ("vi", "Công ty sẽ mở nhà máy ngày 3/12.", "2023-12-03"),
        ("vi", "Nhà máy dự kiến mở ngày 3/12.", "2023-12-03"),
        ("vi", "Hội chợ diễn ra ngày 3/12.", "2023-12-03"),
        ("vi", "Quy định có hiệu lực từ ngày 3/12.", "2023-12-03"),
    ];
    for (language, text, value) in cases {
        claim(language, text, value);
    }
}

#[test]
fn the_year_that_opens_a_sentence_is_that_of_its_dates() {
    let cases = [
        (
            "en",
            "Last year the festival opened on June 12.",
            "2022-06-12",
        ),
        (
            "en",
            "In 2021 the festival opened on June 12 and closed on June 20.",
            "2021-06-20",
        ),
        (
            "en",
            "Next year's race is pencilled in for December 6.",
            "2024-12-06",
        ),
        ("en", "Last year's champion won on June 12.", "2023-06-12"),
        (
            "en",
            "Compared with last year, visits on June 12 rose.",
            "2023-06-12",
        ),
        (
            "en",
            "In 2021 he was held, in March 2022 tried, and on June 12 freed.",
            "2023-06-12",
        ),
        (
            "vi",
            "Năm sau giải khởi tranh ngày 27/9, bế mạc 3/10.",
            "2024-10-03",
        ),
        (
            "vi",
            "Lễ hội năm ngoái diễn ra từ ngày 12/6 đến ngày 20/6.",
            "2022-06-12/2022-06-20",
        ),
        (
            "vi",
            "Năm 2021, sở khởi công cầu và sẽ mở cửa ngày 12/9.",
            "2023-09-12",
        ),
    ];
    for (language, text, value) in cases {
        claim(language, text, value);
    }
}
