//! Ages: whose they are, and what they are not.

use super::grouping::{report, told};

/// What two articles of one day say of people, and the verdict of the fact that holds both ages, if any does.
struct Case {
    name: &'static str,
    vietnamese: &'static str,
    english: &'static str,
    ages: [&'static str; 2],
    verdict: Option<&'static str>,
}

#[test]
fn the_age_of_one_person_is_one_fact_and_of_another_is_none() {
    let cases = [
        Case {
            name: "a full name and a given name at the start of a sentence",
            vietnamese: "Trà, 29 tuổi, lo chuyển tiền.",
            english: "Pham Thu Tra, 39, was held for four months.",
            ages: ["29 tuổi", "39"],
            verdict: Some("conflict"),
        },
        Case {
            name: "the name behind the age, and what somebody is between them",
            vietnamese: "Bà Phạm Thu Trà, 29 tuổi, lo chuyển tiền.",
            english: "The 39-year-old accountant Pham Thu Tra was held for four months.",
            ages: ["29 tuổi", "39-year-old"],
            verdict: Some("conflict"),
        },
        Case {
            name: "the same age in other words",
            vietnamese: "Bà Phạm Thu Trà (29 tuổi) lo chuyển tiền.",
            english: "Tra, a 29-year-old accountant, was held for four months.",
            ages: ["29 tuổi", "29-year-old"],
            verdict: Some("agreement"),
        },
        Case {
            name: "a year more is a birthday",
            vietnamese: "Bà Phạm Thu Trà (29 tuổi) lo chuyển tiền.",
            english: "Pham Thu Tra, 30, was held for four months.",
            ages: ["29 tuổi", "30"],
            verdict: None,
        },
        Case {
            name: "another person of the same age",
            vietnamese: "Bà Phạm Thu Trà (29 tuổi) lo chuyển tiền.",
            english: "Vu Hai Long, 29, was held for four months.",
            ages: ["29 tuổi", "29"],
            verdict: None,
        },
        Case {
            name: "as many things",
            vietnamese: "Bà Phạm Thu Trà (29 tuổi) lo chuyển tiền.",
            english: "They searched 29 flats for four months.",
            ages: ["29 tuổi", "29 flats"],
            verdict: None,
        },
    ];
    for case in cases {
        let vietnamese = format!(
            "Khởi tố vụ án Sao Biển\n\nVụ án Sao Biển ở Kiên Giang gây thiệt hại 3.245 tỷ đồng, với 1.240 nạn nhân.\n\n{}\n",
            case.vietnamese
        );
        let english = format!(
            "Sao Bien case charged in Kien Giang\n\nThe Sao Bien case in Kien Giang did damage of 3,245 billion dong, with 1,240 victims.\n\n{}\n",
            case.english
        );
        let day = "2025-03-04";
        let report = report(&[(day, &vietnamese), (day, &english)]);
        let holds = |fact: &String| case.ages.iter().all(|age| fact.contains(age));
        let verdicts = [
            "agreement",
            "conflict",
            "possible-conflict",
            "update",
            "compatible",
        ];
        let found = verdicts
            .into_iter()
            .find(|verdict| told(&report, verdict).iter().any(holds));
        assert_eq!(found, case.verdict, "{}", case.name);
    }
}
