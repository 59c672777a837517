use super::passage::{Passage, Shape, trimmed};
use crate::text::LineIndex;

/// Longest line, in code points, that a hard-wrapped text has.
const WRAP_WIDTH: usize = 120;

/// The passages of a plain text: its lines, or its paragraphs where the lines are wrapped. Lines for which `left_out`
/// holds are skipped.
pub(super) fn passages(
    raw: &str,
    lines: &LineIndex,
    left_out: impl Fn(usize) -> bool,
) -> Vec<Passage> {
    let mut passages = Vec::new();
    let mut after_blank = false;
    for line in 1..=lines.count() {
        if left_out(line) {
            continue;
        }
        let mut span = lines.line(raw, line);
        if line == 1 && span.of(raw).starts_with('\u{FEFF}') {
            span.start += '\u{FEFF}'.len_utf8();
        }
        let span = trimmed(raw, span);
        if span.is_empty() {
            after_blank = true;
            continue;
        }
        passages.push(Passage {
            span,
            shape: Shape::Plain,
            after_blank,
            cuts: Vec::new(),
        });
        after_blank = false;
    }
    if is_wrapped(raw, &passages) {
        unwrap_lines(raw, passages)
    } else {
        passages
    }
}

/// Whether paragraphs were broken at a column: no line is long, and many lines that follow another one go on in the
/// middle of its sentence.
fn is_wrapped(raw: &str, passages: &[Passage]) -> bool {
    if passages
        .iter()
        .any(|passage| passage.span.of(raw).chars().count() > WRAP_WIDTH)
    {
        return false;
    }
    let following = || passages.windows(2).filter(|pair| !pair[1].after_blank);
    let going_on = following()
        .filter(|pair| goes_on(raw, &pair[0], &pair[1]))
        .count();
    going_on >= 3 && going_on * 5 >= following().count() * 2
}

fn goes_on(raw: &str, before: &Passage, line: &Passage) -> bool {
    let ended = before.span.of(raw).ends_with(['.', '!', '?', '…', ':']);
    !ended && line.span.of(raw).starts_with(char::is_lowercase)
}

fn unwrap_lines(raw: &str, lines: Vec<Passage>) -> Vec<Passage> {
    let longest = lines
        .iter()
        .map(|line| line.span.of(raw).chars().count())
        .max()
        .unwrap_or(0);
    let mut passages: Vec<Passage> = Vec::with_capacity(lines.len());
    let mut last_line: Option<Passage> = None;
    for line in lines {
        // A line that had room for more ended its paragraph.
        let full = |last: &Passage| last.span.of(raw).chars().count() * 3 >= longest * 2;
        let joins = !line.after_blank
            && !opens_item(line.span.of(raw))
            && last_line
                .as_ref()
                .is_some_and(|last| full(last) || goes_on(raw, last, &line));
        last_line = Some(line.clone());
        match passages.last_mut() {
            Some(passage) if joins => passage.span = passage.span.join(line.span),
            _ => passages.push(line),
        }
    }
    passages
}

fn opens_item(line: &str) -> bool {
    super::line::marker(line).is_some()
}
