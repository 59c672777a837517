//! A run that is killed at any moment leaves the old file or the new one. `KILLS=200` kills more often.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

use crate::{folder, run, server};

fn kills() -> u32 {
    std::env::var("KILLS").map_or(20, |kills| kills.parse().unwrap())
}

fn start(dir: &Path, args: &[&str]) -> std::process::Child {
    Command::new(env!("CARGO_BIN_EXE_crosscheck"))
        .current_dir(dir)
        .args(args)
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .spawn()
        .unwrap()
}

/// Runs the command on two versions of an article in turn, and kills it after waits that sweep over the time a whole run
/// takes. `file` must hold what a whole run on one of the two versions writes.
fn killed_at_any_moment(args: &[&str], file: &str) {
    let versions: Vec<String> = [3, 9]
        .map(|dead| {
            format!(
                "Bão số 9 vào bờ\n\n{}",
                format!("Có {dead}21 người mất tích ở Quảng Ninh.\n\n").repeat(400)
            )
        })
        .into();
    let dir = folder(&[("a.txt", &versions[0])]);
    let (article, file) = (dir.path().join("a.txt"), dir.path().join(file));
    let mut whole = Vec::new();
    let mut longest = Duration::ZERO;
    for version in &versions {
        std::fs::write(&article, version).unwrap();
        let begun = Instant::now();
        run(dir.path(), args);
        longest = longest.max(begun.elapsed());
        whole.push(std::fs::read(&file).unwrap());
    }
    assert_ne!(whole[0], whole[1]);
    let (mut killed, kills) = (0, kills());
    for round in 0..kills {
        std::fs::write(&article, &versions[(round % 2) as usize]).unwrap();
        let mut child = start(dir.path(), args);
        // Golden-section steps: no two waits are alike.
        let part = f64::from(round).mul_add(0.618_033_988_75, 0.1).fract();
        std::thread::sleep(longest.mul_f64(part));
        killed += u32::from(child.try_wait().unwrap().is_none());
        let _ = child.kill();
        child.wait().unwrap();
        let found = std::fs::read(&file).unwrap();
        assert!(
            whole.contains(&found),
            "round {round}: {} bytes",
            found.len()
        );
    }
    assert!(
        killed * 4 > kills,
        "{killed} of {kills} were killed in mid-run"
    );
}

#[test]
fn a_killed_run_leaves_a_whole_report() {
    killed_at_any_moment(
        &[
            "check",
            "a.txt",
            "--no-config",
            "--format",
            "json",
            "--output",
            "report.json",
        ],
        "report.json",
    );
}

#[test]
fn a_killed_run_leaves_a_whole_snapshot() {
    killed_at_any_moment(
        &[
            "snapshot",
            "accept",
            "a.txt",
            "--no-config",
            "--snapshot",
            "accepted.toml",
        ],
        "accepted.toml",
    );
}

#[test]
fn a_killed_run_leaves_whole_pages_or_none() {
    let pages: [&str; 2] = [3, 9].map(|dead| {
        let text = format!("<p>Có {dead}21 người mất tích ở Quảng Ninh.</p>").repeat(20_000);
        &*Box::leak(format!("<html lang=vi><h1>Bão</h1>{text}</html>").into_boxed_str())
    });
    let addresses = pages.map(server::serve);
    let dir = folder(&[]);
    let (mut killed, mut kept, kills) = (0, BTreeSet::new(), kills());
    for round in 0..kills {
        let address = &addresses[(round % 2) as usize];
        let args = [
            "extract",
            address,
            "--fetch",
            "--fetch-private",
            "--fetch-anew",
            "--no-config",
        ];
        let mut child = start(dir.path(), &args);
        let part = f64::from(round).mul_add(0.618_033_988_75, 0.1).fract();
        std::thread::sleep(Duration::from_millis(120).mul_f64(part));
        killed += u32::from(child.try_wait().unwrap().is_none());
        let _ = child.kill();
        child.wait().unwrap();
        // A page is there when a file says where from; that file leads to the whole page.
        let Ok(files) = fs::read_dir(dir.path().join("crosscheck-pages/127.0.0.1")) else {
            continue;
        };
        for file in files.map(|file| file.unwrap().path()) {
            let name = file.file_name().unwrap().to_str().unwrap();
            if name.starts_with('.') || !name.ends_with(".page.toml") {
                continue;
            }
            let told: toml::Table = fs::read_to_string(&file).unwrap().parse().unwrap();
            let page = fs::read_to_string(file.with_file_name(told["file"].as_str().unwrap()));
            assert!(pages.contains(&page.unwrap().as_str()), "round {round}");
            kept.insert(name.to_owned());
        }
    }
    assert!(
        killed * 4 > kills,
        "{killed} of {kills} were killed in mid-run"
    );
    assert!(!kept.is_empty(), "no page was ever kept");
}

/// An interrupted run ends by the signal and leaves nothing behind.
#[cfg(unix)]
#[test]
fn an_interrupted_run_leaves_no_file_behind() {
    use std::os::unix::process::ExitStatusExt;

    let text = format!(
        "Bão số 9 vào bờ\n\n{}",
        "Có 21 người mất tích ở Quảng Ninh.\n\n".repeat(400)
    );
    let dir = folder(&[("a.txt", &text), ("report.json", "old")]);
    let args = [
        "check",
        "a.txt",
        "--format",
        "json",
        "--output",
        "report.json",
    ];
    let begun = Instant::now();
    run(dir.path(), &args);
    let longest = begun.elapsed();
    let new = fs::read(dir.path().join("report.json")).unwrap();
    let mut interrupted = 0;
    for round in 0..kills() {
        fs::write(dir.path().join("report.json"), "old").unwrap();
        let mut child = start(dir.path(), &args);
        let part = f64::from(round).mul_add(0.618_033_988_75, 0.1).fract();
        // The first hundredths of a second belong to the start of the process.
        std::thread::sleep(longest.mul_f64(part).max(Duration::from_millis(30)));
        let (name, number) = [("-INT", 2), ("-TERM", 15)][(round % 2) as usize];
        let kill = ["-c", &format!("kill {name} {}", child.id())].map(str::to_owned);
        Command::new("sh")
            .args(kill)
            .stderr(Stdio::null())
            .status()
            .unwrap();
        let status = child.wait().unwrap();
        if status.signal().is_some() {
            assert_eq!(status.signal(), Some(number));
            interrupted += 1;
        }
        let found = fs::read(dir.path().join("report.json")).unwrap();
        assert!(found == new || found == b"old");
        let mut names: Vec<_> = fs::read_dir(dir.path())
            .unwrap()
            .collect::<Result<_, _>>()
            .unwrap();
        names.retain(|entry| entry.file_name().to_string_lossy().ends_with(".tmp"));
        assert!(names.is_empty(), "{names:?}");
    }
    assert!(interrupted > 0, "no run was interrupted");
}
