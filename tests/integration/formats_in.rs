//! One article in every format (`tests/formats/`): the same claims and the same verdicts from each.
//!
//! `UPDATE=1` writes the files anew from a seed.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::io::{Cursor, Write as _};
use std::path::Path;

use serde_json::Value;
use zip::write::SimpleFileOptions;

use crate::library::project;
use crate::{crosscheck, folder, report, stderr};

const SEED: &str = "seeds/000_779b5c182f7d7bc8.txt";
const OTHER: &str = "seeds/001_9039bb10c056d500.txt";
const DAY: &str = "2024-07-11";

/// The paragraphs of the seed, the headline first.
fn paragraphs() -> Vec<String> {
    let text = std::fs::read_to_string(project(SEED)).unwrap();
    let lines = text.lines().map(str::trim).filter(|line| !line.is_empty());
    lines.map(str::to_owned).collect()
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;")
        .replace('<', "&lt;")
        .replace('>', "&gt;")
}

fn html_body(paragraphs: &[String]) -> String {
    let mut body = String::new();
    for paragraph in paragraphs {
        writeln!(body, "<p>{}</p>", escaped(paragraph)).unwrap();
    }
    body
}

fn page(title: &str, body: &str) -> String {
    format!(
        "<!DOCTYPE html>\n<html lang=\"vi\">\n<head><meta charset=\"utf-8\"><title>{0}</title>\n\
         <meta property=\"article:published_time\" content=\"{DAY}T08:00:00+07:00\"></head>\n<body>\n\
         <nav><ul><li><a href=\"/\">Trang chủ</a></li><li><a href=\"/24h\">Tin 24 giờ</a></li></ul></nav>\n\
         <article>\n<h1>{0}</h1>\n{body}</article>\n<footer>Giấy phép số 12/GP</footer>\n</body>\n</html>\n",
        escaped(title)
    )
}

fn archive(entries: &[(&str, &str)]) -> Vec<u8> {
    let mut zip = zip::ZipWriter::new(Cursor::new(Vec::new()));
    for (name, text) in entries {
        zip.start_file(*name, SimpleFileOptions::default()).unwrap();
        zip.write_all(text.as_bytes()).unwrap();
    }
    zip.finish().unwrap().into_inner()
}

fn docx(paragraphs: &[String]) -> Vec<u8> {
    let mut body = String::new();
    for (at, paragraph) in paragraphs.iter().enumerate() {
        let style = if at == 0 {
            "<w:pPr><w:pStyle w:val=\"Title\"/></w:pPr>"
        } else {
            ""
        };
        // Word breaks a paragraph into runs wherever a spelling was looked at.
        let middle = paragraph
            .char_indices()
            .nth(paragraph.chars().count() / 2)
            .unwrap()
            .0;
        let (first, second) = paragraph.split_at(middle);
        write!(
            body,
            "<w:p>{style}<w:r><w:t xml:space=\"preserve\">{}</w:t></w:r><w:del><w:r><w:delText>999</w:delText></w:r></w:del>\
             <w:ins><w:r><w:t xml:space=\"preserve\">{}</w:t></w:r></w:ins></w:p>",
            escaped(first),
            escaped(second)
        )
        .unwrap();
    }
    let document = format!(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?><w:document xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"><w:body>{body}</w:body></w:document>"
    );
    archive(&[
        ("[Content_Types].xml", "<Types/>"),
        ("word/document.xml", &document),
    ])
}

fn epub(title: &str, paragraphs: &[String]) -> Vec<u8> {
    let chapter = |paragraphs: &[String]| {
        format!(
            "<html xmlns=\"http://www.w3.org/1999/xhtml\"><body>{}</body></html>",
            html_body(paragraphs)
        )
    };
    let (first, second) = paragraphs.split_at(paragraphs.len() / 2);
    let first = chapter(first).replacen("<body>", &format!("<body><h1>{}</h1>", escaped(title)), 1);
    archive(&[
        ("mimetype", "application/epub+zip"),
        (
            "META-INF/container.xml",
            "<container><rootfiles><rootfile full-path=\"OEBPS/book.opf\"/></rootfiles></container>",
        ),
        (
            "OEBPS/book.opf",
            &format!(
                "<package xmlns:dc=\"http://purl.org/dc/elements/1.1/\"><metadata><dc:title>{}</dc:title><dc:date>{DAY}</dc:date></metadata>\
                 <manifest><item id=\"b\" href=\"text/2.xhtml\"/><item id=\"a\" href=\"text/1.xhtml\"/></manifest>\
                 <spine><itemref idref=\"a\"/><itemref idref=\"b\"/></spine></package>",
                escaped(title)
            ),
        ),
        ("OEBPS/text/1.xhtml", &first),
        ("OEBPS/text/2.xhtml", &chapter(second)),
    ])
}

/// The article in every format, by the name of its file.
fn files() -> BTreeMap<&'static str, Vec<u8>> {
    let paragraphs = paragraphs();
    let (title, body) = paragraphs.split_first().unwrap();
    let text = format!("{}\n", paragraphs.join("\n\n"));
    let html = html_body(body);
    let json = |text: &str| serde_json::to_string(text).unwrap();
    let quoted = |text: &str| format!("\"{}\"", text.replace('"', "\"\""));
    let texts = [
        ("article.txt", text.clone()),
        ("article.md", format!("---\ndate: {DAY}\n---\n\n# {text}")),
        ("article.html", page(title, &html)),
        (
            "article.eml",
            format!(
                "From: Desk <desk@example.org>\nTo: news@example.org\nSubject: {title}\nDate: Thu, 11 Jul 2024 00:30:00 +0700\n\
                 MIME-Version: 1.0\nContent-Type: multipart/alternative; boundary=\"part\"\n\n\
                 --part\nContent-Type: text/plain; charset=utf-8\n\n{}\n\n--part\nContent-Type: text/html; charset=utf-8\n\n{html}\n--part--\n",
                body.join("\n\n")
            ),
        ),
        (
            "article.rss",
            format!(
                "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<rss version=\"2.0\"><channel><title>Desk</title><language>vi</language>\n\
                 <item><title>{}</title><link>https://example.org/news/article</link><pubDate>Thu, 11 Jul 2024 00:30:00 +0700</pubDate>\n\
                 <description>{}</description></item></channel></rss>\n",
                escaped(title),
                escaped(&html)
            ),
        ),
        (
            "article.atom",
            format!(
                "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<feed xmlns=\"http://www.w3.org/2005/Atom\" xml:lang=\"vi\"><title>Desk</title>\n\
                 <entry><title>{}</title><link href=\"https://example.org/news/article\"/><published>{DAY}T00:30:00+07:00</published>\n\
                 <content type=\"html\">{}</content></entry></feed>\n",
                escaped(title),
                escaped(&html)
            ),
        ),
        (
            "article.csv",
            format!("id,published,text\narticle,{DAY},{}\n", quoted(&text)),
        ),
        (
            "article.jsonl",
            format!(
                "{{\"id\":\"article.jsonl\",\"published\":\"{DAY}\",\"text\":{}}}\n",
                json(&text)
            ),
        ),
    ];
    let mut files: BTreeMap<&'static str, Vec<u8>> = texts
        .into_iter()
        .map(|(name, text)| (name, text.into_bytes()))
        .collect();
    files.insert("article.docx", docx(&paragraphs));
    files.insert("article.epub", epub(title, body));
    files.insert(
        "article.zip",
        archive(&[("in/article.html", &page(title, &html))]),
    );
    files.insert(
        "sources.toml",
        format!("[\"article.txt\"]\npublished = \"{DAY}\"\n\n[\"article.docx\"]\npublished = \"{DAY}\"\n").into_bytes(),
    );
    files
}

/// What a report says of the articles whose names `own` picks: claims without places, and verdicts.
fn said(report: &Value, own: impl Fn(&str) -> bool) -> (Vec<String>, Vec<String>) {
    let mut by_id: BTreeMap<&str, String> = BTreeMap::new();
    let mut claims = Vec::new();
    for claim in report["claims"].as_array().unwrap() {
        let shown = format!(
            "{} {} {} {} {} {} {} {}",
            claim["block"],
            claim["kind"],
            claim["value"],
            claim["unit"],
            claim["qualifier"],
            claim["subjects"],
            claim["attribution"],
            claim["quote"]
        );
        by_id.insert(claim["id"].as_str().unwrap(), shown.clone());
        // What only one format has: menus around a page, a date in front of a text.
        let foreign = claim["block"] == "boilerplate" || claim["block"] == "meta";
        if own(claim["source"].as_str().unwrap()) && !foreign {
            claims.push(shown);
        }
    }
    let mut facts: Vec<String> = report["facts"]
        .as_array()
        .unwrap()
        .iter()
        .filter(|fact| fact["claims"].as_array().unwrap().len() > 1)
        .map(|fact| {
            let claims = fact["claims"].as_array().unwrap().iter();
            let claims: Vec<&str> = claims
                .map(|id| by_id[id.as_str().unwrap()].as_str())
                .collect();
            format!(
                "{} {} of {}",
                fact["verdict"],
                fact["reason"],
                claims.join("; ")
            )
        })
        .collect();
    facts.sort();
    (claims, facts)
}

fn other() -> String {
    project(OTHER).to_string_lossy().into_owned()
}

#[test]
fn every_format_gives_the_same_claims_and_verdicts() {
    let dir = project("tests/formats");
    if std::env::var("UPDATE").is_ok_and(|update| update == "1") {
        for (name, bytes) in files() {
            std::fs::write(dir.join(name), bytes).unwrap();
        }
    }
    let own = |name: &str| name.starts_with("article") || name.starts_with("in/");
    let of = |name: &str| said(&report(&dir, &[name, &other()]), own);
    let (claims, facts) = of("article.txt");
    assert!(
        claims.len() > 8 && !facts.is_empty(),
        "{claims:?} {facts:?}"
    );
    for name in files().keys().filter(|name| **name != "sources.toml") {
        let (same_claims, same_facts) = of(name);
        assert_eq!(same_claims, claims, "{name}");
        assert_eq!(same_facts, facts, "{name}");
    }
}

#[test]
fn the_kept_files_are_those_that_the_seed_makes() {
    for (name, bytes) in files() {
        let kept = std::fs::read(project("tests/formats").join(name)).unwrap();
        assert!(kept == bytes, "{name}: write it anew with UPDATE=1");
    }
}

#[test]
fn what_is_taken_out_of_a_file_is_said() {
    let report = report(
        &project("tests/formats"),
        &["article.html", "article.docx", "article.md"],
    );
    let source = |name: &str| {
        let sources = report["sources"].as_array().unwrap().iter();
        sources
            .clone()
            .find(|source| source["source"] == name)
            .unwrap()
            .clone()
    };
    let html = source("article.html");
    assert_eq!(html["format"], "html");
    assert_eq!(html["extracted"], true);
    assert_eq!(html["published"], DAY);
    assert_eq!(html["metadata_from"]["published"], "OpenGraph");
    assert_eq!(
        source("article.docx")["notes"][0]["name"],
        "tracked-changes"
    );
    assert!(source("article.md").get("extracted").is_none());
}

#[cfg(unix)]
#[test]
fn a_pdf_file_is_read_by_a_program_or_says_what_is_missing() {
    use std::os::unix::fs::PermissionsExt;
    let paragraphs = paragraphs();
    let text = format!("{}\n", paragraphs.join("\n\n"));
    let dir = folder(&[
        ("article.pdf", "%PDF-1.4\n"),
        ("text.txt", &text),
        ("bin/pdftotext", "#!/bin/sh\nexec cat text.txt\n"),
    ]);
    let program = dir.path().join("bin/pdftotext");
    std::fs::set_permissions(&program, std::fs::Permissions::from_mode(0o755)).unwrap();
    let run = |path: &Path, status: i32| {
        let output = crosscheck(dir.path(), &["check", "article.pdf", "--format", "json"])
            .env("PATH", path)
            .output()
            .unwrap();
        assert_eq!(output.status.code(), Some(status), "{}", stderr(&output));
        serde_json::from_slice::<Value>(&output.stdout).unwrap()
    };
    let mut paths = dir.path().join("bin").into_os_string();
    paths.push(":/usr/bin:/bin");
    let read = run(Path::new(&paths), 0);
    assert!(
        read["claims"].as_array().unwrap().len() > 8,
        "{}",
        read["sources"]
    );
    let missing = run(&dir.path().join("nowhere"), 2);
    let note = &missing["sources"][0]["notes"][0];
    assert_eq!(note["name"], "source-unreadable");
    assert!(note["message"].as_str().unwrap().contains("pdftotext"));
}

#[test]
fn columns_and_keys_may_be_called_otherwise() {
    let dir = folder(&[
        ("a.csv", "guid;body;source\n1;Có 12 người chết.;Báo A\n"),
        (
            "b.jsonl",
            "{\"guid\":\"b\",\"body\":\"Có 12 người chết.\",\"source\":\"Báo B\"}\n",
        ),
    ]);
    let report = report(
        dir.path(),
        &[".", "--columns", "id=guid,text=body,publisher=source"],
    );
    let publishers: Vec<&str> = report["sources"]
        .as_array()
        .unwrap()
        .iter()
        .map(|source| source["publisher"].as_str().unwrap())
        .collect();
    assert_eq!(publishers, ["Báo A", "Báo B"]);
    assert_eq!(report["summary"]["agreements"], 1);
}

#[test]
fn a_copy_for_printing_is_the_same_source() {
    let page = |url: &str, text: &str| {
        format!("<link rel=canonical href='{url}'><h1>Bão số 9 vào bờ đêm qua</h1><p>{text}</p>")
    };
    let one = page(
        "https://www.bao.vn/tin/bao-so-9.html",
        "Có 12 người chết trong cơn bão số 9 ở Quảng Ninh.",
    );
    let copy = page(
        "http://amp.bao.vn/tin/bao-so-9.html?print=1&utm_source=x",
        "Có 12 người chết trong cơn bão số 9 ở Quảng Ninh.",
    );
    let dir = folder(&[("a.html", &one), ("b.html", &copy)]);
    let report = report(dir.path(), &["."]);
    assert_eq!(report["sources"][1]["notes"][0]["name"], "same-address");
    let facts = report["facts"].as_array().unwrap();
    assert!(facts.iter().all(|fact| fact["origins"] == 1), "{facts:?}");
}

#[test]
fn limits_can_be_set_and_say_what_they_left_out() {
    let texts: Vec<(String, String)> = (1..=5)
        .map(|number| {
            (
                format!("{number}.txt"),
                format!("Có {number} người chết.\n"),
            )
        })
        .collect();
    let files: Vec<(&str, &str)> = texts
        .iter()
        .map(|(name, text)| (name.as_str(), text.as_str()))
        .collect();
    let dir = folder(&files);
    let read = report(dir.path(), &[".", "--limit", "sources=2"]);
    assert_eq!(read["summary"]["sources"], 2);
    let note = &read["sources"][2]["notes"][0];
    assert_eq!(note["name"], "limit-reached");
    assert!(
        note["message"]
            .as_str()
            .unwrap()
            .starts_with("files not read: 3, from this one on"),
        "{note}"
    );
    // Each text has 24 bytes and a figure.
    let held = report(dir.path(), &[".", "--limit", "compared-bytes=310"]);
    assert_eq!(held["summary"]["claims"], 2);
    assert_eq!(held["sources"].as_array().unwrap().len(), 5);
    for source in &held["sources"].as_array().unwrap()[2..] {
        let notes = source["notes"].as_array().unwrap();
        let limit = notes
            .iter()
            .find(|note| note["name"] == "limit-reached")
            .unwrap();
        let message = limit["message"].as_str().unwrap();
        assert!(message.contains("was not compared"), "{message}");
    }
    let small = report(
        dir.path(),
        &["1.txt", "2.txt", "--limit", "file-bytes=1K,text-bytes=3"],
    );
    assert_eq!(small["sources"][0]["notes"][0]["name"], "limit-reached");
    let output = crate::run(dir.path(), &["check", ".", "--limit", "sorces=2"]);
    assert_eq!(output.status.code(), Some(2));
    assert!(stderr(&output).contains("total-bytes"));
}

#[cfg(unix)]
#[test]
fn a_link_out_of_the_folder_is_not_followed() {
    let outside = folder(&[
        ("secret.txt", "Có 99 người chết.\n"),
        ("deep/a.txt", "Có 98 người chết.\n"),
    ]);
    let dir = folder(&[
        ("a.txt", "Có 12 người chết.\n"),
        ("in/b.txt", "Có 7 người chết.\n"),
    ]);
    std::os::unix::fs::symlink(
        outside.path().join("secret.txt"),
        dir.path().join("link.txt"),
    )
    .unwrap();
    std::os::unix::fs::symlink(outside.path(), dir.path().join("folder")).unwrap();
    std::os::unix::fs::symlink(dir.path().join("in/b.txt"), dir.path().join("c.txt")).unwrap();
    let report = report(dir.path(), &["."]);
    let sources = report["sources"].as_array().unwrap();
    let names: Vec<&str> = sources
        .iter()
        .map(|source| source["source"].as_str().unwrap())
        .collect();
    assert_eq!(names, ["a.txt", "c.txt", "folder", "in/b.txt", "link.txt"]);
    for at in [2, 4] {
        let note = &sources[at]["notes"][0];
        assert!(
            note["message"]
                .as_str()
                .unwrap()
                .contains("leads out of the folder"),
            "{note}"
        );
    }
    assert!(!report.to_string().contains("99 người"));
}

/// A PDF file of `paragraphs`, with the letters as UTF-16 and a table that leads back from them, as writers of PDF make it.
fn pdf(paragraphs: &[String]) -> Vec<u8> {
    const WIDTH: usize = 85;
    let mut lines: Vec<String> = Vec::new();
    for paragraph in paragraphs {
        let mut line = String::new();
        for word in paragraph.split_whitespace() {
            if line.chars().count() + word.chars().count() > WIDTH {
                lines.push(std::mem::take(&mut line));
            }
            line.push_str(if line.is_empty() { "" } else { " " });
            line.push_str(word);
        }
        lines.extend([line, String::new()]);
    }
    let letters: std::collections::BTreeSet<u16> =
        paragraphs.concat().encode_utf16().chain([0x20]).collect();
    let table: String = letters
        .iter()
        .map(|c| format!("<{c:04x}> <{c:04x}>\n"))
        .collect();
    let table = format!(
        "/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /U def /CMapType 2 def\n\
         1 begincodespacerange <0000> <ffff> endcodespacerange\n{} beginbfchar\n{table}endbfchar endcmap end end",
        letters.len()
    );
    let mut content = "BT /F1 10 Tf 14 TL 50 3000 Td\n".to_owned();
    for line in lines {
        let hex: String = line.encode_utf16().map(|c| format!("{c:04x}")).collect();
        writeln!(content, "<{hex}> Tj T*").unwrap();
    }
    content.push_str("ET");
    let objects = [
        "<</Type/Catalog/Pages 2 0 R>>".to_owned(),
        "<</Type/Pages/Count 1/Kids[7 0 R]>>".to_owned(),
        "<</Type/Font/Subtype/Type0/BaseFont/A/Encoding/Identity-H/DescendantFonts[4 0 R]/ToUnicode 6 0 R>>".to_owned(),
        "<</Type/Font/Subtype/CIDFontType2/BaseFont/A/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>\
         /DW 500/FontDescriptor 5 0 R>>".to_owned(),
        "<</Type/FontDescriptor/FontName/A/Flags 4/FontBBox[0 0 500 700]/ItalicAngle 0/Ascent 700/Descent 0/CapHeight 700\
         /StemV 80>>".to_owned(),
        format!("<</Length {}>>stream\n{table}\nendstream", table.len()),
        "<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 3042]/Resources<</Font<</F1 3 0 R>>>>/Contents 8 0 R>>".to_owned(),
        format!("<</Length {}>>stream\n{content}\nendstream", content.len()),
    ];
    let mut file = "%PDF-1.4\n".to_owned();
    let mut places = String::new();
    for (number, object) in objects.iter().enumerate() {
        writeln!(places, "{:010} 00000 n ", file.len()).unwrap();
        writeln!(file, "{} 0 obj\n{object}\nendobj", number + 1).unwrap();
    }
    let start = file.len();
    let count = objects.len() + 1;
    write!(
        file,
        "xref\n0 {count}\n0000000000 65535 f \n{places}trailer<</Size {count}/Root 1 0 R>>\nstartxref\n{start}\n%%EOF\n"
    )
    .unwrap();
    file.into_bytes()
}

#[test]
fn a_real_pdf_file_gives_the_claims_of_its_text() {
    let version = std::process::Command::new("pdftotext").arg("-v").output();
    if version.is_err() {
        println!("skipped: pdftotext is not installed");
        return;
    }
    let paragraphs = paragraphs();
    let dir = folder(&[("article.txt", &format!("{}\n", paragraphs.join("\n\n")))]);
    std::fs::write(dir.path().join("article.pdf"), pdf(&paragraphs)).unwrap();
    let values = |name: &str| -> Vec<String> {
        let report = report(dir.path(), &[name, "--as-of", DAY]);
        let claims = report["claims"].as_array().unwrap().iter();
        claims
            .map(|claim| format!("{} {} {}", claim["kind"], claim["value"], claim["unit"]))
            .collect()
    };
    let wanted = values("article.txt");
    assert!(wanted.len() > 8);
    assert_eq!(values("article.pdf"), wanted);
}

#[test]
fn a_byte_order_mark_has_no_column() {
    let dir = folder(&[("a.txt", "\u{FEFF}Có 12 người chết.\n")]);
    let report = report(dir.path(), &["a.txt"]);
    let claim = &report["claims"][0];
    assert_eq!(
        (claim["line"].as_u64(), claim["column"].as_u64()),
        (Some(1), Some(4))
    );
    // Bytes are those of the file, with the mark.
    assert_eq!(claim["core"]["start"].as_u64(), Some(7));
}
