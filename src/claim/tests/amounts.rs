use super::{claims, told};

#[test]
fn a_word_stands_for_a_medal_beside_other_medals_alone() {
    let nouns = |language: &str, text: &str| -> Vec<String> {
        let claims = claims(language, text);
        let concepts = claims.into_iter().map(|claim| {
            let concept = claim.noun.and_then(|noun| noun.concept);
            concept.unwrap_or_else(|| claim.mention.kind.name().to_owned())
        });
        concepts.collect()
    };
    let row = ["gold-medal", "silver-medal", "bronze-medal"];
    for (language, text) in [
        ("vi", "Đoàn giành 41 huy chương vàng, 30 bạc và 35 đồng."),
        ("vi", "Họ giành 6 vàng, 5 bạc và 7 đồng."),
        ("vi", "Đoàn giành 3 HCV, 4 bạc, 5 đồng."),
        ("en", "They won 41 gold medals, 30 silver and 35 bronze."),
    ] {
        assert_eq!(nouns(language, text), row, "{text}");
    }
    assert_eq!(told("vi", "Giá tăng thêm 35 đồng."), ["money VND 35"]);
    assert_eq!(
        told("vi", "Anh giành 3 HCV. Giá vé tăng 500 đồng."),
        ["count  3", "money VND 500"]
    );
}

#[test]
fn a_number_behind_the_word_that_led_to_a_length_is_one() {
    for (language, text, values) in [
        (
            "en",
            "Toan, who got 16 years, and Ngan, who got eleven.",
            ["duration  P16Y", "duration  P11Y"],
        ),
        (
            "en",
            "She was sentenced to 18 years in prison, her husband to eleven.",
            ["duration  P18Y", "duration  P11Y"],
        ),
        (
            "vi",
            "Chau lĩnh 20 năm tù, chồng lĩnh mười một.",
            ["duration  P20Y", "duration  P11Y"],
        ),
        (
            "vi",
            "Bà bị phạt 20 tháng tù, em bị phạt 8.",
            ["duration  P20M", "duration  P8M"],
        ),
        (
            "en",
            "The fire took 3 days and took five lives.",
            ["duration  P3D", "count  5"],
        ),
        (
            "en",
            "She ran it in 2 hours and won five.",
            ["duration  PT2H", "count  5"],
        ),
    ] {
        assert_eq!(told(language, text), values, "{text}");
    }
}

#[test]
fn parts_of_a_measure_go_without_its_unit() {
    let cases: [(&str, &str, &[&str]); 5] = [
        (
            "vi",
            "Có 31.400 ha lúa bị hại, trong đó Vĩnh Long 14.200, Bến Tre 8.000.",
            &["measure ha 31400", "measure ha 14200", "measure ha 8000"],
        ),
        (
            "en",
            "They lost 31,400 hectares, including 14,200 in Vinh Long and 8,000 in Ben Tre.",
            &["measure ha 31400", "measure ha 14200", "measure ha 8000"],
        ),
        (
            "en",
            "Of 31,400 hectares of rice, 14,200 of them in Vinh Long, little was saved.",
            &["measure ha 31400", "measure ha 14200"],
        ),
        (
            "en",
            "Fire burned 500 hectares and killed 12, including 3 in Hue.",
            &["measure ha 500", "count  12", "count  3"],
        ),
        (
            "vi",
            "Tuyến dài 120 km, gồm 24 ga.",
            &["measure km 120", "count  24"],
        ),
    ];
    for (language, text, figures) in cases {
        assert_eq!(told(language, text), figures, "{text}");
    }
}

#[test]
fn figures_of_a_list_are_in_the_unit_that_closes_it() {
    let cases: [(&str, &str, &[&str]); 9] = [
        (
            "vi",
            "Lãi lần lượt đạt 12 và 15 tỷ đồng.",
            &["money VND 12000000000", "money VND 15000000000"],
        ),
        (
            "vi",
            "Giá là 500, 600 và 750 triệu đồng.",
            &[
                "money VND 500000000",
                "money VND 600000000",
                "money VND 750000000",
            ],
        ),
        (
            "vi",
            "Lượng mưa đo được 120 và 180 mm.",
            &["measure mm 120", "measure mm 180"],
        ),
        (
            "en",
            "They won 3 and 5 million dollars.",
            &["money USD 3000000", "money USD 5000000"],
        ),
        // Each is told in full, or nothing joins the two.
        (
            "en",
            "The shops sold 5 and $7 was paid.",
            &["count  5", "money USD 7"],
        ),
        (
            "vi",
            "Có 5 xã và 12 tỷ đồng.",
            &["count  5", "money VND 12000000000"],
        ),
        (
            "en",
            "Floods killed 12 and cost 15 million dollars.",
            &["count  12", "money USD 15000000"],
        ),
        // Nor is a year the low end of an amount, and a range is one.
        (
            "en",
            "Exports rose from $30 billion in 2020 to $40 billion.",
            &["money USD 30000000000", "money USD 40000000000"],
        ),
        (
            "en",
            "It costs 2000 to 3000 dollars.",
            &["money USD 2000..3000"],
        ),
    ];
    for (language, text, expected) in cases {
        assert_eq!(told(language, text), expected, "{text:?}");
    }
}
