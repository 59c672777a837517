use super::pack;

#[test]
fn spellings_of_one_word_share_a_key() {
    let folds = "fold = [
        { from = [\"oà\"], to = \"òa\" },
        { from = [\"uỷ\"], to = \"ủy\" },
        { from = [\"yà\", \"xoà\"], to = \"x\" },
        { from = [\"tỷ\"], to = \"tỉ\", whole = true },
    ]";
    let pack = pack(folds).unwrap();
    let cases = [
        ("hoà", "hòa", true),
        ("HOÀ", "hòa", true),
        ("Hòa", "hòa", true),
        // The longest ending decides.
        ("xoà", "xòa", false),
        ("thuỷ", "thủy", true),
        // Only the end of a word folds, and a whole word only as a whole.
        ("oàn", "òan", false),
        ("tỷ", "tỉ", true),
        ("atỷ", "atỉ", false),
    ];
    for (one, other, same) in cases {
        assert_eq!(
            pack.lexicon.key(one) == pack.lexicon.key(other),
            same,
            "{one} and {other}"
        );
    }
}

#[test]
fn a_word_in_lower_case_has_the_number_of_its_key() {
    let folds = "fold = [
        { from = [\"oà\"], to = \"òa\" },
        { from = [\"ty\"], to = \"ti\", whole = true },
    ]";
    for rules in [folds, "fold = [{ from = [\"y\"], to = \"i\" }]"] {
        let mut lexicon = pack(rules).unwrap().lexicon;
        for word in ["hòa", "ti", "công", "xoài", "aty", "y"] {
            lexicon.add(word);
        }
        for word in [
            "hòa", "hoà", "ti", "ty", "công", "xoài", "aty", "ati", "y", "mà", "",
        ] {
            let known = lexicon.id(&lexicon.key(word));
            let found = lexicon.number(word, true, &mut String::new());
            assert_eq!(found, known, "{word}");
        }
    }
}
