//! What one sentence tells as given up, and days of an article that nobody dated, beside what other articles say.

use crosscheck::source::{Input, Metadata};

use super::grouping::{report, told};
use super::library;

const EARLY: &str = "Mở thầu cầu Rạch Sỏi\n\nCầu Rạch Sỏi ở Kiên Giang dài 1.240 m, do công ty Sao Biển xây dựng với 3.245 tỷ đồng, sẽ thông xe ngày 3/10.\n";
const LATE: &str = "Cầu Rạch Sỏi lùi ngày thông xe\n\nCầu Rạch Sỏi ở Kiên Giang dài 1.240 m, do công ty Sao Biển xây dựng với 3.245 tỷ đồng, lùi ngày thông xe từ 3/10 sang 5/10.\n";
const TRANSLATED: &str = "Rach Soi bridge to open on October 5\n\nThe Rach Soi bridge in Kien Giang, 1,240 metres long and built by the Sao Bien company for 3,245 billion dong, will open to traffic on October 5.\n";

#[test]
fn a_day_that_was_moved_is_an_update_and_no_conflict() {
    let report = report(&[
        ("2025-09-20", EARLY),
        ("2025-09-28", LATE),
        ("2025-09-29", TRANSLATED),
    ]);
    let news = told(&report, "update");
    let moved = |fact: &String| fact.contains("1 ngày 3/10") && fact.contains("5/10");
    assert!(news.iter().any(moved), "{news:?}");
    for verdict in ["conflict", "possible-conflict"] {
        assert_eq!(told(&report, verdict), Vec::<String>::new());
    }
}

const EARLIER: &str = "Cầu Rạch Sỏi thông xe sớm\n\nCầu Rạch Sỏi ở Kiên Giang dài 1.240 m, do công ty Sao Biển xây dựng với 3.245 tỷ đồng, đã thông xe ngày 1/10, sớm hơn hai ngày so với kế hoạch.\n";

#[test]
fn a_day_that_came_before_the_planned_one_is_an_update() {
    let report = report(&[("2025-09-20", EARLY), ("2025-10-02", EARLIER)]);
    let news = told(&report, "update");
    let early = |fact: &String| fact.contains("3/10") && fact.contains("1/10");
    assert!(news.iter().any(early), "{news:?}");
    for verdict in ["conflict", "possible-conflict"] {
        assert_eq!(told(&report, verdict), Vec::<String>::new());
    }
}

const DATED: &str = "Cầu Rạch Sỏi sắp thông xe\n\nCầu Rạch Sỏi ở Kiên Giang dài 1.240 m, do công ty Sao Biển xây dựng với 3.245 tỷ đồng, sẽ khánh thành ngày 5/10.\n";
const UNDATED: &str = "Rach Soi bridge to be inaugurated\n\nThe Rach Soi bridge in Kien Giang, 1,240 metres long and built by the Sao Bien company for 3,245 billion dong, will be inaugurated on October ";
const ASIDE: &str = "Giá vàng tăng\n\nGiá vàng tăng thêm 2% trong tuần.\n";

#[test]
fn a_day_of_an_undated_article_is_one_of_the_time_of_the_others() {
    // The day of the third article, the one that the undated article gives, and what a report says of it beside 5 October.
    let cases = [
        ("2025-09-22", "5", Some("agreement")),
        ("2025-09-22", "7", Some("conflict")),
        // Articles of two years say of no year that it is meant.
        ("2023-09-22", "5", Some("compatible")),
        ("2023-09-22", "7", None),
    ];
    for (aside, day, verdict) in cases {
        let undated = format!("{UNDATED}{day}.\n");
        let dated = |name: &str, text: &str, published: Option<&str>| {
            Input::new(name, text).with_meta(Metadata {
                published: published.map(str::to_owned),
                ..Metadata::default()
            })
        };
        let inputs = vec![
            dated("1.txt", DATED, Some("2025-09-20")),
            dated("2.txt", &undated, None),
            dated("3.txt", ASIDE, Some(aside)),
        ];
        let report = library::check(inputs, &library::packs());
        let date = report
            .claims
            .iter()
            .find(|claim| claim.quote == format!("October {day}"));
        let shown = date.and_then(|claim| claim.value.clone());
        assert_eq!(shown, Some(format!("XXXX-10-0{day}")), "{aside} {day}");
        let both = |fact: &String| fact.contains("5/10") && fact.contains("October");
        for name in ["agreement", "compatible", "conflict", "possible-conflict"] {
            let found = told(&report, name).iter().any(both);
            assert_eq!(found, verdict == Some(name), "{aside} {day} {name}");
        }
    }
}

#[test]
fn another_figure_days_later_is_news_unless_it_stays_for_years_or_was_mistyped() {
    let text = |language: &str, figures: [&str; 2]| {
        let [grants, long] = figures;
        if language == "vi" {
            format!(
                "Cống mới ở Bến Tre\n\nCống Bến Rớ ở Bến Tre dài {long} m do công ty Sao Biển xây với 3.245 tỷ đồng. Công ty này trao {grants} suất học bổng cho học sinh nghèo từ sáng.\n"
            )
        } else {
            format!(
                "A sluice in Ben Tre\n\nThe Ben Ro sluice in Ben Tre, {long} metres long, was built by the Sao Bien company for 3,245 billion dong. Poor pupils received {grants} scholarships of the company.\n"
            )
        }
    };
    let first = ["1.350", "1.240"];
    // The day and the figures of the later article, and what becomes of scholarships and length.
    let cases = [
        ("2026-03-14", ["1,490", "1,240"], ["conflict", ""]),
        ("2026-03-27", ["1,490", "1,240"], ["update", ""]),
        ("2026-03-27", ["1,650", "1,240"], ["conflict", ""]),
        ("2026-03-14", ["1,350", "1,420"], ["", "conflict"]),
        ("2026-03-27", ["1,350", "1,510"], ["", "conflict"]),
    ];
    for (day, figures, verdicts) in cases {
        let report = report(&[
            ("2026-03-13", &text("vi", first)),
            (day, &text("en", figures)),
        ]);
        for (at, verdict) in verdicts.into_iter().enumerate() {
            let differ = |fact: &String| fact.contains(first[at]) && fact.contains(figures[at]);
            for name in ["conflict", "update"] {
                let found = told(&report, name).iter().any(differ);
                assert_eq!(found, verdict == name, "{day} {figures:?} {name}");
            }
        }
    }
}

#[test]
fn digits_in_another_order_and_a_toll_long_over_are_no_news() {
    // What the second article, a day later, gives for the 318 mm of rain and the 147 dead of 2014, and the verdict on it.
    let cases = [
        ("đo được 381 mm mưa", "381 mm", "conflict"),
        ("đo được 402 mm mưa", "402 mm", "update"),
        (
            "dịch sởi năm 2014 khiến 162 trẻ thiệt mạng",
            "162 trẻ",
            "conflict",
        ),
    ];
    let opening = "Mưa lớn ở Rạch Sỏi\n\nTrạm đo Rạch Sỏi ở Kiên Giang do công ty Sao Biển xây dựng với 3.245 tỷ đồng. ";
    let first = format!(
        "{opening}Trạm đo Rạch Sỏi đo được 318 mm mưa. Tại Rạch Sỏi, dịch sởi năm 2014 khiến 147 trẻ thiệt mạng.\n"
    );
    for (said, figure, verdict) in cases {
        let second = format!("{opening}Tại trạm Rạch Sỏi, {said}.\n");
        let report = report(&[("2025-09-20", &first), ("2025-09-21", &second)]);
        for name in ["conflict", "update"] {
            let of_verdict = told(&report, name);
            let found = of_verdict.iter().any(|fact| fact.contains(figure));
            assert_eq!(found, name == verdict, "{figure} {name}: {of_verdict:?}");
        }
    }
}

#[test]
fn nothing_of_the_day_of_an_article_is_what_an_earlier_one_tells_as_past() {
    // The day that the second article gives: its own, and one that the first article may have had wrong.
    for (day, conflict) in [("20/9", false), ("12/9", true)] {
        let first = "Lũ quét ở Rạch Sỏi\n\nTrận lũ quét ở Rạch Sỏi (Kiên Giang) xảy ra ngày 10/9, cuốn trôi 37 nhà, theo công ty Sao Biển.\n";
        let second = format!(
            "Kiên Giang tan hoang\n\nLũ quét ập xuống xã Rạch Sỏi của Kiên Giang hôm {day}; công ty Sao Biển mất 37 nhà.\n"
        );
        let report = report(&[("2025-09-15", first), ("2025-09-20", &second)]);
        let conflicts = told(&report, "conflict");
        let dated = |fact: &String| fact.contains("10/9") && fact.contains(day);
        assert_eq!(
            conflicts.iter().any(dated),
            conflict,
            "{day}: {conflicts:?}"
        );
    }
}

#[test]
fn an_hour_of_a_day_to_come_is_not_that_of_the_article() {
    let first = "Rach Soi bridge shut\n\nThe Rach Soi bridge of the Sao Bien company in Kien Giang cost 3,245 billion dong. Floods have killed 20 people, and it is to stay shut until 6 p.m. on Tuesday.\n";
    let second = "Đóng cầu Rạch Sỏi\n\nCầu Rạch Sỏi của công ty Sao Biển ở Kiên Giang trị giá 3.245 tỷ đồng. Lũ đã làm 27 người thiệt mạng, tính đến 20h ngày 15/9.\n";
    let report = report(&[("2025-09-15", first), ("2025-09-15", second)]);
    let claims = report.claims.iter();
    let tuesday: Vec<_> = claims.filter(|claim| claim.quote == "Tuesday").collect();
    assert_eq!(tuesday[0].value.as_deref(), Some("2025-09-16"));
    let toll = |fact: &String| fact.contains("20 people") && fact.contains("27 người");
    assert!(told(&report, "possible-conflict").iter().any(toll));
}

#[test]
fn the_day_of_a_date_line_is_taken_for_a_slip_of_the_day_that_another_tells() {
    // Known gap: the date line only says when its article was written, the other article when a decree was signed.
    let first = "Teachers to be paid more\n\nHANOI, Aug 9 (Sao Bien Wire) - Kien Giang will give 41,200 teachers of Rach Soi 3,245 billion dong under a decree.\n";
    let second = "Tăng lương giáo viên\n\nNghị định về 41.200 giáo viên Rạch Sỏi ở Kiên Giang, trị giá 3.245 tỷ đồng, ký ngày 8/9.\n";
    let report = report(&[("2025-08-09", first), ("2025-09-20", second)]);
    let known_gap = ["1 Aug 9 | 2 ngày 8/9"];
    assert_eq!(told(&report, "conflict"), known_gap);
}

#[test]
fn a_toll_that_grew_is_an_update_without_words_in_common() {
    let report = report(&[
        (
            "2025-09-14",
            "Four dead as night train derails near Le Son\n\nThe SE7 express of the Ha Trac company left the rails at Le Son, Quang Tri, with 412 passengers aboard. Six coaches overturned beside the Gianh river.\n",
        ),
        (
            "2025-09-15",
            "Tàu SE7 lật gần ga Lệ Sơn\n\nĐoàn tàu SE7 của công ty Hà Trác chở 412 hành khách trật bánh tại Lệ Sơn, Quảng Trị.\n\nĐến chiều nay có 7 người chết, nhiều người nằm viện.\n",
        ),
    ]);
    let news = told(&report, "update");
    let toll = |fact: &String| fact.contains("Four") && fact.contains("7 người chết");
    assert!(news.iter().any(toll), "{news:?}");
}

#[test]
fn a_rate_in_round_figures_is_no_other_rate_of_half_a_point_more() {
    let report = report(&[
        (
            "2025-09-14",
            "Central bank of Ha Trac cuts rates\n\nThe refinancing rate of the central bank of Ha Trac is now 4%.\n",
        ),
        (
            "2025-09-15",
            "Ngân hàng Trung ương Hà Trác giảm lãi suất\n\nNgân hàng Trung ương Hà Trác đưa lãi suất cho vay qua đêm về 4,5%.\n",
        ),
    ]);
    for verdict in ["compatible", "conflict", "possible-conflict", "update"] {
        assert_eq!(told(&report, verdict), Vec::<String>::new());
    }
}

/// What is said of the sluices in three articles of one event, days apart.
fn sluices(counts: [&str; 3]) -> [(&'static str, String); 3] {
    let days = ["2025-03-04", "2025-03-07", "2025-03-10"];
    let told = |count: &str| {
        format!(
            "Mặn xâm nhập sâu ở Hà Trác\n\nTỉnh Hà Trác đã đóng {count} cống ngăn mặn trên sông Trà Giang, độ mặn tại trạm An Thuận là 28,4 g/lít.\n"
        )
    };
    std::array::from_fn(|at| (days[at], told(counts[at])))
}

#[test]
fn a_figure_that_comes_again_was_never_replaced() {
    let of = |counts| {
        let texts = sluices(counts);
        report(&texts.each_ref().map(|(day, text)| (*day, text.as_str())))
    };
    let again = of(["11", "17", "11"]);
    assert_eq!(told(&again, "update"), Vec::<String>::new());
    let found = [told(&again, "conflict"), told(&again, "possible-conflict")].concat();
    assert!(found.iter().any(|fact| fact.contains("17")), "{found:?}");
}

#[test]
fn a_share_with_a_minus_in_brackets_is_by_how_much_it_fell() {
    let of = |share| {
        let first = format!(
            "Sông Hà lãi 1.240 tỷ đồng\n\nCông ty Sông Hà lãi 1.240 tỷ đồng (-{share}%) trong quý II.\n"
        );
        report(&[
            ("2025-07-20", first.as_str()),
            (
                "2025-07-20",
                "Lợi nhuận Sông Hà giảm\n\nLợi nhuận của công ty Sông Hà đạt 1.240 tỷ đồng trong quý II, giảm 13,5%.\n",
            ),
        ])
    };
    let same = told(&of("13,5"), "agreement");
    assert!(same.iter().any(|fact| fact.contains("-13,5%")), "{same:?}");
    for verdict in ["conflict", "possible-conflict"] {
        assert_eq!(told(&of("13,5"), verdict), Vec::<String>::new());
    }
}
