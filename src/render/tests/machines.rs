//! The formats for machines: what is escaped, what is cut, what is counted.

use super::super::*;
use crate::report::{Report, Severity};

type Renderer = fn(&Report, &Options<'_>, &mut dyn std::io::Write) -> std::io::Result<()>;

fn rendered(renderer: Renderer, report: &Report, decisions: &Decisions) -> String {
    let mut page = Vec::new();
    let options = Options {
        decisions: Some(decisions),
        ..Options::default()
    };
    renderer(report, &options, &mut page).unwrap();
    String::from_utf8(page).unwrap()
}

fn plain(renderer: Renderer, report: &Report) -> String {
    rendered(renderer, report, &Decisions::default())
}

fn waived(id: &str) -> Decisions {
    Decisions {
        waived: [(id.to_owned(), "the desk knows".to_owned())].into(),
        ..Decisions::default()
    }
}

#[test]
fn a_concise_line_has_path_line_column_severity_and_name() {
    let form = regex::Regex::new(r"^[^:]+:\d+:\d+: (error|warning|info) [a-z-]+ \S.*$").unwrap();
    let page = plain(concise, &sample::report());
    assert_eq!(page.lines().count(), 6, "{page}");
    for line in page.lines() {
        assert!(form.is_match(line), "{line}");
    }
    assert!(
        page.starts_with("a.txt:3:8: error magnitude-slip "),
        "{page}"
    );
    assert!(
        page.contains("z.txt:1:1: warning source-unreadable "),
        "{page}"
    );
}

#[test]
fn a_cell_is_never_a_formula() {
    let cases = [
        ("=1+1", "'=1+1"),
        ("+84", "'+84"),
        ("-1+1", "'-1+1"),
        ("-", "'-"),
        ("@SUM(A1)", "'@SUM(A1)"),
        (" =1", "' =1"),
        ("\t=1", "'\u{2409}=1"),
        ("\rx", "'\u{240d}x"),
        ("＝1", "'＝1"),
        (
            "=HYPERLINK(\"x\",\"y\")",
            "\"'=HYPERLINK(\"\"x\"\",\"\"y\"\")\"",
        ),
        // A number is what it says.
        ("-12.5", "-12.5"),
        ("2023-07-11", "2023-07-11"),
        ("a, b", "\"a, b\""),
        ("a\nb", "a\u{240a}b"),
    ];
    for (text, expected) in cases {
        let mut report = sample::report();
        report.facts.truncate(1);
        report.facts[0].about = text.to_owned();
        let page = plain(csv, &report);
        assert!(
            page.contains(&format!(",high,{expected},")),
            "{text:?}: {page}"
        );
    }
}

#[test]
fn annotations_stop_where_github_stops_and_the_rest_is_in_the_log() {
    let mut report = sample::report();
    for (facts, annotations) in [(10, 10), (11, 10), (500, 10)] {
        report.facts = vec![sample::report().facts[0].clone(); facts];
        let page = plain(github, &report);
        let errors = page.lines().filter(|line| line.starts_with("::error "));
        let told = page
            .lines()
            .filter(|line| line.starts_with("::error::and "));
        let logged = page.lines().filter(|line| line.starts_with("- ")).count();
        let (errors, told) = (errors.count(), told.count());
        assert_eq!(errors + told, annotations, "{facts}");
        assert_eq!(errors + logged, facts, "{facts}");
    }
}

#[test]
fn an_annotation_keeps_its_form_whatever_the_name_of_the_file() {
    let mut report = sample::report();
    let name = "a,line=9::b%0A\n::error::x.txt";
    for claim in &mut report.claims {
        claim.source = name.to_owned();
    }
    let page = plain(github, &report);
    let first = page.lines().next().unwrap();
    let file = "::error file=a%2Cline=9%3A%3Ab%250A\u{240a}%3A%3Aerror%3A%3Ax.txt,line=3,";
    assert!(first.starts_with(file), "{first}");
    report.facts = vec![report.facts[0].clone(); 20];
    report.facts[15].about = "##[error]x".to_owned();
    let page = plain(github, &report);
    let commands = [
        "::error ",
        "::error::",
        "::warning ",
        "::notice ",
        "::group::",
        "::endgroup::",
        "- ",
    ];
    for line in page.lines() {
        assert!(
            commands.iter().any(|start| line.starts_with(start)),
            "{line}"
        );
        assert!(!line.starts_with('-') || !line.contains("##["), "{line}");
    }
}

#[test]
fn a_case_fails_only_by_an_error() {
    let report = sample::report();
    let cases = [
        (Decisions::default(), 1, 2),
        (waived("f1"), 0, 3),
        (
            Decisions {
                severities: [("possible-conflict".to_owned(), Severity::Error)].into(),
                ..Decisions::default()
            },
            2,
            1,
        ),
    ];
    for (decisions, failures, skipped) in cases {
        let page = rendered(junit, &report, &decisions);
        assert_eq!(page.matches("<failure ").count(), failures, "{page}");
        assert_eq!(page.matches("<skipped ").count(), skipped, "{page}");
        let head = format!(
            "<testsuites name=\"crosscheck\" tests=\"8\" failures=\"{failures}\" errors=\"0\">"
        );
        assert!(page.contains(&head), "{page}");
    }
}

#[test]
fn what_is_waived_says_so() {
    for (name, renderer) in [
        ("concise", concise as Renderer),
        ("csv", csv),
        ("github", github),
        ("junit", junit),
        ("markdown", markdown),
        ("sarif", sarif),
    ] {
        let page = rendered(renderer, &sample::report(), &waived("f1"));
        assert!(page.contains("the desk knows"), "{name}: {page}");
    }
    let page = rendered(github, &sample::report(), &waived("f1"));
    assert!(!page.contains("::error"), "{page}");
}

#[test]
fn a_comment_stays_within_its_limit_and_says_what_is_left_out() {
    let mut report = sample::report();
    for fact in &mut report.facts {
        fact.about = "\u{1F600}|*".repeat(400);
    }
    report.facts = report
        .facts
        .iter()
        .flat_map(|fact| vec![fact.clone(); 900])
        .collect();
    report.duplicates = vec![report.duplicates[1].clone(); 900];
    let note = report.sources[4].notes[0].clone();
    report.sources[4].notes = vec![note; 5_000];
    let page = plain(markdown, &report);
    assert!(
        page.encode_utf16().count() <= 65_536,
        "{}",
        page.encode_utf16().count()
    );
    assert!(page.chars().count() > 40_000, "{}", page.chars().count());
    assert!(page.contains("more; --format json lists all"), "{page}");
    assert_eq!(
        page.matches("<details>").count(),
        page.matches("</details>").count()
    );
    assert!(page.ends_with("</details>\n"));
}

#[test]
fn records_hold_the_whole_report() {
    let report = sample::report();
    let whole = serde_json::to_value(&report).unwrap();
    let page = plain(records, &report);
    let lines: Vec<serde_json::Value> = page
        .lines()
        .map(|line| serde_json::from_str(line).unwrap())
        .collect();
    assert_eq!(lines[0]["schema_version"], whole["schema_version"]);
    let lists = [
        ("source", "sources"),
        ("claim", "claims"),
        ("fact", "facts"),
        ("duplicate", "duplicates"),
        ("ignored", "ignored"),
    ];
    for (record, list) in lists {
        let of_kind = lines.iter().filter(|line| line["record"] == record);
        let of_kind: Vec<_> = of_kind
            .map(|line| {
                let mut line = line.clone();
                line.as_object_mut().unwrap().remove("record");
                line
            })
            .collect();
        assert_eq!(&serde_json::Value::from(of_kind), &whole[list], "{list}");
    }
    assert_eq!(lines.last().unwrap()["record"], "summary");
}

#[test]
fn xml_holds_no_character_that_xml_does_not_know() {
    let mut report = sample::report();
    report.facts[0].about = "a\u{0}\u{b}\u{1b}<![CDATA[\u{fffe}\u{ffff}]]>&\"'".to_owned();
    let page = plain(junit, &report);
    let known = |c: char| c == '\n' || (c >= ' ' && !matches!(c, '\u{fffe}' | '\u{ffff}'));
    assert_eq!(page.chars().find(|&c| !known(c)), None);
    assert!(
        page.contains("a\u{2400} \u{241b}&lt;![CDATA[\u{fffd}\u{fffd}]]&gt;&amp;&quot;'"),
        "{page}"
    );
}
