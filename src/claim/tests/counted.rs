use super::{claim, claims};

#[test]
fn of_a_noun_that_says_what_happened_only_the_people_are_lent() {
    let cases = [
        (
            "en",
            "About 800 people died and 2,500 were wounded.",
            "2500",
        ),
        (
            "en",
            "The blast left at least 250 people dead and more than 500 injured.",
            "500",
        ),
        (
            "en",
            "A total of 12 people were killed and 30 others injured on the road.",
            "30",
        ),
        (
            "id",
            "Sebanyak 25 orang hilang dan 8 luka-luka akibat banjir itu.",
            "8",
        ),
        (
            "id",
            "Bencana ini menyebabkan 164 jiwa meninggal dunia, 79 hilang, dan 12 luka-luka.",
            "12",
        ),
    ];
    for (language, text, value) in cases {
        let found = claim(language, text, value);
        let (concept, theme) = counted(language, text, value);
        assert_eq!(concept.as_deref(), Some("person"), "{text}");
        assert_eq!(theme, ["injure"], "{text}");
        let noun = found.noun.unwrap();
        assert!(
            !noun.text.contains("die") && !noun.text.contains("dead"),
            "{noun:?}"
        );
        assert!(!noun.text.contains("hilang"), "{noun:?}");
    }
}

#[test]
fn a_part_takes_the_noun_that_governs_and_not_the_one_that_completes_it() {
    let cases = [
        (
            "en",
            "They confirmed 25 deaths tied to the two fires, including 16 in the Eaton Fire and another nine in the hills.",
            "16",
            "death",
        ),
        (
            "en",
            "They confirmed 25 deaths tied to the two fires, including 16 in the Eaton Fire and another nine in the hills.",
            "9",
            "death",
        ),
        (
            "en",
            "The storm damaged 40 houses in three villages and destroyed 12.",
            "12",
            "house",
        ),
        (
            "vi",
            "Bão làm hỏng 40 căn nhà tại 3 xã, làm sập 12.",
            "12",
            "house",
        ),
        // Where there is no other, the noun behind the preposition is the one.
        (
            "en",
            "Rice was sent to a total of 40 houses and then to 12.",
            "12",
            "house",
        ),
    ];
    for (language, text, value, concept) in cases {
        let (found, _) = counted(language, text, value);
        assert_eq!(found.as_deref(), Some(concept), "{value} in {text}");
    }
}

#[test]
fn a_number_word_that_stands_for_things_counts_them() {
    let cases = [
        (
            "The court sentences seven to death over drugs from Laos.",
            "7",
        ),
        (
            "By Friday, eleven of the convicted had lodged appeals.",
            "11",
        ),
        (
            "Lam was sentenced together with six of his associates.",
            "6",
        ),
        (
            "Three escaped over the border, and two are still on the wanted list.",
            "2",
        ),
        ("Three of the dead belonged to one family.", "3"),
        (
            "Police found 16 bodies in the valley and another nine on the slope.",
            "9",
        ),
        ("The blast killed four in the market.", "4"),
    ];
    for (text, value) in cases {
        claim("en", text, value);
    }
    let none = [
        "One of the ministers spoke.",
        "The two are friends.",
        "They went in twos and threes to the hall.",
        "It was one of the largest.",
    ];
    for text in none {
        assert!(claims("en", text).is_empty(), "{text}");
    }
}

#[test]
fn a_verb_ends_the_noun_that_is_counted() {
    let cases = [
        ("en", "Eight walked away unhurt after the crash.", "8", None),
        ("en", "In all 29 walked free on Monday.", "29", None),
        (
            "en",
            "Some 12 sailors escaped over the border.",
            "12",
            Some("sailors"),
        ),
        (
            "vi",
            "Tám người không hề hấn gì sau vụ tai nạn.",
            "8",
            Some("người"),
        ),
        (
            "vi",
            "Hai người không qua khỏi tại bệnh viện.",
            "2",
            Some("người"),
        ),
        (
            "vi",
            "Có 15 vụ không kích trong đêm.",
            "15",
            Some("vụ không kích"),
        ),
    ];
    for (language, text, value, noun) in cases {
        let found = claim(language, text, value).noun.map(|noun| noun.text);
        assert_eq!(found.as_deref(), noun, "{text}");
    }
}

#[test]
fn an_age_is_no_count_of_people() {
    let cases = [
        ("en", "A 61-year-old woman died at the hospital.", "61"),
        ("en", "The 38-year-old driver tested negative.", "38"),
        ("en", "A man aged 70 was hurt.", "70"),
        ("en", "The victim was 25 years old.", "25"),
        (
            "en",
            "The ring, led by Vu Dinh Lam, 45, was broken up.",
            "45",
        ),
        ("en", "The last to die was a man of 71.", "71"),
        ("en", "The driver, 45, was held.", "45"),
        ("vi", "Một phụ nữ 61 tuổi tử vong.", "61"),
    ];
    for (language, text, value) in cases {
        let (concept, _) = counted(language, text, value);
        assert_eq!(concept.as_deref(), Some("age"), "{text}");
    }
    assert_eq!(
        counted("en", "Police held 61 women.", "61").0.as_deref(),
        Some("woman")
    );
}

#[test]
fn one_number_over_several_nouns_counts_what_they_have_in_common() {
    let cases = [
        ("vi", "Công an tạm giữ 12 ô tô và xe máy.", "12", "vehicle"),
        ("vi", "Họ tìm 9 ô tô, xe máy gặp nạn.", "9", "vehicle"),
        ("vi", "Hơn 210 kỹ sư, công nhân có mặt.", "210", "person"),
        (
            "en",
            "Police seized 12 cars and motorbikes.",
            "12",
            "vehicle",
        ),
        (
            "en",
            "Some 260 engineers and workers are on site.",
            "260",
            "person",
        ),
        // A number of its own, or another kind of thing.
        ("vi", "Họ tìm 9 ô tô, 2 xe máy gặp nạn.", "9", "car"),
        (
            "en",
            "Police seized 12 cars and two motorbikes.",
            "12",
            "car",
        ),
        ("en", "The flood took 12 cars and houses fell.", "12", "car"),
    ];
    for (language, text, value, concept) in cases {
        let (found, _) = counted(language, text, value);
        assert_eq!(found.as_deref(), Some(concept), "{text}");
    }
}

#[test]
fn a_measure_in_a_list_is_of_the_thing_behind_it() {
    let cases = [
        (
            "en",
            "They found 86 kg of heroin, 212 kg of crystal methamphetamine and 3 kg of cocaine.",
            "212",
            "methamphetamine",
        ),
        (
            "en",
            "They found 86 kg of heroin, 212 kg of crystal methamphetamine and 3 kg of cocaine.",
            "3",
            "cocaine",
        ),
        (
            "en",
            "They held 600 grams of heroin or more than 2.5 kg of methamphetamine.",
            "2.5",
            "methamphetamine",
        ),
        (
            "vi",
            "Xe chở 86 kg heroin, 212 kg ma túy đá.",
            "212",
            "methamphetamine",
        ),
        // What stands before a lone measure is what it measures.
        ("vi", "Dự án xây đường băng dài 3.048 m.", "3048", "runway"),
    ];
    for (language, text, value, concept) in cases {
        let (found, _) = counted(language, text, value);
        assert_eq!(found.as_deref(), Some(concept), "{value} in {text}");
    }
}

#[test]
fn a_term_of_prison_is_one_in_every_language() {
    let cases = [
        ("vi", "Tài xế lĩnh 12 năm tù.", "P12Y"),
        ("vi", "Bị cáo nhận 8 năm tù giam.", "P8Y"),
        ("en", "He got 12 years in prison.", "P12Y"),
        ("en", "She was given nine months in prison.", "P9M"),
        ("en", "He faces 20 years behind bars.", "P20Y"),
    ];
    for (language, text, value) in cases {
        assert_eq!(
            counted(language, text, value).0.as_deref(),
            Some("prison-term"),
            "{text}"
        );
    }
    assert_eq!(counted("en", "The trial takes 12 years.", "P12Y").0, None);
}

/// The noun and the theme of the claim of that value.
fn counted(language: &str, text: &str, value: &str) -> (Option<String>, Vec<String>) {
    let claim = claim(language, text, value);
    let concept = claim.noun.and_then(|noun| noun.concept);
    (concept, claim.frame.theme)
}

#[test]
fn who_died_there_and_then_is_a_part_of_the_dead() {
    let cases = [
        (
            "vi",
            "Năm nạn nhân chết tại chỗ, người thứ sáu mất sau đó.",
            "5",
            true,
        ),
        (
            "vi",
            "Vụ sạt lở làm 5 người chết, 3 người bị thương.",
            "5",
            false,
        ),
        (
            "en",
            "Two people died at the scene and a third in hospital.",
            "2",
            true,
        ),
        ("en", "Two people died in the crash on Monday.", "2", false),
    ];
    for (language, text, value, part) in cases {
        assert_eq!(claim(language, text, value).part, part, "{text}");
    }
}

#[test]
fn a_number_word_before_a_function_word_counts_beside_others() {
    let values = |text: &str| -> Vec<String> {
        let claims = claims("en", text).into_iter();
        let values = claims.map(|claim| claim.mention.value.notation().unwrap_or_default());
        values.collect()
    };
    for (text, told) in [
        (
            "They hold 80 seats: 59 for her party, 13 for the Greens and eight for the Liberals.",
            vec!["80", "59", "13", "8"],
        ),
        (
            "The injured were taken to a hospital, where five were on drips.",
            vec!["5"],
        ),
        (
            "It came four days after the talks and eight after the vote.",
            vec!["P4D", "8"],
        ),
        (
            "Ha Tinh reported nine deaths, Nghe An eight and Quang Tri four.",
            vec!["9", "8", "4"],
        ),
        (
            "It now has 46 seats, eight fewer than in the last parliament.",
            vec!["46", "8"],
        ),
        ("They play on all fours and two for the road.", vec![]),
    ] {
        assert_eq!(values(text), told, "{text}");
    }
}

#[test]
fn a_measure_is_of_what_the_word_beside_it_says() {
    let cases = [
        ("vi", "Cống ở Bến Tre dài 40 m.", "40", "length"),
        ("vi", "Cống ở Bến Tre rộng 8 m.", "8", "width"),
        ("en", "The sluice is 40 metres long.", "40", "length"),
        ("en", "The sluice is 8 metres wide.", "8", "width"),
    ];
    for (language, text, value, concept) in cases {
        let found = counted(language, text, value).0;
        assert_eq!(found.as_deref(), Some(concept), "{text}");
    }
    // Beside a count it is no measure.
    assert_ne!(
        counted("vi", "Họ sâu 40 người.", "40").0.as_deref(),
        Some("depth")
    );
}

#[test]
fn an_age_is_told_in_many_ways_and_counts_nothing_else() {
    let cases = [
        (
            "en",
            "Nguyen Huu Tai, a driver of 28, was jailed.",
            "28",
            true,
        ),
        ("en", "He is 63 and sails alone.", "63", true),
        ("en", "A captain of 28 men was jailed.", "28", false),
        ("en", "He is 63 metres away.", "63", false),
        (
            "vi",
            "Cụ bà 70 tuổi nhập viện. Bệnh viện đang điều trị 210 ca.",
            "210",
            false,
        ),
    ];
    for (language, text, value, age) in cases {
        let noun = claim(language, text, value).noun;
        let concept = noun.and_then(|noun| noun.concept);
        assert_eq!(concept.as_deref() == Some("age"), age, "{text}");
    }
}

#[test]
fn a_unit_of_two_words_is_joined_to_its_number_by_hyphens() {
    let found = claim("en", "The 68,000-square-metre building opened.", "68000");
    assert_eq!(found.mention.unit.as_deref(), Some("m²"));
}
