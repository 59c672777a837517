use super::super::note;
use super::text;

#[test]
fn what_deceives_a_reader_is_said_with_its_line() {
    let cases = [
        ("Có \u{202E}21\u{202C} người chết.", Some("direction")),
        ("Có 1\u{200B}2 người chết.", Some("invisible")),
        ("Có 1\u{FF12} người chết.", Some("several scripts")),
        ("Có 1²0 người chết.", Some("raised")),
        ("Có 1O0 người chết.", Some("look like digits")),
        ("Khối N\u{410}TO có 31 thành viên.", Some("Cyrillic")),
        ("Có \u{1B}[31m12 người chết.", Some("control")),
        ("Có 12 người chết trên 30 m² đất, 10⁶ đồng, 5 l nước.", None),
        ("Gia đình 👨\u{200D}👩\u{200D}👧 có 3 người.", None),
        ("قتل ١٢ شخصا.", None),
        ("\u{FEFF}Có 12 người chết.", None),
    ];
    for (line, said) in cases {
        let prefix = if line.starts_with('\u{FEFF}') {
            ""
        } else {
            "Tin bão đêm qua\n\n"
        };
        let source = text(&format!("{prefix}{line}\n"));
        let notes: Vec<_> = source
            .notes
            .iter()
            .filter(|note| note.name == note::SUSPICIOUS_TEXT)
            .collect();
        match said {
            None => assert!(notes.is_empty(), "{line}: {notes:?}"),
            Some(said) => {
                assert_eq!(notes.len(), 1, "{line}: {notes:?}");
                assert!(
                    notes[0].says.to_string().contains(said),
                    "{line}: {notes:?}"
                );
                assert_eq!(notes[0].line, Some(3));
            }
        }
    }
}
