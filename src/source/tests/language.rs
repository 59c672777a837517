use super::super::{Input, language};
use super::{packs, read, text};

#[test]
fn a_text_speaks_for_its_language() {
    let cases = [
        (
            "Hội nghị khai mạc ngày 11/7 tại thủ đô Vilnius của Litva.",
            Some("vi"),
        ),
        ("NATO và Hàn Quốc", Some("vi")),
        (
            "The summit opened on 11 July in the capital of Lithuania.",
            Some("en"),
        ),
        (
            "Some 124,500 people had been moved to safer ground beforehand.",
            Some("en"),
        ),
        (
            "Hoi nghi thuong dinh NATO khai mac ngay 11/7 tai thu do cua Litva, theo ke hoach se ban ve an ninh.",
            None,
        ),
        (
            "Le sommet a ouvert ses portes mardi dans la capitale, on attend un accord sur les aides.",
            Some("fr"),
        ),
        (
            "Der Gipfel wurde am 11. Juli in der Hauptstadt Litauens eröffnet.",
            Some("de"),
        ),
        (
            "La cumbre se abrió el 11 de julio en la capital de Lituania con 31 miembros, según los anfitriones.",
            Some("es"),
        ),
        (
            "Il vertice si è aperto martedì nella capitale e gli alleati cercano un accordo sugli aiuti.",
            Some("it"),
        ),
        (
            "De top is dinsdag in de hoofdstad van Litouwen geopend en er wordt een akkoord verwacht.",
            None,
        ),
        (
            "A cimeira abriu na terça-feira na capital e espera-se um acordo sobre as ajudas.",
            Some("pt"),
        ),
        (
            "O cumio abriu o martes na capital e agárdase un acordo sobre as axudas.",
            None,
        ),
        (
            "Summitul s-a deschis marți în capitală și se așteaptă un acord privind ajutoarele.",
            None,
        ),
        ("2023 11/7 2.400", None),
        ("NATO Kyodo Yonhap", None),
        ("", None),
    ];
    for (text, expected) in cases {
        assert_eq!(language(text, packs()).as_deref(), expected, "{text}");
    }
}

#[test]
fn a_sentence_of_another_language_is_read_by_its_pack() {
    let source = text(
        "Hội nghị khai mạc ngày 11/7 tại Litva với 40 nguyên thủ.\n\
         The statement said that the two sides had agreed to work in 11 areas.\n\
         Ông Stoltenberg nói \"the right way\" trong bài phát biểu hôm qua.\n\
         OK, well done team.",
    );
    assert_eq!(source.meta.language.as_deref(), Some("vi"));
    let languages: Vec<&str> = source
        .blocks
        .iter()
        .flat_map(|block| &block.sentences)
        .map(|sentence| sentence.language.as_deref().unwrap())
        .collect();
    assert_eq!(languages, ["vi", "en", "vi", "vi"]);
}

#[test]
fn a_tag_with_a_region_finds_its_pack_and_a_tag_without_a_pack_finds_none() {
    let tagged = |tag: &str| {
        let mut input = Input::new("a.txt", "Bangkok, Tokyo, 2023.");
        input.meta.language = Some(tag.to_owned());
        let source = read(input);
        (
            source.meta.language.clone(),
            source.blocks[0].sentences[0].language.clone(),
        )
    };
    assert_eq!(
        tagged("vi-VN"),
        (Some("vi-VN".to_owned()), Some("vi".to_owned()))
    );
    assert_eq!(tagged("th"), (Some("th".to_owned()), None));
}

#[test]
fn words_are_runs_of_letters_and_digits_of_any_script() {
    let all: String = ('\0'..='\u{2FFF}').collect();
    let quick: Vec<&str> = super::super::line::words_of(&all).collect();
    let exact: Vec<&str> = all
        .split(|c: char| !c.is_alphanumeric())
        .filter(|word| !word.is_empty())
        .collect();
    assert_eq!(quick, exact);
}
