#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "tests"
)]

use super::*;

#[test]
fn a_write_that_fails_half_way_leaves_the_old_file_and_nothing_else() {
    let dir = tempfile::TempDir::new().unwrap();
    let file = dir.path().join("report.json");
    for old in [None, Some("old")] {
        if let Some(old) = old {
            fs::write(&file, old).unwrap();
        }
        let broken = replace(&file, |out| {
            out.write_all(&vec![b'x'; 1 << 20])?;
            Err(std::io::Error::other("the disk is full"))
        });
        let told = format!("{:#}", broken.unwrap_err());
        assert!(
            told.contains("report.json") && told.contains("disk is full"),
            "{told}"
        );
        assert_eq!(fs::read_to_string(&file).ok().as_deref(), old);
        let files = fs::read_dir(dir.path()).unwrap().count();
        assert_eq!(files, usize::from(old.is_some()));
    }
}

#[test]
fn a_reader_sees_the_old_file_or_the_new_one() {
    let dir = tempfile::TempDir::new().unwrap();
    let file = dir.path().join("report.json");
    let text = |n: u8| vec![b'a' + n % 26; 200_000];
    fs::write(&file, text(0)).unwrap();
    std::thread::scope(|scope| {
        let writer = scope.spawn(|| {
            for n in 0..40 {
                replace(&file, |out| {
                    text(n)
                        .chunks(1000)
                        .try_for_each(|part| out.write_all(part))
                })
                .unwrap();
            }
        });
        while !writer.is_finished() {
            let seen = fs::read(&file).unwrap();
            assert_eq!(seen.len(), 200_000);
            assert!(seen.iter().all(|byte| *byte == seen[0]));
        }
    });
}

#[cfg(unix)]
#[test]
fn the_rights_of_a_file_stay() {
    use std::os::unix::fs::PermissionsExt;
    let dir = tempfile::TempDir::new().unwrap();
    let file = dir.path().join("report.json");
    let rights = || fs::metadata(&file).unwrap().permissions().mode() & 0o777;
    replace(&file, |out| out.write_all(b"new")).unwrap();
    let plain = dir.path().join("plain");
    fs::write(&plain, "").unwrap();
    assert_eq!(
        rights(),
        fs::metadata(&plain).unwrap().permissions().mode() & 0o777
    );
    fs::set_permissions(&file, fs::Permissions::from_mode(0o640)).unwrap();
    replace(&file, |out| out.write_all(b"newer")).unwrap();
    assert_eq!(rights(), 0o640);
}

#[test]
fn what_killed_runs_left_behind_is_swept_away_and_nothing_else() {
    let dir = tempfile::TempDir::new().unwrap();
    let file = dir.path().join("report.json");
    let old = std::time::SystemTime::now() - YOUNG * 2;
    let left = |name: &str, age: std::time::SystemTime| {
        let made = File::create(dir.path().join(name)).unwrap();
        made.set_modified(age).unwrap();
        made
    };
    for name in [
        ".report.json.aB12cD.tmp",
        ".other.json.aB12cD.tmp",
        ".report.json.short.tmp",
        ".report.json.aB12cD.tmp.bak",
        "report.json.aB12cD.tmp",
    ] {
        left(name, old);
    }
    left(".report.json.young1.tmp", std::time::SystemTime::now());
    let locked = left(".report.json.locked.tmp", old);
    locked.lock().unwrap();
    let names = || {
        let entries = fs::read_dir(dir.path()).unwrap();
        let names = entries.map(|entry| entry.unwrap().file_name().into_string().unwrap());
        names.collect::<std::collections::BTreeSet<_>>()
    };
    let before = names();
    sweep(&file);
    let gone: Vec<String> = before.difference(&names()).cloned().collect();
    assert_eq!(gone, [".report.json.aB12cD.tmp"]);
    sweep_folder(dir.path());
    let gone: Vec<String> = before.difference(&names()).cloned().collect();
    assert_eq!(gone, [".other.json.aB12cD.tmp", ".report.json.aB12cD.tmp"]);
}
