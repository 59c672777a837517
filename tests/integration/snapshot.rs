//! The accepted report: verify, accept, review, from outside.

use std::fs;
use std::path::Path;
use std::process::Output;

use super::{crosscheck, folder, library, run, stderr, stdout};

const A: &str = "Cầu Bến Sứ dài 1.250 m.\n\nHai nước hợp tác trên 11 lĩnh vực mới.\n";
const B: &str = "Tiêm kích FA-50 bay qua.\n\nHai nước hợp tác trên 11 lĩnh vực mới.\n";
const FILE: &str = "snapshots/articles.toml";
const NEW: &str = "snapshots/articles.toml.new";

/// A folder whose report is accepted.
fn accepted() -> tempfile::TempDir {
    let dir = folder(&[("news/a.txt", A), ("news/b.txt", B)]);
    let output = local(dir.path(), &["snapshot", "accept", "news"]);
    assert_eq!(output.status.code(), Some(0), "{}", stderr(&output));
    dir
}

/// A run at somebody's desk, wherever the tests run.
fn local(dir: &Path, args: &[&str]) -> Output {
    crosscheck(dir, args).env_remove("CI").output().unwrap()
}

fn save(dir: &Path, name: &str, text: &str) {
    fs::write(dir.join(name), text).unwrap();
}

fn read(dir: &Path, name: &str) -> String {
    fs::read_to_string(dir.join(name)).unwrap()
}

/// The ids of the changes that `--list` shows.
fn ids(dir: &Path) -> Vec<String> {
    let page = stdout(&local(dir, &["snapshot", "review", "news", "--list"]));
    page.lines()
        .filter(|line| line.starts_with("s-"))
        .map(|line| line.split(' ').next().unwrap().to_owned())
        .collect()
}

#[test]
fn a_number_that_changed_fails_with_article_line_and_both_values() {
    let dir = accepted();
    let clean = local(dir.path(), &["snapshot", "verify", "news"]);
    assert_eq!(clean.status.code(), Some(0), "{}", stdout(&clean));
    assert!(stdout(&clean).contains("nothing changed"));
    let cases = [
        (
            "news/b.txt",
            "11 lĩnh vực",
            "7 lĩnh vực",
            "news/b.txt: line 3: trên 7 lĩnh vực",
        ),
        ("news/a.txt", "1.250 m", "1.520 m", "news/a.txt: line 1: "),
        // Digits that are no claim are held too.
        (
            "news/b.txt",
            "FA-50",
            "FA-51",
            "news/b.txt: line 1: no claim",
        ),
    ];
    for (file, was, now, told) in cases {
        let text = read(dir.path(), file);
        save(dir.path(), file, &text.replace(was, now));
        let output = local(dir.path(), &["snapshot", "verify", "news"]);
        let page = stdout(&output);
        assert_eq!(output.status.code(), Some(1), "{file}: {page}");
        let line = page.lines().find(|line| line.contains(told));
        let line = line.unwrap_or_else(|| panic!("no {told:?} in\n{page}"));
        let short = |text: &str| text.split(' ').next().unwrap().to_owned();
        assert!(line.contains(&short(now)), "{line}");
        let was_told = line.split(", was ").nth(1).unwrap_or_default();
        assert!(was_told.contains(&short(was)), "{line}");
        assert!(
            page.contains("snapshot review") && page.contains("snapshot accept"),
            "what next: {page}"
        );
        assert!(
            page.lines().any(|line| line.trim_start().starts_with('-')),
            "{page}"
        );
        assert!(
            page.lines().any(|line| line.trim_start().starts_with('+')),
            "{page}"
        );
        assert!(read(dir.path(), NEW).contains(&short(now)));
        save(dir.path(), file, &text);
        let output = local(dir.path(), &["snapshot", "verify", "news"]);
        assert_eq!(
            output.status.code(),
            Some(0),
            "restored: {}",
            stdout(&output)
        );
        assert!(
            !dir.path().join(NEW).exists(),
            "nothing is proposed any more"
        );
    }
}

#[test]
fn text_that_moves_or_is_reworded_changes_nothing() {
    let dir = accepted();
    for text in [
        format!("Một đoạn mới không có con số nào cả.\n\n{A}"),
        format!("{A}\nMột câu cuối không có con số nào.\n"),
        A.replace('\n', "\r\n"),
    ] {
        save(dir.path(), "news/a.txt", &text);
        let output = local(dir.path(), &["snapshot", "verify", "news"]);
        let page = stdout(&output);
        assert_eq!(output.status.code(), Some(0), "{text:?}: {page}");
    }
}

#[test]
fn nothing_is_written_in_ci() {
    let dir = accepted();
    save(dir.path(), "news/b.txt", &B.replace("11", "7"));
    for (value, written) in [("true", false), ("1", false), ("false", true)] {
        let mut command = crosscheck(dir.path(), &["snapshot", "verify", "news"]);
        let output = command.env("CI", value).output().unwrap();
        assert_eq!(output.status.code(), Some(1), "{value}");
        assert_eq!(dir.path().join(NEW).exists(), written, "{value}");
    }
}

#[test]
fn without_an_accepted_report_nothing_can_be_verified() {
    let dir = folder(&[("news/a.txt", A)]);
    let output = local(dir.path(), &["snapshot", "verify", "news"]);
    assert_eq!(output.status.code(), Some(2));
    assert!(
        stderr(&output).contains("crosscheck snapshot accept"),
        "{}",
        stderr(&output)
    );
}

#[test]
fn a_file_that_cannot_be_read_says_where_and_accepting_mends_it() {
    let dir = accepted();
    let good = read(dir.path(), FILE);
    let cases = [
        (
            good.replace("report-schema = 1", "report-schema = 7"),
            ":4:17",
            "later version",
        ),
        (
            good.replace("format = 1", "format = 0"),
            ":3:10",
            "To migrate",
        ),
        (
            good.replace("[[fact]]", "<<<<<<< ours\n[[fact]]"),
            ":",
            "a merge left its marks",
        ),
        (good.replacen("verdict", "verdikt", 1), ":", "verdikt"),
    ];
    for (text, place, message) in cases {
        save(dir.path(), FILE, &text);
        for step in ["verify", "review"] {
            let output = local(dir.path(), &["snapshot", step, "news"]);
            let told = stderr(&output);
            assert_eq!(output.status.code(), Some(2), "{told}");
            assert!(
                told.contains(&format!("{FILE}{place}")) && told.contains(message),
                "{told}"
            );
        }
        let output = local(dir.path(), &["snapshot", "accept", "news"]);
        assert_eq!(output.status.code(), Some(0), "{}", stderr(&output));
        assert_eq!(read(dir.path(), FILE), good);
    }
}

#[test]
fn obsolete_entries_are_named_and_fail_on_request() {
    let dir = folder(&[
        ("news/a.txt", A),
        ("news/b.txt", "Tiêm kích FA-50 bay qua 25 phút.\n"),
    ]);
    local(dir.path(), &["snapshot", "accept", "news"]);
    fs::remove_file(dir.path().join("news/b.txt")).unwrap();
    let cases: [(&[&str], i32); 2] = [(&[], 0), (&["--fail-on-obsolete"], 1)];
    for (more, code) in cases {
        let args = [&["snapshot", "verify", "news"], more].concat();
        let output = local(dir.path(), &args);
        let page = stdout(&output);
        assert_eq!(output.status.code(), Some(code), "{page}");
        assert!(
            page.contains("obsolete: ") && page.contains("b.txt"),
            "{page}"
        );
    }
    save(
        dir.path(),
        "crosscheck.toml",
        "[snapshot]\nfail-on-obsolete = true\n",
    );
    let output = local(dir.path(), &["snapshot", "verify", "news"]);
    assert_eq!(output.status.code(), Some(1));
    local(dir.path(), &["snapshot", "accept", "news"]);
    let output = local(dir.path(), &["snapshot", "verify", "news"]);
    assert_eq!(output.status.code(), Some(0), "{}", stdout(&output));
}

#[test]
fn accepting_a_part_of_the_articles_loses_nothing() {
    let sub = ("news/sub/c.txt", "Con tàu Sông Lam dài 84 m.\n");
    let cases: [&[&str]; 5] = [
        &["snapshot", "accept", "news/a.txt"],
        &["snapshot", "accept", "news/sub"],
        &["snapshot", "review", "news/a.txt", "--accept-all"],
        // Nobody can tell whether its other articles are gone.
        &["snapshot", "accept", "other"],
        &["snapshot", "accept", "other/d.txt"],
    ];
    for args in cases {
        let other = ("other/d.txt", "Sân bay Đông Hà đón 1.200 khách.\n");
        let dir = folder(&[("news/a.txt", A), ("news/b.txt", B), sub, other]);
        local(dir.path(), &["snapshot", "accept", "news"]);
        let before = read(dir.path(), FILE);
        let output = local(dir.path(), args);
        let told = stderr(&output);
        assert_eq!(output.status.code(), Some(2), "{args:?}: {told}");
        assert!(
            told.contains("b.txt")
                && told.contains("--drop-missing")
                && told.contains("review --accept ID"),
            "{args:?}: {told}"
        );
        assert_eq!(read(dir.path(), FILE), before, "{args:?}");

        let forced = local(dir.path(), &[args, &["--drop-missing"]].concat());
        assert_eq!(
            forced.status.code(),
            Some(0),
            "{args:?}: {}",
            stderr(&forced)
        );
        assert!(stderr(&forced).contains("b.txt"), "{}", stderr(&forced));
        assert!(
            !read(dir.path(), FILE).contains("name = \"b.txt\""),
            "{args:?}"
        );
    }
}

#[test]
fn articles_that_are_gone_go_with_a_word() {
    let dir = accepted();
    fs::remove_file(dir.path().join("news/a.txt")).unwrap();
    let output = local(dir.path(), &["snapshot", "accept", "news"]);
    assert_eq!(output.status.code(), Some(0), "{}", stderr(&output));
    assert!(
        stderr(&output).contains("as not there: a.txt"),
        "{}",
        stderr(&output)
    );
    assert!(!read(dir.path(), FILE).contains("1.250"));
}

#[test]
fn verify_of_a_part_says_what_was_left_out() {
    let dir = accepted();
    let output = local(dir.path(), &["snapshot", "verify", "news/a.txt"]);
    let page = stdout(&output);
    assert_eq!(output.status.code(), Some(1), "{page}");
    assert!(page.contains("not among the paths given: b.txt"), "{page}");
    // One change taken by hand leaves the other entries alone.
    let list = local(dir.path(), &["snapshot", "review", "news/a.txt", "--list"]);
    let list = stdout(&list);
    let id = list.lines().find(|line| line.starts_with("s-")).unwrap();
    let id = id.split(' ').next().unwrap();
    local(
        dir.path(),
        &["snapshot", "review", "news/a.txt", "--accept", id],
    );
    assert!(read(dir.path(), FILE).contains("FA-50"));
}

#[test]
fn verify_is_clean_after_accept_whatever_the_paths_threads_and_folder() {
    let dir = tempfile::TempDir::new().unwrap();
    let news = dir.path().join("news");
    fs::create_dir(&news).unwrap();
    let mut files = Vec::new();
    for entry in fs::read_dir(library::project("seeds")).unwrap() {
        let from = entry.unwrap().path();
        let to = news.join(from.file_name().unwrap());
        fs::copy(&from, &to).unwrap();
        if to.extension().is_some_and(|ending| ending == "txt") {
            files.push(to.to_str().unwrap().to_owned());
        }
    }
    files.sort();
    let snapshot = dir.path().join("kept/seeds.toml");
    let snapshot = snapshot.to_str().unwrap();
    let news_path = news.to_str().unwrap().to_owned();
    let mut reversed = files.clone();
    reversed.reverse();
    let mut mixed = vec![files[3].clone(), news_path.clone()];
    mixed.extend(files[..2].iter().cloned());
    let ways: [(&Path, Vec<String>, &str); 5] = [
        (dir.path(), vec!["news".to_owned()], "1"),
        (&news, Vec::new(), "2"),
        (Path::new("/"), vec![news_path], "3"),
        (dir.path(), reversed, "4"),
        (&news, mixed, "1"),
    ];
    let mut texts = Vec::new();
    for (from, paths, jobs) in &ways {
        let command = |step: &'static str| {
            let paths = paths.iter().map(String::as_str);
            let args = ["snapshot", step, "--snapshot", snapshot, "--jobs", jobs];
            args.into_iter().chain(paths).collect::<Vec<_>>()
        };
        let output = local(from, &command("accept"));
        assert_eq!(output.status.code(), Some(0), "{}", stderr(&output));
        texts.push(fs::read_to_string(snapshot).unwrap());
        for (from, paths, jobs) in &ways {
            let paths = paths.iter().map(String::as_str);
            let args = ["snapshot", "verify", "--snapshot", snapshot, "--jobs", jobs];
            let output = local(from, &args.into_iter().chain(paths).collect::<Vec<_>>());
            assert_eq!(output.status.code(), Some(0), "{}", stdout(&output));
        }
    }
    texts.dedup();
    assert_eq!(texts.len(), 1, "the same file byte for byte");
    assert!(
        !texts[0].contains(dir.path().to_str().unwrap()),
        "a path of the machine"
    );
}

#[test]
fn a_review_asks_about_every_change() {
    let cases = [
        // Answers, exit status, what is left to verify.
        ("A\n", 0, 0),
        ("a\na\na\na\na\na\n", 0, 0),
        ("r\nr\nr\nr\nr\nr\n", 1, 1),
        ("what\ns\nq\n", 1, 1),
        ("", 1, 1),
    ];
    for (answers, code, left) in cases {
        let dir = accepted();
        let before = read(dir.path(), FILE);
        save(
            dir.path(),
            "news/b.txt",
            &B.replace("11", "7").replace("50", "51"),
        );
        let mut command = crosscheck(dir.path(), &["snapshot", "review", "news"]);
        let output = command
            .env_remove("CI")
            .write_stdin(answers)
            .output()
            .unwrap();
        let page = stdout(&output);
        assert_eq!(output.status.code(), Some(code), "{answers:?}: {page}");
        // Whoever answers for each change has seen the one of the figure.
        let each = answers.starts_with(['a', 'r']);
        assert!(
            !each || page.contains("7 lĩnh vực mới, was trên 11 lĩnh vực mới"),
            "{page}"
        );
        assert!(
            page.contains("a accept, r reject, s skip, e explain"),
            "{page}"
        );
        assert!(page.contains("accepted, "), "{page}");
        if !answers.contains(['a', 'A']) {
            assert_eq!(read(dir.path(), FILE), before, "{answers:?}");
        }
        let output = local(dir.path(), &["snapshot", "verify", "news"]);
        assert_eq!(
            output.status.code(),
            Some(left),
            "{answers:?}: {}",
            stdout(&output)
        );
    }
}

#[test]
fn a_review_explains_on_request() {
    let dir = accepted();
    save(dir.path(), "news/a.txt", &A.replace("1.250", "1.520"));
    let mut command = crosscheck(dir.path(), &["snapshot", "review", "news"]);
    let output = command
        .env_remove("CI")
        .write_stdin("e\nq\n")
        .output()
        .unwrap();
    assert!(
        stdout(&output).contains("1. Its claims"),
        "{}",
        stdout(&output)
    );
}

#[test]
fn every_step_of_a_review_has_a_twin_without_questions() {
    let dir = accepted();
    save(dir.path(), "news/a.txt", &A.replace("1.250", "1.520"));
    save(dir.path(), "news/b.txt", &B.replace("50", "51"));
    let review = |args: &[&str]| {
        local(
            dir.path(),
            &[&["snapshot", "review", "news"], args].concat(),
        )
    };
    let before = read(dir.path(), FILE);
    let changes = ids(dir.path());
    assert_eq!(changes.len(), 2, "{changes:?}");

    // 1.250 is in the fact of a.txt, FA-50 among the digits of b.txt.
    let shown: Vec<String> = changes
        .iter()
        .map(|id| stdout(&review(&["--show", id])))
        .collect();
    let fact = shown
        .iter()
        .position(|page| page.contains("1.520"))
        .unwrap();
    let (fact, digits) = (&changes[fact], &changes[1 - fact]);
    let explained = stdout(&review(&["--explain", fact]));
    assert!(explained.contains("1. Its claims"), "{explained}");
    assert_eq!(read(dir.path(), FILE), before, "looking changes nothing");

    let output = review(&["--reject", digits]);
    assert_eq!(output.status.code(), Some(1), "{}", stderr(&output));
    let proposed = read(dir.path(), NEW);
    assert!(
        proposed.contains("1.520") && !proposed.contains("FA-51"),
        "{proposed}"
    );
    assert!(stdout(&review(&["--list"])).contains("(rejected)"));

    let output = review(&["--accept", &fact[..8]]);
    assert_eq!(output.status.code(), Some(1), "one is left");
    let now = read(dir.path(), FILE);
    assert!(
        now.contains("1.520") && !now.contains("1.250") && now.contains("FA-50"),
        "{now}"
    );
    assert_eq!(ids(dir.path()), [digits.as_str()]);

    let wrong = review(&["--accept", "s-zzz"]);
    assert_eq!(wrong.status.code(), Some(2));
    assert!(stderr(&wrong).contains("--list"), "{}", stderr(&wrong));

    let output = review(&["--accept-all"]);
    assert_eq!(output.status.code(), Some(0), "{}", stderr(&output));
    assert!(ids(dir.path()).is_empty() && !dir.path().join(NEW).exists());
    assert_eq!(
        local(dir.path(), &["snapshot", "verify", "news"])
            .status
            .code(),
        Some(0)
    );
}

#[cfg(unix)]
#[test]
fn a_file_that_cannot_be_replaced_stays_as_it_was() {
    use std::os::unix::fs::PermissionsExt;
    let dir = accepted();
    let before = read(dir.path(), FILE);
    let folder = dir.path().join("snapshots");
    fs::set_permissions(&folder, fs::Permissions::from_mode(0o555)).unwrap();
    // Root may write anywhere.
    let may_write = fs::write(folder.join("probe"), "").is_ok();
    save(dir.path(), "news/b.txt", &B.replace("11", "7"));
    let output = local(dir.path(), &["snapshot", "accept", "news"]);
    fs::set_permissions(&folder, fs::Permissions::from_mode(0o755)).unwrap();
    if !may_write {
        assert_eq!(output.status.code(), Some(2));
        assert!(
            stderr(&output).contains("cannot write"),
            "{}",
            stderr(&output)
        );
        assert_eq!(read(dir.path(), FILE), before);
    }
    let left = fs::read_dir(&folder)
        .unwrap()
        .map(|entry| entry.unwrap().file_name());
    let left: Vec<_> = left
        .filter(|name| name.to_string_lossy().ends_with(".tmp"))
        .collect();
    assert!(left.is_empty(), "{left:?}");
}

/// The project holds its own articles: `UPDATE=1` accepts what they give now.
#[test]
fn the_seeds_are_as_accepted() {
    let root = library::project("");
    if std::env::var_os("UPDATE").is_some_and(|value| value == "1") {
        let output = run(&root, &["snapshot", "accept"]);
        assert_eq!(output.status.code(), Some(0), "{}", stderr(&output));
    }
    let mut command = crosscheck(&root, &["snapshot", "verify", "--fail-on-obsolete"]);
    let output = command.env("CI", "1").output().unwrap();
    assert_eq!(
        output.status.code(),
        Some(0),
        "{}\n{}",
        stdout(&output),
        stderr(&output)
    );
}
