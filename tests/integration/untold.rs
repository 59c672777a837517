//! Dates of two articles that differ and contradict nobody.

use super::grouping::{report, told};

/// Two articles about one fire, each with a sentence of its own.
fn conflicts(first: &str, second: &str) -> Vec<String> {
    let lede = "Cháy chung cư Khương Hạ\n\nVụ cháy chung cư mini ở phố Khương Hạ, Hà Nội làm 56 người chết, 37 người bị thương, 150 người thoát nạn.\n\n";
    let report = report(&[
        ("2023-09-14", &format!("{lede}{first}\n")),
        ("2023-09-15", &format!("{lede}{second}\n")),
    ]);
    let mut found = told(&report, "conflict");
    found.extend(told(&report, "possible-conflict"));
    found
}

#[test]
fn the_day_of_a_picture_is_no_day_of_the_event() {
    let told = "Theo công an quận, hỏa hoạn xảy ra tại chung cư mini này tối 12/9.";
    let picture =
        "Lính cứu hỏa trước tòa nhà, hỏa hoạn xảy ra tại chung cư mini ngày 14/9. Ảnh: TTXVN";
    assert_eq!(conflicts(told, picture), Vec::<String>::new());
    let text = "Lính cứu hỏa có mặt trước tòa nhà, hỏa hoạn xảy ra tại chung cư mini ngày 14/9.";
    assert!(
        !conflicts(told, text).is_empty(),
        "a day told in the text does contradict"
    );
}

#[test]
fn yesterday_gives_way_to_the_day_that_the_same_article_names() {
    // "hôm qua" of an article of 14 September, which itself knows the day.
    let told = "Theo công an quận, hỏa hoạn xảy ra tại chung cư mini này tối 12/9.";
    let yesterday = "Hỏa hoạn xảy ra tại chung cư mini tối hôm qua khiến cả phố thức trắng.";
    assert!(!conflicts(yesterday, told).is_empty());
    let named =
        format!("{yesterday}\n\nNgười dân kể hỏa hoạn xảy ra tại chung cư mini lúc khuya 12/9.");
    assert_eq!(conflicts(&named, told), Vec::<String>::new());
}

#[test]
fn the_day_of_the_news_is_no_other_day_of_what_happened() {
    let told = "Theo công an quận, hỏa hoạn xảy ra tại chung cư mini này tối 9/9.";
    let news = "Sáng nay, số người chết trong vụ hỏa hoạn xảy ra tại chung cư mini đã lên 56.";
    assert_eq!(conflicts(told, news), Vec::<String>::new());
    let day = "Người dân kể hỏa hoạn xảy ra tại chung cư mini ngày 14/9.";
    assert!(!conflicts(told, day).is_empty());
}

#[test]
fn a_quarter_and_the_end_of_a_month_are_no_days_of_an_event() {
    let day = "Theo công an quận, hỏa hoạn xảy ra tại chung cư mini này ngày 12/9.";
    for period in ["cuối tháng 8", "quý II/2023", "6 tháng đầu năm 2023"] {
        let told = format!("Người dân kể rằng hỏa hoạn xảy ra tại chung cư mini {period}.");
        assert_eq!(conflicts(day, &told), Vec::<String>::new(), "{period}");
    }
    let days = "Người dân kể rằng hỏa hoạn xảy ra tại chung cư mini trong hai ngày 5-6/9.";
    assert!(!conflicts(day, days).is_empty());
}
