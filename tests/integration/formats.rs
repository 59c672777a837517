//! The formats for machines, made from `seeds/` and the labelled clusters and read again by what their readers use.

mod guides;
mod hostile_text;
mod table;
mod xml;
mod xsd;

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::sync::LazyLock;

use crosscheck::render::{self, Options};
use crosscheck::report::Report;
use regex::Regex;
use serde_json::Value;

use super::{folder, library, run, stderr, stdout};

type Renderer = fn(&Report, &Options<'_>, &mut dyn std::io::Write) -> std::io::Result<()>;

/// A folder with articles, its texts by name, and the report on them.
pub struct Case {
    pub name: String,
    pub texts: BTreeMap<String, String>,
    pub report: Report,
}

impl Case {
    pub fn page(&self, renderer: Renderer) -> String {
        let mut page = Vec::new();
        renderer(&self.report, &Options::default(), &mut page).unwrap();
        String::from_utf8(page).unwrap()
    }
}

/// `seeds/` and every cluster.
pub fn cases() -> &'static [Case] {
    static CASES: LazyLock<Vec<Case>> = LazyLock::new(read);
    &CASES
}

fn read() -> Vec<Case> {
    let clusters = std::fs::read_dir(library::project("tests/gold/clusters")).unwrap();
    let mut folders: Vec<PathBuf> = clusters
        .map(|entry| entry.unwrap().path().join("articles"))
        .filter(|folder| folder.is_dir())
        .collect();
    folders.push(library::project("seeds"));
    folders.push(library::project("docs/example"));
    folders.sort();
    assert_eq!(folders.len(), 67);
    let packs = library::packs();
    let case = |folder: &PathBuf| {
        let inputs = library::articles(folder);
        let text = |name: &str| std::fs::read_to_string(folder.join(name)).unwrap();
        Case {
            name: folder.display().to_string(),
            texts: inputs
                .iter()
                .map(|input| (input.name.clone(), text(&input.name)))
                .collect(),
            report: library::check(inputs, &packs),
        }
    };
    folders.iter().map(case).collect()
}

fn validator(file: &str) -> jsonschema::Validator {
    let schema = std::fs::read_to_string(library::project(file)).unwrap();
    // One pattern of the published schema, that of `language`, has a bracket too many and is no pattern by the rules of the
    // draft that the schema names.
    let schema = schema.replace("-[a-zA-Z]{2}]?$", "-[a-zA-Z]{2}$");
    let schema = serde_json::from_str(&schema).unwrap();
    let options = jsonschema::options().should_validate_formats(true);
    options.build(&schema).unwrap()
}

fn none_wrong(validator: &jsonschema::Validator, value: &Value, name: &str) {
    let wrong: Vec<_> = validator
        .iter_errors(value)
        .map(|error| format!("{}: {error}", error.instance_path()))
        .collect();
    assert!(wrong.is_empty(), "{name}: {wrong:#?}");
}

#[test]
fn every_fact_has_a_name() {
    for case in cases() {
        let named = |fact: &crosscheck::report::Fact| !fact.about.trim().is_empty();
        assert!(case.report.facts.iter().all(named), "{}", case.name);
    }
}

#[test]
fn json_and_sarif_obey_their_schemas() {
    let json = validator("docs/report.schema.json");
    let sarif = validator("tests/schemas/sarif-2.1.0.schema.json");
    for case in cases() {
        none_wrong(
            &json,
            &serde_json::from_str(&case.page(render::json)).unwrap(),
            &case.name,
        );
        let log: Value = serde_json::from_str(&case.page(render::sarif)).unwrap();
        none_wrong(&sarif, &log, &case.name);
        let results = log["runs"][0]["results"].as_array().unwrap();
        assert!(!results.is_empty(), "{}", case.name);
        points_at_the_text(case, &log["runs"][0]);
    }
    let broken = serde_json::json!({ "version": "2.1.0", "runs": [{ "results": [] }] });
    assert!(!sarif.is_valid(&broken), "the schema asks for a tool");
}

/// Every region holds the characters that its snippet shows, counted in code points.
fn points_at_the_text(case: &Case, run: &Value) {
    assert_eq!(run["columnKind"], "unicodeCodePoints");
    let mut regions = 0;
    for result in run["results"].as_array().unwrap() {
        let related = result.get("relatedLocations").and_then(Value::as_array);
        let first = result["locations"].as_array().unwrap();
        for place in first.iter().chain(related.into_iter().flatten()) {
            let place = &place["physicalLocation"];
            let artifact = &place["artifactLocation"];
            let listed = &run["artifacts"][number(&artifact["index"])]["location"];
            assert_eq!(listed["uri"], artifact["uri"]);
            let Some(snippet) = place["region"].get("snippet") else {
                continue;
            };
            let text = &case.texts[artifact["uri"].as_str().unwrap()];
            let at = |line: &str, column: &str| {
                let (line, column) = (
                    number(&place["region"][line]),
                    number(&place["region"][column]),
                );
                let start: usize = text
                    .split_inclusive('\n')
                    .take(line - 1)
                    .map(str::len)
                    .sum();
                let in_line: usize = text[start..]
                    .chars()
                    .take(column - 1)
                    .map(char::len_utf8)
                    .sum();
                start + in_line
            };
            let region = &text[at("startLine", "startColumn")..at("endLine", "endColumn")];
            assert_eq!(region, snippet["text"].as_str().unwrap(), "{}", case.name);
            regions += 1;
        }
    }
    assert!(regions > 1, "{}", case.name);
}

fn number(value: &Value) -> usize {
    usize::try_from(value.as_u64().unwrap()).unwrap()
}

#[test]
fn markdown_is_tables_and_lists_and_nothing_that_the_articles_bring() {
    use pulldown_cmark::{Event, Options as Extensions, Parser, Tag};
    let tags = Regex::new(r"^(</?(details|summary|b|code|span)>|<br>|<!-- -->|\n)+$").unwrap();
    for case in cases() {
        let page = case.page(render::markdown);
        assert!(page.chars().count() <= 65_536);
        let (mut rows, mut cells) = (0, 0);
        for event in Parser::new_ext(&page, Extensions::ENABLE_TABLES | Extensions::ENABLE_GFM) {
            match event {
                Event::Start(Tag::TableRow) => rows += 1,
                Event::Start(Tag::TableCell) => cells += 1,
                Event::Start(
                    Tag::Link { .. } | Tag::Image { .. } | Tag::CodeBlock(_) | Tag::BlockQuote(_),
                ) => {
                    panic!("{}: {event:?}", case.name)
                }
                Event::InlineHtml(html) => assert!(tags.is_match(&html), "{}: {html}", case.name),
                Event::Html(html) => {
                    assert!(
                        html.starts_with("<details>") || html.starts_with("</details>"),
                        "{html}"
                    );
                }
                _ => {}
            }
        }
        let summary = &case.report.summary;
        assert_eq!(
            rows,
            summary.conflicts + summary.possible_conflicts,
            "{}",
            case.name
        );
        // The heads of the tables are cells too.
        let tables =
            usize::from(summary.conflicts > 0) + usize::from(summary.possible_conflicts > 0);
        assert_eq!(cells, 5 * (rows + tables), "{}", case.name);
    }
}

#[test]
fn concise_lines_and_annotations_keep_their_form() {
    let line =
        Regex::new(r"^(\S+\.txt):(\d+):(\d+): (error|warning|info) ([a-z-]+) \S.*$").unwrap();
    let place =
        r"file=[^,:]+\.txt(,line=\d+(,endLine=\d+)?(,col=\d+(,endColumn=\d+)?)?)?,title=[a-z-]+";
    let command = Regex::new(&format!(
        r"^(::(error|warning|notice)( {place})?::\S.*|::group::.*|::endgroup::|- .*)$"
    ));
    let command = command.unwrap();
    let findings: Vec<_> = crosscheck::report::findings()
        .iter()
        .map(|finding| finding.name)
        .collect();
    for case in cases() {
        for text in case.page(render::concise).lines() {
            let parts = line.captures(text).unwrap_or_else(|| panic!("{text}"));
            assert!(findings.contains(&&parts[5]), "{text}");
            let (at, column): (usize, usize) =
                (parts[2].parse().unwrap(), parts[3].parse().unwrap());
            let found = case.texts[&parts[1]].lines().nth(at - 1).unwrap();
            assert!(column <= found.chars().count(), "{text}");
        }
        for text in case.page(render::github).lines() {
            assert!(command.is_match(text), "{text}");
        }
    }
}

#[test]
fn records_are_the_report_an_object_a_line() {
    for case in cases() {
        let whole: Value = serde_json::from_str(&case.page(render::json)).unwrap();
        let page = case.page(render::records);
        let lines: Vec<Value> = page
            .lines()
            .map(|line| serde_json::from_str(line).unwrap())
            .collect();
        for (record, list) in [
            ("source", "sources"),
            ("claim", "claims"),
            ("fact", "facts"),
            ("duplicate", "duplicates"),
            ("ignored", "ignored"),
        ] {
            let found = lines.iter().filter(|line| line["record"] == record).count();
            assert_eq!(
                found,
                whole[list].as_array().unwrap().len(),
                "{}: {list}",
                case.name
            );
        }
        assert_eq!(lines.last().unwrap()["claims"], whole["summary"]["claims"]);
    }
}

/// Formats whose readers open the files name them from the working folder.
#[test]
fn paths_start_at_the_working_folder() {
    const A: &str = "Tổng vốn đầu tư của dự án cầu Bến Sứ là 240 tỷ đồng.\n";
    const B: &str = "Tổng vốn đầu tư của dự án cầu Bến Sứ là 2.400 tỷ đồng.\n";
    let dir = folder(&[("tin tức/sáng/a.txt", A), ("tin tức/chiều/a.txt", B)]);
    let cases: [(&[&str], &str); 4] = [
        (&["tin tức"], "."),
        (&["tin tức/sáng", "tin tức/chiều"], "."),
        (&["tin tức/sáng/a.txt", "tin tức/chiều/a.txt"], "."),
        (&["."], "."),
    ];
    for (paths, from) in cases {
        let from = dir.path().join(from);
        for (format, path) in [
            ("concise", "tin tức/chiều/a.txt:1:"),
            ("github", "file=tin tức/chiều/a.txt,line=1,"),
            ("junit", "file=\"tin tức/chiều/a.txt\""),
            ("sarif", "\"uri\":\"tin%20t%E1%BB%A9c/chi%E1%BB%81u/a.txt\""),
        ] {
            let args = [&["check", "--format", format, "--fail-on", "none"], paths].concat();
            let output = run(&from, &args);
            assert_eq!(output.status.code(), Some(0), "{}", stderr(&output));
            assert!(
                stdout(&output).contains(path),
                "{args:?}: {}",
                stdout(&output)
            );
        }
    }
    let above = run(
        &dir.path().join("tin tức"),
        &["check", "../tin tức/sáng", "chiều", "--format", "concise"],
    );
    let lines = stdout(&above);
    assert!(lines.contains("chiều/a.txt:1:"), "{lines}");
}

#[test]
fn the_order_of_the_articles_changes_no_format() {
    let root = library::project("");
    let seeds: Vec<String> = library::articles(&root.join("seeds"))
        .into_iter()
        .map(|input| format!("seeds/{}", input.name))
        .collect();
    let backwards: Vec<&str> = seeds.iter().rev().map(String::as_str).collect();
    for format in ["concise", "csv", "github", "jsonl", "junit", "sarif"] {
        let one = run(&root, &["check", "seeds", "--format", format]);
        let args = [
            &["check", "--format", format, "--jobs", "1"],
            backwards.as_slice(),
        ]
        .concat();
        assert_eq!(stdout(&one), stdout(&run(&root, &args)), "{format}");
        assert!(!one.stdout.is_empty(), "{format}");
    }
}

#[test]
fn a_reader_that_leaves_is_no_error_in_any_format() {
    let line = |n| format!("{{\"id\": \"article-{n:060}\", \"text\": \"11 {n}\"}}\n");
    let lines: String = (0..600).map(line).collect();
    let dir = folder(&[
        ("news/all.jsonl", &lines),
        ("news/b.jsonl", &"no json\n".repeat(600)),
    ]);
    for format in [
        "concise", "csv", "github", "jsonl", "junit", "markdown", "sarif",
    ] {
        let args = [
            "check",
            "news",
            "--format",
            format,
            "--quiet",
            "--fail-on",
            "none",
        ];
        leaves_early(dir.path(), &args);
    }
}

fn leaves_early(dir: &Path, args: &[&str]) {
    use std::io::Read;
    use std::process::{Command, Stdio};
    let mut child = Command::new(env!("CARGO_BIN_EXE_crosscheck"))
        .args(args)
        .current_dir(dir)
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    let mut first = [0; 5];
    child.stdout.take().unwrap().read_exact(&mut first).unwrap();
    let output = child.wait_with_output().unwrap();
    assert_eq!(
        output.status.code(),
        Some(0),
        "{args:?}: {}",
        stderr(&output)
    );
    assert!(stderr(&output).is_empty(), "{args:?}: {}", stderr(&output));
}
