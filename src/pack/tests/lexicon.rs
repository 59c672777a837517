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
