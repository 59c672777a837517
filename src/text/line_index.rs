use super::Span;

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
}

impl LineIndex {
    /// Reads `text` once.
    pub fn new(text: &str) -> Self {
        let starts = std::iter::once(0)
            .chain(text.match_indices('\n').map(|(at, _)| at + 1))
            .collect();
        Self { starts }
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
        let start = self.starts[line - 1] + mark;
        let before = text.as_bytes().get(start..byte).unwrap_or_default();
        // Continuation bytes of UTF-8 start no code point.
        let column = before.iter().filter(|&&b| b & 0xC0 != 0x80).count() + 1;
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
