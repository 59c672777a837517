//! Inputs that break, exhaust or deceive a careless reader (`tests/hostile/cases.toml`), and what each must give.
//!
//! `UPDATE=1` writes `expected.tsv` anew: name, claims, exit status, notes. Read the diff.

use std::fmt::Write as _;
use std::io::{Cursor, Write as _};
use std::sync::LazyLock;
use std::time::{Duration, Instant};

use crosscheck::pack::Packs;
use crosscheck::render;
use crosscheck::report::Report;
use crosscheck::source::{Input, Reading, unpack};
use serde::Deserialize;
use zip::write::SimpleFileOptions;

use crate::library::project;

static PACKS: LazyLock<Packs> = LazyLock::new(|| Packs::embedded().unwrap());

/// How long one input may take, with all forms of the report.
const PATIENCE: Duration = Duration::from_secs(2);
/// A sound article that every input is checked with.
const SOUND: &str = "Bão số 9 vào bờ\n\nCó 21 người mất tích, 7 tàu bị chìm.\n";

#[derive(Deserialize)]
struct Table {
    case: Vec<Case>,
}

#[derive(Deserialize)]
struct Case {
    name: String,
    #[serde(default)]
    parts: Vec<(String, usize)>,
    #[serde(default)]
    bytes: String,
    entries: Option<Vec<(String, String, usize)>>,
    cut: Option<usize>,
    flip: Option<isize>,
}

impl Case {
    fn file(&self) -> Vec<u8> {
        let mut file: Vec<u8> = match &self.entries {
            Some(entries) => archive(entries),
            None => self
                .parts
                .iter()
                .flat_map(|(text, times)| text.repeat(*times).into_bytes())
                .collect(),
        };
        let digits = self.bytes.as_bytes().chunks(2);
        file.extend(
            digits.map(|two| u8::from_str_radix(std::str::from_utf8(two).unwrap(), 16).unwrap()),
        );
        if let Some(at) = self.flip {
            let length = isize::try_from(file.len()).unwrap();
            let at = usize::try_from(if at < 0 { length + at } else { at }).unwrap();
            file[at] ^= 0xFF;
        }
        file.truncate(self.cut.unwrap_or(usize::MAX));
        file
    }
}

fn archive(entries: &[(String, String, usize)]) -> Vec<u8> {
    let mut zip = zip::ZipWriter::new(Cursor::new(Vec::new()));
    for (name, text, times) in entries {
        zip.start_file(name.as_str(), SimpleFileOptions::default())
            .unwrap();
        zip.write_all(text.repeat(*times).as_bytes()).unwrap();
    }
    zip.finish().unwrap().into_inner()
}

fn cases() -> Vec<Case> {
    let text = std::fs::read_to_string(project("tests/hostile/cases.toml")).unwrap();
    toml::from_str::<Table>(&text).unwrap().case
}

fn check(name: &str, file: &[u8]) -> Report {
    let inputs = vec![Input::new(name, file), Input::new("zz-sound.txt", SOUND)];
    crosscheck::check(inputs, &PACKS, &crosscheck::Options::default(), &|_| {})
}

/// The report in every form, by name, with the time that each took.
fn pages(report: &Report) -> Vec<(&'static str, Duration, String)> {
    type Renderer =
        fn(&Report, &render::Options<'_>, &mut dyn std::io::Write) -> std::io::Result<()>;
    let renderers: [(&str, Renderer); 11] = [
        ("terminal", render::terminal),
        ("markdown", render::markdown),
        ("claim list", render::claim_list),
        ("json", render::json),
        ("jsonl", render::jsonl),
        ("concise", render::concise),
        ("csv", render::csv),
        ("github", render::github),
        ("junit", render::junit),
        ("sarif", render::sarif),
        ("html", render::html),
    ];
    renderers
        .into_iter()
        .map(|(name, renderer)| {
            let (took, page) = timed(|| {
                let mut page = Vec::new();
                renderer(report, &render::Options::default(), &mut page).unwrap();
                String::from_utf8(page).unwrap()
            });
            (name, took, page)
        })
        .collect()
}

fn is_unsafe(c: char) -> bool {
    c.is_control() && c != '\n'
        || matches!(c, '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}' | '\u{200B}'..='\u{200F}')
}

/// What a case gives, as a line of `expected.tsv`.
fn outcome(case: &Case, report: &Report) -> String {
    let own = |name: &str| name != "zz-sound.txt";
    let claims = report
        .claims
        .iter()
        .filter(|claim| own(&claim.source))
        .count();
    let mut notes: Vec<&str> = report
        .sources
        .iter()
        .filter(|source| own(&source.source))
        .flat_map(|source| source.notes.iter().map(|note| note.name.as_str()))
        .collect();
    notes.sort_unstable();
    notes.dedup();
    let exit = u8::from(report.finding_names().contains("conflict"));
    format!("{}\t{claims}\t{exit}\t{}", case.name, notes.join(","))
}

/// Whether blocks and claims stand on character boundaries and claims say their quotes; otherwise what is wrong.
fn wrong_spans(name: &str, file: &[u8], report: &Report) -> Option<String> {
    let reader = crosscheck::source::Reader::new(&PACKS);
    for input in unpack(Input::new(name, file), &Reading::default()) {
        let source = reader.read(input);
        let of = |start, end| source.text.get(start..end);
        for block in &source.blocks {
            if of(block.span.start, block.span.end).is_none_or(|text| text != text.trim()) {
                return Some(format!("{name}: block {:?}", block.span));
            }
        }
        for claim in report
            .claims
            .iter()
            .filter(|claim| claim.source == source.name)
        {
            if of(claim.span.start, claim.span.end) != Some(claim.quote.as_str())
                || of(claim.core.start, claim.core.end).is_none()
            {
                return Some(format!("{name}: claim {:?} {}", claim.span, claim.quote));
            }
        }
    }
    None
}

/// How long the processor worked on what `work` does. All of it is done by one thread, and other tests do not count.
fn timed<T: Send>(work: impl FnOnce() -> T + Send) -> (Duration, T) {
    static ALONE: LazyLock<rayon::ThreadPool> = LazyLock::new(|| {
        let pool = rayon::ThreadPoolBuilder::new().num_threads(1);
        pool.build().unwrap()
    });
    // Nanoseconds on the processor, where the system tells them.
    let worked = || {
        let told = std::fs::read_to_string("/proc/thread-self/schedstat").ok()?;
        told.split_whitespace().next()?.parse::<u64>().ok()
    };
    ALONE.install(|| {
        let (start, before) = (Instant::now(), worked());
        let done = work();
        let took = match (before, worked()) {
            (Some(before), Some(after)) => Duration::from_nanos(after - before),
            _ => start.elapsed(),
        };
        (took, done)
    })
}

#[test]
fn every_hostile_input_gives_what_it_must_in_every_form() {
    let file = project("tests/hostile/expected.tsv");
    let mut found = String::from("name\tclaims\texit\tnotes\n");
    let mut wrong = Vec::new();
    let cases = cases();
    assert!(cases.len() >= 200, "{}", cases.len());
    for case in &cases {
        let bytes = case.file();
        let (took, report) = timed(|| check(&case.name, &bytes));
        let pages = pages(&report);
        wrong.extend(wrong_spans(&case.name, &bytes, &report));
        // The report in all forms but one; the template of the page for editors takes some times as long in a build for tests.
        let page = |(form, ..): &&(&str, Duration, String)| *form == "html";
        let (page, forms): (Vec<_>, Vec<_>) = pages.iter().partition(page);
        let sum = |pages: &[&(&str, Duration, String)]| pages.iter().map(|page| page.1).sum();
        let (took_page, took): (Duration, Duration) = (sum(&page), took + sum(&forms));
        for (took, most) in [(took, PATIENCE), (took_page, PATIENCE * 2)] {
            if took > most {
                wrong.push(format!("{}: took {took:?}", case.name));
            }
        }
        let sound = report
            .claims
            .iter()
            .filter(|claim| claim.source == "zz-sound.txt")
            .count();
        if sound < 2 {
            wrong.push(format!(
                "{}: the sound article has {sound} claims",
                case.name
            ));
        }
        for (form, _, page) in pages {
            let shows = !matches!(form, "json" | "jsonl" | "sarif");
            // The lines of a table end as RFC 4180 has it.
            if shows && page.replace("\r\n", "\n").chars().any(is_unsafe) {
                wrong.push(format!(
                    "{}: {form} shows a character that steers",
                    case.name
                ));
            }
        }
        writeln!(found, "{}", outcome(case, &report)).unwrap();
    }
    if std::env::var("UPDATE").is_ok_and(|update| update == "1") {
        std::fs::write(&file, &found).unwrap();
    }
    let expected = std::fs::read_to_string(&file).unwrap_or_default();
    for (expected, found) in expected.lines().zip(found.lines()) {
        if expected != found {
            wrong.push(format!("wanted {expected}\n     got {found}"));
        }
    }
    assert_eq!(expected.lines().count(), found.lines().count());
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn a_source_more_takes_no_claim_of_another_away() {
    let alone: Vec<_> = check("a.txt", b"").claims;
    for case in cases().iter().step_by(7) {
        let report = check(&case.name, &case.file());
        let sound: Vec<_> = report
            .claims
            .into_iter()
            .filter(|claim| claim.source == "zz-sound.txt")
            .collect();
        assert_eq!(sound, alone, "{}", case.name);
    }
}

/// Numbers that look like chance and are the same in every run (an xorshift generator).
struct Chance(u64);

impl Chance {
    fn below(&mut self, most: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        usize::try_from(self.0 >> 16).unwrap() % most.max(1)
    }
}

/// `file` with a few bytes changed, a stretch repeated or taken out, or cut short.
fn mutated(file: &[u8], chance: &mut Chance) -> Vec<u8> {
    let mut file = file.to_vec();
    for _ in 0..=chance.below(4) {
        let at = chance.below(file.len());
        let length = chance.below(40).min(file.len() - at);
        match chance.below(5) {
            0 => file[at] = u8::try_from(chance.below(256)).unwrap(),
            1 => file[at] ^= 1 << chance.below(8),
            2 => drop(file.drain(at..at + length)),
            3 => {
                let stretch = file[at..at + length].repeat(1 + chance.below(20));
                file.splice(at..at, stretch);
            }
            _ => file.truncate(at.max(1)),
        }
    }
    file
}

/// `ROUNDS` makes more files of each format than a test has time for; `CHANCE` makes others.
fn setting(name: &str, usual: u64) -> u64 {
    let set = std::env::var(name).ok();
    set.and_then(|set| set.parse().ok()).unwrap_or(usual)
}

#[test]
fn damaged_files_of_every_format_cost_nothing_but_themselves() {
    let mut chance = Chance(setting("CHANCE", 0x9E37_79B9_7F4A_7C15));
    let rounds = setting("ROUNDS", 12);
    let alone: Vec<_> = check("a.txt", b"").claims;
    for entry in std::fs::read_dir(project("tests/formats")).unwrap() {
        let path = entry.unwrap().path();
        let name = path.file_name().unwrap().to_str().unwrap().to_owned();
        let whole = std::fs::read(&path).unwrap();
        for round in 0..rounds {
            let file = mutated(&whole, &mut chance);
            let inputs = || {
                [
                    Input::new(&name, file.as_slice()),
                    Input::new("zz-sound.txt", SOUND),
                ]
            };
            let run = |inputs: Vec<Input>| {
                crosscheck::check(inputs, &PACKS, &crosscheck::Options::default(), &|_| {})
            };
            let report = run(inputs().into());
            assert_eq!(
                report,
                run(inputs().into_iter().rev().collect()),
                "{name} {round}"
            );
            let sound: Vec<_> = report
                .claims
                .iter()
                .filter(|claim| claim.source == "zz-sound.txt")
                .cloned()
                .collect();
            assert_eq!(sound, alone, "{name} {round}");
            let faults = report
                .sources
                .iter()
                .flat_map(|source| &source.notes)
                .find(|note| note.message.contains("fault of crosscheck"));
            assert_eq!(faults, None, "{name} {round}");
            assert_eq!(wrong_spans(&name, &file, &report), None, "{round}");
        }
    }
}
