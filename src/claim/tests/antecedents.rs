use super::{PACKS, READER, claims, read};
use crate::mention::Reference;
use crate::source::{Input, Metadata};

/// The values of a text, in order.
fn values(language: &str, text: &str) -> Vec<String> {
    let found = claims(language, text);
    found
        .iter()
        .filter_map(|claim| claim.mention.value.notation())
        .collect()
}

#[test]
fn a_date_that_points_back_is_counted_from_the_one_told_before() {
    let cases: &[(&str, &str, &[&str])] = &[
        (
            "vi",
            "Cầu sập ngày 9/9/2022. Hôm sau thợ lặn có mặt.",
            &["2022-09-09", "2022-09-10"],
        ),
        (
            "vi",
            "Tối 9/9/2022 xe rơi; đến 17h cùng ngày đã có tin.",
            &["2022-09-09", "T17", "2022-09-09"],
        ),
        (
            "vi",
            "Năm 2019 công ty lỗ. Tháng 3 cùng năm, họ rút lui.",
            &["2019", "2019-03"],
        ),
        (
            "vi",
            "Năm 2019 công ty lỗ; năm sau đó có lãi.",
            &["2019", "2020"],
        ),
        (
            "vi",
            "Họ cưới ngày 31/12/2019. Sáng hôm sau, họ đi.",
            &["2019-12-31", "2020-01-01"],
        ),
        (
            "en",
            "It opened on 31 May 2019 and closed the following month.",
            &["2019-05-31", "2019-06"],
        ),
        (
            "en",
            "It fell on September 9, 2022. The previous evening it had rained.",
            &["2022-09-09", "2022-09-08"],
        ),
        (
            "en",
            "In 2019 it lost money. It left on 3 March of the same year.",
            &["2019", "2019-03-03"],
        ),
        // Nothing to count from, or too far back.
        ("vi", "Hôm sau, thợ lặn có mặt.", &[]),
        (
            "en",
            "It fell on September 9, 2022. He ran. She hid. They swam. The next day it rained.",
            &["2022-09-09"],
        ),
        // Counted from what follows.
        (
            "en",
            "It fell on May 9, 2022, on the same day as the vote.",
            &["2022-05-09"],
        ),
        (
            "vi",
            "Cầu sập ngày 9/9/2022, cùng ngày với lễ hội.",
            &["2022-09-09"],
        ),
    ];
    for (language, text, wanted) in cases {
        assert_eq!(values(language, text), *wanted, "{text}");
    }
}

#[test]
fn without_a_year_the_day_pointed_at_has_none_either() {
    let told = |text: &str| {
        let meta = Metadata {
            language: Some("en".to_owned()),
            ..Metadata::default()
        };
        let source = READER.read(Input::new("a.txt", text).with_meta(meta));
        let read = read(&source, &PACKS, &Reference::default()).claims;
        let values = read
            .iter()
            .filter_map(|claim| claim.mention.value.notation());
        values.collect::<Vec<_>>()
    };
    let cases: &[(&str, &[&str])] = &[
        (
            "It fell on September 30. The next day it rained.",
            &["XXXX-09-30", "XXXX-10-01"],
        ),
        // The year may be another, or have a leap day.
        (
            "It fell on December 31. The next day it rained.",
            &["XXXX-12-31"],
        ),
        (
            "It fell on February 28. The next day it rained.",
            &["XXXX-02-28"],
        ),
    ];
    for (text, wanted) in cases {
        assert_eq!(told(text), *wanted, "{text}");
    }
}
