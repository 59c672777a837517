use super::super::{Content, json_lines, note};
use super::read;

#[test]
fn each_line_is_an_article() {
    let file = "{\"id\": \"a\", \"text\": \"Có 12 người.\", \"published\": null, \"language\": \"vi\", \"extra\": [1]}\n\n\
                {\"id\": 7, \"text\": \"Có\\n3 người.\", \"title\": \"T\", \"publisher\": \"P\", \"url\": \"u\", \"published\": \"2023-07\"}\r\n";
    let inputs = json_lines("x.jsonl", file.as_bytes());
    let names: Vec<&str> = inputs.iter().map(|input| input.name.as_str()).collect();
    assert_eq!(names, ["a", "7"]);
    assert_eq!(inputs[0].meta.published, None);
    assert_eq!(inputs[1].meta.published.as_deref(), Some("2023-07"));
    assert!(
        matches!(&inputs[1].content, Content::Bytes(text) if text == "Có\n3 người.".as_bytes())
    );
}

#[test]
fn a_broken_line_becomes_a_note_and_the_others_are_read() {
    let file = b"{\"id\": \"a\", \"text\": \"b\"}\n{\"id\": \"c\", \"text\": }\n{\"id\": \"d\"}\n{\"id\": \"e\", \"text\": 5}\n\"\xFF\"\n{\"id\": \"f\", \"text\": \"g\"}";
    let sources: Vec<_> = json_lines("in/x.jsonl", file)
        .into_iter()
        .map(read)
        .collect();
    let names: Vec<&str> = sources.iter().map(|source| source.name.as_str()).collect();
    assert_eq!(
        names,
        [
            "a",
            "in/x.jsonl:2",
            "in/x.jsonl:3",
            "in/x.jsonl:4",
            "in/x.jsonl:5",
            "f"
        ]
    );
    let expected = [
        (2, "line 2, column 21"),
        (3, "missing field `text`"),
        (4, "expected a string"),
        (5, "line 5"),
    ];
    for ((line, part), source) in expected.iter().zip(&sources[1..]) {
        assert_eq!(
            (source.notes[0].name, source.notes[0].line),
            (note::SOURCE_UNREADABLE, Some(*line))
        );
        assert!(
            source.notes[0].says.to_string().contains(part),
            "{}",
            source.notes[0].says
        );
        assert!(
            !source.notes[0].says.to_string().contains("at line 1"),
            "{}",
            source.notes[0].says
        );
    }
}

#[test]
fn an_id_that_is_taken_gets_a_number_and_a_note() {
    let file = br##"{"id": "a", "text": "1"}
{"id": "a", "text": "2"}
{"id": "a#2", "text": "3"}
{"id": "a", "text": "4"}"##;
    let inputs = json_lines("x.jsonl", file);
    let names: Vec<&str> = inputs.iter().map(|input| input.name.as_str()).collect();
    assert_eq!(names, ["a", "a#2", "a#2#2", "a#3"]);
    assert!(inputs[0].notes.is_empty());
    assert_eq!(
        (inputs[1].notes[0].name, inputs[1].notes[0].line),
        (note::SOURCE_RENAMED, Some(2))
    );
}
