use super::super::{Phrase, Phrases};
use super::{Text, pack};

fn table(words: &[&str]) -> (super::Pack, Phrases<usize>) {
    let mut pack = pack("").unwrap();
    let mut phrases = Phrases::default();
    for (number, word) in words.iter().enumerate() {
        phrases.insert(Phrase::parse(word, &mut pack.lexicon), number);
    }
    (pack, phrases)
}

#[test]
fn the_longest_phrase_at_a_place_counts() {
    let words = [
        "km", "km/h", "dark red", "dark", "^may", "sq. km", "$", "24 hours",
    ];
    let cases = [
        ("km", 0, Some((1, 0))),
        ("km/h", 0, Some((3, 1))),
        ("km / h", 0, Some((1, 0))),
        ("Dark  RED", 0, Some((2, 2))),
        ("dark blue", 0, Some((1, 3))),
        ("May", 0, Some((1, 4))),
        ("may", 0, None),
        ("sq. km", 0, Some((3, 5))),
        ("5 $", 1, Some((1, 6))),
        ("24 hours", 0, Some((2, 7))),
        ("25 hours", 0, None),
        ("kms", 0, None),
    ];
    let (pack, phrases) = table(&words);
    for (text, at, expected) in cases {
        let text = Text::new(&pack, text);
        let found = phrases
            .longest_at(&text.view(), at)
            .map(|(length, value)| (length, *value));
        assert_eq!(found, expected, "{:?}", text.text);
    }
}

#[test]
fn a_phrase_is_found_before_a_place() {
    let cases = [
        ("more than 5", 2, Some((0, 1))),
        ("no more than 5", 3, Some((0, 2))),
        ("than 5", 1, Some((0, 0))),
        ("than or 5", 2, None),
        ("5", 0, None),
    ];
    let (pack, phrases) = table(&["than", "more than", "no more than"]);
    for (text, at, expected) in cases {
        let text = Text::new(&pack, text);
        let found = phrases
            .ending_before(&text.view(), at)
            .map(|(start, value)| (start, *value));
        assert_eq!(found, expected, "{:?}", text.text);
    }
}

#[test]
fn of_equally_long_phrases_all_are_told_and_the_first_wins() {
    let (pack, phrases) = table(&["ton", "ton", "ton of"]);
    let text = Text::new(&pack, "ton of rice");
    let all: Vec<_> = phrases
        .all_at(&text.view(), 0)
        .map(|(length, value)| (length, *value))
        .collect();
    assert_eq!(all, [(2, 2), (1, 0), (1, 1)]);
    let text = Text::new(&pack, "ton");
    assert_eq!(phrases.longest_at(&text.view(), 0), Some((1, &0)));
}

#[test]
fn letters_that_stand_for_words_are_no_name() {
    let (mut pack, mut phrases) = table(&[]);
    phrases.insert(Phrase::parse_term("NGO", false, &mut pack.lexicon), 0);
    for (text, found) in [("NGO", true), ("ngo", true), ("Ngo", false)] {
        let text = Text::new(&pack, text);
        let known = phrases.longest_at(&text.view(), 0).is_some();
        assert_eq!(known, found, "{}", text.text);
    }
}

#[test]
fn small_syllables_are_no_part_of_a_name() {
    let (mut pack, mut phrases) = table(&[]);
    phrases.insert(Phrase::parse_term("cầu bến", true, &mut pack.lexicon), 0);
    for (text, found) in [
        ("cầu bến", true),
        ("Cầu bến", true),
        ("CẦU BẾN", true),
        ("Cầu Bến Sứ", false),
        ("cầu Bến Sứ", false),
    ] {
        let text = Text::new(&pack, text);
        let known = phrases.longest_at(&text.view(), 0).is_some();
        assert_eq!(known, found, "{}", text.text);
    }
    phrases.insert(
        Phrase::parse_term("cục hải quan", true, &mut pack.lexicon),
        1,
    );
    let text = Text::new(&pack, "Cục Hải quan");
    assert!(phrases.longest_at(&text.view(), 0).is_some());
}

#[test]
fn a_name_asks_for_the_capitals_it_is_written_with() {
    let (mut pack, mut phrases) = table(&[]);
    phrases.insert(Phrase::parse_name("Hội đồng Bảo an", &mut pack.lexicon), 0);
    for (text, found) in [
        ("Hội đồng Bảo an", true),
        ("HỘI ĐỒNG BẢO AN", true),
        ("Hội đồng bảo an", false),
    ] {
        let text = Text::new(&pack, text);
        assert_eq!(
            phrases.longest_at(&text.view(), 0).is_some(),
            found,
            "{}",
            text.text
        );
    }
}
