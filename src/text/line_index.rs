use super::{Span, count};

/// Where a byte lies: 1-based line, and 1-based column in Unicode code points.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Position {
    /// 1-based line.
    pub line: usize,
    /// 1-based column, counted in code points.
    pub column: usize,
}

/// The starts of the lines of one text. `\n` ends a line; a `\r` before it belongs to the line.
#[derive(Debug, Clone)]
pub struct LineIndex {
    starts: Vec<usize>,
    /// Places inside long lines, with the code points from the start of the line up to there.
    counted: Vec<(usize, usize)>,
}

/// Bytes between two places whose column is known.
const STEP: usize = 4_096;

impl LineIndex {
    /// Reads `text` once.
    pub fn new(text: &str) -> Self {
        let starts = std::iter::once(0)
            .chain(text.match_indices('\n').map(|(at, _)| at + 1))
            .collect::<Vec<usize>>();
        let counted = counted(text.as_bytes(), &starts);
        Self { starts, counted }
    }

    /// Line and column of `byte`; a byte past the end counts as the end. A byte order mark has no column: no editor shows it.
    pub fn position(&self, text: &str, byte: usize) -> Position {
        let byte = byte.min(text.len());
        let line = self.starts.partition_point(|&start| start <= byte);
        let mark = if line == 1 && text.starts_with('\u{FEFF}') {
            '\u{FEFF}'.len_utf8()
        } else {
            0
        };
        let start = self.starts[line - 1];
        let known = self.counted.partition_point(|&(at, _)| at <= byte);
        let known = self.counted[..known].last();
        let (from, column) = match known.filter(|&&(at, _)| at > start) {
            // The mark is one code point.
            Some(&(at, points)) => (at, points - usize::from(mark > 0)),
            None => (start + mark, 0),
        };
        let before = text.as_bytes().get(from..byte).unwrap_or_default();
        let column = column + points(before) + 1;
        Position { line, column }
    }

    /// Number of lines; a text that ends in `\n` has an empty last one.
    pub fn count(&self) -> usize {
        self.starts.len()
    }

    /// The bytes of 1-based `line`, without its line end.
    pub fn line(&self, text: &str, line: usize) -> Span {
        let start = self
            .starts
            .get(line.saturating_sub(1))
            .copied()
            .unwrap_or(text.len());
        let end = self.starts.get(line).map_or(text.len(), |&next| next - 1);
        let end = if text.as_bytes().get(end.wrapping_sub(1)) == Some(&b'\r') && end > start {
            end - 1
        } else {
            end
        };
        Span::new(start, end)
    }
}

/// Code points that start in `bytes`: continuation bytes of UTF-8 start none.
fn points(bytes: &[u8]) -> usize {
    count(bytes, |byte| byte & 0xC0 != 0x80)
}

fn counted(text: &[u8], starts: &[usize]) -> Vec<(usize, usize)> {
    let ends = starts.iter().skip(1).copied();
    let ends = ends.chain(std::iter::once(text.len()));
    let mut counted = Vec::new();
    for (&start, end) in starts.iter().zip(ends) {
        if end - start <= STEP {
            continue;
        }
        let mut column = 0;
        for at in (start..end).step_by(STEP).skip(1) {
            column += points(&text[at - STEP..at]);
            counted.push((at, column));
        }
    }
    counted
}
