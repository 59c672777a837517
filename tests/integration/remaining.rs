//! What is left over of two articles that share facts: figures that have a single counterpart there, and those that have two.

use super::grouping::{report, told};

const BRIDGE: &str = "Khánh thành cầu Rạch Sỏi\n\nCầu Rạch Sỏi ở Kiên Giang khánh thành ngày 4/3/2025, dài 1.240 m, do công ty Sao Biển xây dựng với 3.245 tỷ đồng.\n\n";
const SPAN: &str = "Rach Soi bridge opens in Kien Giang\n\nThe Rach Soi bridge in Kien Giang opened on March 4, 2025. It is 1,240 metres long, and the Sao Bien company built it for 3,245 billion dong.\n\n";

/// What each of two articles says, the day of the second, and what a report of them says of it: verdict and words of the fact, or
/// words that are in no fact with the others.
struct Case {
    name: &'static str,
    vietnamese: &'static str,
    english: (&'static str, &'static str),
    verdict: &'static str,
    one_fact: &'static [&'static str],
}

#[test]
fn what_has_one_counterpart_in_what_is_left_is_one_fact() {
    let cases = [
        Case {
            name: "a figure that is about the other, in other words",
            vietnamese: "Mặt cầu rộng 382 m2.\n",
            english: ("2025-03-04", "About 380 square metres of paint was used.\n"),
            verdict: "compatible",
            one_fact: &["382 m2", "380 square metres"],
        },
        Case {
            name: "the same amount for a thing with another name",
            vietnamese: "Mỗi lượt xe được giảm 5.000 đồng.\n",
            english: ("2025-03-04", "Motorists with a card save 5,000 dong.\n"),
            verdict: "agreement",
            one_fact: &["5.000 đồng", "5,000 dong"],
        },
        Case {
            name: "a count that the later article gives anew",
            vietnamese: "Công ty gửi 62 xe buýt.\n",
            english: ("2025-03-06", "Visitors came on 88 buses.\n"),
            verdict: "update",
            one_fact: &["62 xe buýt", "88 buses"],
        },
    ];
    for case in cases {
        let facts = facts(&case);
        let of_verdict = told(&facts, case.verdict);
        let holds = |fact: &String| case.one_fact.iter().all(|words| fact.contains(words));
        assert!(
            of_verdict.iter().any(holds),
            "{}: {of_verdict:?}",
            case.name
        );
    }
}

#[test]
fn what_has_two_counterparts_or_is_an_age_stays_alone() {
    let cases = [
        Case {
            name: "two counts of the noun are left",
            vietnamese: "Công ty gửi 62 xe buýt.\n",
            english: (
                "2025-03-06",
                "Visitors came on 88 buses.\n\nAnother town sent 51 buses.\n",
            ),
            verdict: "update",
            one_fact: &["62 xe buýt", "88 buses"],
        },
        Case {
            name: "everybody has an age",
            vietnamese: "Em bé 10 tuổi cắt băng.\n",
            english: ("2025-03-06", "A seven-year-old girl waved a flag.\n"),
            verdict: "update",
            one_fact: &["10 tuổi", "seven"],
        },
        Case {
            name: "round shares of two things",
            vietnamese: "Quỹ đã chi 40% kinh phí.\n",
            english: ("2025-03-04", "About 40% of drivers live nearby.\n"),
            verdict: "compatible",
            one_fact: &["40%", "40% of drivers"],
        },
    ];
    for case in cases {
        let facts = facts(&case);
        for verdict in [case.verdict, "agreement", "conflict", "possible-conflict"] {
            let of_verdict = told(&facts, verdict);
            let holds = |fact: &String| case.one_fact.iter().all(|words| fact.contains(words));
            assert!(
                !of_verdict.iter().any(holds),
                "{}: {of_verdict:?}",
                case.name
            );
        }
    }
}

#[test]
fn what_is_left_and_differs_as_a_slip_of_the_pen_does_is_a_conflict() {
    let on_the_day = |name, vietnamese, english, one_fact| Case {
        name,
        vietnamese,
        english: ("2025-03-04", english),
        verdict: "conflict",
        one_fact,
    };
    let cases = [
        on_the_day(
            "as many weeks as days",
            "Khách đi bộ được vào xem trong 30 ngày.\n",
            "Drivers pay nothing for 30 weeks.\n",
            &["30 ngày", "30 weeks"],
        ),
        on_the_day(
            "digits of an amount changed places",
            "Hạt mưa nặng 53,1 kg.\n",
            "A bell of 35.1 kilograms rang.\n",
            &["53,1 kg", "35.1 kilograms"],
        ),
        on_the_day(
            "an amount a thousand times as large",
            "Mỗi lượt xe được giảm 52.500 đồng.\n",
            "Motorists with a card save 52.5 million dong.\n",
            &["52.500 đồng", "52.5 million dong"],
        ),
        on_the_day(
            "minutes changed places",
            "Xe đầu tiên qua cầu lúc 10h25.\n",
            "A truck was first across, at 10:52 a.m.\n",
            &["10h25", "10:52"],
        ),
        on_the_day(
            "the other half of the day, and says so",
            "Lễ khánh thành cầu Rạch Sỏi bắt đầu lúc 20h25.\n",
            "The inauguration of the Rach Soi bridge began at 8:25 a.m.\n",
            &["20h25", "8:25"],
        ),
        on_the_day(
            "day and month changed places",
            "Phí qua cầu được thu từ ngày 5/6/2025.\n",
            "Motorists will pay from 6 May 2025.\n",
            &["5/6/2025", "6 May 2025"],
        ),
    ];
    for case in cases {
        let facts = facts(&case);
        let conflicts = told(&facts, "conflict");
        let holds = |fact: &String| case.one_fact.iter().all(|words| fact.contains(words));
        assert!(conflicts.iter().any(holds), "{}: {conflicts:?}", case.name);
    }
}

#[test]
fn what_is_left_and_may_be_of_two_things_is_no_conflict() {
    let cases = [
        (
            "round sums, one ten times the other",
            "Mỗi lượt xe được giảm 5.000 đồng.\n",
            "A bottle of water costs 50,000 dong.\n",
        ),
        (
            "two digits, a thousand times as many",
            "Mỗi lượt xe được giảm 52.000 đồng.\n",
            "A bottle of water costs 52 million dong.\n",
        ),
        (
            "about so much, and ten times as much",
            "Đội xe chở đi khoảng 120 m3 đất.\n",
            "The garden took 1,200 cubic metres of gravel.\n",
        ),
        (
            "one article tells both",
            "Mỗi dầm nặng 1.760 kg.\n",
            "A crane set down 17,600 kilograms of steel in front of 1,760 onlookers.\n",
        ),
        (
            "a day, and the month that it may be turned into",
            "Cầu Rạch Sỏi mở cửa trở lại vào tháng 6/2025.\n",
            "The Rach Soi bridge reopens on July 6, 2025.\n",
        ),
        (
            "half a day apart",
            "Lễ khánh thành cầu Rạch Sỏi bắt đầu lúc 20h25.\n",
            "The inauguration of the Rach Soi bridge began at 8:25.\n",
        ),
        (
            "two percentages of two digits, with nothing in common",
            "Độ ẩm trong ngày là 97%.\n",
            "Some 79% of drivers live nearby.\n",
        ),
    ];
    for (name, vietnamese, english) in cases {
        let facts = facts(&Case {
            name,
            vietnamese,
            english: ("2025-03-04", english),
            verdict: "conflict",
            one_fact: &[],
        });
        assert_eq!(told(&facts, "conflict"), Vec::<String>::new(), "{name}");
    }
}

fn facts(case: &Case) -> crosscheck::report::Report {
    let (published, english) = case.english;
    let first = format!("{BRIDGE}{}", case.vietnamese);
    let second = format!("{SPAN}{english}");
    report(&[("2025-03-04", &first), (published, &second)])
}
