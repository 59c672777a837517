//! Figures that come together or stay apart whatever their nouns are: told once each, rounded, of another size, of other parties.

use super::grouping::{report, told};

/// One article of a case.
struct Told {
    opening: &'static str,
    published: &'static str,
    says: &'static str,
}

/// Two articles, what a report of them says (verdict and words of the fact), and what it says of no conflict.
type Case = (
    &'static str,
    [Told; 2],
    &'static [(&'static str, &'static str)],
    &'static [&'static str],
);

const HARBOUR: &str = "Cảng Hòn Nét khai trương\n\nCảng Hòn Nét ở Quảng Ninh khai trương sáng 4/3/2025 sau ba năm xây dựng, do tập đoàn Sao Biển đầu tư.\n\n";
const HARBOR: &str = "Hon Net port opens in Quang Ninh\n\nHon Net port in Quang Ninh opened on March 4, 2025 after three years of construction by the Sao Bien group.\n\n";

#[test]
fn figures_are_one_or_not_whatever_they_are_called() {
    let cases: [Case; 8] = [
        (
            "a figure that each tells once is one, by whatever noun",
            [
                Told {
                    opening: HARBOUR,
                    published: "2025-03-04",
                    says: "Bến có 4.350 chỗ cho xe tải và 27 cần cẩu.\n",
                },
                Told {
                    opening: HARBOR,
                    published: "2025-03-04",
                    says: "Its yard holds 4,350 lorries. There are 27 cranes.\n",
                },
            ],
            &[("agreement", "4.350"), ("agreement", "27")],
            &[],
        ),
        (
            "an amount that all but is the other one",
            [
                Told {
                    opening: HARBOUR,
                    published: "2025-03-04",
                    says: "Tập đoàn Sao Biển đã bỏ ra 8,42 tỷ USD xây cảng Hòn Nét ở Quảng Ninh.\n",
                },
                Told {
                    opening: HARBOR,
                    published: "2025-03-04",
                    says: "The Sao Bien group has put more than $8.4 billion into Hon Net port in Quang Ninh.\n",
                },
            ],
            &[("compatible", "8,42")],
            &[],
        ),
        (
            "a count of thousands that the other rounds",
            [
                Told {
                    opening: HARBOUR,
                    published: "2025-03-04",
                    says: "Lễ khai trương đón 12.340 lượt khách.\n",
                },
                Told {
                    opening: HARBOR,
                    published: "2025-03-04",
                    says: "About 12,300 young people turned up.\n",
                },
            ],
            &[("compatible", "12.340")],
            &[],
        ),
        (
            "a count in the tens that each text tells twice",
            [
                Told {
                    opening: HARBOUR,
                    published: "2025-03-04",
                    says: "Cảng có 43 cần trục.\n\nTất cả 43 cần trục đều chạy điện.\n",
                },
                Told {
                    opening: HARBOR,
                    published: "2025-03-04",
                    says: "It has 43 lifting arms. All 43 are electric.\n",
                },
            ],
            &[("agreement", "43")],
            &[],
        ),
        (
            "a figure of another size is of something else",
            [
                Told {
                    opening: HARBOUR,
                    published: "2025-03-04",
                    says: "Lễ khai trương có 11 thủy thủ tham gia diễu hành.\n",
                },
                Told {
                    opening: HARBOR,
                    published: "2025-03-04",
                    says: "At the opening ceremony two sailors were given medals.\n",
                },
            ],
            &[],
            &["11"],
        ),
        (
            "passengers and crew come to all on board",
            [
                Told {
                    opening: HARBOUR,
                    published: "2025-03-04",
                    says: "Chuyến tàu đầu tiên chở 175 hành khách và 6 thủy thủ.\n",
                },
                Told {
                    opening: HARBOR,
                    published: "2025-03-04",
                    says: "The first ship had 181 people on board.\n",
                },
            ],
            &[],
            &["175", "181"],
        ),
        (
            "what fell is news",
            [
                Told {
                    opening: HARBOUR,
                    published: "2025-03-04",
                    says: "Hiện có 3.868 người lao động tại cảng.\n",
                },
                Told {
                    opening: HARBOR,
                    published: "2025-03-20",
                    says: "The number of workers at the port has fallen to 2,904.\n",
                },
            ],
            &[],
            &["3.868"],
        ),
        (
            "a bound in the same words may be another bound",
            [
                Told {
                    opening: HARBOUR,
                    published: "2025-03-04",
                    says: "Cầu tàu dài 58 m và được phép đón tối đa 254 khách mỗi chuyến tham quan.\n",
                },
                Told {
                    opening: HARBOUR,
                    published: "2025-03-05",
                    says: "Cầu tàu dài 58 m và được phép đón tối đa 245 khách mỗi chuyến tham quan.\n",
                },
            ],
            &[("conflict", "254")],
            &[],
        ),
    ];
    for (name, [one, other], found, never) in cases {
        let text = |told: &Told| format!("{}{}", told.opening, told.says);
        let (first, second) = (text(&one), text(&other));
        let report = report(&[(one.published, &first), (other.published, &second)]);
        for (verdict, words) in found {
            let told = told(&report, verdict);
            let holds = |fact: &String| fact.contains(words);
            assert!(told.iter().any(holds), "{name}: {words} in {told:?}");
        }
        for words in never {
            let mut quarrels = told(&report, "conflict");
            quarrels.extend(told(&report, "possible-conflict"));
            let holds = |fact: &String| fact.contains(words);
            assert!(!quarrels.iter().any(holds), "{name}: {quarrels:?}");
        }
    }
}

/// What a report of articles, each with its day, says, and what it says of no conflict.
type News = (
    &'static str,
    &'static [(&'static str, &'static str)],
    &'static [(&'static str, &'static str)],
    &'static [&'static str],
);

#[test]
fn news_is_no_conflict_and_neither_is_a_year_of_age() {
    let cases: [News; 5] = [
        (
            "one text tells what was known before",
            &[
                (
                    "2025-03-04",
                    "Nổ kho hàng ở cảng Hòn Nét\n\nVụ nổ ở cảng Hòn Nét (Quảng Ninh) làm 9 người bị thương, theo công an.\n",
                ),
                (
                    "2025-03-05",
                    "Blast at Hon Net port in Quang Ninh\n\nFourteen people were injured in the blast at Hon Net port in Quang Ninh, police said; they had earlier given a figure of nine injured.\n",
                ),
            ],
            &[("update", "9 người bị thương")],
            &["14", "Fourteen"],
        ),
        (
            "a count that more than one later article gives",
            &[
                (
                    "2025-03-04",
                    "Thanh tra cảng Hòn Nét\n\nThanh tra cảng Hòn Nét ở Quảng Ninh phát hiện 42 tờ khai bị sửa, công an cho biết.\n",
                ),
                (
                    "2025-03-12",
                    "Thêm tờ khai bị sửa ở Hòn Nét\n\nTheo công an Quảng Ninh, đến nay có 64 tờ khai bị sửa tại cảng Hòn Nét được phát hiện qua thanh tra.\n",
                ),
                (
                    "2025-03-14",
                    "Cảng Hòn Nét sau thanh tra\n\nTại cảng Hòn Nét ở Quảng Ninh, công an cho biết thanh tra phát hiện 64 tờ khai bị sửa.\n",
                ),
            ],
            &[],
            &["42"],
        ),
        (
            "a year between two articles",
            &[
                (
                    "2024-11-14",
                    "Vụ án cảng Hòn Nét\n\nCông an Quảng Ninh bắt Lô Văn Đức (43 tuổi), chủ kho ở cảng Hòn Nét.\n",
                ),
                (
                    "2025-09-19",
                    "Vụ án cảng Hòn Nét\n\nTòa án Quảng Ninh xử Lô Văn Đức (44 tuổi), chủ kho ở cảng Hòn Nét.\n",
                ),
            ],
            &[],
            &["43", "44"],
        ),
        (
            "ages of two people",
            &[
                (
                    "2025-03-04",
                    "Vụ án cảng Hòn Nét\n\nCông an Quảng Ninh bắt bà Trần Thị Mùi (39 tuổi), chủ kho ở cảng Hòn Nét.\n",
                ),
                (
                    "2025-03-04",
                    "Vụ án cảng Hòn Nét\n\nCông an Quảng Ninh bắt ông Lô Văn Đức (44 tuổi), chủ kho ở cảng Hòn Nét.\n",
                ),
            ],
            &[],
            &["39", "44"],
        ),
        (
            "from a figure to the next",
            &[
                (
                    "2025-03-04",
                    "Sốt xuất huyết ở Hòn Nét\n\nThị xã Hòn Nét ở Quảng Ninh còn 640 ổ dịch sốt xuất huyết đang hoạt động.\n",
                ),
                (
                    "2025-03-12",
                    "Dengue in Hon Net, Quang Ninh\n\nActive dengue clusters in Hon Net, Quang Ninh, have slipped to 585 from 640.\n",
                ),
            ],
            &[],
            &["640", "585"],
        ),
    ];
    for (name, articles, found, never) in cases {
        let report = report(articles);
        for (verdict, words) in found {
            let told = told(&report, verdict);
            let holds = |fact: &String| fact.contains(words);
            assert!(told.iter().any(holds), "{name}: {words} in {told:?}");
        }
        for words in never {
            let quarrels = told(&report, "conflict");
            let holds = |fact: &String| fact.contains(words);
            assert!(!quarrels.iter().any(holds), "{name}: {quarrels:?}");
        }
    }
}

#[test]
fn rows_of_two_parties_are_two_and_a_toll_of_one_day_is_news() {
    let games = [
        (
            "2025-12-18",
            "Ngày thi đấu thứ mười\n\nTại Đại hội ở Bangkok, hết ngày 18/12, Thái Lan dẫn đầu với 201 HCV, Indonesia 86 HCV, Việt Nam 80 HCV.\n",
        ),
        (
            "2025-12-21",
            "Đại hội bế mạc\n\nTại Đại hội ở Bangkok, bế mạc tối 20/12, Thái Lan dẫn đầu với 233 HCV, Indonesia 91 HCV, Việt Nam 87 HCV.\n",
        ),
    ];
    let report = report(&games);
    for verdict in ["conflict", "possible-conflict"] {
        assert_eq!(told(&report, verdict), Vec::<String>::new());
    }
    let news = told(&report, "update");
    for (before, after) in [("201", "233"), ("86", "91"), ("80", "87")] {
        let follows = |fact: &String| fact.contains(before) && fact.contains(after);
        assert!(news.iter().any(follows), "{before} {after}: {news:?}");
    }
}
