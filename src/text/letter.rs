//! Letters, with a short way for those of Latin scripts.

use super::{Calm, any_three};

/// As [`char::is_alphabetic`]: the table of the standard library is walked only for other scripts.
#[inline]
pub(crate) fn is_letter(c: char) -> bool {
    match c {
        'A'..='Z' | 'a'..='z' => true,
        '\0'..='\u{7F}' => false,
        '\u{C0}'..='\u{24F}' => c != '×' && c != '÷',
        '\u{1E00}'..='\u{1EFF}' => true,
        _ => c.is_alphabetic(),
    }
}

/// As [`char::is_alphanumeric`].
#[inline]
pub(crate) fn is_letter_or_digit(c: char) -> bool {
    is_letter(c) || c.is_numeric()
}

/// Whether `c` is the same in derived text as in the raw text, whatever stands around it: a visible ASCII character, a
/// space, or a composed Latin letter.
///
/// These are starters of one code point in NFC, and none of them composes with the one before it.
pub(super) fn is_plain(c: char) -> bool {
    match c {
        ' '..='~' => true,
        // Two letters that look like the Vietnamese one are folded into it.
        '\u{D0}' | '\u{189}' => false,
        '\u{C0}'..='\u{24F}' | '\u{1E00}'..='\u{1EFF}' => true,
        // Quotation marks, bullets, the ellipsis.
        '\u{2016}'..='\u{2027}' => true,
        _ => false,
    }
}

/// Whether every character of `text` is plain as [`is_plain`] says, told by its bytes.
pub(crate) fn all_plain(text: &str) -> bool {
    // The first byte of a character and the ones behind it tell; those behind it alone tell nothing.
    static CALM: Calm = Calm::but(b"").and(&[0xC4, 0xC5, 0xC7, 0xC8]);
    !any_three(text.as_bytes(), &CALM, |byte, next, third| {
        (byte < b' ')
            | (byte == 0x7F)
            | (byte == 0xC2)
            // Two letters that are folded.
            | ((byte == 0xC3) & (next == 0x90))
            | ((byte == 0xC6) & (next == 0x89))
            | ((byte == 0xC9) & (next > 0x8F))
            | ((byte > 0xC9) & (byte < 0xE1))
            // U+1E00 to U+1EFF.
            | ((byte == 0xE1) & !(0xB8..=0xBB).contains(&next))
            // U+2016 to U+2027.
            | ((byte == 0xE2) & ((next != 0x80) | !(0x96..=0xA7).contains(&third)))
            | (byte > 0xE2)
    })
}

/// Whether `c` is the same in lower case, as far as a quick look tells.
#[inline]
pub(crate) fn is_small(c: char) -> bool {
    lower(c) == Some(c)
}

/// As [`char::is_uppercase`].
pub(super) fn is_upper(c: char) -> bool {
    match c {
        '\0'..='\u{7F}' => c.is_ascii_uppercase(),
        _ => match lower(c) {
            Some(small) => small != c,
            None => c.is_uppercase(),
        },
    }
}

/// As [`str::to_lowercase`], at the end of `lower_case`.
pub(crate) fn lower_into(word: &str, lower_case: &mut String) {
    let start = lower_case.len();
    let mut rest = word;
    while let Some(at) = first_beyond_ascii_to_lower(rest) {
        let (before, from) = rest.split_at(at);
        lower_case.push_str(before);
        let mut chars = from.chars();
        match chars.next() {
            Some('Σ') => {
                // Its lower case depends on its place in the word.
                lower_case.truncate(start);
                lower_case.push_str(&word.to_lowercase());
                return;
            }
            Some(c) => match lower(c) {
                Some(small) => lower_case.push(small),
                None => lower_case.extend(c.to_lowercase()),
            },
            None => {}
        }
        rest = chars.as_str();
    }
    lower_case.push_str(rest);
    if let Some(added) = lower_case.get_mut(start..) {
        added.make_ascii_lowercase();
    }
}

/// Bytes that are asked at once whether a capital stands among them.
const STRETCH: usize = 64;

/// The byte of the first character outside ASCII that is a common Latin capital, or of which the bytes do not tell whether it
/// is small.
fn first_beyond_ascii_to_lower(text: &str) -> Option<usize> {
    static CALM: Calm = Calm::but(b"");
    let bytes = text.as_bytes();
    let mut at = 0;
    // The two bytes behind the stretch may belong to its last character.
    while let Some(stretch) = bytes.get(at..at + STRETCH + 2)
        && !any_three(stretch, &CALM, |byte, next, third| {
            (byte >= 0xC0) & !is_small_at(byte, next, third)
        })
    {
        at += STRETCH;
    }
    while let Some(&byte) = bytes.get(at) {
        let byte_at = |at: usize| bytes.get(at).copied().unwrap_or(0);
        at += match byte {
            // What stands behind the first byte of a character starts none.
            0..0xC0 => 1,
            0xC3 | 0xC4 | 0xC6 if is_small_at(byte, byte_at(at + 1), 0) => 2,
            0xE1 if is_small_at(byte, byte_at(at + 1), byte_at(at + 2)) => 3,
            _ => return Some(at),
        };
    }
    None
}

/// Whether these bytes start a common small letter outside ASCII.
#[inline(always)]
fn is_small_at(byte: u8, next: u8, third: u8) -> bool {
    // U+00C0 to U+00FF: the first half is capitals, but for the sign of multiplication.
    let latin = (byte == 0xC3) & ((next == 0x97) | (next >= 0x9F));
    // U+0100 to U+012F: pairs of a capital and its small letter.
    let extended = (byte == 0xC4) & (next <= 0xAF) & (next & 1 == 1);
    // The two small letters with a horn.
    let horned = (byte == 0xC6) & ((next == 0xA1) | (next == 0xB0));
    // U+1EA0 to U+1EFF: pairs again.
    let additional =
        (byte == 0xE1) & ((next == 0xBB) | ((next == 0xBA) & (third >= 0xA0))) & (third & 1 == 1);
    latin | extended | horned | additional
}

/// The lower case of ASCII characters and common Latin letters; `None` for the others.
#[inline]
pub(super) const fn lower(c: char) -> Option<char> {
    let code = c as u32;
    let code = match c {
        '\0'..='\u{7F}' => return Some(c.to_ascii_lowercase()),
        '×' | '\u{DF}'..='\u{FF}' | '\u{1B0}' => code,
        '\u{C0}'..='\u{DE}' => code + 32,
        // Pairs of a capital and its small letter.
        '\u{100}'..='\u{12F}' | '\u{1A0}' | '\u{1A1}' | '\u{1EA0}'..='\u{1EFF}' => code | 1,
        '\u{1AF}' => 0x1B0,
        _ => return None,
    };
    char::from_u32(code)
}
