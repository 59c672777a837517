//! Reading the articles of a run as far as there is room for them: what a run takes in memory is bounded by what it holds.

use rayon::prelude::*;

use super::Counter;
use crate::source::{Input, Limits, Reader, Saying, Source};

/// Bytes of files, and files, that are read side by side: enough to keep the threads busy.
const BATCH_BYTES: usize = 8 << 20;
const BATCH: usize = 256;
/// Bytes of text that weigh as much as one figure, with the claim that it may become and what that is compared with.
const FIGURE: usize = 128;

/// Reads `inputs` in their order, until their texts fill `limits`; those behind become sources that say so.
pub(super) fn read(
    inputs: Vec<Input>,
    reader: &Reader<'_>,
    limits: &Limits,
    count: &Counter<'_>,
) -> Vec<Source> {
    let mut sources: Vec<Source> = Vec::with_capacity(inputs.len());
    let mut left = limits.compared_bytes;
    let mut inputs = inputs.into_iter().peekable();
    let mut is_full = false;
    while inputs.peek().is_some() {
        let batch = batch(&mut inputs, is_full);
        let read: Vec<Source> = batch
            .into_par_iter()
            .map(|input| {
                // One that cannot be read says that and nothing else.
                let input = if is_full && input.held() > 0 {
                    left_out(input.name, limits)
                } else {
                    input
                };
                count.after(reader.read(input))
            })
            .collect();
        for source in read {
            let weight = weight(&source);
            is_full |= weight > left;
            if is_full && weight > 0 {
                sources.push(reader.read(left_out(source.name, limits)));
            } else {
                left = left.saturating_sub(weight);
                sources.push(source);
            }
        }
    }
    sources
}

fn batch(inputs: &mut impl Iterator<Item = Input>, is_full: bool) -> Vec<Input> {
    let mut bytes = 0;
    let mut batch = Vec::new();
    while batch.len() < BATCH && (bytes < BATCH_BYTES || is_full) {
        let Some(input) = inputs.next() else { break };
        bytes += input.held();
        batch.push(input);
    }
    batch
}

/// What an article takes of the room: its bytes, and more for each of its figures.
fn weight(source: &Source) -> usize {
    let (mut figures, mut inside) = (0, false);
    for byte in source.text.bytes() {
        figures += usize::from(byte.is_ascii_digit() && !inside);
        inside = byte.is_ascii_digit();
    }
    match source.text.len() {
        0 => 0,
        text => text + source.meta.held() + figures * FIGURE,
    }
}

/// What stands for an article that there is no room for: its name.
fn left_out(name: String, limits: &Limits) -> Input {
    let why = Saying::new(
        "the article was not compared: those before it fill what one run holds (compared-bytes={most})",
    );
    let why = why.with("most", limits.compared_bytes);
    Input::unreadable(name, why.at_limit("compared-bytes"))
}
