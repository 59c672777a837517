use super::claim;

#[test]
fn subjects_are_the_names_of_the_clause_the_nearest_first() {
    let text = "Hàn Quốc bàn giao 10 xe, trong khi Nhật Bản bàn giao 4 xe.";
    assert_eq!(claim("vi", text, "10").subjects, ["country/KR"]);
    assert_eq!(claim("vi", text, "4").subjects, ["country/JP"]);
    let text = "South Korea delivered 10 tanks, while Japan delivered 4 trucks.";
    assert_eq!(claim("en", text, "10").subjects, ["country/KR"]);
    assert_eq!(claim("en", text, "4").subjects, ["country/JP"]);
}

#[test]
fn a_short_form_that_the_text_explains_stands_for_its_name() {
    let cases = [
        (
            "vi",
            "Công ty Điện lực Sao Mai (DLSM) bán 11 trạm.\nHôm qua Công ty Điện lực Sao Mai mua 12 trạm.\nDLSM thuê 13 trạm.\n",
        ),
        (
            "en",
            "The Morning Star Power Company (MSPC) sold 11 stations.\nThe Morning Star Power Company bought 12 stations.\nMSPC rented 13 stations.\n",
        ),
    ];
    for (language, text) in cases {
        let acronyms = |value| {
            let claim = claim(language, text, value);
            // The same names have the same numbers in one article.
            claim.extent.clause
        };
        let short = acronyms("13");
        assert_eq!(short.len(), 1, "{language}");
        assert_eq!(acronyms("12"), short, "{language}");
    }
}

#[test]
fn nouns_with_a_capital_name_nobody() {
    let text = "Zwölf Menschen wurden getötet, als Nancy Faeser in Neu Isenburg sprach.";
    let subjects = claim("de", text, "12").subjects;
    assert!(
        !subjects.contains(&"Zwölf Menschen".to_owned()),
        "{subjects:?}"
    );
    let text = "Der Umsatz lag bei 21,9 Milliarden Euro, sagte Petra Vogt.";
    assert_eq!(claim("de", text, "21900000000").subjects, ["Petra Vogt"]);
}
