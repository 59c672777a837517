//! Characters that show a reader something else than a program reads.

use super::{Note, Saying, note};
use crate::text::{Calm, any_three};

/// A kind of deception, with what is said of it after the number of places.
struct Kind {
    said: &'static str,
    count: usize,
    /// Byte of the first place.
    first: usize,
}

impl Kind {
    fn new(said: &'static str) -> Self {
        Self {
            said,
            count: 0,
            first: 0,
        }
    }

    fn found(&mut self, at: usize) {
        if self.count == 0 {
            self.first = at;
        }
        self.count += 1;
    }
}

/// The notes on `text`: one a kind of deception, with the number of places and the line of the first.
pub(super) fn notes(text: &str) -> Vec<Note> {
    if is_ordinary(text) {
        return Vec::new();
    }
    let mut controls =
        Kind::new("control characters, which a page does not show (they are read as spaces)");
    let mut directions = Kind::new(
        "signs that turn the direction of the text, so that figures can show in another order than they are read in",
    );
    let mut hidden = Kind::new(
        "invisible characters beside digits (they are passed over: the digits are read as one number)",
    );
    let mut mixed =
        Kind::new("numbers with digits of several scripts (they are read as plain digits)");
    let mut raised = Kind::new("raised or lowered digits inside a number");
    let mut lookalikes = Kind::new("letters that look like digits inside a number");
    let mut scripts = Kind::new("words that mix Latin letters with Cyrillic ones of the same look");

    // The last two characters that show something, and whether something invisible stood since.
    let (mut before, mut last) = (' ', ' ');
    let mut veiled = None;
    let mut word = Word::default();
    for (at, c) in text.char_indices() {
        if is_invisible(c) {
            // A byte order mark opens a file, and some emoji are joined.
            if at > 0 {
                veiled = veiled.or(Some(at));
            }
            continue;
        }
        if is_direction(c) {
            directions.found(at);
            continue;
        }
        if c.is_control() && !matches!(c, '\n' | '\r' | '\t' | '\u{C}') {
            controls.found(at);
            continue;
        }
        if let Some(at) = veiled.take()
            && is_figure(c)
            && is_figure(last)
        {
            hidden.found(at);
        }
        if is_decimal(c) && is_decimal(last) && c.is_ascii() != last.is_ascii() {
            mixed.found(at);
        }
        if c.is_ascii_digit() && is_raised(last) && before.is_ascii_digit() {
            raised.found(at);
        }
        if c.is_ascii_digit()
            && before.is_ascii_digit()
            && matches!(last, 'O' | 'o' | 'l' | 'I' | '|')
        {
            lookalikes.found(at - 1);
        }
        if word.mixes(c) {
            scripts.found(at);
        }
        (before, last) = (last, c);
    }
    [
        controls, directions, hidden, mixed, raised, lookalikes, scripts,
    ]
    .into_iter()
    .filter(|kind| kind.count > 0)
    .map(|kind| {
        let line = text[..kind.first].matches('\n').count() + 1;
        let says = Saying::new("{what}: {count}, the first on line {line}")
            .with("what", Saying::new(kind.said))
            .with("count", kind.count)
            .with("line", line);
        Note::new(note::SUSPICIOUS_TEXT, says).on_line(line)
    })
    .collect()
}

/// Whether nothing in `text` can deceive: ASCII, Latin letters with marks, and quotation marks and dashes, without a letter
/// between digits. Most texts are, and bytes tell it.
fn is_ordinary(text: &str) -> bool {
    static CALM: Calm = Calm::but(b"0123456789").and(&[0xC3, 0xC4, 0xC5, 0xC6]);
    let digit = |byte: u8| byte.wrapping_sub(b'0') < 10;
    !any_three(text.as_bytes(), &CALM, |byte, next, third| {
        let shown = (byte >= b' ') & (byte != 0x7F)
            | (byte == b'\n')
            | (byte == b'\r')
            | (byte == b'\t')
            | (byte == 0xC);
        let looks_like_a_digit =
            (next == b'o') | (next == b'O') | (next == b'l') | (next == b'I') | (next == b'|');
        !shown
            | (digit(byte) & looks_like_a_digit & digit(third))
            // U+00C0 to U+023F.
            | (byte == 0xC2)
            | ((byte > 0xC8) & (byte < 0xE1))
            // U+1E00 to U+1EFF, and U+2010 to U+2027.
            | ((byte == 0xE1) & !(0xB8..=0xBB).contains(&next))
            | ((byte == 0xE2) & ((next != 0x80) | !(0x90..=0xA7).contains(&third)))
            | (byte > 0xE2)
    })
}

/// The letters of the word at hand.
#[derive(Default)]
struct Word {
    latin: bool,
    cyrillic: bool,
    told: bool,
}

impl Word {
    /// Whether `c` is the letter by which the word mixes two scripts.
    fn mixes(&mut self, c: char) -> bool {
        let cyrillic = (0x400..=0x52F).contains(&u32::from(c));
        let latin = c.is_ascii_alphabetic() || (0xC0..=0x24F).contains(&u32::from(c));
        if !cyrillic && !latin {
            *self = Self::default();
            return false;
        }
        self.latin |= latin;
        self.cyrillic |= cyrillic;
        let mixes = self.latin && self.cyrillic && !self.told;
        self.told |= mixes;
        mixes
    }
}

fn is_figure(c: char) -> bool {
    is_decimal(c) || matches!(c, '.' | ',' | '%')
}

/// A decimal digit of any script or width.
fn is_decimal(c: char) -> bool {
    c.is_ascii_digit()
        || !c.is_ascii()
            && c.is_numeric()
            && !is_raised(c)
            && matches!(u32::from(c),
                0x660..=0x669 | 0x6F0..=0x6F9 | 0x966..=0x96F | 0x9E6..=0x9EF | 0xE50..=0xE59
                | 0xFF10..=0xFF19 | 0x1D7CE..=0x1D7FF | 0x1FBF0..=0x1FBF9)
}

fn is_raised(c: char) -> bool {
    matches!(c, '\u{B2}' | '\u{B3}' | '\u{B9}' | '\u{2070}' | '\u{2074}'..='\u{2079}' | '\u{2080}'..='\u{2089}')
}

/// Soft hyphen, joiners, zero-width spaces, marks of direction without an extent, fillers of Hangul, tags.
fn is_invisible(c: char) -> bool {
    matches!(
        u32::from(c),
        0xAD | 0x34F
            | 0x61C
            | 0x115F..=0x1160
            | 0x200B..=0x200F
            | 0x2060..=0x2064
            | 0x206A..=0x206F
            | 0x3164
            | 0xFEFF
            | 0xFFA0
            | 0xE0000..=0xE007F
    )
}

fn is_direction(c: char) -> bool {
    matches!(c, '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}')
}
