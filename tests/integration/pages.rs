//! Pages as browsers save them, in the manner of news sites (`tests/pages/`), with everything around the article.
//!
//! Every figure outside the article has a 77, or is 7 or 17 beside one; no figure of an article has.

use crate::library::project;
use crate::report;

#[test]
fn what_stands_around_an_article_gives_no_claims() {
    let report = report(&project("tests/pages"), &[".", "--no-config"]);
    let claims = report["claims"].as_array().unwrap();
    let foreign: Vec<String> = claims
        .iter()
        .filter(|claim| claim["context"].as_str().unwrap().contains("77"))
        .map(|claim| format!("{} {}", claim["source"], claim["quote"]))
        .collect();
    assert!(foreign.is_empty(), "{foreign:#?}");
    assert!(claims.iter().all(|claim| claim["block"] != "boilerplate"));
    let ignored = report["ignored"].as_array().unwrap();
    assert!(
        ignored
            .iter()
            .any(|found| found["reason"] == "page-furniture")
    );
}

#[test]
fn what_an_article_says_is_read() {
    let report = report(&project("tests/pages"), &[".", "--no-config"]);
    for (source, quotes) in [
        (
            "ap.html",
            &[
                "21 people missing",
                "more than 300 flights",
                "157",
                "15 hours",
            ][..],
        ),
        (
            "bbc.html",
            &[
                "13 districts",
                "Some 50,000 people",
                "12 northern provinces",
                "126mph",
            ],
        ),
        (
            "reuters.html",
            &[
                "240 soldiers",
                "21 missing people",
                "166 km per hour",
                "$14.2 million",
            ],
        ),
        (
            "tuoitre.html",
            &[
                "260 bộ đội, công an",
                "2.600 ngôi nhà",
                "1.200 ngư dân",
                "9 tàu chìm",
            ],
        ),
        (
            "vnexpress.html",
            &["240 bộ đội", "2.400 ngôi nhà", "58", "7 tàu du lịch"],
        ),
    ] {
        for quote in quotes {
            let found = report["claims"]
                .as_array()
                .unwrap()
                .iter()
                .any(|claim| claim["source"] == source && claim["quote"] == *quote);
            assert!(found, "{source}: {quote}");
        }
    }
}

#[test]
fn what_a_page_says_of_itself_is_told() {
    let report = report(&project("tests/pages"), &[".", "--no-config"]);
    let told: Vec<[&str; 4]> = report["sources"]
        .as_array()
        .unwrap()
        .iter()
        .filter(|source| source["published"] == "2024-09-08")
        .map(|source| {
            ["title", "publisher", "author", "published"].map(|key| source[key].as_str().unwrap())
        })
        .collect();
    let day = "2024-09-08";
    assert_eq!(
        told,
        [
            [
                "Live updates: Typhoon Yagi kills 14 in Vietnam",
                "AP News",
                "HAU DINH",
                day
            ],
            [
                "Typhoon Yagi: 14 dead after storm hits Vietnam",
                "BBC News",
                "Joel Guinto",
                day
            ],
            [
                "Typhoon kills 14 in Vietnam's north, 21 missing",
                "Reuters",
                "Khanh Vu, Phuong Nguyen",
                day
            ],
            [
                "Bão số 9: Quảng Ninh có 23 người mất tích",
                "TUOI TRE ONLINE",
                "TIẾN THẮNG",
                day
            ],
            [
                "Bão số 9 làm 21 người mất tích ở Quảng Ninh",
                "Báo VnExpress",
                "Lê Tân",
                day
            ],
        ]
    );
}

/// Pages of one flood and one ferry in the manner of further sites: every sentence of the article is read whole, with all its
/// figures, and the page is told who printed it and when, where it says so in its head.
#[test]
fn pages_of_other_makes_are_read_whole() {
    let flood = [
        "12 người chết",
        "35 người bị thương",
        "2.400 hộ dân",
        "185 tỷ đồng",
        "64 tỷ đồng",
        "0,45 m",
    ];
    let ferry = [
        "48 people",
        "130",
        "312 passengers",
        "41 bodies",
        "19 people",
        "$5,000",
        "$240,000",
    ];
    let cases = [
        ("dantri.html", "Báo điện tử Dân trí", &flood[..]),
        ("vov.html", "VOV.VN", &flood),
        ("old-layout.html", "", &flood),
        ("guardian.html", "the Guardian", &ferry),
        ("liveblog.html", "France 24", &ferry),
        ("afp-table.html", "AFP", &ferry),
    ];
    let report = report(&project("tests/pages"), &[".", "--no-config"]);
    let sources = report["sources"].as_array().unwrap();
    let claims = report["claims"].as_array().unwrap();
    for (name, publisher, figures) in cases {
        let source = sources
            .iter()
            .find(|source| source["source"] == name)
            .unwrap();
        assert_eq!(
            source["publisher"].as_str().unwrap_or(""),
            publisher,
            "{name}"
        );
        assert!(
            source["published"]
                .as_str()
                .is_none_or(|day| day.starts_with("2025-")),
            "{name}"
        );
        for figure in figures {
            let read = claims.iter().any(|claim| {
                claim["source"] == name && claim["quote"].as_str().unwrap().contains(figure)
            });
            assert!(read, "{name}: {figure}");
        }
    }
}
