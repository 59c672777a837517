use super::claim;

/// Whom or what place a figure is limited to.
fn local(language: &str, text: &str, value: &str) -> Vec<String> {
    let names = claim(language, text, value).frame.local;
    names.iter().map(|name| name.name.to_string()).collect()
}

#[test]
fn a_figure_of_a_row_is_that_of_the_name_that_opens_it() {
    let dengue = "TP.HCM tăng 1.449 ca, Đồng Nai tăng 253 ca; Bình Dương giảm 681 ca, Tiền Giang giảm 42 ca.";
    let cases = [
        // The dot of a short name ends nothing.
        ("vi", dengue, "1449", "city/ho-chi-minh-city"),
        ("vi", dengue, "253", "dong nai"),
        // Nor does the first word behind a semicolon.
        ("vi", dengue, "681", "binh duong"),
        ("vi", dengue, "42", "tien giang"),
        (
            "en",
            "Thailand was second: 77 golds, 92 silvers and 125 bronzes.",
            "77",
            "country/TH",
        ),
        (
            "en",
            "Thailand was second: 77 golds, 92 silvers and 125 bronzes.",
            "92",
            "country/TH",
        ),
        (
            "en",
            "Thailand was second: 77 golds, 92 silvers and 125 bronzes.",
            "125",
            "country/TH",
        ),
        (
            "vi",
            "Thái Lan 233 HCV, Indonesia 91 HCV, Việt Nam 87 HCV, 81 HCB.",
            "81",
            "country/VN",
        ),
    ];
    for (language, text, value, name) in cases {
        assert_eq!(local(language, text, value), [name], "{value} in {text}");
    }
}

#[test]
fn a_figure_of_two_names_is_that_of_neither() {
    let text = "Hai xã Trà Leng và Trà Vân có 21 người thoát chết, 24 người bị thương.";
    for value in ["21", "24"] {
        assert!(local("vi", text, value).is_empty(), "{value} in {text}");
    }
    // What opens a clause is no list.
    let text = "Hà Nội có 5 người bị thương, cả nước 12 người bị thương.";
    assert!(local("vi", text, "12").is_empty());
}

#[test]
fn what_happened_to_all_happened_to_those_of_each_place() {
    let text = "Bão làm 1.300 nhà hư hại (Quảng Trị 137; Đà Nẵng 228; Quảng Nam 935).";
    let theme = claim("vi", text, "228").frame.theme;
    assert!(theme.contains(&"be-damaged".to_owned()), "{theme:?}");
}

#[test]
fn by_how_much_something_changed_is_not_what_it_came_to() {
    let cases = [
        ("vi", "Đồng Nai giảm 181 ca.", "181", true),
        ("vi", "Số ca ở Đồng Nai tăng lên 181 ca.", "181", false),
        ("en", "Cases in Dong Nai fell by 181.", "181", true),
        ("en", "Cases in Dong Nai fell to 181.", "181", false),
    ];
    for (language, text, value, change) in cases {
        assert_eq!(claim(language, text, value).frame.change, change, "{text}");
    }
}

#[test]
fn the_force_of_wind_is_a_measure_without_a_unit() {
    let text = "Bão vào Quảng Ninh với sức gió mạnh cấp 14, giật cấp 17.";
    for value in ["14", "17"] {
        let mention = claim("vi", text, value).mention;
        assert_eq!(mention.kind, crate::mention::Kind::Measure, "{value}");
        assert_eq!(mention.unit, None, "{value}");
    }
    // Degrees are those of a quake.
    let quake = claim("vi", "Trận động đất mạnh 6,7 độ.", "6.7");
    let concept = quake.noun.and_then(|noun| noun.concept);
    assert_eq!(concept.as_deref(), Some("magnitude"));
}

#[test]
fn figures_in_turn_are_of_what_the_sentence_before_counted() {
    let cases = [
        (
            "vi",
            "Đã có 9 người chết, 20 người bị thương. Hôm sau, con số này lần lượt là 10 và 19.",
            "10",
            "19",
        ),
        (
            "en",
            "It left 9 people dead and 20 people injured. A day later the figures were 10 and 19, respectively.",
            "10",
            "19",
        ),
    ];
    for (language, text, dead, injured) in cases {
        let dead = claim(language, text, dead).frame.theme;
        assert!(dead.contains(&"die".to_owned()), "{dead:?} in {text}");
        let injured = claim(language, text, injured).frame.theme;
        assert!(
            injured.contains(&"injure".to_owned()),
            "{injured:?} in {text}"
        );
    }
}
