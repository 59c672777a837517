use super::{claim, claims};

#[test]
fn a_number_has_the_noun_that_it_counts() {
    // Language, sentence, value, noun as it stands in the text.
    let cases = [
        // Announced before it, whatever completes the noun.
        (
            "vi",
            "Số nạn nhân tử vong trong vụ cháy đã lên đến 14.",
            "14",
            "nạn nhân tử vong",
        ),
        (
            "vi",
            "Số ca mắc sốt xuất huyết tại Hà Nội lên tới 2.300.",
            "2300",
            "ca mắc sốt xuất huyết",
        ),
        (
            "vi",
            "Số nhà bị ngập ở Đắk Lắk là 150.000.",
            "150000",
            "nhà bị ngập",
        ),
        (
            "en",
            "The number of people killed in the quake has risen to 1,644.",
            "1644",
            "people killed",
        ),
        // After the number.
        (
            "en",
            "The hall has 94 check-in desks and 14 gates.",
            "94",
            "check-in desks",
        ),
        (
            "vi",
            "Hai bên nhất trí hợp tác trên 11 lĩnh vực.",
            "11",
            "lĩnh vực",
        ),
        ("vi", "Trận lũ làm 12 người chết.", "12", "người chết"),
        (
            "vi",
            "Nhà máy đã giao 48 chiếc máy bay cho quân đội.",
            "48",
            "chiếc máy bay",
        ),
        (
            "en",
            "The two sides agreed on 11 areas of cooperation.",
            "11",
            "areas of cooperation",
        ),
        ("en", "The flood killed 12 people.", "12", "people"),
        (
            "en",
            "Poland ordered 48 light combat aircraft in 2022.",
            "48",
            "light combat aircraft",
        ),
        // Announced before it.
        (
            "vi",
            "Thỏa thuận tăng số lượng lĩnh vực hợp tác lên 11.",
            "11",
            "lĩnh vực hợp tác",
        ),
        // Which ones they are stands before it.
        (
            "en",
            "The blast killed two tourists and hurt 12 other people in the street.",
            "12",
            "people",
        ),
        ("fr", "Il a visité 12 autres villes.", "12", "villes"),
        // Behind the unit, and before what is named.
        (
            "vi",
            "Trạm quan trắc Rạch Sỏi đo được 318 mm mưa.",
            "318",
            "mưa",
        ),
        (
            "en",
            "The bridge, 1,510 metres long, is new.",
            "1510",
            "long",
        ),
        // Before an ordinal in Vietnamese, after it in English.
        ("vi", "Đây là cuộc họp thứ hai trong năm.", "2", "cuộc họp"),
        (
            "en",
            "It was the second meeting of the year.",
            "2",
            "meeting",
        ),
    ];
    for (language, text, value, noun) in cases {
        let claim = claim(language, text, value);
        assert_eq!(
            claim.noun.map(|noun| noun.text).as_deref(),
            Some(noun),
            "{text}"
        );
    }
}

#[test]
fn who_was_hurt_is_no_thing_that_the_sentence_before_counts() {
    for text in [
        "Nearly 100 aftershocks have been felt. At least 126 others were injured.",
        "Eight houses burned. Another 126 were killed.",
    ] {
        assert_eq!(claim("en", text, "126").noun, None, "{text}");
    }
    // A day is nothing that is counted.
    let text = "Car bombs wounded 126 others Saturday.";
    assert_eq!(claim("en", text, "126").noun, None);
    let text = "Eight houses burned. Another 126 were destroyed.";
    let noun = claim("en", text, "126").noun;
    assert_eq!(noun.map(|noun| noun.text).as_deref(), Some("houses"));
}

#[test]
fn a_count_without_a_noun_takes_that_of_the_count_before_it() {
    let cases = [
        ("vi", "Tai nạn làm 12 người chết, 3 bị thương.", "12", "3"),
        (
            "en",
            "The crash left 12 people dead and 3 injured.",
            "12",
            "3",
        ),
    ];
    for (language, text, first, second) in cases {
        let first = claim(language, text, first).noun.expect(text);
        let bare = claim(language, text, second);
        let second = bare.noun.expect(text);
        assert!(!second.words.is_empty(), "{text}");
        assert!(
            second.words.iter().all(|word| first.words.contains(word)),
            "{text}"
        );
        // Of a noun that says what happened it takes no more than who is counted: the injured are not dead.
        assert_eq!(second.concept.as_deref(), Some("person"), "{text}");
        assert!(second.tokens.1 <= bare.mention.tokens.0, "{text}");
    }
}

#[test]
fn a_noun_carries_its_concept_in_every_language() {
    let concept = |language, text, value| claim(language, text, value).noun.unwrap().concept;
    let pairs = [
        (
            "Công ty có 15 nhân viên.",
            "The company has 15 employees.",
            "15",
        ),
        ("Hãng có 16 máy bay.", "The company has 16 airplanes.", "16"),
        (
            "Có 11 lĩnh vực hợp tác.",
            "There are 11 areas of cooperation.",
            "11",
        ),
    ];
    for (vi, en, value) in pairs {
        let found = concept("vi", vi, value);
        assert!(found.is_some(), "{vi}");
        assert_eq!(found, concept("en", en, value), "{vi} / {en}");
    }
}

#[test]
fn the_span_of_a_claim_holds_its_noun_and_its_hedge() {
    let cases = [
        (
            "vi",
            "Có khoảng 3.600 khán giả đến xem.",
            "3600",
            "khoảng 3.600 khán giả",
        ),
        (
            "en",
            "Some 3,600 spectators of the match left.",
            "3600",
            "Some 3,600 spectators",
        ),
    ];
    for (language, text, value, span) in cases {
        assert_eq!(claim(language, text, value).span.of(text), span);
    }
}

#[test]
fn digits_of_page_furniture_are_no_claims() {
    let found = claims("vi", "Nhà máy ở Bình Dương (Ảnh 3)\n");
    assert!(
        found
            .iter()
            .all(|claim| claim.mention.value.notation().as_deref() != Some("3")),
        "{found:#?}"
    );
}

#[test]
fn an_age_takes_no_noun_from_what_was_counted_before() {
    let cases = [
        (
            "We lost 20 houses, said Nguyen Van Nam, 45, a farmer.",
            "45",
        ),
        (
            "Police arrested three men, aged 19, 23 and 41, on Monday.",
            "41",
        ),
    ];
    for (text, value) in cases {
        let concept = claim("en", text, value).noun.and_then(|noun| noun.concept);
        assert!(concept.is_none_or(|concept| concept == "age"), "{text}");
    }
    let twelve = claim("en", "12 people died and 3 were injured.", "3");
    assert!(twelve.noun.is_some());
}

#[test]
fn a_number_of_a_name_and_a_weekday_of_a_name_are_no_claims() {
    let values = |text: &str| {
        let found = claims("en", text);
        let told = found.iter().filter_map(|c| c.mention.value.notation());
        told.collect::<Vec<_>>()
    };
    assert_eq!(
        values("Gates at the Nam Hua 2 plant were raised by 3 metres."),
        ["3"]
    );
    assert_eq!(values("Two screens stood beside the Thu Bon river."), ["2"]);
    assert_eq!(values("They met Thu in Hanoi with 3 aides.").len(), 2);
}

#[test]
fn a_number_of_dead_counts_deaths() {
    let told = claim("en", "That took the number of dead to six.", "6");
    let noun = told.noun.and_then(|noun| noun.concept);
    assert_eq!(noun.as_deref(), Some("death"));
}
