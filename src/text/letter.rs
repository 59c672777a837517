//! Letters, with a short way for those of Latin scripts.

/// As [`char::is_alphabetic`]: the table of the standard library is walked only for other scripts.
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
        let next = || bytes.get(at + 1).copied().unwrap_or(0);
        at += match byte {
            b' '..=b'~' => 1,
            // U+00C0 to U+024F, without the two letters that are folded.
            0xC3 if next() != 0x90 => 2,
            0xC6 if next() != 0x89 => 2,
            0xC4 | 0xC5 | 0xC7 | 0xC8 => 2,
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
    if word.is_ascii() {
        let start = lower_case.len();
        lower_case.push_str(word);
        if let Some(added) = lower_case.get_mut(start..) {
            added.make_ascii_lowercase();
        }
    } else {
        let start = lower_case.len();
        lower_case.reserve(word.len());
        // What is in lower case already is copied in stretches.
        let mut copied = 0;
        for (at, c) in word.char_indices() {
            let small = lower(c);
            if small == Some(c) {
                continue;
            }
            lower_case.push_str(word.get(copied..at).unwrap_or_default());
            copied = at + c.len_utf8();
            match small {
                Some(small) => lower_case.push(small),
                None if c == 'Σ' => {
                    // Its lower case depends on its place in the word.
                    lower_case.truncate(start);
                    lower_case.push_str(&word.to_lowercase());
                    return;
                }
                None => lower_case.extend(c.to_lowercase()),
            }
        }
        lower_case.push_str(word.get(copied..).unwrap_or_default());
    }
}

/// The lower case of ASCII characters and common Latin letters; `None` for the others.
fn lower(c: char) -> Option<char> {
    let code = u32::from(c);
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
