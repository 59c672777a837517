//! Text of an article as a snapshot keeps it: one line, one normal form.

use unicode_normalization::UnicodeNormalization;

use crate::report::Claim;

/// Characters of the words around a figure, on each side.
const AROUND: usize = 50;
/// Characters of the beginning of a passage.
const BEGINNING: usize = 80;

/// NFC, white space as single spaces.
pub(super) fn one_line(text: &str) -> String {
    let text: String = text.nfc().collect();
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// How `text` begins.
pub(super) fn beginning(text: &str) -> String {
    let line = one_line(text);
    match line.char_indices().nth(BEGINNING) {
        Some((at, _)) => format!("{}...", line.get(..at).unwrap_or(&line)),
        None => line,
    }
}

/// The words around the core of `claim`, the core in square brackets.
pub(super) fn around(claim: &Claim) -> String {
    let part = |from: usize, to: usize| {
        let (from, to) = (
            from.saturating_sub(claim.sentence.start),
            to.saturating_sub(claim.sentence.start),
        );
        claim.context.get(from..to).unwrap_or("")
    };
    let before = spaced(part(claim.sentence.start, claim.core.start));
    let after = spaced(part(claim.core.end, claim.sentence.end));
    let core = one_line(part(claim.core.start, claim.core.end));
    let skipped = before.chars().count().saturating_sub(AROUND);
    let before: String = before.chars().skip(skipped).collect();
    let after: String = after.chars().take(AROUND).collect();
    format!("{}[{core}]{}", before.trim_start(), after.trim_end())
}

/// [`one_line`] that keeps a space at either end.
fn spaced(text: &str) -> String {
    let line = one_line(text);
    let space = |is: bool| if is { " " } else { "" };
    let first = space(text.starts_with(char::is_whitespace));
    let last = space(text.ends_with(char::is_whitespace) && !line.is_empty());
    format!("{first}{line}{last}")
}

/// `text` with every run of digits as one sign, so that a figure that changed leaves the words around another as they were.
pub(super) fn without_digits(text: &str) -> String {
    let mut masked = String::with_capacity(text.len());
    for c in text.chars() {
        if !c.is_numeric() {
            masked.push(c);
        } else if !masked.ends_with('#') {
            masked.push('#');
        }
    }
    masked
}
