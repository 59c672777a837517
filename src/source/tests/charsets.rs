use unicode_normalization::UnicodeNormalization;

use super::super::{Format, Input, note};
use super::read;

const TEXT: &str = "Tin bão số 3 ở miền Bắc\n\nBão đổ bộ vào đất liền chiều nay làm 12 người chết và 30 người bị thương, \
                    nhiều ngôi nhà đã bị tốc mái, đường sá hư hỏng nặng, điện mất trên diện rộng.\n";

/// Windows-1258: letters with their signs, and the tones behind them.
fn windows_1258(text: &str) -> Vec<u8> {
    let mut letters = String::new();
    for c in text.nfd() {
        let mark = matches!(c, '\u{302}' | '\u{306}' | '\u{31B}');
        // The dot below stands before the sign of the letter in NFD.
        let tone = (mark && letters.ends_with('\u{323}'))
            .then(|| letters.pop())
            .flatten();
        match mark.then(|| letters.pop()).flatten() {
            Some(base) => letters.extend([base, c].iter().collect::<String>().nfc()),
            None => letters.push(c),
        }
        letters.extend(tone);
    }
    let (bytes, _, lost) = encoding_rs::WINDOWS_1258.encode(&letters);
    assert!(!lost, "{letters}");
    bytes.into_owned()
}

fn utf_16(text: &str) -> Vec<u8> {
    let units = text.encode_utf16().flat_map(u16::to_le_bytes);
    [0xFF, 0xFE].into_iter().chain(units).collect()
}

/// VNI, by hand: sign by sign.
const VNI: &str = "Tin baõo soá 3 ôû mieàn Baéc\n\nBaõo ñoå boä vaøo ñaát lieàn chieàu nay laøm 12 ngöôøi cheát vaø 30 ngöôøi bò thöông, \
                   nhieàu ngoâi nhaø ñaõ bò toác maùi, ñöôøng saù hö hoûng naëng, ñieän maát treân dieän roäng.\n";

/// TCVN3 as its bytes look in Latin-1.
const TCVN3: &str = "Tin b\u{b7}o s\u{e8} 3 \u{eb} mi\u{d2}n B\u{be}c\n\nB\u{b7}o \u{ae}\u{e6} b\u{e9} v\u{b5}o \u{ae}\u{ca}t \
                     li\u{d2}n chi\u{d2}u nay l\u{b5}m 12 ng\u{ad}\u{ea}i ch\u{d5}t v\u{b5} 30 ng\u{ad}\u{ea}i b\u{de} \
                     th\u{ad}\u{ac}ng, nhi\u{d2}u ng\u{ab}i nh\u{b5} \u{ae}\u{b7} b\u{de} t\u{e8}c m\u{b8}i, \u{ae}\u{ad}\u{ea}ng \
                     s\u{b8} h\u{ad} h\u{e1}ng n\u{c6}ng, \u{ae}i\u{d6}n m\u{ca}t tr\u{aa}n di\u{d6}n r\u{e9}ng.\n";

fn latin_1(text: &str) -> Vec<u8> {
    text.chars()
        .map(|c| u8::try_from(u32::from(c)).unwrap())
        .collect()
}

#[test]
fn text_in_any_charset_is_read_and_named() {
    let big_end = TEXT.encode_utf16().flat_map(u16::to_be_bytes).collect();
    let cases: [(&str, Vec<u8>, &str); 8] = [
        ("UTF-16", utf_16(TEXT), "UTF-16LE"),
        (
            "UTF-16 without a mark",
            utf_16(TEXT)[2..].to_vec(),
            "UTF-16LE",
        ),
        ("UTF-16 the other way round", big_end, "UTF-16BE"),
        ("windows-1258", windows_1258(TEXT), "windows-1258"),
        ("VNI bytes", latin_1(VNI), "VNI"),
        ("VNI pasted", VNI.as_bytes().to_vec(), "VNI"),
        ("TCVN3 bytes", latin_1(TCVN3), "TCVN3"),
        ("TCVN3 pasted", TCVN3.as_bytes().to_vec(), "TCVN3"),
    ];
    for (what, bytes, name) in cases {
        let source = read(Input::new("a.txt", bytes));
        assert_eq!(source.text.nfc().collect::<String>(), TEXT, "{what}");
        assert_eq!(source.notes[0].name, note::CHARSET_CONVERTED, "{what}");
        assert!(
            source.notes[0].says.to_string().contains(name),
            "{what}: {:?}",
            source.notes
        );
        assert!(source.extracted, "{what}");
        assert_eq!(source.meta.language.as_deref(), Some("vi"), "{what}");
    }
}

#[test]
fn text_in_unicode_is_never_taken_for_an_old_font() {
    let texts = [
        TEXT,
        "Có 3 cá nhân là bà con xa, và các vị ấy nói rằng giá nhà là khá cao.",
        "L'été dernier, les élèves du collège ont préféré rester à la maison où ils étaient très à l'aise, déjà reposés.",
        "Für die Gäste gibt es während der Öffnungszeiten süße Brötchen, Käse, Äpfel, Nüsse und größere Stücke Kuchen.",
        "El niño pidió más pan el sábado, según explicó la compañía española después de la reunión en León y Cádiz.",
    ];
    for text in texts {
        let source = read(Input::new("a.txt", text));
        assert_eq!(source.text, text);
        assert!(
            source.notes.is_empty() && !source.extracted,
            "{:?}",
            source.notes
        );
    }
}

#[test]
fn a_page_is_read_in_the_charset_that_it_names() {
    let mut page = b"<html lang=vi><meta charset=windows-1258><body><p>".to_vec();
    page.extend(windows_1258(
        "Có 12 người chết và 30 người bị thương ở Hà Nội.",
    ));
    let source = read(Input::new("a.html", page));
    assert_eq!(
        source.text.nfc().collect::<String>(),
        "Có 12 người chết và 30 người bị thương ở Hà Nội."
    );
}

#[test]
fn a_few_broken_bytes_in_utf_8_are_shown_and_named() {
    let mut bytes = TEXT.as_bytes().to_vec();
    bytes.push(0xFF);
    bytes.extend(" 7 nhà.".bytes());
    let source = read(Input::new("a.txt", bytes));
    assert!(source.text.ends_with("\u{FFFD} 7 nhà."));
    assert_eq!(
        (source.notes[0].name, source.notes[0].line),
        (note::CHARSET_DAMAGED, Some(4))
    );
}

#[test]
fn a_file_without_an_ending_is_known_by_its_first_bytes() {
    let cases: [(&str, &[u8], Format); 7] = [
        ("a", b"%PDF-1.7", Format::Pdf),
        ("a", b"<!DOCTYPE html><p>", Format::Html),
        (
            "a",
            b"<?xml version='1.0'?><rss version='2.0'>",
            Format::Feed,
        ),
        (
            "a",
            b"PK\x03\x04 mimetypeapplication/epub+zip",
            Format::Epub,
        ),
        ("a", b"PK\x03\x04 word/document.xml", Format::Docx),
        ("folder.html/a", b"Bao so 3", Format::Text),
        ("a.txt", b"<html>", Format::Text),
    ];
    for (name, bytes, format) in cases {
        assert_eq!(Format::of(name, bytes), format, "{name} {bytes:?}");
    }
}
