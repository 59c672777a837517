//! The steps of `action.yml`, each run in bash as a runner of GitHub Actions does.
#![cfg(unix)]

use std::fs;
use std::path::Path;
use std::process::{Command, Output};

use super::{folder, library, stderr, stdout};

/// The script of the step of this name.
fn script(step: &str) -> String {
    let action = fs::read_to_string(library::project("action.yml")).unwrap();
    let name = format!("    - name: {step}\n");
    let step = action.split(&name).nth(1).unwrap();
    let step = step.split("\n    - name: ").next().unwrap();
    assert!(step.contains("\n      shell: bash\n") || step.starts_with("      shell: bash\n"));
    let script = step.split("      run: |\n").nth(1).unwrap();
    let lines = script
        .lines()
        .map(|line| line.strip_prefix("        ").unwrap_or(line));
    lines.map(|line| format!("{line}\n")).collect()
}

/// Runs a step in the folder `work` of `dir`, with `gh` of `dir/bin` before any other.
fn run_step(dir: &Path, step: &str, environment: &[(&str, &str)]) -> Output {
    let path = std::env::var("PATH").unwrap();
    let path = format!("{}:{path}", dir.join("bin").display());
    Command::new("bash")
        .args([
            "--noprofile",
            "--norc",
            "-e",
            "-o",
            "pipefail",
            "-c",
            &script(step),
        ])
        .current_dir(dir.join("work"))
        .env("PATH", path)
        .env("GITHUB_OUTPUT", dir.join("output"))
        .env("GITHUB_STEP_SUMMARY", dir.join("summary"))
        .envs(environment.iter().copied())
        .output()
        .unwrap()
}

/// A workspace with two articles that contradict each other and an installed crosscheck.
fn workspace() -> tempfile::TempDir {
    let article = |value: &str| format!("Khoảng {value} người biểu tình đã tập trung ở thủ đô.\n");
    let dir = folder(&[
        ("work/my news/a.txt", &article("2.400")),
        ("work/my news/b.txt", &article("24.000")),
        ("work/quiet/c.txt", "Cầu Bến Sứ dài 1.250 m.\n"),
        ("install/bin/none", ""),
        ("bin/none", ""),
    ]);
    let installed = dir.path().join("install/bin/crosscheck");
    std::os::unix::fs::symlink(env!("CARGO_BIN_EXE_crosscheck"), installed).unwrap();
    dir
}

fn compare(dir: &Path, paths: &str, fail_on: &str, sarif: &str) -> Output {
    let install = dir.join("install");
    let markdown = dir.join("table.md");
    let environment = [
        ("INSTALL", install.to_str().unwrap()),
        ("MARKDOWN", markdown.to_str().unwrap()),
        ("PATHS", paths),
        ("FAIL_ON", fail_on),
        ("SARIF", sarif),
    ];
    run_step(dir, "Compare the articles", &environment)
}

#[test]
fn the_articles_are_compared_and_the_outputs_say_what_was_found() {
    let cases = [
        ("my news", "conflict", "crosscheck.sarif", "true"),
        ("my news\n\n  \n", "none", "crosscheck.sarif", "false"),
        (
            "quiet\nmy news\n",
            "conflict",
            "out/deep/crosscheck.sarif",
            "true",
        ),
        ("quiet", "conflict", "crosscheck.sarif", "false"),
        // No path is the folder itself.
        ("", "conflict", "crosscheck.sarif", "true"),
    ];
    for (paths, fail_on, sarif, found) in cases {
        let dir = workspace();
        let output = compare(dir.path(), paths, fail_on, sarif);
        assert_eq!(
            output.status.code(),
            Some(0),
            "{paths:?}: {}",
            stderr(&output)
        );
        let outputs = fs::read_to_string(dir.path().join("output")).unwrap();
        assert!(
            outputs.contains(&format!("found={found}\n")),
            "{paths:?}: {outputs}"
        );
        assert!(outputs.contains("markdown-file="), "{outputs}");
        let log = fs::read_to_string(dir.path().join("work").join(sarif)).unwrap();
        assert!(log.contains("\"version\":\"2.1.0\""));
        let summary = fs::read_to_string(dir.path().join("summary")).unwrap();
        assert!(summary.starts_with("**"), "{summary}");
        let annotated = stdout(&output).contains("::error file=my news/a.txt,line=1,");
        assert_eq!(annotated, paths != "quiet", "{}", stdout(&output));
    }
}

#[test]
fn what_cannot_run_fails_the_step() {
    for (paths, fail_on) in [
        ("nowhere", "conflict"),
        ("quiet", "conflikt"),
        ("--help", "none"),
    ] {
        let dir = workspace();
        let output = compare(dir.path(), paths, fail_on, "crosscheck.sarif");
        assert_eq!(
            output.status.code(),
            Some(2),
            "{paths}: {}",
            stdout(&output)
        );
        assert!(stderr(&output).contains("error: "), "{}", stderr(&output));
    }
}

#[test]
fn the_table_is_posted_once_and_then_written_anew() {
    use std::os::unix::fs::PermissionsExt;
    // What `gh` says of earlier comments, whether it may read and write, what it is asked, what the step says.
    let cases = [
        ("", true, true, "--method POST", ""),
        (
            "42\\n43\\n",
            true,
            true,
            "--method PATCH repos/o/r/issues/comments/42",
            "",
        ),
        ("", false, true, "--paginate", "may not read"),
        ("", true, false, "--method POST", "may not write"),
    ];
    for (earlier, reads, writes, asked, said) in cases {
        let dir = workspace();
        let log = dir.path().join("asked");
        let gh = format!(
            "#!/bin/bash\necho \"$*\" >> '{}'\ncase \"$*\" in\n*--paginate*) {reads} && printf '{earlier}' ;;\n*) {writes} ;;\nesac\n",
            log.display()
        );
        let program = dir.path().join("bin/gh");
        fs::write(&program, gh).unwrap();
        fs::set_permissions(&program, fs::Permissions::from_mode(0o755)).unwrap();
        let table = dir.path().join("table.md");
        fs::write(&table, "**a table**\n").unwrap();
        let environment = [
            ("GH_TOKEN", "token"),
            ("MARKDOWN", table.to_str().unwrap()),
            ("COMMENTS", "repos/o/r/issues/7/comments"),
            ("COMMENT", "repos/o/r/issues/comments"),
        ];
        let output = run_step(
            dir.path(),
            "Post the table on the pull request",
            &environment,
        );
        assert_eq!(output.status.code(), Some(0), "{}", stderr(&output));
        let log = fs::read_to_string(log).unwrap();
        assert!(log.contains(asked), "{log}");
        let told = stdout(&output);
        assert!(
            told.contains(said) && told.is_empty() == said.is_empty(),
            "{told}"
        );
        let comment = fs::read_to_string(dir.path().join("table.md.comment")).unwrap();
        assert_eq!(comment, "<!-- crosscheck -->\n\n**a table**\n");
    }
}

#[test]
fn the_step_that_fails_the_job_fails() {
    let dir = workspace();
    let output = run_step(dir.path(), "Fail when something was found", &[]);
    assert_eq!(output.status.code(), Some(1));
}

/// Every input and output of the action stands in the guide, and the workflow of the guide uses no other.
#[test]
fn the_guide_tells_of_every_input() {
    let action = fs::read_to_string(library::project("action.yml")).unwrap();
    let guide = fs::read_to_string(library::project("docs/guide-ci.md")).unwrap();
    let keys = |section: &str| -> Vec<String> {
        let text = action.split(&format!("\n{section}:\n")).nth(1).unwrap();
        let text = text.split("\n\n").next().unwrap();
        let keys = text
            .lines()
            .filter(|line| line.starts_with("  ") && !line.starts_with("   "));
        keys.map(|line| line.trim().trim_end_matches(':').to_owned())
            .collect()
    };
    let (inputs, outputs) = (keys("inputs"), keys("outputs"));
    assert_eq!(
        (inputs.len(), outputs.len()),
        (6, 3),
        "{inputs:?} {outputs:?}"
    );
    for name in &inputs {
        assert!(guide.contains(&format!("| `{name}` | ")), "{name}");
        assert!(
            action.contains(&format!("inputs.{name} ")),
            "{name} is used"
        );
    }
    for name in &outputs {
        assert!(guide.contains(&format!("`{name}`")), "{name}");
    }
    let workflow = guide
        .split("uses: OWNER/crosscheck@REF\n        with:\n")
        .nth(1)
        .unwrap();
    let used = workflow
        .lines()
        .take_while(|line| line.starts_with("          "));
    for line in used {
        let name = line.trim().split(':').next().unwrap();
        assert!(inputs.iter().any(|input| input == name), "{line}");
    }
}
