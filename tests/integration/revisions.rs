//! What one sentence tells as given up, and days of an article that nobody dated, beside what other articles say.

use super::grouping::{report, told};

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

#[test]
fn a_day_of_an_undated_article_is_one_of_the_time_of_the_others() {
    let articles = |published: &'static str| {
        [
            ("2025-09-29", LATE),
            (published, TRANSLATED),
            ("2025-09-30", EARLY),
        ]
    };
    // An empty date is none.
    let undated = report(&articles(""));
    let date = undated
        .claims
        .iter()
        .find(|claim| claim.quote.ends_with("October 5") && claim.source == "2.txt");
    assert_eq!(
        date.and_then(|claim| claim.value.clone()).as_deref(),
        Some("XXXX-10-05")
    );
    let facts = |verdict: &str| told(&undated, verdict);
    let together = |fact: &String| fact.contains("5/10") && fact.contains("2 October 5");
    let found: Vec<String> = ["agreement", "update", "compatible"]
        .iter()
        .flat_map(|verdict| facts(verdict))
        .collect();
    assert!(found.iter().any(together), "{found:?}");
}
