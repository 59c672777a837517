//! Articles at addresses, from a server of the test, and the texts of a report as files.

use crate::server::serve;
use crate::{folder, report, run, stderr};

const PAGE: &str = "<html lang=vi><h1>Bão số 9 vào bờ đêm qua</h1><p>Có 12 người chết trong cơn bão số 9 ở Quảng Ninh.</p></html>";

#[test]
fn an_address_is_read_only_when_it_is_asked_for_and_a_private_one_only_when_it_is_allowed() {
    let address = serve(PAGE);
    let dir = folder(&[]);
    let output = run(dir.path(), &["check", &address]);
    assert_eq!(output.status.code(), Some(2));
    assert!(stderr(&output).contains("--fetch"), "{}", stderr(&output));
    // Where nothing could be read, the report says why and the run fails.
    let args = ["check", &address, "--fetch", "--format", "json"];
    let output = run(dir.path(), &args);
    assert_eq!(output.status.code(), Some(2), "{}", stderr(&output));
    let refused: serde_json::Value = serde_json::from_slice(&output.stdout).unwrap();
    let note = refused["sources"][0]["notes"][0]["message"]
        .as_str()
        .unwrap();
    assert!(note.contains("--fetch-private"), "{note}");
    assert!(!dir.path().join("crosscheck-pages").exists());

    let args = [
        address.as_str(),
        "--fetch",
        "--fetch-private",
        "--fetch-dir",
        "kept",
    ];
    let read = report(dir.path(), &args);
    assert_eq!(read["sources"][0]["url"], address.as_str());
    assert_eq!(read["sources"][0]["source"], address.as_str());
    assert!(!read["claims"].as_array().unwrap().is_empty());
    assert!(dir.path().join("kept/127.0.0.1").is_dir());
    // The second run reads the folder: without leave for private addresses it gives the same.
    let again = report(dir.path(), &[&address, "--fetch", "--fetch-dir", "kept"]);
    assert_eq!(again, read);
}

#[test]
fn the_places_of_a_report_point_into_the_texts_that_are_written() {
    let dir = folder(&[
        ("in/a.html", PAGE),
        (
            "b.jsonl",
            "{\"id\":\"../../x/=b\",\"text\":\"Đầu\\nCó 13 người chết.\"}\n",
        ),
    ]);
    let report = report(
        dir.path(),
        &["in", "b.jsonl", "--export-texts", "out/texts"],
    );
    let index = std::fs::read_to_string(dir.path().join("out/texts/index.csv")).unwrap();
    let file_of = |source: &str| {
        let lines = index.lines().map(|line| line.split_once(',').unwrap());
        lines
            .clone()
            .find(|(name, _)| *name == source)
            .unwrap()
            .1
            .to_owned()
    };
    let claims = report["claims"].as_array().unwrap();
    assert!(claims.len() >= 2);
    for claim in claims {
        let file = file_of(claim["source"].as_str().unwrap());
        assert!(!file.contains(".."), "{file}");
        let text = std::fs::read_to_string(dir.path().join("out/texts").join(&file)).unwrap();
        let line = text
            .lines()
            .nth(usize::try_from(claim["line"].as_u64().unwrap()).unwrap() - 1)
            .unwrap();
        let column = usize::try_from(claim["column"].as_u64().unwrap()).unwrap() - 1;
        let start = usize::try_from(claim["core"]["start"].as_u64().unwrap()).unwrap();
        let end = usize::try_from(claim["core"]["end"].as_u64().unwrap()).unwrap();
        let there: String = line.chars().skip(column).collect();
        assert!(there.starts_with(&text[start..end]), "{there}");
    }
}
