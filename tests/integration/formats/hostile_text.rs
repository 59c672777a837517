//! Articles that try to steer whoever reads a report on them: markup, commands of CI servers, formulas, signs that hide.

use std::path::Path;

use pulldown_cmark::{Event, Options as Extensions, Parser, Tag};
use serde_json::Value;

use super::super::{folder, run, stdout};
use super::xml::Element;

const BAD: &str = "<script>alert(1)</script></style> | `x` <!-- y --> [a](javascript:b) ::error file=a::z%0Aboom ##[error] \
                   @all #12 \u{202e}\u{2066}\u{200b}";

/// Two articles of which one says ten times as much as the other, between all that is bad.
fn articles() -> tempfile::TempDir {
    let article = |value: &str| {
        format!(
            "::error::%0A Khoảng {value} người biểu tình {BAD} đã tập trung ở thủ đô.\n\n\
             =HYPERLINK(\"http://x\",\"y\") {value} người biểu tình {BAD}\n"
        )
    };
    let about = "[\"=a.txt\"]\ntitle = \"</title><script>x</script>\"\npublisher = \"=cmd|x, ::error::\"\n\
                 url = \"javascript:alert(1)\"\n[\"b.txt\"]\npublisher = \"| b | `c` <!--\"\n\
                 url = \"https://example.org/?a=\\\"><script>\"\n";
    folder(&[
        ("=a.txt", &article("2.400")),
        ("b.txt", &article("24.000")),
        ("sources.toml", about),
    ])
}

fn page(dir: &Path, format: &str) -> String {
    let output = run(
        dir,
        &["check", ".", "--fail-on", "none", "--format", format],
    );
    assert_eq!(output.status.code(), Some(0), "{format}");
    stdout(&output)
}

fn hidden(c: char) -> bool {
    matches!(c, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{200b}')
        || c.is_control() && !matches!(c, '\n' | '\r')
}

#[test]
fn no_format_lets_an_article_hide_or_turn_text() {
    let dir = articles();
    for format in [
        "terminal", "html", "concise", "markdown", "json", "jsonl", "sarif", "junit", "csv",
        "github",
    ] {
        let page = page(dir.path(), format);
        assert!(page.contains("người biểu tình"), "{format}");
        // The one tabulator and the like that a script or style is written with are the page's own.
        let found = page.chars().find(|&c| hidden(c));
        assert_eq!(found, None, "{format}");
    }
}

#[test]
fn a_page_runs_nothing_of_an_article_and_links_nowhere_else() {
    let dir = articles();
    for language in ["en", "vi"] {
        let output = run(
            dir.path(),
            &[
                "check",
                ".",
                "--fail-on",
                "none",
                "--format",
                "html",
                "--ui-language",
                language,
            ],
        );
        let page = stdout(&output);
        assert_eq!(page.matches("<script").count(), 1);
        assert_eq!(page.matches("</style").count(), 1);
        assert!(page.contains("&lt;script&gt;alert(1)&lt;&#x2f;script&gt;"));
        let links: Vec<&str> = page.split("href=\"").skip(1).collect();
        assert!(links.len() > 4);
        for link in links {
            let link = link.split('"').next().unwrap();
            let is_own = link.starts_with('#') || link.starts_with("https:&#x2f;&#x2f;example.org");
            assert!(is_own, "{link}");
        }
    }
}

#[test]
fn a_comment_holds_one_table_and_nothing_of_an_article_but_its_text() {
    let dir = articles();
    let page = page(dir.path(), "markdown");
    let (mut cells, mut text) = (0, String::new());
    for event in Parser::new_ext(&page, Extensions::ENABLE_TABLES | Extensions::ENABLE_GFM) {
        match event {
            Event::Start(Tag::TableCell) => cells += 1,
            Event::Start(Tag::Link { .. } | Tag::Image { .. } | Tag::CodeBlock(_))
            | Event::Code(_) => {
                panic!("{event:?}")
            }
            Event::InlineHtml(html) | Event::Html(html) => {
                assert!(!html.contains("script") && !html.contains(" y "), "{html}");
            }
            Event::Text(words) => text.push_str(&words),
            _ => {}
        }
    }
    assert_eq!(cells, 10, "a head and a row");
    assert!(
        text.contains("<script>alert(1)</script></style> | `x` <!-- y -->"),
        "{text}"
    );
    // No one is called and no issue is linked.
    assert!(!page.contains("@all") && !page.contains("#12"));
}

#[test]
fn the_log_of_a_step_holds_no_command_of_an_article() {
    let dir = articles();
    let page = page(dir.path(), "github");
    for line in page.lines() {
        let is_own = [
            "::error file=",
            "::warning file=",
            "::notice file=",
            "::group::",
            "::endgroup::",
            "- ",
        ];
        assert!(is_own.iter().any(|start| line.starts_with(start)), "{line}");
        assert!(!line.contains("%0A"), "{line}");
        // A line that is no command of its own may hold none of the old form either, wherever in it.
        assert!(!line.starts_with("- ") || !line.contains("##["), "{line}");
    }
    assert!(page.contains("%250A"), "the per cent sign is escaped");
    assert!(page.starts_with("::error file==a.txt,line=1,"), "{page}");
}

#[test]
fn no_cell_of_a_table_is_a_formula() {
    let dir = articles();
    let page = page(dir.path(), "csv");
    let mut reader = csv::ReaderBuilder::new()
        .flexible(false)
        .from_reader(page.as_bytes());
    let mut formulas = 0;
    for row in reader.records() {
        for cell in row.unwrap().iter() {
            assert!(!cell.starts_with(['=', '+', '@', '\t', '\r']), "{cell}");
            formulas += usize::from(cell.starts_with("'="));
        }
    }
    assert!(
        formulas > 2,
        "the file and its publisher start like formulas"
    );
}

#[test]
fn trees_stay_trees() {
    let dir = articles();
    let sarif: Value = serde_json::from_str(&page(dir.path(), "sarif")).unwrap();
    let results = sarif["runs"][0]["results"].as_array().unwrap();
    let text = results[0]["message"]["text"].as_str().unwrap();
    assert!(text.starts_with("người biểu tình: "), "{text}");
    for line in page(dir.path(), "jsonl").lines() {
        serde_json::from_str::<Value>(line).unwrap();
    }
    let junit = Element::parse(&page(dir.path(), "junit"));
    assert!(
        ["testsuites", "testsuite"].contains(&junit.name.as_str()),
        "{junit:?}"
    );
}
