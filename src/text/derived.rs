use unicode_normalization::UnicodeNormalization;
use unicode_segmentation::UnicodeSegmentation;

use super::Span;

/// Text made for matching out of raw text, with the way back to the raw bytes.
///
/// It is in NFC; white space of any width is one plain space each, zero-width characters are gone, dashes are `-`,
/// slashes `/`, and decimal digits of any script or width are ASCII. Letters and their case stay.
#[derive(Debug, Clone, Default)]
pub struct Derived {
    text: String,
    /// Raw offset of each derived byte, and of the end.
    map: Vec<u32>,
}

impl Derived {
    /// Derives the bytes `span` of `raw`. Texts over 4 GiB are not supported.
    pub fn new(raw: &str, span: Span) -> Self {
        let slice = span.of(raw);
        let mut text = String::with_capacity(slice.len());
        let mut map = Vec::with_capacity(slice.len() + 1);
        for (offset, cluster) in slice.grapheme_indices(true) {
            let at = u32::try_from(span.start + offset).unwrap_or(u32::MAX);
            if cluster.len() == 1 {
                let byte = cluster.as_bytes()[0];
                text.push(if byte.is_ascii_whitespace() { ' ' } else { char::from(byte) });
                map.push(at);
                continue;
            }
            for c in cluster.nfc() {
                if let Some(c) = fold(c) {
                    text.push(c);
                    map.resize(text.len(), at);
                }
            }
        }
        map.push(u32::try_from(span.end).unwrap_or(u32::MAX));
        Self { text, map }
    }

    /// The derived text.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// The raw bytes from which the derived bytes `start..end` were made.
    pub fn raw(&self, start: usize, end: usize) -> Span {
        let at = |i: usize| self.map.get(i).or(self.map.last()).copied().unwrap_or(0) as usize;
        if start >= end {
            return Span::new(at(start), at(start));
        }
        // The end is the raw start of the next cluster: characters that were dropped belong to the cluster before.
        Span::new(at(start), at(end))
    }
}

/// One character as matching sees it; `None` for characters that show nothing.
fn fold(c: char) -> Option<char> {
    Some(match c {
        '\u{200B}'..='\u{200D}' | '\u{2060}' | '\u{FEFF}' | '\u{00AD}' => return None,
        c if c.is_whitespace() => ' ',
        '\u{2010}'..='\u{2015}' | '\u{2212}' | '\u{FE58}' | '\u{FE63}' | '\u{FF0D}' => '-',
        '\u{2044}' | '\u{2215}' | '\u{FF0F}' => '/',
        '\u{FF0C}' => ',',
        '\u{FF0E}' => '.',
        '\u{FF05}' => '%',
        '\u{00D0}' | '\u{0189}' => 'Đ',
        c => match c.to_digit(10).or_else(|| script_digit(c)) {
            Some(digit) => char::from_digit(digit, 10).unwrap_or(c),
            None => c,
        },
    })
}

/// Value of a decimal digit outside ASCII, by the first code point of its block of ten (Unicode general category Nd).
fn script_digit(c: char) -> Option<u32> {
    const ZEROS: [u32; 14] = [
        0x0660, 0x06F0, 0x07C0, 0x0966, 0x09E6, 0x0A66, 0x0AE6, 0x0B66, 0x0BE6, 0x0E50, 0x0ED0, 0x1040, 0x17E0, 0xFF10,
    ];
    ZEROS.iter().map(|zero| u32::from(c).wrapping_sub(*zero)).find(|&digit| digit < 10)
}
