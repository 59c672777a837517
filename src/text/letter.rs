//! Letters, with a short way for those of Latin scripts.

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
    let bytes = text.as_bytes();
    let mut at = 0;
    while let Some(&byte) = bytes.get(at) {
        let width = PLAIN[usize::from(byte)];
        if width != 0 {
            at += usize::from(width);
            continue;
        }
        let next = || bytes.get(at + 1).copied().unwrap_or(0);
        at += match byte {
            // Two letters that are folded.
            0xC3 if next() != 0x90 => 2,
            0xC6 if next() != 0x89 => 2,
            0xC9 if next() <= 0x8F => 2,
            // U+1E00 to U+1EFF.
            0xE1 if matches!(next(), 0xB8..=0xBB) => 3,
            // U+2016 to U+2027.
            0xE2 if next() == 0x80 && matches!(bytes.get(at + 2), Some(0x96..=0xA7)) => 3,
            _ => return false,
        };
    }
    true
}

/// The bytes of a character that is plain whatever follows its first byte; 0 where the first byte does not tell.
static PLAIN: [u8; 256] = {
    let mut widths = [0; 256];
    let mut byte = b' ';
    while byte <= b'~' {
        widths[byte as usize] = 1;
        byte += 1;
    }
    // U+0100 to U+017F, U+01C0 to U+023F.
    widths[0xC4] = 2;
    widths[0xC5] = 2;
    widths[0xC7] = 2;
    widths[0xC8] = 2;
    widths
};

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

/// The byte of the first character outside ASCII that is a common Latin capital, or of which the bytes do not tell whether it
/// is small.
fn first_beyond_ascii_to_lower(text: &str) -> Option<usize> {
    let bytes = text.as_bytes();
    let mut at = 0;
    while let Some(&byte) = bytes.get(at) {
        let byte_at = |at: usize| bytes.get(at).copied().unwrap_or(0);
        at += match byte {
            0..=0x7F => 1,
            // U+00C0 to U+00FF: the first half is capitals, but for the sign of multiplication.
            0xC3 if matches!(byte_at(at + 1), 0x97 | 0x9F..) => 2,
            // U+0100 to U+012F: pairs of a capital and its small letter.
            0xC4 if matches!(byte_at(at + 1), 0x80..=0xAF) && byte_at(at + 1) % 2 == 1 => 2,
            // The two small letters with a horn.
            0xC6 if matches!(byte_at(at + 1), 0xA1 | 0xB0) => 2,
            // U+1EA0 to U+1EFF: pairs again.
            0xE1 if (byte_at(at + 1) == 0xBB
                || byte_at(at + 1) == 0xBA && byte_at(at + 2) >= 0xA0)
                && byte_at(at + 2) % 2 == 1 =>
            {
                3
            }
            _ => return Some(at),
        };
    }
    None
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
