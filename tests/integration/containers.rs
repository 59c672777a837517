//! Articles that are parts of a file: records of a table, lines of JSON, entries of a feed, files in an archive.

use std::io::Write;

use serde_json::Value;

use super::{folder, report, run, stderr, stdout};

const FIRST: &str = "Cầu Bến Sứ dài 1.250 m, tổng vốn đầu tư 2.400 tỷ đồng.";
const SECOND: &str = "Cầu Bến Sứ dài 1.250 m, tổng vốn đầu tư 240 tỷ đồng.";

fn table() -> String {
    format!("id,text\n\nx,\"Tin\n\n{FIRST}\"\ny,\"{SECOND}\"\n")
}

fn lines() -> String {
    format!(
        "{{\"id\":\"x\",\"text\":\"{FIRST}\"}}\n\n{{\"id\":\"news/a.txt\",\"text\":\"{SECOND}\"}}\nno json\n"
    )
}

fn feed() -> String {
    let entry = |link: &str, text: &str| {
        format!(
            "<item><title>Tin</title><link>https://bao.example/{link}</link><description>{text}</description></item>"
        )
    };
    format!(
        "<rss version=\"2.0\"><channel><title>Báo</title>{}{}</channel></rss>",
        entry("mot", FIRST),
        entry("hai", SECOND)
    )
}

fn archive() -> Vec<u8> {
    let mut writer = zip::ZipWriter::new(std::io::Cursor::new(Vec::new()));
    for (name, text) in [("a.txt", FIRST), ("b.txt", SECOND)] {
        let options = zip::write::SimpleFileOptions::default();
        writer.start_file(name, options).unwrap();
        writer.write_all(text.as_bytes()).unwrap();
    }
    writer.finish().unwrap().into_inner()
}

/// File, and the lines of it on which its two articles start, that of the first finding first.
const FILES: [(&str, Option<[usize; 2]>); 4] = [
    ("in/lines.jsonl", Some([3, 1])),
    ("in/table.csv", Some([3, 6])),
    ("in/feed.rss", None),
    ("in/all.zip", None),
];

fn articles() -> tempfile::TempDir {
    let dir = folder(&[
        ("in/lines.jsonl", &lines()),
        ("in/table.csv", &table()),
        ("in/feed.rss", &feed()),
        ("news/a.txt", "Không có gì.\n"),
    ]);
    std::fs::write(dir.path().join("in/all.zip"), archive()).unwrap();
    dir
}

#[test]
fn formats_that_point_at_files_name_the_file_and_its_line() {
    let dir = articles();
    for (file, starts) in FILES {
        let page = |format: &str| {
            let output = run(dir.path(), &["check", file, "--format", format, "--quiet"]);
            assert_eq!(
                output.status.code(),
                Some(1),
                "{file} {format}: {}",
                stderr(&output)
            );
            stdout(&output)
        };
        let [first, other] = starts.map_or([1, 1], |starts| starts);
        let concise = page("concise");
        let conflict = concise
            .lines()
            .find(|line| line.contains("magnitude-slip"))
            .unwrap();
        assert!(
            conflict.starts_with(&format!("{file}:{first}:1: error ")),
            "{concise}"
        );
        let elsewhere = match starts {
            Some(_) => format!(" at {file}:{other}. "),
            None => format!(" at {file} ({}/", file.trim_start_matches("in/")),
        };
        assert!(conflict.contains(&elsewhere), "{concise}");

        let github = page("github");
        let place = match starts {
            Some(_) => format!("::error file={file},line={first},title="),
            None => format!("::error file={file},title="),
        };
        assert!(github.contains(&place), "{github}");

        let junit = page("junit");
        assert!(junit.contains(&format!("file=\"{file}\"")), "{junit}");
        assert_eq!(junit.matches("<testsuite ").count(), 1, "{junit}");

        let sarif: Value = serde_json::from_str(&page("sarif")).unwrap();
        let result = &sarif["runs"][0]["results"][0];
        for (place, line) in [("locations", first), ("relatedLocations", other)] {
            let physical = &result[place][0]["physicalLocation"];
            assert_eq!(physical["artifactLocation"]["uri"], file);
            let region = match starts {
                Some(_) => serde_json::json!({ "startLine": line }),
                None => Value::Null,
            };
            assert_eq!(physical["region"], region, "{file}");
        }
        assert_eq!(sarif["runs"][0]["artifacts"].as_array().unwrap().len(), 1);
    }
}

#[test]
fn a_line_that_is_no_article_is_told_of_on_its_line() {
    let dir = articles();
    let args = ["check", "in/lines.jsonl", "--format", "concise", "--quiet"];
    let page = stdout(&run(dir.path(), &args));
    assert!(
        page.contains("in/lines.jsonl:4:1: warning source-unreadable "),
        "{page}"
    );
}

/// The report itself names the articles and not their files, and its places are those of their texts.
#[test]
fn the_report_keeps_the_names_of_the_articles() {
    let dir = articles();
    let report = report(dir.path(), &["in/table.csv"]);
    assert_eq!(report["sources"][0]["source"], "table.csv/x");
    let lines: Vec<_> = report["claims"]
        .as_array()
        .unwrap()
        .iter()
        .map(|claim| &claim["line"])
        .collect();
    assert_eq!(lines, [3, 3, 1, 1]);
}

#[test]
fn a_date_that_is_none_is_told_of_wherever_it_stands() {
    let dir = folder(&[
        ("a.md", "---\ndate: 2025-13-45\n---\n\nCầu dài 1.250 m.\n"),
        (
            "b.html",
            "<html><head><meta property=\"article:published_time\" content=\"hôm qua\"></head><p>Cầu dài 1.250 m.</p></html>",
        ),
        (
            "c.eml",
            "From: a@b.example\nSubject: Tin\nDate: hom qua\n\nCau dai 1.250 m.\n",
        ),
        (
            "d.csv",
            "id,text,published\nx,Cầu dài 1.250 m,2025-13-45\ny,Cầu dài 1.250 m,2025-12-05\nz,Cầu dài 1.250 m,\n",
        ),
        (
            "e.jsonl",
            "{\"id\":\"e\",\"text\":\"Cầu dài 1.250 m\",\"published\":\"hôm qua\"}\n",
        ),
        // Another statement of the page is a date.
        (
            "f.html",
            "<html><head><meta property=\"article:published_time\" content=\"hôm qua\"><meta name=\"date\" content=\"2025-05-06\"></head><p>Cầu dài 1.250 m.</p></html>",
        ),
        // Whoever gave the articles knows better.
        (
            "g.eml",
            "From: a@b.example\nSubject: Tin\nDate: hom qua\n\nCau dai 1.250 m.\n",
        ),
        ("sources.toml", "[\"g.eml\"]\npublished = \"2025-05-06\"\n"),
    ]);
    let report = report(dir.path(), &["."]);
    let told = |source: &Value| {
        let notes = source["notes"].as_array().unwrap().iter();
        notes
            .filter(|note| note["name"] == "metadata-ignored")
            .map(|note| {
                note["message"]
                    .as_str()
                    .unwrap()
                    .split('`')
                    .nth(1)
                    .unwrap()
                    .to_owned()
            })
            .collect::<Vec<_>>()
            .join(", ")
    };
    let sources = report["sources"].as_array().unwrap().iter();
    let told: Vec<_> = sources
        .map(|source| (source["source"].as_str().unwrap(), told(source)))
        .collect();
    let expected = [
        ("a.md", "2025-13-45"),
        ("b.html", "hôm qua"),
        ("c.eml", "hom qua"),
        ("d.csv/x", "2025-13-45"),
        ("d.csv/y", ""),
        ("d.csv/z", ""),
        ("e", "hôm qua"),
        ("f.html", ""),
        ("g.eml", ""),
    ];
    assert_eq!(told, expected.map(|(name, date)| (name, date.to_owned())));
}
