//! English articles of a sentence or two.

use super::hold;
use crate::grouping::{report, told};

#[test]
fn a_change_follows_from_the_figures_beside_it() {
    hold(
        "en",
        &[
            (
                "Net profit rose 20% to $150 million from $100 million.",
                &["percent-does-not-follow"],
            ),
            (
                "Net profit rose 50% to $150 million from $100 million.",
                &[],
            ),
            (
                "The index climbed 2.9 per cent, or 32.4 points, to 1,738.6.",
                &["percent-does-not-follow"],
            ),
            (
                "The index climbed 1.9 per cent, or 32.4 points, to 1,738.6.",
                &[],
            ),
            (
                "The index fell 32.4 points, or 2.9 per cent, to 1,738.6.",
                &["percent-does-not-follow"],
            ),
            (
                "The index fell 32.4 points, or 1.8 per cent, to 1,738.6.",
                &[],
            ),
            (
                "Spending rises by 32.9 per cent, from 9.6 trillion dong to 11.8 trillion.",
                &["percent-does-not-follow"],
            ),
            (
                "Pay went to 5.45 million dollars from 5.00 million dollars, an increase of 10.5 per cent.",
                &["percent-does-not-follow"],
            ),
            (
                "Pay went to 5.45 million dollars from 5.00 million dollars, an increase of 9 per cent.",
                &[],
            ),
            // Five million may be a little more or less.
            (
                "Pay went to 5.45 million dollars from 5 million dollars, an increase of 10.5 per cent.",
                &[],
            ),
            (
                "Revenue fell 25 per cent, from $80 million to $60 million.",
                &[],
            ),
            (
                "Revenue fell 35 per cent, from $80 million to $60 million.",
                &["percent-does-not-follow"],
            ),
            (
                "Sales were up 25 percent at $10 million, compared with $8 million a year earlier.",
                &[],
            ),
            (
                "Goods worth $8.93 billion left the port between January and September, 24.1 per cent more than the $8.04 billion shipped a year earlier.",
                &["percent-does-not-follow"],
            ),
            (
                "Goods worth $8.93 billion left the port between January and September, 11.1 per cent more than the $8.04 billion shipped a year earlier.",
                &[],
            ),
            (
                "The bank made $70 million, 40% less than the $100 million of 2023.",
                &["percent-does-not-follow"],
            ),
            (
                "The bank made $70 million, 30% less than the $100 million of 2023.",
                &[],
            ),
            (
                "Staff rose by 5, from 10 to 16.",
                &["change-does-not-follow"],
            ),
            ("Staff rose by 6, from 10 to 16.", &[]),
            (
                "In 2019 the population fell 0.2 percent from 2018 to 126.2 million.",
                &[],
            ),
            (
                "Exports grew 7% a year from $100 million to $200 million.",
                &[],
            ),
            (
                "Revenue rose 20% to $150 million and profit to $30 million from $10 million.",
                &[],
            ),
            (
                "Revenue was $100 million in May. Profit rose 20% from a year earlier to $150 million.",
                &[],
            ),
            (
                "The price rose 4.3 per cent to 198,500 won, while KAI gained 1.9 per cent.",
                &[],
            ),
            ("Overseas sales made up 11.5 per cent, or 4,120 units.", &[]),
        ],
    );
}

#[test]
fn parts_and_lists_come_to_what_is_said() {
    hold(
        "en",
        &[
            (
                "Of 64 falsified answer sheets, 76 were in mathematics.",
                &["part-exceeds-whole"],
            ),
            (
                "Of 64 falsified answer sheets, 26 were in mathematics.",
                &[],
            ),
            ("In 3 crashes, 5 people died.", &[]),
            (
                "Nine people were injured, including three men and five women.",
                &["sum-does-not-follow"],
            ),
            (
                "Eight people were injured, including three men and five women.",
                &[],
            ),
            ("Nine people were injured, including two children.", &[]),
            (
                "The firm sent 10 out of 8 workers home.",
                &["part-exceeds-whole"],
            ),
            ("The firm sent 8 out of 10 workers home.", &[]),
            (
                "Chinese tourists accounted for 120 percent of all arrivals.",
                &["part-exceeds-whole"],
            ),
            ("Public debt accounted for 120 percent of GDP.", &[]),
            (
                "Chinese tourists accounted for 12 percent of all arrivals.",
                &[],
            ),
            (
                "Three countries - Laos, Cambodia, Thailand and Vietnam - signed the deal.",
                &["list-length"],
            ),
            (
                "Four countries - Laos, Cambodia, Thailand and Vietnam - signed the deal.",
                &[],
            ),
            ("The two finalists: Spain and England.", &[]),
            ("Storms hit three states: Texas, Oklahoma, and Kansas.", &[]),
            (
                "Storms hit four states: Texas, Oklahoma, and Kansas.",
                &["list-length"],
            ),
        ],
    );
}

#[test]
fn dates_ages_and_measures_hold() {
    hold(
        "en",
        &[
            (
                "The trial opened on Monday, May 14, 2024.",
                &["weekday-mismatch"],
            ),
            ("The trial opened on Tuesday, May 14, 2024.", &[]),
            (
                "The fair runs from July 15 to July 12, 2024.",
                &["before-after"],
            ),
            ("The fair runs from July 12 to July 15, 2024.", &[]),
            ("The fair runs from December 28 to January 3.", &[]),
            ("They met on April 31, 2024.", &["impossible-date"]),
            ("They met on April 30, 2024.", &[]),
            ("In April 31 people died.", &[]),
            (
                "John Smith, 45, born in 1990, was arrested.",
                &["age-does-not-follow"],
            ),
            ("John Smith, 34, born in 1990, was arrested.", &[]),
            ("The road is 200 km (124 miles) long.", &[]),
            (
                "The road is 200 km (142 miles) long.",
                &["conversion-does-not-follow"],
            ),
            ("The 6-foot-4 (1.93 m) guard had 30 points.", &[]),
            ("The lake is 100 km (60 miles) away.", &[]),
            ("The plane flew at 10,000 metres (33,000 feet).", &[]),
            // Amounts of two things are no conversion.
            (
                "Carrying more than 600 grams of heroin or more than 2.5 kg of methamphetamine is a crime.",
                &[],
            ),
            (
                "They sell 500 grams of butter or 2 kg of flour at that price.",
                &[],
            ),
            (
                "The lake is 100 km, or 90 miles, away.",
                &["conversion-does-not-follow"],
            ),
            (
                "The plane flew at 10,000 metres (3,300 feet).",
                &["conversion-does-not-follow"],
            ),
        ],
    );
}

#[test]
fn a_share_follows_from_the_part_and_the_whole_beside_it() {
    hold(
        "en",
        &[
            (
                "Donors pledged $1.9 billion, or 83% of the $2.6 billion that was asked for.",
                &["percent-does-not-follow"],
            ),
            (
                "Donors pledged $1.9 billion, or 73% of the $2.6 billion that was asked for.",
                &[],
            ),
            (
                "Inspectors found faults in 8 of the 20 lifts (54 per cent).",
                &["percent-does-not-follow"],
            ),
            (
                "Inspectors found faults in 8 of the 20 lifts (40 per cent).",
                &[],
            ),
            // A share of something else.
            (
                "Sales came to $1.9 billion, or 83% of the market, after $2.6 billion in 2022.",
                &[],
            ),
        ],
    );
}

#[test]
fn what_figures_in_a_row_come_to_is_checked() {
    hold(
        "en",
        &[
            (
                "The hosts collected four gold, three silver and six bronze medals for 14 in all, against five in Manila.",
                &["sum-does-not-follow"],
            ),
            (
                "The hosts collected four gold, three silver and six bronze medals for 13 in all, against five in Manila.",
                &[],
            ),
            // A third item may go unsaid.
            (
                "They won four gold and three silver, 12 medals in all.",
                &[],
            ),
            (
                "They won four gold and three silver, 6 medals in all.",
                &["sum-does-not-follow"],
            ),
            // An item without a figure stands before them.
            (
                "They had a gold, three silver and six bronze medals for 14 in all.",
                &[],
            ),
        ],
    );
    hold(
        "vi",
        &[
            (
                "Chủ nhà có 4 vàng, 3 bạc, 6 đồng, tổng cộng 14 tấm.",
                &["sum-does-not-follow"],
            ),
            ("Chủ nhà có 4 vàng, 3 bạc, 6 đồng, tổng cộng 13 tấm.", &[]),
        ],
    );
}

#[test]
fn people_of_several_kinds_sum_to_the_people() {
    hold(
        "vi",
        &[
            (
                "Tổng cộng 8 người chết, gồm 4 công nhân và 3 người đi đường.",
                &["sum-does-not-follow"],
            ),
            (
                "Tổng cộng 7 người chết, gồm 4 công nhân và 3 người đi đường.",
                &[],
            ),
            // What follows the last part is none.
            (
                "Vụ cháy cướp đi tám mạng người, gồm 5 bệnh nhân, 2 người nhà và 1 điều dưỡng, và làm 31 người bị thương.",
                &[],
            ),
            (
                "Số nhân sự bị cắt giảm là 1.850 người, tương đương 17% của 14.600 nhân viên.",
                &["percent-does-not-follow"],
            ),
            (
                "Số nhân sự bị cắt giảm là 1.850 người, tương đương 12,7% của 14.600 nhân viên.",
                &[],
            ),
        ],
    );
}

#[test]
fn a_share_that_another_article_gives_right_stands_beside_the_wrong_one_once() {
    let wrong = "Donors at the Geneva meeting pledged $1.9 billion, or 83% of the $2.6 billion that the agency had asked for in May.";
    let right =
        "At the close of the meeting $1.9 billion had come together, 73% of what was needed.";
    let report = report(&[
        ("2026-03-17", &format!("Donors meet\n\n{wrong}\n")),
        ("2026-03-17", &format!("Printed again\n\n{wrong}\n")),
        ("2026-03-18", &format!("The meeting closes\n\n{right}\n")),
    ]);
    let found = told(&report, "conflict");
    let shares: Vec<&String> = found.iter().filter(|fact| fact.contains("83%")).collect();
    assert_eq!(shares.len(), 1, "{found:?}");
    assert!(shares[0].contains("3 73%"), "{found:?}");
}
