use super::{FILE, pack};

/// A file, what its error says, and the line and column that it points at.
const CASES: [(&str, &str, usize, usize); 23] = [
    (
        "[language]\ncode = \"xx\"\nname = \"Test\"\nletter = \"a\"\n",
        "unknown field `letter`",
        4,
        1,
    ),
    ("[[patern]]\nname = \"p\"\n", "unknown field `patern`", 1, 3),
    (
        "[[hedge]]\nwords = [\"about\"]\n",
        "missing field `qualifier`",
        1,
        1,
    ),
    (
        "[[hedge]]\nwords = \"about\"\nqualifier = \"about\"\n",
        "expected a sequence",
        2,
        9,
    ),
    ("words = [\n", "unclosed array", 1, 10),
    (
        "[language]\ncode = \"yy\"\nname = \"Test\"\n",
        "its code is \"yy\"",
        1,
        1,
    ),
    (
        "[language]\ncode = \"xx\"\nname = \"Test\"\ndate-order = \"ydm\"\n",
        "date-order",
        1,
        1,
    ),
    (
        "[language]\ncode = \"xx\"\nname = \"Test\"\ncurrency = \"dong\"\n",
        "ISO 4217",
        1,
        1,
    ),
    (
        "[number-format]\ngrouping = [\"..\"]\ndecimal = [\",\"]\n",
        "not one character",
        1,
        1,
    ),
    (
        "[[numeral]]\nwords = [\"two\"]\nrole = \"digit\"\n",
        "needs a value",
        1,
        1,
    ),
    (
        "\n[[numeral]]\nwords = [\"two\"]\nrole = \"digit\"\nvalue = \"2,5\"\n",
        "no decimal number",
        2,
        1,
    ),
    (
        "[[unit]]\nsymbol = \"km\"\nkind = \"measure\"\nfactor = \"0\"\nwords = [\"km\"]\n",
        "no positive decimal",
        1,
        1,
    ),
    (
        "[[hedge]]\nwords = [\"about\"]\nqualifier = \"circa\"\n",
        "\"circa\" is no qualifier",
        1,
        1,
    ),
    (
        "[[modality]]\nmodality = \"hoped\"\nwords = [\"hope\"]\n",
        "\"hoped\" is no modality",
        1,
        1,
    ),
    (
        "[[list]]\nname = \"a\"\nwords = [\"x\"]\n\n[[list]]\nname = \"a\"\nwords = [\"y\"]\n",
        "two lists named \"a\"",
        5,
        1,
    ),
    (
        "[[concept]]\nid = \"a\"\nrole = \"noun\"\nwords = [\"x\"]\n[[concept]]\nid = \"a\"\nrole = \"noun\"\nwords = [\"y\"]\n",
        "two concepts \"a\"",
        5,
        1,
    ),
    (
        "[[shape]]\nname = \"s\"\nreason = \"r\"\nregex = '[0-9'\n",
        "",
        4,
        9,
    ),
    (
        "pattern = [{ name = \"p\", kind = \"ignore\", templates = [\"x\"] }]\n",
        "says its reason",
        1,
        12,
    ),
    (
        "pattern = [{ name = \"p\", kind = \"date\", templates = [\"{day}\"], set = { shift-fortnight = 1 } }]\n",
        "\"shift-fortnight\" is nothing",
        1,
        12,
    ),
    (
        "pattern = [\n  { name = \"p\", kind = \"date\", templates = [\"x {day}\"] },\n  { name = \"p\", kind = \"date\", templates = [\"{day}\"] },\n]\n",
        "two patterns named \"p\"",
        3,
        3,
    ),
    (
        "pattern = [{ name = \"p\", kind = \"number\", templates = [\"{n}\"], qualifier = \"some\" }]\n",
        "\"some\" is no qualifier",
        1,
        12,
    ),
    (
        "[[pattern]]\nname = \"p\"\nkind = \"date\"\ntemplates = [\"{day}\", \"on the [{day}\"]\n",
        "not closed",
        4,
        31,
    ),
    (
        "[[pattern]]\nname = \"p\"\nkind = \"date\"\ntemplates = [\"ngày {dag}\"]\n",
        "no slot named \"dag\"",
        4,
        20,
    ),
];

#[test]
fn errors_point_at_their_place() {
    for (text, message, line, column) in CASES {
        let error = pack(text).expect_err(text);
        assert!(error.is_pack(), "{error}");
        assert!(
            error.to_string().contains(message),
            "{error}\nhas no {message:?}"
        );
        assert_eq!(
            error.location(),
            Some((FILE, line, column)),
            "{error}\nin\n{text}"
        );
    }
}

#[test]
fn templates_with_faults_say_what_is_wrong_and_where() {
    // The column is that of the template's own text, from 1.
    let cases = [
        ("{day", "not closed", 1),
        ("(a|b", "not closed", 1),
        ("a)", "closes nothing", 2),
        ("a <cues>", "no [[list]] named \"cues\"", 3),
        ("[{day}]", "the empty text", 1),
        ("", "the empty text", 1),
        ("a > b", "needs \\\\ before it", 3),
    ];
    for (template, message, column) in cases {
        let text =
            format!("[[pattern]]\nname = \"p\"\nkind = \"date\"\ntemplates = ['{template}']\n");
        let error = pack(&text).expect_err(template);
        let message = message.replace("\\\\", "\\");
        assert!(error.to_string().contains(&message), "{template}: {error}");
        let first = "templates = ['".len();
        assert_eq!(
            error.location(),
            Some((FILE, 4, first + column)),
            "{template}: {error}"
        );
    }
}

#[test]
fn a_regular_expression_has_a_longest_size() {
    let shape =
        |regex: &str| format!("[[shape]]\nname = \"s\"\nreason = \"r\"\nregex = '{regex}'\n");
    assert!(pack(&shape(&"a".repeat(4096))).is_ok());
    for (regex, message) in [
        ("a".repeat(4097), "at most 4096 bytes"),
        ("(a{1000}){1000}".to_owned(), "size"),
    ] {
        let error = pack(&shape(&regex)).expect_err(&regex);
        assert!(error.to_string().contains(message), "{error}");
        assert_eq!(
            error.location().map(|(_, line, column)| (line, column)),
            Some((4, 9))
        );
    }
}

#[test]
fn an_excerpt_shows_the_line_at_fault() {
    let error = pack("[[hedge]]\nwords = [\"about\"]\nqualifer = \"about\"\n").unwrap_err();
    let excerpt = error.excerpt();
    assert!(
        excerpt.contains("rules/xx/test.toml:3:1") && excerpt.contains("3 | qualifer"),
        "{excerpt}"
    );
}
