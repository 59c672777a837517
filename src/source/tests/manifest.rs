use super::super::Manifest;

#[test]
fn a_table_speaks_of_its_file() {
    let text = "# head\n[\"a b.txt\"]\ntitle = \"T\"\npublisher = \"P\"\nurl = \"u\"\npublished = \"2023-07\"\nlanguage = \"vi\"\n\
                [\"c.txt\"]\npublished = 2023-07-11\n[\"d.txt\"]\npublished = 2023\n[e]\npublished = \"2023-07-11T08:00:00Z\"\n";
    let manifest = Manifest::parse("sources.toml", text).unwrap();
    let a = manifest.get("a b.txt").unwrap();
    assert_eq!(
        (a.title.as_deref(), a.publisher.as_deref(), a.url.as_deref()),
        (Some("T"), Some("P"), Some("u"))
    );
    assert_eq!(
        (a.published.as_deref(), a.language.as_deref()),
        (Some("2023-07"), Some("vi"))
    );
    let published = |name: &str| manifest.get(name).unwrap().published.clone().unwrap();
    assert_eq!(
        [published("c.txt"), published("d.txt"), published("e")],
        ["2023-07-11", "2023", "2023-07-11"]
    );
    assert!(manifest.get("f.txt").is_none());
}

#[test]
fn an_error_shows_its_place() {
    let cases = [
        (
            "[\"a.txt\"]\ntitel = \"T\"\n",
            (2, 1),
            "unknown key `titel`",
        ),
        ("[\"a.txt\"]\ntitel = 5\n", (2, 1), "unknown key `titel`"),
        (
            "[\"a.txt\"]\ntitle = 5\n",
            (2, 9),
            "must be a string, not an integer",
        ),
        (
            "[\"a.txt\"]\npublished = \"11/7/2023\"\n",
            (2, 13),
            "`11/7/2023` is no date",
        ),
        (
            "[\"a.txt\"]\npublished = \"2023-02-30\"\n",
            (2, 13),
            "is no date",
        ),
        (
            "[\"a.txt\"]\ntitle = \"T\"\ntitle = \"U\"\n",
            (3, 1),
            "duplicate key",
        ),
        ("[\"a.txt\"]\n[\"a.txt\"]\n", (2, 2), "duplicate key"),
        ("title = \"T\"\n", (1, 1), "`title` must be a table"),
        ("[\"a.txt\"\n", (1, 9), ""),
    ];
    for (text, (line, column), message) in cases {
        let error = Manifest::parse("in/sources.toml", text).unwrap_err();
        assert!(error.is_manifest());
        assert_eq!(
            error.location(),
            Some(("in/sources.toml", line, column)),
            "{text}: {error}"
        );
        assert!(error.to_string().contains(message), "{error}");
    }
}

#[test]
fn an_entry_without_a_file_is_told_of_at_its_key() {
    let text = "[\"b.txt\"]\n\n[\"z.txt\"]\n\n[\"a.txt\"]\n";
    let manifest = Manifest::parse("sources.toml", text).unwrap();
    let unmatched = manifest.unmatched(&["a.txt", "b.txt", "z.txt", "more.txt"]);
    assert!(unmatched.is_empty());
    let unmatched = manifest.unmatched(&["b.txt"]);
    let told = unmatched.iter().map(|one| {
        let place = (one.file.as_str(), one.line, one.column);
        (place, one.says.to_string().contains("`z.txt`"))
    });
    assert_eq!(
        told.collect::<Vec<_>>(),
        [
            (("sources.toml", 3, 2), true),
            (("sources.toml", 5, 2), false)
        ]
    );
}

#[test]
fn the_manifest_of_the_seeds_is_sound() {
    let manifest = Manifest::parse(
        "seeds/sources.toml",
        include_str!("../../../seeds/sources.toml"),
    )
    .unwrap();
    assert_eq!(
        manifest
            .get("004_84b43ede4df3b45b.txt")
            .unwrap()
            .published
            .as_deref(),
        Some("2023-05-03")
    );
}
