//! Time of each stage: `cargo bench`, or `cargo bench -- check` for one.
//!
//! The articles are those of `seeds/`, told over and over with other figures and their paragraphs in another order, so
//! that a run of any size needs nothing but this folder. `CORPUS=FILE cargo bench` takes the articles of a file of JSON
//! lines instead.
#![allow(clippy::unwrap_used, clippy::disallowed_methods, reason = "benchmarks")]

use std::path::Path;
use std::sync::LazyLock;

use crosscheck::mention::{self, Reference, WordCache};
use crosscheck::pack::Packs;
use crosscheck::source::{self, Input, Reader, Source};
use crosscheck::{Options, duplicate};
use divan::Bencher;
use divan::counter::BytesCount;

static PACKS: LazyLock<Packs> = LazyLock::new(|| Packs::embedded().unwrap());

fn main() {
    divan::main();
}

/// Rule packs from their built-in form: what every start of the program costs.
#[divan::bench]
fn packs() -> Packs {
    Packs::embedded().unwrap()
}

/// Bytes to blocks and sentences.
#[divan::bench(args = [100])]
fn reading(bencher: Bencher, articles: usize) {
    let (inputs, size) = corpus(articles);
    let reader = Reader::new(&PACKS);
    bencher
        .counter(size)
        .with_inputs(|| inputs.clone())
        .bench_values(|inputs| {
            let sources = inputs.into_iter().map(|input| reader.read(input));
            sources.collect::<Vec<_>>()
        });
}

/// Sentences to typed values.
#[divan::bench(args = [100])]
fn scanning(bencher: Bencher, articles: usize) {
    let (inputs, size) = corpus(articles);
    let sources = read(inputs);
    let reference = Reference::default();
    bencher.counter(size).bench(|| {
        let mut caches = std::collections::BTreeMap::<_, WordCache>::new();
        let blocks = sources.iter().flat_map(|source| &source.blocks);
        let sentences = blocks.flat_map(|block| &block.sentences);
        sentences
            .map(|sentence| {
                let tag = sentence.language.as_deref();
                let cache = caches.entry(tag).or_default();
                let reading = mention::read(sentence, PACKS.reading(tag), &reference, cache);
                reading.mentions.len()
            })
            .sum::<usize>()
    });
}

/// Bytes to claims.
#[divan::bench(args = [100, 1_000])]
fn extraction(bencher: Bencher, articles: usize) {
    let (inputs, size) = corpus(articles);
    bencher
        .counter(size)
        .with_inputs(|| inputs.clone())
        .bench_values(|inputs| crosscheck::extract(inputs, &PACKS, &Options::default(), &|_| {}));
}

/// Copied passages alone.
#[divan::bench(args = [100, 1_000])]
fn duplicates(bencher: Bencher, articles: usize) {
    let (inputs, size) = corpus(articles);
    let sources = read(inputs);
    bencher.counter(size).bench(|| duplicate::find(&sources));
}

/// The whole run.
#[divan::bench(args = [5, 100, 1_000], sample_count = 5)]
fn check(bencher: Bencher, articles: usize) {
    let (inputs, size) = corpus(articles);
    bencher
        .counter(size)
        .with_inputs(|| inputs.clone())
        .bench_values(|inputs| crosscheck::check(inputs, &PACKS, &Options::default(), &|_| {}));
}

fn read(inputs: Vec<Input>) -> Vec<Source> {
    let reader = Reader::new(&PACKS);
    inputs.into_iter().map(|input| reader.read(input)).collect()
}

/// That many articles, and their bytes.
fn corpus(articles: usize) -> (Vec<Input>, BytesCount) {
    if let Some(file) = std::env::var_os("CORPUS") {
        let text = std::fs::read_to_string(file).unwrap();
        let lines: String = text.split_inclusive('\n').take(articles).collect();
        let size = BytesCount::new(lines.len());
        return (source::json_lines("corpus", lines.as_bytes()), size);
    }
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("seeds");
    let mut files: Vec<_> = std::fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .filter(|path| path.extension().is_some_and(|ending| ending == "txt"))
        .collect();
    files.sort();
    let seeds: Vec<String> = files
        .iter()
        .map(|file| std::fs::read_to_string(file).unwrap())
        .collect();
    let texts: Vec<String> = (0..articles)
        .map(|at| retold(&seeds[at % seeds.len()], at / seeds.len()))
        .collect();
    let size = BytesCount::new(texts.iter().map(String::len).sum::<usize>());
    let named = texts.into_iter().enumerate();
    let inputs = named.map(|(at, text)| Input::new(format!("{at:05}.txt"), text));
    (inputs.collect(), size)
}

/// `text` with its paragraphs turned `round` places on and every third digit another; the text itself for round 0.
fn retold(text: &str, round: usize) -> String {
    let mut paragraphs: Vec<&str> = text.lines().collect();
    let places = round % paragraphs.len().max(1);
    paragraphs.rotate_left(places);
    let mut digits = 0;
    let change = |letter: char| match letter.to_digit(10) {
        Some(digit) => {
            digits += 1;
            let step = if digits % 3 == 0 {
                round as u32 % 10
            } else {
                0
            };
            char::from_digit((digit + step) % 10, 10).unwrap_or(letter)
        }
        None => letter,
    };
    paragraphs.join("\n").chars().map(change).collect()
}
