//! Why the claims of a fact are one, in lines for people.

use crate::report::{Fact, Gap, Sentence};

/// The key of the sentence that says what two sentences share, and how many words of it are named.
const SHARE: &str = "evidence.share";
const SHARED: usize = 12;

/// A line for each ground, as `told` writes it; what the sentences share makes one line. Empty where the report does not
/// have its sentences in parts.
pub(super) fn grounds(fact: &Fact, told: impl Fn(&Sentence) -> String) -> Vec<String> {
    let mut lines = Vec::new();
    let mut shared: Vec<&str> = Vec::new();
    for sentence in &fact.telling.grounds {
        match sentence.gaps.as_slice() {
            [(_, Gap::Text(words))] if sentence.key == SHARE => {
                for word in words.split(", ") {
                    if !shared.contains(&word) {
                        shared.push(word);
                    }
                }
            }
            _ => lines.push(told(sentence)),
        }
    }
    if !shared.is_empty() {
        shared.truncate(SHARED);
        lines.push(told(&Sentence {
            key: SHARE,
            gaps: vec![("rest", Gap::Text(shared.join(", ")))],
        }));
    }
    lines
}
