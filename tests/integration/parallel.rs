//! Sentences of two articles that tell the same figures but for one.

use super::grouping::{report, told};

/// What a sentence of each of two articles of one day says, and the two figures that a conflict holds, or no conflict does.
struct Case {
    name: &'static str,
    vietnamese: &'static str,
    english: &'static str,
    figures: [&'static str; 2],
    conflict: bool,
}

#[test]
fn a_figure_that_differs_in_a_digit_beside_equal_ones_is_a_conflict() {
    let cases = [
        Case {
            name: "a share between two amounts",
            vietnamese: "Chi phí từ 26.100 tỷ lên 38.700 tỷ đồng, tức tăng 48%.",
            english: "It went 58 per cent over its budget of 26.1 trillion dong, to 38.7 trillion.",
            figures: ["48%", "58 per cent"],
            conflict: true,
        },
        Case {
            name: "two digits changed places beside one figure",
            vietnamese: "Tổng cộng 83 giỏ bị bỏ, 64 giỏ khác lăn chậm.",
            english: "It left 83 hampers behind, and 46 hampers rolled slowly.",
            figures: ["64 giỏ", "46 hampers"],
            conflict: true,
        },
        Case {
            name: "no digit is the same",
            vietnamese: "Chi phí từ 26.100 tỷ lên 38.700 tỷ đồng, tức tăng 48%.",
            english: "It went 61 per cent over its budget of 26.1 trillion dong, to 38.7 trillion.",
            figures: ["48%", "61 per cent"],
            conflict: false,
        },
        Case {
            name: "a second share is left over",
            vietnamese: "Chi phí từ 26.100 tỷ lên 38.700 tỷ đồng, tức tăng 48%, và nhà thầu góp 77%.",
            english: "It went 58 per cent over its budget of 26.1 trillion dong, to 38.7 trillion.",
            figures: ["48%", "58 per cent"],
            conflict: false,
        },
        Case {
            name: "they share one figure and a day",
            vietnamese: "Hôm 4/3/2025, 38.700 khách đi tàu, 58% có vé.",
            english: "On March 4, 2025 some of the 38,700 guests, 28 per cent, were late.",
            figures: ["58%", "28 per cent"],
            conflict: false,
        },
    ];
    for case in cases {
        let vietnamese = format!(
            "Khánh thành đường sắt Rạch Sỏi\n\nĐường sắt Rạch Sỏi ở Kiên Giang dài 1.240 km, do công ty Sao Biển xây dựng với 15.000 người thợ.\n\n{}\n",
            case.vietnamese
        );
        let english = format!(
            "Rach Soi railway opens in Kien Giang\n\nThe Rach Soi railway in Kien Giang is 1,240 km long. The Sao Bien company built it with 15,000 men.\n\n{}\n",
            case.english
        );
        let day = "2025-03-04";
        let report = report(&[(day, &vietnamese), (day, &english)]);
        let conflicts = told(&report, "conflict");
        let holds = |fact: &String| case.figures.iter().all(|figure| fact.contains(figure));
        assert_eq!(
            conflicts.iter().any(holds),
            case.conflict,
            "{}: {conflicts:?}",
            case.name
        );
    }
}
