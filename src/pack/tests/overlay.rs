use super::super::{Pack, Packs};

fn packs(files: &[(&str, &str)]) -> Packs {
    let files = files
        .iter()
        .map(|(path, text)| ((*path).to_owned(), (*text).to_owned()));
    Packs::with_overlay(files.collect()).unwrap()
}

fn has_pattern(pack: &Pack, name: &str) -> bool {
    pack.patterns.iter().any(|pattern| pattern.name == name)
}

const TIDE: &str = "[[pattern]]\nname = \"tide\"\nkind = \"ignore\"\nreason = \"tide\"\ntemplates = [\"tide {int}\"]\n";

#[test]
fn a_file_adds_to_its_pack_replaces_its_namesake_or_makes_a_new_pack() {
    let packs = packs(&[
        ("mine/vi/tides.toml", TIDE),
        ("mine/vi/scores-in-brackets.toml", ""),
        (
            "mine/xx/all.toml",
            "[language]\ncode = \"xx\"\nname = \"Test\"\n",
        ),
    ]);
    let (vi, xx) = (packs.get("vi").unwrap(), packs.get("xx").unwrap());
    assert!(has_pattern(vi, "vi/tide"));
    assert!(has_pattern(vi, "vi/day-month"));
    let replaced = "vi/score-in-brackets";
    assert!(has_pattern(
        Packs::embedded().unwrap().get("vi").unwrap(),
        replaced
    ));
    assert!(!has_pattern(vi, replaced));
    assert!(has_pattern(xx, "base/iso-date"));
    assert!(!has_pattern(xx, "xx/tide"));
    assert_eq!(xx.code(), "xx");
    assert!(!has_pattern(packs.get("en").unwrap(), "en/tide"));
}

#[test]
fn a_pack_is_found_by_any_tag_of_its_language() {
    let packs = Packs::embedded().unwrap();
    for tag in ["vi", "vi-VN", "VI", "vi_VN"] {
        assert_eq!(packs.get(tag).map(Pack::code), Some("vi"), "{tag}");
    }
    assert!(packs.get("tlh").is_none());
    assert_eq!(packs.reading(Some("tlh")).code(), "und");
    assert_eq!(packs.reading(None).code(), "und");
}

#[test]
fn an_entry_tells_its_place_and_its_samples() {
    let text = format!(
        "# tides\n\n{TIDE}examples = [{{ text = \"tide 5\" }}]\nnot = [\"tides\", \"5\"]\n"
    );
    let entries = Packs::entries(vec![("mine/vi/tides.toml".to_owned(), text)]).unwrap();
    let entry = entries.iter().find(|entry| entry.name == "tide").unwrap();
    assert_eq!(
        (entry.file.as_str(), entry.line, entry.column),
        ("mine/vi/tides.toml", 3, 1)
    );
    assert_eq!(entry.kind.as_deref(), Some("ignored: tide"));
    assert!(
        entry.source.starts_with("[[pattern]]")
            && entry.source.ends_with("not = [\"tides\", \"5\"]")
    );
    let places: Vec<_> = entry
        .samples
        .iter()
        .map(|s| (s.text.as_str(), s.line, s.column))
        .collect();
    assert_eq!(places, [("tide 5", 8, 13), ("tides", 9, 8), ("5", 9, 17)]);
}
