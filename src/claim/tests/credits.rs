use super::claim;

#[test]
fn a_claim_is_credited_to_the_one_whom_the_sentence_names() {
    let cases = [
        ("vi", "Theo Yonhap, 11 người đã chết.", "11", Some("Yonhap")),
        (
            "vi",
            "Bão làm 21 người chết, theo Cục Quản lý đê điều.",
            "21",
            Some("Cục Quản lý đê điều"),
        ),
        ("vi", "Theo kế hoạch, 11 tàu sẽ được giao.", "11", None),
        ("vi", "Có 11 người chết.", "11", None),
        (
            "en",
            "According to Reuters, 11 people died.",
            "11",
            Some("Reuters"),
        ),
        (
            "en",
            "At least 21 people died, Reuters reported.",
            "21",
            Some("Reuters"),
        ),
        (
            "en",
            "According to plan, 11 ships will be delivered.",
            "11",
            None,
        ),
        ("en", "11 people died.", "11", None),
    ];
    for (language, text, value, credit) in cases {
        assert_eq!(
            claim(language, text, value).attribution.as_deref(),
            credit,
            "{text}"
        );
    }
}
