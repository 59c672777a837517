//! The command that lists, shows and tests rule packs, and rules of the user's own.

use super::{folder, report, run, stderr, stdout};

/// A language in one file.
const LANGUAGE: &str = r#"
[language]
code = "tk"
name = "Tok Test"
words = ["bilong", "long", "dispela", "ologeta"]

[number-format]
grouping = ["."]
decimal = [","]

[[numeral]]
words = ["tripela"]
role = "digit"
value = "3"
examples = [{ text = "tripela sip", value = "3", kind = "count" }]
not = ["dispela sip"]

[[pattern]]
name = "day-of-month"
kind = "date"
templates = ["de {day}/{month}/{year}"]
examples = [{ text = "long de 11/7/2023", value = "2023-07-11" }]
not = ["skor 11/7"]
"#;

#[test]
fn list_tells_the_packs_and_what_is_in_them() {
    let dir = folder(&[("mine/tk/all.toml", LANGUAGE)]);
    let output = run(dir.path(), &["rules", "list", "--rules", "mine"]);
    assert_eq!(output.status.code(), Some(0), "{}", stderr(&output));
    let text = stdout(&output);
    for word in [
        "base: ",
        "en: ",
        "vi: ",
        "tk: 4 entries, 4 examples",
        "patterns of kind date: day-of-month",
    ] {
        assert!(text.contains(word), "no {word:?} in\n{text}");
    }
}

#[test]
fn show_gives_an_entry_as_it_stands_and_what_its_examples_give() {
    let dir = folder(&[("mine/tk/all.toml", LANGUAGE)]);
    for name in ["day-of-month", "tk/day-of-month", "pattern/day-of-month"] {
        let output = run(dir.path(), &["rules", "show", name, "--rules", "mine"]);
        assert_eq!(output.status.code(), Some(0), "{}", stderr(&output));
        let text = stdout(&output);
        for word in [
            "mine/tk/all.toml:18:1: pattern of tk",
            "templates = [\"de {day}/{month}/{year}\"]",
            "holds in tk: \"long de 11/7/2023\"",
            "got date 2023-07-11 by tk/day-of-month",
        ] {
            assert!(text.contains(word), "no {word:?} in\n{text}");
        }
    }
    let built_in = stdout(&run(dir.path(), &["rules", "show", "unit/km"]));
    assert!(
        built_in.contains("unit of vi") && built_in.contains("unit of en"),
        "{built_in}"
    );
    let unknown = run(
        dir.path(),
        &["rules", "show", "day-of-mont", "--rules", "mine"],
    );
    assert_eq!(unknown.status.code(), Some(2));
    assert!(
        stderr(&unknown).contains("did you mean 'day-of-month'"),
        "{}",
        stderr(&unknown)
    );
}

#[test]
fn test_tells_each_example_that_does_not_hold_at_its_place() {
    let wrong = LANGUAGE.replace("2023-07-11\"", "2023-11-07\"");
    let dir = folder(&[("good/tk/all.toml", LANGUAGE), ("bad/tk/all.toml", &wrong)]);
    let lines = |name: &str| -> Vec<String> {
        let output = run(dir.path(), &["rules", "test", name]);
        let text = stdout(&output);
        let own = text
            .lines()
            .filter(|line| line.starts_with(&format!("{name}/")));
        let own: Vec<String> = own.map(str::to_owned).collect();
        let any = text.lines().count() > 1;
        assert_eq!(output.status.code(), Some(i32::from(any)), "{text}");
        own
    };
    assert!(lines("good").is_empty(), "{:?}", lines("good"));
    assert_eq!(
        lines("bad"),
        [
            "bad/tk/all.toml:22:13: day-of-month \"long de 11/7/2023\": wanted 2023-11-07 got date 2023-07-11 by tk/day-of-month (read as tk)"
        ]
    );
}

#[test]
fn the_exit_status_is_0_when_all_examples_hold() {
    // Empty files in the place of the built-in ones leave nothing that could fail.
    let output = run(folder(&[]).path(), &["rules", "list"]);
    assert_eq!(output.status.code(), Some(0));
    let root = concat!(env!("CARGO_MANIFEST_DIR"), "/rules");
    let mut files = vec![("mine/tk/all.toml".to_owned(), LANGUAGE.to_owned())];
    for language in std::fs::read_dir(root)
        .unwrap()
        .map(|entry| entry.unwrap().path())
    {
        if !language.is_dir() {
            continue;
        }
        for file in std::fs::read_dir(&language)
            .unwrap()
            .map(|entry| entry.unwrap().path())
        {
            let path = file.strip_prefix(root).unwrap().to_str().unwrap();
            if path.ends_with(".toml") {
                files.push((format!("mine/{path}"), String::new()));
            }
        }
    }
    let files: Vec<(&str, &str)> = files
        .iter()
        .map(|(path, text)| (path.as_str(), text.as_str()))
        .collect();
    let dir = folder(&files);
    let output = run(dir.path(), &["rules", "test", "mine"]);
    assert_eq!(
        stdout(&output),
        "4 examples, 0 wrong\n",
        "{}",
        stderr(&output)
    );
    assert_eq!(output.status.code(), Some(0));
}

#[test]
fn a_pack_that_cannot_be_read_is_shown_at_its_fault() {
    let faulty = LANGUAGE.replace("kind = \"date\"", "knid = \"date\"");
    let dir = folder(&[
        ("mine/tk/all.toml", &faulty),
        ("empty/tk/notes.txt", ""),
        ("news/a.txt", "11 kapal.\n"),
    ]);
    let cases: [&[&str]; 4] = [
        &["rules", "test", "mine"],
        &["rules", "list", "--rules", "mine"],
        &["rules", "show", "day-of-month", "--rules", "mine"],
        &["check", "news", "--rules", "mine"],
    ];
    for args in cases {
        let output = run(dir.path(), args);
        assert_eq!(output.status.code(), Some(2), "{args:?}");
        assert!(output.stdout.is_empty(), "{args:?}");
        let text = stderr(&output);
        for word in [
            "unknown field `knid`",
            "mine/tk/all.toml:20:1",
            "20 | knid = \"date\"",
        ] {
            assert!(text.contains(word), "{args:?}: no {word:?} in\n{text}");
        }
    }
    for (args, message) in [
        (["rules", "test", "empty"], "no rules in empty"),
        (["rules", "test", "none"], "cannot read the folder"),
    ] {
        let output = run(dir.path(), &args);
        assert_eq!(output.status.code(), Some(2), "{args:?}");
        assert!(stderr(&output).contains(message), "{}", stderr(&output));
    }
}

#[test]
fn a_new_language_is_read_by_its_own_pack() {
    let article = "Tripela sip bilong ologeta\n\nLong de 11/7/2023 tripela sip i go long dispela ples bilong ologeta.\n";
    let dir = folder(&[("mine/tk/all.toml", LANGUAGE), ("news/a.txt", article)]);
    let report = report(dir.path(), &["news", "--rules", "mine"]);
    assert_eq!(report["sources"][0]["language"], "tk");
    let claims = report["claims"].as_array().unwrap();
    let date = claims.iter().find(|claim| claim["kind"] == "date").unwrap();
    assert_eq!(date["value"], "2023-07-11");
    assert_eq!(date["rules"], serde_json::json!(["tk/day-of-month"]));
    assert!(
        claims
            .iter()
            .any(|claim| claim["kind"] == "count" && claim["value"] == "3"),
        "{claims:#?}"
    );
}

#[test]
fn every_rules_command_has_help_with_an_example() {
    let dir = folder(&[]);
    for command in ["list", "show", "test"] {
        let help = stdout(&run(dir.path(), &["rules", command, "--help"]));
        assert!(
            help.contains("Examples:") && help.contains(&format!("crosscheck rules {command}")),
            "{help}"
        );
    }
    let help = stdout(&run(dir.path(), &["rules", "--help"]));
    assert!(
        help.contains("list") && help.contains("show") && help.contains("test"),
        "{help}"
    );
}

/// The pack that the guide builds from nothing: the first block of code behind "Save this as".
fn pack_of_the_guide() -> String {
    let guide = include_str!("../../docs/rule-packs.md");
    let from = guide.find("Save this as").unwrap();
    let lines = guide[from..].lines().skip(1);
    let lines = lines.take_while(|line| line.is_empty() || line.starts_with("    "));
    lines
        .map(|line| line.strip_prefix("    ").unwrap_or(line))
        .skip(1)
        .collect::<Vec<_>>()
        .join("\n")
}

#[test]
fn the_pack_of_the_guide_does_what_the_guide_says() {
    let guide = include_str!("../../docs/rule-packs.md");
    let pack = pack_of_the_guide();
    let wrong = pack.replace("value = \"2023-07-11\" }", "value = \"2023-11-07\" }");
    assert_ne!(pack, wrong);
    let cases = [
        (pack.clone(), None),
        (
            wrong,
            Some("day-month \"op 11 juli 2023\": wanted 2023-11-07"),
        ),
    ];
    for (pack, failure) in cases {
        let dir = folder(&[("my-rules/nl/dutch.toml", &pack)]);
        let text = stdout(&run(dir.path(), &["rules", "test", "my-rules"]));
        let own: Vec<_> = text
            .lines()
            .filter(|line| line.starts_with("my-rules/"))
            .collect();
        match failure {
            None => assert!(own.is_empty(), "{own:?}"),
            Some(failure) => {
                assert_eq!(own.len(), 1, "{own:?}");
                assert!(
                    own[0].contains(failure) && guide.contains(own[0]),
                    "{own:?}"
                );
            }
        }
    }
    let faulty = pack.replace("kind = \"date\"", "knid = \"date\"");
    let dir = folder(&[("my-rules/nl/dutch.toml", &faulty)]);
    let text = stderr(&run(dir.path(), &["rules", "test", "my-rules"]));
    let place = text.lines().find(|line| line.contains("-->")).unwrap();
    assert!(guide.contains(place.trim()), "{place}");
}
